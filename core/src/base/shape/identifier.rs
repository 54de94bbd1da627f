//! Which texts may be identifiers.

use crate::base::text::is_invisible;

/// The greatest length of an identifier in bytes.
pub(crate) const MAX_ID_BYTES: usize = 256;

/// Whether hosts and logs may use a text as an identifier: not empty, not too long, without control characters.
/// Identifiers of other systems are otherwise taken as they are.
pub(crate) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= MAX_ID_BYTES && !text.chars().any(char::is_control)
}

/// Whether a rulebook may use a text as an identifier, so that no two identifiers look the same: only single plain
/// spaces between words, no leading or trailing space, no other Unicode space and no other invisible character.
pub(crate) fn is_identifier(text: &str) -> bool {
    let seen = |char: char| !char.is_whitespace() && !is_invisible(char);
    is_name(text) && text.split(' ').all(|word| !word.is_empty() && word.chars().all(seen))
}
