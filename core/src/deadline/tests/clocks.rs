//! How acts on a clock move the due: examples computed by hand.

use super::*;
use ClockActKind::{Extend, ReAppoint, Restart, Resume, Stop, Suspend};

fn act(kind: ClockActKind, when: &str) -> ClockAct {
    ClockAct::new(kind, office().zone().stamp(at(when)))
}

fn suspended(from: &str, to: &str) -> [ClockAct; 2] {
    [act(Suspend, from), act(Resume, to)]
}

fn answer(start: &str, text: &str, acts: &[ClockAct]) -> Due {
    due(office(), &Promise::from(limit(text)), at(start), acts, &DueOptions::default()).unwrap()
}

#[test]
fn hours_move_by_the_working_time_suspended() {
    // Friday 10:00 + 8 hours = Monday 10:00; suspended from Friday 16:00 to Monday 9:00, 2.5 working hours.
    let due = answer("2026-03-06 10:00", "8 giờ làm việc", &suspended("2026-03-06 16:00", "2026-03-09 09:00"));
    assert_eq!(due.due.to_string(), "2026-03-09T14:00:00+07:00");
    // Lunch is not working time.
    let due = answer("2026-03-09 08:00", "8 giờ làm việc", &suspended("2026-03-09 12:00", "2026-03-09 13:30"));
    assert_eq!(due.due.to_string(), "2026-03-09T17:30:00+07:00");
}

#[test]
fn working_days_keep_what_was_left() {
    let last =
        |from: &str, to: &str| answer("2026-03-02 10:00", "5 ngày làm việc", &suspended(from, to)).last_day.to_string();
    // Due on Monday 9 March. From Wednesday 4 March, three days are left: 5, 6 and 9.
    assert_eq!(last("2026-03-04 09:00", "2026-03-11 09:00"), "2026-03-16");
    // On one day: nothing moves.
    assert_eq!(last("2026-03-04 08:00", "2026-03-04 17:00"), "2026-03-09");
    // On the last day none is left: the day of the resume, or the next working day.
    assert_eq!(last("2026-03-09 09:00", "2026-03-11 09:00"), "2026-03-11");
    assert_eq!(last("2026-03-09 09:00", "2026-03-14 09:00"), "2026-03-16");
    // After the due nothing moves any more.
    assert_eq!(last("2026-03-09 17:31", "2026-03-20 09:00"), "2026-03-09");
}

#[test]
fn never_due_before_the_resume() {
    let due = answer("2026-03-02 10:00", "5 ngày làm việc", &suspended("2026-03-09 09:00", "2026-03-11 19:00"));
    assert_eq!(due.due.to_string(), "2026-03-11T19:00:00+07:00");
    assert_eq!(due.legal_end.to_string(), "2026-03-12T00:00:00+07:00");
}

#[test]
fn nothing_left_to_work_is_due_with_the_resume() {
    // All four hours were worked by noon; suspended at that very instant, resumed on a Saturday.
    let due = answer("2026-03-06 08:00", "4 giờ làm việc", &suspended("2026-03-06 12:00", "2026-03-07 10:00"));
    assert_eq!(due.due.to_string(), "2026-03-07T10:00:00+07:00");
}

#[test]
fn calendar_limits_move_the_day_they_name_and_then_roll() {
    let last = |from: &str, to: &str| answer("2026-03-02 10:00", "30 ngày", &suspended(from, to)).last_day.to_string();
    // Wednesday 1 April, and three days more: Saturday 4 April.
    assert_eq!(last("2026-03-10 09:00", "2026-03-13 09:00"), "2026-04-06");
    // 1 month from 31 January names 28 February; 5 days more are 5 March.
    let due = answer("2026-01-31 10:00", "1 tháng", &suspended("2026-02-02 09:00", "2026-02-07 09:00"));
    assert_eq!(due.last_day, date("2026-03-05"));
    // Suspended on the Monday to which Saturday had rolled: never before the resume.
    let due = answer("2026-01-31 10:00", "1 tháng", &suspended("2026-03-02 09:00", "2026-03-04 09:00"));
    assert_eq!(due.last_day, date("2026-03-04"));
}

