//! Dues that are missed, missing or doubtful (*rõ thời gian*).

use super::FindContext;
use crate::base::ids::UnitId;
use crate::base::text::Text;
use crate::base::time::Seconds;
use crate::case::course::VisitSpan;
use crate::case::shares;
use crate::replay::attribution::{Attribution, Missed, Unattributed, attribute_lateness};
use crate::replay::case_history::{CaseHistory, State};
use crate::replay::finding::{Charge, Finding, FindingKind, Grade};
use crate::replay::messages;
use crate::replay::rules::Deadline;
use crate::replay::words::{instant, working};

/// Finished, or still open, after the due that judges.
pub(super) fn late(
    context: &FindContext<'_>,
    course: &CaseHistory<'_, '_>,
    attribution: &Attribution,
    found: &mut Vec<Finding>,
) {
    if course.awaited().is_some() {
        return;
    }
    let Some((deadline, late)) = course.deadline().and_then(|due| Some((due, course.late_by(due)?))) else { return };
    let zone = context.rules.zone();
    let values = [
        ("due", instant(deadline.at, zone)),
        ("end", instant(course.end(), zone)),
        ("late", working(late)),
        ("who", who(context, attribution)),
    ];
    let (kind, text) = match course.finished {
        Some(_) => (FindingKind::Late, messages::FINISHED_LATE.fill(&values)),
        None => (FindingKind::OverdueOpen, messages::STILL_OPEN.fill(&values)),
    };
    let Some(mut finding) = context.about_case(course, kind, None, 0, text) else {
        return;
    };
    finding.since = context.stamp(deadline.at);
    finding.until = context.stamp(course.end());
    finding.late_working_seconds = late;
    finding.after_hours = late.0 == 0;
    finding.events = context.evidence(course.events.iter().rev().take(1));
    found.push(charged(context, finding, attribution));
}

/// The decision on acceptance (*thụ lý*) came too late, or is overdue.
pub(super) fn late_take_up(
    context: &FindContext<'_>,
    course: &CaseHistory<'_, '_>,
    attribution: &Attribution,
) -> Option<Finding> {
    let (take_up, end, late) = course.take_up_late()?;
    let own = attribute_lateness(
        course,
        (context.rules, &context.ids.names),
        (take_up.received, end),
        Some(Missed { due: take_up.promise.due.at, late }),
    );
    // While the decision is pending its due is the one that counts, and that lateness is already attributed.
    let attribution = take_up.answered.map_or(attribution, |_| &own);
    let (zone, due) = (context.rules.zone(), take_up.promise.due.at);
    let values = [
        ("due", instant(due, zone)),
        ("end", instant(end, zone)),
        ("late", working(late)),
        ("who", who(context, attribution)),
    ];
    let message = match take_up.answered {
        Some(_) => messages::TAKEN_UP_LATE,
        None => messages::NOT_YET_TAKEN_UP,
    };
    let kind = FindingKind::LateTakeUp;
    let mut finding = context.about_case(course, kind, None, 0, message.fill(&values))?;
    finding.since = context.stamp(due);
    finding.until = context.stamp(end);
    finding.late_working_seconds = late;
    finding.after_hours = late.0 == 0;
    finding.events = context.evidence(course.events.iter().rev().filter(|event| event.at <= end).take(1));
    Some(charged(context, finding, attribution))
}

/// The finding of lateness, with those who are charged with it.
fn charged(context: &FindContext<'_>, finding: Finding, attribution: &Attribution) -> Finding {
    let charge = charges(context, attribution);
    let officer = match charge.as_slice() {
        [only] => Some(only.officer.clone()),
        _ => None,
    };
    Finding { charge, officer, unattributed_working_seconds: attribution.unattributed, ..finding }
}

/// One charge per officer, summed over the steps.
fn charges(context: &FindContext<'_>, attribution: &Attribution) -> Vec<Charge> {
    let mut charges: Vec<Charge> = Vec::new();
    for charged in &attribution.charges {
        let Some(officer) = context.ids.officer(Some(charged.officer)) else { continue };
        let step = context.ids.step(charged.step);
        match charges.last_mut().filter(|last| last.officer == officer) {
            Some(last) => {
                last.steps.extend(step);
                last.share = last.share.plus(charged.share).unwrap_or(last.share);
                last.charged_working_seconds = last.charged_working_seconds + charged.seconds;
            }
            None => charges.push(Charge {
                officer,
                steps: step.into_iter().collect(),
                share: charged.share,
                charged_working_seconds: charged.seconds,
            }),
        }
    }
    charges
}

