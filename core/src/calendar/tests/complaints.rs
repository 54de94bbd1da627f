//! Bugs that people reported in other libraries, one test each.

use super::super::bulk::{self, Validity};
use super::super::*;
use super::date;
use crate::base::error::Code;
use crate::base::time::{Date, Instant, Seconds};
use crate::base::value::parse_json;

fn read(json: &str) -> Calendar {
    Calendar::read(&parse_json(json.as_bytes()).unwrap()).unwrap()
}

fn at(text: &str) -> Instant {
    Instant::parse(&format!("{text}+07:00")).unwrap()
}

fn hours(hours: i64) -> Seconds {
    Seconds(hours * 3_600)
}

#[test]
fn lunch_is_not_worked() {
    let calendar = vietnam().unwrap();
    assert_eq!(calendar.elapsed(at("2026-01-08T11:00:00"), at("2026-01-08T14:30:00")), hours(2));
    assert_eq!(calendar.add_working(at("2026-01-08T11:00:00"), hours(2)).unwrap(), at("2026-01-08T14:30:00"));
    assert_eq!(calendar.elapsed(at("2026-01-08T12:00:00"), at("2026-01-08T13:30:00")), hours(0));
}

#[test]
fn work_ends_with_the_shift_and_not_when_the_next_begins() {
    let calendar = vietnam().unwrap();
    assert_eq!(calendar.add_working(at("2026-01-08T08:00:00"), hours(4)).unwrap(), at("2026-01-08T12:00:00"));
    assert_eq!(calendar.add_working(at("2026-01-08T08:00:00"), hours(8)).unwrap(), at("2026-01-08T17:30:00"));
    assert_eq!(calendar.subtract_working(at("2026-01-08T17:30:00"), hours(4)).unwrap(), at("2026-01-08T13:30:00"));
}

#[test]
fn a_start_outside_hours_waits_for_the_next_shift() {
    let calendar = vietnam().unwrap();
    for early in ["2026-01-08T07:59:59", "2026-01-07T17:30:00", "2026-01-07T23:00:00"] {
        assert_eq!(calendar.next_open(at(early)).unwrap(), at("2026-01-08T08:00:00"), "{early}");
        assert_eq!(calendar.add_working(at(early), hours(1)).unwrap(), at("2026-01-08T09:00:00"), "{early}");
    }
    assert_eq!(calendar.next_open(at("2026-01-08T12:00:00")).unwrap(), at("2026-01-08T13:30:00"));
    assert_eq!(calendar.next_open(at("2026-01-08T11:59:59")).unwrap(), at("2026-01-08T11:59:59"));
}

#[test]
fn a_minute_inside_a_morning_is_a_minute() {
    let calendar = vietnam().unwrap();
    assert_eq!(calendar.elapsed(at("2026-01-08T09:00:00"), at("2026-01-08T09:01:00")), Seconds(60));
}

#[test]
fn seconds_and_fractions_are_carried() {
    let calendar = vietnam().unwrap();
    assert_eq!(calendar.add_working(at("2026-01-08T11:59:30"), Seconds(45)).unwrap(), at("2026-01-08T13:30:15"));
    assert_eq!(calendar.add_working(at("2026-01-08T11:59:59.75"), Seconds(1)).unwrap(), at("2026-01-08T13:30:00.75"));
    assert_eq!(calendar.elapsed(at("2026-01-08T09:00:00.9"), at("2026-01-08T09:00:02.8")), Seconds(1));
    assert_eq!(calendar.elapsed(at("2026-01-08T09:00:02.8"), at("2026-01-08T09:00:00.9")), Seconds(-2), "floored");
}

#[test]
fn ends_on_days_off_and_earlier_times_of_day() {
    let calendar = vietnam().unwrap();
    assert_eq!(calendar.elapsed(at("2026-01-16T16:30:00"), at("2026-01-18T09:00:00")), hours(1));
    assert_eq!(calendar.elapsed(at("2026-01-18T09:00:00"), at("2026-01-19T09:00:00")), hours(1));
    assert_eq!(calendar.elapsed(at("2026-01-15T16:30:00"), at("2026-01-16T09:00:00")), hours(2));
    assert_eq!(calendar.elapsed(at("2026-01-17T09:00:00"), at("2026-01-18T09:00:00")), hours(0));
}

#[test]
fn reversed_questions_are_negative() {
    let calendar = vietnam().unwrap();
    assert_eq!(calendar.working_days_in(date("2026-01-05"), date("2026-01-08")), 3);
    assert_eq!(calendar.working_days_in(date("2026-01-08"), date("2026-01-05")), -3);
    assert_eq!(calendar.working_days_in(date("2026-01-08"), date("2026-01-08")), 0);
    assert_eq!(calendar.elapsed(at("2026-01-08T14:30:00"), at("2026-01-08T11:00:00")), hours(-2));
}

