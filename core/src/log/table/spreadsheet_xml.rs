//! SpreadsheetML 2003: the XML that older programs save as `.xls`.

use super::cell::{Cell, CellKind, Row, clean};
use super::whole::{MOST_CELLS, Sheet};
use crate::base::Arrange;
use crate::base::error::{Code, Error};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// Whether a file is one.
pub(super) fn is_one(start: &[u8]) -> bool {
    let head = start.get(..start.len().min(2_000)).unwrap_or_default();
    let has = |part: &[u8]| head.windows(part.len()).any(|window| window == part);
    start.starts_with(b"<?xml") && has(b"urn:schemas-microsoft-com:office:spreadsheet")
}

/// The sheets of a file.
///
/// # Errors
/// XML that is broken or has a DOCTYPE.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Error> {
    let mut reader = Reader::from_reader(bytes);
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut buffer = Vec::new();
    let mut state = State::default();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| Error::new(Code::Syntax).with("reason", error))? {
            Event::Start(tag) => state.open(&tag, false, &mut sheets)?,
            Event::Empty(tag) => state.open(&tag, true, &mut sheets)?,
            Event::End(tag) => state.close(tag.local_name().into_inner(), &mut sheets),
            Event::Text(text) if state.in_data => {
                state.text.push_str(&text.xml10_content());
            }
            Event::GeneralRef(reference) if state.in_data => {
                state.text.push_str(&super::html::entity(&reference.xml10_content()).unwrap_or_default());
            }
            Event::CData(text) if state.in_data => {
                state.text.push_str(&text.xml10_content());
            }
            Event::DocType(_) => return Err(Error::new(Code::DoctypeRefused)),
            Event::Eof => return Ok(sheets),
            _ => {}
        }
        if state.cells > MOST_CELLS {
            return Err(Error::new(Code::TooLarge).with("what", "cells").with("limit", MOST_CELLS));
        }
    }
}

#[derive(Default)]
struct State {
    row: u64,
    hidden: bool,
    column: usize,
    /// How far the present cell reaches right and down.
    across: usize,
    down: u64,
    kind: CellKind,
    in_data: bool,
    formula: bool,
    filled: bool,
    text: String,
    /// Cells merged downwards: column, last row, text.
    merged: Vec<(usize, u64, Cell<'static>)>,
    cells: usize,
}

impl State {
    fn open(&mut self, tag: &BytesStart<'_>, empty: bool, sheets: &mut Vec<Sheet>) -> Result<(), Error> {
        let attribute = |name: &str| -> Option<String> {
            let found =
                tag.attributes().with_checks(false).flatten().find(|one| one.key.local_name().into_inner() == name)?;
            Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
        };
        let number = |name: &str| attribute(name).and_then(|text| text.parse::<u64>().ok());
        match tag.local_name().into_inner() {
            "Worksheet" => {
                sheets.push(Sheet { name: attribute("Name").unwrap_or_default(), ..Sheet::default() });
                (self.row, self.merged) = (0, Vec::new());
            }
            "Visible" => {}
            "Row" => {
                self.row = number("Index").unwrap_or(self.row + 1);
                self.hidden = attribute("Hidden").as_deref() == Some("1");
                self.column = 0;
                if let Some(sheet) = sheets.last_mut() {
                    sheet.rows.push(Row { number: self.row, cells: Vec::new(), hidden: self.hidden });
                }
                if empty {
                    self.close("Row", sheets);
                }
            }
            "Cell" => {
                if let Some(index) = number("Index").and_then(|index| usize::try_from(index).ok()) {
                    self.column = index.saturating_sub(1);
                }
                self.across = number("MergeAcross").and_then(|count| usize::try_from(count).ok()).unwrap_or(0);
                self.down = number("MergeDown").unwrap_or(0);
                self.formula = attribute("Formula").is_some();
                (self.kind, self.filled) = (CellKind::Text, false);
                self.text.clear();
                if empty {
                    self.close("Cell", sheets);
                }
            }
            "Data" => {
                self.in_data = !empty;
                self.filled = !empty;
                self.kind = match attribute("Type").as_deref() {
                    Some("Number") => CellKind::Number,
                    Some("DateTime") => CellKind::Moment,
                    Some("Error") => CellKind::Error,
                    _ => CellKind::Text,
                };
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, sheets: &mut [Sheet]) {
        let Some(row) = sheets.last_mut().and_then(|sheet| sheet.rows.last_mut()) else { return };
        match name {
            "Data" => self.in_data = false,
            "Cell" => {
                const WIDEST: usize = 4_096;
                let mut text = clean(&self.text).into_owned();
                if self.kind == CellKind::Moment {
                    // A day without a time of day is written as midnight.
                    text = text.strip_suffix("T00:00:00.000").unwrap_or(&text).to_owned();
                }
                let kind = if self.formula && !self.filled { CellKind::Uncomputed } else { self.kind };
                let cell = Cell { text: Cow::Owned(text), kind };
                if self.column < WIDEST {
                    self.fill(row, self.column);
                    row.cells.resize(row.cells.len().max(self.column), Cell::default());
                    row.cells.push(cell.clone());
                    self.cells += 1;
                    if self.down > 0 {
                        self.merged.push((self.column, self.row + self.down, cell));
                    }
                }
                self.column = (self.column + 1 + self.across).min(WIDEST);
            }
            "Row" => self.fill(row, usize::MAX),
            _ => {}
        }
    }

    /// Repeats cells merged downwards in a row, up to a column.
    fn fill(&mut self, row: &mut Row<'_>, before: usize) {
        let number = self.row;
        self.merged.retain(|(_, last, _)| *last >= number);
        self.merged.arrange_by_key(|(column, ..)| *column);
        for (column, _, cell) in &self.merged {
            if (row.cells.len()..before).contains(column) {
                row.cells.resize(*column, Cell::default());
                row.cells.push(Cell { text: Cow::Owned(cell.text.to_string()), kind: cell.kind });
            }
        }
    }
}
