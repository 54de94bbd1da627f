//! XES (IEEE 1849), streaming: a trace is a case, its attributes are the case row.
//!
//! The attributes of `<global>` describe what a log usually has. They are not used as defaults: a missing case
//! attribute stays missing, otherwise every unfinished case would have ended in 1970.

use super::builder::Builder;
use super::headings::{CaseField, EventField, unknown_column};
use super::imported_rows::Beside;
use super::limited_reader::{Limits, Meter, unknown_format};
use super::times::Times;
use crate::base::error::{Code, Error, Place};
use crate::base::value::{Map, Node, Value};
use indexmap::IndexSet;
use quick_xml::events::{BytesStart, Event as Xml};
use quick_xml::{Reader, XmlVersion};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::BufRead;

/// Reads a log in XES into a builder.
///
/// # Errors
/// What makes the rest unreadable: broken XML, a DOCTYPE, a limit, the input itself; with line and column.
pub(super) fn read_xes<R: BufRead>(builder: &mut Builder<'_>, input: R, limits: Limits) -> Result<(), Error> {
    let mut reader = Reader::from_reader(Meter::new(input, limits));
    reader.config_mut().check_end_names = true;
    let mut state = State::new(builder, limits);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let (line, column) = reader.get_mut().mark();
        let here = |error: Error| error.at(Place::position(line, column));
        let xml = reader.read_event_into(&mut buffer);
        match xml {
            Ok(Xml::Start(tag)) => {
                state.open(&tag, line).map_err(here)?;
            }
            Ok(Xml::Empty(tag)) => {
                state.open(&tag, line).map_err(here)?;
                state.close();
            }
            Ok(Xml::End(_)) if state.builder.should_stop() => return Ok(()),
            Ok(Xml::End(_)) => state.close(),
            Ok(Xml::DocType(_)) => return Err(here(Error::new(Code::DoctypeRefused))),
            Ok(Xml::Eof) if state.depth > 0 => return Err(here(Error::new(Code::Truncated))),
            Ok(Xml::Eof) => break,
            Ok(_) => {}
            Err(quick_xml::Error::Io(error)) => return Err(reader.get_mut().fault(&error)),
            Err(error) => return Err(here(fault(&error))),
        }
    }
    if !state.seen_log {
        return Err(unknown_format("XML không có <log>", "XML without <log>"));
    }
    state.finish();
    Ok(())
}

fn fault(error: &quick_xml::Error) -> Error {
    match error {
        quick_xml::Error::Encoding(_) => Error::new(Code::NotUtf8),
        quick_xml::Error::Syntax(reason) => Error::new(Code::Syntax).with("reason", reason),
        _ => Error::new(Code::Syntax).with("reason", error),
    }
}

/// Cells that are filled again for each trace or event without allocating.
#[derive(Default)]
struct Cells(Vec<(bool, String)>);

impl Cells {
    fn new(count: usize) -> Self {
        Self(vec![(false, String::new()); count])
    }

    fn clear(&mut self) {
        self.0.iter_mut().for_each(|(set, _)| *set = false);
    }

    fn set(&mut self, index: usize, value: &str) {
        if let Some((set, text)) = self.0.get_mut(index) {
            *set = true;
            text.clear();
            text.push_str(value);
        }
    }

    fn get(&self, index: usize) -> Option<&str> {
        self.0.get(index).filter(|(set, _)| *set).map(|(_, text)| text.as_str())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Trace,
    Event,
}

/// The meaning of an attribute key, decided once.
#[derive(Clone, Copy)]
enum Meaning {
    Field(usize),
    Data(usize),
    Nothing,
}

struct State<'b, 'm> {
    builder: &'b mut Builder<'m>,
    limits: Limits,
    times: Times<'m>,
    depth: usize,
    seen_log: bool,
    /// Depth at which the present trace and event were opened.
    trace: Option<usize>,
    event: Option<usize>,
    trace_line: u64,
    event_line: u64,
    trace_cells: Cells,
    event_cells: Cells,
    trace_name: Cells,
    data_cells: Cells,
    attributes: usize,
    /// Sum of hashes of the attributes that no field is read from; a sum, because the order of attributes has no
    /// meaning.
    rest: u64,
    /// The number of the event in its trace.
    place: u64,
    trace_keys: Vec<(Box<str>, Meaning)>,
    event_keys: Vec<(Box<str>, Meaning)>,
    ignored: IndexSet<String>,
}

impl<'b, 'm> State<'b, 'm> {
    /// Number of keys whose meaning is remembered; further keys are looked up each time, so that a hostile log cannot
    /// grow the list without end.
    const KNOWN_KEYS: usize = 256;

