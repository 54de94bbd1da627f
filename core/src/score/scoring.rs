//! Scores the officers of a period by a policy.

use super::bearer::OwnItems;
use super::card::{Card, ComponentScore, Gain, Loss, NotSupplied, Points, PolicyRef, Scores};
use super::check::{self, Cases};
use super::inputs::Inputs;
use super::period::Period;
use super::spec::{GroupKind, ItemKind, MeasureKind, Policy, PolicyComponentSpec};
use super::tally::Tally;
use super::thousandths::thousandths;
use super::wilson::Ratio;
use super::worth::{self, Evidence, standing};
use super::{rating, unused};
use crate::base::Gather;
use crate::base::canon::{Hash, SEMANTICS};
use crate::base::error::Faults;
use crate::base::exact::Rational;
use crate::base::ids::{OfficerId, UnitId};
use crate::base::text::Text;
use crate::replay::finding::FindingKind;
use crate::replay::{Item, Month, Replay, ReplayScope, Standing};
use std::collections::{BTreeMap, BTreeSet};

/// The part of a replay that a score needs.
pub(crate) fn scope_of(policy: &Policy, period: Period) -> ReplayScope {
    let cuts = policy.spec.components.values().flat_map(|component| &component.cuts);
    let kinds =
        cuts.flat_map(|cut| &cut.finding.0).filter_map(|name| FindingKind::from_name(name)).chain(worth::DUE_AND_OPEN);
    ReplayScope::scored(
        Month::of(period.from())..=Month::of(period.to()),
        policy.spec.item == ItemKind::Case,
        kinds.into_set(),
    )
}

/// Scores every officer who had an item in the period or was given points for it, ordered by officer. `cases` has all
/// cases, also those that the replay was not asked for.
///
/// # Errors
/// A period that is not the policy's, and inputs that can have no effect: see [`crate::Office::score`].
pub(crate) fn score(
    replay: &Replay,
    policy: &Policy,
    period: Period,
    inputs: &Inputs,
    cases: Cases<'_>,
) -> Result<Scores, Faults> {
    let mut faults = Faults::new();
    check::check_period(policy, period, &mut faults);
    check::check_inputs(policy, inputs, cases, &mut faults);
    faults.into_result(Some(()))?;

    let months: BTreeSet<String> = period.months().into_set();
    let spec = &policy.spec;
    let mut officers: BTreeMap<OfficerId, Vec<&Item>> = BTreeMap::new();
    for item in &replay.items {
        let wanted = item.step.is_none() == (spec.item == ItemKind::Case);
        if let Some(officer) = item.officer.as_ref().filter(|_| wanted && months.contains(&item.period))
            && standing(item, spec.due) != Standing::Void
        {
            officers.entry(officer.clone()).or_default().push(item);
        }
    }
    for points in &inputs.points {
        officers.entry(points.officer.clone()).or_default();
    }
    let evidence = Evidence::new(&replay.findings, inputs);
    let scorer = Scorer { policy, period, inputs, evidence: &evidence };
    let mut cards: Vec<Card> = officers.iter().map(|(officer, items)| scorer.card(officer.clone(), items)).collect();
    rating::rate(&mut cards, policy, inputs);
    for card in &mut cards {
        card.result_hash = Hash::of_value(&*card).ok();
    }
    Ok(Scores {
        policy: PolicyRef { id: policy.id.clone(), hash: policy.hash },
        period,
        as_of: replay.as_of,
        not_assessed: replay.not_assessed.clone(),
        unused: unused::unused(spec, inputs, &officers, &cards, &evidence),
        cards,
        semantics: SEMANTICS,
    })
}

/// Computes cards.
struct Scorer<'a> {
    policy: &'a Policy,
    period: Period,
    inputs: &'a Inputs,
    evidence: &'a Evidence<'a>,
}

/// The exact score of a component, before it is rounded.
struct Reached<'a> {
    id: &'a str,
    spec: &'a PolicyComponentSpec,
    points: Rational,
    items: i64,
    left_out: i64,
}