/// Who is charged, or why nobody is, in words.
fn who(context: &FindContext<'_>, attribution: &Attribution) -> Text {
    let charged = charges(context, attribution).into_iter().map(|charge| {
        let values =
            [("officer", Text::same(charge.officer.as_str())), ("time", working(charge.charged_working_seconds))];
        messages::CHARGED.fill(&values)
    });
    let mut parts: Vec<Text> = charged.collect();
    // Less than a minute (time between two clicks) is not worth mentioning beside hours.
    if attribution.unattributed.0 >= 60 || attribution.charges.is_empty() && attribution.unattributed.0 > 0 {
        let why = match attribution.reason {
            Some(Unattributed::NoHolders) => messages::NO_HOLDERS,
            Some(Unattributed::NoBudgets) => messages::NO_BUDGETS,
            Some(Unattributed::NoHolder) => messages::NO_HOLDER_AT_TIMES,
            Some(Unattributed::DaysOnly) => messages::HELD_BY_DAY,
            Some(Unattributed::Excused) => messages::HOLDERS_EXCUSED,
            Some(Unattributed::WithinBudgets) => messages::WITHIN_BUDGETS,
            Some(Unattributed::Partly) | None => messages::REST_UNATTRIBUTED,
        };
        let values = [("time", working(attribution.unattributed)), ("why", why.text())];
        parts.push(messages::UNATTRIBUTED.fill(&values));
    }
    Text::join(&parts, "", "")
}

/// Beyond the limit that the office promised, where the law has one too.
pub(super) fn late_committed(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let end = course.promise.filter(|promise| promise.statutory.is_some())?.committed?;
    beyond(context, course, FindingKind::LateCommitted, end, messages::COMMITTED_LIMIT.text())
}

/// Beyond the limit of the law, where the office promised one too.
pub(super) fn late_statutory(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let end = course.promise.filter(|promise| promise.committed.is_some())?.statutory?;
    beyond(context, course, FindingKind::LateStatutory, end, messages::STATUTORY_LIMIT.text())
}

/// Beyond one of several limits.
fn beyond(
    context: &FindContext<'_>,
    course: &CaseHistory<'_, '_>,
    kind: FindingKind,
    end: Deadline,
    limit: Text,
) -> Option<Finding> {
    let late = course.late_by(end)?;
    let values = [("limit", limit), ("due", instant(end.at, context.rules.zone())), ("late", working(late))];
    let text = messages::BEYOND_LIMIT.fill(&values);
    let mut finding = context.about_case(course, kind, None, 0, text)?;
    finding.since = context.stamp(end.at);
    finding.until = context.stamp(course.end());
    finding.late_working_seconds = late;
    finding.after_hours = late.0 == 0;
    Some(finding)
}

/// Agencies that used more of the limit than their shares, in the working time of each. Steps that wait for somebody
/// outside are nobody's time.
pub(super) fn over_shares(context: &FindContext<'_>, course: &CaseHistory<'_, '_>, found: &mut Vec<Finding>) {
    if course.state == State::Stopped {
        return;
    }
    let (rules, (from, until)) = (context.rules, course.span());
    let procedure =
        course.cells.procedure.map(|symbol| context.ids.names.name(symbol)).or_else(|| rules.only_procedure());
    let on = rules.zone().date_of(course.anchor());
    for ((agency, share), occurrence) in rules.shares(procedure, on).into_iter().zip(0..) {
        let hours = rules.hours(Some(agency));
        let at_agency = |visit: &&VisitSpan| {
            let unit = visit.unit.or_else(|| course.unit()).map(|unit| context.ids.names.name(unit));
            unit == Some(agency) && !visit.outside
        };
        let spans =
            course.visits.iter().filter(at_agency).map(|visit| (visit.since, visit.until.unwrap_or(course.as_of)));
        let used = shares::used(|from, to| hours.elapsed(from, to), spans, (from, until), course.pauses);
        let late = used - share;
        if late.0 <= 0 {
            continue;
        }
        let values = [
            ("agency", Text::same(agency)),
            ("share", working(share)),
            ("used", working(used)),
            ("late", working(late)),
        ];
        let text = messages::OVER_SHARE.fill(&values);
        let finding = context.about_case(course, FindingKind::OverShare, None, occurrence, text);
        found.extend(finding.map(|finding| Finding {
            unit: Some(UnitId::from(agency)),
            late_working_seconds: late,
            since: context.stamp(from),
            until: context.stamp(until),
            ..finding
        }));
    }
}

