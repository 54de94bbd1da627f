//! Calendars that are made to be expensive are refused before anything is compiled.

use super::layering::{all, faults};
use super::*;
use crate::base::error::Code;
use crate::base::time::{Instant, Seconds};

fn rows<T: std::fmt::Display>(rows: impl Iterator<Item = T>) -> String {
    rows.map(|row| row.to_string()).collect::<Vec<_>>().join(",")
}

#[test]
fn more_shifts_than_half_hours() {
    let shifts = |count: u32| {
        rows(
            (0..count)
                .map(|shift| format!("\"{:02}:{:02}-{:02}:{:02}:30\"", shift / 60, shift % 60, shift / 60, shift % 60)),
        )
    };
    let calendar = |count| format!(r#"{{"a": {{"weeks": [{{"days": {{"mon-sun": [{}]}}}}]}}}}"#, shifts(count));
    assert_eq!(faults(&calendar(1_440)), [("out_of_range", "/a/weeks/0/days/mon-sun".to_owned())]);
    let full = all(&calendar(48)).unwrap();
    let day = full.get("a").unwrap();
    assert_eq!(day.working_days_in(date("2026-01-01"), date("2026-12-31")), 364);
    let noon = |text: &str| Instant::parse(text).unwrap();
    let (start, end) = (noon("2026-01-01T00:00:00+07:00"), noon("2027-01-01T00:00:00+07:00"));
    assert_eq!(day.elapsed(start, end), Seconds(365 * 48 * 30));
}

#[test]
fn layers_without_end() {
    let layer = |index: u32| match index {
        0 => r#""c0": {"weeks": [{"days": {"mon": ["08:00-09:00"]}}]}"#.to_owned(),
        index => format!(r#""c{index}": {{"base": "c{}"}}"#, index - 1),
    };
    let deep = |count| format!("{{{}}}", rows((0..count).map(layer)));
    assert!(all(&deep(32)).is_ok());
    assert_eq!(faults(&deep(33)), [("too_deep", "/calendars/c1/base".to_owned())]);
    assert_eq!(faults(&deep(500)).len(), 500 - 32);
}

/// Closures that overlap are faults, so that a calendar cannot close more days than there are.
#[test]
fn closures_upon_closures() {
    let closed = |count| {
        let row = |day: u32| format!(r#"{{"date": "0001-01-{:02}", "to": "9999-12-31"}}"#, day + 1);
        let week = r#"[{"days": {"mon": ["08:00-09:00"]}}]"#;
        format!(r#"{{"a": {{"weeks": {week}, "closed": [{}]}}}}"#, rows((0..count).map(row)))
    };
    assert_eq!(faults(&closed(28)).len(), 27);
    let never = all(&closed(1)).unwrap();
    let fault = never.get("a").unwrap().add_working(Instant::default(), Seconds(1)).unwrap_err();
    assert_eq!(fault.code(), Code::NoWorkingTime);
}
