//! Tables that are read as a whole: workbooks, web pages and XML that call themselves workbooks.

use super::cell::Row;
use super::encoding::of_font;
use super::layout::Layout;
use super::plan::TableReader;
use super::{html, spreadsheet_xml};
use crate::base::error::{Code, Error};
use crate::log::builder::Builder;
use crate::log::limited_reader::{Limits, input_fault};
use std::borrow::Cow;
use std::io::{BufRead, Read};

/// A sheet of a workbook.
#[derive(Clone, Debug, Default)]
pub(in crate::log) struct Sheet {
    /// Its name; empty where a file has one table without a name.
    pub(in crate::log) name: String,
    /// Whether the workbook hides it.
    pub(in crate::log) hidden: bool,
    pub(in crate::log) rows: Vec<Row<'static>>,
}

/// Bytes of a workbook that are read at most.
pub(in crate::log) const MOST_BYTES: u64 = 512 << 20;
/// Cells of a file that is read as a whole.
pub(super) const MOST_CELLS: usize = 50_000_000;

/// All bytes of an input.
///
/// # Errors
/// One that is larger than [`MOST_BYTES`], or that fails.
pub(in crate::log) fn all_bytes(input: impl BufRead, limits: Limits) -> Result<Vec<u8>, Error> {
    let most = MOST_BYTES.min(limits.bytes);
    let mut bytes = Vec::new();
    let read = input.take(most + 1).read_to_end(&mut bytes).map_err(|error| input_fault(&error))?;
    if read as u64 > most {
        return Err(Error::new(Code::TooLarge).with("what", "byte").with("limit", most));
    }
    Ok(bytes)
}

/// The beginning of what a gzip holds; gives its length.
///
/// # Errors
/// A gzip that is broken at its beginning.
pub(in crate::log) fn unpacked(bytes: &[u8], start: &mut [u8]) -> Result<usize, Error> {
    let mut input = flate2::bufread::MultiGzDecoder::new(bytes);
    let mut known = 0;
    while let Some(rest) = start.get_mut(known..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(taken) => known += taken,
            Err(_) if known > 0 => break,
            Err(error) => return Err(input_fault(&error)),
        }
    }
    Ok(known)
}

/// What a gzip holds, as far as it is given: a mapping is proposed by the beginning of a table.
///
/// # Errors
/// One that is larger than [`MOST_BYTES`].
pub(in crate::log) fn unpacked_all(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    let _ = flate2::bufread::MultiGzDecoder::new(bytes).take(MOST_BYTES + 1).read_to_end(&mut out);
    if out.len() as u64 > MOST_BYTES {
        return Err(Error::new(Code::TooLarge).with("what", "byte").with("limit", MOST_BYTES));
    }
    Ok(out)
}

/// The sheets of a file that is no delimited text; `None` if it is none of the known kinds.
///
/// # Errors
/// What makes the file unreadable: it is encrypted, cut, or too large.
pub(in crate::log) fn sheets_of(bytes: &[u8]) -> Result<Option<Vec<Sheet>>, Error> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let mut sheets = match start {
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            #[cfg(feature = "sheets")]
            {
                super::workbook::sheets(bytes)?
            }
            #[cfg(not(feature = "sheets"))]
            return Err(crate::log::limited_reader::unknown_format(
                "tệp Excel, mà bản dựng này không đọc",
                "a workbook, which this build does not read",
            ));
        }
        _ if spreadsheet_xml::is_one(start) => spreadsheet_xml::sheets(start)?,
        _ if html::is_one(start) => html::sheets(bytes)?,
        _ => return Ok(None),
    };
    sheets.iter_mut().for_each(unfont);
    Ok(Some(sheets.into_iter().flat_map(tables_of).collect()))
}

/// The tables of a sheet, each as a sheet of the same name: a further one begins with headings of its own.
fn tables_of(sheet: Sheet) -> Vec<Sheet> {
    let Sheet { name, hidden, rows } = sheet;
    let mut tables: Vec<Sheet> = Vec::new();
    let mut known: Vec<Vec<String>> = Vec::new();
    for row in rows {
        let heads = Layout::heads(&row);
        let begins = heads.as_ref().is_some_and(|heads| !known.is_empty() && !known.contains(heads));
        known.extend(heads.filter(|heads| !known.contains(heads)));
        match tables.last_mut() {
            Some(table) if !begins => table.rows.push(row),
            _ => tables.push(Sheet { name: name.clone(), hidden, rows: vec![row] }),
        }
    }
    tables
}

/// Writes the texts of a sheet in Unicode if they were typed in an old font.
fn unfont(sheet: &mut Sheet) {
    let sample: Vec<&str> = sheet.rows.iter().take(200).flat_map(|row| row.filled().map(|(_, text)| text)).collect();
    let Some(font) = of_font(&sample.join(" ")) else { return };
    for cell in sheet.rows.iter_mut().flat_map(|row| &mut row.cells).filter(|cell| !cell.text.is_ascii()) {
        cell.text = Cow::Owned(font.of_latin(&cell.text));
    }
}

/// Reads sheets into a builder: those that the mapping names, else each in which a table is recognised.
///
/// # Errors
/// A sheet that the mapping names and the workbook lacks; the fault of the first sheet if none is a table.
pub(in crate::log) fn read_sheets(builder: &mut Builder<'_>, file: &str, sheets: Vec<Sheet>) -> Result<(), Error> {
    let named = &builder.mapping.sheets;
    if let Some(missing) = named.iter().find(|name| !sheets.iter().any(|sheet| sheet.name == **name)) {
        return Err(Error::unknown("sheet", missing, sheets.iter().map(|sheet| sheet.name.as_str())));
    }
    let mut fault = None;
    let mut read = false;
    for mut sheet in sheets {
        let wanted = builder.mapping.sheets.contains(&sheet.name);
        if !builder.mapping.sheets.is_empty() && !wanted {
            continue;
        }
        let filled = sheet.rows.iter().any(|row| !row.is_blank());
        if !filled {
            continue;
        }
        if !sheet.name.is_empty() {
            builder.begin_file(&format!("{file}!{}", sheet.name));
        }
        if sheet.hidden {
            builder.remark(Error::new(Code::HiddenSheet).with("name", &sheet.name));
            if !wanted {
                continue;
            }
        }
        let sample = sheet.rows.get(..sheet.rows.len().min(2_000)).unwrap_or_default();
        let Some(layout) = Layout::find(sample, builder.mapping)? else { continue };
        match TableReader::new(builder, &layout, sample) {
            Ok(mut table) => {
                read = true;
                for row in &mut sheet.rows {
                    table.take(builder, row);
                    if builder.should_stop() {
                        return Ok(());
                    }
                }
                table.finish(builder);
            }
            // A sheet with notes beside the table is not read, and said so.
            Err(error) if error.code() == Code::MissingColumn && !wanted => {
                builder.remark(Error::new(Code::SheetWithoutTable).with("name", &sheet.name));
                fault.get_or_insert(error);
            }
            Err(error) => return Err(error),
        }
    }
    match (read, fault) {
        (false, Some(fault)) => Err(fault),
        (false, None) => Err(Error::new(Code::NothingRead)),
        (true, _) => Ok(()),
    }
}