    fn new(builder: &'b mut Builder<'m>, limits: Limits) -> Self {
        let mapping = builder.mapping;
        Self {
            limits,
            times: Times { zone: mapping.zone.as_ref(), order: mapping.dates },
            depth: 0,
            seen_log: false,
            trace: None,
            event: None,
            trace_line: 0,
            event_line: 0,
            trace_cells: Cells::new(CaseField::ALL.len()),
            event_cells: Cells::new(EventField::ALL.len()),
            trace_name: Cells::new(1),
            data_cells: Cells::new(mapping.data.len()),
            attributes: 0,
            rest: 0,
            place: 0,
            trace_keys: Vec::new(),
            event_keys: Vec::new(),
            ignored: IndexSet::new(),
            builder,
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, line: u64) -> Result<(), Error> {
        self.depth += 1;
        if self.depth > self.limits.depth {
            return Err(Error::new(Code::TooDeep).with("limit", self.limits.depth));
        }
        let name = tag.local_name().into_inner();
        match (name, self.trace, self.event) {
            ("log", None, None) if self.depth == 1 => self.seen_log = true,
            ("trace", None, None) if self.depth == 2 => {
                self.trace = Some(self.depth);
                self.trace_line = line;
                self.trace_cells.clear();
                self.trace_name.clear();
                self.attributes = 0;
                self.place = 0;
            }
            ("event", _, None) if self.depth == self.trace.unwrap_or(1) + 1 => {
                self.event = Some(self.depth);
                self.event_line = line;
                self.event_cells.clear();
                self.data_cells.clear();
                self.attributes = 0;
                self.rest = 0;
            }
            (_, _, Some(open)) => self.attribute(tag, Level::Event, self.depth == open + 1)?,
            (_, Some(open), None) => self.attribute(tag, Level::Trace, self.depth == open + 1)?,
            (_, None, None) => {}
        }
        Ok(())
    }

    /// Takes an attribute. Nested ones describe their parent attribute, not the event, and only distinguish rows.
    fn attribute(&mut self, tag: &BytesStart<'_>, level: Level, direct: bool) -> Result<(), Error> {
        self.attributes += 1;
        if self.attributes > self.limits.attributes {
            return Err(Error::new(Code::TooLarge).with("what", "attributes").with("limit", self.limits.attributes));
        }
        let (mut key, mut value) = (None, None);
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| Error::new(Code::Syntax).with("reason", error))?;
            match attribute.key.into_inner() {
                "key" => key = Some(text(&attribute)?),
                "value" => value = Some(text(&attribute)?),
                _ => {}
            }
        }
        let meaning = match (&key, direct) {
            (Some(key), true) => self.meaning(key, level),
            _ => Meaning::Nothing,
        };
        let value = value.as_deref();
        match (meaning, level, value) {
            (Meaning::Field(index), Level::Event, Some(value)) => self.event_cells.set(index, value),
            (Meaning::Field(index), Level::Trace, Some(value)) if index < CaseField::ALL.len() => {
                self.trace_cells.set(index, value);
            }
            (Meaning::Field(_), Level::Trace, Some(value)) => self.trace_name.set(0, value),
            _ => {
                if let (Meaning::Data(index), Some(value)) = (meaning, value) {
                    self.data_cells.set(index, value);
                }
                let mut hasher = DefaultHasher::new();
                (self.depth, &key, value).hash(&mut hasher);
                self.rest = self.rest.wrapping_add(hasher.finish());
            }
        }
        Ok(())
    }

