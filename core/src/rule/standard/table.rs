//! The functions of all files, as one table.

use super::{conversions, days, lists, numbers, texts};
use crate::rule::function::{Function, Row, Sentence};

const TABLES: &[&[Row]] = &[numbers::ROWS, texts::ROWS, days::ROWS, lists::ROWS, conversions::ROWS];
const ROWS: [Row; Row::count(TABLES)] = Row::all(TABLES);
pub(crate) static FUNCTIONS: [Function; ROWS.len()] = Row::functions(ROWS);
pub(crate) static SENTENCES: [Sentence; ROWS.len()] = Row::sentences(ROWS);
/// How many of them are functions of numbers, which stand first.
const OF_NUMBERS: usize = numbers::ROWS.len();

/// The names of the functions that may also be called as `math.floor(x)`.
pub(crate) fn names_in_math() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().take(OF_NUMBERS).map(|function| function.name)
}
