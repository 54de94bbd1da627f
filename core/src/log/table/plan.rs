//! What the columns of a table mean, and how its rows become cases and events.

use super::cell::{Cell, CellKind, Row};
use super::layout::{Layout, fingerprint, is_numbering};
use super::rows::{self, Kind};
use crate::base::error::{Code, Error, Place, nearest};
use crate::base::value::{Map, Node, Value};
use crate::log::builder::Builder;
use crate::log::codes;
use crate::log::headings::{
    CaseField, Choice, EventField, Field, Heading, SupplementField, choose, find, patterned_order, unknown_column,
};
use crate::log::imported_rows::{Beside, ForeignRow};
use crate::log::spec::DateOrder;
use crate::log::times::{Times, shown_order};
use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What the columns of a table mean.
pub(in crate::log) struct Plan {
    pub(in crate::log) headings: Vec<Heading>,
    pub(in crate::log) fields: Vec<(Field, usize)>,
    /// Columns that are kept as `data`.
    data: Vec<(String, usize)>,
    /// Columns that no field is read from.
    pub(in crate::log) rest: Vec<usize>,
    fill_down: Vec<usize>,
    /// The column of the case.
    key: usize,
    is_events: bool,
    is_cases: bool,
    is_supplements: bool,
    /// Whether dates whose order a column does not show are written with the day first.
    pub(in crate::log) day_first: bool,
}

impl Plan {
    /// The plan of a table.
    ///
    /// # Errors
    /// A column that is declared or required and that the table does not have; two columns of one heading that a field
    /// might be read from.
    pub(in crate::log) fn new(builder: &mut Builder<'_>, layout: &Layout) -> Result<Self, Error> {
        let place = layout.place();
        let mapping = builder.mapping;
        let headings = layout.headings.clone();
        let names = || headings.iter().map(|heading| heading.name.as_str());
        let Choice { fields, mut faults } = choose(&headings, mapping);
        let mut plan = Self {
            data: Vec::new(),
            rest: Vec::new(),
            fill_down: Vec::new(),
            key: 0,
            is_events: false,
            is_cases: false,
            is_supplements: false,
            day_first: layout.is_vietnamese(),
            fields,
            headings: headings.clone(),
        };
        for (field, column) in &plan.fields {
            match field {
                Field::Event(EventField::CaseId) => plan.key = *column,
                Field::Event(EventField::At | EventField::Started) => plan.is_events = true,
                Field::Event(_) => {}
                Field::Case(_) => plan.is_cases = true,
                Field::Supplement(SupplementField::Asked | SupplementField::Came) => plan.is_supplements = true,
                Field::Supplement(_) => {}
            }
        }
        // Of two columns with one heading nobody knows which one is meant.
        for (field, column) in &plan.fields {
            let name = headings.get(*column).map_or("", |heading| heading.name.as_str());
            if names().filter(|other| *other == name).count() > 1 {
                return Err(Error::new(Code::DuplicateKey).with("key", name).with("field", field.name()).at(place));
            }
        }
        // If a declared column is missing, each row would only add a fault of its own.
        if let Some(field) = plan.lacks() {
            if let Some((_, last)) = faults.pop() {
                faults.into_iter().for_each(|(_, fault)| builder.fail(fault.at(place.clone())));
                return Err(last.at(place));
            }
            let columns = names().take(20).collect::<Vec<_>>().join(", ");
            return Err(Error::new(Code::MissingColumn).with("field", field).with("columns", columns).at(place));
        }
        // Of several files each has some of the declared columns.
        builder.declared_in_vain(faults, &place, layout.keys);
        for (field, column) in &plan.fields {
            let name = headings.get(*column).map_or("", |heading| heading.name.as_str());
            builder.reading.columns.insert(field.name(), name.to_owned());
            builder.met(name);
        }
        for (column, key) in &mapping.data {
            match find(&headings, column) {
                Some(index) => {
                    plan.data.push((key.clone(), index));
                    builder.met(column);
                }
                None => {
                    let fault = unknown_column(column, names());
                    builder.declared_in_vain(vec![(column.clone(), fault)], &place, layout.keys);
                }
            }
        }
        for column in &mapping.fill_down {
            plan.fill_down.extend(find(&headings, column));
        }
        plan.rest =
            (0..headings.len()).filter(|column| !plan.fields.iter().any(|(_, taken)| taken == column)).collect();
        let data = |column: &&usize| !plan.data.iter().any(|(_, taken)| taken == *column);
        let ignored = plan.rest.iter().filter(data).filter_map(|column| headings.get(*column));
        for heading in ignored.filter(|heading| !heading.name.is_empty()) {
            if !builder.reading.ignored.contains(&heading.name) {
                builder.reading.ignored.push(heading.name.clone());
            }
            // The name of a field, misspelt: its cells are not read, which nobody would notice.
            if let Some(meant) = misspelt(&heading.name, &plan.fields) {
                let fault = Error::new(Code::UnknownField).with("field", &heading.name).with("suggestion", meant);
                builder.remark(fault.at(place.clone()));
            }
        }
        Ok(plan)
    }

