//! The operations of a published slice: those that need only calendars and procedures.

use super::{Answer, answer, parse, parse_form, read, unknown};
use crate::office::FormRequest;
use crate::rulebook::{Slice, Validator};

/// The operations of a slice by name; each gives the same answer as the office that published it.
pub const SLICE_OPERATIONS: &[&str] = &["check", "due", "latest_start", "elapsed", "day", "form"];
/// The operations of a validator by name.
pub const VALIDATOR_OPERATIONS: &[&str] = &["check"];

impl Slice {
    /// Carries out one operation: JSON text in, canonical JSON text out.
    ///
    /// # Errors
    /// As [`crate::Office::call`]; [`crate::Code::UnknownOperation`] for operations that only an office has.
    pub fn call(&self, operation: &str, input: &str) -> Answer {
        let input = &if operation == "check" { parse_form(input) } else { parse(input) }?;
        match operation {
            "check" => answer(input, |request| self.check(&request)),
            "due" => answer(input, |request| self.due(&request)),
            "latest_start" => answer(input, |request| self.latest_start(&request)),
            "elapsed" => answer(input, |request| self.elapsed(&request)),
            "day" => answer(input, |request| self.day(&request)),
            "form" => read(input, |request: FormRequest| Ok(self.form(&request.procedure, request.on)?.to_owned())),
            other => Err(unknown(other, SLICE_OPERATIONS)),
        }
    }
}

impl Validator {
    /// As [`Slice::call`], without the operations that compute due dates.
    ///
    /// # Errors
    /// As [`Slice::call`].
    pub fn call(&self, operation: &str, input: &str) -> Answer {
        match operation {
            "check" => answer(&parse_form(input)?, |request| self.check(&request)),
            other => Err(unknown(other, VALIDATOR_OPERATIONS)),
        }
    }
}

#[cfg(test)]
#[path = "tests/slice.rs"]
mod tests;
