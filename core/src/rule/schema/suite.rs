//! The official suite of JSON Schema 2020-12 (its required part), where a checkout of it is at hand.
//!
//! `NAMRO_JSON_SCHEMA_SUITE=…/draft2020-12 cargo test -p namro suite -- --nocapture` prints a table: passed, refused
//! when read (by keyword). A case that is read and then judged otherwise than the suite says fails the test, unless it
//! is one of the differences that are stated below.

use super::Schema;
use crate::error::Code;
use crate::value::{Node, Value, parse_json};
use std::collections::BTreeMap;

/// Cases in which this library differs on purpose: file, group, case.
const DIFFERENT: [(&str, &str, &str); 1] =
    // A form that asks for a date means one.
    [("format", "date format", "invalid date string is only an annotation by default")];

fn list(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(list) => list,
        _ => panic!("a list is due"),
    }
}

fn text<'a>(node: &'a Node, key: &str) -> &'a str {
    node.get(key).and_then(|node| node.value.as_text()).unwrap_or_default()
}

#[test]
fn the_official_suite_is_never_contradicted() {
    let Ok(folder) = std::env::var("NAMRO_JSON_SCHEMA_SUITE") else {
        println!("NAMRO_JSON_SCHEMA_SUITE names no folder: the suite was not run");
        return;
    };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "json"));
    files.sort();
    let (mut passed, mut wrong) = (0, Vec::new());
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    for path in files {
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        let groups = match parse_json(&std::fs::read(&path).unwrap()) {
            Ok(groups) => groups,
            Err(error) => {
                *refused.entry(format!("file {file}: {}", error.code())).or_default() += 1;
                continue;
            }
        };
        for group in list(&groups) {
            let cases = list(group.get("tests").unwrap());
            let schema = match Schema::new(group.get("schema").unwrap()) {
                Ok(schema) => schema,
                Err(faults) => {
                    let fault = faults.iter().next().unwrap();
                    let why = match fault.code() {
                        Code::UnsupportedKeyword => fault.place().pointer.clone().unwrap_or_default(),
                        code => format!("/{code}"),
                    };
                    let keyword = why.rsplit('/').next().unwrap_or_default().to_owned();
                    *refused.entry(keyword).or_default() += cases.len();
                    continue;
                }
            };
            for case in cases {
                let expected = case.get("valid").unwrap().value == Value::Bool(true);
                let found = schema.check(case.get("data").unwrap()).violations.is_empty();
                let name = (file.as_str(), text(group, "description"), text(case, "description"));
                if found == expected || DIFFERENT.contains(&name) {
                    passed += 1;
                } else {
                    wrong.push(format!("{name:?}: valid is {expected}, found {found}"));
                }
            }
        }
    }
    println!("passed {passed}");
    for (keyword, cases) in &refused {
        println!("refused {cases:4} for {keyword}");
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
    assert!(passed > 300, "{passed}");
}
