//! What acts do to the clock of a case (*đồng hồ*).

use super::act::Act;
use super::setting::Setting;
use super::state::State;
use crate::base::shape;
use crate::base::time::{Instant, Stamp};
use crate::base::value::Value;
use crate::case::Effect;
use crate::deadline::{Clock, ClockAct, ClockActKind};
use crate::workflow::StepClock;

fn with_reason(kind: ClockActKind, at: Stamp, reason: Option<&str>) -> ClockAct {
    ClockAct { reason: reason.map(str::to_owned), ..ClockAct::new(kind, at) }
}

pub(super) fn suspension(at: Stamp, reason: &str) -> ClockAct {
    with_reason(ClockActKind::Suspend, at, Some(reason))
}

pub(super) fn resumption(at: Stamp, reason: Option<&str>) -> ClockAct {
    with_reason(ClockActKind::Resume, at, reason)
}

pub(super) fn restart(at: Stamp) -> ClockAct {
    ClockAct::new(ClockActKind::Restart, at)
}

pub(super) fn end(at: Stamp, reason: Option<&str>) -> ClockAct {
    with_reason(ClockActKind::Stop, at, reason)
}

/// By how much or until when an act moves the due; `None` if its data do not say, or not so that it can be read.
fn moved(kind: ClockActKind, at: Stamp, act: &Act<'_>) -> Option<ClockAct> {
    let by = act.entry("by").map(shape::read).transpose().ok()?;
    let until = act.entry("until").map(shape::read).transpose().ok()?;
    if by.is_none() && until.is_none() {
        return None;
    }
    Some(ClockAct { by, until, event_id: act.event_id.cloned(), ..with_reason(kind, at, act.text("reason")) })
}

impl<'r> State<'r> {
    /// Whether the clock is suspended at an instant.
    pub(crate) fn is_suspended_at(&self, at: Instant) -> bool {
        !self.clock.is_empty() && Clock::new(&self.clock, None, None).is_suspended_at(at)
    }

    /// Suspends the clock, unless it is suspended for this reason already: a second suspension changes nothing, and must
    /// not cancel a resumption at its own instant.
    pub(super) fn suspend(&mut self, at: Stamp, reason: Option<&str>) {
        let mut open = false;
        for act in &self.clock {
            match act.kind {
                ClockActKind::Suspend if act.reason.as_deref() == reason => open = true,
                ClockActKind::Resume if act.reason.is_none() || act.reason.as_deref() == reason => open = false,
                ClockActKind::Restart => open = false,
                _ => {}
            }
        }
        if !open {
            self.clock.push(with_reason(ClockActKind::Suspend, at, reason));
        }
    }

    /// Whether a resumption names the open step for which the clock is suspended.
    pub(super) fn waits_at(&self, act: &Act<'_>) -> bool {
        let position = self.planned(act.step).map(|(_, step)| step);
        let open = position.and_then(|step| self.visit_of(Some(step), None)).and_then(|index| self.step_of(index));
        open.is_some_and(|(_, step)| step.clock != StepClock::Run)
    }

    /// An act on the clock of a case that goes on.
    pub(super) fn act_on_clock(&mut self, act: &Act<'_>, setting: &dyn Setting<'r>) {
        let at = setting.zone().stamp(act.at);
        match act.effect {
            Effect::Suspend => {
                // Without a given reason, the step that the case waits for is the reason.
                let open = self.planned(act.step).is_some_and(|(_, step)| self.visit_of(Some(step), None).is_some())
                    || act.step.is_some() && self.visit_of(None, act.step).is_some();
                let step = act.step.filter(|_| open).map(|step| setting.name(step));
                self.suspend(at, act.text("reason").or(step.as_deref()));
            }
            Effect::Resume => self.clock.push(resumption(at, act.text("reason"))),
            Effect::Restart => {
                if self.is_suspended_at(act.at) {
                    self.clock.push(resumption(at, None));
                }
                self.clock.push(restart(at));
            }
            Effect::Extend | Effect::Apologise => {
                let lawful = !matches!(act.entry("lawful").map(|node| &node.value), Some(Value::Bool(false)));
                let kind = match act.effect {
                    Effect::Extend if lawful => ClockActKind::Extend,
                    _ => ClockActKind::ReAppoint,
                };
                match moved(kind, at, act) {
                    Some(moved) => self.clock.push(moved),
                    // A new date beside the first does not change the due; an extension of unknown length does.
                    None => self.extension_unknown |= kind == ClockActKind::Extend,
                }
            }
            _ => {}
        }
    }

    /// Whether the clock was suspended in this very instant.
    pub(super) fn was_suspended_now(&self, act: &Act<'_>) -> bool {
        self.clock.iter().any(|other| other.kind == ClockActKind::Suspend && other.at.at == act.at)
    }
}
