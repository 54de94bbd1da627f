//! The JSON Schemas under `core/schema` are those of the shapes in the code, and the messages of the npm package those
//! of the table of error codes.
//!
//! `NAMRO_BLESS=1 cargo test -p namro-tests --test schema` renews them; read the difference before you commit it.

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

#[test]
fn schemas_are_those_of_the_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/schema");
    let bless = std::env::var_os("NAMRO_BLESS").is_some();
    let mut expected = BTreeSet::new();
    for (name, schema) in namro::facade::schemas() {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let file = folder.join(&name);
        if bless {
            fs::write(&file, &text).unwrap();
        }
        let found = fs::read_to_string(&file).unwrap_or_default();
        assert!(found == text, "{name} differs from the code; NAMRO_BLESS=1 renews it");
        expected.insert(name);
    }
    let found: BTreeSet<_> =
        fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(found, expected, "a schema without a shape, or a shape without a schema");
}

/// The other languages have one room for all names: two shapes of one name would be taken for each other.
#[test]
fn one_name_is_one_shape() {
    let mut known: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut twice = BTreeSet::new();
    for (file, schema) in namro::facade::schemas() {
        let schema = schema.to_value();
        let root = [(schema["title"].as_str().unwrap_or_default(), &schema)];
        let parts = schema["$defs"].as_object().into_iter().flatten().map(|(name, part)| (name.as_str(), part));
        for (name, part) in root.into_iter().chain(parts) {
            let about = part["description"].to_string();
            let (first, description) = known.entry(name.to_owned()).or_insert_with(|| (file.clone(), about.clone()));
            if *description != about || name.ends_with(|last: char| last.is_ascii_digit()) {
                twice.insert(format!("{name} in {first} and in {file}"));
            }
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

/// A binding shows errors and never words them: each code that the package refuses something with has a row in the table
/// of the core, and the package shows the words of that row.
#[test]
fn the_package_words_no_error_itself() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bindings-wasm/npm");
    let mut used = BTreeSet::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "js") {
            let text = fs::read_to_string(path).unwrap();
            let codes = text.split("NamroError.of(\"").skip(1);
            used.extend(codes.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()));
        }
    }
    assert!(used.len() > 1, "{used:?}");
    let mut messages = serde_json::Map::new();
    for name in used {
        let code = namro::Code::ALL.iter().find(|code| code.as_str() == name);
        let error = namro::Error::new(*code.unwrap_or_else(|| panic!("the table lacks `{name}`")));
        messages.insert(name, serde_json::json!({"text": error.text(), "help": error.help()}));
    }
    let messages = serde_json::to_string_pretty(&messages).unwrap();
    let text = format!(
        "// Written from the table of error codes by tests/schema.rs.\n\nexport const MESSAGES = {messages};\n"
    );
    let file = folder.join("messages.js");
    if std::env::var_os("NAMRO_BLESS").is_some() {
        fs::write(&file, &text).unwrap();
    }
    assert!(fs::read_to_string(&file).unwrap_or_default() == text, "NAMRO_BLESS=1 renews messages.js");
}

/// What cannot be written as a name in one of the languages that have these fields: hard keywords of Python, reserved
/// words of Rust (edition 2024) and of JavaScript (modules, strict).
const PYTHON: &str = "False None True and as assert async await break class continue def del elif else except finally for \
    from global if import in is lambda nonlocal not or pass raise return try while with yield";
const RUST: &str = "Self abstract as async await become box break const continue crate do dyn else enum extern false final \
    fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static struct super trait \
    true try type typeof unsafe unsized use virtual where while yield";
const JAVASCRIPT: &str = "arguments await break case catch class const continue debugger default delete do else enum eval \
    export extends false finally for function if implements import in instanceof interface let new null package private \
    protected public return static super switch this throw true try typeof var void while with yield";
/// What cannot name a column without quotes in PostgreSQL or DuckDB.
const SQL: &str = "all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate \
    collation column concurrently constraint create cross current_catalog current_date current_role current_schema \
    current_time current_timestamp current_user default deferrable desc describe distinct do else end except false fetch \
    for foreign freeze from full glob grant group having ilike in initially inner intersect into is isnull join lambda \
    lateral leading left like limit localtime localtimestamp map natural not notnull null offset on only or order outer \
    overlaps pivot pivot_longer pivot_wider placing positional primary qualify references returning right select semi \
    session_user show similar some summarize symmetric system_user table tablesample then to trailing true try_cast union \
    unique unpivot user using variadic verbose when where window with";

/// Cases are what the library is about. In Python `case` is a keyword only at the head of a branch of `match`, in
/// JavaScript it may be a property, and the package for it has no variable of that name.
const ALLOWED: &str = "case";

/// What only an author writes, in a rulebook, where `from` and `to` read best; other languages take it as a map.
const AUTHORED: [&str; 1] = ["WorkflowSpec"];

/// Shapes that are rows of tables.
const ROWS: [&str; 7] = ["CaseRow", "Event", "Fact", "Finding", "HoldSpan", "Item", "ReplayedCase"];

#[test]
fn names_can_be_written_in_every_language() {
    let mut wrong = BTreeSet::new();
    let mut check = |name: &str, place: &str, reserved: &str| {
        if name != ALLOWED && reserved.split_whitespace().any(|word| word == name) {
            wrong.insert(format!("{name} in {place}"));
        }
    };
    let languages = [PYTHON, RUST, JAVASCRIPT].join(" ");
    namro::facade::OPERATIONS.iter().for_each(|name| check(name, "the operations", &languages));
    let mut rows = BTreeSet::new();
    for (file, schema) in namro::facade::schemas().into_iter().filter(|(file, _)| file != "rulebook.json") {
        let schema = schema.to_value();
        let mut shapes = BTreeMap::from([(file.as_str(), &schema)]);
        let mut waiting = vec![&schema];
        while let Some(part) = waiting.pop() {
            for name in references(part).into_iter().filter(|name| !AUTHORED.contains(name)) {
                let shape = &schema["$defs"][name];
                if shapes.insert(name, shape).is_none() {
                    waiting.push(shape);
                }
            }
        }
        for (name, shape) in shapes {
            fields(shape).into_iter().for_each(|field| check(field, name, &languages));
            if ROWS.contains(&name) {
                fields(shape).into_iter().for_each(|column| check(column, name, SQL));
                rows.insert(name.to_owned());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(rows, ROWS.iter().map(ToString::to_string).collect(), "rows that no operation knows");
}

/// The shapes that a part of a schema names, outside the definitions beside it.
fn references(schema: &Value) -> Vec<&str> {
    parts(schema).filter_map(|part| part["$ref"].as_str()?.rsplit('/').next()).collect()
}

/// The fields of a shape, also of what it is made of in place.
fn fields(schema: &Value) -> Vec<&str> {
    parts(schema)
        .filter_map(|part| part["properties"].as_object())
        .flat_map(|map| map.keys().map(String::as_str))
        .collect()
}

/// A schema and every schema written inside it.
fn parts(schema: &Value) -> impl Iterator<Item = &Value> {
    let mut waiting = vec![schema];
    std::iter::from_fn(move || {
        let part = waiting.pop()?;
        match part {
            Value::Object(map) => waiting.extend(map.iter().filter(|(key, _)| *key != "$defs").map(|(_, part)| part)),
            Value::Array(list) => waiting.extend(list),
            _ => {}
        }
        Some(part)
    })
}
