//! Workflows (*quy trình*): steps, who does them, and in which order; drawn, checked, and run by tokens.
//!
//! A step waits for a token on one of its incoming flows (`join: all`: on every one, `join: some`: on those that an
//! inclusive split chose) and, when done, puts tokens on its outgoing flows: on one (`one_of`), on all (`all_of`) or
//! on some (`some_of`). Guards count as a free choice, so each workflow is a free-choice Petri net.
//!
//! **Soundness** has its classical meaning (van der Aalst 1997), for one token on the start: from every reachable state
//! the end can still be reached (*option to complete*); when the end is reached, nothing else is active (*proper
//! completion*); no step is dead. For free-choice nets this implies that no flow ever carries two tokens. An unsound
//! workflow does not compile; the error gives the shortest path to the fault.

mod block;
#[cfg(feature = "bpmn")]
#[doc(hidden)]
pub mod bpmn;
mod budget;
pub(crate) mod call;
mod compile;
pub(crate) mod draw;
mod net;
mod reduce;
mod run;
mod search;
mod simulate;
mod soundness;
mod spec;
mod step;
mod structure;

pub use call::library::Library;
pub use compile::Workflow;
pub(crate) use draw::{Overlay, Traffic, map};
pub(crate) use net::{Marking, Net};
pub(crate) use run::Data;
pub use run::Token;
pub use search::FlawKind;
pub(crate) use simulate::simulate;
pub use simulate::{Arrival, Simulation, StepLoad};
pub(crate) use soundness::flaws_of;
pub use soundness::{Flaw, Judgement, Soundness};
pub(crate) use spec::MAX_STEPS;
// Parts of a workflow as a rulebook writes it, which nobody builds by hand.
#[doc(hidden)]
pub use spec::{AssumeSound, BranchSpec, NextSpec, RouteSpec};
pub use spec::{Join, Silence, StepClock, StepSpec, WaitsFor, WorkflowSpec};
pub(crate) use step::{Branch, Split, Step, Target};

#[cfg(test)]
#[path = "tests/budget.rs"]
mod budget_tests;
#[cfg(test)]
#[path = "tests/soundness.rs"]
mod soundness_tests;
#[cfg(test)]
mod tests;
