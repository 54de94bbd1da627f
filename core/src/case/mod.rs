//! Cases (*vụ việc*): a case is the fold of its events, and `apply` decides whether one more is allowed.
//!
//! A refusal leaves the case as it was and gives the reason, the missing right and who has it. There is no state
//! outside the [`Case`] itself, which is plain data: the host stores it with its sequence number.

mod admission;
mod agenda;
mod apply;
mod authority;
mod clock;
pub(crate) mod course;
mod data;
mod desk;
mod live;
mod objections;
mod event;
#[cfg(feature = "schema")]
mod event_data;
mod fold;
mod picture;
mod refusal;
mod rules;
pub(crate) mod shares;
mod signing;
mod spec;
mod staffing;
mod state;
mod suggest;
mod view;

pub use agenda::{Who, WorkItem};
pub(crate) use agenda::{agenda, next_wake_up};
pub(crate) use apply::apply;
pub(crate) use clock::due_of;
pub use course::{HeldBy, Naming};
pub(crate) use data::{factors, merged};
pub use event::{Actor, ActorKind, CaseRow, Effect, Event};
#[cfg(feature = "schema")]
pub(crate) use event_data::EventData;
pub(crate) use live::acts_for;
pub(crate) use picture::overlay;
pub use refusal::Refusal;
pub(crate) use rules::{CaseRules, TakeOver};
pub(crate) use spec::ActSpec;
pub(crate) use staffing::staffing_gaps;
pub use staffing::{StaffingGap, StaffingGapKind};
pub use state::{
    AgencyShare, Case, CaseClock, CaseFormat, CaseState, CaseVersions, DoneStep, Holder, Involvement, OpenStep,
    SeenEvent, Stay,
};
pub use suggest::Suggestion;
pub(crate) use suggest::suggest;
pub(crate) use view::view;

#[cfg(test)]
#[path = "tests/laws.rs"]
mod laws_tests;
#[cfg(test)]
mod tests;
