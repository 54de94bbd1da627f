//! Columns of working time: whatever speaks Arrow or NumPy goes in, Arrow or NumPy comes out.
//!
//! Nothing is copied that is already microseconds in UTC; the rest is turned in small pieces, so that a column of any
//! length needs no more memory than its answer.

use crate::answer::Column;
use crate::numpy::{Array, view, view_mut};
use crate::times::{Buffer, Nulls, PIECE, Times};
use crate::{Handle, arrow, fault};
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{ArrayRef, PrimitiveArray, RecordBatch};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType;
use namro::calendar::Calendar;
use namro::calendar::bulk::{self, Validity};
use namro::deadline::bulk::{self as dues, Suspensions};
use namro::deadline::{Ends, Limit, Promise};
use namro::{Code, Error, Instant, Place};
use pyo3::prelude::*;
use std::sync::Arc;

/// A question, apart from the columns.
struct Question {
    calendar: Calendar,
    /// What is due; without it, working time is asked for.
    promise: Option<Promise>,
    /// Whether times without a zone are those of the calendar's clock, or else UTC; unless it is said, they are refused.
    local: Option<bool>,
}

/// The columns `suspended` and `resumed`, and where the times of each row begin, if there may be several.
struct Stood<'a>(Option<&'a [i64]>, &'a Times<'a>, &'a Times<'a>);

#[pymethods]
impl Handle {
    /// Answers by the office's calendar for columns of a frame: dues of `start` by a limit, else working seconds from `start` to `end`.
    #[pyo3(signature = (frame, limit=None, ends=None, known_at=None, local=None))]
    #[allow(clippy::too_many_arguments)]
    fn frame_column(
        &self,
        py: Python<'_>,
        frame: &Bound<'_, PyAny>,
        limit: Option<&str>,
        ends: Option<&str>,
        known_at: Option<&str>,
        local: Option<bool>,
    ) -> PyResult<Column> {
        let raise = |error: Error| fault::raise(py, &error.into());
        let question = self.question(limit, ends, known_at, local).map_err(raise)?;
        let reader = arrow::stream(frame)?;
        let work = || -> Result<Column, Error> {
            let (mut done, mut rows) = (Vec::new(), 0);
            for batch in reader {
                let batch = batch.map_err(|error| Error::new(Code::Syntax).with("reason", error))?;
                done.push(question.batch(&batch).map_err(|error| later(error, rows))?);
                rows += batch.num_rows();
            }
            Ok(Column(done))
        };
        py.detach(work).map_err(raise)
    }

    /// Answers by the office's calendar for arrays of NumPy (`start`, then `end`, or `suspended` and `resumed`) into another, which must not share memory with them.
    #[pyo3(signature = (arrays, out, limit=None, ends=None, known_at=None, local=None))]
    #[allow(clippy::too_many_arguments)]
    fn array_column(
        &self,
        py: Python<'_>,
        arrays: Vec<Bound<'_, PyAny>>,
        mut out: Bound<'_, PyAny>,
        limit: Option<&str>,
        ends: Option<&str>,
        known_at: Option<&str>,
        local: Option<bool>,
    ) -> PyResult<()> {
        let raise = |error: Error| fault::raise(py, &error.into());
        let question = self.question(limit, ends, known_at, local).map_err(raise)?;
        let out = view_mut(&mut out)?;
        let views = arrays.iter().map(view).collect::<PyResult<Vec<_>>>()?;
        py.detach(|| question.arrays(&views, out)).map_err(raise)
    }
}

impl Handle {
    fn question(
        &self,
        limit: Option<&str>,
        ends: Option<&str>,
        known_at: Option<&str>,
        local: Option<bool>,
    ) -> Result<Question, Error> {
        let calendar = self.0.calendar(None)?.as_known(known_at.map(Instant::parse).transpose()?);
        let wrong = |name| Error::new(Code::UnknownTerm).with("value", name).with("allowed", "office, legal");
        let ends = ends.map(|name| Ends::from_name(name).ok_or_else(|| wrong(name))).transpose()?.unwrap_or_default();
        let promise = limit.map(|text| Limit::parse(text).map(|limit| Promise { ends, ..Promise::from(limit) }));
        Ok(Question { calendar, promise: promise.transpose()?, local })
    }
}

