//! Checks across parts: names that do not exist, and parts that do not fit together.

use super::parts::Parts;
use super::section::dates;
use super::section::names;
use crate::base::error::{Cause, Code, Error, Faults, Place, nearest};
use crate::base::ids::{PositionId, RoleId, StepId, UnitId, WorkflowId};
use crate::base::shape::Cursor;
use crate::base::source::{Dated, InForce};
use crate::base::text::{is_blank, is_invisible};
use crate::base::time::{Date, Seconds};
use crate::base::value::{Node, Value};
use crate::calendar::Calendar;
use crate::people::{DEEPEST, Organisation, Rank};
use crate::workflow::{MAX_STEPS, WorkflowSpec};
use std::collections::{HashMap, HashSet};

/// Checks names by which sections refer to each other, except those that their own modules check.
pub(super) fn check(root: &Cursor<'_>, organisation: &Organisation, faults: &mut Faults) {
    each_version(root, "procedures", |at| {
        refer(root, at, "workflow", "workflows", faults);
        refer(root, at, "unit", "units", faults);
    });
    each_entry(root, "acts", |act| {
        refer(root, act, "unit", "units", faults);
        role(act, organisation, faults);
    });
    each_entry(root, "mappings", |mapping| refer(root, mapping, "procedure", "procedures", faults));
    if let Some(documents) = root.get("documents") {
        for (section, first, then) in [("handling", "from", "until"), ("order", "first", "then")] {
            each_version(&documents, section, |at| {
                let [Some(one), Some(other)] = [first, then].map(|key| at.get(key)) else { return };
                if let (Some(one), Some(same)) = (one.node.value.as_text(), other.node.value.as_text())
                    && one == same
                {
                    faults.push(other.fault(Code::NamedTwice).with("value", one));
                }
            });
        }
    }
    if let Some(thresholds) = root.get("thresholds")
        && let Value::Map(map) = &thresholds.node.value
    {
        for (key, node) in map.iter() {
            let most = match key {
                "night_from" | "night_to" => 86_400,
                "midnight_ppm" => 1_000_000,
                _ => i64::MAX,
            };
            if let Some(value) = node.value.as_integer().filter(|value| !(0..=most).contains(value)) {
                let range = if most == i64::MAX { "≥ 0".to_owned() } else { format!("0–{most}") };
                faults
                    .push(thresholds.key(key, node).fault(Code::OutOfRange).with("value", value).with("range", range));
            }
        }
    }
}

/// Checks that the workflow of a procedure is in force as long as the procedure is: otherwise no case could run on some
/// days.
pub(super) fn in_force(root: &Cursor<'_>, parts: &Parts, faults: &mut Faults) {
    each_version(root, "procedures", |at| {
        let pointer = at.pointer();
        let Some(named) = at.get("workflow") else { return };
        let (Some(id), Some(workflow)) = (pointer.split('/').nth(2), named.node.value.as_text()) else { return };
        let Some(versions) = parts.workflows.get(workflow) else { return };
        let Some((holds, _)) = dates(at) else { return };
        if let Some(date) = uncovered(holds, versions.iter().map(Dated::in_force)) {
            let date = date.map_or_else(|| "…".to_owned(), |date| date.to_string());
            let fault = named.fault(Code::WorkflowNotInForce).with("procedure", id).with("workflow", workflow);
            let place = root.get("workflows").map(|all| Place::pointer(all.below(workflow)));
            let fault = place.into_iter().fold(fault, |fault, place| fault.because_of(Cause::Fault(place)));
            faults.push(fault.with("date", date));
        }
    });
}

