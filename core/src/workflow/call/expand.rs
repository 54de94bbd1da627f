//! Expands calls: the steps of called workflows replace the steps that call them.

use super::flows::{lead_on, rename, targets};
use super::library::{Library, Written};
use super::{Call, MARK};
use crate::base::error::{Cause, Code, Error, Faults, Place};
use crate::base::ids::{StepId, WorkflowId, is_identifier};
use crate::base::shape::{Located, OneOrMany};
use crate::base::text::Text;
use crate::base::time::Date;
use crate::workflow::compile::because_of;
use crate::workflow::spec::{Join, NextSpec, StepSpec, WorkflowSpec};
use indexmap::IndexMap;
use std::collections::HashSet;

/// A workflow without calls, and where each of its steps came from.
pub(super) struct ExpandedSpec {
    pub(super) spec: WorkflowSpec,
    pub(super) calls: Vec<Call>,
    /// For each step, the call that it came from.
    pub(super) within: Vec<Option<usize>>,
}

/// Expands the calls of a workflow that the survey has accepted.
///
/// # Errors
/// Ends that cannot be connected to the steps after a call, two steps with the same name, names that grow too long.
pub(super) fn expand(library: &Library, root: &Written, day: Option<Date>) -> Result<ExpandedSpec, Faults> {
    let (steps, calls, within, faults) = Default::default();
    let flows = root.spec.flows();
    let mut expansion = Expansion { library, day, steps, calls, within, flows, faults };
    let start = expansion.expand(&root.spec, "", None);
    expansion.spread_four_eyes();
    let Expansion { steps, calls, within, faults, .. } = expansion;
    let place = root.spec.start.as_ref().map(|start| start.place.clone()).unwrap_or_default();
    let spec = WorkflowSpec { steps, start: Some(Located { value: start, place }), ..WorkflowSpec::clone(&root.spec) };
    faults.into_result(Some(ExpandedSpec { spec, calls, within }))
}

struct Expansion<'a> {
    library: &'a Library,
    day: Option<Date>,
    steps: IndexMap<StepId, Located<StepSpec>>,
    calls: Vec<Call>,
    within: Vec<Option<usize>>,
    /// What says how the steps follow each other.
    flows: Vec<Cause>,
    faults: Faults,
}

impl<'a> Expansion<'a> {
    fn called(&self, named: &WorkflowId) -> Option<&'a Written> {
        self.library.on(named, self.day)
    }

    /// Adds the steps of a workflow under a prefix; gives the first of them.
    fn expand(&mut self, spec: &'a WorkflowSpec, prefix: &str, within: Option<usize>) -> StepId {
        for (id, step) in &spec.steps {
            let name = format!("{prefix}{id}");
            let mut next = step.next.clone();
            rename(&mut next.value, |to| self.entry(spec, to, prefix).unwrap_or_else(|| to.to_owned()));
            let called = step.workflow.as_ref().and_then(|named| Some((named, self.called(named)?)));
            let Some((named, called)) = called else {
                self.push(name, Located { value: renamed(id, step, next, prefix), place: step.place.clone() }, within);
                continue;
            };
            let title = step.title.clone().unwrap_or_else(|| Text::same(id.as_str()));
            let (workflow, written) = (named.value.clone(), called.outline.clone());
            self.calls.push(Call { step: name.as_str().into(), title, workflow, within, written });
            for flow in called.spec.flows() {
                if !self.flows.contains(&flow) {
                    self.flows.push(flow);
                }
            }
            let inside = self.steps.len();
            let first = self.expand(&called.spec, &format!("{name}{MARK}"), Some(self.calls.len() - 1));
            let call = Located { value: StepId::from(name.as_str()), place: named.place.clone() };
            self.join(&call, step.join, inside, &first);
            let waits = |to: &Located<String>| spec.steps.get(to.value.as_str()).is_some_and(|to| to.join != Join::Any);
            let joins = targets(&step.next).any(waits);
            lead_on(&call, self.steps.iter_mut().skip(inside), &next, joins, &self.flows, &mut self.faults);
        }
        let start = first(spec).and_then(|(id, _)| self.entry(spec, id.as_str(), prefix)).unwrap_or_default();
        StepId::from(start.as_str())
    }

    /// The step to which a flow to one of a workflow's own steps leads; `None` for the end.
    fn entry(&self, spec: &WorkflowSpec, step: &str, prefix: &str) -> Option<String> {
        let mut name = format!("{prefix}{step}");
        let mut step = spec.steps.get(step)?;
        while let Some(called) = step.workflow.as_ref().and_then(|named| self.called(named)) {
            let (id, inner) = first(&called.spec)?;
            name = format!("{name}{MARK}{id}");
            step = inner;
        }
        Some(name)
    }

    fn push(&mut self, name: String, step: Located<StepSpec>, within: Option<usize>) {
        let place = step.place.clone();
        if !is_identifier(&name) {
            return self.faults.push(Error::new(Code::BadIdentifier).with("value", name).at(place));
        }
        let id = StepId::from(name.as_str());
        if self.steps.contains_key(&id) {
            let fault = Error::new(Code::DuplicateId).with("kind", "step").with("id", &id);
            return self.faults.push(fault.at(place));
        }
        self.steps.insert(id, step);
        self.within.push(within);
    }

    /// The first step of the called workflow waits for what the call waits for; no flow inside may lead back to it.
    fn join(&mut self, call: &Located<StepId>, join: Join, inside: usize, first: &StepId) {
        if join == Join::Any {
            return;
        }
        let mut steps = self.steps.values().skip(inside);
        if steps.any(|step| targets(&step.next).any(|to| to.value == first.as_str())) {
            let fault = Error::new(Code::CallStart).with("step", &call.value).with("first", first);
            self.faults.push(because_of(fault, &self.flows).at(call.place.clone()));
        } else if let Some(first) = self.steps.get_mut(first) {
            first.value.join = join;
        }
    }

    /// A call listed in `not_by` means each step that it brought.
    fn spread_four_eyes(&mut self) {
        let calls: HashSet<&StepId> = self.calls.iter().map(|call| &call.step).collect();
        let names: Vec<StepId> = self.steps.keys().cloned().collect();
        for (id, step) in &mut self.steps {
            let mut all: IndexMap<StepId, Place> = IndexMap::new();
            for Located { value: other, place } in std::mem::take(&mut step.value.not_by.0) {
                if calls.contains(&other) {
                    let prefix = format!("{other}{MARK}");
                    let brought = names.iter().filter(|one| one.as_str().starts_with(&prefix) && *one != id);
                    all.extend(brought.map(|one| (one.clone(), place.clone())));
                } else {
                    all.entry(other).or_insert(place);
                }
            }
            step.value.not_by = OneOrMany(all.into_iter().map(|(value, place)| Located { value, place }).collect());
        }
    }
}

fn renamed(id: &StepId, step: &StepSpec, next: Located<NextSpec>, prefix: &str) -> StepSpec {
    // A step without a title gets its identifier, without the prefix of the call.
    let title = step.title.clone().or_else(|| Some(Text::same(id.as_str())));
    let mut step = StepSpec { next, title, ..step.clone() };
    for other in &mut step.not_by.0 {
        other.value = StepId::from(format!("{prefix}{}", other.value).as_str());
    }
    step
}

/// The first step of a workflow.
fn first(spec: &WorkflowSpec) -> Option<(&StepId, &Located<StepSpec>)> {
    match &spec.start {
        Some(start) => spec.steps.get_key_value(&start.value),
        None => spec.steps.first(),
    }
}
