//! What an expanded workflow knows of the calls in it.

use crate::base::text::Text;
use crate::workflow::compile::{Call, Workflow};

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
