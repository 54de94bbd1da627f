//! The host's people, compiled: found by identifier or alias, with their appointments and dates.

use super::authority::Right;
use super::organisation::Organisation;
use super::spec::{Absence, Appointment, Cause, Delegation, PersonRow, PositionSpec, Rank, Secrecy, StaffSpec};
use crate::base::canon::Hash;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{OfficerId, RoleId, UnitId};
use crate::base::shape::Located;
use crate::base::source::InForce;
use crate::base::text::{lower, one_spelling};
use crate::base::time::{Date, Instant, Zone};
use indexmap::IndexMap;
use std::collections::HashMap;
use std::sync::Arc;

/// A person of the office (*cán bộ, công chức*), with all appointments.
#[derive(Clone, Debug)]
pub struct Officer {
    /// Their row of the host's table.
    pub row: PersonRow,
    /// All appointments, the main one first.
    pub appointments: Vec<Appointment>,
    /// The units of all rows of the person, each with its days.
    pub(super) units: Vec<(UnitId, InForce)>,
}

impl PersonRow {
    /// The name and the aliases.
    fn labels(&self) -> impl Iterator<Item = &str> {
        self.name.iter().chain(&self.aliases.0).map(String::as_str)
    }

    /// The days of the row.
    fn days(&self) -> InForce {
        InForce { from: self.valid_from, to: self.valid_to }
    }
}

impl Officer {
    /// Adds what a further row of the same person has: a unit with its days, a post, aliases, absences. Gives whether it
    /// is another row; one for the same unit, position and overlapping days is not.
    fn add(&mut self, other: Self) -> bool {
        let mut other = other;
        let overlap = |one: InForce, two: InForce| {
            one.from.zip(two.to).is_none_or(|(from, to)| from <= to)
                && two.from.zip(one.to).is_none_or(|(from, to)| from <= to)
        };
        let (days, unit) = (other.row.days(), other.row.unit.as_ref().map(|unit| &unit.value));
        let same = |(known, of_known): &(UnitId, InForce)| Some(known) == unit && overlap(*of_known, days);
        let post = other.appointments.first();
        let same_post = |held: &Appointment| {
            post.is_none_or(|post| held.position.value == post.position.value)
                && Some(&held.unit.value) == unit
                && overlap(held.days(), days)
        };
        let repeated = match self.appointments.is_empty() {
            true => self.units.iter().any(same),
            false => self.appointments.iter().any(same_post),
        };
        if unit.is_none() || repeated {
            return false;
        }
        let row = &mut self.row;
        row.aliases.0.extend(other.row.name.take().filter(|name| row.name.as_ref() != Some(name)));
        row.aliases.0.append(&mut other.row.aliases.0);
        row.absences.append(&mut other.row.absences);
        row.valid_from = row.valid_from.zip(days.from).map(|(one, two)| one.min(two));
        row.valid_to = row.valid_to.zip(days.to).map(|(one, two)| one.max(two));
        row.clearance = row.clearance.max(other.row.clearance);
        self.appointments.append(&mut other.appointments);
        self.units.append(&mut other.units);
        true
    }

    /// The units to which the person belongs on a day.
    fn units_on(&self, on: Date) -> impl Iterator<Item = &UnitId> {
        let of_rows = self.units.iter().filter(move |(_, days)| days.contains(on)).map(|(unit, _)| unit);
        self.appointed(on).map(|post| &post.unit.value).chain(of_rows)
    }

    /// The days of employment.
    pub fn employed(&self) -> InForce {
        InForce { from: self.row.valid_from, to: self.row.valid_to }
    }

    /// When the officer is away, in the order of the table.
    pub(crate) fn absences(&self) -> &[Absence] {
        &self.row.absences
    }

    /// The absence that covers a day, if any.
    pub fn absent(&self, on: Date) -> Option<&Absence> {
        self.row.absences.iter().find(|absence| absence.valid_from <= on && on <= absence.valid_to)
    }

    /// The appointments in force on a day.
    pub fn appointed(&self, on: Date) -> impl Iterator<Item = &Appointment> {
        let employed = self.employed().contains(on);
        self.appointments.iter().filter(move |appointment| employed && appointment.days().contains(on))
    }
}

impl Appointment {
    /// The days on which the appointment is in force.
    pub fn days(&self) -> InForce {
        InForce { from: self.valid_from, to: self.valid_to }
    }
}

