//! The tables of a replay as columns of Arrow, and their values as Python has them.

use crate::answer::Table;
use crate::fault;
use crate::log::{Replay, read};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{
    Array, ArrayRef, BooleanArray, DictionaryArray, Int32Array, Int64Array, RecordBatch, StringArray,
    TimestampMicrosecondArray,
};
use arrow_schema::{DataType, TimeUnit};
use namro::base::canonical;
use namro::office::CaseSelection;
use namro::replay::{GroupKey, SharesOf, TableName, Values};
use namro::{Code, Error, Faults, Instant, Stamp, Zone};
use pyo3::prelude::*;
use std::sync::Arc;

#[pymethods]
impl Replay {
    /// A table of the replay, of the cases of a selection that is given as text.
    fn table(&self, py: Python<'_>, name: &str, only: &str) -> PyResult<Table> {
        let make = || -> Result<Table, Faults> {
            let name: TableName = read(&canonical(&name)?, "/table")?;
            let only: CaseSelection = read(only, "/only")?;
            let (office, log) = self.sources();
            let made = office.table(log, self.instant(), name, &only, self.shard())?;
            Ok(table(made, office.rulebook().zone())?)
        };
        py.detach(make).map_err(|faults| fault::raise(py, &faults))
    }

    /// Shares in time by group, of the cases of a selection that is given as text.
    fn shares_by(&self, py: Python<'_>, of: &str, by: Vec<String>, only: &str) -> PyResult<Table> {
        let make = || -> Result<Table, Faults> {
            let of: SharesOf = read(&canonical(&of)?, "/of")?;
            let by: Vec<GroupKey> = read(&canonical(&by)?, "/by")?;
            let only: CaseSelection = read(only, "/only")?;
            let (office, log) = self.sources();
            let made = office.shares(log, self.instant(), (of, &by), &only, self.shard())?;
            Ok(table(made, office.rulebook().zone())?)
        };
        py.detach(make).map_err(|faults| fault::raise(py, &faults))
    }
}

/// A table as a batch: words as a dictionary, instants in microseconds.
fn table(table: namro::replay::Table, zone: &Zone) -> Result<Table, Error> {
    // Readers of Arrow know no offsets, only names of zones.
    let name: Arc<str> = if *zone == Zone::vietnam() { "Asia/Ho_Chi_Minh".into() } else { "UTC".into() };
    let columns = table.columns.into_iter().map(|column| {
        let values: ArrayRef = match column.values {
            Values::Word { words, rows } => {
                let rows = rows.into_iter().map(|row| row.and_then(|row| i32::try_from(row).ok()));
                let words = StringArray::from_iter_values(words);
                Arc::new(DictionaryArray::<Int32Type>::new(Int32Array::from_iter(rows), Arc::new(words)))
            }
            Values::Text(rows) => Arc::new(StringArray::from_iter(rows)),
            Values::Whole(rows) => Arc::new(Int64Array::from_iter(rows)),
            Values::Truth(rows) => Arc::new(BooleanArray::from_iter(rows)),
            Values::Instant(rows) => {
                let micros = rows.into_iter().map(|stamp| Some(stamp?.at.micros()));
                Arc::new(TimestampMicrosecondArray::from_iter(micros).with_timezone(name.clone()))
            }
            _ => return Err(Error::new(Code::NotBuilt).with("what", column.name)),
        };
        Ok((column.name, values, true))
    });
    let columns = columns.collect::<Result<Vec<_>, Error>>()?;
    let batch = RecordBatch::try_from_iter_with_nullable(columns);
    let batch = batch.map_err(|error| Error::new(Code::TooLarge).with("what", error).with("limit", i32::MAX))?;
    Ok(Table { batch, zone: zone.clone() })
}

#[pymethods]
impl Table {
    /// The names of the columns, in order.
    fn names(&self) -> Vec<String> {
        self.batch.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// The columns whose values are instants.
    fn instants(&self) -> Vec<String> {
        let is_instant = |kind: &DataType| matches!(kind, DataType::Timestamp(..));
        let schema = self.batch.schema();
        schema.fields().iter().filter(|field| is_instant(field.data_type())).map(|field| field.name().clone()).collect()
    }

    /// The values of some rows of a column, instants as RFC 3339; nothing if there is no such column.
    fn values(&self, py: Python<'_>, name: &str, start: usize, stop: usize) -> PyResult<Option<Vec<Py<PyAny>>>> {
        let Some(column) = self.batch.column_by_name(name) else { return Ok(None) };
        let rows = start.min(column.len())..stop.min(column.len());
        rows.map(|row| value(py, column, row, &self.zone)).collect::<PyResult<Vec<_>>>().map(Some)
    }
}

fn value(py: Python<'_>, column: &ArrayRef, row: usize, zone: &Zone) -> PyResult<Py<PyAny>> {
    if column.is_null(row) {
        return Ok(py.None());
    }
    let object = match column.data_type() {
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into_pyobject(py)?.into_any().unbind(),
        DataType::Boolean => column.as_boolean().value(row).into_pyobject(py)?.to_owned().into_any().unbind(),
        DataType::Utf8 => column.as_string::<i32>().value(row).into_pyobject(py)?.into_any().unbind(),
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let at = Instant::from_micros(column.as_primitive::<TimestampMicrosecondType>().value(row));
            let stamp: Option<Stamp> = at.map(|at| zone.stamp(at));
            stamp.map(|stamp| stamp.to_string()).into_pyobject(py)?.unbind()
        }
        _ => {
            let words = column.as_dictionary::<Int32Type>();
            let word = usize::try_from(words.keys().value(row)).unwrap_or_default();
            words.values().as_string::<i32>().value(word).into_pyobject(py)?.into_any().unbind()
        }
    };
    Ok(object)
}
