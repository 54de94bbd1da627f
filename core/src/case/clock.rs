//! The clock of a case: how steps and acts start and suspend it, and the due that follows.

use super::data::{factors, heard};
use super::refusal::Outcome;
use super::rules::CaseRules;
use super::state::{Case, CaseState};
use crate::base::error::{Code, Error, Faults};
use crate::base::shape::Cursor;
use crate::base::time::{Instant, Stamp};
use crate::base::value::Node;
use crate::deadline::{Clock, Due, DueOptions, Limit, Promise, due};
use crate::rule::{Condition, Context, Library, Limits, Scope};

/// The state of a case at an instant, from its dates and its clock.
pub(super) fn state(case: &Case, at: Instant) -> CaseState {
    if case.stopped.is_some() {
        CaseState::Stopped
    } else if case.delivered.is_some() {
        CaseState::Delivered
    } else if case.finished.is_some() {
        CaseState::Finished
    } else if Clock::new(&case.clock.acts, None, None).is_suspended_at(at) {
        CaseState::Suspended
    } else if case.accepted.is_some() {
        CaseState::Processing
    } else {
        CaseState::Received
    }
}

/// When a case is due: by the limit of its procedure as known at acceptance, otherwise by the due that a leader set.
pub(crate) fn due_of(rules: &dyn CaseRules, case: &Case) -> Outcome<Option<Due>> {
    let Some(accepted) = case.accepted.or(case.clock.given.and(case.received)) else { return Ok(None) };
    let Some(promise) = promise(rules, case)? else { return Ok(None) };
    let calendar = rules.calendar_on(case.unit.as_ref(), rules.zone().date_of(accepted.at))?;
    Ok(Some(due(calendar, &promise, accepted.at, &case.clock.acts, &known_at(accepted))?))
}

fn promise(rules: &dyn CaseRules, case: &Case) -> Outcome<Option<Promise>> {
    let limit = match (&case.versions.procedure, case.versions.anchored_on) {
        (Some(procedure), Some(on)) if case.accepted.is_some() => rules.limit(procedure, on)?,
        _ => None,
    };
    let Some(limit) = limit else {
        return Ok(case.clock.given.map(|given| Promise::from(Limit::At(given))));
    };
    let data = heard(&case.data);
    Ok(Some(limit.promise(case.channel.as_deref(), &factors(&case.data), |when| holds(when, &data))?))
}

/// Until when the office must decide whether it accepts the case (*thụ lý*), counted from receipt; `None` if no law
/// limits that.
pub(super) fn take_up_of(rules: &dyn CaseRules, case: &Case) -> Outcome<Option<Due>> {
    let limit = match (&case.versions.procedure, case.versions.anchored_on) {
        (Some(procedure), Some(on)) => rules.limit(procedure, on)?.filter(|limit| limit.take_up.is_some()),
        _ => None,
    };
    let Some((limit, received)) = limit.zip(case.received) else { return Ok(None) };
    let promise = limit.take_up(case.channel.as_deref(), &factors(&case.data))?;
    let calendar = rules.calendar_on(case.unit.as_ref(), rules.zone().date_of(received.at))?;
    Ok(Some(due(calendar, &promise, received.at, &case.clock.acts, &known_at(received))?))
}

/// A due is computed from the calendar as it was known when the due was given to the citizen.
fn known_at(made: Stamp) -> DueOptions<'static> {
    DueOptions { known_at: Some(made.at), brief: true, ..DueOptions::default() }
}

/// Whether the condition of a limit holds for the data of a case; a condition on missing data does not.
fn holds(when: &Node, data: &Node) -> Result<bool, Error> {
    let scope = Scope { data: &["d"], library: Library::STANDARD, limits: Limits::default() };
    let mut faults = Faults::new();
    match Condition::read(&Cursor::root(when, None), scope, &mut faults) {
        Some(condition) => Ok(condition.holds(Context { data: &[data], ..Context::default() }).unwrap_or(false)),
        None => Err(faults.iter().next().cloned().unwrap_or_else(|| Error::new(Code::NoLimit))),
    }
}
