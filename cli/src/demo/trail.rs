//! The events of one case, in order.

use super::hours::Month;
use namro::Stamp;
use namro::base::{CaseId, EventId, OfficerId, ProcedureId, StepId, UnitId};
use namro::base::{Map, Node, Value};
use namro::case::{Actor, ActorKind, CaseRow, Event};
use namro::{Instant, Seconds, Zone};

/// A case under construction, at a working second of the month.
pub(crate) struct Trail<'a> {
    month: &'a Month,
    case: CaseId,
    unit: UnitId,
    /// The working second of the last act.
    pub(crate) work: i64,
    /// The instant of the last act if it is outside working hours; the next act must not be earlier.
    floor: Option<Instant>,
    events: Vec<Event>,
    /// The header.
    pub(crate) row: CaseRow,
}

impl<'a> Trail<'a> {
    /// A case that begins at a working second.
    pub(crate) fn new(month: &'a Month, case: &str, procedure: &str, unit: &UnitId, work: i64) -> Self {
        let case = CaseId::from(case);
        let row = CaseRow {
            case_id: case.clone(),
            office: None,
            procedure: Some(ProcedureId::from(procedure)),
            unit: Some(unit.clone()),
            submitted: None,
            received: None,
            accepted: None,
            due_recorded: None,
            due_original: None,
            finished: None,
            returned: None,
            stopped: None,
            status: None,
            responsible: None,
            channel: None,
        };
        Self { month, case, unit: unit.clone(), work, floor: None, events: Vec::new(), row }
    }

    /// Lets working seconds pass.
    pub(crate) const fn wait(&mut self, seconds: i64) -> &mut Self {
        self.work += seconds;
        self
    }

    /// The present instant; `None` once the month is over.
    pub(crate) fn now(&self) -> Option<Instant> {
        self.month.at(self.work).map(|at| self.floor.map_or(at, |floor| at.max(floor.plus(Seconds(1)))))
    }

    /// An act of a person, now.
    pub(crate) fn act(&mut self, act: &str, step: &str, actor: &OfficerId) -> &mut Self {
        let person = Actor { kind: ActorKind::Person, id: Some(actor.clone()) };
        self.push(self.now(), act, step, Some(person), None)
    }

    /// Assigns a step to an officer, now.
    pub(crate) fn give(&mut self, act: &str, step: &str, actor: &OfficerId, to: &OfficerId) -> &mut Self {
        let person = Actor { kind: ActorKind::Person, id: Some(actor.clone()) };
        self.push(self.now(), act, step, Some(person), Some(to))
    }

    /// Assigns a step to an officer by a program, now.
    pub(crate) fn route(&mut self, step: &str, to: &OfficerId) -> &mut Self {
        let program = Actor { kind: ActorKind::System, id: Some(OfficerId::from("he-thong")) };
        self.push(self.now(), "assign", step, Some(program), Some(to))
    }

    /// An act of the citizen, now.
    pub(crate) fn citizen(&mut self, act: &str, step: &str) -> &mut Self {
        let citizen = Actor { kind: ActorKind::Citizen, id: None };
        self.push(self.now(), act, step, Some(citizen), None)
    }

    /// An act of a person at a time of the clock, a number of days after the present working day. The office continues
    /// at the next opening.
    pub(crate) fn act_at(&mut self, act: &str, step: &str, actor: &OfficerId, days: i64, second: i64) -> &mut Self {
        let at = self.month.clock(self.work, days, second);
        let person = Actor { kind: ActorKind::Person, id: Some(actor.clone()) };
        self.push(at, act, step, Some(person), None);
        self.floor = at;
        self.work = (Month::day(self.work) + 1) * super::hours::DAY;
        self
    }

    /// Sets when the last act was entered: this many calendar days after it is said to have happened.
    pub(crate) fn entered_later(&mut self, days: i64) -> &mut Self {
        if let Some(event) = self.events.last_mut() {
            let at = event.at.at.plus(Seconds(days * 86_400));
            event.recorded_at = Some(Zone::vietnam().stamp(at));
        }
        self
    }

    /// An act of the citizen at any instant, inside or outside working hours.
    pub(crate) fn citizen_at(&mut self, at: Option<Instant>, act: &str, step: &str) -> &mut Self {
        self.push(at, act, step, Some(Actor { kind: ActorKind::Citizen, id: None }), None)
    }

    /// Renames the case, whose name depends on when it begins.
    pub(crate) fn rename(&mut self, case: &str) {
        self.case = CaseId::from(case);
        self.row.case_id = self.case.clone();
    }

    /// When an act was last done at a step.
    pub(crate) fn last(&self, act: &str, step: &str) -> Option<Stamp> {
        let found =
            self.events.iter().rev().find(|e| e.act == act && e.step.as_ref().is_some_and(|s| s.as_str() == step));
        found.map(|event| event.at)
    }

    /// Adds a yes or no, on which the workflow decides its route, to the last act.
    pub(crate) fn with(&mut self, name: &str, value: bool) -> &mut Self {
        if let Some(event) = self.events.last_mut() {
            event.data = Some(Node::from(Value::Map(Map::from_iter([(name, Value::Bool(value))]))));
        }
        self
    }

    fn push(
        &mut self,
        at: Option<Instant>,
        act: &str,
        step: &str,
        actor: Option<Actor>,
        to: Option<&OfficerId>,
    ) -> &mut Self {
        let end = self.month.end();
        let Some(at) = at.filter(|at| Some(*at) < end) else {
            return self; // After the month: the demo does not know it yet.
        };
        self.events.push(Event {
            event_id: None,
            office: None,
            case_id: self.case.clone(),
            seq: u32::try_from(self.events.len() + 1).ok(),
            at: Zone::vietnam().stamp(at),
            day_only: false,
            recorded_at: None,
            act: act.to_owned(),
            step: Some(StepId::from(step)),
            actor,
            on_behalf_of: None,
            assignee: to.cloned(),
            unit: Some(self.unit.clone()),
            data: None,
        });
        self
    }

    /// The header and the events, each event numbered on from those before it.
    pub(crate) fn close(mut self, events: &mut Vec<Event>) -> CaseRow {
        for event in &mut self.events {
            event.event_id = Some(EventId::from(format!("e-{:06}", events.len() + 1).as_str()));
            events.push(event.clone());
        }
        self.row
    }
}
