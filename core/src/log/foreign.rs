//! Rows of other systems: cells become fields.

use super::builder::{Builder, RawCase, RawEvent};
use super::headings::{CaseField, EventField};
use super::times::{Moment, Times};
use crate::case::Effect;
use crate::error::{Code, Error, Faults};
use crate::time::Instant;
use crate::value::Node;

/// What a reader knows of a row beyond its cells.
#[derive(Clone, Copy, Default)]
pub(super) struct Beside<'a> {
    /// Digest of the cells that nothing is read from.
    pub(super) rest: u64,
    /// The cells that the mapping keeps as data.
    pub(super) data: Option<&'a Node>,
    /// The line.
    pub(super) line: u64,
    /// In XES, whoever is named beside `assign` is the one to whom the step goes.
    pub(super) assigns_resource: bool,
}

impl Builder<'_> {
    /// Takes the event of a row; where the row tells a beginning too, that is an event of its own.
    pub(super) fn foreign_event<'a>(
        &mut self,
        cell: impl Fn(EventField) -> Option<&'a str>,
        times: Times<'_>,
        beside: Beside<'a>,
    ) {
        if let Err(error) = self.try_event(cell, times, beside) {
            self.refuse(error, "events", beside.line);
        }
    }

    fn try_event<'a>(
        &mut self,
        cell: impl Fn(EventField) -> Option<&'a str>,
        times: Times<'_>,
        beside: Beside<'a>,
    ) -> Result<(), Error> {
        let mapping = self.mapping;
        let cell = |field| cell(field).filter(|text| !mapping.is_missing(text));
        let time = |field| cell(field).map(|text| times.read(text)).transpose();
        let (at, started, recorded) =
            (time(EventField::At)?, time(EventField::Started)?, time(EventField::RecordedAt)?);
        let seq = cell(EventField::Seq).map(number).transpose()?;
        let act = cell(EventField::Act);
        let actor = cell(EventField::Actor);
        let mut event = RawEvent {
            event_id: cell(EventField::EventId),
            office: cell(EventField::Office),
            case_id: cell(EventField::CaseId),
            seq,
            at: at.map(|moment| moment.at),
            offset: at.map_or(0, |moment| moment.offset),
            recorded_at: recorded.map(|moment| moment.at),
            act,
            step: cell(EventField::Step),
            actor,
            actor_kind: None,
            on_behalf_of: cell(EventField::OnBehalfOf),
            assignee: cell(EventField::Assignee),
            unit: cell(EventField::Unit),
            data: beside.data,
            rest: beside.rest,
        };
        if beside.assigns_resource && act.and_then(|act| mapping.effect(act)) == Some(Effect::Assign) {
            event.assignee = event.assignee.or(actor);
        }
        if let Some(started) = started {
            self.note_time(&started);
            let (event_id, act) = (None, Some(Effect::Start.as_str()));
            let (at, offset) = (Some(started.at), started.offset);
            self.event(&RawEvent { event_id, act, at, offset, recorded_at: None, ..event }, beside.line);
        }
        if let Some(moment) = at {
            self.note_time(&moment);
        }
        if at.is_some() || started.is_none() {
            self.event(&event, beside.line);
        }
        Ok(())
    }

    fn note_time(&mut self, moment: &Moment) {
        self.reading.days_only += u64::from(moment.day_only);
        self.reading.times_cut += u64::from(moment.cut);
    }

    /// Takes the case row of a row.
    pub(super) fn foreign_case<'a>(
        &mut self,
        case_id: Option<&'a str>,
        office: Option<&'a str>,
        cell: impl Fn(CaseField) -> Option<&'a str>,
        times: Times<'_>,
        line: u64,
    ) {
        let mapping = self.mapping;
        let cell = |field| cell(field).filter(|text| !mapping.is_missing(text));
        let mut faults = Faults::new();
        let mut time = |field| -> Option<Instant> {
            let read = cell(field).map(|text| times.read(text))?;
            read.map_err(|error| faults.push(error)).ok().map(|moment| moment.at)
        };
        let raw = RawCase {
            case_id: case_id.filter(|id| !mapping.is_missing(id)),
            office,
            procedure: cell(CaseField::Procedure),
            unit: cell(CaseField::Unit),
            submitted: time(CaseField::Submitted),
            received: time(CaseField::Received),
            accepted: time(CaseField::Accepted),
            due_recorded: time(CaseField::DueRecorded),
            due_original: time(CaseField::DueOriginal),
            finished: time(CaseField::Finished),
            returned: time(CaseField::Returned),
            stopped: time(CaseField::Stopped),
            status: cell(CaseField::Status),
            responsible: cell(CaseField::Responsible),
            channel: cell(CaseField::Channel),
        };
        match faults.is_empty() {
            true => self.case(&raw, line),
            false => self.refuse(faults, "cases", line),
        }
    }
}

fn number(text: &str) -> Result<u32, Error> {
    let wrong = || Error::new(Code::WrongType).with("expected", "integer").with("found", text);
    text.trim().parse().map_err(|_| wrong())
}
