//! The clock of a case: when it was suspended, when it restarted, how far its due was moved.

use super::limit::Limit;
use super::when::When;
use crate::base::ids::EventId;
use crate::base::shape::{Shape, Term};
use crate::base::source::Source;
use crate::base::time::{Instant, Stamp};
use serde::Serialize;

/// What an act does to the clock (*đồng hồ*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum ClockActKind {
    /// The clock is suspended (*tạm dừng*).
    #[term("suspend")]
    Suspend,
    /// The clock resumes (*tiếp tục*).
    #[term("resume")]
    Resume,
    /// The full limit starts again (*tính lại từ đầu*).
    #[term("restart")]
    Restart,
    /// The limit grows by law, and moves the due that counts (*gia hạn*).
    #[term("extend")]
    Extend,
    /// A new date is promised; lateness is still judged by the first due (*hẹn lại*).
    #[term("re_appoint")]
    ReAppoint,
    /// The case ends without a result and is never late (*dừng giải quyết*).
    #[term("stop")]
    Stop,
}

/// An act on the clock of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct ClockAct {
    /// What the act does.
    pub kind: ClockActKind,
    /// When it takes effect.
    pub at: Stamp,
    /// When it was entered; later than `at` for a retroactive act. If absent, at `at`.
    pub recorded_at: Option<Stamp>,
    /// The clock concerned, if a case has several; if absent, all of them.
    pub clock: Option<String>,
    /// Why the clock is suspended. Suspensions for different reasons may overlap, and each ends on its own; a resume
    /// without a reason ends all of them.
    pub reason: Option<String>,
    /// For an extension: by how much the limit grows.
    pub by: Option<Limit>,
    /// For an extension or a new date: until when; a date means the end of that day.
    pub until: Option<When>,
    /// The event that recorded the act.
    pub event_id: Option<EventId>,
    /// The legal basis or document (*căn cứ*).
    pub source: Option<Source>,
}

impl ClockAct {
    /// An act with only its kind and its instant.
    pub fn new(kind: ClockActKind, at: Stamp) -> Self {
        Self {
            kind,
            at,
            recorded_at: None,
            clock: None,
            reason: None,
            by: None,
            until: None,
            event_id: None,
            source: None,
        }
    }

    /// An extension by the given limit.
    pub fn extend(at: Stamp, by: Limit) -> Self {
        Self { by: Some(by), ..Self::new(ClockActKind::Extend, at) }
    }
}

/// A period during which the clock was suspended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Span {
    /// When the suspension began.
    pub start: Stamp,
    /// When it ended; `None` if it has not.
    pub end: Option<Stamp>,
    /// The reasons; several if suspensions overlapped.
    pub reasons: Vec<String>,
}

/// The acts of one clock, put in order.
///
/// They may come in any order, late or repeated: what counts is when each takes effect. Overlapping suspensions are
/// merged. A suspension and a resume for the same reason at the same instant cancel each other, and a suspension at the
/// instant of a restart begins after it, so that the answer does not depend on the order of the acts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clock {
    /// The instant from which the full limit counts again.
    pub restarted: Option<Stamp>,
    /// When it was suspended, in order and without overlap.
    pub spans: Vec<Span>,
    /// Extensions by law since the last restart, in order.
    pub extensions: Vec<ClockAct>,
    /// New dates promised since the last restart, in order.
    pub reappointments: Vec<ClockAct>,
    /// When the case ended without a result.
    pub stopped: Option<Stamp>,
    /// Acts that changed nothing: a repeated suspension, a resume of a running clock, anything after the stop.
    pub ignored: Vec<ClockAct>,
}

impl Clock {
    /// The acts on one clock of a case, as far as they were entered by `entered_by`. Acts that name no clock apply to
    /// all clocks.
    pub(crate) fn new(acts: &[ClockAct], name: Option<&str>, entered_by: Option<Instant>) -> Self {
        let entered = |act: &ClockAct| act.recorded_at.unwrap_or(act.at).at;
        let mut acts: Vec<&ClockAct> = acts
            .iter()
            .filter(|act| act.clock.is_none() || act.clock.as_deref() == name)
            .filter(|act| entered_by.is_none_or(|limit| entered(act) <= limit))
            .collect();
        acts.sort_by(|a, b| (a.at.at, a.kind, &a.reason, &a.event_id).cmp(&(b.at.at, b.kind, &b.reason, &b.event_id)));
        let mut clock = Self::default();
        let mut suspension = OpenSuspension::default();
        for instant in acts.chunk_by(|a, b| a.at.at == b.at.at) {
            clock.take(instant, &mut suspension);
        }
        if let Some((from, reasons)) = suspension.open {
            clock.spans.push(Span { start: from, end: None, reasons });
        }
        clock
    }

