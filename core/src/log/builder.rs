//! The one way into a log: rows are pushed as they come, names interned, faults gathered with their places.

use super::columns::{CaseCells, DayMarks, Log, Row, Symbol, TimeField};
use super::{Mapping, Reading};
use crate::canon::canonical;
use crate::case::{ActorKind, Effect};
use crate::error::{Code, Error, Faults, Place};
use crate::ids::is_name;
use crate::time::Instant;
use crate::value::Node;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// An event as a row of some table has it, before its names are interned.
#[derive(Clone, Copy, Debug, Default)]
pub struct RawEvent<'a> {
    /// The identifier; without one, the content gives it.
    pub event_id: Option<&'a str>,
    /// The office.
    pub office: Option<&'a str>,
    /// The case; an event without one is a fault.
    pub case_id: Option<&'a str>,
    /// The number within the case.
    pub seq: Option<u32>,
    /// When it happened; an event without it is a fault.
    pub at: Option<Instant>,
    /// Of that only the day is known.
    pub day_only: bool,
    /// The offset by which `at` was written, in seconds east of UTC.
    pub offset: i32,
    /// When it was entered.
    pub recorded_at: Option<Instant>,
    /// What was done.
    pub act: Option<&'a str>,
    /// The step.
    pub step: Option<&'a str>,
    /// Who acted.
    pub actor: Option<&'a str>,
    /// What acted, where the row says so; else the mapping knows by the name.
    pub actor_kind: Option<ActorKind>,
    /// For whom.
    pub on_behalf_of: Option<&'a str>,
    /// To whom the step goes.
    pub assignee: Option<&'a str>,
    /// The unit.
    pub unit: Option<&'a str>,
    /// What the workflow routes by.
    pub data: Option<&'a Node>,
    /// A digest of whatever else the row holds: rows that differ in it are no repeats of each other.
    pub rest: u64,
}

/// A case row, before its names are interned.
#[derive(Clone, Copy, Debug, Default)]
#[allow(missing_docs)]
pub struct RawCase<'a> {
    pub case_id: Option<&'a str>,
    pub office: Option<&'a str>,
    pub procedure: Option<&'a str>,
    pub unit: Option<&'a str>,
    pub submitted: Option<Instant>,
    pub received: Option<Instant>,
    pub accepted: Option<Instant>,
    pub due_recorded: Option<Instant>,
    pub due_original: Option<Instant>,
    pub finished: Option<Instant>,
    pub returned: Option<Instant>,
    pub stopped: Option<Instant>,
    pub status: Option<&'a str>,
    pub responsible: Option<&'a str>,
    pub channel: Option<&'a str>,
    pub days: DayMarks,
}

/// An event whose names are interned and whose identifier may still be open.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) case: Row,
    pub(super) id: Option<Symbol>,
    /// The number within the case; 0 for none.
    pub(super) seq: u32,
    pub(super) at: Instant,
    pub(super) day_only: bool,
    pub(super) recorded_at: Option<Instant>,
    pub(super) effect: Effect,
    pub(super) act: Symbol,
    pub(super) step: Option<Symbol>,
    pub(super) actor: Option<Symbol>,
    pub(super) actor_kind: ActorKind,
    pub(super) on_behalf_of: Option<Symbol>,
    pub(super) assignee: Option<Symbol>,
    pub(super) unit: Option<Symbol>,
    pub(super) data: Option<Box<Node>>,
    /// A digest of the data, of a given number, and of what the row holds beside.
    pub(super) rest: u64,
    /// The row or line that it came from.
    pub(super) row: u64,
}

/// Where rows come from.
#[derive(Clone, Debug, Default)]
struct Origin {
    /// The file; none for rows that the caller holds.
    file: Option<Arc<str>>,
    /// It was written by another system: the order of its rows means something, its acts may be anything.
    foreign: bool,
}

/// A row number and, above it, the origin that it belongs to.
const ORIGIN_SHIFT: u32 = 40;

