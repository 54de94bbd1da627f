//! The report on reading a log.

use super::spec::StatusMeaning;
use crate::base::error::{Error, Faults};
use crate::base::text::{Text, visible};
use crate::base::time::{Instant, Stamp};
use crate::case::ActorKind;
use indexmap::IndexMap;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// A row that is not in the log, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The reason, with the file and the row.
    pub error: Error,
    /// Whether the row says nothing that another one does not say; otherwise it was set aside.
    pub repeated: bool,
}

impl LeftOut {
    /// The heading of the cell that is the reason, if one cell is.
    pub fn column(&self) -> Option<&str> {
        self.error.value("column").filter(|name| !name.is_empty())
    }

    /// The value that is the reason: a cell, the title of a section, the case of a repeated row.
    pub fn value(&self) -> Option<&str> {
        self.error.value("value").or_else(|| self.error.value("case"))
    }

    /// A word for the reason that is the same for all rows with it.
    pub fn reason(&self) -> String {
        match self.error.value("kind") {
            Some(kind) => format!("{}: {kind}", self.error.code()),
            None => self.error.code().to_string(),
        }
    }

    /// The reason in both languages, without the value.
    pub fn reason_text(&self) -> Text {
        let bare =
            Error::new(self.error.code()).with("value", "…").with("case", "…").with("found", "…").with("expected", "…");
        match self.error.text_of("kind") {
            Some(kind) => bare.with_text("kind", kind.clone()).text(),
            None => bare.text(),
        }
    }
}

/// A text from a file as a terminal may show it: control characters and invisible ones as escapes, at most 60 characters.
#[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only `inspect` shows values"))]
pub(super) fn shown(text: &str) -> String {
    let mut shown = visible(&text.chars().take(60).collect::<String>());
    if text.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown
}

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
    /// Rows of the files, blank ones and headings not counted. It is the sum of those kept, those repeated, those set
    /// aside, and those of a table that describe no case.
    pub rows_read: u64,
    /// Rows that the log holds.
    pub rows_kept: u64,
    /// Rows that say nothing that an earlier row does not say.
    pub rows_repeated: u64,
    /// Rows of tables that describe no case: titles of sections, totals, signatures.
    pub rows_without_case: u64,
    /// Each row that the log does not hold, with the reason.
    pub left_out: Vec<LeftOut>,
    /// Number of case rows by what their status means.
    pub statuses: BTreeMap<StatusMeaning, u64>,
    /// Words that matched nothing (`status`, `procedure`), with the number of rows of each.
    pub unknown: BTreeMap<&'static str, BTreeMap<String, u64>>,
    /// Codes that were repaired, as the file writes them, with the number of rows of each.
    pub repaired: BTreeMap<String, u64>,
    /// The encoding of a table, if it is not UTF-8.
    pub encoding: Option<&'static str>,
    /// Whether dates were read with the day first because the headings are Vietnamese.
    pub day_first_assumed: bool,
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
