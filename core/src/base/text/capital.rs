//! Capital and small first letters.

use super::normal::{lower, upper};

/// A text with a capital first letter, as at the beginning of a sentence.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    upper(&first) + letters.as_str()
}

/// A text with a small first letter, as within a sentence.
pub(crate) fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    lower(&first) + letters.as_str()
}
