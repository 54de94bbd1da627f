//! A slow and obvious walk, second by second and day by day, compared with random calendars.

use super::super::bulk::{self, Validity};
use super::super::*;
use crate::base::time::{Date, Instant, Seconds};
use crate::base::value::parse_json;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// 2025-10-20, so that walks cross the end of European summer time on the 26th.
const START: i64 = 20_381;
const DAYS: i64 = 21;

/// The data of the walk: no tables, no layers.
#[derive(Clone, Debug)]
struct Model {
    /// Offset before and after the one change, in seconds.
    offsets: (i64, i64),
    /// When the offset changes, in seconds since 1970.
    change: i64,
    /// Shifts by days since Monday, in minutes.
    week: [Vec<(i64, i64)>; 7],
    /// Days from `START` that have other shifts.
    days: BTreeMap<i64, Vec<(i64, i64)>>,
}

impl Model {
    fn shifts(&self, day: i64) -> &[(i64, i64)] {
        // 1970-01-01 was a Thursday.
        self.days.get(&(day - START)).unwrap_or(&self.week[(day + 3).rem_euclid(7) as usize])
    }

    fn local(&self, second: i64) -> i64 {
        second + if second < self.change { self.offsets.0 } else { self.offsets.1 }
    }

    fn is_open(&self, second: i64) -> bool {
        let local = self.local(second);
        let minute = local.rem_euclid(86_400) / 60;
        self.shifts(local.div_euclid(86_400)).iter().any(|(from, to)| (*from..*to).contains(&minute))
    }

    fn json(&self) -> String {
        let clock = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
        let list = |shifts: &[(i64, i64)]| {
            let texts: Vec<_> = shifts.iter().map(|(a, b)| format!("\"{}-{}\"", clock(*a), clock(*b))).collect();
            format!("[{}]", texts.join(","))
        };
        let date = |day: i64| Date::from_days(START + day).unwrap();
        let offset = |seconds: i64| format!("\"+{}\"", clock(seconds / 60));
        let names = crate::base::time::Weekday::NAMES.iter().zip(&self.week);
        let week: Vec<_> = names.map(|(name, shifts)| format!("\"{name}\": {}", list(shifts))).collect();
        let (off, on): (Vec<_>, Vec<_>) = self.days.iter().partition(|(_, shifts)| shifts.is_empty());
        let closed: Vec<_> = off.iter().map(|(day, _)| format!("{{\"date\": \"{}\"}}", date(**day))).collect();
        let hours = |shifts: &Vec<(i64, i64)>| list(shifts);
        let working: Vec<_> = on
            .iter()
            .map(|(day, shifts)| format!("{{\"date\": \"{}\", \"hours\": {}}}", date(**day), hours(shifts)))
            .collect();
        format!(
            r#"{{"zone": {{"first": {}, "changes": [{{"at": "{}", "offset": {}}}]}},
                "weeks": [{{"days": {{{}}}}}], "closed": [{}], "working": [{}]}}"#,
            offset(self.offsets.0),
            Instant::from_seconds(self.change).unwrap(),
            offset(self.offsets.1),
            week.join(","),
            closed.join(","),
            working.join(","),
        )
    }

    fn calendar(&self) -> Calendar {
        Calendar::read(&parse_json(self.json().as_bytes()).unwrap()).unwrap()
    }
}

/// Up to three shifts, some of them touching, some up to 24:00.
fn shifts() -> impl Strategy<Value = Vec<(i64, i64)>> {
    let cuts = prop_oneof![
        Just(Vec::new()),
        proptest::collection::btree_set(0..=1_440i64, 2..=6).prop_map(|cuts| cuts.into_iter().collect::<Vec<_>>())
    ];
    cuts.prop_map(|cuts| cuts.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect())
}

