//! Rows as some table has them, before they become columns.

use super::columns::DayMarks;
use crate::base::time::Instant;
use crate::base::value::Node;
use crate::case::ActorKind;

/// An event as a row of some table has it: with names as texts, or as symbols of the log that is being built.
#[derive(Clone, Copy, Debug, Default)]
pub struct RawEvent<'a, N = &'a str> {
    /// The identifier; without one, the content gives it.
    pub event_id: Option<N>,
    /// The office.
    pub office: Option<N>,
    /// The case; an event without one is a fault.
    pub case_id: Option<N>,
    /// The number within the case.
    pub seq: Option<u32>,
    /// When it happened; an event without it is a fault.
    pub at: Option<Instant>,
    /// Of that only the day is known.
    pub day_only: bool,
    /// The offset by which `at` was written, in seconds east of UTC.
    pub offset: i32,
    /// When it was entered.
    pub recorded_at: Option<Instant>,
    /// What was done.
    pub act: Option<N>,
    /// The step.
    pub step: Option<N>,
    /// Who acted.
    pub actor: Option<N>,
    /// What acted, where the row says so; else the mapping knows by the name.
    pub actor_kind: Option<ActorKind>,
    /// For whom.
    pub on_behalf_of: Option<N>,
    /// To whom the step goes.
    pub assignee: Option<N>,
    /// The unit.
    pub unit: Option<N>,
    /// What the workflow routes by.
    pub data: Option<&'a Node>,
    /// A digest of whatever else the row holds: rows that differ in it are no repeats of each other.
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
