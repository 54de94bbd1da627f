//! What changed between two rulebooks: for whom, from when, and which open cases it touches.

use super::diff_words::{self, Label};
use super::office::Office;
use super::overlay::{day, name};
use crate::case::{Case, Rules, due_of};
use crate::dossier::OpenCases;
use crate::ids::CaseId;
use crate::shape::terms;
use crate::text::Text;
use crate::time::Date;
use crate::value::{Node, Value, push_token};
use crate::workflow::Workflow;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

terms! {
    /// What became of a part of a rulebook.
    pub enum ChangeKind {
        /// It is new.
        Added = "added",
        /// It is gone.
        Removed = "removed",
        /// It says something else.
        Changed = "changed",
    }
}

/// One change.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// The section: `procedures`, `calendars`, `workflows` …
    pub section: String,
    /// The entry of the section, such as `2.001199`.
    pub entry: Option<String>,
    /// JSON pointer into the canonical rulebook; items of lists by their names, versions by their first day.
    pub path: String,
    /// What was said before.
    pub before: Option<Node>,
    /// What is said now.
    pub after: Option<Node>,
    /// The first day on which it matters, where it names one.
    pub from: Option<Date>,
    /// The last day on which it matters.
    pub to: Option<Date>,
    /// The open cases that it touches.
    pub open_cases: Vec<CaseId>,
    /// The same in words.
    pub text: Text,
}

/// An open case that changes touch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TouchedCase {
    /// The case.
    pub case_id: CaseId,
    /// Its last day by the older rules.
    pub last_day_before: Option<Date>,
    /// Its last day by the newer ones; nothing for one that begins anew.
    pub last_day_after: Option<Date>,
}

/// What changed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diff {
    /// Whether both mean the same.
    pub same: bool,
    /// The changes, in the order of the canonical rulebook.
    pub changes: Vec<Change>,
    /// The open cases that some change touches.
    pub cases: Vec<TouchedCase>,
}

impl Office {
    /// What a newer rulebook changes, and which of the given cases it touches.
    pub fn diff(&self, newer: &Self, cases: &[Case]) -> Diff {
        let (before, after) = (self.written(), newer.written());
        let mut found = Vec::new();
        compare(Some(&before), Some(&after), &mut Vec::new(), &mut found);
        // The head says what a rulebook is, not what holds.
        found.retain(
            |one| !matches!(one.way.first(), Some(Step::Field(field)) if ["namro", "id"].contains(&field.as_str())),
        );
        let open: Vec<&Case> = cases.iter().filter(|case| case.finished.is_none() && case.stopped.is_none()).collect();
        let mut touched: BTreeMap<CaseId, TouchedCase> = BTreeMap::new();
        let mut changes = Vec::new();
        for one in found {
            let mut hit = Vec::new();
            for case in open.iter().filter(|case| self.touches(newer, &one, case)) {
                hit.push(case.case_id.clone());
                touched.entry(case.case_id.clone()).or_insert_with(|| self.touched(newer, case));
            }
            changes.push(one.tell(&before, &after, hit));
        }
        Diff { same: self.hash() == newer.hash(), changes, cases: touched.into_values().collect() }
    }

    /// Whether a change has to do with a case.
    fn touches(&self, newer: &Self, one: &Found, case: &Case) -> bool {
        let (Some(Step::Field(section)), Some(anchored)) = (one.way.first(), case.versions.anchored_on) else {
            return false;
        };
        let entry = one.entry().unwrap_or_default();
        let (from, to) = one.span();
        let governs = from.is_none_or(|from| from <= anchored) && to.is_none_or(|to| anchored <= to);
        match section.as_str() {
            "procedures" => {
                let own = case.versions.procedure.as_ref().is_some_and(|own| own.as_str() == entry);
                own && (governs || from.is_some_and(|from| from > anchored && newer.takes_over(entry, from).is_some()))
            }
            "workflows" => governs && (self.runs(case, anchored, entry) || newer.runs(case, anchored, entry)),
            "calendars" => {
                let uses = |office: &Self| office.stands_on(case, entry);
                let due = |office: &Self| due_of(office, case).ok().flatten().map(|due| due.due);
                (uses(self) || uses(newer)) && case.accepted.is_some() && due(self) != due(newer)
            }
            _ => false,
        }
    }

