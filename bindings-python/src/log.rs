//! A log that was read once, and answers as often as it is asked.

use crate::answer::Table;
use crate::frames::LogTable;
use crate::{Handle, arrow, fault, frames, source};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, Int64Array, RecordBatch, StringArray};
use namro::base::{OfficerId, StepId, UnitId, canonical};
use namro::internals::base::{Shape, parse_json};
use namro::internals::replay::FactCells;
use namro::log::MappingSpec;
use namro::office::ScoreRequest;
use namro::replay::{Fact, FactKind, Grade, Part, Profile};
use namro::{Code, Error, Faults, Instant, Office, Seconds, Text};
use pyo3::prelude::*;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// A log in columns, with the office that reads it.
#[pyclass(frozen, module = "namro._namro")]
pub(crate) struct Log {
    office: Office,
    log: namro::log::Log,
    reading: namro::log::Reading,
    /// The mapping by which it was read, if it was proposed, and what only an author knows.
    proposed: Option<(MappingSpec, Vec<Text>)>,
}

impl Log {
    /// The log with its people as the office knows them.
    pub(crate) fn of(office: &Office, log: namro::log::Log, reading: namro::log::Reading) -> Self {
        Self { office: office.clone(), log: office.with_people_of(log), reading, proposed: None }
    }

    /// The same with the mapping that was proposed for it.
    pub(crate) fn proposed(self, proposed: Option<(MappingSpec, Vec<Text>)>) -> Self {
        Self { proposed, ..self }
    }
}

