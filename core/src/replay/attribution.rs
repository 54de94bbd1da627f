//! Attributes the lateness of a case: who is charged with how much of it.
//!
//! An officer answers for overrun: working time used beyond the budget of a step, summed over all visits. Time that
//! nobody answers for (no holder, a queue, a program, no budget, an excuse) forms a pool, which bears its part like an
//! officer. Lateness is divided over the overruns in proportion, and no part exceeds its overrun.
//!
//! Charges and the unattributed rest add up to the lateness; an officer within budget pays nothing. If a hand-over is
//! moved between two officers who are both over budget, only their charges change, except for one second of rounding.
//! If one of them comes within budget, the sum of the overruns changes, and with it everybody's proportion: no rule can
//! charge all of the lateness, spare everybody within budget, and leave third parties unaffected at the same time.

use super::case_history::CaseHistory;
use super::hold::Hold;
use super::rules::ReplayRules;
use crate::base::shape::Term;
use crate::base::time::{Instant, Seconds};
use crate::case::ActorKind;
use crate::log::{Log, Symbol};
use std::collections::BTreeMap;

/// Why lateness is charged to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub(super) enum Unattributed {
    /// The log does not record who held what.
    #[term("no_holders")]
    NoHolders,
    /// The rulebook gives no time budget for the steps.
    #[term("no_budgets")]
    NoBudgets,
    /// Nobody held the case.
    #[term("no_holder")]
    NoHolder,
    /// Everybody who held it kept within budget.
    #[term("within_budgets")]
    WithinBudgets,
    /// Overruns explain only a part of it.
    #[term("partly")]
    Partly,
}

/// Who is charged with the lateness of one case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    /// `(officer, step, seconds)`, each above zero, ordered by officer and step.
    pub(super) charges: Vec<(Symbol, Option<Symbol>, Seconds)>,
    pub(super) unattributed: Seconds,
    /// Why a part is unattributed.
    pub(super) reason: Option<Unattributed>,
}

impl Attribution {
    fn nobody(late: Seconds, reason: Unattributed) -> Self {
        Self { charges: Vec::new(), unattributed: late, reason: Some(reason) }
    }
}

/// Attributes a lateness that arose between two instants of a case.
pub(super) fn attribute_lateness(
    course: &CaseHistory<'_>,
    (rules, log): (&dyn ReplayRules, &Log),
    (from, until): (Instant, Instant),
    late: Seconds,
) -> Attribution {
    if late.0 <= 0 {
        return Attribution::default();
    }
    if course.holds.iter().all(|hold| hold.presumed) {
        return Attribution::nobody(late, Unattributed::NoHolders);
    }
    let procedure = course.cells.procedure.map(|symbol| log.name(symbol)).or_else(|| rules.only_procedure());
    let on = course.anchor_day(rules.zone());
    let unit = course.unit().map(|symbol| log.name(symbol));
    let budget = |step: Option<Symbol>| rules.budget(procedure?, unit, on, log.name(step?));

    let mut used: BTreeMap<(Symbol, Option<Symbol>), Seconds> = BTreeMap::new();
    let mut pool = Seconds(0);
    let mut budgets = false;
    for span in delaying(course, from, until) {
        let held = super::hold::net(course.hours, span.since, span.until, course.pauses);
        match span.hold.map(|hold| (hold, budget(hold.step))) {
            Some((hold, Some(_))) if hold.kind == ActorKind::Person && !hold.presumed => {
                budgets = true;
                let Some(officer) = hold.officer else { continue };
                let excused = away(course, rules, log, officer, span.since, span.until);
                let used = used.entry((officer, hold.step)).or_default();
                *used = *used + held - excused;
                pool = pool + excused;
            }
            _ => pool = pool + held,
        }
    }
    if !budgets {
        return Attribution::nobody(late, Unattributed::NoBudgets);
    }
    let overruns: Vec<_> = used
        .into_iter()
        .map(|(key, used)| (key, (used - budget(key.1).unwrap_or_default()).0.max(0)))
        .filter(|(_, overrun)| *overrun > 0)
        .collect();
    if overruns.is_empty() {
        let reason = if pool.0 > 0 { Unattributed::NoHolder } else { Unattributed::WithinBudgets };
        return Attribution::nobody(late, reason);
    }
    let name = |(officer, step): (Symbol, Option<Symbol>)| (log.name(officer), step.map(|step| log.name(step)));
    let mut overruns = overruns;
    overruns.sort_by(|a, b| name(a.0).cmp(&name(b.0)));
    let sizes: Vec<i64> = overruns.iter().map(|(_, overrun)| *overrun).collect();
    let (parts, rest) = divide(late.0, &sizes, pool.0);
    let charges: Vec<_> = overruns
        .iter()
        .zip(parts)
        .filter(|(_, part)| *part > 0)
        .map(|(((officer, step), _), part)| (*officer, *step, Seconds(part)))
        .collect();
    Attribution { charges, unattributed: Seconds(rest), reason: (rest > 0).then_some(Unattributed::Partly) }
}

