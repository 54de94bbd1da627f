//! Units in time and positions of an office, checked against each other.
//!
//! A unit is looked up by its identifier and a day. On a day on which no version of it is in force it gives nobody a
//! right; work that lies there after its end belongs to its successors.

use super::spec::{PositionSpec, Reach, UnitSpec};
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{CalendarId, PositionId, RoleId, UnitId};
use crate::base::packed::Packed;
use crate::base::shape::Located;
use crate::base::source::{Dated, InForce, Versions};
use crate::base::text::{lower, one_spelling};
use crate::base::time::Date;
use indexmap::{IndexMap, IndexSet};

/// How many units may stand above each other.
pub(crate) const DEEPEST: usize = 32;

/// The units and positions of an office (*cơ cấu tổ chức*).
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    units: IndexMap<UnitId, Versions<UnitSpec>>,
    positions: IndexMap<PositionId, PositionSpec>,
}

/// The calendar of a unit within a period.
#[derive(Clone, Debug, Packed)]
pub(crate) struct UnitHours {
    /// The days on which the unit exists and the calendar is the same.
    pub(crate) in_force: InForce,
    /// Its own or an inherited one; `None` for the default calendar.
    pub(crate) calendar: Option<CalendarId>,
}

impl Dated for UnitHours {
    fn in_force(&self) -> InForce {
        self.in_force
    }
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
        let units = units.into_iter().map(|(id, unit)| (id, Versions::in_order(vec![unit]))).collect();
        let organisation = Self::gather(units, positions, &mut faults);
        faults.into_result(Some(organisation))
    }

    /// Combines units and positions and reports faults; entries that could be read are kept, so that others may refer
    /// to them.
    pub(crate) fn gather(
        units: IndexMap<UnitId, Versions<UnitSpec>>,
        positions: IndexMap<PositionId, PositionSpec>,
        faults: &mut Faults,
    ) -> Self {
        let organisation = Self { units, positions };
        for (id, version) in organisation.units() {
            if faults.is_full() {
                break;
            }
            if let Some(parent) = &version.parent {
                organisation.expect_unit(parent, faults);
                organisation.check_above(id, version, parent, faults);
            }
            if let Some(head) = &version.head {
                organisation.expect_position(head, faults);
            }
            organisation.check_successors(id, version, faults);
        }
        organisation
    }

    /// No unit is above itself, and not too many are above it, on the first day of a version. Whatever circle there is
    /// on a later day is complete on the first day of the version in it that came last.
    fn check_above(&self, id: &UnitId, version: &UnitSpec, parent: &Located<UnitId>, faults: &mut Faults) {
        let on = version.in_force.from.unwrap_or(Date::MIN);
        let above: IndexSet<_> = self.ancestors(id, on).collect();
        if above.contains(id) {
            faults.push(Error::new(Code::UnitCycle).with("unit", id).at(parent.place.clone()));
        } else if above.len() >= DEEPEST {
            faults.push(Error::new(Code::TooDeep).with("limit", DEEPEST).at(parent.place.clone()));
        }
    }

    fn check_successors(&self, id: &UnitId, version: &UnitSpec, faults: &mut Faults) {
        let after = version.in_force.to.map(|to| to.plus(1));
        for successor in &version.successors {
            self.expect_unit(successor, faults);
            let fault = match after {
                None => Error::new(Code::SuccessorOfUnended).with("unit", id),
                Some(day) if self.units.contains_key(&successor.value) && !self.is_in_force(successor, day) => {
                    Error::new(Code::SuccessorNotInForce).with("unit", &successor.value).with("date", day)
                }
                Some(_) => continue,
            };
            faults.push(fault.at(successor.place.clone()));
        }
    }

    /// The versions of all units, in the order of the rulebook.
    pub(crate) fn units(&self) -> impl Iterator<Item = (&UnitId, &UnitSpec)> {
        self.units.iter().flat_map(|(id, versions)| versions.iter().map(move |version| (id, version)))
    }

    /// The unit that a text means: by its identifier, else by its title, compared in small letters; `None` if none or
    /// several are called so.
    #[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only tables of people name units by their titles"))]
    pub(crate) fn unit_called(&self, text: &str) -> Option<&UnitId> {
        let name = lower(&one_spelling(text));
        let titled = |version: &UnitSpec| lower(&one_spelling(&version.title.vi)) == name;
        let mut found = self.units.iter().filter(|(_, versions)| versions.iter().any(titled)).map(|(id, _)| id);
        let by_id = self.units.keys().find(|id| id.as_str() == text);
        by_id.or_else(|| found.next().filter(|_| found.next().is_none()))
    }

    /// The position that a text means, likewise.
    #[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only tables of people name positions by their titles"))]
    pub(crate) fn position_called(&self, text: &str) -> Option<&PositionId> {
        let name = lower(&one_spelling(text));
        let titled = |(_, position): &(&PositionId, &PositionSpec)| lower(&one_spelling(&position.title.vi)) == name;
        let mut found = self.positions.iter().filter(titled).map(|(id, _)| id);
        let by_id = self.positions.keys().find(|id| id.as_str() == text);
        by_id.or_else(|| found.next().filter(|_| found.next().is_none()))
    }

    /// The identifiers of the units, in the order of the rulebook.
    pub(crate) fn unit_ids(&self) -> impl ExactSizeIterator<Item = &UnitId> {
        self.units.keys()
    }

    /// The positions, in the order of the rulebook.
    pub(crate) fn positions(&self) -> impl ExactSizeIterator<Item = (&PositionId, &PositionSpec)> {
        self.positions.iter()
    }

    /// The unit of this identifier as it is on a day; on days on which it is not in force, as it was last or will be
    /// first.
    pub(crate) fn unit(&self, id: &UnitId, on: Date) -> Option<&UnitSpec> {
        self.units.get(id)?.near(on)
    }

    /// Whether the rulebook has a unit, in force or not.
    pub(crate) fn has_unit(&self, id: &UnitId) -> bool {
        self.units.contains_key(id)
    }

    /// Whether a unit is in force on a day.
    pub(crate) fn is_in_force(&self, id: &UnitId, on: Date) -> bool {
        self.units.get(id).is_some_and(|versions| versions.get(on).is_some())
    }

    /// Whether the rulebook has a unit that is not in force on a day.
    pub(crate) fn is_gone(&self, id: &UnitId, on: Date) -> bool {
        self.has_unit(id) && !self.is_in_force(id, on)
    }

    /// The last day of a unit; `None` if it goes on.
    pub(crate) fn last_day(&self, id: &UnitId) -> Option<Date> {
        self.units.get(id)?.newest()?.in_force.to
    }

    /// Whether a unit is no longer in force on a day.
    pub(crate) fn has_ended(&self, id: &UnitId, on: Date) -> bool {
        !self.is_in_force(id, on) && self.units.get(id).is_some_and(|versions| versions.ended(on).is_some())
    }

    /// Checks that a unit exists and is in force on a day. A rulebook without units knows no unit and asks for none.
    ///
    /// # Errors
    /// [`Code::UnknownReference`], [`Code::NotInForce`].
    pub(crate) fn check_unit(&self, id: &UnitId, on: Date) -> Result<(), Error> {
        match self.units.get(id) {
            Some(versions) => versions.on(on, id.as_str()).map(|_| ()),
            None if self.units.is_empty() => Ok(()),
            None => Err(Error::unknown("unit", id.as_str(), self.units.keys().map(UnitId::as_str))),
        }
    }

    /// The position of this identifier.
    pub(crate) fn position(&self, id: &PositionId) -> Option<&PositionSpec> {
        self.positions.get(id)
    }

    /// The calendars of each unit in the course of time, its own or inherited.
    pub(crate) fn calendars(&self) -> IndexMap<UnitId, Versions<UnitHours>> {
        self.units.iter().map(|(id, versions)| (id.clone(), Versions::in_order(self.hours(id, versions)))).collect()
    }

    fn hours(&self, id: &UnitId, versions: &Versions<UnitSpec>) -> Vec<UnitHours> {
        let changes = self.changes_above(id);
        let mut spans: Vec<UnitHours> = Vec::new();
        for days in versions.iter().map(Dated::in_force) {
            let within =
                |day: &&Date| days.from.is_none_or(|from| from < **day) && days.to.is_none_or(|to| **day <= to);
            let starts: Vec<Option<Date>> =
                std::iter::once(days.from).chain(changes.iter().filter(within).map(|day| Some(*day))).collect();
            let ends = starts.iter().skip(1).map(|next| next.map(|day| day.plus(-1))).chain([days.to]);
            for (from, to) in starts.iter().copied().zip(ends) {
                let calendar = self.calendar(id, from.unwrap_or(Date::MIN)).cloned();
                let follows = |last: &UnitHours| from.is_some() && last.in_force.to.map(|to| to.plus(1)) == from;
                match spans.last_mut().filter(|last| last.calendar == calendar && follows(last)) {
                    Some(last) if starts.first() != Some(&from) => last.in_force.to = to,
                    _ => spans.push(UnitHours { in_force: InForce { from, to }, calendar }),
                }
            }
        }
        spans
    }

    /// The days on which something about the units above a unit changes, in order.
    fn changes_above(&self, id: &UnitId) -> Vec<Date> {
        let mut above = IndexSet::from([id]);
        let mut next = 0;
        while let Some(unit) = above.get_index(next).copied() {
            next += 1;
            let versions = self.units.get(unit).into_iter().flat_map(Versions::iter);
            above.extend(versions.filter_map(|version| version.parent.as_ref()).map(|parent| &parent.value));
        }
        let dates = |unit: &&UnitId| {
            let versions = self.units.get(*unit).into_iter().flat_map(Versions::iter).map(Dated::in_force);
            versions.flat_map(|days| [days.from, days.to.map(|to| to.plus(1))]).flatten().collect::<Vec<_>>()
        };
        let mut changes: Vec<Date> = above.iter().skip(1).flat_map(dates).collect();
        changes.sort_unstable();
        changes.dedup();
        changes
    }

    /// The calendar of a unit on a day: its own, otherwise that of the nearest unit above that has one.
    pub(crate) fn calendar(&self, unit: &UnitId, on: Date) -> Option<&CalendarId> {
        std::iter::once(unit)
            .chain(self.ancestors(unit, on))
            .find_map(|id| Some(&self.unit(id, on)?.calendar.as_ref()?.value))
    }

    /// The units above a unit on a day, the nearest first; a unit that is not in force then counts as it was last. It
    /// also ends if the units form a cycle.
    pub fn ancestors<'a>(&'a self, unit: &'a UnitId, on: Date) -> impl Iterator<Item = &'a UnitId> {
        let above = move |id: &UnitId| Some(&self.unit(id, on)?.parent.as_ref()?.value);
        std::iter::successors(above(unit), move |id| above(id)).take(DEEPEST + 1)
    }

    /// The units that do the work of a unit on a day: itself while it is in force, after its end its successors. Nobody
    /// does the work of a unit that has not begun, or that ended without successors.
    pub fn working<'a>(&'a self, unit: &'a UnitId, on: Date) -> Vec<&'a UnitId> {
        let mut seen = IndexSet::from([unit]);
        let mut working = Vec::new();
        let mut next = 0;
        while let Some(unit) = seen.get_index(next).copied() {
            next += 1;
            if self.is_in_force(unit, on) {
                working.push(unit);
            } else if let Some(last) = self.units.get(unit).and_then(|versions| versions.ended(on)) {
                seen.extend(last.successors.iter().map(|successor| &successor.value));
            }
        }
        working
    }

    /// Whether `unit`, or a unit that does its work on that day, is `top` or is under it.
    pub fn is_within(&self, unit: &UnitId, top: &UnitId, on: Date) -> bool {
        let under = |unit: &UnitId| unit == top || self.ancestors(unit, on).any(|above| above == top);
        under(unit) || !self.is_in_force(unit, on) && self.working(unit, on).into_iter().any(under)
    }

    /// Whether the work of `unit` on a day is done at `top` or under it. Unlike [`Self::is_within`], a unit that has
    /// ended is then under nobody but those who are above its successors.
    pub(crate) fn works_within(&self, unit: &UnitId, top: &UnitId, on: Date) -> bool {
        let under = |unit: &UnitId| unit == top || self.ancestors(unit, on).any(|above| above == top);
        if self.is_in_force(unit, on) { under(unit) } else { self.working(unit, on).into_iter().any(under) }
    }

    /// Whether a position at a unit gives its roles for work at another unit (or at any, if none is asked for).
    pub(super) fn reaches(&self, position: &PositionSpec, at: &UnitId, asked: Option<&UnitId>, on: Date) -> bool {
        match (position.reach, asked) {
            (_, None) => true,
            (Reach::Office, Some(asked)) => {
                !self.has_unit(asked) || self.is_in_force(asked, on) || !self.working(asked, on).is_empty()
            }
            (Reach::Own, Some(asked)) => asked == at || self.working(asked, on).contains(&at),
            (Reach::Below, Some(asked)) => self.works_within(asked, at, on),
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
