//! Forms of texts (`format`), each asserted, each with one grammar for every runtime.

use crate::base::packed::Packed;
use crate::base::time::Date;

/// A form of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub(super) enum Format {
    Date,
    DateTime,
    Time,
    Email,
    Uuid,
}

/// Name of each.
pub(super) const FORMATS: [(&str, Format); 5] = [
    ("date", Format::Date),
    ("date-time", Format::DateTime),
    ("time", Format::Time),
    ("email", Format::Email),
    ("uuid", Format::Uuid),
];

impl Format {
    pub(super) fn name(self) -> &'static str {
        FORMATS.iter().find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }

    pub(super) fn matches(self, text: &str) -> bool {
        match self {
            Self::Date => Date::from_text(text).is_some(),
            Self::DateTime => {
                let (date, rest) = text.split_at_checked(10).unwrap_or_default();
                Date::from_text(date).is_some() && rest.strip_prefix(['T', 't']).is_some_and(is_time)
            }
            Self::Time => is_time(text),
            Self::Email => is_email(text),
            Self::Uuid => is_uuid(text),
        }
    }
}

/// `full-time` of RFC 3339; a leap second only at the end of a UTC day.
fn is_time(text: &str) -> bool {
    let two = |at: usize| {
        let digits = text.get(at..at + 2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.parse::<i32>().ok()
    };
    let sign = |at: usize, sign: &str| text.get(at..at + 1) == Some(sign);
    let (Some(hour), Some(minute), Some(second)) = (two(0), two(3), two(6)) else { return false };
    let mut at = 8;
    if sign(at, ".") {
        let digits = text.bytes().skip(9).take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return false;
        }
        at = 9 + digits;
    }
    let offset = match text.get(at..) {
        Some("Z" | "z") => 0,
        Some(rest) if rest.len() == 6 && sign(at + 3, ":") => match (rest.as_bytes().first(), two(at + 1), two(at + 4))
        {
            (Some(b'+'), Some(hours @ 0..24), Some(minutes @ 0..60)) => hours * 60 + minutes,
            (Some(b'-'), Some(hours @ 0..24), Some(minutes @ 0..60)) => -(hours * 60 + minutes),
            _ => return false,
        },
        _ => return false,
    };
    let utc = (hour * 60 + minute - offset).rem_euclid(24 * 60);
    let in_range = hour < 24 && minute < 60 && (second < 60 || (second == 60 && utc == 24 * 60 - 1));
    sign(2, ":") && sign(5, ":") && in_range
}

/// A mailbox in ASCII as RFC 5321 has it, without quotes or address literals; the domain has names of letters, digits
/// and inner hyphens.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let atom = |atom: &str| {
        !atom.is_empty()
            && atom.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
    };
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= 254 && local.len() <= 64 && local.split('.').all(atom) && domain.split('.').all(label)
}

fn is_uuid(text: &str) -> bool {
    let hyphen = |at: usize| matches!(at, 8 | 13 | 18 | 23);
    let fits = |(at, byte): (usize, u8)| if hyphen(at) { byte == b'-' } else { byte.is_ascii_hexdigit() };
    text.len() == 36 && text.bytes().enumerate().all(fits)
}

#[cfg(test)]
#[path = "tests/format.rs"]
mod tests;
