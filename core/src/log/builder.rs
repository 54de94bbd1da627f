//! Builds a log: rows are pushed as they come, names are interned, faults are collected with their places.

use super::columns::{CaseCells, EventCells, Identity, Log, Row, TimeField};
use super::missing_columns::InVain;
use super::raw::{RawCase, RawEvent};
use super::sparse::Sparse;
use super::{LeftOut, Mapping, Reading};
use crate::base::canon::canonical;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::ids::is_name;
use crate::base::names::Symbol;
use crate::base::text::{Text, one_spelling};
use crate::base::time::Instant;
use crate::case::{ActorKind, Effect};
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// Where rows come from.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    /// The file; `None` for rows that the caller passes in memory.
    pub(super) file: Option<Arc<str>>,
    /// The file was written by another system: the order of its rows has a meaning, and its acts may have any name.
    foreign: bool,
    /// It is a table in the caller's memory: its places are JSON pointers to table, row (from 0) and column.
    pub(super) in_memory: bool,
    /// In a JSON document, the pointer of the list that holds the rows; their places are then pointers.
    pub(super) list: Option<Arc<str>>,
}

/// A row key holds the row number in the low bits and the index of its origin above them.
pub(super) const ORIGIN_SHIFT: u32 = 40;

/// The row keys of the events, stored as runs of consecutive numbers.
#[derive(Clone, Debug, Default)]
struct Rows(Vec<(usize, u64)>);

impl Rows {
    fn push(&mut self, index: usize, row: u64) {
        if self.get(index) != Some(row) {
            self.0.push((index, row));
        }
    }

    fn get(&self, index: usize) -> Option<u64> {
        let run = self.0.partition_point(|(first, _)| *first <= index).checked_sub(1)?;
        self.0.get(run).map(|(first, row)| row + (index - first) as u64)
    }
}

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
/// assert_eq!((log.event_count(), reading.without_actor), (1, 1));
/// ```
#[derive(Debug)]
pub struct Builder<'m> {
    pub(super) mapping: &'m Mapping,
    /// Its events are in the order in which they came, until `finish` orders them.
    pub(super) log: Log,
    /// For each event, a digest of its data, of a number that its row gave, and of unread cells.
    pub(super) rest: Sparse<u64>,
    /// For each event, the row or line that it came from.
    rows: Rows,
    pub(super) reading: Reading,
    pub(super) origins: Vec<Origin>,
    pub(super) faults: Faults,
    /// For each symbol of a case, the row of the case plus one.
    pub(super) cases: Sparse<Row>,
    effects: HashMap<Symbol, Effect, RandomState>,
    actors: HashMap<Symbol, (Option<Symbol>, ActorKind), RandomState>,
    units: HashMap<Symbol, Option<Symbol>, RandomState>,
    /// For each case: how many events came, and when the last of them happened.
    pub(super) arrivals: Vec<(u32, Instant)>,
    /// Declared columns that a table lacked, until another one has them.
    pub(super) in_vain: Vec<InVain>,
    /// Whether some row gives the number of its event.
    pub(super) numbered: bool,
    /// The events that suspend a case, by the order in which they came.
    pub(super) suspensions: Vec<usize>,
    #[cfg_attr(not(feature = "xes"), allow(dead_code, reason = "only tables have columns"))]
    pub(super) met: Vec<String>,
}

impl<'m> Builder<'m> {
    /// A builder for rows in this library's own shapes; their places are JSON pointers such as `/events/3`.
    pub fn new(mapping: &'m Mapping) -> Self {
        Self {
            mapping,
            origins: vec![Origin::default()],
            log: Log::default(),
            rest: Sparse::default(),
            rows: Rows::default(),
            reading: Reading::default(),
            faults: Faults::new(),
            cases: Sparse::default(),
            effects: HashMap::default(),
            actors: HashMap::default(),
            units: HashMap::default(),
            arrivals: Vec::new(),
            in_vain: Vec::new(),
            numbered: false,
            suspensions: Vec::new(),
            met: Vec::new(),
        }
    }

    /// Announces that the next rows come from a file of another system; their places are its lines.
    /// If they carry no number, events of one instant keep their order within the case. An act that is not declared is
    /// read as the mapping's `otherwise`.
    pub fn begin_file(&mut self, name: &str) -> Arc<str> {
        let file: Arc<str> = name.into();
        self.origins.push(Origin { file: Some(file.clone()), foreign: true, in_memory: false, list: None });
        file
    }

