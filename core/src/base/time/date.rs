//! Days of the Gregorian calendar.

use super::weekday::Weekday;
use crate::base::error::{Code, Error};
use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

/// The last year of calendars and time zone tables.
pub(crate) const LAST_YEAR: i32 = 2199;

/// A day of the Gregorian calendar, years 1 to 9999, as days since 1970-01-01.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(i32);

impl Date {
    /// 0001-01-01.
    pub const MIN: Self = Self(-719_162);
    /// 9999-12-31.
    pub const MAX: Self = Self(2_932_896);

    /// A date from days since 1970-01-01; `None` outside the years 1 to 9999.
    pub fn from_days(days: i64) -> Option<Self> {
        let days = i32::try_from(days).ok()?;
        (Self::MIN.0..=Self::MAX.0).contains(&days).then_some(Self(days))
    }

    /// A date from year, month 1–12 and day 1–31; `None` if there is no such day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::from_naive)
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.0
    }

    /// The day this many days later (earlier, if negative), limited to the years 1 to 9999.
    pub fn plus(self, days: i64) -> Self {
        let moved = i64::from(self.0).saturating_add(days).clamp(i64::from(Self::MIN.0), i64::from(Self::MAX.0));
        Self(i32::try_from(moved).unwrap_or(self.0))
    }

    /// Days from `earlier` to this day.
    pub fn since(self, earlier: Self) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }

    /// Year, month 1–12, day 1–31.
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.naive();
        (date.year(), date.month(), date.day())
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::of(self.naive().weekday())
    }

    /// The day as `dd/MM/yyyy`, as in Vietnamese documents.
    pub fn vietnamese(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{day:02}/{month:02}/{year:04}")
    }

    /// Reads `yyyy-MM-dd`.
    ///
    /// # Errors
    /// [`Code::BadDate`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::from_text(text).ok_or_else(|| Error::new(Code::BadDate).with("value", text))
    }

    /// Like [`Date::parse`] without an error value; fast, since it runs on each date of each dossier and log.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else { return None };
        let number = |digits: &[&u8]| {
            digits.iter().try_fold(0u32, |sum, digit| {
                let value = u32::from(digit.wrapping_sub(b'0'));
                (value < 10).then_some(sum * 10 + value)
            })
        };
        let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
        Self::from_ymd(year, number(&[m1, m2])?, number(&[d1, d2])?)
    }

    fn from_naive(date: NaiveDate) -> Option<Self> {
        Self::from_days(i64::from(date.to_epoch_days()))
    }

    pub(crate) fn naive(self) -> NaiveDate {
        NaiveDate::from_epoch_days(self.0).unwrap_or_default()
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl std::fmt::Debug for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
