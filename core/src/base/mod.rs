//! What every other module builds on: texts, errors, times, exact values with their positions, shapes, identifiers,
//! canonical bytes.

mod arrange;
pub(crate) mod canon;
pub(crate) mod error;
pub(crate) mod exact;
pub(crate) mod graph;
pub(crate) mod ids;
pub(crate) mod names;
pub(crate) mod packed;
pub(crate) mod shape;
pub(crate) mod source;
pub(crate) mod text;
pub(crate) mod time;
pub(crate) mod value;

pub(crate) use arrange::{Arrange, Gather};
pub use canon::{Hash, canonical};
pub use exact::{Decimal, Rational};
pub use ids::{
    CalendarId, CaseId, ComponentId, EventId, FindingId, OfficeId, OfficerId, PolicyId, PositionId, ProcedureId,
    RegisterId, RoleId, RuleId, StepId, UnitId, WorkflowId,
};
pub use shape::wrap::{Located, OneOrMany};
pub use source::{Confidence, InForce, Source};
pub use value::{Map, Node, Value};
