//! Compiles a written workflow into one that runs: resolves references, reports every fault, decides soundness.

use super::block::Blocks;
use super::net::{Net, Wiring};
use super::soundness::{Judgement, Soundness, check};
use super::spec::{BranchSpec, END, NextSpec, RouteSpec, StepClock, StepSpec, WaitsFor, WorkflowSpec, scope};
use super::step::{Branch, Route, Split, Step, Target};
use super::structure::{graph, structure};
use crate::base::error::{Cause, Code, Error, Faults, Place};
use crate::base::ids::{RoleId, StepId, UnitId, WorkflowId};
use crate::base::shape::{Cursor, Located};
use crate::base::source::{Dated, InForce};
use crate::base::text::Text;
use crate::people::Organisation;
use crate::rule::Condition;
use indexmap::IndexMap;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::HashSet;
use std::sync::Arc;

/// The character between the name of a call and that of a step which it brought.
pub(crate) const MARK: char = '#';

/// A compiled workflow (*quy trình nội bộ*).
#[derive(Clone, Debug)]
pub struct Workflow {
    pub(super) id: WorkflowId,
    pub(super) title: Text,
    pub(super) in_force: InForce,
    pub(super) steps: Vec<Step>,
    pub(super) positions: IndexMap<StepId, usize>,
    pub(super) start: usize,
    /// Nodes are numbered like the steps; the last node is the end.
    pub(super) graph: DiGraph<Target, ()>,
    pub(super) wiring: Wiring,
    pub(super) blocks: Blocks,
    pub(super) soundness: Soundness,
    pub(super) assumed: Option<String>,
    /// The steps that called other workflows.
    pub(super) calls: Vec<Call>,
    /// The workflow as it is written, if it calls others.
    pub(super) outline: Option<Arc<Workflow>>,
}

/// A step that called a workflow.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// The name of the calling step; the names of the steps that it brought begin with it.
    pub step: StepId,
    /// Its title, for people.
    pub title: Text,
    /// The workflow that it called.
    pub workflow: WorkflowId,
    /// The call inside which it is, by its position in [`Workflow::calls`].
    pub within: Option<usize>,
    /// The called workflow, as it is written.
    pub written: Arc<Workflow>,
}

impl Workflow {
    /// The reasons why it is unsound or undecided, each at the place where `spec` has the step.
    pub(super) fn flaws(&self, spec: &WorkflowSpec) -> Faults {
        let place = |step: Option<&StepId>| {
            let index = step.and_then(|step| self.position(step)).unwrap_or(self.start);
            spec.steps.get_index(index).map(|(_, step)| step.place.clone()).unwrap_or_default()
        };
        let mut faults = Faults::new();
        let Soundness { verdict, flaws, states, unmatched } = &self.soundness;
        let flows = spec.flows();
        for flaw in flaws {
            let fault = Error::new(Code::Unsound).with("workflow", &self.id).with("kind", flaw.kind);
            let fault = fault.with("vi", &flaw.text.vi).with("en", &flaw.text.en);
            faults.push(because_of(fault, &flows).at(place(flaw.steps.first())));
        }
        if *verdict == Judgement::Undecided && self.assumed.is_none() {
            let names = unmatched.iter().map(StepId::as_str).collect::<Vec<_>>().join(", ");
            let fault = Error::new(Code::SoundnessUndecided).with("workflow", &self.id).with("states", states);
            faults.push(because_of(fault, &flows).with("steps", names).at(place(unmatched.first())));
        }
        faults
    }

    /// Compiles the steps as they are written; a step that calls a workflow is treated as an ordinary step.
    pub(super) fn assemble(id: WorkflowId, spec: WorkflowSpec, organisation: &Organisation) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let positions: IndexMap<StepId, usize> =
            spec.steps.keys().enumerate().map(|(index, id)| (id.clone(), index)).collect();
        let calls: HashSet<StepId> =
            spec.steps.iter().filter(|(_, step)| step.workflow.is_some()).map(|(id, _)| id.clone()).collect();
        let resolver = Resolver { positions: &positions, calls, organisation };
        let start = match &spec.start {
            Some(start) => resolver.step(start, &mut faults),
            None => Some(0),
        };
        if positions.is_empty() {
            faults.push(Error::new(Code::NoSteps).with("workflow", &id));
        }
        let flows = spec.flows();
        let places: Vec<_> = spec.steps.values().map(|step| step.place.clone()).collect();
        let steps: Vec<Option<Step>> =
            spec.steps.into_iter().map(|(id, step)| resolver.compile(id, step, &mut faults)).collect();
        let (Some(start), Some(steps)) = (start, steps.into_iter().collect::<Option<Vec<_>>>()) else {
            return Err(faults);
        };
        let graph = graph(&steps);
        for (step, fault) in structure(&steps, &graph, start) {
            let place = places.get(step).cloned().unwrap_or_default();
            let name = steps.get(step).map(ToString::to_string).unwrap_or_default();
            faults.push(because_of(Error::new(fault).with("step", name), &flows).at(place));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let blocks = Blocks::find(&steps);
        let wiring = Wiring::new(&steps, start, &blocks);
        let soundness = check(&steps, &wiring, blocks.unmatched.clone());
        let title = spec.title.unwrap_or_else(|| Text::same(id.as_str()));
        let assumed = spec.assume_sound.map(|assumed| assumed.reason);
        let in_force = spec.in_force;
        let (calls, outline) = (Vec::new(), None);
        Ok(Self {
            id,
            title,
            in_force,
            steps,
            positions,
            start,
            graph,
            wiring,
            blocks,
            soundness,
            assumed,
            calls,
            outline,
        })
    }

