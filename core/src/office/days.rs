//! What a day is, and how much working time lies between two instants.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::ids::{CalendarId, UnitId};
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::time::{Date, Seconds, Stamp};
use crate::calendar::zone::{ZoneSpec, ZoneTable};
use crate::calendar::{Calendar, Day, LunarDate};
use crate::rulebook::{RuleSet, Slice};
use serde::Serialize;

/// The calendar that a request means by its fields `calendar` and `unit`, as it was known.
pub(super) fn calendar(
    rules: &RuleSet,
    calendar: Option<&CalendarId>,
    unit: Option<&UnitId>,
    known_at: Option<Stamp>,
) -> Result<Calendar, Error> {
    let of_unit = rules.calendar_of(unit, "/unit");
    let found = if calendar.is_some() { of_unit.and(rules.calendar(calendar, "/calendar")) } else { of_unit };
    Ok(found?.as_known(known_at.map(|stamp| stamp.at)))
}

/// Asks for the working time between two instants.
#[derive(Clone, Debug, Serialize, Shape)]
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

/// Working time between two instants.
#[derive(Clone, Copy, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Elapsed {
    /// Working seconds, floored.
    pub working_seconds: Seconds,
    /// Seconds of the clock, floored.
    pub seconds: Seconds,
}

/// Asks what a day is.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DayRequest {
    /// A calendar by name.
    pub calendar: Option<CalendarId>,
    /// The calendar of a unit.
    pub unit: Option<UnitId>,
    /// The calendar as it was known then.
    pub known_at: Option<Stamp>,
    /// The day.
    pub date: Option<Date>,
    /// The day by the Vietnamese lunar calendar instead (*âm lịch*).
    pub lunar: Option<LunarDate>,
}

/// What a day is, by both calendars.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DayAnswer {
    /// The day.
    pub date: Date,
    /// The same day of the lunar calendar; nothing outside the lunar years 1900 to 2199.
    pub lunar: Option<LunarDate>,
    /// What it is.
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

/// Asks for the table of a zone.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ZoneRequest {
    /// An offset, a name of the IANA database, or a table.
    pub zone: ZoneSpec,
}

impl RuleSet {
    pub(crate) fn elapsed(&self, request: &ElapsedRequest) -> Result<Elapsed, Faults> {
        let ElapsedRequest { calendar: name, unit, known_at, start, end } = request;
        let calendar = calendar(self, name.as_ref(), unit.as_ref(), *known_at)?;
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
        let day = calendar(self, name.as_ref(), unit.as_ref(), *known_at)?.day(date);
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

    /// What a day is, by the working and by the lunar calendar.
    ///
    /// # Errors
    /// [`Code::OneOfTwo`] unless just one of `date` and `lunar` is given; [`Code::NoSuchLunarDay`];
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
    /// The table of a zone, as a rulebook may have it in the place of the name.
    pub fn zone_table(&self, request: ZoneRequest) -> ZoneTable {
        request.zone.table()
    }
}
