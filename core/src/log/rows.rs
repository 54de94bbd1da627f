//! Logs from rows and back: the shapes in which hosts exchange logs.

use super::builder::Builder;
use super::columns::{DayMarks, TimeField};
use super::raw::{RawCase, RawEvent};
use super::{Log, Mapping, Reading, Symbol};
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{CaseId, EventId, OfficeId, OfficerId, ProcedureId, StepId, UnitId};
use crate::base::time::{Instant, Zone};
use crate::case::{Actor, CaseRow, Event};
use crate::deadline::When;

impl Log {
    /// A log from case rows and events; either may be empty. A case that only events name is created by them.
    ///
    /// # Errors
    /// Every fault, each with the pointer of its row: for example an act that is neither an effect nor declared by the
    /// mapping.
    ///
    /// ```
    /// use namro::log::{Log, Mapping};
    /// let text = br#"[{"case_id": "c1", "at": "2026-01-08T09:00:00+07:00", "act": "receive"}]"#;
    /// let events: Vec<namro::case::Event> = serde_json::from_slice(text).unwrap();
    /// let (log, reading) = Log::from_rows(&[], &events, &Mapping::default()).unwrap();
    /// assert_eq!((reading.cases, log.to_events(&namro::Zone::vietnam()).len()), (1, 1));
    /// ```
    pub fn from_rows(cases: &[CaseRow], events: &[Event], mapping: &Mapping) -> Result<(Self, Reading), Faults> {
        Self::from_rows_in(cases, events, mapping, mapping.zone())
    }

    /// The same, with the zone in which dates without a time begin.
    ///
    /// # Errors
    /// As [`Log::from_rows`]; [`Code::NoZone`] for a date if no zone is given.
    pub fn from_rows_in(
        cases: &[CaseRow],
        events: &[Event],
        mapping: &Mapping,
        zone: Option<&Zone>,
    ) -> Result<(Self, Reading), Faults> {
        let mut builder = Builder::new(mapping);
        for (case, row) in cases.iter().zip(0..) {
            builder.case_row(case, zone, row);
        }
        for (event, row) in events.iter().zip(0..) {
            builder.event(&event.into(), row);
        }
        builder.finish()
    }

    /// The case rows of this log, their times written in a zone.
    pub fn to_cases(&self, zone: &Zone) -> Vec<CaseRow> {
        let cases = self.cases.rows().enumerate();
        cases
            .map(|(row, case)| {
                let when = |at: Option<Instant>, field| {
                    let day_only = case.days.has(field);
                    at.map(|at| if day_only { When::Date(zone.date_of(at)) } else { When::At(zone.stamp(at)) })
                };
                CaseRow {
                    case_id: CaseId::from(self.name(case.id)),
                    office: self.id::<OfficeId>(self.extras.offices.get(row)),
                    procedure: self.id::<ProcedureId>(case.procedure),
                    unit: self.id::<UnitId>(case.unit),
                    submitted: when(case.submitted, TimeField::Submitted),
                    received: when(case.received, TimeField::Received),
                    accepted: when(case.accepted, TimeField::Accepted),
                    due_recorded: when(case.due_recorded, TimeField::DueRecorded),
                    due_original: when(case.due_original, TimeField::DueOriginal),
                    finished: when(case.finished, TimeField::Finished),
                    returned: when(case.returned, TimeField::Returned),
                    stopped: when(case.stopped, TimeField::Stopped),
                    status: self.id::<String>(case.status),
                    responsible: self.id::<OfficerId>(case.responsible),
                    channel: self.id::<String>(case.channel),
                }
            })
            .collect()
    }

