//! Random late cases: how each step comes to whoever does it, and how long everything takes.

use namro::base::Rational;
use namro::log::{Log, Mapping};
use namro::replay::{Finding, FindingKind, Replay};
use namro::{Event, Instant, Office, Seconds, Stamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

const RULEBOOK: &str = r#"
namro: 1
id: test.charges
title: {vi: Quy trách nhiệm, en: Attribution}
calendars:
  office: {zone: "+07:00", weeks: [{from: 2015-01-01, days: {mon-fri: ["08:00-12:00", "13:30-17:30"]}}]}
calendar: office
units:
  p: {title: {vi: Phòng, en: Division}, calendar: office}
positions:
  cv: {title: {vi: Chuyên viên, en: Specialist}, roles: [cv], reach: office}
procedures:
  seq: {title: {vi: Tuần tự, en: Sequential}, limit: {statutory: 16 giờ làm việc, ends: office}, workflow: seq}
workflows:
  seq:
    steps:
      nhan: {role: cv, budget: 2 giờ làm việc, next: xu-ly}
      xu-ly: {role: cv, budget: 8 giờ làm việc, next: ky}
      ky: {role: cv, budget: 4 giờ làm việc, next: dau}
      dau: {role: cv, next: tra}
      tra: {role: cv, budget: 2 giờ làm việc, next: end}
"#;

/// The steps in their order, with their budgets in minutes; one has none.
pub const STEPS: [(&str, Option<i64>); 5] =
    [("nhan", Some(120)), ("xu-ly", Some(480)), ("ky", Some(240)), ("dau", None), ("tra", Some(120))];
/// Those who work; `L` heads them, and those whose names begin with `X` are only ever named.
pub const PEOPLE: [&str; 5] = ["A", "B", "C", "D", "E"];
/// E is on leave on these two days of March 2026.
pub const LEAVE: [i64; 2] = [4, 5];

static OFFICE: LazyLock<Office> = LazyLock::new(|| {
    let people: Vec<Value> = PEOPLE
        .iter()
        .copied()
        .chain(["L", "X0", "X1", "X2", "X3", "X4"])
        .map(|id| {
            let away = json!([{"valid_from": "2026-03-04", "valid_to": "2026-03-05", "reason": "nghỉ phép"}]);
            json!({"id": id, "unit": "p", "position": "cv", "absences": if id == "E" { away } else { json!([]) }})
        })
        .collect();
    let staff = json!({"people": people}).to_string();
    Office::load(&[("charges.yaml", RULEBOOK)]).unwrap().with_staff(&staff).unwrap()
});

/// How a step comes to whoever does it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    Named,
    NamedThenOther,
    Assigned,
    Claimed,
    Forwarded,
    ReturnedOrRecalled,
}

pub const WAYS: [Way; 6] =
    [Way::Named, Way::NamedThenOther, Way::Assigned, Way::Claimed, Way::Forwarded, Way::ReturnedOrRecalled];

/// One step: the way, the two officers, and minutes until it is taken, passed on and done.
#[derive(Clone, Debug)]
pub struct Part {
    pub way: Way,
    pub who: usize,
    pub other: usize,
    pub waits: i64,
    pub first: i64,
    pub works: i64,
    /// Minutes for which the clock stands while it is worked on.
    pub stands: i64,
    /// Whether the holder is assigned once more on the way.
    pub again: bool,
}

fn part(ways: std::ops::Range<usize>) -> impl Strategy<Value = Part> {
    let minutes = || prop_oneof![Just(0_i64), 1..60_i64, 60..600_i64, 600..4_000_i64];
    let stands = prop_oneof![3 => Just(0_i64), 1 => 1..2_000_i64];
    let numbers = (minutes(), minutes(), minutes(), stands);
    (ways, 0..PEOPLE.len(), 0..PEOPLE.len() - 1, numbers, any::<bool>()).prop_map(
        |(way, who, other, (waits, first, works, stands), again)| {
            let other = (who + 1 + other) % PEOPLE.len();
            Part { way: WAYS[way], who, other, waits, first, works, stands, again: again && stands == 0 }
        },
    )
}

/// The parts of a case, one for each step; of any way, or of one of them.
pub fn parts(way: Option<usize>) -> impl Strategy<Value = Vec<Part>> {
    let ways = way.map_or(0..WAYS.len(), |way| way..way + 1);
    prop::collection::vec(part(ways), STEPS.len())
}

/// One act, at a minute after the case was accepted.
#[derive(Clone, Debug)]
pub struct Act {
    pub minute: i64,
    pub act: &'static str,
    pub step: Option<usize>,
    pub actor: String,
    pub assignee: Option<String>,
}

