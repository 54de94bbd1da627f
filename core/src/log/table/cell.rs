//! Rows and cells of a table.

use crate::base::text::{is_invisible, nfc};
use std::borrow::Cow;

/// What a file says of a cell besides its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::log) enum CellKind {
    /// Text, or any cell of a file that knows no kinds.
    #[default]
    Text,
    /// A number: a code in it may have lost its zeros.
    Number,
    /// A day or an instant, written as ISO 8601 without a zone.
    Moment,
    /// An error such as `#REF!`.
    Error,
    /// A formula whose value the file does not hold.
    Uncomputed,
}

/// A cell, its text cleaned by [`clean`].
#[derive(Clone, Debug, Default)]
pub(in crate::log) struct Cell<'a> {
    pub(in crate::log) text: Cow<'a, str>,
    pub(in crate::log) kind: CellKind,
}

impl<'a> Cell<'a> {
    /// A cell of a file that knows no kinds.
    pub(in crate::log) fn text(text: &'a str) -> Self {
        Self { text: clean(text), kind: CellKind::Text }
    }

    /// The same cell without the file.
    pub(in crate::log) fn owned(&self) -> Cell<'static> {
        Cell { text: Cow::Owned(self.text.to_string()), kind: self.kind }
    }
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(in crate::log) struct Row<'a> {
    /// Its line in the file, or its number in the sheet, from 1.
    pub(in crate::log) number: u64,
    pub(in crate::log) cells: Vec<Cell<'a>>,
    /// Whether the sheet hides it, or a filter does.
    pub(in crate::log) hidden: bool,
}

impl Row<'_> {
    /// The text of a cell, empty where the row is shorter.
    pub(in crate::log) fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_ref())
    }

    /// The columns of the cells that hold something.
    pub(in crate::log) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells
            .iter()
            .enumerate()
            .map(|(column, cell)| (column, cell.text.as_ref()))
            .filter(|(_, text)| !text.is_empty())
    }

    pub(in crate::log) fn is_blank(&self) -> bool {
        self.filled().next().is_none()
    }
}

/// The text of a cell as it is compared and kept: letters composed (NFC); blanks of all kinds, line breaks and invisible
/// characters joined into single blanks, none at the ends; control characters dropped.
pub(in crate::log) fn clean(text: &str) -> Cow<'_, str> {
    let odd = |letter: char| letter != ' ' && (letter.is_whitespace() || letter.is_control() || is_invisible(letter));
    let trimmed = text.trim();
    let plain = trimmed.bytes().all(|byte| (0x20..0x7F).contains(&byte)) && !trimmed.contains("  ");
    if plain {
        return Cow::Borrowed(trimmed);
    }
    let composed = nfc(trimmed);
    if !composed.contains(odd) && !composed.contains("  ") {
        return composed;
    }
    let kept: String = composed
        .chars()
        .filter(|letter| letter.is_whitespace() || !(letter.is_control() || is_invisible(*letter)))
        .collect();
    Cow::Owned(kept.split_whitespace().collect::<Vec<_>>().join(" "))
}
