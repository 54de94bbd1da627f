//! A log out of two tables: case rows and events. Frames have columns named like the fields of those shapes.

use crate::arrow::{Texts, Times, known};
use crate::frame::Frame;
use crate::{arrow, fault, log, text};
use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::{RecordBatch, RecordBatchReader};
use namro::base::Node;
use namro::base::{OfficerId, StepId, UnitId};
use namro::case::{CaseRow, Event};
use namro::internals::base::{Shape, parse_json};
use namro::internals::log::Symbol;
use namro::log::{Builder, DayMarks, Log, Mapping, RawCase, RawEvent, Reading, TimeField};
use namro::replay::Fact;
use namro::{Code, Error, Faults, Place, Seconds, Zone};
use pyo3::prelude::*;
use pyo3::types::{PySequence, PyString};

const EVENT: [&str; 14] = [
    "event_id",
    "office",
    "case_id",
    "seq",
    "at",
    "recorded_at",
    "act",
    "step",
    "actor",
    "actor_kind",
    "on_behalf_of",
    "assignee",
    "unit",
    "data",
];
const CASE: [&str; 15] = [
    "case_id",
    "office",
    "procedure",
    "unit",
    "submitted",
    "received",
    "accepted",
    "due_recorded",
    "due_original",
    "finished",
    "returned",
    "stopped",
    "status",
    "responsible",
    "channel",
];

/// A table of a log: a frame of any library that speaks Arrow, or rows.
pub(crate) enum LogTable<T> {
    /// A stream, and whether it can be read only once.
    Stream(RecordBatchStreamReader, bool),
    Frame(Frame),
    Rows(Vec<T>),
}

impl<T: Shape> LogTable<T> {
    /// The table that an object is.
    ///
    /// # Errors
    /// Faults of the rows; `TypeError` for what is neither a frame nor a sequence.
    pub(crate) fn of(table: &Bound<'_, PyAny>, name: &str, zone: &Zone) -> PyResult<Self> {
        if table.cast::<PySequence>().is_err() || table.is_instance_of::<PyString>() {
            return match arrow::stream(table) {
                Ok(reader) => Ok(Self::Stream(reader, !table.hasattr("__len__")?)),
                // Some columns have no type of Arrow; the frame may still give rows.
                Err(_) if table.hasattr("__arrow_c_stream__")? => Frame::of(table, name, zone).map(Self::Frame),
                Err(error) => Err(error),
            };
        }
        let pointer = format!("/{name}");
        let text = text::write_rows(table, &pointer)?;
        log::read(&text, &pointer).map(Self::Rows).map_err(|faults| fault::raise(table.py(), &faults))
    }
}

/// Reads both tables to their ends.
pub(crate) fn log(
    cases: Option<LogTable<CaseRow>>,
    events: Option<LogTable<Event>>,
    mapping: &Mapping,
    days: &Zone,
) -> Result<(Log, Reading), Faults> {
    let mut builder = Builder::new(mapping);
    let by = By { mapping, days, as_office: false };
    if let Some(LogTable::Rows(rows)) = &cases {
        rows.iter().zip(0..).for_each(|(case, row)| builder.case_row(case, Some(days), row));
    } else if let Some(cases) = cases {
        builder.begin_memory_table("cases", false);
        cases.each("cases", (&CASE, &["case_id"]), |batch, first| case_rows(&mut builder, batch, first, by))?;
    }
    if let Some(LogTable::Rows(rows)) = &events {
        rows.iter().zip(0..).for_each(|(event, row)| builder.event(&event.into(), row));
    } else if let Some(events) = events {
        builder.begin_memory_table("events", false);
        events
            .each("events", (&EVENT, &["case_id", "at"]), |batch, first| event_rows(&mut builder, batch, first, by))?;
    }
    builder.finish()
}

impl<T> LogTable<T> {
    /// Hands over batch after batch of a frame, with the number of its first row.
    fn each(
        self,
        table: &str,
        (names, needed): (&[&str], &[&str]),
        mut take: impl FnMut(&RecordBatch, u64) -> Result<(), Error>,
    ) -> Result<(), Faults> {
        let pointer = format!("/{table}");
        let at = |error: Error| Faults::from(error.under(&pointer));
        let mut first = 0;
        let mut take = |batch: &RecordBatch| {
            take(batch, first).map_err(at)?;
            first += batch.num_rows() as u64;
            Ok::<(), Faults>(())
        };
        match self {
            Self::Rows(_) => Ok(()),
            Self::Frame(frame) => {
                known(&frame.schema, names, needed, &pointer)?;
                frame.batches.iter().try_for_each(take)
            }
            Self::Stream(reader, once) => {
                known(&reader.schema(), names, needed, &pointer)?;
                let mut empty = true;
                for batch in reader {
                    take(&batch.map_err(|error| at(Error::new(Code::Syntax).with("reason", error)))?)?;
                    empty = false;
                }
                // A reader that was read before looks like an empty one.
                if empty && once { Err(at(Error::new(Code::NothingRead))) } else { Ok(()) }
            }
        }
    }
}

