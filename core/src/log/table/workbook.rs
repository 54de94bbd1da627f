//! Workbooks: xlsx, xlsb, xls, ods; and archives of files.

use super::cell::{Cell, CellKind, Row, clean};
use super::whole::{MOST_CELLS, Sheet};
use crate::base::error::{Code, Error};
use calamine::{
    Data, Dimensions, ExcelDateTime, Ods, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, Xlsx,
};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read, Seek};

/// The worksheets of a workbook.
///
/// # Errors
/// A workbook that is encrypted, broken, or too large.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Error> {
    let broken = |reason: &dyn std::fmt::Display| Error::new(Code::BrokenWorkbook).with("reason", reason);
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        // An encrypted xlsx is an old compound file with one stream of this name, in UTF-16.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        if bytes.windows(name.len()).any(|window| window == name) {
            return Err(Error::new(Code::EncryptedWorkbook));
        }
        return match Xls::new(Cursor::new(bytes)) {
            Ok(mut book) => {
                let merged: Vec<_> = book
                    .sheet_names()
                    .iter()
                    .map(|name| book.merge_cells_by_sheet_name(name).unwrap_or_default())
                    .collect();
                all(&mut book, &merged, &[])
            }
            Err(XlsError::Password) => Err(Error::new(Code::EncryptedWorkbook)),
            Err(error) => Err(broken(&error)),
        };
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("xl/workbook.bin") {
        let mut book = Xlsb::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        return all(&mut book, &[], &[]);
    }
    if has("mimetype") && has("content.xml") {
        let mut book = match Ods::new(Cursor::new(bytes)) {
            Ok(book) => book,
            Err(calamine::OdsError::Password) => return Err(Error::new(Code::EncryptedWorkbook)),
            Err(error) => return Err(broken(&error)),
        };
        return all(&mut book, &[], &[]);
    }
    if names.iter().any(|name| name.starts_with("xl/")) {
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        let names = book.sheet_names();
        let merged: Vec<_> =
            names.iter().map(|name| book.merge_cells_by_sheet_name(name).unwrap_or_default()).collect();
        let hidden: Vec<BTreeSet<u64>> = (1..=names.len()).map(|index| hidden_rows(&mut archive, index)).collect();
        return all(&mut book, &merged, &hidden);
    }
    Err(crate::log::limited_reader::unknown_format("zip không phải tệp Excel", "a zip that is no workbook"))
}

/// A file of an archive: its name and its bytes.
type Packed = (String, Vec<u8>);

/// The files of an archive that may be tables or logs, with their names; `None` if it is a workbook or no archive.
///
/// # Errors
/// An archive that is broken, encrypted or too large.
pub(in crate::log) fn archived(bytes: &[u8], most: u64) -> Result<Option<Vec<Packed>>, Error> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let broken = |reason: &dyn std::fmt::Display| Error::new(Code::BrokenWorkbook).with("reason", reason);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let is_book = |name: &str| name.starts_with("xl/") || name == "content.xml";
    if archive.file_names().flatten().any(|name| is_book(&name)) {
        return Ok(None);
    }
    let mut files = Vec::new();
    let mut left = most;
    for index in 0..archive.len() {
        let mut file = match archive.by_index(index) {
            Ok(file) => file,
            Err(zip::result::ZipError::UnsupportedArchive(reason)) if reason.contains("assword") => {
                return Err(Error::new(Code::EncryptedWorkbook));
            }
            Err(error) => return Err(broken(&error)),
        };
        let name = file.name().map_err(|error| broken(&error))?.into_owned();
        // Folders, and what programs leave beside a file.
        let base = name.rsplit('/').next().unwrap_or_default();
        if file.is_dir() || base.starts_with(['.', '~']) || name.starts_with("__MACOSX/") {
            continue;
        }
        let mut content = Vec::new();
        let read = file.by_ref().take(left + 1).read_to_end(&mut content).map_err(|error| broken(&error))?;
        left = left
            .checked_sub(read as u64)
            .ok_or_else(|| Error::new(Code::TooLarge).with("what", "byte").with("limit", most))?;
        files.push((name, content));
    }
    Ok(Some(files))
}

fn all<R: Reader<Cursor<T>>, T>(
    book: &mut R,
    merged: &[Vec<Dimensions>],
    hidden: &[BTreeSet<u64>],
) -> Result<Vec<Sheet>, Error>
where
    R::Error: std::fmt::Display,
    T: AsRef<[u8]>,
    Cursor<T>: Read + Seek,
{
    let metadata = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for (index, sheet) in metadata.iter().enumerate() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let broken = |error: R::Error| Error::new(Code::BrokenWorkbook).with("reason", error);
        let range = book.worksheet_range(&sheet.name).map_err(broken)?;
        let formulas = book.worksheet_formula(&sheet.name).unwrap_or_default();
        let merged = merged.get(index).map_or(&[][..], Vec::as_slice);
        let (height, width) = range.get_size();
        if height.saturating_mul(width) > MOST_CELLS {
            return Err(Error::new(Code::TooLarge).with("what", "cells").with("limit", MOST_CELLS));
        }
        let mut rows = rows(&range, &formulas, merged);
        if let Some(hidden) = hidden.get(index) {
            rows.iter_mut().for_each(|row| row.hidden = hidden.contains(&row.number));
        }
        sheets.push(Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible, rows });
    }
    Ok(sheets)
}

