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

/// The numbers of an array, as long as it lives.
pub(crate) fn view<'a>(array: &'a Bound<'_, PyAny>) -> PyResult<Array<'a>> {
    let wrong = |what: &str| PyTypeError::new_err(format!("an array of datetime64 or int64 is needed, not {what}"));
    let interface = array.getattr("__array_interface__")?;
    let kind: String = interface.get_item("typestr")?.extract()?;
    let shape: Vec<usize> = interface.get_item("shape")?.extract()?;
    let (address, _): (usize, bool) = interface.get_item("data")?.extract()?;
    let [length] = shape[..] else { return Err(wrong(&format!("one of {} dimensions", shape.len()))) };
    let known = [("<M8[s]", TimeUnit::Second), ("<M8[ms]", TimeUnit::Millisecond), ("<M8[us]", TimeUnit::Microsecond)];
    let unit = known.iter().chain(&[("<M8[ns]", TimeUnit::Nanosecond), ("<i8", TimeUnit::Microsecond)]);
    let unit = unit.clone().find(|(name, _)| *name == kind).map(|(_, unit)| *unit);
    if unit.is_none() && kind != "<M8[D]" {
        return Err(wrong(&kind));
    }
    let stride: Option<Vec<isize>> = interface.get_item("strides")?.extract()?;
    if stride.is_some_and(|strides| strides != [8]) || !address.is_multiple_of(align_of::<i64>()) {
        return Err(wrong("one with gaps"));
    }
    // SAFETY: the interface says that `length` numbers of 8 bytes lie here without gaps, and they are aligned. The array
    // is borrowed for as long as the slice, so its memory stays. NumPy's own functions read it with the lock let go too.
    let values: &'a [i64] = match length {
        0 => &[],
        _ => unsafe { std::slice::from_raw_parts(address as *const i64, length) },
    };
    Ok(match unit {
        Some(unit) => Array::Times { values, unit, zoned: kind == "<i8" },
        None => Array::Dates(values),
    })
}
