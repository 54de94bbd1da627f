//! A trail that is not reliable: backdated, outside hours, or contradicting its header (*rõ trách nhiệm*).

use super::FindContext;
use crate::base::Arrange;
use crate::base::text::Text;
use crate::base::time::{Instant, Seconds};
use crate::case::{ActorKind, Effect};
use crate::log::{EventCells, Symbol};
use crate::replay::Month;
use crate::replay::case_history::{CaseHistory, Origin, end_of_day};
use crate::replay::finding::{Finding, FindingKind, Subject, SubjectKind};
use crate::replay::messages;
use crate::replay::words::{instant, wall};
use std::collections::BTreeMap;

/// Entered much later than it is said to have happened.
pub(super) fn backdated(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let zone = context.rules.zone();
    let gap = |event: &EventCells| {
        let at = if event.day_only { end_of_day(zone, event.at) } else { event.at };
        event.recorded_at.map_or(Seconds(0), |recorded| recorded.since(at))
    };
    let most = context.rules.thresholds().backdated;
    let late: Vec<&EventCells> = course.events.iter().filter(|event| gap(event) > most).collect();
    let worst = late.iter().max_by_key(|event| gap(event))?;
    let values = [
        ("count", Text::same(late.len().to_string())),
        ("gap", wall(gap(worst))),
        ("at", instant(worst.at, zone)),
        ("recorded", worst.recorded_at.map(|at| instant(at, zone)).unwrap_or_default()),
    ];
    let text = messages::BACKDATED.fill(&values);
    let kind = FindingKind::Backdated;
    let mut finding = context.about_case(course, kind, worst.step, 0, text)?;
    finding.officer = context.ids.officer(worst.actor.filter(|_| worst.actor_kind == ActorKind::Person));
    finding.since = context.stamp(worst.at);
    finding.until = worst.recorded_at.and_then(|at| context.stamp(at));
    finding.count = i64::try_from(late.len()).unwrap_or(i64::MAX);
    finding.apart_seconds = gap(worst);
    finding.events = context.evidence(late.into_iter());
    Some(finding)
}

/// The header says that the case was over while work went on. Acts that normally follow an end are left out.
pub(super) fn end_before_last_event(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let known = course.finished.filter(|known| known.by == Origin::Header)?;
    let end = known.at;
    let after = |effect: Effect| {
        let follows = [
            Effect::HandOver,
            Effect::Deliver,
            Effect::Issue,
            Effect::Apologise,
            Effect::Rate,
            Effect::Inspect,
            Effect::Dispute,
            Effect::Decide,
            Effect::Recall,
            Effect::Reopen,
            Effect::Note,
        ];
        follows.contains(&effect)
    };
    let latest = known.latest.plus(context.rules.thresholds().end_differs);
    let late: Vec<&EventCells> =
        course.events.iter().filter(|event| event.at > latest && !after(event.effect)).collect();
    let last = late.last()?;
    let zone = context.rules.zone();
    let values =
        [("end", instant(end, zone)), ("last", instant(last.at, zone)), ("count", Text::same(late.len().to_string()))];
    let text = messages::EVENTS_AFTER_END.fill(&values);
    let kind = FindingKind::EndBeforeLastEvent;
    let mut finding = context.about_case(course, kind, None, 0, text)?;
    finding.since = context.stamp(end);
    finding.until = context.stamp(last.at);
    finding.count = i64::try_from(late.len()).unwrap_or(i64::MAX);
    finding.events = context.evidence(late.into_iter());
    Some(finding)
}

/// The register and the acts are two witnesses of the end. Where only one of them has it in time, nobody is late by it.
pub(super) fn ends_differ(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let (by_register, by_acts) = (course.finished?.at, course.finished_by_acts?);
    let deadline = course.deadline()?;
    let (earliest, latest) = course.finished_between()?;
    if deadline.keeps(earliest) == deadline.keeps(latest) {
        return None;
    }
    let zone = context.rules.zone();
    let values = [
        ("register", instant(by_register, zone)),
        ("acts", instant(by_acts, zone)),
        ("due", instant(deadline.at, zone)),
    ];
    let text = messages::TWO_ENDS.fill(&values);
    let mut finding = context.about_case(course, FindingKind::EndsDiffer, None, 0, text)?;
    finding.since = context.stamp(earliest);
    finding.until = context.stamp(latest);
    finding.apart_seconds = latest.since(earliest);
    finding.events = context.evidence(course.events.iter().rev().filter(|event| event.at <= by_acts).take(1));
    Some(finding)
}

