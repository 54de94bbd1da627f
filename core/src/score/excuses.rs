//! Excuses (*nguyên nhân khách quan được xác nhận*): which finding of which officer they free.

use super::inputs::ExcuseInput;
use crate::base::ids::FindingId;
use crate::base::text::Text;
use crate::replay::Item;
use crate::replay::finding::{Finding, FindingKind};
use std::cell::Cell;
use std::collections::HashMap;

/// The kinds that say the same of a case: it missed a due. Which of them is found depends on the due that judges and on
/// whether the case is still open, so what was decided about one holds for the others.
const LATENESS: [FindingKind; 4] =
    [FindingKind::Late, FindingKind::OverdueOpen, FindingKind::LateCommitted, FindingKind::LateStatutory];

/// Whether a kind of finding says that a case missed its due.
pub(super) fn is_lateness(kind: FindingKind) -> bool {
    LATENESS.contains(&kind)
}

/// Whether findings of two kinds about the same case are one fact.
fn same_fact(one: FindingKind, other: FindingKind) -> bool {
    one == other || (is_lateness(one) && is_lateness(other))
}

/// The excuses of a request, and what became of each.
pub(super) struct Excuses<'a> {
    all: Vec<(&'a ExcuseInput, Cell<Outcome>)>,
    by_case: HashMap<&'a str, Vec<usize>>,
    by_finding: HashMap<&'a str, Vec<usize>>,
}

/// What became of an excuse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// It met nothing that takes points.
    #[default]
    Unused,
    /// It met something that was over before the cause began.
    TooEarly,
    /// It freed somebody.
    Used,
}

impl<'a> Excuses<'a> {
    pub(super) fn new(inputs: &'a [ExcuseInput]) -> Self {
        let (mut by_case, mut by_finding) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for (index, excuse) in inputs.iter().enumerate() {
            if let Some(case) = &excuse.case_id {
                by_case.entry(case.as_str()).or_default().push(index);
            }
            if let Some(finding) = &excuse.finding {
                by_finding.entry(finding.as_str()).or_default().push(index);
            }
        }
        let all = inputs.iter().map(|excuse| (excuse, Cell::default())).collect();
        Self { all, by_case, by_finding }
    }

    /// Who confirmed that an officer does not answer for a finding in an item; of several, the first by name.
    pub(super) fn decided_by(&self, finding: &Finding, item: &Item) -> Option<&'a str> {
        let mut by: Option<&str> = None;
        for index in self.naming(finding) {
            let Some((excuse, outcome)) = self.all.get(index) else { continue };
            if !narrows_to(excuse, finding, item) {
                continue;
            }
            let over = excuse.start.zip(finding.until).is_some_and(|(start, until)| until.at < start.at);
            let new = if over { Outcome::TooEarly } else { Outcome::Used };
            outcome.set(outcome.get().max(new));
            if !over {
                by = by.into_iter().chain([excuse.decided_by.as_str()]).min();
            }
        }
        by
    }

    /// What became of each excuse, once every card is made.
    pub(super) fn outcomes(&self) -> impl Iterator<Item = (&'a ExcuseInput, Outcome)> {
        self.all.iter().map(|(excuse, outcome)| (*excuse, outcome.get()))
    }

    /// The excuses that name the case of a finding, or the finding itself.
    fn naming(&self, finding: &Finding) -> impl Iterator<Item = usize> {
        let in_case = self.by_case.get(finding.subject.id.as_str());
        let mut ids = Vec::new();
        if !self.by_finding.is_empty() {
            ids = other_ids(finding);
            ids.push(finding.id.clone());
        }
        let by_id = ids.into_iter().filter_map(|id| self.by_finding.get(id.as_str()));
        in_case.into_iter().chain(by_id).flatten().copied()
    }
}

/// Whether the officer, the step and the kinds that an excuse gives are those of a finding in an item.
fn narrows_to(excuse: &ExcuseInput, finding: &Finding, item: &Item) -> bool {
    let officer = excuse.officer.as_ref().is_none_or(|officer| item.officer.as_ref() == Some(officer));
    // A whole case means all of its steps.
    let step = excuse.step.as_ref().is_none_or(|step| item.step.as_ref().is_none_or(|own| own == step));
    let kind = excuse.kinds.is_empty() || excuse.kinds.iter().any(|kind| same_fact(*kind, finding.kind));
    officer && step && kind
}

/// The identifiers that a lateness has, had or will have as one of the other kinds: that of an open case gets another
/// when the case is finished.
fn other_ids(finding: &Finding) -> Vec<FindingId> {
    let others = LATENESS.into_iter().filter(|kind| is_lateness(finding.kind) && *kind != finding.kind);
    let as_kind = |kind| Finding::new(kind, finding.subject.clone(), finding.step.clone(), 0, Text::default());
    others.filter_map(|kind| as_kind(kind).ok().map(|finding| finding.id)).collect()
}
