//! Times as other systems write them.

use super::Mapping;
use super::spec::DateOrder;
use crate::base::error::{Code, Error};
use crate::base::time::{Date, Instant, Zone};

/// How the times of one table are to be read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Times<'m> {
    /// The zone of times without an offset.
    pub(super) zone: Option<&'m Zone>,
    /// The order of dates whose year comes last.
    pub(super) order: Option<DateOrder>,
}

/// A time that was read, and what was inexact about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) at: Instant,
    /// Offset with which it was written, in seconds east of UTC.
    pub(super) offset: i32,
    /// Whether it was a date without a time.
    pub(super) day_only: bool,
    /// Whether it was finer than a microsecond, and was cut off.
    pub(super) cut: bool,
}

impl Times<'_> {
    /// Reads a time: ISO 8601 in its variants, `31/12/2026 08:15`, `31-12-2026:08.15`, `08:15 31/12/2026`, `12/31/2026
    /// 8:15:27 PM`, `31-Dec-2026`, times in words, the serial number of a day in a workbook, or a date alone.
    ///
    /// # Errors
    /// [`Code::BadTime`], [`Code::TwoDates`], [`Code::NoZone`], [`Code::AmbiguousDate`], [`Code::TimeOutOfRange`].
    pub(super) fn read(&self, text: &str) -> Result<Moment, Error> {
        let fault = |code| Error::new(code).with("value", text);
        let parts =
            parts(text).ok_or_else(|| fault(if has_two_dates(text) { Code::TwoDates } else { Code::BadTime }))?;
        let (year, month, day) = match (parts.date, self.order) {
            (DateText::Sure(year, month, day), _) => (year, month, day),
            (DateText::YearLast(a, b, year), Some(DateOrder::DayFirst)) => (year, b, a),
            (DateText::YearLast(a, b, year), Some(DateOrder::MonthFirst)) => (year, a, b),
            (DateText::YearLast(a, b, year), None) if a > 12 => (year, b, a),
            (DateText::YearLast(a, b, year), None) if b > 12 || a == b => (year, a, b),
            (DateText::YearLast(..), None) => return Err(fault(Code::AmbiguousDate)),
        };
        if !(1..=9999).contains(&year) {
            return Err(fault(Code::TimeOutOfRange));
        }
        let date = i32::try_from(year).ok().and_then(|year| Date::from_ymd(year, month, day));
        let date = date.ok_or_else(|| fault(Code::BadTime))?;
        let clock = parts.clock.unwrap_or_default();
        let second = i64::from(clock.hour) * 3600 + i64::from(clock.minute) * 60 + i64::from(clock.second);
        let (at, offset) = match (parts.offset, self.zone) {
            (Some(offset), _) => {
                let seconds = i64::from(date.days()) * crate::base::time::DAY + second - i64::from(offset);
                (Instant::from_seconds(seconds).ok_or_else(|| fault(Code::TimeOutOfRange))?, offset)
            }
            (None, Some(zone)) => {
                let at = zone.instant(date, second);
                (at, zone.offset_at(at))
            }
            (None, None) => return Err(fault(Code::NoZone)),
        };
        let at = Instant::from_micros(at.micros() + i64::from(clock.micros));
        let at = at.ok_or_else(|| fault(Code::TimeOutOfRange))?;
        Ok(Moment { at, offset, day_only: parts.clock.is_none(), cut: clock.cut })
    }
}

impl Mapping {
    /// The instant that a text means, written in any of the usual ways, and whether it is a day alone: an instant without
    /// an offset is one of the mapping's zone, a day begins in the zone `days`.
    ///
    /// # Errors
    /// As those of a cell of a table.
    #[doc(hidden)]
    pub fn moment(&self, text: &str, days: &Zone) -> Result<(Instant, bool), Error> {
        if let Ok(date) = Date::parse(text) {
            return Ok((days.instant(date, 0), true));
        }
        let read = |zone| Times { zone, order: self.dates }.read(text);
        match (read(Some(days)), self.zone()) {
            (Ok(moment), _) if moment.day_only => Ok((moment.at, true)),
            (_, zone) => read(zone).map(|moment| (moment.at, false)),
        }
    }
}

/// The parts of a time, however it is written.
fn parts(text: &str) -> Option<Parts> {
    let text = text.trim();
    let scanned = Scan { rest: text.as_bytes() }.parts();
    scanned.or_else(|| serial(text)).or_else(|| worded(text))
}

/// A time in words, which only the cells of tables have.
#[cfg(feature = "xes")]
fn worded(text: &str) -> Option<Parts> {
    match super::worded::reword(text) {
        super::worded::Worded::Time(time) => Scan { rest: time.as_bytes() }.parts(),
        _ => None,
    }
}

