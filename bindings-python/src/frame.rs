//! A table of a host as a table in memory: frames of any library that speaks Arrow, and lists of dictionaries.

use crate::arrow::{self, Stamps, Texts, is_row_number};
use crate::{cells, fault};
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Float32Type, Float64Type};
use arrow_array::{Array, ArrayRef, PrimitiveArray, RecordBatch, RecordBatchReader, StringArray};
use arrow_schema::{DataType, Schema};
use namro::log::{MemoryCell, MemoryTable};
use namro::{Code, Date, Error, Instant, Place, Zone};
use pyo3::prelude::*;
use std::borrow::Cow;
use std::sync::Arc;

/// Rows whose cells are made at a time.
const PIECE: usize = 1 << 14;

/// A table that was taken from Python.
pub(crate) struct Frame {
    pub(crate) name: String,
    pub(crate) schema: Arc<Schema>,
    pub(crate) batches: Vec<RecordBatch>,
    /// The zone in which instants are written.
    pub(crate) zone: Zone,
}

impl Frame {
    /// The table that an object is: a frame, else a list of dictionaries.
    ///
    /// # Errors
    /// `TypeError` for what is neither; [`Code::NothingRead`] for a reader that was read before.
    pub(crate) fn of(table: &Bound<'_, PyAny>, name: &str, zone: &Zone) -> PyResult<Self> {
        if !table.hasattr("__arrow_c_stream__")? {
            return Self::of_rows(table, name, zone);
        }
        let reader = match arrow::stream(table) {
            Ok(reader) => reader,
            // Days beside instants, or objects, in one column have no type of Arrow; the rows have their values.
            Err(error) => match rows_of(table, name)? {
                Some(rows) => return Self::of_rows(&rows, name, zone),
                None => return Err(error),
            },
        };
        let schema = reader.schema();
        let broken = |error| Error::new(Code::Syntax).with("reason", error).at(Place::pointer(format!("/{name}")));
        let batches =
            reader.collect::<Result<Vec<_>, _>>().map_err(|error| fault::raise(table.py(), &broken(error).into()))?;
        if batches.is_empty() && !table.hasattr("__len__")? {
            return Err(fault::refuse(table.py(), Error::new(Code::NothingRead), &format!("/{name}")));
        }
        Ok(Self { name: name.to_owned(), schema, batches, zone: zone.clone() })
    }

    /// The table of a list of dictionaries: a column for each key, in the order in which keys first occur.
    fn of_rows(rows: &Bound<'_, PyAny>, name: &str, zone: &Zone) -> PyResult<Self> {
        let columns = cells::columns(rows, name)?;
        let arrays =
            columns.into_iter().map(|(key, texts)| (key, Arc::new(StringArray::from(texts)) as ArrayRef, true));
        let arrays: Vec<_> = arrays.collect();
        let empty = || RecordBatch::new_empty(Arc::new(Schema::empty()));
        let batch = if arrays.is_empty() { Ok(empty()) } else { RecordBatch::try_from_iter_with_nullable(arrays) };
        let raise =
            |error| fault::refuse(rows.py(), Error::new(Code::Syntax).with("reason", error), &format!("/{name}"));
        let batch = batch.map_err(raise)?;
        Ok(Self { name: name.to_owned(), schema: batch.schema(), batches: vec![batch], zone: zone.clone() })
    }

    /// Whether each column has the name of a field, so that the rows are in the shape of those fields.
    pub(crate) fn has_only(&self, fields: &[&str]) -> bool {
        let mut names =
            self.schema.fields().iter().map(|field| field.name().as_str()).filter(|name| !is_row_number(name));
        names.all(|name| fields.contains(&name))
    }

    /// Whether it has a column of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.schema.fields().iter().any(|field| field.name() == name)
    }

    /// The places of the columns that are read.
    fn read(&self) -> impl Iterator<Item = usize> {
        let named = |place: &usize| self.schema.fields().get(*place).is_some_and(|field| !is_row_number(field.name()));
        (0..self.schema.fields().len()).filter(named)
    }

    fn place(&self, row: u64, column: usize) -> Place {
        let name = self.schema.fields().get(column).map_or("", |field| field.name());
        Place::pointer(format!("/{}/{row}/{}", self.name, name.replace('~', "~0").replace('/', "~1")))
    }
}

/// The rows of a frame that Arrow cannot hold; `None` if it gives none.
fn rows_of<'py>(frame: &Bound<'py, PyAny>, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    if let Ok(columns) = frame.getattr("columns").and_then(|columns| columns.call_method0("tolist")) {
        let names: Vec<String> =
            columns.try_iter()?.map(|name| Ok(name?.str()?.to_string())).collect::<PyResult<_>>()?;
        if let Some(twice) = names.iter().enumerate().find(|(at, name)| names.iter().take(*at).any(|one| one == *name))
        {
            let fault = Error::new(Code::DuplicateKey).with("key", twice.1);
            return Err(fault::refuse(frame.py(), fault, &format!("/{name}")));
        }
    }
    if frame.hasattr("to_dicts")? {
        return frame.call_method0("to_dicts").map(Some);
    }
    if frame.hasattr("to_dict")? {
        return frame.call_method1("to_dict", ("records",)).map(Some);
    }
    Ok(None)
}

impl MemoryTable for Frame {
    fn name(&self) -> &str {
        &self.name
    }