    /// Announces that the next rows come from a table in memory, numbered from 1 below its headings. They are in the
    /// shapes of this library, or read as those of a file of another system.
    #[doc(hidden)]
    pub fn begin_memory_table(&mut self, name: &str, foreign: bool) {
        self.origins.push(Origin { file: Some(name.into()), foreign, in_memory: true, list: None });
    }

    /// Announces that the next rows are those of a list in the present file, or, without a list, its lines, and have the
    /// terms of another system.
    #[cfg(feature = "xes")]
    pub(super) fn begin_records(&mut self, list: Option<&str>) {
        let file = self.origins.last().and_then(|origin| origin.file.clone());
        self.origins.push(Origin { file, foreign: true, in_memory: false, list: list.map(Arc::from) });
    }

    /// Announces that the present file uses this library's own terms: an act that is not declared is a fault.
    pub(super) fn trust_words(&mut self) {
        if let Some(origin) = self.origins.last_mut() {
            origin.foreign = false;
        }
    }

    /// Takes an event. `row` is the line of the file, or the index of the row.
    pub fn event(&mut self, raw: &RawEvent<'_>, row: u64) {
        match self.try_event(raw, row) {
            Ok(()) => self.reading.rows_read += 1,
            Err(error) => self.refuse(error, "events", row),
        }
    }

    /// Takes an event of a row that may hold more than it.
    pub(super) fn try_event(&mut self, raw: &RawEvent<'_>, row: u64) -> Result<(), Error> {
        let coded = self.code(raw)?;
        self.numbered |= raw.seq.is_some();
        self.take_event(&coded, self.row(row))
    }

    /// Takes an event whose names were made symbols by [`Builder::name`] and [`Builder::somewhere`], so that a reader
    /// of dictionary-encoded columns looks each name up only once.
    #[doc(hidden)]
    pub fn coded_event(&mut self, raw: &RawEvent<'_, Symbol>, row: u64) {
        self.numbered |= raw.seq.is_some();
        match self.take_event(raw, self.row(row)) {
            Ok(()) => self.reading.rows_read += 1,
            Err(error) => self.refuse(error, "events", row),
        }
    }

    /// Notes that a row names no act where others do: it is read as the mapping's `otherwise`, which may not be meant.
    #[doc(hidden)]
    pub fn without_act(&mut self, row: u64) {
        let error = Error::new(Code::MissingField).with("field", "act").with("column", "act");
        let place = self.in_column(self.place("events", self.row(row)), &error);
        self.reading.remarks.push(error.at(place));
    }

    /// Takes a row of a case table whose columns have the names of the fields. With `by_status`, the status says of the
    /// dates what it says in a table of a file: a case that was withdrawn has no other end.
    #[cfg(feature = "xes")]
    #[doc(hidden)]
    pub fn columned_case(&mut self, raw: &RawCase<'_>, row: u64, by_status: bool) {
        let mut case = *raw;
        if by_status {
            self.apply_status(&mut case, row);
        }
        match self.take_case(&case, self.row(row)) {
            Ok(_) => self.reading.rows_read += 1,
            Err(error) => self.refuse(error, "cases", row),
        }
    }

    /// Takes a case row; a later row of the same case adds to it, and wins if they differ.
    pub fn case(&mut self, raw: &RawCase<'_>, row: u64) {
        match self.take_case(raw, self.row(row)) {
            Ok(_) => self.reading.rows_read += 1,
            Err(error) => self.refuse(error, "cases", row),
        }
    }

    /// Records a row that cannot be taken: a fault of the whole log, or, if the mapping is lenient, a row set aside.
    pub fn refuse(&mut self, faults: impl Into<Faults>, table: &str, row: u64) {
        self.reading.rows_read += 1;
        self.set_aside(faults.into(), table, row);
    }

    /// The same for a row that was counted before.
    pub(super) fn set_aside(&mut self, faults: Faults, table: &str, row: u64) {
        let place = self.place(table, self.row(row));
        for (index, error) in faults.iter().enumerate() {
            let at = match error.place() {
                unknown if *unknown == Place::default() => self.in_column(place.clone(), error),
                known => place.file.as_ref().map_or(known.clone(), |file| known.clone().in_file(file)),
            };
            let error = error.clone().at(at);
            if !self.mapping.lenient {
                self.faults.push(error);
                continue;
            }
            // One fault is reason enough; the others are among the remarks.
            if index == 0 {
                self.reading.left_out.push(LeftOut { error: error.clone(), repeated: false });
            }
            self.reading.remarks.push(error);
        }
        self.reading.set_aside += u64::from(self.mapping.lenient);
    }

