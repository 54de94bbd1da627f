//! Tests of `iana`.

use super::super::{Date, Zone};
use crate::base::error::Code;

fn at(name: &str, day: &str, second: i64) -> String {
    let zone = Zone::named(name).unwrap();
    zone.stamp(zone.instant(Date::parse(day).unwrap(), second)).to_string()
}

#[test]
fn both_edges_of_daylight_saving() {
    assert_eq!(at("Europe/Paris", "2026-03-29", 9000), "2026-03-29T03:00:00+02:00");
    assert_eq!(at("Europe/Paris", "2026-10-25", 9000), "2026-10-25T02:30:00+02:00");
    assert_eq!(at("America/New_York", "2026-03-08", 9000), "2026-03-08T03:00:00-04:00");
    assert_eq!(at("Australia/Lord_Howe", "2026-04-05", 7200), "2026-04-05T02:00:00+10:30");
    // The rule has no end; the table goes up to the end of the calendar.
    assert_eq!(at("Europe/Paris", "2199-07-01", 0), "2199-07-01T00:00:00+02:00");
}

#[test]
fn vietnam_has_one_row() {
    let zone = Zone::named("Asia/Ho_Chi_Minh").unwrap();
    assert_eq!(zone.transitions().len(), 1, "the south came to UTC+7 in June 1975");
    assert_eq!(at("Asia/Ho_Chi_Minh", "2026-01-08", 32_400), "2026-01-08T09:00:00+07:00");
    assert_eq!(Zone::named("Asia/Bangkok").unwrap().fixed_offset(), Some(7 * 3600));
}

#[test]
fn a_name_that_nobody_knows() {
    for name in ["Asia/Hanoi_", "Mars/Olympus", "", "../etc/passwd", "7"] {
        assert_eq!(Zone::named(name).unwrap_err().code(), Code::BadZone, "{name}");
    }
}
