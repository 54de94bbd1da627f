//! The workflows of a rulebook: each by itself first, then those that call others.

use super::faults::tell;
use super::references::{each_version, four_eyes, lonely_steps};
use super::section::{names, section, versions};
use crate::error::{Code, Faults};
use crate::ids::{RoleId, StepId, WorkflowId};
use crate::shape::{Cursor, Key, Shape};
use crate::source::Versions;
use crate::staff::Organisation;
use crate::workflow::call::{MARK, Written};
use crate::workflow::{Library, Workflow, WorkflowSpec};
use indexmap::IndexMap;

/// Reads every workflow and tells what is wrong with it by itself.
pub(super) fn gather(root: &Cursor<'_>, organisation: &Organisation, faults: &mut Faults) -> Library {
    let mut read = section(root, "workflows", faults, |id: &WorkflowId, at, faults| {
        versions(id.as_str(), at, faults, |at, faults| {
            lonely_steps(at, faults);
            let spec = WorkflowSpec::read(at, faults)?;
            let role = |step: &StepId| spec.steps.get(step).and_then(|step| Some(step.role.as_ref()?.value.clone()));
            four_eyes(&spec, at, organisation, &|other| role(other).into_iter().collect(), faults);
            match Written::compile(id.clone(), spec, organisation) {
                Ok(written) => Some(written),
                Err(found) => {
                    tell(&found, at, faults);
                    None
                }
            }
        })
    });
    let mut library = Library::default();
    for id in names(root, "workflows").filter_map(WorkflowId::from_key) {
        let versions = read.shift_remove(&id);
        library.insert(id, versions);
    }
    library
}

/// Lays out those that call others, and compiles them.
pub(super) fn compile(
    root: &Cursor<'_>,
    library: &Library,
    organisation: &Organisation,
    faults: &mut Faults,
) -> IndexMap<WorkflowId, Versions<Workflow>> {
    let mut found = Faults::new();
    let compiled = library.compile_all(organisation, &mut found);
    // Those of a workflow that is called were told where it stands.
    found.retain(|fault| fault.code() != Code::CallOfFaulty);
    faults.extend(found);
    each_version(root, "workflows", |at| {
        let id = at.pointer().split('/').nth(2).and_then(WorkflowId::from_key);
        let Some(workflow) = id.and_then(|id| compiled.get(&id)?.newest()).filter(|one| !one.calls().is_empty()) else {
            return;
        };
        if let Some(spec) = WorkflowSpec::read(at, &mut Faults::new()) {
            four_eyes(&spec, at, organisation, &|other| roles_inside(workflow, other), faults);
        }
    });
    compiled
}

/// The roles of a step that a call brought, or of all steps that it brought.
fn roles_inside(workflow: &Workflow, other: &StepId) -> Vec<RoleId> {
    let prefix = format!("{other}{MARK}");
    let inside = |id: &StepId| id.as_str().starts_with(&prefix) || id == other && other.as_str().contains(MARK);
    workflow.steps().iter().filter(|step| inside(&step.id)).filter_map(|step| step.role.clone()).collect()
}
