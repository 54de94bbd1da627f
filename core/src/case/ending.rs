//! When a case is finished (*kết thúc*): one rule, for the case that lives and for the log of it.

use super::event::Effect;
use super::fold::Fold;
use super::refusal::Outcome;
use crate::deadline::Finish;

/// Whether a case is finished by an act: the result is with the citizen, or with the desk where the procedure asks no
/// more, or nothing is left to do in its workflow.
pub(crate) fn finishes(effect: Effect, finish: Finish, nothing_left: bool) -> bool {
    let handed_out = match effect {
        Effect::Deliver => true,
        Effect::HandOver => finish == Finish::HandedOver,
        _ => false,
    };
    handed_out || nothing_left
}

/// Notes the end of a case that this event has finished.
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
