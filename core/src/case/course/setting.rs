//! What the course of a case needs to know of the office and of the names in use.

use super::plan::Plan;
use crate::base::ids::WorkflowId;
use crate::base::names::Symbol;
use crate::base::shape::Term;
use crate::base::time::{Date, Instant, Zone};
use crate::case::TakeOver;
use crate::deadline::Finish;
use crate::workflow::Step;
use std::rc::Rc;

/// What it means that somebody who ends a step names the officer for the next one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Naming {
    /// The named officer has the step from then on, unless replaced before acting (*chuyển xử lý*).
    #[default]
    #[term("assigns")]
    Assigns,
    /// A proposal: the officer has the step only from an assignment, claim or start.
    #[term("proposes")]
    Proposes,
}

/// The surroundings of a case.
pub(crate) trait Setting<'r> {
    /// The zone in which days begin.
    fn zone(&self) -> &Zone;

    /// The name of a symbol.
    fn name(&self, symbol: Symbol) -> String;

    /// The symbol of a name, if it is in use.
    fn find(&self, name: &str) -> Option<Symbol>;

    /// The workflow given by name, else that of the procedure, in the version of a day.
    fn plan(&self, procedure: Option<Symbol>, workflow: Option<&WorkflowId>, on: Date) -> Option<Rc<Plan<'r>>>;

    /// What ends a case of a procedure.
    fn finish(&self, procedure: Option<Symbol>, on: Date) -> Finish;

    /// The versions of a procedure that came into force after a day and by an instant and also apply to open cases.
    fn take_overs(&self, procedure: Symbol, after: Date, by: Instant) -> Vec<TakeOver>;

    /// What naming an officer means.
    fn naming(&self) -> Naming {
        Naming::default()
    }

    /// Whether an officer has the right to do a step at a unit.
    fn may_do(&self, officer: Symbol, step: &Step, unit: Option<Symbol>, on: Date) -> bool;

    /// Whether an officer acts in the right of another at a step, by a delegation in force.
    fn acts_for(&self, officer: Symbol, holder: Symbol, step: Option<&Step>, unit: Option<Symbol>, on: Date) -> bool;

    /// Whether an officer is at work on a day.
    fn is_present(&self, officer: Symbol, on: Date) -> bool;

    /// Whether an officer is employed on a day.
    fn is_employed(&self, officer: Symbol, on: Date) -> bool;
}
