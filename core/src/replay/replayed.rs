//! The row of a case in a replay: its state, its dues, its colour.

use super::answer::{HoldSpan, ReplayedCase, TakenUp};
use super::case_history::{CaseHistory, State};
use super::names::Ids;
use super::on_time::{self, By, DayColumns};
use super::rules::ReplayRules;
use crate::base::time::{Instant, Seconds};
use crate::deadline::Colour;

/// The state of a case.
pub(super) fn state_of(
    course: &CaseHistory<'_, '_>,
    late: Seconds,
    days: DayColumns,
    (ids, rules): (&Ids<'_>, &dyn ReplayRules),
) -> ReplayedCase {
    let zone = rules.zone();
    let stamp = |at: Option<Instant>| at.map(|at| zone.stamp(at));
    let holds = course.holds.iter().map(|hold| HoldSpan {
        step: ids.step(hold.step),
        officer: ids.officer(hold.officer),
        kind: hold.kind,
        since: zone.stamp(hold.since),
        until: stamp(hold.until),
        working_seconds: course.held(hold),
        presumed: hold.presumed,
    });
    ReplayedCase {
        case_id: ids.case(course.cells.id),
        procedure: ids.procedure(course.cells.procedure),
        unit: ids.unit(course.unit()),
        responsible: ids.officer(course.cells.responsible),
        state: course.state,
        grade: course.grade,
        begun: stamp(course.begun),
        accepted: stamp(course.accepted.map(|known| known.at)),
        accepted_by: course.accepted.map(|known| known.by),
        finished: stamp(course.finished.map(|known| known.at)),
        finished_by: course.finished.map(|known| known.by),
        stopped: stamp(course.stopped),
        due: stamp(course.promise.map(|promise| promise.due.at)),
        due_recorded: stamp(course.cells.due_recorded),
        due_original: stamp(course.cells.due_original),
        standing: on_time::standing(course, By::Judging, days, zone),
        late_working_seconds: late,
        take_up: course.take_up.map(|take_up| TakenUp {
            received: zone.stamp(take_up.received),
            due: zone.stamp(take_up.promise.due.at),
            answered: stamp(take_up.answered.map(|(answered, _)| answered)),
            standing: on_time::standing(course, By::TakeUp, days, zone),
            late_working_seconds: course.take_up_late().map(|(_, _, late)| late).unwrap_or_default(),
        }),
        colour: colour_of(course, rules),
        holds: holds.collect(),
        events: i64::try_from(course.events.len()).unwrap_or(i64::MAX),
    }
}

/// The colour that boards show for a case.
pub(super) fn colour_of(course: &CaseHistory<'_, '_>, rules: &dyn ReplayRules) -> Option<Colour> {
    if matches!(course.state, State::Stopped | State::Suspended) {
        return Some(Colour::Grey);
    }
    let due = course.deadline()?;
    if course.perhaps_finished.is_some() && due.keeps(course.end()) && !due.keeps(course.as_of) {
        return None;
    }
    let at = course.end();
    let near = match course.judging().and_then(|promise| promise.yellow_from) {
        Some(from) => from <= at,
        None => course.hours.elapsed(at, due.at) <= rules.thresholds().yellow,
    };
    Some(match (due.keeps(at), course.is_open() && near) {
        (false, _) => Colour::Red,
        (true, true) => Colour::Yellow,
        (true, false) => Colour::Green,
    })
}
