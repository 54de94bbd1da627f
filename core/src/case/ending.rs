//! When a case is finished (*kết thúc*): one rule for live cases and for replayed logs.

use super::event::Effect;
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
