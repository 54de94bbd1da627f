//! A column that goes out: NumPy and Arrow look at it where it lies.

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, Field, Schema};
use pyo3::exceptions::PyAttributeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};
use std::sync::Arc;

/// A column of answers.
#[pyclass(frozen, module = "namro._namro")]
pub(crate) struct Column(Form);

enum Form {
    /// Chunks, as the question came.
    Arrow(Vec<ArrayRef>),
    /// Numbers, and what they are to NumPy.
    Numpy(Vec<i64>, &'static str),
}

impl Column {
    pub(crate) fn of_arrow(chunks: Vec<ArrayRef>) -> Self {
        Self(Form::Arrow(chunks))
    }

    pub(crate) fn of_numpy(values: Vec<i64>, kind: &'static str) -> Self {
        Self(Form::Numpy(values, kind))
    }
}

#[pymethods]
impl Column {
    fn __len__(&self) -> usize {
        match &self.0 {
            Form::Arrow(chunks) => chunks.iter().map(|chunk| chunk.len()).sum(),
            Form::Numpy(values, _) => values.len(),
        }
    }

    /// The numbers, for `numpy.asarray`, which keeps this object alive and copies nothing.
    #[getter]
    fn __array_interface__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let Form::Numpy(values, kind) = &self.0 else {
            return Err(PyAttributeError::new_err("__array_interface__"));
        };
        let interface = PyDict::new(py);
        interface.set_item("version", 3)?;
        interface.set_item("typestr", kind)?;
        interface.set_item("shape", (values.len(),))?;
        // Read only: a frozen object is not changed through a window.
        interface.set_item("data", (values.as_ptr() as usize, true))?;
        Ok(interface)
    }

    /// The column as a frame of one, for everything that speaks Arrow.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let Form::Arrow(chunks) = &self.0 else { return Err(PyAttributeError::new_err("__arrow_c_stream__")) };
        let kind = chunks.first().map_or(arrow_schema::DataType::Null, |chunk| chunk.data_type().clone());
        let schema = Arc::new(Schema::new(vec![Field::new("answer", kind, true)]));
        let batch = |chunk: &ArrayRef| RecordBatch::try_new(schema.clone(), vec![chunk.clone()]);
        let batches: Vec<Result<RecordBatch, ArrowError>> = chunks.iter().map(batch).collect();
        let stream = FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(batches, schema)));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }
}
