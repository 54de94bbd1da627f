//! Tables as workbooks, for people who open them in Excel.

use crate::output::write_file;
use crate::terminal;
use namro::Error;
use namro::log::TimeField;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// A sheet; what is no number or no time in a column of them stays a text.
pub(crate) struct Sheet<'a> {
    pub(crate) name: &'a str,
    pub(crate) headings: Vec<String>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// What the cells of a column are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Whole,
    Time,
}

impl Kind {
    /// That of a field of a log.
    pub(crate) fn of_field(name: &str) -> Self {
        let of_case = TimeField::ALL.iter().any(|field| field.name() == name);
        if of_case || matches!(name, "at" | "recorded_at") { Self::Time } else { Self::Text }
    }
}

/// The most characters of a cell in Excel.
const LONGEST: usize = 32_767;

/// Writes sheets as xlsx, completely or not at all. Times lose their offset: a workbook shows the clock of the office.
///
/// # Errors
/// [`namro::Code::OpenInExcel`], [`namro::Code::CannotSave`], the latter also for more rows than a sheet can have.
pub(crate) fn write(path: &Path, sheets: &[Sheet<'_>]) -> Result<(), Error> {
    write_file(path, |file| file.write_all(&bytes(sheets).map_err(std::io::Error::other)?))
}

fn bytes(sheets: &[Sheet<'_>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same rows give the same bytes, whenever they are written.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_author("namro").set_creation_datetime(&made));
    for sheet in sheets {
        fill(book.add_worksheet().set_name(sheet.name)?, sheet)?;
    }
    book.save_to_buffer()
}

fn fill(target: &mut Worksheet, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let time = Format::new().set_num_format("dd/mm/yyyy hh:mm:ss");
    for (heading, column) in sheet.headings.iter().zip(0..) {
        target.write_string_with_format(0, column, heading, &bold)?;
        let longest = sheet.rows.iter().take(200).filter_map(|row| row.get(usize::from(column)));
        let longest = longest.map(|cell| cell.chars().count()).max().unwrap_or_default().max(heading.chars().count());
        // As wide as the longest cell, up to 60 characters.
        target.set_column_width(column, u32::try_from(longest.min(60) + 2).unwrap_or(60))?;
    }
    for (row, number) in sheet.rows.iter().zip(1..) {
        for ((cell, kind), column) in row.iter().zip(&sheet.kinds).zip(0..).filter(|((cell, _), _)| !cell.is_empty()) {
            // A number beyond 15 digits would lose some in a workbook.
            let number_of = || cell.parse::<i32>().ok().filter(|_| *kind == Kind::Whole);
            if let Some(whole) = number_of() {
                target.write_number(number, column, whole)?;
                continue;
            }
            match moment(cell).filter(|_| *kind == Kind::Time) {
                Some(at) if cell.len() == 10 => target.write_datetime_with_format(number, column, &at, &day)?,
                Some(at) => target.write_datetime_with_format(number, column, &at, &time)?,
                None => target.write_string(number, column, shown(cell))?,
            };
        }
    }
    target.set_freeze_panes(1, 0)?;
    if let (Some(last), Some(width)) = (u32::try_from(sheet.rows.len()).ok(), sheet.headings.len().checked_sub(1)) {
        target.autofilter(0, 0, last, u16::try_from(width).unwrap_or_default())?;
    }
    Ok(())
}

/// A day, or the clock of an instant with its offset, as this library writes them.
fn moment(cell: &str) -> Option<ExcelDateTime> {
    let written = matches!(cell.as_bytes(), [_, _, _, _, b'-', _, _, b'-', _, _])
        || (matches!(cell.as_bytes().get(10), Some(b'T')) && namro::Instant::parse(cell).is_ok());
    let clock = cell.get(..cell.len().min(19)).filter(|_| written)?;
    ExcelDateTime::parse_from_str(clock).ok()
}

/// A text as a cell may hold it: no control characters, and not too long.
fn shown(text: &str) -> String {
    terminal::line(text).chars().take(LONGEST).collect()
}
