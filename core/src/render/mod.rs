//! Reports from answers: one HTML page that needs nothing else (*báo cáo*).
//!
//! What a page shows is a [`Report`], plain data in both languages; [`Report::html`] draws it. The page makes no
//! request, works without scripts, in both languages, light and dark, on a telephone and on paper, and its bytes hang
//! on the report alone.

mod board;
mod cards;
mod charts;
mod letter;
mod markup;
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
