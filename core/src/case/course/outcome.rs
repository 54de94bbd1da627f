//! When a case ends (*kết thúc*), and what opening it again undoes.

use super::act::Act;
use super::route::Over;
use super::setting::Setting;
use super::state::{Moment, State};
use super::trace::Trace;
use crate::base::time::Instant;
use crate::case::Effect;
use crate::deadline::{ClockActKind, Finish};

impl<'r> State<'r> {
    /// When it was closed, with or without a result.
    pub(crate) fn closed(&self) -> Option<Moment> {
        self.stopped.or(self.finished).or(self.delivered)
    }

    /// Records the end of a case that this act has finished: no step of the workflow is left, or the result was handed
    /// out.
    pub(super) fn note_end(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>) {
        if self.finished.is_some() || self.stopped.is_some() {
            return;
        }
        let now = Moment { at: act.at, latest: act.latest };
        if let Some(over) = self.over_by(act) {
            self.perhaps_finished = (over == Over::Perhaps).then(|| self.perhaps_finished.unwrap_or(act.at));
            self.finished = (over == Over::Yes).then_some(now);
        }
        if self.finished.is_none() && self.hands_out(act, setting) {
            (self.finished, self.perhaps_finished) = (Some(now), None);
        }
    }

    /// Whether nothing is left to do after an act; `None` if it moves no token.
    fn over_by(&self, act: &Act<'_>) -> Option<Over> {
        let plan = self.plan.as_ref()?;
        if self.route.lost {
            let may_end = plan.position(act.step).is_some_and(|step| plan.may_end(step));
            return Some(if may_end { Over::Perhaps } else { Over::No });
        }
        moves(act.effect).then(|| self.route.over(plan, self.data.as_ref()))
    }

    /// Whether an act finishes a case whatever is left to do: the citizen has the result; or the desk has it, and the
    /// procedure requires no more.
    fn hands_out(&self, act: &Act<'_>, setting: &dyn Setting<'r>) -> bool {
        match act.effect {
            Effect::Deliver => true,
            Effect::HandOver => {
                let on = self.anchored_on.unwrap_or_else(|| setting.zone().date_of(act.at));
                setting.finish(self.procedure, on) == Finish::HandedOver
            }
            _ => false,
        }
    }

    /// A closed case goes on at a step; the time in between does not count.
    pub(super) fn reopen(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        let closed = self.closed().map(|moment| moment.at);
        self.clock.retain(|act| act.kind != ClockActKind::Stop);
        if let Some(closed) = closed {
            let reason = act.text("reason").unwrap_or(Effect::Reopen.as_str());
            let zone = setting.zone();
            self.clock.push(super::clock::suspension(zone.stamp(closed), reason));
            self.clock.push(super::clock::resumption(zone.stamp(act.at), Some(reason)));
        }
        (self.finished, self.delivered, self.stopped) = (None, None, None);
        self.reopened = Some(act.at);
        let at: Instant = closed.unwrap_or(act.at);
        let Some(plan) = self.plan.clone() else {
            if closed.is_some() {
                self.leave_all(at, out);
            }
            return;
        };
        let named = plan.position(act.step);
        if closed.is_none() && named.is_none() {
            return;
        }
        self.leave_all(at, out);
        if let Some(step) = named
            && !self.route.put_at(&plan, step)
        {
            self.route.lose();
        }
        self.refresh(act, setting, out);
    }

    /// Closes every visit.
    pub(super) fn leave_all(&mut self, at: Instant, out: &mut Trace) {
        while !self.visits.is_empty() {
            self.leave(0, at, false, out);
        }
    }
}

/// Whether an effect may move tokens.
fn moves(effect: Effect) -> bool {
    matches!(
        effect,
        Effect::Complete
            | Effect::Deliver
            | Effect::Resume
            | Effect::Return
            | Effect::Recall
            | Effect::Reopen
            | Effect::Start
            | Effect::Claim
            | Effect::Sign
            | Effect::Issue
            | Effect::HandOver
            | Effect::Forward
    )
}
