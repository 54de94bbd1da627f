//! Steps that go back: returned to who did an earlier one, or taken back by who sent them on.

use super::act::Act;
use super::setting::Setting;
use super::state::{Done, HeldBy, Moment, Slot, State};
use super::trace::{End, Trace};
use crate::base::names::Symbol;
use crate::case::{ActorKind, Effect};
use crate::workflow::Target;

impl<'r> State<'r> {
    /// A step goes back. It is held by whom the act names, else by who did it last, if still employed.
    pub(super) fn give_back(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        let index = self.locate(act, true, setting, out);
        let index = index.unwrap_or_else(|| self.open_for_end(act, setting));
        self.end_hold(index, act, End::Returned, setting, out);
        let from = self.visits.get(index).and_then(|visit| visit.at);
        self.close(index, act.at, setting, out);
        let Some((plan, from)) = self.plan.clone().zip(from) else {
            self.name_next(&[], act, setting);
            return;
        };
        let wanted = act.text("to").and_then(|to| plan.workflow.position(&to.into()));
        let led_here = |position: usize, led_to: &[Target]| {
            let here = Target::Step(from);
            led_to.contains(&here) || led_to.is_empty() && plan.workflow.successors(position).contains(&here)
        };
        let earlier = || {
            let done = self.done.iter().rev().filter(|done| !done.undone);
            done.filter_map(|done| Some((done.position?, &done.led_to)))
                .find(|(position, led_to)| led_here(*position, led_to))
                .map(|(position, _)| position)
        };
        let to = wanted.or_else(earlier);
        if let Some(to) = to
            && self.route.step_back(&plan, from, to)
        {
            let opened = self.refresh(act, setting, out);
            let on = setting.zone().date_of(act.at);
            let doer = self.done.iter().rev().find(|done| done.position == Some(to)).and_then(|done| done.officer);
            let holder = act.assignee.or_else(|| doer.filter(|doer| setting.is_employed(*doer, on)));
            if opened.contains(&to) {
                self.hold_now(to, holder, act, HeldBy::Return);
            }
        } else {
            // The log does not show whereto.
            self.refresh(act, setting, out);
        }
    }

    /// Gives an open step to an officer from now on.
    fn hold_now(&mut self, position: usize, who: Option<Symbol>, act: &Act<'_>, by: HeldBy) {
        let index = self.visit_of(Some(position), None);
        if let Some((visit, who)) = index.and_then(|index| self.visits.get_mut(index)).zip(who) {
            visit.slot = Slot::Held { who, kind: ActorKind::Person, since: act.at, by };
        }
    }

    /// The officer who did a step takes it back: what it opened is undone, and the step goes on.
    pub(super) fn recall(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        let Some((plan, step)) = self.planned(act.step) else { return };
        // A signature leads nowhere; it is not what a recall takes back.
        let signed = |done: &Done| done.led_to.is_empty() && done.outcome.as_deref() == Some(Effect::Sign.as_str());
        let last = self.done.iter().rposition(|done| !done.undone && !signed(done));
        let Some((index, done)) = last.and_then(|index| Some((index, self.done.get(index)?.clone()))) else { return };
        if done.position != Some(step) || !self.route.unfire(&plan, step, &done.led_to) {
            return;
        }
        for target in &done.led_to {
            let Target::Step(to) = target else { continue };
            if let Some(open) = self.visit_of(Some(*to), None) {
                self.move_hold(open, act.at, out);
                self.close(open, act.at, setting, out);
            }
            // A request for a supplement that was recalled before anybody acted on it does not count.
            if plan.step(*to).is_some_and(|step| step.supplement) {
                self.supplements = self.supplements.saturating_sub(1);
            }
        }
        if let Some(done) = self.done.get_mut(index) {
            done.undone = true;
        }
        // A case that this step had finished goes on; a result that was handed out remains handed out.
        let own = |end: &Moment| end.at == done.at;
        if self.finished.as_ref().is_some_and(own) {
            self.finished = self.delivered;
        }
        self.perhaps_finished = None;
        self.refresh(act, setting, out);
        let holder = done.officer.or(act.actor);
        self.hold_now(step, holder, act, HeldBy::Act);
    }
}
