//! iCalendar files, line by line as RFC 5545 requires.

use super::*;
use crate::base::ids::{CaseId, OfficerId};
use crate::base::text::Language;

fn file(case: &str, dues: DueEntry, language: Language, name: &str) -> String {
    let due = office().due(at("2026-01-08 09:00"), &limit("2 ngày làm việc")).unwrap();
    let item =
        ReminderItem { case_id: CaseId::from(case), due: &due, holder: Some(OfficerId::from("o17")), supervisor: None };
    let plan = r#"{"before": ["4 giờ"], "every_days": 1, "at_most": 1}"#;
    let plan = crate::base::shape::read(&crate::base::value::parse_json(plan.as_bytes()).unwrap()).unwrap();
    let items = [item];
    let found = reminders(office(), &items, &plan, Instant::MIN, Instant::MAX).unwrap();
    let options = FileOptions { name: Some(name), made_at: at("2026-01-08 09:30"), language, dues };
    calendar_file(office().zone(), &items, &found, &options).unwrap()
}

/// Lines with their folds removed.
fn lines(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_file_line_by_line() {
    let file = lines(&file("H-1", DueEntry::Event, Language::En, "Dues"));
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//namro//namro//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Dues",
        "BEGIN:VEVENT",
    ];
    assert_eq!(file[..7], expected);
    // Saturday 10 January 17:30 at UTC+7.
    assert!(file.contains(&"DTSTART:20260110T103000Z".to_owned()));
    assert_eq!(file.iter().filter(|line| *line == "DTSTAMP:20260108T023000Z").count(), 5);
    let summaries: Vec<_> = file.iter().filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
    assert_eq!(
        summaries,
        [
            "Due: H-1",
            "Case H-1 is due soon: 17:30 Saturday\\, 10 January 2026",
            "Case H-1 is due: 17:30 Saturday\\, 10 January 2026",
            "Case H-1 has been overdue since 17:30 Saturday\\, 10 January 2026",
            "Case H-1 has been overdue since 17:30 Saturday\\, 10 January 2026",
        ]
    );
    let story = file.iter().find(|line| line.starts_with("DESCRIPTION:17:30")).unwrap();
    assert!(story.contains("\\nSaturday\\, 10 January 2026 counts as a working day: In exchange"), "{story}");
    assert_eq!(file[file.len() - 2..], ["END:VCALENDAR", ""]);
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let make = || file("H-1", DueEntry::Event, Language::Vi, "Hạn");
    assert_eq!(make(), make());
    let uids =
        |text: &str| -> Vec<String> { lines(text).into_iter().filter(|line| line.starts_with("UID:")).collect() };
    let (first, other) = (uids(&make()), uids(&file("H-2", DueEntry::Event, Language::Vi, "Hạn")));
    assert_eq!(first.len(), 5);
    assert!(first.iter().all(|uid| !other.contains(uid)), "another case has entries of its own");
    assert_eq!(first.iter().collect::<std::collections::BTreeSet<_>>().len(), 5);
}

#[test]
fn no_line_is_longer_than_75_octets() {
    let long = "Hồ sơ đăng ký thành lập công ty trách nhiệm hữu hạn hai thành viên trở lên, ".repeat(9);
    let file = file(&long, DueEntry::Task, Language::Vi, &long);
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
    // Unfolded, nothing is lost.
    let escaped = long.replace(',', "\\,");
    assert!(lines(&file).contains(&format!("X-WR-CALNAME:{escaped}")));
    assert!(lines(&file).contains(&format!("SUMMARY:Hạn: {escaped}")));
}

#[test]
fn what_is_special_is_escaped_and_injects_nothing() {
    let hostile = "a;b,c\\d\nBEGIN:VALARM\r\nX:\u{0}";
    let file = file(hostile, DueEntry::Event, Language::En, hostile);
    let lines = lines(&file);
    assert!(lines.contains(&"X-WR-CALNAME:a\\;b\\,c\\\\d\\nBEGIN:VALARM\\nX:".to_owned()));
    assert!(!lines.iter().any(|line| line == "BEGIN:VALARM"));
    assert_eq!(lines.iter().filter(|line| line.starts_with("BEGIN:")).count(), 6);
}

#[test]
fn a_due_as_a_task_or_not_at_all() {
    let task = lines(&file("H-1", DueEntry::Task, Language::Vi, "Hạn"));
    assert!(task.contains(&"BEGIN:VTODO".to_owned()) && task.contains(&"DUE:20260110T103000Z".to_owned()));
    let nothing = lines(&file("H-1", DueEntry::Nothing, Language::Vi, "Hạn"));
    assert_eq!(nothing.iter().filter(|line| line.starts_with("BEGIN:V")).count(), 5);
}
