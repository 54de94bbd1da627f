//! Laws that hold for every limit, every calendar and every start.

use super::oracle::{acts, instant, moments, plans, suspensions};
use super::*;
use crate::base::time::Seconds;
use proptest::prelude::*;

/// A limit of any simple family, as text in one of three spellings.
fn texts() -> impl Strategy<Value = String> {
    let unit = prop_oneof![
        Just("ngày làm việc"),
        Just("giờ làm việc"),
        Just("phút làm việc"),
        Just("giây làm việc"),
        Just("giờ liên tục"),
        Just("ngày"),
        Just("tuần"),
        Just("tháng"),
        Just("năm"),
        Just("working days"),
        Just("working hours"),
        Just("days"),
        Just("weeks"),
        Just("months"),
        Just("years"),
        Just("calendar days"),
        Just("business days"),
        Just("consecutive minutes"),
    ];
    let iso = prop_oneof![
        Just(("P", "D")),
        Just(("P", "W")),
        Just(("P", "M")),
        Just(("P", "Y")),
        Just(("PT", "H")),
        Just(("PT", "M")),
        Just(("PT", "S"))
    ];
    let simple = prop_oneof![
        4 => (1u32..5_000, unit).prop_map(|(n, unit)| format!("{n} {unit}")),
        1 => (1u32..5_000, iso).prop_map(|(n, (head, tail))| format!("{head}{n}{tail}")),
        1 => (0u32..500).prop_map(|n| format!("{n},5 ngày làm việc")),
        1 => (0u32..24, 0u32..60).prop_map(|(h, m)| format!("trong ngày, nhận đến {h:02}:{m:02}")),
        1 => Just("same day".to_owned()),
        1 => (0i64..10_000).prop_map(|n| date("2020-01-01").plus(n).to_string()),
        1 => (0i64..1_000_000_000).prop_map(|s| instant(s).to_string()),
    ];
    simple.prop_recursive(2, 6, 3, |inner| {
        (proptest::collection::vec(inner, 1..4), any::<bool>()).prop_map(|(parts, first)| {
            format!("{} ({})", if first { "sớm nhất trong" } else { "latest of" }, parts.join("; "))
        })
    })
}

/// Limits that count from the start, of every family.
pub(super) fn limits() -> impl Strategy<Value = Limit> {
    let text = prop_oneof![
        (1u32..60).prop_map(|n| format!("{n} giờ làm việc")),
        (1u32..5_000).prop_map(|n| format!("{n} phút làm việc")),
        (1u32..100).prop_map(|n| format!("{n} giờ liên tục")),
        (1u32..20).prop_map(|n| format!("{n} ngày làm việc")),
        (0u32..10).prop_map(|n| format!("{n},5 ngày làm việc")),
        (1u32..40).prop_map(|n| format!("{n} ngày")),
        (1u32..6).prop_map(|n| format!("{n} tuần")),
        (1u32..14).prop_map(|n| format!("{n} tháng")),
        (1u32..3).prop_map(|n| format!("{n} năm")),
        Just("trong ngày".to_owned()),
        Just("trong ngày, nhận đến 15:00".to_owned()),
        Just("sớm nhất trong (30 ngày; 1 tháng; 20 ngày làm việc)".to_owned()),
        Just("muộn nhất trong (3 ngày; 8 giờ làm việc)".to_owned()),
    ];
    text.prop_map(|text| limit(&text))
}