/// A part of the time that made the case late, and who held it.
struct Span<'a> {
    hold: Option<&'a Hold>,
    since: Instant,
    until: Instant,
}

/// Walks back from the end. Of holds at the same time, only the one that ended last delayed what followed.
fn delaying<'a>(course: &'a CaseHistory<'_>, from: Instant, mut until: Instant) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let mut left: Vec<&Hold> = course.holds.iter().filter(|hold| hold.since < until).collect();
    while until > from {
        let end = |hold: &Hold| hold.until.unwrap_or(course.as_of).min(until);
        // The hold that ended last comes first; a hold still running comes after it, since nothing that followed waited
        // for it; of two that ended together, the one that began first, since it waited for nobody.
        let rank = |hold: &Hold| (end(hold), hold.until.is_some_and(|at| at <= until), std::cmp::Reverse(hold.since));
        let Some(index) = (0..left.len()).max_by_key(|index| left.get(*index).map(|hold| rank(hold))) else {
            break;
        };
        let hold = left.swap_remove(index);
        if end(hold) <= from {
            break;
        }
        if end(hold) < until {
            spans.push(Span { hold: None, since: end(hold), until });
        }
        let since = hold.since.max(from);
        spans.push(Span { hold: Some(hold), since, until: end(hold) });
        until = since;
        left.retain(|hold| hold.since < until);
    }
    if until > from {
        spans.push(Span { hold: None, since: from, until });
    }
    spans
}

/// Working seconds of a span in which an officer was excused.
fn away(
    course: &CaseHistory<'_>,
    rules: &dyn ReplayRules,
    log: &Log,
    officer: Symbol,
    since: Instant,
    until: Instant,
) -> Seconds {
    let excused = rules.excused(log.name(officer)).iter();
    excused.map(|(from, to)| super::hold::net(course.hours, (*from).max(since), (*to).min(until), course.pauses)).sum()
}

/// Divides lateness over overruns and a pool, in proportion and never beyond them; whole seconds by largest remainder,
/// ties in the order given, the pool last. Gives the parts and the unattributed rest.
pub(super) fn divide(late: i64, overruns: &[i64], pool: i64) -> (Vec<i64>, i64) {
    let total: i128 = overruns.iter().chain([&pool]).map(|size| i128::from((*size).max(0))).sum();
    let late = late.max(0);
    if total <= i128::from(late) {
        let borne: i64 = overruns.iter().map(|size| (*size).max(0)).sum();
        return (overruns.iter().map(|size| (*size).max(0)).collect(), late - borne);
    }
    let sizes = overruns.iter().chain([&pool]).map(|size| i128::from((*size).max(0)));
    let mut parts: Vec<(i128, i128)> =
        sizes.map(|size| (size * i128::from(late) / total, size * i128::from(late) % total)).collect();
    let mut rest = i128::from(late) - parts.iter().map(|(part, _)| part).sum::<i128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(parts.get(*index).map(|(_, remainder)| *remainder)));
    for index in order {
        if rest == 0 {
            break;
        }
        if let Some((part, _)) = parts.get_mut(index) {
            *part += 1;
            rest -= 1;
        }
    }
    let mut parts: Vec<i64> = parts.into_iter().map(|(part, _)| i64::try_from(part).unwrap_or(0)).collect();
    let pool = parts.pop().unwrap_or(0);
    (parts, pool)
}
