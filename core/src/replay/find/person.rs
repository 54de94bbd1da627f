//! Nobody, several people, or an account that is not a person (*rõ người*).

use super::FindContext;
use crate::base::Arrange;
use crate::base::text::Text;
use crate::base::time::{Instant, Seconds};
use crate::case::ActorKind;
use crate::case::course::Hold;
use crate::log::{EventCells, Symbol};
use crate::replay::case_history::{CaseHistory, State};
use crate::replay::finding::{Finding, FindingKind, Grade, Subject, SubjectKind};
use crate::replay::messages;
use crate::replay::net::net;
use crate::replay::words::{instant, working};
use std::collections::BTreeMap;

/// Nobody answers for the case, though the register has a column for it.
pub(super) fn no_lead(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    if !context.profile.has_responsible || course.cells.responsible.is_some() || course.state == State::Stopped {
        return None;
    }
    let text = messages::NOBODY_ANSWERS.text();
    context.about_case(course, FindingKind::NoLead, None, 0, text)
}

/// Time in which nobody held the case.
pub(super) fn unassigned(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let from = course.accepted.map(|known| known.at).or(course.begun)?;
    if course.grade < Grade::Full || !context.profile.has_assignments || course.state == State::Stopped {
        return None;
    }
    let mut held: Vec<(Instant, Instant)> =
        course.holds.iter().map(|hold| (hold.since, hold.until.unwrap_or(course.as_of))).collect();
    held.sort_unstable();
    held.push((course.end(), course.end()));
    let (mut covered, mut total, mut longest) = (from, Seconds(0), (Seconds(0), from, from));
    for (since, until) in held {
        let gap = net(course.hours, covered, since.min(course.end()), course.pauses);
        total = total + gap;
        if gap > longest.0 {
            longest = (gap, covered, since);
        }
        covered = covered.max(until);
    }
    if total < context.rules.thresholds().unassigned {
        return None;
    }
    let zone = context.rules.zone();
    let values = [("time", working(total)), ("from", instant(longest.1, zone)), ("to", instant(longest.2, zone))];
    let text = messages::HELD_BY_NOBODY_FOR.fill(&values);
    let mut finding = context.about_case(course, FindingKind::Unassigned, None, 0, text)?;
    finding.idle_working_seconds = total;
    finding.since = context.stamp(longest.1);
    finding.until = context.stamp(longest.2);
    finding.events = context.evidence(course.events.iter().rev().filter(|event| event.at <= longest.1).take(1));
    Some(finding)
}

/// A step came back to an officer who had it before, through another: A, B, A.
pub(super) fn ping_pong(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let mut squeezed: Vec<&Hold> = Vec::with_capacity(course.holds.len());
    let persons = course.holds.iter().filter(|hold| hold.kind == ActorKind::Person && hold.step.is_some());
    // Nobody passes a step on by being absent.
    for hold in persons.filter(|hold| !hold.substitute) {
        if squeezed.last().is_none_or(|last| (last.officer, last.step) != (hold.officer, hold.step)) {
            squeezed.push(hold);
        }
    }
    let back: Vec<[&Hold; 3]> = squeezed
        .windows(3)
        .filter_map(|three| match three {
            [a, b, c] if (a.officer, a.step) == (c.officer, c.step) && a.officer != b.officer => Some([*a, *b, *c]),
            _ => None,
        })
        .collect();
    let (first, last) = (back.first()?, back.last()?);
    let [a, b, _] = first;
    let name = |officer: Option<Symbol>| Text::same(officer.map_or("?", |officer| context.ids.names.name(officer)));
    let values = [("a", name(a.officer)), ("b", name(b.officer)), ("count", Text::same(back.len().to_string()))];
    let text = messages::PASSED_TO_AND_FRO.fill(&values);
    let kind = FindingKind::PingPong;
    let mut finding = context.about_case(course, kind, a.step, 0, text)?;
    let (since, until) = (a.since, last.last().map_or(a.since, |hold| hold.since));
    finding.count = i64::try_from(back.len()).unwrap_or(i64::MAX);
    finding.since = context.stamp(since);
    finding.until = context.stamp(until);
    let within = course.events.iter().filter(|event| event.step == a.step && (since..=until).contains(&event.at));
    finding.events = context.evidence(within);
    Some(finding)
}

/// Somebody claimed a step that another officer had; live, such a claim is refused.
pub(super) fn taken_over(context: &FindContext<'_>, course: &CaseHistory<'_, '_>, found: &mut Vec<Finding>) {
    for (taken, occurrence) in course.taken_over.iter().zip(0..) {
        let name = |symbol: Symbol| Text::same(context.log.name(symbol));
        let values = [
            ("taker", name(taken.taker)),
            ("holder", name(taken.holder)),
            ("step", taken.step.map(name).unwrap_or_default()),
            ("at", instant(taken.at, context.rules.zone())),
        ];
        let text = messages::TAKEN_FROM_HOLDER.fill(&values);
        let finding = context.about_case(course, FindingKind::TakenOver, taken.step, occurrence, text);
        found.extend(finding.map(|finding| Finding {
            officer: context.ids.officer(Some(taken.taker)),
            since: context.stamp(taken.at),
            events: context.evidence(event_of(course, taken.row).into_iter()),
            ..finding
        }));
    }
}

