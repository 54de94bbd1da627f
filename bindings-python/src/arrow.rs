//! Frames of any library through Arrow's stream capsules: columns in, texts and instants out.
//!
//! Nothing of pyarrow, pandas or polars is needed at run time; whatever offers `__arrow_c_stream__` will do.

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::types::{
    Date32Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, PrimitiveArray, RecordBatch, RecordBatchReader, types::ArrowPrimitiveType};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};
use namro::{Code, Date, Error, Instant, Zone};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

/// The stream that an object offers.
///
/// # Errors
/// `TypeError` when it offers none (a lazy frame wants collecting first); what the producer itself raises.
pub(crate) fn stream(frame: &Bound<'_, PyAny>) -> PyResult<RecordBatchStreamReader> {
    if !frame.hasattr("__arrow_c_stream__")? {
        let found = frame.get_type().name()?;
        let hint = if frame.hasattr("collect")? { ": call .collect() first" } else { "" };
        return Err(PyTypeError::new_err(format!(
            "a frame that offers __arrow_c_stream__ is needed, not {found}{hint}"
        )));
    }
    let capsule = frame.call_method0("__arrow_c_stream__")?;
    let capsule = capsule.cast::<PyCapsule>()?;
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: the capsule has the name under which the protocol keeps an `ArrowArrayStream`, and lives to the end of
    // this call. `from_raw` moves the stream out and leaves a released one, as the protocol wants of a consumer.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) };
    RecordBatchStreamReader::try_new(stream).map_err(|error| PyTypeError::new_err(error.to_string()))
}

/// A column of texts, in whichever of Arrow's forms; numbers count as the texts of their digits.
pub(crate) struct Texts<'a>(Option<Form<'a>>);

