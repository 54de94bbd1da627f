//! The handle of a form with JSON text in and out, for the bindings.

use super::{parse_form, read};
use crate::base::canon::canonical;
use crate::base::error::Faults;
use crate::base::text::Language;
use crate::base::value::{exact_json, parse_typed};
use crate::office::{FormSession, Office};
use crate::rulebook::Slice;

impl Office {
    /// [`Office::form_session`] with the request of the operation `check` as JSON text.
    ///
    /// # Errors
    /// Faults of the text, and those of [`Office::form_session`].
    pub fn form_session_of(&self, input: &str, language: Language) -> Result<FormSession, Faults> {
        read(&parse_form(input)?, |request| self.form_session(&request, language))
    }
}

impl Slice {
    /// As [`Office::form_session_of`].
    ///
    /// # Errors
    /// As [`Office::form_session_of`].
    pub fn form_session_of(&self, input: &str, language: Language) -> Result<FormSession, Faults> {
        read(&parse_form(input)?, |request| self.form_session(&request, language))
    }
}

impl FormSession {
    /// [`FormSession::edit`] with the list of edits as JSON text; the change as canonical JSON text.
    ///
    /// # Errors
    /// Faults of the text, and those of [`FormSession::edit`].
    pub fn edit_json(&mut self, edits: &str) -> Result<String, Faults> {
        let edits: Vec<crate::office::FormEdit> = crate::base::shape::read(&parse_typed(edits)?)?;
        Ok(canonical(&self.edit(&edits)?)?)
    }

    /// [`FormSession::state`] as canonical JSON text.
    ///
    /// # Errors
    /// None in practice: states always have canonical bytes.
    pub fn state_json(&self) -> Result<String, Faults> {
        Ok(canonical(&self.state())?)
    }

    /// The verdict as canonical JSON text, as the operation `check` returns it.
    ///
    /// # Errors
    /// None in practice: verdicts always have canonical bytes.
    pub fn verdict_json(&self) -> Result<String, Faults> {
        Ok(canonical(self.verdict())?)
    }

    /// The form of the dossier as JSON text, with exact numbers.
    pub fn form_json(&self) -> String {
        exact_json(&self.dossier().form)
    }
}
