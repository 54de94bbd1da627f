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
    /// The end of the workflow.
    End,
}

/// One way out of a split.
#[derive(Clone, Debug)]
pub struct Branch {
    /// Where it leads.
    pub to: Target,
    /// The condition; `None` for a branch that is taken only if no condition holds.
    pub when: Option<Condition>,
    /// Whether it is taken if no condition holds.
    pub otherwise: bool,
    /// What people read at the flow.
    pub title: Option<Text>,
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
    /// The targets of the flows, each once, in the order of the rulebook.
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

/// Where a step goes depending on the content.
#[derive(Clone, Debug)]
pub struct Route {
    /// The condition; `None` if it always applies.
    pub when: Option<Condition>,
    /// The unit that gets it.
    pub unit: Option<UnitId>,
    /// The officer who gets it, if allowed to do it.
    pub officer: Option<OfficerId>,
}

/// A compiled step (*bước*).
#[derive(Clone, Debug)]
pub struct Step {
    /// Identifier of the step.
    pub id: StepId,
    /// The name shown to people (*tên bước*).
    pub title: Text,
    /// Instructions for those who do it (*hướng dẫn*).
    pub note: Option<String>,
    /// The workflow that it calls; `None` after calls are expanded.
    pub workflow: Option<WorkflowId>,
    /// The call that brought it, by its position in [`Workflow::calls`](super::Workflow::calls).
    pub within: Option<usize>,
    /// The role that does it and answers for it (*chủ trì*).
    pub role: Option<RoleId>,
    /// Roles that cooperate (*phối hợp*).
    pub cooperating: Vec<RoleId>,
    /// Roles that are informed (*nhận để biết*).
    pub informed: Vec<RoleId>,
    /// The unit where it is done; `None` for the unit that has the case.
    pub unit: Option<UnitId>,
    /// To whom it goes by content; the first route that applies.
    pub route: Vec<Route>,
    /// Working time that it may take (*định mức thời gian của bước*).
    pub budget: Option<Budget>,
    /// How many incoming flows it waits for.
    pub join: Join,
    /// The step or steps that follow.
    pub split: Split,
    /// Steps whose doers must not do this one (*bốn mắt*).
    pub not_by: Vec<StepId>,
    /// Whom it waits for; nobody of the office is charged with that time.
    pub waits_for: Option<WaitsFor>,
    /// The role that ends a step which waits for somebody outside; `None` for any role of the workflow.
    pub ended_by: Option<RoleId>,
    /// How it changes the clock of the case.
    pub clock: StepClock,
    /// Whether it requests a supplement from the citizen, which may be done only once.
    pub supplement: bool,
    /// What it means if nobody acts until its budget is used up.
    pub on_silence: Option<Silence>,
    /// The product that it must produce (*sản phẩm*).
    pub product: Option<String>,
    /// The outcomes that it may have; if empty, none is required.
    pub outcomes: Vec<String>,
}

impl Step {
    /// The route of a case with these data. A condition that cannot be decided yet does not hold.
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
