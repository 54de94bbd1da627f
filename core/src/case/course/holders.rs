//! Who has an open step: what assigning, naming, claiming, starting and doing change.

use super::act::Act;
use super::plan::Plan;
use super::setting::{Naming, Setting};
use super::state::{Early, HeldBy, Other, Slot, State, Visit};
use super::trace::{End, TakenOver, Trace};
use crate::base::names::Symbol;
use crate::base::time::Instant;
use crate::base::value::Value;
use crate::case::{ActorKind, Effect, Involvement};
use crate::workflow::Step;

impl<'r> State<'r> {
    /// A step is given to an officer, or to the queue of a unit.
    pub(super) fn assign(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        let Some(index) = self.assigned_visit(act, setting, out) else {
            // Given before it opens: it is held from the opening, never earlier.
            if let (Some(who), Some(_)) = (act.assignee, act.step) {
                self.early.retain(|early| early.step != act.step);
                self.early.push(Early { step: act.step, who });
            }
            return;
        };
        let free = Slot::Free { since: act.at };
        let fresh = |who| Slot::Held { who, kind: ActorKind::Person, since: act.at, by: HeldBy::Assignment };
        let Some(slot) = self.visits.get(index).map(|visit| visit.slot) else { return };
        let slot = match (slot, act.assignee) {
            (Slot::Held { who, .. }, Some(to)) if who == to => slot,
            (Slot::Named { who, since }, Some(to)) if who == to => {
                let since = named_since(since, act, setting);
                Slot::Held { who, kind: ActorKind::Person, since, by: HeldBy::Assignment }
            }
            // Who was only named and is replaced before acting never had it.
            (_, to) => {
                self.move_hold(index, act.at, out);
                to.map_or(free, fresh)
            }
        };
        if let Some(visit) = self.visits.get_mut(index) {
            visit.slot = slot;
            visit.started = None;
            visit.unit = act.unit.or(visit.unit);
        }
        self.involve(index, act, setting);
    }

    /// The visit that an assignment is about; without a workflow, assigning a step opens it.
    fn assigned_visit(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) -> Option<usize> {
        if act.step.is_none() && self.plan.is_some() && !self.route.lost {
            // The case as a whole is given to somebody: the only step that somebody here can have.
            let mut open = (0..self.visits.len()).filter(|index| self.visits.get(*index).is_some_and(|it| !it.outside));
            if let Some(only) = open.next().filter(|_| open.next().is_none()) {
                return Some(only);
            }
        }
        if let Some((plan, step)) = self.planned(act.step) {
            self.route.keep_open(&plan, step);
            self.refresh(act, setting, out);
            return self.visit_of(Some(step), None);
        }
        let known = self.visit_of(None, act.step);
        Some(known.unwrap_or_else(|| self.open_unplanned(act.step, act.at, true, act.unit)))
    }

    /// Those who cooperate and those who are informed, as the data of an assignment name them.
    fn involve(&mut self, index: usize, act: &Act<'_>, setting: &dyn Setting<'r>) {
        for (name, involvement) in [("cooperating", Involvement::Cooperating), ("informed", Involvement::Informed)] {
            let Some(Value::List(list)) = act.entry(name).map(|node| &node.value) else { continue };
            for who in list.iter().filter_map(|node| setting.find(node.value.as_text()?)) {
                if Some(who) == act.assignee {
                    continue;
                }
                if let Some(visit) = self.visits.get_mut(index) {
                    visit.others.retain(|other| other.who != who);
                    visit.others.push(Other { who, involvement, since: act.at });
                }
            }
        }
        let lead = self.visits.get(index).and_then(Visit::lead);
        if let Some(visit) = self.visits.get_mut(index) {
            visit.others.retain(|other| Some(other.who) != lead);
        }
    }

    /// An officer takes a step: by a claim, or by beginning to work on it.
    pub(super) fn take(&mut self, index: usize, act: &Act<'_>, by: HeldBy, setting: &dyn Setting<'r>, out: &mut Trace) {
        let Some(visit) = self.visits.get(index) else { return };
        let (slot, step) = (visit.slot, visit.step);
        let Some(taker) = act.actor else { return };
        let taken = Slot::Held { who: taker, kind: act.kind, since: act.at, by };
        let own = |who: Symbol| self.is_for(index, act, who, setting);
        let next = match slot {
            // A substitute acts for the holder.
            Slot::Held { who, .. } if own(who) => slot,
            Slot::Named { who, since } if own(who) => {
                let since = named_since(since, act, setting);
                Slot::Held { who, kind: ActorKind::Person, since, by }
            }
            Slot::Named { .. } => taken,
            Slot::Free { .. } => match act.principal {
                Some(principal) => Slot::Held { who: principal, kind: ActorKind::Person, since: act.at, by },
                None => taken,
            },
            Slot::Held { who, kind, .. } => {
                self.move_hold(index, act.at, out);
                if act.effect == Effect::Claim && act.is_of_person() && kind == ActorKind::Person {
                    out.taken_over.push(TakenOver { row: act.row, at: act.at, step, holder: who, taker });
                }
                taken
            }
        };
        if let Some(visit) = self.visits.get_mut(index) {
            visit.slot = next;
            visit.others.retain(|other| other.who != taker);
        }
    }