/// What is done at a unit does not go on after the unit has ended, unless its successors take it over: nobody could do
/// it.
pub(super) fn units_in_force(root: &Cursor<'_>, organisation: &Organisation, faults: &mut Faults) {
    let mut look = |at: &Cursor<'_>, days: InForce| {
        let Some(named) = at.get("unit") else { return };
        let Some(unit) = named.node.value.as_text().map(UnitId::from) else { return };
        let Some(last) = organisation.last_day(&unit) else { return };
        let goes_on = days.to.is_none_or(|to| last < to);
        let after = days.from.map_or(last.plus(1), |from| from.max(last.plus(1)));
        if goes_on && organisation.working(&unit, after).is_empty() {
            faults.push(named.fault(Code::UnitEnded).with("unit", &unit).with("date", last));
        }
    };
    each_version(root, "procedures", |at| {
        if let Some((days, _)) = dates(at) {
            look(at, days);
        }
    });
    each_version(root, "workflows", |at| {
        let (Some((days, _)), Some(steps)) = (dates(at), at.get("steps")) else { return };
        let Value::Map(map) = &steps.node.value else { return };
        for (key, node) in map.iter() {
            let step = steps.key(key, node);
            look(&step, days);
            let Some(route) = step.get("route") else { continue };
            if let Value::List(list) = &route.node.value {
                list.iter().enumerate().for_each(|(index, node)| look(&route.index(index, node), days));
            }
        }
    });
}

/// The first day of a span on which none of the others, given in order, is in force. `Some(None)` is the very first day,
/// which has no date.
fn uncovered(span: InForce, others: impl Iterator<Item = InForce>) -> Option<Option<Date>> {
    let mut next = span.from;
    for other in others {
        if other.from.is_some_and(|from| next.is_none_or(|next| from > next)) {
            break;
        }
        match other.to {
            Some(to) if next.is_none_or(|next| to >= next) => next = Some(to.plus(1)),
            Some(_) => {}
            None => return None,
        }
    }
    span.to.is_none_or(|to| next.is_none_or(|next| next <= to)).then_some(next)
}

/// Checks that the name at `key` is that of an entry of a section, if the section has any.
fn refer(root: &Cursor<'_>, at: &Cursor<'_>, key: &str, section: &str, faults: &mut Faults) {
    let Some(named) = at.get(key) else { return };
    let Some(name) = named.node.value.as_text() else { return };
    if names(root, section).all(|known| known != name) {
        let kind = section.trim_end_matches('s');
        faults.push(undeclared(root, kind, section, name).at(named.place()));
    }
}

/// The fault of a name that no entry of a section has.
pub(super) fn undeclared(root: &Cursor<'_>, kind: &str, section: &str, name: &str) -> Error {
    Error::undeclared(kind, name, names(root, section)).because_of(Cause::Unnamed(root.below(section)))
}

fn role(at: &Cursor<'_>, organisation: &Organisation, faults: &mut Faults) {
    let Some(named) = at.get("role") else { return };
    let Some(name) = named.node.value.as_text() else { return };
    let known = || organisation.roles().map(RoleId::as_str);
    if known().next().is_some() && known().all(|role| role != name) {
        faults.push(Error::undeclared("role", name, known()).at(named.place()));
    }
}