/// Whether a table has the columns of the fields of case rows, or of events, and none besides, so that it is in the
/// library's own shapes.
pub(crate) fn shape(frame: &Frame) -> Option<OwnShape> {
    if !frame.has("case_id") {
        return None;
    }
    match (frame.has_only(&CASE), frame.has_only(&EVENT)) {
        (_, true) if frame.has("at") => Some(OwnShape::Events),
        (true, _) => Some(OwnShape::Cases),
        _ => None,
    }
}

/// A shape of this library.
#[derive(Clone, Copy)]
pub(crate) enum OwnShape {
    Cases,
    Events,
}

/// Reads a table in one of the library's own shapes.
pub(crate) fn own_rows(builder: &mut Builder<'_>, frame: &Frame, shape: OwnShape, by: By<'_>) -> Result<(), Faults> {
    let names: &[&str] = match shape {
        OwnShape::Cases => &CASE,
        OwnShape::Events => &EVENT,
    };
    let pointer = format!("/{}", frame.name);
    known(&frame.schema, names, &["case_id"], &pointer)?;
    builder.begin_memory_table(&frame.name, false);
    let mut first = 0;
    for batch in &frame.batches {
        let read = match shape {
            OwnShape::Cases => case_rows(builder, batch, first, by),
            OwnShape::Events => event_rows(builder, batch, first, by),
        };
        read.map_err(|error| error.under(&pointer))?;
        first += batch.num_rows() as u64;
    }
    Ok(())
}

/// How rows in the library's own shapes are read.
#[derive(Clone, Copy)]
pub(crate) struct By<'a> {
    pub(crate) mapping: &'a Mapping,
    /// The zone in which days begin.
    pub(crate) days: &'a Zone,
    /// As tables of offices are: midnight on a clock without a zone is a day, and the status of a case says what became of
    /// it. Otherwise the rows are meant as they are.
    pub(crate) as_office: bool,
}

/// So many rows are looked at together: what is made of them stays in the processor's cache.
const PIECE: usize = 1 << 14;

/// The batch in pieces, each with the number of its first row.
fn pieces(batch: &RecordBatch, first: u64) -> impl Iterator<Item = (RecordBatch, u64)> {
    let starts = (0..batch.num_rows()).step_by(PIECE);
    starts.map(move |start| (batch.slice(start, PIECE.min(batch.num_rows() - start)), first + start as u64))
}

/// The symbol of each word of a dictionary, if it means anything; none where no row has asked for it yet.
type Words = Vec<Option<Option<Symbol>>>;

/// A column of names, as symbols.
struct Names<'a> {
    column: &'static str,
    texts: Texts<'a>,
    known: &'a mut Words,
    /// Where names are plain texts: those that the log already has.
    found: Vec<Option<Symbol>>,
}

impl<'a> Names<'a> {
    fn new(column: &'static str, texts: Texts<'a>, known: &'a mut Words, rows: usize, builder: &Builder<'_>) -> Self {
        let found = if texts.is_plain() { builder.known((0..rows).map(|row| texts.get(row))) } else { Vec::new() };
        Self { column, texts, known, found }
    }

    /// The symbol of a name that means what it says.
    fn name(&mut self, row: usize, builder: &mut Builder<'_>) -> Result<Option<Symbol>, Error> {
        match self.found.get(row).copied().flatten() {
            Some(found) => Ok(Some(found)),
            None => self.get(row, |name| builder.name(name).map(Some)),
        }
    }

    /// The symbol of who is meant by a person's name.
    fn person(&mut self, row: usize, builder: &mut Builder<'_>) -> Result<Option<Symbol>, Error> {
        self.get(row, |name| builder.person(name).map(Some))
    }

    fn get(
        &mut self,
        row: usize,
        symbol: impl FnOnce(&str) -> Result<Option<Symbol>, Error>,
    ) -> Result<Option<Symbol>, Error> {
        let word = self.texts.word(row);
        if let Some(known) = word.and_then(|word| self.known.get(word).copied().flatten()) {
            return Ok(known);
        }
        let Some(text) = self.texts.get(row) else { return Ok(None) };
        let symbol = symbol(text).map_err(|error| error.with("column", self.column))?;
        if let Some(word) = word {
            if self.known.len() <= word {
                self.known.resize(word + 1, None);
            }
            self.known.iter_mut().skip(word).take(1).for_each(|cell| *cell = Some(symbol));
        }
        Ok(symbol)
    }
}

