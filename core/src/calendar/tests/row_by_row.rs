//! Layered calendars, applied row by row in a map of days, compared with the compiled calendar.

use super::layering::all;
use crate::base::time::Date;
use indexmap::IndexMap;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Name, days from 25 December, length, whether it is compensated, whether it is observed.
type Holiday = (&'static str, i64, i64, bool, bool);

/// The rows of one layer in this test: weeks from Monday to Friday, holidays by date, closures and working days.
#[derive(Clone, Debug)]
struct Layer {
    holidays: Vec<Holiday>,
    /// Days from 20 December 2025.
    closed: Vec<i64>,
    working: Vec<i64>,
}

const FIRST: i64 = 20_442;

fn day(offset: i64) -> Date {
    Date::from_days(FIRST + offset).unwrap()
}

fn layer() -> impl Strategy<Value = Layer> {
    let name = prop_oneof![Just("a"), Just("b"), Just("c"), Just("d")];
    let holiday = (name, 0..7i64, 1..4i64, any::<bool>(), prop::bool::weighted(0.9));
    // Within a layer, a day has at most one notice.
    let notices = prop::collection::btree_map(0..30i64, any::<bool>(), 0..8);
    (prop::collection::vec(holiday, 0..5), notices).prop_map(|(holidays, notices)| {
        let of = |kind| notices.iter().filter(|(_, closed)| **closed == kind).map(|(day, _)| *day).collect();
        Layer { holidays, closed: of(true), working: of(false) }
    })
}

fn json(layers: &[Layer]) -> String {
    let layer = |(index, layer): (usize, &Layer)| {
        let holiday = |(id, from, days, compensate, observed): &Holiday| {
            let date = 25 + from;
            format!(
                r#"{{"id": "{id}", "title": "{id}{from}", "date": "12-{date}", "days": {days},
                    "compensate": {compensate}, "observed": {observed}}}"#
            )
        };
        let list = |days: &[i64], rest: &str| {
            let row = |offset: &i64| format!(r#"{{"date": "{}"{rest}}}"#, day(*offset));
            days.iter().map(row).collect::<Vec<_>>().join(",")
        };
        let base = if index == 0 {
            r#""weeks": [{"days": {"mon-fri": ["08:00-12:00"]}}]"#.to_owned()
        } else {
            format!(r#""base": "l{}""#, index - 1)
        };
        format!(
            r#""l{index}": {{{base}, "holidays": [{}], "closed": [{}], "working": [{}]}}"#,
            layer.holidays.iter().map(holiday).collect::<Vec<_>>().join(","),
            list(&layer.closed, ""),
            list(&layer.working, r#", "like": "fri""#),
        )
    };
    format!("{{{}}}", layers.iter().enumerate().map(layer).collect::<Vec<_>>().join(","))
}

/// Whether the day works, and its reasons in short.
type Days = BTreeMap<Date, (bool, Vec<String>)>;

fn apply_rows(layers: &[Layer]) -> Days {
    let is_rest = |date: Date| matches!(date.weekday(), crate::Weekday::Sat | crate::Weekday::Sun);
    let mut rules: IndexMap<&str, Vec<&Holiday>> = IndexMap::new();
    for layer in layers {
        let mut own: IndexMap<&str, Vec<&Holiday>> = IndexMap::new();
        for rule in &layer.holidays {
            own.entry(rule.0).or_default().push(rule);
        }
        rules.extend(own);
    }
    let (mut days, mut owed) = (Days::new(), BTreeMap::new());
    for (id, from, length, compensate, observed) in rules.into_values().flatten() {
        let anchors = (2024..=2027).map(|year| Date::from_ymd(year, 12, 25 + *from as u32).unwrap());
        for date in anchors.flat_map(|anchor| (0..*length).map(move |day| anchor.plus(day))).filter(|_| *observed) {
            days.entry(date).or_default().1.push(format!("holiday {id}{from}"));
            if *compensate && is_rest(date) {
                owed.entry(date).or_insert(format!("{id}{from}"));
            }
        }
    }
    for (date, title) in owed {
        let free = (1..60).map(|day| date.plus(day)).find(|day| !days.contains_key(day) && !is_rest(*day)).unwrap();
        days.insert(free, (false, vec![format!("compensation Nghỉ bù {title} ({})", date.vietnamese())]));
    }
    for layer in layers {
        for offset in &layer.closed {
            let day = days.entry(day(*offset)).or_default();
            day.0 = false;
            day.1.retain(|reason| reason.starts_with("holiday") || reason.starts_with("compensation"));
            day.1.push("closed Nghỉ theo thông báo".to_owned());
        }
        for offset in &layer.working {
            let rest = is_rest(day(*offset));
            let reason = if rest { "make_up Làm bù" } else { "special_hours Giờ làm việc riêng" };
            days.insert(day(*offset), (true, vec![reason.to_owned()]));
        }
    }
    days
}

proptest! {
    #[test]
    fn days_are_as_their_rows_lie(layers in prop::collection::vec(layer(), 1..4)) {
        let calendars = all(&json(&layers)).unwrap();
        let calendar = calendars.get(&format!("l{}", layers.len() - 1)).unwrap();
        let days = apply_rows(&layers);
        for offset in -30..60 {
            let found = calendar.day(day(offset));
            let reasons = found.reasons.iter().map(|reason| format!("{} {}", reason.code, reason.text.vi));
            let week = !matches!(day(offset).weekday(), crate::Weekday::Sat | crate::Weekday::Sun);
            let ordinary = (week, if week { vec![] } else { vec!["weekly_rest Ngày nghỉ hằng tuần".to_owned()] });
            let expected = days.get(&day(offset)).unwrap_or(&ordinary);
            prop_assert_eq!(&(found.working, reasons.collect::<Vec<_>>()), expected, "{}", day(offset));
        }
    }
}
