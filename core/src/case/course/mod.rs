//! The course of a case (*diễn biến vụ việc*): what a case is after each of its acts, live and from a log.
//!
//! [`State`] is small and current; [`State::advance`] is defined for every act in every state and never fails. A live
//! case refuses an act before it gets here; a replay reports it and goes on. Machines run in one order, route, then
//! clock and holders, then outcome, and what is over (a hold, a visit of a step) is written into a [`Trace`].

mod act;
mod advance;
mod clock;
mod data;
mod holders;
mod outcome;
mod plan;
mod return_recall;
mod route;
mod setting;
mod state;
mod trace;
mod visits;

pub(crate) use act::Act;
pub(crate) use plan::Plan;
pub(crate) use route::{Kept, Route};
pub use setting::Naming;
pub(crate) use setting::Setting;
pub use state::HeldBy;
pub(crate) use state::{Done, Moment, Other, Slot, State, Visit};
pub(crate) use trace::{End, Hold, TakenOver, Trace, VisitSpan};
