//! Patterns of classes and counts, which run without a search.

use super::class::Class;
use super::compiled::Program;
use super::parse::Piece;

/// The classes and counts of a pattern that is nothing but those, and begins at the start of the text.
pub(super) fn simple(piece: &Piece) -> Option<Program> {
    let Piece::Sequence(pieces) = piece else { return None };
    let (first, rest) = pieces.split_first()?;
    if !matches!(first, Piece::Start) {
        return None;
    }
    let (to_end, rest) = match rest.split_last() {
        Some((Piece::End, rest)) => (true, rest),
        _ => (false, rest),
    };
    let mut parts = Vec::with_capacity(rest.len());
    for piece in rest {
        match piece {
            Piece::Class(class) => parts.push((class.clone(), 1, 1)),
            Piece::Repeat(inner, low, high) => match &**inner {
                Piece::Class(class) => parts.push((class.clone(), *low, *high)),
                _ => return None,
            },
            _ => return None,
        }
    }
    for (index, (class, low, high)) in parts.iter().enumerate() {
        if low == high {
            continue;
        }
        // Whatever may follow, up to the first part that must be there.
        for (next, low, _) in parts.iter().skip(index + 1) {
            if !class.apart_from(next) {
                return None;
            }
            if *low > 0 {
                break;
            }
        }
    }
    Some(Program::Simple { parts, to_end })
}

pub(super) fn matches_simple(parts: &[(Class, u32, u32)], to_end: bool, text: &str) -> bool {
    let mut chars = text.chars();
    for (class, low, high) in parts {
        let mut count = 0;
        while count < *high {
            let before = chars.clone();
            match chars.next() {
                Some(char) if class.contains(char) => count += 1,
                _ => {
                    chars = before;
                    break;
                }
            }
        }
        if count < *low {
            return false;
        }
    }
    !to_end || chars.as_str().is_empty()
}
