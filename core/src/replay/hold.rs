//! Which officer held which step when.

use super::rules::Hours;
use crate::base::time::{Instant, Seconds};
use crate::case::{ActorKind, Effect};
use crate::log::{EventCells, Symbol};

/// One officer's hold on one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hold {
    pub(super) step: Option<Symbol>,
    pub(super) officer: Option<Symbol>,
    pub(super) kind: ActorKind,
    pub(super) unit: Option<Symbol>,
    pub(super) since: Instant,
    pub(super) until: Option<Instant>,
    pub(super) end: End,
    /// Only the end was logged: the start is that of the event before it.
    pub(super) presumed: bool,
    /// Handed over by completing another step; which step it is on becomes known with the first act.
    fresh: bool,
}

/// How a hold ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It has not ended.
    Open,
    /// The holder did the work.
    Done,
    /// The step passed to somebody else, or the case ended while it was held.
    Moved,
    /// The step was sent back.
    Returned,
}

/// Derives holds from the events of a case.
#[derive(Default)]
pub(super) struct Holds {
    list: Vec<Hold>,
    last: Option<EventCells>,
}

impl Holds {
    /// Forgets the last case and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.list.clear();
        self.last = None;
    }

    pub(super) fn list(&self) -> &[Hold] {
        &self.list
    }

    /// Takes one more event, in order.
    pub(super) fn push(&mut self, event: &EventCells) {
        match event.effect {
            Effect::Assign => {
                self.end_step(event, End::Moved);
                let kind = if event.assignee.is_some() { ActorKind::Person } else { event.actor_kind };
                self.begin(event, event.assignee.or(event.actor), kind, false);
            }
            Effect::Claim | Effect::Start => self.take(event),
            Effect::Receive if event.step.is_some() => self.take(event),
            Effect::Accept if self.open(event.step).is_some() => self.finish(event, End::Done),
            Effect::Forward => {
                self.finish(event, End::Moved);
                self.pass_on(event);
            }
            Effect::Complete | Effect::Sign | Effect::Issue | Effect::HandOver => {
                self.finish(event, End::Done);
                self.pass_on(event);
            }
            Effect::Return => {
                self.finish(event, End::Returned);
                self.pass_on(event);
            }
            Effect::Stop | Effect::Deliver => self.end_all(event.at),
            _ => {}
        }
        self.last = Some(*event);
    }

    /// The case is over: nobody holds it any longer.
    pub(super) fn end_all(&mut self, at: Instant) {
        for hold in self.list.iter_mut().filter(|hold| hold.until.is_none()) {
            hold.until = Some(at.max(hold.since));
            hold.end = End::Moved;
        }
    }

    fn open(&mut self, step: Option<Symbol>) -> Option<&mut Hold> {
        self.list.iter_mut().rev().find(|hold| hold.until.is_none() && hold.step == step)
    }

    /// A hold whose step was not known yet is on the step of the officer's first act.
    fn apply_event(&mut self, event: &EventCells) {
        let fresh = |hold: &&mut Hold| hold.until.is_none() && hold.fresh && hold.officer == event.actor;
        if let Some(hold) = self.list.iter_mut().rev().find(fresh) {
            hold.fresh = false;
            hold.step = event.step;
        }
    }

    fn take(&mut self, event: &EventCells) {
        self.apply_event(event);
        match self.open(event.step) {
            Some(hold) if hold.officer == event.actor => return,
            Some(_) => self.end_step(event, End::Moved),
            None => {}
        }
        self.begin(event, event.actor, event.actor_kind, false);
    }

    /// Somebody did the step; if no start was logged, it is presumed to have begun with the event before.
    fn finish(&mut self, event: &EventCells, end: End) {
        self.apply_event(event);
        let at = event.at;
        let mut since = self.last.map_or(at, |last| last.at);
        // An officer who also did the previous act at this step had it in hand; otherwise the start is unknown.
        let known = self.last.is_some_and(|last| last.actor == event.actor && last.step == event.step);
        // A second act on a step that has just ended (signed, then issued) is not separate work.
        let repeated = self.list.last().is_some_and(|last| (last.step, last.officer) == (event.step, event.actor));
        match self.open(event.step) {
            Some(hold) if hold.officer == event.actor || event.actor.is_none() => {
                hold.until = Some(at);
                hold.end = end;
                return;
            }
            Some(hold) => {
                // Somebody else did what this officer held: the time counts for the holder, the work for the doer.
                hold.until = Some(at);
                hold.end = End::Moved;
                since = at;
            }
            None if repeated || event.step.is_none() => return,
            None => {}
        }
        self.begin(event, event.actor, event.actor_kind, !known);
        if let Some(hold) = self.list.last_mut() {
            (hold.since, hold.until, hold.end) = (since, Some(at), end);
        }
    }

    fn pass_on(&mut self, event: &EventCells) {
        if event.assignee.is_some() {
            self.begin(event, event.assignee, ActorKind::Person, false);
            if let Some(hold) = self.list.last_mut() {
                hold.fresh = true;
            }
        }
    }

    fn end_step(&mut self, event: &EventCells, end: End) {
        if let Some(hold) = self.open(event.step) {
            hold.until = Some(event.at);
            hold.end = end;
        }
    }

    fn begin(&mut self, event: &EventCells, officer: Option<Symbol>, kind: ActorKind, presumed: bool) {
        self.list.push(Hold {
            step: event.step,
            officer,
            kind: if officer.is_some() { kind } else { ActorKind::Unknown },
            unit: event.unit,
            since: event.at,
            until: None,
            end: End::Open,
            presumed,
            fresh: false,
        });
    }
}

/// Working seconds of a span without the suspensions, which do not overlap and are in order.
pub(super) fn net(hours: &dyn Hours, since: Instant, until: Instant, pauses: &[(Instant, Instant)]) -> Seconds {
    if until <= since {
        return Seconds(0);
    }
    let paused: Seconds = pauses
        .iter()
        .map(|(from, to)| ((*from).max(since), (*to).min(until)))
        .filter(|(from, to)| from < to)
        .map(|(from, to)| hours.elapsed(from, to))
        .sum();
    hours.elapsed(since, until) - paused
}
