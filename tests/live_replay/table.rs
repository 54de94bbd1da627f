//! The table of `core/src/case/course/advance.rs`: what an act that a live case would refuse changes in the replay of a
//! log. A line is `minute act step actor assignee`; a dash is nobody or none.

use super::compare::log_of;
use super::effects::EFFECTS;
use super::office::OFFICE;
use namro::replay::{Replay, State};
use namro::{Event, Instant, Seconds, Stamp};
use serde_json::{Value, json};

fn events(lines: &[&str]) -> Vec<Event> {
    let event = |line: &&str| {
        let cells: Vec<&str> = line.split(' ').collect();
        let [minute, act, step, actor, assignee] = cells[..] else { panic!("{line}") };
        let start = Instant::parse("2026-11-02T08:30:00+07:00").unwrap();
        let at = Stamp { at: start.plus(Seconds(minute.parse::<i64>().unwrap() * 60)), offset: 25_200 };
        let kind = if actor == "citizen" { "citizen" } else { "person" };
        let mut event = json!({"case_id": "a", "at": at.to_string(), "act": act, "unit": "p",
            "actor": {"kind": kind, "id": actor},
            "data": {"procedure": "cap", "reason": "x", "by": "2 ngày làm việc", "di": "thang"}});
        if let Some((name, way)) = step.split_once('/') {
            event["step"] = json!(name);
            event["data"]["di"] = json!(way);
        } else if step != "-" {
            event["step"] = json!(step);
        }
        if assignee != "-" {
            event["assignee"] = json!(assignee);
        }
        serde_json::from_value(event).unwrap()
    };
    lines.iter().map(event).collect()
}

/// The replay after these lines, as of the evening of the first day.
fn replay(lines: &[&str]) -> Replay {
    OFFICE.replay(&log_of(&events(lines)), Instant::parse("2026-11-02T19:00:00+07:00").unwrap())
}

/// What a replay says of the case, but for the number of its events and how much the log records.
fn said(lines: &[&str]) -> Value {
    let mut case = serde_json::to_value(&replay(lines).cases[0]).unwrap();
    (case["events"], case["grade"]) = (Value::Null, Value::Null);
    case
}

/// Who has which step now.
fn held(lines: &[&str]) -> Vec<(String, String)> {
    let replay = replay(lines);
    let open = replay.cases[0].holds.iter().filter(|hold| hold.until.is_none());
    open.map(|hold| (hold.step.as_ref().unwrap().to_string(), hold.officer.as_ref().unwrap().to_string())).collect()
}

fn one(step: &str, officer: &str) -> Vec<(String, String)> {
    vec![(step.to_owned(), officer.to_owned())]
}

const ACCEPTED: [&str; 1] = ["0 accept - mc1 -"];
const AT_WORK: [&str; 3] = ["0 accept - mc1 -", "1 complete nhan mc1 cv1", "2 start xet cv1 -"];
const AT_BRANCHES: [&str; 5] = [
    "0 accept - mc1 -",
    "1 complete nhan mc1 cv1",
    "2 complete xet/hai cv1 -",
    "3 claim chia cv1 -",
    "4 complete chia cv1 -",
];
const FINISHED: [&str; 6] = [
    "0 accept - mc1 -",
    "1 complete nhan mc1 cv1",
    "2 complete xet cv1 cv1",
    "3 complete soan cv1 tp",
    "4 complete ky tp mc1",
    "5 complete tra mc1 -",
];

