//! Random courses of a case: attempts are numbers, read against the case as it is, so that most are accepted.

use super::effects::EFFECTS;
use super::office::{OFFICE, PEOPLE, PROCEDURES, suited};
use namro::case::{CaseState, Involvement};
use namro::{Case, Event, Seconds, Stamp};
use proptest::prelude::*;
use serde_json::{Value, json};

/// How an office hands its work on.
pub struct Style {
    pub name: &'static str,
    /// What is usually tried; an act with `+` names an officer.
    acts: &'static [&'static str],
}

pub const STYLES: [Style; 6] = [
    Style {
        name: "completions name the next officer",
        acts: &["complete+", "complete+", "complete+", "start", "complete"],
    },
    Style { name: "the head assigns", acts: &["complete", "complete", "assign+", "assign+", "assign"] },
    Style { name: "claims from the queue", acts: &["claim", "claim", "complete", "complete"] },
    Style { name: "starts and completions", acts: &["start", "complete", "complete"] },
    Style {
        name: "named, then assigned to another",
        acts: &["complete+", "assign+", "complete+", "assign+", "claim", "complete"],
    },
    Style {
        name: "forwarded, returned, recalled, opened again",
        acts: &[
            "complete",
            "complete+",
            "forward+",
            "forward",
            "return",
            "return+",
            "recall",
            "reopen",
            "complete",
            "claim",
        ],
    },
];

/// What happens in every office.
const OFTEN: [&str; 20] = [
    "suspend",
    "suspend",
    "resume",
    "resume",
    "resume",
    "extend",
    "restart",
    "note",
    "sign",
    "hand_over",
    "hand_over",
    "deliver",
    "deliver",
    "reopen",
    "reopen",
    "reopen",
    "apologise",
    "start",
    "issue",
    "accept",
];

const GAPS: [i64; 9] = [0, 0, 60, 301, 1_800, 7_200, 18_000, 86_400, 172_807];
const ROUTES: [&str; 6] = ["thang", "thang", "thieu", "sai", "hai", "lam-lai"];
const REASONS: [&str; 4] = ["phi", "mau", "", "phi"];

/// One attempt.
#[derive(Clone, Debug)]
pub struct Attempt {
    act: usize,
    step: usize,
    who: usize,
    other: usize,
    data: usize,
    gap: usize,
}

pub fn attempts(most: usize) -> impl Strategy<Value = Vec<Attempt>> {
    let one = (0..1000_usize, 0..64_usize, 0..64_usize, 0..64_usize, 0..64_usize, 0..GAPS.len());
    let one = one.prop_map(|(act, step, who, other, data, gap)| Attempt { act, step, who, other, data, gap });
    prop::collection::vec(one, 1..most)
}

impl Attempt {
    /// The same attempt with a given act.
    pub fn with_act(&self, act: usize) -> Self {
        Self { act, gap: 2, ..self.clone() }
    }

