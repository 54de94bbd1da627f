//! Visits: which steps are open, since when, and what closes them.

use super::act::Act;
use super::plan::Plan;
use super::setting::{Naming, Setting};
use super::state::{Early, HeldBy, Moment, Slot, State, Visit};
use super::trace::{End, Hold, Trace, VisitSpan};
use crate::base::names::Symbol;
use crate::base::time::Instant;
use crate::case::{ActorKind, Effect};
use crate::workflow::{Step, StepClock};
use std::rc::Rc;

impl<'r> State<'r> {
    /// The first act of a case: its data, its workflow and its first step.
    pub(super) fn begin(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        self.begun = Some(act.at);
        self.unit = self.unit.or(act.unit);
        if matches!(act.effect, Effect::Receive | Effect::Accept) && self.received.is_none() {
            self.received = Some(Moment { at: act.at, latest: act.latest });
        }
        let on = setting.zone().date_of(act.at);
        let on = *self.anchored_on.get_or_insert(on);
        self.procedure = self.procedure.or_else(|| setting.find(act.text("procedure")?));
        let workflow = act.text("workflow").map(Into::into);
        self.plan = setting.plan(self.procedure, workflow.as_ref(), on);
        self.start_route(act, setting, out);
    }

    /// Puts the case at the first step of its workflow.
    pub(super) fn start_route(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        if let Some(plan) = self.plan.clone() {
            self.route.begin(&plan);
            self.refresh(act, setting, out);
        }
    }

    /// Brings the open visits in line with the marking: what is no longer open anywhere closes, what is new opens.
    /// Gives the positions in the workflow of those that opened.
    pub(super) fn refresh(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) -> Vec<usize> {
        let Some(plan) = self.plan.clone().filter(|_| !self.route.lost) else { return Vec::new() };
        let open = self.route.open(&plan);
        let gone = |visit: &Visit| visit.at.is_some_and(|at| !open.iter().any(|(step, _)| *step == at));
        while let Some(index) = self.visits.iter().position(gone) {
            self.leave(index, act.at, true, out);
        }
        let mut opened = Vec::new();
        for (step, certain) in open {
            match self.visit_of(Some(step), None) {
                Some(index) => {
                    let became = self.visits.get_mut(index).is_some_and(|visit| {
                        let became = certain && !visit.certain;
                        visit.certain = certain;
                        became
                    });
                    if became {
                        self.suspend_for(index, setting);
                    }
                }
                None => {
                    self.open_step(step, certain, act, setting);
                    opened.push(step);
                }
            }
        }
        opened
    }

    /// Opens a step of the workflow.
    fn open_step(&mut self, position: usize, certain: bool, act: &Act<'_>, setting: &dyn Setting<'r>) {
        let Some(plan) = self.plan.clone() else { return };
        let Some(step) = plan.step(position) else { return };
        let routed =
            (!step.route.is_empty()).then_some(self.data.as_ref()).flatten().and_then(|data| step.routed(data));
        let unit = routed.and_then(|route| route.unit.as_ref()).or(step.unit.as_ref());
        let unit = unit.and_then(|unit| setting.find(unit.as_str())).or(self.unit);
        let name = plan.name(position);
        let since = act.at;
        let mut slot = Slot::Free { since };
        let on = setting.zone().date_of(since);
        let chosen = routed.and_then(|route| setting.find(route.officer.as_ref()?.as_str()));
        if let Some(who) = chosen
            && setting.is_present(who, on)
            && setting.may_do(who, step, unit, on)
            && !self.did_apart(&plan, step, who)
        {
            slot = Slot::Held { who, kind: ActorKind::Person, since, by: HeldBy::Route };
        }
        if let Some(index) = self.early.iter().position(|early| early.step == name) {
            let Early { who, .. } = self.early.swap_remove(index);
            slot = Slot::Held { who, kind: ActorKind::Person, since, by: HeldBy::Assignment };
        }
        self.supplements += u32::from(step.supplement && certain);
        let outside = step.waits_for.is_some();
        let opened = Visit { at: Some(position), unit, slot, certain, outside, ..Visit::opened(name, since) };
        let index = self.add_visit(opened);
        if certain {
            self.suspend_for(index, setting);
        }
    }

    /// Opens a step that only acts show, since there is no workflow or the position is lost.
    pub(super) fn open_unplanned(
        &mut self,
        step: Option<Symbol>,
        since: Instant,
        known: bool,
        unit: Option<Symbol>,
    ) -> usize {
        let unit = unit.or(self.unit);
        self.add_visit(Visit { unit, known, ..Visit::opened(step, since) })
    }

    fn add_visit(&mut self, visit: Visit) -> usize {
        self.visits.push(Visit { number: self.visited, ..visit });
        self.visited += 1;
        self.visits.len() - 1
    }

    /// The visit that an act on a step concerns. With `evidence`, the act shows that the case is at the step even if
    /// the acts before do not; without, nothing moves. A step outside the workflow is opened as acts mention it.
    pub(super) fn locate(
        &mut self,
        act: &Act<'_>,
        evidence: bool,
        setting: &dyn Setting<'r>,
        out: &mut Trace,
    ) -> Option<usize> {
        if let Some((plan, step)) = self.planned(act.step) {
            if self.route.keep_open(&plan, step)
                || self.route.pass_unseen_to(&plan, step, self.data.as_ref())
                || evidence && self.route.jump(&plan, step)
            {
                self.refresh(act, setting, out);
                return self.visit_of(Some(step), None);
            }
            if !evidence {
                return None;
            }
            self.route.lose();
            // What was open is known by name from now on.
            for visit in &mut self.visits {
                visit.at = None;
            }
        }
        self.visit_of(None, act.step)
    }

