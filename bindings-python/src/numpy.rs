//! Arrays of NumPy through `__array_interface__`: nothing of NumPy is linked, and nothing is copied.

use crate::times::{Nulls, Times};
use arrow_schema::TimeUnit;
use namro::{Code, Error};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

/// A one-dimensional array of 64-bit numbers.
pub(crate) enum Array<'a> {
    /// Instants: `datetime64` of some unit, which knows no zone, or whole microseconds in UTC.
    Times { values: &'a [i64], unit: TimeUnit, zoned: bool },
    /// Days since 1970-01-01: `datetime64[D]`.
    Dates(&'a [i64]),
}

impl<'a> Array<'a> {
    /// How many numbers there are.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Times { values, .. } | Self::Dates(values) => values.len(),
        }
    }

    /// The array as times.
    pub(crate) fn times(&self, name: &'static str) -> Result<Times<'a>, Error> {
        match *self {
            Self::Times { values, unit, zoned } => Ok(Times { name, values, unit, zoned, nulls: Nulls::Marked }),
            Self::Dates(_) => {
                let found = format!("datetime64[D] ({name})");
                Err(Error::new(Code::WrongType).with("expected", "datetime64[us]").with("found", found))
            }
        }
    }
}

/// The numbers of an array that is to be written, as long as it lives.
pub(crate) fn view_mut<'a>(array: &'a mut Bound<'_, PyAny>) -> PyResult<&'a mut [i64]> {
    let Parts { address, length, writable, .. } = parts(array)?;
    if !writable {
        return Err(PyTypeError::new_err("the array for the answer is read only"));
    }
    // SAFETY: as for `view`. The caller has just made the array, or has been handed it to be written (`out`) and has seen
    // to it that no array that is read shares memory with it. Who writes to it at the same time from another thread does
    // what NumPy's own functions with an `out` forbid too.
    Ok(match length {
        0 => &mut [],
        _ => unsafe { std::slice::from_raw_parts_mut(address as *mut i64, length) },
    })
}

/// The numbers of an array, as long as it lives.
pub(crate) fn view<'a>(array: &'a Bound<'_, PyAny>) -> PyResult<Array<'a>> {
    let Parts { unit, address, length, .. } = parts(array)?;
    // SAFETY: the interface says that `length` numbers of 8 bytes lie here without gaps, and they are aligned. The array
    // is borrowed for as long as the slice, so its memory stays. NumPy's own functions read it with the lock let go too.
    let values: &'a [i64] = match length {
        0 => &[],
        _ => unsafe { std::slice::from_raw_parts(address as *const i64, length) },
    };
    Ok(match unit {
        Unit::Times(unit, zoned) => Array::Times { values, unit, zoned },
        Unit::Days => Array::Dates(values),
    })
}

/// What the numbers of an array are.
enum Unit {
    Times(TimeUnit, bool),
    Days,
}

/// What the numbers are, where they lie, how many there are, and whether they may be written.
struct Parts {
    unit: Unit,
    address: usize,
    length: usize,
    writable: bool,
}

fn parts(array: &Bound<'_, PyAny>) -> PyResult<Parts> {
    let wrong = |what: &str| PyTypeError::new_err(format!("an array of datetime64 or int64 is needed, not {what}"));
    let interface = array.getattr("__array_interface__")?;
    let kind: String = interface.get_item("typestr")?.extract()?;
    let shape: Vec<usize> = interface.get_item("shape")?.extract()?;
    let (address, read_only): (usize, bool) = interface.get_item("data")?.extract()?;
    let [length] = shape[..] else { return Err(wrong(&format!("one of {} dimensions", shape.len()))) };
    let unit = match &*kind {
        "<M8[s]" => Unit::Times(TimeUnit::Second, false),
        "<M8[ms]" => Unit::Times(TimeUnit::Millisecond, false),
        "<M8[us]" => Unit::Times(TimeUnit::Microsecond, false),
        "<M8[ns]" => Unit::Times(TimeUnit::Nanosecond, false),
        "<i8" => Unit::Times(TimeUnit::Microsecond, true),
        "<M8[D]" | "<m8[s]" => Unit::Days,
        other => return Err(wrong(other)),
    };
    let stride: Option<Vec<isize>> = interface.get_item("strides")?.extract()?;
    if stride.is_some_and(|strides| strides != [8]) || !address.is_multiple_of(align_of::<i64>()) {
        return Err(wrong("one with gaps"));
    }
    Ok(Parts { unit, address, length, writable: !read_only })
}