enum Form<'a> {
    Small(&'a arrow_array::StringArray),
    Large(&'a arrow_array::LargeStringArray),
    View(&'a arrow_array::StringViewArray),
    /// Words, for each row the one that it has, and which rows have any.
    Dictionary(Box<Form<'a>>, Vec<usize>, Option<&'a NullBuffer>),
    /// Already spelt out.
    Spelt(Vec<Option<String>>),
}

impl<'a> Texts<'a> {
    /// The column of a name; a frame need not have it.
    pub(crate) fn of(batch: &'a RecordBatch, name: &str) -> Result<Self, Error> {
        let Some(column) = batch.column_by_name(name) else { return Ok(Self(None)) };
        Form::of(column).map(|form| Self(Some(form))).ok_or_else(|| wrong_type(name, "text", column.data_type()))
    }

    /// The text of a row.
    pub(crate) fn get(&self, row: usize) -> Option<&str> {
        self.0.as_ref()?.get(row)
    }

    /// Whether each row has a text of its own.
    pub(crate) fn is_plain(&self) -> bool {
        self.0.as_ref().is_some_and(|form| !matches!(form, Form::Dictionary(..)))
    }

    /// Which word of a dictionary a row has.
    pub(crate) fn word(&self, row: usize) -> Option<usize> {
        match self.0.as_ref()? {
            Form::Dictionary(_, keys, nulls) => keys.get(row).copied().filter(|_| is_valid(*nulls, row)),
            _ => None,
        }
    }
}

impl<'a> Form<'a> {
    fn of(column: &'a dyn Array) -> Option<Self> {
        Some(match column.data_type() {
            DataType::Utf8 => Self::Small(column.as_string()),
            DataType::LargeUtf8 => Self::Large(column.as_string()),
            DataType::Utf8View => Self::View(column.as_string_view()),
            DataType::Null => Self::Spelt(vec![None; column.len()]),
            DataType::Dictionary(..) => {
                let dictionary = column.as_any_dictionary();
                // An empty dictionary has no key to normalise to.
                let empty = dictionary.values().is_empty();
                let keys = if empty { Vec::new() } else { dictionary.normalized_keys() };
                Self::Dictionary(Box::new(Self::of(dictionary.values())?), keys, dictionary.keys().nulls())
            }
            DataType::Int8 => spelt::<Int8Type>(column),
            DataType::Int16 => spelt::<Int16Type>(column),
            DataType::Int32 => spelt::<Int32Type>(column),
            DataType::Int64 => spelt::<Int64Type>(column),
            DataType::UInt8 => spelt::<UInt8Type>(column),
            DataType::UInt16 => spelt::<UInt16Type>(column),
            DataType::UInt32 => spelt::<UInt32Type>(column),
            DataType::UInt64 => spelt::<UInt64Type>(column),
            _ => return None,
        })
    }

    fn get(&self, row: usize) -> Option<&str> {
        match self {
            Self::Small(array) => array.is_valid(row).then(|| array.value(row)),
            Self::Large(array) => array.is_valid(row).then(|| array.value(row)),
            Self::View(array) => array.is_valid(row).then(|| array.value(row)),
            Self::Dictionary(words, keys, nulls) => {
                keys.get(row).filter(|_| is_valid(*nulls, row)).and_then(|key| words.get(*key))
            }
            Self::Spelt(texts) => texts.get(row)?.as_deref(),
        }
    }
}

fn is_valid(nulls: Option<&NullBuffer>, row: usize) -> bool {
    nulls.is_none_or(|nulls| nulls.is_valid(row))
}

fn spelt<T: ArrowPrimitiveType>(column: &dyn Array) -> Form<'_>
where
    T::Native: ToString,
{
    Form::Spelt(column.as_primitive::<T>().iter().map(|value| value.map(|value| value.to_string())).collect())
}

/// A column of instants: timestamps of any unit, days alone, or texts, each of an instant or of a day.
pub(crate) enum Times<'a> {
    /// With the zone of times without an offset, and that in which days begin.
    Texts(Texts<'a>, Option<&'a Zone>, &'a Zone),
    Days(Vec<Option<Instant>>),
    Micros(Vec<Option<Instant>>),
}

impl<'a> Times<'a> {
    /// The column of a name. Timestamps without a zone are those of a clock on the wall, so `zone` must be given; `days` is that in which days begin.
    pub(crate) fn of(
        batch: &'a RecordBatch,
        name: &str,
        zone: Option<&'a Zone>,
        days: &'a Zone,
    ) -> Result<Self, Error> {
        let Some(column) = batch.column_by_name(name) else { return Ok(Self::Texts(Texts(None), zone, days)) };
        if column.data_type() == &DataType::Date32 {
            let begins = |number: i32| {
                let out = || Error::new(Code::TimeOutOfRange).with("value", number);
                let date = Date::from_days(number.into()).ok_or_else(out);
                date.map(|date| days.instant(date, 0))
            };
            let dates = column.as_primitive::<Date32Type>().iter();
            return dates.map(|day| day.map(begins).transpose()).collect::<Result<_, _>>().map(Self::Days);
        }
        let DataType::Timestamp(unit, written) = column.data_type() else {
            return Texts::of(batch, name)
                .map(|texts| Self::Texts(texts, zone, days))
                .map_err(|_| wrong_type(name, "timestamp", column.data_type()));
        };
        let local = match (written, zone) {
            // With a zone the numbers are UTC, whatever its label.
            (Some(_), _) => None,
            (None, Some(zone)) => Some(zone),
            (None, None) => return Err(Error::new(Code::NoZone).with("value", name)),
        };
        let instant = |value: Option<i64>| -> Result<Option<Instant>, Error> {
            let Some(value) = value else { return Ok(None) };
            let micros = match unit {
                TimeUnit::Second => value.checked_mul(1_000_000),
                TimeUnit::Millisecond => value.checked_mul(1_000),
                TimeUnit::Microsecond => Some(value),
                TimeUnit::Nanosecond => Some(value.div_euclid(1_000)),
            };
            let found = micros
                .and_then(Instant::from_micros)
                .ok_or_else(|| Error::new(Code::TimeOutOfRange).with("value", value))?;
            let Some(zone) = local else { return Ok(Some(found)) };
            // The wall clock read as if it were UTC, then as the zone has it.
            let utc = Zone::utc();
            let fraction = found.micros().rem_euclid(1_000_000);
            let placed = zone.instant(utc.date_of(found), utc.second_of_day(found));
            Ok(Instant::from_micros(placed.micros() + fraction))
        };
        let values: Vec<Option<i64>> = match unit {
            TimeUnit::Second => values::<TimestampSecondType>(column),
            TimeUnit::Millisecond => values::<TimestampMillisecondType>(column),
            TimeUnit::Microsecond => values::<TimestampMicrosecondType>(column),
            TimeUnit::Nanosecond => values::<TimestampNanosecondType>(column),
        };
        values.into_iter().map(instant).collect::<Result<_, _>>().map(Self::Micros)
    }

    /// The instant of a row, and whether only its day is known.
    pub(crate) fn get(&self, row: usize) -> Result<Option<(Instant, bool)>, Error> {
        match self {
            Self::Texts(texts, zone, days) => texts.get(row).map(|text| moment(text, *zone, days)).transpose(),
            Self::Micros(instants) => Ok(instants.get(row).copied().flatten().map(|at| (at, false))),
            Self::Days(instants) => Ok(instants.get(row).copied().flatten().map(|at| (at, true))),
        }
    }
}

/// The instant that a text means: of itself, by the zone where it has no offset, or the day `2026-01-08`.
fn moment(text: &str, zone: Option<&Zone>, days: &Zone) -> Result<(Instant, bool), Error> {
    if let Ok(date) = Date::parse(text) {
        return Ok((days.instant(date, 0), true));
    }
    let read = Instant::parse(text);
    let (Err(fault), Some(zone)) = (&read, zone) else { return read.map(|at| (at, false)) };
    if fault.code() != Code::NoZone {
        return read.map(|at| (at, false));
    }
    // As if it were UTC, then as the clock of the zone.
    let utc = Zone::utc();
    let written = Instant::parse(&format!("{text}Z"))?;
    let placed = zone.instant(utc.date_of(written), utc.second_of_day(written));
    let placed = Instant::from_micros(placed.micros() + written.micros().rem_euclid(1_000_000));
    placed.map(|at| (at, false)).ok_or_else(|| Error::new(Code::TimeOutOfRange).with("value", text))
}

/// The values of a column of lists, and where those of each row begin.
pub(crate) fn list(column: &dyn Array, name: &str) -> Result<(Vec<i64>, ArrayRef), Error> {
    match column.data_type() {
        DataType::List(_) => {
            let list = column.as_list::<i32>();
            Ok((list.value_offsets().iter().map(|offset| i64::from(*offset)).collect(), list.values().clone()))
        }
        DataType::LargeList(_) => {
            let list = column.as_list::<i64>();
            Ok((list.value_offsets().to_vec(), list.values().clone()))
        }
        other => Err(wrong_type(name, "list", other)),
    }
}

fn values<T: ArrowPrimitiveType<Native = i64>>(column: &dyn Array) -> Vec<Option<i64>> {
    let array: &PrimitiveArray<T> = column.as_primitive();
    array.iter().collect()
}

fn wrong_type(name: &str, expected: &str, found: &DataType) -> Error {
    Error::new(Code::WrongType).with("expected", expected).with("found", format!("{found} ({name})"))
}

/// Refuses columns that nobody knows: a misspelt one would be lost without a word.
pub(crate) fn known(reader: &RecordBatchStreamReader, names: &[&str]) -> Result<(), Error> {
    for field in reader.schema().fields() {
        if !names.contains(&field.name().as_str()) {
            let fault = Error::new(Code::UnknownField).with("field", field.name());
            return Err(fault.suggest(field.name(), names.iter().copied()));
        }
    }
    Ok(())
}
