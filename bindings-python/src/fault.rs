//! Faults of the core as `namro.NamroError`.

use namro::{Code, Error, Faults, Place};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

/// The exception for these faults; its class is written in Python.
pub(crate) fn raise(py: Python<'_>, faults: &Faults) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let text = namro::base::canonical(faults).unwrap_or_else(|_| "[]".to_owned());
    let raised = CLASS
        .import(py, "namro.errors", "NamroError")
        .and_then(|class| class.call_method1("from_text", (text, faults.count())))
        .map(PyErr::from_value);
    raised.unwrap_or_else(|error| error)
}

/// The exception for one value that cannot go to the core.
pub(crate) fn refuse(py: Python<'_>, fault: Error, pointer: &str) -> PyErr {
    raise(py, &fault.at(Place::pointer(pointer)).into())
}

/// A value that JSON has no word for.
pub(crate) fn no_json(py: Python<'_>, value: &Bound<'_, PyAny>, pointer: &str) -> PyErr {
    let found = value.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string());
    let fault = Error::new(Code::WrongType).with("expected", "a value that JSON can hold").with("found", found);
    refuse(py, fault, pointer)
}
