//! Requests, one shape an operation, and the functions that answer them.

use crate::calendar::{Calendar, Day};
use crate::error::{Error, Faults};
use crate::ids::{CalendarId, UnitId};
use crate::rulebook::{Inspection, Office};
use crate::shape::shape;
use crate::time::{Date, Seconds, Stamp};
use crate::value::Node;
use indexmap::IndexMap;
use serde::Serialize;

shape! {
    /// A whole request.
    pub struct Call {
        /// The operation.
        pub op: String,
        /// Rulebook texts by name; the first is the root.
        pub rulebooks: IndexMap<String, String>,
        /// The host's people table, as text, where people matter.
        pub staff: Option<String>,
        /// What the operation asks for.
        pub input: Node,
    }
}

shape! {
    /// Asks what an office holds.
    pub struct InspectRequest {
    }
}

pub(super) fn inspect(office: &Office, _: InspectRequest) -> Result<Inspection, Faults> {
    Ok(office.inspect())
}

/// The calendar that a request means, as it was known.
pub(super) fn calendar(
    office: &Office,
    calendar: Option<&CalendarId>,
    unit: Option<&UnitId>,
    known_at: Option<Stamp>,
) -> Result<Calendar, Error> {
    let found = if calendar.is_some() { office.calendar(calendar) } else { office.calendar_of(unit) };
    Ok(found?.as_known(known_at.map(|stamp| stamp.at)))
}

shape! {
    /// Asks for the working time between two instants.
    pub struct ElapsedRequest {
        /// A calendar by name.
        pub calendar: Option<CalendarId>,
        /// The calendar of a unit.
        pub unit: Option<UnitId>,
        /// The calendar as it was known then.
        pub known_at: Option<Stamp>,
        /// From.
        pub start: Stamp,
        /// To; before `start`, the answer is negative.
        pub end: Stamp,
    }
}

/// Working time between two instants.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Elapsed {
    /// Working seconds, floored.
    pub working_seconds: Seconds,
    /// Seconds of the clock, floored.
    pub seconds: Seconds,
}

pub(super) fn elapsed(office: &Office, request: ElapsedRequest) -> Result<Elapsed, Faults> {
    let ElapsedRequest { calendar: name, unit, known_at, start, end } = request;
    let calendar = calendar(office, name.as_ref(), unit.as_ref(), known_at)?;
    Ok(Elapsed { working_seconds: calendar.elapsed(start.at, end.at), seconds: end.at.since(start.at) })
}

shape! {
    /// Asks what a day is.
    pub struct DayRequest {
        /// A calendar by name.
        pub calendar: Option<CalendarId>,
        /// The calendar of a unit.
        pub unit: Option<UnitId>,
        /// The calendar as it was known then.
        pub known_at: Option<Stamp>,
        /// The day.
        pub date: Date,
    }
}

pub(super) fn day(office: &Office, request: DayRequest) -> Result<Day, Faults> {
    let DayRequest { calendar: name, unit, known_at, date } = request;
    Ok(calendar(office, name.as_ref(), unit.as_ref(), known_at)?.day(date))
}
