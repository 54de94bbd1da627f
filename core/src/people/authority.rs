//! Decides whether an officer may do an act at a unit on a day: gives the chain of right, or what is missing and who
//! has it.

use super::spec::{Appointment, Delegation, PositionSpec, Secrecy};
use super::staff::Staff;
use crate::base::Arrange;
use crate::base::error::vietnamese;
use crate::base::ids::{OfficerId, PositionId, RoleId, UnitId};
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::base::time::Date;
use serde::Serialize;

/// A right that an act requires (*thẩm quyền*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Right {
    /// The role (*vai trò*); if absent, being employed and cleared is enough.
    pub role: Option<RoleId>,
    /// The unit at which it is needed; `None` for any unit of the office.
    pub unit: Option<UnitId>,
    /// How secret the case or document is (*độ mật*).
    #[shape(default)]
    pub secrecy: Secrecy,
}

impl Right {
    /// A role at a unit, for a case that is not secret.
    pub fn role(role: impl Into<RoleId>, unit: Option<UnitId>) -> Self {
        Self { role: Some(role.into()), unit, secrecy: Secrecy::Ordinary }
    }
}

/// The basis of one link of a chain of right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum LinkKind {
    /// An appointment to a position, in force.
    #[term("appointment")]
    Appointment,
    /// A delegation in force.
    #[term("delegation")]
    Delegation,
}

/// One link of a chain of right (*chuỗi thẩm quyền*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Link {
    /// Whether it is an appointment or a delegation.
    pub kind: LinkKind,
    /// The appointed officer, or the receiver of the delegation.
    pub officer: OfficerId,
    /// The position, for an appointment (*chức vụ*).
    pub position: Option<PositionId>,
    /// The unit, for an appointment (*đơn vị*).
    pub unit: Option<UnitId>,
    /// First day of the link; `None` if unknown.
    pub valid_from: Option<Date>,
    /// Last day of the link, inclusive; `None` if open.
    pub valid_to: Option<Date>,
    /// Whether as acting head (*quyền*).
    pub acting: bool,
    /// Number and symbol of the decision or the paper of the delegation.
    pub paper: Option<String>,
}

/// A right that is granted, and why: an appointment, or the giver's appointment and the delegation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Grant {
    /// The chain of right, from the position to the officer who acts.
    pub chain: Vec<Link>,
}

impl Grant {
    /// Since when the officer has had the right: the first day of the last link, if known.
    pub fn since(&self) -> Option<Date> {
        self.chain.last()?.valid_from
    }

    /// The officer on whose right the act rests: the giver of the delegation, or the acting officer.
    pub fn principal(&self) -> Option<&OfficerId> {
        self.chain.first().map(|link| &link.officer)
    }
}

/// Why a right is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Lack {
    /// The staff has nobody of this identifier.
    #[term("unknown_officer")]
    UnknownOfficer,
    /// Not employed on that day.
    #[term("not_employed")]
    NotEmployed,
    /// The matter is more secret than the officer may see (*độ mật*).
    #[term("clearance")]
    Clearance,
    /// The officer has the role, but at another unit.
    #[term("other_unit")]
    OtherUnit,
    /// The officer's right has ended.
    #[term("expired")]
    Expired,
    /// The officer's right has not begun.
    #[term("not_yet")]
    NotYet,
    /// The delegation does not name this role or unit.
    #[term("outside_scope")]
    OutsideScope,
    /// The delegation holds only while its giver is absent.
    #[term("giver_present")]
    GiverPresent,
    /// The giver of the delegation is only a delegate.
    #[term("chain_of_delegation")]
    ChainOfDelegation,
    /// The giver of the delegation does not hold the right.
    #[term("giver_lacks_it")]
    GiverLacksIt,
    /// The matter is more secret than the giver of the delegation may see.
    #[term("giver_clearance")]
    GiverClearance,
    /// The officer has no part in the case, which only those may look at who have one.
    #[term("no_part")]
    NoPart,
    /// No position or delegation gives the officer this role.
    #[term("no_role")]
    NoRole,
}

