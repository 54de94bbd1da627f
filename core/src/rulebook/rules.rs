//! What decides about dossiers and dues, apart from who works on them.

use crate::base::error::Error;
use crate::base::ids::{CalendarId, ProcedureId, UnitId};
use crate::base::packed::Packed;
use crate::base::source::Versions;
use crate::base::time::Date;
use crate::calendar::{Calendar, Calendars};
use crate::dossier::Procedure;
use indexmap::IndexMap;

/// Calendars and procedures (*lịch và thủ tục*), and which unit works by which calendar: the part of an office that a
/// [`super::Slice`] has as well.
#[derive(Clone, Debug)]
pub(crate) struct RuleSet {
    pub(crate) calendars: Calendars,
    /// The calendar that holds where none is named.
    pub(crate) calendar: Option<CalendarId>,
    /// Every unit, with the calendar by which it works where that is not the office's.
    pub(crate) units: IndexMap<UnitId, Option<CalendarId>>,
    pub(crate) procedures: Procedures,
}

/// Procedures by their codes, each in its versions.
#[derive(Clone, Debug, Default, Packed)]
pub(crate) struct Procedures(pub(crate) IndexMap<ProcedureId, Versions<Procedure>>);

impl Procedures {
    /// A procedure as it was on a day; `at` is the pointer to the field that names it, for the fault.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`]; [`crate::Code::NotInForce`] when no version holds on that day.
    pub(crate) fn on(&self, id: &ProcedureId, on: Date, at: &str) -> Result<&Procedure, Error> {
        let known = || self.0.keys().map(ProcedureId::as_str);
        let found = match self.0.get(id) {
            Some(versions) => versions.on(on, id.as_str()),
            None => Err(Error::unknown("procedure", id.as_str(), known())),
        };
        found.map_err(|fault| fault.under(at))
    }

    /// All of them, with their versions.
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

    /// A calendar by name, or the office's own; `at` is the pointer to the field that names it, for the fault.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`].
    pub(crate) fn calendar(&self, id: Option<&CalendarId>, at: &str) -> Result<&Calendar, Error> {
        let name = id.or(self.calendar.as_ref()).map_or("", CalendarId::as_str);
        let known = || self.calendars.iter().map(|(id, _)| id.as_str());
        let found = self.calendars.get(name).ok_or_else(|| Error::unknown("calendar", name, known()));
        found.map_err(|fault| fault.under(if id.is_some() { at } else { "" }))
    }

    /// The calendar by which a unit works: its own, that of a unit above, else the office's. `at` is the pointer to the
    /// field that names the unit, for the fault.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] for a unit that the rulebook does not have, or when there is no calendar.
    pub(crate) fn calendar_of(&self, unit: Option<&UnitId>, at: &str) -> Result<&Calendar, Error> {
        self.check_unit(unit, at)?;
        self.calendar_for(unit)
    }

    /// The same for a unit that a log names and the rulebook may not have: it works by the office's calendar.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] when there is no calendar.
    pub(crate) fn calendar_for(&self, unit: Option<&UnitId>) -> Result<&Calendar, Error> {
        self.calendar(unit.and_then(|unit| self.units.get(unit)?.as_ref()), "")
    }

    /// The calendar by which a unit works, none where the rulebook has no calendar at all.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] for a unit that the rulebook does not have.
    pub(crate) fn calendar_if_any(&self, unit: Option<&UnitId>, at: &str) -> Result<Option<&Calendar>, Error> {
        self.check_unit(unit, at)?;
        Ok(self.calendar_for(unit).ok())
    }

    /// Whether the rulebook has a unit; `at` as above.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] if it has not.
    pub(crate) fn check_unit(&self, unit: Option<&UnitId>, at: &str) -> Result<(), Error> {
        match unit.filter(|unit| !self.units.contains_key(*unit)) {
            Some(unit) => Err(unknown_unit(unit, self.units.keys()).under(at)),
            None => Ok(()),
        }
    }

    /// A procedure as it was on a day; `at` is the pointer to the field that names it, for the fault.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`]; [`crate::Code::NotInForce`] when no version holds on that day.
    pub(crate) fn procedure(&self, id: &ProcedureId, on: Date, at: &str) -> Result<&Procedure, Error> {
        self.procedures.on(id, on, at)
    }

    /// All procedures, with their versions.
    pub(crate) fn procedures(&self) -> &Procedures {
        &self.procedures
    }
}

/// The fault of a unit that is not among the known ones.
pub(crate) fn unknown_unit<'a>(unit: &UnitId, known: impl Iterator<Item = &'a UnitId>) -> Error {
    Error::unknown("unit", unit.as_str(), known.map(UnitId::as_str))
}
