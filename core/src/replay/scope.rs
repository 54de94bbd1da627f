//! What a replay is asked for: a caller who needs only sums of a long log does not get every case.

use super::answer::Part;
use super::case_history::CaseHistory;
use super::finding::FindingKind;
use super::month::Month;
use super::names::AllNames;
use super::profile::Profile;
use super::tables::{GroupKey, SharesOf, TableName};
use crate::log::Symbol;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// What a replay reports besides its counts and rates.
#[derive(Clone, Debug)]
pub(crate) struct ReplayScope {
    pub(super) cases: bool,
    pub(super) facts: bool,
    pub(super) findings: Findings,
    pub(super) items: Option<Choice>,
    pub(super) left_out: Vec<Part>,
    /// Whether to give only the items asked for by month, without counts and rates.
    pub(super) only_items: bool,
    /// The profile of the whole log, if this log is a shard of it.
    pub(super) profile: Option<Profile>,
    pub(super) filter: CaseFilter,
    /// A table that is asked for.
    pub(super) table: Option<TableName>,
    /// Shares that are asked for by group.
    pub(super) shares: Option<(SharesOf, Vec<GroupKey>)>,
}

/// Which cases are looked at; without an entry, all.
#[derive(Clone, Debug, Default)]
pub(crate) struct CaseFilter {
    /// The months that they count for.
    pub(crate) months: Option<RangeInclusive<Month>>,
    pub(crate) unit: Option<String>,
    pub(crate) procedure: Option<String>,
    pub(crate) channel: Option<String>,
}

impl CaseFilter {
    /// Whether a case is left out.
    pub(super) fn skips(&self, course: &CaseHistory<'_, '_>, month: Month, names: &AllNames<'_>) -> bool {
        let fits = |wanted: &Option<String>, name: Option<&str>| wanted.is_none() || wanted.as_deref() == name;
        let named = |symbol: Option<Symbol>| symbol.map(|symbol| names.name(symbol));
        !(self.months.as_ref().is_none_or(|months| months.contains(&month))
            && fits(&self.unit, named(course.unit()))
            && fits(&self.procedure, named(course.cells.procedure))
            && fits(&self.channel, course.channel))
    }
}

/// Which findings are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Findings {
    None,
    /// Those about the cases whose items are reported; if kinds are given, at least these kinds.
    OfItems(Option<BTreeSet<FindingKind>>),
    All,
}

/// Which items are asked for.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) months: RangeInclusive<Month>,
    /// Whether items of whole cases are asked for.
    pub(super) cases: bool,
    /// Whether items of steps are asked for.
    pub(super) steps: bool,
}

impl ReplayScope {
    /// Everything, or only these parts.
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
            filter: CaseFilter::default(),
            table: None,
            shares: None,
        }
    }

    /// What one table needs.
    pub(crate) fn table(table: TableName, filter: CaseFilter) -> Self {
        let part: &[Part] = match table {
            TableName::Cases | TableName::Findings | TableName::Charges => &[Part::Findings],
            TableName::Facts => &[Part::Facts],
            _ => &[],
        };
        Self { filter, table: Some(table), ..Self::parts(Some(part)) }
    }

    /// What shares by group need.
    pub(crate) fn shares(of: SharesOf, keys: Vec<GroupKey>, filter: CaseFilter) -> Self {
        Self { filter, shares: Some((of, keys)), ..Self::parts(Some(&[])) }
    }

    /// Whether the items of each case are looked at.
    pub(super) fn sees_items(&self) -> bool {
        self.table == Some(TableName::Items) || matches!(self.shares, Some((SharesOf::Items, _)))
    }

    /// The same scope for a shard, each case judged by what the whole log records.
    #[must_use]
    pub(crate) fn with_profile(self, profile: Option<Profile>) -> Self {
        Self { profile, ..self }
    }

    /// What a score of some months needs: their items (whole cases or steps), and the findings of the given kinds about
    /// them.
    pub(crate) fn scored(months: RangeInclusive<Month>, whole_cases: bool, kinds: BTreeSet<FindingKind>) -> Self {
        let items = Some(Choice { months, cases: whole_cases, steps: !whole_cases });
        let findings = Findings::OfItems(Some(kinds));
        Self { findings, items, only_items: true, ..Self::parts(Some(&[Part::Findings, Part::Items])) }
    }

    /// Whether nothing is asked for about a case of this month.
    pub(super) fn skips_month(&self, month: Month) -> bool {
        self.only_items && !self.items.as_ref().is_some_and(|choice| choice.months.contains(&month))
    }

    /// Whether findings of some of these kinds are asked for about a case of this month.
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
