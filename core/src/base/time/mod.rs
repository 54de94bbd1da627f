//! Instants, dates, durations and time zones: whole numbers in memory, RFC 3339 and ISO 8601 in text.

#[cfg(feature = "iana")]
mod iana;
mod weekday;
mod zone;

pub use weekday::Weekday;
pub use zone::Zone;

use crate::base::error::{Code, Error};
use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

/// Microseconds in a second.
const MICROS: i64 = 1_000_000;
/// Seconds in a civil day of a zone without daylight saving.
pub(crate) const DAY: i64 = 86_400;
/// The last year of calendars and time zone tables.
pub(crate) const LAST_YEAR: i32 = 2199;

/// A length of time in whole seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seconds(pub i64);

impl std::ops::Add for Seconds {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Seconds {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Seconds {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self(0), |a, b| a + b)
    }
}

impl Serialize for Seconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

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

/// A point in time, as microseconds since 1970-01-01T00:00:00Z; years 1 to 9999.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Instant(i64);

impl Instant {
    /// The first instant of the year 1 at UTC.
    pub const MIN: Self = Self(Date::MIN.0 as i64 * DAY * MICROS);
    /// The last microsecond of the year 9999 at UTC.
    pub const MAX: Self = Self((Date::MAX.0 as i64 + 1) * DAY * MICROS - 1);

    /// An instant from microseconds since the epoch; `None` outside the years 1 to 9999.
    pub fn from_micros(micros: i64) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0).contains(&micros).then_some(Self(micros))
    }

    /// An instant from seconds since the epoch; `None` outside the years 1 to 9999.
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        seconds.checked_mul(MICROS).and_then(Self::from_micros)
    }

    /// Microseconds since the epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch, floored.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(MICROS)
    }

    /// The instant this many seconds later (earlier, if negative), limited to the years 1 to 9999.
    pub fn plus(self, seconds: Seconds) -> Self {
        let moved = self.0.saturating_add(seconds.0.saturating_mul(MICROS));
        Self(moved.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Whole seconds from `earlier` to this instant, floored.
    pub const fn since(self, earlier: Self) -> Seconds {
        Seconds((self.0 - earlier.0).div_euclid(MICROS))
    }

    /// Reads RFC 3339 with an offset, such as `2026-01-08T09:00:00+07:00`, with up to six digits of a second.
    ///
    /// # Errors
    /// [`Code::NoZone`] if the offset is missing, [`Code::TimeOutOfRange`], [`Code::BadTime`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let fault = |code| Error::new(code).with("value", text);
        let Some((date, micros, rest)) = scan_local(text) else { return Err(fault(Code::BadTime)) };
        let micros = micros.ok_or_else(|| fault(Code::BadTime))?;
        let Some(date) = date else { return Err(fault(Code::TimeOutOfRange)) };
        let offset = match rest {
            "" => return Err(fault(Code::NoZone)),
            "z" => 0,
            zone => Zone::parse(zone).ok().and_then(|zone| zone.fixed_offset()).ok_or_else(|| fault(Code::BadTime))?,
        };
        let local = i64::from(date.0) * DAY * MICROS + micros;
        Self::from_micros(local - i64::from(offset) * MICROS).ok_or_else(|| fault(Code::TimeOutOfRange))
    }

    /// Writes RFC 3339 at an offset in seconds; a fraction only if there is one, without trailing zeros.
    pub fn rfc3339(self, offset: i32) -> String {
        let local = self.seconds() + i64::from(offset);
        let (year, month, day) = Date::MIN.plus(local.div_euclid(DAY) - i64::from(Date::MIN.0)).ymd();
        let second = local.rem_euclid(DAY);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let mut text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
        let micros = self.0.rem_euclid(MICROS);
        if micros != 0 {
            text.push('.');
            text.push_str(format!("{micros:06}").trim_end_matches('0'));
        }
        if offset == 0 {
            text.push('Z');
        } else {
            text.push_str(&offset_text(offset));
        }
        text
    }
}

