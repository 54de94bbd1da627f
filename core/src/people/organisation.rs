//! Units and positions of an office, checked against each other.

use super::spec::{PositionSpec, Reach, UnitSpec};
use crate::base::error::{Code, Error, Faults};
use crate::base::graph::Graph;
use crate::base::ids::{CalendarId, PositionId, RoleId, UnitId};
use crate::base::shape::Located;
use crate::base::time::Date;
use indexmap::IndexMap;

/// The units and positions of an office (*cơ cấu tổ chức*).
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    units: IndexMap<UnitId, UnitSpec>,
    positions: IndexMap<PositionId, PositionSpec>,
}

impl Organisation {
    /// Combines units and positions.
    ///
    /// # Errors
    /// Every reference to a unit or position that does not exist, and units that are above themselves.
    #[cfg(test)]
    pub(crate) fn compile(
        units: IndexMap<UnitId, UnitSpec>,
        positions: IndexMap<PositionId, PositionSpec>,
    ) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let organisation = Self::gather(units, positions, &mut faults);
        faults.into_result(Some(organisation))
    }

    /// Combines units and positions and reports faults; entries that could be read are kept, so that others may refer
    /// to them.
    pub(crate) fn gather(
        units: IndexMap<UnitId, UnitSpec>,
        positions: IndexMap<PositionId, PositionSpec>,
        faults: &mut Faults,
    ) -> Self {
        let organisation = Self { units, positions };
        let cyclic = organisation.cyclic();
        for (index, (id, unit)) in organisation.units.iter().enumerate() {
            if faults.is_full() {
                break;
            }
            if let Some(parent) = &unit.parent {
                organisation.expect_unit(parent, faults);
                if cyclic.binary_search(&index).is_ok() {
                    faults.push(Error::new(Code::UnitCycle).with("unit", id).at(parent.place.clone()));
                }
            }
            if let Some(head) = &unit.head {
                organisation.expect_position(head, faults);
            }
        }
        organisation
    }

    /// The numbers of the units that stand above themselves, in ascending order.
    fn cyclic(&self) -> Vec<usize> {
        let parent = |index: usize| self.units.get_index(index)?.1.parent.as_ref();
        let above = |index: usize| parent(index).and_then(|parent| self.units.get_index_of(&parent.value));
        Graph::new(self.units.len(), above).cyclic()
    }

    /// The units, in the order of the rulebook.
    pub(crate) fn units(&self) -> impl ExactSizeIterator<Item = (&UnitId, &UnitSpec)> {
        self.units.iter()
    }

    /// The positions, in the order of the rulebook.
    pub(crate) fn positions(&self) -> impl ExactSizeIterator<Item = (&PositionId, &PositionSpec)> {
        self.positions.iter()
    }

    /// The unit of this identifier.
    pub(crate) fn unit(&self, id: &UnitId) -> Option<&UnitSpec> {
        self.units.get(id)
    }

    /// The position of this identifier.
    pub(crate) fn position(&self, id: &PositionId) -> Option<&PositionSpec> {
        self.positions.get(id)
    }

    /// The calendar of each unit, its own or inherited; `None` if it has neither.
    pub fn calendars(&self) -> IndexMap<UnitId, Option<CalendarId>> {
        self.units.keys().map(|id| (id.clone(), self.calendar(id).cloned())).collect()
    }

    /// The calendar of a unit: its own, otherwise that of the nearest unit above that has one.
    pub fn calendar(&self, unit: &UnitId) -> Option<&CalendarId> {
        std::iter::once(unit)
            .chain(self.ancestors(unit))
            .find_map(|id| Some(&self.units.get(id)?.calendar.as_ref()?.value))
    }

    /// The units above a unit, the nearest first. It also ends if the units form a cycle.
    pub fn ancestors<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
        let above = |id: &UnitId| self.units.get(id).and_then(|spec| spec.parent.as_ref()).map(|parent| &parent.value);
        std::iter::successors(above(unit), move |id| above(id)).take(self.units.len())
    }

    /// Whether `unit` is `top` or is under it.
    pub fn is_within(&self, unit: &UnitId, top: &UnitId) -> bool {
        unit == top || self.ancestors(unit).any(|above| above == top)
    }

    /// Whether a position at a unit gives its roles for work at another unit (or at any, if none is asked for).
    pub(super) fn reaches(&self, position: &PositionSpec, at: &UnitId, asked: Option<&UnitId>) -> bool {
        match (position.reach, asked) {
            (_, None) | (Reach::Office, _) => true,
            (Reach::Own, Some(asked)) => asked == at,
            (Reach::Below, Some(asked)) => self.is_within(asked, at),
        }
    }

    /// Whether some position in force on a day gives a role.
    pub fn gives_role(&self, role: &RoleId, on: Date) -> bool {
        self.positions.values().any(|position| position.in_force.contains(on) && position.roles.contains(role))
    }

    /// Every role that some position gives, without repetition.
    pub fn roles(&self) -> impl Iterator<Item = &RoleId> {
        let mut seen = std::collections::BTreeSet::new();
        self.positions.values().flat_map(|position| &position.roles).filter(move |role| seen.insert(*role))
    }

    pub(super) fn expect_unit(&self, unit: &Located<UnitId>, faults: &mut Faults) {
        if !self.units.contains_key(&unit.value) {
            faults.push(unit.undeclared("unit", self.units.keys().map(UnitId::as_str)));
        }
    }

    pub(super) fn expect_position(&self, position: &Located<PositionId>, faults: &mut Faults) {
        if !self.positions.contains_key(&position.value) {
            faults.push(position.undeclared("position", self.positions.keys().map(PositionId::as_str)));
        }
    }
}
