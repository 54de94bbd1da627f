//! What is over: holds and visits, written while a case advances.

use super::state::HeldBy;
use crate::base::names::Symbol;
use crate::base::time::Instant;
use crate::case::ActorKind;

/// How a hold ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// It has not ended.
    Open,
    /// The holder did the work.
    Done,
    /// The step passed to somebody else, or the case ended while it was held.
    Moved,
    /// The step was sent back.
    Returned,
}

/// One officer's hold on one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hold {
    /// The visit of the step that it is part of.
    pub visit: u32,
    pub step: Option<Symbol>,
    pub officer: Option<Symbol>,
    pub kind: ActorKind,
    pub unit: Option<Symbol>,
    pub since: Instant,
    pub until: Option<Instant>,
    pub end: End,
    /// How the officer got the step.
    pub by: HeldBy,
    /// The log does not show the start, or not the end: nobody is charged for it.
    pub presumed: bool,
    /// In place of a holder who was absent.
    pub substitute: bool,
}

/// One visit of a case at a step, from its opening until it was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct VisitSpan {
    pub visit: u32,
    pub step: Option<Symbol>,
    /// Its position in the workflow.
    pub at: Option<usize>,
    pub unit: Option<Symbol>,
    pub since: Instant,
    pub until: Option<Instant>,
    /// It waits for somebody outside.
    pub outside: bool,
}

/// An officer took a step that another one had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TakenOver {
    /// The row of the act.
    pub row: u32,
    pub at: Instant,
    pub step: Option<Symbol>,
    pub holder: Symbol,
    pub taker: Symbol,
}

/// The history that a state leaves behind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    pub holds: Vec<Hold>,
    pub visits: Vec<VisitSpan>,
    pub taken_over: Vec<TakenOver>,
    /// The rows of acts that changed nothing, since the state of the case does not allow them.
    pub void_acts: Vec<u32>,
}

impl Trace {
    /// Forgets everything and keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.holds.clear();
        self.visits.clear();
        self.taken_over.clear();
        self.void_acts.clear();
    }
}
