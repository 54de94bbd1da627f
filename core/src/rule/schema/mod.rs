//! The schema of a form: a part of JSON Schema 2020-12, and nothing that passes unnoticed.
//!
//! An unknown keyword is a fault of the rulebook, never ignored. A schema that is read here means the same to any
//! other reader, with these differences: numbers are exact (`multipleOf: 0.01` takes 19.99), lengths count the code
//! points of the NFC, `\d` is ASCII, `$` is the end of the text, `format` is asserted. `docs/rules-reference.md` lists
//! what is supported.

mod check;
mod checked;
mod compiled;
#[cfg(feature = "schema")]
pub(crate) mod editor;
mod evaluated;
mod export;
mod fields;
mod format;
mod keyword;
mod part;
mod places;
mod progress;
mod properties;
mod read;

pub(crate) use checked::{Checked, by_pointer};
pub use compiled::Schema;
pub(crate) use export::{export, import};
pub(crate) use fields::Field;
pub use fields::FieldKind;
pub(crate) use keyword::Violation;
pub(crate) use part::{DIALECT, Index, Part, TYPES};
