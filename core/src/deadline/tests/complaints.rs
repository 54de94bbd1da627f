//! Bugs that people reported elsewhere, one test each.

use super::*;
use crate::base::time::Seconds;

fn end(start: &str, text: &str) -> String {
    office().due(at(start), &limit(text)).unwrap().due.to_string()
}

fn refused(text: &str) -> Code {
    Limit::parse(text).unwrap_err().code()
}

#[test]
fn a_day_on_a_business_calendar_is_not_24_working_hours() {
    assert_eq!(limit("P1D"), limit("1 ngày"));
    assert_ne!(limit("P1D"), limit("PT24H"));
    assert_eq!(end("2026-03-04 10:00", "P1D"), "2026-03-05T17:30:00+07:00");
    assert_eq!(end("2026-03-04 10:00", "PT24H"), "2026-03-09T10:00:00+07:00");
    assert_eq!(refused("P1DT2H"), Code::BadLimit);
}

#[test]
fn the_timer_does_not_run_through_lunch() {
    assert_eq!(end("2026-03-04 11:00", "2 giờ làm việc"), "2026-03-04T14:30:00+07:00");
}

#[test]
fn a_ticket_opened_outside_hours_begins_with_the_next_shift() {
    for start in ["2026-03-04 12:30", "2026-03-04 13:30"] {
        assert_eq!(end(start, "1 giờ làm việc"), "2026-03-04T14:30:00+07:00");
    }
    for start in ["2026-03-06 18:00", "2026-03-07 09:00", "2026-03-08 23:59", "2026-03-09 06:00"] {
        assert_eq!(end(start, "1 giờ làm việc"), "2026-03-09T09:00:00+07:00");
    }
}

#[test]
fn full_days_cost_no_extra_minute() {
    let start = at("2026-03-02 08:00");
    let due = office().due(start, &limit("400 giờ làm việc")).unwrap();
    assert_eq!(office().elapsed(start, due.due.at), Seconds(400 * 3600));
    assert_eq!(office().date_of(due.due.at), date("2026-05-13"));
}

