//! The functions that belong to the language itself: each is a row in the file of its subject.

mod conversions;
mod days;
mod lists;
mod numbers;
mod texts;

use super::function::{Function, Row, Sentence};

const TABLES: &[&[Row]] = &[numbers::ROWS, texts::ROWS, days::ROWS, lists::ROWS, conversions::ROWS];
const ROWS: [Row; Row::count(TABLES)] = Row::all(TABLES);

pub(super) static FUNCTIONS: [Function; ROWS.len()] = Row::functions(ROWS);
pub(super) static SENTENCES: [Sentence; ROWS.len()] = Row::sentences(ROWS);

/// How many of them are functions of numbers, which stand first.
const OF_NUMBERS: usize = numbers::ROWS.len();

/// The names of the functions that may also be called as `math.floor(x)`.
pub(super) fn names_in_math() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().take(OF_NUMBERS).map(|function| function.name)
}
