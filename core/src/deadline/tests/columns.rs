//! Columns give the same answers as their rows one by one.

use super::laws::limits;
use super::oracle::{acts, instant, moments, plans, suspensions};
use super::*;
use crate::calendar::bulk::Validity;
use crate::deadline::bulk::{self, Suspensions};
use proptest::prelude::*;

fn promise(limit: &Limit, ends: Ends) -> Promise {
    Promise { ends, ..Promise::from(limit.clone()) }
}

/// Every family, inside and outside the near years, with and without daylight saving; as long as real tables are.
#[test]
fn long_columns_of_every_family() {
    let berlin = r#"{"first": "+01:00", "changes": [{"at": "2026-03-29T01:00:00Z", "offset": "+02:00"}]}"#;
    let berlin =
        format!(r#"{{"zone": {berlin}, "weeks": [{{"days": {{"mon-fri": ["08:00-12:00", "13:00-17:00"]}}}}]}}"#);
    let berlin = Calendar::read(&crate::base::value::parse_json(berlin.as_bytes()).unwrap()).unwrap();
    let first = at("1991-01-01 00:00").micros();
    // 80 years in odd steps of a day and a bit.
    let starts: Vec<i64> = (0..22_000).map(|row| first + row * 114_777_123_457).collect();
    let days: Vec<i64> = starts.iter().map(|start| start.div_euclid(86_400_000_000)).collect();
    let mut out = vec![0; starts.len()];
    for calendar in [office(), &berlin] {
        for text in [
            "3 ngày làm việc",
            "30 ngày",
            "2 tuần",
            "1 tháng",
            "1 năm",
            "20 giờ làm việc",
            "trong ngày, nhận đến 15:00",
        ] {
            for ends in [Ends::Office, Ends::Legal] {
                let promise = promise(&limit(text), ends);
                bulk::due(calendar, &promise, &starts, None, Validity::ALL, &mut out).unwrap();
                for (start, out) in starts.iter().zip(&out).step_by(7) {
                    let start = Instant::from_micros(*start).unwrap();
                    let single = due(calendar, &promise, start, &[], &DueOptions::default()).unwrap();
                    assert_eq!(single.due.at.micros(), *out, "{text} from {start}");
                }
                let done = bulk::last_day(calendar, &promise, &days, Validity::ALL, &mut out);
                if text.contains("giờ làm") || text.contains("15:00") {
                    assert_eq!(done.unwrap_err().code(), Code::TimeNeeded, "{text}");
                    continue;
                }
                done.unwrap();
                for (day, out) in days.iter().zip(&out).step_by(7) {
                    let day = Date::from_days(*day).unwrap();
                    let noon = calendar.zone().instant(day, 43_200);
                    let single = due(calendar, &promise, noon, &[], &DueOptions::default()).unwrap();
                    assert_eq!(i64::from(single.last_day.days()), *out, "{text} from {day}");
                }
            }
        }
    }
}

/// More rows than are counted at a time, some of them suspended, at random places, inside and outside the near years.
#[test]
fn suspended_rows_among_many_that_are_not() {
    let (first, day) = (at("2019-06-01 00:00").micros(), 86_400_000_000);
    let starts: Vec<i64> = (0..6_000).map(|row| first + row * 61_777_123_457).collect();
    let from: Vec<i64> = starts.iter().map(|start| start + day).collect();
    let to: Vec<i64> = starts.iter().map(|start| start + 3 * day).collect();
    // Pseudo-random bits: a quarter of the rows.
    let bits: Vec<u8> = (0..6_000_u32).map(|row| (row.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let bits: Vec<u8> = bits.chunks(2).map(|two| two[0] & two[two.len() - 1]).collect();
    let (valid, all) = (Validity::bitmap(&bits, 0), Validity::ALL);
    let suspended = Suspensions { offsets: None, from: &from, from_valid: valid, to: &to, to_valid: all };
    let mut out = vec![0; starts.len()];
    for text in ["3 ngày làm việc", "30 ngày", "20 giờ làm việc", "1 tháng", "trong ngày, nhận đến 15:00"]
    {
        for ends in [Ends::Office, Ends::Legal] {
            let promise = promise(&limit(text), ends);
            bulk::due(office(), &promise, &starts, Some(&suspended), all, &mut out).unwrap();
            for (row, out) in out.iter().enumerate().step_by(5) {
                let stamp = |column: &[i64]| crate::Zone::vietnam().stamp(Instant::from_micros(column[row]).unwrap());
                let acts = [
                    ClockAct::new(ClockActKind::Suspend, stamp(&from)),
                    ClockAct::new(ClockActKind::Resume, stamp(&to)),
                ];
                let acts = if valid.contains(row) { &acts[..] } else { &[] };
                let start = Instant::from_micros(starts[row]).unwrap();
                let single = due(office(), &promise, start, acts, &DueOptions::default()).unwrap();
                assert_eq!(single.due.at.micros(), *out, "{text} of row {row}");
            }
        }
    }
}

#[test]
fn nulls_and_faults_by_row() {
    let promise = promise(&limit("2 ngày làm việc"), Ends::Office);
    let start = at("2026-01-08 09:00").micros();
    let mut out = [7; 3];
    bulk::due(office(), &promise, &[i64::MIN, start, i64::MAX], None, Validity::bitmap(&[0b010], 0), &mut out).unwrap();
    assert_eq!(out, [0, at("2026-01-10 17:30").micros(), 0]);
    let fault = bulk::due(office(), &promise, &[start, start, i64::MIN], None, Validity::ALL, &mut out).unwrap_err();
    assert_eq!((fault.code(), fault.place().line), (Code::OutsideCalendar, Some(3)));
    let fault = bulk::due(office(), &promise, &[start; 2], None, Validity::ALL, &mut out).unwrap_err();
    assert_eq!(fault.code(), Code::UnequalColumns);
    // A resume before its suspension is a fault, not a negative length.
    let reversed = Suspensions {
        offsets: None,
        from: &[start + 2, start + 2, start + 2],
        from_valid: Validity::bitmap(&[0b100], 0),
        to: &[start, start, start],
        to_valid: Validity::ALL,
    };
    let fault = bulk::due(office(), &promise, &[start; 3], Some(&reversed), Validity::ALL, &mut out).unwrap_err();
    assert_eq!((fault.code(), fault.place().line), (Code::ResumeBeforeSuspend, Some(3)));
}

proptest! {
    #![proptest_config(crate::testing::cases(64))]

    #[test]
    fn suspensions_of_each_row(
        plan in plans(), limit in limits(), legal in any::<bool>(),
        rows in proptest::collection::vec((any::<bool>(), moments(0..9), suspensions(), any::<bool>()), 1..20),
    ) {
        let (calendar, promise) = (plan.calendar(), promise(&limit, if legal { Ends::Legal } else { Ends::Office }));
        let micros = |second: i64| instant(second).micros();
        let starts: Vec<i64> = rows.iter().map(|(_, start, _, _)| micros(*start)).collect();
        let (mut offsets, mut from, mut to, mut open) = (vec![0i64], Vec::new(), Vec::new(), vec![0u8; 16]);
        let mut bits = vec![0u8; 4];
        for (row, (known, _, suspensions, ends)) in rows.iter().enumerate() {
            bits[row / 8] |= u8::from(*known) << (row % 8);
            for (index, (begin, end)) in suspensions.iter().enumerate() {
                // In some rows the last suspension has not ended.
                let ended = *ends || index + 1 < suspensions.len();
                open[from.len() / 8] |= u8::from(ended) << (from.len() % 8);
                from.push(micros(*begin));
                to.push(micros(*end));
            }
            offsets.push(from.len() as i64);
        }
        let suspensions = Suspensions {
            offsets: Some(&offsets),
            from: &from,
            from_valid: Validity::ALL,
            to: &to,
            to_valid: Validity::bitmap(&open, 0),
        };
        let mut out = vec![7; rows.len()];
        bulk::due(&calendar, &promise, &starts, Some(&suspensions), Validity::bitmap(&bits, 0), &mut out).unwrap();
        for ((known, start, suspensions, ends), out) in rows.iter().zip(&out) {
            let mut acts = acts(suspensions);
            if let Some((index, _)) = suspensions.iter().enumerate().next_back().filter(|_| !*ends) {
                let reason = Some(index.to_string());
                acts.retain(|act| act.kind != ClockActKind::Resume || act.reason != reason);
            }
            let single = due(&calendar, &promise, instant(*start), &acts, &DueOptions::default()).unwrap();
            prop_assert_eq!(*out, if *known { single.due.at.micros() } else { 0 });
        }
    }

    #[test]
    fn a_day_without_a_time_is_answered_when_every_second_of_it_agrees(
        plan in plans(), limit in limits(), day in 0i64..9, second in 0i64..86_400, suspensions in suspensions(),
    ) {
        let (calendar, promise, acts) = (plan.calendar(), promise(&limit, Ends::Office), acts(&suspensions));
        let options = DueOptions { brief: true, ..DueOptions::default() };
        let begun = |second: i64, micros: i64| {
            Instant::from_micros(instant(day * 86_400 + second).micros() + micros).unwrap()
        };
        let due = |second: i64, micros: i64| {
            due(&calendar, &promise, begun(second, micros), &acts, &options).unwrap().due
        };
        match due_on(&calendar, &promise, calendar.date_of(instant(day * 86_400)), &acts, &options) {
            Ok(answer) => prop_assert_eq!(answer.due, due(second, 0)),
            Err(fault) => {
                prop_assert_eq!(fault.code(), Code::TimeNeeded);
                prop_assert!(due(0, 0) < due(86_399, 999_999));
            }
        }
    }
}
