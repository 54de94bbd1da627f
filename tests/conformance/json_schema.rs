//! The official suite of JSON Schema 2020-12, its required part.

use crate::fetch;
use namro::Code;
use namro::base::{Node, Value};
use namro::internals::base::parse_json;
use namro::internals::rule::Schema;
use std::collections::BTreeMap;

/// A form that asks for a date means one: `format` is asserted, and the suite's cases that want it ignored differ.
/// Addresses for e-mail are those that people have: quotes and numbers of machines are refused.
const DIFFERENT: [(&str, &str); 10] = [
    ("date format", "invalid date string is only an annotation by default"),
    ("date-time format", "invalid date-time string is only an annotation by default"),
    ("time format", "invalid time string is only an annotation by default"),
    ("email format", "invalid email string is only an annotation by default"),
    ("uuid format", "invalid uuid string is only an annotation by default"),
    ("validation of e-mail addresses", "a quoted string with a space in the local part is valid"),
    ("validation of e-mail addresses", "a quoted string with a double dot in the local part is valid"),
    ("validation of e-mail addresses", "a quoted string with a @ in the local part is valid"),
    ("validation of e-mail addresses", "an IPv4-address-literal after the @ is valid"),
    ("validation of e-mail addresses", "an IPv6-address-literal after the @ is valid"),
];

fn list(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(list) => list,
        _ => panic!("a list is due"),
    }
}

fn text<'a>(node: &'a Node, key: &str) -> &'a str {
    node.get(key).and_then(|node| node.value.as_text()).unwrap_or_default()
}

/// Why a schema was refused, in a word.
fn reason(faults: &namro::Faults) -> String {
    let fault = faults.iter().next().expect("a refusal has a fault");
    let pointer = fault.place().pointer.clone().unwrap_or_default();
    match fault.code() {
        Code::UnsupportedKeyword => pointer.rsplit('/').next().unwrap_or_default().to_owned(),
        Code::UnknownTerm => "other values of format".to_owned(),
        Code::UnknownReference => "references beyond the schema".to_owned(),
        code => code.to_string(),
    }
}

#[test]
fn the_suite_of_json_schema_is_never_contradicted() {
    if fetch::offline() {
        return;
    }
    let folder = fetch::json_schema();
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    // Forms of texts are optional in the suite; here they are asserted, so their files are run too.
    let optional = ["date", "date-time", "time", "email", "uuid"].map(|name| format!("optional/format/{name}.json"));
    let folder = fetch::json_schema();
    files.retain(|path| path.extension().is_some_and(|end| end == "json"));
    files.extend(optional.iter().map(|name| folder.join(name)));
    files.sort();
    let (mut passed, mut different, mut wrong) = (0, 0, Vec::new());
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    for path in files {
        let file = path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
        let text_of_file = std::fs::read(&path).unwrap();
        // Numbers beyond 64 bits make a whole file unreadable: those cases are counted one by one.
        let groups = match parse_json(&text_of_file) {
            Ok(groups) => groups,
            Err(_) => {
                let groups: serde_json::Value = serde_json::from_slice(&text_of_file).unwrap();
                let kept: Vec<_> =
                    groups.as_array().unwrap().iter().map(|group| smaller(group, &mut refused)).collect();
                parse_json(serde_json::to_string(&kept).unwrap().as_bytes()).unwrap()
            }
        };
        for group in list(&groups) {
            let cases = list(group.get("tests").unwrap());
            let schema = match Schema::new(group.get("schema").unwrap()) {
                Ok(schema) => schema,
                Err(faults) => {
                    *refused.entry(reason(&faults)).or_default() += cases.len();
                    continue;
                }
            };
            for case in cases {
                let expected = case.get("valid").unwrap().value == Value::Bool(true);
                let found = schema.check(case.get("data").unwrap()).violations.is_empty();
                let name = (text(group, "description"), text(case, "description"));
                match found == expected {
                    true => passed += 1,
                    false if DIFFERENT.contains(&name) => different += 1,
                    false => wrong.push(format!("{file}: {name:?}: valid is {expected}, found {found}")),
                }
            }
        }
    }
    println!("JSON Schema 2020-12: {passed} passed, {different} different on purpose (`format`)");
    for (keyword, cases) in &refused {
        println!("  refused when read: {cases:4} for {keyword}");
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
    assert!(passed > 1_000 && different == DIFFERENT.len(), "{passed} passed, {different} different");
}

/// A group without the cases whose numbers are refused as too large.
fn smaller(group: &serde_json::Value, refused: &mut BTreeMap<String, usize>) -> serde_json::Value {
    let mut group = group.clone();
    let readable = |value: &serde_json::Value| parse_json(value.to_string().as_bytes()).is_ok();
    let cases = group["tests"].as_array_mut().unwrap();
    let before = cases.len();
    cases.retain(readable);
    *refused.entry("numbers beyond 64 bits".to_owned()).or_default() += before - cases.len();
    group
}
