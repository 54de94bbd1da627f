//! `namro table`, `namro shares` and `namro map`: what a log knows, in rows and as a picture.

use super::read::{TABLES, ending};
use super::rules;
use crate::arguments::{Lang, LogSource, Map, Shares, Table};
use crate::output::write_file;
use crate::progress::Progress;
use crate::reading;
use crate::table;
use crate::terminal::{Stop, print_exact};
#[cfg(feature = "sheets")]
use crate::workbook::{self, Kind, Sheet};
use namro::log::Log;
use namro::office::CaseSelection;
#[cfg(feature = "sheets")]
use namro::replay::ColumnKind;
use namro::replay::{GroupKey, SharesOf, TableName};
use namro::score::Period;
use namro::{Code, Error, Faults, Instant, Office, Place, Text};
use std::io::Write;
use std::path::Path;

pub(super) fn table(arguments: &Table, lang: Lang, json: bool) -> Result<(), Stop> {
    let name = term("--table", &arguments.table, TableName::from_name, TableName::ALL.iter().map(|(name, _)| *name))?;
    answer(&arguments.source, lang, json, |office, log, as_of, only| office.table(log, as_of, name, only, None))
}

pub(super) fn shares(arguments: &Shares, lang: Lang, json: bool) -> Result<(), Stop> {
    let of = term("--of", &arguments.of, SharesOf::from_name, SharesOf::ALL.iter().map(|(name, _)| *name))?;
    let key = |name: &String| term("--by", name, GroupKey::from_name, GroupKey::ALL.iter().map(|(name, _)| *name));
    let by = arguments.by.iter().map(key).collect::<Result<Vec<_>, _>>()?;
    answer(&arguments.source, lang, json, |office, log, as_of, only| office.shares(log, as_of, (of, &by), only, None))
}

/// A word of a closed set.
fn term<'n, T>(
    option: &str,
    word: &str,
    read: impl Fn(&str) -> Option<T>,
    all: impl Iterator<Item = &'n str>,
) -> Result<T, Error> {
    read(word).ok_or_else(|| {
        let allowed = all.collect::<Vec<_>>().join(", ");
        Error::new(Code::UnknownTerm).with("value", word).with("allowed", allowed).at(Place::pointer(option))
    })
}

pub(super) fn map(arguments: &Map, lang: Lang, json: bool) -> Result<(), Stop> {
    let source = &arguments.source;
    source.output.as_deref().map(|path| ending(path, &["svg"])).transpose()?;
    let map =
        made(source, lang, |office, log, as_of, only| office.map(log, as_of, only, arguments.least, lang.first()))?;
    if let Some(path) = &source.output {
        write_file(path, |file| file.write_all(map.text.as_bytes()))?;
    }
    match (json, &source.output) {
        (true, _) => print_exact(&format!("{}\n", namro::base::canonical(&map)?)),
        (false, Some(_)) => Ok(()),
        (false, None) => print_exact(&map.text),
    }
}

/// Reads the log, and makes something of it. On the standard error it says as of when, and how the log was read.
fn made<T>(
    source: &LogSource,
    lang: Lang,
    make: impl Fn(&Office, &Log, Instant, &CaseSelection) -> Result<T, Faults>,
) -> Result<T, Stop> {
    let progress = Progress::new(lang.first());
    let office = rules::office_or_none(&source.log.rules)?;
    let (log, reading) = reading::read(&source.log, &office, &progress)?;
    let zone = office.rulebook().zone();
    let as_of = match &source.as_of {
        Some(text) => office.end_of(text).map_err(|fault| fault.at(Place::pointer("--as-of")))?,
        None => log.last_known().ok_or_else(|| Error::new(Code::NothingRead))?,
    };
    let only = CaseSelection {
        period: source.period.as_deref().map(Period::parse).transpose()?,
        unit: source.unit.as_deref().map(Into::into),
        procedure: source.procedure.as_deref().map(Into::into),
        channel: source.channel.clone(),
    };
    let made = make(&office, &log, as_of, &only)?;
    drop(progress);
    let until = Text::new("Tính đến", "As of");
    let told =
        format!("{}{}: {}\n", reading.reconciliation().get(lang.first()), until.get(lang.first()), zone.stamp(as_of));
    // Who has closed the standard error does not want to know.
    let _ = std::io::stderr().write_all(told.as_bytes());
    Ok(made)
}

/// Writes the table that is made of a log.
fn answer(
    source: &LogSource,
    lang: Lang,
    json: bool,
    make: impl Fn(&Office, &Log, Instant, &CaseSelection) -> Result<namro::replay::Table, Faults>,
) -> Result<(), Stop> {
    // A wrong ending is reported before anything is read.
    source.output.as_deref().map(|path| ending(path, TABLES)).transpose()?;
    let made = made(source, lang, make)?;
    if let Some(path) = &source.output {
        write(path, &made)?;
    }
    match (json, &source.output) {
        (true, _) => print_exact(&format!("{}\n", namro::base::canonical(&made)?)),
        (false, Some(_)) => Ok(()),
        (false, None) => {
            let mut text = Vec::new();
            table::whole(&mut text, &made).map_err(|error| Error::new(Code::CannotWrite).with("reason", error))?;
            print_exact(&String::from_utf8_lossy(&text))
        }
    }
}

/// Writes a table by the ending of the file: CSV, or a workbook with numbers and times.
fn write(path: &Path, made: &namro::replay::Table) -> Result<(), Error> {
    match ending(path, TABLES)? {
        #[cfg(feature = "sheets")]
        "xlsx" => {
            let kind = |column: &namro::replay::Column| match column.kind {
                ColumnKind::Whole => Kind::Whole,
                ColumnKind::Instant => Kind::Time,
                ColumnKind::Word | ColumnKind::Text | ColumnKind::Truth => Kind::Text,
            };
            let headings = made.columns.iter().map(|column| column.name.clone()).collect();
            let kinds = made.columns.iter().map(kind).collect();
            workbook::write(path, &[Sheet { name: "Dữ liệu", headings, kinds, rows: table::rows(made).collect() }])
        }
        _ => write_file(path, |file| table::whole(file, made)),
    }
}
