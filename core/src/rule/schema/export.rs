//! A form as plain JSON Schema 2020-12, for readers such as ajv.

use crate::base::value::{Map, Node, Value};

/// The schema with titles in one language, as the standard wants them. The verdicts of other readers are the same, but
/// for what the module names: exact numbers, lengths in NFC.
pub(crate) fn export(form: &Node) -> Node {
    let Value::Map(map) = &schema(form).value else { return form.clone() };
    let dialect = ("$schema", Value::Text(super::DIALECT.into()));
    let entries = map.iter().filter(|(key, _)| *key != "$schema").map(|(key, node)| (key, node.value.clone()));
    Value::Map(std::iter::once(dialect).chain(entries).collect()).into()
}

/// A plain schema as a form has it: without what only names the schema itself.
pub(crate) fn import(schema: &Node) -> Node {
    let Value::Map(map) = &schema.value else { return schema.clone() };
    let entries = map.iter().filter(|(key, _)| !matches!(*key, "$schema" | "$id"));
    Value::Map(entries.map(|(key, node)| (key, node.value.clone())).collect()).into()
}

fn schema(node: &Node) -> Node {
    let Value::Map(map) = &node.value else { return node.clone() };
    let named = |node: &Node| match &node.value {
        Value::Map(map) => each(map, |_, node| schema(node)),
        _ => node.clone(),
    };
    // What kind of field it is, other readers do not know.
    let map: Map = map.iter().filter(|(key, _)| *key != "kind").map(|(key, node)| (key, node.value.clone())).collect();
    each(&map, |key, node| match key {
        "title" | "description" => node.get("vi").unwrap_or(node).clone(),
        "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions" => named(node),
        "items"
        | "additionalProperties"
        | "unevaluatedItems"
        | "unevaluatedProperties"
        | "propertyNames"
        | "contains"
        | "not"
        | "if"
        | "then"
        | "else" => schema(node),
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => match &node.value {
            Value::List(list) => Value::List(list.iter().map(schema).collect()).into(),
            _ => node.clone(),
        },
        _ => node.clone(),
    })
}

fn each(map: &Map, change: impl Fn(&str, &Node) -> Node) -> Node {
    Value::Map(map.iter().map(|(key, node)| (key, change(key, node).value)).collect()).into()
}

#[cfg(test)]
#[path = "tests/export.rs"]
mod tests;