/// The largest number of entries of a section, or of items of a list of a version: the cost of some checks grows with
/// the square of their number.
const MOST: [(&str, usize); 8] = [
    ("calendars", 1_000),
    ("units", 20_000),
    ("positions", 20_000),
    ("procedures", 20_000),
    ("rules", 2_000),
    ("components", 2_000),
    ("steps", MAX_STEPS),
    ("examples", 2_000),
];
/// Whether a rulebook is small enough for the checks that follow.
pub(super) fn bounded(root: &Cursor<'_>, faults: &mut Faults) -> bool {
    let before = faults.count();
    let mut size = |at: &Cursor<'_>, key: &str| {
        let Some(here) = at.get(key) else { return };
        let count = match &here.node.value {
            Value::Map(map) => map.len(),
            Value::List(list) => list.len(),
            _ => 0,
        };
        if let Some((what, most)) = MOST.iter().find(|(name, most)| *name == key && count > *most) {
            faults.push(here.fault(Code::TooLarge).with("what", what).with("limit", most));
        }
    };
    ["calendars", "units", "positions", "procedures"].into_iter().for_each(|section| size(root, section));
    each_version(root, "procedures", |at| {
        ["rules", "components", "examples"].into_iter().for_each(|key| size(at, key))
    });
    each_version(root, "workflows", |at| size(at, "steps"));
    for (section, above) in [("calendars", "base"), ("units", "parent")] {
        let Some(Value::Map(map)) = root.node.get(section).map(|node| &node.value) else { continue };
        let index: HashMap<&str, &str> =
            map.iter().filter_map(|(key, node)| Some((key, node.get(above)?.value.as_text()?))).collect();
        for (key, node) in map.iter() {
            let mut way = HashSet::from([key]);
            let mut next = index.get(key);
            while let Some(above) = next.filter(|above| way.len() <= DEEPEST && way.insert(**above)) {
                next = index.get(above);
            }
            if way.len() > DEEPEST {
                let section = root.get(section).map(|at| at.key(key, node).fault(Code::TooDeep));
                section.into_iter().for_each(|fault| faults.push(fault.with("limit", DEEPEST)));
            }
        }
    }
    faults.count() == before
}

/// Reports steps that no other step names, even if the workflow has other faults; not a step that a misspelt name may
/// have meant.
pub(super) fn lonely_steps(at: &Cursor<'_>, faults: &mut Faults) {
    fn named<'a>(node: &'a Node, out: &mut Vec<&'a str>) {
        match &node.value {
            Value::Text(text) => out.push(text),
            Value::List(list) => list.iter().for_each(|item| named(item, out)),
            Value::Map(map) => ["one_of", "all_of", "some_of", "to"]
                .into_iter()
                .filter_map(|key| map.get(key))
                .for_each(|node| named(node, out)),
            _ => {}
        }
    }
    let Some(steps) = at.get("steps") else { return };
    let Value::Map(map) = &steps.node.value else { return };
    let mut targets = Vec::new();
    map.iter().filter_map(|(_, step)| step.get("next")).for_each(|next| named(next, &mut targets));
    let known: HashSet<&str> = map.iter().map(|(key, _)| key).collect();
    let said = at.node.get("start").and_then(|start| start.value.as_text());
    let named = targets.iter().copied().chain(said);
    let strays: Vec<&str> = named.filter(|to| *to != "end" && !known.contains(to)).collect();
    let targets: HashSet<&str> = targets.into_iter().collect();
    let start = said.or_else(|| map.iter().next().map(|(key, _)| key));
    // Among many misspelt names, any step may have been meant.
    const MOST: usize = 50;
    for (key, node) in map.iter().filter(|(key, _)| Some(*key) != start && !targets.contains(key)) {
        if strays.len() <= MOST && strays.iter().all(|stray| nearest(stray, [key]).is_none()) {
            let fault = steps.key(key, node).fault(Code::UnreachableStep).with("step", key);
            // A part that was not read may lead there.
            let fault = fault.because_of(Cause::Undeclared(key.into()));
            faults.push(fault.because_of(Cause::Unnamed(format!("{}/*/next/*/*/to", steps.pointer()))));
        }
    }
}

/// Texts that people read.
const SAID: [&str; 5] = ["title", "who", "by", "solved_by", "file_at"];

/// Checks that a source names a text.
fn sources(at: &Cursor<'_>, faults: &mut Faults) {
    match &at.node.value {
        Value::List(list) => list.iter().enumerate().for_each(|(i, node)| sources(&at.index(i, node), faults)),
        _ => at.check_not_blank("text", faults),
    }
}

