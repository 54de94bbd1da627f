//! What was not clear: each file finds one family of findings in a case.

mod person;
mod process;
mod time;
mod trail;

pub(super) use person::Accounts;
pub(super) use trail::OutOfHours;

use super::attribution::Attribution;
use super::case_history::CaseHistory;
use super::conformance::Plan;
use super::names::Ids;
use super::profile::Profile;
use super::rules::ReplayRules;
use crate::base::text::Text;
use crate::base::time::{Instant, Stamp};
use crate::log::{EventCells, Log, Symbol};
use crate::replay::finding::{Dimension, Finding, Grade, KINDS, Subject, SubjectKind};

/// The input that all finders share.
pub(super) struct FindContext<'a> {
    pub(super) rules: &'a dyn ReplayRules,
    pub(super) log: &'a Log,
    pub(super) ids: &'a Ids<'a>,
    /// What the log records at all: if no case has a due, for example, that is one finding about the log.
    pub(super) profile: &'a Profile,
}

impl FindContext<'_> {
    fn stamp(&self, at: Instant) -> Option<Stamp> {
        Some(self.rules.zone().stamp(at))
    }

    /// A finding about a case.
    fn about_case(
        &self,
        course: &CaseHistory<'_>,
        (kind, dimension, grade): (&str, Dimension, Grade),
        step: Option<Symbol>,
        occurrence: u32,
        text: Text,
    ) -> Option<Finding> {
        debug_assert!(KINDS.contains(&kind), "a policy could not name `{kind}`");
        let subject = Subject { kind: SubjectKind::Case, id: self.log.name(course.cells.id).to_owned() };
        let finding = Finding::new(kind, dimension, grade, subject, self.ids.step(step), occurrence, text);
        let unit = self.ids.unit(course.unit());
        finding.ok().map(|finding| Finding { unit, ..finding })
    }

    /// Events as evidence, at most as many as the thresholds allow.
    fn evidence<'e>(&self, events: impl Iterator<Item = &'e EventCells>) -> Vec<crate::base::ids::EventId> {
        let most = usize::try_from(self.rules.thresholds().evidence).unwrap_or(0);
        events.take(most).map(|event| self.ids.event(event)).collect()
    }
}

/// All findings about one case, in a fixed order; families that were not asked for are left out.
pub(super) fn in_case(
    context: &FindContext<'_>,
    course: &CaseHistory<'_>,
    plan: Option<&mut Plan<'_>>,
    attribution: &Attribution,
    wanted: impl Fn(&[&str]) -> bool,
    found: &mut Vec<Finding>,
) {
    if wanted(&time::KINDS) {
        time::find(context, course, attribution, found);
    }
    if wanted(&person::KINDS) {
        person::find(context, course, found);
    }
    if let Some(plan) = plan.filter(|_| wanted(&process::KINDS)) {
        process::find(context, course, plan, found);
    }
    if wanted(&trail::KINDS) {
        trail::find(context, course, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// A kind that belonged to no family would be skipped if only some kinds are asked for.
    #[test]
    fn each_kind_of_a_case_belongs_to_one_family() {
        let of_cases: Vec<&str> =
            [&time::KINDS[..], &person::KINDS, &process::KINDS, &trail::KINDS].into_iter().flatten().copied().collect();
        let of_logs = ["not_a_person", "out_of_hours", "midnight_times"];
        let of_records = ["not_kept", "kept_late", "not_seen", "not_expected"];
        let all: BTreeSet<&str> = of_cases.iter().copied().chain(of_logs).chain(of_records).collect();
        assert_eq!(all, KINDS.into_iter().collect());
        assert_eq!(all.len(), of_cases.len() + of_logs.len() + of_records.len());
    }
}