    fn meaning(&mut self, key: &str, level: Level) -> Meaning {
        let keys = if level == Level::Event { &self.event_keys } else { &self.trace_keys };
        if let Some((_, meaning)) = keys.iter().find(|(known, _)| **known == *key) {
            return *meaning;
        }
        let mapping = self.builder.mapping;
        let index = |position: Option<usize>| position.map(Meaning::Field);
        let field = match level {
            Level::Event => {
                let field = EventField::of_attribute(key, &mapping.events);
                index(field.and_then(|field| EventField::ALL.iter().position(|known| *known == field)))
            }
            Level::Trace if key == mapping.events.case_id.as_deref().unwrap_or("concept:name") => {
                Some(Meaning::Field(CaseField::ALL.len()))
            }
            Level::Trace => {
                let field = CaseField::of_attribute(key, &mapping.cases);
                index(field.and_then(|field| CaseField::ALL.iter().position(|known| *known == field)))
            }
        };
        let data = || mapping.data.iter().position(|(column, _)| column == key).map(Meaning::Data);
        let meaning = field.or_else(|| if level == Level::Event { data() } else { None }).unwrap_or(Meaning::Nothing);
        // Of two attributes that may hold the same field, the first one found is used.
        let taken = |keys: &[(Box<str>, Meaning)]| {
            let Meaning::Field(index) = meaning else { return false };
            keys.iter().any(|(_, other)| matches!(other, Meaning::Field(other) if *other == index))
        };
        let keys = if level == Level::Event { &mut self.event_keys } else { &mut self.trace_keys };
        let meaning = if taken(keys) { Meaning::Nothing } else { meaning };
        if keys.len() < Self::KNOWN_KEYS {
            keys.push((key.into(), meaning));
            if matches!(meaning, Meaning::Nothing) {
                self.ignored.insert(if level == Level::Event { key.to_owned() } else { format!("case:{key}") });
            }
        }
        meaning
    }

    fn close(&mut self) {
        if self.event == Some(self.depth) {
            self.event = None;
            self.push_event();
        } else if self.trace == Some(self.depth) {
            self.trace = None;
            self.push_case();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn push_event(&mut self) {
        let data = self.data();
        let (cells, name) = (&self.event_cells, &self.trace_name);
        let cell = |field: EventField| match field {
            EventField::CaseId => name.get(0).or_else(|| cells.get(field as usize)),
            _ => cells.get(field as usize),
        };
        // Elements are events, not rows of an export that may repeat: equal ones of a trace are distinguished by their place
        // in it (IEEE 1849). The same log read twice still has each once.
        self.place += 1;
        let rest = self.rest.wrapping_add(self.place.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let (data, line) = (data.as_ref(), self.event_line);
        self.builder.foreign_event(cell, self.times, Beside { rest, data, line, assigns_resource: true });
    }

    fn data(&self) -> Option<Node> {
        let keys = self.builder.mapping.data.iter().map(|(_, key)| key.as_str());
        let cells = keys.zip(0..).filter_map(|(key, index)| self.data_cells.get(index).map(|text| (key, text)));
        let map: Map = cells.map(|(key, text)| (key, Value::Text(text.into()))).collect();
        (!map.is_empty()).then(|| Node::from(Value::Map(map)))
    }

    fn push_case(&mut self) {
        let (cells, name) = (&self.trace_cells, &self.trace_name);
        let cell = |field: CaseField| cells.get(field as usize);
        self.builder.foreign_case(name.get(0), cell, self.times, self.trace_line);
    }

    /// Reports which attributes were read, and which declared ones were not found.
    fn finish(self) {
        let mapping = self.builder.mapping;
        let met = |keys: &[(Box<str>, Meaning)], index: usize| {
            keys.iter()
                .find(|(_, meaning)| matches!(meaning, Meaning::Field(i) if *i == index))
                .map(|(key, _)| key.clone())
        };
        let known = || self.event_keys.iter().chain(&self.trace_keys).map(|(key, _)| &**key);
        let mut missing = Vec::new();
        let columns = &mut self.builder.reading.columns;
        if let Some(key) = met(&self.trace_keys, CaseField::ALL.len()) {
            columns.insert("events.case_id".to_owned(), format!("case:{key}"));
        }
        for (field, index) in EventField::ALL.iter().zip(0..) {
            match (met(&self.event_keys, index), field.declared(&mapping.events)) {
                (Some(key), _) => {
                    columns.insert(format!("events.{}", field.name()), key.into());
                }
                (None, Some(name)) if *field != EventField::CaseId => missing.push(unknown_column(name, known())),
                _ => {}
            }
        }
        for (field, index) in CaseField::ALL.iter().zip(0..) {
            match (met(&self.trace_keys, index), field.declared(&mapping.cases)) {
                (Some(key), _) => {
                    columns.insert(format!("cases.{}", field.name()), format!("case:{key}"));
                }
                (None, Some(name)) => missing.push(unknown_column(name, known())),
                (None, None) => {}
            }
        }
        self.builder.reading.ignored.extend(self.ignored);
        for fault in missing {
            self.builder.fail(fault);
        }
    }
}

fn text<'a>(attribute: &quick_xml::events::attributes::Attribute<'a>) -> Result<std::borrow::Cow<'a, str>, Error> {
    attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| fault(&error))
}
