//! Where rows and cells are: lines of files, or pointers into tables in memory.

use super::builder::{Builder, ORIGIN_SHIFT};
use crate::base::error::{Error, Place};

impl Builder<'_> {
    /// The place of the row of an event, by the order in which events came.
    pub(super) fn place_of(&self, event: usize) -> Place {
        self.place("events", self.row_of(event).unwrap_or_default())
    }

    /// The place of a row.
    pub(super) fn place(&self, table: &str, row: u64) -> Place {
        let (origin, row) = (row >> ORIGIN_SHIFT, row & ((1 << ORIGIN_SHIFT) - 1));
        let origin = usize::try_from(origin).ok().and_then(|origin| self.origins.get(origin));
        match origin.and_then(|origin| Some((origin.file.as_ref()?, origin.list.as_ref()))) {
            None => Place::pointer(format!("/{table}/{row}")),
            Some((file, _)) if origin.is_some_and(|origin| origin.in_memory) => in_memory(file, Some(row)),
            Some((file, Some(list))) => Place::pointer(format!("{list}/{row}")).in_file(file),
            Some((file, None)) => Place { line: Some(row), ..Place::default() }.in_file(file),
        }
    }

    /// The same place in the present file, or in the present table in memory.
    pub(super) fn here(&self, place: Place) -> Place {
        let origin = self.origins.last();
        match origin.and_then(|origin| origin.file.as_ref()) {
            None => place,
            // A pointer leads there already.
            Some(_) if origin.is_some_and(|origin| origin.in_memory) && place.pointer.is_some() => place,
            Some(file) if origin.is_some_and(|origin| origin.in_memory) => in_memory(file, place.line),
            Some(file) => place.in_file(file),
        }
    }

    /// The place of a row of a table in memory, with the column that a fault names.
    pub(super) fn in_column(&self, place: Place, error: &Error) -> Place {
        let column = error.value("column").filter(|name| !name.is_empty());
        let in_memory = self.origins.last().is_some_and(|origin| origin.in_memory);
        match column.filter(|_| in_memory) {
            Some(column) => in_column(place, column),
            None => place,
        }
    }
}

/// The place of a row of a table in memory, numbered from 1; of the table as a whole, for its headings.
fn in_memory(table: &str, row: Option<u64>) -> Place {
    let table = format!("/{}", escaped(table));
    match row.and_then(|row| row.checked_sub(1)) {
        Some(index) => Place::pointer(format!("{table}/{index}")),
        None => Place::pointer(table),
    }
}

/// The place of a cell, by that of its row: a pointer has room for the column, a line of a file has none.
pub(super) fn in_column(row: Place, column: &str) -> Place {
    let pointer = row.pointer.unwrap_or_default();
    Place::pointer(format!("{pointer}/{}", escaped(column)))
}

/// A name as a part of a JSON pointer (RFC 6901).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
