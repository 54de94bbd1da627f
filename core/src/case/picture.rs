//! Marks the state of cases on the drawing of their workflow.

use super::state::{Case, Involvement};
use crate::base::Gather;
use crate::base::ids::StepId;
use crate::base::text::Text;
use crate::workflow::Overlay;
use std::collections::BTreeSet;

/// How often each step was done and each flow taken in these cases, which steps are open, and, for a single case, who
/// leads them.
pub(crate) fn overlay(cases: &[Case]) -> Overlay {
    let mut overlay = Overlay::default();
    let mut open: BTreeSet<StepId> = BTreeSet::new();
    for case in cases {
        for done in case.done.iter().filter(|done| !done.undone && !done.led_to.is_empty()) {
            *overlay.steps.entry(done.step.clone()).or_default() += 1;
            for to in &done.led_to {
                *overlay.flows.entry((done.step.clone(), to.clone())).or_default() += 1;
            }
        }
        open.extend(case.open_steps.iter().map(|open| open.step.clone()));
    }
    if let [case] = cases {
        let leads = case.holders.iter().filter(|holder| holder.involvement == Involvement::Lead);
        overlay.notes = leads.map(|lead| (lead.step.clone(), Text::same(lead.officer.as_str()))).into_map();
    }
    overlay.marked = open.into_iter().collect();
    overlay
}
