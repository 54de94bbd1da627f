//! Rows of JSON with the keys of another system: rows of one kind are a table, whose headings are their keys.

use super::cell::{Cell, CellKind, Row};
use super::layout::Layout;
use super::plan::TableReader;
use crate::base::error::{Code, Error, Place};
use crate::base::value::{Map, Node, Value, parse_json};
use crate::log::Mapping;
use crate::log::builder::Builder;
use crate::log::headings::{Heading, names_case};
use crate::log::limited_reader::Limits;
use std::borrow::Cow;

/// Rows by which the keys and the order of dates are known before the first one is read.
const AHEAD: usize = 2_000;
/// Kinds of rows that are kept apart.
const MOST_KINDS: usize = 64;

/// The kinds of rows seen so far, each by its keys in the order in which they first appeared. Exports leave out what is
/// empty, so a row belongs to the kind with which it shares most of its keys.
#[derive(Default)]
pub(in crate::log) struct Kinds {
    pub(in crate::log) kinds: Vec<Vec<String>>,
    /// The keys of the last row, its kind, and the column of each key.
    last: (Vec<Box<str>>, usize, Vec<usize>),
}

impl Kinds {
    /// The kind of a row, and its cells in the order of the keys of that kind.
    pub(in crate::log) fn row(&mut self, map: &Map, number: u64) -> (usize, Row<'static>) {
        if self.kinds.is_empty() || !map.iter().map(|(key, _)| key).eq(self.last.0.iter().map(|key| &**key)) {
            self.learn(map);
        }
        let (_, kind, columns) = &self.last;
        let width = self.kinds.get(*kind).map_or(0, Vec::len);
        let mut cells = vec![Cell::default(); width];
        for ((_, node), column) in map.iter().zip(columns) {
            if let Some(slot) = cells.get_mut(*column) {
                *slot = cell(&node.value);
            }
        }
        (*kind, Row { number, cells, hidden: false })
    }

    /// Notes the keys of a row, which may be new.
    fn learn(&mut self, map: &Map) {
        let shared = |kind: &Vec<String>| kind.iter().filter(|key| map.get(key).is_some()).count();
        let kinds = self.kinds.iter().enumerate();
        let best = kinds.map(|(index, kind)| (shared(kind), std::cmp::Reverse(index))).max();
        let alike = best.filter(|(shared, std::cmp::Reverse(index))| {
            let smaller = self.kinds.get(*index).map_or(0, Vec::len).min(map.len());
            shared * 2 > smaller || self.kinds.len() >= MOST_KINDS
        });
        let kind = alike.map_or(self.kinds.len(), |(_, std::cmp::Reverse(index))| index);
        if kind == self.kinds.len() {
            self.kinds.push(Vec::new());
        }
        let Some(keys) = self.kinds.get_mut(kind) else { return };
        let mut columns = Vec::with_capacity(map.len());
        for (key, _) in map.iter() {
            columns.push(keys.iter().position(|known| known == key).unwrap_or_else(|| {
                keys.push(key.to_owned());
                keys.len() - 1
            }));
        }
        self.last = (map.iter().map(|(key, _)| key.into()).collect(), kind, columns);
    }

    /// The keys of a kind as the headings of a table.
    pub(in crate::log) fn layout(&self, kind: usize) -> Layout {
        let keys = self.kinds.get(kind).into_iter().flatten();
        Layout { headings: keys.map(|key| Heading::of(&[key])).collect(), keys: true, heading_row: 0, last_heading: 0 }
    }
}

/// The value of a key as a cell of a table would have it; lists and maps are none.
fn cell(value: &Value) -> Cell<'static> {
    let (text, kind) = match value {
        Value::Text(text) => return Cell::text(text).owned(),
        Value::Integer(number) => (number.to_string(), CellKind::Number),
        Value::Decimal(number) => (number.as_written(), CellKind::Number),
        Value::Bool(yes) => (yes.to_string(), CellKind::Text),
        Value::Null | Value::List(_) | Value::Map(_) => return Cell::default(),
    };
    Cell { text: Cow::Owned(text), kind }
}