fn event_rows(builder: &mut Builder<'_>, batch: &RecordBatch, first: u64, by: By<'_>) -> Result<(), Error> {
    let mut words = NAMES.map(|_| Vec::new());
    for (piece, first) in pieces(batch, first) {
        event_piece(builder, &piece, first, by, &mut words)?;
    }
    Ok(())
}

/// The columns of an event that hold names.
const NAMES: [&str; 9] = ["event_id", "office", "case_id", "act", "step", "actor", "on_behalf_of", "assignee", "unit"];

fn event_piece(
    builder: &mut Builder<'_>,
    batch: &RecordBatch,
    first: u64,
    by: By<'_>,
    words: &mut [Words; NAMES.len()],
) -> Result<(), Error> {
    let [event_ids, offices, case_ids, acts, steps, actors, behalfs, assignees, units] = words;
    let names =
        |name, known| Texts::of(batch, name).map(|texts| Names::new(name, texts, known, batch.num_rows(), builder));
    let (mut event_id, mut office) = (names("event_id", event_ids)?, names("office", offices)?);
    let (mut case_id, mut act, mut step) = (names("case_id", case_ids)?, names("act", acts)?, names("step", steps)?);
    let (mut actor, mut on_behalf_of) = (names("actor", actors)?, names("on_behalf_of", behalfs)?);
    let mut assignee = names("assignee", assignees)?;
    // Some units mean none, so each is asked for by itself.
    let mut unit = Names { column: "unit", texts: Texts::of(batch, "unit")?, known: units, found: Vec::new() };
    let text = |name| Texts::of(batch, name);
    let (seq, kind, data) = (text("seq")?, text("actor_kind")?, text("data")?);
    let times = Times::of(batch, "at", by)?;
    let recorded_at = Times::of(batch, "recorded_at", by)?;
    let (zone, has_act) = (by.mapping.zone(), batch.column_by_name("act").is_some());
    for row in 0..batch.num_rows() {
        // Rows are numbered from 1.
        let number = first + row as u64 + 1;
        let parsed = || -> Result<_, Error> {
            let seq = seq.get(row).map(|text| text.parse().map_err(|_| out_of_range(text))).transpose();
            let seq = seq.map_err(|error| error.with("column", "seq"))?;
            let kind = kind.get(row).map(term).transpose();
            let kind = kind.map_err(|error| error.at(Place::default()).with("column", "actor_kind"))?;
            let data: Result<Option<Node>, Error> = data.get(row).map(|text| parse_json(text.as_bytes())).transpose();
            let data = data.map_err(|error| error.at(Place::default()).with("column", "data"))?;
            let (at, day_only) = times.get(row).map_err(|error| error.with("column", "at"))?.unzip();
            let recorded_at = recorded_at.get(row).map_err(|error| error.with("column", "recorded_at"))?;
            let recorded_at = recorded_at.map(|(at, _)| at);
            Ok((seq, kind, data, (at, day_only.unwrap_or_default()), recorded_at))
        };
        let (seq, actor_kind, data, (at, day_only), recorded_at) = match parsed() {
            Ok(parsed) => parsed,
            Err(error) => {
                builder.refuse(error, "events", number);
                continue;
            }
        };
        let mut coded = || -> Result<_, Error> {
            let without = || Error::new(Code::EventWithoutCase).with("column", "case_id");
            let case = case_id.texts.get(row).ok_or_else(without)?;
            at.ok_or_else(|| Error::new(Code::EventWithoutTime).with("case", case).with("column", "at"))?;
            if has_act && act.texts.get(row).is_none() {
                builder.without_act(number);
            }
            let act = act.name(row, builder)?;
            let actor = actor.person(row, builder)?;
            let event_id = event_id.name(row, builder)?;
            let step = step.name(row, builder)?;
            let on_behalf_of = on_behalf_of.person(row, builder)?;
            let assignee = assignee.person(row, builder)?;
            let unit = unit.get(row, |name| builder.somewhere(name))?;
            let case_id = case_id.name(row, builder)?;
            let office = office.name(row, builder)?;
            Ok(RawEvent {
                event_id,
                office,
                case_id,
                seq,
                at,
                day_only,
                offset: at.zip(zone).map_or(0, |(at, zone)| zone.offset_at(at)),
                recorded_at,
                act,
                step,
                actor,
                actor_kind,
                on_behalf_of,
                assignee,
                unit,
                data: data.as_ref(),
                rest: 0,
            })
        };
        match coded() {
            Ok(event) => builder.coded_event(&event, number),
            Err(error) => builder.refuse(error, "events", number),
        }
    }
    Ok(())
}

