//! The functions that belong to the language itself: each is a row in the file of its subject.

mod conversions;
mod days;
mod lists;
mod numbers;
mod table;
mod texts;

pub(crate) use table::{FUNCTIONS, SENTENCES, names_in_math};