#[pymethods]
impl Handle {
    /// Reads a log that comes as frames or as rows.
    #[pyo3(signature = (cases=None, events=None, mapping=None))]
    fn log(
        &self,
        py: Python<'_>,
        cases: Option<Bound<'_, PyAny>>,
        events: Option<Bound<'_, PyAny>>,
        mapping: Option<&str>,
    ) -> PyResult<Log> {
        let zone = self.0.rulebook().zone();
        let cases = cases.map(|table| LogTable::of(&table, "cases", zone)).transpose()?;
        let events = events.map(|table| LogTable::of(&table, "events", zone)).transpose()?;
        let read = || -> Result<Log, Faults> {
            let mapping = self.0.rulebook().mapping(mapping).map_err(|fault| fault.under("/mapping"))?;
            let (log, reading) = frames::log(cases, events, mapping, zone)?;
            Ok(Log::of(&self.0, log, reading))
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

    /// The report on how it was read, as text.
    fn reading(&self, py: Python<'_>) -> PyResult<String> {
        canonical(&self.reading).map_err(|error| fault::raise(py, &error.into()))
    }

    /// The report on how it was read, for people: in Vietnamese and in English.
    fn reconciliation(&self) -> (String, String) {
        let Text { vi, en } = self.reading.reconciliation();
        (vi, en)
    }

    /// The rows that it does not hold, each with its place and the reason.
    fn left_out(&self, py: Python<'_>) -> PyResult<Table> {
        source::left_out(&self.reading).map_err(|error| fault::raise(py, &error.into()))
    }

    /// The mapping by which it was read, if it was proposed, and what only an author knows, as text.
    fn proposed_mapping(&self, py: Python<'_>) -> PyResult<(Option<String>, String)> {
        let mapping = self.proposed.as_ref().map(|(spec, _)| namro::log::changed(spec));
        let questions = self.proposed.as_ref().map_or(&[][..], |(_, questions)| questions);
        let questions = canonical(&questions).map_err(|error| fault::raise(py, &error.into()))?;
        Ok((mapping, questions))
    }

    /// Everything in it that matched nothing, each with the number of its rows, as text.
    fn unknown(&self, py: Python<'_>) -> PyResult<String> {
        let unknown = || canonical(&self.office.unknown(&self.log, &self.reading));
        py.detach(unknown).map_err(|error| fault::raise(py, &error.into()))
    }

    /// How many cases it has.
    fn cases(&self) -> u64 {
        self.reading.cases
    }

    /// The instant of a text: an instant, or the end of a day in the zone of the office, as text.
    fn end_of(&self, py: Python<'_>, text: &str) -> PyResult<String> {
        let end = self.office.end_of(text).map_err(|fault| fault::raise(py, &fault.under("/as_of").into()))?;
        Ok(self.office.rulebook().zone().stamp(end).to_string())
    }

    /// A replay as of an instant, or the end of a day; of a shard, by the profile of the whole. Nothing is made until it is asked for.
    #[pyo3(signature = (as_of, profile=None))]
    fn replay(slf: Bound<'_, Self>, as_of: &str, profile: Option<&str>) -> PyResult<Replay> {
        let given = || -> Result<(Instant, Option<Profile>), Faults> {
            let as_of = slf.get().office.end_of(as_of).map_err(|fault| fault.under("/as_of"))?;
            Ok((as_of, profile.map(|text| read(text, "/profile")).transpose()?))
        };
        let (as_of, profile) = given().map_err(|faults| fault::raise(slf.py(), &faults))?;
        Ok(Replay { log: slf.unbind(), as_of, profile })
    }

    /// Scores it; `input` has the other fields of the request.
    fn score(&self, py: Python<'_>, input: &str) -> PyResult<String> {
        let score = || -> Result<String, Faults> {
            let ScoreRequest { as_of, policy, period, inputs, .. } = read(input, "")?;
            let scores = self.office.score_log(&self.log, as_of.at, policy.as_ref(), period, &inputs)?;
            Ok(canonical(&scores)?)
        };
        py.detach(score).map_err(|faults| fault::raise(py, &faults))
    }
}

/// A replay of a log, each part made when it is asked for.
#[pyclass(frozen, module = "namro._namro")]
pub(crate) struct Replay {
    log: Py<Log>,
    as_of: Instant,
    profile: Option<Profile>,
}

impl Replay {
    /// The log and the office that reads it.
    pub(crate) fn sources(&self) -> (&Office, &namro::log::Log) {
        let Log { office, log, .. } = self.log.get();
        (office, log)
    }

    /// As of when.
    pub(crate) const fn instant(&self) -> Instant {
        self.as_of
    }

    /// What the whole log records, if this is a shard of it.
    pub(crate) fn shard(&self) -> Option<Profile> {
        self.profile.clone()
    }
}

#[pymethods]
impl Replay {
    /// As of when.
    #[getter]
    fn as_of(&self) -> String {
        self.log.get().office.rulebook().zone().stamp(self.as_of).to_string()
    }

    /// Counts and shares, as text, and the facts.
    fn counted(&self, py: Python<'_>) -> PyResult<(String, Table)> {
        let Log { office, log, .. } = self.log.get();
        let count = || -> Result<(String, Table), Error> {
            let (replay, table) = office.fact_table(log, self.as_of, self.profile.clone());
            let mut facts = Facts::default();
            for FactCells { kind, officer, unit, step, month, count, working_seconds, grade } in table.rows() {
                facts.push(kind, [officer, unit, step], month, (count, working_seconds, grade));
            }
            Ok((canonical(&replay)?, facts.finish(|symbol| table.name(log, *symbol))?))
        };
        py.detach(count).map_err(|error| fault::raise(py, &error.into()))
    }

    /// The answer with one of its parts alone, as text; without a name, with all of them.
    #[pyo3(signature = (part=None))]
    fn answer(&self, py: Python<'_>, part: Option<&str>) -> PyResult<String> {
        let Log { office, log, .. } = self.log.get();
        let answer = || -> Result<String, Faults> {
            let parts: Option<Vec<Part>> = part.map(|name| Part::from_name(name).into_iter().collect());
            Ok(canonical(&office.replay_parts(log, self.as_of, parts.as_deref(), self.profile.clone()))?)
        };
        py.detach(answer).map_err(|faults| fault::raise(py, &faults))
    }

    /// What the log records at all, as text.
    fn profile(&self, py: Python<'_>) -> PyResult<String> {
        let Log { office, log, .. } = self.log.get();
        let profile = || self.profile.clone().unwrap_or_else(|| office.profile(log, self.as_of));
        py.detach(|| canonical(&profile())).map_err(|error| fault::raise(py, &error.into()))
    }
}

/// A shape from JSON text that lies at a pointer of what is asked.
pub(crate) fn read<T: Shape>(text: &str, pointer: &str) -> Result<T, Faults> {
    let node = parse_json(text.as_bytes()).map_err(|fault| fault.under(pointer))?;
    namro::internals::base::read(&node).map_err(|faults| {
        let mut placed = Faults::new();
        faults.iter().for_each(|fault| placed.push(fault.clone().under(pointer)));
        placed
    })
}

/// Profiles of shards as that of the whole, each as text.
#[pyfunction]
pub(crate) fn merge_profiles(py: Python<'_>, profiles: Vec<String>) -> PyResult<String> {
    let merge = || -> Result<String, Faults> {
        let profiles = profiles.iter().map(|text| read::<Profile>(text, "")).collect::<Result<Vec<_>, _>>()?;
        Ok(canonical(&profiles.into_iter().reduce(Profile::merge))?)
    };
    py.detach(merge).map_err(|faults| fault::raise(py, &faults))
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
        table.map(Table::of).map_err(|error| Error::new(Code::TooLarge).with("what", error).with("limit", i32::MAX))
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
