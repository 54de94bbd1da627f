//! Tables of delimited text: a heading, then one event or one case per row.

use super::builder::Builder;
use super::headings::{CaseField, Choice, EventField, Field, choose, patterned_order, unknown_column};
use super::imported_rows::Beside;
use super::limited_reader::{Limits, Meter, unknown_format};
use super::spec::DateOrder;
use super::times::{Times, shown_order};
use crate::base::error::{Code, Error, Place};
use crate::base::value::{Map, Node, Value};
use csv::{ErrorKind, ReaderBuilder, StringRecord};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, Chain, Cursor, Read};

/// Bytes of a table that are examined before reading, for the delimiter and the order of dates.
const SAMPLE: u64 = 1 << 20;

/// The sample followed by the rest, and whether an odd number of quotes was seen so far.
struct Input<R> {
    bytes: Chain<Cursor<Vec<u8>>, Meter<R>>,
    odd_quotes: bool,
}

impl<R: BufRead> Input<R> {
    fn meter(&mut self) -> &mut Meter<R> {
        self.bytes.get_mut().1
    }
}

impl<R: BufRead> Read for Input<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let taken = self.bytes.read(out)?;
        let quotes = out.iter().take(taken).filter(|byte| **byte == b'"').count();
        self.odd_quotes ^= !quotes.is_multiple_of(2);
        Ok(taken)
    }
}

/// Reads a table with a heading into a builder.
///
/// # Errors
/// What makes the rest unreadable: no delimiter, no column for a required field, a limit, the input itself.
pub(super) fn read_table<R: BufRead>(builder: &mut Builder<'_>, input: R, limits: Limits) -> Result<(), Error> {
    let mut meter = Meter::new(input, limits);
    let mut sample = Vec::new();
    if let Err(error) = meter.by_ref().take(SAMPLE).read_to_end(&mut sample) {
        return Err(meter.fault(&error));
    }
    if sample.contains(&0) {
        return Err(unknown_format("dữ liệu nhị phân", "binary data"));
    }
    if sample.starts_with(b"\xef\xbb\xbf") {
        sample.drain(..3);
    }
    let (preface, delimiter) = delimiter(&sample, builder.mapping.delimiter)?;
    sample.drain(..preface);
    // Excel's own line `sep=;` comes before the heading. With CR LF line ends, the CSV library counts the end of the
    // heading only after it has reported where the next row begins.
    let returns = sample.split(|byte| *byte == b'\n').next().is_some_and(|line| line.ends_with(b"\r"));
    let preface_lines = u64::from(preface > 0);
    let above = preface_lines + u64::from(returns);

    let plan = Plan::new(builder, &sample, delimiter, preface_lines, limits)?;
    let input = Input { bytes: Cursor::new(sample).chain(meter), odd_quotes: false };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(input);
    let mut record = StringRecord::new();
    // Where the last row began that spans several lines.
    let mut spanning = None;
    loop {
        let line = reader.position().line() + above;
        let read = reader.read_record(&mut record);
        reader.get_mut().meter().mark();
        match read {
            Ok(true) => {
                let line = record.position().map_or(line, |position| position.line() + above);
                spanning = record.iter().any(|cell| cell.contains('\n')).then_some(line);
                plan.take(builder, &record, line);
                if builder.should_stop() {
                    return Ok(());
                }
            }
            // An unclosed quote swallows all following rows into one cell.
            Ok(false) => match spanning.filter(|_| reader.get_ref().odd_quotes) {
                Some(line) => {
                    return Err(Error::new(Code::UnclosedQuote).at(Place { line: Some(line), ..Place::default() }));
                }
                None => return Ok(()),
            },
            Err(_) if builder.should_stop() => return Ok(()),
            Err(error) => broken(builder, &error, &mut reader, above)?,
        }
    }
}

/// A row that is not UTF-8 is a fault of that row; an error of the input ends the reading.
fn broken<R: BufRead>(
    builder: &mut Builder<'_>,
    error: &csv::Error,
    reader: &mut csv::Reader<Input<R>>,
    above: u64,
) -> Result<(), Error> {
    match error.kind() {
        ErrorKind::Io(error) => Err(reader.get_mut().meter().fault(error)),
        ErrorKind::Utf8 { pos, .. } => {
            let line = pos.as_ref().map_or(0, csv::Position::line) + above;
            builder.refuse(Error::new(Code::NotUtf8), "events", line);
            Ok(())
        }
        _ => Err(Error::new(Code::Syntax).with("reason", error)),
    }
}

/// The length of a first line that only names the delimiter, and the delimiter.
fn delimiter(sample: &[u8], declared: Option<u8>) -> Result<(usize, u8), Error> {
    let line = |from: usize| sample.get(from..).and_then(|rest| rest.split(|byte| *byte == b'\n').next());
    let first = line(0).unwrap_or_default();
    let preface = match first.trim_ascii_end() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', named] => Some((first.len() + 1, *named)),
        _ => None,
    };
    if let Some((length, named)) = preface {
        return Ok((length, declared.unwrap_or(named)));
    }
    if let Some(declared) = declared {
        return Ok((0, declared));
    }
    let mut quoted = false;
    let bare: Vec<u8> = first
        .iter()
        .copied()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted
        })
        .collect();
    let count = |sign: u8| bare.iter().filter(|byte| **byte == sign).count();
    // Among equals the first wins, so that the result depends on the text alone.
    let best = [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|sign| count(*sign));
    match best.filter(|sign| count(*sign) > 0) {
        Some(sign) => Ok((0, sign)),
        None => Err(unknown_format("dòng đầu không có , ; tab |", "no , ; tab | in the first line")),
    }
}

