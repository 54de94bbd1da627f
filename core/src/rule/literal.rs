//! Constants, and how they are written.

use crate::base::exact::Decimal;
use crate::base::packed::Packed;

/// A constant.
#[derive(Clone, Debug, Packed)]
pub(crate) enum Literal {
    /// Nothing: equal to what is not filled in.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Decimal),
    /// A text.
    Text(Box<str>),
}

impl Literal {
    /// Writes it so that it reads back.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(bool) => out.push_str(if *bool { "true" } else { "false" }),
            Self::Number(number) => out.push_str(&number.as_literal()),
            Self::Text(text) => quoted(text, out),
        }
    }
}

/// Writes a text in quotes.
pub(super) fn quoted(text: &str, out: &mut String) {
    out.push('\'');
    for char in text.chars() {
        match char {
            '\'' | '\\' => {
                out.push('\\');
                out.push(char);
            }
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            char => out.push(char),
        }
    }
    out.push('\'');
}