    /// The events of this log in its order, their times written in a zone.
    pub fn to_events(&self, zone: &Zone) -> Vec<Event> {
        let events = self.events.rows().enumerate();
        events
            .map(|(row, event)| {
                let case = self.cases.id.get(event.case as usize).copied();
                Event {
                    event_id: Some(EventId::from(&*self.event_id(&event))),
                    office: self.id::<OfficeId>(self.extras.offices.get(event.case as usize)),
                    case_id: CaseId::from(case.map_or("", |case| self.name(case))),
                    seq: self.seq(row),
                    at: zone.stamp(event.at),
                    day_only: event.day_only,
                    recorded_at: event.recorded_at.map(|at| zone.stamp(at)),
                    act: self.name(event.act).to_owned(),
                    step: self.id::<StepId>(event.step),
                    actor: Some(Actor { kind: event.actor_kind, id: self.id::<OfficerId>(event.actor) }),
                    on_behalf_of: self.id::<OfficerId>(event.on_behalf_of),
                    assignee: self.id::<OfficerId>(event.assignee),
                    unit: self.id::<UnitId>(event.unit),
                    data: self.extras.data.get(&row).cloned(),
                }
            })
            .collect()
    }

    fn id<T: for<'a> From<&'a str>>(&self, symbol: Option<Symbol>) -> Option<T> {
        symbol.map(|symbol| T::from(self.name(symbol)))
    }
}

impl<'a> From<&'a Event> for RawEvent<'a> {
    fn from(event: &'a Event) -> Self {
        Self {
            event_id: event.event_id.as_ref().map(EventId::as_str),
            office: event.office.as_ref().map(OfficeId::as_str),
            case_id: Some(event.case_id.as_str()),
            seq: event.seq,
            at: Some(event.at.at),
            day_only: event.day_only,
            offset: event.at.offset,
            recorded_at: event.recorded_at.map(|stamp| stamp.at),
            act: Some(&event.act),
            step: event.step.as_ref().map(StepId::as_str),
            actor: event.actor.as_ref().and_then(|actor| actor.id.as_ref()).map(OfficerId::as_str),
            actor_kind: event.actor.as_ref().map(|actor| actor.kind),
            on_behalf_of: event.on_behalf_of.as_ref().map(OfficerId::as_str),
            assignee: event.assignee.as_ref().map(OfficerId::as_str),
            unit: event.unit.as_ref().map(UnitId::as_str),
            data: event.data.as_ref(),
            rest: 0,
        }
    }
}

impl Builder<'_> {
    /// Takes a case row of this library's shape; `zone` is the zone in which dates without a time begin.
    pub fn case_row(&mut self, case: &CaseRow, zone: Option<&Zone>, row: u64) {
        match raw(case, zone) {
            Ok(raw) => self.case(&raw, row),
            Err(error) => self.refuse(error, "cases", row),
        }
    }
}

fn raw<'a>(case: &'a CaseRow, zone: Option<&Zone>) -> Result<RawCase<'a>, Error> {
    let mut days = DayMarks::default();
    let mut at = |when: Option<When>, field| match when {
        None => Ok(None),
        Some(When::At(stamp)) => Ok(Some(stamp.at)),
        Some(When::Date(date)) => {
            let zone = zone.ok_or_else(|| Error::new(Code::NoZone).with("value", date))?;
            days.set(field, true);
            Ok(Some(zone.instant(date, 0)))
        }
    };
    let [submitted, received, accepted, due_recorded, due_original, finished, returned, stopped] = [
        at(case.submitted, TimeField::Submitted)?,
        at(case.received, TimeField::Received)?,
        at(case.accepted, TimeField::Accepted)?,
        at(case.due_recorded, TimeField::DueRecorded)?,
        at(case.due_original, TimeField::DueOriginal)?,
        at(case.finished, TimeField::Finished)?,
        at(case.returned, TimeField::Returned)?,
        at(case.stopped, TimeField::Stopped)?,
    ];
    Ok(RawCase {
        case_id: Some(case.case_id.as_str()),
        office: case.office.as_ref().map(OfficeId::as_str),
        procedure: case.procedure.as_ref().map(ProcedureId::as_str),
        unit: case.unit.as_ref().map(UnitId::as_str),
        submitted,
        received,
        accepted,
        due_recorded,
        due_original,
        finished,
        returned,
        stopped,
        status: case.status.as_deref(),
        responsible: case.responsible.as_ref().map(OfficerId::as_str),
        channel: case.channel.as_deref(),
        days,
    })
}

#[cfg(test)]
#[path = "tests/rows.rs"]
mod tests;
