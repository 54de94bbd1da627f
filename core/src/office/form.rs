//! The form of a procedure (*biểu mẫu điện tử*), for other readers and from other writers.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::ProcedureId;
use crate::base::shape::{Cursor, Shape};
use crate::base::time::Date;
use crate::base::value::{Node, exact_json};
use crate::rule::schema::{self, Schema};
use serde::Serialize;

/// Asks whether a plain JSON Schema can be the form of a procedure.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ReadFormRequest {
    /// The schema, JSON Schema 2020-12.
    pub schema: Node,
}

/// A form as a rulebook has it.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct ReadForm {
    /// What to write under `form`, as JSON text: an answer has no numbers with a fraction, a schema may.
    pub form: String,
}

impl Office {
    /// A plain JSON Schema as the form of a procedure.
    ///
    /// # Errors
    /// Every keyword beyond the supported part, with its pointer; nothing is dropped.
    pub fn read_form(&self, request: &ReadFormRequest) -> Result<ReadForm, Faults> {
        let mut faults = Faults::new();
        let root = Cursor::root(&request.schema, None);
        Schema::read(&root, &mut faults);
        let form = exact_json(&schema::import(&request.schema));
        faults.into_result(Some(ReadForm { form }))
    }
}

/// Asks for the form of a procedure as plain JSON Schema.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct FormRequest {
    /// The procedure.
    pub procedure: ProcedureId,
    /// The version in force on this day.
    pub on: Date,
}

/// A form as other readers have it.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct ProcedureForm {
    /// The schema, JSON Schema 2020-12, as JSON text: an answer has no numbers with a fraction, a schema may.
    pub schema: String,
}

impl Office {
    /// The form of a procedure as plain JSON Schema.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] at `/procedure`; [`Code::MissingField`] for a procedure
    /// without a form.
    pub fn form(&self, request: &FormRequest) -> Result<ProcedureForm, Faults> {
        let procedure = self.rulebook().rules().procedure(&request.procedure, request.on, "/procedure")?;
        let none = || Error::new(Code::MissingField).with("field", "form").into();
        procedure.json_schema().map(|schema| ProcedureForm { schema: exact_json(&schema) }).ok_or_else(none)
    }
}

#[cfg(test)]
mod tests {
    use crate::Office;

    const RULEBOOK: &str = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P",
        "form": {"title": {"vi": "Tên", "en": "Name"}, "properties": {"x": {"multipleOf": 0.01}}}}}}"#;

    #[test]
    fn forms_come_and_go() {
        let office = Office::load(&[("a.json", RULEBOOK)]).unwrap();
        let out = office.call("form", r#"{"procedure": "1.000001", "on": "2026-01-08"}"#).unwrap();
        assert!(out.contains(r#"\"title\":\"Tên\",\"properties\":{\"x\":{\"multipleOf\":0.01}}"#), "{out}");
        let back = office.call("read_form", r#"{"schema": {"$id": "x", "properties": {"x": {"multipleOf": 0.01}}}}"#);
        assert_eq!(back.unwrap(), r#"{"form":"{\"properties\":{\"x\":{\"multipleOf\":0.01}}}"}"#);
        let foreign = r##"{"schema": {"$dynamicRef": "#a", "properties": {"x": {"contentEncoding": "base64", "pattern": "(?=a)"}}}}"##;
        let faults = office.call("read_form", foreign).unwrap_err();
        let told: Vec<_> = faults.iter().map(|fault| fault.place().pointer.clone().unwrap_or_default()).collect();
        assert_eq!(told, ["/$dynamicRef", "/properties/x/contentEncoding", "/properties/x/pattern"]);
    }
}