#[cfg(not(feature = "xes"))]
fn worded(_: &str) -> Option<Parts> {
    None
}

fn has_two_dates(text: &str) -> bool {
    #[cfg(feature = "xes")]
    return super::worded::reword(text) == super::worded::Worded::TwoDates;
    #[cfg(not(feature = "xes"))]
    {
        let _ = text;
        false
    }
}

/// The serial number of a day in a workbook, counted from 1899-12-30, with the time of day as a fraction: `46082,5`.
/// Only the days from 1954 to 2119 are taken for one.
fn serial(text: &str) -> Option<Parts> {
    let (days, fraction) = match text.split_once(['.', ',']) {
        Some((days, fraction)) => (days, fraction.get(..fraction.len().min(12))?),
        None => (text, ""),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let number = (days.len() == 5 && digits(days) && digits(fraction)).then(|| days.parse::<i64>().ok())??;
    /// Days from 1899-12-30 to 1970-01-01.
    const EPOCH: i64 = 25_569;
    let unit = 10u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let part = if fraction.is_empty() { 0 } else { fraction.parse::<u64>().ok()? };
    // Workbooks keep the time of day as a binary fraction: it is meant to the second.
    let second = (part * 86_400 + unit / 2) / unit;
    let date = Date::from_days((20_000..80_000).contains(&number).then_some(number - EPOCH)?)?;
    let next = date.plus(i64::from(second == 86_400));
    let second = u32::try_from(second % 86_400).ok()?;
    let (year, month, day) = next.ymd();
    let clock = Clock { hour: second / 3600, minute: second / 60 % 60, second: second % 60, ..Clock::default() };
    let date = DateText::Sure(u32::try_from(year).ok()?, month, day);
    Some(Parts { date, clock: (part > 0).then_some(clock), offset: None })
}

/// The order that a date shows by itself, if one of its first two numbers is above 12.
#[cfg(feature = "xes")]
pub(super) fn shown_order(text: &str) -> Option<DateOrder> {
    match parts(text)?.date {
        DateText::YearLast(a, b, _) if a > 12 && b <= 12 => Some(DateOrder::DayFirst),
        DateText::YearLast(a, b, _) if b > 12 && a <= 12 => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum DateText {
    /// Year, month, day.
    Sure(u32, u32, u32),
    /// Two numbers of unknown order, and the year.
    YearLast(u32, u32, u32),
}

#[derive(Clone, Copy, Default)]
struct Clock {
    hour: u32,
    minute: u32,
    second: u32,
    micros: u32,
    cut: bool,
}

struct Parts {
    date: DateText,
    clock: Option<Clock>,
    offset: Option<i32>,
}

const MONTHS: [&[u8]; 12] =
    [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];

struct Scan<'a> {
    rest: &'a [u8],
}

impl Scan<'_> {
    fn parts(mut self) -> Option<Parts> {
        // `08:15 31/12/2026` and `08:15 ngày 31/12/2026` begin with the time of day.
        let clock_first = matches!(self.rest, [_, b':', ..] | [_, _, b':', ..]);
        let early = if clock_first { Some(self.clock()?) } else { None };
        if clock_first {
            self.blanks();
            for word in ["ngày", ",", "-"] {
                if let Some(rest) = self.rest.strip_prefix(word.as_bytes()) {
                    self.rest = rest;
                    self.blanks();
                }
            }
        }
        let date = self.date()?;
        let clock = match (early, self.rest) {
            (Some(clock), _) => Some(clock),
            (None, []) => None,
            (None, [b'T' | b't' | b' ' | b':' | b',', ..]) => {
                self.skip();
                self.blanks();
                Some(self.clock()?)
            }
            // A date with an offset, such as `2026-01-08+07:00`.
            (None, [b'+' | b'Z' | b'z', ..]) => None,
            _ => return None,
        };
        self.blanks();
        let offset = self.offset()?;
        self.rest.is_empty().then_some(Parts { date, clock, offset })
    }

    fn skip(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    fn blanks(&mut self) {
        while let [b' ', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    /// A number of at most nine digits, and its number of digits.
    fn number(&mut self) -> Option<(u32, usize)> {
        let mut value = 0u32;
        let mut digits = 0;
        while let [digit @ b'0'..=b'9', rest @ ..] = self.rest {
            value = value.checked_mul(10)?.checked_add(u32::from(digit - b'0'))?;
            digits += 1;
            self.rest = rest;
        }
        (1..=9).contains(&digits).then_some((value, digits))
    }

    /// A number of one or two digits.
    fn two(&mut self) -> Option<u32> {
        self.number().filter(|(_, digits)| *digits <= 2).map(|(value, _)| value)
    }

    fn date(&mut self) -> Option<DateText> {
        let (first, digits) = self.number()?;
        if digits == 8 {
            return Some(DateText::Sure(first / 10_000, first / 100 % 100, first % 100));
        }
        let separator = *self.rest.first().filter(|sign| matches!(sign, b'-' | b'/' | b'.' | b' '))?;
        self.skip();
        if let Some(month) = self.month_name() {
            self.rest = self.rest.strip_prefix(&[separator])?;
            let (year, long) = self.number()?;
            return (long == 4 && digits <= 2).then_some(DateText::Sure(year, month, first));
        }
        let second = self.two()?;
        self.rest = self.rest.strip_prefix(&[separator])?;
        let (third, last) = self.number()?;
        match (digits, last) {
            // Years beyond 9999 are refused later, with a specific error.
            (4..=6, 1..=2) => Some(DateText::Sure(first, second, third)),
            (1..=2, 4) => Some(DateText::YearLast(first, second, third)),
            _ => None,
        }
    }

    fn month_name(&mut self) -> Option<u32> {
        let name = self.rest.get(..3)?.to_ascii_lowercase();
        let month = MONTHS.iter().zip(1..).find(|(known, _)| **known == name)?.1;
        self.rest = self.rest.get(3..)?;
        while let [b'a'..=b'z' | b'A'..=b'Z', rest @ ..] = self.rest {
            self.rest = rest;
        }
        Some(month)
    }

    fn clock(&mut self) -> Option<Clock> {
        let mut clock = Clock::default();
        let (hour, digits) = self.number()?;
        if digits == 6 {
            // The compact form of ISO 8601.
            (clock.hour, clock.minute, clock.second) = (hour / 10_000, hour / 100 % 100, hour % 100);
        } else {
            let separator = *self.rest.first().filter(|sign| digits <= 2 && matches!(sign, b':' | b'.' | b'h'))?;
            self.skip();
            (clock.hour, clock.minute) = (hour, self.two()?);
            if let [sign, b'0'..=b'9', ..] = self.rest
                && (*sign == separator || *sign == b':')
            {
                self.skip();
                clock.second = self.two()?;
            }
        }
        if let [b'.' | b',', b'0'..=b'9', ..] = self.rest {
            self.skip();
            self.fraction(&mut clock);
        }
        self.half(&mut clock)?;
        (clock.hour < 24 && clock.minute < 60 && clock.second < 60).then_some(clock)
    }

    fn fraction(&mut self, clock: &mut Clock) {
        let mut unit = 100_000;
        while let [digit @ b'0'..=b'9', rest @ ..] = self.rest {
            clock.micros += u32::from(digit - b'0') * unit;
            clock.cut |= unit == 0 && *digit != b'0';
            unit /= 10;
            self.rest = rest;
        }
    }

    /// `AM`, `PM`, `SA`, `CH` after the time.
    fn half(&mut self, clock: &mut Clock) -> Option<()> {
        let trimmed = self.rest.strip_prefix(b" ").unwrap_or(self.rest);
        let afternoon = match trimmed.get(..2).map(<[u8]>::to_ascii_uppercase).as_deref() {
            Some(b"AM" | b"SA") => false,
            Some(b"PM" | b"CH") => true,
            _ => return Some(()),
        };
        self.rest = trimmed.get(2..)?;
        clock.hour = match (clock.hour, afternoon) {
            (12, false) => 0,
            (12, true) => 12,
            (hour @ 1..=11, true) => hour + 12,
            (hour @ 0..=11, false) => hour,
            _ => return None,
        };
        Some(())
    }

    /// The offset: `Some(None)` if there is none, `None` if what follows is not a valid offset.
    fn offset(&mut self) -> Option<Option<i32>> {
        let sign = match self.rest {
            [] => return Some(None),
            [b'Z' | b'z'] | [b'U', b'T', b'C'] | [b'G', b'M', b'T'] => {
                self.rest = &[];
                return Some(Some(0));
            }
            [b'+', ..] => 1,
            [b'-', ..] => -1,
            _ => return None,
        };
        self.skip();
        let (value, digits) = self.number()?;
        let (hours, minutes) = match (digits, self.rest) {
            (1..=2, [b':', ..]) => {
                self.skip();
                (value, self.two()?)
            }
            (1..=2, _) => (value, 0),
            (4, _) => (value / 100, value % 100),
            _ => return None,
        };
        let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
        (hours <= 18 && minutes < 60).then_some(Some(sign * seconds))
    }
}

#[cfg(test)]
#[path = "tests/times.rs"]
mod tests;
