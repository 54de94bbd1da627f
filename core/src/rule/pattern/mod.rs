//! Patterns of texts, in time linear in the text.
//!
//! The dialect is the part of ECMAScript's that means the same everywhere: `\d` is ASCII, `$` is the end of the text
//! (not before a last newline), a character is a code point. Look-around and back-references are refused when the
//! pattern is read. Simple patterns of classes and counts (`^\d{10}(-\d{3})?$` is not one, `^\d{12}$` is) run without
//! any search; the rest runs on a set of states.

mod class;
mod compiled;
mod parse;
mod search;
mod simple;
mod states;

pub(crate) use compiled::Pattern;

#[cfg(test)]
mod tests;
