//! Columns and tables that go out: whatever speaks Arrow looks at them where they lie.

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, Field, Schema};
use namro::Zone;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use std::sync::Arc;

/// A column of answers.
#[pyclass(frozen, module = "namro._namro")]
pub(crate) struct Column(pub(crate) Vec<ArrayRef>);

#[pymethods]
impl Column {
    fn __len__(&self) -> usize {
        self.0.iter().map(|chunk| chunk.len()).sum()
    }

    /// The column as a frame of one, for everything that speaks Arrow.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let chunks = &self.0;
        let kind = chunks.first().map_or(arrow_schema::DataType::Null, |chunk| chunk.data_type().clone());
        let schema = Arc::new(Schema::new(vec![Field::new("answer", kind, true)]));
        let batch = |chunk: &ArrayRef| RecordBatch::try_new(schema.clone(), vec![chunk.clone()]);
        capsule(py, chunks.iter().map(batch).collect(), schema)
    }
}

/// A table of answers.
#[pyclass(frozen, module = "namro._namro")]
pub(crate) struct Table {
    pub(crate) batch: RecordBatch,
    /// The zone in which its instants are shown.
    pub(crate) zone: Zone,
}

impl Table {
    /// A table without instants.
    pub(crate) fn of(batch: RecordBatch) -> Self {
        Self { batch, zone: Zone::utc() }
    }
}

#[pymethods]
impl Table {
    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    /// The table, for everything that speaks Arrow.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        capsule(py, vec![Ok(self.batch.clone())], self.batch.schema())
    }
}

fn capsule(
    py: Python<'_>,
    batches: Vec<Result<RecordBatch, ArrowError>>,
    schema: Arc<Schema>,
) -> PyResult<Bound<'_, PyCapsule>> {
    let stream = FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(batches, schema)));
    PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
}