pub(super) fn no_due(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    if course.deadline().is_some()
        || !context.profile.has_dues
        || course.time_missing
        || course.data_missing
        || course.state == State::Stopped
        || course.only_registered()
    {
        return None;
    }
    let text = messages::NO_DUE.text();
    let mut finding = context.about_case(course, FindingKind::NoDue, None, 0, text)?;
    finding.since = course.begun.and_then(|at| context.stamp(at));
    Some(finding)
}

/// The register shows a different due than the rules give; nobody is charged for it.
pub(super) fn due_differs(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let (recorded, promise) = (course.cells.due_recorded?, course.promise?);
    // Only a due on another day differs from a date; 24:00 still belongs to the day.
    let until = course.recorded.map_or(recorded, |recorded| recorded.at);
    let apart = Seconds(recorded.since(promise.due.at).0.max(promise.due.at.since(until).0).max(0));
    if apart <= context.rules.thresholds().due_differs {
        return None;
    }
    let zone = context.rules.zone();
    let values = [("recorded", instant(recorded, zone)), ("due", instant(promise.due.at, zone))];
    let text = messages::DUE_DIFFERS.fill(&values);
    let mut finding = context.about_case(course, FindingKind::DueDiffers, None, 0, text)?;
    finding.apart_seconds = apart;
    Some(finding)
}

/// Open, with no event for a long time.
pub(super) fn stuck(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let is_open = course.state == State::Open && course.perhaps_finished.is_none();
    let last = course.events.last().filter(|_| is_open && context.profile.shows_standstill())?;
    let idle = course.hours.elapsed(last.at, course.as_of);
    if idle < context.rules.thresholds().stuck {
        return None;
    }
    let holder = course.holds.iter().rev().find(|hold| hold.until.is_none());
    let officer = context.ids.officer(holder.and_then(|hold| hold.officer));
    let nobody = if course.grade < Grade::Spans { messages::HOLDER_UNKNOWN.text() } else { messages::NO_HOLDER.text() };
    let by = officer
        .as_ref()
        .map_or_else(|| nobody, |officer| messages::HELD_BY.fill(&[("officer", Text::same(officer.as_str()))]));
    let values = [("idle", working(idle)), ("last", instant(last.at, context.rules.zone())), ("by", by)];
    let text = messages::NOTHING_HAPPENED.fill(&values);
    let step = holder.and_then(|hold| hold.step).or(last.step);
    let mut finding = context.about_case(course, FindingKind::Stuck, step, 0, text)?;
    finding.officer = officer;
    finding.since = context.stamp(last.at);
    finding.until = context.stamp(course.as_of);
    finding.idle_working_seconds = idle;
    finding.events = context.evidence(std::iter::once(last));
    Some(finding)
}

/// A citizen may be asked for a supplement once.
pub(super) fn second_supplement(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let asked: Vec<_> = course.events.iter().filter(|event| event.effect == crate::case::Effect::Suspend).collect();
    let second = asked.get(1)?;
    let values = [("count", Text::same(asked.len().to_string()))];
    let text = messages::SEVERAL_SUPPLEMENTS.fill(&values);
    let kind = FindingKind::SecondSupplement;
    let mut finding = context.about_case(course, kind, second.step, 0, text)?;
    finding.officer = context.ids.officer(second.actor);
    finding.count = i64::try_from(asked.len()).unwrap_or(i64::MAX);
    finding.events = context.evidence(asked.iter().copied());
    Some(finding)
}