    /// Whether a case runs by a workflow, or by one that calls it.
    fn runs(&self, case: &Case, anchored: Date, workflow: &str) -> bool {
        case.versions.workflow.as_ref().is_some_and(|own| {
            let calls = |own: &Workflow| own.calls().iter().any(|call| call.workflow.as_str() == workflow);
            own.as_str() == workflow || self.workflow(own, anchored).is_ok_and(calls)
        })
    }

    /// How the version of a procedure that comes into force on a day takes open cases over, if it does.
    fn takes_over(&self, procedure: &str, from: Date) -> Option<OpenCases> {
        let versions = self.parts().rules.procedures.get(procedure)?;
        let version = versions.iter().find(|version| version.spec().in_force.from == Some(from))?;
        Some(version.spec().open_cases).filter(|how| *how != OpenCases::Keep)
    }

    /// Whether a case is counted by a calendar, or by one that stands on it.
    fn stands_on(&self, case: &Case, calendar: &str) -> bool {
        let own = self.calendar_of(case.unit.as_ref()).map(|own| own.id().to_string()).unwrap_or_default();
        let mut needed = Default::default();
        super::publish::need_calendar(&self.written(), Some(&own.as_str().into()), &mut needed);
        needed.contains(calendar)
    }

    fn touched(&self, newer: &Self, case: &Case) -> TouchedCase {
        let last = |office: &Self, case: &Case| due_of(office, case).ok().flatten().map(|due| due.last_day);
        let anchored = case.versions.anchored_on.zip(case.versions.procedure.as_ref());
        let overs = anchored.map(|(day, procedure)| Rules::take_overs(newer, procedure, day, Date::MAX));
        let after = match overs.unwrap_or_default().last() {
            Some(over) if over.anew => None,
            Some(over) => {
                let mut case = case.clone();
                case.versions.anchored_on = Some(over.from);
                last(newer, &case)
            }
            None => last(newer, case),
        };
        TouchedCase { case_id: case.case_id.clone(), last_day_before: last(self, case), last_day_after: after }
    }
}

/// A step on the way to a part.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step {
    /// A field, or an entry of a section.
    Field(String),
    /// An item of a list, by its name.
    Item(String),
    /// A version, by the day on which it comes into force.
    Version(Option<String>),
}

/// A change as it was found.
pub(super) struct Found {
    pub(super) way: Vec<Step>,
    pub(super) before: Option<Node>,
    pub(super) after: Option<Node>,
    /// The dates of the version around it.
    dates: Option<(Option<Date>, Option<Date>)>,
}

impl Found {
    /// The entry of the section.
    pub(super) fn entry(&self) -> Option<&str> {
        match self.way.get(1)? {
            Step::Field(entry) | Step::Item(entry) => Some(entry),
            Step::Version(_) => None,
        }
    }

    /// The days on which it matters: those of its version, or of the row itself.
    pub(super) fn span(&self) -> (Option<Date>, Option<Date>) {
        let node = self.after.as_ref().or(self.before.as_ref());
        let date = |node: &Node, key: &str| Date::parse(node.get(key)?.value.as_text()?).ok();
        let own = node.and_then(|node| {
            let row = node.get("in_force").unwrap_or(node);
            let from = date(row, "from").or_else(|| date(row, "date"));
            let to = date(row, "to").or_else(|| date(row, "date"));
            (from.is_some() || to.is_some()).then_some((from, to))
        });
        own.or(self.dates).unwrap_or_default()
    }

    fn tell(self, before: &Node, after: &Node, open_cases: Vec<CaseId>) -> Change {
        let kind = match (&self.before, &self.after) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        let (from, to) = self.span();
        let label = Label { found: &self, kind, from, to, cases: open_cases.len() };
        let text = diff_words::sentence(&label, before, after);
        let mut path = String::new();
        for step in &self.way {
            match step {
                Step::Field(token) | Step::Item(token) => push_token(&mut path, token),
                Step::Version(day) => push_token(&mut path, day.as_deref().unwrap_or("-")),
            }
        }
        let section = match self.way.first() {
            Some(Step::Field(section)) => section.clone(),
            _ => String::new(),
        };
        let entry = self.entry().map(str::to_owned);
        Change { kind, section, entry, path, before: self.before, after: self.after, from, to, open_cases, text }
    }
}