    /// Records a fault of the file as a whole, whether or not the mapping is lenient.
    pub(super) fn fail(&mut self, error: Error) {
        let place = self.here(error.place().clone());
        let of_row = error.place().line.is_some_and(|row| row > 0) || error.place().pointer.is_some();
        let place = if of_row { self.in_column(place, &error) } else { place };
        self.faults.push(error.at(place));
    }

    /// Whether to stop reading: the log is refused, and no more faults would be kept.
    pub(super) fn should_stop(&self) -> bool {
        self.faults.count() > Faults::MAX
    }

    /// All faults so far, followed by the one that ended the reading.
    pub(super) fn broken(&mut self, last: Error) -> Faults {
        let mut faults = std::mem::take(&mut self.faults);
        faults.push(last);
        faults.condensed()
    }

    /// The key of a row of the present origin.
    pub(super) fn row(&self, row: u64) -> u64 {
        let origin = self.origins.len().saturating_sub(1) as u64;
        (origin << ORIGIN_SHIFT) | row
    }

    /// The origin of an event, by the order in which events came.
    pub(super) fn origin_of(&self, event: u32) -> u64 {
        self.rows.get(event as usize).unwrap_or_default() >> ORIGIN_SHIFT
    }

    /// The key of the row of an event, by the order in which events came.
    pub(super) fn row_of(&self, event: usize) -> Option<u64> {
        self.rows.get(event)
    }

    /// Records that the row of an event repeats what is known.
    pub(super) fn repeated_event_row(&mut self, error: Error, event: usize) {
        let error = error.at(self.place_of(event));
        self.reading.rows_repeated += 1;
        self.reading.left_out.push(LeftOut { error, repeated: true });
    }