proptest! {
    #![proptest_config(crate::testing::cases(128))]

    #[test]
    fn limits_print_as_they_were_read(text in texts()) {
        let read = limit(&text);
        let words = read.text();
        prop_assert_eq!(&limit(&words.vi), &read);
        prop_assert_eq!(&limit(&words.en), &read);
        prop_assert_eq!(&limit(&words.vi.to_uppercase()), &read);
        if let Some(iso) = read.iso() {
            prop_assert_eq!(&limit(&iso), &read);
        }
        let json = crate::base::canon::canonical(&read).unwrap();
        let node = crate::base::value::parse_json(json.as_bytes()).unwrap();
        prop_assert_eq!(&Limit::try_from(&node).unwrap(), &read);
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,40}") {
        let _ = Limit::parse(&text);
        let _ = Budget::parse(&text);
    }

    #[test]
    fn a_later_start_is_never_due_earlier(plan in plans(), limit in limits(), a in moments(0..15), b in moments(0..15)) {
        let calendar = plan.calendar();
        let due = |second: i64| calendar.due(instant(second), &limit).unwrap().due.at;
        prop_assert!(due(a.min(b)) <= due(a.max(b)));
    }

    #[test]
    fn a_longer_limit_is_never_due_earlier(plan in plans(), start in moments(0..15), n in 1u32..40, more in 0u32..9) {
        let calendar = plan.calendar();
        for unit in ["ngày làm việc", "giờ làm việc", "ngày", "tuần", "tháng", "giờ liên tục"] {
            let due = |n: u32| calendar.due(instant(start), &limit(&format!("{n} {unit}"))).unwrap().due.at;
            prop_assert!(due(n) <= due(n + more), "{n} + {more} {unit}");
        }
    }

    #[test]
    fn hours_are_all_worked_and_no_later_than_needed(plan in plans(), start in moments(0..15), time in 1i64..200_000, more in 1i64..50_000) {
        let calendar = plan.calendar();
        let add = |from: Instant, time: i64| {
            calendar.due(from, &limit(&format!("{time} giây làm việc"))).unwrap().due.at
        };
        let due = add(instant(start), time);
        prop_assert_eq!(calendar.elapsed(instant(start), due), Seconds(time));
        prop_assert_eq!(calendar.elapsed(instant(start), due.plus(Seconds(-1))), Seconds(time - 1));
        // Adding composes.
        prop_assert_eq!(add(due, more), add(instant(start), time + more));
    }

    #[test]
    fn a_suspension_never_makes_it_earlier(plan in plans(), limit in limits(), start in moments(0..15), suspensions in suspensions(), ends in any::<bool>()) {
        let calendar = plan.calendar();
        let promise = Promise { ends: if ends { Ends::Legal } else { Ends::Office }, ..Promise::from(limit) };
        let due = |acts: &[ClockAct]| due(&calendar, &promise, instant(start), acts, &DueOptions::default()).unwrap();
        let (without, with) = (due(&[]), due(&acts(&suspensions)));
        prop_assert!(without.due.at <= with.due.at);
        prop_assert!(without.last_day <= with.last_day);
        // It is never before a resume that moved it, and the shorter limit never ends after the longer one.
        for span in with.suspended.iter().filter(|span| span.start.at <= without.due.at) {
            prop_assert!(span.end.unwrap().at <= with.due.at);
        }
        let mut shuffled = acts(&suspensions);
        shuffled.reverse();
        shuffled.extend(acts(&suspensions));
        prop_assert_eq!(due(&shuffled), with);
    }

    #[test]
    fn the_latest_start_is_in_time_and_the_next_second_is_not(plan in plans(), limit in limits(), end in moments(0..15)) {
        let calendar = plan.calendar();
        let end = instant(end + 86_400 * 400);
        let start = calendar.latest_start(end, &limit).unwrap().at.at;
        let due = |start: Instant| calendar.due(start, &limit).unwrap().due.at;
        prop_assert!(due(start) <= end, "{} starts {start}", end);
        prop_assert!(due(start.plus(Seconds(1))) > end, "{} starts after {start}", end);
    }

    #[test]
    fn the_next_change_is_the_first(plan in plans(), limit in limits(), start in moments(0..15), suspensions in suspensions(), after in 0i64..86_400 * 30, share in 1u32..101) {
        let calendar = plan.calendar();
        let yellow = Yellow { share: Some(share), working_hours: Some(3), ..Yellow::default() };
        let promise = Promise { yellow, ..Promise::from(limit) };
        let due = due(&calendar, &promise, instant(start), &acts(&suspensions), &DueOptions::default()).unwrap();
        let now = instant(start + after);
        let (colour, change) = (due.colour(now), due.next_change(now));
        let until = change.map_or(now.plus(Seconds(86_400 * 500)), |stamp| stamp.at.plus(Seconds(-1)));
        // The colour is the same until the second before, and differs at that second.
        for part in 0..=64 {
            let between = now.plus(Seconds(until.since(now).0 * part / 64));
            prop_assert_eq!(due.colour(between), colour);
        }
        if let Some(change) = change {
            prop_assert_ne!(due.colour(change.at), colour);
            prop_assert!(change.at > now);
        }
        let yellow = due.yellow_from.unwrap().at;
        prop_assert!(due.start.at.min(due.due.at) <= yellow && yellow <= due.due.at);
    }

    #[test]
    fn an_answer_reads_back(plan in plans(), limit in limits(), start in moments(0..15), suspensions in suspensions()) {
        let promise = Promise::from(limit);
        let due = due(&plan.calendar(), &promise, instant(start), &acts(&suspensions), &DueOptions::default()).unwrap();
        let json = crate::base::canon::canonical(&due).unwrap();
        let read: Due = crate::base::shape::read(&crate::base::value::parse_json(json.as_bytes()).unwrap()).unwrap();
        prop_assert_eq!(read, due);
    }
}
