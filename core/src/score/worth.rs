//! The worth of one item under one component.

use super::bearer::OwnItems;
use super::excuses::Excuses;
use super::inputs::{FailureInput, Inputs};
use super::spec::{CutSpec, DueKind, MeasureKind, PolicyComponentSpec};
use crate::base::Arrange;
use crate::base::exact::Rational;
use crate::base::ids::FindingId;
use crate::base::text::Text;
use crate::replay::finding::{Finding, FindingKind};
use crate::replay::{Item, Standing};
use std::cell::Cell;
use std::collections::HashMap;

/// The findings about work that is due and not done.
pub(super) const DUE_AND_OPEN: [FindingKind; 2] = [FindingKind::LateTakeUp, FindingKind::OverdueOpen];

/// A deduction from the worth of an item, and why.
pub(super) struct Deduction<'a> {
    pub(super) rule: &'a str,
    pub(super) amount: Rational,
    pub(super) findings: Vec<FindingId>,
    pub(super) reason: Text,
}

/// The findings of a replay by identifier, and what people decided about them.
pub(super) struct Evidence<'a> {
    findings: HashMap<&'a str, &'a Finding>,
    pub(super) excuses: Excuses<'a>,
    /// Each failure, and whether an item met it.
    pub(super) failures: Vec<(&'a FailureInput, Cell<bool>)>,
}

/// The standing of an item by the due that a policy names.
pub(super) const fn standing(item: &Item, due: DueKind) -> Standing {
    match due {
        DueKind::Judging => item.standing,
        DueKind::Recorded => item.standing_recorded,
        DueKind::Original => item.standing_original,
    }
}

impl<'a> Evidence<'a> {
    pub(super) fn new(findings: &'a [Finding], inputs: &'a Inputs) -> Self {
        let mut failures: Vec<_> = inputs.failures.iter().map(|failure| (failure, Cell::new(false))).collect();
        // Not the order in which they were given: it says nothing.
        failures.arrange_by(|(a, _), (b, _)| (b.times, &a.decided_by).cmp(&(a.times, &b.decided_by)));
        Self {
            findings: findings.iter().map(|finding| (finding.id.as_str(), finding)).collect(),
            excuses: Excuses::new(&inputs.excused),
            failures,
        }
    }

    /// The deductions from an item, of which `own` are the officer's; `None` if the component cannot assess it.
    pub(super) fn deductions(
        &self,
        item: &Item,
        own: &OwnItems<'_>,
        component: &str,
        spec: &'a PolicyComponentSpec,
        due: DueKind,
    ) -> Option<Vec<Deduction<'a>>> {
        let standing = standing(item, due);
        match (spec.measure, standing) {
            (MeasureKind::Supplied, _) => None,
            (MeasureKind::Completed, _) if item.completed => Some(Vec::new()),
            (MeasureKind::Completed, Standing::Late) => self.not_completed(item).map(|deduction| vec![deduction]),
            (MeasureKind::Completed, _) => None,
            (MeasureKind::Kept, Standing::OnTime | Standing::Late) => Some(self.kept(item, own, spec)),
            (MeasureKind::Kept, _) => None,
            (MeasureKind::Reviewed, _) => item.completed.then(|| self.failures(item, component, spec)),
        }
    }

    /// What was found in an item.
    fn found(&self, item: &Item) -> impl Iterator<Item = &'a Finding> {
        item.findings.iter().filter_map(|id| self.findings.get(id.as_str()).copied())
    }

    /// Work that is due and not done. If all that is found of it is excused, it counts neither as done nor as missed.
    fn not_completed(&self, item: &Item) -> Option<Deduction<'a>> {
        let open: Vec<_> = self.found(item).filter(|finding| DUE_AND_OPEN.contains(&finding.kind)).collect();
        let excused = open.iter().filter(|finding| self.excuses.decided_by(finding, item).is_some()).count();
        let findings = open.iter().map(|finding| finding.id.clone()).collect();
        let reason = Text::new("đến hạn mà chưa hoàn thành", "due, and not completed");
        let deduction = Deduction { rule: "not_completed", amount: Rational::ONE, findings, reason };
        (open.is_empty() || excused < open.len()).then_some(deduction)
    }

    fn kept(&self, item: &Item, own: &OwnItems<'_>, spec: &'a PolicyComponentSpec) -> Vec<Deduction<'a>> {
        let found: Vec<_> = self.found(item).collect();
        let borne: Vec<_> = found.iter().copied().filter(|finding| own.bears(item, finding, &found)).collect();
        spec.cuts.iter().flat_map(|cut| self.cut(item, &borne, cut)).collect()
    }

    /// Findings listed in one cut are deducted once, as often as the most frequent of them.
    fn cut(&self, item: &Item, borne: &[&'a Finding], cut: &'a CutSpec) -> Vec<Deduction<'a>> {
        let named = borne.iter().filter(|finding| cut.finding.0.iter().any(|kind| kind == finding.kind.as_str()));
        let mut counted: Vec<&Finding> = Vec::new();
        let mut excused = Vec::new();
        for finding in named {
            let Some(by) = self.excuses.decided_by(finding, item) else {
                counted.push(finding);
                continue;
            };
            let reason = Text::new(
                format!("nguyên nhân khách quan, {by} xác nhận: {}", finding.text.vi),
                format!("cause outside, confirmed by {by}: {}", finding.text.en),
            );
            excused.push(Deduction {
                rule: finding.kind.as_str(),
                amount: Rational::ZERO,
                findings: vec![finding.id.clone()],
                reason,
            });
        }
        let deduction = counted.first().map(|first| {
            let times = counted.iter().map(|finding| finding.count).max().unwrap_or(1);
            Deduction {
                rule: first.kind.as_str(),
                amount: cut.each.times(Rational::from(times)).unwrap_or(Rational::ONE),
                findings: counted.iter().map(|finding| finding.id.clone()).collect(),
                reason: first.text.clone(),
            }
        });
        deduction.into_iter().chain(excused).collect()
    }

    fn failures(&self, item: &Item, component: &str, spec: &PolicyComponentSpec) -> Vec<Deduction<'a>> {
        let each = spec.cuts.first().map_or(Rational::ONE, |cut| cut.each);
        let failed =
            self.failures.iter().filter(|(failure, _)| failure.component == component && is_item_of(failure, item));
        failed
            .map(|(failure, met)| {
                met.set(true);
                let by = |before: &str, after: &str| {
                    failure.decided_by.as_ref().map(|who| format!("{before}{who}{after}")).unwrap_or_default()
                };
                Deduction {
                    rule: "failed",
                    amount: each.times(Rational::from(failure.times)).unwrap_or(Rational::ONE),
                    findings: Vec::new(),
                    reason: Text::new(
                        format!("không đạt {} lần{}", failure.times, by(" do ", " kết luận")),
                        format!("failed {} times{}", failure.times, by(", found by ", "")),
                    ),
                }
            })
            .collect()
    }
}

/// Whether a failure is one of this item.
pub(super) fn is_item_of(failure: &FailureInput, item: &Item) -> bool {
    Some(&failure.officer) == item.officer.as_ref() && failure.case_id == item.case_id && failure.step == item.step
}
