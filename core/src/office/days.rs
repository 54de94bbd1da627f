//! What kind of day a date is, and the working time between two instants.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::ids::{CalendarId, UnitId};
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::time::{Date, Seconds, Stamp};
use crate::calendar::zone::{ZoneSpec, ZoneTable};
use crate::calendar::{Calendar, Day, LunarDate};
use crate::rulebook::{RuleSet, Slice};
use serde::Serialize;

/// The calendar that the fields `calendar` and `unit` of a request select on a day, as it was known at an instant.
pub(super) fn calendar(
    rules: &RuleSet,
    calendar: Option<&CalendarId>,
    (unit, on): (Option<&UnitId>, Option<Date>),
    known_at: Option<Stamp>,
) -> Result<Calendar, Error> {
    let of_unit = rules.calendar_of(unit, on, "/unit");
    let found = if calendar.is_some() { of_unit.and(rules.calendar(calendar, "/calendar")) } else { of_unit };
    Ok(found?.as_known(known_at.map(|stamp| stamp.at)))
}

/// Request for the working time between two instants.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ElapsedRequest {
    /// A calendar by name.
    pub calendar: Option<CalendarId>,
    /// The calendar of a unit.
    pub unit: Option<UnitId>,
    /// Uses the calendar as it was known at this instant.
    pub known_at: Option<Stamp>,
    /// The start.
    pub start: Stamp,
    /// The end; before `start`, the answer is negative.
    pub end: Stamp,
}

/// Working time between two instants.
#[derive(Clone, Copy, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Elapsed {
    /// Working seconds, floored.
    pub working_seconds: Seconds,
    /// Elapsed seconds, floored.
    pub seconds: Seconds,
}

/// Request for what kind of day a date is.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DayRequest {
    /// A calendar by name.
    pub calendar: Option<CalendarId>,
    /// The calendar of a unit.
    pub unit: Option<UnitId>,
    /// Uses the calendar as it was known at this instant.
    pub known_at: Option<Stamp>,
    /// The day.
    pub date: Option<Date>,
    /// The day in the Vietnamese lunar calendar (*âm lịch*), instead of a date.
    pub lunar: Option<LunarDate>,
}

/// A day in the working calendar and in the lunar calendar.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DayAnswer {
    /// The day.
    pub date: Date,
    /// The same day in the lunar calendar; `None` outside the lunar years 1900 to 2199.
    pub lunar: Option<LunarDate>,
    /// What kind of day it is, with its shifts.
    #[serde(flatten)]
    pub day: Day,
}

deserialize_shapes!(DayAnswer);

impl Shape for DayAnswer {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let day = at.beside(&["date", "lunar"], faults);
        let date = at.field("date", None, faults);
        Some(Self { date: date?, lunar: at.field("lunar", None, faults)?, day: day? })
    }
}

/// Request for the table of a time zone.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ZoneRequest {
    /// An offset, a name of the IANA database, or a table.
    pub zone: ZoneSpec,
}

impl RuleSet {
    pub(crate) fn elapsed(&self, request: &ElapsedRequest) -> Result<Elapsed, Faults> {
        let ElapsedRequest { calendar: name, unit, known_at, start, end } = request;
        let on = self.day_of(start.at);
        let calendar = calendar(self, name.as_ref(), (unit.as_ref(), Some(on)), *known_at)?;
        Ok(Elapsed { working_seconds: calendar.elapsed(start.at, end.at), seconds: end.at.since(start.at) })
    }

    pub(crate) fn day(&self, request: &DayRequest) -> Result<DayAnswer, Faults> {
        let DayRequest { calendar: name, unit, known_at, date, lunar } = request;
        let date = match (date, lunar) {
            (Some(date), None) => *date,
            (None, Some(lunar)) => {
                let fault = || Error::new(Code::NoSuchLunarDay).with("day", lunar).at(Place::pointer("/lunar"));
                lunar.date()?.ok_or_else(fault)?
            }
            _ => return Err(Error::new(Code::OneOfTwo).with("one", "date").with("two", "lunar").into()),
        };
        let day = calendar(self, name.as_ref(), (unit.as_ref(), Some(date)), *known_at)?.day(date);
        Ok(DayAnswer { date, lunar: LunarDate::of(date).ok(), day })
    }
}

impl Office {
    /// The working time between two instants.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] at the field that names a calendar or unit.
    pub fn elapsed(&self, request: &ElapsedRequest) -> Result<Elapsed, Faults> {
        self.rulebook().rules().elapsed(request)
    }

    /// What kind of day a date is in the working calendar, and its date in the lunar calendar.
    ///
    /// # Errors
    /// [`Code::OneOfTwo`] unless exactly one of `date` and `lunar` is given; [`Code::NoSuchLunarDay`];
    /// [`Code::UnknownReference`] at the field that names a calendar or unit.
    pub fn day(&self, request: &DayRequest) -> Result<DayAnswer, Faults> {
        self.rulebook().rules().day(request)
    }
}

impl Slice {
    /// As [`Office::elapsed`].
    ///
    /// # Errors
    /// As [`Office::elapsed`].
    pub fn elapsed(&self, request: &ElapsedRequest) -> Result<Elapsed, Faults> {
        self.rules().elapsed(request)
    }

    /// As [`Office::day`].
    ///
    /// # Errors
    /// As [`Office::day`].
    pub fn day(&self, request: &DayRequest) -> Result<DayAnswer, Faults> {
        self.rules().day(request)
    }
}

impl Office {
    /// The table of a time zone, which a rulebook may contain instead of the name of the zone.
    pub fn zone_table(&self, request: ZoneRequest) -> ZoneTable {
        request.zone.table()
    }
}
