//! A slow and obvious second implementation: it walks day by day and second by second, and uses no formula.

use super::*;
use crate::base::time::{Seconds, Stamp};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Working time as plain tables; the calendar is compiled from the same tables.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Shifts of each weekday from Monday, in minutes after midnight.
    week: Vec<Vec<(u32, u32)>>,
    /// Days off and days with their own shifts, as days after 1 June 2026.
    off: BTreeSet<i64>,
    special: BTreeMap<i64, Vec<(u32, u32)>>,
}

/// 1 June 2026, a Monday: the tests use the days around it.
pub(super) fn origin() -> Date {
    date("2026-06-01")
}

pub(super) fn instant(seconds: i64) -> Instant {
    at("2026-06-01 00:00").plus(Seconds(seconds))
}

impl Plan {
    fn shifts(&self, day: Date) -> &[(u32, u32)] {
        let offset = day.since(origin());
        match self.special.get(&offset) {
            Some(shifts) => shifts,
            None if self.off.contains(&offset) => &[],
            None => &self.week[day.weekday().index()],
        }
    }

    fn works(&self, day: Date) -> bool {
        !self.shifts(day).is_empty()
    }

    /// Whether the second that begins here is worked.
    fn works_at(&self, second: i64) -> bool {
        let day = origin().plus(second.div_euclid(86_400));
        let minute = second.rem_euclid(86_400) / 60;
        self.shifts(day).iter().any(|(from, to)| (i64::from(*from)..i64::from(*to)).contains(&minute))
    }

    fn next_working(&self, mut day: Date) -> Date {
        while !self.works(day) {
            day = day.plus(1);
        }
        day
    }

    pub(super) fn calendar(&self) -> Calendar {
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let list = |shifts: &[(u32, u32)]| {
            let texts: Vec<_> =
                shifts.iter().map(|(from, to)| format!("\"{}-{}\"", clock(*from), clock(*to))).collect();
            format!("[{}]", texts.join(","))
        };
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let week: Vec<_> = names
            .iter()
            .zip(&self.week)
            .filter(|(_, shifts)| !shifts.is_empty())
            .map(|(name, shifts)| format!("\"{name}\": {}", list(shifts)))
            .collect();
        let day = |offset: &i64| origin().plus(*offset);
        let closed: Vec<_> = self
            .off
            .iter()
            .filter(|offset| !self.special.contains_key(offset))
            .map(|offset| format!("{{\"date\": \"{}\"}}", day(offset)))
            .collect();
        let working: Vec<_> = self
            .special
            .iter()
            .map(|(offset, shifts)| format!("{{\"date\": \"{}\", \"hours\": {}}}", day(offset), list(shifts)))
            .collect();
        let text = format!(
            r#"{{"zone": "+07:00", "weeks": [{{"days": {{{}}}}}], "closed": [{}], "working": [{}]}}"#,
            week.join(","),
            closed.join(","),
            working.join(",")
        );
        Calendar::read(&crate::base::value::parse_json(text.as_bytes()).unwrap()).unwrap()
    }
}

fn shifts() -> impl Strategy<Value = Vec<(u32, u32)>> {
    prop_oneof![
        Just(vec![(480, 720), (810, 1050)]),
        Just(vec![(450, 690)]),
        Just(vec![(0, 1440)]),
        Just(vec![(420, 425), (600, 660), (1380, 1440)]),
    ]
}

pub(super) fn plans() -> impl Strategy<Value = Plan> {
    let week = proptest::collection::vec(prop_oneof![3 => shifts(), 1 => Just(Vec::new())], 7)
        .prop_filter("somebody works", |week| week.iter().any(|day| !day.is_empty()));
    let off = proptest::collection::btree_set(-10i64..60, 0..20);
    let special = proptest::collection::btree_map(-10i64..60, shifts(), 0..4);
    (week, off, special).prop_map(|(week, off, special)| Plan { week, off, special })
}

/// Periods in seconds during which the clock is suspended, each for a different reason.
pub(super) fn suspensions() -> impl Strategy<Value = Vec<(i64, i64)>> {
    let one = (moments(-1..9), moments(0..4)).prop_map(|(from, length)| (from, from + length.max(1)));
    proptest::collection::vec(one, 0..4)
}

/// Seconds within some days: half of them on the half-hours, where shifts, dues and suspensions meet.
pub(super) fn moments(days: std::ops::Range<i64>) -> impl Strategy<Value = i64> {
    prop_oneof![days.start * 86_400..days.end * 86_400, (days.start * 48..days.end * 48).prop_map(|half| half * 1_800)]
}

pub(super) fn acts(suspensions: &[(i64, i64)]) -> Vec<ClockAct> {
    let stamp = |second: i64| Stamp { at: instant(second), offset: 25_200 };
    let pair = |(index, (from, to)): (usize, &(i64, i64))| {
        [(ClockActKind::Resume, to), (ClockActKind::Suspend, from)]
            .map(|(kind, second)| ClockAct { reason: Some(index.to_string()), ..ClockAct::new(kind, stamp(*second)) })
    };
    suspensions.iter().enumerate().flat_map(pair).collect()
}

/// The union of the periods, found by examining each second at which any of them begins or ends.
fn union(suspensions: &[(i64, i64)], start: i64) -> Vec<(i64, i64)> {
    let mut edges: Vec<i64> = suspensions.iter().flat_map(|(from, to)| [*from, *to]).collect();
    edges.sort_unstable();
    let is_suspended_at = |second: i64| suspensions.iter().any(|(from, to)| (*from..*to).contains(&second));
    let mut out: Vec<(i64, i64)> = Vec::new();
    for pair in edges.windows(2).filter(|pair| pair[0] < pair[1] && is_suspended_at(pair[0])) {
        match out.last_mut() {
            Some(last) if last.1 == pair[0] => last.1 = pair[1],
            _ => out.push((pair[0], pair[1])),
        }
    }
    out.iter().filter(|(_, to)| start < *to).map(|(from, to)| ((*from).max(start), *to)).collect()
}

