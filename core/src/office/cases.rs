//! Cases while they run: what may happen next, who has the right to it, what is on whose desk.

use super::handle::Office;
use crate::base::error::Faults;
use crate::base::ids::{EventId, OfficerId, RoleId, StepId, UnitId};
use crate::base::shape::Shape;
use crate::base::time::{Date, Instant, Stamp};
use crate::case::{self, Case, Event, Refusal, Suggestion, Who, WorkItem};
use crate::people::{Denial, Grant, Right, Secrecy};
use serde::Serialize;

/// Asks whether an event may happen, and what becomes of the case.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ApplyRequest {
    /// The case so far; none for its first event.
    pub case: Option<Case>,
    /// What is to happen.
    pub event: Event,
}

/// Allowed, or refused: one of the two is there.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Applied {
    /// The case after the event.
    pub case: Option<Case>,
    /// Why it may not happen; the case stays as it was.
    pub refusal: Option<Refusal>,
}

/// Applies the events of a case one after the other.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct FoldRequest {
    /// The case so far; none when the first event begins it.
    pub case: Option<Case>,
    /// What happens, in order.
    pub events: Vec<Event>,
}

/// The case after all that was allowed.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Folded {
    /// The case; none while nothing was allowed.
    pub case: Option<Case>,
    /// What was refused; each left the case as it was.
    pub refused: Vec<Refused>,
}

/// An event that was refused.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Refused {
    /// Its place among the events, from 0.
    pub index: usize,
    /// Its identifier, where it has one.
    pub event_id: Option<EventId>,
    /// Why it may not happen.
    pub refusal: Refusal,
}

/// Asks what is on whose desk.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct AgendaRequest {
    /// The cases.
    pub cases: Vec<Case>,
    /// Whose agenda.
    #[shape(default)]
    pub who: Who,
    /// As of when.
    pub now: Stamp,
}

/// What is on the desk.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Agenda {
    /// The work, what is due first at the top.
    pub items: Vec<WorkItem>,
    /// When a colour next changes by itself: the instant to look again.
    pub next_wake_up: Option<Stamp>,
}

/// Asks whether an officer has a right on a day.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct MayRequest {
    /// The officer, by id, name or alias.
    pub officer: OfficerId,
    /// The role; without one, whether the officer is employed and cleared.
    pub role: Option<RoleId>,
    /// The unit at which it is needed.
    pub unit: Option<UnitId>,
    /// How secret the matter is.
    #[shape(default)]
    pub secrecy: Secrecy,
    /// For whom, where a substitute acts.
    pub on_behalf_of: Option<OfficerId>,
    /// The day.
    pub on: Date,
}

/// Yes or no: one of the two is there.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Permission {
    /// The chain of right.
    pub grant: Option<Grant>,
    /// What is missing, and who has it.
    pub denial: Option<Denial>,
}

/// Asks to whom an open step should go.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct SuggestRequest {
    /// The case.
    pub case: Case,
    /// The step.
    pub step: StepId,
    /// The cases whose work counts as burden.
    pub cases: Vec<Case>,
    /// As of when.
    pub now: Stamp,
}

impl Office {
    /// Applies an event to a case (to none, for the first one).
    ///
    /// # Errors
    /// The refusal, with the right that is missing and who has it; the case is untouched.
    pub fn apply(&self, case: Option<&Case>, event: &Event) -> Result<Case, Box<Refusal>> {
        case::apply(self, case, event)
    }

    /// Applies the events of a case one after the other; what is refused is passed over and listed.
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

    /// What is on whose desk at an instant, by due time and colour, and when to look again.
    pub fn agenda(&self, cases: &[Case], who: &Who, now: Instant) -> Agenda {
        let items = case::agenda(self, cases, who, now);
        Agenda { next_wake_up: case::next_wake_up(&items), items }
    }

    /// Whether an officer has a right on a day, and by which chain.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] at `/unit` for a unit that the rulebook does not have.
    pub fn may(&self, request: &MayRequest) -> Result<Permission, Faults> {
        let MayRequest { officer, role, unit, secrecy, on_behalf_of, on } = request;
        self.rulebook().rules().check_unit(unit.as_ref(), "/unit")?;
        let staff = self.staff();
        let officer = staff.find(officer.as_str()).unwrap_or(officer);
        let right = Right { role: role.clone(), unit: unit.clone(), secrecy: *secrecy };
        Ok(match staff.may_for(officer, on_behalf_of.as_ref(), &right, *on) {
            Ok(grant) => Permission { grant: Some(grant), denial: None },
            Err(denial) => Permission { grant: None, denial: Some(*denial) },
        })
    }

    /// To whom an open step should go, the least burdened first.
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
