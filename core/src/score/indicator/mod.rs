//! Indicators (*chỉ tiêu*) and records (*ghi nhận*): which rows count, which of them meet it, and what share that is.
//!
//! A rulebook declares kinds of records and indicators over the tables of a replay and over records. A condition on a
//! row is yes, no or unknown; what is unknown counts neither as met nor as missed, and the value has a low and a high
//! end. All values are exact fractions; sums merge in any order.

mod answer;
mod family;
mod functions;
mod compiled;
mod joined;
mod judge;
mod measure;
mod record;
mod record_rows;
mod rows;
mod spec;
mod table;
mod tally;
#[cfg(test)]
mod tests;
mod words;

pub use answer::{IndicatorCell, IndicatorValue, LeftOut, LeftOutReason, TargetOutcome, TargetResult};
pub(crate) use compiled::{Context, Indicator};
pub(crate) use family::family_of;
pub(crate) use joined::Joined;
pub(crate) use measure::{Asked, measure};
pub(crate) use record::RecordKind;
pub use record_rows::ClosedList;
pub(crate) use record_rows::RecordRows;
pub(crate) use rows::Rows;
pub(crate) use spec::{IndicatorSpec, RecordSpec};
pub(crate) use table::TableKind;
