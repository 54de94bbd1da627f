//! Days off by rule, and the days that make up for those on a rest day.

use super::day::{DayReason, MonthDay};
use super::lunar::LunarDate;
use super::spec::{HolidaySpec, NthWeekday};
use crate::text::Text;
use crate::time::Date;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// No search for the day that makes up for another goes further than this.
const FARTHEST: i64 = 60;

/// The days off that some rules give to a range of years, each with its reasons.
pub(super) fn days_off(
    rules: &[&HolidaySpec],
    years: RangeInclusive<i32>,
    known: impl Fn(Option<Date>) -> bool,
    is_rest: impl Fn(Date) -> bool,
) -> BTreeMap<Date, Vec<DayReason>> {
    let mut off: BTreeMap<Date, Vec<DayReason>> = BTreeMap::new();
    let mut owed: BTreeMap<Date, &HolidaySpec> = BTreeMap::new();
    for rule in rules {
        for date in years.clone().filter_map(|year| block(rule, year, &known)).flatten() {
            off.entry(date).or_default().push(reason(rule));
            if rule.compensate && is_rest(date) {
                owed.entry(date).or_insert(rule);
            }
        }
    }
    // In order of the days, so that two adjacent ones push to two days (30 April and 1 May 2022).
    for (date, rule) in owed {
        let free = (1..=FARTHEST).map(|days| date.plus(days)).find(|day| !off.contains_key(day) && !is_rest(*day));
        if let Some(day) = free {
            off.insert(day, vec![compensation(rule, date)]);
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
    let mut days = (1..=31).filter_map(of_month).filter(|date| super::spec::DayName::from(date.weekday()) == day);
    match usize::try_from(nth.0) {
        Ok(nth) => days.nth(nth.checked_sub(1)?),
        Err(_) => days.next_back(),
    }
}

fn title(rule: &HolidaySpec) -> Text {
    rule.title.clone().unwrap_or_else(|| Text::same(&rule.id))
}

fn reason(rule: &HolidaySpec) -> DayReason {
    DayReason { code: "holiday", text: title(rule), source: rule.source.clone() }
}

fn compensation(rule: &HolidaySpec, date: Date) -> DayReason {
    let title = title(rule);
    let text =
        Text::new(format!("Nghỉ bù {} ({})", title.vi, date.vietnamese()), format!("In lieu of {} ({date})", title.en));
    DayReason { code: "compensation", text, source: rule.source.clone() }
}