/// Checks every part: `in_force` does not end before it begins, and texts for people are not blank.
pub(super) fn walk(at: &Cursor<'_>, faults: &mut Faults) {
    match &at.node.value {
        Value::Map(map) => {
            SAID.iter().for_each(|said| at.check_not_blank(said, faults));
            for (key, node) in map.iter() {
                let here = at.key(key, node);
                if key == "in_force" {
                    reversed(&here, faults);
                }
                if ["source", "sources"].contains(&key) {
                    sources(&here, faults);
                }
                // Forms and data have words of their own.
                if !["form", "data"].contains(&key) {
                    walk(&here, faults);
                }
            }
        }
        Value::List(list) => list.iter().enumerate().for_each(|(i, node)| walk(&at.index(i, node), faults)),
        _ => {}
    }
}

/// Parts whose texts are not for people, or whose author may mean a character that nobody sees: expressions, patterns,
/// and the data of examples.
const NOT_SAID: [&str; 12] = [
    // Identifiers have a check of their own.
    "id",
    "check",
    "when",
    "each",
    "pattern",
    "patternProperties",
    "examples",
    "enum",
    "const",
    "default",
    "data",
    "quantity",
];

/// Reports characters that nobody sees in the texts of a rulebook: controls, zero-width characters, and those that turn
/// the direction of reading, so that a text shows otherwise than it is written (Unicode UTR 36).
pub(super) fn unseen(at: &Cursor<'_>, faults: &mut Faults) {
    match &at.node.value {
        Value::Map(map) => {
            let said = map.iter().filter(|(key, _)| !NOT_SAID.contains(key));
            said.for_each(|(key, node)| unseen(&at.key(key, node), faults));
        }
        Value::List(list) => list.iter().enumerate().for_each(|(i, node)| unseen(&at.index(i, node), faults)),
        Value::Text(text) => {
            // A text in which nothing is seen at all is blank.
            if let Some(char) = text.chars().find(|char| is_unseen(*char)).filter(|_| !is_blank(text)) {
                faults.push(at.fault(Code::Typography).with("value", format!("U+{:04X}", u32::from(char))));
            }
        }
        _ => {}
    }
}

