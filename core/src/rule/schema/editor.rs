//! The schema of a form itself, for editors: the keywords that are read, and nothing else.

use super::TYPES;
use super::fields::FieldKind;
use super::format::FORMATS;
use super::keyword::{ANNOTATIONS, KEYWORDS, NO_KEYWORDS, STRUCTURE};
use serde_json::{Map, Value, json};

/// A JSON Schema of forms, to stand in `$defs` under `name`.
pub(crate) fn editor_schema(name: &str) -> Value {
    let form = json!({"$ref": format!("#/$defs/{name}")});
    let types: Vec<&str> = TYPES.iter().map(|(name, _)| *name).collect();
    let formats: Vec<&str> = FORMATS.iter().map(|(name, _)| *name).collect();
    let kinds: Vec<&str> = FieldKind::ALL.iter().map(|(name, _)| *name).collect();
    let known = KEYWORDS.iter().filter(|keyword| **keyword != "false schema" && !NO_KEYWORDS.contains(keyword));
    let properties: Map<String, Value> = known
        .chain(&STRUCTURE)
        .chain(&ANNOTATIONS)
        .map(|keyword| {
            let schema = match *keyword {
                "type" => json!({"anyOf": [{"enum": types}, {"type": "array", "items": {"enum": types}}]}),
                "format" => json!({"enum": formats}),
                "kind" => json!({"enum": kinds}),
                "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions" => {
                    json!({"type": "object", "additionalProperties": {"anyOf": [form, {"type": "null"}]}})
                }
                "allOf" | "anyOf" | "oneOf" | "prefixItems" => json!({"type": "array", "items": form}),
                "items"
                | "contains"
                | "not"
                | "if"
                | "then"
                | "else"
                | "propertyNames"
                | "additionalProperties"
                | "unevaluatedProperties"
                | "unevaluatedItems" => form.clone(),
                "required" => json!({"type": "array", "items": {"type": "string"}, "uniqueItems": true}),
                "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
                    json!({"type": "number"})
                }
                "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties"
                | "minContains" | "maxContains" => json!({"type": "integer", "minimum": 0}),
                "pattern" | "$ref" | "$anchor" | "$id" | "$schema" | "$comment" => json!({"type": "string"}),
                _ => Value::Bool(true),
            };
            ((*keyword).to_owned(), schema)
        })
        .collect();
    let description = "A form, or a part of one: the part of JSON Schema 2020-12 that is read.";
    json!({"description": description, "anyOf": [
        {"type": "boolean"}, {"type": "object", "additionalProperties": false, "properties": properties}
    ]})
}
