//! Timelines of a few cases: the worst one, one with work at night, and a good one.

use super::evidence::Evidence;
use super::names::Names;
use super::standing::{due, outcome};
use crate::base::text::Text;
use crate::base::time::Instant;
use crate::case::ActorKind;
use crate::render::model::{Hold, Moment, Report, Tone};
use crate::replay::finding::{Finding, FindingKind};
use crate::replay::{HoldSpan, Replay, ReplayedCase, Standing, State};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Cases with more events are not suitable.
const EVENTS: i64 = 24;
/// Over more days than this, the working hours would not be discernible.
const DAYS: i64 = 45;

pub(super) fn fill(report: &mut Report, replay: &Replay, names: &Names<'_>, evidence: &Evidence<'_>) {
    let mut findings: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &replay.findings {
        findings.entry(&finding.subject.id).or_default().push(finding);
    }
    let found = |case: &ReplayedCase| findings.get(case.case_id.as_str()).map_or(&[][..], Vec::as_slice);
    let is_over = |case: &&ReplayedCase| {
        matches!(case.state, State::Finished | State::Returned) && (3..=EVENTS).contains(&case.events)
    };
    let finished = || replay.cases.iter().filter(is_over);
    let worst = finished()
        .filter(|case| case.standing == Standing::Late)
        .max_by_key(|case| (case.events.min(12), found(case).len(), case.late_working_seconds, Reverse(&case.case_id)));
    let night = finished()
        .filter(|case| found(case).iter().any(|finding| finding.kind == FindingKind::AtNight))
        .max_by_key(|case| (case.events, Reverse(&case.case_id)));
    let good = finished()
        .filter(|case| case.standing == Standing::OnTime && found(case).is_empty())
        .max_by_key(|case| (case.events, Reverse(&case.case_id)));
    let mut chosen: Vec<&ReplayedCase> = Vec::new();
    for case in [worst, night, good].into_iter().flatten() {
        if !chosen.iter().any(|other| other.case_id == case.case_id) {
            chosen.push(case);
        }
    }
    report.moments = chosen.into_iter().map(|case| moment(case, names, evidence)).collect();
}

fn moment(case: &ReplayedCase, names: &Names<'_>, evidence: &Evidence<'_>) -> Moment {
    let (tone, outcome) = outcome(case);
    let acts = evidence.of_case(case.case_id.as_str());
    let times = || acts.iter().map(|act| act.at.at).chain(due(case).map(|due| due.at));
    let working =
        times().min().zip(times().max()).map_or_else(Vec::new, |(first, last)| working(case, names, first, last));
    Moment {
        case: case.case_id.to_string(),
        kind: names.procedure(case.procedure.as_ref()),
        outcome,
        tone,
        due: due(case),
        working,
        holds: case.holds.iter().filter_map(|span| hold(case, span, names)).collect(),
        acts,
    }
}

fn hold(case: &ReplayedCase, span: &HoldSpan, names: &Names<'_>) -> Option<Hold> {
    let step = span.step.as_ref();
    let over = step
        .and_then(|step| names.budget(case.procedure.as_ref(), step))
        .is_some_and(|budget| span.working_seconds > budget);
    let who = match (&span.officer, span.kind) {
        (Some(officer), _) => Text::same(officer.as_str()),
        (None, kind) => kind.words(),
    };
    Some(Hold {
        step: names.step(case.procedure.as_ref(), step),
        who,
        from: span.since.at,
        to: span.until?.at,
        tone: match span.kind {
            ActorKind::Person if over => Tone::Red,
            ActorKind::Person => Tone::Green,
            ActorKind::System | ActorKind::Citizen | ActorKind::Group | ActorKind::Unknown => Tone::Grey,
        },
    })
}

/// The shifts from the day of one instant to the day of another.
fn working(case: &ReplayedCase, names: &Names<'_>, first: Instant, last: Instant) -> Vec<(Instant, Instant)> {
    let Some(calendar) = names.calendar(case.unit.as_ref()) else { return Vec::new() };
    let (from, through) = (calendar.date_of(first), calendar.date_of(last));
    let days = through.since(from).min(DAYS);
    let mut working = Vec::new();
    for date in (0..=days).map(|day| from.plus(day)) {
        let at = |second: u32| calendar.zone().instant(date, second.into());
        working.extend(calendar.day(date).shifts.iter().map(|shift| (at(shift.from), at(shift.to))));
    }
    if through.since(from) > DAYS { Vec::new() } else { working }
}