/// Builds a [`Log`] and its [`Reading`].
///
/// ```
/// use namro::log::{Builder, Mapping, RawEvent};
/// let mapping = Mapping::default();
/// let mut builder = Builder::new(&mapping);
/// builder.begin_file("export");
/// let at = namro::Instant::parse("2026-01-08T09:00:00+07:00").ok();
/// builder.event(&RawEvent { case_id: Some("c1"), at, step: Some("ky"), ..RawEvent::default() }, 2);
/// let (log, reading) = builder.finish().unwrap();
/// assert_eq!((log.events.len(), reading.without_actor), (1, 1));
/// ```
#[derive(Debug)]
pub struct Builder<'m> {
    pub(super) mapping: &'m Mapping,
    pub(super) log: Log,
    pub(super) drafts: Vec<Draft>,
    pub(super) reading: Reading,
    origins: Vec<Origin>,
    pub(super) faults: Faults,
    rows: HashMap<Symbol, Row>,
    effects: HashMap<Symbol, Effect>,
    actors: HashMap<Symbol, (Option<Symbol>, ActorKind)>,
    /// Of each case: how many events came, and when the last of them happened.
    arrivals: Vec<(u32, Instant)>,
}

impl<'m> Builder<'m> {
    /// A builder for rows in the shapes of this library; their places are JSON pointers such as `/events/3`.
    pub fn new(mapping: &'m Mapping) -> Self {
        Self {
            mapping,
            origins: vec![Origin::default()],
            log: Log::default(),
            drafts: Vec::new(),
            reading: Reading::default(),
            faults: Faults::new(),
            rows: HashMap::new(),
            effects: HashMap::new(),
            actors: HashMap::new(),
            arrivals: Vec::new(),
        }
    }

    /// Says that the rows to come are those of a file of another system; their places are its lines.
    ///
    /// Where they have no number of their own, their order within a case is kept for events of one instant; an act
    /// that nobody declared is the mapping's `otherwise`.
    pub fn begin_file(&mut self, name: &str) -> Arc<str> {
        let file: Arc<str> = name.into();
        self.origins.push(Origin { file: Some(file.clone()), foreign: true });
        file
    }

    /// Says that the present file uses the words of this library: an act that nobody declared is a fault.
    pub(super) fn trust_words(&mut self) {
        if let Some(origin) = self.origins.last_mut() {
            origin.foreign = false;
        }
    }

    /// Takes an event. `row` is the line of the file, or the index of the row.
    pub fn event(&mut self, raw: &RawEvent<'_>, row: u64) {
        if let Err(error) = self.take_event(raw, self.row(row)) {
            self.refuse(error, "events", row);
        }
    }

    /// Takes a case row; a later row of the same case adds to it and wins where they differ.
    pub fn case(&mut self, raw: &RawCase<'_>, row: u64) {
        if let Err(error) = self.take_case(raw, self.row(row)) {
            self.refuse(error, "cases", row);
        }
    }

    /// Records a row that cannot be taken: a fault of the whole log, or set aside where the mapping is lenient.
    pub fn refuse(&mut self, faults: impl Into<Faults>, table: &str, row: u64) {
        let place = self.place(table, self.row(row));
        let faults: Faults = faults.into();
        let target = if self.mapping.lenient { &mut self.reading.remarks } else { &mut self.faults };
        for error in faults.iter() {
            let at = match error.place() {
                unknown if *unknown == Place::default() => place.clone(),
                known => place.file.as_ref().map_or(known.clone(), |file| known.clone().in_file(file)),
            };
            target.push(error.clone().at(at));
        }
        self.reading.set_aside += u64::from(self.mapping.lenient);
    }

    /// Records a fault that concerns the file as a whole, lenient or not.
    pub(super) fn fail(&mut self, error: Error) {
        let place = error.place().clone();
        let file = self.origins.last().and_then(|origin| origin.file.as_ref());
        self.faults.push(error.at(file.map_or(place.clone(), |file| place.in_file(file))));
    }

    /// Whether reading on is in vain: the log is refused, and no more faults would be kept.
    pub(super) fn is_hopeless(&self) -> bool {
        self.faults.count() > Faults::MAX
    }

    /// All faults so far, and the one after which nothing more can be read.
    pub(super) fn broken(&mut self, last: Error) -> Faults {
        let mut faults = std::mem::take(&mut self.faults);
        faults.push(last);
        faults
    }

    /// A row of the present origin.
    fn row(&self, row: u64) -> u64 {
        let origin = self.origins.len().saturating_sub(1) as u64;
        (origin << ORIGIN_SHIFT) | row
    }