    /// The identifier in the rulebook.
    pub fn id(&self) -> &WorkflowId {
        &self.id
    }

    /// The name shown to people.
    pub fn title(&self) -> &Text {
        &self.title
    }

    /// The steps, in the order of the rulebook.
    #[doc(hidden)]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The identifiers of the steps, in the order of the rulebook.
    pub fn step_ids(&self) -> impl ExactSizeIterator<Item = &StepId> {
        self.positions.keys()
    }

    /// The position of a step in [`Workflow::steps`].
    pub fn position(&self, step: &StepId) -> Option<usize> {
        self.positions.get(step).copied()
    }

    /// The step of this identifier.
    pub(crate) fn step(&self, step: &StepId) -> Option<&Step> {
        self.steps.get(self.position(step)?)
    }

    /// The position of the first step.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The targets of the flows out of a step.
    pub(crate) fn successors(&self, step: usize) -> Vec<Target> {
        self.steps.get(step).map(|step| step.split.targets()).unwrap_or_default()
    }

    /// The steps from which a flow leads to a step, in order.
    pub fn predecessors(&self, step: usize) -> Vec<usize> {
        let mut from: Vec<usize> = self
            .graph
            .neighbors_directed(NodeIndex::new(step), petgraph::Direction::Incoming)
            .map(NodeIndex::index)
            .collect();
        from.sort_unstable();
        from
    }

    /// The Petri net of the workflow, for conformance checking.
    #[doc(hidden)]
    pub fn net(&self) -> &Net {
        &self.wiring.net
    }

    /// How its soundness was decided.
    pub fn soundness(&self) -> &Soundness {
        &self.soundness
    }

    /// The reason why it is assumed to be sound, if soundness is not decided.
    pub fn assumed_sound(&self) -> Option<&str> {
        self.assumed.as_deref()
    }
}

impl Dated for Workflow {
    fn in_force(&self) -> InForce {
        self.in_force
    }
}

/// A fault that follows from any of several causes.
pub(super) fn because_of(fault: Error, causes: &[Cause]) -> Error {
    causes.iter().fold(fault, |fault, cause| fault.because_of(cause.clone()))
}

/// A fault of a split, which follows from what was not read of it.
fn in_split(fault: Error, split: &Place) -> Error {
    split.pointer.iter().fold(fault, |fault, pointer| fault.because_of(Cause::Unread(pointer.clone())))
}

struct Resolver<'a> {
    positions: &'a IndexMap<StepId, usize>,
    /// The steps that call a workflow.
    calls: HashSet<StepId>,
    organisation: &'a Organisation,
}

