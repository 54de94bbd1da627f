//! A pattern ready to run, and the choice between its two kinds of program.

use super::class::Class;
use super::parse::parse;
use super::search::search;
use super::simple::{matches_simple, simple};
use super::states::{State, states};
use crate::base::error::Error;
use crate::base::packed::Packed;

/// A pattern, ready to run.
#[derive(Clone, Debug, Packed)]
pub(crate) struct Pattern {
    text: Box<str>,
    pub(super) program: Program,
}

#[derive(Clone, Debug, Packed)]
pub(super) enum Program {
    /// Classes with counts, from the start of the text; to its end as well, if `to_end`.
    Simple { parts: Vec<(Class, u32, u32)>, to_end: bool },
    /// States of a search.
    States(Vec<State>),
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`crate::base::error::Code::BadPattern`] when it is malformed, or uses what is not supported;
    /// [`crate::base::error::Code::TooLarge`] when its counts multiply beyond [`MAX_STATES`](super::states::MAX_STATES).
    pub(crate) fn new(text: &str) -> Result<Self, Error> {
        let piece = parse(text)?;
        let program = simple(&piece).map_or_else(|| states(&piece).map(Program::States), Ok)?;
        Ok(Self { text: text.into(), program })
    }

    /// The pattern as written.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether some part of the text matches.
    pub(crate) fn matches(&self, text: &str) -> bool {
        match &self.program {
            Program::Simple { parts, to_end } => matches_simple(parts, *to_end, text),
            Program::States(states) => search(states, text),
        }
    }

    /// What a match costs in fuel.
    pub(crate) fn cost(&self, text: &str) -> u32 {
        u32::try_from(self.weight(text)).unwrap_or(u32::MAX)
    }

    /// About how much work a match is: text length, times states where a search is needed.
    pub(crate) fn weight(&self, text: &str) -> usize {
        let width = match &self.program {
            Program::Simple { .. } => 8,
            Program::States(states) => states.len(),
        };
        text.len().saturating_mul(width) / 64
    }
}
