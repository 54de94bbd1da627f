//! From Python values to JSON text: one converter, which refuses what would be bent on the way.

use crate::cells;
use crate::fault::{no_json, refuse};
use namro::internals::base::MAX_SAFE_INTEGER;
use namro::{Code, Error};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple, PyType};
use std::fmt::Write;

/// Deeper than any document that is read; stops a value that contains itself.
const MAX_DEPTH: usize = 256;

/// The JSON text of a value that lies at a pointer of what is asked.
pub(crate) fn write(value: &Bound<'_, PyAny>, pointer: &str) -> PyResult<String> {
    write_with(value, pointer, false)
}

/// The same for rows of a table, in which NaN and NaT mean that there is no value.
pub(crate) fn write_rows(value: &Bound<'_, PyAny>, pointer: &str) -> PyResult<String> {
    write_with(value, pointer, true)
}

fn write_with(value: &Bound<'_, PyAny>, pointer: &str, gaps: bool) -> PyResult<String> {
    let mut writer = Writer { text: String::new(), pointer: pointer.to_owned(), depth: 0, gaps };
    writer.value(value)?;
    Ok(writer.text)
}

struct Writer {
    text: String,
    /// JSON pointer to the value at hand.
    pointer: String,
    depth: usize,
    /// Whether NaN and NaT are written as null.
    gaps: bool,
}

impl Writer {
    fn value(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        if value.is_none() || (self.gaps && cells::is_nothing(value)?) {
            self.text.push_str("null");
        } else if let Ok(text) = value.cast::<PyString>() {
            self.quoted(text)?;
        } else if let Ok(flag) = value.cast::<PyBool>() {
            self.text.push_str(if flag.is_true() { "true" } else { "false" });
        } else if value.is_instance_of::<PyInt>() {
            self.integer(value)?;
        } else if let Ok(number) = value.cast::<PyFloat>() {
            self.float(number)?;
        } else if let Ok(map) = value.cast::<PyDict>() {
            self.map(value.py(), map.iter().map(Ok))?;
        } else if let Ok(list) = value.cast::<PyList>() {
            self.list(list.iter().map(Ok))?;
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.list(tuple.iter().map(Ok))?;
        } else {
            self.other(value)?;
        }
        Ok(())
    }

    /// Values that know how to write themselves: answers, dates and times, decimals, scalars of NumPy, mappings, arrays.
    fn other(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let py = value.py();
        static ANSWER: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        if value.is_instance(ANSWER.import(py, "namro.answers", "Canonical")?)? {
            let text = value.call_method0("to_json")?;
            self.text.push_str(&text.cast::<PyString>()?.to_cow()?);
            return Ok(());
        }
        if value.hasattr("isoformat")? {
            let text = value.call_method0("isoformat")?;
            return self.quoted(text.cast::<PyString>().map_err(|_| no_json(py, value, &self.pointer))?);
        }
        if value.hasattr("as_tuple")? {
            // A decimal: its digits go over as they are, and the core reads them exactly.
            let text: String = value.call_method1("__format__", ("f",))?.extract()?;
            return self.decimal(py, &text);
        }
        if let Ok(map) = value.cast::<PyMapping>() {
            let items = map.items()?;
            return self.map(py, items.iter().map(|pair| pair.extract()));
        }
        for scalar in ["item", "tolist"] {
            if let Ok(plain) = value.call_method0(scalar) {
                // An array of one element answers `item` too, and is a list all the same.
                if scalar == "tolist" || value.getattr("ndim").is_ok_and(|n| n.extract().is_ok_and(|n: usize| n == 0)) {
                    return self.deeper(py, |writer| writer.value(&plain));
                }
            }
        }
        if value.hasattr("__index__")? {
            return self.integer(&value.call_method0("__index__")?);
        }
        Err(no_json(py, value, &self.pointer))
    }

    fn integer(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        match value.extract::<i64>() {
            Ok(number) if number.abs_diff(0) <= MAX_SAFE_INTEGER.abs_diff(0) => {
                // Writing into a `String` cannot fail.
                let _ = write!(self.text, "{number}");
                Ok(())
            }
            _ => Err(self.too_large(value.py(), &value.str()?.to_string_lossy())),
        }
    }

    fn float(&mut self, value: &Bound<'_, PyFloat>) -> PyResult<()> {
        let number = value.value();
        if !number.is_finite() {
            return Err(no_json(value.py(), value.as_any(), &self.pointer));
        }
        if number.fract() == 0.0 && number.abs() > MAX_SAFE_INTEGER as f64 {
            return Err(self.too_large(value.py(), &number.to_string()));
        }
        // The shortest digits that read back as the same number, as JavaScript writes them too.
        let _ = write!(self.text, "{number}");
        Ok(())
    }

    fn decimal(&mut self, py: Python<'_>, text: &str) -> PyResult<()> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if !digits.starts_with(|first: char| first.is_ascii_digit()) {
            let fault = Error::new(Code::WrongType).with("expected", "a number").with("found", text);
            return Err(refuse(py, fault, &self.pointer));
        }
        self.text.push_str(text);
        Ok(())
    }

    fn quoted(&mut self, text: &Bound<'_, PyString>) -> PyResult<()> {
        let Ok(text) = text.to_cow() else {
            // A lone surrogate.
            return Err(refuse(text.py(), Error::new(Code::NotUtf8), &self.pointer));
        };
        self.text.push_str(&serde_json::Value::from(&*text).to_string());
        Ok(())
    }

    fn list<'py>(&mut self, items: impl Iterator<Item = PyResult<Bound<'py, PyAny>>>) -> PyResult<()> {
        self.text.push('[');
        for (index, item) in items.enumerate() {
            let item = item?;
            if index > 0 {
                self.text.push(',');
            }
            let length = self.pointer.len();
            let _ = write!(self.pointer, "/{index}");
            self.deeper(item.py(), |writer| writer.value(&item))?;
            self.pointer.truncate(length);
        }
        self.text.push(']');
        Ok(())
    }

    fn map<'py, I>(&mut self, py: Python<'py>, entries: I) -> PyResult<()>
    where
        I: Iterator<Item = PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)>>,
    {
        self.text.push('{');
        for (index, entry) in entries.enumerate() {
            let (key, item) = entry?;
            if index > 0 {
                self.text.push(',');
            }
            let Ok(key) = key.cast::<PyString>() else {
                return Err(no_json(py, &key, &self.pointer));
            };
            self.quoted(key)?;
            self.text.push(':');
            let length = self.pointer.len();
            let _ = write!(self.pointer, "/{}", key.to_string_lossy().replace('~', "~0").replace('/', "~1"));
            self.deeper(py, |writer| writer.value(&item))?;
            self.pointer.truncate(length);
        }
        self.text.push('}');
        Ok(())
    }

    fn deeper(&mut self, py: Python<'_>, work: impl FnOnce(&mut Self) -> PyResult<()>) -> PyResult<()> {
        if self.depth >= MAX_DEPTH {
            return Err(refuse(py, Error::new(Code::TooDeep).with("limit", MAX_DEPTH), ""));
        }
        self.depth += 1;
        work(self)?;
        self.depth -= 1;
        Ok(())
    }

    fn too_large(&self, py: Python<'_>, value: &str) -> PyErr {
        refuse(py, Error::new(Code::NumberTooLarge).with("value", value), &self.pointer)
    }
}