/// The meaning of the columns of a table.
struct Plan {
    width: usize,
    events: Vec<(EventField, usize)>,
    cases: Vec<(CaseField, usize)>,
    /// Columns that are kept as `data`.
    data: Vec<(String, usize)>,
    /// Columns that no field is read from.
    rest: Vec<usize>,
    order: Option<DateOrder>,
}

impl Plan {
    fn new(builder: &mut Builder<'_>, sample: &[u8], delimiter: u8, above: u64, limits: Limits) -> Result<Self, Error> {
        let place = Place::position(1 + above, 1);
        let mut rows = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(sample);
        let heading = rows.headers().map_err(|_| Error::new(Code::NotUtf8).at(place.clone()))?.clone();
        if heading.len() > limits.attributes {
            let fault = Error::new(Code::TooLarge).with("what", "columns").with("limit", limits.attributes);
            return Err(fault.at(place));
        }
        let names: Vec<&str> = heading.iter().map(str::trim).collect();
        for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if names.iter().take(index).any(|other| other == name) {
                return Err(Error::new(Code::DuplicateKey).with("key", name).at(place));
            }
        }
        let mapping = builder.mapping;
        let Choice { fields, mut faults } = choose(&names, &mapping.events, &mapping.cases);
        // If a declared column is missing, each row would only add a fault of its own.
        if let Some(last) = faults.pop() {
            faults.into_iter().for_each(|fault| builder.fail(fault.at(place.clone())));
            return Err(last.at(place));
        }
        let mut plan = Self {
            width: names.len(),
            events: Vec::new(),
            cases: Vec::new(),
            data: Vec::new(),
            rest: Vec::new(),
            order: mapping.dates,
        };
        for (field, column) in &fields {
            match field {
                Field::Event(field) => plan.events.push((*field, *column)),
                Field::Case(field) => plan.cases.push((*field, *column)),
            }
            let name = names.get(*column).copied().unwrap_or_default();
            builder.reading.columns.insert(field.name(), name.to_owned());
        }
        for (column, key) in &mapping.data {
            match names.iter().position(|name| name == column) {
                Some(index) => plan.data.push((key.clone(), index)),
                None => builder.fail(unknown_column(column, names.iter().copied()).at(place.clone())),
            }
        }
        plan.rest = (0..names.len()).filter(|column| !fields.iter().any(|(_, taken)| taken == column)).collect();
        let data = |column: &&usize| !plan.data.iter().any(|(_, taken)| taken == *column);
        let ignored = plan.rest.iter().filter(data).filter_map(|column| names.get(*column));
        builder.reading.ignored.extend(ignored.map(|name| (*name).to_owned()));
        if let Some(field) = plan.lacks() {
            let columns = names.iter().take(20).copied().collect::<Vec<_>>().join(", ");
            return Err(Error::new(Code::MissingColumn).with("field", field).with("columns", columns).at(place));
        }
        let patterned = names.iter().find_map(|name| patterned_order(name));
        plan.order = plan.order.or(patterned).or_else(|| plan.shown(rows.records().flatten()));
        Ok(plan)
    }

    /// A required field that no column holds: without it the table is of no use.
    fn lacks(&self) -> Option<&'static str> {
        let has = |field| self.events.iter().any(|(known, _)| *known == field);
        match (has(EventField::CaseId), self.is_events(), self.cases.is_empty()) {
            (false, ..) => Some("events.case_id"),
            (true, false, true) => Some("events.at"),
            _ => None,
        }
    }

    fn is_events(&self) -> bool {
        self.events.iter().any(|(field, _)| matches!(field, EventField::At | EventField::Started))
    }

    /// The order of dates that the sample shows, if all evident dates agree.
    fn shown(&self, rows: impl Iterator<Item = StringRecord>) -> Option<DateOrder> {
        let events = self
            .events
            .iter()
            .filter(|(field, _)| matches!(field, EventField::At | EventField::Started | EventField::RecordedAt));
        let columns: Vec<usize> =
            events.map(|(_, column)| *column).chain(self.cases.iter().map(|(_, column)| *column)).collect();
        let mut shown = None;
        for row in rows {
            for order in columns.iter().filter_map(|column| row.get(*column)).filter_map(shown_order) {
                if shown.is_some_and(|other| other != order) {
                    return None;
                }
                shown = Some(order);
            }
        }
        shown
    }

    fn take(&self, builder: &mut Builder<'_>, record: &StringRecord, line: u64) {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        if record.len() != self.width {
            let fault = Error::new(Code::RowLength).with("found", record.len()).with("expected", self.width);
            return builder.refuse(fault, "events", line);
        }
        let mapping = builder.mapping;
        let times = Times { zone: mapping.zone.as_ref(), order: self.order };
        let text = |column: usize| record.get(column).map(str::trim);
        let event = |field: EventField| {
            let column = self.events.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
            column.and_then(text)
        };
        if !self.cases.is_empty() {
            let case = |field: CaseField| {
                let column = self.cases.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
                column.and_then(text)
            };
            let office = event(EventField::Office).filter(|office| !mapping.is_missing(office));
            builder.foreign_case(event(EventField::CaseId), office, case, times, line);
        }
        if self.is_events() {
            let mut hasher = DefaultHasher::new();
            self.rest.iter().for_each(|column| text(*column).hash(&mut hasher));
            let data = self.data.iter().filter_map(|(key, column)| text(*column).map(|text| (key.as_str(), text)));
            let data: Map = data
                .filter(|(_, text)| !mapping.is_missing(text))
                .map(|(key, text)| (key, Value::Text(text.into())))
                .collect();
            let data = (!data.is_empty()).then(|| Node::from(Value::Map(data)));
            let (rest, data) = (hasher.finish(), data.as_ref());
            builder.foreign_event(event, times, Beside { rest, data, line, assigns_resource: false });
        }
    }
}
