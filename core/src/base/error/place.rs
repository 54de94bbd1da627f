//! Where a fault is: file, line, column, JSON pointer.

use crate::base::shape::Shape;
use crate::base::text::visible;
use serde::Serialize;
use std::sync::Arc;

/// Where a fault is. A part that is unknown is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Shape)]
#[shape(answer)]
pub struct Place {
    /// Name of the file or of the source, as the caller gave it.
    pub file: Option<Arc<str>>,
    /// Line, from 1. In a table, the line of the row.
    pub line: Option<u64>,
    /// Column, from 1, in characters.
    pub column: Option<u64>,
    /// JSON pointer (RFC 6901) into the document.
    pub pointer: Option<String>,
}

impl Place {
    /// A place by line and column; the file is added later by [`Place::in_file`].
    pub fn position(line: u64, column: u64) -> Self {
        Self { line: Some(line), column: Some(column), ..Self::default() }
    }

    /// A place by JSON pointer (RFC 6901).
    pub fn pointer(pointer: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), ..Self::default() }
    }

    /// The same place with the file name, unless it has one already.
    pub fn in_file(mut self, file: &Arc<str>) -> Self {
        self.file.get_or_insert_with(|| file.clone());
        self
    }
}

/// The most characters of a pointer that are written: a key of a million letters is not repeated in full.
const MOST_WRITTEN: usize = 1_000;

impl Place {
    /// The place as it is written, with a pointer of bounded length.
    pub(crate) fn shortened(&self) -> Self {
        let mut place = self.clone();
        if let Some(pointer) = &mut place.pointer
            && let Some((end, _)) = pointer.char_indices().nth(MOST_WRITTEN)
        {
            pointer.truncate(end);
            pointer.push('…');
        }
        place
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.file.as_ref().map(|file| visible(file)));
        parts.extend(self.line.map(|line| line.to_string()));
        parts.extend(self.column.map(|column| column.to_string()));
        f.write_str(&parts.join(":"))?;
        match self.shortened().pointer.as_deref() {
            None | Some("") => Ok(()),
            Some(pointer) => write!(f, "{}#{}", if parts.is_empty() { "" } else { " " }, visible(pointer)),
        }
    }
}
