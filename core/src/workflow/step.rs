//! A compiled step and the ways out of it.

use super::spec::{Join, Silence, StepClock, WaitsFor};
use crate::base::ids::{OfficerId, RoleId, StepId, UnitId, WorkflowId};
use crate::base::text::Text;
use crate::base::value::Node;
use crate::deadline::Budget;
use crate::rule::{Condition, Context};
use std::fmt;

/// Where a flow leads: a step by its position, or the end of the workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A step, by its position in [`Workflow::steps`](super::Workflow::steps).
    Step(usize),
    /// The end.
    End,
}

/// One way out of a split.
#[derive(Clone, Debug)]
pub struct Branch {
    /// Where it leads.
    pub to: Target,
    /// The condition; none for the branch that is taken when no condition holds.
    pub when: Option<Condition>,
}

/// What follows a step.
#[derive(Clone, Debug)]
pub enum Split {
    /// One flow.
    To(Target),
    /// Exactly one of several (exclusive gateway).
    OneOf(Vec<Branch>),
    /// All of several (parallel gateway).
    AllOf(Vec<Target>),
    /// At least one of several (inclusive gateway).
    SomeOf(Vec<Branch>),
}

impl Split {
    /// Where the flows lead, each target once, in the order of the rulebook.
    pub fn targets(&self) -> Vec<Target> {
        let all: Vec<Target> = match self {
            Self::To(target) => vec![*target],
            Self::AllOf(targets) => targets.clone(),
            Self::OneOf(branches) | Self::SomeOf(branches) => branches.iter().map(|branch| branch.to).collect(),
        };
        let mut once = Vec::with_capacity(all.len());
        for target in all {
            if !once.contains(&target) {
                once.push(target);
            }
        }
        once
    }
}

/// Where a step goes by content.
#[derive(Clone, Debug)]
pub struct Route {
    /// The condition; none for always.
    pub when: Option<Condition>,
    /// The unit that gets it.
    pub unit: Option<UnitId>,
    /// The officer who gets it.
    pub officer: Option<OfficerId>,
}

/// A compiled step (*bước*).
#[derive(Clone, Debug)]
pub struct Step {
    /// Its identifier.
    pub id: StepId,
    /// Its name.
    pub title: Text,
    /// What those who do it should know.
    pub note: Option<String>,
    /// The workflow that it stands for; none once that is laid out.
    pub workflow: Option<WorkflowId>,
    /// The call that brought it, by its position in [`Workflow::calls`](super::Workflow::calls).
    pub within: Option<usize>,
    /// The role that does it and answers for it.
    pub role: Option<RoleId>,
    /// Roles that cooperate.
    pub cooperating: Vec<RoleId>,
    /// Roles that are informed.
    pub informed: Vec<RoleId>,
    /// The unit where it is done; none for the unit that the case is with.
    pub unit: Option<UnitId>,
    /// To whom it goes by content, the first that applies.
    pub route: Vec<Route>,
    /// Working time that it may use.
    pub budget: Option<Budget>,
    /// On how many incoming flows it waits.
    pub join: Join,
    /// What follows.
    pub split: Split,
    /// Steps whose doers must not do this one.
    pub not_by: Vec<StepId>,
    /// For whom it waits.
    pub waits_for: Option<WaitsFor>,
    /// What it does to the clock.
    pub clock: StepClock,
    /// Whether it asks the citizen for a supplement, which may be done but once.
    pub supplement: bool,
    /// What silence means after its budget.
    pub on_silence: Option<Silence>,
    /// What it must produce.
    pub product: Option<String>,
    /// The outcomes that it may have.
    pub outcomes: Vec<String>,
}

impl Step {
    /// The route that a case with these data takes. A condition that cannot be decided yet does not hold.
    pub fn routed(&self, data: &Node) -> Option<&Route> {
        let context = Context { data: &[data], ..Context::default() };
        let applies = |route: &&Route| route.when.as_ref().is_none_or(|when| when.holds(context) == Ok(true));
        self.route.iter().find(applies)
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(f)
    }
}
