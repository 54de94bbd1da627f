//! Reminders.

use super::*;
use crate::base::ids::{CaseId, OfficerId};

fn plan(text: &str) -> ReminderPlan {
    crate::base::shape::read(&crate::base::value::parse_json(text.as_bytes()).unwrap()).unwrap()
}

fn found(due: &Due, plan: &ReminderPlan, from: &str, to: &str) -> Vec<String> {
    let item = ReminderItem {
        case_id: CaseId::from("c1"),
        due,
        holder: Some(OfficerId::from("o17")),
        supervisor: Some(OfficerId::from("o2")),
    };
    let found = reminders(office(), &[item], plan, at(from), at(to)).unwrap();
    let line = |it: &Reminder| format!("{} {} {}", it.at, it.occasion, it.officer.as_ref().unwrap());
    found.iter().map(line).collect()
}

#[test]
fn before_at_and_after_the_due() {
    let due = office().due(at("2026-03-04 10:00"), &limit("2 ngày làm việc")).unwrap();
    let plan = plan(r#"{"before": ["1 ngày", "4 giờ"], "every_days": 2, "at_most": 2}"#);
    assert_eq!(
        found(&due, &plan, "2026-03-01 00:00", "2026-04-01 00:00"),
        [
            "2026-03-05T08:00:00+07:00 before o17",
            "2026-03-06T13:30:00+07:00 before o17",
            // At the close of that Friday, not on Monday morning.
            "2026-03-06T17:30:00+07:00 due o17",
            "2026-03-10T08:00:00+07:00 overdue o17",
            "2026-03-10T08:00:00+07:00 overdue o2",
            "2026-03-12T08:00:00+07:00 overdue o17",
            "2026-03-12T08:00:00+07:00 overdue o2",
        ]
    );
    assert_eq!(found(&due, &plan, "2026-03-06 13:30", "2026-03-06 17:30"), ["2026-03-06T13:30:00+07:00 before o17"]);
}

#[test]
fn outside_hours_they_wait_for_the_next_shift() {
    let due = office().due(at("2026-03-06 20:00"), &limit("24 giờ liên tục")).unwrap();
    let plan = plan("{}");
    assert_eq!(found(&due, &plan, "2026-03-01 00:00", "2026-04-01 00:00"), ["2026-03-09T08:00:00+07:00 due o17"]);
    let plan = ReminderPlan { within_hours: false, ..plan };
    assert_eq!(found(&due, &plan, "2026-03-01 00:00", "2026-04-01 00:00"), ["2026-03-07T20:00:00+07:00 due o17"]);
}

#[test]
fn there_are_no_reminders_while_suspended() {
    let stamp = |text: &str| office().zone().stamp(at(text));
    let promise = Promise::from(limit("2 ngày làm việc"));
    let acts = [ClockAct::new(ClockActKind::Suspend, stamp("2026-03-05 10:00"))];
    let due = due(office(), &promise, at("2026-03-04 10:00"), &acts, &DueOptions::default()).unwrap();
    let plan = plan(r#"{"before": ["1 ngày"], "every_days": 1}"#);
    assert_eq!(found(&due, &plan, "2026-03-01 00:00", "2026-04-01 00:00"), ["2026-03-05T08:00:00+07:00 before o17"]);
}
