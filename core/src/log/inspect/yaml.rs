//! A proposed mapping as YAML, with remarks for its author.

use super::Inspection;
use crate::log::MappingSpec;
use serde_json::Value;
use std::fmt::Write as _;

/// The mapping without what is the default, each column with its confidence and the reason.
pub(super) fn write(inspection: &Inspection) -> String {
    let mut out = String::new();
    for question in &inspection.questions {
        let _ = writeln!(out, "# ? {}\n#   {}", line(&question.vi), line(&question.en));
    }
    let Value::Object(own) = changed(&inspection.mapping) else { return out };
    for (key, value) in &own {
        block(&mut out, inspection, key, value, 0);
    }
    out
}

/// What of a mapping is not the default, without fields that have no value.
pub(super) fn changed(spec: &MappingSpec) -> Value {
    let (Value::Object(mut own), Value::Object(usual)) = (json(spec), json(&MappingSpec::default())) else {
        return Value::Null;
    };
    own.retain(|key, value| usual.get(key) != Some(value));
    for value in own.values_mut() {
        if let Value::Object(fields) = value {
            fields.retain(|_, field| !field.is_null());
        }
    }
    Value::Object(own)
}

fn json(spec: &MappingSpec) -> Value {
    serde_json::to_value(spec).unwrap_or_default()
}

fn block(out: &mut String, inspection: &Inspection, key: &str, value: &Value, depth: usize) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Null => {}
        Value::Object(map) => {
            let _ = writeln!(out, "{indent}{}:", name(key));
            for (key, value) in map {
                block(out, inspection, key, value, depth + 1);
            }
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(ToString::to_string).collect();
            let _ = writeln!(out, "{indent}{}: [{}]", name(key), items.join(", "));
        }
        other => {
            let remark = other.as_str().filter(|_| depth == 1).and_then(|column| remark(inspection, key, column));
            let _ = writeln!(out, "{indent}{}: {other}{}", name(key), remark.unwrap_or_default());
        }
    }
}

/// What is known of the column from which a field is read.
fn remark(inspection: &Inspection, field: &str, column: &str) -> Option<String> {
    let mut columns = inspection.tables.iter().flat_map(|table| &table.columns);
    let found =
        columns.find(|one| one.name == column && one.fields.iter().any(|name| name.ends_with(&format!(".{field}"))))?;
    Some(format!("   # {} %: {}", found.confidence, line(&found.reason.vi)))
}

/// A key, in quotes unless it is a plain word.
fn name(key: &str) -> String {
    let plain = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if plain { key.to_owned() } else { Value::from(key).to_string() }
}

fn line(text: &str) -> String {
    crate::base::text::visible(text)
}
