//! Tables of people (*bảng nhân sự*) of files and of memory, as the rows of a staff table.

use super::headings::Heading;
use super::inspect::Source;
use super::read::{Looked, look};
use super::statuses::plain;
use super::table::{Layout, Row, is_person, section_unit};
use super::times::{Times, shown_order};
use super::{DateOrder, Mapping, memory};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::text::Text;
use crate::base::time::Zone;
use crate::base::value::{Map, Node, Value};
use std::collections::HashMap;
use std::sync::Arc;

/// Fields of a person's row and their usual headings, in the form that a heading is compared in; in order of preference.
const FIELDS: &[(&str, &[&str])] = &[
    (
        ID,
        &[
            "id",
            "officer",
            "officerid",
            "macanbo",
            "macb",
            "macongchuc",
            "mavienchuc",
            "manhanvien",
            "manv",
            "masocanbo",
            "sohieucanbo",
            "sohieucongchuc",
            "sohieu",
            "maso",
            "ma",
            "code",
        ],
    ),
    (NAME, &["name", "hovaten", "hoten", "hovatencanbo", "hotencanbo", "tencanbo", "ten", "canbo", "fullname"]),
    (
        "aliases",
        &["aliases", "alias", "tenkhac", "taikhoan", "tendangnhap", "account", "username", "email", "thudientu"],
    ),
    (UNIT, &["unit", "donvi", "donvicongtac", "phongban", "phong", "bophan", "tendonvi", "madonvi", "department"]),
    ("position", &["position", "chucvu", "chucdanh", "vitrivieclam", "vitri", "machucvu"]),
    ("kind", &["kind", "loainhansu", "loaicanbo", "loaihinh", "doituong"]),
    ("duty_group", &["dutygroup", "nhomnhiemvu", "nhomnhiemvutuongdong", "nhom"]),
    (FROM, &["validfrom", "tungay", "hieuluctu", "ngaybatdau", "from"]),
    (TO, &["validto", "denngay", "hieulucden", "ngayketthuc", "to"]),
    ("clearance", &["clearance", "domat"]),
];
const ID: &str = "id";
const NAME: &str = "name";
const UNIT: &str = "unit";
const FROM: &str = "valid_from";
const TO: &str = "valid_to";

/// Words for the kind of employment and for secrecy, in their plain form, and the terms of a staff table.
const WORDS: &[(&str, &str)] = &[
    ("can bo", "official"),
    ("cong chuc", "civil_servant"),
    ("vien chuc", "public_employee"),
    ("hop dong", "contract"),
    ("hop dong lao dong", "contract"),
    ("thuong", "ordinary"),
    ("mat", "confidential"),
    ("toi mat", "secret"),
    ("tuyet mat", "top_secret"),
];

/// A table of people: the file and sheet, the headings, and the rows as a list of maps whose nodes are at row and column.
pub(crate) struct PeopleTable {
    pub(crate) file: Arc<str>,
    pub(crate) headings: Vec<String>,
    pub(crate) in_memory: bool,
    pub(crate) people: Vec<Node>,
}

/// What the office calls something that a table names; `None` if a cell of that field says nothing to it.
pub(crate) type Called<'a> = &'a dyn Fn(&str, &str) -> Option<String>;

