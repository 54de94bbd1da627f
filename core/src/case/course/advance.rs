//! One more act: defined for every act in every state. What a live case would refuse changes here only what the act
//! itself shows.
//!
//! | the act | and the case | changes |
//! |---|---|---|
//! | any but `reopen` | stopped | nothing |
//! | `accept` | accepted | nothing |
//! | `receive` | begun | nothing |
//! | `claim`, `start`, `complete`, `forward`, `return`, `sign`, `issue`, `hand_over` | is not at the step named | the only token goes there; with several, the position is lost and steps are known by name |
//! | `assign` | is not at the step named | it is held from its opening |
//! | `deliver`, `resume` | is not at the step named | no step |
//! | `suspend`, `resume`, `restart`, `extend`, `apologise` | finished | nothing; a new date after the end has no effect |
//! | `resume` | not suspended | nothing |
//! | `stop` | finished | nothing |
//! | `recall` | another step was done last, or what it opened is gone | nothing |
//! | `reopen` | open | the only token goes to the step named |
//! | any but `receive` and `accept` | has not begun | a case begins without receipt |

use super::act::Act;
use super::setting::Setting;
use super::state::{Done, HeldBy, Last, Moment, Slot, State};
use super::trace::{End, Trace};
use crate::base::time::Instant;
use crate::base::value::{Map, Node, Value};
use crate::case::{ActorKind, Effect, TakeOver, merged};
use crate::workflow::{Step, Target};

impl<'r> State<'r> {
    /// Time passes: versions that also apply to open cases take them over.
    pub(crate) fn advance_to(&mut self, at: Instant, setting: &dyn Setting<'r>, out: &mut Trace) {
        let Some((procedure, anchored)) = self.procedure.zip(self.anchored_on) else { return };
        let accepted = self.accepted.map(|accepted| accepted.at).or(self.accepted_by_header);
        if accepted.is_none_or(|accepted| at < accepted) || self.closed().is_some() {
            return;
        }
        for TakeOver { from, restarts } in setting.take_overs(procedure, anchored, at) {
            let start = setting.zone().instant(from, 0);
            let before = self.plan.clone();
            let ruled = setting.plan(Some(procedure), None, anchored);
            let id = before.as_ref().map(|plan| plan.workflow.id());
            // A workflow that was given to this case alone is kept.
            let own = id.filter(|id| ruled.as_ref().is_none_or(|ruled| ruled.workflow.id() != *id));
            self.plan = setting.plan(Some(procedure), own, from);
            self.anchored_on = Some(from);
            let carried = match (&before, &self.plan.clone()) {
                (Some(old), Some(new)) => !restarts && self.route.carry_over(old, new),
                _ => !restarts,
            };
            if restarts {
                self.clock.push(super::clock::restart(setting.zone().stamp(start)));
            }
            let time = Act::passing(start);
            if self.begun.is_none() {
                // No act has opened a step.
            } else if carried {
                self.rename(before.as_deref());
                self.refresh(&time, setting, out);
            } else {
                self.leave_all(start, out);
                self.start_route(&time, setting, out);
            }
        }
    }

    /// Finds the open visits in the current version of the workflow.
    fn rename(&mut self, before: Option<&super::plan::Plan<'_>>) {
        let Some((plan, before)) = self.plan.clone().zip(before) else { return };
        let moved = |at: usize| plan.workflow.position(&before.step(at)?.id);
        for visit in &mut self.visits {
            visit.at = visit.at.and_then(moved);
        }
        for done in &mut self.done {
            done.position = done.position.and_then(moved);
            let targets = done.led_to.iter().map(|target| match target {
                Target::Step(step) => moved(*step).map(Target::Step),
                Target::End => Some(Target::End),
            });
            done.led_to = targets.collect::<Option<_>>().unwrap_or_default();
        }
    }

    /// Takes one more act. Gives whether the officer whom it names for what follows found a step; `None` if it names
    /// nobody.
    pub(crate) fn advance(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) -> Option<bool> {
        for visit in &mut self.visits {
            visit.fresh = false;
        }
        if self.is_void(act) {
            out.void_acts.push(act.row);
            return None;
        }
        self.take_data(act);
        if self.begun.is_none() {
            self.begin(act, setting, out);
        }
        let bound = self.carry_out(act, setting, out);
        self.note_end(act, setting);
        self.last = Some(Last { at: act.at, step: act.step, actor: act.actor });
        bound
    }

    /// Whether the state of the case leaves an act without any effect.
    fn is_void(&self, act: &Act<'_>) -> bool {
        let remark = matches!(
            act.effect,
            Effect::Apologise | Effect::Rate | Effect::Inspect | Effect::Dispute | Effect::Decide | Effect::Note
        );
        match act.effect {
            _ if remark => false,
            Effect::Reopen => false,
            _ if self.stopped.is_some() => true,
            Effect::Accept => self.accepted.is_some(),
            Effect::Receive => self.received.is_some(),
            Effect::Stop => self.finished.is_some(),
            Effect::Resume if self.waits_at(act) => false,
            Effect::Suspend | Effect::Restart | Effect::Extend => self.closed().is_some(),
            Effect::Resume => !self.is_suspended_at(act.at) && !self.was_suspended_now(act),
            _ => false,
        }
    }

