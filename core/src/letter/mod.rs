//! Forms of the one-stop desk (*biểu mẫu một cửa*): data of the rulebook, filled from dossier and case.
//!
//! A form is a list of fields, perhaps with a table, and the rulebook names the content of each field. A field whose
//! content is unknown stays blank and is listed, so that nobody issues a receipt without a promised date by mistake.
//! Rules that issuing the form would break, such as a second supplement request or a second new date, are reported as
//! remarks against the office.

mod answer;
mod facts;
mod fill;
mod remarks;
mod spec;
mod words;

pub use answer::{Letter, LetterField, LetterTable};
pub use facts::Applicant;
pub(crate) use facts::{Facts, Line, Stretch};
pub(crate) use fill::fill;
pub(crate) use spec::LetterSpec;
pub use spec::{LetterKind, Paper};
pub(crate) use words::{channel, paper};

#[cfg(all(test, feature = "yaml", feature = "rulebooks-vn"))]
mod tests;
