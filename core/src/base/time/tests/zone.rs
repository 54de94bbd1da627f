//! Tests of `zone`.

use super::*;

#[test]
fn clocks_that_jump() {
    // Berlin, spring and autumn of 2026.
    let zone = Zone::with_transitions(
        3600,
        vec![
            (Instant::parse("2026-03-29T01:00:00Z").unwrap(), 7200),
            (Instant::parse("2026-10-25T01:00:00Z").unwrap(), 3600),
        ],
    );
    let at = |date: &str, second| zone.stamp(zone.instant(Date::parse(date).unwrap(), second)).to_string();
    assert_eq!(at("2026-03-29", 9000), "2026-03-29T03:00:00+02:00");
    assert_eq!(at("2026-10-25", 9000), "2026-10-25T02:30:00+02:00");
    assert_eq!(at("2026-10-25", 3 * 3600), "2026-10-25T03:00:00+01:00");
    assert_eq!(at("2026-12-01", 0), "2026-12-01T00:00:00+01:00");
}

#[test]
fn offsets_print_as_they_were_read() {
    for text in ["+07:00", "-03:30", "+00:00", "-00:44:30"] {
        assert_eq!(Zone::parse(text).unwrap().to_string(), text);
    }
    for text in ["", "7", "+7:00", "+19:00", "+07:60", "+07:00:60", "+07:00:00:00", "+07", "Hanoi/Vietnam"] {
        assert_eq!(Zone::parse(text).unwrap_err().code(), Code::BadZone, "{text}");
    }
}

/// The first matching instant, found by trying every second around the local time.
#[test]
fn a_long_table_answers_as_a_search_does() {
    let changes = (0..400).map(|year| {
        let day = Date::from_ymd(1970 + year / 2, if year % 2 == 0 { 3 } else { 10 }, 25).unwrap();
        (Zone::utc().instant(day, 3600), if year % 2 == 0 { 7200 } else { 3600 })
    });
    let zone = Zone::with_transitions(3600, changes.collect());
    for (day, second) in [("1970-03-25", 8000), ("2026-03-25", 7200), ("2026-10-25", 9000), ("2169-10-26", 0)] {
        let date = Date::parse(day).unwrap();
        let local = i64::from(date.days()) * DAY + second;
        let shows = |at: &i64| at + i64::from(zone.offset_at(Instant::from_seconds(*at).unwrap())) >= local;
        let first = (local - DAY..local + DAY).find(shows).unwrap();
        assert_eq!(zone.instant(date, second).seconds(), first, "{day} {second}");
    }
}

#[cfg(not(feature = "iana"))]
#[test]
fn a_name_without_its_table_gives_help() {
    let fault = Zone::named("Europe/Paris").unwrap_err();
    assert_eq!(fault.code(), Code::ZoneName);
    assert!(fault.help().is_some_and(|help| help.en.contains("namro call zone")), "{fault}");
    assert_eq!(Zone::named("7").unwrap_err().code(), Code::BadZone);
}
