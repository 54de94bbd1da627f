//! Files of any known format, recognised by their content.

use super::builder::Builder;
use super::json_lines::read_json;
use super::limited_reader::{Limits, Progress, unknown_format};
use super::{Log, Mapping, Reading};
#[cfg(feature = "sheets")]
use crate::base::error::Place;
use crate::base::error::{Error, Faults};
use std::io::BufRead;

/// Reads a log of any known format: XES and tables (plain or gzipped), or JSON lines in this library's own shapes. The
/// format is recognised from the content; `name` is only used to report places.
///
/// # Errors
/// Every fault, each with its line; reading stops at the first one after which nothing more can be read.
///
/// ```
/// use namro::log::{Mapping, read};
/// let text = "Mã hồ sơ;Bước xử lý;Thời gian;Cán bộ\nH01;thẩm định;2026-01-08T09:00:00+07:00;o17\n";
/// let (log, reading) = read("export.csv", text.as_bytes(), &Mapping::default()).unwrap();
/// assert_eq!((reading.cases, log.event_count(), reading.columns.len()), (1, 1, 4));
/// ```
pub fn read(name: &str, input: impl BufRead, mapping: &Mapping) -> Result<(Log, Reading), Faults> {
    let mut builder = Builder::new(mapping);
    builder.read(name, input, Limits::default(), &mut |_| {})?;
    builder.finish()
}

impl Builder<'_> {
    /// Reads one more file into the log; `progress` is called with the number of bytes taken from the input.
    ///
    /// # Errors
    /// The fault after which nothing more can be read; faults of single rows are reported by [`Builder::finish`].
    pub fn read(
        &mut self,
        name: &str,
        input: impl BufRead,
        limits: Limits,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), Faults> {
        let file = self.begin_file(name);
        let read = unpack(self, name, Progress::new(input, progress), limits);
        read.map_err(|error| {
            let place = error.place().clone().in_file(&file);
            self.broken(error.at(place))
        })
    }
}

/// The format, recognised from the first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Gzip,
    Xml,
    Json,
    /// Delimited text.
    Table,
    /// A workbook, an archive, a page or XML that calls itself a workbook.
    Whole,
}

