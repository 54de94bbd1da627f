//! A log that was read from frames once, and answers as often as it is asked.

use crate::answer::Table;
use crate::{Handle, arrow, fault, frames};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, Int64Array, RecordBatch, StringArray};
use namro::base::{OfficerId, StepId, UnitId};
use namro::internals::replay::FactCells;
use namro::office::{ReplayRequest, ScoreRequest};
use namro::replay::{Fact, FactKind, Grade};
use namro::{Code, Error, Faults, Office, Seconds};
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
            let mapping = self.0.rulebook().mapping(mapping)?;
            let log = frames::log(cases, events, mapping, (mapping.zone(), self.0.rulebook().zone()))?;
            Ok(Log { office: self.0.clone(), log })
        };
        py.detach(read).map_err(|faults| fault::raise(py, &faults))
    }
}

#[pymethods]
impl Log {
    /// How many events it has.
    fn __len__(&self) -> usize {
        self.log.event_count()
    }

    /// Replays (`replay`) or scores (`score`) it; `input` has the other fields of the request.
    fn call(&self, py: Python<'_>, operation: &str, input: &str) -> PyResult<String> {
        py.detach(|| self.answer(operation, input)).map_err(|faults| fault::raise(py, &faults))
    }

    /// Counts and shares as of an instant, as text, and the facts; of a shard, by the profile of the whole.
    #[pyo3(signature = (as_of, profile=None))]
    fn tally(&self, py: Python<'_>, as_of: &str, profile: Option<&str>) -> PyResult<(String, Table)> {
        let tally = || -> Result<(String, Table), Faults> {
            let as_of = namro::Instant::parse(as_of)?;
            let profile = profile
                .map(|text| namro::internals::base::parse_json(text.as_bytes()).map_err(Faults::from))
                .transpose()?
                .map(|node| namro::internals::base::read(&node))
                .transpose()?;
            let (replay, table) = self.office.fact_table(&self.log, as_of, profile);
            let mut facts = Facts::default();
            for FactCells { kind, officer, unit, step, month, count, working_seconds, grade } in table.rows() {
                facts.push(kind, [officer, unit, step], month, (count, working_seconds, grade));
            }
            Ok((namro::base::canonical(&replay)?, facts.finish(|symbol| self.log.name(*symbol))?))
        };
        py.detach(tally).map_err(|faults| fault::raise(py, &faults))
    }

    /// What it records at all, as text.
    fn profile(&self, py: Python<'_>, as_of: &str) -> PyResult<String> {
        let profile = || -> Result<String, Error> {
            namro::base::canonical(&self.office.profile(&self.log, namro::Instant::parse(as_of)?))
        };
        py.detach(profile).map_err(|error| fault::raise(py, &error.into()))
    }
}

impl Log {
    fn answer(&self, operation: &str, input: &str) -> Result<String, Faults> {
        let input = namro::internals::base::parse_json(input.as_bytes())?;
        if operation == "replay" {
            let ReplayRequest { as_of, parts, profile, .. } = namro::internals::base::read(&input)?;
            let replay = self.office.replay_parts(&self.log, as_of.at, parts.as_deref(), profile);
            return Ok(namro::base::canonical(&replay)?);
        }
        let ScoreRequest { as_of, policy, period, inputs, .. } = namro::internals::base::read(&input)?;
        let cards = self.office.score_log(&self.log, as_of.at, policy.as_ref(), period, &inputs)?;
        Ok(namro::base::canonical(&cards)?)
    }
}

/// Facts of shards as those of the whole; each frame has the columns of the shape `Fact`.
#[pyfunction]
pub(crate) fn merge_facts(py: Python<'_>, frames: Vec<Bound<'_, PyAny>>) -> PyResult<Table> {
    let readers = frames.iter().map(arrow::stream).collect::<PyResult<Vec<_>>>()?;
    let merge = || -> Result<Table, Error> {
        let mut facts = Vec::new();
        for batch in readers.into_iter().flatten() {
            let batch = batch.map_err(|error| Error::new(Code::Syntax).with("reason", error))?;
            frames::facts(&batch, &mut facts)?;
        }
        let whole = Fact::merge(facts)?;
        let mut columns = Facts::default();
        for fact in &whole {
            let Fact { kind, officer, unit, step, period, count, working_seconds: seconds, grade } = fact;
            let (officer, unit) = (officer.as_ref().map(OfficerId::as_str), unit.as_ref().map(UnitId::as_str));
            let names = [officer, unit, step.as_ref().map(StepId::as_str)];
            columns.push(*kind, names, period.as_str(), (*count, *seconds, *grade));
        }
        columns.finish(|name| name)
    };
    py.detach(merge).map_err(|error| fault::raise(py, &error.into()))
}

/// Facts as columns with the fields of the shape `Fact`: names and months are words.
struct Facts<N, M> {
    kinds: Words<&'static str>,
    officers: Words<N>,
    units: Words<N>,
    steps: Words<N>,
    periods: Words<M>,
    counts: Vec<i64>,
    seconds: Vec<i64>,
    grades: Words<&'static str>,
}

impl<N, M> Default for Facts<N, M> {
    fn default() -> Self {
        let (kinds, officers, units, steps) = (Words::default(), Words::default(), Words::default(), Words::default());
        let (periods, grades) = (Words::default(), Words::default());
        Self { kinds, officers, units, steps, periods, counts: Vec::new(), seconds: Vec::new(), grades }
    }
}

impl<N: Copy + Eq + Hash, M: Copy + Eq + Hash + ToString> Facts<N, M> {
    /// A row; names are those of officer, unit and step.
    fn push(
        &mut self,
        kind: FactKind,
        [officer, unit, step]: [Option<N>; 3],
        period: M,
        (count, seconds, grade): (i64, Seconds, Grade),
    ) {
        self.kinds.push(Some(kind.as_str()));
        self.officers.push(officer);
        self.units.push(unit);
        self.steps.push(step);
        self.periods.push(Some(period));
        self.counts.push(count);
        self.seconds.push(seconds.0);
        self.grades.push(Some(grade.as_str()));
    }

    fn finish<'n>(self, name: impl Fn(&N) -> &'n str) -> Result<Table, Error> {
        let named = |words: Words<N>| words.finish(|word| name(word).to_owned());
        let plain = |words: Words<&str>| words.finish(|word| (*word).to_owned());
        let columns: [(_, ArrayRef, _); 8] = [
            ("kind", plain(self.kinds), false),
            ("officer", named(self.officers), true),
            ("unit", named(self.units), true),
            ("step", named(self.steps), true),
            ("period", self.periods.finish(ToString::to_string), false),
            ("count", Arc::new(Int64Array::from(self.counts)), false),
            ("working_seconds", Arc::new(Int64Array::from(self.seconds)), false),
            ("grade", plain(self.grades), false),
        ];
        let table = RecordBatch::try_from_iter_with_nullable(columns);
        table.map(Table).map_err(|error| Error::new(Code::TooLarge).with("what", error).with("limit", i32::MAX))
    }
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
