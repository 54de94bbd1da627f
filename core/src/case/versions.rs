//! What a new version of a procedure does to cases that are open when it comes into force (*chuyển tiếp*).

use super::clock;
use super::effect;
use super::fold::Fold;
use super::refusal::Outcome;
use super::rules::TakeOver;
use crate::deadline::ClockActKind;

/// Moves an open case to the versions that apply to it since its last event. If its open steps do not exist in the new
/// workflow, it starts again at the first step.
pub(super) fn take_over(fold: &mut Fold<'_>) -> Outcome<()> {
    let (Some(procedure), Some(anchored)) = (fold.case.versions.procedure.clone(), fold.case.versions.anchored_on)
    else {
        return Ok(());
    };
    if fold.case.accepted.is_none() || fold.case.finished.is_some() || fold.case.stopped.is_some() {
        return Ok(());
    }
    for TakeOver { from, anew } in fold.rules.take_overs(&procedure, anchored, fold.on) {
        let ruled = fold.rules.workflow_of(&procedure, anchored)?;
        if fold.case.versions.workflow.as_ref() == ruled {
            // A workflow that was given to this case individually is kept.
            fold.case.versions.workflow = None;
        }
        fold.case.versions.anchored_on = Some(from);
        fold.find_workflow()?;
        let goes_on = !anew
            && fold.workflow.is_none_or(|workflow| {
                let known = fold.case.open_steps.iter().all(|open| workflow.step(&open.step).is_some());
                known && fold.marking(workflow).is_ok()
            });
        if anew {
            let zone = fold.rules.zone();
            let start = zone.stamp(zone.instant(from, 0));
            fold.case.clock.acts.push(clock::act(ClockActKind::Restart, start, None));
        }
        if !goes_on {
            fold.case.tokens.clear();
            fold.case.open_steps.clear();
            fold.case.holders.clear();
            effect::begin(fold)?;
        }
    }
    Ok(())
}
