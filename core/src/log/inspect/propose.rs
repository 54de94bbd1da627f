//! A mapping for tables, by their headings and cells.

use super::{InspectedTable, Source, columns};
use crate::base::Arrange;
use crate::base::error::{Error, Faults};
use crate::base::shape::OneOrMany;
use crate::base::text::Text;
use crate::base::time::Zone;
use crate::calendar::zone::ZoneSpec;
use crate::log::headings::{CaseField, EventField, Field, choose};
use crate::log::memory::{self, FRAME};
use crate::log::read::{Looked, look};
use crate::log::spec::{DateOrder, MappingSpec};
use crate::log::statuses::{guessed, usual};
use crate::log::table::{Layout, Row, fingerprint, is_case};
use crate::log::times::shown_order;
use crate::log::{Mapping, StatusMeaning};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A table, and what a mapping must know of it.
pub(super) struct Table {
    pub(super) shown: InspectedTable,
    fields: Vec<(Field, String)>,
    vietnamese: bool,
    /// Whether it is a table as offices keep them, rather than one that a program made for programs.
    of_office: bool,
    sheet: Option<String>,
    order: Option<DateOrder>,
    statuses: BTreeMap<String, u64>,
    /// Columns whose blank cells repeat the cell above.
    fill_down: Vec<String>,
}

/// The tables of files; of their columns the cells of this many rows are looked at.
pub(super) fn tables(sources: &[Source<'_>], most: usize) -> Result<Vec<Table>, Faults> {
    let mapping = Mapping::default();
    let mut tables = Vec::new();
    let mut faults = Faults::new();
    for source in sources {
        let (found, file): (_, Option<Arc<str>>) = match source {
            Source::File(name, bytes) => (look(name, bytes), Some((*name).into())),
            Source::Table(table) => (memory::look(*table, most).map(|table| vec![table]), None),
        };
        let here = |error: Error| {
            let place = error.place().clone();
            match &file {
                Some(file) => error.at(place.in_file(file)),
                None => error,
            }
        };
        match found {
            Ok(found) => tables.extend(found.into_iter().filter_map(|one| table(&one, &mapping, most))),
            Err(error) => faults.push(here(error)),
        }
    }
    faults.into_result(Some(tables))
}

fn table(looked: &Looked, mapping: &Mapping, most: usize) -> Option<Table> {
    let layout = match &looked.layout {
        Some(known) => known.clone(),
        None => Layout::find(&looked.rows, mapping).ok()??,
    };
    let choice = choose(&layout.headings, mapping);
    let has_case = choice.fields.iter().any(|(field, _)| *field == Field::Event(EventField::CaseId));
    if !has_case || looked.hidden {
        return None;
    }
    let key = choice
        .fields
        .iter()
        .find(|(field, _)| *field == Field::Event(EventField::CaseId))
        .map_or(0, |(_, column)| *column);
    let width = layout.headings.len();
    let of_records = layout.keys;
    let in_body = |row: &&Row<'_>| match of_records {
        true => !row.text(key).is_empty(),
        false => row.number > layout.last_heading && is_case(row, key, width),
    };
    let body: Vec<Row<'_>> = looked.rows.iter().filter(in_body).cloned().collect();
    let of = |column: usize| {
        choice.fields.iter().filter(|(_, taken)| *taken == column).map(|(field, _)| *field).collect::<Vec<_>>()
    };
    let seen = body.get(..body.len().min(most)).unwrap_or_default();
    let columns = layout.headings.iter().enumerate();
    let shown = columns.map(|(column, heading)| columns::look(heading, column, &of(column), seen, mapping)).collect();
    let name = |column: usize| layout.headings.get(column).map(|heading| heading.name.clone()).unwrap_or_default();
    let fields: Vec<(Field, String)> = choice.fields.iter().map(|(field, column)| (*field, name(*column))).collect();
    let timed = choice.fields.iter().filter(|(field, _)| crate::log::table::is_time(*field));
    let order = timed.clone().find_map(|(_, column)| body.iter().find_map(|row| shown_order(row.text(*column))));
    let mut statuses = BTreeMap::new();
    if let Some((_, column)) = choice.fields.iter().find(|(field, _)| *field == Field::Case(CaseField::Status)) {
        for row in body.iter().filter(|row| !row.text(*column).is_empty()) {
            *statuses.entry(row.text(*column).to_owned()).or_default() += 1;
        }
    }
    let fill_down = choice
        .fields
        .iter()
        .filter(|(field, column)| {
            matches!(field, Field::Case(CaseField::Unit | CaseField::Procedure)) && fills_down(&body, key, *column)
        })
        .map(|(_, column)| name(*column))
        .collect();
    let vietnamese = layout.is_vietnamese();
    let first = looked.rows.iter().find(|row| !row.is_blank()).map_or(0, |row| row.number);
    let by_program = matches!(looked.format, "csv" | "json" | FRAME);
    let of_office = vietnamese || !by_program || (!of_records && layout.heading_row > first);
    let file = if looked.sheet.is_empty() { looked.file.clone() } else { format!("{}!{}", looked.file, looked.sheet) };
    Some(Table {
        shown: InspectedTable {
            file,
            format: looked.format,
            encoding: looked.encoding,
            delimiter: looked.delimiter.map(char::from),
            heading_row: layout.heading_row,
            first_row: body.first().map_or(0, |row| row.number),
            fingerprint: fingerprint(&layout.headings),
            columns: shown,
        },
        fields,
        vietnamese,
        of_office,
        sheet: (!looked.sheet.is_empty()).then(|| looked.sheet.clone()),
        order,
        statuses,
        fill_down,
    })
}

