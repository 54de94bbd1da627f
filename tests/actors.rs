//! People with and without rights try everything; whatever is accepted is compared with a slow and obvious reading of
//! the rulebook and the staff table, written apart from the library. Nobody without the right changes when a case is
//! due, where it goes, what state it is in, who holds it or who signed it.

#[path = "shared/effects.rs"]
mod effects;
#[path = "shared/runner.rs"]
mod runner;

use namro::Office;
use proptest::prelude::*;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

struct World {
    office: Office,
    rulebook: Value,
    staff: Value,
}

/// The office of the shared vectors about rights.
static WORLD: LazyLock<World> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/case/rights.json");
    let written: BTreeMap<String, Box<RawValue>> =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let office = Office::load(&[("rights.json", written["rulebook"].get())]).unwrap();
    let office = office.with_staff(written["staff"].get()).unwrap();
    let part = |name: &str| serde_json::from_str(written[name].get()).unwrap();
    World { office, rulebook: part("rulebook"), staff: part("staff") }
});

/// Every effect but the rating, which only citizens give, and the acts that the rulebook declares.
static ACTS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let effects = effects::EFFECTS.into_iter().filter(|effect| *effect != "rate");
    effects.chain(["gia-han", "hen-lai", "tinh-lai"]).collect()
});
/// What brings a case on is tried more often, or most cases would stay where they are.
const OFTEN: [&str; 8] = ["complete", "complete", "complete", "complete", "assign", "claim", "resume", "forward"];
const STEPS: [&str; 7] = ["nhan", "xet", "hoi", "bo-sung", "ky", "dau", "tra"];
const UNITS: [&str; 7] = ["so", "a", "b", "cu", "nhap", "khong-co", "-"];
/// Who does a step most days.
const SUITED: [(&str, &[&str]); 7] = [
    ("nhan", &["mc1"]),
    ("xet", &["cv1", "cv2", "cvb", "cvn", "tpa"]),
    ("hoi", &["vt1"]),
    ("bo-sung", &["mc1", "cv1"]),
    ("ky", &["tpa", "ppa", "thay", "tpb"]),
    ("dau", &["vt1"]),
    ("tra", &["mc1"]),
];
const UNITS_FIRST: [&str; 3] = ["a", "b", "nhap"];
const PROCEDURES: [&str; 2] = ["cap", "viec"];
const WATCHED: [&str; 9] =
    ["state", "open_steps", "tokens", "holders", "unit", "accepted", "finished", "delivered", "stopped"];

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value[key].as_str()
}

/// Whether a day lies in a period, written as two texts that sort like days.
fn within(from: Option<&str>, to: Option<&str>, day: &str) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

impl World {
    fn person(&self, id: &str) -> Option<&Value> {
        list(&self.staff, "people").iter().find(|one| text(one, "id") == Some(id))
    }

    fn employed(&self, id: &str, day: &str) -> bool {
        self.person(id).is_some_and(|one| within(text(one, "valid_from"), text(one, "valid_to"), day))
    }

    fn unit_stands(&self, unit: &str, day: &str) -> bool {
        let spec = &self.rulebook["units"][unit];
        !spec.is_null() && within(text(&spec["in_force"], "from"), text(&spec["in_force"], "to"), day)
    }

    /// The units that do the work of a unit: itself, or its successors.
    fn workers(&self, unit: &str, day: &str) -> Vec<String> {
        if self.unit_stands(unit, day) {
            return vec![unit.to_owned()];
        }
        let successors = list(&self.rulebook["units"][unit], "successors").iter();
        successors.flat_map(|one| self.workers(one.as_str().unwrap(), day)).collect()
    }

    fn under(&self, unit: &str, top: &str) -> bool {
        unit == top || text(&self.rulebook["units"][unit], "parent").is_some_and(|parent| self.under(parent, top))
    }

    /// The unit and position of an officer, if they give anything on that day.
    fn post(&self, id: &str, day: &str) -> Option<(&str, &Value)> {
        let person = self.person(id).filter(|_| self.employed(id, day))?;
        let position = &self.rulebook["positions"][text(person, "position")?];
        let unit = text(person, "unit").filter(|unit| self.unit_stands(unit, day))?;
        within(text(&position["in_force"], "from"), text(&position["in_force"], "to"), day).then_some((unit, position))
    }

