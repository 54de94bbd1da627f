//! What each agency has used of its share of the limit (*phần thời hạn của từng cơ quan*), live and in a replay.

use super::course::{Setting, Trace, Visit};
use super::live::LiveSetting;
use super::rules::CaseRules;
use super::state::{AgencyShare, Case, Stay};
use crate::base::names::Symbol;
use crate::base::time::{Instant, Seconds};
use crate::calendar::Calendar;
use crate::deadline::{Budget, Clock, ClockAct, ClockActKind, Due, DueOptions, Limit, Promise, Yellow, due};
use std::num::NonZeroU32;

type Span = (Instant, Instant);

/// The parts of a span that any of the given spans covers, each instant once.
pub(crate) fn within(spans: impl Iterator<Item = Span>, (since, until): Span) -> impl Iterator<Item = Span> {
    let inside = spans.map(|(from, to)| (from.max(since), to.min(until))).filter(|(from, to)| from < to);
    let mut inside: Vec<_> = inside.collect();
    inside.sort_unstable();
    let mut covered = since;
    inside.into_iter().filter_map(move |(from, to)| {
        let from = from.max(covered);
        covered = covered.max(to);
        (from < to).then_some((from, to))
    })
}

/// Working seconds of a span without the suspensions, which do not overlap and are in order.
#[inline]
pub(crate) fn net(elapsed: impl Fn(Instant, Instant) -> Seconds, (since, until): Span, pauses: &[Span]) -> Seconds {
    if until <= since {
        return Seconds(0);
    }
    let paused: Seconds = pauses
        .iter()
        .map(|(from, to)| ((*from).max(since), (*to).min(until)))
        .filter(|(from, to)| from < to)
        .map(|(from, to)| elapsed(from, to))
        .sum();
    elapsed(since, until) - paused
}

/// The working time that an agency used while steps were open at it. Steps that it does side by side take its time once.
pub(crate) fn used(
    elapsed: impl Fn(Instant, Instant) -> Seconds,
    stays: impl Iterator<Item = Span>,
    whole: Span,
    pauses: &[Span],
) -> Seconds {
    within(stays, whole).map(|span| net(&elapsed, span, pauses)).sum()
}

/// The shares of a case after an event, from those before it, the visits that ended with the event, and those open.
/// Before acceptance there are none.
pub(super) fn shares_of(
    rules: &dyn CaseRules,
    case: &Case,
    (unit, visits): (Option<Symbol>, &[Visit]),
    trace: &Trace,
    setting: &LiveSetting<'_>,
) -> Vec<AgencyShare> {
    let versions = case.versions.procedure.as_ref().zip(case.versions.anchored_on);
    let Some(((procedure, on), accepted)) = versions.zip(case.accepted) else { return Vec::new() };
    let Ok(Some(limit)) = rules.limit(procedure, on) else { return Vec::new() };
    if limit.shares.is_empty() {
        return Vec::new();
    }
    let clock = Clock::new(&case.clock.acts, None, None);
    let begun = clock.restarted.map_or(accepted.at, |restarted| restarted.at.max(accepted.at));
    let pauses: Vec<Span> =
        clock.spans.iter().map(|span| (span.start.at, span.end.map_or(Instant::MAX, |end| end.at))).collect();
    let one = |(agency, share): (&String, &Budget)| {
        let at_agency = |visited: Option<Symbol>, outside: bool| {
            let unit = visited.or(unit).map(|unit| setting.name(unit));
            !outside && unit.is_some_and(|unit| unit.as_str() == agency)
        };
        let id = agency.as_str().into();
        let calendar = rules.calendar_on(Some(&id), on).or_else(|_| rules.calendar_on(None, on)).ok()?;
        let known = case.clock.shares.iter().find(|known| known.unit == id);
        let before = known.iter().flat_map(|known| &known.stays).map(|stay| (stay.start.at, stay.end.at));
        let ended = trace.visits.iter().filter(|visit| at_agency(visit.unit, visit.outside));
        let ended = ended.filter_map(|visit| Some((visit.since, visit.until?)));
        let over = joined(before.chain(ended), begun);
        let open = visits.iter().filter(|visit| at_agency(visit.unit, visit.outside));
        let all = joined(over.iter().copied().chain(open.map(|visit| (visit.since, Instant::MAX))), begun);
        let elapsed = |from, to| calendar.elapsed(from, to);
        let share = share.seconds(calendar.nominal_day());
        let stamp = |at| rules.zone().stamp(at);
        Some(AgencyShare {
            due: run_out(calendar, share, &all, &pauses, case, limit.yellow),
            used_working_seconds: used(elapsed, all.into_iter(), (begun, case.last_at.at.max(begun)), &pauses),
            stays: over.into_iter().map(|(start, end)| Stay { start: stamp(start), end: stamp(end) }).collect(),
            share_working_seconds: share,
            unit: id,
        })
    };
    limit.shares.iter().filter_map(one).collect()
}

/// Spans since an instant, those that touch as one.
fn joined(spans: impl Iterator<Item = Span>, since: Instant) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (from, to) in within(spans, (since, Instant::MAX)) {
        match out.last_mut() {
            Some(last) if last.1 == from => last.1 = to,
            _ => out.push((from, to)),
        }
    }
    out
}

/// When a share is used up: in the stay in which that happens, as a limit of the rest; `None` if it is not used up and
/// no step is open at the agency.
fn run_out(
    calendar: &Calendar,
    share: Seconds,
    stays: &[Span],
    pauses: &[Span],
    case: &Case,
    yellow: Yellow,
) -> Option<Due> {
    let mut rest = share;
    for &(since, until) in stays {
        if until < Instant::MAX {
            let worked = net(|from, to| calendar.elapsed(from, to), (since, until), pauses);
            if worked < rest {
                rest = rest - worked;
                continue;
            }
        }
        let rest = NonZeroU32::new(u32::try_from(rest.0).ok()?)?;
        let promise = Promise { yellow, ..Promise::from(Limit::WorkingTime(rest)) };
        let suspends = |act: &&ClockAct| matches!(act.kind, ClockActKind::Suspend | ClockActKind::Resume);
        let acts: Vec<ClockAct> = case.clock.acts.iter().filter(suspends).cloned().collect();
        let options = DueOptions { known_at: case.accepted.map(|at| at.at), brief: true, ..DueOptions::default() };
        return due(calendar, &promise, since, &acts, &options).ok();
    }
    None
}
