//! What decides about dossiers and dues, apart from who works on them.

use crate::base::error::Error;
use crate::base::ids::{CalendarId, ProcedureId, UnitId};
use crate::base::packed::packed;
use crate::base::source::Versions;
use crate::base::time::Date;
use crate::calendar::{Calendar, Calendars};
use crate::dossier::Procedure;
use indexmap::IndexMap;

/// Calendars and procedures (*lịch và thủ tục*), and which unit works by which calendar: the part of an office that a
/// [`super::Slice`] has as well.
#[derive(Clone, Debug)]
pub struct RuleSet {
    pub(crate) calendars: Calendars,
    /// The calendar that holds where none is named.
    pub(crate) calendar: Option<CalendarId>,
    pub(crate) units: IndexMap<UnitId, CalendarId>,
    pub(crate) procedures: Procedures,
}

/// Procedures by their codes, each in its versions.
#[derive(Clone, Debug, Default)]
pub struct Procedures(pub(crate) IndexMap<ProcedureId, Versions<Procedure>>);

packed! {
    struct Procedures(versions)
}

impl Procedures {
    /// A procedure as it was on a day.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`]; [`crate::Code::NotInForce`] when no version holds on that day.
    pub fn on(&self, id: &ProcedureId, on: Date) -> Result<&Procedure, Error> {
        let known = || self.0.keys().map(ProcedureId::as_str);
        let versions = self.0.get(id).ok_or_else(|| Error::unknown("procedure", id.as_str(), known()))?;
        versions.on(on, id.as_str())
    }

    /// All of them, with their versions.
    pub fn iter(&self) -> impl Iterator<Item = (&ProcedureId, &Versions<Procedure>)> {
        self.0.iter()
    }

    /// A procedure with all its versions.
    pub fn get(&self, id: &str) -> Option<&Versions<Procedure>> {
        self.0.get(id)
    }

    /// Every version of each.
    pub fn versions(&self) -> impl Iterator<Item = &Procedure> {
        self.0.values().flat_map(Versions::iter)
    }
}

impl RuleSet {
    /// All calendars.
    pub fn calendars(&self) -> &Calendars {
        &self.calendars
    }

    /// A calendar by name, or the one that holds where none is named.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`].
    pub fn calendar(&self, id: Option<&CalendarId>) -> Result<&Calendar, Error> {
        let name = id.or(self.calendar.as_ref()).map_or("", CalendarId::as_str);
        let known = || self.calendars.iter().map(|(id, _)| id.as_str());
        self.calendars.get(name).ok_or_else(|| Error::unknown("calendar", name, known()))
    }

    /// The calendar by which a unit works: its own, that of a unit above, else the one that holds where none is named.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] when there is no calendar at all.
    pub fn calendar_of(&self, unit: Option<&UnitId>) -> Result<&Calendar, Error> {
        self.calendar(unit.and_then(|unit| self.units.get(unit)))
    }

    /// A procedure as it was on a day.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`]; [`crate::Code::NotInForce`] when no version holds on that day.
    pub fn procedure(&self, id: &ProcedureId, on: Date) -> Result<&Procedure, Error> {
        self.procedures.on(id, on)
    }

    /// All procedures, with their versions.
    pub fn procedures(&self) -> &Procedures {
        &self.procedures
    }
}

impl AsRef<Self> for RuleSet {
    fn as_ref(&self) -> &Self {
        self
    }
}