impl Delegation {
    /// The days on which the delegation is in force.
    pub fn days(&self) -> InForce {
        InForce { from: Some(self.valid_from), to: Some(self.valid_to.value) }
    }
}

/// The people of an office, with all their dates (*nhân sự*).
#[derive(Clone, Debug, Default)]
pub struct Staff {
    pub(super) organisation: Arc<Organisation>,
    pub(super) officers: IndexMap<OfficerId, Officer>,
    pub(super) delegations: Vec<Delegation>,
    causes: Vec<Cause>,
    /// Who is meant by an identifier, a name or an alias; several people may have one name.
    names: HashMap<String, Vec<OfficerId>>,
    /// The same in small letters, for names that nobody has as they are written.
    small: HashMap<String, Vec<OfficerId>>,
    hash: Option<Hash>,
}

impl Staff {
    /// A staff without people.
    pub fn empty(organisation: Arc<Organisation>) -> Self {
        Self { organisation, ..Self::default() }
    }

    /// Combines the host's table with an organisation.
    ///
    /// # Errors
    /// Every fault: two rows of one person for the same unit and days, an alias that is the identifier of somebody else,
    /// units and positions that do not exist, periods that end before they begin, delegations without scope or to
    /// oneself.
    pub(crate) fn compile(organisation: Arc<Organisation>, spec: StaffSpec) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let hash = faults.keep(Hash::of_value(&spec));
        let mut staff = Self { organisation, hash, ..Self::default() };
        for row in spec.people {
            staff.add_person(row, &mut faults);
        }
        staff.check_names(&mut faults);
        for appointment in spec.appointments {
            staff.add_appointment(appointment, &mut faults);
        }
        for delegation in spec.delegations {
            staff.check_delegation(&delegation, &mut faults);
            staff.delegations.push(delegation);
        }
        for cause in spec.causes {
            staff.check_cause(&cause, &mut faults);
            staff.causes.push(cause);
        }
        faults.into_result(Some(staff))
    }

    fn add_person(&mut self, row: PersonRow, faults: &mut Faults) {
        let id = row.id.value.clone();
        for label in std::iter::once(id.as_str()).chain(row.labels()) {
            let name = one_spelling(label);
            let small = self.small.entry(lower(&name)).or_default();
            let same = self.names.entry(name.into_owned()).or_default();
            for people in [small, same] {
                if !people.contains(&id) {
                    people.push(id.clone());
                }
            }
        }
        self.check_days(InForce { from: row.valid_from, to: row.valid_to }, &row.id, faults);
        for absence in &row.absences {
            self.check_days(InForce { from: Some(absence.valid_from), to: Some(absence.valid_to) }, &row.id, faults);
        }
        let appointments = match (&row.unit, &row.position) {
            (Some(unit), Some(position)) => {
                self.organisation.expect_unit(unit, faults);
                self.organisation.expect_position(position, faults);
                vec![Appointment {
                    officer: row.id.clone(),
                    position: position.clone(),
                    unit: unit.clone(),
                    valid_from: row.valid_from,
                    valid_to: row.valid_to,
                    acting: false,
                    decision: None,
                }]
            }
            // Without units in the rulebook, the unit of a person only distinguishes people of one name.
            (Some(_), None) if self.organisation.unit_ids().len() == 0 => Vec::new(),
            (Some(lone), None) => {
                self.organisation.expect_unit(lone, faults);
                Vec::new()
            }
            (None, Some(lone)) => {
                faults.push(Error::new(Code::MissingField).with("field", "unit").at(lone.place.clone()));
                Vec::new()
            }
            (None, None) => Vec::new(),
        };
        let units = row.unit.iter().map(|unit| (unit.value.clone(), row.days())).collect();
        let officer = Officer { row, appointments, units };
        match self.officers.get_mut(&id) {
            None => drop(self.officers.insert(id, officer)),
            Some(known) => {
                let place = officer.row.id.place.clone();
                if !known.add(officer) {
                    faults.push(Error::new(Code::SameOfficer).with("officer", &id).at(place));
                }
            }
        }
    }

    /// An identifier means one person, so it can be no name or alias of another.
    fn check_names(&self, faults: &mut Faults) {
        for (id, officer) in &self.officers {
            for label in officer.row.labels() {
                let other = self.officers.get_key_value(&*one_spelling(label)).map(|(other, _)| other);
                if let Some(other) = other.filter(|other| *other != id) {
                    let fault = Error::new(Code::SameName).with("name", label).with("one", id).with("two", other);
                    faults.push(fault.at(officer.row.id.place.clone()));
                }
            }
        }
    }

    fn add_appointment(&mut self, appointment: Appointment, faults: &mut Faults) {
        self.organisation.expect_unit(&appointment.unit, faults);
        self.organisation.expect_position(&appointment.position, faults);
        self.check_days(appointment.days(), &appointment.officer, faults);
        match self.officers.get_mut(&appointment.officer.value) {
            Some(officer) => officer.appointments.push(appointment),
            None => faults.push(self.unknown_officer(&appointment.officer)),
        }
    }

    fn check_delegation(&self, delegation: &Delegation, faults: &mut Faults) {
        for officer in [&delegation.giver, &delegation.receiver] {
            if !self.officers.contains_key(&officer.value) {
                faults.push(self.unknown_officer(officer));
            }
        }
        for unit in &delegation.units {
            self.organisation.expect_unit(unit, faults);
        }
        self.check_days(delegation.days(), &delegation.giver, faults);
        if delegation.roles.value.is_empty() {
            faults.push(Error::new(Code::DelegationWithoutScope).at(delegation.roles.place.clone()));
        }
        if delegation.giver.value == delegation.receiver.value {
            let fault = Error::new(Code::DelegationToOneself).with("officer", &delegation.giver.value);
            faults.push(fault.at(delegation.receiver.place.clone()));
        }
    }

    fn check_cause(&self, cause: &Cause, faults: &mut Faults) {
        if let Some(officer) = cause.officer.as_ref().filter(|officer| !self.officers.contains_key(&officer.value)) {
            faults.push(self.unknown_officer(officer));
        }
        cause.unit.iter().for_each(|unit| self.organisation.expect_unit(unit, faults));
        let place = || cause.start.place.clone();
        if cause.officer.is_none() && cause.unit.is_none() && cause.cases.is_empty() {
            faults.push(Error::new(Code::CauseWithoutScope).at(place()));
        }
        if cause.end.at < cause.start.at {
            let fault = Error::new(Code::EndsBeforeItBegins).with("from", cause.start.value).with("to", cause.end);
            faults.push(fault.at(place()));
        }
    }

    fn check_days(&self, days: InForce, whose: &Located<OfficerId>, faults: &mut Faults) {
        if let (Some(from), Some(to)) = (days.from, days.to)
            && to < from
        {
            faults.push(Error::new(Code::EndsBeforeItBegins).with("from", from).with("to", to).at(whose.place.clone()));
        }
    }

    fn unknown_officer(&self, officer: &Located<OfficerId>) -> Error {
        officer.undeclared("officer", self.officers.keys().map(OfficerId::as_str))
    }

    /// The units and positions that the appointments refer to.
    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    /// The hash of the table; the rulebook has its own.
    pub fn hash(&self) -> Option<Hash> {
        self.hash
    }

    /// All people, in the order of the table.
    pub fn officers(&self) -> impl ExactSizeIterator<Item = (&OfficerId, &Officer)> {
        self.officers.iter()
    }

    /// The person with this identifier.
    pub fn officer(&self, id: &OfficerId) -> Option<&Officer> {
        self.officers.get(id)
    }

    /// The identifier of a person, by identifier, name or alias, as logs spell them; `None` if several people have that
    /// name.
    pub fn find(&self, name: &str) -> Option<&OfficerId> {
        match self.called(name) {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Everybody with an identifier, name or alias, in the order of the table; small and capital letters differ only if
    /// somebody has the name as it is written.
    pub(crate) fn called(&self, name: &str) -> &[OfficerId] {
        let name = one_spelling(name);
        self.names.get(&*name).or_else(|| self.small.get(&lower(&name))).map_or(&[], Vec::as_slice)
    }

    /// The one person who has a name on a day and belongs to the first of these units that decides between several:
    /// to the unit itself, else to one under it. Without a deciding unit, the only one employed on that day.
    pub(crate) fn called_at(&self, name: &str, units: &[&UnitId], on: Date) -> Option<&OfficerId> {
        let people = self.called(name);
        if let [one] = people {
            return Some(one);
        }
        let only = |fits: &dyn Fn(&Officer) -> bool| {
            let employed = |officer: &&Officer| officer.employed().contains(on);
            let fits = |id: &&OfficerId| self.officers.get(*id).filter(employed).is_some_and(fits);
            let mut found = people.iter().filter(fits);
            found.next().filter(|_| found.next().is_none())
        };
        only(&|_| true).or_else(|| {
            units.iter().find_map(|unit| {
                let own = |officer: &Officer| officer.units_on(on).any(|own| own == *unit);
                let under =
                    |officer: &Officer| officer.units_on(on).any(|own| self.organisation.works_within(own, unit, on));
                only(&own).or_else(|| only(&under))
            })
        })
    }

    /// The spans of the confirmed causes by which nobody answers for a step of a case that an officer holds at a unit.
    pub(crate) fn causes(
        &self,
        officer: Option<&OfficerId>,
        unit: Option<&UnitId>,
        case: &str,
        zone: &Zone,
    ) -> impl Iterator<Item = (Instant, Instant)> {
        let concerns = move |cause: &&Cause| {
            let on = || zone.date_of(cause.start.at);
            let within = |top: &UnitId| unit.is_some_and(|unit| self.organisation.works_within(unit, top, on()));
            cause.officer.as_ref().is_none_or(|named| Some(&named.value) == officer)
                && cause.unit.as_ref().is_none_or(|top| within(&top.value))
                && (cause.cases.is_empty() || cause.cases.iter().any(|named| named.as_str() == case))
        };
        self.causes.iter().filter(concerns).map(|cause| (cause.start.at, cause.end.at))
    }

    /// Who substitutes for an absent officer on a day (*người thay thế*): the first who received a delegation for such
    /// days, has the right by it, and is there.
    pub(crate) fn substitute(&self, absent: &OfficerId, right: &Right, on: Date) -> Option<&OfficerId> {
        self.absent(absent, on)?;
        let standing = |delegation: &&Delegation| delegation.only_when_absent && delegation.giver.value == *absent;
        let receivers = self.delegations.iter().filter(standing).map(|delegation| &delegation.receiver.value);
        receivers.into_iter().find(|receiver| {
            let granted = self.may_for(receiver, Some(absent), right, on);
            self.absent(receiver, on).is_none() && granted.is_ok_and(|grant| grant.principal() == Some(absent))
        })
    }

    /// Everybody who may substitute for somebody.
    pub(crate) fn substitutes(&self) -> impl Iterator<Item = &OfficerId> {
        self.delegations.iter().filter(|delegation| delegation.only_when_absent).map(|one| &one.receiver.value)
    }

    /// The absence of a person that covers a day, if any.
    pub fn absent(&self, id: &OfficerId, on: Date) -> Option<&Absence> {
        self.officers.get(id)?.absent(on)
    }

    /// The appointments of a person that give something on a day: in force themselves, to a position and at a unit that
    /// are in force. An abolished position and a dissolved unit give nothing.
    pub(crate) fn posts(&self, id: &OfficerId, on: Date) -> impl Iterator<Item = (&Appointment, &PositionSpec)> {
        self.officers.get(id).into_iter().flat_map(move |officer| officer.appointed(on)).filter_map(move |held| {
            let position = self.organisation.position(&held.position.value)?;
            let in_force = position.in_force.contains(on) && self.organisation.is_in_force(&held.unit.value, on);
            in_force.then_some((held, position))
        })
    }

    /// A post of a person that reaches a unit on a day; without a unit, any post.
    pub(crate) fn post_for(&self, id: &OfficerId, unit: Option<&UnitId>, on: Date) -> Option<&Appointment> {
        let reaches = |(held, position): &(&Appointment, &PositionSpec)| {
            self.organisation.reaches(position, &held.unit.value, unit, on)
        };
        self.posts(id, on).find(reaches).map(|(held, _)| held)
    }

    /// The post by which a person heads a unit on a day, or one above it, or a unit that does its work after its end;
    /// without a unit, any unit. Deputies count.
    pub(crate) fn heads(&self, id: &OfficerId, unit: Option<&UnitId>, on: Date) -> Option<&Appointment> {
        let leads = |(held, position): &(&Appointment, &PositionSpec)| {
            position.standing != Rank::Member
                && unit.is_none_or(|unit| self.organisation.works_within(unit, &held.unit.value, on))
        };
        self.posts(id, on).find(leads).map(|(held, _)| held)
    }

    /// The unit of a person's first appointment on a day, otherwise that of the row.
    pub fn unit_of(&self, id: &OfficerId, on: Date) -> Option<&UnitId> {
        let officer = self.officers.get(id)?;
        let appointed = officer.appointed(on).next().map(|appointment| &appointment.unit.value);
        let of_rows = || officer.units.iter().find(|(_, days)| days.contains(on)).map(|(unit, _)| unit);
        appointed.or_else(of_rows).or_else(|| officer.row.unit.as_ref().map(|unit| &unit.value))
    }

    /// The highest secrecy that a person may see on a day (*độ mật*).
    pub fn clearance(&self, id: &OfficerId, on: Date) -> Secrecy {
        let own = self.officers.get(id).and_then(|officer| officer.row.clearance);
        let of_posts = || self.posts(id, on).map(|(_, position)| position.clearance).max();
        own.or_else(of_posts).unwrap_or_default()
    }

    /// The delegations that an officer has received, in the order of the table.
    pub fn delegated_to<'a>(&'a self, officer: &'a OfficerId) -> impl Iterator<Item = &'a Delegation> {
        self.delegations.iter().filter(move |delegation| delegation.receiver.value == *officer)
    }

    /// Periods of days, within a period, on which nobody holds a role at a unit (*vai trò không có người giữ*).
    pub fn gaps(&self, role: &RoleId, unit: Option<&UnitId>, period: InForce) -> Vec<InForce> {
        let vacant = |on: Date| self.holders(role, unit, on).next().is_none().then_some(());
        self.spans(period, vacant).into_iter().map(|((), days)| days).collect()
    }

    /// Periods of days, within a period, on which one officer is the only holder of both roles, although two different
    /// officers are required (*bốn mắt*).
    pub fn alone(
        &self,
        one: (&RoleId, Option<&UnitId>),
        two: (&RoleId, Option<&UnitId>),
        period: InForce,
    ) -> Vec<(OfficerId, InForce)> {
        self.spans(period, |on| {
            let mut holders = self.holders(one.0, one.1, on).chain(self.holders(two.0, two.1, on));
            let first = holders.next()?.0;
            let both =
                self.holders(two.0, two.1, on).next().is_some() && self.holders(one.0, one.1, on).next().is_some();
            (both && holders.all(|(id, _)| id == first)).then(|| first.clone())
        })
    }

    /// The spans of days within a period for which `is` gives a value. Rights change only on days on which something
    /// begins or has ended, so only these days are examined.
    fn spans<T: PartialEq>(&self, period: InForce, is: impl Fn(Date) -> Option<T>) -> Vec<(T, InForce)> {
        let (Some(first), Some(last)) = (period.from, period.to) else {
            return Vec::new();
        };
        let begins = |days: InForce| [days.from, days.to.map(|to| to.plus(1))].into_iter().flatten();
        let officers = self.officers.values();
        let away = |officer: &Officer| -> Vec<InForce> {
            let absences = officer.row.absences.iter();
            absences.map(|away| InForce { from: Some(away.valid_from), to: Some(away.valid_to) }).collect()
        };
        let mut changes: Vec<Date> = officers
            .flat_map(|officer| {
                officer.appointments.iter().map(Appointment::days).chain([officer.employed()]).chain(away(officer))
            })
            .chain(self.delegations.iter().map(Delegation::days))
            .chain(self.organisation.positions().map(|(_, position)| position.in_force))
            .chain(self.organisation.units().map(|(_, version)| version.in_force))
            .flat_map(begins)
            .filter(|day| first < *day && *day <= last)
            .chain([first])
            .collect();
        changes.sort_unstable();
        changes.dedup();
        let ends = changes.iter().skip(1).map(|next| next.plus(-1)).chain([last]);
        let mut spans: Vec<(T, InForce)> = Vec::new();
        for (from, to) in changes.iter().copied().zip(ends) {
            let Some(found) = is(from) else { continue };
            match spans.last_mut() {
                Some((known, days)) if *known == found && days.to == Some(from.plus(-1)) => days.to = Some(to),
                _ => spans.push((found, InForce { from: Some(from), to: Some(to) })),
            }
        }
        spans
    }
}
