//! The native half of the Python package `namro`: a handle to a compiled office, and text in and out.
//!
//! Nothing is decided here. Values become JSON text ([`text`]), the interpreter is let go, the core works, and the
//! canonical text goes back; the classes that people see are written in Python, in `python/namro`.

mod answer;
mod arrow;
mod cells;
mod columns;
mod fault;
mod frame;
mod frames;
mod log;
mod numpy;
mod tables;
mod source;
mod text;
mod times;

use pyo3::prelude::*;
use std::sync::Mutex;

/// A compiled office.
#[pyclass(frozen, module = "namro._namro")]
struct Handle(namro::Office);

#[pymethods]
impl Handle {
    /// Compiles rulebook texts given with their names; the first is the root.
    #[staticmethod]
    fn load(py: Python<'_>, texts: Vec<(String, String)>) -> PyResult<Self> {
        let pairs: Vec<_> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        py.detach(|| namro::Office::load(&pairs)).map(Self).map_err(|faults| fault::raise(py, &faults))
    }

    /// Compiles a calendar alone.
    #[staticmethod]
    fn of_calendar(py: Python<'_>, calendar: &str) -> PyResult<Self> {
        py.detach(|| namro::Office::of_calendar(calendar)).map(Self).map_err(|faults| fault::raise(py, &faults))
    }

    /// The identifier of its rulebook.
    fn id(&self) -> String {
        self.0.rulebook().id().to_string()
    }

    /// The hashes of its rulebook and of its people: two offices with the same hashes give the same answers.
    fn hashes(&self) -> (String, Option<String>) {
        (self.0.hash().to_string(), self.0.staff().hash().map(|hash| hash.to_string()))
    }

    /// The same office with the host's people added.
    fn with_staff(&self, py: Python<'_>, staff: &str) -> PyResult<Self> {
        py.detach(|| self.0.with_staff(staff)).map(Self).map_err(|faults| fault::raise(py, &faults))
    }

    /// Carries out one operation: JSON text in, canonical JSON text out.
    fn call(&self, py: Python<'_>, operation: &str, input: &str) -> PyResult<String> {
        py.detach(|| self.0.call(operation, input)).map_err(|faults| fault::raise(py, &faults))
    }

    /// Checks a dossier and keeps what was found.
    fn checker(&self, py: Python<'_>, input: &str) -> PyResult<Checker> {
        let checker = py.detach(|| self.0.checker_of(input)).map_err(|faults| fault::raise(py, &faults))?;
        Ok(Checker(Mutex::new(checker)))
    }
}

/// A published slice.
#[pyclass(frozen, module = "namro._namro")]
struct Slice(namro::Slice);

#[pymethods]
impl Slice {
    /// Loads the compiled text of a published slice; with the digest of what was published, no other one.
    #[staticmethod]
    #[pyo3(signature = (compiled, digest=None))]
    fn load(py: Python<'_>, compiled: &str, digest: Option<&str>) -> PyResult<Self> {
        py.detach(|| namro::Slice::load(compiled, digest)).map(Self).map_err(|faults| fault::raise(py, &faults))
    }

    /// SHA-256 of the rules.
    fn hash(&self) -> String {
        self.0.hash().to_string()
    }

    /// The number of outcomes of the library that published it.
    fn semantics(&self) -> u32 {
        self.0.semantics()
    }

    /// Carries out one operation: JSON text in, canonical JSON text out.
    fn call(&self, py: Python<'_>, operation: &str, input: &str) -> PyResult<String> {
        py.detach(|| self.0.call(operation, input)).map_err(|faults| fault::raise(py, &faults))
    }
}

/// A dossier that is checked at every edit.
#[pyclass(frozen, module = "namro._namro")]
struct Checker(Mutex<namro::office::Checker>);

#[pymethods]
impl Checker {
    /// The present verdict.
    fn verdict(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| self.locked().verdict_json()).map_err(|faults| fault::raise(py, &faults))
    }

    /// Puts what a person typed at a pointer of the form; the new verdict.
    #[pyo3(name = "type")]
    fn type_text(&self, py: Python<'_>, pointer: &str, text: &str) -> PyResult<String> {
        py.detach(|| self.locked().type_json(pointer, text)).map_err(|faults| fault::raise(py, &faults))
    }

    /// Changes papers, channel, answers of databases, stage or day, as JSON text; the new verdict.
    fn change(&self, py: Python<'_>, change: &str) -> PyResult<String> {
        py.detach(|| self.locked().change_json(change)).map_err(|faults| fault::raise(py, &faults))
    }

    /// Puts a value as JSON text at a pointer of the form, or clears the place; the new verdict.
    #[pyo3(signature = (pointer, value=None))]
    fn set(&self, py: Python<'_>, pointer: &str, value: Option<&str>) -> PyResult<String> {
        py.detach(|| self.locked().set_json(pointer, value)).map_err(|faults| fault::raise(py, &faults))
    }
}

impl Checker {
    fn locked(&self) -> std::sync::MutexGuard<'_, namro::office::Checker> {
        // An edit that was refused leaves the dossier as it was, so a lock is never left in doubt.
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The JSON text of a value; what JSON cannot hold exactly is refused.
#[pyfunction]
fn to_text(value: &Bound<'_, PyAny>) -> PyResult<String> {
    text::write(value, "")
}

/// The canonical text of a JSON text.
#[pyfunction]
fn canonical(py: Python<'_>, text: &str) -> PyResult<String> {
    let node = namro::internals::base::parse_json(text.as_bytes());
    let text = node.and_then(|node| namro::base::canonical(&node));
    text.map_err(|error| fault::raise(py, &error.into()))
}

/// Carries out a whole request, stateless: bytes in, bytes out.
#[pyfunction]
fn call(py: Python<'_>, request: &[u8]) -> Vec<u8> {
    py.detach(|| namro::facade::call(request))
}

/// The command line; answers the exit code.
#[pyfunction]
fn main(py: Python<'_>, arguments: Vec<std::ffi::OsString>) -> u8 {
    py.detach(|| namro_cli::run(arguments))
}

/// The native half of `namro`; import `namro` instead.
#[pymodule]
fn _namro(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("SEMANTICS", namro::SEMANTICS)?;
    module.add("OPERATIONS", namro::facade::OPERATIONS.to_vec())?;
    module.add_class::<Handle>()?;
    module.add_class::<answer::Column>()?;
    module.add_class::<answer::Table>()?;
    module.add_class::<log::Log>()?;
    module.add_class::<log::Replay>()?;
    module.add_class::<Checker>()?;
    module.add_class::<Slice>()?;
    module.add_function(wrap_pyfunction!(log::merge_facts, module)?)?;
    module.add_function(wrap_pyfunction!(log::merge_profiles, module)?)?;
    module.add_function(wrap_pyfunction!(source::inspect, module)?)?;
    module.add_function(wrap_pyfunction!(to_text, module)?)?;
    module.add_function(wrap_pyfunction!(canonical, module)?)?;
    module.add_function(wrap_pyfunction!(call, module)?)?;
    module.add_function(wrap_pyfunction!(main, module)?)
}
