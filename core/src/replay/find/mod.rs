//! What was not clear: each file finds one family of findings in a case.

mod person;
mod process;
mod time;
mod trail;

pub(super) use person::Accounts;
pub(super) use trail::OutOfHours;

use super::conformance::Plan;
use super::course::Course;
use super::names::Ids;
use super::profile::Profile;
use super::rules::Rules;
use super::settle::Settlement;
use crate::finding::{Dimension, Finding, Grade, KINDS, Subject, SubjectKind};
use crate::log::{EventCells, Log, Symbol};
use crate::text::Text;
use crate::time::{Instant, Stamp};

/// What every finder looks at.
pub(super) struct Bench<'a> {
    pub(super) rules: &'a dyn Rules,
    pub(super) log: &'a Log,
    pub(super) ids: &'a Ids<'a>,
    /// What the log records at all: where no case has a due, say, that is one finding about the log.
    pub(super) profile: &'a Profile,
}

impl Bench<'_> {
    fn stamp(&self, at: Instant) -> Option<Stamp> {
        Some(self.rules.zone().stamp(at))
    }

    /// A finding about a case.
    fn about_case(
        &self,
        course: &Course<'_>,
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

    /// Events as evidence, at most as many as the thresholds say.
    fn evidence<'e>(&self, events: impl Iterator<Item = &'e EventCells>) -> Vec<crate::ids::EventId> {
        let most = usize::try_from(self.rules.thresholds().evidence).unwrap_or(0);
        events.take(most).map(|event| self.ids.event(event)).collect()
    }
}

/// Everything found in one case, in a fixed order; of families of which nothing is asked for, nothing.
pub(super) fn in_case(
    bench: &Bench<'_>,
    course: &Course<'_>,
    plan: Option<&mut Plan<'_>>,
    settled: &Settlement,
    wanted: impl Fn(&[&str]) -> bool,
    found: &mut Vec<Finding>,
) {
    if wanted(&time::KINDS) {
        time::find(bench, course, settled, found);
    }
    if wanted(&person::KINDS) {
        person::find(bench, course, found);
    }
    if let Some(plan) = plan.filter(|_| wanted(&process::KINDS)) {
        process::find(bench, course, plan, found);
    }
    if wanted(&trail::KINDS) {
        trail::find(bench, course, found);
    }
}
