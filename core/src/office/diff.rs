//! What changed between two rulebooks: for what, from when, and which open cases are affected.

use super::diff_words::sentence;
use super::handle::Office;
use crate::base::error::Faults;
use crate::base::ids::CaseId;
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::base::value::Node;
use crate::case::{Case, CaseRules, due_of};
use crate::dossier::OpenCases;
use crate::rulebook::compare::{ChangeKind, Found, Step, compare};
use crate::workflow::Workflow;
use indexmap::IndexMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// Request for the changes in a newer rulebook.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DiffRequest {
    /// Texts of the newer rulebook by name; the first is the root.
    pub rulebooks: IndexMap<String, String>,
    /// Cases; the open ones that are affected are reported.
    pub cases: Vec<Case>,
}

/// One change.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Change {
    /// Added, removed or changed.
    pub kind: ChangeKind,
    /// The section: `procedures`, `calendars`, `workflows` …
    pub section: String,
    /// The entry of the section, such as `2.001199`.
    pub entry: Option<String>,
    /// JSON pointer into the canonical rulebook; list items are addressed by name, versions by their first day.
    pub path: String,
    /// The old value.
    pub before: Option<Node>,
    /// The new value.
    pub after: Option<Node>,
    /// The first day on which the change has an effect, if it is stated.
    pub valid_from: Option<Date>,
    /// The last day on which the change has an effect, if it is stated.
    pub valid_to: Option<Date>,
    /// The open cases that it affects.
    pub open_cases: Vec<CaseId>,
    /// The change as a sentence.
    pub text: Text,
}

/// An open case that is affected by changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct TouchedCase {
    /// The case.
    pub case_id: CaseId,
    /// Its last day under the old rules.
    pub last_day_before: Option<Date>,
    /// Its last day under the new rules; `None` for a case that begins again.
    pub last_day_after: Option<Date>,
}

/// What changed.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Diff {
    /// Whether both rulebooks have the same meaning.
    pub same: bool,
    /// The changes, in the order of the canonical rulebook.
    pub changes: Vec<Change>,
    /// The open cases that are affected by some change.
    pub cases: Vec<TouchedCase>,
}

impl Office {
    /// [`Office::diff`] with the newer rulebook given as texts.
    ///
    /// # Errors
    /// Every fault of the newer rulebook.
    pub(crate) fn diff_texts(&self, request: &DiffRequest) -> Result<Diff, Faults> {
        let texts: Vec<_> = request.rulebooks.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        Ok(self.diff(&Self::load(&texts)?, &request.cases))
    }

    /// The changes in a newer rulebook, and which of the given cases they affect.
    pub fn diff(&self, newer: &Self, cases: &[Case]) -> Diff {
        let (before, after) = (self.rulebook().written(), newer.rulebook().written());
        let mut found = Vec::new();
        compare(Some(&before), Some(&after), &mut Vec::new(), &mut found);
        // The head fields identify a rulebook and contain no rules.
        found.retain(
            |one| !matches!(one.way.first(), Some(Step::Field(field)) if ["namro", "id"].contains(&field.as_str())),
        );
        let open: Vec<&Case> = cases.iter().filter(|case| case.finished.is_none() && case.stopped.is_none()).collect();
        let mut touched: BTreeMap<CaseId, TouchedCase> = BTreeMap::new();
        let mut changes = Vec::new();
        for one in found {
            let mut hit = Vec::new();
            for case in open.iter().filter(|case| self.affects(newer, &one, case)) {
                hit.push(case.case_id.clone());
                touched.entry(case.case_id.clone()).or_insert_with(|| self.touched(newer, case));
            }
            changes.push(change_of(one, &before, &after, hit));
        }
        Diff { same: self.hash() == newer.hash(), changes, cases: touched.into_values().collect() }
    }

    /// Whether a change affects a case.
    fn affects(&self, newer: &Self, one: &Found, case: &Case) -> bool {
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
                let uses = |office: &Self| office.counted_by(case, entry);
                let due = |office: &Self| due_of(office, case).ok().flatten().map(|due| due.due);
                (uses(self) || uses(newer)) && case.accepted.is_some() && due(self) != due(newer)
            }
            _ => false,
        }
    }

    /// Whether a case follows a workflow, or one that calls it.
    fn runs(&self, case: &Case, anchored: Date, workflow: &str) -> bool {
        case.versions.workflow.as_ref().is_some_and(|own| {
            let calls = |own: &Workflow| own.calls().iter().any(|call| call.workflow.as_str() == workflow);
            own.as_str() == workflow || self.rulebook().workflow(own, anchored).is_ok_and(calls)
        })
    }

    /// How the version of a procedure that comes into force on a day applies to open cases; `None` if it does not.
    fn takes_over(&self, procedure: &str, from: Date) -> Option<OpenCases> {
        let versions = self.rulebook().parts().rules.procedures.get(procedure)?;
        let version = versions.iter().find(|version| version.spec().in_force.from == Some(from))?;
        Some(version.spec().open_cases).filter(|how| *how != OpenCases::Keep)
    }

    /// Whether the time of a case is counted by a calendar, or by one based on it.
    fn counted_by(&self, case: &Case, calendar: &str) -> bool {
        let own = self
            .rulebook()
            .rules()
            .calendar_for(case.unit.as_ref(), case.versions.anchored_on)
            .map(|own| own.id().to_string())
            .unwrap_or_default();
        let mut needed = Default::default();
        crate::rulebook::publish::need_calendar(&self.rulebook().written(), Some(&own.as_str().into()), &mut needed);
        needed.contains(calendar)
    }

    fn touched(&self, newer: &Self, case: &Case) -> TouchedCase {
        let last = |office: &Self, case: &Case| due_of(office, case).ok().flatten().map(|due| due.last_day);
        let anchored = case.versions.anchored_on.zip(case.versions.procedure.as_ref());
        let overs = anchored.map(|(day, procedure)| CaseRules::take_overs(newer, procedure, day, Date::MAX));
        let after = match overs.unwrap_or_default().last() {
            Some(over) if over.restarts => None,
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

/// A change as it is reported.
fn change_of(found: Found, before: &Node, after: &Node, open_cases: Vec<CaseId>) -> Change {
    let section = match found.way.first() {
        Some(Step::Field(section)) => section.clone(),
        _ => String::new(),
    };
    let (from, to) = found.span();
    Change {
        kind: found.kind(),
        section,
        entry: found.entry().map(str::to_owned),
        path: found.path(),
        text: sentence(&found, open_cases.len(), before, after),
        before: found.before,
        after: found.after,
        valid_from: from,
        valid_to: to,
        open_cases,
    }
}
