//! Telephone numbers of the national plan since 2018-11-15.

use crate::rule::{Kinds, Row, of_text};

pub(super) const ROWS: &[Row] = &[
    Row::new(
        "isPhone",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là số điện thoại hợp lệ", "{a} is a sound telephone number"],
        |arguments, _| of_text(arguments, |text| Ok(Phone::parse(text).is_some().into())),
    ),
    Row::new(
        "isMobile",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là số di động hợp lệ", "{a} is a sound mobile number"],
        |arguments, _| {
            of_text(arguments, |text| Ok(Phone::parse(text).is_some_and(|phone| phone.kind == Kind::Mobile).into()))
        },
    ),
];

/// A telephone number in its national form, such as `0912345678`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phone {
    /// The digits, with the leading 0.
    pub digits: String,
    /// What it is.
    pub kind: Kind,
}

/// Kinds of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Mobile, of an assigned range.
    Mobile,
    /// Mobile by its form, of no range known here: a reason to look again, not to refuse.
    UnknownMobile,
    /// Landline.
    Landline,
    /// Service number, 1800 or 1900.
    Service,
}

impl Phone {
    /// Reads a number; `+84`, `84`, `0084`, blanks, dots, dashes and brackets are taken.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let plain: String =
            text.chars().filter(|char| !matches!(char, ' ' | '\u{a0}' | '.' | '-' | '(' | ')')).collect();
        let digits = plain.strip_prefix('+').unwrap_or(&plain);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let abroad = digits.strip_prefix("0084").or_else(|| digits.strip_prefix("84"));
        let national = match abroad {
            Some(rest) if rest.len() >= 9 => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
            _ if plain.starts_with('+') => return None,
            _ => digits.to_owned(),
        };
        let kind = kind(&national)?;
        Some(Self { digits: national, kind })
    }
}

fn kind(digits: &str) -> Option<Kind> {
    let head = digits.get(..3).unwrap_or_default();
    match (digits.len(), digits.get(..2).unwrap_or_default()) {
        (8 | 10, "18" | "19") if matches!(digits.get(..4), Some("1800" | "1900")) => Some(Kind::Service),
        (10, "03" | "05" | "07" | "08" | "09") => Some(if assigned(head) { Kind::Mobile } else { Kind::UnknownMobile }),
        (11, "02") => Some(Kind::Landline),
        _ => None,
    }
}

fn assigned(head: &str) -> bool {
    let last = head.bytes().last().unwrap_or_default();
    let lasts: &[u8] = match head.get(..2).unwrap_or_default() {
        "03" => b"23456789",
        "05" => b"25689",
        "07" => b"06789",
        "08" => b"123456789",
        "09" => b"012346789",
        _ => b"",
    };
    lasts.contains(&last)
}

#[cfg(test)]
#[path = "tests/phone.rs"]
mod tests;
