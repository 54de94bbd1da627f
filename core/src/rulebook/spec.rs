//! The shape of a rulebook.

use crate::base::ids::{CalendarId, OfficeId, PolicyId, PositionId, ProcedureId, UnitId, WorkflowId};
use crate::base::shape::{LeftTo, Located, OneOrMany, Shape};
use crate::base::text::Text;
use crate::calendar::CalendarSpec;
use crate::case::{ActSpec, Naming};
use crate::document::DocumentRules;
use crate::dossier::ProcedureSpec;
use crate::letter::{LetterKind, LetterSpec};
use crate::log::MappingSpec;
use crate::people::{PositionSpec, Secrecy, UnitSpec};
use crate::replay::Thresholds;
use crate::score::PolicySpec;
use crate::score::indicator::{IndicatorSpec, RecordSpec};
use crate::workflow::WorkflowSpec;
use indexmap::IndexMap;
use serde::Serialize;

/// A rulebook (*bộ quy tắc*): the rules of one office, or of one field of law, as data.
#[derive(Clone, Debug, Serialize, Shape)]
pub(crate) struct RulebookSpec {
    /// Version of the format: 1.
    pub namro: i64,
    /// The identifier by which other rulebooks include it.
    pub id: OfficeId,
    /// Its title.
    pub title: Text,
    /// The rulebooks on which this one is based; its fields are merged onto theirs, field by field.
    pub include: Vec<Located<String>>,
    /// Working calendars.
    pub calendars: IndexMap<CalendarId, Located<CalendarSpec>>,
    /// The default calendar, for units that name none.
    pub calendar: Option<Located<CalendarId>>,
    /// Units: one version, or a list of versions by dates in force.
    pub units: LeftTo<IndexMap<UnitId, OneOrMany<UnitSpec>>>,
    /// Positions.
    pub positions: IndexMap<PositionId, PositionSpec>,
    /// Procedures: one version, or a list of versions by dates in force.
    pub procedures: LeftTo<IndexMap<ProcedureId, OneOrMany<ProcedureSpec>>>,
    /// Workflows: one version, or a list of versions by dates in force.
    pub workflows: LeftTo<IndexMap<WorkflowId, OneOrMany<WorkflowSpec>>>,
    /// Scoring policies: one version, or a list of versions by dates in force.
    pub policies: LeftTo<IndexMap<PolicyId, OneOrMany<Located<PolicySpec>>>>,
    /// Kinds of records from outside the log.
    pub records: LeftTo<IndexMap<String, RecordSpec>>,
    /// Indicators: one version, or a list of versions by dates in force.
    pub indicators: LeftTo<IndexMap<String, OneOrMany<IndicatorSpec>>>,
    /// The thresholds from which replay reports a finding.
    pub thresholds: Option<Thresholds>,
    /// Names of acts, with their effects.
    pub acts: IndexMap<String, ActSpec>,
    /// The highest level of secrecy that the system may hold (*độ mật*); classified documents must not be in an
    /// ordinary e-office.
    pub secrecy: Option<Secrecy>,
    /// What it means that somebody who ends a step names the officer for the next one (*chuyển xử lý cho ai*).
    pub naming: Option<Naming>,
    /// Rules on documents: time limits, registers, retention.
    #[shape(default)]
    pub documents: DocumentRules,
    /// Forms of the one-stop desk: one version, or a list of versions by dates in force.
    pub forms: LeftTo<IndexMap<LetterKind, OneOrMany<LetterSpec>>>,
    /// Mappings by which logs of other systems are read.
    pub mappings: IndexMap<String, Located<MappingSpec>>,
    /// The default mapping of logs; without one, the last mapping.
    pub mapping: Option<Located<String>>,
}

/// The JSON Schema of a rulebook, for editors: each field with a Vietnamese name has both names as its title, next to
/// the description. A text may be merged onto others, or only state how a version differs from another one. So an
/// editor, which sees only one text, accepts missing fields, `null` and partial items; `lint` checks the texts
/// together.
#[cfg(feature = "schema")]
pub(crate) fn editor_schema() -> schemars::Schema {
    fn entitle(value: &mut serde_json::Value) {
        if let Some(fields) = value.get_mut("properties").and_then(serde_json::Value::as_object_mut) {
            for (field, schema) in fields.iter_mut() {
                if let (Some(name), Some(schema)) = (super::words::name_of(field), schema.as_object_mut()) {
                    schema.insert("title".to_owned(), format!("{} · {}", name.vi, name.en).into());
                }
            }
        }
        match value {
            serde_json::Value::Object(map) => map.values_mut().for_each(entitle),
            serde_json::Value::Array(list) => list.iter_mut().for_each(entitle),
            _ => {}
        }
    }
    let mut value = schemars::schema_for!(RulebookSpec).to_value();
    entitle(&mut value);
    for shape in value.get_mut("$defs").and_then(serde_json::Value::as_object_mut).into_iter().flatten() {
        layered(shape.1);
    }
    plainer(&mut value);
    schemars::Schema::try_from(value).unwrap_or_default()
}

/// Adds what the shapes themselves do not express: a plain string serves for both languages, a form is a schema, the
/// kinds of forms of the one-stop desk are known.
#[cfg(feature = "schema")]
fn plainer(value: &mut serde_json::Value) {
    use serde_json::json;
    if let Some(text) = value.pointer_mut("/$defs/Text").and_then(serde_json::Value::as_object_mut) {
        let properties = text.remove("properties").unwrap_or_default();
        text.remove("type");
        let both = json!({"type": "object", "additionalProperties": false, "properties": properties});
        text.insert("anyOf".to_owned(), json!([{"type": "string"}, both]));
    }
    if let Some(shapes) = value.get_mut("$defs").and_then(serde_json::Value::as_object_mut) {
        shapes.insert("FormSchema".to_owned(), crate::rule::schema::editor::editor_schema("FormSchema"));
    }
    if let Some(form) = value.pointer_mut("/$defs/ProcedureSpec/properties/form/anyOf") {
        *form = json!([{"$ref": "#/$defs/FormSchema"}, {"type": "null"}]);
    }
    if let Some(forms) = value.pointer_mut("/properties/forms").and_then(serde_json::Value::as_object_mut) {
        let kinds: Vec<&str> = LetterKind::ALL.iter().map(|(name, _)| *name).collect();
        forms.insert("propertyNames".to_owned(), json!({"enum": kinds}));
    }
}

/// Allows a shape to be merged onto another one.
#[cfg(feature = "schema")]
fn layered(shape: &mut serde_json::Value) {
    use serde_json::{Value, json};
    let Some(shape) = shape.as_object_mut() else { return };
    let Some(Value::Object(fields)) = shape.get_mut("properties") else { return };
    for field in fields.values_mut().filter_map(Value::as_object_mut) {
        let notes = ["title", "description", "default"].into_iter().filter_map(|key| field.remove_entry(key)).collect();
        let plain = Value::Object(std::mem::replace(field, notes));
        let mut ways = vec![plain.clone()];
        if let Some(item) = plain.get("items") {
            // Items by name, each partial, or `null` to remove it.
            ways.push(json!({"type": "object", "additionalProperties": {"anyOf": [item, {"type": "null"}]}}));
        }
        ways.push(json!({"type": "null"}));
        field.insert("anyOf".to_owned(), ways.into());
    }
    shape.remove("required");
}
