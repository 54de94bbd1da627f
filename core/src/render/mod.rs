//! Reports from answers: one self-contained HTML page (*báo cáo*).
//!
//! A [`Report`] is the content of a page as plain data in both languages; [`Report::html`] renders it. The page makes
//! no request and works without scripts, in both languages, light and dark, on a telephone and on paper; its bytes
//! depend only on the report.

mod board;
mod cards;
mod charts;
mod letter;
mod markup;
mod messages;
pub(crate) mod model;
pub(crate) mod number;
mod page;
mod process;
mod report;
mod timeline;

pub use model::Report;
pub use report::ReportInput;

#[cfg(test)]
mod tests;
