//! Information added to a drawing.

use crate::base::ids::StepId;
use crate::base::text::Text;
use std::collections::BTreeMap;

/// Information added to a drawing: the state of a case, or the traffic of a log.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// How often each step was done.
    pub steps: BTreeMap<StepId, u64>,
    /// How often each flow `(from, to)` was taken; the end is called `end`.
    pub flows: BTreeMap<(StepId, StepId), u64>,
    /// A short note for each step, such as its median time or its holder.
    pub notes: BTreeMap<StepId, Text>,
    /// Steps to highlight: open ones, or those where time is lost.
    pub marked: Vec<StepId>,
}

impl Overlay {
    pub(super) fn flow(&self, from: &StepId, to: &str) -> Option<u64> {
        self.flows.get(&(from.clone(), StepId::from(to))).copied()
    }
}
