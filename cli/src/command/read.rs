//! `namro read`: files into a log, and what became of each row.

use super::rules;
use crate::arguments::{Lang, Read};
use crate::output::write_file;
use crate::progress::Progress;
use crate::reading::{self, left_out};
#[cfg(feature = "sheets")]
use crate::reading::{LEFT_OUT, left_out_rows};
use crate::terminal::{Stop, print_drawn, print_exact};
#[cfg(feature = "sheets")]
use crate::workbook::{self, Kind, Sheet};
use namro::log::Log;
use namro::{Code, Error, Faults, Office, Zone};
use serde_json::Value;
use std::path::Path;

/// The endings of logs and of tables that can be written.
#[cfg(feature = "sheets")]
const LOGS: &[&str] = &["jsonl", "csv", "xlsx"];
#[cfg(not(feature = "sheets"))]
const LOGS: &[&str] = &["jsonl", "csv"];
pub(super) const TABLES: &[&str] = LOGS.split_at(1).1;

pub(crate) fn run(read: &Read, lang: Lang, json: bool) -> Result<(), Stop> {
    // A wrong ending is reported before anything is read.
    read.output.as_deref().map(|path| ending(path, LOGS)).transpose()?;
    read.set_aside.as_deref().map(|path| ending(path, TABLES)).transpose()?;
    let progress = Progress::new(lang.first());
    let office = match read.log.rules.rulebooks.is_empty() {
        true => Office::without_rules()?,
        false => rules::compile(&read.log.rules.rulebooks)?,
    };
    let (log, reading) = reading::read(&read.log, &office, &progress)?;
    drop(progress);
    if let Some(path) = &read.output {
        write(path, &log, office.rulebook().zone())?;
    }
    if let Some(path) = &read.set_aside {
        match ending(path, TABLES)? {
            #[cfg(feature = "sheets")]
            "xlsx" => {
                let rows = left_out_rows(&reading).map(Vec::from).collect();
                let headings = LEFT_OUT.map(str::to_owned).to_vec();
                let kinds = vec![Kind::Text; headings.len()];
                workbook::write(path, &[Sheet { name: "Gạt riêng", headings, kinds, rows }])?;
            }
            _ => write_file(path, |file| left_out(file, &reading))?,
        }
    }
    match json {
        true => print_exact(&format!("{}\n", namro::base::canonical(&reading)?)),
        false => print_drawn(reading.reconciliation().get(lang.first())),
    }
}

/// Writes a log: as JSON lines, as a workbook of its cases and events, or as CSV of its events, of its cases if it has
/// none.
fn write(path: &Path, log: &Log, zone: &Zone) -> Result<(), Faults> {
    let (cases, events) = (log.to_cases(zone), log.to_events(zone));
    let cases_of = || table_of(&cases.iter().filter_map(|case| serde_json::to_value(case).ok()).collect::<Vec<_>>());
    let events_of =
        || table_of(&events.iter().filter_map(|event| serde_json::to_value(event).ok()).collect::<Vec<_>>());
    match ending(path, LOGS)? {
        #[cfg(feature = "sheets")]
        "xlsx" => {
            let tables = [("Hồ sơ", cases_of()), ("Sự kiện", events_of())];
            let filled = tables.into_iter().filter(|(_, (_, rows))| !rows.is_empty());
            let sheets: Vec<Sheet<'_>> = filled
                .map(|(name, (headings, rows))| {
                    let kinds = headings.iter().map(|heading| Kind::of_field(heading)).collect();
                    Sheet { name, headings, kinds, rows }
                })
                .collect();
            Ok(workbook::write(path, &sheets)?)
        }
        "csv" => {
            let (headings, rows) = if events.is_empty() { cases_of() } else { events_of() };
            Ok(write_file(path, |file| {
                file.write_all("\u{feff}".as_bytes())?;
                crate::table::row(file, &headings)?;
                rows.iter().try_for_each(|row| crate::table::row(file, row))
            })?)
        }
        _ => {
            let mut lines = Vec::with_capacity(cases.len() + events.len());
            for case in &cases {
                lines.push(namro::base::canonical(case)?);
            }
            for event in &events {
                lines.push(namro::base::canonical(event)?);
            }
            Ok(write_file(path, |file| lines.iter().try_for_each(|line| writeln!(file, "{line}")))?)
        }
    }
}

/// The ending of a file, if it is one of those that can be written.
pub(super) fn ending<'e>(path: &Path, known: &[&'e str]) -> Result<&'e str, Error> {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let fault = || Error::new(Code::UnknownTerm).with("value", path.display()).with("allowed", known.join(", "));
    known.iter().find(|one| **one == end).copied().ok_or_else(fault)
}

/// Rows as a table: the columns that at least one row fills, and the cells.
fn table_of(rows: &[Value]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut columns: Vec<String> = Vec::new();
    for (key, value) in rows.iter().filter_map(Value::as_object).flatten() {
        if !value.is_null() && key != "day_only" && !columns.contains(key) {
            columns.push(key.clone());
        }
    }
    // The order of the fields, whichever row fills them first.
    let first: Vec<&String> =
        rows.first().and_then(Value::as_object).into_iter().flatten().map(|(key, _)| key).collect();
    columns.sort_by_key(|column| first.iter().position(|key| *key == column).unwrap_or(usize::MAX));
    let cell = |row: &Value, column: &String| match row.get(column) {
        None | Some(Value::Null) => String::new(),
        // Of a day without a time only the day is written.
        Some(Value::String(at)) if column == "at" && row.get("day_only").is_some() => {
            at.get(..10).unwrap_or(at).to_owned()
        }
        Some(Value::String(text)) => text.clone(),
        Some(Value::Object(map)) if column == "actor" => {
            map.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        Some(other) => other.to_string(),
    };
    let cells = rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect();
    (columns, cells)
}
