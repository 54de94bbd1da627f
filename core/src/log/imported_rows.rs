//! Rows of other systems: turns cells into fields.

use super::builder::Builder;
use super::columns::{DayMarks, TimeField};
use super::headings::{CaseField, EventField};
use super::raw::{RawCase, RawEvent};
use super::times::{Moment, Times};
use crate::base::error::{Code, Error, Faults};
use crate::base::time::Instant;
use crate::base::value::Node;
use crate::case::Effect;

/// What a reader knows of a row besides its cells.
#[derive(Clone, Copy, Default)]
pub(super) struct Beside<'a> {
    /// Digest of the cells that no field is read from.
    pub(super) rest: u64,
    /// The cells that the mapping keeps as data.
    pub(super) data: Option<&'a Node>,
    /// Line of the row in the file, from 1.
    pub(super) line: u64,
    /// In XES, the resource of an `assign` event is the officer who gets the step.
    pub(super) assigns_resource: bool,
}

impl Builder<'_> {
    /// Takes the event of a row; if the row also has a start time, the start is a further event.
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
            day_only: at.is_some_and(|moment| moment.day_only),
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
            let (at, offset, day_only) = (Some(started.at), started.offset, started.day_only);
            self.event(&RawEvent { event_id, act, at, day_only, offset, recorded_at: None, ..event }, beside.line);
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
        let mut days = DayMarks::default();
        let mut time = |field, known| -> Option<Instant> {
            let read = cell(field).map(|text| times.read(text))?;
            let moment = read.map_err(|error| faults.push(error)).ok()?;
            days.set(known, moment.day_only);
            Some(moment.at)
        };
        let submitted = time(CaseField::Submitted, TimeField::Submitted);
        let received = time(CaseField::Received, TimeField::Received);
        let accepted = time(CaseField::Accepted, TimeField::Accepted);
        let due_recorded = time(CaseField::DueRecorded, TimeField::DueRecorded);
        let due_original = time(CaseField::DueOriginal, TimeField::DueOriginal);
        let finished = time(CaseField::Finished, TimeField::Finished);
        let returned = time(CaseField::Returned, TimeField::Returned);
        let stopped = time(CaseField::Stopped, TimeField::Stopped);
        let raw = RawCase {
            case_id: case_id.filter(|id| !mapping.is_missing(id)),
            office,
            procedure: cell(CaseField::Procedure),
            unit: cell(CaseField::Unit),
            submitted,
            received,
            accepted,
            due_recorded,
            due_original,
            finished,
            returned,
            stopped,
            status: cell(CaseField::Status),
            responsible: cell(CaseField::Responsible),
            channel: cell(CaseField::Channel),
            days,
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
