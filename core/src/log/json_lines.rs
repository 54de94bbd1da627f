//! JSON in this library's own shapes: one event or case row per line, or one document of both.

use super::builder::Builder;
use super::limited_reader::{Limits, Meter};
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
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if line > 1 {
            meter.allow_token(limits.token);
        }
        match parse_json(&text) {
            Ok(node) => take(builder, &node, line - 1),
            // A document of several lines begins with a brace or bracket that is not closed on the first line.
            Err(error) if line == 1 && error.code() == Code::Syntax => {
                if let Err(error) = meter.read_to_end(&mut text) {
                    return Err(meter.fault(&error));
                }
                take(builder, &parse_json(&text)?, 0);
                return Ok(());
            }
            Err(error) => {
                let column = error.place().column.unwrap_or(1);
                builder.refuse(error.at(Place::position(line, column)), "events", line);
            }
        }
    }
}

/// Takes a row, a list of rows, or a document of both tables; `above` is the number of lines before the node.
fn take(builder: &mut Builder<'_>, node: &Node, above: u64) {
    let root = Cursor::root(node, None);
    match &node.value {
        #[cfg(feature = "xes")]
        Value::Map(map) if super::ocel::is_ocel(map) => super::ocel::read_ocel(builder, node),
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
    // Only an event has an act or an instant.
    if at.node.get("act").is_some() || at.node.get("at").is_some() {
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