    /// A required field that no column holds: without it the table is of no use.
    fn lacks(&self) -> Option<&'static str> {
        let has_key = self.fields.iter().any(|(field, _)| *field == Field::Event(EventField::CaseId));
        match (has_key, self.is_events || self.is_cases || self.is_supplements) {
            (false, _) => Some("events.case_id"),
            (true, false) => Some("events.at"),
            _ => None,
        }
    }

    pub(in crate::log) fn column(&self, field: Field) -> Option<usize> {
        self.fields.iter().find(|(known, _)| *known == field).map(|(_, column)| *column)
    }

    /// The columns of times.
    pub(in crate::log) fn times(&self) -> impl Iterator<Item = usize> {
        self.fields.iter().filter(|(field, _)| is_time(*field)).map(|(_, column)| *column)
    }
}

/// The field of which a heading is probably the misspelt name, if no column holds that field.
fn misspelt(heading: &str, taken: &[(Field, usize)]) -> Option<&'static str> {
    /// Letters of a name below which another word is easily as near: `name` is no `came`.
    const SHORTEST: usize = 6;
    let free = Field::all().filter(|field| !taken.iter().any(|(known, _)| known == field));
    let names = free.map(Field::bare_name).filter(|name| name.len() >= SHORTEST && heading.len() >= SHORTEST);
    nearest(heading, names)
}

/// Whether a field holds a time.
pub(in crate::log) fn is_time(field: Field) -> bool {
    match field {
        Field::Event(field) => matches!(field, EventField::At | EventField::Started | EventField::RecordedAt),
        Field::Case(field) => matches!(
            field,
            CaseField::Submitted
                | CaseField::Received
                | CaseField::Accepted
                | CaseField::DueRecorded
                | CaseField::DueOriginal
                | CaseField::Finished
                | CaseField::Returned
                | CaseField::Stopped
        ),
        Field::Supplement(_) => true,
    }
}

/// The orders of dates that a column has shown.
#[derive(Default)]
struct Orders {
    column: usize,
    /// The order in which its dates are read.
    order: Option<DateOrder>,
    /// The first rows that show the day, and the month, to come first.
    shown: [Option<u64>; 2],
}

/// Reads the rows of a table into a builder.
pub(in crate::log) struct TableReader {
    plan: Plan,
    last_heading: u64,
    /// The place of the headings.
    place: Place,
    /// Whether a row must have as many cells as the headings: in delimited text another number is a fault.
    pub(in crate::log) same_width: bool,
    orders: Vec<Orders>,
    /// Whether most cases are called by a mere number, so that a number begins no section.
    numbered: bool,
    /// The cells above, of the columns to fill.
    above: Vec<String>,
    /// The unit that a title or the section above names, for rows that name none.
    section: Option<String>,
    /// Whether the signatures below the table have begun.
    signed: bool,
    hidden: (u64, Option<u64>),
    uncomputed: (u64, Option<u64>),
}

