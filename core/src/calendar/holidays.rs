//! Days off by rule, and the days off that compensate for those on a rest day (*nghỉ bù*).

use super::day::{DayReason, DayReasonCode, MonthDay};
use super::lunar::LunarDate;
use super::spec::{HolidaySpec, NthWeekday};
use crate::base::text::Text;
use crate::base::time::Date;
use std::ops::RangeInclusive;

/// The search for a compensating day goes at most this many days ahead.
const FARTHEST: i64 = 60;

/// Why a day is off by rule.
#[derive(Clone, Copy)]
pub(super) struct DayOff<'a> {
    rule: &'a HolidaySpec,
    /// The holiday on a rest day for which this day compensates.
    instead_of: Option<Date>,
}

/// The days off that some rules give in a range of years; several reasons for the same day are in the order of the
/// rules.
pub(super) fn days_off<'a>(
    rules: &[&'a HolidaySpec],
    years: RangeInclusive<i32>,
    known: impl Fn(Option<Date>) -> bool,
    is_rest: impl Fn(Date) -> bool,
) -> Vec<(Date, DayOff<'a>)> {
    let mut holidays = Vec::new();
    for (index, rule) in rules.iter().enumerate() {
        for year in years.clone() {
            holidays.extend(block(rule, year, &known).into_iter().flatten().map(|date| (date, index)));
        }
    }
    holidays.sort_unstable();
    let mut off = Vec::new();
    let mut owed: Vec<(Date, &HolidaySpec)> = Vec::new();
    for (date, index) in &holidays {
        let Some(rule) = rules.get(*index) else { continue };
        off.push((*date, DayOff { rule, instead_of: None }));
        if rule.compensate && owed.last().is_none_or(|(last, _)| last != date) && is_rest(*date) {
            owed.push((*date, rule));
        }
    }
    // In order of the days, so that two adjacent holidays move to two days (30 April and 1 May 2022).
    let mut given = Date::MIN;
    let is_holiday = |day: &Date| holidays.binary_search_by_key(day, |(date, _)| *date).is_ok();
    for (date, rule) in owed {
        let mut later = (1..=FARTHEST).map(|days| date.plus(days)).filter(|day| *day > given);
        if let Some(day) = later.find(|day| !is_holiday(day) && !is_rest(*day)) {
            off.push((day, DayOff { rule, instead_of: Some(date) }));
            given = day;
        }
    }
    off
}

/// The days off of one rule in one year.
fn block(rule: &HolidaySpec, year: i32, known: impl Fn(Option<Date>) -> bool) -> Option<impl Iterator<Item = Date>> {
    let anchor = anchor(rule, year).filter(|anchor| rule.in_force.contains(*anchor))?;
    let notice = rule.notices.iter().rev().find(|notice| notice.year.0 == year && known(notice.known));
    let start = notice.map_or(rule.start, |notice| notice.start).from(anchor);
    let days = notice.and_then(|notice| notice.days).unwrap_or(rule.days);
    Some((0..days.0).map(move |day| anchor.plus(i64::from(start + day))))
}

fn anchor(rule: &HolidaySpec, year: i32) -> Option<Date> {
    if let Some(MonthDay { month, day }) = rule.date {
        Date::from_ymd(year, month, day)
    } else if let Some(MonthDay { month, day }) = rule.lunar {
        LunarDate { year, month, leap: false, day }.date().ok().flatten()
    } else {
        rule.weekday.and_then(|weekday| nth_weekday(weekday, year))
    }
}

fn nth_weekday(NthWeekday { month, nth, day }: NthWeekday, year: i32) -> Option<Date> {
    let month = u32::try_from(month.0).ok()?;
    let of_month = |day: u32| Date::from_ymd(year, month, day);
    let mut days = (1..=31).filter_map(of_month).filter(|date| date.weekday() == day);
    match usize::try_from(nth.0) {
        Ok(nth) => days.nth(nth.checked_sub(1)?),
        Err(_) => days.next_back(),
    }
}

impl DayOff<'_> {
    pub(super) fn reason(self) -> DayReason {
        let title = self.rule.title.clone().unwrap_or_else(|| Text::same(&self.rule.id));
        let (code, text) = match self.instead_of {
            None => (DayReasonCode::Holiday, title),
            Some(date) => {
                let vi = format!("Nghỉ bù {} ({})", title.vi, date.vietnamese());
                (DayReasonCode::Compensation, Text::new(vi, format!("In lieu of {} ({date})", title.en)))
            }
        };
        DayReason { code, text, source: self.rule.source.clone() }
    }
}
