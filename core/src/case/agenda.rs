//! The agenda (*việc cần xử lý*): who has which work, what is due first, and when to look again.

use super::apply::as_of;
use super::desk::Desk;
use super::rules::CaseRules;
use super::state::{Case, CaseState, Involvement, OpenStep};
use crate::base::ids::{CaseId, OfficerId, StepId, UnitId};
use crate::base::shape::Shape;
use crate::base::time::{Instant, Seconds, Stamp};
use crate::deadline::{Colour, Due, LimitOf};
use serde::Serialize;
use std::borrow::Cow;

/// Whose agenda is asked for: that of an officer, of a unit, or, if neither is named, of everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Shape)]
pub struct Who {
    /// Only steps that this officer leads, cooperates on, or could claim.
    pub officer: Option<OfficerId>,
    /// Only steps at this unit and at the units under it.
    pub unit: Option<UnitId>,
}

/// One line of an agenda (*việc cần xử lý*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct WorkItem {
    /// Identifier of the case (*mã hồ sơ*).
    pub case_id: CaseId,
    /// The open step (*bước*).
    pub step: StepId,
    /// The officer who leads the step (*người chủ trì*); `None` while it waits in the queue of the unit.
    pub officer: Option<OfficerId>,
    /// The unit where the step is done (*đơn vị*).
    pub unit: Option<UnitId>,
    /// When the case is due (*hạn*); `None` if it has no limit or is not yet accepted.
    pub due: Option<Stamp>,
    /// What falls due at `due`: the result, or, before acceptance, the decision whether the case is accepted (*thụ
    /// lý*).
    #[shape(default)]
    pub due_for: LimitOf,
    /// From this instant the case is yellow (*sắp đến hạn*).
    pub yellow_from: Option<Stamp>,
    /// When the time budget of the step (*định mức thời gian của bước*) is used up.
    pub budget_ends: Option<Stamp>,
    /// When the share of the limit that the unit has is used up (*phần thời hạn của cơ quan*); `None` if it has none.
    pub share_due: Option<Stamp>,
    /// The colour of that share at `now`.
    pub share_colour: Option<Colour>,
    /// The colour at `now` (*xám, xanh lá, vàng, đỏ*).
    pub colour: Colour,
    /// When a colour changes next without any event; `None` if it does not.
    pub next_change: Option<Stamp>,
    /// Working seconds since the lead got the step or, without a lead, since the step was opened.
    pub held_working_seconds: Seconds,
}

/// The agenda at an instant: running cases before suspended ones, then by due, then by colour with red first.
///
/// Work that waits in a queue is shown to each officer who may claim it.
pub(crate) fn agenda(rules: &dyn CaseRules, cases: &[Case], who: &Who, now: Instant) -> Vec<WorkItem> {
    let cases: Vec<Cow<'_, Case>> = cases.iter().map(|case| as_of(rules, case, now)).collect();
    let mut items: Vec<WorkItem> = cases
        .iter()
        .map(|case| &**case)
        .filter(|case| case.state != CaseState::Stopped)
        .flat_map(|case| case.open_steps.iter().map(move |open| (case, open)))
        .filter(|(case, open)| concerns(rules, case, open, who, now))
        .map(|(case, open)| item(rules, case, open, now))
        .collect();
    let urgency = |colour: Colour| match colour {
        Colour::Red => 0,
        Colour::Yellow => 1,
        Colour::Green => 2,
        Colour::Grey => 3,
    };
    items.sort_by_cached_key(|item| {
        let due = item.due.map_or(Instant::MAX, |due| due.at);
        (item.colour == Colour::Grey, due, urgency(item.colour), item.case_id.clone(), item.step.clone())
    });
    items
}

/// When the first of these items changes its colour; until then the agenda need not be computed again.
pub(crate) fn next_wake_up(items: &[WorkItem]) -> Option<Stamp> {
    items.iter().filter_map(|item| item.next_change).min()
}

fn concerns(rules: &dyn CaseRules, case: &Case, open: &OpenStep, who: &Who, now: Instant) -> bool {
    let (staff, on) = (rules.staff(), rules.zone().date_of(now));
    let unit = who.unit.as_ref().is_none_or(|top| {
        open.unit.as_ref().or(case.unit.as_ref()).is_some_and(|unit| staff.organisation().is_within(unit, top, on))
    });
    let officer = who.officer.as_ref().is_none_or(|officer| {
        let mine = case.holders.iter().any(|holder| {
            holder.step == open.step && holder.officer == *officer && holder.involvement != Involvement::Informed
        });
        mine || case.lead(&open.step).is_none() && Desk::on(rules, case, on).may_do(officer, None, &open.step).is_ok()
    });
    unit && officer
}

fn item(rules: &dyn CaseRules, case: &Case, open: &OpenStep, now: Instant) -> WorkItem {
    let (due_for, due) = case.next_due().unzip();
    let lead = case.holders.iter().find(|holder| holder.step == open.step && holder.involvement == Involvement::Lead);
    let since = lead.map_or(open.since, |lead| lead.since);
    let unit = open.unit.clone().or_else(|| case.unit.clone());
    let held = rules
        .calendar_on(unit.as_ref(), rules.zone().date_of(since.at))
        .map_or(Seconds(0), |calendar| calendar.elapsed(since.at, now));
    let suspended = case.state == CaseState::Suspended;
    let coloured = |due: &Due| if suspended { Colour::Grey } else { due.colour(now) };
    let colour = match due {
        _ if suspended => Colour::Grey,
        Some(due) => due.colour(now),
        None => Colour::Green,
    };
    let share = case.clock.shares.iter().find(|share| Some(&share.unit) == unit.as_ref());
    let share = share.and_then(|share| share.due.as_ref());
    let changes = due.into_iter().chain(share).filter(|_| !suspended).filter_map(|due| due.next_change(now)).min();
    WorkItem {
        case_id: case.case_id.clone(),
        step: open.step.clone(),
        officer: lead.map(|lead| lead.officer.clone()),
        unit,
        due: due.map(|due| due.due),
        due_for: due_for.unwrap_or_default(),
        yellow_from: due.and_then(|due| due.yellow_from),
        budget_ends: open.budget_ends,
        share_due: share.map(|share| share.due),
        share_colour: share.map(coloured),
        colour,
        next_change: changes,
        held_working_seconds: Seconds(held.0.max(0)),
    }
}
