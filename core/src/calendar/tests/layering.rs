//! Layers, rules and the faults of both.

use super::super::*;
use super::date;
use crate::base::error::{Faults, Place};
use crate::base::ids::CalendarId;
use crate::base::text::Text;
use crate::base::value::parse_json;
use indexmap::IndexMap;

pub(super) fn all(json: &str) -> Result<Calendars, Faults> {
    let node = parse_json(json.as_bytes()).unwrap();
    let specs = crate::base::shape::read::<IndexMap<CalendarId, CalendarSpec>>(&node)?;
    let specs: Vec<_> = specs
        .into_iter()
        .map(|(id, spec)| {
            let place = Place::pointer(format!("/calendars/{id}"));
            (id, spec, place)
        })
        .collect();
    let mut faults = Faults::new();
    let calendars = compile(&specs, &mut faults);
    faults.into_result(Some(calendars))
}

pub(super) fn faults(json: &str) -> Vec<(&'static str, String)> {
    let faults = all(json).unwrap_err();
    faults.iter().map(|fault| (fault.code().as_str(), fault.place().pointer.clone().unwrap_or_default())).collect()
}

const NATION: &str = r#""nation": {
    "weeks": [{"days": {"mon-fri": ["08:00-12:00", "13:30-17:30"]}}],
    "holidays": [
        {"id": "first", "title": "First", "date": "01-01"},
        {"id": "culture", "date": "11-24", "in_force": {"from": "2026-01-01"}}],
    "closed": [{"date": "2026-01-02"}],
    "working": [{"date": "2026-01-10", "like": "fri"}]}"#;

fn above(layer: &str) -> Calendar {
    all(&format!("{{{NATION}, \"top\": {layer}}}")).unwrap().get("top").unwrap().clone()
}

