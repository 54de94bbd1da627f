//! The functions of all files, as one table.

use super::{code, identity, money, name, phone, province, tax};
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
