//! The handle of a dossier with JSON text in and out, for the bindings.

use super::{parse_form, read};
use crate::base::canon::canonical;
use crate::base::error::Faults;
use crate::base::value::parse_typed;
use crate::office::{Checker, Office};
use crate::rulebook::{Slice, Validator};

impl Office {
    /// [`Office::checker`] with the request of the operation `check` as JSON text.
    ///
    /// # Errors
    /// Faults of the text, and those of [`Office::checker`].
    pub fn checker_of(&self, input: &str) -> Result<Checker, Faults> {
        read(&parse_form(input)?, |request| self.checker(&request))
    }
}

impl Slice {
    /// As [`Office::checker_of`].
    ///
    /// # Errors
    /// As [`Office::checker_of`].
    pub fn checker_of(&self, input: &str) -> Result<Checker, Faults> {
        read(&parse_form(input)?, |request| self.checker(&request))
    }
}

impl Validator {
    /// As [`Office::checker_of`].
    ///
    /// # Errors
    /// As [`Office::checker_of`].
    pub fn checker_of(&self, input: &str) -> Result<Checker, Faults> {
        read(&parse_form(input)?, |request| self.checker(&request))
    }
}

impl Checker {
    /// [`Checker::set`] with the value as JSON text, `None` to remove it; returns the verdict as canonical JSON text.
    ///
    /// # Errors
    /// As [`Checker::set`].
    pub fn type_json(&mut self, pointer: &str, text: &str) -> Result<String, Faults> {
        Ok(canonical(self.type_text(pointer, text)?)?)
    }

    /// As [`Checker::set`], with the value as JSON text; the verdict as canonical JSON text.
    ///
    /// # Errors
    /// Faults of the text, and those of [`Checker::set`].
    pub fn set_json(&mut self, pointer: &str, value: Option<&str>) -> Result<String, Faults> {
        let value = value.map(parse_typed).transpose()?;
        Ok(canonical(self.set(pointer, value)?)?)
    }

    /// [`Checker::change`] with the changes as JSON text; returns the verdict as canonical JSON text.
    ///
    /// # Errors
    /// Faults of the text, and those of [`Checker::change`].
    pub fn change_json(&mut self, change: &str) -> Result<String, Faults> {
        let change = crate::base::shape::read(&parse_typed(change)?)?;
        Ok(canonical(self.change(&change)?)?)
    }

    /// The verdict as canonical JSON text, as the operation `check` returns it.
    ///
    /// # Errors
    /// None in practice: verdicts always have canonical bytes.
    pub fn verdict_json(&self) -> Result<String, Faults> {
        Ok(canonical(self.verdict())?)
    }
}
