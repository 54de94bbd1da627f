//! Which version applies to a case that is open when a new one comes into force.

use crate::Office;
use crate::base::error::Code;
use crate::case::Case;

const BOOK: &str = r#"{"namro": 1, "id": "t", "title": "T",
"units": {"so": {"title": "Sở"}}, "positions": {"cv": {"title": "Chuyên viên", "roles": ["cv"], "reach": "office"}},
"calendars": {"c": {"zone": "+07:00", "weeks": [{"days": {"mon-fri": ["08:00-12:00", "13:30-17:30"]}}]}},
"procedures": {"p": [
  {"in_force": {"to": "2026-06-30"}, "title": "P", "limit": {"statutory": "10 ngày làm việc"}, "workflow": "cu"},
  {"in_force": {"from": "2026-07-01"}, "open_cases": "HOW", "title": "P",
   "limit": {"statutory": "3 ngày làm việc"}, "workflow": "moi"}]},
"workflows": {
  "cu": {"steps": {"nhan": {"next": "xu-ly"}, "xu-ly": {"next": "ky"}, "ky": {"next": "end"}}},
  "moi": {"steps": {"nhan": {"next": "xu-ly"}, "xu-ly": {"next": "end"}}}}}"#;

fn office(how: &str) -> Office {
    let office = Office::load(&[("t", &BOOK.replace("HOW", how))]).unwrap();
    office.with_staff(STAFF).unwrap()
}

const STAFF: &str = r#"{"people": [{"id": "o1", "unit": "so", "position": "cv"}]}"#;

/// Accepted on 29 June; its first step done; then a note on 2 July, when the new version is in force.
fn after(how: &str) -> Case {
    let office = office(how);
    let event = |seq: u32, act: &str, at: &str, more: &str| {
        let text = format!(
            r#"{{"case_id": "v1", "seq": {seq}, "act": "{act}", "at": "{at}T09:00:00+07:00", "unit": "so", "actor": {{"id": "o1", "kind": "person"}}{more}}}"#
        );
        crate::base::shape::read(&crate::base::value::parse_json(text.as_bytes()).unwrap()).unwrap()
    };
    let data = r#", "data": {"procedure": "p"}"#;
    let events = [
        event(1, "receive", "2026-06-29", data),
        event(2, "accept", "2026-06-29", ""),
        event(3, "note", "2026-07-02", ""),
    ];
    events.iter().fold(None, |case, event| Some(office.apply(case.as_ref(), event).unwrap())).unwrap()
}

fn summary(case: &Case) -> (String, &str, usize) {
    let due = case.clock.due.as_ref().unwrap().last_day.to_string();
    (due, case.versions.workflow.as_ref().unwrap().as_str(), case.clock.acts.len())
}

#[test]
fn kept_switched_and_restarted() {
    // Ten working days after 29 June; three after 29 June; three after 1 July.
    assert_eq!(summary(&after("keep")), ("2026-07-13".to_owned(), "cu", 0));
    assert_eq!(summary(&after("switch")), ("2026-07-02".to_owned(), "moi", 0));
    assert_eq!(summary(&after("restart")), ("2026-07-06".to_owned(), "moi", 1));
}

#[test]
fn a_case_is_taken_over_once() {
    let office = office("restart");
    let case = after("restart");
    let text = r#"{"case_id": "v1", "seq": 4, "act": "note", "at": "2026-07-03T09:00:00+07:00", "unit": "so", "actor": {"id": "o1", "kind": "person"}}"#;
    let event = crate::base::shape::read(&crate::base::value::parse_json(text.as_bytes()).unwrap()).unwrap();
    let next = office.apply(Some(&case), &event).unwrap();
    assert_eq!(next.clock.acts, case.clock.acts);
    assert_eq!(next.open_steps, case.open_steps);
}

/// A case accepted on a day on which its workflow is not in force could not run.
#[test]
fn the_workflow_of_a_procedure_is_in_force_as_long_as_the_procedure() {
    let codes = |workflow: &str, procedure: &str| {
        let text = format!(
            "namro: 1\nid: a\ntitle: A\nworkflows:\n  w: {workflow}\nprocedures:\n  p: {{title: P, workflow: w, {procedure}}}\n"
        );
        let faults = Office::load(&[("a.yaml", &text)]).err().unwrap_or_default();
        let code_and_date = |fault: &crate::Error| (fault.code(), fault.value("date").unwrap_or_default().to_owned());
        faults.iter().map(code_and_date).collect::<Vec<_>>()
    };
    let version = |dates: &str| format!("{{in_force: {{{dates}}}, steps: {{a: {{next: end}}}}}}");
    let two = |older: &str, newer: &str| format!("[{}, {}]", version(older), version(newer));
    let missing = |date: &str| vec![(Code::WorkflowNotInForce, date.to_owned())];
    let from_july = "in_force: {from: 2026-07-01}";
    assert_eq!(codes(&version("from: 2026-07-02"), from_july), missing("2026-07-01"));
    assert_eq!(codes(&version("to: 2026-12-31"), from_july), missing("2027-01-01"));
    assert_eq!(codes(&version("from: 2026-07-01"), "in_force: {}"), missing("…"));
    let gap = two("to: 2026-07-31", "from: 2026-08-02");
    assert_eq!(codes(&gap, from_july), missing("2026-08-01"));
    assert_eq!(codes(&gap, "in_force: {to: 2026-07-31}"), []);
    assert_eq!(codes(&two("to: 2026-07-31", "from: 2026-08-01"), "in_force: {}"), []);
}
