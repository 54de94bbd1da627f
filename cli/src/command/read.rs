//! `namro read`: files into a log, and what became of each row.

use super::rules;
use crate::arguments::{Lang, Read};
use crate::output::write_file;
use crate::progress::Progress;
use crate::reading::{self, left_out};
use crate::terminal::{Stop, print_drawn, print_exact};
use namro::log::Log;
use namro::{Code, Error, Faults, Office, Zone};
use serde_json::Value;
use std::io::Write;
use std::path::Path;

pub(crate) fn run(read: &Read, lang: Lang, json: bool) -> Result<(), Stop> {
    let progress = Progress::new(lang.first());
    let office = match read.rules.rulebooks.is_empty() {
        true => Office::without_rules()?,
        false => rules::compile(&read.rules.rulebooks)?,
    };
    let zone = (!read.rules.rulebooks.is_empty()).then(|| office.rulebook().zone().clone());
    let (log, reading) = reading::read(&read.files, &office, read.mapping.as_deref(), zone.as_ref(), &progress)?;
    drop(progress);
    if let Some(path) = &read.output {
        write(path, &log, office.rulebook().zone())?;
    }
    if let Some(path) = &read.set_aside {
        ending(path, &["csv"])?;
        write_file(path, |file| left_out(file, &reading))?;
    }
    match json {
        true => print_exact(&format!("{}\n", namro::base::canonical(&reading)?)),
        false => print_drawn(reading.reconciliation().get(lang.first())),
    }
}

/// Writes a log: as JSON lines, or as a table of its events, of its cases if it has none.
fn write(path: &Path, log: &Log, zone: &Zone) -> Result<(), Faults> {
    let (cases, events) = (log.to_cases(zone), log.to_events(zone));
    if ending(path, &["jsonl", "csv"])? == "csv" {
        let rows: Vec<Value> = match events.is_empty() {
            true => cases.iter().filter_map(|case| serde_json::to_value(case).ok()).collect(),
            false => events.iter().filter_map(|event| serde_json::to_value(event).ok()).collect(),
        };
        return Ok(write_file(path, |file| table(file, &rows))?);
    }
    let mut lines = Vec::with_capacity(cases.len() + events.len());
    for case in &cases {
        lines.push(namro::base::canonical(case)?);
    }
    for event in &events {
        lines.push(namro::base::canonical(event)?);
    }
    Ok(write_file(path, |file| lines.iter().try_for_each(|line| writeln!(file, "{line}")))?)
}

/// The ending of a file, if it is one of those that can be written.
fn ending<'e>(path: &Path, known: &[&'e str]) -> Result<&'e str, Error> {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let fault = || Error::new(Code::UnknownTerm).with("value", path.display()).with("allowed", known.join(", "));
    known.iter().find(|one| **one == end).copied().ok_or_else(fault)
}

fn table(file: &mut dyn Write, rows: &[Value]) -> std::io::Result<()> {
    let Some(Value::Object(first)) = rows.first() else { return Ok(()) };
    let columns: Vec<String> = first.keys().cloned().collect();
    file.write_all("\u{feff}".as_bytes())?;
    crate::table::row(file, &columns)?;
    for row in rows {
        let cell = |column: &String| match row.get(column) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(Value::Object(map)) if column == "actor" => {
                map.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
            }
            Some(other) => other.to_string(),
        };
        crate::table::row(file, &columns.iter().map(cell).collect::<Vec<_>>())?;
    }
    Ok(())
}
