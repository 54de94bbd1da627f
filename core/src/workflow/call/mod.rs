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

mod compile;
mod flows;
mod lay_out;
pub(crate) mod library;
mod spans;
mod survey;

pub(crate) use super::compile::{Call, MARK};
pub(crate) use library::Written;

use super::compile::Workflow;
use crate::base::text::Text;

/// The deepest nesting of calls.
const MAX_DEPTH: usize = 16;
/// The largest number of steps of a workflow once it is expanded.
const MAX_STEPS: usize = 2_000;
/// The largest number of steps of all workflows of a library once they are expanded.
const MAX_ALL_STEPS: usize = 100_000;
/// The largest number of spans of one version, caused by versions that it calls.
const MAX_SPANS: usize = 500;

impl Workflow {
    /// The workflow as it is written, with each call as one step. What is drawn and run is the expanded workflow.
    pub fn written(&self) -> &Self {
        self.outline.as_deref().unwrap_or(self)
    }

    /// The steps that called other workflows, each before those inside it.
    pub(crate) fn calls(&self) -> &[Call] {
        &self.calls
    }

    /// The calls that brought a step, the outermost first.
    pub(crate) fn calls_around(&self, step: usize) -> Vec<&Call> {
        let mut around = Vec::new();
        let mut next = self.steps().get(step).and_then(|step| step.within);
        while let Some(call) = next.and_then(|call| self.calls.get(call)) {
            around.push(call);
            next = call.within;
        }
        around.reverse();
        around
    }

    /// The title of a step, after those of the calls that brought it: `Thẩm định › Kiểm tra hồ sơ`.
    pub fn full_title(&self, step: usize) -> Text {
        let calls = self.calls_around(step).into_iter().map(|call| &call.title);
        Text::join(calls.chain(self.steps().get(step).map(|step| &step.title)), " › ", " › ")
    }
}

#[cfg(test)]
#[path = "tests/laws.rs"]
mod laws_tests;
#[cfg(test)]
mod tests;