#[test]
fn each_of_several_limits_moves_before_one_is_chosen() {
    let text = "sớm nhất trong (5 ngày làm việc; 8 ngày)";
    // Monday 9 March against Tuesday 10 March.
    assert_eq!(answer("2026-03-02 10:00", text, &[]).last_day, date("2026-03-09"));
    // Suspended over a weekend: the working day moves to 11 March, the calendar days to 13 March.
    let due = answer("2026-03-02 10:00", text, &suspended("2026-03-06 09:00", "2026-03-10 09:00"));
    assert_eq!(due.last_day, date("2026-03-11"));
    assert_eq!(due.statutory.unwrap().limit.to_string(), text);
}

#[test]
fn the_same_day_is_that_of_the_resume() {
    let text = "trong ngày, nhận đến 15:00";
    let last = |to: &str| answer("2026-03-11 10:00", text, &suspended("2026-03-11 11:00", to)).last_day.to_string();
    assert_eq!(last("2026-03-13 15:00"), "2026-03-13");
    assert_eq!(last("2026-03-13 15:01"), "2026-03-16");
}

#[test]
fn restart_gives_the_full_limit_again() {
    let mut acts = suspended("2026-03-03 09:00", "2026-03-05 09:00").to_vec();
    acts.push(act(Restart, "2026-03-10 14:00"));
    let due = answer("2026-03-02 10:00", "5 ngày làm việc", &acts);
    assert_eq!(due.last_day, date("2026-03-17"));
    assert_eq!(due.start.to_string(), "2026-03-10T14:00:00+07:00");
    assert_eq!(due.suspended.len(), 1);
}

#[test]
fn an_extension_judges_and_a_new_date_does_not() {
    let mut extend = act(Extend, "2026-03-05 09:00");
    extend.by = Some(limit("5 ngày làm việc"));
    assert_eq!(answer("2026-03-02 10:00", "5 ngày làm việc", &[extend.clone()]).last_day, date("2026-03-16"));
    extend.by = None;
    extend.until = Some(When::Date(date("2026-03-20")));
    assert_eq!(
        answer("2026-03-02 10:00", "5 ngày làm việc", &[extend.clone()]).due.to_string(),
        "2026-03-20T17:30:00+07:00"
    );
    let again = ClockAct { kind: ReAppoint, ..extend.clone() };
    let due = answer("2026-03-02 10:00", "5 ngày làm việc", &[again]);
    assert_eq!(due.last_day, date("2026-03-09"));
    assert_eq!(due.reappointed.unwrap().to_string(), "2026-03-20T17:30:00+07:00");
    assert_eq!(due.outcome(at("2026-03-10 09:00"), None), Outcome::Late);
    extend.until = None;
    let nothing = super::due(
        office(),
        &Promise::from(limit("1 ngày")),
        at("2026-03-02 10:00"),
        &[extend],
        &DueOptions::default(),
    );
    assert_eq!(nothing.unwrap_err().code(), crate::Code::ExtendByWhat);
}

#[test]
fn stopped_is_never_late() {
    let due = answer("2026-03-02 10:00", "5 ngày làm việc", &[act(Stop, "2026-03-20 09:00")]);
    assert_eq!(due.outcome(at("2026-03-20 09:00"), None), Outcome::Stopped);
    assert_eq!(due.late_statutory(at("2026-03-20 09:00")), None);
    assert_eq!(due.colour(at("2026-03-21 09:00")), Colour::Grey);
    assert_eq!(due.next_change(at("2026-03-21 09:00")), None);
}

#[test]
fn a_pause_outlives_a_change_of_the_limit() {
    // The same acts under the new limit: the three days suspended are still there.
    let acts = suspended("2026-03-03 09:00", "2026-03-06 09:00");
    assert_eq!(answer("2026-03-02 10:00", "3 ngày làm việc", &acts).last_day, date("2026-03-10"));
    assert_eq!(answer("2026-03-02 10:00", "5 ngày làm việc", &acts).last_day, date("2026-03-12"));
}

