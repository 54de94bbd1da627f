//! Forms that come from elsewhere, and forms for elsewhere.

use crate::base::error::{Code, Error, Faults};
use crate::base::ids::ProcedureId;
use crate::base::shape::{Cursor, shape};
use crate::base::time::Date;
use crate::base::value::{Node, exact_json};
use crate::office::Office;
use crate::rule::schema::{self, Schema};
use serde::Serialize;

shape! {
    /// Asks whether a plain JSON Schema can be the form of a procedure.
    pub struct ImportFormRequest {
        /// The schema, JSON Schema 2020-12.
        pub schema: Node,
    }
}

/// A form as a rulebook has it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImportedForm {
    /// What to write under `form`, as JSON text: an answer has no numbers with a fraction, a schema may.
    pub form: String,
}

/// Every keyword beyond the supported part is a fault with its pointer; nothing is dropped.
pub(super) fn import(_: &Office, request: ImportFormRequest) -> Result<ImportedForm, Faults> {
    let mut faults = Faults::new();
    let root = Cursor::root(&request.schema, None);
    Schema::read(&root, &mut faults);
    let form = exact_json(&schema::import(&request.schema));
    faults.into_result(Some(ImportedForm { form }))
}

shape! {
    /// Asks for the form of a procedure as plain JSON Schema.
    pub struct ExportFormRequest {
        /// The procedure.
        pub procedure: ProcedureId,
        /// The version in force on this day.
        pub on: Date,
    }
}

/// A form as other readers have it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedForm {
    /// The schema, JSON Schema 2020-12, as JSON text: an answer has no numbers with a fraction, a schema may.
    pub schema: String,
}

pub(super) fn export(office: &Office, request: ExportFormRequest) -> Result<ExportedForm, Faults> {
    let procedure = office.procedure(&request.procedure, request.on)?;
    let none = || Error::new(Code::MissingField).with("field", "form").into();
    procedure.json_schema().map(|schema| ExportedForm { schema: exact_json(&schema) }).ok_or_else(none)
}

#[cfg(test)]
mod tests {
    use crate::Office;

    const RULEBOOK: &str = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P",
        "form": {"title": {"vi": "Tên", "en": "Name"}, "properties": {"x": {"multipleOf": 0.01}}}}}}"#;

    #[test]
    fn forms_come_and_go() {
        let office = Office::load(&[("a.json", RULEBOOK)]).unwrap();
        let out = office.call("export_form", r#"{"procedure": "1.000001", "on": "2026-01-08"}"#).unwrap();
        assert!(out.contains(r#"\"title\":\"Tên\",\"properties\":{\"x\":{\"multipleOf\":0.01}}"#), "{out}");
        let back = office.call("import_form", r#"{"schema": {"$id": "x", "properties": {"x": {"multipleOf": 0.01}}}}"#);
        assert_eq!(back.unwrap(), r#"{"form":"{\"properties\":{\"x\":{\"multipleOf\":0.01}}}"}"#);
        let foreign = r##"{"schema": {"$dynamicRef": "#a", "properties": {"x": {"contentEncoding": "base64", "pattern": "(?=a)"}}}}"##;
        let faults = office.call("import_form", foreign).unwrap_err();
        let told: Vec<_> = faults.iter().map(|fault| fault.place().pointer.clone().unwrap_or_default()).collect();
        assert_eq!(told, ["/$dynamicRef", "/properties/x/contentEncoding", "/properties/x/pattern"]);
    }
}