    /// Applies the acts of one instant.
    fn take(&mut self, acts: &[&ClockAct], suspension: &mut OpenSuspension) {
        if self.stopped.is_some() {
            self.ignored.extend(acts.iter().map(|act| (*act).clone()));
            return;
        }
        let of = |kind| acts.iter().copied().filter(move |act: &&ClockAct| act.kind == kind);
        let resumed =
            |reason: &Option<String>| of(ClockActKind::Resume).any(|act| act.reason.is_none() || act.reason == *reason);
        let suspended = |reason: &Option<String>| of(ClockActKind::Suspend).any(|act| act.reason == *reason);
        let before = suspension.reasons.clone();
        if let Some(restart) = of(ClockActKind::Restart).next() {
            // It ends what was suspended before; a suspension at the same instant is one of the new limit.
            suspension.reasons.clear();
            suspension.close_span(restart.at, &mut self.spans);
            self.restarted = Some(restart.at);
            self.extensions.clear();
            self.reappointments.clear();
        }
        let going_on = suspension.reasons.clone();
        for act in of(ClockActKind::Suspend) {
            if going_on.contains(&act.reason) || resumed(&act.reason) || !suspension.add(&act.reason) {
                self.ignored.push(act.clone());
            }
        }
        for act in of(ClockActKind::Resume) {
            let ends = |reason: &&Option<String>| act.reason.is_none() || act.reason == **reason;
            if !before.iter().any(|reason| ends(&reason) && !suspended(reason)) {
                self.ignored.push(act.clone());
            }
        }
        suspension.reasons.retain(|reason| !(going_on.contains(reason) && resumed(reason) && !suspended(reason)));
        if let Some(at) = acts.first().map(|act| act.at) {
            suspension.close_span(at, &mut self.spans);
        }
        self.extensions.extend(of(ClockActKind::Extend).cloned());
        self.reappointments.extend(of(ClockActKind::ReAppoint).cloned());
        if let Some(stop) = of(ClockActKind::Stop).next() {
            suspension.reasons.clear();
            suspension.close_span(stop.at, &mut self.spans);
            self.stopped = Some(stop.at);
        }
    }

    /// A clock with these suspensions, in any order and perhaps overlapping; one without an end is still in force.
    pub(super) fn from_suspensions(mut times: Vec<(Stamp, Option<Stamp>)>) -> Self {
        times.sort_by_key(|(from, _)| from.at);
        let mut spans: Vec<Span> = Vec::with_capacity(times.len());
        for (from, to) in times {
            match spans.last_mut() {
                // One that has not ended includes all that follow.
                Some(Span { end: None, .. }) => {}
                Some(Span { end: Some(end), .. }) if from.at < end.at && to.is_some_and(|to| to.at <= end.at) => {}
                Some(span) if span.end.is_some_and(|end| from.at <= end.at) => span.end = to,
                _ => spans.push(Span { start: from, end: to, reasons: Vec::new() }),
            }
        }
        spans.retain(|span| span.end.is_none_or(|to| span.start.at < to.at));
        Self { spans, ..Self::default() }
    }

    /// Whether the clock is suspended at an instant.
    pub(crate) fn is_suspended_at(&self, at: Instant) -> bool {
        self.spans.iter().any(|span| span.contains(at))
    }

    /// The suspensions that affect a limit which counts from `start`, each cut off before `start`.
    pub(super) fn spans_since(&self, start: Instant) -> impl Iterator<Item = (Instant, Option<Instant>, &Span)> {
        self.spans.iter().filter_map(move |span| {
            let to = span.end.map(|to| to.at);
            to.is_none_or(|to| start < to).then_some((span.start.at.max(start), to, span))
        })
    }
}

/// The reasons for which a clock is suspended at present.
#[derive(Default)]
struct OpenSuspension {
    /// In order, each once.
    reasons: Vec<Option<String>>,
    open: Option<(Stamp, Vec<String>)>,
}

impl OpenSuspension {
    /// Adds a reason; `false` if it is there already.
    fn add(&mut self, reason: &Option<String>) -> bool {
        let place = self.reasons.binary_search(reason);
        place.inspect_err(|at| self.reasons.insert(*at, reason.clone())).is_err()
    }

    /// Opens or closes a span, depending on whether any reason is left.
    fn close_span(&mut self, at: Stamp, spans: &mut Vec<Span>) {
        if self.reasons.is_empty() {
            if let Some((from, reasons)) = self.open.take().filter(|(from, _)| from.at < at.at) {
                spans.push(Span { start: from, end: Some(at), reasons });
            }
            return;
        }
        let (_, reasons) = self.open.get_or_insert_with(|| (at, Vec::new()));
        for reason in self.reasons.iter().flatten() {
            if !reasons.contains(reason) {
                reasons.push(reason.clone());
            }
        }
    }
}

impl Span {
    /// Whether an instant is in the span; its end is not.
    pub fn contains(&self, at: Instant) -> bool {
        self.start.at <= at && self.end.is_none_or(|to| at < to.at)
    }
}

#[cfg(test)]
#[path = "tests/clock.rs"]
mod tests;