    fn columns(&self) -> Vec<String> {
        self.read().filter_map(|place| self.schema.fields().get(place)).map(|field| field.name().clone()).collect()
    }

    fn unreadable(&self) -> Vec<(String, String, u64)> {
        let first = |place: usize| {
            let mut before = 0;
            for batch in &self.batches {
                let column = batch.columns().get(place)?;
                if let Some(row) = (0..column.len()).find(|row| column.is_valid(*row)) {
                    return Some((column.data_type().clone(), before + row as u64));
                }
                before += column.len() as u64;
            }
            None
        };
        let field = |place: usize| self.schema.fields().get(place).map(|field| field.name().clone());
        let unreadable = |place| {
            let column = self.batches.first()?.columns().get(place)?;
            let (found, row) = Cells::of(column).is_none().then(|| first(place))??;
            Some((field(place)?, arrow::kind(&found), row))
        };
        self.read().filter_map(unreadable).collect()
    }

    fn rows(&self, take: &mut dyn FnMut(&[MemoryCell<'_>]) -> bool) -> Result<(), Error> {
        let mut before = 0;
        for batch in &self.batches {
            for start in (0..batch.num_rows()).step_by(PIECE) {
                let piece = batch.slice(start, PIECE.min(batch.num_rows() - start));
                let columns = self.read().filter_map(|place| Some((place, Cells::of(piece.columns().get(place)?))));
                let columns: Vec<_> = columns.collect();
                for row in 0..piece.num_rows() {
                    let number = before + (start + row) as u64;
                    let mut cells = Vec::with_capacity(columns.len());
                    for (place, column) in &columns {
                        // What cannot be read is empty here; it is a fault if a field is read from it.
                        let cell =
                            column.as_ref().map_or_else(|| Ok(MemoryCell::default()), |one| one.cell(row, &self.zone));
                        cells.push(cell.map_err(|error| error.at(self.place(number, *place)))?);
                    }
                    if !take(&cells) {
                        return Ok(());
                    }
                }
            }
            before += batch.num_rows() as u64;
        }
        Ok(())
    }
}

/// A column as cells.
enum Cells<'a> {
    /// Texts, and whether they are the digits of numbers.
    Texts(Texts<'a>, bool),
    Days(&'a PrimitiveArray<Date32Type>),
    Stamps(Stamps),
}

impl<'a> Cells<'a> {
    fn of(column: &'a ArrayRef) -> Option<Self> {
        let number = column.data_type().is_numeric();
        match column.data_type() {
            DataType::Date32 => Some(Self::Days(column.as_primitive())),
            DataType::Timestamp(..) | DataType::Date64 => Stamps::of(column).map(Self::Stamps),
            DataType::Boolean => {
                let words = column.as_boolean().iter().map(|value| value.map(|value| value.to_string()));
                Some(Self::Texts(Texts::spelt(words.collect()), false))
            }
            DataType::Float32 => Some(Self::Texts(Texts::spelt(numbers(column.as_primitive::<Float32Type>())), true)),
            DataType::Float64 => Some(Self::Texts(Texts::spelt(numbers(column.as_primitive::<Float64Type>())), true)),
            DataType::Decimal128(..) => {
                let array = column.as_primitive::<Decimal128Type>();
                let texts = (0..array.len()).map(|row| array.is_valid(row).then(|| array.value_as_string(row)));
                Some(Self::Texts(Texts::spelt(texts.collect()), true))
            }
            _ => Texts::of_column(column).map(|texts| Self::Texts(texts, number)),
        }
    }

    fn cell(&self, row: usize, zone: &Zone) -> Result<MemoryCell<'_>, Error> {
        let text = match self {
            Self::Texts(texts, number) => {
                return Ok(MemoryCell { text: Cow::Borrowed(texts.get(row).unwrap_or_default()), number: *number });
            }
            Self::Days(days) => days.is_valid(row).then(|| days.value(row)).map(|number| {
                let out = || Error::new(Code::TimeOutOfRange).with("value", number);
                Date::from_days(number.into()).map(|date| date.to_string()).ok_or_else(out)
            }),
            Self::Stamps(stamps) => {
                let written = |at| if stamps.is_utc() { zone.stamp(at).to_string() } else { on_the_wall(at) };
                stamps.get(row).map(|at| at.map(written)).transpose()
            }
        };
        Ok(MemoryCell { text: text.transpose()?.unwrap_or_default().into(), number: false })
    }
}

/// What a clock on the wall shows, which is kept as if it were UTC. At midnight only the day is meant: frames have no
/// other way to write a day beside instants.
fn on_the_wall(at: Instant) -> String {
    let utc = Zone::utc();
    let (date, second, micros) = (utc.date_of(at), utc.second_of_day(at), at.micros().rem_euclid(1_000_000));
    if (second, micros) == (0, 0) {
        return date.to_string();
    }
    let fraction = if micros == 0 { String::new() } else { format!(".{micros:06}") };
    format!("{date} {:02}:{:02}:{:02}{fraction}", second / 3600, second / 60 % 60, second % 60)
}

fn numbers<T: arrow_array::types::ArrowPrimitiveType>(array: &PrimitiveArray<T>) -> Vec<Option<String>>
where
    T::Native: Into<f64>,
{
    let value = |value: T::Native| {
        let number: f64 = value.into();
        (!number.is_nan()).then(|| number.to_string())
    };
    array.iter().map(|cell| cell.and_then(value)).collect()
}
