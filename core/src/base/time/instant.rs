//! Points in time.

use super::date::Date;
use super::scan::scan_local;
use super::seconds::{DAY, Seconds};
use super::zone::Zone;
use crate::base::error::{Code, Error};

/// Microseconds in a second.
pub(super) const MICROS: i64 = 1_000_000;

/// A point in time, as microseconds since 1970-01-01T00:00:00Z; years 1 to 9999.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Instant(i64);

impl Instant {
    /// The first instant of the year 1 at UTC.
    pub const MIN: Self = Self(Date::MIN.days() as i64 * DAY * MICROS);
    /// The last microsecond of the year 9999 at UTC.
    pub const MAX: Self = Self((Date::MAX.days() as i64 + 1) * DAY * MICROS - 1);

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
        let local = i64::from(date.days()) * DAY * MICROS + micros;
        Self::from_micros(local - i64::from(offset) * MICROS).ok_or_else(|| fault(Code::TimeOutOfRange))
    }

    /// Writes RFC 3339 at an offset in seconds; a fraction only if there is one, without trailing zeros.
    pub fn rfc3339(self, offset: i32) -> String {
        let local = self.seconds() + i64::from(offset);
        let (year, month, day) = Date::MIN.plus(local.div_euclid(DAY) - i64::from(Date::MIN.days())).ymd();
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

pub(super) fn offset_text(offset: i32) -> String {
    let (sign, size) = if offset < 0 { ('-', -offset) } else { ('+', offset) };
    let (hours, minutes, seconds) = (size / 3600, size / 60 % 60, size % 60);
    match seconds {
        0 => format!("{sign}{hours:02}:{minutes:02}"),
        _ => format!("{sign}{hours:02}:{minutes:02}:{seconds:02}"),
    }
}