fn rows(range: &Range<Data>, formulas: &Range<String>, merged: &[Dimensions]) -> Vec<Row<'static>> {
    let Some((top, left)) = range.start() else { return Vec::new() };
    let mut rows: Vec<Row<'static>> = range
        .rows()
        .zip(top..)
        .map(|(cells, row)| {
            let before = (0..left).map(|_| Cell::default());
            let cells = cells.iter().zip(left..).map(|(data, column)| {
                let mut cell = cell(data);
                if cell.text.is_empty() && formulas.get_value((row, column)).is_some_and(|formula| !formula.is_empty())
                {
                    cell.kind = CellKind::Uncomputed;
                }
                cell
            });
            Row { number: u64::from(row) + 1, cells: before.chain(cells).collect(), hidden: false }
        })
        .collect();
    // A cell merged downwards holds for each of its rows; one merged over the width is a title.
    for region in merged.iter().filter(|region| region.start.1 == region.end.1 && region.end.0 > region.start.0) {
        let place = |row: u32| usize::try_from(row.checked_sub(top)?).ok();
        let column = region.start.1 as usize;
        let Some(first) = place(region.start.0).and_then(|row| rows.get(row)?.cells.get(column)).map(Cell::owned)
        else {
            continue;
        };
        for row in (region.start.0 + 1..=region.end.0).filter_map(place) {
            if let Some(cell) = rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) {
                *cell = first.clone();
            }
        }
    }
    rows
}

fn cell(data: &Data) -> Cell<'static> {
    let (text, kind) = match data {
        Data::Empty => return Cell::default(),
        Data::String(text) => (clean(text).into_owned(), CellKind::Text),
        Data::Int(number) => (number.to_string(), CellKind::Number),
        Data::Float(number) => (number.to_string(), CellKind::Number),
        Data::Bool(yes) => (yes.to_string(), CellKind::Text),
        Data::DateTime(moment) => (written(moment), CellKind::Moment),
        Data::DateTimeIso(text) => (text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(), CellKind::Moment),
        Data::DurationIso(text) => (text.clone(), CellKind::Text),
        Data::Error(error) => (error.to_string(), CellKind::Error),
        #[allow(unreachable_patterns, reason = "a later version of the reader may know more kinds")]
        _ => return Cell::default(),
    };
    Cell { text: Cow::Owned(text), kind }
}

/// A day or an instant as ISO 8601. Workbooks keep the time of day as a binary fraction: it is meant to the second.
fn written(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    if moment.as_f64().fract() == 0.0 {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    let seconds = u64::from(hour) * 3600 + u64::from(minute) * 60 + u64::from(second) + u64::from(milli >= 500);
    let date = crate::base::time::Date::from_ymd(i32::from(year), u32::from(month), u32::from(day));
    let date = date.map(|date| date.plus(i64::from(seconds >= 86_400)).to_string());
    let seconds = seconds % 86_400;
    let clock = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    date.map_or_else(|| moment.as_f64().to_string(), |date| format!("{date} {clock}"))
}

/// The numbers of the rows that a sheet of an xlsx hides, by hand or by a filter.
fn hidden_rows(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, index: usize) -> BTreeSet<u64> {
    let mut hidden = BTreeSet::new();
    let mut xml = Vec::new();
    let path = format!("xl/worksheets/sheet{index}.xml");
    let Ok(file) = archive.by_name(&path) else { return hidden };
    if file.take(super::whole::MOST_BYTES).read_to_end(&mut xml).is_err() {
        return hidden;
    }
    let mut rest = xml.as_slice();
    let find = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).position(|window| window == part);
    if find(rest, b"hidden=\"1\"").is_none() {
        return hidden;
    }
    while let Some(at) = find(rest, b"<row ") {
        rest = rest.get(at + 5..).unwrap_or_default();
        let tag = rest.get(..rest.iter().position(|byte| *byte == b'>').unwrap_or(0)).unwrap_or_default();
        let tag = String::from_utf8_lossy(tag);
        let number: Option<u64> = tag
            .split(" r=\"")
            .nth(1)
            .or_else(|| tag.strip_prefix("r=\""))
            .and_then(|after| after.split('"').next()?.parse().ok());
        if tag.contains("hidden=\"1\"") {
            hidden.extend(number);
        }
    }
    hidden
}
