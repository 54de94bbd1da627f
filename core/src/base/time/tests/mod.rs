//! Tests of `time`.

use super::*;
use crate::base::error::Code;

#[test]
fn instants_print_as_they_were_read() {
    for text in ["2026-01-08T09:00:00+07:00", "2026-01-08T09:00:00.25+07:00", "1969-12-31T23:59:59.000001+07:00"] {
        assert_eq!(Instant::parse(text).unwrap().rfc3339(7 * 3600), text);
    }
    assert_eq!(Instant::parse("2026-01-08T02:00:00Z").unwrap().to_string(), "2026-01-08T02:00:00Z");
}

#[test]
fn faulty_times_say_what_is_missing() {
    let code = |text| Instant::parse(text).unwrap_err().code();
    assert_eq!(code("2026-01-08T09:00:00"), Code::NoZone);
    assert_eq!(code("2026-01-08 09:00:00"), Code::NoZone);
    assert_eq!(code("08/01/2026"), Code::BadTime);
    assert_eq!(code("2026-06-30T23:59:60Z"), Code::BadTime);
    assert_eq!(code("2026-02-30T00:00:00Z"), Code::BadTime);
    assert_eq!(code("2026-01-08T09:00+07:00"), Code::BadTime);
    assert_eq!(code("2026-01-08T24:00:00Z"), Code::BadTime);
    assert_eq!(code("2026-01-08T09:00:00.1234567Z"), Code::BadTime);
    assert_eq!(code("2026-01-08T09:00:00.Z"), Code::BadTime);
    assert_eq!(code("２026-01-08T09:00:00Z"), Code::BadTime);
    assert_eq!(code("+026-01-08T09:00:00Z"), Code::BadTime);
    assert_eq!(code("0000-01-01T00:00:00Z"), Code::TimeOutOfRange);
    assert_eq!(code("0001-01-01T00:00:00+07:00"), Code::TimeOutOfRange);
    assert_eq!(Date::parse("2026-1-08").unwrap_err().code(), Code::BadDate);
    assert_eq!(Date::parse("2026-02-29").unwrap_err().code(), Code::BadDate);
}

proptest::proptest! {
    #[test]
    fn chrono_reads_and_writes_the_same(micros in Instant::MIN.micros() + DAY * MICROS..Instant::MAX.micros() - DAY * MICROS, quarter in -48..=48) {
        let (instant, offset) = (Instant::from_micros(micros).unwrap(), quarter * 900);
        let text = instant.rfc3339(offset);
        let read = chrono::DateTime::parse_from_rfc3339(&text).unwrap();
        proptest::prop_assert_eq!(read.timestamp_micros(), micros);
        proptest::prop_assert_eq!(read.offset().local_minus_utc(), offset);
        proptest::prop_assert_eq!(Instant::parse(&text).unwrap(), instant);
    }
}

#[test]
fn the_ends_of_time_hold() {
    assert_eq!(Date::MAX.plus(1), Date::MAX);
    assert_eq!(Date::MIN.to_string(), "0001-01-01");
    assert_eq!(Date::MAX.to_string(), "9999-12-31");
    assert_eq!(Zone::utc().date_of(Instant::MAX), Date::MAX);
    assert_eq!(Zone::utc().date_of(Instant::MIN), Date::MIN);
}
