//! Logs (*nhật ký*): what happened, in columns.
//!
//! A log is two tables, cases and events, either of which may be empty. Names are interned once and columns hold
//! numbers, so that ten million events take a few hundred megabytes and are compared as integers.
//!
//! Logs come from [`Log::from_rows`], or by [`read`] from files of other systems through a [`Mapping`]. Both use the
//! same builder, which derives identifiers, drops exact repeats, orders events, and reports in a [`Reading`] what it
//! found.

mod builder;
mod by_status;
pub(crate) mod columns;
#[cfg(feature = "xes")]
mod codes;
#[cfg(feature = "xes")]
mod imported_rows;
#[cfg(feature = "xes")]
mod headings;
#[cfg(feature = "xes")]
mod inspect;
mod json_lines;
mod mapping;
mod missing_columns;
#[cfg(feature = "xes")]
mod memory;
mod limited_reader;
#[cfg(feature = "xes")]
mod ocel;
mod offsets;
#[cfg(feature = "xes")]
mod overrides;
#[cfg(feature = "xes")]
mod people_table;
mod places;
mod raw;
mod read;
mod reading;
#[cfg(feature = "xes")]
mod reconciliation;
mod rows;
#[cfg(feature = "xes")]
mod rows_left_out;
mod finish;
pub(crate) mod sparse;
mod spec;
mod statuses;
#[cfg(feature = "xes")]
mod table;
mod times;
#[cfg(feature = "xes")]
mod worded;
#[cfg(feature = "xes")]
mod xes;

pub(crate) use crate::base::names::Symbol;
pub use builder::Builder;
pub(crate) use columns::{CaseCells, EventCells};
pub use columns::{DayMarks, Log, TimeField};
#[cfg(feature = "xes")]
pub use inspect::{Dirt, InspectedColumn, InspectedTable, Inspection, inspect};
#[cfg(feature = "xes")]
#[doc(hidden)]
pub use inspect::{Source, changed, head, inspect_sources, propose};
pub use limited_reader::Limits;
pub use mapping::Mapping;
#[cfg(feature = "xes")]
#[doc(hidden)]
pub use memory::{MemoryCell, MemoryTable};
pub(crate) use offsets::with_offsets;
#[cfg(feature = "xes")]
#[doc(hidden)]
pub use overrides::Overrides;
#[cfg(feature = "xes")]
pub(crate) use people_table::{PeopleTable, people_tables};
pub use raw::{RawCase, RawEvent};
pub use read::read;
pub use reading::{LeftOut, Reading};
// Parts of a mapping as it is written, which nobody builds by hand.
#[doc(hidden)]
pub use spec::{CaseColumns, EventColumns, MilestonesSpec, SupplementColumns};
pub use spec::{DateOrder, MappingSpec, StatusMeaning};