impl Question {
    fn batch(&self, batch: &RecordBatch) -> Result<ArrayRef, Error> {
        let column = |name: &str| batch.column_by_name(name);
        let needed = |name: &str| column(name).ok_or_else(|| Error::new(Code::MissingField).with("field", name));
        let start = needed("start")?;
        let nulls = start.nulls().cloned();
        if let (DataType::Date32, Some(promise)) = (start.data_type(), &self.promise) {
            let dates = start.as_primitive::<Date32Type>();
            let mut out = vec![0; dates.len()];
            dues::last_day(&self.calendar, promise, dates.values(), Nulls::of(dates).from(0), &mut out)?;
            return Ok(Arc::new(PrimitiveArray::<Date32Type>::new(out.into(), nulls)));
        }
        let times = |name: &'static str| needed(name).and_then(|array| Times::of(array, name));
        let starts = times("start")?;
        let mut out = vec![0; start.len()];
        let Some(promise) = &self.promise else {
            let end = needed("end")?;
            self.elapsed(&starts, &times("end")?, &mut out)?;
            let nulls = NullBuffer::union(start.nulls(), end.nulls());
            return Ok(Arc::new(PrimitiveArray::<Int64Type>::new(out.into(), nulls)));
        };
        match (column("suspended"), column("resumed")) {
            (None, None) => self.dues(promise, &starts, None, &mut out)?,
            (Some(list), Some(to)) if list.data_type().is_list() => {
                let (offsets, from) = arrow::list(list, "suspended")?;
                let (same, to) = arrow::list(to, "resumed")?;
                if offsets != same {
                    let lengths = format!("{}, {}", from.len(), to.len());
                    return Err(Error::new(Code::UnequalColumns).with("lengths", lengths));
                }
                let (from, to) = (Times::of(&from, "suspended")?, Times::of(&to, "resumed")?);
                self.dues(promise, &starts, Some(Stood(Some(&offsets), &from, &to)), &mut out)?;
            }
            _ => self.dues(promise, &starts, Some(Stood(None, &times("suspended")?, &times("resumed")?)), &mut out)?,
        }
        let array = PrimitiveArray::<TimestampMicrosecondType>::new(out.into(), nulls);
        // What came in by a clock on the wall goes out by it.
        Ok(match start.data_type() {
            DataType::Timestamp(_, zone) => Arc::new(array.with_timezone_opt(zone.clone())),
            _ => Arc::new(array.with_timezone("UTC")),
        })
    }

