//! Deviations from the workflow, and acts without the right to do them (*rõ quy trình, rõ thẩm quyền*).

use super::FindContext;
use crate::base::text::Text;
use crate::case::ActorKind;
use crate::case::course::Kept;
use crate::log::{EventCells, Symbol};
use crate::replay::case_history::CaseHistory;
use crate::replay::conformance::{Departure, Kind, Plan, begins_before, done, is_over, remaining};
use crate::replay::finding::{Finding, FindingKind};
use crate::replay::messages;

pub(super) fn find(
    context: &FindContext<'_>,
    course: &CaseHistory<'_, '_>,
    plan: &mut Plan<'_>,
    found: &mut Vec<Finding>,
) {
    let done = done(course.events);
    // A log that names none of the workflow's steps is about something else.
    if begins_before(course, context.profile) || !done.iter().any(|event| plan.position(event.step).is_some()) {
        return;
    }
    let known: Vec<&EventCells> = done.iter().copied().filter(|event| plan.position(event.step).is_some()).collect();
    // Where the course itself has a place for every step, there is nothing to align.
    if let Some(mut remaining) = remaining(course.events, plan).filter(|_| course.kept != Kept::Whole) {
        remaining.retain(|event| plan.position(event.step).is_some());
        let trace: Vec<usize> = remaining.iter().filter_map(|event| plan.position(event.step)).collect();
        match &*plan.read(&trace, is_over(course)) {
            Some(departures) => {
                let departs = |departure: &Departure| course.kept == Kept::No || departure.kind == Kind::Skipped;
                for (departure, occurrence) in departures.iter().zip(0..).filter(|(departure, _)| departs(departure)) {
                    found.extend(departed(context, course, plan, departure, &remaining, occurrence));
                }
            }
            None => plan.undecided += 1,
        }
    }
    for (event, occurrence) in done.iter().filter(|event| plan.position(event.step).is_none()).zip(0..) {
        let step = event.step.map_or("", |step| context.log.name(step));
        let text = messages::STEP_UNKNOWN.fill(&[("step", Text::same(step))]);
        let kind = FindingKind::UnexpectedStep;
        let finding = context.about_case(course, kind, event.step, occurrence, text);
        found.extend(finding.map(|finding| with_event(context, finding, event, true)));
    }
    four_eyes(context, course, plan, &known, found);
}

/// The name of the step, as the workflow gives it.
fn title(plan: &Plan<'_>, step: usize) -> Text {
    plan.workflow().steps().get(step).map(|step| step.title.clone()).unwrap_or_default()
}

fn departed(
    context: &FindContext<'_>,
    course: &CaseHistory<'_, '_>,
    plan: &Plan<'_>,
    departure: &Departure,
    known: &[&EventCells],
    occurrence: u32,
) -> Option<Finding> {
    let (kind, message) = match departure.kind {
        Kind::Skipped => (FindingKind::SkippedStep, messages::STEP_LEFT_OUT),
        Kind::Unexpected => (FindingKind::UnexpectedStep, messages::STEP_WHERE_NONE_IS),
        Kind::OutOfOrder => (FindingKind::OutOfOrder, messages::STEP_OUT_OF_ORDER),
    };
    let unsure = messages::OTHERWISE_READABLE.text();
    let sure = if departure.certain { Text::default() } else { unsure };
    let text = message.fill(&[("step", title(plan, departure.step)), ("sure", sure)]);
    let id = plan.workflow().steps().get(departure.step).map(|step| step.id.clone());
    let symbol = id.as_ref().and_then(|id| context.ids.names.find(id.as_str()));
    let mut finding = context.about_case(course, kind, symbol, occurrence, text)?;
    finding.step = id;
    match departure.position.and_then(|position| known.get(position)) {
        Some(event) => Some(with_event(context, finding, event, departure.certain)),
        None => Some(finding),
    }
}

/// Adds the event as evidence; its actor is concerned if the finding is certain.
fn with_event(context: &FindContext<'_>, finding: Finding, event: &EventCells, certain: bool) -> Finding {
    let doer = event.actor.filter(|_| certain && event.actor_kind == ActorKind::Person);
    Finding {
        officer: context.ids.officer(doer),
        since: context.stamp(event.at),
        events: vec![context.ids.event(event)],
        ..finding
    }
}

/// Somebody checked their own work: the checked step was done by this officer or on this officer's behalf.
fn four_eyes(
    context: &FindContext<'_>,
    course: &CaseHistory<'_, '_>,
    plan: &Plan<'_>,
    known: &[&EventCells],
    found: &mut Vec<Finding>,
) {
    let hands = |event: &EventCells| -> [Option<Symbol>; 2] {
        [event.actor.filter(|_| event.actor_kind == ActorKind::Person), event.on_behalf_of]
    };
    let mut occurrence = 0;
    for event in known {
        let step = plan.position(event.step).and_then(|step| plan.workflow().steps().get(step));
        let Some(step) = step.filter(|step| !step.not_by.is_empty()) else { continue };
        let checked = known.iter().find(|other| {
            let of = other.step.map(|step| context.log.name(step));
            let own = hands(other).into_iter().flatten().any(|hand| hands(event).contains(&Some(hand)));
            own && step.not_by.iter().any(|not_by| Some(not_by.as_str()) == of)
        });
        let Some(checked) = checked else { continue };
        let who = event.actor.map_or("?", |actor| context.log.name(actor));
        let values = [
            ("who", Text::same(who)),
            ("step", step.title.clone()),
            ("own", plan.position(checked.step).map(|step| title(plan, step)).unwrap_or_default()),
        ];
        let text = messages::OWN_WORK_CHECKED.fill(&values);
        let kind = FindingKind::FourEyes;
        let finding = context.about_case(course, kind, event.step, occurrence, text);
        occurrence += 1;
        found.extend(finding.map(|finding| {
            let events = vec![context.ids.event(checked), context.ids.event(event)];
            Finding { events, ..with_event(context, finding, event, true) }
        }));
    }
}