    fn carry_out(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) -> Option<bool> {
        match act.effect {
            Effect::Accept => self.accept(act, setting, out),
            Effect::Assign => {
                self.assign(act, setting, out);
                self.named = None;
                if let Some(given) = act.entry("due")
                    && let Ok(given) = crate::base::shape::read(given)
                {
                    self.given = Some(given);
                }
            }
            Effect::Claim | Effect::Start => self.take_up(act, setting, out),
            Effect::Complete => return self.complete(act, setting, out),
            Effect::Forward => return self.forward(act, setting, out),
            Effect::Sign => {
                self.work_on(act, setting, out);
                self.push_done(act, Some(Effect::Sign.as_str().to_owned()), Vec::new());
            }
            Effect::Issue => self.work_on(act, setting, out),
            Effect::HandOver => {
                if self.planned(act.step).is_none() {
                    self.work_on(act, setting, out);
                } else if let Some(index) = self.locate(act, true, setting, out) {
                    self.hand_over(index, act, setting, out);
                }
                return act.assignee.and_then(|_| self.name_next(&[], act, setting));
            }
            Effect::Deliver => {
                self.delivered = self.delivered.or(Some(Moment { at: act.at, latest: act.latest }));
                return self.complete_open(act, setting, out);
            }
            Effect::Return => self.give_back(act, setting, out),
            Effect::Recall => self.recall(act, setting, out),
            // The awaited paper, fee or opinion has arrived: the waiting step is done.
            Effect::Resume if self.waits_at(act) => return self.complete_open(act, setting, out),
            Effect::Suspend | Effect::Resume | Effect::Restart | Effect::Extend | Effect::Apologise => {
                if self.closed().is_none() {
                    self.act_on_clock(act, setting);
                }
            }
            Effect::Stop => {
                self.stopped = Some(Moment { at: act.at, latest: act.latest });
                self.clock.push(super::clock::end(setting.zone().stamp(act.at), act.text("reason")));
            }
            Effect::Reopen => {
                self.reopen(act, setting, out);
                // A version that came into force while the case was closed takes it over now.
                self.advance_to(act.at, setting, out);
            }
            Effect::Receive => self.receive(act, setting, out),
            Effect::Rate | Effect::Inspect | Effect::Dispute | Effect::Decide | Effect::Note => {}
        }
        None
    }

    /// Whoever receives a case at a step has begun to work on it.
    fn receive(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        if act.step.is_none() || !act.is_of_person() {
            return;
        }
        let index = match self.locate(act, false, setting, out) {
            Some(index) => index,
            None if self.planned(act.step).is_some() => return,
            None => self.open_unplanned(act.step, act.at, true, act.unit),
        };
        self.take(index, act, HeldBy::Start, setting, out);
    }

    /// Acceptance fixes the versions: the rules in force on that day apply to the case.
    fn accept(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        self.accepted = Some(Moment { at: act.at, latest: act.latest });
        if let Some(index) = act.step.and_then(|_| self.locate(act, false, setting, out)) {
            self.touch(index, act, setting, out);
        }
        let on = setting.zone().date_of(act.at);
        if self.anchored_on.replace(on) == Some(on) {
            return;
        }
        let before = self.plan.clone();
        let id = before.as_ref().map(|plan| plan.workflow.id());
        self.plan = setting.plan(self.procedure, id, on);
        if let Some((old, new)) = before.as_ref().zip(self.plan.clone())
            && !std::rc::Rc::ptr_eq(old, &new)
        {
            if !self.route.carry_over(old, &new) {
                self.route.lose();
            }
            self.rename(before.as_deref());
            self.refresh(act, setting, out);
        }
    }

    fn take_up(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        let by = if act.effect == Effect::Claim { HeldBy::Claim } else { HeldBy::Start };
        let since = self.named_before(act, setting);
        let index = match self.locate(act, true, setting, out) {
            Some(index) => index,
            None => self.open_unplanned(act.step, since.unwrap_or(act.at), true, act.unit),
        };
        if let (Some(since), Some(who)) = (since, act.actor)
            && let Some(visit) = self.visits.get_mut(index)
            && matches!(visit.slot, Slot::Free { .. })
        {
            visit.slot = Slot::Named { who, since };
        }
        self.take(index, act, by, setting, out);
        if act.effect == Effect::Start
            && let Some(visit) = self.visits.get_mut(index)
        {
            visit.started.get_or_insert(act.at);
        }
    }

    /// A visit for an act that ends a step of which nothing is known: presumed since the act before.
    pub(super) fn open_for_end(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>) -> usize {
        let named = self.named_before(act, setting);
        let since = named.or_else(|| self.last.map(|last| last.at)).unwrap_or(act.at);
        let index = self.open_unplanned(act.step, since, false, act.unit);
        if let (Some(since), Some(who)) = (named, act.actor)
            && let Some(visit) = self.visits.get_mut(index)
        {
            visit.slot = Slot::Named { who, since };
        }
        index
    }