#[test]
fn a_start_on_a_day_off_is_not_counted_twice() {
    let calendar = vietnam().unwrap();
    assert_eq!(calendar.working_day_after(date("2026-01-17"), 1).unwrap(), date("2026-01-19"));
    assert_eq!(calendar.working_day_after(date("2026-01-18"), 3).unwrap(), date("2026-01-21"));
    assert_eq!(calendar.working_day_after(date("2026-01-17"), 0).unwrap(), date("2026-01-19"));
    assert_eq!(calendar.working_day_before(date("2026-01-18"), 0).unwrap(), date("2026-01-16"));
    assert_eq!(calendar.working_day_before(date("2026-01-18"), 1).unwrap(), date("2026-01-16"));
}

#[test]
fn swapped_saturdays_count() {
    let calendar = vietnam().unwrap();
    for (start, n, last) in [
        ("2026-01-08", 2, "2026-01-10"),
        ("2026-08-21", 1, "2026-08-22"),
        ("2026-02-13", 3, "2026-02-25"),
        ("2026-04-24", 3, "2026-05-04"),
        ("2026-04-24", 7, "2026-05-08"),
        ("2026-08-28", 5, "2026-09-09"),
        ("2025-04-25", 1, "2025-04-26"),
    ] {
        assert_eq!(calendar.working_day_after(date(start), n).unwrap(), date(last), "{start} + {n}");
    }
    // The hours of the day that it replaces.
    assert_eq!(calendar.add_working(at("2026-01-09T16:30:00"), hours(2)).unwrap(), at("2026-01-10T09:00:00"));
    let reasons = calendar.day(date("2026-01-10")).reasons;
    assert_eq!(
        (reasons[0].code, &*reasons[0].source.as_ref().unwrap().text),
        (DayReasonCode::MakeUp, "12729/VPCP-KGVX")
    );
}

#[test]
fn last_days_roll_as_the_civil_code_says() {
    let calendar = vietnam().unwrap();
    for (nominal, last) in [
        ("2026-02-28", "2026-03-02"),
        ("2026-09-02", "2026-09-03"),
        ("2026-02-18", "2026-02-23"),
        ("2026-01-10", "2026-01-10"),
        ("2026-11-24", "2026-11-25"),
    ] {
        assert_eq!(calendar.roll_forward(date(nominal)).unwrap(), date(last), "{nominal}");
    }
}

#[test]
fn half_days_and_days_of_odd_length_do_not_drift() {
    let calendar = read(
        r#"{"weeks": [{"days": {"mon-thu": ["07:30-11:30", "13:00-16:45"], "fri": ["07:30-11:30"]}}],
            "working": [{"date": "2026-01-07", "hours": ["08:00:15-08:00:45"]}]}"#,
    );
    // Monday 7:45, Tuesday 7:45, Wednesday 30 seconds, Thursday 7:45, Friday 4:00.
    let week = 3 * (7 * 3_600 + 45 * 60) + 30 + 4 * 3_600;
    let monday = at("2026-01-05T00:00:00");
    assert_eq!(calendar.elapsed(monday, at("2026-01-12T00:00:00")), Seconds(week));
    assert_eq!(calendar.add_working(monday, Seconds(week)).unwrap(), at("2026-01-09T11:30:00"));
    let year = 52 * (4 * (7 * 3_600 + 45 * 60) + 4 * 3_600);
    let after = calendar.add_working(at("2026-02-02T00:00:00"), Seconds(year)).unwrap();
    assert_eq!(after, at("2027-01-29T11:30:00"));
}