/// An act of a person at night; information only.
pub(super) fn at_night(context: &FindContext<'_>, course: &CaseHistory<'_, '_>, found: &mut Vec<Finding>) {
    let (zone, thresholds) = (context.rules.zone(), context.rules.thresholds());
    let night = |at: Instant| {
        let second = zone.second_of_day(at);
        let (from, to) = (thresholds.night_from.0, thresholds.night_to.0);
        if from <= to { (from..to).contains(&second) } else { second >= from || second < to }
    };
    let acts = course.events.iter().filter(|event| works(event) && night(event.at) && !course.hours.is_open(event.at));
    for (event, occurrence) in acts.zip(0..) {
        let values = [
            ("who", Text::same(event.actor.map_or("?", |actor| context.log.name(actor)))),
            ("act", Text::same(event.step.map_or("", |step| context.log.name(step)))),
            ("at", instant(event.at, zone)),
        ];
        let text = messages::ACTED_AT_NIGHT.fill(&values);
        let kind = FindingKind::AtNight;
        let Some(mut finding) = context.about_case(course, kind, event.step, occurrence, text) else { continue };
        finding.officer = context.ids.officer(event.actor);
        finding.since = context.stamp(event.at);
        finding.events = vec![context.ids.event(event)];
        found.push(finding);
    }
}

/// Whether an event is work done by a person.
fn works(event: &EventCells) -> bool {
    // If only the day is known, nobody can say at what time somebody worked.
    event.actor_kind == ActorKind::Person && event.actor.is_some() && event.effect != Effect::Note && !event.day_only
}

/// Acts outside every shift, by officer and month; information only.
#[derive(Default)]
pub(in crate::replay) struct OutOfHours(BTreeMap<(Symbol, Month), (i64, Instant, Vec<u32>)>);

impl OutOfHours {
    pub(in crate::replay) fn see(&mut self, context: &FindContext<'_>, course: &CaseHistory<'_, '_>) {
        for (row, event) in course.rows().filter(|(_, event)| works(event) && !course.hours.is_open(event.at)) {
            let Some(actor) = event.actor else { continue };
            let month = Month::of(context.rules.zone().date_of(event.at));
            let (count, first, events) = self.0.entry((actor, month)).or_insert((0, event.at, Vec::new()));
            *count += 1;
            *first = event.at.min(*first);
            if i64::try_from(events.len()).is_ok_and(|len| len < context.rules.thresholds().evidence) {
                events.push(row);
            }
        }
    }

    pub(in crate::replay) fn findings(self, context: &FindContext<'_>) -> Vec<Finding> {
        let mut findings: Vec<(Month, Finding)> = self
            .0
            .into_iter()
            .filter_map(|((actor, month), (count, first, events))| {
                let name = context.log.name(actor);
                let values = [("count", Text::same(count.to_string())), ("month", Text::same(month.vietnamese()))];
                let text = messages::ACTED_OUT_OF_HOURS.fill(&values);
                let subject = Subject { kind: SubjectKind::Officer, id: name.to_owned() };
                let finding = Finding::new(FindingKind::OutOfHours, subject, None, month.number(), text).ok()?;
                let officer = context.ids.officer(Some(actor));
                let since = context.stamp(first);
                let events = context.ids.events(&events);
                Some((month, Finding { officer, since, count, events, ..finding }))
            })
            .collect();
        findings.arrange_by(|a, b| (a.0, &a.1.subject).cmp(&(b.0, &b.1.subject)));
        findings.into_iter().map(|(_, finding)| finding).collect()
    }
}

/// Times that are days: a verdict about hours cannot rest on them.
pub(in crate::replay) fn midnight_times() -> Option<Finding> {
    let text = messages::DAYS_ONLY.text();
    let subject = Subject { kind: SubjectKind::Log, id: "events".to_owned() };
    Finding::new(FindingKind::MidnightTimes, subject, None, 0, text).ok()
}
