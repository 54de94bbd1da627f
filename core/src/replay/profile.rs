//! What a log records at all: by it each case is judged, so shards of a log are judged by that of the whole.

use crate::base::ids::StepId;
use crate::base::shape::Shape;
use crate::base::time::Stamp;
use crate::replay::finding::Grade;
use serde::Serialize;
use std::collections::BTreeSet;

/// How many times of a column are local midnights: where nearly all are, it holds days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Shape)]
pub struct Midnights {
    /// Times.
    #[shape(default = 0)]
    pub times: i64,
    /// Of these at 00:00:00.
    #[shape(default = 0)]
    pub midnights: i64,
}

impl Midnights {
    /// Whether all but a few are midnights.
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

/// What a log records at all (*log ghi được những gì*). A case is judged by what its log has a place for, so a
/// replay of some cases out of many answers as one of all only when it is told the profile of all.
///
/// Profiles merge in any order and grouping: that of a log is the merger of those of its shards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Profile {
    /// What its events tell at best.
    pub grade: Grade,
    /// Some case has a due, by the register or by rule.
    pub has_dues: bool,
    /// Some header names who answers.
    pub has_responsible: bool,
    /// Some header says when a result was given out.
    pub has_returned: bool,
    /// Some event carries data.
    pub has_data: bool,
    /// Events have a place for data.
    pub tells_data: bool,
    /// The first event.
    pub begins: Option<Stamp>,
    /// The dues of the register.
    #[shape(default)]
    pub due_recorded: Midnights,
    /// The dues first promised.
    #[shape(default)]
    pub due_original: Midnights,
    /// The times of events.
    #[shape(default)]
    pub events: Midnights,
    /// The steps of which some event shows the doing, ordered.
    pub done: Vec<StepId>,
}

impl Profile {
    /// That of two logs of different cases.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let done: BTreeSet<StepId> = self.done.into_iter().chain(other.done).collect();
        Self {
            grade: self.grade.max(other.grade),
            has_dues: self.has_dues || other.has_dues,
            has_responsible: self.has_responsible || other.has_responsible,
            has_returned: self.has_returned || other.has_returned,
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
