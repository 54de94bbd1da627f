//! The Vietnamese lunar calendar (*âm lịch*), computed at UTC+7 (Decision 121/CP of 1967).
//!
//! A month begins on the local day of the new moon; the winter solstice is in month 11; of thirteen months between two
//! solstices, the first without a major solar term is the leap month. Sun and moon are computed in integers (in
//! `astronomy`), so that every machine finds the same day. Chinese tables, made at UTC+8, are wrong for Vietnam: Tết
//! 2007 and 2030, among others.
//!
//! Published Vietnamese tables, whose series is shorter, differ on three first days between 1900 and 2100, all within a
//! minute of midnight: 20 June 1944 and 9 December 2072 (here first days), 19 October 2085 (they say 18).

use super::astronomy;
use crate::base::error::{Code, Error};
use crate::base::shape::Shape;
use crate::base::time::Date;
use serde::Serialize;
use std::sync::OnceLock;

/// The first lunar year that can be computed.
pub(crate) const FIRST_YEAR: i32 = 1900;
/// The last lunar year that can be computed.
pub(crate) const LAST_YEAR: i32 = 2199;

/// A day of the lunar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Shape)]
pub struct LunarDate {
    /// The lunar year, numbered by the Gregorian year in which it begins.
    pub year: i32,
    /// Month, 1–12.
    pub month: u32,
    /// Whether it is the leap month that follows the month of the same number (*tháng nhuận*).
    #[shape(default = false)]
    pub leap: bool,
    /// Day of the month, 1–30.
    pub day: u32,
}

impl std::fmt::Display for LunarDate {
    /// Writes `10/3/2026` as an almanac does; `1/6N/2025` in a leap month.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { year, month, leap, day } = self;
        write!(f, "{day}/{month}{}/{year}", if *leap { "N" } else { "" })
    }
}

#[derive(Clone, Copy, Debug)]
struct Month {
    /// Days from 1970-01-01 to its first day.
    start: i64,
    length: i64,
    number: u32,
    leap: bool,
}

impl LunarDate {
    /// The lunar day of a date.
    ///
    /// # Errors
    /// [`Code::LunarRange`] outside the lunar years 1900 to 2199.
    ///
    /// ```
    /// use namro::calendar::LunarDate;
    /// let day = LunarDate::of(namro::Date::parse("2026-02-17")?)?;
    /// assert_eq!((day.year, day.month, day.day), (2026, 1, 1));
    /// # Ok::<(), namro::Error>(())
    /// ```
    pub fn of(date: Date) -> Result<Self, Error> {
        let gregorian = date.ymd().0;
        let day = i64::from(date.days());
        // Before Tết, a date still belongs to the previous lunar year.
        for year in [gregorian, gregorian - 1] {
            let months = months(year).unwrap_or_default();
            let found = months.iter().find(|month| (month.start..month.start + month.length).contains(&day));
            if let Some(month) = found {
                let day = u32::try_from(day - month.start + 1).unwrap_or_default();
                return Ok(Self { year, month: month.number, leap: month.leap, day });
            }
        }
        Err(out_of_range())
    }

    /// The date of a lunar day; `None` if the year has no such month or the month no such day.
    ///
    /// # Errors
    /// [`Code::LunarRange`].
    pub fn date(self) -> Result<Option<Date>, Error> {
        let month = months(self.year)?.iter().find(|month| (month.number, month.leap) == (self.month, self.leap));
        Ok(month
            .filter(|month| (1..=month.length).contains(&i64::from(self.day)))
            .and_then(|month| Date::from_days(month.start + i64::from(self.day) - 1)))
    }
}

/// The number of the leap month of a lunar year, if it has one.
///
/// # Errors
/// [`Code::LunarRange`].
#[cfg(test)]
pub(crate) fn leap_month(year: i32) -> Result<Option<u32>, Error> {
    Ok(months(year)?.iter().find(|month| month.leap).map(|month| month.number))
}

fn out_of_range() -> Error {
    Error::new(Code::LunarRange).with("from", FIRST_YEAR).with("to", LAST_YEAR)
}

/// The months of a lunar year; each year is computed once.
fn months(year: i32) -> Result<&'static [Month], Error> {
    const YEARS: usize = 300;
    static TABLE: [OnceLock<Vec<Month>>; YEARS] = [const { OnceLock::new() }; YEARS];
    let slot = usize::try_from(year - FIRST_YEAR).ok().and_then(|index| TABLE.get(index)).ok_or_else(out_of_range)?;
    Ok(slot.get_or_init(|| {
        // Months 11 and 12 are the first two of the next cycle.
        let (this, next) = (cycle(year), cycle(year + 1));
        let late = |month: &&Month| month.number >= 11;
        this.iter().filter(|month| !late(month)).chain(next.iter().filter(late)).copied().collect()
    }))
}

/// The months from month 11 of the previous year to month 10 (or a leap one after it) of this year.
fn cycle(year: i32) -> Vec<Month> {
    let (first, last) = (solstice_moon(year - 1), solstice_moon(year));
    let starts: Vec<i64> = (first..=last).map(astronomy::new_moon).collect();
    let pairs = || starts.iter().zip(starts.iter().skip(1));
    let leap = (last - first == 13)
        .then(|| pairs().position(|(start, next)| astronomy::solar_sector(*start) == astronomy::solar_sector(*next)))
        .flatten();
    let mut number = 10;
    pairs()
        .enumerate()
        .map(|(index, (start, next))| {
            let leap = leap == Some(index);
            if !leap {
                number = number % 12 + 1;
            }
            Month { start: *start, length: next - start, number, leap }
        })
        .collect()
}

/// The lunation that begins month 11 of a year: the last whose first day is not after the winter solstice.
fn solstice_moon(year: i32) -> i64 {
    let end = Date::from_ymd(year, 12, 31).map_or(0, |date| i64::from(date.days()));
    let mut lunation = astronomy::lunation_near(end) + 1;
    // The solstice (sector 9 begins) falls between 20 and 23 December: a month that begins in sector 9 begins after it.
    while astronomy::new_moon(lunation) > end || astronomy::solar_sector(astronomy::new_moon(lunation)) == 9 {
        lunation -= 1;
    }
    lunation
}

#[cfg(test)]
#[path = "tests/lunar.rs"]
mod tests;
