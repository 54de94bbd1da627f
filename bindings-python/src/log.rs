//! A log that was read from frames once, and answers as often as it is asked.

use crate::answer::Table;
use crate::{Handle, arrow, fault, frames};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, Int64Array, RecordBatch, StringArray};
use namro::facade::requests::{ReplayRequest, ScoreRequest};
use namro::log::Symbol;
use namro::replay::FactTable;
use namro::{Code, Error, Faults, Office};
use pyo3::prelude::*;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// A log in columns, with the office that reads it.
#[pyclass(frozen, module = "namro._namro")]
pub(crate) struct Log {
    office: Office,
    log: namro::log::Log,
}

#[pymethods]
impl Handle {
    /// Reads a log that comes as frames.
    #[pyo3(signature = (cases=None, events=None, mapping=None))]
    fn log(
        &self,
        py: Python<'_>,
        cases: Option<Bound<'_, PyAny>>,
        events: Option<Bound<'_, PyAny>>,
        mapping: Option<&str>,
    ) -> PyResult<Log> {
        let cases = cases.map(|frame| arrow::stream(&frame)).transpose()?;
        let events = events.map(|frame| arrow::stream(&frame)).transpose()?;
        let read = || -> Result<Log, Faults> {
            let mapping = self.0.mapping(mapping)?;
            let log = frames::log(cases, events, mapping, (mapping.zone(), self.0.zone()))?;
            Ok(Log { office: self.0.clone(), log })
        };
        py.detach(read).map_err(|faults| fault::raise(py, &faults))
    }
}

#[pymethods]
impl Log {
    /// How many events it has.
    fn __len__(&self) -> usize {
        self.log.events.len()
    }

    /// Replays (`replay`) or scores (`score`) it; `input` has the other fields of the request.
    fn call(&self, py: Python<'_>, operation: &str, input: &str) -> PyResult<String> {
        py.detach(|| self.answer(operation, input)).map_err(|faults| fault::raise(py, &faults))
    }

    /// The facts as of an instant.
    fn facts(&self, py: Python<'_>, as_of: &str) -> PyResult<Table> {
        let facts = || -> Result<Table, Error> {
            let table = self.office.fact_table(&self.log, namro::Instant::parse(as_of)?);
            fact_columns(&self.log, &table).map(Table)
        };
        py.detach(facts).map_err(|error| fault::raise(py, &error.into()))
    }
}

impl Log {
    fn answer(&self, operation: &str, input: &str) -> Result<String, Faults> {
        let input = namro::value::parse_json(input.as_bytes())?;
        if operation == "replay" {
            let request: ReplayRequest = namro::shape::read(&input)?;
            let replay = self.office.replay_parts(&self.log, request.as_of.at, request.parts.as_deref());
            return Ok(namro::canon::canonical(&replay)?);
        }
        let ScoreRequest { as_of, policy, period, inputs, .. } = namro::shape::read(&input)?;
        let cards = self.office.score_log(&self.log, as_of.at, policy.as_ref(), period, &inputs)?;
        Ok(namro::canon::canonical(&cards)?)
    }
}

/// Facts as a table with the fields of the shape `Fact`; names are dictionaries.
fn fact_columns(log: &namro::log::Log, table: &FactTable) -> Result<RecordBatch, Error> {
    let (mut kinds, mut periods, mut grades) = (Words::default(), Words::default(), Words::default());
    let (mut officers, mut units, mut steps) = (Words::default(), Words::default(), Words::default());
    let (mut counts, mut seconds) = (Vec::new(), Vec::new());
    for row in table.rows() {
        kinds.push(Some(row.kind));
        officers.push(row.officer);
        units.push(row.unit);
        steps.push(row.step);
        periods.push(Some(row.month));
        counts.push(row.count);
        seconds.push(row.seconds.0);
        grades.push(Some(row.grade.as_str()));
    }
    let named = |words: Words<Symbol>| words.finish(|symbol| log.name(*symbol).to_owned());
    let columns = [
        ("kind", kinds.finish(|kind| (*kind).to_owned())),
        ("officer", named(officers)),
        ("unit", named(units)),
        ("step", named(steps)),
        ("period", periods.finish(ToString::to_string)),
        ("count", Arc::new(Int64Array::from(counts))),
        ("seconds", Arc::new(Int64Array::from(seconds))),
        ("grade", grades.finish(|grade| (*grade).to_owned())),
    ];
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, column)| {
        let nullable = matches!(name, "officer" | "unit" | "step");
        (name, column, nullable)
    }))
    .map_err(|error| Error::new(Code::TooLarge).with("what", error).with("limit", i32::MAX))
}

/// A column of words: each once, and for each row which it is.
struct Words<T> {
    words: Vec<T>,
    numbers: HashMap<T, i32>,
    rows: Vec<Option<i32>>,
}

impl<T> Default for Words<T> {
    fn default() -> Self {
        Self { words: Vec::new(), numbers: HashMap::new(), rows: Vec::new() }
    }
}

impl<T: Copy + Eq + Hash> Words<T> {
    fn push(&mut self, word: Option<T>) {
        let number = word.map(|word| {
            *self.numbers.entry(word).or_insert_with(|| {
                self.words.push(word);
                i32::try_from(self.words.len() - 1).unwrap_or(i32::MAX)
            })
        });
        self.rows.push(number);
    }

    fn finish(self, name: impl Fn(&T) -> String) -> ArrayRef {
        let names: StringArray = self.words.iter().map(|word| Some(name(word))).collect();
        Arc::new(DictionaryArray::<Int32Type>::new(Int32Array::from(self.rows), Arc::new(names)))
    }
}
