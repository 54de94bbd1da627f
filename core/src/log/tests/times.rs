//! Tests of `times`.

use super::*;

fn shown(text: &str, order: Option<DateOrder>) -> String {
    let zone = Zone::vietnam();
    match (Times { zone: Some(&zone), order }).read(text) {
        Ok(moment) => moment.at.rfc3339(moment.offset),
        Err(error) => error.code().to_string(),
    }
}

#[test]
fn the_ways_in_which_logs_write_times() {
    for (text, expected) in [
        ("2011-10-11T13:45:40.276+02:00", "2011-10-11T13:45:40.276+02:00"),
        ("2011-10-01 00:38:44.546000+00:00", "2011-10-01T00:38:44.546Z"),
        ("2011-10-01T00:38:44Z", "2011-10-01T00:38:44Z"),
        ("2011-10-01 00:38:44 UTC", "2011-10-01T00:38:44Z"),
        ("2011-10-01 00:38:44+0200", "2011-10-01T00:38:44+02:00"),
        ("2011-10-01 00:38:44-03", "2011-10-01T00:38:44-03:00"),
        ("2011/10/01 00:38:44.000", "2011-10-01T00:38:44+07:00"),
        ("20111001T003844", "2011-10-01T00:38:44+07:00"),
        ("30-12-2010:11.02", "2010-12-30T11:02:00+07:00"),
        ("31/12/2026 08:15", "2026-12-31T08:15:00+07:00"),
        ("31.12.2026 8:15:27", "2026-12-31T08:15:27+07:00"),
        ("08:15 31/12/2026", "2026-12-31T08:15:00+07:00"),
        ("8h15 ngày 31/12/2026", "2026-12-31T08:15:00+07:00"),
        ("8 giờ 30 ngày 05/3/2026", "ambiguous_date"),
        ("8 giờ 30 phút, ngày 5 tháng 3 năm 2026", "2026-03-05T08:30:00+07:00"),
        ("46082,5", "2026-03-01T12:00:00+07:00"),
        ("46082", "2026-03-01T00:00:00+07:00"),
        ("46082.354166666664", "2026-03-01T08:30:00+07:00"),
        ("46082.999999", "2026-03-02T00:00:00+07:00"),
        ("05/03/2026 - 07/03/2026", "two_dates"),
        ("08:15:27 ngày 31/12/2026", "2026-12-31T08:15:27+07:00"),
        ("12/31/2026 8:15:27 PM", "2026-12-31T20:15:27+07:00"),
        ("31/12/2026 12:05:00 SA", "2026-12-31T00:05:00+07:00"),
        ("31/12/2026 12:05:00 CH", "2026-12-31T12:05:00+07:00"),
        ("31-Dec-2026 08:15:00", "2026-12-31T08:15:00+07:00"),
        ("2026-12-31", "2026-12-31T00:00:00+07:00"),
        ("05/05/2026", "2026-05-05T00:00:00+07:00"),
        ("03/04/2026 08:15", "ambiguous_date"),
        ("13/13/2026 08:15", "bad_time"),
        ("1/2/26", "ambiguous_date"),
        ("31/2/26", "bad_time"),
        ("31/12/26", "2026-12-31T00:00:00+07:00"),
        ("2026-12-31T24:00:00Z", "bad_time"),
        ("2026-12-31T23:59:60Z", "bad_time"),
        ("2026-02-29", "bad_time"),
        ("0000-01-01T00:00:00Z", "time_out_of_range"),
        ("9999-12-31T23:59:59-01:00", "time_out_of_range"),
        ("12026-01-01T00:00:00Z", "time_out_of_range"),
        ("1293703320", "bad_time"),
        ("yesterday", "bad_time"),
        ("", "bad_time"),
        ("2026-12-31T08:15:00Zx", "bad_time"),
        ("99999999999-12-31", "bad_time"),
    ] {
        assert_eq!(shown(text, None), expected, "{text}");
    }
    assert_eq!(shown("03/04/2026", Some(DateOrder::DayFirst)), "2026-04-03T00:00:00+07:00");
    assert_eq!(shown("03/04/2026", Some(DateOrder::MonthFirst)), "2026-03-04T00:00:00+07:00");
    assert_eq!(shown("03/14/2026", Some(DateOrder::DayFirst)), "bad_time");
}

#[test]
fn what_a_text_does_not_hold_is_said() {
    let zoneless = Times::default();
    assert_eq!(zoneless.read("2026-12-31 08:15").unwrap_err().code(), Code::NoZone);
    assert!(zoneless.read("2026-12-31T08:15:00.123456789Z").unwrap().cut);
    assert!(!zoneless.read("2026-12-31T08:15:00.123456000Z").unwrap().cut);
    assert!(zoneless.read("2026-12-31Z").unwrap().day_only);
    assert_eq!(shown_order("31/12/2026"), Some(DateOrder::DayFirst));
    assert_eq!(shown_order("12/31/2026 10:00"), Some(DateOrder::MonthFirst));
    assert_eq!(shown_order("2026-12-31"), None);
}