fn day_of(second: i64) -> Date {
    origin().plus(second.div_euclid(86_400))
}

/// Working hours by walking: every second that is worked and not suspended counts.
fn walk_hours(plan: &Plan, start: i64, amount: i64, suspensions: &[(i64, i64)]) -> i64 {
    let walk = |suspensions: &[(i64, i64)]| {
        let (mut second, mut left) = (start, amount);
        while left > 0 {
            let suspended = suspensions.iter().any(|(from, to)| (*from..*to).contains(&second));
            left -= i64::from(!suspended && plan.works_at(second));
            second += 1;
        }
        second
    };
    let mut due = walk(&[]);
    let mut seen = Vec::new();
    for (from, to) in union(suspensions, start) {
        if from > due {
            break;
        }
        seen.push((from, to));
        due = walk(&seen).max(to);
    }
    due
}

/// Working days by walking: a day counts unless the clock was suspended from an earlier day through it.
fn walk_working_days(plan: &Plan, start: i64, n: u32, suspensions: &[(i64, i64)]) -> Date {
    let walk = |first: Date, n: u32, suspensions: &[(Date, Date)]| {
        let (mut day, mut left) = (first, n);
        while left > 0 {
            day = day.plus(1);
            let suspended = suspensions.iter().any(|(from, to)| *from < day && day <= *to);
            left -= u32::from(plan.works(day) && !suspended);
        }
        day
    };
    let close = |day: Date| day.since(origin()) * 86_400 + i64::from(plan.shifts(day).last().unwrap().1) * 60;
    let (mut first, mut n, mut seen) = (day_of(start), n, Vec::new());
    let mut last = walk(first, n, &seen);
    let mut due = close(last);
    for (from, to) in union(suspensions, start) {
        if from > due {
            break;
        }
        seen.push((day_of(from), day_of(to)));
        last = walk(first, n, &seen);
        if last < day_of(to) {
            // Nothing was left to count: the due is on the day of the resume, or the next working day. For later
            // suspensions that day counts as still to come.
            last = plan.next_working(day_of(to));
            (first, n) = (last.plus(-1), 1);
            seen.clear();
        }
        due = close(last).max(if day_of(to) == last { to } else { 0 });
    }
    last
}

/// Calendar days by walking: the days up to each resume are added.
fn walk_days(plan: &Plan, start: i64, n: i64, suspensions: &[(i64, i64)]) -> Date {
    let close = |day: Date| day.since(origin()) * 86_400 + i64::from(plan.shifts(day).last().unwrap().1) * 60;
    let mut named = day_of(start);
    for _ in 0..n {
        named = named.plus(1);
    }
    let mut due = close(plan.next_working(named));
    for (from, to) in union(suspensions, start) {
        if from > due {
            break;
        }
        let mut day = day_of(from);
        while day < day_of(to) {
            day = day.plus(1);
            named = named.plus(1);
        }
        named = named.max(day_of(to));
        let last = plan.next_working(named);
        due = close(last).max(if day_of(to) == last { to } else { 0 });
    }
    plan.next_working(named)
}

fn answer(plan: &Plan, start: i64, text: &str, suspensions: &[(i64, i64)]) -> Due {
    let promise = Promise::from(limit(text));
    due(&plan.calendar(), &promise, instant(start), &acts(suspensions), &DueOptions::default()).unwrap()
}

proptest! {
    // Each second is walked, so only a few cases are run.
    #![proptest_config(crate::testing::cases(32))]

    #[test]
    fn hours(plan in plans(), start in moments(0..9), minutes in prop_oneof![1i64..240, (1i64..16).prop_map(|half| half * 30)], suspensions in suspensions()) {
        let found = answer(&plan, start, &format!("{minutes} phút làm việc"), &suspensions).due.at;
        prop_assert_eq!(found, instant(walk_hours(&plan, start, minutes * 60, &suspensions)));
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(96))]

    #[test]
    fn working_days(plan in plans(), start in moments(0..9), n in 1u32..15, suspensions in suspensions()) {
        let found = answer(&plan, start, &format!("{n} ngày làm việc"), &suspensions).last_day;
        prop_assert_eq!(found, walk_working_days(&plan, start, n, &suspensions));
    }

    #[test]
    fn calendar_days(plan in plans(), start in moments(0..9), n in 1i64..30, suspensions in suspensions()) {
        let found = answer(&plan, start, &format!("{n} ngày"), &suspensions).last_day;
        prop_assert_eq!(found, walk_days(&plan, start, n, &suspensions));
    }

    #[test]
    fn months(start in 0i64..3_000, n in 1u32..40) {
        // From month to month on the calendar, never by arithmetic on its days.
        let from = origin().plus(start);
        let (mut year, mut month, day) = from.ymd();
        for _ in 0..n {
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        let mut named = Date::from_ymd(year, month, 1).unwrap();
        while named.ymd().2 < day && named.plus(1).ymd().1 == month {
            named = named.plus(1);
        }
        while !office().is_working_day(named) {
            named = named.plus(1);
        }
        let due = office().due(office().zone().instant(from, 36_000), &limit(&format!("{n} tháng"))).unwrap();
        prop_assert_eq!(due.last_day, named);
    }
}
