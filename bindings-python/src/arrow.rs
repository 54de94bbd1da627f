//! Frames of any library through Arrow's stream capsules: columns in, texts and instants out.
//!
//! Nothing of pyarrow, pandas or polars is needed at run time; whatever offers `__arrow_c_stream__` will do.

use crate::frames::By;
use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::types::{
    Date32Type, Date64Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type,
    UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, PrimitiveArray, RecordBatch, types::ArrowPrimitiveType};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, Schema, TimeUnit};
use namro::internals::base::nearest;
use namro::log::Mapping;
use namro::{Code, Date, Error, Faults, Instant, Place, Text, Zone};
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
            "a frame that offers __arrow_c_stream__, or a list of dictionaries, is needed, not {found}{hint}"
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
        Form::of(column).map(|form| Self(Some(form))).ok_or_else(|| wrong_type(name, "text", column))
    }

    /// A column, if its values are texts or whole numbers.
    pub(crate) fn of_column(column: &'a ArrayRef) -> Option<Self> {
        Form::of(column).map(|form| Self(Some(form)))
    }

    /// A column whose texts were made.
    pub(crate) fn spelt(texts: Vec<Option<String>>) -> Self {
        Self(Some(Form::Spelt(texts)))
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
            // A column of whole numbers with gaps is one of floats in pandas.
            DataType::Float32 => {
                Self::Spelt(whole(column.as_primitive::<Float32Type>().iter().map(|v| v.map(f64::from)))?)
            }
            DataType::Float64 => Self::Spelt(whole(column.as_primitive::<Float64Type>().iter())?),
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

/// The digits of whole numbers; `None` if one has a fraction. What is not a number is no value.
fn whole(values: impl Iterator<Item = Option<f64>>) -> Option<Vec<Option<String>>> {
    values
        .map(|value| match value.filter(|number| !number.is_nan()) {
            None => Some(None),
            Some(number) => (number.fract() == 0.0).then(|| Some(format!("{number}"))),
        })
        .collect()
}

/// The values of a column of timestamps, the unit in which they count, and whether they are UTC: with a zone they are,
/// whatever its label; without one they are those of a clock on the wall.
pub(crate) struct Stamps {
    values: Vec<Option<i64>>,
    unit: TimeUnit,
    utc: bool,
}

impl Stamps {
    /// The column, if it is one of timestamps.
    pub(crate) fn of(column: &dyn Array) -> Option<Self> {
        let (unit, utc, values) = match column.data_type() {
            DataType::Timestamp(unit, zone) => {
                let values = match unit {
                    TimeUnit::Second => values::<TimestampSecondType>(column),
                    TimeUnit::Millisecond => values::<TimestampMillisecondType>(column),
                    TimeUnit::Microsecond => values::<TimestampMicrosecondType>(column),
                    TimeUnit::Nanosecond => values::<TimestampNanosecondType>(column),
                };
                (*unit, zone.is_some(), values)
            }
            DataType::Date64 => (TimeUnit::Millisecond, false, values::<Date64Type>(column)),
            _ => return None,
        };
        Some(Self { values, unit, utc })
    }

    /// Whether the numbers are UTC.
    pub(crate) fn is_utc(&self) -> bool {
        self.utc
    }

    /// The number of a row as an instant, as if it were UTC.
    pub(crate) fn get(&self, row: usize) -> Result<Option<Instant>, Error> {
        let Some(value) = self.values.get(row).copied().flatten() else { return Ok(None) };
        let micros = match self.unit {
            TimeUnit::Second => value.checked_mul(1_000_000),
            TimeUnit::Millisecond => value.checked_mul(1_000),
            TimeUnit::Microsecond => Some(value),
            TimeUnit::Nanosecond => Some(value.div_euclid(1_000)),
        };
        let out = || Error::new(Code::TimeOutOfRange).with("value", value);
        micros.and_then(Instant::from_micros).map(Some).ok_or_else(out)
    }
}

/// A column of instants: timestamps of any unit, days alone, or texts, each of an instant or of a day.
pub(crate) enum Times<'a> {
    /// With the mapping by which they are read, and the zone in which days begin.
    Texts(Texts<'a>, &'a Mapping, &'a Zone),
    Days(&'a PrimitiveArray<Date32Type>, &'a Zone),
    /// With the zone of the clock on the wall, none where they are UTC; and the zone of the days that midnight means.
    Stamps(Stamps, Option<&'a Zone>, Option<&'a Zone>),
}

impl<'a> Times<'a> {
    /// The column of a name; a frame need not have it. Timestamps without a zone are those of a clock on the wall, so the
    /// mapping must declare one; `days` is the zone in which days begin.
    pub(crate) fn of(
        batch: &'a RecordBatch,
        name: &'static str,
        By { mapping, days, as_office }: By<'a>,
    ) -> Result<Self, Error> {
        let Some(column) = batch.column_by_name(name) else { return Ok(Self::Texts(Texts(None), mapping, days)) };
        if column.data_type() == &DataType::Date32 {
            return Ok(Self::Days(column.as_primitive(), days));
        }
        let Some(stamps) = Stamps::of(column) else {
            return Texts::of(batch, name)
                .map(|texts| Self::Texts(texts, mapping, days))
                .map_err(|_| wrong_type(name, "timestamp", column));
        };
        match (stamps.is_utc(), mapping.zone()) {
            (true, _) => Ok(Self::Stamps(stamps, None, None)),
            (false, Some(zone)) => Ok(Self::Stamps(stamps, Some(zone), as_office.then_some(days))),
            (false, None) => Err(first_row(Error::new(Code::NoZone).with("value", name), name, column)),
        }
    }

    /// The instant of a row, and whether only its day is known.
    pub(crate) fn get(&self, row: usize) -> Result<Option<(Instant, bool)>, Error> {
        match self {
            Self::Texts(texts, mapping, days) => match texts.get(row) {
                None => Ok(None),
                Some(text) => match mapping.moment(text, days) {
                    Err(_) if mapping.is_missing(text) => Ok(None),
                    moment => moment.map(Some),
                },
            },
            Self::Days(dates, zone) => {
                let Some(number) = dates.is_valid(row).then(|| dates.value(row)) else { return Ok(None) };
                let out = || Error::new(Code::TimeOutOfRange).with("value", number);
                let date = Date::from_days(number.into()).ok_or_else(out)?;
                Ok(Some((zone.instant(date, 0), true)))
            }
            Self::Stamps(stamps, zone, midnight) => {
                let Some(found) = stamps.get(row)? else { return Ok(None) };
                let Some(zone) = zone else { return Ok(Some((found, false))) };
                // The wall clock read as if it were UTC, then as the zone has it.
                let utc = Zone::utc();
                if let Some(days) = midnight.filter(|_| found.micros().rem_euclid(86_400_000_000) == 0) {
                    return Ok(Some((days.instant(utc.date_of(found), 0), true)));
                }
                let fraction = found.micros().rem_euclid(1_000_000);
                let placed = zone.instant(utc.date_of(found), utc.second_of_day(found));
                Ok(Instant::from_micros(placed.micros() + fraction).map(|at| (at, false)))
            }
        }
    }
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
        _ => Err(wrong_type(name, "list", column)),
    }
}

