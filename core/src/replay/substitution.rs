//! Who holds a step while its holder is absent: whoever substitutes by a standing delegation (*người thay thế*).

use super::names::AllNames;
use super::rules::ReplayRules;
use crate::base::time::{Date, Instant};
use crate::case::ActorKind;
use crate::case::course::{End, Hold};
use crate::case::shares::within;
use crate::log::Symbol;
use crate::workflow::Step;

/// Parts holds at the days on which somebody substituted for their holder, who has the step again afterwards. An
/// absence without a substitute moves nothing, and neither does a delegation that holds on other days too.
///
/// The substitute has a budget of his own, as every officer has. How a hold ended stays with the first holder.
pub(super) fn substitute<'s>(
    holds: &mut Vec<Hold>,
    (rules, names): (&dyn ReplayRules, &AllNames<'_>),
    step: impl Fn(Symbol) -> Option<&'s Step>,
    case_unit: Option<Symbol>,
    as_of: Instant,
) {
    let mut index = 0;
    while let Some(hold) = holds.get(index).copied() {
        index += 1;
        let officer = hold.officer.filter(|_| hold.kind == ActorKind::Person && !hold.presumed && !hold.substitute);
        let Some(officer) = officer else { continue };
        let away = rules.absences(names.name(officer));
        if away.is_empty() {
            continue;
        }
        let unit = hold.unit.or(case_unit).map(|unit| names.name(unit));
        let who = |on: Date| {
            let step = hold.step.and_then(&step);
            names.find(rules.substitute(names.name(officer), step, unit, on)?).filter(|who| *who != officer)
        };
        let until = hold.until.unwrap_or(as_of);
        let days = within(away.into_iter(), (hold.since, until)).flat_map(|span| days(rules, span));
        let parts = days.filter_map(|(day, since, until)| Some((who(day)?, since, until)));
        let parted = part(&hold, parts, until);
        holds.splice(index - 1..index, parted);
    }
}

/// The days of a span, each with its part of the span.
fn days(rules: &dyn ReplayRules, (since, until): (Instant, Instant)) -> impl Iterator<Item = (Date, Instant, Instant)> {
    let zone = rules.zone();
    let first = zone.date_of(since);
    let day = move |ahead: i64| {
        let day = first.plus(ahead);
        let (from, to) = (zone.instant(day, 0).max(since), zone.instant(day.plus(1), 0).min(until));
        (from < to).then_some((day, from, to))
    };
    (0..).map_while(day)
}

/// A hold in parts: its own, and those of its substitutes, in order.
fn part(hold: &Hold, by_others: impl Iterator<Item = (Symbol, Instant, Instant)>, end: Instant) -> Vec<Hold> {
    let mut parts: Vec<Hold> = Vec::new();
    let mut own_since = hold.since;
    for (officer, since, until) in by_others {
        if let Some(last) = parts.last_mut().filter(|last| last.substitute && last.officer == Some(officer))
            && last.until == Some(since)
        {
            last.until = Some(until);
        } else {
            if own_since < since {
                parts.push(Hold { since: own_since, until: Some(since), end: End::Moved, ..*hold });
            }
            let officer = Some(officer);
            parts.push(Hold { officer, since, until: Some(until), end: End::Moved, substitute: true, ..*hold });
        }
        own_since = until;
    }
    let open = hold.until.is_none() && own_since == end;
    match parts.last_mut() {
        // The substitute has it now.
        Some(last) if open => (last.until, last.end) = (None, End::Open),
        // What the holder did at the end is the holder's, even on a day of absence.
        _ => parts.push(Hold { since: own_since, ..*hold }),
    }
    parts
}
