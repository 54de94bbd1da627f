//! Spelling of symbols: capitals and diacritics belong to a symbol, and are the most common mistakes.

use super::kind::Kind;
use crate::base::text::{is_invisible, nfd, upper, visible};

/// Kinds whose abbreviations differ from this one's only by capitals, diacritics or one letter: `DA` and `ĐA`, `CT` and
/// `CTr`.
pub(super) fn lookalikes(kind: Kind) -> Vec<Kind> {
    let Some(own) = kind.abbreviation() else { return Vec::new() };
    let alike = |other: &Kind| *other != kind && other.abbreviation().is_some_and(|text| near(text, own));
    Kind::ALL.iter().map(|(_, kind)| *kind).filter(alike).collect()
}

/// The known text that an unknown one would be with other capitals or diacritics.
pub(super) fn meant<'a>(text: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let wanted = skeleton(text);
    if known.clone().any(|one| one == text) {
        return None;
    }
    known.into_iter().find(|one| skeleton(one) == wanted)
}

/// The text without spaces around its signs and without a final full stop, with plain hyphens, slashes and digits, and
/// with Vietnamese letters instead of similar ones of other alphabets: what the writer meant to type.
pub(super) fn corrected(text: &str) -> String {
    let plain = text.chars().filter(|char| !char.is_whitespace() && !is_invisible(*char));
    let plain: String = plain
        .map(|char| match char {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' => '-',
            '\u{2044}' | '\u{2215}' | '\u{ff0f}' | '\\' => '/',
            '０'..='９' => char::from_u32(u32::from(char) - u32::from('０') + u32::from('0')).unwrap_or(char),
            'Ð' | 'Ɖ' => 'Đ',
            'ð' | 'ɖ' => 'đ',
            other => other,
        })
        .collect();
    plain.trim_end_matches(['.', ',', ';', ':']).to_owned()
}

/// A letter of the Vietnamese alphabet, or of its loanwords (F, J, W, Z), or a digit. The Icelandic `Ð` looks like `Đ`
/// but is not a Vietnamese letter.
pub(super) fn is_letter(char: char) -> bool {
    let plain = |char: char| nfd(char.encode_utf8(&mut [0; 4])).starts_with(|base: char| base.is_ascii_alphanumeric());
    char.is_ascii_alphanumeric() || matches!(char, 'Đ' | 'đ') || char.is_alphabetic() && plain(char)
}

/// The text with characters that look like others written as escapes, such as `\u{d0}`.
pub(super) fn shown(text: &str) -> String {
    let mut out = String::new();
    for char in visible(text).chars() {
        if char.is_alphanumeric() && !is_letter(char) {
            out.extend(char.escape_unicode());
        } else {
            out.push(char);
        }
    }
    out
}

/// An abbreviation in capitals, unless it begins with one.
pub(super) fn in_capitals(text: &str) -> String {
    if text.starts_with(char::is_lowercase) { upper(text).replace("TTG", "TTg") } else { text.to_owned() }
}

/// Equal apart from accents, or apart from one missing letter: `QĐ` and `QyĐ`, `CT` and `CTr`.
fn near(a: &str, b: &str) -> bool {
    let (a, b) = (skeleton(a), skeleton(b));
    let inside = |long: &str, short: &str| {
        long.len() == short.len() + 1
            && (0..long.len()).any(|at| {
                long.get(..at).zip(long.get(at + 1..)).is_some_and(|(head, tail)| format!("{head}{tail}") == short)
            })
    };
    a == b || (a.len() > 1 && b.len() > 1 && (inside(&a, &b) || inside(&b, &a)))
}

/// The text in lower case without diacritics.
pub(super) fn skeleton(text: &str) -> String {
    let apart = nfd(text);
    let plain = apart.chars().filter(|char| !('\u{300}'..='\u{36f}').contains(char));
    plain.map(|char| if matches!(char, 'đ' | 'Đ') { 'd' } else { char }).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
#[path = "tests/spelling.rs"]
mod tests;
