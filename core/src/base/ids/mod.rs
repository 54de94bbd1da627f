//! Identifiers: one type for each kind of thing, so that a unit is never taken for an officer.

mod agency;
mod kinds;

pub(crate) use crate::base::shape::{is_identifier, is_name};
pub(crate) use agency::AgencyCode;
pub use kinds::{
    CalendarId, CaseId, ComponentId, EventId, FindingId, OfficeId, OfficerId, PolicyId, PositionId, ProcedureId,
    RegisterId, RoleId, RuleId, StepId, UnitId, WorkflowId,
};