/// Reads rows with foreign keys into a builder.
#[derive(Default)]
pub(in crate::log) struct Records {
    kinds: Kinds,
    tables: Vec<Result<TableReader, Error>>,
    /// The first rows, with their kinds, until there are enough to know them by.
    ahead: Vec<(usize, Row<'static>)>,
    begun: bool,
}

impl Records {
    /// Takes a row; `number` is its line, or its place in its list.
    pub(in crate::log) fn push(&mut self, builder: &mut Builder<'_>, map: &Map, number: u64, limits: Limits) {
        if map.len() > limits.attributes {
            let fault = Error::new(Code::TooLarge).with("what", "columns").with("limit", limits.attributes);
            return builder.refuse(fault, "events", number);
        }
        let (kind, row) = self.kinds.row(map, number);
        if self.begun {
            return self.take(builder, kind, row);
        }
        self.ahead.push((kind, row));
        if self.ahead.len() == AHEAD {
            self.begin(builder);
        }
    }

    /// Reads the first rows.
    fn begin(&mut self, builder: &mut Builder<'_>) {
        self.begun = true;
        let ahead = std::mem::take(&mut self.ahead);
        for kind in 0..self.kinds.kinds.len() {
            let sample: Vec<Row<'_>> =
                ahead.iter().filter(|(other, _)| *other == kind).map(|(_, row)| row.clone()).collect();
            self.tables.push(TableReader::new(builder, &self.kinds.layout(kind), &sample));
        }
        ahead.into_iter().for_each(|(kind, row)| self.take(builder, kind, row));
    }

    fn take(&mut self, builder: &mut Builder<'_>, kind: usize, mut row: Row<'static>) {
        if kind >= self.tables.len() {
            self.tables.push(TableReader::new(builder, &self.kinds.layout(kind), std::slice::from_ref(&row)));
        }
        match self.tables.get_mut(kind) {
            Some(Ok(table)) => {
                if row.cells.len() > table.width()
                    && let Err(error) = table.widen(builder, &self.kinds.layout(kind), &row)
                {
                    return builder.refuse(error, "events", row.number);
                }
                table.take_record(builder, &mut row);
            }
            // Without a column that it needs no row of this kind can be read.
            Some(Err(error)) => builder.refuse(error.clone().at(Place::default()), "events", row.number),
            None => {}
        }
    }