    fn level(name: Option<&str>) -> usize {
        ["ordinary", "confidential", "secret", "top_secret"].iter().position(|one| Some(*one) == name).unwrap_or(0)
    }

    fn cleared(&self, id: &str, case: &Value, day: &str) -> bool {
        let own = self.person(id).and_then(|one| text(one, "clearance"));
        let has = own.or_else(|| text(self.post(id, day)?.1, "clearance"));
        Self::level(has) >= Self::level(text(case, "secrecy"))
    }

    fn own_role(&self, id: &str, role: &str, unit: Option<&str>, day: &str) -> bool {
        self.post(id, day).is_some_and(|(at, position)| {
            let gives = list(position, "roles").iter().any(|one| one == role);
            let reach = text(position, "reach").unwrap_or("below");
            let workers = unit.map(|unit| self.workers(unit, day));
            gives
                && workers.is_none_or(|workers| match reach {
                    "office" => !workers.is_empty(),
                    "own" => workers.iter().any(|unit| unit == at),
                    _ => workers.iter().any(|unit| self.under(unit, at)),
                })
        })
    }

    /// Those in whose right an officer has a role: himself, and whoever delegated it to him and could use it.
    fn in_right_of<'a>(&'a self, id: &'a str, role: &str, unit: Option<&str>, case: &Value, day: &str) -> Vec<&'a str> {
        let mut whose = Vec::new();
        if !self.employed(id, day) || !self.cleared(id, case, day) {
            return whose;
        }
        if self.own_role(id, role, unit, day) {
            whose.push(id);
        }
        for paper in list(&self.staff, "delegations") {
            let giver = text(paper, "giver").unwrap();
            if text(paper, "receiver") == Some(id)
                && list(paper, "roles").iter().any(|one| one == role)
                && within(text(paper, "valid_from"), text(paper, "valid_to"), day)
                && self.own_role(giver, role, unit, day)
                && self.cleared(giver, case, day)
            {
                whose.push(giver);
            }
        }
        whose
    }

    fn has_role(&self, id: &str, role: &str, unit: Option<&str>, case: &Value, day: &str) -> bool {
        !self.in_right_of(id, role, unit, case, day).is_empty()
    }

    fn heads(&self, id: &str, unit: Option<&str>, day: &str) -> bool {
        self.post(id, day).is_some_and(|(at, position)| {
            matches!(text(position, "standing"), Some("head" | "deputy"))
                && unit.is_none_or(|unit| self.workers(unit, day).iter().any(|unit| self.under(unit, at)))
        })
    }

    fn step(&self, step: &str) -> &Value {
        &self.rulebook["workflows"]["w"]["steps"][step]
    }

