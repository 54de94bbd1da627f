//! What a fault follows from: whoever raises a fault that another one may explain says so, and only the other is listed.

use super::Place;
use std::sync::Arc;

/// What a fault would follow from. A token `*` of a pointer stands for any.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cause {
    /// A fault at this place: at or below its pointer if it has one, else at its very position in the text.
    Fault(Place),
    /// Something that was not read: at this pointer, below it or around it.
    Unread(String),
    /// A name that was not read: at this pointer or around it.
    Unnamed(String),
    /// Something that was not read and mentions this name, which nothing else declares.
    Undeclared(Box<str>),
}

/// Something that was not read. A fault says so; what is concluded without it follows from that fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// A part of a document that is missing, or that is not as it should be.
    Part {
        /// Where it stands, or should.
        pointer: String,
        /// Its key, and all keys and texts in it.
        text: Box<str>,
    },
    /// A piece of text of which no part of a document could be made.
    Text {
        /// Pointer to the list or map in which it stands, if that is known.
        within: Option<String>,
        /// The piece.
        text: Arc<str>,
    },
    /// A whole document, of which not even the text is known.
    Document,
}

impl Unread {
    /// Whether this may be why a part seems to have no field of a name.
    pub(super) fn hides(&self, part: &str, field: &str) -> bool {
        match self {
            Self::Part { pointer, .. } => pointer.strip_prefix(part).is_some_and(|rest| rest == format!("/{field}")),
            Self::Text { within: Some(pointer), text } => pointer == part && mentions(text, field),
            Self::Text { within: None, .. } | Self::Document => false,
        }
    }

    /// The text in which names may stand.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Part { text, .. } => text,
            Self::Text { text, .. } => text,
            Self::Document => "",
        }
    }
}

/// Whether a character may stand in a name.
pub(super) fn in_name(char: char) -> bool {
    char.is_alphanumeric() || "-_.".contains(char)
}

/// Whether a text has a name in it, as a word of its own.
pub(super) fn mentions(text: &str, name: &str) -> bool {
    !name.is_empty()
        && text.match_indices(name).any(|(at, _)| {
            let before = text.get(..at).and_then(|text| text.chars().next_back());
            let after = text.get(at + name.len()..).and_then(|text| text.chars().next());
            ![before, after].into_iter().flatten().any(in_name)
        })
}