/// A right that is denied: what is missing, and who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape, thiserror::Error)]
#[shape(answer)]
#[error("{}", .text.en)]
pub struct Denial {
    /// The right that is missing.
    pub missing: Right,
    /// Why the officer does not have the right.
    pub lack: Lack,
    /// The officers who have the right on that day, present ones first.
    pub held_by: Vec<OfficerId>,
    /// Since when the first of them has had it, if known.
    pub since: Option<Date>,
    /// The denial in words, in both languages.
    pub text: Text,
}

impl Staff {
    /// Whether an officer has a right on a day.
    ///
    /// An absence does not remove a right; it only activates delegations that hold during the giver's absence.
    ///
    /// # Errors
    /// A [`Denial`]: what is missing, why, and who has it.
    pub fn may(&self, officer: &OfficerId, right: &Right, on: Date) -> Result<Grant, Box<Denial>> {
        self.may_for(officer, None, right, on)
    }

    /// Whether an officer has a right on a day on behalf of `principal`; only a delegation from that officer counts.
    ///
    /// # Errors
    /// As [`Staff::may`].
    pub fn may_for(
        &self,
        officer: &OfficerId,
        principal: Option<&OfficerId>,
        right: &Right,
        on: Date,
    ) -> Result<Grant, Box<Denial>> {
        self.grant(officer, principal, right, on).map_err(|lack| Box::new(self.denial(officer, right, lack, on)))
    }

    /// The same, without the words of a denial.
    pub(crate) fn grant(
        &self,
        officer: &OfficerId,
        principal: Option<&OfficerId>,
        right: &Right,
        on: Date,
    ) -> Result<Grant, Lack> {
        let principal = principal.filter(|principal| *principal != officer);
        let Some(person) = self.officers.get(officer) else {
            return Err(Lack::UnknownOfficer);
        };
        let employed = person.employed();
        if !employed.contains(on) {
            let early = employed.from.is_some_and(|from| on < from);
            return Err(if early { Lack::NotYet } else { Lack::NotEmployed });
        }
        // Without a role, a unit says only where: it is one that is there, or that the officer's post has taken over.
        let gone = right.unit.as_ref().filter(|unit| right.role.is_none() && self.organisation.is_gone(unit, on));
        if gone.is_some() && self.post_for(officer, gone, on).is_none() {
            return Err(Lack::Expired);
        }
        let found = match (&right.role, principal) {
            (None, None) => {
                Ok(Grant { chain: self.posts(officer, on).take(1).map(|(held, _)| appointment_link(held)).collect() })
            }
            (None, Some(principal)) => self.represents(officer, principal, right.secrecy, on),
            (Some(role), _) => self.holds(officer, principal, role, right, on),
        };
        if found.is_ok() && right.secrecy > self.clearance(officer, on) {
            return Err(Lack::Clearance);
        }
        found
    }

    /// The chain by which an officer acts on behalf of another where no role is needed: any delegation in force.
    fn represents(
        &self,
        officer: &OfficerId,
        principal: &OfficerId,
        secrecy: Secrecy,
        on: Date,
    ) -> Result<Grant, Lack> {
        let mut nearest = Lack::NoRole;
        for delegation in self.delegated_to(officer).filter(|delegation| delegation.giver.value == *principal) {
            let held = self.posts(principal, on).next().map(|(held, _)| held);
            match self.holds_on(delegation, secrecy, on).and_then(|()| held.ok_or(Lack::GiverLacksIt)) {
                Ok(own) => return Ok(Grant { chain: vec![appointment_link(own), delegation_link(delegation)] }),
                Err(lack) => nearest = lack,
            }
        }
        Err(nearest)
    }

