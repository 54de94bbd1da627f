//! Rows of some table, before they become columns.

use super::columns::DayMarks;
use crate::base::time::Instant;
use crate::base::value::Node;
use crate::case::ActorKind;

/// An event as a row of some table: its names are texts, or symbols of the log that is being built.
#[derive(Clone, Copy, Debug, Default)]
pub struct RawEvent<'a, N = &'a str> {
    /// The identifier; if absent, it is derived from the content.
    pub event_id: Option<N>,
    /// The office, if several share a log.
    pub office: Option<N>,
    /// The case; an event without one is a fault.
    pub case_id: Option<N>,
    /// The number within the case, from 1.
    pub seq: Option<u32>,
    /// When it happened; an event without it is a fault.
    pub at: Option<Instant>,
    /// Whether only the day of `at` is known.
    pub day_only: bool,
    /// The offset with which `at` was written, in seconds east of UTC.
    pub offset: i32,
    /// When it was entered (*thời điểm ghi nhận*).
    pub recorded_at: Option<Instant>,
    /// What was done (*hành vi*).
    pub act: Option<N>,
    /// The step concerned (*bước*).
    pub step: Option<N>,
    /// Who acted (*người thực hiện*).
    pub actor: Option<N>,
    /// The kind of actor, if the row gives it; otherwise the mapping derives it from the name.
    pub actor_kind: Option<ActorKind>,
    /// The officer on whose behalf a substitute acted (*người ủy quyền*).
    pub on_behalf_of: Option<N>,
    /// The officer who gets the step (*người được phân công*).
    pub assignee: Option<N>,
    /// The unit where it happened, or that gets the step (*đơn vị*).
    pub unit: Option<N>,
    /// The data on which the workflow decides its route.
    pub data: Option<&'a Node>,
    /// A digest of the other cells of the row: rows that differ in it are not repeats of each other.
    pub rest: u64,
}

/// A case row, before its names are interned.
#[derive(Clone, Copy, Debug, Default)]
#[allow(missing_docs)]
pub struct RawCase<'a> {
    pub case_id: Option<&'a str>,
    pub office: Option<&'a str>,
    pub procedure: Option<&'a str>,
    pub unit: Option<&'a str>,
    pub submitted: Option<Instant>,
    pub received: Option<Instant>,
    pub accepted: Option<Instant>,
    pub due_recorded: Option<Instant>,
    pub due_original: Option<Instant>,
    pub finished: Option<Instant>,
    pub returned: Option<Instant>,
    pub stopped: Option<Instant>,
    pub status: Option<&'a str>,
    pub responsible: Option<&'a str>,
    pub channel: Option<&'a str>,
    pub days: DayMarks,
}
