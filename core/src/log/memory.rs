//! Tables in memory, such as frames: read as a table of a file is, by the same mapping.

use super::builder::Builder;
use super::places::in_column;
use super::read::Looked;
use super::table::{Cell, CellKind, Layout, Row, TableReader, clean};
use crate::base::error::{Code, Error, Faults, Place};
use std::borrow::Cow;

/// A cell of a table in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryCell<'a> {
    /// Its text: a time as ISO 8601, a day without a time of day; empty if there is no value.
    pub text: Cow<'a, str>,
    /// Whether it is a number, so that a code in it may have lost its zeros.
    pub number: bool,
}

/// A table that the caller holds in memory.
pub trait MemoryTable {
    /// Its name, with which its places begin: `/cases/3/finished` is a cell of the table `cases`, rows counted from 0.
    fn name(&self) -> &str;

    /// The names of its columns.
    fn columns(&self) -> Vec<String>;

    /// The columns whose cells are neither text, nor number, nor time: the name, what they hold, and the first row with
    /// a value. Such a column is a fault only if a field is read from it.
    fn unreadable(&self) -> Vec<(String, String, u64)>;

    /// Hands over the rows in order, until `take` answers `false`.
    ///
    /// # Errors
    /// A time that no calendar has, at its row and column.
    fn rows(&self, take: &mut dyn FnMut(&[MemoryCell<'_>]) -> bool) -> Result<(), Error>;
}

/// Rows by which a table is known.
const ENOUGH: usize = 2_000;

/// The name of a column as a heading; pandas calls a column without a heading `Unnamed: 3`.
fn heading(name: &str) -> &str {
    if name.starts_with("Unnamed: ") { "" } else { name }
}

fn row<'a>(cells: &'a [MemoryCell<'_>], number: u64) -> Row<'a> {
    let cell = |cell: &'a MemoryCell<'_>| Cell {
        text: clean(&cell.text),
        kind: if cell.number { CellKind::Number } else { CellKind::Text },
    };
    Row { number, cells: cells.iter().map(cell).collect(), hidden: false }
}

/// The names of the columns as row 0, followed by the first rows.
fn sample(table: &dyn MemoryTable, most: usize) -> Result<Vec<Row<'static>>, Error> {
    let headings = table.columns();
    let cells = headings.iter().map(|name| Cell::text(heading(name)).owned()).collect();
    let mut rows = vec![Row { number: 0, cells, hidden: false }];
    table.rows(&mut |cells| {
        let number = rows.len() as u64;
        let Row { cells, .. } = row(cells, number);
        rows.push(Row { number, cells: cells.iter().map(Cell::owned).collect(), hidden: false });
        rows.len() <= most
    })?;
    Ok(rows)
}

/// The table as `inspect` looks at it.
///
/// # Errors
/// As [`MemoryTable::rows`].
pub(super) fn look(table: &dyn MemoryTable, most: usize) -> Result<Looked, Error> {
    Ok(Looked {
        layout: None,
        file: table.name().to_owned(),
        sheet: String::new(),
        hidden: false,
        format: FRAME,
        encoding: None,
        delimiter: None,
        rows: sample(table, most)?,
    })
}

/// The format of a table in memory, as `inspect` names it.
pub(super) const FRAME: &str = "frame";

impl Builder<'_> {
    /// Reads a table in memory into the log, by the same rules as a table of a file. Its headings are the names of its
    /// columns, or rows further down, as where a frame was read from a sheet with titles.
    ///
    /// # Errors
    /// The fault after which nothing more can be read; faults of single rows are reported by [`Builder::finish`].
    pub fn memory_table(&mut self, table: &dyn MemoryTable) -> Result<(), Faults> {
        self.begin_memory_table(table.name(), true);
        self.take_memory_table(table).map_err(|error| {
            let place = error.place().clone();
            let place = if place.pointer.is_some() { place } else { self.here(place) };
            self.broken(error.at(place))
        })
    }

    fn take_memory_table(&mut self, table: &dyn MemoryTable) -> Result<(), Error> {
        let first = sample(table, ENOUGH)?;
        let Some(layout) = Layout::find(&first, self.mapping)? else { return Ok(()) };
        let mut reader = TableReader::new(self, &layout, &first)?;
        for (name, found, at) in table.unreadable() {
            if reader.reads(&name) {
                let fault = Error::new(Code::WrongType).with("expected", "text").with("found", found);
                let row = self.here(Place { line: Some(at + 1), ..Place::default() });
                return Err(fault.at(in_column(row, &name)));
            }
        }
        let mut number = 0;
        table.rows(&mut |cells| {
            number += 1;
            reader.take(self, &mut row(cells, number));
            !self.should_stop()
        })?;
        reader.finish(self);
        Ok(())
    }
}
