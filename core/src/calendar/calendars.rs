//! The calendars of a rulebook, compiled; and the shipped calendar of Vietnamese state offices.

use super::compiled::Calendar;
use super::layers;
use super::layers::Layers;
use super::spec::CalendarSpec;
use crate::base::error::{Faults, Place};
use crate::base::ids::CalendarId;
use crate::base::packed::Packed;
use indexmap::IndexMap;

/// The calendars of a rulebook, by id.
#[derive(Clone, Debug, Default, Packed)]
pub(crate) struct Calendars(IndexMap<CalendarId, Calendar>);

impl Calendars {
    /// The calendar of this id.
    pub(crate) fn get(&self, id: &str) -> Option<&Calendar> {
        self.0.get(id)
    }

    /// All of them, in the order of the rulebook.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (&CalendarId, &Calendar)> {
        self.0.iter()
    }
}

/// Compiles every calendar with its bases, and reports the faults of all of them.
pub(crate) fn compile(specs: &[(CalendarId, CalendarSpec, Place)], faults: &mut Faults) -> Calendars {
    for (_, spec, place) in specs {
        layers::validate(spec, place, faults);
    }
    let stacked = specs.iter().filter_map(|(id, _, _)| {
        let layers = Layers::resolve(specs, id, faults)?;
        Some((id.clone(), Calendar::new(layers)))
    });
    Calendars(stacked.collect())
}

/// The calendar of Vietnamese state offices, as shipped (`vn.calendar`).
///
/// # Errors
/// None in practice: a test compiles the shipped rulebook.
#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
pub fn vietnam() -> Result<Calendar, Faults> {
    let node = crate::base::value::parse_yaml(include_str!("../../rulebooks/vn-calendar.yaml"))?;
    Calendar::read(node.at_pointer("/calendars/vn.calendar").unwrap_or(&node))
}