#[test]
fn retroactive_acts_count_from_when_they_took_effect() {
    let mut acts = suspended("2026-03-03 09:00", "2026-03-06 09:00").to_vec();
    for act in &mut acts {
        act.recorded_at = Some(office().zone().stamp(at("2026-03-08 10:00")));
    }
    let last = |entered_by: Option<Instant>| {
        let options = DueOptions { entered_by, ..DueOptions::default() };
        due(office(), &Promise::from(limit("3 ngày làm việc")), at("2026-03-02 10:00"), &acts, &options)
            .unwrap()
            .last_day
    };
    assert_eq!(last(Some(at("2026-03-07 10:00"))), date("2026-03-05"));
    assert_eq!(last(Some(at("2026-03-08 10:00"))), date("2026-03-10"));
}

#[test]
fn several_clocks_on_one_case() {
    let mut acts = suspended("2026-03-03 09:00", "2026-03-06 09:00").to_vec();
    acts.iter_mut().for_each(|act| act.clock = Some("opinion".to_owned()));
    let last = |clock: Option<&str>| {
        let options = DueOptions { clock, ..DueOptions::default() };
        due(office(), &Promise::from(limit("3 ngày làm việc")), at("2026-03-02 10:00"), &acts, &options)
            .unwrap()
            .last_day
    };
    assert_eq!(last(None), date("2026-03-05"));
    assert_eq!(last(Some("opinion")), date("2026-03-10"));
}

#[test]
fn colours_of_a_day() {
    let yellow = Yellow { working_days: Some(1), working_hours: None, share: None };
    let promise = Promise { yellow, ..Promise::from(limit("3 ngày làm việc")) };
    let acts = suspended("2026-03-03 09:00", "2026-03-04 09:00");
    // Due on Friday 6 March; yellow from the close of Thursday.
    let due = due(office(), &promise, at("2026-03-02 10:00"), &acts, &DueOptions::default()).unwrap();
    assert_eq!(due.last_day, date("2026-03-06"));
    let mut now = at("2026-03-02 10:00");
    let mut story = vec![due.colour(now).to_string()];
    while let Some(change) = due.next_change(now) {
        now = change.at;
        story.push(format!("{} {}", &change.to_string()[8..19], due.colour(now)));
    }
    assert_eq!(story, ["green", "03T09:00:00 grey", "04T09:00:00 green", "05T17:30:00 yellow", "06T17:30:01 red"]);
}

#[test]
fn a_share_of_the_limit() {
    let from = |text: &str, acts: &[ClockAct]| {
        let yellow = Yellow { working_days: None, working_hours: None, share: Some(75) };
        let promise = Promise { yellow, ..Promise::from(limit(text)) };
        due(office(), &promise, at("2026-03-02 08:00"), acts, &DueOptions::default())
            .unwrap()
            .yellow_from
            .unwrap()
            .to_string()
    };
    // 12 of 16 working hours; 21 of 28 days, to 17:30 on the last.
    assert_eq!(from("16 giờ làm việc", &[]), "2026-03-03T12:00:00+07:00");
    assert_eq!(from("28 ngày", &[]), "2026-03-23T15:07:30+07:00");
    // Suspensions do not count in either.
    assert_eq!(
        from("16 giờ làm việc", &suspended("2026-03-02 13:30", "2026-03-03 13:30")),
        "2026-03-04T12:00:00+07:00"
    );
}

#[test]
fn finished_while_suspended_is_not_late() {
    // Suspended on Thursday 5 March, due on Monday 9 March, finished on the 20th without a resume.
    let due = answer("2026-03-02 10:00", "5 ngày làm việc", &[act(Suspend, "2026-03-05 09:00")]);
    assert_eq!(due.outcome(at("2026-03-20 09:00"), None), Outcome::OnTime);
    assert_eq!(due.late_statutory(at("2026-03-20 09:00")), Some(false));
    // Suspended only after it was already late.
    let due = answer("2026-03-02 10:00", "5 ngày làm việc", &[act(Suspend, "2026-03-10 09:00")]);
    assert_eq!(due.outcome(at("2026-03-20 09:00"), None), Outcome::Late);
}
