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

#[test]
fn units_of_which_one_takes_over_from_the_other() {
    let codes = |units: &str, more: &str| {
        let text = format!("namro: 1\nid: a\ntitle: A\nunits:\n{units}{more}");
        let faults = Office::load(&[("a.yaml", &text)]).err().unwrap_or_default();
        let told = |fault: &crate::Error| {
            (fault.code(), fault.place().pointer.as_deref().unwrap_or_default().trim_start_matches('/').to_owned())
        };
        faults.iter().map(told).collect::<Vec<_>>()
    };
    let none = Vec::new();
    let old = |more: &str| format!("  cu: {{title: C, in_force: {{to: 2025-06-30}}{more}}}\n  moi: {{title: M}}\n");
    assert_eq!(codes(&old(", successors: [moi]"), ""), none);
    assert_eq!(
        codes(&old(", successors: [khong]"), ""),
        [(Code::UnknownReference, "units/cu/successors/0".to_owned())]
    );
    let unended = "  cu: {title: C, successors: [moi]}\n  moi: {title: M}\n";
    assert_eq!(codes(unended, ""), [(Code::SuccessorOfUnended, "units/cu/successors/0".to_owned())]);
    let late = "  cu: {title: C, in_force: {to: 2025-06-30}, successors: [moi]}\n  moi: {title: M, in_force: {from: 2025-07-02}}\n";
    assert_eq!(codes(late, ""), [(Code::SuccessorNotInForce, "units/cu/successors/0".to_owned())]);
    // Each above the other, but never on one day; and on one day.
    let turn = |second: &str| {
        format!(
            "  a: [{{title: A, parent: b, in_force: {{to: 2025-06-30}}}}, {{title: A, in_force: {{from: 2025-07-01}}}}]\n  \
             b: [{{title: B, in_force: {{to: {second}}}}}, {{title: B, parent: a, in_force: {{from: 2025-07-01}}}}]\n"
        )
    };
    assert_eq!(codes(&turn("2025-06-30"), ""), none);
    let circle = "  a: [{title: A, parent: b, in_force: {from: 2025-01-01}}]\n  \
                  b: [{title: B, in_force: {to: 2025-06-30}}, {title: B, parent: a, in_force: {from: 2025-07-01}}]\n";
    assert_eq!(codes(circle, ""), [(Code::UnitCycle, "units/b/1/parent".to_owned())]);
    assert_eq!(codes(&turn("2025-07-01"), "").first().map(|(code, _)| *code), Some(Code::VersionsOverlap));
    // What is done at a unit ends with it, unless somebody takes it over.
    let work = |dates: &str| format!("workflows: {{w: {{{dates}steps: {{a: {{unit: cu, next: end}}}}}}}}\n");
    let step = vec![(Code::UnitEnded, "workflows/w/steps/a/unit".to_owned())];
    assert_eq!(codes(&old(""), &work("")), step);
    assert_eq!(codes(&old(""), &work("in_force: {from: 2026-01-01}, ")), step);
    assert_eq!(codes(&old(""), &work("in_force: {to: 2025-06-30}, ")), none);
    assert_eq!(codes(&old(", successors: [moi]"), &work("")), none);
    // Who ends a step that waits for nobody is its role.
    let ended = |step: &str| format!("workflows: {{w: {{steps: {{a: {{ended_by: x, {step}next: end}}}}}}}}\n");
    let inside = vec![(Code::EndedByInside, "workflows/w/steps/a/ended_by".to_owned())];
    assert_eq!(codes(&old(""), &ended("")), inside);
    assert_eq!(codes(&old(""), &ended("role: x, waits_for: agency, ")), inside);
    assert_eq!(codes(&old(""), &ended("waits_for: agency, ")), none);
}