fn values<T: ArrowPrimitiveType<Native = i64>>(column: &dyn Array) -> Vec<Option<i64>> {
    let array: &PrimitiveArray<T> = column.as_primitive();
    array.iter().collect()
}

/// The fault of a column that holds something else.
fn wrong_type(name: &str, expected: &str, found: &dyn Array) -> Error {
    let text = format!("{} ({name})", kind(found.data_type()));
    first_row(Error::new(Code::WrongType).with("expected", expected).with("found", text), name, found)
}

/// A fault of a whole column, at its first row with a value.
fn first_row(fault: Error, name: &str, column: &dyn Array) -> Error {
    let first = (0..column.len()).find(|row| column.is_valid(*row)).unwrap_or_default();
    fault.at(Place::pointer(format!("/{first}/{name}")))
}

/// What a column holds, in words.
pub(crate) fn kind(found: &DataType) -> String {
    let kind = match found {
        DataType::Struct(_) | DataType::Map(..) => "objects",
        DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(..) | DataType::ListView(_) => "lists",
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView | DataType::FixedSizeBinary(_) => "bytes",
        DataType::Boolean => "true and false",
        DataType::Float16 | DataType::Float32 | DataType::Float64 => "numbers with a fraction",
        DataType::Duration(_) | DataType::Interval(_) => "durations",
        DataType::Time32(_) | DataType::Time64(_) => "times of day",
        other => return other.to_string().to_lowercase(),
    };
    kind.to_owned()
}

/// Whether pandas made a column of the numbers of its rows, which say nothing.
pub(crate) fn is_row_number(name: &str) -> bool {
    name.starts_with("__index_level_")
}

/// Refuses columns that nobody knows, all of them at once: a misspelt one would be lost without a word.
///
/// # Errors
/// Also a needed column that is missing, and one that is there twice.
pub(crate) fn known(schema: &Schema, names: &[&str], needed: &[&str], at: &str) -> Result<(), Faults> {
    let columns: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    let mut unknown = Vec::new();
    let mut meant = Vec::new();
    for (place, name) in columns.iter().enumerate().filter(|(_, name)| !is_row_number(name)) {
        if !names.contains(name) {
            let allowed = Text::same(names.join(", "));
            meant.extend(nearest(name, names.iter().copied()));
            let fault = Error::new(Code::UnknownField).with("field", name).with_text("allowed", allowed);
            unknown.push(fault.suggest(name, names.iter().copied()));
        } else if columns.iter().take(place).any(|other| other == name) {
            unknown.push(Error::new(Code::DuplicateKey).with("key", name));
        }
    }
    // What is misspelt is not missing as well.
    let missing = needed.iter().filter(|name| !columns.contains(name) && !meant.contains(name));
    let missing = missing.map(|name| {
        Error::new(Code::MissingColumn).with("field", name).with_text("columns", Text::same(columns.join(", ")))
    });
    let mut faults = Faults::new();
    missing.chain(unknown).for_each(|fault| faults.push(fault.at(Place::pointer(at))));
    faults.into_result(Some(()))
}
