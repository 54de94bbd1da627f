//! Checks for forms that no data can satisfy: reversed bounds, fields that are required but not allowed, empty choices,
//! and keywords without effect. JSON Schema permits them, but no author means them.

use crate::base::error::{Code, Error, Faults};
use crate::base::shape::Cursor;
use crate::base::value::{Map, Value, exact_json};
use crate::rule::schema::TYPES;
use std::cmp::Ordering;
use std::collections::HashSet;

/// Lower and upper bounds, and whether a value may lie on both of them.
const PAIRS: [(&str, &str, bool); 8] = [
    ("minimum", "maximum", true),
    ("exclusiveMinimum", "maximum", false),
    ("minimum", "exclusiveMaximum", false),
    ("exclusiveMinimum", "exclusiveMaximum", false),
    ("minLength", "maxLength", true),
    ("minItems", "maxItems", true),
    ("minProperties", "maxProperties", true),
    ("minContains", "maxContains", true),
];

/// Keywords that have an effect only together with another one.
const BESIDE: [(&str, &str); 4] =
    [("then", "if"), ("else", "if"), ("minContains", "contains"), ("maxContains", "contains")];

/// Keywords that apply only to values of some types, and these types.
const OF_TYPE: [(&[&str], &[&str]); 4] = [
    (&["minLength", "maxLength", "pattern", "format"], &["string"]),
    (&["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"], &["number", "integer"]),
    (&["items", "prefixItems", "unevaluatedItems", "contains", "minItems", "maxItems", "uniqueItems"], &["array"]),
    (
        &[
            "properties",
            "patternProperties",
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
            "required",
            "dependentRequired",
            "dependentSchemas",
            "minProperties",
            "maxProperties",
        ],
        &["object"],
    ),
];

/// Keywords whose value is a map of schemas by names of the author.
const NAMED: [&str; 5] = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"];

/// Reports what no data can satisfy.
pub(super) fn check(at: &Cursor<'_>, faults: &mut Faults) {
    each_schema(at, &mut |at, map| {
        reversed(at, map, faults);
        refused(at, map, faults);
        for key in ["enum", "type"] {
            choices(at, key, faults);
        }
    });
}

/// Reports the keywords of a form that have no effect. They are valid JSON Schema, but never refuse anything.
pub(super) fn idle(at: &Cursor<'_>, faults: &mut Faults) {
    each_schema(at, &mut |at, map| without_effect(at, map, faults));
}

fn each_schema(at: &Cursor<'_>, look: &mut dyn FnMut(&Cursor<'_>, &Map)) {
    let Value::Map(map) = &at.node.value else { return };
    look(at, map);
    for (key, node) in map.iter() {
        let here = at.key(key, node);
        match &node.value {
            Value::Map(schemas) if NAMED.contains(&key) => {
                schemas.iter().for_each(|(name, node)| each_schema(&here.key(name, node), look));
            }
            // The values of data keywords are not schemas.
            _ if ["enum", "const", "default", "examples"].contains(&key) => {}
            Value::Map(_) => each_schema(&here, look),
            Value::List(list) => list.iter().enumerate().for_each(|(i, node)| each_schema(&here.index(i, node), look)),
            _ => {}
        }
    }
}

fn reversed(at: &Cursor<'_>, map: &Map, faults: &mut Faults) {
    for (low, high, meet) in PAIRS {
        let [Some(least), Some(most)] = [low, high].map(|key| map.get(key)) else { continue };
        let order = least.value.number().zip(most.value.number()).and_then(|(least, most)| least.order(most));
        if order == Some(Ordering::Greater) || (order == Some(Ordering::Equal) && !meet) {
            let sign = if order == Some(Ordering::Equal) { "=" } else { ">" };
            let reason = format!("{low} {} {sign} {high} {}", exact_json(least), exact_json(most));
            faults.push(at.fault(Code::BadSchema).with("reason", reason));
        }
    }
}

fn without_effect(at: &Cursor<'_>, map: &Map, faults: &mut Faults) {
    let mut report = |key: &str, needs: String| {
        if let Some(here) = at.get(key) {
            faults.push(here.fault(Code::WithoutEffect).with("field", key).with("needs", needs));
        }
    };
    for (key, other) in BESIDE.iter().filter(|(_, other)| map.get(other).is_none()) {
        report(key, (*other).to_owned());
    }
    let types: Vec<&str> = match map.get("type").map(|node| &node.value) {
        Some(Value::Text(one)) => vec![one],
        Some(Value::List(list)) => list.iter().filter_map(|node| node.value.as_text()).collect(),
        _ => return,
    };
    // Of a type that does not exist nobody knows which keywords it has.
    if types.iter().any(|one| TYPES.iter().all(|(known, _)| known != one)) {
        return;
    }
    for (keys, of) in OF_TYPE.iter().filter(|(_, of)| !of.iter().any(|one| types.contains(one))) {
        keys.iter().for_each(|key| report(key, format!("type: {}", of.first().unwrap_or(&""))));
    }
}

/// Reports a field that is required but not allowed.
fn refused(at: &Cursor<'_>, map: &Map, faults: &mut Faults) {
    let closed = matches!(map.get("additionalProperties").map(|node| &node.value), Some(Value::Bool(false)));
    let open = !closed || map.get("patternProperties").is_some();
    let (Some(Value::Map(known)), Some(required), false) =
        (map.get("properties").map(|node| &node.value), at.get("required"), open)
    else {
        return;
    };
    let Value::List(names) = &required.node.value else { return };
    for (index, node) in names.iter().enumerate() {
        if let Some(name) = node.value.as_text().filter(|name| known.get(name).is_none()) {
            let fault = Error::undeclared("form field", name, known.iter().map(|(key, _)| key));
            faults.push(fault.at(required.index(index, node).place()));
        }
    }
}

/// A list of choices must not be empty, and each choice occurs once.
fn choices(at: &Cursor<'_>, key: &str, faults: &mut Faults) {
    let Some(list) = at.get(key) else { return };
    let Value::List(nodes) = &list.node.value else { return };
    if nodes.is_empty() {
        faults.push(list.fault(Code::BadSchema).with("reason", format!("{key} []")));
    }
    let mut seen = HashSet::new();
    for (index, node) in nodes.iter().enumerate() {
        let written = exact_json(node);
        if !seen.insert(written.clone()) {
            faults.push(list.index(index, node).fault(Code::NamedTwice).with("value", written.trim_matches('"')));
        }
    }
}