/// Sections whose entries have versions.
const DATED: [&str; 3] = ["procedures", "workflows", "policies"];

fn compare(before: Option<&Node>, after: Option<&Node>, way: &mut Vec<Step>, found: &mut Vec<Found>) {
    if before == after {
        return;
    }
    let dated = matches!(way.as_slice(), [Step::Field(section), Step::Field(_)] if DATED.contains(&section.as_str()));
    if let (Some(before), Some(after)) = (before, after) {
        if dated {
            let (before, after) = (versions(before), versions(after));
            return pairs(&before, &after, way, found);
        }
        match (&before.value, &after.value) {
            (Value::Map(a), Value::Map(b)) => {
                let field = |(key, node)| (Step::Field(String::from(key)), node);
                let (a, b): (Vec<_>, Vec<_>) = (a.iter().map(field).collect(), b.iter().map(field).collect());
                return pairs(&a, &b, way, found);
            }
            (Value::List(a), Value::List(b)) => {
                let (a, b) = (items(a), items(b));
                if let Some((a, b)) = a.zip(b) {
                    return pairs(&a, &b, way, found);
                }
            }
            _ => {}
        }
    } else if dated && let Some(list) = before.or(after).filter(|node| matches!(node.value, Value::List(_))) {
        let (all, none) = (versions(list), Vec::new());
        return if before.is_some() { pairs(&all, &none, way, found) } else { pairs(&none, &all, way, found) };
    } else if let [Step::Field(_)] = way.as_slice()
        && let Some(Node { value: Value::Map(map), .. }) = before.or(after)
    {
        // A whole section: entry by entry.
        let all: Vec<_> = map.iter().map(|(key, node)| (Step::Field(key.to_owned()), node)).collect();
        return if before.is_some() { pairs(&all, &[], way, found) } else { pairs(&[], &all, way, found) };
    }
    if before.is_none() != after.is_none()
        && way.len() > 2
        && let Some(Node { value: Value::List(list), .. }) = before.or(after)
        && let Some(all) = items(list)
        && !all.is_empty()
    {
        // Dated and named rows are told one by one.
        return if before.is_some() { pairs(&all, &[], way, found) } else { pairs(&[], &all, way, found) };
    }
    found.push(Found { way: way.clone(), before: before.cloned(), after: after.cloned(), dates: None });
}

fn pairs<'a>(
    before: &'a [(Step, &'a Node)],
    after: &'a [(Step, &'a Node)],
    way: &mut Vec<Step>,
    found: &mut Vec<Found>,
) {
    let index = |list: &'a [(Step, &'a Node)]| -> HashMap<&'a Step, &'a Node> {
        list.iter().map(|(step, node)| (step, *node)).collect()
    };
    let (old, new) = (index(before), index(after));
    let gone = before.iter().filter(|(step, _)| !new.contains_key(step)).map(|(step, node)| (step, Some(*node), None));
    let kept = after.iter().map(|(step, node)| (step, old.get(step).copied(), Some(*node)));
    let all: Vec<(&Step, Option<&Node>, Option<&Node>)> = gone.chain(kept).collect();
    for (step, old, new) in all {
        way.push(step.clone());
        let start = found.len();
        compare(old, new, way, found);
        if let Step::Version(_) = step {
            let date = |key: &str| {
                let node = new.or(old)?;
                Date::parse(node.get("in_force")?.get(key)?.value.as_text()?).ok()
            };
            let dates = Some((date("from"), date("to")));
            found.iter_mut().skip(start).for_each(|one| one.dates = dates);
        }
        way.pop();
    }
}

fn versions(node: &Node) -> Vec<(Step, &Node)> {
    let step = |node| (Step::Version(day(node).map(str::to_owned)), node);
    match &node.value {
        Value::List(list) => list.iter().map(step).collect(),
        _ => vec![step(node)],
    }
}

/// The items of a list by name, where each has one of its own.
fn items(list: &[Node]) -> Option<Vec<(Step, &Node)>> {
    let named: Vec<_> =
        list.iter().map(|node| name(node).map(|(_, name)| (Step::Item(name), node))).collect::<Option<_>>()?;
    let mut names: Vec<_> = named.iter().map(|(step, _)| format!("{step:?}")).collect();
    names.sort();
    names.dedup();
    (names.len() == list.len()).then_some(named)
}
