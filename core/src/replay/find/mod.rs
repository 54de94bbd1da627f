//! What was not clear: each file finds one family of findings in a case.

mod person;
mod process;
mod time;
mod trail;

pub(super) use person::{Accounts, Namesakes};
pub(super) use trail::{OutOfHours, midnight_times};

use super::attribution::Attribution;
use super::case_history::CaseHistory;
use super::conformance::Plan;
use super::names::Ids;
use super::profile::Profile;
use super::rules::ReplayRules;
use crate::base::text::Text;
use crate::base::time::{Instant, Stamp};
use crate::log::{EventCells, Log, Symbol};
use crate::replay::finding::{Family, Finding, FindingKind, Subject, SubjectKind};

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
        course: &CaseHistory<'_, '_>,
        kind: FindingKind,
        step: Option<Symbol>,
        occurrence: u32,
        text: Text,
    ) -> Option<Finding> {
        let subject = Subject { kind: SubjectKind::Case, id: self.log.name(course.cells.id).to_owned() };
        let finding = Finding::new(kind, subject, self.ids.step(step), occurrence, text);
        let unit = self.ids.unit(course.unit());
        finding.ok().map(|finding| Finding { unit, ..finding })
    }

    /// Events as evidence, at most as many as the thresholds allow.
    fn evidence<'e>(&self, events: impl Iterator<Item = &'e EventCells>) -> Vec<crate::base::ids::EventId> {
        let most = usize::try_from(self.rules.thresholds().evidence).unwrap_or(0);
        events.take(most).map(|event| self.ids.event(event)).collect()
    }
}

/// Everything found in one case, in the order of [`FindingKind`]; of families that are not wanted, nothing.
pub(super) fn in_case(
    context: &FindContext<'_>,
    course: &CaseHistory<'_, '_>,
    mut plan: Option<&mut Plan<'_>>,
    attribution: &Attribution,
    is_wanted: impl Fn(Family) -> bool,
    found: &mut Vec<Finding>,
) {
    let families = [Family::Time, Family::Person, Family::Process, Family::Trail];
    for family in families.into_iter().filter(|family| is_wanted(*family)) {
        for (_, kind) in FindingKind::ALL.iter().filter(|(_, kind)| kind.family() == family) {
            match kind {
                FindingKind::LateTakeUp => found.extend(time::late_take_up(context, course, attribution)),
                FindingKind::Late => time::late(context, course, attribution, found),
                // Found as `Late` is, where the case is still open.
                FindingKind::OverdueOpen => {}
                FindingKind::LateCommitted => found.extend(time::late_committed(context, course)),
                FindingKind::LateStatutory => found.extend(time::late_statutory(context, course)),
                FindingKind::OverShare => time::over_shares(context, course, found),
                FindingKind::NoDue => found.extend(time::no_due(context, course)),
                FindingKind::DueDiffers => found.extend(time::due_differs(context, course)),
                FindingKind::Stuck => found.extend(time::stuck(context, course)),
                FindingKind::SecondSupplement => found.extend(time::second_supplement(context, course)),
                FindingKind::NoLead => found.extend(person::no_lead(context, course)),
                FindingKind::Unassigned => found.extend(person::unassigned(context, course)),
                FindingKind::PingPong => found.extend(person::ping_pong(context, course)),
                FindingKind::TakenOver => person::taken_over(context, course, found),
                FindingKind::VoidAct => found.extend(person::void_acts(context, course)),
                FindingKind::SkippedStep => {
                    if let Some(plan) = &mut plan {
                        process::find(context, course, plan, found);
                    }
                }
                // Found with skipped steps, since a trace is read against its workflow once.
                FindingKind::UnexpectedStep | FindingKind::OutOfOrder | FindingKind::FourEyes => {}
                FindingKind::Backdated => found.extend(trail::backdated(context, course)),
                FindingKind::EndBeforeLastEvent => found.extend(trail::end_before_last_event(context, course)),
                FindingKind::EndsDiffer => found.extend(trail::ends_differ(context, course)),
                FindingKind::AtNight => trail::at_night(context, course, found),
                // Found once all cases are read.
                FindingKind::OutOfHours
                | FindingKind::NotAPerson
                | FindingKind::AmbiguousPerson
                | FindingKind::MidnightTimes => {}
            }
        }
    }
}
