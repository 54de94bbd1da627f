//! The working hours of the demo month, counted without the library, so that the library can be checked against them.

use namro::{Date, Instant, Seconds, Zone};

/// Seconds of one shift: 08:00–12:00 and 13:30–17:30.
const SHIFT: i64 = 4 * 3600;
/// Seconds of one working day.
pub(crate) const DAY: i64 = 2 * SHIFT;

/// October 2026: twenty-two working days, no holiday, no working Saturday.
#[derive(Clone, Debug)]
pub(crate) struct Month {
    zone: Zone,
    days: Vec<Date>,
}

impl Month {
    /// October 2026 at UTC+7.
    pub(crate) fn october() -> Self {
        let days = (1..=31).filter_map(|day| Date::from_ymd(2026, 10, day)).filter(|date| !is_weekend(*date)).collect();
        Self { zone: Zone::vietnam(), days }
    }

    /// Working seconds in the month.
    pub(crate) fn length(&self) -> i64 {
        self.days.len() as i64 * DAY
    }

    /// The working day, from 0, that contains a working second.
    pub(crate) const fn day(work: i64) -> i64 {
        work / DAY
    }

    /// The instant at which this many working seconds of the month have passed; `None` after the month.
    pub(crate) fn at(&self, work: i64) -> Option<Instant> {
        let date = *self.days.get(usize::try_from(work / DAY).ok()?)?;
        let within = work % DAY;
        let opens = if within < SHIFT { 8 * 3600 } else { 13 * 3600 + 1800 - SHIFT };
        Some(self.zone.instant(date, opens + within))
    }

    /// A time of the clock on the working day of a working second, or a number of days after it.
    pub(crate) fn clock(&self, work: i64, days_later: i64, second: i64) -> Option<Instant> {
        let date = *self.days.get(usize::try_from(work / DAY).ok()?)?;
        Some(self.zone.instant(date, 0).plus(Seconds(days_later * 86_400 + second)))
    }

    /// The instant at which the demo month ends: the end of 31 October.
    pub(crate) fn end(&self) -> Option<Instant> {
        Date::from_ymd(2026, 11, 1).map(|date| self.zone.instant(date, 0))
    }
}

/// 1970-01-01 was a Thursday.
fn is_weekend(date: Date) -> bool {
    matches!((i64::from(date.days()) + 3).rem_euclid(7), 5 | 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_has_twenty_two_working_days_and_two_shifts() {
        let month = Month::october();
        let at = |work| month.at(work).map(|at| at.rfc3339(7 * 3600));
        assert_eq!(month.length(), 22 * DAY);
        assert_eq!(at(0).as_deref(), Some("2026-10-01T08:00:00+07:00"));
        assert_eq!(at(SHIFT).as_deref(), Some("2026-10-01T13:30:00+07:00"));
        assert_eq!(at(2 * DAY - 1).as_deref(), Some("2026-10-02T17:29:59+07:00"));
        assert_eq!(at(2 * DAY).as_deref(), Some("2026-10-05T08:00:00+07:00"));
        assert_eq!(at(month.length()), None);
    }
}
