//! Tables of offices and of other tools: one model of rows and cells, whatever the file, and what its columns mean.

mod cell;
mod delimited;
mod encoding;
mod html;
mod layout;
mod plan;
mod rows;
mod spreadsheet_xml;
mod whole;
#[cfg(feature = "sheets")]
mod workbook;

pub(super) use delimited::read_table;
pub(super) use encoding::Encoding;
pub(super) use whole::{MOST_BYTES, all_bytes, read_sheets, sheets_of};
#[cfg(feature = "sheets")]
pub(super) use workbook::archived;

#[cfg(test)]
mod tests;