    fn unit_of<'a>(case: &'a Value, step: &str) -> Option<&'a str> {
        let open = list(case, "open_steps").iter().find(|one| text(one, "step") == Some(step));
        open.and_then(|open| text(open, "unit")).or_else(|| text(case, "unit"))
    }

    fn handles(&self, id: &str, case: &Value, day: &str) -> bool {
        let enters = self.employed(id, day) && self.cleared(id, case, day);
        let has = || {
            STEPS.iter().any(|step| {
                let role = text(self.step(step), "role").or_else(|| text(self.step(step), "ended_by"));
                role.is_some_and(|role| self.has_role(id, role, Self::unit_of(case, step), case, day))
            })
        };
        enters && (self.heads(id, text(case, "unit"), day) || has())
    }

    /// Whether some hand of the officer did a step that must be in other hands.
    fn did_the_other(&self, id: &str, case: &Value, step: &str) -> bool {
        let apart = |other: &str| {
            text(self.step(step), "not_by") == Some(other) || text(self.step(other), "not_by") == Some(step)
        };
        list(case, "done").iter().any(|done| {
            done["undone"] != json!(true)
                && apart(text(done, "step").unwrap())
                && (text(done, "officer") == Some(id) || text(done, "principal") == Some(id))
        })
    }

    /// Whether an officer is only named for a step, and has not acted at it.
    fn is_only_named(case: &Value, step: &str, officer: &str) -> bool {
        list(case, "holders").iter().any(|one| {
            let (of, who, by) = (text(one, "step"), text(one, "officer"), text(one, "by"));
            (of, who, by) == (Some(step), Some(officer), Some("naming"))
        })
    }

    fn lead<'a>(case: &'a Value, step: &str) -> Option<&'a str> {
        let leads = |one: &&Value| text(one, "step") == Some(step) && text(one, "involvement") == Some("lead");
        list(case, "holders").iter().find(leads).and_then(|one| text(one, "officer"))
    }

    fn is_open(case: &Value, step: &str) -> bool {
        list(case, "open_steps").iter().any(|one| text(one, "step") == Some(step))
    }

    fn may_do(&self, id: &str, case: &Value, step: &str, day: &str) -> bool {
        if !Self::is_open(case, step) || self.did_the_other(id, case, step) {
            return false;
        }
        let spec = self.step(step);
        // A name is no lock.
        let lead = Self::lead(case, step).filter(|lead| *lead != id && !Self::is_only_named(case, step, lead));
        match (text(spec, "role").or_else(|| text(spec, "ended_by")), lead) {
            (Some(role), lead) => {
                let whose = self.in_right_of(id, role, Self::unit_of(case, step), case, day);
                whose.iter().any(|one| lead.is_none_or(|lead| lead == *one))
            }
            (None, Some(_)) => false,
            (None, None) => self.handles(id, case, day),
        }
    }

    /// Whether an officer still has the right to a step.
    fn still_has(&self, id: &str, case: &Value, step: &str, day: &str) -> bool {
        let spec = self.step(step);
        match text(spec, "role").or_else(|| text(spec, "ended_by")) {
            Some(role) => self.has_role(id, role, Self::unit_of(case, step), case, day),
            None => self.handles(id, case, day),
        }
    }

    /// Whether an officer can be given a step.
    fn can_get(&self, id: &str, case: &Value, step: &str, unit: Option<&str>, day: &str) -> bool {
        let spec = self.step(step);
        let unit = unit.or_else(|| Self::unit_of(case, step));
        let able = match text(spec, "role").or_else(|| text(spec, "ended_by")) {
            Some(role) => self.has_role(id, role, unit, case, day),
            None => self.handles(id, case, day),
        };
        able && !self.did_the_other(id, case, step)
    }

    /// Whether the actor of an event may change the case by it.
    fn may(&self, event: &Value, case: &Value) -> bool {
        let day = &text(event, "at").unwrap()[..10];
        let act = text(event, "act").unwrap();
        let step = text(event, "step").unwrap_or("");
        let given = text(event, "unit");
        if given.is_some_and(|unit| !self.unit_stands(unit, day)) {
            return false;
        }
        let assigned = || {
            let right = |id: &str| self.can_get(id, case, step, given, day);
            text(event, "assignee").map_or(given.is_some(), right)
        };
        // The suspensions that a resumption may end: that of the step, that of the reason, or all.
        let mut meant: Vec<&str> = ["hoi", "bo-sung"].into_iter().filter(|open| Self::is_open(case, open)).collect();
        let reason = text(&event["data"], "reason");
        if meant.contains(&step) {
            meant = vec![step];
        } else if let Some(reason) = reason {
            meant.retain(|open| *open == reason);
        }
        let person = match text(&event["actor"], "kind") {
            Some("person") => text(&event["actor"], "id").unwrap(),
            Some("citizen") => {
                return match act {
                    "complete" | "start" => text(self.step(step), "waits_for") == Some("citizen"),
                    "resume" => !meant.contains(&"hoi"),
                    _ => ["receive", "stop"].contains(&act),
                };
            }
            Some("system") => {
                return match act {
                    "resume" => !meant.contains(&"hoi"),
                    "assign" => Self::is_open(case, step) && event["data"]["due"].is_null() && assigned(),
                    _ => ["receive", "suspend", "stop"].contains(&act),
                };
            }
            _ => return false,
        };
        if !self.employed(person, day) || !self.cleared(person, case, day) {
            return false;
        }
        let at_case = text(case, "unit").or(given);
        let role = |role: &str| self.has_role(person, role, at_case, case, day);
        match act {
            "complete" | "start" | "claim" | "return" | "sign" => self.may_do(person, case, step, day),
            "assign" | "forward" => {
                let unit = Self::unit_of(case, step);
                let sent =
                    list(case, "done").iter().rev().find(|done| list(done, "led_to").iter().any(|to| to == step));
                let sender = sent.is_some_and(|done| {
                    (text(done, "officer") == Some(person) || text(done, "principal") == Some(person))
                        && self.still_has(person, case, text(done, "step").unwrap(), day)
                });
                let lead = Self::lead(case, step);
                let spec = self.step(step);
                let role = text(spec, "role").or_else(|| text(spec, "ended_by"));
                let whose = role.map(|role| self.in_right_of(person, role, unit, case, day)).unwrap_or_default();
                let passes = match lead {
                    Some(lead) if lead != person => whose.contains(&lead),
                    Some(_) => !whose.is_empty() || role.is_none() && self.handles(person, case, day),
                    None => sender || !whose.is_empty() || role.is_none() && self.handles(person, case, day),
                };
                let heads = self.heads(person, unit, day);
                let due = act == "forward" && !event["data"]["due"].is_null();
                Self::is_open(case, step) && (heads || passes && !due) && assigned()
            }
            "extend" | "gia-han" | "hen-lai" => role("lanh-dao"),
            "restart" | "tinh-lai" => role("lanh-dao-phong"),
            "reopen" | "decide" => self.heads(person, text(case, "unit"), day),
            "recall" if !self.still_has(person, case, step, day) => false,
            "recall" => list(case, "done").iter().any(|done| {
                text(done, "step") == Some(step)
                    && (text(done, "officer") == Some(person) || text(done, "principal") == Some(person))
            }),
            "resume" => {
                if meant.is_empty() {
                    return self.handles(person, case, day);
                }
                meant.iter().all(|step| self.may_do(person, case, step, day))
            }
            "issue" if !step.is_empty() => self.may_do(person, case, step, day),
            "deliver" if Self::is_open(case, step) => self.may_do(person, case, step, day),
            "receive" => {
                let begun = json!({"unit": given, "secrecy": event["data"]["secrecy"]});
                self.handles(person, &begun, day)
            }
            "inspect" | "dispute" | "note" => false,
            _ => self.handles(person, case, day),
        }
    }
}

