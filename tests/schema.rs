//! The JSON Schemas under `core/schema` are those of the shapes in the code, and the messages of the npm package those
//! of the table of error codes.
//!
//! `NAMRO_BLESS=1 cargo test -p namro-tests --test schema` writes them anew; read the difference before you commit it.

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
        assert!(found == text, "{name} differs from the code; NAMRO_BLESS=1 writes it anew");
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
            let (first, told) = known.entry(name.to_owned()).or_insert_with(|| (file.clone(), about.clone()));
            if *told != about || name.ends_with(|last: char| last.is_ascii_digit()) {
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
    assert!(fs::read_to_string(&file).unwrap_or_default() == text, "NAMRO_BLESS=1 writes messages.js anew");
}
