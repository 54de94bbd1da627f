//! Reads and writes BPMN 2.0: the subset that a workflow can express; everything else is reported by element and line.
//!
//! It reads: processes, lanes (as roles), tasks of all kinds, sub-processes and called processes of the same file
//! (flattened), exclusive, parallel, inclusive and event-based gateways, start, end, link, intermediate and boundary
//! events, conditions, default flows, documentation, timers as budgets. A gateway becomes the split or join of the step
//! next to it or, if there is none, a step that a program does.
//!
//! In BPMN a process may reach several end events at the same time, and is over when nothing is active any more. A
//! workflow has one end, so ends that are reached together are joined before it. A terminating end is read as such an
//! end if nothing else is active when it is reached, as most models intend. Otherwise this is reported: the end waits for
//! the other branches if all ends can be joined, else they stay open and the workflow is not sound. Each pool is a
//! workflow of its own; messages between pools are reported, and are not flows.
//!
//! A flow that an editor wrote outside of the sub-process whose elements it connects is read inside of it. Names and
//! notes that no step can carry are reported.

mod diagram;
mod elements;
mod ends;
mod gateways;
mod ids;
mod namespace;
mod plane;
mod read;
mod scope;
mod steps;
pub(crate) mod write;

use namespace::{MODEL, OWN, PREFIX};
pub use read::{Import, read};
pub(crate) use write::write;

#[cfg(test)]
#[path = "tests/laws.rs"]
mod laws_tests;
#[cfg(test)]
#[path = "tests/models.rs"]
mod models_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
#[path = "tests/valid.rs"]
mod valid_tests;
