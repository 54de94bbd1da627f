//! Determines what a log records at all.

use super::case_history::{Folder, grade_of};
use super::conformance::shown;
use super::finding::Grade;
use super::names::AllNames;
use super::profile::{Midnights, Profile};
use super::rules::ReplayRules;
use crate::base::Gather;
use crate::base::ids::StepId;
use crate::base::time::{Instant, Zone};
use crate::case::Effect;
use crate::log::Log;
use std::collections::BTreeSet;

/// Acts that say who has a case.
const HANDS_OUT: [Effect; 4] = [Effect::Assign, Effect::Claim, Effect::Forward, Effect::Start];
/// Acts that end a case.
pub(super) const ENDS: [Effect; 3] = [Effect::HandOver, Effect::Deliver, Effect::Stop];

impl Midnights {
    fn of<'a>(times: impl Iterator<Item = &'a Instant>, zone: &Zone) -> Self {
        times.fold(Self::default(), |sum, at| Self {
            times: sum.times + 1,
            midnights: sum.midnights + i64::from(zone.second_of_day(*at) == 0),
        })
    }
}

impl Profile {
    /// The profile of a log, as of an instant.
    pub(crate) fn of(rules: &dyn ReplayRules, log: &Log, as_of: Instant) -> Self {
        let zone = rules.zone();
        let done: BTreeSet<StepId> = shown(log).into_iter().map(|step| StepId::from(log.name(step))).into_set();
        let mut profile = Self {
            grade: match log.events.is_empty() {
                true => Grade::Header,
                false => grade_of(log.events.effect.iter().copied()),
            },
            has_dues: !log.cases.due_recorded.is_empty(),
            has_responsible: !log.cases.responsible.is_empty(),
            has_returned: !log.cases.returned.is_empty(),
            has_assignments: log.events.effect.iter().any(|effect| HANDS_OUT.contains(effect)),
            has_ends: [&log.cases.finished, &log.cases.returned, &log.cases.stopped]
                .iter()
                .any(|ends| !ends.is_empty())
                || log.events.effect.iter().any(|effect| ENDS.contains(effect)),
            has_data: !log.extras.data.is_empty(),
            tells_data: log.extras.can_hold_data,
            begins: log.events.at.iter().min().map(|at| zone.stamp(*at)),
            due_recorded: Midnights::of(log.cases.due_recorded.iter().flatten(), zone),
            due_original: Midnights::of(log.cases.due_original.iter().flatten(), zone),
            events: Midnights::of(log.events.at.iter(), zone),
            done: done.into_iter().collect(),
        };
        if !profile.has_dues {
            let names = AllNames::new(rules, log);
            let mut folder = Folder::new(rules, (log, &names), as_of, &profile);
            let mut rows = log.spans().into_iter().enumerate();
            let has_dues =
                rows.any(|(row, span)| folder.fold(row, span).is_some_and(|course| course.judging().is_some()));
            profile.has_dues = has_dues;
        }
        profile
    }
}