/// Line feeds and tabs arrange a text; variation selectors and joiners choose between pictures and letter forms.
fn is_unseen(char: char) -> bool {
    let lays_out = matches!(char, '\n' | '\r' | '\t' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    !lays_out && (char.is_control() || is_invisible(char))
}

fn reversed(at: &Cursor<'_>, faults: &mut Faults) {
    let day = |key: &str| Date::parse(at.node.get(key)?.value.as_text()?).ok();
    if let (Some(from), Some(to)) = (day("from"), day("to"))
        && to < from
    {
        faults.push(at.fault(Code::DatesReversed).with("from", from).with("to", to));
    }
}

/// Reports steps that need a second person if only one position, held by one person, gives the role. `roles` gives
/// the roles of the other step, or of the steps that replaced it.
pub(super) fn four_eyes(
    spec: &WorkflowSpec,
    organisation: &Organisation,
    roles: &dyn Fn(&StepId) -> Vec<RoleId>,
    faults: &mut Faults,
) {
    let only = |role: &RoleId| {
        let mut posts = organisation.positions().filter(|(_, position)| position.roles.contains(role));
        let (id, position) = posts.next()?;
        (posts.next().is_none() && position.standing == Rank::Head && heads_one(organisation, id)).then_some(id)
    };
    for (id, step) in &spec.steps {
        let Some(role) = &step.role else { continue };
        for other in &step.not_by.0 {
            let themselves = other.value == *id;
            let theirs = roles(&other.value);
            let same = theirs.iter().any(|theirs| only(role).is_some_and(|post| only(theirs) == Some(post)));
            if themselves || same {
                let fault = Error::new(Code::FourEyesOfOne).with("step", id).with("other", &other.value);
                faults.push(fault.with("role", &role.value).at(other.place.clone()));
            }
        }
    }
}

/// Whether a position heads no more than one unit.
fn heads_one(organisation: &Organisation, position: &PositionId) -> bool {
    let heads = organisation.units().filter(|(_, unit)| unit.head.as_ref().is_some_and(|head| head.value == *position));
    let units: HashSet<_> = heads.map(|(id, _)| id).collect();
    units.len() == 1
}

/// Checks that the budgets of a workflow fit the limit of each procedure that uses it.
pub(super) fn budgets(root: &Cursor<'_>, parts: &Parts, faults: &mut Faults) {
    for (id, procedures) in parts.rules.procedures.iter() {
        for procedure in procedures.iter() {
            if faults.is_full() {
                return;
            }
            let Some((limit, workflows)) = procedure
                .limit()
                .zip(procedure.workflow().and_then(|workflow: &WorkflowId| parts.workflows.get(workflow)))
            else {
                continue;
            };
            let unit = procedure.spec().unit.as_ref();
            let nominal = parts
                .rules
                .calendar_for(unit, procedure.in_force().from)
                .map_or(Seconds(8 * 3600), Calendar::nominal_day);
            let either = |above: String, committed, statutory| {
                let limits = [("committed", committed), ("statutory", statutory)].into_iter();
                limits.filter_map(|(key, limit)| Some((format!("{above}/{key}"), limit?))).next()
            };
            let choices = limit.by.iter().enumerate();
            let choices = choices.filter_map(|(index, one)| {
                either(format!("/limit/by/{index}"), one.committed.as_ref(), one.statutory.as_ref())
            });
            let own = either("/limit".to_owned(), limit.committed.as_ref(), limit.statutory.as_ref());
            let limits = own.into_iter().chain(choices);
            // The longest limit of all choices; `None` if one of them cannot be compared.
            let most = limits
                .map(|(part, limit)| limit.working_time(nominal).map(|time| (time, limit, part)))
                .max_by_key(|one| one.as_ref().map_or(i64::MAX, |(time, ..)| time.0));
            let Some(Some((most, said, part))) = most else { continue };
            let both = workflows.iter().filter(|flow| flow.in_force().overlaps(&procedure.in_force()));
            for (longest, path) in both.map(|workflow| workflow.longest_path(nominal)) {
                if longest <= most {
                    continue;
                }
                let path = path.iter().map(|step| step.as_str()).collect::<Vec<_>>().join(" → ");
                let fault = Error::new(Code::BudgetsExceed)
                    .with("sum", hours(longest))
                    .with_text("limit", said.text())
                    .with("hours", hours(most))
                    .with("path", path);
                each_version(root, "procedures", |at| {
                    let own = at.pointer().split('/').nth(2) == Some(id.as_str());
                    let from = at.node.get("in_force").and_then(|dates| dates.get("from")?.value.as_text());
                    let from = from.and_then(|from| Date::parse(from).ok());
                    if own && from == procedure.in_force().from {
                        // At the line of the limit itself: the layer that promises it may be another than the procedure's.
                        let place = at
                            .place_of(&part)
                            .map(|place| Place { pointer: Some(format!("{}{part}", at.pointer())), ..place });
                        faults.push(fault.clone().at(place.unwrap_or_else(|| at.place())));
                    }
                });
            }
        }
    }
}

fn hours(time: Seconds) -> String {
    let tenths = time.0 * 10 / 3600;
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// Calls `see` with each entry of a section.
fn each_entry(root: &Cursor<'_>, section: &str, mut see: impl FnMut(&Cursor<'_>)) {
    let Some(section) = root.get(section) else { return };
    let Value::Map(map) = &section.node.value else { return };
    map.iter().for_each(|(key, node)| see(&section.key(key, node)));
}

/// Calls `see` with each version of each entry of a section.
pub(super) fn each_version(root: &Cursor<'_>, section: &str, mut see: impl FnMut(&Cursor<'_>)) {
    each_entry(root, section, |at| match &at.node.value {
        Value::List(list) => list.iter().enumerate().for_each(|(index, node)| see(&at.index(index, node))),
        _ => see(at),
    });
}
