//! Limits in Vietnamese, English and ISO 8601: parsed and printed.

use super::limit::{Limit, amount, seconds};
use crate::base::error::{Code, Error};
use crate::base::exact::Decimal;
use crate::base::text::Text;
use crate::base::text::{lower, nfc};
use crate::base::time::{Date, Instant, Zone};
use std::num::NonZeroU32;

/// The unit that a limit counts in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// Working time, in seconds.
    Working(u32),
    /// Elapsed time, in seconds.
    Clock(u32),
    /// Hours or minutes, in seconds, that may be working time or elapsed time: the text does not say.
    Unsaid(u32),
    WorkingDay,
    Day,
    Week,
    Month,
    Year,
}

/// Units of both languages, as written after the amount.
const UNITS: &[(&str, Unit)] = &[
    ("ngày làm việc", Unit::WorkingDay),
    ("working day", Unit::WorkingDay),
    ("working days", Unit::WorkingDay),
    ("business day", Unit::WorkingDay),
    ("business days", Unit::WorkingDay),
    ("giờ làm việc", Unit::Working(3600)),
    ("working hour", Unit::Working(3600)),
    ("working hours", Unit::Working(3600)),
    ("phút làm việc", Unit::Working(60)),
    ("working minute", Unit::Working(60)),
    ("working minutes", Unit::Working(60)),
    ("giây làm việc", Unit::Working(1)),
    ("working second", Unit::Working(1)),
    ("working seconds", Unit::Working(1)),
    ("giờ liên tục", Unit::Clock(3600)),
    ("consecutive hour", Unit::Clock(3600)),
    ("consecutive hours", Unit::Clock(3600)),
    ("phút liên tục", Unit::Clock(60)),
    ("consecutive minute", Unit::Clock(60)),
    ("consecutive minutes", Unit::Clock(60)),
    ("giây liên tục", Unit::Clock(1)),
    ("consecutive second", Unit::Clock(1)),
    ("consecutive seconds", Unit::Clock(1)),
    ("giờ", Unit::Unsaid(3600)),
    ("hour", Unit::Unsaid(3600)),
    ("hours", Unit::Unsaid(3600)),
    ("phút", Unit::Unsaid(60)),
    ("minute", Unit::Unsaid(60)),
    ("minutes", Unit::Unsaid(60)),
    ("giây", Unit::Unsaid(1)),
    ("second", Unit::Unsaid(1)),
    ("seconds", Unit::Unsaid(1)),
    ("ngày", Unit::Day),
    ("ngày lịch", Unit::Day),
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("calendar day", Unit::Day),
    ("calendar days", Unit::Day),
    ("tuần", Unit::Week),
    ("week", Unit::Week),
    ("weeks", Unit::Week),
    ("tháng", Unit::Month),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("năm", Unit::Year),
    ("year", Unit::Year),
    ("years", Unit::Year),
];

const SAME_DAY: [&str; 2] = ["trong ngày", "same day"];
const RECEIVED_BY: [&str; 2] = ["nhận đến", "received by"];
const SMALLEST: [&str; 2] = ["sớm nhất trong", "earliest of"];
const LARGEST: [&str; 2] = ["muộn nhất trong", "latest of"];