    /// The chain by which an officer holds a role: by an own position first, otherwise by delegation.
    fn holds(
        &self,
        officer: &OfficerId,
        principal: Option<&OfficerId>,
        role: &RoleId,
        right: &Right,
        on: Date,
    ) -> Result<Grant, Lack> {
        let unit = right.unit.as_ref();
        if let Some(own) = self.appointment(officer, role, unit, on).filter(|_| principal.is_none()) {
            return Ok(Grant { chain: vec![appointment_link(own)] });
        }
        let mut nearest = match principal {
            Some(_) => Lack::NoRole,
            None => self.lack_of_position(officer, role, unit, on),
        };
        let from = |giver: &OfficerId| principal.is_none_or(|principal| principal == giver);
        for delegation in self.delegated_to(officer).filter(|delegation| from(&delegation.giver.value)) {
            match self.delegated(delegation, role, right, on) {
                Ok(own) => return Ok(Grant { chain: vec![appointment_link(own), delegation_link(delegation)] }),
                // An officer who was given a delegation needs to know what is wrong with it.
                Err(lack) if lack != Lack::NoRole && matches!(nearest, Lack::NoRole | Lack::OutsideScope) => {
                    nearest = lack
                }
                Err(_) => {}
            }
        }
        Err(nearest)
    }

    /// The appointment in force that gives a role at a unit.
    fn appointment(&self, officer: &OfficerId, role: &RoleId, unit: Option<&UnitId>, on: Date) -> Option<&Appointment> {
        let gives = |(held, position): &(&Appointment, &PositionSpec)| {
            position.roles.contains(role) && self.organisation.reaches(position, &held.unit.value, unit, on)
        };
        self.posts(officer, on).find(gives).map(|(held, _)| held)
    }

    /// Whether a delegation is in force on a day. Nobody gives a right to see what the giver may not see.
    fn holds_on(&self, delegation: &Delegation, secrecy: Secrecy, on: Date) -> Result<(), Lack> {
        let giver = &delegation.giver.value;
        if on < delegation.valid_from {
            Err(Lack::NotYet)
        } else if delegation.valid_to.value < on {
            Err(Lack::Expired)
        } else if delegation.only_when_absent && self.absent(giver, on).is_none() {
            Err(Lack::GiverPresent)
        } else if secrecy > self.clearance(giver, on) {
            Err(Lack::GiverClearance)
        } else {
            Ok(())
        }
    }

    /// The giver's own appointment, if the delegation carries the role on that day.
    fn delegated(&self, delegation: &Delegation, role: &RoleId, right: &Right, on: Date) -> Result<&Appointment, Lack> {
        let (giver, unit) = (&delegation.giver.value, right.unit.as_ref());
        let within =
            |unit: &UnitId| delegation.units.iter().any(|top| self.organisation.works_within(unit, &top.value, on));
        // If no unit is named, a delegation for some units is enough, just as a position at some unit is.
        if !delegation.roles.contains(role) || !(delegation.units.is_empty() || unit.is_none_or(within)) {
            // A delegation of another period for another role is unrelated.
            return Err(if delegation.days().contains(on) { Lack::OutsideScope } else { Lack::NoRole });
        }
        self.holds_on(delegation, Secrecy::Ordinary, on)?;
        let own = self.appointment(giver, role, unit, on).ok_or_else(|| {
            let received =
                self.delegated_to(giver).any(|other| other.roles.contains(role) && other.days().contains(on));
            if received { Lack::ChainOfDelegation } else { Lack::GiverLacksIt }
        })?;
        self.holds_on(delegation, right.secrecy, on).map(|()| own)
    }

