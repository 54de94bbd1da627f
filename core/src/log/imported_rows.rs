//! Rows of other systems: turns cells into fields.

use super::builder::Builder;
use super::columns::{DayMarks, TimeField};
use super::headings::{CaseField, EventField, Field, SupplementField};
use super::raw::{RawCase, RawEvent};
use super::spec::StatusMeaning;
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

/// A row of a table, which may describe a case, an event of it and a supplement at once.
pub(super) struct ForeignRow<'a, 'f> {
    /// The text of a field, `None` if it has no value.
    pub(super) cell: &'f dyn Fn(Field) -> Option<&'a str>,
    /// How the times of a field are read.
    pub(super) times: &'f dyn Fn(Field) -> Times<'a>,
    /// The heading of a field.
    pub(super) name: &'f dyn Fn(Field) -> Option<&'a str>,
    /// The code of the procedure, repaired.
    pub(super) procedure: Option<&'a str>,
    /// The unit that the section above names.
    pub(super) section: Option<&'a str>,
    pub(super) is_events: bool,
    pub(super) is_cases: bool,
    pub(super) is_supplements: bool,
    pub(super) beside: Beside<'a>,
}

impl<'a> ForeignRow<'a, '_> {
    fn time(&self, field: Field, faults: &mut Faults) -> Option<Moment> {
        let text = (self.cell)(field).filter(|text| !is_no_time(text))?;
        let read = (self.times)(field).read(text);
        read.map_err(|error| faults.push(error.with("column", (self.name)(field).unwrap_or_default()))).ok()
    }

    fn case(&self, faults: &mut Faults) -> RawCase<'a> {
        let cell = |field: CaseField| (self.cell)(Field::Case(field));
        let mut days = DayMarks::default();
        let mut time = |field, known| {
            let moment = self.time(Field::Case(field), faults)?;
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
        let unit = cell(CaseField::Unit).or(self.section.filter(|_| !self.is_events));
        RawCase {
            case_id: (self.cell)(Field::Event(EventField::CaseId)),
            office: (self.cell)(Field::Event(EventField::Office)),
            procedure: self.procedure,
            unit,
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
        }
    }

    /// The events of the row, in order.
    fn events(&self, builder: &Builder<'_>, faults: &mut Faults) -> Vec<(RawEvent<'a>, Moment)> {
        let cell = |field: EventField| (self.cell)(Field::Event(field));
        let mut events = Vec::new();
        let case = RawEvent {
            office: cell(EventField::Office),
            case_id: cell(EventField::CaseId),
            rest: self.beside.rest,
            ..RawEvent::default()
        };
        let of = |event: RawEvent<'a>, moment: Moment| {
            let Moment { at, offset, day_only, .. } = moment;
            (RawEvent { at: Some(at), offset, day_only, ..event }, moment)
        };
        if self.is_events {
            let mut time = |field| self.time(Field::Event(field), faults);
            let (at, started, recorded) =
                (time(EventField::At), time(EventField::Started), time(EventField::RecordedAt));
            let seq = cell(EventField::Seq).map(number).transpose();
            let seq = seq.map_err(|error| faults.push(error)).ok().flatten();
            let event = RawEvent {
                event_id: cell(EventField::EventId),
                seq,
                recorded_at: recorded.map(|moment| moment.at),
                act: cell(EventField::Act),
                step: cell(EventField::Step),
                actor: cell(EventField::Actor),
                on_behalf_of: cell(EventField::OnBehalfOf),
                assignee: cell(EventField::Assignee),
                unit: cell(EventField::Unit).or(self.section),
                data: self.beside.data,
                ..case
            };
            if let Some(started) = started {
                let act = Some(Effect::Start.as_str());
                events.push(of(RawEvent { event_id: None, act, recorded_at: None, ..event }, started));
            }
            match at {
                Some(at) => events.push(of(event, at)),
                None if started.is_none() && faults.is_empty() && !self.is_supplements => {
                    faults.push(missing_time(case.case_id, (self.name)(Field::Event(EventField::At))));
                }
                None => {}
            }
        }
        if self.is_supplements {
            let mut time = |field| self.time(Field::Supplement(field), faults);
            let (asked, came) = (time(SupplementField::Asked), time(SupplementField::Came));
            let acts = [(asked, Effect::Suspend), (came, Effect::Resume)];
            let acts = acts.into_iter().filter_map(|(moment, act)| Some((moment?, act)));
            events.extend(acts.map(|(moment, act)| of(RawEvent { act: Some(act.as_str()), ..case }, moment)));
            if events.is_empty() && !self.is_cases && faults.is_empty() {
                faults.push(missing_time(case.case_id, (self.name)(Field::Supplement(SupplementField::Asked))));
            }
        }
        for (event, _) in &mut events {
            if self.beside.assigns_resource
                && event.act.and_then(|act| builder.mapping.effect(act)) == Some(Effect::Assign)
            {
                event.assignee = event.assignee.or(event.actor);
            }
        }
        events
    }
}

