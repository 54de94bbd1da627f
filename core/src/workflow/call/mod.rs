//! Subprocesses (*quy trình con*): steps that call another workflow, expanded when the rulebook is compiled.
//!
//! A step `thu-ly: {workflow: tham-dinh, next: ky}` calls the workflow `tham-dinh`. Its steps replace that step under
//! names such as `thu-ly#kiem-tra`; flows to `thu-ly` lead to the first of them, and flows to the end of `tham-dinh`
//! lead on to `ky`. After that it is one ordinary workflow: budgets, soundness, cases and logs only see the expanded
//! steps.
//!
//! **Versions** follow the anchor day of the case: a case accepted on a day runs the versions in force on that day, of
//! the calling workflow and of every workflow that it calls, directly or indirectly. A written version is therefore
//! compiled once for each span of days on which the called versions stay the same; they must be in force on all of its
//! days.

mod bounds;
mod compile;
mod expand;
mod expanded;
mod flows;
pub(crate) mod library;
mod spans;
mod survey;

pub(crate) use super::compile::{Call, MARK};
use bounds::{MAX_ALL_STEPS, MAX_DEPTH, MAX_SPANS, MAX_STEPS};
pub(crate) use library::Written;

#[cfg(test)]
#[path = "tests/laws.rs"]
mod laws_tests;
#[cfg(test)]
mod tests;