    /// The place of a row.
    pub(super) fn place(&self, table: &str, row: u64) -> Place {
        let (origin, row) = (row >> ORIGIN_SHIFT, row & ((1 << ORIGIN_SHIFT) - 1));
        let origin = usize::try_from(origin).ok().and_then(|origin| self.origins.get(origin));
        match origin.and_then(|origin| origin.file.as_ref()) {
            None => Place::pointer(format!("/{table}/{row}")),
            Some(file) => Place { line: Some(row), ..Place::default() }.in_file(file),
        }
    }

    fn take_event(&mut self, raw: &RawEvent<'_>, row: u64) -> Result<(), Error> {
        let case_id = raw.case_id.ok_or_else(|| Error::new(Code::EventWithoutCase))?;
        let at = raw.at.ok_or_else(|| Error::new(Code::EventWithoutTime).with("case", case_id))?;
        let foreign = self.origins.last().is_some_and(|origin| origin.foreign);
        self.log.extras.tells_data |= !foreign || !self.mapping.data.is_empty();
        let act_name = raw.act.unwrap_or(self.mapping.otherwise.as_str());
        let act = self.name(act_name)?;
        let effect = self.effect(act, act_name)?;
        let (actor, by_name) = raw.actor.map_or(Ok((None, ActorKind::Unknown)), |actor| self.actor(actor))?;
        let unit = raw.unit.filter(|unit| !self.mapping.is_nobody(unit));
        let mut draft = Draft {
            case: 0,
            id: raw.event_id.map(|id| self.name(id)).transpose()?,
            seq: 0,
            at,
            day_only: raw.day_only,
            recorded_at: raw.recorded_at,
            effect,
            act,
            step: raw.step.map(|step| self.name(step)).transpose()?,
            actor,
            // A name that stands for a program is one, whatever kind a row gives by default.
            actor_kind: match raw.actor_kind {
                Some(kind) if kind != ActorKind::Person || by_name == ActorKind::Person => kind,
                _ => by_name,
            },
            on_behalf_of: raw.on_behalf_of.map(|name| self.name(name)).transpose()?,
            assignee: raw.assignee.map(|name| self.name(name)).transpose()?,
            unit: unit.map(|unit| self.name(unit)).transpose()?,
            data: raw.data.cloned().map(Box::new),
            rest: rest(raw)?,
            row,
        };
        // A case comes to be only by a row that holds.
        draft.case = self.open(case_id)?;
        self.office(draft.case, raw.office, "events", row)?;
        draft.seq = self.arrive(draft.case, at, raw.seq);
        self.reading.clock(at, raw.offset);
        self.drafts.push(draft);
        Ok(())
    }

    fn take_case(&mut self, raw: &RawCase<'_>, row: u64) -> Result<(), Error> {
        let case = self.open(raw.case_id.ok_or_else(|| Error::new(Code::EventWithoutCase))?)?;
        self.office(case, raw.office, "cases", row)?;
        let named = |name: Option<&str>, this: &mut Self| name.map(|name| this.name(name)).transpose();
        let unit = raw.unit.filter(|unit| !self.mapping.is_nobody(unit));
        // A shared account answers for nothing, whatever the register says.
        let is_person = |name: &&str| !self.mapping.is_nobody(name) && self.mapping.kind(name) == ActorKind::Person;
        let responsible = raw.responsible.filter(is_person);
        let (procedure, unit, status) = (named(raw.procedure, self)?, named(unit, self)?, named(raw.status, self)?);
        let (responsible, channel) = (named(responsible, self)?, named(raw.channel, self)?);
        let mut differing = Vec::new();
        macro_rules! put {
            ($($field:ident: $value:expr,)+) => {$(
                if let (Some(new), Some(cell)) = ($value, self.log.cases.$field.get_mut(case as usize))
                    && cell.replace(new).is_some_and(|old| old != new)
                {
                    differing.push(stringify!($field));
                }
            )+};
        }
        put! {
            procedure: procedure,
            unit: unit,
            submitted: raw.submitted,
            received: raw.received,
            accepted: raw.accepted,
            due_recorded: raw.due_recorded,
            due_original: raw.due_original,
            finished: raw.finished,
            returned: raw.returned,
            stopped: raw.stopped,
            status: status,
            responsible: responsible,
            channel: channel,
        }
        let given = [
            (TimeField::Submitted, raw.submitted),
            (TimeField::Received, raw.received),
            (TimeField::Accepted, raw.accepted),
            (TimeField::DueRecorded, raw.due_recorded),
            (TimeField::DueOriginal, raw.due_original),
            (TimeField::Finished, raw.finished),
            (TimeField::Returned, raw.returned),
            (TimeField::Stopped, raw.stopped),
        ];
        if let Some(days) = self.log.cases.days.get_mut(case as usize) {
            for (field, _) in given.into_iter().filter(|(_, given)| given.is_some()) {
                days.set(field, raw.days.has(field));
            }
        }
        for field in differing {
            self.case_conflict(case, field, "cases", row);
        }
        Ok(())
    }