impl Resolver<'_> {
    fn compile(&self, id: StepId, step: Located<StepSpec>, faults: &mut Faults) -> Option<Step> {
        let place = step.place;
        let step = step.value;
        if id.as_str() == END {
            faults.push(Error::new(Code::ReservedStep).with("step", &id).at(place.clone()));
        }
        for role in step.role.iter().chain(&step.cooperating).chain(&step.informed).chain(&step.ended_by) {
            self.role(role, faults);
        }
        if let Some(role) = step.ended_by.as_ref().filter(|_| step.waits_for.is_none() || step.role.is_some()) {
            faults.push(Error::new(Code::EndedByInside).with("step", &id).at(role.place.clone()));
        }
        if let Some(unit) = &step.unit {
            self.unit(unit, faults);
        }
        for other in step.not_by.0.iter().filter(|other| !self.inside_call(other)) {
            self.step(other, faults);
        }
        let strip = |roles: Vec<Located<RoleId>>| roles.into_iter().map(|role| role.value).collect();
        let split = self.split(step.next, faults);
        Some(Step {
            title: step.title.unwrap_or_else(|| Text::same(id.as_str())),
            id,
            note: step.note,
            workflow: step.workflow.map(|called| called.value),
            within: None,
            role: step.role.map(|role| role.value),
            cooperating: strip(step.cooperating),
            informed: strip(step.informed),
            unit: step.unit.map(|unit| unit.value),
            route: step.route.into_iter().map(|route| self.route(route, faults)).collect(),
            budget: step.budget,
            join: step.join,
            split: split?,
            not_by: step.not_by.0.into_iter().map(|step| step.value).collect(),
            waits_for: step.waits_for,
            ended_by: step.ended_by.map(|role| role.value),
            clock: step.clock,
            supplement: step
                .supplement
                .unwrap_or(step.waits_for == Some(WaitsFor::Citizen) && step.clock != StepClock::Run),
            on_silence: step.on_silence,
            product: step.product,
            outcomes: step.outcomes,
        })
    }

    fn route(&self, route: RouteSpec, faults: &mut Faults) -> Route {
        if let Some(unit) = &route.unit {
            self.unit(unit, faults);
        }
        let when = route.when.as_ref().and_then(|when| {
            let mut found = Faults::new();
            let condition = Condition::read(&Cursor::root(&when.value, None), scope(), &mut found);
            found.iter().for_each(|fault| faults.push(fault.clone().at(when.place.clone())));
            condition
        });
        Route { when, unit: route.unit.map(|unit| unit.value), officer: route.officer }
    }

    fn split(&self, next: Located<NextSpec>, faults: &mut Faults) -> Option<Split> {
        let place = next.place;
        Some(match next.value {
            NextSpec::Step(to) => Split::To(self.target(&to, faults)?),
            NextSpec::OneOf(branches) | NextSpec::SomeOf(branches)
                if branches.iter().filter(|branch| branch.otherwise).count() != 1 =>
            {
                faults.push(in_split(Error::new(Code::OneElse), &place).at(place));
                return None;
            }
            NextSpec::OneOf(branches) => Split::OneOf(self.branches(branches, &place, false, faults)?),
            NextSpec::SomeOf(branches) => {
                self.once(&branches, faults);
                Split::SomeOf(self.branches(branches, &place, true, faults)?)
            }
            NextSpec::AllOf(branches) => {
                self.once(&branches, faults);
                for branch in &branches {
                    if let Some((when, _)) = &branch.when {
                        faults.push(Error::new(Code::ConditionOnAll).at(when.place.clone()));
                    }
                }
                let targets: Vec<_> = branches.iter().map(|branch| self.target(&branch.to, faults)).collect();
                Split::AllOf(targets.into_iter().collect::<Option<_>>()?)
            }
        })
    }

    /// Two flows between the same two steps would put two tokens on one place.
    fn once(&self, branches: &[BranchSpec], faults: &mut Faults) {
        for (index, branch) in branches.iter().enumerate() {
            if branches.iter().take(index).any(|other| other.to.value == branch.to.value) {
                faults.push(Error::new(Code::SameBranch).with("step", &branch.to.value).at(branch.to.place.clone()));
            }
        }
    }

    /// The branches of a split that is written at a place. In an inclusive one, a branch with a condition may be the one
    /// that is taken if no condition holds.
    fn branches(
        &self,
        branches: Vec<BranchSpec>,
        split: &Place,
        inclusive: bool,
        faults: &mut Faults,
    ) -> Option<Vec<Branch>> {
        let compiled: Vec<_> = branches
            .into_iter()
            .map(|branch| {
                let both = branch.when.is_some() && branch.otherwise;
                if both && !inclusive || branch.when.is_none() && !branch.otherwise {
                    let fault = Error::new(Code::BranchWithoutCondition).with("step", &branch.to.value);
                    faults.push(in_split(fault, split).at(branch.to.place.clone()));
                }
                let to = self.target(&branch.to, faults)?;
                let when = branch.when.and_then(|(_, condition)| condition);
                Some(Branch { to, when, otherwise: branch.otherwise, title: branch.title })
            })
            .collect();
        compiled.into_iter().collect()
    }

    fn target(&self, to: &Located<String>, faults: &mut Faults) -> Option<Target> {
        if to.value == END {
            return Some(Target::End);
        }
        let known = self.positions.get(to.value.as_str()).map(|index| Target::Step(*index));
        if known.is_none() {
            let names = self.positions.keys().map(StepId::as_str).chain([END]);
            faults.push(to.undeclared("step", names));
        }
        known
    }

    fn step(&self, step: &Located<StepId>, faults: &mut Faults) -> Option<usize> {
        let known = self.positions.get(&step.value).copied();
        if known.is_none() {
            let names = self.positions.keys().map(StepId::as_str);
            faults.push(step.undeclared("step", names));
        }
        known
    }

    /// Whether a step will be brought by a call; it is known once the call is expanded.
    fn inside_call(&self, step: &StepId) -> bool {
        step.as_str().split_once(MARK).is_some_and(|(call, _)| self.calls.contains(call))
    }

    fn role(&self, role: &Located<RoleId>, faults: &mut Faults) {
        let mut roles = self.organisation.roles().peekable();
        if roles.peek().is_some() && !self.organisation.roles().any(|known| *known == role.value) {
            faults.push(role.undeclared("role", roles.map(RoleId::as_str)));
        }
    }

    fn unit(&self, unit: &Located<UnitId>, faults: &mut Faults) {
        let mut units = self.organisation.unit_ids().peekable();
        if units.peek().is_some() && !self.organisation.has_unit(&unit.value) {
            faults.push(unit.undeclared("unit", units.map(UnitId::as_str)));
        }
    }
}
