//! The report on reading a log.

use crate::base::error::Faults;
use crate::base::time::{Instant, Stamp};
use crate::case::ActorKind;
use indexmap::IndexMap;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The report on a log that was read (*biên bản đọc nhật ký*): what was taken, what was not, and what to know before
/// trusting it. Everything left out of a log is counted here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Number of rows that described an event.
    pub rows: u64,
    /// Number of cases in the log.
    pub cases: u64,
    /// Number of cases without any event.
    pub cases_without_events: u64,
    /// Number of events in the log.
    pub events: u64,
    /// Rows that repeated another row exactly; they were dropped.
    pub repeats: u64,
    /// Rows that contradicted another row with the same identifier, including case rows; the later row counts.
    pub conflicts: u64,
    /// Rows set aside because of a fault; only if the mapping is `lenient`.
    pub set_aside: u64,
    /// Number of events that name no actor.
    pub without_actor: u64,
    /// Number of events that name no step.
    pub without_step: u64,
    /// Number of events by kind of actor.
    pub actors: BTreeMap<ActorKind, u64>,
    /// Rows whose local time was 00:00:00.
    pub midnights: u64,
    /// Rows whose time was a date without a time.
    pub days_only: u64,
    /// Rows whose time was finer than a microsecond; it was cut off.
    pub times_cut: u64,
    /// Rows with an earlier time than the previous row of the same case.
    pub out_of_order: u64,
    /// Offsets of the times, in seconds east of UTC, and the number of rows with each.
    #[serde(serialize_with = "with_text_keys")]
    pub offsets: BTreeMap<i32, u64>,
    /// When the first event happened, written with the most frequent offset.
    pub first: Option<Stamp>,
    /// When the last event happened, written with the most frequent offset.
    pub last: Option<Stamp>,
    /// Column of the file → field that was read from it.
    pub columns: IndexMap<String, String>,
    /// Columns or attributes that no field was read from.
    pub ignored: Vec<String>,
    /// Acts that nobody declared, with their number; they were read as the mapping's `otherwise`.
    pub unknown_acts: BTreeMap<String, u64>,
    /// Faults of rows set aside, conflicts, and other doubts about the log; each with its place.
    pub remarks: Faults,
}

/// Keys of JSON are texts.
fn with_text_keys<S: Serializer>(offsets: &BTreeMap<i32, u64>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(offsets.iter().map(|(offset, count)| (offset.to_string(), count)))
}

impl Reading {
    /// Percentage of rows at 00:00:00 above which a log is reported as having dates only.
    const MIDNIGHT_PERCENT: u64 = 95;

    /// Counts the time of a row, as it was written.
    pub(super) fn clock(&mut self, at: Instant, offset: i32) {
        const DAY: i64 = 86_400_000_000;
        self.rows += 1;
        *self.offsets.entry(offset).or_default() += 1;
        if (at.micros() + i64::from(offset) * 1_000_000).rem_euclid(DAY) == 0 {
            self.midnights += 1;
        }
    }

    /// An instant, written with the most frequent offset.
    pub(super) fn stamp(&self, at: Instant) -> Stamp {
        let most = self.offsets.iter().max_by_key(|(_, count)| **count);
        Stamp { at, offset: most.map_or(0, |(offset, _)| *offset) }
    }

    /// Whether nearly all times are 00:00:00.
    pub fn mostly_midnight(&self) -> bool {
        self.midnights * 100 > self.rows * Self::MIDNIGHT_PERCENT
    }
}