impl Limit {
    /// Parses a limit.
    ///
    /// # Errors
    /// [`Code::BadLimit`], [`Code::LimitNotPositive`], [`Code::LimitUnsaid`] for hours that may be working hours or
    /// elapsed hours, [`Code::HalfOfWhat`] for half a day that is not a working day, [`Code::OutOfRange`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        read(&tidy(text)?, false, 4).map_err(|error| error.with("value", text.trim()).with("text", text.trim()))
    }

    /// The limit in words; [`Limit::parse`] reads either language.
    pub fn text(&self) -> Text {
        match self {
            Self::WorkingTime(time) => timed(*time, "làm việc", "working"),
            Self::ClockTime(time) => timed(*time, "liên tục", "consecutive"),
            Self::HalfDays(halves) => {
                let (whole, point) = (halves.get() / 2, if halves.get() % 2 == 0 { "" } else { "5" });
                let number =
                    |mark: &str| if point.is_empty() { whole.to_string() } else { format!("{whole}{mark}{point}") };
                Text::new(format!("{} ngày làm việc", number(",")), format!("{} working days", number(".")))
            }
            Self::WorkingDays(n) => counted(*n, "ngày làm việc", "working day"),
            Self::Days(n) => counted(*n, "ngày", "day"),
            Self::Weeks(n) => counted(*n, "tuần", "week"),
            Self::Months(n) => counted(*n, "tháng", "month"),
            Self::Years(n) => counted(*n, "năm", "year"),
            Self::SameDay(None) => both(SAME_DAY, |word| word.to_owned()),
            Self::SameDay(Some(cut_off)) => {
                let [vi, en] = [0, 1].map(|i| {
                    let word = |words: [&'static str; 2]| words.get(i).copied().unwrap_or_default();
                    format!("{}, {} {}", word(SAME_DAY), word(RECEIVED_BY), clock(*cut_off))
                });
                Text::new(vi, en)
            }
            Self::At(stamp) => Text::same(stamp.to_string()),
            Self::On(date) => Text::same(date.to_string()),
            Self::Smallest(limits) => several(SMALLEST, limits),
            Self::Largest(limits) => several(LARGEST, limits),
            Self::Factored(factored) => {
                let base = factored.base.text();
                let mut text = Text::new(format!("{} (", base.vi), format!("{} (", base.en));
                for (index, (factors, limit)) in factored.cases.iter().enumerate() {
                    let (mark, name, limit) = (if index == 0 { "" } else { "; " }, factors.join("+"), limit.text());
                    text.vi.push_str(&format!("{mark}{name}: {}", limit.vi));
                    text.en.push_str(&format!("{mark}{name}: {}", limit.en));
                }
                text.vi.push(')');
                text.en.push(')');
                text
            }
        }
    }

    /// The limit in ISO 8601; `None` if the standard cannot express it.
    pub fn iso(&self) -> Option<String> {
        Some(match self {
            Self::WorkingTime(time) => {
                let time = time.get();
                let part = |n: u32, unit: char| if n == 0 { String::new() } else { format!("{n}{unit}") };
                format!("PT{}{}{}", part(time / 3600, 'H'), part(time / 60 % 60, 'M'), part(time % 60, 'S'))
            }
            Self::Days(n) => format!("P{n}D"),
            Self::Weeks(n) => format!("P{n}W"),
            Self::Months(n) => format!("P{n}M"),
            Self::Years(n) => format!("P{n}Y"),
            Self::At(stamp) => stamp.to_string(),
            Self::On(date) => date.to_string(),
            Self::ClockTime(_) | Self::HalfDays(_) | Self::WorkingDays(_) | Self::SameDay(_) => return None,
            Self::Smallest(_) | Self::Largest(_) | Self::Factored(_) => return None,
        })
    }
}

/// Parses a budget: like a limit, but hours and halves always mean working time, and days mean working days.
pub(super) fn read_budget(text: &str) -> Result<Limit, Error> {
    read(&tidy(text)?, true, 0).map_err(|error| error.with("value", text.trim()).with("text", text.trim()))
}

/// Normalised to NFC, lower case, single blanks.
fn tidy(text: &str) -> Result<String, Error> {
    const LONGEST: usize = 1_000;
    if text.len() > LONGEST {
        return Err(Error::new(Code::TooLarge).with("what", "limit").with("limit", LONGEST));
    }
    let lower = lower(&nfc(text));
    Ok(lower.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn read(text: &str, budget: bool, depth: usize) -> Result<Limit, Error> {
    let bad = || Error::new(Code::BadLimit);
    if let Some(limits) = strip(text, SMALLEST) {
        return read_several(limits, depth).map(Limit::Smallest);
    }
    if let Some(limits) = strip(text, LARGEST) {
        return read_several(limits, depth).map(Limit::Largest);
    }
    if let Some(rest) = strip(text, SAME_DAY) {
        return read_same_day(rest);
    }
    if let Some(limit) = read_fixed(text) {
        return Ok(limit);
    }
    if text.starts_with(['p', '-']) && text.contains('p') {
        return read_iso(text);
    }
    if strip(text, ["nửa", "half a"]).is_some_and(|unit| matches!(unit, "ngày làm việc" | "working day")) {
        return amount(1).map(Limit::HalfDays);
    }
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | ','))).ok_or_else(bad)?;
    let (number, unit) = (text.get(..end).ok_or_else(bad)?, text.get(end..).ok_or_else(bad)?.trim());
    let (_, unit) = UNITS.iter().find(|(name, _)| *name == unit).ok_or_else(bad)?;
    let unit = match unit {
        Unit::Unsaid(size) if budget => Unit::Working(*size),
        Unit::Day if budget => Unit::WorkingDay,
        Unit::Unsaid(_) => return Err(Error::new(Code::LimitUnsaid)),
        unit => *unit,
    };
    measured(number, unit)
}

