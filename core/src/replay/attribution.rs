//! Attributes the lateness of a case: who is charged with which share of it.
//!
//! An officer answers for overrun: working time used beyond the budget of a step, summed over all visits since
//! acceptance or the last restart. Time that nobody answers for (a queue, somebody outside, a program, no budget, an
//! absence, a confirmed cause) forms a pool, which bears its part like an officer. The share of an officer is the overrun divided by all
//! overruns and the pool, or by the lateness where that is more; it is exact, and decides whether somebody is charged.
//!
//! Charges and the unattributed rest add up to the lateness; an officer within budget pays nothing, nor does one who was
//! only named and was replaced before acting. If a hand-over is moved between two officers who are both over budget,
//! only their charges change, except for one second of rounding.

use super::case_history::CaseHistory;
use super::delaying::{Span, delaying};
use super::names::AllNames;
use super::net::net;
use super::rules::ReplayRules;
use crate::base::Arrange;
use crate::base::exact::Rational;
use crate::base::shape::Term;
use crate::base::time::{Instant, Seconds};
use crate::case::ActorKind;
use crate::case::shares::within;
use crate::log::Symbol;
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
    /// Whoever held it was absent, or kept from working by a confirmed cause.
    #[term("excused")]
    Excused,
    /// Of acts only the day is known, and nobody certainly held it beyond a budget.
    #[term("days_only")]
    DaysOnly,
    /// Everybody who held it kept within budget.
    #[term("within_budgets")]
    WithinBudgets,
    /// Overruns explain only a part of it.
    #[term("partly")]
    Partly,
}

/// What one officer is charged with at one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Charged {
    pub(super) officer: Symbol,
    pub(super) step: Option<Symbol>,
    /// The part of the lateness, above 0 and at most 1.
    pub(super) share: Rational,
    /// That part in whole working seconds; 0 where the lateness has none.
    pub(super) seconds: Seconds,
}

/// Who is charged with the lateness of one case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    /// Ordered by officer and step.
    pub(super) charges: Vec<Charged>,
    pub(super) unattributed: Seconds,
    /// Why a part is unattributed.
    pub(super) reason: Option<Unattributed>,
}

impl Attribution {
    fn nobody(late: Seconds, reason: Unattributed) -> Self {
        Self { charges: Vec::new(), unattributed: late, reason: Some(reason) }
    }
}

/// A missed due: when it was, and the working time after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Missed {
    pub(super) due: Instant,
    pub(super) late: Seconds,
}

/// Attributes a lateness that arose between two instants of a case.
pub(super) fn attribute_lateness(
    course: &CaseHistory<'_, '_>,
    (rules, names): (&dyn ReplayRules, &AllNames<'_>),
    (from, until): (Instant, Instant),
    missed: Option<Missed>,
) -> Attribution {
    let Some(Missed { due, late }) = missed else { return Attribution::default() };
    if course.holds.iter().all(|hold| hold.presumed) {
        return Attribution::nobody(late, Unattributed::NoHolders);
    }
    let unit = course.unit().map(|symbol| names.name(symbol));
    let budget = |step: Option<Symbol>| rules.budget(course.workflow, unit, names.name(step?));
    // Where no working time lies between the due and the end, the time of the clock counts there for whoever held then.
    let length = |since: Instant, until: Instant| {
        let worked = net(course.hours, since, until, course.pauses);
        let after = if late.0 == 0 { until.since(since.max(due)).0.max(0) } else { 0 };
        Seconds(worked.0 + after)
    };

    // What each officer used at each step, less the budget of the step.
    let mut used: BTreeMap<(Symbol, Option<Symbol>), Seconds> = BTreeMap::new();
    let (mut pool, mut excused, mut uncertain) = (Seconds(0), Seconds(0), Seconds(0));
    let mut budgets = false;
    let case = names.name(course.cells.id);
    for Span { visit, since, until } in delaying(course, from, until) {
        let mut rest = length(since, until);
        let holds = visit.map(|visit| course.holds.iter().filter(move |hold| hold.visit == visit));
        for hold in holds.into_iter().flatten() {
            let (since, until) = (hold.since.max(since), hold.until.unwrap_or(course.as_of).min(until));
            if since >= until {
                continue;
            }
            if hold.kind != ActorKind::Person || hold.presumed {
                continue;
            }
            let Some(budget) = budget(hold.step) else { continue };
            budgets = true;
            let Some(officer) = hold.officer else { continue };
            let name = names.name(officer);
            let unit = hold.unit.or_else(|| course.unit()).map(|unit| names.name(unit));
            let away = rules.absences(name).into_iter().chain(rules.causes(Some(name), unit, case));
            let away: Seconds = within(away, (since, until)).map(|(from, to)| length(from, to)).sum();
            excused = excused + away;
            let whole = length(since, until) - away;
            // Of a day without a time, only what lies after it was certainly held.
            let own = match course.latest(hold.since) {
                latest if latest > since => Seconds((length(latest.min(until), until) - away).0.max(0)),
                _ => whole,
            };
            uncertain = uncertain + (whole - own);
            rest = rest - own;
            let beyond = used.entry((officer, hold.step)).or_insert(Seconds(-budget.0));
            *beyond = *beyond + own;
        }
        pool = pool + Seconds(rest.0.max(0));
    }
    if !budgets {
        return Attribution::nobody(late, Unattributed::NoBudgets);
    }
    let mut overruns: Vec<_> =
        used.into_iter().map(|(key, beyond)| (key, beyond.0)).filter(|(_, overrun)| *overrun > 0).collect();
    if overruns.is_empty() {
        let reason = match pool.0 > 0 {
            _ if uncertain.0 > 0 => Unattributed::DaysOnly,
            _ if excused.0 > 0 => Unattributed::Excused,
            true => Unattributed::NoHolder,
            false => Unattributed::WithinBudgets,
        };
        return Attribution::nobody(late, reason);
    }
    let name = |(officer, step): (Symbol, Option<Symbol>)| (names.name(officer), step.map(|step| names.name(step)));
    overruns.sort_by(|a, b| name(a.0).cmp(&name(b.0)));
    let sizes: Vec<i64> = overruns.iter().map(|(_, overrun)| *overrun).collect();
    let whole = sizes.iter().sum::<i64>().saturating_add(pool.0).max(late.0);
    let (parts, rest) = divide(late.0, &sizes, pool.0);
    let charged = |(((officer, step), overrun), part): (&((Symbol, Option<Symbol>), i64), i64)| {
        let share = Rational::new(i128::from(*overrun), i128::from(whole))?;
        Some(Charged { officer: *officer, step: *step, share, seconds: Seconds(part) })
    };
    let charges = overruns.iter().zip(parts).filter_map(charged).collect();
    Attribution { charges, unattributed: Seconds(rest), reason: (rest > 0).then_some(Unattributed::Partly) }
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
    order.arrange_by_key(|index| std::cmp::Reverse(parts.get(*index).map(|(_, remainder)| *remainder)));
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
