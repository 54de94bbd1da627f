//! Rows as dictionaries: the text of each value, and what counts as no value.

use crate::fault::refuse;
use crate::text;
use namro::{Code, Error};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};
use std::collections::HashMap;

/// A column: its name and the text of each row.
type Column = (String, Vec<Option<String>>);

/// The columns of a list of dictionaries, in the order in which keys first occur.
///
/// # Errors
/// `TypeError` for what is no list of dictionaries; values that are neither text, number nor time, at their row and key.
pub(crate) fn columns(rows: &Bound<'_, PyAny>, name: &str) -> PyResult<Vec<Column>> {
    let mut columns: Vec<Column> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut put = |row: usize, key: String, text: Option<String>| {
        let at = *places.entry(key.clone()).or_insert_with(|| {
            columns.push((key, Vec::new()));
            columns.len() - 1
        });
        if let Some((_, texts)) = columns.get_mut(at) {
            texts.resize(row, None);
            texts.push(text);
        }
    };
    let mut count = 0;
    for item in rows.try_iter()? {
        let (row, item) = (count, item?);
        count += 1;
        let here = || format!("/{name}/{row}");
        let Ok(map) = item.cast::<PyMapping>() else {
            let fault =
                Error::new(Code::WrongType).with("expected", "a dictionary").with("found", item.get_type().name()?);
            return Err(refuse(rows.py(), fault, &here()));
        };
        for pair in map.items()?.iter() {
            let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
            let key = key.str()?.to_string_lossy().into_owned();
            let pointer = format!("{}/{}", here(), key.replace('~', "~0").replace('/', "~1"));
            match value.cast::<PyDict>() {
                // Who acted, as an event has it: the name and the kind.
                Ok(actor) if key == "actor" => {
                    for (field, column) in [("id", "actor"), ("kind", "actor_kind")] {
                        let part = actor.get_item(field)?.map(|part| of(&part, &pointer)).transpose()?.flatten();
                        put(row, column.to_owned(), part);
                    }
                }
                _ => {
                    let text = of(&value, &pointer)?;
                    put(row, key, text);
                }
            }
        }
    }
    columns.iter_mut().for_each(|(_, texts)| texts.resize(count, None));
    Ok(columns)
}

/// Whether a value means that there is none: `None`, NaN, `NaT`, `NA`.
pub(crate) fn is_nothing(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    if value.is_none() {
        return Ok(true);
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        return Ok(number.value().is_nan());
    }
    if value.is_instance_of::<PyString>() || value.is_instance_of::<PyInt>() {
        return Ok(false);
    }
    let kind = value.get_type();
    let name = kind.name()?.to_string();
    Ok(match name.as_str() {
        "NaTType" | "NAType" => true,
        "datetime64" | "timedelta64" => value.str()?.to_string_lossy() == "NaT",
        "Decimal" => value.call_method0("is_nan")?.is_truthy()?,
        "float16" | "float32" => value.call_method0("item")?.extract::<f64>()?.is_nan(),
        _ => false,
    })
}

/// The text of a value; a time as ISO 8601, at midnight without a zone a day, which frames write so.
fn of(value: &Bound<'_, PyAny>, pointer: &str) -> PyResult<Option<String>> {
    if is_nothing(value)? {
        return Ok(None);
    }
    if let Ok(text) = value.cast::<PyString>() {
        return match text.to_cow() {
            Ok(text) => Ok(Some(text.into_owned())),
            Err(_) => Err(refuse(value.py(), Error::new(Code::NotUtf8), pointer)),
        };
    }
    if let Ok(flag) = value.cast::<PyBool>() {
        return Ok(Some(flag.is_true().to_string()));
    }
    if value.is_instance_of::<PyInt>() {
        return Ok(Some(value.str()?.to_string_lossy().into_owned()));
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        return Ok(Some(number.value().to_string()));
    }
    if value.is_instance_of::<PyDict>() || value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        return text::write(value, pointer).map(Some);
    }
    if value.hasattr("isoformat")? {
        let text = value.call_method0("isoformat")?.str()?.to_string_lossy().into_owned();
        return Ok(Some(day(text)));
    }
    if value.get_type().name()? == "datetime64" {
        return Ok(Some(day(value.str()?.to_string_lossy().into_owned())));
    }
    if value.hasattr("as_tuple")? {
        return Ok(Some(value.call_method1("__format__", ("f",))?.extract()?));
    }
    if value.hasattr("ndim")? && value.getattr("ndim")?.extract::<usize>().is_ok_and(|axes| axes == 0) {
        return of(&value.call_method0("item")?, pointer);
    }
    if value.hasattr("__index__")? {
        return Ok(Some(value.call_method0("__index__")?.str()?.to_string_lossy().into_owned()));
    }
    let fault = Error::new(Code::WrongType).with("expected", "text, a number or a time");
    Err(refuse(value.py(), fault.with("found", value.get_type().name()?), pointer))
}

/// A time of ISO 8601 without the time of day if that is midnight on a clock without a zone.
fn day(text: String) -> String {
    match text.split_once('T') {
        Some((day, clock)) if clock.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.')) => day.to_owned(),
        _ => text,
    }
}