impl std::fmt::Display for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.rfc3339(0))
    }
}

impl std::fmt::Debug for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

/// An instant as it is shown: RFC 3339 in the time zone of the office that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stamp {
    /// The instant.
    pub at: Instant,
    /// The offset with which it is written, in seconds east of UTC.
    pub offset: i32,
}

impl Stamp {
    /// Reads RFC 3339 as [`Instant::parse`] does, and keeps the offset.
    ///
    /// # Errors
    /// As [`Instant::parse`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let at = Instant::parse(text)?;
        let tail =
            text.len().checked_sub(6).and_then(|start| text.get(start..)).filter(|_| !text.ends_with(['Z', 'z']));
        let offset = tail.and_then(|tail| Zone::parse(tail).ok()?.fixed_offset()).unwrap_or(0);
        Ok(Self { at, offset })
    }
}

macro_rules! from_str {
    ($($type:ty),+) => {$(
        impl std::str::FromStr for $type {
            type Err = Error;
            fn from_str(text: &str) -> Result<Self, Error> {
                Self::parse(text)
            }
        }
    )+};
}

from_str!(Date, Instant, Stamp, Zone);

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.at.rfc3339(self.offset))
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A date, the microseconds since its midnight, and the rest of the text: `2026-01-08T09:00:00.25`. The date is `None`
/// outside the years 1 to 9999. The microseconds are `None` for a leap second, which time since the epoch cannot
/// represent, and for a finer fraction, which would be lost silently.
fn scan_local(text: &str) -> Option<(Option<Date>, Option<i64>, &str)> {
    let year_zero = text.starts_with("0000-");
    let date = Date::from_text(text.get(..10)?).map(Some).or(year_zero.then_some(None))?;
    let clock = text.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let (hour, minute) = (digits(clock.get(..2)?)?, digits(clock.get(2..5)?.strip_prefix(':')?)?);
    let rest = clock.get(5..)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => (digits(rest.get(..2)?)?, rest.get(2..)?),
        // RFC 3339 always has seconds; without them this is only a local time.
        None => rest.is_empty().then_some((0, rest))?,
    };
    let fraction = rest.strip_prefix('.').map_or("", |rest| {
        let end = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    });
    let rest = if fraction.is_empty() { rest } else { rest.get(fraction.len() + 1..)? };
    let (shown, finer) = fraction.split_at_checked(6).unwrap_or((fraction, ""));
    let exact = second < 60 && finer.bytes().all(|digit| digit == b'0');
    let fraction = i64::from(digits(&format!("{shown:0<6}"))?);
    let seconds = i64::from(hour * 3600 + minute * 60 + second);
    (hour < 24 && minute < 60 && second <= 60).then_some((date, exact.then_some(seconds * MICROS + fraction), rest))
}

/// The number of ASCII digits; `None` for a sign, a space or a digit of another script.
fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn offset_text(offset: i32) -> String {
    let (sign, size) = if offset < 0 { ('-', -offset) } else { ('+', offset) };
    let (hours, minutes, seconds) = (size / 3600, size / 60 % 60, size % 60);
    match seconds {
        0 => format!("{sign}{hours:02}:{minutes:02}"),
        _ => format!("{sign}{hours:02}:{minutes:02}:{seconds:02}"),
    }
}

macro_rules! text_schema {
    ($($type:ty: $name:literal, $schema:tt;)+) => {$(
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    )+};
}

text_schema! {
    Date: "Date", {"type": "string", "format": "date"};
    Instant: "Instant", {"type": "string", "format": "date-time", "description": "RFC 3339 with its offset"};
    Stamp: "Stamp", {"type": "string", "format": "date-time", "description": "RFC 3339 in the zone of the office"};
    Seconds: "Seconds", {"type": "integer", "description": "Whole seconds"};
    Zone: "Zone", {"type": "string", "pattern": "^(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)$"};
}

#[cfg(test)]
mod tests;
