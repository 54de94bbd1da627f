//! Running cases: which events are allowed, who has the right to act, and the open work of each officer.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{EventId, OfficerId, RoleId, StepId, UnitId};
use crate::base::shape::Shape;
use crate::base::time::{Date, Instant, Stamp};
use crate::case::{self, Case, Event, Refusal, Suggestion, Who, WorkItem};
use crate::people::{Denial, Grant, Right, Secrecy};
use serde::Serialize;

/// Request to apply an event to a case.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ApplyRequest {
    /// The case so far; `None` for its first event.
    pub case: Option<Case>,
    /// The event.
    pub event: Event,
}

/// The outcome of an event: exactly one of the two fields is present.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Applied {
    /// The case after the event.
    pub case: Option<Case>,
    /// Why the event is not allowed; the case is unchanged.
    pub refusal: Option<Refusal>,
}

/// Request to apply several events to a case, one after the other.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct FoldRequest {
    /// The case so far; `None` if the first event begins it.
    pub case: Option<Case>,
    /// The events, in order.
    pub events: Vec<Event>,
}

/// The case after all allowed events.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Folded {
    /// The case; `None` if no event was allowed.
    pub case: Option<Case>,
    /// The refused events; each left the case unchanged.
    pub refused: Vec<Refused>,
}

/// An event that was refused.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Refused {
    /// Its index among the events, from 0.
    pub index: usize,
    /// Its identifier, if it has one.
    pub event_id: Option<EventId>,
    /// Why the event is not allowed.
    pub refusal: Refusal,
}

/// Request for the open work of an officer, or of all.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct AgendaRequest {
    /// The cases.
    pub cases: Vec<Case>,
    /// The officer whose work is listed; without one, the work of all.
    #[shape(default)]
    pub who: Who,
    /// The instant for which time spent, due times and colours are computed.
    pub now: Stamp,
}

/// Open work.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Agenda {
    /// The open work, sorted by due time.
    pub items: Vec<WorkItem>,
    /// The next instant at which a colour changes without an event: ask again then.
    pub next_wake_up: Option<Stamp>,
}

/// Request whether an officer has a right on a day, or may look at a case.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct MayRequest {
    /// The officer, by id, name or alias.
    pub officer: OfficerId,
    /// The role; without one, only employment and clearance are checked.
    pub role: Option<RoleId>,
    /// The unit in which the right is needed.
    pub unit: Option<UnitId>,
    /// The level of secrecy of the matter (*độ mật*).
    #[shape(default)]
    pub secrecy: Secrecy,
    /// The officer who is represented, if a substitute acts (*làm thay*).
    pub on_behalf_of: Option<OfficerId>,
    /// The case that the officer wants to look at (*xem hồ sơ*), instead of a role, a unit and a secrecy: whoever has a
    /// part in it may, if cleared for it.
    pub view: Option<Case>,
    /// The day.
    pub on: Date,
}

/// The answer: exactly one of the two fields is present.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Permission {
    /// The chain of appointments and delegations that gives the right.
    pub grant: Option<Grant>,
    /// What is missing, and which officers have the right.
    pub denial: Option<Denial>,
}

/// Request for a suggestion to whom an open step should be assigned.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct SuggestRequest {
    /// The case.
    pub case: Case,
    /// The step.
    pub step: StepId,
    /// The cases whose open work counts as workload.
    pub cases: Vec<Case>,
    /// The instant for which time spent, due times and colours are computed.
    pub now: Stamp,
}

impl Office {
    /// Applies an event to a case (`None` for the first event).
    ///
    /// # Errors
    /// The refusal, with the missing right and the officers who have it; the case is unchanged.
    pub fn apply(&self, case: Option<&Case>, event: &Event) -> Result<Case, Box<Refusal>> {
        case::apply(self, case, event)
    }

    /// Applies the events of a case one after the other; refused events are skipped and listed.
    pub fn fold(&self, request: &FoldRequest) -> Folded {
        let mut folded = Folded { case: request.case.clone(), refused: Vec::new() };
        for (index, event) in request.events.iter().enumerate() {
            match self.apply(folded.case.as_ref(), event) {
                Ok(case) => folded.case = Some(case),
                Err(refusal) => {
                    let event_id = event.event_id.clone();
                    folded.refused.push(Refused { index, event_id, refusal: *refusal });
                }
            }
        }
        folded
    }

    /// The open work at an instant, sorted by due time, with its colours, and the instant at which to ask again.
    pub fn agenda(&self, cases: &[Case], who: &Who, now: Instant) -> Agenda {
        let items = case::agenda(self, cases, who, now);
        Agenda { next_wake_up: case::next_wake_up(&items), items }
    }

    /// Whether an officer has a right on a day, or may look at a case, and the chain that gives it.
    ///
    /// A unit is the one of that day: one that has ended gives nobody a right, and its work belongs to its successors.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] at `/unit` for a unit that the rulebook does not have; [`Code::OneOfTwo`] for a case
    /// with a role, unit or secrecy beside it.
    pub fn may(&self, request: &MayRequest) -> Result<Permission, Faults> {
        let MayRequest { officer, role, unit, secrecy, on_behalf_of, view, on } = request;
        self.rulebook().rules().check_unit(unit.as_ref(), "/unit")?;
        let staff = self.staff();
        let known = |id| staff.find(OfficerId::as_str(id)).unwrap_or(id);
        let (officer, wanted) = (known(officer), on_behalf_of.as_ref().map(known));
        let beside = [(role.is_some(), "role"), (unit.is_some(), "unit"), (*secrecy > Secrecy::Ordinary, "secrecy")];
        let found = match (view, beside.iter().find(|(given, _)| *given)) {
            (Some(case), None) => case::view(self, case, officer, wanted, *on),
            (Some(_), Some((_, name))) => {
                return Err(Error::new(Code::OneOfTwo).with("one", "view").with("two", name).into());
            }
            (None, _) => {
                let right = Right { role: role.clone(), unit: unit.clone(), secrecy: *secrecy };
                staff.may_for(officer, wanted, &right, *on)
            }
        };
        Ok(match found {
            Ok(grant) => Permission { grant: Some(grant), denial: None },
            Err(denial) => Permission { grant: None, denial: Some(*denial) },
        })
    }

    /// The officers to whom an open step may be assigned, the one with the least work first.
    pub fn suggest(&self, request: &SuggestRequest) -> Vec<Suggestion> {
        case::suggest(self, &request.case, &request.step, &request.cases, request.now.at)
    }
}

impl From<Result<Case, Box<Refusal>>> for Applied {
    fn from(outcome: Result<Case, Box<Refusal>>) -> Self {
        match outcome {
            Ok(case) => Self { case: Some(case), refusal: None },
            Err(refusal) => Self { case: None, refusal: Some(*refusal) },
        }
    }
}
