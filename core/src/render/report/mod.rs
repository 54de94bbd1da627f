//! Builds a report from answers: what a replay found, in the order in which people ask.

mod build;
mod evidence;
mod missing;
mod moments;
mod names;
mod people;
mod standing;
mod words;
mod work;

pub use build::ReportInput;