/// An amount of a unit. Fractions are allowed only if exact: of hours, and halves of working days.
fn measured(number: &str, unit: Unit) -> Result<Limit, Error> {
    let bad = || Error::new(Code::BadLimit);
    let decimal = Decimal::parse(&number.replace(',', ".")).ok_or_else(bad)?;
    let (units, scale) = decimal.trimmed().parts();
    let units = i64::try_from(units).map_err(|_| bad())?;
    let base = 10i64.checked_pow(scale.into()).ok_or_else(bad)?;
    if units <= 0 {
        return Err(Error::new(Code::LimitNotPositive));
    }
    let whole = || if scale == 0 { amount(units) } else { Err(Error::new(Code::HalfOfWhat)) };
    let exactly = |size: u32| {
        let time = units.checked_mul(size.into()).ok_or_else(bad)?;
        if time % base == 0 { seconds(time / base, 1) } else { Err(bad()) }
    };
    match unit {
        Unit::Working(size) | Unit::Unsaid(size) => exactly(size).map(Limit::WorkingTime),
        Unit::Clock(size) => exactly(size).map(Limit::ClockTime),
        Unit::WorkingDay if scale == 1 && units % 10 == 5 => amount(units / 5).map(Limit::HalfDays),
        Unit::WorkingDay => whole().map(Limit::WorkingDays),
        Unit::Day => whole().map(Limit::Days),
        Unit::Week => whole().map(Limit::Weeks),
        Unit::Month => whole().map(Limit::Months),
        Unit::Year => whole().map(Limit::Years),
    }
}

/// `P1M`, `P1Y6M`, `P2W`, `P30D`, `PT8H`, `PT1H30M`: one family at a time, since days are not converted to hours.
fn read_iso(text: &str) -> Result<Limit, Error> {
    let bad = || Error::new(Code::BadLimit);
    if text.starts_with('-') {
        return Err(Error::new(Code::LimitNotPositive));
    }
    let (date, time) = match text.trim_start_matches('p').split_once('t') {
        Some((date, time)) => (date, Some(time)),
        None => (text.trim_start_matches('p'), None),
    };
    match time {
        Some(time) if date.is_empty() => {
            let parts = iso_parts(time, "hms")?;
            let total = parts.iter().zip([3600, 60, 1]).map(|(n, size)| n.unwrap_or(0) * size).sum();
            seconds(total, 1).map(Limit::WorkingTime)
        }
        Some(_) => Err(bad()),
        None => match iso_parts(date, "ymwd")?.as_slice() {
            [Some(years), None, None, None] => amount(*years).map(Limit::Years),
            [years, Some(months), None, None] => amount(years.unwrap_or(0) * 12 + months).map(Limit::Months),
            [None, None, Some(weeks), None] => amount(*weeks).map(Limit::Weeks),
            [None, None, weeks, Some(days)] => amount(weeks.unwrap_or(0) * 7 + days).map(Limit::Days),
            _ => Err(bad()),
        },
    }
}

/// The amounts before the letters of `units`, which appear in that order, each at most once.
fn iso_parts(text: &str, units: &str) -> Result<Vec<Option<i64>>, Error> {
    let bad = || Error::new(Code::BadLimit);
    let mut rest = text;
    let mut parts = Vec::new();
    for unit in units.chars() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let tail = rest.get(digits..).and_then(|tail| tail.strip_prefix(unit));
        parts.push(match tail {
            Some(tail) => {
                // At most nine digits, so that no sum below overflows.
                let number = rest.get(..digits).filter(|number| number.len() <= 9).ok_or_else(bad)?;
                rest = tail;
                Some(number.parse().map_err(|_| bad())?)
            }
            None => None,
        });
    }
    if rest.is_empty() && parts.iter().any(Option::is_some) { Ok(parts) } else { Err(bad()) }
}

