//! The state of a case in numbers: what its next act is judged on.

use super::plan::Plan;
use super::route::Route;
use crate::base::names::Symbol;
use crate::base::shape::Term;
use crate::base::time::{Date, Instant, Stamp};
use crate::base::value::Node;
use crate::case::{ActorKind, Involvement};
use crate::deadline::ClockAct;
use crate::workflow::Target;
use std::rc::Rc;

/// An instant, and the latest one at which it may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub at: Instant,
    /// Later than `at` if only the day is known.
    pub latest: Instant,
}

/// How an officer got a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum HeldBy {
    /// It was assigned (*phân công*).
    #[default]
    #[term("assignment")]
    Assignment,
    /// Whoever ended the step before named the officer (*chuyển xử lý*).
    #[term("naming")]
    Naming,
    /// The officer took it from the queue (*nhận việc*).
    #[term("claim")]
    Claim,
    /// The officer began to work on it (*bắt đầu*).
    #[term("start")]
    Start,
    /// The officer did something at it, such as signing.
    #[term("act")]
    Act,
    /// It came back to who had done it (*trả lại*).
    #[term("return")]
    Return,
    /// The workflow names the officer.
    #[term("route")]
    Route,
}

/// Who has an open step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Nobody: it waits in the queue of its unit.
    Free {
        since: Instant,
    },
    /// Named and not yet acting: no lock.
    Named {
        who: Symbol,
        since: Instant,
    },
    Held {
        who: Symbol,
        kind: ActorKind,
        since: Instant,
        by: HeldBy,
    },
}

/// Somebody who is involved in a step beside its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Other {
    pub who: Symbol,
    pub involvement: Involvement,
    pub since: Instant,
}

/// One visit of a case at a step that is open.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    /// Its number within the case.
    pub number: u32,
    pub step: Option<Symbol>,
    /// The position of the step in the workflow.
    pub at: Option<usize>,
    pub unit: Option<Symbol>,
    pub since: Instant,
    pub started: Option<Instant>,
    pub slot: Slot,
    pub others: Vec<Other>,
    /// Whether it is open on every possible route.
    pub certain: bool,
    /// Whether its opening is known, rather than concluded from a later act.
    pub known: bool,
    /// It waits for somebody outside.
    pub outside: bool,
    /// The last act on the step that did not end it, such as signing.
    pub worked: Option<Instant>,
    /// When its budget is used up, as computed when it opened; only of live cases.
    pub budget_ends: Option<Stamp>,
    /// Whether it opened with the last act.
    pub fresh: bool,
}

impl Visit {
    /// A step that opens at an instant and waits in the queue.
    pub(super) fn opened(step: Option<Symbol>, since: Instant) -> Self {
        Self {
            number: 0,
            step,
            at: None,
            unit: None,
            since,
            started: None,
            slot: Slot::Free { since },
            others: Vec::new(),
            certain: true,
            known: true,
            outside: false,
            worked: None,
            budget_ends: None,
            fresh: true,
        }
    }

    /// The officer who has it or is named for it.
    pub(crate) fn lead(&self) -> Option<Symbol> {
        match self.slot {
            Slot::Free { .. } => None,
            Slot::Named { who, .. } | Slot::Held { who, .. } => Some(who),
        }
    }
}

/// A step that was done.
#[derive(Clone, Debug)]
pub(crate) struct Done {
    pub step: Option<Symbol>,
    /// The position of the step in the workflow.
    pub position: Option<usize>,
    pub officer: Option<Symbol>,
    pub principal: Option<Symbol>,
    pub at: Instant,
    pub outcome: Option<String>,
    /// Where it led; empty if that is not known, or without a workflow.
    pub led_to: Vec<Target>,
    pub undone: bool,
}

/// An officer to whom a step was given before it opened.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Early {
    pub step: Option<Symbol>,
    pub who: Symbol,
}

/// The act before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Last {
    pub at: Instant,
    pub step: Option<Symbol>,
    pub actor: Option<Symbol>,
}

/// The state of a case.
#[derive(Clone, Debug, Default)]
pub(crate) struct State<'r> {
    pub(crate) procedure: Option<Symbol>,
    pub(crate) unit: Option<Symbol>,
    pub(crate) plan: Option<Rc<Plan<'r>>>,
    /// The day whose versions apply.
    pub(crate) anchored_on: Option<Date>,
    pub(crate) begun: Option<Instant>,
    pub(crate) received: Option<Moment>,
    pub(crate) accepted: Option<Moment>,
    /// When a register says that it was accepted; acts say it better.
    pub(crate) accepted_by_header: Option<Instant>,
    pub(crate) finished: Option<Moment>,
    /// When its workflow may have ended; the log does not allow a decision.
    pub(crate) perhaps_finished: Option<Instant>,
    pub(crate) delivered: Option<Moment>,
    pub(crate) stopped: Option<Moment>,
    /// When it was last opened again.
    pub(crate) reopened: Option<Instant>,
    pub(crate) clock: Vec<ClockAct>,
    /// A due set by a leader (*hạn theo bút phê*).
    pub(crate) given: Option<Stamp>,
    /// An extension does not say for how long.
    pub(crate) extension_unknown: bool,
    pub(crate) supplements: u32,
    pub(crate) route: Route,
    pub(crate) visits: Vec<Visit>,
    /// How many visits there have been.
    pub(crate) visited: u32,
    pub(crate) done: Vec<Done>,
    /// The data of the case; `None` if they do not decide anything, since nothing records them.
    pub(crate) data: Option<Node>,
    pub(crate) early: Vec<Early>,
    /// Named while no step is known that the name could be for.
    pub(crate) named: Option<(Symbol, Instant)>,
    pub(crate) last: Option<Last>,
}

impl<'r> State<'r> {
    /// Whether the clock depends on a step that may or may not be open.
    pub(crate) fn clock_unclear(&self) -> bool {
        self.visits.iter().any(|visit| {
            let step = self.plan.as_ref().zip(visit.at).and_then(|(plan, at)| plan.step(at));
            !visit.certain && step.is_some_and(|step| step.clock != crate::workflow::StepClock::Run)
        })
    }

    /// The open visit of a step.
    pub(super) fn visit_of(&self, at: Option<usize>, step: Option<Symbol>) -> Option<usize> {
        self.visits.iter().position(|visit| match at {
            Some(_) => visit.at == at,
            None => visit.at.is_none() && visit.step == step,
        })
    }
}