fn model() -> impl Strategy<Value = Model> {
    let week = proptest::array::uniform7(prop_oneof![Just(vec![(480, 720), (810, 1_050)]), shifts()]);
    let days = proptest::collection::btree_map(0..DAYS, shifts(), 0..6);
    // The change is at any minute of the first eight days, forward, back, or not at all.
    let zone = (0..8 * 1_440i64, prop_oneof![Just((25_200, 25_200)), Just((3_600, 7_200)), Just((7_200, 3_600))]);
    (zone, week, days).prop_map(|((minute, offsets), week, days)| Model {
        offsets,
        change: START * 86_400 + minute * 60,
        week,
        days,
    })
}

proptest! {
    #![proptest_config(crate::testing::cases(96))]

    #[test]
    fn hours_agree_with_the_walker(
        model in model(), first in 0..6 * 86_400i64, length in 0..6 * 86_400i64, amount in 1..40 * 3_600i64,
    ) {
        let calendar = model.calendar();
        let (start, end) = (START * 86_400 + first, START * 86_400 + first + length);
        let at = |second: i64| Instant::from_seconds(second).unwrap();

        let walked = (start..end).filter(|second| model.is_open(*second)).count() as i64;
        prop_assert_eq!(calendar.elapsed(at(start), at(end)), Seconds(walked));
        prop_assert_eq!(calendar.elapsed(at(end), at(start)), Seconds(-walked));

        let limit = START + DAYS;
        let open = |range: std::ops::Range<i64>| range.into_iter().find(|second| model.is_open(*second));
        if let Some(open) = open(start..limit * 86_400) {
            prop_assert_eq!(calendar.next_open(at(start)).unwrap(), at(open));
        }

        // The amount-th open second from the start; the answer is its end.
        let last = (start..limit * 86_400).filter(|second| model.is_open(*second)).nth(amount as usize - 1);
        if let Some(last) = last {
            let due = calendar.add_working(at(start), Seconds(amount)).unwrap();
            prop_assert_eq!(due, at(last + 1));
            prop_assert_eq!(calendar.elapsed(at(start), due), Seconds(amount));
            // Going back from there, the amount-th open second is where work began.
            let begun = (START * 86_400..last + 1).rev().filter(|second| model.is_open(*second)).nth(amount as usize - 1);
            prop_assert_eq!(calendar.subtract_working(due, Seconds(amount)).unwrap(), at(begun.unwrap()));
        }
    }

    #[test]
    fn days_agree_with_the_walker(model in model(), first in 0..DAYS, n in 1..12u32) {
        let calendar = model.calendar();
        let day = |day: i64| Date::from_days(START + day).unwrap();
        let works = |other: i64| !model.shifts(START + other).is_empty();
        for other in 0..DAYS {
            prop_assert_eq!(calendar.is_working_day(day(other)), works(other));
            prop_assert_eq!(calendar.day(day(other)).shifts.len(), model.shifts(START + other).len());
            let counted = if first <= other {
                (first + 1..=other).filter(|day| works(*day)).count() as i64
            } else {
                -((other + 1..=first).filter(|day| works(*day)).count() as i64)
            };
            prop_assert_eq!(calendar.working_days_in(day(first), day(other)), counted);
        }
        let n_th = n as usize - 1;
        if let Some(after) = (first + 1..200).filter(|day| works(*day)).nth(n_th) {
            prop_assert_eq!(calendar.working_day_after(day(first), n).unwrap(), day(after));
            let before = (-200..after).rev().filter(|day| works(*day)).nth(n_th).unwrap();
            prop_assert_eq!(calendar.working_day_before(day(after), n).unwrap(), day(before));
            prop_assert_eq!(calendar.roll_forward(day(first)).unwrap(), day((first..).find(|day| works(*day)).unwrap()));
        }
    }

    #[test]
    fn columns_agree_with_single_answers(
        model in model(), amount in 0..90 * 3_600i64, n in 0..30u32,
        rows in proptest::collection::vec((any::<bool>(), -3_000_000_000i64..8_000_000_000, 0..9_000_000_000_000i64), 1..40),
    ) {
        let calendar = model.calendar();
        // Seconds from 1874 to 2223: inside the near years, outside them, and outside the calendar.
        let micros: Vec<i64> = rows.iter().map(|(_, second, micros)| second * 1_000_000 + micros % 1_000_000).collect();
        let ends: Vec<i64> = rows.iter().zip(&micros).map(|((_, _, length), start)| start + length).collect();
        let dates: Vec<i32> = rows.iter().map(|(_, second, _)| (second / 86_400) as i32).collect();
        let mut bits = vec![0u8; 8];
        for (row, _) in rows.iter().enumerate().filter(|(_, (valid, _, _))| *valid) {
            bits[(row + 3) / 8] |= 1 << ((row + 3) % 8);
        }
        let valid = Validity::bitmap(&bits, 3);
        let instant = |micros: i64| Instant::from_micros(micros).unwrap();

        let mut out = vec![7; rows.len()];
        bulk::elapsed(&calendar, &micros, &ends, valid, &mut out).unwrap();
        for (row, (known, _, _)) in rows.iter().enumerate() {
            let expected = if *known { calendar.elapsed(instant(micros[row]), instant(ends[row])).0 } else { 0 };
            prop_assert_eq!(out[row], expected);
        }
        let single: Vec<_> = micros.iter().map(|start| calendar.add_working(instant(*start), Seconds(amount))).collect();
        let done = bulk::add_working(&calendar, &micros, Seconds(amount), valid, &mut out);
        match rows.iter().zip(&single).position(|((known, _, _), single)| *known && single.is_err()) {
            Some(row) => prop_assert_eq!(done.unwrap_err().place().line, Some(row as u64 + 1)),
            None => {
                done.unwrap();
                for ((out, single), (known, _, _)) in out.iter().zip(&single).zip(&rows) {
                    prop_assert_eq!(*out, if *known { single.clone().unwrap().micros() } else { 0 });
                }
            }
        }
        let mut days = vec![7; rows.len()];
        let date = |days: i32| Date::from_days(days.into()).unwrap();
        let single: Vec<_> = dates.iter().map(|day| calendar.working_day_after(date(*day), n)).collect();
        let done = bulk::working_days_after(&calendar, &dates, n, valid, &mut days);
        match rows.iter().zip(&single).position(|((known, _, _), single)| *known && single.is_err()) {
            Some(row) => prop_assert_eq!(done.unwrap_err().place().line, Some(row as u64 + 1)),
            None => {
                done.unwrap();
                for ((out, single), (known, _, _)) in days.iter().zip(&single).zip(&rows) {
                    prop_assert_eq!(*out, if *known { single.clone().unwrap().days() } else { 0 });
                }
            }
        }
    }
}

