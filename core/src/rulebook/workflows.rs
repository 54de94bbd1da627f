//! Compiles the workflows of a rulebook: each on its own first, then those that call others.

use super::faults::add_found;
use super::references::{four_eyes, lonely_steps};
use super::section::{names, section, versions};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::ids::{RoleId, StepId, WorkflowId};
use crate::base::shape::{Cursor, Key, Shape};
use crate::base::source::{Dated, Versions};
use crate::people::Organisation;
use crate::workflow::call::{MARK, Written};
use crate::workflow::{Library, Workflow, WorkflowSpec};
use indexmap::IndexMap;
use std::collections::HashSet;

/// Reads every workflow and reports its own faults.
pub(super) fn gather(root: &Cursor<'_>, organisation: &Organisation, faults: &mut Faults) -> Library {
    let mut read = section(root, "workflows", faults, |id: &WorkflowId, at, faults| {
        versions(id.as_str(), at, faults, |at, faults| {
            lonely_steps(at, faults);
            let spec = WorkflowSpec::read(at, faults)?;
            silence_without_effect(&spec, faults);
            let role = |step: &StepId| spec.steps.get(step).and_then(|step| Some(step.role.as_ref()?.value.clone()));
            four_eyes(&spec, organisation, &|other| role(other).into_iter().collect(), faults);
            match Written::compile(id.clone(), spec, organisation) {
                Ok(written) => Some(written),
                Err(found) => {
                    add_found(found, at, faults);
                    None
                }
            }
        })
    });
    let mut library = Library::default();
    let section = root.get("workflows");
    for name in names(root, "workflows") {
        let (Some(id), Some(section)) = (WorkflowId::from_key(name), &section) else { continue };
        library.set_place(id.clone(), Place::pointer(section.below(name)));
        let versions = read.shift_remove(&id);
        library.insert(id, versions);
    }
    library
}

/// Reports silence as an answer at a step without a time budget, where it has no effect, and outcomes listed twice.
fn silence_without_effect(spec: &WorkflowSpec, faults: &mut Faults) {
    for step in spec.steps.values() {
        let fault = |code| Error::new(code).at(step.place.clone());
        if step.on_silence.is_some() && step.budget.is_none() {
            faults.push(fault(Code::WithoutEffect).with("field", "on_silence").with("needs", "budget"));
        }
        // Silence is recorded as an outcome: a step with outcomes of its own has to name it.
        if let Some(silence) = step.on_silence.map(|silence| silence.as_str())
            && !step.outcomes.is_empty()
            && step.outcomes.iter().all(|outcome| outcome != silence)
        {
            let fault = fault(Code::SilenceOutcome).with("silence", silence);
            faults.push(fault.with("outcomes", step.outcomes.join(", ")));
        }
        let mut seen = HashSet::new();
        for outcome in step.outcomes.iter().filter(|outcome| !seen.insert(*outcome)) {
            faults.push(fault(Code::NamedTwice).with("value", outcome));
        }
    }
}

/// Expands the workflows that call others, and compiles them.
pub(super) fn compile(
    library: &Library,
    organisation: &Organisation,
    faults: &mut Faults,
) -> IndexMap<WorkflowId, Versions<Workflow>> {
    let compiled = library.compile_all(organisation, faults);
    for (id, workflows) in &compiled {
        for written in library.versions(id) {
            let overlapping = || workflows.iter().filter(|one| one.in_force().overlaps(&written.in_force()));
            if overlapping().any(|one| !one.calls().is_empty()) {
                let roles = |other: &StepId| overlapping().flat_map(|one| roles_inside(one, other)).collect();
                four_eyes(written.spec(), organisation, &roles, faults);
            }
        }
    }
    compiled
}

/// The roles of a step that came from a called workflow, or of all steps from it.
fn roles_inside(workflow: &Workflow, other: &StepId) -> Vec<RoleId> {
    let prefix = format!("{other}{MARK}");
    let inside = |id: &StepId| id.as_str().starts_with(&prefix) || id == other && other.as_str().contains(MARK);
    workflow.steps().iter().filter(|step| inside(&step.id)).filter_map(|step| step.role.clone()).collect()
}
