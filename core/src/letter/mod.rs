//! Forms of the one-stop desk (*biểu mẫu một cửa*): data of the rulebook, filled from dossier and case.
//!
//! A form is a list of fields, perhaps with a table, and each field says what fills it. What nothing is known of stays
//! blank and is named as such, so that nobody hands out a receipt without a promise by mistake. What the form itself
//! would breach — a second supplement request, a second new date — stands beside it as a remark against the office.

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
