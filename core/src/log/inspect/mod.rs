//! What a file is, before it is read: its format, where its table begins, what its columns mean, what is dirty.

mod columns;
mod propose;
mod summary;
mod yaml;

use super::builder::Builder;
use super::limited_reader::Limits;
use super::memory::MemoryTable;
use super::reconciliation::unknown_label;
use super::table::MOST_BYTES;
use super::{Mapping, MappingSpec, Reading};
use crate::base::Arrange;
use crate::base::error::{Code, Error, Faults};
use crate::base::text::Text;
use crate::base::time::Zone;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Read;

/// What some files are, and a mapping that reads them (*kết quả xem tệp*).
#[derive(Clone, Debug, Serialize)]
pub struct Inspection {
    /// The tables of the files, in order; none for a log in XES, or in JSON of this library's own shapes.
    pub tables: Vec<InspectedTable>,
    /// A mapping that reads the files as they are, for an author to confirm.
    pub mapping: MappingSpec,
    /// What is dirty, by kind; the most frequent first.
    pub dirty: Vec<Dirt>,
    /// What only an author knows.
    pub questions: Vec<Text>,
    /// The report on reading the files with the mapping; `None` if they cannot be read yet.
    pub reading: Option<Reading>,
}

/// A table of a file.
#[derive(Clone, Debug, Serialize)]
pub struct InspectedTable {
    /// The file, with the sheet after `!`.
    pub file: String,
    /// The format: `csv`, `workbook`, `html`, `xml`, `json`.
    pub format: &'static str,
    /// The encoding of delimited text.
    pub encoding: Option<&'static str>,
    /// The sign between cells of delimited text.
    pub delimiter: Option<char>,
    /// The number of the row with the headings; of the first one, if there are several; 0 if they are the keys of JSON.
    pub heading_row: u64,
    /// The number of the first row below the headings.
    pub first_row: u64,
    /// The fingerprint of the headings.
    pub fingerprint: String,
    /// The columns, from left to right.
    pub columns: Vec<InspectedColumn>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct InspectedColumn {
    /// Its heading; of several rows, joined from above to below.
    pub name: String,
    /// The fields that are read from it, such as `cases.accepted`; none if it is not read.
    pub fields: Vec<String>,
    /// How sure the fields are, in percent.
    pub confidence: u8,
    /// Why.
    pub reason: Text,
    /// How many of its cells are of which kind: `time`, `day`, `number`, `code`, `text`, `blank`, `error`, `formula`.
    pub kinds: BTreeMap<&'static str, u64>,
    /// Some of its values.
    pub examples: Vec<String>,
}

/// Something dirty.
#[derive(Clone, Debug, Serialize)]
pub struct Dirt {
    /// What it is.
    pub text: Text,
    /// How often it occurs.
    pub count: u64,
    /// Up to three places or values.
    pub examples: Vec<String>,
}

/// Looks at files, which are read together, and proposes a mapping. `zone` is that of the office, if one is known;
/// without it, Vietnamese headings mean Vietnamese time.
///
/// # Errors
/// A file that cannot be read whatever the mapping: an unknown format, an encrypted workbook, one that is cut, one without
/// a table.
///
/// ```
/// let text = "Sở Nội vụ;;\nMã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả\nH01;02/03/2026;05/03/2026\n";
/// let found = namro::log::inspect(&[("ho-so.csv", text.as_bytes())], None).unwrap();
/// assert_eq!(found.tables[0].heading_row, 2);
/// assert_eq!(found.mapping.cases.accepted.as_deref(), Some("Ngày tiếp nhận"));
/// assert_eq!(found.reading.unwrap().rows_kept, 1);
/// ```
pub fn inspect(files: &[(&str, &[u8])], zone: Option<&Zone>) -> Result<Inspection, Faults> {
    let sources: Vec<Source<'_>> = files.iter().map(|(name, bytes)| Source::File(name, bytes)).collect();
    inspect_sources(&sources, zone)
}

/// What is looked at, or read: a file, or a table in memory.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Source<'a> {
    /// The name and the bytes of a file.
    File(&'a str, &'a [u8]),
    /// A table that the caller holds.
    Table(&'a dyn MemoryTable),
}

/// The same as [`inspect`] for files and tables in memory.
///
/// # Errors
/// As [`inspect`].
#[doc(hidden)]
pub fn inspect_sources(sources: &[Source<'_>], zone: Option<&Zone>) -> Result<Inspection, Faults> {
    let tables = propose::tables(sources, usize::MAX)?;
    let (mapping, questions) = propose::mapping(&tables, zone);
    let reading = Mapping::new(mapping.clone()).and_then(|compiled| {
        let mut builder = Builder::new(&compiled);
        for source in sources {
            match source {
                Source::File(name, bytes) => builder.read(name, *bytes, Limits::default(), &mut |_| {})?,
                Source::Table(table) => builder.memory_table(*table)?,
            }
        }
        builder.finish().map(|(_, reading)| reading)
    });
    let (reading, dirty) = match reading {
        Ok(reading) => {
            let dirty = dirty(&reading);
            (Some(reading), dirty)
        }
        // No mapping helps where the file itself is broken, or has no table.
        Err(faults) if tables.is_empty() || faults.iter().any(|fault| is_of_file(fault.code())) => return Err(faults),
        Err(faults) => (None, faults.iter().take(20).map(of_fault).collect()),
    };
    Ok(Inspection { tables: tables.into_iter().map(|table| table.shown).collect(), mapping, dirty, questions, reading })
}

/// A mapping that reads these as they are, as [`inspect`] proposes it, and what only an author knows. As much of a file
/// as [`head`] gives is enough.
///
/// # Errors
/// As [`inspect`].
#[doc(hidden)]
pub fn propose(sources: &[Source<'_>], zone: Option<&Zone>) -> Result<(MappingSpec, Vec<Text>), Faults> {
    /// Rows that are enough to know a column by.
    const ENOUGH: usize = 2_000;
    Ok(propose::mapping(&propose::tables(sources, ENOUGH)?, zone))
}

/// Bytes of delimited text by which a mapping is proposed.
const ENOUGH: u64 = 8 << 20;

/// As much of a file as a mapping is proposed by: the beginning of delimited text, up to the end of a row; any other
/// file as a whole, up to the size that is read.
///
/// # Errors
/// Those of the input.
#[doc(hidden)]
pub fn head(input: &mut impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.by_ref().take(ENOUGH).read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < ENOUGH {
        return Ok(bytes);
    }
    let is_whole =
        bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF]) || bytes.trim_ascii_start().starts_with(b"<");
    // A document of JSON is one value; of JSON lines any beginning is enough.
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default().trim_ascii();
    let is_document =
        matches!(first, [b'[', ..]) || matches!(first, [b'{', .., last] if *last != b'}') || first == b"{";
    if is_whole || is_document {
        input.take(MOST_BYTES).read_to_end(&mut bytes)?;
    } else {
        // Compressed or of one line, the end of what is known decides nothing.
        let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(bytes.len(), |at| at + 1);
        bytes.truncate(end);
    }
    Ok(bytes)
}

impl Inspection {
    /// The mapping as YAML with remarks, for a file that `read` takes.
    pub fn to_yaml(&self) -> String {
        yaml::write(self)
    }
}

/// A mapping as JSON text, without what is the default.
#[doc(hidden)]
pub fn changed(spec: &MappingSpec) -> String {
    yaml::changed(spec).to_string()
}

fn of_fault(fault: &Error) -> Dirt {
    let places = std::iter::once(fault.place()).chain(fault.related_places());
    let examples = places.map(ToString::to_string).filter(|place| !place.is_empty()).collect();
    Dirt { text: fault.text(), count: fault.count() as u64, examples }
}

/// Whether a fault is one of the file, which no mapping can avoid.
fn is_of_file(code: Code) -> bool {
    matches!(
        code,
        Code::Truncated
            | Code::BadGzip
            | Code::Syntax
            | Code::UnknownFormat
            | Code::TooLarge
            | Code::TooDeep
            | Code::UnclosedQuote
            | Code::NothingRead
    )
}

/// What a reading found to be dirty.
fn dirty(reading: &Reading) -> Vec<Dirt> {
    let mut found: Vec<(String, Dirt)> = Vec::new();
    let mut add = |key: String, text: Text, count: u64, example: String| match found
        .iter_mut()
        .find(|(known, _)| *known == key)
    {
        Some((_, dirt)) => {
            dirt.count += count;
            if dirt.examples.len() < 3 {
                dirt.examples.push(example);
            }
        }
        None => found.push((key, Dirt { text, count, examples: vec![example] })),
    };
    for row in &reading.left_out {
        let place = row.error.place();
        let value = row.value().map(|value| format!(" `{}`", super::reading::shown(value))).unwrap_or_default();
        let column = row.column().map(|column| format!(" {column}")).unwrap_or_default();
        add(row.reason(), row.reason_text(), 1, format!("{place}{column}{value}"));
    }
    for remark in reading.remarks.iter().filter(|remark| {
        !reading.left_out.iter().any(|row| row.error.place() == remark.place() && row.error.code() == remark.code())
    }) {
        add(remark.code().as_str().to_owned(), remark.text(), 1, remark.place().to_string());
    }
    for (kind, words) in &reading.unknown {
        for (word, count) in words {
            let text = unknown_label(kind);
            add(format!("unknown {kind}"), text, *count, format!("`{}` × {count}", super::reading::shown(word)));
        }
    }
    for (code, count) in &reading.repaired {
        let text = Text::new(
            "mã thủ tục bị mất số 0 hoặc có đuôi, được sửa",
            "codes of procedures that lost zeros or carry a suffix, repaired",
        );
        add("repaired".to_owned(), text, *count, format!("`{code}` × {count}"));
    }
    for (act, count) in &reading.unknown_acts {
        let text = Text::new("hành vi không rõ nghĩa", "acts without a known meaning");
        add("unknown act".to_owned(), text, *count, format!("`{}` × {count}", super::reading::shown(act)));
    }
    found.arrange_by(|a, b| b.1.count.cmp(&a.1.count).then(a.0.cmp(&b.0)));
    found.into_iter().map(|(_, dirt)| dirt).collect()
}

#[cfg(test)]
mod tests;