    /// Why no position of the officer gives the role: another unit, another day, or not at all.
    fn lack_of_position(&self, officer: &OfficerId, role: &RoleId, unit: Option<&UnitId>, on: Date) -> Lack {
        let Some(person) = self.officers.get(officer) else {
            return Lack::UnknownOfficer;
        };
        // On the days of its unit, whatever other days the work is asked for.
        let gives = |held: &Appointment, unit: Option<&UnitId>| {
            self.organisation.position(&held.position.value).is_some_and(|position| {
                let at = &held.unit.value;
                position.roles.contains(role) && (unit == Some(at) || self.organisation.reaches(position, at, unit, on))
            })
        };
        let mut nearest = Lack::NoRole;
        for held in person.appointments.iter().filter(|held| gives(held, unit)) {
            match self.lack_of_days(held, on) {
                Some(Lack::Expired) => return Lack::Expired,
                Some(lack) => nearest = lack,
                None => {}
            }
        }
        let elsewhere = || self.posts(officer, on).any(|(held, _)| gives(held, None));
        if nearest == Lack::NoRole && elsewhere() { Lack::OtherUnit } else { nearest }
    }

    /// Whether an appointment, its position or its unit has ended or has not begun by a day.
    fn lack_of_days(&self, held: &Appointment, on: Date) -> Option<Lack> {
        let position = self.organisation.position(&held.position.value).map(|position| position.in_force);
        let days = [Some(held.days()), position];
        let mut days = days.into_iter().flatten();
        let unit = &held.unit.value;
        if days.clone().any(|days| days.to.is_some_and(|to| to < on)) || self.organisation.has_ended(unit, on) {
            Some(Lack::Expired)
        } else if days.any(|days| days.from.is_some_and(|from| on < from)) || !self.organisation.is_in_force(unit, on) {
            Some(Lack::NotYet)
        } else {
            None
        }
    }

    /// Who holds a role at a unit on a day, in the order of the table.
    pub fn holders<'a>(
        &'a self,
        role: &'a RoleId,
        unit: Option<&'a UnitId>,
        on: Date,
    ) -> impl Iterator<Item = (&'a OfficerId, Grant)> {
        let right = Right { role: Some(role.clone()), unit: unit.cloned(), secrecy: Secrecy::Ordinary };
        self.officers.keys().filter_map(move |id| Some((id, self.grant(id, None, &right, on).ok()?)))
    }

    /// Who has a right on a day, those present first, otherwise in the order of the table; nobody for a right without a
    /// role, of which the staff says nothing.
    fn able(&self, right: &Right, on: Date) -> Vec<(&OfficerId, Grant)> {
        let grant = |id| right.role.as_ref().and_then(|_| self.grant(id, None, right, on).ok());
        let mut able: Vec<_> = self.officers.keys().filter_map(|id| Some((id, grant(id)?))).collect();
        able.arrange_by_key(|(id, _)| self.absent(id, on).is_some());
        able
    }

    fn denial(&self, officer: &OfficerId, right: &Right, lack: Lack, on: Date) -> Denial {
        let mut holders = self.able(right, on);
        holders.retain(|(id, _)| *id != officer);
        let holders = holders.into_iter().map(|(id, grant)| (id.clone(), grant.since()));
        self.denial_of(officer, right, lack, holders, on)
    }

    /// A denial that names who has the right, and since when.
    pub(crate) fn denial_of(
        &self,
        officer: &OfficerId,
        right: &Right,
        lack: Lack,
        holders: impl IntoIterator<Item = (OfficerId, Option<Date>)>,
        on: Date,
    ) -> Denial {
        let (held_by, since): (Vec<_>, Vec<_>) = holders.into_iter().unzip();
        let text = denial_text(officer, right, lack, &held_by, on);
        Denial { missing: right.clone(), lack, held_by, since: since.into_iter().next().flatten(), text }
    }
}