#[test]
fn a_layer_inherits_what_it_does_not_say() {
    let top = above(r#"{"base": "nation", "closed": [{"date": "2026-03-26", "note": "Anniversary"}]}"#);
    assert!(!top.is_working_day(date("2026-01-02")) && top.is_working_day(date("2026-01-10")));
    assert_eq!(top.day(date("2026-03-26")).reasons[0].text, Text::same("Anniversary"));
    assert_eq!(top.day(date("2026-11-24")).reasons[0].code, DayReasonCode::Holiday);
    assert!(top.is_working_day(date("2025-11-24")));
}

#[test]
fn a_rule_of_the_base_is_switched_off_or_replaced() {
    let off = above(r#"{"base": "nation", "holidays": [{"id": "culture", "observed": false}]}"#);
    assert!(off.is_working_day(date("2026-11-24")));
    let moved = above(r#"{"base": "nation", "holidays": [{"id": "culture", "date": "11-25"}]}"#);
    assert!(moved.is_working_day(date("2026-11-24")) && !moved.is_working_day(date("2026-11-25")));
}

#[test]
fn the_upper_layer_has_the_last_word_on_a_day() {
    let open = above(r#"{"base": "nation", "working": [{"date": "2026-01-01", "hours": ["08:00-10:00"]}]}"#);
    let day = open.day(date("2026-01-01"));
    assert_eq!((day.working, day.reasons[0].code), (true, DayReasonCode::SpecialHours));
    let shut = above(r#"{"base": "nation", "closed": [{"date": "2026-01-05", "to": "2026-01-10"}]}"#);
    assert!(!shut.is_working_day(date("2026-01-10")) && !shut.is_working_day(date("2026-01-05")));
}

#[test]
fn compensation_follows_the_rest_days_of_the_unit() {
    // 1 January 2022 was a Saturday: a rest day of the nation, a working day of this unit.
    let nation = above(r#"{"base": "nation"}"#);
    assert_eq!(nation.day(date("2022-01-03")).reasons[0].code, DayReasonCode::Compensation);
    let unit = above(r#"{"base": "nation", "weeks": [{"days": {"mon-sat": ["07:00-11:00"]}}]}"#);
    assert_eq!(unit.day(date("2022-01-01")).reasons[0].code, DayReasonCode::Holiday);
    assert!(unit.is_working_day(date("2022-01-03")));
}

#[test]
fn make_up_days_may_be_left_out() {
    let legal = above(r#"{"base": "nation", "make_up_days": false}"#);
    assert!(!legal.is_working_day(date("2026-01-10")) && !legal.is_working_day(date("2026-01-02")));
    // Civil Code art. 148.5: ten days from 31 December 2025 end on that Saturday, or roll to Monday.
    assert_eq!(legal.roll_forward(date("2026-01-10")).unwrap(), date("2026-01-12"));
}

#[test]
fn seasons_and_later_rows() {
    let top = above(
        r#"{"base": "nation", "weeks": [
            {"from": "2026-01-01", "days": {"mon-fri": ["08:00-12:00"]}},
            {"from": "2026-01-01", "season": {"from": "04-16", "to": "10-15"}, "days": {"mon-fri": ["07:00-11:00"]}},
            {"from": "2030-01-01", "season": {"from": "12-01", "to": "02-15"}, "days": {"mon-fri": ["09:00-11:00"]}}]}"#,
    );
    let opens = |text: &str| top.day(date(text)).shifts[0].to_string();
    assert_eq!(opens("2025-12-31"), "08:00-12:00");
    assert_eq!(top.day(date("2025-12-31")).shifts.len(), 2);
    assert_eq!(opens("2026-04-15"), "08:00-12:00");
    assert_eq!(opens("2026-04-16"), "07:00-11:00");
    assert_eq!(opens("2026-10-15"), "07:00-11:00");
    assert_eq!(opens("2026-10-16"), "08:00-12:00");
    assert_eq!(opens("2031-01-02"), "09:00-11:00");
    assert_eq!(opens("2031-02-17"), "08:00-12:00");
}

#[test]
fn anchors_of_every_kind() {
    let top = above(
        r#"{"base": "nation", "holidays": [
            {"id": "memorial", "weekday": {"month": 5, "nth": -1, "day": "mon"}},
            {"id": "thanks", "weekday": {"month": 11, "nth": 4, "day": "thu"}, "days": 2},
            {"id": "fifth", "weekday": {"month": 6, "nth": 5, "day": "mon"}},
            {"id": "leap", "date": "02-29", "compensate": false},
            {"id": "moon", "lunar": "08-15", "notices": [{"year": 2026, "start": -1, "days": 2}]}]}"#,
    );
    let off = |text: &str| !top.is_working_day(date(text));
    assert!(off("2026-05-25") && !off("2026-05-18") && off("2026-11-26") && off("2026-11-27") && !off("2026-11-19"));
    // June 2026 has five Mondays, June 2027 four.
    assert!(off("2026-06-29") && !off("2027-06-28"));
    assert!(off("2028-02-29") && !off("2027-03-01") && !off("2026-02-27"));
    assert!(off("2026-09-24") && off("2026-09-25") && off("2027-09-15") && !off("2027-09-14"));
    // 29 February 2048 is a Saturday, and is not compensated.
    assert!(!off("2048-03-02"));
}

#[test]
fn adjacent_holidays_on_rest_days_push_to_two_days() {
    let vietnam = vietnam().unwrap();
    for (day, code) in [("2022-05-02", "compensation"), ("2022-05-03", "compensation"), ("2022-05-04", "")] {
        let reasons = vietnam.day(date(day)).reasons;
        assert_eq!(reasons.first().map_or("", |reason| reason.code.as_str()), code, "{day}");
    }
    assert_eq!(vietnam.day(date("2022-05-02")).reasons[0].text.vi, "Nghỉ bù Ngày Chiến thắng 30/4 (30/04/2022)");
}

#[test]
fn every_fault_of_the_rows() {
    let found = faults(
        r#"{"a": {
            "holidays": [{"id": "x"}, {"id": "y", "date": "01-01", "lunar": "01-01"}, {"id": "z", "observed": false}],
            "weeks": [{"from": "2026-02-01", "to": "2026-01-01", "days": {}}],
            "closed": [{"date": "2026-02-01", "to": "2026-01-01"}, {"date": "2026-03-01", "to": "2026-03-09"}],
            "working": [{"date": "2026-03-05", "like": "fri"}, {"date": "2026-03-05", "like": "fri"},
                {"date": "2026-04-01"}, {"date": "2026-04-02", "like": "fri", "hours": ["08:00-12:00"]},
                {"date": "2026-04-03", "hours": []}]}}"#,
    );
    assert_eq!(
        found.iter().map(|(code, place)| (*code, place.as_str())).collect::<Vec<_>>(),
        [
            ("holiday_anchor", "/calendars/a/holidays/0"),
            ("holiday_anchor", "/calendars/a/holidays/1"),
            ("dates_reversed", "/calendars/a/closed/0"),
            ("dates_reversed", "/calendars/a/weeks/0"),
            ("day_twice", "/calendars/a/working/1"),
            ("hours_or_like", "/calendars/a/working/2"),
            ("hours_or_like", "/calendars/a/working/3"),
            ("hours_or_like", "/calendars/a/working/4"),
            ("closed_and_working", "/calendars/a/closed/1"),
        ]
    );
}

#[test]
fn every_fault_of_the_shapes() {
    let found = faults(
        r#"{"a": {
            "zone": {"first": "+01:00", "changes": [{"at": "2026-03-29T01:00:00", "offset": "2"}]},
            "weeks": [{"days": {"mon-fri": ["08:00-12:00", "11:00-13:00"], "mo": [], "wed": ["8:00-9:00"],
                "fri-mon": ["08:00-08:00", "00:00-24:01"], "tue": []}}],
            "holidays": [{"id": "x", "date": "13-01", "start": {"mon": 99}}]}}"#,
    );
    let codes: Vec<_> = found.iter().map(|(code, _)| *code).collect();
    assert_eq!(
        codes,
        [
            "no_zone",
            "bad_zone",
            "shifts_overlap",
            "unknown_term",
            "bad_shift",
            "bad_shift",
            "bad_shift",
            "dates_reversed",
            "bad_month_day",
            "out_of_range",
            "missing_field",
            "missing_field",
            "missing_field",
            "missing_field",
            "missing_field",
            "missing_field",
        ]
    );
    assert_eq!(
        faults(r#"{"a": {"weeks": [{"days": {"mon-fri": [], "tue": [], "sun-mon": []}}]}}"#),
        [("day_twice", "/a/weeks/0/days/tue".to_owned()), ("dates_reversed", "/a/weeks/0/days/sun-mon".to_owned()),]
    );
}

#[test]
fn bases_that_lead_nowhere() {
    let found = faults(r#"{"nation": {}, "b": {"base": "natoin"}, "c": {"base": "b"}, "d": {"base": "d"}}"#);
    assert_eq!(
        found,
        [("unknown_reference", "/calendars/b/base".to_owned()), ("base_cycle", "/calendars/d/base".to_owned()),]
    );
    let error = all(r#"{"nation": {}, "b": {"base": "natoin"}}"#).unwrap_err();
    assert_eq!(error.iter().next().unwrap().help().unwrap().en, "did you mean `nation`?");
    let cycle = all(r#"{"a": {"base": "b"}, "b": {"base": "a"}}"#).unwrap_err();
    assert_eq!(cycle.count(), 2);
}

#[test]
fn what_is_read_is_written_back() {
    let text = include_str!("../../../rulebooks/vn-calendar.yaml");
    let node = crate::base::value::parse_yaml(text).unwrap();
    let spec: CalendarSpec = crate::base::shape::read(node.at_pointer("/calendars/vn.calendar").unwrap()).unwrap();
    let once = crate::base::canon::canonical(&spec).unwrap();
    let again: CalendarSpec = crate::base::shape::read(&parse_json(once.as_bytes()).unwrap()).unwrap();
    assert_eq!(crate::base::canon::canonical(&again).unwrap(), once);
}
