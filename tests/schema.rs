//! The JSON Schemas under `core/schema` are those of the shapes in the code.
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
