//! What applying an event to a case needs to know of the office.

use super::course::Naming;
use super::spec::ActSpec;
use crate::base::canon::Hash;
use crate::base::error::Error;
use crate::base::ids::{ProcedureId, UnitId, WorkflowId};
use crate::base::time::{Date, Zone};
use crate::calendar::Calendar;
use crate::deadline::LimitSpec;
use crate::people::{Secrecy, Staff};
use crate::workflow::Workflow;

/// A version of a procedure that also applies to open cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TakeOver {
    /// The day on which it comes into force.
    pub from: Date,
    /// Whether the case starts again: its clock from the start of that day, its workflow from the first step.
    pub restarts: bool,
}

/// The rules of an office, as far as a case needs them.
pub(crate) trait CaseRules {
    /// The time zone in which dates are taken.
    fn zone(&self) -> &Zone;

    /// Hash of the rulebook.
    fn hash(&self) -> Option<Hash> {
        None
    }

    /// The people of the office and their units.
    fn staff(&self) -> &Staff;

    /// The working calendar of a unit, or of the office if `unit` is `None`.
    ///
    /// # Errors
    /// When there is none.
    fn calendar(&self, unit: Option<&UnitId>) -> Result<&Calendar, Error>;

    /// The working calendar of a unit as it is on a day.
    ///
    /// # Errors
    /// When there is none.
    fn calendar_on(&self, unit: Option<&UnitId>, _on: Date) -> Result<&Calendar, Error> {
        self.calendar(unit)
    }

    /// The limits of a procedure on a day; `None` if it has none.
    ///
    /// # Errors
    /// When there is no such procedure in force.
    fn limit(&self, procedure: &ProcedureId, on: Date) -> Result<Option<&LimitSpec>, Error>;

    /// The workflow of a procedure on a day; `None` if it has none.
    ///
    /// # Errors
    /// When there is no such procedure in force.
    fn workflow_of(&self, procedure: &ProcedureId, on: Date) -> Result<Option<&WorkflowId>, Error>;

    /// The version of a workflow in force on a day.
    ///
    /// # Errors
    /// When there is no such workflow in force.
    fn workflow(&self, workflow: &WorkflowId, on: Date) -> Result<&Workflow, Error>;

    /// The later versions of a procedure that came into force after `after` and by `by` and also apply to open cases,
    /// in order.
    fn take_overs(&self, _procedure: &ProcedureId, _after: Date, _by: Date) -> Vec<TakeOver> {
        Vec::new()
    }

    /// What naming an officer for the next step means.
    fn naming(&self) -> Naming {
        Naming::default()
    }

    /// An act that the rulebook declares.
    fn act(&self, _name: &str) -> Option<&ActSpec> {
        None
    }

    /// The names of the declared acts, for suggestions.
    fn act_names(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The highest secrecy that the system may hold at all.
    fn secrecy_limit(&self) -> Secrecy {
        Secrecy::Ordinary
    }
}