fn case_rows(builder: &mut Builder<'_>, batch: &RecordBatch, first: u64, by: By<'_>) -> Result<(), Error> {
    pieces(batch, first).try_for_each(|(piece, first)| case_piece(builder, &piece, first, by))
}

fn case_piece(builder: &mut Builder<'_>, batch: &RecordBatch, first: u64, by: By<'_>) -> Result<(), Error> {
    let text = |name| Texts::of(batch, name);
    let (case_id, office, procedure, unit) = (text("case_id")?, text("office")?, text("procedure")?, text("unit")?);
    let (status, responsible, channel) = (text("status")?, text("responsible")?, text("channel")?);
    let names =
        ["submitted", "received", "accepted", "due_recorded", "due_original", "finished", "returned", "stopped"];
    let times = names.iter().map(|name| Times::of(batch, name, by)).collect::<Result<Vec<_>, _>>()?;
    for row in 0..batch.num_rows() {
        // Rows are numbered from 1.
        let number = first + row as u64 + 1;
        let instant = |(column, name): (&Times<'_>, &str)| column.get(row).map_err(|error| error.with("column", name));
        let instants = times.iter().zip(names).map(instant).collect::<Result<Vec<_>, _>>();
        let mut marks = DayMarks::default();
        let instants = instants.map(|moments| {
            for (field, moment) in TimeField::ALL.into_iter().zip(&moments) {
                marks.set(field, moment.is_some_and(|(_, day_only)| day_only));
            }
            let instants: Vec<_> = moments.into_iter().map(|moment| moment.map(|(at, _)| at)).collect();
            <[_; 8]>::try_from(instants).unwrap_or_default()
        });
        match instants {
            Err(error) => builder.refuse(error, "cases", number),
            Ok([submitted, received, accepted, due_recorded, due_original, finished, returned, stopped]) => builder
                .columned_case(
                    &RawCase {
                        case_id: case_id.get(row),
                        office: office.get(row),
                        procedure: procedure.get(row),
                        unit: unit.get(row),
                        submitted,
                        received,
                        accepted,
                        due_recorded,
                        due_original,
                        finished,
                        returned,
                        stopped,
                        status: status.get(row),
                        responsible: responsible.get(row),
                        channel: channel.get(row),
                        days: marks,
                    },
                    number,
                    by.as_office,
                ),
        }
    }
    Ok(())
}

/// Appends the facts of a batch, in columns named like the fields of that shape.
pub(crate) fn facts(batch: &RecordBatch, facts: &mut Vec<Fact>) -> Result<(), Error> {
    let needed = |name: &str| match batch.column_by_name(name) {
        Some(_) => Texts::of(batch, name),
        None => Err(Error::new(Code::MissingField).with("field", name)),
    };
    let (kind, period, grade, count, seconds) =
        (needed("kind")?, needed("period")?, needed("grade")?, needed("count")?, needed("working_seconds")?);
    let (officer, unit, step) = (needed("officer")?, needed("unit")?, needed("step")?);
    let missing = |name: &str| Error::new(Code::MissingField).with("field", name);
    let number = |column: &Texts<'_>, row, name: &str| -> Result<i64, Error> {
        let text = column.get(row).ok_or_else(|| missing(name))?;
        text.parse().map_err(|_| Error::new(Code::WrongType).with("expected", "integer").with("found", text))
    };
    for row in 0..batch.num_rows() {
        let text = |column: &Texts<'_>, name| column.get(row).map(str::to_owned).ok_or_else(|| missing(name));
        facts.push(Fact {
            kind: term(kind.get(row).ok_or_else(|| missing("kind"))?)?,
            officer: officer.get(row).map(OfficerId::from),
            unit: unit.get(row).map(UnitId::from),
            step: step.get(row).map(StepId::from),
            period: text(&period, "period")?,
            count: number(&count, row, "count")?,
            working_seconds: Seconds(number(&seconds, row, "working_seconds")?),
            grade: term(grade.get(row).ok_or_else(|| missing("grade"))?)?,
        });
    }
    Ok(())
}

fn out_of_range(text: &str) -> Error {
    Error::new(Code::OutOfRange).with("value", text).with("range", "0…4294967295")
}

/// One of a closed set of terms.
pub(crate) fn term<T: Shape>(name: &str) -> Result<T, Error> {
    namro::internals::base::read(&Node { value: namro::base::Value::Text(name.into()), line: 0, column: 0 })
        .map_err(|faults| faults.iter().next().cloned().unwrap_or_else(|| Error::new(Code::UnknownTerm)))
}
