//! The personal identity number (*số định danh cá nhân*), 12 digits: Decree 137/2015/NĐ-CP art. 13.

use super::province;
use crate::rule::{Context, Kinds, Reason, Row, Val, of_text};

pub(super) const ROWS: &[Row] = &[
    Row::new(
        "isIdentityNumber",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là số định danh hợp lệ", "{a} is a sound identity number"],
        |arguments, context| of_text(arguments, |text| Ok(is_born(text, context).into())),
    ),
    Row::new(
        "identityYear",
        &[Kinds::TEXT],
        Kinds::NUMBER,
        ["năm sinh trong {a}", "the year of birth in {a}"],
        |arguments, _| part(arguments, |id| i64::from(id.year).into()),
    ),
    Row::new(
        "identityIsFemale",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["{a} là của nữ", "{a} is that of a woman"],
        |arguments, _| part(arguments, |id| id.female.into()),
    ),
    Row::new(
        "identityPlaceKnown",
        &[Kinds::TEXT],
        Kinds::TRUTH,
        ["mã nơi sinh trong {a} có trong danh mục", "the place of birth in {a} is known"],
        |arguments, _| part(arguments, |id| id.province().is_some().into()),
    ),
];

/// Whether a text is an identity number of somebody who is born by the day on which is judged.
fn is_born(text: &str, context: &Context<'_>) -> bool {
    let born = |id: IdentityNumber| context.today.is_none_or(|today| id.year <= today.ymd().0);
    IdentityNumber::parse(text).is_some_and(born)
}

/// A part of an identity number; undetermined if the text is not one.
fn part<'a>(arguments: &[Val<'a>], f: fn(IdentityNumber) -> Val<'a>) -> Result<Val<'a>, Reason> {
    of_text(arguments, |text| IdentityNumber::parse(text).map(f).ok_or(Reason::WrongType))
}

/// What a personal identity number shows. It has no check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct IdentityNumber {
    /// Province of the registration of birth as of the list of 63, or a country code for births abroad.
    pub place: u16,
    /// Sex in the register.
    pub female: bool,
    /// Year of birth.
    pub year: i32,
}

impl IdentityNumber {
    /// Reads 12 ASCII digits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() != 12 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let part = |from: usize, to: usize| text.get(from..to)?.parse::<u16>().ok();
        let (place, century, year) = (part(0, 3)?, part(3, 4)?, part(4, 6)?);
        Some(Self { place, female: century % 2 == 1, year: 1900 + 100 * i32::from(century / 2) + i32::from(year) })
    }

    /// The province of the list of 63; none for a code of another country, or one that is not assigned: a reason to
    /// look again, not to refuse.
    pub(crate) fn province(self) -> Option<&'static str> {
        province::of_code(u8::try_from(self.place).ok()?)
    }
}

#[cfg(test)]
#[path = "tests/identity.rs"]
mod tests;
