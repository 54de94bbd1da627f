//! Causes of faults. Code that raises a fault which another fault may explain names that cause; only the other fault is
//! then listed.

use super::Place;
use std::sync::Arc;

/// What may explain a fault. In a pointer, the token `*` matches any token.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cause {
    /// A fault at this place: at or below its pointer, or at exactly this position in the text if it has no pointer.
    Fault(Place),
    /// A part that was not read at this pointer, below it or around it.
    Unread(String),
    /// A name that was not read, at this pointer or because something around it was not read.
    Unnamed(String),
    /// A part or text that was not read and that contains this name: it may be its declaration.
    Undeclared(Box<str>),
}

/// Something that was not read, and for which a fault was reported. Conclusions drawn without it follow from that fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// A part of a document that is missing or has the wrong type or value.
    Part {
        /// Pointer to the part, which may be missing.
        pointer: String,
        /// Its key, and all keys and strings in it.
        text: Box<str>,
    },
    /// A piece of text with a syntax error, which is no part of the document.
    Text {
        /// Pointer to the list or map that contains it, if known.
        within: Option<String>,
        /// The piece.
        text: Arc<str>,
    },
    /// A whole document whose text is unknown.
    Document,
}

impl Unread {
    /// Whether this may be the field of this name that a part lacks.
    pub(super) fn hides(&self, part: &str, field: &str) -> bool {
        match self {
            Self::Part { pointer, .. } => pointer.strip_prefix(part).is_some_and(|rest| rest == format!("/{field}")),
            Self::Text { within: Some(pointer), text } => pointer == part && mentions(text, field),
            Self::Text { within: None, .. } | Self::Document => false,
        }
    }

    /// The text that may contain names.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Part { text, .. } => text,
            Self::Text { text, .. } => text,
            Self::Document => "",
        }
    }
}

/// Whether a character can be part of a name.
pub(super) fn in_name(char: char) -> bool {
    char.is_alphanumeric() || "-_.".contains(char)
}

/// Whether a text contains a name as a separate word.
pub(super) fn mentions(text: &str, name: &str) -> bool {
    !name.is_empty()
        && text.match_indices(name).any(|(at, _)| {
            let before = text.get(..at).and_then(|text| text.chars().next_back());
            let after = text.get(at + name.len()..).and_then(|text| text.chars().next());
            ![before, after].into_iter().flatten().any(in_name)
        })
}