    fn case_conflict(&mut self, case: Row, field: &str, table: &str, row: u64) {
        let id = self.log.cases.id.get(case as usize).map_or("", |id| self.log.names.get(*id));
        let remark = Error::new(Code::CaseConflict).with("case", id).with("field", field).at(self.place(table, row));
        self.reading.conflicts += 1;
        self.reading.remarks.push(remark);
    }

    fn office(&mut self, case: Row, office: Option<&str>, table: &str, row: u64) -> Result<(), Error> {
        let Some(office) = office else { return Ok(()) };
        let office = self.name(office)?;
        if self.log.extras.offices.insert(case, office).is_some_and(|old| old != office) {
            self.case_conflict(case, "office", table, row);
        }
        Ok(())
    }

    /// The number of an event within its case: its own, or in a file the place where it stands.
    fn arrive(&mut self, case: Row, at: Instant, seq: Option<u32>) -> u32 {
        let Some((count, last)) = self.arrivals.get_mut(case as usize) else { return seq.unwrap_or(0) };
        *count = count.saturating_add(1);
        if at < *last {
            self.reading.out_of_order += 1;
        }
        *last = at;
        let foreign = self.origins.last().is_some_and(|origin| origin.foreign);
        seq.unwrap_or(if foreign { *count } else { 0 })
    }

    /// The row of a case, old or new.
    fn open(&mut self, id: &str) -> Result<Row, Error> {
        let id = self.name(id)?;
        if let Some(row) = self.rows.get(&id) {
            return Ok(*row);
        }
        let full = || Error::new(Code::TooLarge).with("what", "cases").with("limit", Row::MAX);
        let row = Row::try_from(self.log.cases.len()).map_err(|_| full())?;
        self.log.cases.push(CaseCells::new(id));
        self.arrivals.push((0, Instant::MIN));
        self.rows.insert(id, row);
        Ok(row)
    }

    pub(super) fn name(&mut self, name: &str) -> Result<Symbol, Error> {
        if let Some(known) = self.log.names.find(name) {
            return Ok(known);
        }
        if !is_name(name) {
            return Err(Error::new(Code::BadIdentifier).with("value", shortened(name)));
        }
        let full = || Error::new(Code::TooLarge).with("what", "names").with("limit", u32::MAX);
        self.log.names.intern(name).ok_or_else(full)
    }

    fn effect(&mut self, act: Symbol, name: &str) -> Result<Effect, Error> {
        if let Some(effect) = self.effects.get(&act) {
            return Ok(*effect);
        }
        if let Some(effect) = self.mapping.effect(name) {
            self.effects.insert(act, effect);
            return Ok(effect);
        }
        if !self.origins.last().is_some_and(|origin| origin.foreign) {
            return Err(Error::new(Code::UnknownAct).with("value", name).suggest(name, self.mapping.acts()));
        }
        *self.reading.unknown_acts.entry(name.to_owned()).or_default() += 1;
        Ok(self.mapping.otherwise)
    }

    /// The actor of a name, if it means anybody, and what it is.
    fn actor(&mut self, name: &str) -> Result<(Option<Symbol>, ActorKind), Error> {
        let symbol = self.name(name)?;
        if let Some(known) = self.actors.get(&symbol) {
            return Ok(*known);
        }
        let actor = match self.mapping.is_nobody(name) {
            true => (None, ActorKind::Unknown),
            false => (Some(symbol), self.mapping.kind(name)),
        };
        self.actors.insert(symbol, actor);
        Ok(actor)
    }
}

/// A digest of what has no column; it only ever tells rows of one reading apart.
fn rest(raw: &RawEvent<'_>) -> Result<u64, Error> {
    let mut hasher = DefaultHasher::new();
    (raw.rest, raw.seq).hash(&mut hasher);
    raw.data.map(canonical).transpose()?.hash(&mut hasher);
    Ok(hasher.finish())
}

/// The beginning of a text that may be endless.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