/// Monday 2 March 2026, 08:00.
pub fn start() -> Instant {
    Instant::parse("2026-03-02T08:00:00+07:00").unwrap()
}

/// The acts of a case; `restart` is the step before which the limit starts again.
pub fn story(parts: &[Part], restart: Option<usize>) -> Vec<Act> {
    let mut acts = vec![Act { minute: 0, act: "accept", step: None, actor: "L".into(), assignee: None }];
    let mut now = 0;
    let mut push = |minute: i64, act, step: Option<usize>, actor: &str, assignee: Option<&str>| {
        acts.push(Act { minute, act, step, actor: actor.to_owned(), assignee: assignee.map(str::to_owned) });
    };
    for (step, part) in parts.iter().enumerate() {
        let (at, who, other) = (Some(step), PEOPLE[part.who], PEOPLE[part.other]);
        if restart == Some(step) {
            push(now, "restart", None, "L", None);
            // What happens at the very instant of a restart is before it or after it, and no log says which.
            now += 1;
        }
        if step == 0 && matches!(part.way, Way::Named | Way::NamedThenOther | Way::ReturnedOrRecalled) {
            push(now, "assign", at, "L", Some(who));
        }
        match part.way {
            Way::Named => now += part.waits,
            Way::NamedThenOther | Way::Assigned | Way::ReturnedOrRecalled => {
                now += part.waits;
                if step > 0 || part.way == Way::Assigned {
                    push(now, "assign", at, "L", Some(who));
                }
            }
            Way::Claimed => {
                now += part.waits;
                push(now, "claim", at, who, None);
            }
            Way::Forwarded => {
                now += part.waits;
                push(now, "claim", at, other, None);
                now += part.first;
                push(now, "forward", at, other, Some(who));
            }
        }
        if part.way == Way::ReturnedOrRecalled && step > 0 {
            let before = PEOPLE[parts[step - 1].who];
            now += part.first;
            if part.again {
                push(now, "return", at, who, None);
                now += part.works / 2;
                push(now, "complete", Some(step - 1), before, Some(who));
            }
        }
        if part.stands > 0 {
            push(now, "suspend", None, "L", None);
            now += part.stands;
            push(now, "resume", None, "L", None);
        }
        now += part.works / 2;
        if part.again && part.way != Way::Named {
            push(now, "assign", at, "L", Some(who));
        }
        now += part.works - part.works / 2;
        let last = step + 1 == STEPS.len();
        let next = parts.get(step + 1).map(|next| (next.way, PEOPLE[next.who]));
        let named = match next {
            Some((Way::Named, who)) => Some(who.to_owned()),
            Some((Way::NamedThenOther, _)) => Some(format!("X{step}")),
            _ => None,
        };
        push(now, if last { "hand_over" } else { "complete" }, at, who, named.as_deref());
        // Sent on by mistake, taken back, and sent on again.
        if part.way == Way::ReturnedOrRecalled && !part.again && !last {
            now += part.first;
            push(now, "recall", at, who, None);
            now += part.waits;
            push(now, "complete", at, who, named.as_deref());
        }
    }
    acts
}

/// The replay of a case, and its lateness if it is late.
pub fn replay(acts: &[Act]) -> (Replay, Option<Finding>) {
    let events: Vec<Event> = acts
        .iter()
        .zip(1..)
        .map(|(act, seq)| {
            let at = Stamp { at: start().plus(Seconds(act.minute * 60)), offset: 25_200 };
            let mut event = json!({"case_id": "c", "seq": seq, "at": at.to_string(), "act": act.act, "unit": "p",
                "actor": {"kind": "person", "id": act.actor}, "data": {"reason": "x"}});
            if let Some(step) = act.step {
                event["step"] = json!(STEPS[step].0);
            }
            if let Some(assignee) = &act.assignee {
                event["assignee"] = json!(assignee);
            }
            serde_json::from_value(event).unwrap()
        })
        .collect();
    let (log, _) = Log::from_rows(&[], &events, &Mapping::default()).unwrap();
    let end = start().plus(Seconds(acts.last().map_or(0, |act| act.minute) * 60 + 86_400));
    let replay = OFFICE.replay(&log, end);
    let late = replay.findings.iter().find(|finding| finding.kind == FindingKind::Late).cloned();
    (replay, late)
}

/// Who is charged with which share of a lateness, in order of names.
pub fn shares(late: Option<&Finding>) -> Vec<(String, Rational)> {
    let charges = late.map(|late| late.charge.as_slice()).unwrap_or_default();
    charges.iter().map(|charge| (charge.officer.to_string(), charge.share)).collect()
}
