//! Logs (*nhật ký*): what happened, in columns.
//!
//! A log is two tables, cases and events, either of which may be empty. Names are interned once and columns hold
//! numbers, so that ten million events take a few hundred megabytes and are compared as integers.
//!
//! Logs come from [`Log::from_rows`], or by [`read`] from files of other systems through a [`Mapping`]. Both use the
//! same builder, which derives identifiers, drops exact repeats, orders events, and reports in a [`Reading`] what it
//! found.

mod builder;
pub(crate) mod columns;
#[cfg(feature = "xes")]
mod imported_rows;
#[cfg(feature = "xes")]
mod headings;
mod json_lines;
mod mapping;
mod limited_reader;
#[cfg(feature = "xes")]
mod ocel;
mod raw;
mod read;
mod reading;
mod rows;
mod finish;
pub(crate) mod sparse;
mod spec;
#[cfg(feature = "xes")]
mod table;
#[cfg(feature = "xes")]
mod times;
#[cfg(feature = "xes")]
mod xes;

pub(crate) use crate::base::names::Symbol;
pub use builder::Builder;
pub(crate) use columns::{CaseCells, EventCells};
pub use columns::{DayMarks, Log, TimeField};
pub use limited_reader::Limits;
pub use mapping::Mapping;
pub use raw::{RawCase, RawEvent};
pub use read::read;
pub use reading::Reading;
pub use spec::{CaseColumns, DateOrder, EventColumns, MappingSpec, MilestonesSpec};
