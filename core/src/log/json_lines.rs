//! JSON: one row per line, or one document of lists of rows; in this library's own shapes, or with the keys of another
//! system.

use super::builder::Builder;
use super::limited_reader::{Limits, Meter};
use super::offsets::with_offsets;
#[cfg(feature = "xes")]
use super::table::{Records, is_foreign, lists};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::shape::{Cursor, Shape};
use crate::base::value::{Node, Value, parse_json};
use crate::case::{CaseRow, Event};
use std::io::{BufRead, Read};

/// Largest log in bytes that is a single document; unlike lines, it is held in memory as a whole.
const MAX_DOCUMENT: u64 = 256 << 20;

/// Reads JSON lines, or one document that spans all lines, into a builder.
///
/// # Errors
/// What makes the rest unreadable: a limit, the input itself, a document that is not JSON.
pub(super) fn read_json<R: BufRead>(builder: &mut Builder<'_>, input: R, limits: Limits) -> Result<(), Error> {
    let mut rows = Rows {
        limits,
        own: None,
        #[cfg(feature = "xes")]
        records: None,
    };
    let read = read_rows(builder, &mut rows, input, limits);
    #[cfg(feature = "xes")]
    if let Some(records) = rows.records {
        records.finish(builder);
    }
    read
}

fn read_rows<R: BufRead>(builder: &mut Builder<'_>, rows: &mut Rows, input: R, limits: Limits) -> Result<(), Error> {
    let mut meter = Meter::new(input, limits);
    let mut text = Vec::new();
    // The first line may be a whole document.
    meter.allow_token(MAX_DOCUMENT);
    loop {
        if builder.should_stop() {
            return Ok(());
        }
        text.clear();
        let (line, _) = meter.mark();
        match meter.read_until(b'\n', &mut text) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(meter.fault(&error)),
        }
        if line == 1 && text.starts_with(b"\xef\xbb\xbf") {
            text.drain(..3);
        }
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if line > 1 {
            meter.allow_token(limits.token);
        }
        match parse_json(&text) {
            Ok(node) => rows.take(builder, &node, line - 1),
            // A document of several lines begins with a brace or bracket that is not closed on the first line.
            Err(error) if line == 1 && error.code() == Code::Syntax => {
                if let Err(error) = meter.read_to_end(&mut text) {
                    return Err(meter.fault(&error));
                }
                rows.take(builder, &parse_json(&text)?, 0);
                return Ok(());
            }
            Err(error) => {
                let column = error.place().column.unwrap_or(1);
                builder.refuse(error.at(Place::position(line, column)), "events", line);
            }
        }
    }
}

/// The rows of one file.
struct Rows {
    #[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only foreign rows have limits of their own"))]
    limits: Limits,
    /// Whether they have this library's own shapes, as the first one shows.
    own: Option<bool>,
    /// The foreign rows that are lines.
    #[cfg(feature = "xes")]
    records: Option<Records>,
}

impl Rows {
    /// Takes a row, a list of rows, or a document of lists; `above` is the number of lines before the node.
    fn take(&mut self, builder: &mut Builder<'_>, node: &Node, above: u64) {
        #[cfg(feature = "xes")]
        if matches!(&node.value, Value::Map(map) if super::ocel::is_ocel(map)) {
            return super::ocel::read_ocel(builder, node);
        }
        #[cfg(feature = "xes")]
        if !*self.own.get_or_insert_with(|| is_own(builder, node)) {
            return self.take_foreign(builder, node, above);
        }
        self.own = Some(true);
        take_own(builder, node, above);
    }

    /// Takes rows with the keys of another system.
    #[cfg(feature = "xes")]
    fn take_foreign(&mut self, builder: &mut Builder<'_>, node: &Node, above: u64) {
        let lists = lists(node, builder.mapping);
        for (pointer, rows) in &lists {
            let mut records = Records::default();
            builder.begin_records(Some(pointer));
            for (row, number) in rows.iter().zip(0..) {
                match &row.value {
                    Value::Map(map) => records.push(builder, map, number, self.limits),
                    other => builder.refuse(no_row(other), "events", number),
                }
            }
            records.finish(builder);
        }
        if !lists.is_empty() {
            return;
        }
        let records = self.records.get_or_insert_with(|| {
            builder.begin_records(None);
            Records::default()
        });
        match &node.value {
            Value::Map(map) => records.push(builder, map, above + 1, self.limits),
            other => builder.refuse(no_row(other), "events", above + 1),
        }
    }
}

/// Whether a first row, or the first row of a document, has this library's own shape.
#[cfg(feature = "xes")]
fn is_own(builder: &Builder<'_>, node: &Node) -> bool {
    let lists = lists(node, builder.mapping);
    let first = lists.iter().find_map(|(_, rows)| rows.first()).unwrap_or(node);
    !matches!(&first.value, Value::Map(map) if is_foreign(map, builder.mapping))
}

#[cfg(feature = "xes")]
fn no_row(value: &Value) -> Error {
    Error::new(Code::WrongType).with("expected", "map").with("found", value.kind())
}

/// Takes a row in this library's own shapes, a list of rows, or a document of both tables.
fn take_own(builder: &mut Builder<'_>, node: &Node, above: u64) {
    let root = Cursor::root(node, None);
    match &node.value {
        Value::List(rows) => rows.iter().enumerate().for_each(|(i, row)| take_row(builder, &root.index(i, row), above)),
        Value::Map(map) if map.get("events").is_some() || map.get("cases").is_some() => {
            let mut faults = Faults::new();
            root.fields(&["cases", "events"], &mut faults);
            for error in faults.iter() {
                builder.fail(error.clone());
            }
            for table in ["cases", "events"] {
                let Some(table) = root.get(table) else { continue };
                let Value::List(rows) = &table.node.value else { continue };
                rows.iter().enumerate().for_each(|(i, row)| take_row(builder, &table.index(i, row), above));
            }
        }
        _ => take_row(builder, &root, above),
    }
}

fn take_row(builder: &mut Builder<'_>, at: &Cursor<'_>, above: u64) {
    let line = u64::from(at.node.line) + above;
    let mut faults = Faults::new();
    let written = with_offsets(at, builder.mapping, &mut faults);
    let at = &at.with_node(&written);
    // Only an event has an act or an instant.
    if !faults.is_empty() {
        // A time that the mapping does not explain: reading it again would report it twice.
    } else if at.node.get("act").is_some() || at.node.get("at").is_some() {
        if let Some(event) = Event::read(at, &mut faults).filter(|_| faults.is_empty()) {
            return builder.event(&(&event).into(), line);
        }
    } else if let Some(case) = CaseRow::read(at, &mut faults).filter(|_| faults.is_empty()) {
        return builder.case_row(&case, builder.mapping.zone(), line);
    }
    let mut placed = Faults::new();
    for error in faults.iter() {
        let place = error.place().clone();
        placed.push(error.clone().at(Place { line: place.line.map(|line| line + above), ..place }));
    }
    builder.refuse(placed, "events", line);
}
