//! Checks the calls of a workflow before they are expanded: whether each is possible, and how large the result becomes.

use super::library::{Library, Written};
use super::{MAX_DEPTH, MAX_STEPS};
use crate::base::error::{Cause, Code, Error, Faults, Place};
use crate::base::graph::{Graph, Trail, arrows};
use crate::base::ids::WorkflowId;
use crate::base::shape::Located;
use crate::base::source::InForce;
use crate::base::time::Date;
use crate::workflow::spec::{StepClock, StepSpec, WorkflowSpec};
use std::collections::HashMap;

/// Examines everything that a workflow calls, as it is on a day.
pub(super) struct Survey<'a> {
    library: &'a Library,
    root: &'a Written,
    day: Option<Date>,
    span: InForce,
    /// The workflows on the present chain, each called by the one before.
    trail: Trail,
    /// Number of steps that a workflow becomes; `None` if it cannot be expanded.
    sizes: HashMap<&'a WorkflowId, Option<usize>>,
    too_deep: bool,
}

impl<'a> Survey<'a> {
    pub(super) fn new(library: &'a Library, root: &'a Written, day: Option<Date>, span: InForce) -> Self {
        Self { library, root, day, span, trail: Trail::default(), sizes: HashMap::new(), too_deep: false }
    }

    /// Reports what prevents a workflow from being expanded. Faults of called workflows are reported at those
    /// workflows; here it is only reported that they have some.
    pub(super) fn look(mut self, faults: &mut Faults) {
        let root = self.root;
        fields(&root.spec, faults);
        self.trail.enter(root.outline.id().as_str());
        let mut size = own(&root.spec);
        for step in root.spec.steps.values() {
            let Some(named) = &step.workflow else { continue };
            let about = |code| Error::new(code).with("workflow", root.outline.id()).with("called", &named.value);
            match self.called(named) {
                Ok(called) => match self.size(&named.value, called) {
                    Some(steps) => size = size.saturating_add(steps),
                    None => match self.cycle(&named.value) {
                        Some(chain) if self.tells(&chain) => {
                            let chain = arrows(chain.iter().map(|id| id.as_str()));
                            let fault = Error::new(Code::CallsInCircle).with("chain", chain);
                            faults.push(fault.at(named.place.clone()));
                        }
                        None if self.too_deep => {
                            faults.push(Error::new(Code::TooDeep).with("limit", MAX_DEPTH).at(named.place.clone()));
                        }
                        _ => faults.push(self.of_faulty(about(Code::CallOfFaulty), named)),
                    },
                },
                Err(Code::CallNotInForce) => {
                    let day = |date: Option<Date>| date.map_or_else(|| "…".to_owned(), |date| date.to_string());
                    let fault = about(Code::CallNotInForce).with("from", day(self.span.from));
                    faults.push(fault.with("to", day(self.span.to)).at(named.place.clone()));
                }
                Err(Code::CallOfFaulty) => faults.push(self.of_faulty(about(Code::CallOfFaulty), named)),
                Err(_) => {
                    let known = self.library.entries.keys().map(WorkflowId::as_str);
                    faults.push(named.undeclared("workflow", known));
                }
            }
        }
        if size > MAX_STEPS && faults.is_empty() {
            let place = root.spec.steps.values().find_map(|step| Some(step.workflow.as_ref()?.place.clone()));
            let fault = Error::new(Code::TooLarge).with("what", "steps").with("limit", MAX_STEPS);
            faults.push(fault.at(place.unwrap_or_default()));
        }
    }

    /// The fault of a call whose workflow is faulty.
    fn of_faulty(&self, fault: Error, named: &Located<WorkflowId>) -> Error {
        let fault = fault.at(named.place.clone());
        let place = self.library.place(&named.value);
        place.into_iter().fold(fault, |fault, place| fault.because_of(Cause::Fault(place.clone())))
    }