impl Format {
    fn of(start: &[u8]) -> Result<Self, Error> {
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
        let unknown = |name: &str| Err(unknown_format(name, name));
        match start {
            [0x1F, 0x8B, ..] => Ok(Self::Gzip),
            [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => Ok(Self::Whole),
            [b'P', b'A', b'R', b'1', ..] => unknown("parquet"),
            [b'%', b'P', b'D', b'F', ..] => unknown("pdf"),
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Ok(Self::Table),
            _ => match start.trim_ascii_start() {
                [] => Err(unknown_format("rỗng", "empty")),
                [b'<', ..] if !is_log(start) => Ok(Self::Whole),
                [b'<', ..] => Ok(Self::Xml),
                [b'{' | b'[', ..] => Ok(Self::Json),
                _ => Ok(Self::Table),
            },
        }
    }
}

/// Whether a text in angle brackets is XML of a log rather than of a page or of a workbook.
fn is_log(start: &[u8]) -> bool {
    let head = start.get(..start.len().min(2_000)).unwrap_or_default().to_ascii_lowercase();
    let has = |part: &[u8]| head.windows(part.len()).any(|window| window == part);
    has(b"<log") || !(has(b"<html") || has(b"<table") || has(b"office:spreadsheet") || has(b"<body"))
}

fn unpack(builder: &mut Builder<'_>, name: &str, mut input: impl BufRead, limits: Limits) -> Result<(), Error> {
    match Format::of(start(&mut input)?)? {
        #[cfg(feature = "xes")]
        Format::Gzip => {
            let mut input = std::io::BufReader::with_capacity(1 << 16, flate2::bufread::MultiGzDecoder::new(input));
            match Format::of(start(&mut input)?)? {
                Format::Gzip => Err(unknown_format("gzip trong gzip", "gzip in gzip")),
                format => take(builder, name, format, input, limits),
            }
        }
        format => take(builder, name, format, input, limits),
    }
}

/// The first bytes of the input, as many as its buffer holds.
fn start(input: &mut impl BufRead) -> Result<&[u8], Error> {
    input.fill_buf().map_err(|error| super::limited_reader::input_fault(&error))
}

fn take(
    builder: &mut Builder<'_>,
    name: &str,
    format: Format,
    input: impl BufRead,
    limits: Limits,
) -> Result<(), Error> {
    match format {
        Format::Json => {
            builder.trust_words();
            read_json(builder, input, limits)
        }
        #[cfg(feature = "xes")]
        Format::Xml => super::xes::read_xes(builder, input, limits),
        #[cfg(feature = "xes")]
        Format::Table => super::table::read_table(builder, input, limits),
        #[cfg(feature = "xes")]
        Format::Whole => read_whole(builder, name, input, limits),
        #[cfg(not(feature = "xes"))]
        Format::Gzip | Format::Xml | Format::Table | Format::Whole => {
            let _ = name;
            Err(unknown_format("bản dựng này chỉ đọc JSON", "this build reads JSON only"))
        }
        #[cfg(feature = "xes")]
        Format::Gzip => Err(unknown_format("gzip", "gzip")),
    }
}

/// Reads a file that must be held in memory as a whole.
#[cfg(feature = "xes")]
fn read_whole(builder: &mut Builder<'_>, name: &str, input: impl BufRead, limits: Limits) -> Result<(), Error> {
    let bytes = super::table::all_bytes(input, limits)?;
    #[cfg(feature = "sheets")]
    if let Some(files) = super::table::archived(&bytes, super::table::MOST_BYTES)? {
        for (inner, content) in files {
            let name = format!("{name}!{inner}");
            let file = builder.begin_file(&name);
            let format = Format::of(&content).map_err(|error| error.at(Place::default().in_file(&file)))?;
            let read = match super::table::archived(&content, 0) {
                Ok(None) => unpack_one(builder, &name, format, &content, limits),
                _ => Err(unknown_format("zip trong zip", "a zip in a zip")),
            };
            read.map_err(|error| {
                let place = error.place().clone().in_file(&file);
                error.at(place)
            })?;
        }
        return Ok(());
    }
    match super::table::sheets_of(&bytes)? {
        Some(sheets) => super::table::read_sheets(builder, name, sheets),
        None => Err(unknown_format("XML không có <log>", "XML without <log>")),
    }
}

/// Reads a file of an archive.
#[cfg(feature = "sheets")]
fn unpack_one(
    builder: &mut Builder<'_>,
    name: &str,
    format: Format,
    content: &[u8],
    limits: Limits,
) -> Result<(), Error> {
    match format {
        Format::Whole => match super::table::sheets_of(content)? {
            Some(sheets) => super::table::read_sheets(builder, name, sheets),
            None => Err(unknown_format("XML không có <log>", "XML without <log>")),
        },
        Format::Gzip => Err(unknown_format("gzip trong zip", "gzip in a zip")),
        format => take(builder, name, format, content, limits),
    }
}

/// A table of a file as it is, before a mapping is known.
#[cfg(feature = "xes")]
pub(super) struct Looked {
    pub(super) file: String,
    /// The sheet; empty for a file with one table.
    pub(super) sheet: String,
    pub(super) hidden: bool,
    pub(super) format: &'static str,
    pub(super) encoding: Option<&'static str>,
    pub(super) delimiter: Option<u8>,
    pub(super) rows: Vec<super::table::Row<'static>>,
    /// Where the table begins, if the format says so.
    pub(super) layout: Option<super::table::Layout>,
}

/// The tables of a file; none for a log in XES, or in JSON of this library's own shapes.
///
/// # Errors
/// What makes the file unreadable whatever the mapping.
#[cfg(feature = "xes")]
pub(super) fn look(name: &str, bytes: &[u8]) -> Result<Vec<Looked>, Error> {
    use super::table;
    /// Rows of a table that are looked at.
    const MOST_LOOKED: usize = 500_000;
    let of_sheets = |name: &str, bytes: &[u8]| -> Result<Vec<Looked>, Error> {
        let format = match bytes {
            [b'P', b'K', ..] | [0xD0, ..] => "workbook",
            [b'<', b'?', ..] => "xml",
            _ => "html",
        };
        let sheets = table::sheets_of(bytes)?.unwrap_or_default();
        let looked = |sheet: table::Sheet| Looked {
            file: name.to_owned(),
            sheet: sheet.name,
            hidden: sheet.hidden,
            format,
            encoding: None,
            delimiter: None,
            rows: sheet.rows,
            layout: None,
        };
        Ok(sheets.into_iter().map(looked).collect())
    };
    match Format::of(bytes)? {
        Format::Xml => Ok(Vec::new()),
        Format::Json => {
            let found = table::tables(bytes, &Mapping::default(), MOST_LOOKED).into_iter();
            let looked = found.map(|(list, layout, rows)| Looked {
                file: if list.is_empty() { name.to_owned() } else { format!("{name} #{list}") },
                sheet: String::new(),
                hidden: false,
                format: "json",
                encoding: None,
                delimiter: None,
                rows,
                layout: Some(layout),
            });
            Ok(looked.collect())
        }
        Format::Gzip => {
            let mut start = [0; 4_096];
            let known = table::unpacked(bytes, &mut start)?;
            match Format::of(start.get(..known).unwrap_or_default())? {
                Format::Gzip => Err(unknown_format("gzip trong gzip", "gzip in gzip")),
                Format::Xml => Ok(Vec::new()),
                Format::Json | Format::Table | Format::Whole => look(name, &table::unpacked_all(bytes)?),
            }
        }
        Format::Table => {
            let encoding = table::Encoding::of(bytes, true);
            let text = encoding.decode(bytes)?;
            let mut text = text.strip_prefix('\u{feff}').unwrap_or(&text).as_bytes().to_vec();
            if table::has_only_returns(&text) {
                table::as_lines(&mut text);
            }
            let (preface, delimiter) = table::delimiter(&text, None)?;
            let body = text.get(preface..).unwrap_or_default();
            let rows = table::sample_rows(body, delimiter, u64::from(preface > 0), Limits::default(), MOST_LOOKED)?;
            let encoding = Some(encoding.name());
            let (file, sheet, hidden, format) = (name.to_owned(), String::new(), false, "csv");
            Ok(vec![Looked { file, sheet, hidden, format, encoding, delimiter: Some(delimiter), rows, layout: None }])
        }
        Format::Whole => {
            #[cfg(feature = "sheets")]
            if let Some(files) = table::archived(bytes, table::MOST_BYTES)? {
                let mut all = Vec::new();
                for (inner, content) in files {
                    // An archive in an archive is refused when it is read.
                    if table::archived(&content, 0).is_ok_and(|files| files.is_none()) {
                        all.extend(look(&format!("{name}!{inner}"), &content)?);
                    }
                }
                return Ok(all);
            }
            of_sheets(name, bytes)
        }
    }
}

#[cfg(all(test, feature = "xes"))]
mod tests;
