//! Checks of Vietnamese fields, and the functions by which rules call them. Each file has the
//! rows of its functions; `docs/rules-reference.md` lists what authors may call.

pub(crate) mod code;
pub(crate) mod identity;
pub(crate) mod money;
pub(crate) mod name;
pub(crate) mod phone;
pub(crate) mod province;
pub(crate) mod tax;

use crate::rule::{Function, Library, Row, Sentence, Sentences};

/// The functions of each file.
const TABLES: &[&[Row]] =
    &[identity::ROWS, tax::ROWS, phone::ROWS, money::ROWS, name::ROWS, province::ROWS, code::ROWS];
const ROWS: [Row; Row::count(TABLES)] = Row::all(TABLES);

static FUNCTIONS: [Function; ROWS.len()] = Row::functions(ROWS);
static OF_FUNCTIONS: [Sentence; ROWS.len()] = Row::sentences(ROWS);

/// What the expressions of a procedure may call.
pub(crate) const LIBRARY: Library = Library::with(&FUNCTIONS);

/// How those functions are put into words.
pub(crate) const SENTENCES: Sentences = Sentences::with(&OF_FUNCTIONS);

#[cfg(test)]
mod tests;
