//! Spelling of symbols: capitals and diacritics are part of them, and are the commonest slip.

use super::kind::Kind;
use crate::text::nfd;

/// Kinds whose abbreviations differ from this one's only by capitals, diacritics or one letter: `DA` and `ĐA`, `CT` and
/// `CTr`.
pub fn lookalikes(kind: Kind) -> Vec<Kind> {
    let Some(own) = kind.abbreviation() else { return Vec::new() };
    let alike = |other: &Kind| *other != kind && other.abbreviation().is_some_and(|text| near(text, own));
    Kind::ALL.iter().map(|(_, kind)| *kind).filter(alike).collect()
}

/// What was meant by a text that is none of the known ones, but would be with other capitals or diacritics.
pub(super) fn meant<'a>(text: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let wanted = skeleton(text);
    if known.clone().any(|one| one == text) {
        return None;
    }
    known.into_iter().find(|one| skeleton(one) == wanted)
}

/// The text without spaces around its signs, with plain hyphens and slashes: what a reader would have typed.
pub(super) fn mended(text: &str) -> String {
    let plain = text.chars().filter(|char| !char.is_whitespace());
    plain
        .map(|char| match char {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' => '-',
            '\u{2044}' | '\u{2215}' | '\u{ff0f}' | '\\' => '/',
            other => other,
        })
        .collect()
}

/// One without its accents, or one letter of the other left out: `QĐ` and `QyĐ`, `CT` and `CTr`.
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

/// Small letters without diacritics.
fn skeleton(text: &str) -> String {
    let apart = nfd(text);
    let plain = apart.chars().filter(|char| !('\u{300}'..='\u{36f}').contains(char));
    plain.map(|char| if matches!(char, 'đ' | 'Đ') { 'd' } else { char }).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_that_look_alike() {
        let alike = |kind| lookalikes(kind).into_iter().filter_map(Kind::abbreviation).collect::<Vec<_>>();
        assert_eq!(alike(Kind::Project), ["ĐA"]);
        assert_eq!(alike(Kind::Decision), ["QyĐ"]);
        assert!(alike(Kind::Directive).contains(&"CTr"));
    }

    #[test]
    fn signs_are_mended() {
        assert_eq!(mended("01 / QĐ – UBND"), "01/QĐ-UBND");
    }
}