/// Acts that a live case would have refused in its state.
pub(super) fn void_acts(context: &FindContext<'_>, course: &CaseHistory<'_, '_>) -> Option<Finding> {
    let acts = || course.void_acts.iter().filter_map(|row| event_of(course, *row));
    let first = acts().next()?;
    let count = course.void_acts.len();
    let values = [
        ("count", Text::same(count.to_string())),
        ("act", Text::same(context.log.name(first.act))),
        ("at", instant(first.at, context.rules.zone())),
    ];
    let text = messages::WITHOUT_EFFECT.fill(&values);
    let mut finding = context.about_case(course, FindingKind::VoidAct, None, 0, text)?;
    finding.since = context.stamp(first.at);
    finding.count = i64::try_from(count).unwrap_or(i64::MAX);
    finding.events = context.evidence(acts());
    Some(finding)
}

/// The event of a row of the log.
fn event_of<'c>(course: &'c CaseHistory<'_, '_>, row: u32) -> Option<&'c EventCells> {
    course.rows().find(|(other, _)| *other == row).map(|(_, event)| event)
}

/// Acts of accounts that do not identify a person.
#[derive(Default)]
pub(in crate::replay) struct Accounts(BTreeMap<Symbol, (i64, Vec<u32>)>);

impl Accounts {
    pub(in crate::replay) fn see(&mut self, context: &FindContext<'_>, course: &CaseHistory<'_, '_>) {
        let nobody = |kind| matches!(kind, ActorKind::Group | ActorKind::Unknown);
        for (row, event) in course.rows().filter(|(_, event)| nobody(event.actor_kind)) {
            let Some(actor) = event.actor.filter(|actor| !course.is_ambiguous(*actor)) else { continue };
            let (count, events) = self.0.entry(actor).or_default();
            *count += 1;
            if i64::try_from(events.len()).is_ok_and(|len| len < context.rules.thresholds().evidence) {
                events.push(row);
            }
        }
    }

    pub(in crate::replay) fn findings(self, context: &FindContext<'_>) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self
            .0
            .into_iter()
            .filter_map(|(actor, (count, events))| {
                let name = context.log.name(actor);
                let values = [("name", Text::same(name)), ("count", Text::same(count.to_string()))];
                let text = messages::ACCOUNT_IS_NO_PERSON.fill(&values);
                let subject = Subject { kind: SubjectKind::Officer, id: name.to_owned() };
                let finding = Finding::new(FindingKind::NotAPerson, subject, None, 0, text);
                let events = context.ids.events(&events);
                finding.ok().map(|finding| Finding { count, events, ..finding })
            })
            .collect();
        findings.arrange_by(|a, b| a.subject.cmp(&b.subject));
        findings
    }
}

/// Names of the log that fit several people.
#[derive(Default)]
pub(in crate::replay) struct Namesakes(BTreeMap<Symbol, (i64, Vec<u32>)>);

impl Namesakes {
    pub(in crate::replay) fn see(&mut self, context: &FindContext<'_>, course: &CaseHistory<'_, '_>) {
        if course.ambiguous.is_empty() {
            return;
        }
        let unclear = |name: &Symbol| course.is_ambiguous(*name);
        if let Some(name) = course.cells.responsible.filter(unclear) {
            self.0.entry(name).or_default().0 += 1;
        }
        for (row, event) in course.rows() {
            let mut named: Vec<Symbol> =
                [event.actor, event.on_behalf_of, event.assignee].into_iter().flatten().filter(unclear).collect();
            named.dedup();
            for name in named {
                let (count, events) = self.0.entry(name).or_default();
                *count += 1;
                if i64::try_from(events.len()).is_ok_and(|len| len < context.rules.thresholds().evidence) {
                    events.push(row);
                }
            }
        }
    }

    pub(in crate::replay) fn findings(self, context: &FindContext<'_>) -> Vec<Finding> {
        let finding = |(symbol, (count, events)): (Symbol, (i64, Vec<u32>))| {
            let name = context.log.name(symbol);
            let people = context.rules.namesakes(name).join(", ");
            let text = messages::NAME_OF_SEVERAL.fill(&[("name", Text::same(name)), ("people", Text::same(people))]);
            let subject = Subject { kind: SubjectKind::Officer, id: name.to_owned() };
            let finding = Finding::new(FindingKind::AmbiguousPerson, subject, None, 0, text).ok()?;
            Some(Finding { count, events: context.ids.events(&events), ..finding })
        };
        let mut findings: Vec<Finding> = self.0.into_iter().filter_map(finding).collect();
        findings.arrange_by(|a, b| a.subject.cmp(&b.subject));
        findings
    }
}