fn denial_text(officer: &OfficerId, right: &Right, lack: Lack, held_by: &[OfficerId], on: Date) -> Text {
    let (vi, en) = match lack {
        Lack::UnknownOfficer => ("{who} không có trong danh sách nhân sự", "{who} is not on the staff"),
        Lack::NotEmployed => ("{who} đã thôi công tác", "{who} is no longer employed"),
        Lack::Clearance => ("{who} không được xem tài liệu {secrecy}", "{who} is not cleared for {secrecy} matters"),
        Lack::OtherUnit => ("{who} giữ vai trò {role} ở đơn vị khác", "{who} holds the role {role} at another unit"),
        Lack::NotYet if right.role.is_none() => ("{who} chưa bắt đầu công tác", "{who} is not employed yet"),
        Lack::Expired if right.role.is_none() && right.unit.is_some() => {
            ("{who} không còn quyền gì", "{who} has no right any more")
        }
        Lack::Expired | Lack::GiverPresent | Lack::GiverLacksIt if right.role.is_none() => {
            ("ủy quyền cho {who} không có hiệu lực", "the delegation to {who} is not in force")
        }
        Lack::Expired => ("quyền {role} của {who} đã hết hiệu lực", "the right of {who} to {role} has ended"),
        Lack::NotYet => ("quyền {role} của {who} chưa có hiệu lực", "the right of {who} to {role} has not begun"),
        Lack::OutsideScope => ("ủy quyền cho {who} không gồm {role}", "the delegation to {who} does not cover {role}"),
        Lack::GiverPresent => {
            ("người ủy quyền cho {who} đang có mặt", "the giver of the delegation to {who} is present")
        }
        Lack::ChainOfDelegation => {
            ("{who} được người chỉ nhận ủy quyền ủy quyền lại", "{who} was delegated to by a mere delegate")
        }
        Lack::GiverLacksIt => (
            "người ủy quyền cho {who} không có quyền {role}",
            "the giver of the delegation to {who} does not hold {role}",
        ),
        Lack::GiverClearance => (
            "người ủy quyền cho {who} không được xem tài liệu {secrecy}",
            "the giver of the delegation to {who} is not cleared for {secrecy} matters",
        ),
        Lack::NoPart => ("{who} không có phần việc nào trong hồ sơ này", "{who} has no part in this case"),
        Lack::NoRole if right.role.is_none() => {
            ("{who} không được ủy quyền làm thay", "nobody has delegated this to {who}")
        }
        Lack::NoRole => ("{who} không giữ vai trò {role}", "{who} does not hold the role {role}"),
    };
    let (at_vi, at_en) = match &right.unit {
        Some(_) => (" tại {unit}", " at {unit}"),
        None => ("", ""),
    };
    let (held_vi, held_en) = match held_by {
        // Without a role, nothing can be said about who else might have the right.
        [] if right.role.is_none() && lack != Lack::NoPart => ("", ""),
        [] => ("; không ai có quyền này", "; nobody has this right"),
        _ => ("; người có quyền: {held_by}", "; held by {held_by}"),
    };
    let names: Vec<_> = held_by.iter().take(5).map(OfficerId::as_str).collect();
    let secrecy = vietnamese("secrecy", right.secrecy.as_str()).unwrap_or_default();
    let vi = vi.replace("{secrecy}", secrecy);
    Text::new(format!("{vi}{at_vi} (ngày {{on}}){held_vi}"), format!("{en}{at_en} (on {{on}}){held_en}")).fill(&[
        ("who", officer.to_string()),
        ("role", right.role.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("unit", right.unit.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("secrecy", right.secrecy.to_string()),
        ("on", on.to_string()),
        ("held_by", names.join(", ")),
    ])
}

fn appointment_link(held: &Appointment) -> Link {
    Link {
        kind: LinkKind::Appointment,
        officer: held.officer.value.clone(),
        position: Some(held.position.value.clone()),
        unit: Some(held.unit.value.clone()),
        valid_from: held.valid_from,
        valid_to: held.valid_to,
        acting: held.acting,
        paper: held.decision.clone(),
    }
}

fn delegation_link(delegation: &Delegation) -> Link {
    Link {
        kind: LinkKind::Delegation,
        officer: delegation.receiver.value.clone(),
        position: None,
        unit: None,
        valid_from: Some(delegation.valid_from),
        valid_to: Some(delegation.valid_to.value),
        acting: false,
        paper: Some(delegation.paper.clone()),
    }
}