    /// The position of a step, while the position of the case is known.
    pub(super) fn planned(&self, step: Option<Symbol>) -> Option<(Rc<Plan<'r>>, usize)> {
        let plan = self.plan.as_ref().filter(|_| !self.route.lost)?;
        Some((plan.clone(), plan.position(step)?))
    }

    /// Closes a visit: its step was done, sent back or left. A clock that was suspended for it resumes.
    pub(super) fn close(&mut self, index: usize, at: Instant, setting: &dyn Setting<'r>, out: &mut Trace) {
        self.resume_for(index, at, setting);
        self.drop_visit(index, at, out);
    }

    /// Drops a visit that the marking no longer has. Nobody is charged for a hold whose end is not on record.
    pub(super) fn leave(&mut self, index: usize, at: Instant, presumed: bool, out: &mut Trace) {
        let Some(visit) = self.visits.get(index) else { return };
        let until = visit.worked.unwrap_or(at);
        if let Slot::Held { who, kind, since, by } = visit.slot {
            let presumed = presumed && visit.worked.is_none();
            self.push_hold(index, Some(who), kind, (since, Some(until)), End::Moved, by, presumed, out);
        }
        self.drop_visit(index, until, out);
    }

    /// Ends the hold of who has a step and loses it.
    pub(super) fn move_hold(&self, index: usize, at: Instant, out: &mut Trace) {
        if let Some(Slot::Held { who, kind, since, by }) = self.visits.get(index).map(|visit| visit.slot) {
            self.push_hold(index, Some(who), kind, (since, Some(at)), End::Moved, by, false, out);
        }
    }

    fn drop_visit(&mut self, index: usize, until: Instant, out: &mut Trace) {
        let visit = self.visits.remove(index);
        out.visits.push(span(&visit, Some(until)));
    }

    #[allow(clippy::too_many_arguments)] // all of it is what a hold is
    pub(super) fn push_hold(
        &self,
        index: usize,
        officer: Option<Symbol>,
        kind: ActorKind,
        (since, until): (Instant, Option<Instant>),
        end: End,
        by: HeldBy,
        presumed: bool,
        out: &mut Trace,
    ) {
        let Some(visit) = self.visits.get(index) else { return };
        out.holds.push(Hold {
            visit: visit.number,
            step: visit.step,
            officer,
            kind: if officer.is_some() { kind } else { ActorKind::Unknown },
            unit: visit.unit,
            since,
            until: until.map(|until| until.max(since)),
            end,
            by,
            presumed,
            substitute: false,
        });
    }

    /// Writes what is still open: until `end` if the case is over, else without an end.
    pub(crate) fn flush(&mut self, end: Option<Instant>, setting: &dyn Setting<'r>, out: &mut Trace) {
        for index in 0..self.visits.len() {
            let Some(visit) = self.visits.get(index) else { continue };
            // Without a workflow a last act on a step, such as signing, is all that shows its end.
            let worked = visit.worked.filter(|_| visit.at.is_none());
            let until = worked.or(end);
            let ended = match until {
                None => End::Open,
                Some(_) if visit.worked.is_some() => End::Done,
                Some(_) => End::Moved,
            };
            match visit.slot {
                // The case was over before.
                Slot::Held { since, by: HeldBy::Act, .. } if until.is_some_and(|until| until <= since) => {}
                Slot::Held { who, kind, since, by } => {
                    self.push_hold(index, Some(who), kind, (since, until), ended, by, false, out);
                }
                Slot::Named { who, since } if setting.naming() == Naming::Assigns => {
                    let kind = ActorKind::Person;
                    self.push_hold(index, Some(who), kind, (since, until), ended, HeldBy::Naming, false, out);
                }
                Slot::Named { .. } | Slot::Free { .. } => {}
            }
            if let Some(visit) = self.visits.get(index) {
                out.visits.push(span(visit, until.map(|until| until.max(visit.since))));
            }
        }
    }

    /// Suspends the clock from the opening of a step that waits.
    fn suspend_for(&mut self, index: usize, setting: &dyn Setting<'r>) {
        let Some((visit, step)) = self.step_of(index) else { return };
        if step.clock != StepClock::Run {
            let at = setting.zone().stamp(visit.since);
            self.suspend(at, Some(step.id.as_str()));
        }
    }

    fn resume_for(&mut self, index: usize, at: Instant, setting: &dyn Setting<'r>) {
        let Some((visit, step)) = self.step_of(index) else { return };
        if step.clock == StepClock::Run || !visit.certain {
            return;
        }
        let at = setting.zone().stamp(at);
        let restarts = step.clock == StepClock::Restart;
        let resumption = super::clock::resumption(at, Some(step.id.as_str()));
        self.clock.push(resumption);
        if restarts {
            self.clock.push(super::clock::restart(at));
        }
    }

    pub(super) fn step_of(&self, index: usize) -> Option<(&Visit, &'r Step)> {
        let visit = self.visits.get(index)?;
        Some((visit, self.plan.as_ref()?.step(visit.at?)?))
    }
}

fn span(visit: &Visit, until: Option<Instant>) -> VisitSpan {
    VisitSpan {
        visit: visit.number,
        step: visit.step,
        at: visit.at,
        unit: visit.unit,
        since: visit.since,
        until,
        outside: visit.outside,
    }
}