    fn arrays(&self, arrays: &[Array<'_>], out: &mut [i64]) -> Result<(), Error> {
        same_length(arrays.first().map_or(0, Array::len), out.len())?;
        match (&self.promise, arrays) {
            (Some(promise), [Array::Dates(dates)]) => for_each_piece(dates.len(), |rows| {
                let mut bits = Vec::new();
                let (days, out) = (&dates[rows.clone()], &mut out[rows]);
                let valid = Nulls::marked(days, &mut bits);
                dues::last_day(&self.calendar, promise, days, valid, out)?;
                Nulls::mark(valid, out);
                Ok(())
            }),
            (Some(promise), [start, stood @ ..]) => {
                let start = start.times("start")?;
                match stood {
                    [from, to] => {
                        let (from, to) = (from.times("suspended")?, to.times("resumed")?);
                        self.dues(promise, &start, Some(Stood(None, &from, &to)), out)
                    }
                    _ => self.dues(promise, &start, None, out),
                }
            }
            (None, [start, end]) => {
                let (start, end) = (start.times("start")?, end.times("end")?);
                self.elapsed(&start, &end, out)
            }
            _ => Err(Error::new(Code::MissingField).with("field", "start")),
        }
    }

    fn elapsed(&self, starts: &Times<'_>, ends: &Times<'_>, out: &mut [i64]) -> Result<(), Error> {
        same_length(starts.values.len(), ends.values.len())?;
        let zone = self.calendar.zone();
        let (mut first, mut second, mut bits) = (Buffer::default(), Buffer::default(), Vec::new());
        for_each_piece(out.len(), |rows| {
            let (starts, valid) = starts.piece(rows.clone(), self.local, zone, &mut first)?;
            let (ends, other) = ends.piece(rows.clone(), self.local, zone, &mut second)?;
            let out = &mut out[rows];
            let valid = Nulls::both(valid, other, out.len(), &mut bits);
            bulk::elapsed(&self.calendar, starts, ends, valid, out)?;
            Nulls::mark(valid, out);
            Ok(())
        })
    }

    fn dues(
        &self,
        promise: &Promise,
        starts: &Times<'_>,
        stood: Option<Stood<'_>>,
        out: &mut [i64],
    ) -> Result<(), Error> {
        let zone = self.calendar.zone();
        let (mut buffer, mut begun, mut ended) = (Buffer::default(), Buffer::default(), Buffer::default());
        let stood = match &stood {
            None => None,
            Some(Stood(None, from, to)) => {
                same_length(from.values.len(), to.values.len())?;
                same_length(starts.values.len(), from.values.len())?;
                return for_each_piece(out.len(), |rows| {
                    let (starts, valid) = starts.piece(rows.clone(), self.local, zone, &mut buffer)?;
                    let (from, from_valid) = from.piece(rows.clone(), self.local, zone, &mut begun)?;
                    let (to, to_valid) = to.piece(rows.clone(), self.local, zone, &mut ended)?;
                    let stood = Suspensions { offsets: None, from, from_valid, to, to_valid };
                    let out = &mut out[rows];
                    dues::due(&self.calendar, promise, starts, Some(&stood), valid, out)?;
                    self.show(valid, out);
                    Ok(())
                });
            }
            Some(Stood(offsets, from, to)) => {
                same_length(from.values.len(), to.values.len())?;
                let (from, from_valid) = from.piece(0..from.values.len(), self.local, zone, &mut begun)?;
                let (to, to_valid) = to.piece(0..to.values.len(), self.local, zone, &mut ended)?;
                Some(Suspensions { offsets: *offsets, from, from_valid, to, to_valid })
            }
        };
        if let Some(stood) = stood {
            // One piece: the lists of times are looked up by row.
            let (starts, valid) = starts.piece(0..out.len(), self.local, zone, &mut buffer)?;
            dues::due(&self.calendar, promise, starts, Some(&stood), valid, out)?;
            self.show(valid, out);
            return Ok(());
        }
        for_each_piece(out.len(), |rows| {
            let (starts, valid) = starts.piece(rows.clone(), self.local, zone, &mut buffer)?;
            let out = &mut out[rows];
            dues::due(&self.calendar, promise, starts, None, valid, out)?;
            self.show(valid, out);
            Ok(())
        })?;
        Ok(())
    }

    /// Answers by the clock by which the question came.
    fn show(&self, valid: Validity<'_>, out: &mut [i64]) {
        if self.local == Some(true) {
            let zone = self.calendar.zone();
            for at in out.iter_mut() {
                let offset = Instant::from_micros(*at).map_or(0, |at| zone.offset_at(at));
                *at = at.saturating_add(i64::from(offset) * 1_000_000);
            }
        }
        Nulls::mark(valid, out);
    }
}

/// Works on rows piece by piece; a fault names the row of the whole.
fn for_each_piece(rows: usize, mut work: impl FnMut(std::ops::Range<usize>) -> Result<(), Error>) -> Result<(), Error> {
    for first in (0..rows).step_by(PIECE) {
        work(first..rows.min(first + PIECE)).map_err(|error| later(error, first))?;
    }
    Ok(())
}

/// A fault of a piece that begins at a row.
fn later(error: Error, first: usize) -> Error {
    let line = error.place().line.map(|line| line + first as u64);
    let place = Place { line, ..error.place().clone() };
    error.at(place)
}

fn same_length(one: usize, other: usize) -> Result<(), Error> {
    if one == other {
        return Ok(());
    }
    Err(Error::new(Code::UnequalColumns).with("lengths", format!("{one}, {other}")))
}
