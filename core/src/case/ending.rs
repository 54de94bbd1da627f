//! When a case is finished (*kết thúc*): one rule for live cases and for replayed logs.

use super::event::Effect;
use super::fold::Fold;
use super::refusal::Outcome;
use crate::deadline::Finish;

/// Whether an act finishes a case: the citizen has the result; or the desk has it and the procedure requires no more;
/// or no step of the workflow is left.
pub(crate) fn finishes(effect: Effect, finish: Finish, nothing_left: bool) -> bool {
    let handed_out = match effect {
        Effect::Deliver => true,
        Effect::HandOver => finish == Finish::HandedOver,
        _ => false,
    };
    handed_out || nothing_left
}

/// Records the end of a case that this event has finished.
pub(super) fn note(fold: &mut Fold<'_>) -> Outcome<()> {
    if fold.case.finished.is_some() || fold.case.stopped.is_some() {
        return Ok(());
    }
    let procedure = fold.case.versions.procedure.as_ref().zip(fold.case.versions.anchored_on);
    let limit = procedure.map(|(procedure, on)| fold.rules.limit(procedure, on)).transpose()?.flatten();
    let marking = fold.workflow.and_then(|workflow| Some((workflow, workflow.marking(&fold.case.tokens)?)));
    let nothing_left = marking.is_some_and(|(workflow, marking)| workflow.is_done(&marking));
    if finishes(fold.effect, limit.map(|limit| limit.finish).unwrap_or_default(), nothing_left) {
        fold.case.finished = Some(fold.event.at);
    }
    Ok(())
}
