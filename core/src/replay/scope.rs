//! What of a replay is asked for: a long log is not told case by case to somebody who wants its sums.

use super::answer::Part;
use super::finding::FindingKind;
use super::month::Month;
use super::profile::Profile;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// What a replay tells beside its counts and shares.
#[derive(Clone, Debug)]
pub(crate) struct ReplayScope {
    pub(super) cases: bool,
    pub(super) facts: bool,
    pub(super) findings: Findings,
    pub(super) items: Option<Choice>,
    pub(super) left_out: Vec<Part>,
    /// Only what was asked for by month, not even counts and shares.
    pub(super) only_items: bool,
    /// That of the whole, where the log is a shard of it.
    pub(super) profile: Option<Profile>,
}

/// Which findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Findings {
    None,
    /// Those about the cases whose items are told; of these kinds, if it says so, and perhaps others.
    OfItems(Option<BTreeSet<FindingKind>>),
    All,
}

/// Which items.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) months: RangeInclusive<Month>,
    /// Whole cases.
    pub(super) cases: bool,
    /// Steps.
    pub(super) steps: bool,
}

impl ReplayScope {
    /// Everything, or these parts alone.
    pub(crate) fn parts(parts: Option<&[Part]>) -> Self {
        let wants = |part: Part| parts.is_none_or(|parts| parts.contains(&part));
        let (first, last) = Month::ALL;
        Self {
            cases: wants(Part::Cases),
            facts: wants(Part::Facts),
            findings: match (wants(Part::Findings), wants(Part::Items)) {
                (true, _) => Findings::All,
                (false, true) => Findings::OfItems(None),
                (false, false) => Findings::None,
            },
            items: wants(Part::Items).then_some(Choice { months: first..=last, cases: true, steps: true }),
            left_out: Part::ALL.iter().map(|(_, part)| *part).filter(|part| !wants(*part)).collect(),
            only_items: false,
            profile: None,
        }
    }

    /// The same of a shard, each case judged by what the whole log records.
    #[must_use]
    pub(crate) fn with_profile(self, profile: Option<Profile>) -> Self {
        Self { profile, ..self }
    }

    /// What a score of some months needs: their items, whole cases or steps, with what was found about these of kinds
    /// that count.
    pub(crate) fn scored(months: RangeInclusive<Month>, whole_cases: bool, kinds: BTreeSet<FindingKind>) -> Self {
        let items = Some(Choice { months, cases: whole_cases, steps: !whole_cases });
        let findings = Findings::OfItems(Some(kinds));
        Self { findings, items, only_items: true, ..Self::parts(Some(&[Part::Findings, Part::Items])) }
    }

    /// Whether nothing is asked for about a case of this month.
    pub(super) fn skips_month(&self, month: Month) -> bool {
        self.only_items && !self.items.as_ref().is_some_and(|choice| choice.months.contains(&month))
    }

    /// Whether findings of some kinds are asked for about a case of this month.
    pub(super) fn finds(&self, of: impl Fn(FindingKind) -> bool, month: Month) -> bool {
        let told = || self.items.as_ref().is_some_and(|choice| choice.months.contains(&month));
        match &self.findings {
            Findings::None => false,
            Findings::OfItems(None) => told(),
            Findings::OfItems(Some(counted)) => told() && counted.iter().any(|kind| of(*kind)),
            Findings::All => true,
        }
    }
}