/// The tables of people of files and of memory, and every fault: a source that cannot be read; a table without a column of
/// codes or names; a name that occurs twice where people have no codes; days that cannot be read. A person without
/// a code has the name as identifier.
pub(crate) fn people_tables(sources: &[Source<'_>], called: Called<'_>) -> (Vec<PeopleTable>, Faults) {
    let mut tables = Vec::new();
    let mut faults = Faults::new();
    for source in sources {
        let (looked, in_memory) = match source {
            Source::File(name, bytes) => {
                let file: Arc<str> = (*name).into();
                (look(name, bytes).map_err(|error| error.clone().at(error.place().clone().in_file(&file))), false)
            }
            Source::Table(table) => (memory::look(*table, usize::MAX).map(|table| vec![table]), true),
        };
        let Some(looked) = faults.keep(looked) else { continue };
        let before = tables.len();
        let mut missing = None;
        for one in looked.iter().filter(|one| !one.hidden && one.rows.iter().any(|row| !row.is_blank())) {
            match table(one, in_memory, called, &mut faults) {
                Ok(table) => tables.push(table),
                Err(error) => missing = missing.or(Some(error)),
            }
        }
        // A workbook may have sheets beside the one of the people.
        if let Some(error) = missing.filter(|_| tables.len() == before) {
            faults.push(error);
        }
    }
    (tables, faults)
}

/// The columns of the fields; a column holds one field.
fn columns(headings: &[Heading]) -> Vec<(&'static str, usize)> {
    let mut taken: Vec<(&'static str, usize)> = Vec::new();
    for (field, known) in FIELDS {
        let free = |column: &usize| !taken.iter().any(|(_, other)| other == column);
        let find = |name: &&str| headings.iter().position(|heading| heading.is_called(name)).filter(free);
        if let Some(column) = known.iter().find_map(find) {
            taken.push((field, column));
        }
    }
    taken
}

fn table(looked: &Looked, in_memory: bool, called: Called<'_>, faults: &mut Faults) -> Result<PeopleTable, Error> {
    let name = if looked.sheet.is_empty() { looked.file.clone() } else { format!("{}!{}", looked.file, looked.sheet) };
    let file: Arc<str> = name.into();
    let score = |headings: &[Heading]| {
        let found = columns(headings);
        (found.len(), usize::from(found.iter().any(|(field, _)| matches!(*field, ID | NAME))))
    };
    let at = |row: u64| Place { line: (row > 0).then_some(row), ..Place::default() }.in_file(&file);
    let missing = |headings: &[Heading], row: u64| {
        let shown = headings.iter().map(|heading| heading.name.as_str()).take(20).collect::<Vec<_>>().join(", ");
        Error::new(Code::MissingColumn).with("field", "people.id").with("columns", shown).at(at(row))
    };
    let Some(layout) = Layout::find_by(&looked.rows, None, &score)? else { return Err(missing(&[], 0)) };
    let fields = columns(&layout.headings);
    let of = |field: &str| fields.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
    let Some(key) = of(ID).or_else(|| of(NAME)) else { return Err(missing(&layout.headings, layout.heading_row)) };
    // A table with the fields of a person's row has no other ones: a misspelt one would be lost without a word.
    if layout.headings.iter().any(|heading| heading.name == ID) {
        let known = || FIELDS.iter().map(|(field, _)| *field);
        let spare =
            layout.headings.iter().enumerate().filter(|(column, heading)| {
                !heading.name.is_empty() && !fields.iter().any(|(_, taken)| taken == column)
            });
        for (column, heading) in spare {
            let fault = Error::new(Code::UnknownField).with("field", &heading.name);
            let fault = fault.with_text("allowed", Text::same(known().collect::<Vec<_>>().join(", ")));
            let place = Place::position(layout.heading_row, column as u64 + 1).in_file(&file);
            faults.push(fault.suggest(&heading.name, known()).at(place));
        }
    }
    let body = || looked.rows.iter().filter(|row| row.number > layout.last_heading && !row.is_blank());
    let dates = [FROM, TO].into_iter().filter_map(of);
    let shown = dates.flat_map(|column| body().filter_map(move |row| shown_order(row.text(column)))).next();
    let order = shown.or_else(|| layout.is_vietnamese().then_some(DateOrder::DayFirst));
    let mut people = Vec::new();
    let mut names: HashMap<String, u64> = HashMap::new();
    let mut section = None;
    for row in body() {
        if !is_person(row, key, layout.headings.len()) {
            section = section_unit(row).or(section);
            continue;
        }
        let mut reader = PersonReader { row, order, called, file: &file, faults };
        let mut map = Map::default();
        for (field, column) in &fields {
            if let Some(value) = reader.value(field, *column, &layout.headings) {
                map.insert(field, node(value, row.number, *column));
            }
        }
        if map.get(UNIT).is_none()
            && let Some(unit) = section.as_deref().and_then(|unit| called(UNIT, unit))
        {
            map.insert(UNIT, node(Value::Text(unit.into()), row.number, key));
        }
        if map.get(ID).is_none()
            && let Some(name) = map.get(NAME).and_then(|name| name.value.as_text()).map(str::to_owned)
        {
            if let Some(first) = names.insert(plain(&name), row.number) {
                // A frame counts its rows from 0.
                let shown = |row: u64| row.saturating_sub(u64::from(in_memory));
                let row_of = |row| Text::new(format!("dòng {}", shown(row)), format!("row {}", shown(row)));
                let fault = Error::new(Code::SameName).with("name", &name);
                let fault = fault.with_text("one", row_of(first)).with_text("two", row_of(row.number));
                reader.faults.push(fault.at(Place::position(row.number, key as u64 + 1).in_file(&file)));
            }
            map.insert(ID, node(Value::Text(name.into()), row.number, key));
        }
        people.push(node(Value::Map(map), row.number, key));
    }
    let headings = layout.headings.iter().map(|heading| heading.name.clone()).collect();
    Ok(PeopleTable { file, headings, in_memory, people })
}

/// A value at a row and a column, which is counted from 1.
fn node(value: Value, row: u64, column: usize) -> Node {
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    Node { value, line: number(row.max(1)), column: number(column as u64 + 1) }
}

/// Reads the cells of a person.
struct PersonReader<'a> {
    row: &'a Row<'a>,
    order: Option<DateOrder>,
    called: Called<'a>,
    file: &'a Arc<str>,
    faults: &'a mut Faults,
}

impl PersonReader<'_> {
    fn value(&mut self, field: &str, column: usize, headings: &[Heading]) -> Option<Value> {
        let text = self.row.text(column);
        if Mapping::default().is_missing(text) || text.chars().all(|letter| !letter.is_alphanumeric()) {
            return None;
        }
        let one = |text: &str| Some(Value::Text(text.into()));
        match field {
            FROM | TO => {
                // Only the day counts, and it is read and written in one zone.
                let zone = Zone::utc();
                match (Times { zone: Some(&zone), order: self.order }).read(text) {
                    Ok(moment) => one(&zone.date_of(moment.at).to_string()),
                    Err(error) => {
                        let heading = headings.get(column).map_or("", |heading| heading.name.as_str());
                        let place = Place::position(self.row.number, column as u64 + 1).in_file(self.file);
                        self.faults.push(error.with("column", heading).at(place));
                        None
                    }
                }
            }
            "aliases" => {
                let parts = text.split([';', ',', '|']).map(str::trim).filter(|part| !part.is_empty());
                let nodes = parts.map(|part| node(Value::Text(part.into()), self.row.number, column));
                Some(Value::List(nodes.collect()))
            }
            "kind" | "clearance" => {
                let word = plain(text);
                one(WORDS.iter().find(|(known, _)| *known == word).map_or(text, |(_, term)| term))
            }
            field => (self.called)(field, text).and_then(|name| one(&name)),
        }
    }
}
