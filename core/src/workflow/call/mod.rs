//! Subprocesses (*quy trình con*): steps that name another workflow, laid out when the rulebook is compiled.
//!
//! A step `thu-ly: {workflow: tham-dinh, next: ky}` stands for the whole of the workflow `tham-dinh`. Its steps take
//! the place of that step under names such as `thu-ly#kiem-tra`; flows to `thu-ly` lead to the first of them, and
//! what leads to the end of `tham-dinh` leads on to `ky`. From there on it is one workflow like any other: budgets,
//! soundness, cases and logs know the laid-out steps alone, and nothing runs that nobody wrote.
//!
//! **Versions** go by the anchor of the case: a case accepted on a day runs the versions in force on that day, of the
//! calling workflow and of each that it calls, however deep. A written version is therefore compiled once for each
//! span of days on which the versions that it calls stay the same; on each of its days they must be in force.

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

/// Calls are nested no deeper.
const MAX_DEPTH: usize = 16;
/// A workflow has no more steps once it is laid out.
const MAX_STEPS: usize = 2_000;
/// All workflows of a library have no more steps once they are laid out.
const MAX_ALL_STEPS: usize = 100_000;
/// A version is parted into no more by the versions that it calls.
const MAX_SPANS: usize = 500;

impl Workflow {
    /// The workflow as it is written: each call one step. Drawn and run is what that becomes.
    pub fn written(&self) -> &Self {
        self.outline.as_deref().unwrap_or(self)
    }

    /// The steps that stood for other workflows, each before those inside it.
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

    /// The title of a step after those of the calls that brought it: `Thẩm định › Kiểm tra hồ sơ`.
    pub fn full_title(&self, step: usize) -> Text {
        let calls = self.calls_around(step).into_iter().map(|call| &call.title);
        Text::join(calls.chain(self.steps().get(step).map(|step| &step.title)), " › ", " › ")
    }
}

#[cfg(test)]
mod laws_tests;
#[cfg(test)]
mod tests;
