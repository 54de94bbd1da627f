//! Logs (*nhật ký*): what happened, in columns.
//!
//! A log is two tables, either of which may be empty: cases and events. Names are interned once; a column holds
//! numbers, so that ten million events stay a few hundred megabytes and compare as integers.

mod columns;

pub use columns::{CaseCells, Cases, EventCells, Events, Log, Names, Row, Symbol};