/// Longer than what one thread takes: with the feature `parallel` all cores work, and the answers are the same.
#[test]
fn long_columns_are_the_same_on_one_core_and_on_all() {
    const ROWS: usize = 200_000;
    let calendar = vietnam().unwrap();
    let first = Instant::parse("2010-01-01T00:00:00+07:00").unwrap().micros();
    let starts: Vec<i64> = (0..ROWS as i64).map(|row| first + row * 7_919 % 200_003 * 4_000_000_000).collect();
    let ends: Vec<i64> = starts.iter().rev().copied().collect();
    let at = |micros: i64| Instant::from_micros(micros).unwrap();
    let (mut moved, mut worked) = (vec![0; ROWS], vec![0; ROWS]);
    bulk::add_working(&calendar, &starts, Seconds(72_000), Validity::ALL, &mut moved).unwrap();
    bulk::elapsed(&calendar, &starts, &ends, Validity::ALL, &mut worked).unwrap();
    for row in 0..ROWS {
        assert_eq!(moved[row], calendar.add_working(at(starts[row]), Seconds(72_000)).unwrap().micros());
        assert_eq!(worked[row], calendar.elapsed(at(starts[row]), at(ends[row])).0);
    }
    // Of several rows without an answer the first is named, whichever is found first.
    let mut bad = starts;
    for row in [199_999, 70_001, 150_000, 131_072] {
        bad[row] = i64::MAX;
    }
    for _ in 0..20 {
        let fault = bulk::add_working(&calendar, &bad, Seconds(72_000), Validity::ALL, &mut moved).unwrap_err();
        assert_eq!(fault.place().line, Some(70_002));
    }
}
