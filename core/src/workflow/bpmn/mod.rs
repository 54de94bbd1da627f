//! BPMN 2.0 in and out: the subset that a workflow can mean, everything else told by element and line.
//!
//! Read are: processes, lanes (as roles), tasks of all kinds, sub-processes and called processes of the same file
//! (laid flat), exclusive, parallel, inclusive and event-based gateways, start, end, link, intermediate and boundary
//! events, conditions, default flows, documentation, timers as budgets. A gateway becomes the split or the join of the
//! step beside it, where there is one; otherwise a step that a program does.
//!
//! BPMN lets a process end at several end events at once, and is over when nothing is under way any more. A workflow
//! has one end: ends that are reached together are joined before it. An end that terminates is such an end where nothing
//! else is under way when it is reached, as most models mean it; elsewhere it is told. Each pool is a workflow of its
//! own; the messages between pools are told, and lead nowhere.

mod diagram;
mod elements;
mod ends;
mod gateways;
mod read;
mod scope;
mod steps;
pub(crate) mod write;

pub use read::{Import, read};
pub(crate) use write::write;

/// Namespace of BPMN 2.0.
const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
/// Namespace of what BPMN has no word for.
const OWN: &str = "urn:namro:bpmn:1";
/// Its prefix.
const PREFIX: &str = crate::base::value::xml::OWN_PREFIX;

#[cfg(test)]
mod laws_tests;
#[cfg(test)]
mod models_tests;
#[cfg(test)]
mod tests;