/// Whether a cell says that there is no time yet: a dash, dots, `chưa trả`.
fn is_no_time(text: &str) -> bool {
    let signs = || text.chars().all(|letter| !letter.is_alphanumeric());
    signs() || (!text.is_ascii() && text.to_lowercase().starts_with("chưa "))
}

fn missing_time(case: Option<&str>, column: Option<&str>) -> Error {
    match case {
        None => Error::new(Code::EventWithoutCase),
        Some(case) => Error::new(Code::EventWithoutTime).with("case", case).with("column", column.unwrap_or_default()),
    }
}

impl Builder<'_> {
    /// Takes a row of a table: all of it, or with a fault nothing.
    pub(super) fn foreign_row(&mut self, row: &ForeignRow<'_, '_>) {
        let line = row.beside.line;
        let mut faults = Faults::new();
        let due_before =
            row.is_supplements.then(|| row.time(Field::Supplement(SupplementField::DueBefore), &mut faults));
        let case = row.is_cases.then(|| row.case(&mut faults));
        let events = row.events(self, &mut faults);
        if faults.is_empty() && (row.cell)(Field::Event(EventField::CaseId)).is_none() {
            faults.push(
                Error::new(Code::EventWithoutCase)
                    .with("column", (row.name)(Field::Event(EventField::CaseId)).unwrap_or_default()),
            );
        }
        if !faults.is_empty() {
            return self.set_aside(faults, "events", line);
        }
        let mut adds = false;
        if let Some(mut case) = case {
            self.apply_status(&mut case, line);
            if let Some(code) = case.procedure.filter(|code| self.mapping.has_procedure(code) == Some(false)) {
                self.unknown_word("procedure", code);
            }
            match self.try_case(&case, line) {
                Ok(added) => adds = added,
                Err(error) => return self.set_aside(error.into(), "cases", line),
            }
        }
        if let (Some(Some(moment)), Some(id)) = (due_before, (row.cell)(Field::Event(EventField::CaseId))) {
            self.due_before(id, moment.at, moment.day_only);
        }
        for (event, moment) in &events {
            self.note_time(moment);
            if let Err(error) = self.try_event(event, line) {
                return self.set_aside(error.into(), "events", line);
            }
        }
        if events.is_empty() && !adds {
            let id = (row.cell)(Field::Event(EventField::CaseId)).unwrap_or_default();
            self.leave_out_repeated(Error::new(Code::RepeatedRow).with("value", id), line);
        }
    }

    /// What the status of a case says of its dates: a case that ended without a result ended on the last day that its
    /// row names, and has no other end; one that was only registered has no due yet.
    pub(super) fn apply_status(&mut self, case: &mut RawCase<'_>, line: u64) {
        let Some(word) = case.status else { return };
        let Some(meaning) = self.mapping.status(word) else {
            self.unknown_word("status", word);
            return;
        };
        *self.reading.statuses.entry(meaning).or_default() += 1;
        match meaning {
            StatusMeaning::Refused | StatusMeaning::Withdrawn | StatusMeaning::Stopped => {
                let ends = [
                    (case.stopped, TimeField::Stopped),
                    (case.finished, TimeField::Finished),
                    (case.returned, TimeField::Returned),
                    (case.accepted, TimeField::Accepted),
                    (case.received, TimeField::Received),
                    (case.submitted, TimeField::Submitted),
                ];
                let end = ends.into_iter().find_map(|(at, field)| Some((at?, field)));
                if let Some((at, field)) = end {
                    case.days.set(TimeField::Stopped, case.days.has(field));
                    case.stopped = Some(at);
                }
                (case.finished, case.returned) = (None, None);
            }
            StatusMeaning::Registered if case.accepted.is_none() => {
                case.submitted = case.submitted.or(case.received);
                (case.received, case.due_recorded, case.due_original) = (None, None, None);
            }
            StatusMeaning::Done | StatusMeaning::Returned
                if case.finished.or(case.returned).or(case.stopped).is_none() =>
            {
                self.remark_row(Error::new(Code::EndWithoutDate).with("value", word), line);
            }
            _ => {}
        }
    }

    /// Takes the event of an element; if it also has a start time, the start is a further event.
    pub(super) fn foreign_event<'a>(
        &mut self,
        cell: impl Fn(EventField) -> Option<&'a str>,
        times: Times<'a>,
        beside: Beside<'a>,
    ) {
        let mapping = self.mapping;
        let cell = |field| match field {
            Field::Event(field) => cell(field).filter(|text| !mapping.is_missing(text)),
            _ => None,
        };
        let row = ForeignRow {
            cell: &cell,
            times: &|_| times,
            name: &|_| None,
            procedure: None,
            section: None,
            is_events: true,
            is_cases: false,
            is_supplements: false,
            beside,
        };
        let mut faults = Faults::new();
        let events = row.events(self, &mut faults);
        if !faults.is_empty() {
            return self.refuse(faults, "events", beside.line);
        }
        for (event, moment) in &events {
            self.note_time(moment);
            self.event(event, beside.line);
        }
    }

    fn note_time(&mut self, moment: &Moment) {
        self.reading.times_cut += u64::from(moment.cut);
    }

    /// Takes the case of an element.
    pub(super) fn foreign_case<'a>(
        &mut self,
        case_id: Option<&'a str>,
        cell: impl Fn(CaseField) -> Option<&'a str>,
        times: Times<'a>,
        line: u64,
    ) {
        let mapping = self.mapping;
        let cell = |field| match field {
            Field::Case(field) => cell(field).filter(|text| !mapping.is_missing(text)),
            Field::Event(EventField::CaseId) => case_id.filter(|id| !mapping.is_missing(id)),
            _ => None,
        };
        let row = ForeignRow {
            cell: &cell,
            times: &|_| times,
            name: &|_| None,
            procedure: cell(Field::Case(CaseField::Procedure)),
            section: None,
            is_events: false,
            is_cases: true,
            is_supplements: false,
            beside: Beside { line, ..Beside::default() },
        };
        let mut faults = Faults::new();
        let case = row.case(&mut faults);
        match faults.is_empty() {
            true => self.case(&case, line),
            false => self.refuse(faults, "cases", line),
        }
    }

    /// Gives a case the due that it had before a supplement, unless it has one.
    fn due_before(&mut self, id: &str, at: Instant, day_only: bool) {
        if let Some(case) = self.case_of(id)
            && self.log.cases.due_original.get(case).is_none()
        {
            self.log.cases.due_original.set(case, Some(at));
            let mut days = self.log.cases.days.get(case);
            days.set(TimeField::DueOriginal, day_only);
            self.log.cases.days.set(case, days);
        }
    }
}

fn number(text: &str) -> Result<u32, Error> {
    let wrong = || Error::new(Code::WrongType).with("expected", "integer").with("found", text);
    text.trim().parse().map_err(|_| wrong())
}