    /// A step was worked on and ended by an act: whoever had it until now answers for the time, the doer did the work.
    pub(super) fn end_hold(
        &mut self,
        index: usize,
        act: &Act<'_>,
        end: End,
        setting: &dyn Setting<'r>,
        out: &mut Trace,
    ) {
        let Some(visit) = self.visits.get(index) else { return };
        let (slot, started) = (visit.slot, visit.known);
        let own = |who: Symbol| act.actor.is_none() || self.is_for(index, act, who, setting);
        let until = Some(act.at);
        match slot {
            Slot::Held { who, kind, since, by } if own(who) => {
                self.push_hold(index, Some(who), kind, (since, until), end, by, false, out);
            }
            Slot::Named { who, since } if own(who) => {
                let since = named_since(since, act, setting);
                let kind = ActorKind::Person;
                self.push_hold(index, Some(who), kind, (since, until), end, HeldBy::Naming, false, out);
            }
            Slot::Held { .. } => {
                self.move_hold(index, act.at, out);
                self.push_hold(index, act.actor, act.kind, (act.at, until), end, HeldBy::Act, false, out);
            }
            // Passing on what waits in a queue is not work on it.
            Slot::Free { .. } | Slot::Named { .. } if act.effect == Effect::Forward => {}
            Slot::Named { .. } => {
                self.push_hold(index, act.actor, act.kind, (act.at, until), end, HeldBy::Act, true, out);
            }
            Slot::Free { since } => {
                // Only the end was logged. Who also did the act before at this step had it in hand since then.
                let known = !started && self.last.is_some_and(|last| last.actor == act.actor && last.step == act.step);
                self.push_hold(index, act.actor, act.kind, (since, until), end, HeldBy::Act, !known, out);
            }
        }
    }

    /// Whether an act at a visit is that of an officer, or of a substitute in the officer's right.
    fn is_for(&self, index: usize, act: &Act<'_>, who: Symbol, setting: &dyn Setting<'r>) -> bool {
        if act.actor == Some(who) || act.principal == Some(who) {
            return true;
        }
        let Some((actor, visit)) = act.actor.filter(|_| act.is_of_person()).zip(self.visits.get(index)) else {
            return false;
        };
        let step = self.step_of(index).map(|(_, step)| step);
        act.principal.is_none() && setting.acts_for(actor, who, step, visit.unit, setting.zone().date_of(act.at))
    }

    /// Something was done at a step that does not end it, such as signing.
    pub(super) fn touch(&mut self, index: usize, act: &Act<'_>, setting: &dyn Setting<'r>, out: &mut Trace) {
        let Some(slot) = self.visits.get(index).map(|visit| visit.slot) else { return };
        let own = |who: Symbol| self.is_for(index, act, who, setting);
        let held = match slot {
            _ if act.actor.is_none() => slot,
            Slot::Held { who, .. } if own(who) => slot,
            Slot::Named { who, since } if own(who) => {
                let since = named_since(since, act, setting);
                Slot::Held { who, kind: ActorKind::Person, since, by: HeldBy::Act }
            }
            _ => {
                self.end_hold(index, act, End::Done, setting, out);
                match act.actor.filter(|_| !matches!(slot, Slot::Held { .. })) {
                    Some(who) => {
                        Slot::Held { who: act.principal.unwrap_or(who), kind: act.kind, since: act.at, by: HeldBy::Act }
                    }
                    None => Slot::Free { since: act.at },
                }
            }
        };
        if let Some(visit) = self.visits.get_mut(index) {
            visit.slot = held;
            visit.worked = Some(act.at);
        }
    }

    /// The officer whom an act names for the step that follows. Gives whether the name found a step.
    pub(super) fn name_next(&mut self, opened: &[usize], act: &Act<'_>, setting: &dyn Setting<'r>) -> Option<bool> {
        let who = act.assignee?;
        if self.plan.is_none() || self.route.lost {
            self.named = Some((who, act.at));
            return Some(true);
        }
        let inside: Vec<usize> = (0..self.visits.len())
            .filter(|index| {
                let opens = |visit: &Visit| visit.at.is_some_and(|at| opened.contains(&at)) && !visit.outside;
                self.visits.get(*index).is_some_and(opens)
            })
            .collect();
        let on = setting.zone().date_of(act.at);
        let may =
            |index: &usize| self.step_of(*index).is_some_and(|(visit, step)| setting.may_do(who, step, visit.unit, on));
        let chosen = match inside.as_slice() {
            [] => return Some(false),
            [only] => Some(*only),
            several => {
                let able: Vec<usize> = several.iter().copied().filter(may).collect();
                <[usize; 1]>::try_from(able).ok().map(|[only]| only)
            }
        };
        if let Some(visit) = chosen.and_then(|index| self.visits.get_mut(index)) {
            visit.slot = Slot::Named { who, since: act.at };
        }
        Some(chosen.is_some())
    }

    /// The name that waits, if it is that of who acts now: since when the officer had the step.
    pub(super) fn named_before(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>) -> Option<Instant> {
        let (who, since) = self.named?;
        if matches!(act.effect, Effect::Assign | Effect::Claim | Effect::Start) || act.actor == Some(who) {
            self.named = None;
        }
        (act.actor == Some(who) && setting.naming() == Naming::Assigns).then_some(since)
    }

    /// Whether an officer did a step that must be in other hands than this one.
    pub(super) fn did_apart(&self, plan: &Plan<'_>, step: &Step, who: Symbol) -> bool {
        let names = |one: &Step, other: &Step| one.not_by.contains(&other.id);
        self.done.iter().filter(|done| !done.undone).any(|done| {
            let apart = done.position.and_then(|other| plan.step(other));
            apart.is_some_and(|other| names(step, other) || names(other, step))
                && [done.officer, done.principal].contains(&Some(who))
        })
    }
}

/// Since when the officer has a step who was named for it and now acts or is assigned.
fn named_since<'r>(named: Instant, act: &Act<'_>, setting: &dyn Setting<'r>) -> Instant {
    match setting.naming() {
        Naming::Assigns => named,
        Naming::Proposes => act.at,
    }
}