fn with<'l>(lines: &[&'l str], more: &[&'l str]) -> Vec<&'l str> {
    lines.iter().chain(more).copied().collect()
}

fn changes_nothing(lines: &[&str], act: &str) {
    assert_eq!(said(lines), said(&with(lines, &[act])), "{act} after {lines:?}");
}

#[test]
fn a_stopped_case_only_opens_again() {
    let stopped = with(&AT_WORK, &["9 stop - mc1 -"]);
    for effect in EFFECTS.iter().filter(|effect| **effect != "reopen") {
        for step in ["-", "xet", "ky"] {
            changes_nothing(&stopped, &format!("10 {effect} {step} cv2 cv2"));
        }
    }
    assert_ne!(said(&stopped), said(&with(&stopped, &["10 reopen xet tp -"])));
}

#[test]
fn what_happens_once_happens_once() {
    changes_nothing(&AT_WORK, "10 accept - mc2 -");
    changes_nothing(&AT_WORK, "10 receive - mc2 -");
    changes_nothing(&AT_WORK, "10 resume - mc2 -");
    for act in ["suspend", "resume", "restart", "extend", "apologise", "stop"] {
        changes_nothing(&FINISHED, &format!("10 {act} - tp -"));
    }
    for act in ["rate", "inspect", "dispute", "decide", "note"] {
        for state in [&ACCEPTED[..], &AT_WORK, &AT_BRANCHES, &FINISHED] {
            changes_nothing(state, &format!("10 {act} - tp -"));
        }
    }
}

#[test]
fn an_act_at_another_step_shows_where_the_case_is() {
    // `xet` is open; whoever acts at `ky` shows that the case is there.
    for act in ["claim", "start", "sign", "issue"] {
        assert_eq!(held(&with(&AT_WORK, &[&format!("10 {act} ky tp -")])), one("ky", "tp"), "{act}");
    }
    assert_eq!(held(&with(&AT_WORK, &["10 complete ky tp mc1"])), one("tra", "mc1"));
    assert_eq!(held(&with(&AT_WORK, &["10 forward ky tp pp"])), one("ky", "pp"));
    let end = with(&AT_WORK, &["10 complete ky tp mc1", "11 complete tra mc1 -"]);
    assert_eq!(replay(&end).cases[0].state, State::Finished);
    // With two branches the position is lost: steps are known by name, and the end is not certain.
    let lost = with(&AT_BRANCHES, &["10 claim ky tp -"]);
    assert_eq!(held(&lost), one("ky", "tp"));
    let end = with(&lost, &["11 complete ky tp -", "12 complete tra mc1 -"]);
    assert_eq!(replay(&end).cases[0].state, State::Open);
    assert_eq!(replay(&end).cases[0].finished, None);
}

#[test]
fn what_is_given_early_is_held_from_the_opening() {
    let early = with(&AT_WORK, &["5 assign soan tp cv3"]);
    assert_eq!(held(&early), one("xet", "cv1"));
    let opened = with(&early, &["9 complete xet cv1 -"]);
    assert_eq!(held(&opened), one("soan", "cv3"));
    let replay = replay(&opened);
    let hold = replay.cases[0].holds.iter().find(|hold| hold.until.is_none()).unwrap();
    assert_eq!(hold.since.to_string(), "2026-11-02T08:39:00+07:00");
}

#[test]
fn an_outsider_at_a_closed_step_moves_nothing() {
    changes_nothing(&AT_WORK, "10 resume bo-sung citizen -");
    // The result is out; which step is named changes nothing.
    let delivered = |step: &str| said(&with(&AT_WORK, &[&format!("10 deliver {step} mc1 -")]));
    assert_eq!(delivered("ky"), delivered("-"));
}

#[test]
fn a_recall_takes_back_the_last_step_alone() {
    changes_nothing(&FINISHED[..4], "10 recall nhan mc1 -");
    changes_nothing(&FINISHED[..4], "10 recall ky tp -");
    assert_eq!(held(&with(&FINISHED[..4], &["10 recall soan cv1 -"])), one("soan", "cv1"));
}

#[test]
fn opening_an_open_case_puts_it_at_the_step() {
    let there = with(&AT_WORK, &["10 reopen soan tp -", "11 claim soan cv2 -"]);
    assert_eq!(held(&there), one("soan", "cv2"));
}

#[test]
fn a_case_may_begin_with_any_act() {
    for effect in EFFECTS.iter().filter(|effect| !["receive", "accept"].contains(effect)) {
        let replay = replay(&[&format!("3 {effect} xet cv1 cv2")]);
        let case = &replay.cases[0];
        assert_eq!(case.begun.unwrap().to_string(), "2026-11-02T08:33:00+07:00", "{effect}");
        assert_eq!((case.accepted, case.take_up.is_none(), case.due), (None, true, None), "{effect}");
    }
}