fn call(op: &str, request: &Value) -> Value {
    serde_json::from_str(&WORLD.office.call(op, &request.to_string()).unwrap()).unwrap()
}

/// What nobody may change without a right: where the case is, when it is due, and what its people did.
fn watched(case: &Value) -> Value {
    let mut parts: BTreeMap<&str, Value> = WATCHED.iter().map(|key| (*key, case[*key].clone())).collect();
    parts.insert("due", case["clock"]["due"]["due"].clone());
    parts.insert("acts", case["clock"]["acts"].clone());
    parts.insert("given", case["clock"]["given"].clone());
    parts.insert("done", case["done"].clone());
    json!(parts)
}

/// Attempts, accepted ones, accepted changes, and refusals of somebody who had the right.
static COUNTS: [AtomicUsize; 4] = [const { AtomicUsize::new(0) }; 4];

fn count(which: usize) {
    COUNTS[which].fetch_add(1, Ordering::Relaxed);
}

type Try = (usize, usize, usize, usize, usize, usize, usize);

proptest! {
    #![proptest_config(runner::config(96))]

    #[test]
    fn nobody_without_the_right_changes_a_case(
        (procedure, unit, secrecy) in (0..2_usize, 0..3_usize, 0..4_usize),
        tries in prop::collection::vec(
            (0..ACTS.len(), 0..3_usize, 0..STEPS.len() * 4, 0..48_usize, 0..24_usize, 0..UNITS.len() * 4, 0..8_usize),
            1..60,
        ),
    ) {
        run(procedure, unit, secrecy, &tries)?;
    }
}