/// Whether blank cells of a column repeat the cell above: the first is filled, and where one is filled its value is not
/// the one before, as where cells were merged downwards.
fn fills_down(rows: &[Row<'_>], key: usize, column: usize) -> bool {
    let cells: Vec<&str> = rows.iter().filter(|row| !row.text(key).is_empty()).map(|row| row.text(column)).collect();
    let filled: Vec<&&str> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let starts = cells.first().is_some_and(|cell| !cell.is_empty());
    let changes = filled.windows(2).all(|pair| pair.first() != pair.last());
    starts && changes && filled.len() >= 2 && filled.len() * 2 < cells.len()
}

/// A mapping for tables that are read together, and what only an author knows.
pub(super) fn mapping(tables: &[Table], zone: Option<&Zone>) -> (MappingSpec, Vec<Text>) {
    let mut spec = MappingSpec { format: Some(1), ..MappingSpec::default() };
    let mut questions = Vec::new();
    let vietnamese = tables.iter().any(|table| table.vietnamese);
    spec.zone = zone.cloned().or_else(|| vietnamese.then(Zone::vietnam)).map(ZoneSpec);
    spec.lenient = tables.iter().any(|table| table.of_office);
    let mut prints: Vec<String> = tables.iter().map(|table| table.shown.fingerprint.clone()).collect();
    prints.arrange();
    prints.dedup();
    // Tables with different headings are known by them; one set of columns would not fit all.
    if let ([_], Some(first)) = (prints.as_slice(), tables.first()) {
        declare(&mut spec, &first.fields);
    }
    spec.made_for = OneOrMany(prints);
    let mut orders: Vec<DateOrder> = tables.iter().filter_map(|table| table.order).collect();
    orders.dedup();
    if spec.zone.is_none() && !tables.is_empty() {
        questions.push(Text::new(
            "thời điểm không kèm độ lệch thuộc múi giờ nào? ghi zone, ví dụ \"+07:00\"",
            "which zone do times without an offset belong to? write `zone`, such as \"+07:00\"",
        ));
    }
    let mut unknown = Vec::new();
    for (word, count) in tables.iter().flat_map(|table| &table.statuses) {
        match usual(word).or_else(|| guessed(word)) {
            Some(meaning) => _ = spec.statuses.insert(word.clone(), meaning),
            None => unknown.push(format!("{word} × {count}")),
        }
    }
    spec.statuses.sort_unstable_keys();
    if !unknown.is_empty() {
        let allowed = StatusMeaning::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let list = unknown.iter().take(20).cloned().collect::<Vec<_>>().join("; ");
        questions.push(Text::new(
            format!("các trạng thái này nghĩa là gì ({allowed})? ghi vào statuses: {list}"),
            format!("what do these statuses mean ({allowed})? write them under `statuses`: {list}"),
        ));
    }
    for column in tables.iter().flat_map(|table| &table.shown.columns) {
        let times = ["time", "day"].iter().filter_map(|kind| column.kinds.get(kind)).sum::<u64>();
        if column.fields.is_empty() && !column.name.is_empty() && times > 0 && column.reason.en.contains("holds times")
        {
            questions.push(Text::new(
                format!("cột «{}» ghi thời điểm gì? nếu cần, khai báo trong cases hoặc events", column.name),
                format!(
                    "what are the times of the column `{}`? declare it under `cases` or `events` if it matters",
                    column.name
                ),
            ));
        }
    }
    let mut sheets: Vec<String> = tables.iter().filter_map(|table| table.sheet.clone()).collect();
    // Of one sheet with two tables the name is given once.
    sheets.dedup();
    if sheets.len() > 1
        && tables.iter().all(|table| {
            table.shown.file.split('!').next() == tables.first().and_then(|first| first.shown.file.split('!').next())
        })
    {
        spec.sheets = OneOrMany(sheets);
    }
    let mut fill: Vec<String> = tables.iter().flat_map(|table| table.fill_down.clone()).collect();
    fill.arrange();
    fill.dedup();
    spec.fill_down = OneOrMany(fill);
    (spec, questions)
}

fn declare(spec: &mut MappingSpec, fields: &[(Field, String)]) {
    for (field, name) in fields.iter().filter(|(_, name)| !name.is_empty()) {
        let name = Some(name.clone());
        match field {
            Field::Event(field) => *field.cell(&mut spec.events) = name,
            Field::Case(field) => *field.cell(&mut spec.cases) = name,
            Field::Supplement(field) => *field.cell(&mut spec.supplements) = name,
        }
    }
}