    /// Reads what is left, and reports what only all rows show.
    pub(in crate::log) fn finish(mut self, builder: &mut Builder<'_>) {
        if !self.begun {
            self.begin(builder);
        }
        self.tables.into_iter().flatten().for_each(|table| table.finish(builder));
    }
}

/// Whether a map is a row of another system rather than one of this library's shapes: it has a column that the mapping
/// declares under a name of its own, or most of its keys are no fields of a row.
pub(in crate::log) fn is_foreign(map: &Map, mapping: &Mapping) -> bool {
    let known = |key: &str| OWN.contains(&key);
    let declared = |key: &str| !known(key) && mapping.sections().iter().flatten().any(|column| *column == key);
    let strange = map.iter().filter(|(key, _)| !known(key)).count();
    let is_event = map.get("at").is_some() && map.get("act").is_some();
    map.iter().any(|(key, _)| declared(key)) || (!is_event && !map.is_empty() && strange * 2 >= map.len())
}

/// The fields of a row in this library's own shapes.
const OWN: [&str; 26] = [
    "event_id",
    "office",
    "case_id",
    "seq",
    "at",
    "day_only",
    "recorded_at",
    "act",
    "step",
    "actor",
    "on_behalf_of",
    "assignee",
    "unit",
    "data",
    "procedure",
    "submitted",
    "received",
    "accepted",
    "due_recorded",
    "due_original",
    "finished",
    "returned",
    "stopped",
    "status",
    "responsible",
    "channel",
];

/// The lists of rows in a document, each with its pointer; none if the document is a row itself.
pub(in crate::log) fn lists<'n>(document: &'n Node, mapping: &Mapping) -> Vec<(String, &'n [Node])> {
    /// Depth at which a list of rows may be: `{"result": {"items": […]}}`.
    const DEPTH: usize = 3;
    fn find<'n>(node: &'n Node, pointer: &str, depth: usize, mapping: &Mapping, out: &mut Vec<(String, &'n [Node])>) {
        match &node.value {
            Value::List(rows) if rows.iter().any(|row| matches!(row.value, Value::Map(_))) => {
                out.push((pointer.to_owned(), rows));
            }
            Value::Map(map) if depth > 0 && !is_row(map, mapping) => {
                for (key, node) in map.iter() {
                    let mut pointer = pointer.to_owned();
                    crate::base::value::push_token(&mut pointer, key);
                    find(node, &pointer, depth - 1, mapping, out);
                }
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    find(document, "", DEPTH, mapping, &mut out);
    out
}

/// Whether a map names a case.
fn is_row(map: &Map, mapping: &Mapping) -> bool {
    map.iter().any(|(key, node)| {
        !matches!(node.value, Value::Null | Value::List(_) | Value::Map(_)) && names_case(key, &mapping.events)
    })
}

/// The kinds of rows in JSON lines or in a document, with their first rows; none if they are this library's own, or
/// cannot be read.
pub(in crate::log) fn tables(bytes: &[u8], mapping: &Mapping, most: usize) -> Vec<(String, Layout, Vec<Row<'static>>)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    /// A list by its pointer, the kinds of its rows, and its rows with their kinds.
    type List = (String, Kinds, Vec<(usize, Row<'static>)>);
    let mut found: Vec<List> = Vec::new();
    let mut add = |pointer: &str, map: &Map, number: u64| {
        let at = found.iter().position(|(known, ..)| known == pointer).unwrap_or_else(|| {
            found.push((pointer.to_owned(), Kinds::default(), Vec::new()));
            found.len() - 1
        });
        if let Some((_, kinds, rows)) = found.get_mut(at).filter(|(_, _, rows)| rows.len() < most) {
            rows.push(kinds.row(map, number));
        }
    };
    let mut document = |node: &Node, line: u64| -> bool {
        let lists = lists(node, mapping);
        let first = lists.iter().find_map(|(_, rows)| rows.first()).unwrap_or(node);
        let Value::Map(first) = &first.value else { return false };
        if is_ocel(node) || !is_foreign(first, mapping) {
            return false;
        }
        if lists.is_empty() {
            add("", first, line);
        }
        for (pointer, rows) in &lists {
            for (row, number) in rows.iter().zip(0..) {
                if let Value::Map(map) = &row.value {
                    add(pointer, map, number);
                }
            }
        }
        true
    };
    for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1..) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        match parse_json(line) {
            Ok(node) => {
                if !document(&node, number) {
                    break;
                }
            }
            Err(_) if number == 1 => {
                let _ = parse_json(bytes).map(|node| document(&node, 1));
                break;
            }
            // A line that is cut, or broken: the reading says which.
            Err(_) => {}
        }
    }
    let mut tables = Vec::new();
    for (pointer, kinds, rows) in found {
        let mut parts: Vec<Vec<Row<'static>>> = vec![Vec::new(); kinds.kinds.len()];
        for (kind, row) in rows {
            if let Some(part) = parts.get_mut(kind) {
                part.push(row);
            }
        }
        for (kind, rows) in parts.into_iter().enumerate() {
            tables.push((pointer.clone(), kinds.layout(kind), rows));
        }
    }
    tables
}

fn is_ocel(node: &Node) -> bool {
    matches!(&node.value, Value::Map(map) if crate::log::ocel::is_ocel(map))
}

#[cfg(test)]
#[path = "../tests/records.rs"]
mod tests;
