//! Tables of offices and of other tools: one model of rows and cells, whatever the file, and what its columns mean.

mod cell;
mod delimited;
mod encoding;
mod html;
mod layout;
mod plan;
mod records;
mod rows;
mod spreadsheet_xml;
mod whole;
#[cfg(feature = "sheets")]
mod workbook;

pub(super) use cell::{Cell, CellKind, Row, clean};
pub(super) use delimited::{as_lines, delimiter, has_only_returns, read_table, sample_rows};
pub(super) use encoding::Encoding;
pub(super) use layout::{Layout, fingerprint};
pub(super) use plan::{TableReader, is_time};
pub(super) use records::{Records, is_foreign, lists, tables};
pub(super) use rows::{is_case, is_person, section_unit};
pub(super) use whole::{MOST_BYTES, Sheet, all_bytes, read_sheets, sheets_of, unpacked, unpacked_all};
#[cfg(feature = "sheets")]
pub(super) use workbook::archived;

#[cfg(test)]
mod tests;
