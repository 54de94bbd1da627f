//! The part of JSON Schema that our schemas use, as types.

use crate::shell::{Fault, Outcome};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    Any,
    Null,
    Bool,
    Integer,
    Text,
    Constant(String),
    List(Box<Type>),
    Map(Box<Type>),
    Object(Vec<Field>),
    Named(String),
    Union(Vec<Type>),
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub name: String,
    pub about: String,
    pub kind: Type,
    /// Whether it may be left out.
    pub optional: bool,
}

/// A type with its name and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    pub about: String,
    pub kind: Type,
    /// Whether callers hand it in.
    pub input: bool,
}

/// One operation: names of its request and of its answer.
pub struct Operation {
    pub name: String,
    pub about: String,
    pub request: String,
    pub answer: String,
}

/// All of it.
pub struct Model {
    pub operations: Vec<Operation>,
    pub types: BTreeMap<String, Named>,
}

/// Reads `<operation>.request.json` and `<operation>.answer.json` of a folder.
pub fn read(folder: &Path) -> Outcome<Model> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder)? {
        names.extend(entry?.file_name().to_string_lossy().strip_suffix(".request.json").map(str::to_owned));
    }
    let (mut operations, mut requests, mut types) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    for name in names {
        let document = |role: &str| -> Outcome<Value> { read_json(&folder.join(format!("{name}.{role}.json"))) };
        let (request, answer) = (document("request")?, document("answer")?);
        gather(&request, true, &mut requests);
        let answer_name = gather(&answer, false, &mut types);
        operations.push(Operation { about: about(&request), request: title(&request), answer: answer_name, name });
    }
    // What a handle answers, which is no operation.
    gather(&read_json(&folder.join("form_change.json"))?, false, &mut types);
    // What callers hand in may leave fields out; what they get back is always whole. Where one shape is both, the
    // looser reading has a name of its own.
    let looser: BTreeSet<String> = requests
        .keys()
        .filter(|name| types.contains_key(*name) && loose(name, &requests, &mut BTreeSet::new()))
        .cloned()
        .collect();
    let rename = |name: &str| if looser.contains(name) { format!("{name}Given") } else { name.to_owned() };
    for (name, Named { about, kind, .. }) in requests {
        types.entry(rename(&name)).or_insert_with(|| Named { about, kind: renamed(kind, &rename), input: true });
    }
    Ok(Model { operations, types })
}

fn read_json(path: &Path) -> Outcome<Value> {
    let text = std::fs::read_to_string(path)?;
    serde_json::from_str(&text).map_err(|error| Fault(format!("{}: {error}", path.display())))
}

fn title(schema: &Value) -> String {
    let title = schema["title"].as_str().unwrap_or_default();
    title.strip_prefix("Array_of_").map_or_else(|| title.to_owned(), |item| format!("{item}s"))
}

fn about(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().replace('\n', " ")
}

/// Adds a document's root and its definitions; answers the name of the root.
fn gather(document: &Value, optional: bool, types: &mut BTreeMap<String, Named>) -> String {
    let named = |schema: &Value| Named { about: about(schema), kind: kind(schema, optional), input: optional };
    for (name, schema) in document["$defs"].as_object().into_iter().flatten() {
        types.insert(name.clone(), named(schema));
    }
    let name = title(document);
    types.insert(name.clone(), named(document));
    name
}

fn kind(schema: &Value, optional: bool) -> Type {
    let Some(map) = schema.as_object() else { return Type::Any };
    if let Some(target) = map.get("$ref").and_then(Value::as_str) {
        return Type::Named(target.rsplit('/').next().unwrap_or_default().to_owned());
    }
    if let Some(constant) = map.get("const") {
        return Type::Constant(constant.to_string());
    }
    let several = |key: &str| map.get(key).and_then(Value::as_array);
    if let Some(values) = several("enum") {
        return union(values.iter().map(|value| Type::Constant(value.to_string())).collect());
    }
    if let Some(parts) = several("anyOf").or_else(|| several("oneOf")) {
        return union(parts.iter().map(|part| kind(part, optional)).collect());
    }
    match &schema["type"] {
        Value::Array(names) => {
            union(names.iter().map(|name| simple(name.as_str().unwrap_or_default(), map, optional)).collect())
        }
        name => simple(name.as_str().unwrap_or_default(), map, optional),
    }
}

fn simple(name: &str, map: &Map<String, Value>, optional: bool) -> Type {
    let inner = |key: &str| Box::new(map.get(key).map_or(Type::Any, |schema| kind(schema, optional)));
    match name {
        "null" => Type::Null,
        "boolean" => Type::Bool,
        "integer" => Type::Integer,
        "string" => Type::Text,
        "array" => Type::List(inner("items")),
        "object" => match map.get("properties").and_then(Value::as_object) {
            Some(properties) => Type::Object(fields(properties, map.get("required"), optional)),
            None => Type::Map(inner("additionalProperties")),
        },
        _ => Type::Any,
    }
}

fn fields(properties: &Map<String, Value>, required: Option<&Value>, optional: bool) -> Vec<Field> {
    let required: BTreeSet<_> =
        required.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let field = |(name, schema): (&String, &Value)| Field {
        name: name.clone(),
        about: about(schema),
        kind: kind(schema, optional),
        optional: optional && !required.contains(name.as_str()),
    };
    properties.iter().map(field).collect()
}

fn union(parts: Vec<Type>) -> Type {
    let mut kept: Vec<Type> = Vec::new();
    for part in parts {
        let parts = if let Type::Union(parts) = part { parts } else { vec![part] };
        for part in parts {
            if !kept.contains(&part) {
                kept.push(part);
            }
        }
    }
    match &kept[..] {
        _ if kept.contains(&Type::Any) => Type::Any,
        [one] => one.clone(),
        _ => Type::Union(kept),
    }
}

/// Texts for which a language may have a type of its own.
const MOMENTS: [&str; 3] = ["Stamp", "Date", "When"];

/// Whether a type, or one that it uses, has fields that may be left out.
fn loose(name: &str, types: &BTreeMap<String, Named>, seen: &mut BTreeSet<String>) -> bool {
    if MOMENTS.contains(&name) {
        return true;
    }
    let Some(named) = types.get(name).filter(|_| seen.insert(name.to_owned())) else { return false };
    fn any(kind: &Type, types: &BTreeMap<String, Named>, seen: &mut BTreeSet<String>) -> bool {
        match kind {
            Type::Named(name) => loose(name, types, seen),
            Type::List(inner) | Type::Map(inner) => any(inner, types, seen),
            Type::Union(parts) => parts.iter().any(|part| any(part, types, seen)),
            Type::Object(fields) => fields.iter().any(|field| field.optional || any(&field.kind, types, seen)),
            _ => false,
        }
    }
    any(&named.kind, types, seen)
}

fn renamed(kind: Type, rename: &impl Fn(&str) -> String) -> Type {
    let boxed = |inner: Box<Type>| Box::new(renamed(*inner, rename));
    match kind {
        Type::Named(name) => Type::Named(rename(&name)),
        Type::List(inner) => Type::List(boxed(inner)),
        Type::Map(inner) => Type::Map(boxed(inner)),
        Type::Union(parts) => Type::Union(parts.into_iter().map(|part| renamed(part, rename)).collect()),
        Type::Object(fields) => {
            Type::Object(fields.into_iter().map(|field| Field { kind: renamed(field.kind, rename), ..field }).collect())
        }
        simple => simple,
    }
}