impl<'a> Scorer<'a> {
    fn card(&self, officer: OfficerId, items: &[&Item]) -> Card {
        let spec = &self.policy.spec;
        let (mut reached, mut losses, mut gains) = (Vec::new(), Vec::new(), Vec::new());
        let (mut not_supplied, mut ratios) = (Vec::new(), Vec::new());
        let own = OwnItems::new(items);
        for (id, component) in &spec.components {
            let outcome = match component.measure {
                MeasureKind::Supplied => self.supplied(&officer, id, component, &mut losses, &mut gains),
                MeasureKind::Reviewed if !self.inputs.reviewed.contains(id) => None,
                MeasureKind::Completed | MeasureKind::Kept | MeasureKind::Reviewed => {
                    self.counted((items, &own), (id, component), &mut losses, &mut ratios)
                }
            };
            match outcome {
                Some(outcome) => reached.push(outcome),
                None => not_supplied.push(NotSupplied {
                    component: id.clone(),
                    weight: component.weight,
                    text: missing(component.measure),
                }),
            }
        }
        let unit = most_frequent(items);
        let group = self.inputs.groups.get(&officer).cloned().unwrap_or_else(|| match spec.group {
            GroupKind::Unit => unit.as_ref().map_or_else(String::new, ToString::to_string),
            GroupKind::Office => String::new(),
        });
        let weights = Rational::sum(reached.iter().map(|one| one.weight())).unwrap_or(Rational::ZERO);
        let (points, maximum, components) = show(&reached, weights, &mut losses);
        Card {
            officer,
            unit,
            group,
            period: self.period,
            policy: PolicyRef { id: self.policy.id.clone(), hash: self.policy.hash },
            items: count(items.len()),
            components,
            losses,
            gains,
            not_supplied,
            coverage: weights.over(spec.maximum()).unwrap_or(Rational::ZERO),
            points: points.filter(|_| !reached.is_empty()),
            maximum,
            ratios,
            rating: None,
            cap: None,
            semantics: SEMANTICS,
            result_hash: None,
        }
    }

    /// Points that somebody gave; the difference to the weight is a loss by that decision.
    fn supplied(
        &self,
        officer: &OfficerId,
        id: &'a str,
        component: &'a PolicyComponentSpec,
        losses: &mut Vec<Loss>,
        gains: &mut Vec<Gain>,
    ) -> Option<Reached<'a>> {
        let given = self.inputs.points.iter().find(|given| given.officer == *officer && given.component == id)?;
        gains.push(Gain {
            component: id.to_owned(),
            points: given.points,
            decided_by: given.decided_by.clone(),
            note: given.note.clone(),
        });
        let short = component.weight.minus(given.points)?;
        if short > Rational::ZERO {
            let by = given.decided_by.as_deref().unwrap_or("?");
            let reason = Text::new(format!("{by} chấm {}", given.points), format!("{by} gave {}", given.points));
            losses.push(Loss {
                component: id.to_owned(),
                rule: "given".to_owned(),
                case_id: None,
                step: None,
                findings: Vec::new(),
                events: Vec::new(),
                points: Points { exact: short, thousandths: 0 },
                reason,
            });
        }
        Some(Reached { id, spec: component, points: given.points, items: 0, left_out: 0 })
    }

    /// The mean worth of the items that the component can assess.
    fn counted(
        &self,
        (items, own): (&[&Item], &OwnItems<'_>),
        (id, component): (&'a str, &'a PolicyComponentSpec),
        losses: &mut Vec<Loss>,
        ratios: &mut Vec<Ratio>,
    ) -> Option<Reached<'a>> {
        let due = self.policy.spec.due;
        let assessed: Vec<_> = items
            .iter()
            .filter_map(|item| Some((*item, self.evidence.deductions(item, own, id, component, due)?)))
            .collect();
        let each = component.weight.over(Rational::from(count(assessed.len())))?;
        let mut tally = Tally::default();
        for (item, deductions) in assessed {
            let mut left = Rational::ONE;
            for deduction in deductions {
                // The worth of an item is at least 0; a deduction beyond that is listed with no points.
                let taken = deduction.amount.min(left);
                left = left.minus(taken)?;
                losses.push(Loss {
                    component: id.to_owned(),
                    rule: deduction.rule.to_owned(),
                    case_id: Some(item.case_id.clone()),
                    step: item.step.clone(),
                    findings: deduction.findings,
                    events: item.events.clone(),
                    points: Points { exact: each.times(taken)?, thousandths: 0 },
                    reason: deduction.reason,
                });
            }
            tally.add(Rational::ONE.minus(left)?);
        }
        ratios.push(Ratio::new(id, tally.whole(), tally.items()));
        let left_out = count(items.len()) - tally.items();
        let points = component.weight.times(tally.mean()?)?;
        Some(Reached { id, spec: component, points, items: tally.items(), left_out })
    }
}