fn run(procedure: usize, unit: usize, secrecy: usize, tries: &[Try]) -> Result<(), TestCaseError> {
    let people: Vec<&str> = list(&WORLD.staff, "people").iter().map(|one| text(one, "id").unwrap()).collect();
    let secrecy = ["ordinary", "ordinary", "confidential", "secret"][secrecy];
    let person = |id: &str| json!({"kind": "person", "id": id});
    let first = json!({"case_id": "c", "at": "2026-11-02T08:00:00+07:00", "act": "accept", "unit": UNITS_FIRST[unit],
        "actor": person(if secrecy == "secret" { "gd" } else { "mc1" }),
        "data": {"procedure": PROCEDURES[procedure], "secrecy": secrecy}});
    let mut case = call("apply", &json!({"event": first}))["case"].clone();
    prop_assert!(!case.is_null());
    for (number, (act, often, step, who, assignee, unit, data)) in tries.iter().enumerate() {
        let (day, minute) = (2 + number / 20, number % 20);
        let open: Vec<&str> = list(&case, "open_steps").iter().filter_map(|one| text(one, "step")).collect();
        let actor = match people.get(*who) {
            Some(id) => person(id),
            None if *who == people.len() => json!({"kind": "citizen"}),
            None if *who == people.len() + 1 => json!({"kind": "system"}),
            // Often one of those whose work it is, or nothing would ever be done.
            None => {
                let suited = SUITED.iter().find(|(step, _)| open.contains(step)).map_or(&["gd"][..], |(_, who)| who);
                person(suited[*who % suited.len()])
            }
        };
        let act = if *often > 0 { OFTEN[*act % OFTEN.len()] } else { ACTS[*act] };
        let mut event = json!({"case_id": "c", "at": format!("2026-11-{day:02}T09:{minute:02}:00+07:00"), "act": act,
            "actor": actor, "data": {"reason": "x", "by": "3 ngày làm việc", "outcome": "dong-y"}});
        // Mostly an open step, as those name who do not try at random.
        match STEPS.get(*step) {
            Some(step) => event["step"] = json!(step),
            None if !open.is_empty() && step % 9 != 0 => event["step"] = json!(open[step % open.len()]),
            None => {}
        }
        if let Some(id) = people.get(*assignee) {
            event["assignee"] = json!(id);
        }
        if let Some(unit) = UNITS.get(*unit).filter(|unit| **unit != "-") {
            event["unit"] = json!(unit);
        }
        match data {
            0 => event["data"]["hopLe"] = json!(true),
            1 => event["data"]["hoi"] = json!(true),
            2 => event["data"]["hopLe"] = json!(false),
            3 => {
                event["data"]["hopLe"] = json!(true);
                event["data"]["due"] = json!("2026-12-24T17:00:00+07:00");
            }
            4 => event["data"]["reason"] = json!("hoi"),
            5 => event["data"]["reason"] = json!("bo-sung"),
            6 => event["data"]["reason"] = Value::Null,
            _ => {}
        }
        let answer = call("apply", &json!({"case": case, "event": event}));
        count(0);
        let right = WORLD.may(&event, &case);
        if answer["case"].is_null() {
            let code = text(&answer["refusal"], "code").unwrap();
            if right && ["no_right", "no_actor", "four_eyes"].contains(&code) {
                // Whoever ends a step may not name for the next one somebody without the right to it.
                let names =
                    event.get("assignee").is_some() && !["assign", "forward"].contains(&event["act"].as_str().unwrap());
                let mut alone = event.clone();
                alone.as_object_mut().unwrap().remove("assignee");
                let alone = call("apply", &json!({"case": case, "event": alone}));
                let refused = text(&alone["refusal"], "code").is_some_and(|other| other == code);
                prop_assert!(
                    names && !refused || code == "four_eyes",
                    "refused with a right: {event:#}\n{:#}\nin {case:#}",
                    answer["refusal"]
                );
            }
            count(3);
            continue;
        }
        count(1);
        let next = answer["case"].clone();
        if watched(&next) != watched(&case) {
            count(2);
            prop_assert!(right, "changed without a right: {event:#}\nin {case:#}");
        }
        case = next;
    }
    Ok(())
}

/// The tries are not empty: of many, enough are accepted and change something.
#[test]
fn enough_is_accepted_and_refused() {
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = |bound: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % bound as u64).unwrap()
    };
    let before: Vec<usize> = COUNTS.iter().map(|count| count.load(Ordering::Relaxed)).collect();
    for _ in 0..40 {
        let tries: Vec<Try> = (0..60)
            .map(|_| (below(ACTS.len()), below(3), below(28), below(48), below(24), below(28), below(8)))
            .collect();
        run(below(2), below(3), below(4), &tries).unwrap();
    }
    let [tried, accepted, changed, refused] =
        [0, 1, 2, 3].map(|which| COUNTS[which].load(Ordering::Relaxed) - before[which]);
    println!("tried {tried}, accepted {accepted}, of which {changed} changed the case; refused {refused}");
    assert!(changed >= tried / 20 && refused >= tried / 4, "{tried} {accepted} {changed} {refused}");
}