#[test]
fn half_days_are_known() {
    let node = br#"{"weeks": [{"days": {"mon-thu": ["08:00-12:00", "13:30-17:30"], "fri": ["08:00-12:00"]}}]}"#;
    let calendar = Calendar::read(&crate::base::value::parse_json(node).unwrap()).unwrap();
    let due = calendar.due(at("2026-03-05 16:30"), &limit("1 ngày làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-03-06T12:00:00+07:00");
    let due = calendar.due(at("2026-03-06 10:00"), &limit("4 giờ làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-03-09T10:00:00+07:00");
}

#[test]
fn a_shift_may_close_at_24_hours() {
    let node = br#"{"weeks": [{"days": {"mon-sun": ["00:00-24:00"]}}]}"#;
    let calendar = Calendar::read(&crate::base::value::parse_json(node).unwrap()).unwrap();
    let due = calendar.due(at("2026-03-05 16:30"), &limit("1 ngày làm việc")).unwrap();
    assert_eq!((due.last_day, due.due), (date("2026-03-06"), due.legal_end));
    assert_eq!(calendar.due(at("2026-03-05 16:30"), &limit("24 giờ làm việc")).unwrap().due.at, at("2026-03-06 16:30"));
}

#[test]
fn a_calendar_that_never_opens_answers_with_an_error() {
    let node = br#"{"weeks": [{"days": {}}]}"#;
    let calendar = Calendar::read(&crate::base::value::parse_json(node).unwrap()).unwrap();
    for text in ["1 giờ làm việc", "1 ngày làm việc", "1 ngày", "1 tháng", "trong ngày", "0,5 ngày làm việc"]
    {
        let start = at("2026-03-05 16:30");
        assert_eq!(calendar.due(start, &limit(text)).unwrap_err().code(), Code::NoWorkingTime, "{text}");
        assert!(calendar.latest_start(start, &limit(text)).is_err(), "{text}");
    }
}

#[test]
fn amounts_that_are_none_are_refused() {
    for text in ["0 ngày", "-3 ngày làm việc", "-0,5 ngày làm việc", "-P1D", "PT0S", "P0D", "0 giờ làm việc"]
    {
        assert_eq!(refused(text), Code::LimitNotPositive, "{text}");
    }
    assert_eq!(refused("1,5 ngày"), Code::HalfOfWhat);
    assert_eq!(refused("0,3 ngày làm việc"), Code::HalfOfWhat);
    assert_eq!(refused("999999999999 ngày"), Code::OutOfRange);
    assert_eq!(refused("99999999999999999999 ngày"), Code::BadLimit);
}

#[test]
fn hours_say_which_hours() {
    assert_eq!(refused("8 giờ"), Code::LimitUnsaid);
    assert_eq!(refused("8 hours"), Code::LimitUnsaid);
    let text = Limit::parse("8 giờ").unwrap_err();
    assert!(text.help().unwrap().vi.contains("giờ liên tục"));
    // In a budget there is no other time than working time.
    assert_eq!(Budget::parse("8 giờ").unwrap(), Budget::parse("8 giờ làm việc").unwrap());
    assert_eq!(Budget::parse("2,5 ngày").unwrap().seconds(Seconds(28_800)), Seconds(72_000));
    assert_eq!(Budget::parse("1 tháng").unwrap_err().code(), Code::NotABudget);
}

#[test]
fn seconds_are_kept() {
    let start = Instant::parse("2026-03-04T09:15:27+07:00").unwrap();
    let due = office().due(start, &limit("8 giờ làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-03-05T09:15:27+07:00");
    assert_eq!(due.text.vi, "09:15:27 thứ Năm, ngày 05/03/2026");
    let start = Instant::parse("2026-03-04T09:15:27.25+07:00").unwrap();
    let due = office().due(start, &limit("8 giờ làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-03-05T09:15:27.25+07:00");
}

#[test]
fn a_start_on_a_day_off_does_not_count_twice() {
    for start in ["2026-03-06 10:00", "2026-03-07 10:00", "2026-03-08 10:00"] {
        assert_eq!(end(start, "3 ngày làm việc"), "2026-03-11T17:30:00+07:00");
    }
}

#[test]
fn the_limit_ends_with_the_shift_and_not_with_the_next_opening() {
    assert_eq!(end("2026-03-06 08:00", "8 giờ làm việc"), "2026-03-06T17:30:00+07:00");
    assert_eq!(end("2026-03-06 08:00", "4 giờ làm việc"), "2026-03-06T12:00:00+07:00");
}

#[test]
fn daylight_saving_changes_no_working_time() {
    // Berlin lost an hour in the night to Sunday 29 March 2026.
    let node = br#"{"zone": {"first": "+01:00", "changes": [{"at": "2026-03-29T01:00:00Z", "offset": "+02:00"}]},
        "weeks": [{"days": {"mon-fri": ["08:00-12:00", "13:30-17:30"]}}]}"#;
    let calendar = Calendar::read(&crate::base::value::parse_json(node).unwrap()).unwrap();
    let start = Instant::parse("2026-03-27T16:30:00+01:00").unwrap();
    let due = calendar.due(start, &limit("2 giờ làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-03-30T09:00:00+02:00");
    let due = calendar.due(start, &limit("1 ngày làm việc")).unwrap();
    assert_eq!(due.due.to_string(), "2026-03-30T17:30:00+02:00");
    let due = calendar.due(start, &limit("48 giờ liên tục")).unwrap();
    assert_eq!(due.due.to_string(), "2026-03-29T17:30:00+02:00");
}

#[test]
fn an_edited_calendar_leaves_old_promises_alone() {
    let options = DueOptions { known_at: Some(at("2025-12-20 10:00")), ..DueOptions::default() };
    let promise = Promise::from(limit("10 ngày làm việc"));
    let before = due(office(), &promise, at("2025-12-20 10:00"), &[], &options).unwrap();
    let now = due(office(), &promise, at("2025-12-20 10:00"), &[], &DueOptions::default()).unwrap();
    assert_eq!((before.last_day, now.last_day), (date("2026-01-05"), date("2026-01-06")));
    assert!(before.provisional && !now.provisional);
}

#[test]
fn a_date_without_a_time_is_not_midnight() {
    let due = office().due(at("2026-03-04 10:00"), &limit("2 ngày làm việc")).unwrap();
    let on = |day: &str| due.outcome_when(office(), When::Date(date(day)), None);
    assert_eq!(on("2026-03-05"), Outcome::Early);
    assert_eq!(on("2026-03-06"), Outcome::Undetermined);
    assert_eq!(on("2026-03-07"), Outcome::Late);
    // To the end of the day by law, the day alone decides.
    let promise = Promise { ends: Ends::Legal, ..Promise::from(limit("2 ngày làm việc")) };
    let due = super::due(office(), &promise, at("2026-03-04 10:00"), &[], &DueOptions::default()).unwrap();
    assert_eq!(due.outcome_when(office(), When::Date(date("2026-03-06")), None), Outcome::OnTime);
}

#[test]
fn each_day_that_was_skipped_is_named_with_its_source() {
    let due = office().due(at("2026-04-24 10:00"), &limit("3 ngày làm việc")).unwrap();
    let skipped: Vec<_> = due.because.iter().filter(|step| step.code == BecauseCode::Skipped).collect();
    let span = |step: &Because| format!("{}..{}", step.before.unwrap(), step.after.unwrap());
    let spans: Vec<_> = skipped.iter().map(|step| span(step)).collect();
    assert_eq!(
        spans,
        [
            "2026-04-25..2026-04-25",
            // Hung Kings on a Sunday, and the Monday that makes up for it.
            "2026-04-26..2026-04-26",
            "2026-04-27..2026-04-27",
            "2026-04-30..2026-04-30",
            "2026-05-01..2026-05-01",
            "2026-05-02..2026-05-03"
        ]
    );
    assert!(skipped[1].source.is_some() && skipped[1].text.vi.contains("Giỗ Tổ"), "{:?}", skipped[1]);
    assert!(skipped[2].source.is_some(), "{:?}", skipped[2]);
}

#[test]
fn long_explanations_are_cut_and_say_so() {
    let due = office().due(at("2026-01-05 10:00"), &limit("2000 ngày làm việc")).unwrap();
    let mut skipped = due.because.iter().filter(|step| step.code == BecauseCode::Skipped);
    assert!(skipped.clone().count() <= 102);
    assert!(skipped.next_back().unwrap().text.vi.starts_with('…'));
    assert_eq!(due.because.last().unwrap().code, BecauseCode::End);
}

#[test]
fn nothing_is_due_before_it_came_in() {
    assert_eq!(end("2026-03-04 17:30", "trong ngày"), "2026-03-04T17:30:00+07:00");
    assert_eq!(end("2026-03-04 17:31", "trong ngày"), "2026-03-05T17:30:00+07:00");
}

#[test]
fn the_ends_of_time_are_errors() {
    for text in ["100000 ngày", "100000 tháng", "100000 năm", "100000 ngày làm việc"] {
        assert!(office().due(at("2026-03-04 10:00"), &limit(text)).is_err(), "{text}");
        let _ = office().latest_start(at("2026-03-04 10:00"), &limit(text));
    }
    let _ = office().due(Instant::MAX, &limit("1 ngày"));
    let _ = office().due(Instant::MIN, &limit("1 giờ làm việc"));
    let _ = office().due(Instant::MAX, &limit("100000 giờ liên tục"));
}
