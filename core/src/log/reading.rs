//! What reading a log came upon.

use crate::base::error::Faults;
use crate::base::time::{Instant, Stamp};
use crate::case::ActorKind;
use indexmap::IndexMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// The report on a log that was read (*biên bản đọc nhật ký*): what was taken, what was not, and what to know before
/// trusting it. Nothing is left out of a log without being counted here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Rows that told of an event.
    pub rows: u64,
    /// Cases of the log.
    pub cases: u64,
    /// Cases of which no event is known.
    pub cases_without_events: u64,
    /// Events of the log.
    pub events: u64,
    /// Rows that repeated another exactly; dropped.
    pub repeats: u64,
    /// Rows that contradicted another of the same identifier, and case rows that contradicted each other.
    pub conflicts: u64,
    /// Rows set aside for a fault; only where the mapping says `lenient`.
    pub set_aside: u64,
    /// Events that name no actor.
    pub without_actor: u64,
    /// Events that name no step.
    pub without_step: u64,
    /// Events by what acted.
    pub actors: BTreeMap<ActorKind, u64>,
    /// Rows whose time was 00:00:00 on the clock of the log.
    pub midnights: u64,
    /// Rows whose time was written as a day without a clock.
    pub days_only: u64,
    /// Rows whose time was finer than a microsecond, and was cut.
    pub times_cut: u64,
    /// Rows that came earlier than the row before of the same case.
    pub out_of_order: u64,
    /// Offsets of the times, in seconds east of UTC, and how many rows had each.
    pub offsets: BTreeMap<i32, u64>,
    /// The first event, written at the offset that most rows have.
    pub first: Option<Stamp>,
    /// The last event, likewise.
    pub last: Option<Stamp>,
    /// Which column was read as which field.
    pub columns: IndexMap<String, String>,
    /// Columns or attributes that nothing was read from.
    pub ignored: Vec<String>,
    /// Acts that nobody declared, read as the mapping's `otherwise`.
    pub unknown_acts: BTreeMap<String, u64>,
    /// Faults of rows set aside, conflicts, and what else makes the log doubtful; each with its place.
    pub remarks: Faults,
}

impl Reading {
    /// Share of rows at 00:00:00 above which a log is reported as having days only.
    const MIDNIGHT_PERCENT: u64 = 95;

    /// Counts the time of a row, as it stood.
    pub(super) fn clock(&mut self, at: Instant, offset: i32) {
        const DAY: i64 = 86_400_000_000;
        self.rows += 1;
        *self.offsets.entry(offset).or_default() += 1;
        if (at.micros() + i64::from(offset) * 1_000_000).rem_euclid(DAY) == 0 {
            self.midnights += 1;
        }
    }

    /// An instant, written at the offset that most rows have.
    pub(super) fn stamp(&self, at: Instant) -> Stamp {
        let most = self.offsets.iter().max_by_key(|(_, count)| **count);
        Stamp { at, offset: most.map_or(0, |(offset, _)| *offset) }
    }

    /// Whether nearly all times are 00:00:00.
    pub fn mostly_midnight(&self) -> bool {
        self.midnights * 100 > self.rows * Self::MIDNIGHT_PERCENT
    }
}
