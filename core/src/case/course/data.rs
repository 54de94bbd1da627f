//! Which acts bring data to a case: those that exist to do so.

use super::act::Act;
use super::state::State;
use crate::case::{Effect, merged};

/// Whether data of an act become data of the case: those of acts that receive, accept or end a step, and of acts that the
/// rulebook declares. A remark of anybody, a rating or an inspection moves neither a due nor a route.
pub(crate) fn brings_data(effect: Effect, declared: bool) -> bool {
    match effect {
        Effect::Receive | Effect::Accept | Effect::Complete | Effect::Resume | Effect::Deliver | Effect::HandOver => {
            true
        }
        _ => declared,
    }
}

impl State<'_> {
    pub(super) fn take_data(&mut self, act: &Act<'_>) {
        if let Some((data, news)) = self.data.as_ref().zip(act.data)
            && brings_data(act.effect, act.declared)
        {
            self.data = Some(merged(data, Some(news)));
        }
    }
}