fn read_same_day(rest: &str) -> Result<Limit, Error> {
    if rest.is_empty() {
        return Ok(Limit::SameDay(None));
    }
    let time = strip(rest.trim_start_matches(',').trim(), RECEIVED_BY).and_then(read_clock);
    time.map(|time| Limit::SameDay(Some(time))).ok_or_else(|| Error::new(Code::BadLimit))
}

fn read_fixed(text: &str) -> Option<Limit> {
    if let Ok(date) = Date::parse(text) {
        return Some(Limit::On(date));
    }
    let upper = text.to_uppercase();
    let at = Instant::parse(&upper).ok()?;
    let offset = upper.len().checked_sub(6).and_then(|start| upper.get(start..));
    let zone = offset.and_then(|offset| Zone::parse(offset).ok()).unwrap_or_else(Zone::utc);
    Some(Limit::At(zone.stamp(at)))
}

fn read_several(text: &str, depth: usize) -> Result<Vec<Limit>, Error> {
    let bad = || Error::new(Code::BadLimit);
    let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).ok_or_else(bad)?;
    let depth = depth.checked_sub(1).ok_or_else(bad)?;
    let (mut open, mut start, mut limits) = (0usize, 0, Vec::new());
    for (at, c) in inner.char_indices().chain([(inner.len(), ';')]) {
        match c {
            '(' => open += 1,
            ')' => open = open.checked_sub(1).ok_or_else(bad)?,
            ';' if open == 0 => {
                limits.push(read(inner.get(start..at).unwrap_or_default().trim(), false, depth)?);
                start = at + 1;
            }
            _ => {}
        }
    }
    if open == 0 && limits.len() <= 16 { Ok(limits) } else { Err(bad()) }
}

/// The rest of a text that begins with one of two words.
fn strip<'a>(text: &'a str, words: [&str; 2]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word)).map(str::trim)
}

/// A time of day, `15:00` or `15:00:30`, in seconds after midnight.
pub(super) fn read_clock(text: &str) -> Option<u32> {
    let mut parts = text.split(':').map(|part| if part.len() == 2 { part.parse::<u32>().ok() } else { None });
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    (parts.next().is_none() && hours < 24 && minutes < 60 && seconds < 60)
        .then_some(hours * 3600 + minutes * 60 + seconds)
}

/// Seconds after midnight as `15:00`, with seconds unless they are 0.
pub(super) fn clock(time: u32) -> String {
    let (hours, minutes, seconds) = (time / 3600, time / 60 % 60, time % 60);
    if seconds == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{seconds:02}") }
}

fn both(words: [&str; 2], show: impl Fn(&str) -> String) -> Text {
    let [vi, en] = words;
    Text::new(show(vi), show(en))
}

fn counted(n: NonZeroU32, vi: &str, en: &str) -> Text {
    Text::new(format!("{n} {vi}"), format!("{n} {en}{}", if n.get() == 1 { "" } else { "s" }))
}

fn timed(time: NonZeroU32, vi: &str, en: &str) -> Text {
    let (n, unit_vi, unit_en) = match time.get() {
        time if time % 3600 == 0 => (time / 3600, "giờ", "hour"),
        time if time % 60 == 0 => (time / 60, "phút", "minute"),
        time => (time, "giây", "second"),
    };
    Text::new(format!("{n} {unit_vi} {vi}"), format!("{n} {en} {unit_en}{}", if n == 1 { "" } else { "s" }))
}

fn several(words: [&str; 2], limits: &[Limit]) -> Text {
    let texts: Vec<Text> = limits.iter().map(Limit::text).collect();
    let ([vi, en], all) = (words, Text::join(&texts, "; ", "; "));
    Text::new(format!("{vi} ({})", all.vi), format!("{en} ({})", all.en))
}