    /// The version that a call refers to.
    fn called(&self, named: &WorkflowId) -> Result<&'a Written, Code> {
        match (self.library.entries.get(named), self.library.on(named, self.day)) {
            (_, Some(called)) => Ok(called),
            (Some(Some(_)), None) => Err(Code::CallNotInForce),
            (Some(None), None) => Err(Code::CallOfFaulty),
            (None, None) => Err(Code::UnknownReference),
        }
    }

    /// The shortest chain of calls from a called workflow back to the calling one.
    fn cycle(&self, called: &WorkflowId) -> Option<Vec<&'a WorkflowId>> {
        let position = |id: &WorkflowId| self.library.entries.get_index_of(id);
        let on_the_day = |index: usize| {
            let (id, _) = self.library.entries.get_index(index)?;
            self.library.on(id, self.day)
        };
        let next = |index| on_the_day(index).into_iter().flat_map(|written| calls(&written.spec));
        let there =
            |named: &'a Located<WorkflowId>| position(&named.value).filter(|index| on_the_day(*index).is_some());
        let graph = Graph::new(self.library.entries.len(), |index| next(index).filter_map(there));
        let root = position(self.root.outline.id())?;
        let path = [root].into_iter().chain(graph.shortest_path(position(called)?, root)?);
        path.map(|index| self.library.entries.get_index(index).map(|(id, _)| id)).collect()
    }

    /// A circle is reported once, by that one of its workflows which is first in the library.
    fn tells(&self, chain: &[&WorkflowId]) -> bool {
        let position = |id: &WorkflowId| self.library.entries.get_index_of(id);
        let first = chain.iter().filter_map(|id| position(id)).min();
        first.is_none() || first == chain.first().and_then(|id| position(id))
    }

    /// How many steps a called workflow becomes, itself being one in place of a step.
    fn size(&mut self, id: &'a WorkflowId, called: &'a Written) -> Option<usize> {
        if let Some(known) = self.sizes.get(id) {
            return *known;
        }
        let size = if self.trail.contains(id.as_str()) {
            None
        } else if self.trail.len() > MAX_DEPTH {
            self.too_deep = true;
            None
        } else {
            self.trail.enter(id.as_str());
            let inner: Option<usize> = calls(&called.spec)
                .map(|named| self.called(named).ok().and_then(|called| self.size(&named.value, called)))
                .try_fold(own(&called.spec), |sum, size| Some(sum.saturating_add(size?)));
            self.trail.leave();
            inner
        };
        self.sizes.insert(id, size);
        size
    }
}

/// The workflows that the steps of a workflow call.
pub(super) fn calls(spec: &WorkflowSpec) -> impl Iterator<Item = &Located<WorkflowId>> {
    spec.steps.values().filter_map(|step| step.workflow.as_ref())
}

/// Number of steps of a workflow that are not calls.
fn own(spec: &WorkflowSpec) -> usize {
    spec.steps.values().filter(|step| step.workflow.is_none()).count()
}

/// Reports fields that a calling step must not have, since they belong to the steps of the called workflow.
fn fields(spec: &WorkflowSpec, faults: &mut Faults) {
    for (id, step) in &spec.steps {
        let Some(called) = &step.workflow else { continue };
        for field in foreign(step) {
            let pointer = step.place.pointer.as_ref().map(|above| format!("{above}/{field}"));
            let fault = Error::new(Code::FieldOfCall).with("step", id).with("field", field);
            faults.push(fault.with("called", &called.value).at(Place { pointer, ..step.place.clone() }));
        }
    }
}

fn foreign(step: &StepSpec) -> impl Iterator<Item = &'static str> {
    let given = [
        ("role", step.role.is_some()),
        ("cooperating", !step.cooperating.is_empty()),
        ("informed", !step.informed.is_empty()),
        ("unit", step.unit.is_some()),
        ("route", !step.route.is_empty()),
        ("budget", step.budget.is_some()),
        ("not_by", !step.not_by.0.is_empty()),
        ("waits_for", step.waits_for.is_some()),
        ("clock", step.clock != StepClock::Run),
        ("supplement", step.supplement.is_some()),
        ("on_silence", step.on_silence.is_some()),
        ("product", step.product.is_some()),
        ("outcomes", !step.outcomes.is_empty()),
    ];
    given.into_iter().filter(|(_, given)| *given).map(|(field, _)| field)
}