impl Reached<'_> {
    const fn weight(&self) -> Rational {
        self.spec.weight
    }
}

/// Points, maximum and components, rounded so that components add up to the points, and losses to the difference.
fn show(
    reached: &[Reached<'_>],
    weights: Rational,
    losses: &mut [Loss],
) -> (Option<Points>, Points, Vec<ComponentScore>) {
    let shown = |exact: Rational| {
        let scaled = exact.times(Rational::from(1_000)).map(Rational::floor);
        scaled.and_then(|floor| i64::try_from(floor).ok())
    };
    let maximum = Points { exact: weights, thousandths: shown(weights).unwrap_or(0) };
    let sum = Rational::sum(reached.iter().map(|one| one.points));
    let points = sum.and_then(|exact| Some(Points { exact, thousandths: shown(exact)? }));
    let whole = points.map_or(0, |points| points.thousandths);
    let parts: Vec<Rational> = reached.iter().map(|one| one.points).collect();
    let parts = thousandths(&parts, whole).unwrap_or_else(|| vec![0; reached.len()]);
    let components = reached
        .iter()
        .zip(parts)
        .map(|(one, thousandths)| ComponentScore {
            id: one.id.to_owned(),
            title: one.spec.title.clone(),
            points: Points { exact: one.points, thousandths },
            weight: one.weight(),
            items: one.items,
            left_out: one.left_out,
        })
        .collect();
    let exact: Vec<Rational> = losses.iter().map(|loss| loss.points.exact).collect();
    for (loss, shown) in losses.iter_mut().zip(thousandths(&exact, maximum.thousandths - whole).unwrap_or_default()) {
        loss.points.thousandths = shown;
    }
    (points, maximum, components)
}

/// Why a component could not be assessed.
fn missing(measure: MeasureKind) -> Text {
    match measure {
        MeasureKind::Supplied => Text::new("chưa ai chấm", "nobody has given points"),
        MeasureKind::Reviewed => {
            Text::new("chưa có kết quả đánh giá chất lượng", "no reviews of quality were supplied")
        }
        MeasureKind::Completed => Text::new("không có việc nào đến hạn", "no item was due"),
        MeasureKind::Kept => Text::new(
            "không việc nào đánh giá được: chưa đến hạn, không có hạn, hoặc không rõ ai làm trễ",
            "no item could be assessed: not due yet, no due, or nothing that says who was late",
        ),
    }
}

/// The unit of most items; among equals, the first by name.
fn most_frequent(items: &[&Item]) -> Option<UnitId> {
    let mut counts: BTreeMap<&UnitId, usize> = BTreeMap::new();
    for unit in items.iter().filter_map(|item| item.unit.as_ref()) {
        *counts.entry(unit).or_default() += 1;
    }
    let best = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == best).map(|(unit, _)| unit.clone())
}

fn count(len: usize) -> i64 {
    i64::try_from(len).unwrap_or(i64::MAX)
}