    /// The same event, its names interned.
    fn code<'a>(&mut self, raw: &RawEvent<'a>) -> Result<RawEvent<'a, Symbol>, Error> {
        let case_id = raw.case_id.ok_or_else(|| Error::new(Code::EventWithoutCase))?;
        raw.at.ok_or_else(|| Error::new(Code::EventWithoutTime).with("case", case_id))?;
        let mut person = |name: Option<&str>| name.map(|name| self.person(name)).transpose();
        let (actor, on_behalf_of, assignee) = (person(raw.actor)?, person(raw.on_behalf_of)?, person(raw.assignee)?);
        let mut name = |name: Option<&str>| name.map(|name| self.name(name)).transpose();
        let (act, event_id, step) = (name(raw.act)?, name(raw.event_id)?, name(raw.step)?);
        let unit = raw.unit.map_or(Ok(None), |unit| self.somewhere(unit))?;
        let mut name = |name: Option<&str>| name.map(|name| self.name(name)).transpose();
        let (case_id, office) = (name(raw.case_id)?, name(raw.office)?);
        let RawEvent { seq, at, day_only, offset, recorded_at, actor_kind, data, rest, .. } = *raw;
        Ok(RawEvent {
            event_id,
            office,
            case_id,
            seq,
            at,
            day_only,
            offset,
            recorded_at,
            act,
            step,
            actor,
            actor_kind,
            on_behalf_of,
            assignee,
            unit,
            data,
            rest,
        })
    }

    /// Takes an event that follows from others of a row.
    pub(super) fn take_known_event(&mut self, raw: &RawEvent<'_>, row: u64) -> Result<(), Error> {
        let coded = self.code(raw)?;
        self.take_event(&coded, row)
    }

    fn take_event(&mut self, raw: &RawEvent<'_, Symbol>, row: u64) -> Result<(), Error> {
        let case_id = raw.case_id.ok_or_else(|| Error::new(Code::EventWithoutCase))?;
        let without = || Error::new(Code::EventWithoutTime).with("case", self.log.name(case_id));
        let at = raw.at.ok_or_else(without)?;
        let foreign = self.origins.last().is_some_and(|origin| origin.foreign);
        self.log.extras.can_hold_data |= !foreign || !self.mapping.data.is_empty();
        let act = raw.act.map_or_else(|| self.name(self.mapping.otherwise.as_str()), Ok)?;
        let effect = self.effect(act).map_err(|error| error.with("column", "act"))?;
        let (actor, by_name) = raw.actor.map_or((None, ActorKind::Unknown), |actor| self.actor(actor));
        let rest = rest(raw)?;
        let index = self.log.events.len();
        if u32::try_from(index).is_err() {
            return Err(Error::new(Code::TooLarge).with("what", "events").with("limit", u32::MAX));
        }
        // A case is created only by a valid row.
        let case = self.open(case_id)?;
        self.office(case, raw.office, "events", row);
        let seq = self.arrive(case, at, raw.seq);
        self.reading.clock(at, raw.offset);
        self.reading.days_only += u64::from(raw.day_only);
        if effect == Effect::Suspend {
            self.suspensions.push(index);
        }
        self.log.extras.seq.set(index, seq);
        self.rest.set(index, rest);
        self.rows.push(index, row);
        if let Some(data) = raw.data {
            self.log.extras.data.insert(index, data.clone());
        }
        self.log.events.push(EventCells {
            case,
            id: raw.event_id.map_or(Identity::Content(0), Identity::Given),
            at,
            day_only: raw.day_only,
            recorded_at: raw.recorded_at,
            effect,
            act,
            step: raw.step,
            actor,
            // An actor whose name the mapping declares as a program is one, whatever kind the rows give by default.
            actor_kind: match raw.actor_kind {
                Some(kind) if kind != ActorKind::Person || by_name == ActorKind::Person => kind,
                _ => by_name,
            },
            on_behalf_of: raw.on_behalf_of,
            assignee: raw.assignee,
            unit: raw.unit,
        });
        Ok(())
    }

    /// Gives whether the row adds anything: a case, a field, or a value that contradicts another.
    pub(super) fn take_case(&mut self, raw: &RawCase<'_>, row: u64) -> Result<bool, Error> {
        let id = raw.case_id.ok_or_else(|| Error::new(Code::EventWithoutCase).with("column", "case_id"))?;
        let id = self.name(id).map_err(|error| error.with("column", "case_id"))?;
        let known = self.log.cases.len();
        let case = self.open(id)?;
        let mut adds = self.log.cases.len() > known;
        let named = |name: Option<&str>, column: &str, this: &mut Self| {
            name.map(|name| this.name(name)).transpose().map_err(|error| error.with("column", column))
        };
        let office = named(raw.office, "office", self)?;
        self.office(case, office, "cases", row);
        let responsible = raw.responsible.map_or(Ok(None), |name| self.answerable(name));
        let responsible = responsible.map_err(|error| error.with("column", "responsible"))?;
        let unit = raw.unit.map_or(Ok(None), |unit| self.somewhere(unit));
        let unit = unit.map_err(|error| error.with("column", "unit"))?;
        let procedure = named(raw.procedure, "procedure", self)?;
        let (status, channel) = (named(raw.status, "status", self)?, named(raw.channel, "channel", self)?);
        let mut differing = Vec::new();
        macro_rules! put {
            ($($field:ident: $value:expr,)+) => {$(
                if let Some(new) = $value {
                    let old = self.log.cases.$field.set(case as usize, Some(new));
                    adds |= old != Some(new);
                    if old.is_some_and(|old| old != new) {
                        differing.push(stringify!($field));
                    }
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
        let mut days = self.log.cases.days.get(case as usize);
        for (field, _) in given.into_iter().filter(|(_, given)| given.is_some()) {
            days.set(field, raw.days.has(field));
        }
        self.log.cases.days.set(case as usize, days);
        for field in differing {
            self.case_conflict(case, field, "cases", row);
        }
        Ok(adds)
    }

    fn case_conflict(&mut self, case: Row, field: &str, table: &str, row: u64) {
        let id = self.log.cases.id.get(case as usize).map_or("", |id| self.log.names.get(*id));
        let remark = Error::new(Code::CaseConflict).with("case", id).with("field", field).at(self.place(table, row));
        self.reading.conflicts += 1;
        self.reading.remarks.push(remark);
    }

    fn office(&mut self, case: Row, office: Option<Symbol>, table: &str, row: u64) {
        let Some(office) = office else { return };
        if self.log.extras.offices.set(case as usize, Some(office)).is_some_and(|old| old != office) {
            self.case_conflict(case, "office", table, row);
        }
    }

    /// The number of an event within its case: its own or, in a file, its position among the rows of the case.
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

    /// The row of a case, which is created if it is new.
    fn open(&mut self, id: Symbol) -> Result<Row, Error> {
        if let Some(row) = self.cases.get(id.index()).checked_sub(1) {
            return Ok(row);
        }
        let full = || Error::new(Code::TooLarge).with("what", "cases").with("limit", Row::MAX);
        let row = Row::try_from(self.log.cases.len()).ok().filter(|row| *row < Row::MAX).ok_or_else(full)?;
        self.log.cases.push(CaseCells::new(id));
        self.arrivals.push((0, Instant::MIN));
        self.cases.set(id.index(), row + 1);
        Ok(row)
    }

    /// The symbol of a name, which is interned if it is new.
    ///
    /// # Errors
    /// [`Code::BadIdentifier`]; [`Code::TooLarge`] after four billion names.
    #[doc(hidden)]
    pub fn name(&mut self, name: &str) -> Result<Symbol, Error> {
        if let Some(known) = self.log.names.find(name) {
            return Ok(known);
        }
        // As identifiers are: a rulebook and a log may come from different keyboards.
        let name = &*one_spelling(name);
        if !is_name(name) {
            return Err(Error::new(Code::BadIdentifier).with("value", shortened(name)));
        }
        let full = || Error::new(Code::TooLarge).with("what", "names").with("limit", u32::MAX);
        self.log.names.intern(name).ok_or_else(full)
    }

    /// The symbol of a person's name, or of the person of whom the mapping declares it to be another spelling.
    ///
    /// # Errors
    /// As [`Builder::name`].
    #[doc(hidden)]
    pub fn person(&mut self, name: &str) -> Result<Symbol, Error> {
        self.name(self.mapping.person(name))
    }

    /// The symbols of those names that the log already has. Looking up many at once is faster than one by one: the
    /// processor need not wait for one place in a large table before it asks for the next.
    #[doc(hidden)]
    pub fn known<'n>(&self, names: impl Iterator<Item = Option<&'n str>>) -> Vec<Option<Symbol>> {
        names.map(|name| self.log.names.find(name?)).collect()
    }

    /// The symbol of a unit's name; `None` if the mapping says that the name means no unit.
    ///
    /// # Errors
    /// As [`Builder::name`].
    #[doc(hidden)]
    pub fn somewhere(&mut self, name: &str) -> Result<Option<Symbol>, Error> {
        if let Some(known) = self.log.names.find(name).and_then(|unit| self.units.get(&unit)) {
            return Ok(*known);
        }
        let nobody = self.mapping.is_nobody(name);
        if nobody && !is_name(name) {
            return Ok(None);
        }
        let written = self.name(name)?;
        let unit = if nobody { None } else { Some(self.name(self.mapping.unit(name))?) };
        self.units.insert(written, unit);
        Ok(unit)
    }

    /// The symbol of the officer who answers for a case; `None` for a shared account, which cannot, whatever the
    /// register says.
    fn answerable(&mut self, name: &str) -> Result<Option<Symbol>, Error> {
        if !is_name(name) && (self.mapping.is_nobody(name) || self.mapping.kind(name) != ActorKind::Person) {
            return Ok(None);
        }
        let symbol = self.person(name)?;
        let (somebody, kind) = self.actor(symbol);
        Ok(somebody.filter(|_| kind == ActorKind::Person))
    }

    fn effect(&mut self, act: Symbol) -> Result<Effect, Error> {
        if let Some(effect) = self.effects.get(&act) {
            return Ok(*effect);
        }
        let name = self.log.names.get(act);
        if let Some(effect) = self.mapping.effect(name) {
            self.effects.insert(act, effect);
            return Ok(effect);
        }
        if !self.origins.last().is_some_and(|origin| origin.foreign) {
            let allowed = Effect::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
            let fault = Error::new(Code::UnknownAct).with("value", name).with_text("allowed", Text::same(allowed));
            return Err(fault.suggest(name, self.mapping.acts()));
        }
        *self.reading.unknown_acts.entry(name.to_owned()).or_default() += 1;
        Ok(self.mapping.otherwise)
    }

    /// The actor of a name, `None` if the mapping says that it means nobody, and the kind of actor.
    fn actor(&mut self, symbol: Symbol) -> (Option<Symbol>, ActorKind) {
        let (names, mapping) = (&self.log.names, self.mapping);
        if let Some(known) = self.actors.get(&symbol) {
            return *known;
        }
        let actor = match mapping.is_nobody(names.get(symbol)) {
            true => (None, ActorKind::Unknown),
            false => (Some(symbol), mapping.kind(names.get(symbol))),
        };
        self.actors.insert(symbol, actor);
        actor
    }
}

/// A digest of what has no column; it serves only to distinguish rows of one reading.
fn rest(raw: &RawEvent<'_, Symbol>) -> Result<u64, Error> {
    if let (0, None, None) = (raw.rest, raw.seq, raw.data) {
        return Ok(0);
    }
    let mut hasher = DefaultHasher::new();
    (raw.rest, raw.seq).hash(&mut hasher);
    raw.data.map(canonical).transpose()?.hash(&mut hasher);
    Ok(hasher.finish())
}

/// The beginning of a text that may be very long.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