impl TableReader {
    /// A reader for a table, of whose rows some are known beforehand.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub(in crate::log) fn new(builder: &mut Builder<'_>, layout: &Layout, sample: &[Row<'_>]) -> Result<Self, Error> {
        let plan = Plan::new(builder, layout)?;
        let mapping = builder.mapping;
        let patterned = plan.headings.iter().find_map(|heading| patterned_order(&heading.name));
        let body = || sample.iter().filter(|row| row.number > layout.last_heading);
        let mut orders: Vec<Orders> = plan.times().map(|column| Orders { column, ..Orders::default() }).collect();
        let of = |column: usize| body().find_map(|row| shown_order(row.text(column)));
        let sure = mapping.dates.or(patterned);
        // All columns of a table are written alike, so one that shows its order speaks for the others.
        let first = orders.iter().find_map(|one| of(one.column));
        let assumed = plan.day_first.then_some(DateOrder::DayFirst);
        for one in &mut orders {
            one.order = sure.or_else(|| of(one.column)).or(first).or(assumed);
        }
        builder.reading.day_first_assumed |= sure.is_none() && first.is_none() && assumed.is_some();
        let above = vec![String::new(); plan.fill_down.len()];
        let keys = || body().map(|row| row.text(plan.key)).filter(|key| !key.is_empty());
        let numbers = keys().filter(|key| key.bytes().all(|byte| byte.is_ascii_digit())).count();
        let numbered = numbers * 2 > keys().count();
        Ok(Self {
            last_heading: layout.last_heading,
            place: layout.place(),
            same_width: false,
            orders,
            numbered,
            above,
            section: sample.iter().filter(|row| row.number < layout.heading_row).find_map(rows::titled_unit),
            signed: false,
            hidden: (0, None),
            uncomputed: (0, None),
            plan,
        })
    }

    /// Whether a field, or `data`, is read from the column of this heading.
    pub(in crate::log) fn reads(&self, heading: &str) -> bool {
        let plan = &self.plan;
        let fields = plan.fields.iter().map(|(_, column)| column);
        let mut used = fields.chain(plan.data.iter().map(|(_, column)| column));
        used.any(|column| plan.headings.get(*column).is_some_and(|known| known.name == heading))
    }

    /// Takes a row.
    pub(in crate::log) fn take(&mut self, builder: &mut Builder<'_>, row: &mut Row<'_>) {
        if row.number <= self.last_heading || row.is_blank() {
            return;
        }
        builder.reading.rows_read += 1;
        if let Some(kind) = self.structure(row) {
            let value = row.filled().map(|(_, text)| text).take(4).collect::<Vec<_>>().join(" ");
            let error = Error::new(Code::NotACase).with_text("kind", kind.text()).with("value", value);
            return builder.leave_out(error, row.number);
        }
        if row.hidden {
            note(&mut self.hidden, row.number);
        }
        if self.same_width && row.cells.len() != self.plan.headings.len() {
            let width = self.plan.headings.len();
            let spare = row.cells.get(width..).is_some_and(|spare| spare.iter().all(|cell| cell.text.is_empty()));
            if !spare {
                let fault = Error::new(Code::RowLength).with("found", row.cells.len()).with("expected", width);
                return builder.set_aside(fault.into(), "events", row.number);
            }
        }
        self.take_cells(builder, row);
    }

    /// Takes a row that cannot be a title or a total: one of JSON. It lacks the keys that it leaves out.
    pub(in crate::log) fn take_record(&mut self, builder: &mut Builder<'_>, row: &mut Row<'_>) {
        builder.reading.rows_read += 1;
        row.cells.resize_with(self.width(), Cell::default);
        self.take_cells(builder, row);
    }

    /// The number of columns.
    pub(in crate::log) fn width(&self) -> usize {
        self.plan.headings.len()
    }

    /// Adds columns on the right, which a row of JSON has as the first one.
    ///
    /// # Errors
    /// As [`Plan::new`].
    pub(in crate::log) fn widen(
        &mut self,
        builder: &mut Builder<'_>,
        layout: &Layout,
        row: &Row<'_>,
    ) -> Result<(), Error> {
        let mut wider = Self::new(builder, layout, std::slice::from_ref(row))?;
        for one in &mut wider.orders {
            let known = self.orders.iter().find(|known| known.column == one.column);
            match known {
                Some(known) => (one.order, one.shown) = (known.order, known.shown),
                None => one.order = one.order.or(self.orders.iter().find_map(|known| known.order)),
            }
        }
        for (above, column) in wider.above.iter_mut().zip(&wider.plan.fill_down) {
            let known = self.plan.fill_down.iter().position(|known| known == column);
            *above = known.and_then(|known| self.above.get(known)).cloned().unwrap_or_default();
        }
        *self = wider;
        Ok(())
    }

    fn take_cells(&mut self, builder: &mut Builder<'_>, row: &mut Row<'_>) {
        for (above, column) in self.above.iter_mut().zip(&self.plan.fill_down) {
            match row.cells.get_mut(*column) {
                Some(cell) if cell.text.is_empty() => cell.text = Cow::Owned(above.clone()),
                Some(cell) => *above = cell.text.to_string(),
                None => {}
            }
        }
        for one in &mut self.orders {
            let cell = row.text(one.column);
            // Only a date whose year comes last, or one in words, can show an order.
            let separated = cell.bytes().take(3).skip(1).any(|byte| matches!(byte, b'/' | b'-' | b'.'));
            if (separated || !cell.is_ascii() || cell.contains(' '))
                && let Some(order) = shown_order(cell)
            {
                one.shown.iter_mut().skip(order as usize).take(1).for_each(|seen| _ = seen.get_or_insert(row.number));
            }
        }
        let used =
            |(_, column): &(Field, usize)| row.cells.get(*column).is_some_and(|cell| cell.kind == CellKind::Uncomputed);
        if self.plan.fields.iter().any(used) {
            note(&mut self.uncomputed, row.number);
        }
        self.push(builder, row);
    }

    /// What a row is that belongs to the table but describes no case.
    fn structure(&mut self, row: &Row<'_>) -> Option<Kind> {
        if is_numbering(row) {
            return Some(Kind::Numbers);
        }
        let same =
            |(column, text): (usize, &str)| self.plan.headings.get(column).is_some_and(|heading| heading.name == text);
        let (filled, repeated) =
            row.filled().fold((0, 0), |(all, some), cell| (all + 1, some + usize::from(same(cell))));
        if repeated >= 2 && repeated * 2 > filled {
            return Some(Kind::Headings);
        }
        let key = row.text(self.plan.key);
        let number = self.numbered && !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
        let has_code = number || rows::is_code(key);
        let kind = rows::kind(row, self.plan.key, self.plan.headings.len(), self.signed, has_code)?;
        // A row with a code of its own is a case, whatever else is in it.
        if has_code {
            return None;
        }
        match kind {
            // The title of a field of work, or the number of a page, leaves the unit above it in place.
            Kind::Section => {
                self.section = rows::section_title(row).filter(|title| rows::names_unit(title)).or(self.section.take())
            }
            Kind::Signature => self.signed = true,
            _ => {}
        }
        Some(kind)
    }

    fn push(&self, builder: &mut Builder<'_>, row: &Row<'_>) {
        let mapping = builder.mapping;
        let plan = &self.plan;
        let cell = |field: Field| {
            let column = plan.column(field)?;
            row.cells.get(column).map(|cell| cell.text.as_ref()).filter(|text| !mapping.is_missing(text))
        };
        let times = |field: Field| {
            let order = plan.column(field).and_then(|column| self.orders.iter().find(|one| one.column == column));
            Times { zone: mapping.zone.as_ref(), order: order.and_then(|one| one.order).or(mapping.dates) }
        };
        let name = |field: Field| {
            plan.column(field).and_then(|column| plan.headings.get(column)).map(|heading| heading.name.as_str())
        };
        let procedure = plan.column(Field::Case(CaseField::Procedure)).and_then(|column| row.cells.get(column));
        let procedure = procedure.and_then(|cell| code(builder, cell));
        let mut rest = 0;
        let mut data = None;
        if plan.is_events {
            let mut hasher = DefaultHasher::new();
            plan.rest.iter().for_each(|column| row.text(*column).hash(&mut hasher));
            rest = hasher.finish();
            let cells = plan.data.iter().map(|(key, column)| (key.as_str(), row.text(*column)));
            let map: Map = cells
                .filter(|(_, text)| !mapping.is_missing(text))
                .map(|(key, text)| (key, Value::Text(text.into())))
                .collect();
            data = (!map.is_empty()).then(|| Node::from(Value::Map(map)));
        }
        let section = self.section.as_deref();
        builder.foreign_row(&ForeignRow {
            cell: &cell,
            times: &times,
            name: &name,
            procedure: procedure.as_deref(),
            section,
            is_events: plan.is_events,
            is_cases: plan.is_cases,
            is_supplements: plan.is_supplements,
            beside: Beside { rest, data: data.as_ref(), line: row.number, assigns_resource: false },
        });
    }

    /// Reports what only the whole table shows.
    pub(in crate::log) fn finish(self, builder: &mut Builder<'_>) {
        let made_for = &builder.mapping.made_for;
        if !made_for.is_empty() && !made_for.contains(&fingerprint(&self.plan.headings)) {
            builder.remark(Error::new(Code::OtherHeadings).at(self.place));
        }
        for one in &self.orders {
            if let [Some(day), Some(month)] = one.shown
                && builder.mapping.dates.is_none()
            {
                let name = self.plan.headings.get(one.column).map_or("", |heading| heading.name.as_str());
                let fault = Error::new(Code::MixedDates).with("column", name);
                let (first, second) = (day.min(month), day.max(month));
                let related = builder.place_in_file(second);
                builder.fail(fault.at(builder.place_in_file(first)).related(related));
            }
        }
        for (code, (count, first)) in [(Code::HiddenRows, self.hidden), (Code::UncomputedCells, self.uncomputed)] {
            if let Some(first) = first {
                builder
                    .remark(Error::new(code).with("count", count).at(Place { line: Some(first), ..Place::default() }));
            }
        }
    }
}

fn note(seen: &mut (u64, Option<u64>), row: u64) {
    seen.0 += 1;
    seen.1.get_or_insert(row);
}

/// The code of a procedure in a cell, repaired if a spreadsheet or a portal spoiled it; a code that the office has is
/// right as it is.
fn code<'a>(builder: &mut Builder<'_>, cell: &'a Cell<'_>) -> Option<Cow<'a, str>> {
    let text = cell.text.as_ref();
    if builder.mapping.is_missing(text) {
        return None;
    }
    if builder.mapping.has_procedure(text) != Some(true)
        && let Some(repaired) = codes::national(text)
    {
        *builder.reading.repaired.entry(text.to_owned()).or_default() += 1;
        return Some(Cow::Owned(repaired));
    }
    Some(Cow::Borrowed(text))
}