    /// The act tried in a style. What is closed is often opened again, and what is nearly done handed out, or most cases
    /// would rest where they are.
    pub fn act(&self, style: &Style, case: &Case) -> &'static str {
        let nearly_done = case.open_steps.len() == 1 && case.open_steps[0].step.as_str() == "tra";
        match self.act {
            _ if case.is_closed() && self.act.is_multiple_of(4) => "reopen",
            _ if case.state == CaseState::Finished && self.act.is_multiple_of(5) => "deliver",
            _ if nearly_done && !self.act.is_multiple_of(3) => "hand_over",
            0..640 => style.acts[self.act % style.acts.len()],
            640..940 => OFTEN[self.act % OFTEN.len()],
            _ => EFFECTS[self.act % EFFECTS.len()],
        }
    }

    /// The first event of a case.
    pub fn first(procedure: usize, received: bool) -> Value {
        let procedure = PROCEDURES[procedure];
        json!({"case_id": "a", "at": "2026-11-02T08:30:00+07:00", "act": (if received { "receive" } else { "accept" }),
            "unit": "p", "actor": person(if procedure == "viec" { "cv1" } else { "mc1" }), "data": {"procedure": procedure}})
    }

    /// The event that is tried next.
    pub fn event(&self, act: &str, case: &Case) -> Value {
        let (act, names) = act.strip_suffix('+').map_or((act, false), |act| (act, true));
        let names = names || matches!(act, "assign" | "forward") && !self.other.is_multiple_of(8);
        let step = self.step_for(act, case);
        let actor = self.actor_for(act, step.as_deref(), case);
        let at = case.last_at.at.plus(Seconds(GAPS[self.gap]));
        let at = Stamp { at, offset: 25_200 };
        let mut data = json!({});
        let reason = REASONS[self.data % REASONS.len()];
        let needs = matches!(act, "return" | "recall" | "extend" | "stop" | "reopen" | "apologise");
        if needs || !reason.is_empty() && matches!(act, "suspend" | "resume") {
            data["reason"] = json!(if reason.is_empty() { "khác" } else { reason });
        }
        if act == "resume" && self.data.is_multiple_of(3) {
            data = json!({});
        }
        if matches!(act, "extend" | "apologise") {
            data["by"] = json!("1 ngày làm việc");
        }
        if matches!(act, "complete" | "note") {
            data["di"] = json!(ROUTES[self.data % ROUTES.len()]);
            if self.data.is_multiple_of(5) {
                data["cua"] = json!(["cv3", "-"][self.data / 5 % 2]);
            }
        }
        let mut event = json!({"case_id": "a", "at": at.to_string(), "act": act, "actor": actor});
        if data != json!({}) {
            event["data"] = data;
        }
        if let Some(step) = &step {
            event["step"] = json!(step);
        }
        if names {
            let next = self.next_step(act, step.as_deref(), case);
            let able = suited(&next);
            let assignee = if self.other % 9 == 8 { PEOPLE[self.other % 7] } else { able[self.other % able.len()] };
            event["assignee"] = json!(assignee);
        } else if matches!(act, "assign" | "forward") {
            event["unit"] = json!(["p", "q"][self.other % 2]);
        }
        if actor_is_substitute(&event, case) && self.data.is_multiple_of(2) {
            event["on_behalf_of"] = json!("cv1");
        }
        event
    }

    fn step_for(&self, act: &str, case: &Case) -> Option<String> {
        let open: Vec<&str> = case.open_steps.iter().map(|open| open.step.as_str()).collect();
        let one_of_open = || open.get(self.step % open.len().max(1)).map(|step| (*step).to_owned());
        let any = ["nhan", "xet", "soan", "ky", "tra", "lam", "bo-sung", "gop", "duyet", "khong-co"];
        match act {
            "recall" => {
                let last = case.done.iter().rev().find(|done| !done.undone && !done.led_to.is_empty());
                last.map(|done| done.step.to_string()).or_else(one_of_open)
            }
            "reopen" => match self.step % 3 {
                0 if !open.is_empty() => None,
                _ => Some(any[self.step % 8].to_owned()),
            },
            "accept" | "receive" | "restart" | "extend" | "stop" | "note" | "rate" | "apologise" | "inspect"
            | "dispute" | "decide" => None,
            "suspend" | "hand_over" | "issue" if self.step.is_multiple_of(2) => None,
            "deliver" if self.step.is_multiple_of(2) => None,
            "deliver" => open.iter().find(|step| **step == "tra").map(|step| (*step).to_owned()),
            "resume" => {
                let waits = open.iter().find(|step| ["bo-sung", "nop-lai"].contains(step));
                waits.filter(|_| !self.step.is_multiple_of(3)).map(|step| (*step).to_owned())
            }
            _ if self.step % 16 == 15 => Some(any[self.step / 16 * 2].to_owned()),
            _ => one_of_open(),
        }
    }

    fn actor_for(&self, act: &str, step: Option<&str>, case: &Case) -> Value {
        if self.who % 16 == 15 {
            return person(PEOPLE[self.who / 16 + self.other % 3]);
        }
        let waits = step.is_some_and(|step| ["bo-sung", "nop-lai"].contains(&step));
        if waits && matches!(act, "complete" | "resume") && self.who.is_multiple_of(2) {
            return json!({"kind": "citizen", "id": "citizen"});
        }
        if matches!(act, "reopen" | "extend" | "decide") || act == "assign" && !self.who.is_multiple_of(3) {
            return person(["tp", "pp"][self.who % 2]);
        }
        if act == "recall" {
            let last = case.done.iter().rev().find(|done| !done.undone && !done.led_to.is_empty());
            if let Some(officer) = last.and_then(|done| done.officer.as_ref()) {
                return person(officer.as_str());
            }
        }
        let lead = step.and_then(|step| case.lead(&step.into()));
        match lead.filter(|_| !self.who.is_multiple_of(4)) {
            Some(lead) => person(lead.as_str()),
            None => {
                let able = suited(step.unwrap_or("nhan"));
                person(able[self.who / 4 % able.len()])
            }
        }
    }

    /// The step for which an act names somebody: the open one, or the one that usually follows.
    fn next_step(&self, act: &str, step: Option<&str>, case: &Case) -> String {
        let step = step.unwrap_or_default();
        if matches!(act, "assign" | "forward") {
            return step.to_owned();
        }
        let procedure = case.versions.procedure.as_ref().map_or("", |procedure| procedure.as_str());
        let next = match (procedure, step) {
            ("tra", "nhan") => "lam",
            ("viec", "lam") => "duyet",
            ("viec", _) => "lam",
            (_, "nhan" | "bo-sung" | "nop-lai") => "xet",
            (_, "xet" | "gop") => ["soan", "chia"][self.data % 2],
            (_, "chia") => ["luat", "phi"][self.data % 2],
            (_, "soan") => "ky",
            (_, "luat" | "phi") => "gop",
            _ => "tra",
        };
        next.to_owned()
    }
}

fn person(id: &str) -> Value {
    json!({"kind": "person", "id": id})
}

/// Whether the actor is a substitute of whoever leads the step.
fn actor_is_substitute(event: &Value, case: &Case) -> bool {
    let step = event["step"].as_str().unwrap_or_default();
    event["actor"]["id"] == "cv2" && case.lead(&step.into()).is_some_and(|lead| lead.as_str() == "cv1")
}

/// Applies an event; the next case, or `None` if it is refused.
pub fn apply(case: Option<&Case>, event: &Value) -> Option<Case> {
    let event: Event = serde_json::from_value(event.clone()).unwrap();
    OFFICE.apply(case, &event).ok()
}

/// Who leads which open step of a case since when.
pub fn leads(case: &Case) -> Vec<(String, String, Stamp)> {
    let leads = case.holders.iter().filter(|holder| holder.involvement == Involvement::Lead);
    leads.map(|holder| (holder.step.to_string(), holder.officer.to_string(), holder.since)).collect()
}