    /// Whether an act repeats one that ended the same step by the same hand (signed, then issued).
    fn is_repeated(&self, act: &Act<'_>, out: &Trace) -> bool {
        act.step.is_none() || out.holds.last().is_some_and(|last| (last.step, last.officer) == (act.step, act.actor))
    }

    /// Work on a step that does not end it. Where nothing else shows that the step was open, it is all there was.
    fn work_on(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        if act.step.is_none() {
            return;
        }
        match self.locate(act, true, setting, out) {
            Some(index) => self.touch(index, act, setting, out),
            None if self.is_repeated(act, out) => {}
            None => {
                let index = self.open_for_end(act, setting);
                self.end_hold(index, act, End::Done, setting, out);
                self.close(index, act.at, setting, out);
            }
        }
    }

    /// The desk has the result. Its step is still to be done, and is not that of whoever brought the result.
    fn hand_over(&mut self, index: usize, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        let Some(visit) = self.visits.get(index) else { return };
        match visit.slot {
            Slot::Free { .. } => {
                self.end_hold(index, act, End::Done, setting, out);
                if let Some(visit) = self.visits.get_mut(index) {
                    (visit.slot, visit.worked) = (Slot::Free { since: act.at }, Some(act.at));
                }
            }
            Slot::Named { who, .. } | Slot::Held { who, .. } if act.actor == Some(who) => {
                self.touch(index, act, setting, out);
            }
            Slot::Named { .. } | Slot::Held { .. } => {}
        }
    }

    fn forward(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) -> Option<bool> {
        let index = match self.locate(act, true, setting, out) {
            Some(index) => index,
            None => self.open_for_end(act, setting),
        };
        self.end_hold(index, act, End::Moved, setting, out);
        if let Some(visit) = self.visits.get_mut(index) {
            visit.unit = act.unit.or(visit.unit);
            visit.started = None;
            visit.slot = match act.assignee {
                Some(who) => Slot::Named { who, since: act.at },
                None => Slot::Free { since: act.at },
            };
        }
        act.assignee.map(|_| true)
    }

    /// The step named is done if it is open; the act alone does not show that it was.
    fn complete_open(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) -> Option<bool> {
        act.step?;
        let index = self.locate(act, false, setting, out)?;
        self.complete_visit(index, act, setting, out)
    }

    fn complete(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) -> Option<bool> {
        let index = match self.locate(act, true, setting, out) {
            Some(index) => index,
            None if act.step.is_some() && !self.is_repeated(act, out) => self.open_for_end(act, setting),
            None => {
                self.push_done(act, None, Vec::new());
                return act.assignee.and_then(|_| self.name_next(&[], act, setting));
            }
        };
        self.complete_visit(index, act, setting, out)
    }

    fn complete_visit(
        &mut self,
        index: usize,
        act: &Act<'_>,
        setting: &dyn Setting<'r>,
        out: &mut Trace,
    ) -> Option<bool> {
        let drawn = self.step_of(index).map(|(_, step)| step);
        let mut outcome = act.text("outcome").map(str::to_owned);
        if let Some(silence) = drawn.and_then(|step| silence(step, act)) {
            outcome = Some(silence.to_owned());
            let news = Map::from_iter([("outcome", Value::Text(silence.into()))]);
            self.data = self.data.as_ref().map(|data| merged(data, Some(&Node::from(Value::Map(news)))));
        }
        self.end_hold(index, act, End::Done, setting, out);
        let position = self.visits.get(index).and_then(|visit| visit.at);
        let mut led_to = Vec::new();
        if let Some((plan, step)) = self.plan.clone().zip(position) {
            led_to = self.route.complete(&plan, step, self.data.as_ref()).unwrap_or_default();
        }
        self.push_done(act, outcome, led_to);
        self.close(index, act.at, setting, out);
        let opened = self.refresh(act, setting, out);
        self.name_next(&opened, act, setting)
    }

    fn push_done(&mut self, act: &Act<'_>, outcome: Option<String>, led_to: Vec<Target>) {
        if act.step.is_none() {
            return;
        }
        let position = self.plan.as_ref().and_then(|plan| plan.position(act.step));
        let officer = act.actor.filter(|_| act.is_of_person());
        let done = Done {
            step: act.step,
            position,
            officer,
            principal: act.principal,
            at: act.at,
            outcome,
            led_to,
            undone: false,
        };
        self.done.push(done);
    }
}

/// What silence means for a step, if a program closes it.
fn silence(step: &Step, act: &Act<'_>) -> Option<&'static str> {
    step.on_silence.filter(|_| act.kind == ActorKind::System).map(|silence| silence.as_str())
}

impl Act<'static> {
    /// No act: only time that passes.
    fn passing(at: Instant) -> Self {
        Self {
            row: 0,
            at,
            latest: at,
            effect: Effect::Note,
            declared: false,
            step: None,
            unit: None,
            actor: None,
            kind: ActorKind::System,
            principal: None,
            assignee: None,
            data: None,
            event_id: None,
        }
    }
}
