//! What the fold of a case needs to know of the office.

use super::spec::ActSpec;
use crate::base::canon::Hash;
use crate::base::error::Error;
use crate::base::ids::{ProcedureId, UnitId, WorkflowId};
use crate::base::time::{Date, Zone};
use crate::calendar::Calendar;
use crate::deadline::LimitSpec;
use crate::people::{Secrecy, Staff};
use crate::workflow::Workflow;

/// A version that takes open cases over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TakeOver {
    /// The day on which it comes into force.
    pub from: Date,
    /// Whether the case begins anew: its clock from the start of that day, its workflow from the first step.
    pub anew: bool,
}

/// The rules of an office, as a case asks for them.
pub(crate) trait CaseRules {
    /// The zone in which dates are taken.
    fn zone(&self) -> &Zone;

    /// Hash of the rulebook.
    fn hash(&self) -> Option<Hash> {
        None
    }

    /// The people.
    fn staff(&self) -> &Staff;

    /// The working time of a unit, or of the office.
    ///
    /// # Errors
    /// When there is none.
    fn calendar(&self, unit: Option<&UnitId>) -> Result<&Calendar, Error>;

    /// The limits of a procedure on a day; none where it has no limit.
    ///
    /// # Errors
    /// When there is no such procedure in force.
    fn limit(&self, procedure: &ProcedureId, on: Date) -> Result<Option<&LimitSpec>, Error>;

    /// The workflow of a procedure on a day; none where it has no workflow.
    ///
    /// # Errors
    /// When there is no such procedure in force.
    fn workflow_of(&self, procedure: &ProcedureId, on: Date) -> Result<Option<&WorkflowId>, Error>;

    /// A workflow on a day.
    ///
    /// # Errors
    /// When there is no such workflow in force.
    fn workflow(&self, workflow: &WorkflowId, on: Date) -> Result<&Workflow, Error>;

    /// The later versions of a procedure, in order, that came into force after one day and by another and take open
    /// cases over.
    fn take_overs(&self, _procedure: &ProcedureId, _after: Date, _by: Date) -> Vec<TakeOver> {
        Vec::new()
    }

    /// A declared act.
    fn act(&self, _name: &str) -> Option<&ActSpec> {
        None
    }

    /// The names of the declared acts, for suggestions.
    fn act_names(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The most secret matter that the system may hold at all.
    fn secrecy_limit(&self) -> Secrecy {
        Secrecy::Ordinary
    }
}
