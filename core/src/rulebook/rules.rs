//! The rules that decide about dossiers and due dates, without staff and workflows.

use crate::base::error::Error;
use crate::base::ids::{CalendarId, ProcedureId, UnitId};
use crate::base::packed::Packed;
use crate::base::source::Versions;
use crate::base::time::{Date, Instant, Zone};
use crate::calendar::{Calendar, Calendars};
use crate::dossier::Procedure;
use crate::people::UnitHours;
use indexmap::IndexMap;

/// Calendars and procedures (*lịch và thủ tục*), and the calendar of each unit: the part of an office that a
/// [`super::Slice`] also has.
#[derive(Clone, Debug)]
pub(crate) struct RuleSet {
    pub(crate) calendars: Calendars,
    /// The default calendar.
    pub(crate) calendar: Option<CalendarId>,
    /// Every unit in the course of time, with its calendar if that is not the default one.
    pub(crate) units: IndexMap<UnitId, Versions<UnitHours>>,
    pub(crate) procedures: Procedures,
}

/// Procedures by their codes, each with its versions.
#[derive(Clone, Debug, Default, Packed)]
pub(crate) struct Procedures(pub(crate) IndexMap<ProcedureId, Versions<Procedure>>);

impl Procedures {
    /// The version of a procedure in force on a day; `at` is the pointer to the field that names it, for the fault.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`]; [`crate::Code::NotInForce`] if no version is in force on that day.
    pub(crate) fn on(&self, id: &ProcedureId, on: Date, at: &str) -> Result<&Procedure, Error> {
        let known = || self.0.keys().map(ProcedureId::as_str);
        let found = match self.0.get(id) {
            Some(versions) => versions.on(on, id.as_str()),
            None => Err(Error::unknown("procedure", id.as_str(), known())),
        };
        found.map_err(|fault| fault.under(at))
    }

    /// All procedures, with their versions.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&ProcedureId, &Versions<Procedure>)> {
        self.0.iter()
    }

    /// A procedure with all its versions.
    pub(crate) fn get(&self, id: &str) -> Option<&Versions<Procedure>> {
        self.0.get(id)
    }

    /// Every version of each.
    pub(crate) fn versions(&self) -> impl Iterator<Item = &Procedure> {
        self.0.values().flat_map(Versions::iter)
    }
}

impl RuleSet {
    /// All calendars.
    pub(crate) fn calendars(&self) -> &Calendars {
        &self.calendars
    }

    /// A calendar by name, by default that of the office; `at` is the pointer to the field that names it, for the
    /// fault.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`].
    pub(crate) fn calendar(&self, id: Option<&CalendarId>, at: &str) -> Result<&Calendar, Error> {
        let name = id.or(self.calendar.as_ref()).map_or("", CalendarId::as_str);
        let known = || self.calendars.iter().map(|(id, _)| id.as_str());
        let found = self.calendars.get(name).ok_or_else(|| Error::unknown("calendar", name, known()));
        found.map_err(|fault| fault.under(if id.is_some() { at } else { "" }))
    }

    /// The calendar of a unit on a day: its own, otherwise that of the nearest superior unit, otherwise the default
    /// calendar. `at` is the pointer to the field that names the unit, for the fault.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] for an unknown unit, or if there is no calendar.
    pub(crate) fn calendar_of(&self, unit: Option<&UnitId>, on: Option<Date>, at: &str) -> Result<&Calendar, Error> {
        self.check_unit(unit, at)?;
        self.calendar_for(unit, on)
    }

    /// The calendar of a unit in a log on a day, the newest without one. A unit that is not in force on that day has
    /// the calendar that it had last, or will have first; one that is not in the rulebook has the default calendar.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] if there is no calendar.
    pub(crate) fn calendar_for(&self, unit: Option<&UnitId>, on: Option<Date>) -> Result<&Calendar, Error> {
        let hours = unit.and_then(|unit| {
            let versions = self.units.get(unit)?;
            on.map_or_else(|| versions.newest(), |on| versions.near(on))
        });
        self.calendar(hours.and_then(|hours| hours.calendar.as_ref()), "")
    }

    /// The calendar of a unit on a day; `None` if the rulebook has no calendar at all.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] for an unknown unit.
    pub(crate) fn calendar_if_any(
        &self,
        unit: Option<&UnitId>,
        on: Option<Date>,
        at: &str,
    ) -> Result<Option<&Calendar>, Error> {
        self.check_unit(unit, at)?;
        Ok(self.calendar_for(unit, on).ok())
    }

    /// The day of an instant, in the zone of the default calendar.
    pub(crate) fn day_of(&self, at: Instant) -> Date {
        self.calendar_for(None, None).map_or_else(|_| Zone::vietnam().date_of(at), |calendar| calendar.date_of(at))
    }

    /// Checks that a unit is in force on a day on which something begins there.
    ///
    /// # Errors
    /// As [`RuleSet::check_unit`]; [`crate::Code::NotInForce`] if the unit has ended or has not begun.
    pub(crate) fn check_unit_on(&self, unit: Option<&UnitId>, on: Date, at: &str) -> Result<(), Error> {
        self.check_unit(unit, at)?;
        let found = unit.and_then(|unit| Some((unit, self.units.get(unit)?)));
        found.map_or(Ok(()), |(unit, versions)| {
            versions.on(on, unit.as_str()).map(|_| ()).map_err(|fault| fault.under(at))
        })
    }

    /// Checks that the rulebook has a unit; `at` is the pointer to the field that names it, for the fault.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] if it does not.
    pub(crate) fn check_unit(&self, unit: Option<&UnitId>, at: &str) -> Result<(), Error> {
        match unit.filter(|unit| !self.units.contains_key(*unit)) {
            Some(unit) => Err(unknown_unit(unit, self.units.keys()).under(at)),
            None => Ok(()),
        }
    }

    /// The version of a procedure in force on a day; `at` is the pointer to the field that names it, for the fault.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`]; [`crate::Code::NotInForce`] if no version is in force on that day.
    pub(crate) fn procedure(&self, id: &ProcedureId, on: Date, at: &str) -> Result<&Procedure, Error> {
        self.procedures.on(id, on, at)
    }

    /// All procedures, with their versions.
    pub(crate) fn procedures(&self) -> &Procedures {
        &self.procedures
    }
}

/// The fault for an unknown unit.
pub(crate) fn unknown_unit<'a>(unit: &UnitId, known: impl Iterator<Item = &'a UnitId>) -> Error {
    Error::unknown("unit", unit.as_str(), known.map(UnitId::as_str))
}
