//! The calendar as a whole, compared with tables, an oracle, and bugs reported for other libraries.

mod complaints;
mod hostile;
mod layering;
mod oracle;
mod row_by_row;
#[cfg(feature = "iana")]
mod zones;

use super::*;
use crate::base::time::Date;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Weekdays off and working Saturdays of each year, by the yearly notices.
const NOTICES: [(i32, &str, &str, i64); 9] = [
    (2018, "01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03 12-31", "", 250),
    (2019, "01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02", "01-05 05-04", 252),
    (2020, "01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02", "", 252),
    (2021, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03", "", 250),
    (2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", "", 249),
    (2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", "", 249),
    (2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04", 251),
    (2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26", 250),
    (2026, "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "01-10 08-22", 249),
];

#[test]
fn every_day_of_the_notices() {
    let calendar = vietnam().unwrap();
    for (year, off, saturdays, working) in NOTICES {
        let first = Date::from_ymd(year, 1, 1).unwrap();
        let last = Date::from_ymd(year, 12, 31).unwrap();
        for offset in 0..=last.since(first) {
            let day = first.plus(offset);
            let short = day.to_string()[5..].to_owned();
            let weekend = matches!(day.weekday(), crate::Weekday::Sat | crate::Weekday::Sun);
            let expected = if weekend { saturdays.contains(&short) } else { !off.contains(&short) };
            assert_eq!(calendar.is_working_day(day), expected, "{day} {:?}", calendar.day(day));
            assert!(!calendar.day(day).provisional);
        }
        assert_eq!(calendar.working_days_in(first.plus(-1), last), working, "{year}");
    }
}

/// A day of knowledge that was only estimated says so, in its confidence and in words.
#[test]
fn estimated_days_of_knowledge_are_never_sure() {
    let text = include_str!("../../../rulebooks/vn-calendar.yaml");
    let rows: Vec<_> = text.lines().filter(|row| row.contains("ước lượng")).collect();
    assert!(rows.len() > 20);
    assert!(rows.iter().all(|row| row.contains("known: ") && row.contains("confidence: likely")));
}

#[test]
fn years_without_notice_are_provisional() {
    let calendar = vietnam().unwrap();
    assert!(calendar.day(date("2027-02-05")).provisional);
    assert_eq!(calendar.day(date("2027-05-03")).reasons[0].code, DayReasonCode::Compensation);
    assert!(calendar.is_provisional(date("2026-12-30"), date("2027-01-01")));
    assert!(!calendar.is_provisional(date("2026-01-01"), date("2026-12-31")));
}