#[test]
fn closing_at_24_has_no_extra_minute() {
    let calendar = read(r#"{"weeks": [{"days": {"mon-sun": ["00:00-24:00"]}}]}"#);
    let start = at("2026-01-08T13:14:15");
    assert_eq!(calendar.add_working(start, hours(24 * 100)).unwrap(), at("2026-04-18T13:14:15"));
    assert_eq!(calendar.elapsed(start, at("2026-04-18T13:14:15")), hours(24 * 100));
    assert_eq!(calendar.closes(date("2026-01-08")), Some(at("2026-01-09T00:00:00")));
    let night = read(r#"{"weeks": [{"days": {"mon-fri": ["22:00-24:00"], "tue-sat": []}}]}"#.replace(", \"tue-sat\": []", "").as_str());
    assert_eq!(night.add_working(at("2026-01-08T23:00:00"), hours(1)).unwrap(), at("2026-01-09T00:00:00"));
}

#[test]
fn closed_only_calendars_answer_with_an_error() {
    let never = read(r#"{"weeks": [{"days": {"mon-sun": []}}]}"#);
    let day = date("2026-01-08");
    let start = at("2026-01-08T09:00:00");
    for error in [
        never.working_day_after(day, 1).unwrap_err(),
        never.working_day_after(day, u32::MAX).unwrap_err(),
        never.working_day_before(day, 1).unwrap_err(),
        never.roll_forward(day).unwrap_err(),
        never.next_open(start).unwrap_err(),
        never.add_working(start, hours(1)).unwrap_err(),
        never.subtract_working(start, hours(1)).unwrap_err(),
    ] {
        assert_eq!(error.code(), Code::NoWorkingTime);
    }
    assert_eq!(never.elapsed(start, at("2027-01-08T09:00:00")), Seconds(0));
    assert_eq!((never.opens(day), never.closes(day)), (None, None));
    let once = read(r#"{"working": [{"date": "2026-01-08", "hours": ["08:00-12:00"]}]}"#);
    assert_eq!(once.add_working(start, hours(3)).unwrap(), at("2026-01-08T12:00:00"));
    assert_eq!(once.add_working(start, hours(4)).unwrap_err().code(), Code::OutsideCalendar);
}

#[test]
fn zero_negative_and_huge_amounts() {
    let calendar = vietnam().unwrap();
    let night = at("2026-01-08T23:00:00");
    assert_eq!(calendar.add_working(night, hours(0)).unwrap(), night);
    assert_eq!(calendar.subtract_working(night, hours(0)).unwrap(), night);
    assert_eq!(calendar.add_working(night, hours(-1)).unwrap_err().code(), Code::NegativeAmount);
    assert_eq!(calendar.subtract_working(night, hours(-1)).unwrap_err().code(), Code::NegativeAmount);
    for huge in [Seconds(i64::MAX), hours(10_000_000)] {
        assert_eq!(calendar.add_working(night, huge).unwrap_err().code(), Code::OutsideCalendar);
        assert_eq!(calendar.subtract_working(night, huge).unwrap_err().code(), Code::OutsideCalendar);
    }
    assert_eq!(calendar.working_day_after(date("2026-01-08"), u32::MAX).unwrap_err().code(), Code::OutsideCalendar);
    for edge in [Date::MIN, Date::MAX] {
        assert!(!calendar.is_working_day(edge));
        assert_eq!(calendar.day(edge).reasons[0].code, DayReasonCode::OutsideCalendar);
        assert_eq!(calendar.working_day_after(edge, 1).unwrap_err().code(), Code::OutsideCalendar);
    }
    let all = calendar.working_days_in(Date::MIN, Date::MAX);
    assert_eq!(calendar.working_days_in(Date::MAX, Date::MIN), -all);
    assert!(all > 70_000);
    assert_eq!(calendar.elapsed(Instant::MIN, Instant::MAX).0, all * 8 * 3_600);
}

#[test]
fn long_stretches_leave_the_near_years() {
    let calendar = vietnam().unwrap();
    let (start, end) = (date("1995-03-01"), date("2101-06-30"));
    let days = calendar.working_days_in(start, end);
    assert_eq!(calendar.working_day_after(start, u32::try_from(days).unwrap()).unwrap(), end);
    let slow = (1..=end.since(start)).filter(|day| calendar.is_working_day(start.plus(*day))).count();
    assert_eq!(days, slow as i64);
}

#[test]
fn both_edges_of_daylight_saving() {
    let zone = r#"{"first": "+01:00", "changes": [
        {"at": "2026-03-29T01:00:00Z", "offset": "+02:00"}, {"at": "2026-10-25T01:00:00Z", "offset": "+01:00"}]}"#;
    let calendar = read(&format!(
        r#"{{"zone": {zone}, "weeks": [{{"days": {{"mon-fri": ["09:00-17:00"], "sat-sun": ["00:00-08:00"]}}}}]}}"#
    ));
    let at = |text: &str| Instant::parse(text).unwrap();
    // An hour of the night of 29 March does not exist, one of 25 October comes twice.
    for (start, end, worked) in [
        ("2026-03-28T12:00:00+01:00", "2026-03-29T12:00:00+02:00", 7),
        ("2026-10-24T12:00:00+02:00", "2026-10-25T12:00:00+01:00", 9),
        ("2026-03-27T12:00:00+01:00", "2026-03-30T12:00:00+02:00", 5 + 8 + 7 + 3),
        ("2026-10-23T12:00:00+02:00", "2026-10-26T12:00:00+01:00", 5 + 8 + 9 + 3),
    ] {
        assert_eq!(calendar.elapsed(at(start), at(end)), hours(worked), "{start}");
        let due = calendar.add_working(at(start), hours(worked)).unwrap();
        assert!(due <= at(end) && calendar.elapsed(at(start), due) == hours(worked), "{start}");
    }
    // Office hours follow the local clock, in summer and winter.
    assert_eq!(calendar.opens(date("2026-03-30")), Some(at("2026-03-30T09:00:00+02:00")));
    assert_eq!(calendar.opens(date("2026-10-26")), Some(at("2026-10-26T09:00:00+01:00")));
    assert_eq!(calendar.next_midnight(date("2026-03-29")).since(calendar.next_midnight(date("2026-03-28"))), hours(23));
    assert_eq!(calendar.next_midnight(date("2026-10-25")).since(calendar.next_midnight(date("2026-10-24"))), hours(25));
}

#[test]
fn a_null_first_row_does_not_touch_its_neighbours() {
    let calendar = vietnam().unwrap();
    let day = date("2026-01-08").days();
    let mut out = [9; 3];
    bulk::working_days_after(&calendar, &[i32::MIN, day, day], 2, Validity::bitmap(&[0b110], 0), &mut out).unwrap();
    assert_eq!(out, [0, date("2026-01-10").days(), date("2026-01-10").days()]);
    let start = at("2026-01-08T08:00:00").micros();
    let mut out = [9; 3];
    let valid = Validity::bitmap(&[0b10100], 2);
    bulk::add_working(&calendar, &[start, i64::MAX, start], hours(4), valid, &mut out).unwrap();
    let noon = at("2026-01-08T12:00:00").micros();
    assert_eq!(out, [noon, 0, noon]);
    bulk::elapsed(&calendar, &[start, i64::MIN, start], &[noon, i64::MAX, start], valid, &mut out).unwrap();
    assert_eq!(out, [4 * 3_600, 0, 0]);
}

#[test]
fn a_row_without_an_answer_is_named() {
    let calendar = vietnam().unwrap();
    let mut out = [0; 3];
    let start = at("2026-01-08T08:00:00").micros();
    let far = at("2199-12-31T17:00:00").micros();
    let error = bulk::add_working(&calendar, &[start, far, i64::MAX], hours(4), Validity::ALL, &mut out).unwrap_err();
    assert_eq!((error.code(), error.place().line), (Code::OutsideCalendar, Some(2)));
    let error = bulk::elapsed(&calendar, &[start], &[], Validity::ALL, &mut []).unwrap_err();
    assert_eq!(error.code(), Code::UnequalColumns);
}

#[test]
fn later_notices_do_not_rewrite_promises() {
    let calendar = vietnam().unwrap();
    let before = calendar.as_known(Some(at("2025-12-24T23:59:59")));
    let after = calendar.as_known(Some(at("2025-12-25T00:00:00")));
    let start = date("2026-01-08");
    assert_eq!(before.working_day_after(start, 2).unwrap(), date("2026-01-12"));
    assert_eq!(after.working_day_after(start, 2).unwrap(), date("2026-01-10"));
    assert!(before.is_working_day(date("2026-01-02")) && !after.is_working_day(date("2026-01-02")));
    assert!(before.day(start).provisional && !calendar.day(start).provisional);
    // 24 November was not yet a holiday.
    assert!(before.is_working_day(date("2026-11-24")) && !calendar.is_working_day(date("2026-11-24")));
    // Before any notice only the rule applies, in every year.
    let oldest = calendar.as_known(Some(at("2000-01-01T00:00:00")));
    assert!(!oldest.is_working_day(date("2026-02-18")) && oldest.is_working_day(date("2026-01-02")));
    assert_eq!(calendar.as_known(None).day(start), calendar.day(start));
}

#[test]
fn the_leap_month_of_2017_is_there() {
    assert_eq!(lunar::leap_month(2017).unwrap(), Some(6));
    assert_eq!(LunarDate::of(date("2017-08-22")).unwrap(), LunarDate { year: 2017, month: 7, leap: false, day: 1 });
    assert!(!vietnam().unwrap().is_working_day(date("2017-04-06")));
}

#[test]
fn night_shifts_are_two_shifts() {
    let refused = parse_json(br#"{"weeks": [{"days": {"mon": ["22:00-06:00"]}}]}"#).unwrap();
    let faults = Calendar::read(&refused).unwrap_err();
    let fault = faults.iter().next().unwrap();
    assert_eq!(fault.code(), Code::BadShift);
    assert_eq!(fault.place().pointer.as_deref(), Some("/weeks/0/days/mon/0"));
    let split = read(r#"{"weeks": [{"days": {"mon": ["22:00-24:00"], "tue": ["00:00-06:00"]}}]}"#);
    assert_eq!(split.add_working(at("2026-01-05T21:00:00"), hours(8)).unwrap(), at("2026-01-06T06:00:00"));
}
