//! What a log records at all. Each case is judged by it, so shards of a log are judged by the profile of the whole.

use crate::base::Gather;
use crate::base::ids::StepId;
use crate::base::shape::Shape;
use crate::base::time::Stamp;
use crate::replay::finding::Grade;
use serde::Serialize;
use std::collections::BTreeSet;

/// How many times of a column are local midnights; if nearly all are, the column holds dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Shape)]
pub struct Midnights {
    /// Number of times in the column.
    #[shape(default = 0)]
    pub times: i64,
    /// How many of these are 00:00:00.
    #[shape(default = 0)]
    pub midnights: i64,
}

impl Midnights {
    /// Whether all but a few are midnights; `ppm` is the threshold in parts per million.
    pub(super) fn are_days(self, ppm: i64) -> bool {
        self.times > 0 && self.midnights.saturating_mul(1_000_000) >= self.times.saturating_mul(ppm)
    }

    const fn merge(self, other: Self) -> Self {
        Self {
            times: self.times.saturating_add(other.times),
            midnights: self.midnights.saturating_add(other.midnights),
        }
    }
}

/// What a log records at all (*log ghi được những gì*). A case is judged by what its log can record, so a replay of a
/// shard gives the same answers as a replay of the whole log only with the profile of the whole.
///
/// Profiles merge in any order and grouping: the profile of a log is the merged profile of its shards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Profile {
    /// How much its events record (*mức dữ liệu*).
    pub grade: Grade,
    /// Whether some case has a due, from the register or by rule.
    pub has_dues: bool,
    /// Whether some header names the officer who answers for it.
    pub has_responsible: bool,
    /// Whether some header says when the citizen got the result.
    pub has_returned: bool,
    /// Whether some act says who has a case: it is assigned, claimed, forwarded or started.
    pub has_assignments: bool,
    /// Whether some header or act says that a case ended.
    pub has_ends: bool,
    /// Whether some event carries data.
    pub has_data: bool,
    /// Whether events can carry data at all.
    pub tells_data: bool,
    /// When the first event happened.
    pub begins: Option<Stamp>,
    /// Midnights among the dues in the register.
    #[shape(default)]
    pub due_recorded: Midnights,
    /// Midnights among the dues promised first.
    #[shape(default)]
    pub due_original: Midnights,
    /// Midnights among the times of events.
    #[shape(default)]
    pub events: Midnights,
    /// The steps that some event shows as done, in order of name.
    pub done: Vec<StepId>,
}

impl Profile {
    /// Whether silence says something of a case: the log would show that it ended, was passed on or was due.
    pub(super) fn shows_standstill(&self) -> bool {
        self.has_ends || self.has_assignments || self.has_dues
    }

    /// The merged profile of two logs of different cases.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let done: BTreeSet<StepId> = self.done.into_iter().chain(other.done).into_set();
        Self {
            grade: self.grade.max(other.grade),
            has_dues: self.has_dues || other.has_dues,
            has_responsible: self.has_responsible || other.has_responsible,
            has_returned: self.has_returned || other.has_returned,
            has_assignments: self.has_assignments || other.has_assignments,
            has_ends: self.has_ends || other.has_ends,
            has_data: self.has_data || other.has_data,
            tells_data: self.tells_data || other.tells_data,
            begins: self.begins.into_iter().chain(other.begins).min_by_key(|stamp| (stamp.at, stamp.offset)),
            due_recorded: self.due_recorded.merge(other.due_recorded),
            due_original: self.due_original.merge(other.due_original),
            events: self.events.merge(other.events),
            done: done.into_iter().collect(),
        }
    }
}
