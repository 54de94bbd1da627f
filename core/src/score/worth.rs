//! The worth of one item under one component.

use super::inputs::Inputs;
use super::spec::{DueKind, MeasureKind, PolicyComponentSpec};
use crate::base::exact::Rational;
use crate::base::ids::FindingId;
use crate::base::text::Text;
use crate::replay::finding::{Finding, FindingKind};
use crate::replay::{Item, Standing};
use std::collections::{BTreeMap, HashMap};

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
    excused: BTreeMap<&'a str, &'a str>,
    inputs: &'a Inputs,
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
        Self {
            findings: findings.iter().map(|finding| (finding.id.as_str(), finding)).collect(),
            excused: inputs.excused.iter().map(|one| (one.finding.as_str(), one.decided_by.as_str())).collect(),
            inputs,
        }
    }

    /// The deductions from an item; `None` if the component cannot assess it.
    pub(super) fn deductions(
        &self,
        item: &Item,
        component: &str,
        spec: &'a PolicyComponentSpec,
        due: DueKind,
    ) -> Option<Vec<Deduction<'a>>> {
        let standing = standing(item, due);
        match (spec.measure, standing) {
            (MeasureKind::Supplied, _) => None,
            (MeasureKind::Completed, _) if item.completed => Some(Vec::new()),
            (MeasureKind::Completed, Standing::Late) => Some(vec![self.not_completed(item)]),
            (MeasureKind::Completed, _) => None,
            (MeasureKind::Kept, Standing::OnTime | Standing::Late) => {
                Some(spec.cuts.iter().flat_map(|cut| self.cut(item, cut)).collect())
            }
            (MeasureKind::Kept, _) => None,
            (MeasureKind::Reviewed, _) => item.completed.then(|| self.failures(item, component, spec)),
        }
    }

    fn not_completed(&self, item: &Item) -> Deduction<'a> {
        let open = item.findings.iter().filter_map(|id| self.findings.get(id.as_str()));
        let findings =
            open.filter(|finding| DUE_AND_OPEN.contains(&finding.kind)).map(|finding| finding.id.clone()).collect();
        let reason = Text::new("đến hạn mà chưa hoàn thành", "due, and not completed");
        Deduction { rule: "not_completed", amount: Rational::ONE, findings, reason }
    }

    /// Findings listed in one cut are deducted once, as often as the most frequent of them.
    fn cut(&self, item: &Item, cut: &'a super::spec::CutSpec) -> Vec<Deduction<'a>> {
        let found = item.findings.iter().filter_map(|id| self.findings.get(id.as_str()).copied());
        let named = found.filter(|finding| cut.finding.0.iter().any(|kind| kind == finding.kind.as_str()));
        let (excused, counted): (Vec<&Finding>, Vec<&Finding>) =
            named.partition(|finding| self.excused.contains_key(finding.id.as_str()));
        let mut deductions = Vec::new();
        if let Some(first) = counted.first() {
            let times = counted.iter().map(|finding| finding.count).max().unwrap_or(1);
            deductions.push(Deduction {
                rule: first.kind.as_str(),
                amount: cut.each.times(Rational::from(times)).unwrap_or(Rational::ONE),
                findings: counted.iter().map(|finding| finding.id.clone()).collect(),
                reason: first.text.clone(),
            });
        }
        deductions.extend(excused.into_iter().map(|finding| {
            let by = self.excused.get(finding.id.as_str()).copied().unwrap_or_default();
            let reason = Text::new(
                format!("nguyên nhân khách quan, {by} xác nhận: {}", finding.text.vi),
                format!("cause outside, confirmed by {by}: {}", finding.text.en),
            );
            Deduction {
                rule: finding.kind.as_str(),
                amount: Rational::ZERO,
                findings: vec![finding.id.clone()],
                reason,
            }
        }));
        deductions
    }

    fn failures(&self, item: &Item, component: &str, spec: &PolicyComponentSpec) -> Vec<Deduction<'a>> {
        let each = spec.cuts.first().map_or(Rational::ONE, |cut| cut.each);
        let failed = self.inputs.failures.iter().filter(|failure| {
            let whose = Some(&failure.officer) == item.officer.as_ref() && failure.component == component;
            whose && failure.case_id == item.case_id && failure.step == item.step
        });
        failed
            .map(|failure| Deduction {
                rule: "failed",
                amount: each.times(Rational::from(failure.times.max(0))).unwrap_or(Rational::ONE),
                findings: Vec::new(),
                reason: Text::new(
                    format!(
                        "không đạt {} lần{}",
                        failure.times,
                        by(failure.decided_by.as_deref(), " do ", " kết luận")
                    ),
                    format!("failed {} times{}", failure.times, by(failure.decided_by.as_deref(), ", found by ", "")),
                ),
            })
            .collect()
    }
}

fn by(who: Option<&str>, before: &str, after: &str) -> String {
    who.map(|who| format!("{before}{who}{after}")).unwrap_or_default()
}
