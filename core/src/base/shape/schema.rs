//! JSON Schema of derived shapes.

use super::Shape;

/// Builds the JSON Schema of a struct.
pub(crate) struct ObjectSchema {
    description: String,
    /// Whether it occurs only in answers: all fields are present, and a later version may add fields.
    answer: bool,
    properties: serde_json::Map<String, serde_json::Value>,
    required: Vec<&'static str>,
}

impl ObjectSchema {
    pub(crate) fn new(doc: &str, answer: bool) -> Self {
        Self { description: tidy(doc), answer, properties: serde_json::Map::new(), required: Vec::new() }
    }

    pub(crate) fn field<T: Shape + schemars::JsonSchema>(
        &mut self,
        name: &'static str,
        doc: &str,
        may_be_missing: bool,
        generator: &mut schemars::SchemaGenerator,
    ) {
        let mut schema = generator.subschema_for::<T>();
        schema.insert("description".into(), tidy(doc).into());
        self.properties.insert(name.into(), schema.into());
        if !may_be_missing && (self.answer || T::missing().is_none()) {
            self.required.push(name);
        }
    }

    pub(crate) fn finish(self) -> schemars::Schema {
        let Self { description, answer, properties, required } = self;
        let mut schema = schemars::json_schema!({
            "type": "object",
            "description": description,
            "properties": properties,
        });
        if !(answer && required.is_empty()) {
            schema.insert("required".into(), required.into());
        }
        if !answer {
            schema.insert("additionalProperties".into(), false.into());
        }
        schema
    }
}

/// The schema of a set of terms, each with its description.
pub(crate) fn term_schema(doc: &str, terms: &[(&str, &str)]) -> schemars::Schema {
    let terms: Vec<_> =
        terms.iter().map(|(term, doc)| serde_json::json!({"const": term, "description": doc.trim()})).collect();
    schemars::json_schema!({"description": doc.trim(), "oneOf": terms})
}

/// The identity of a schema: the name of its type. In tests it is the full path of the type, so that two types of the
/// same name are noticed.
pub(crate) fn schema_id<T>(name: &'static str) -> std::borrow::Cow<'static, str> {
    if cfg!(test) { std::any::type_name::<T>().into() } else { name.into() }
}

fn tidy(doc: &str) -> String {
    doc.lines().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}
