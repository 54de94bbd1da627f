//! The form of a procedure (*biểu mẫu điện tử*): as data for a page, and as plain JSON Schema for and from other programs.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::ProcedureId;
use crate::base::shape::{Cursor, Shape};
use crate::base::time::Date;
use crate::base::value::{Node, exact_json};
use crate::dossier::FormDescription;
use crate::dossier::form::describe;
use crate::rule::schema::{self, Schema};
use serde::Serialize;

/// Request to convert a plain JSON Schema into the form of a procedure.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ReadFormRequest {
    /// The schema, JSON Schema 2020-12.
    pub schema: Node,
}

/// A form as it is written in a rulebook.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct ReadForm {
    /// The value of `form`, as JSON text, since a schema may hold numbers with a fraction and an answer may not.
    pub form: String,
}

impl Office {
    /// Converts a plain JSON Schema into the form of a procedure.
    ///
    /// # Errors
    /// Every unsupported keyword with its pointer; no keyword is dropped silently.
    pub fn read_form(&self, request: &ReadFormRequest) -> Result<ReadForm, Faults> {
        let mut faults = Faults::new();
        let root = Cursor::root(&request.schema, None);
        Schema::read(&root, &mut faults);
        let form = exact_json(&schema::import(&request.schema));
        faults.into_result(Some(ReadForm { form }))
    }
}

/// Request for the form of a procedure.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct FormRequest {
    /// The procedure.
    pub procedure: ProcedureId,
    /// The day whose version is meant.
    pub on: Date,
}

/// A form as other programs read it.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct ProcedureForm {
    /// The schema, JSON Schema 2020-12, as JSON text, since a schema may hold numbers with a fraction and an answer may
    /// not.
    pub schema: String,
}

impl Office {
    /// The form of a procedure as data: groups, fields, papers, fees and channels, with the words for a page.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] at `/procedure`.
    ///
    /// ```
    /// use namro::{Date, office::FormRequest};
    ///
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let request = FormRequest { procedure: "2.001610".into(), on: Date::parse("2026-01-08").unwrap() };
    /// let form = office.form(&request).unwrap();
    /// assert_eq!(form.fields[0].title.vi, "Tên tiếng Việt");
    /// ```
    pub fn form(&self, request: &FormRequest) -> Result<FormDescription, Faults> {
        Ok(describe(self.rulebook().rules().procedure(&request.procedure, request.on, "/procedure")?))
    }

    /// The form of a procedure as plain JSON Schema.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] at `/procedure`; [`Code::MissingField`] for a procedure
    /// without a form.
    pub fn form_schema(&self, request: &FormRequest) -> Result<ProcedureForm, Faults> {
        let procedure = self.rulebook().rules().procedure(&request.procedure, request.on, "/procedure")?;
        let none = || Error::new(Code::MissingField).with("field", "form").into();
        procedure.json_schema().map(|schema| ProcedureForm { schema: exact_json(&schema) }).ok_or_else(none)
    }
}

#[cfg(test)]
#[path = "tests/form.rs"]
mod tests;
