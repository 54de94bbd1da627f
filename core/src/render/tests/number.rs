//! Tests of `number`.

use super::*;
use crate::base::time::Instant;

fn both(text: Text) -> (String, String) {
    (text.vi, text.en)
}

#[test]
fn separators_follow_the_language() {
    assert_eq!(both(count(1_234_567)), ("1.234.567".into(), "1,234,567".into()));
    assert_eq!(both(count(12)), ("12".into(), "12".into()));
    assert_eq!(both(points(-12_345)), ("−12,34".into(), "−12.34".into()));
}

#[test]
fn only_all_of_them_are_the_whole() {
    assert_eq!(percent(99_999, 100_000).en, "99.99%");
    assert_eq!(percent(3, 3).en, "100%");
    assert_eq!(percent(0, 0).en, "–");
}

#[test]
fn a_working_day_has_eight_hours() {
    assert_eq!(both(duration(Seconds(28_800 + 7_200 + 59))), ("1 ngày 2 giờ".into(), "1 d 2 h".into()));
    assert_eq!(duration(Seconds(61)).en, "1 min 1 s");
    assert_eq!(duration(Seconds(28_800 + 59)).en, "1 d");
    assert_eq!(duration(Seconds(0)).en, "0 s");
}

#[test]
fn times_are_shown_in_their_zone() {
    let stamp = Zone::vietnam().stamp(Instant::parse("2026-01-08T02:00:00Z").unwrap());
    assert_eq!(both(when(stamp)), ("08/01/2026 09:00:00".into(), "2026-01-08 09:00:00".into()));
}
