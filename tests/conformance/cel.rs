//! The conformance tests of CEL, as far as they are of the part of its syntax that rules have.

use crate::fetch;
use namro::Faults;
use namro::base::{Node, Value};
use namro::internals::base::Cursor;
use namro::internals::base::parse_json;
use namro::internals::rule::{Context, Library, Limits, Scope, Stop};
use namro::rule::Condition;
use serde_json::Value as Json;
use std::collections::BTreeMap;

const NO_NAN: &str = "there is no NaN: a division by zero has no value, and the rule says so";
const EXACT: &str = "whole numbers are exact up to 38 digits; overflow begins beyond those";
const KINDS: &str = "a text beside a number is undetermined, not unequal: a field of the wrong kind must not decide";

/// What is judged otherwise on purpose, by suite and the beginning of the test's name, with the reason.
const DIFFERENT: &[(&str, &str, &str)] = &[
    ("comparisons/eq_literal", "not_eq_double_nan", NO_NAN),
    ("comparisons/ne_literal", "not_ne_double_nan", NO_NAN),
    ("comparisons/ne_literal", "ne_double_nan", NO_NAN),
    ("conversions/int", "double_big_precision", EXACT),
    ("fp_math/fp_math", "mod_not_support", "a remainder of decimals is exact, so it is given"),
    ("integer_math/int64_math", "int64_overflow", EXACT),
    ("integer_math/int64_math", "int64_min_negate", EXACT),
    ("math_ext/abs", "int_overflow", EXACT),
    ("macros/exists", "list_elem_type_exhaustive", KINDS),
];

/// A value of the suite as a JSON text, where JSON has it.
fn plain(value: &Json) -> Option<Json> {
    let (kind, inner) = value.as_object()?.iter().next()?;
    Some(match kind.as_str() {
        "nullValue" => Json::Null,
        "boolValue" | "stringValue" => inner.clone(),
        "int64Value" | "uint64Value" => serde_json::from_str(inner.as_str()?).ok()?,
        "doubleValue" => inner.is_number().then(|| inner.clone())?,
        "listValue" => {
            let none = Vec::new();
            let list = inner.get("values").and_then(Json::as_array).unwrap_or(&none);
            Json::Array(list.iter().map(plain).collect::<Option<_>>()?)
        }
        "mapValue" => {
            let none = Vec::new();
            let entries = inner.get("entries").and_then(Json::as_array).unwrap_or(&none);
            let entry = |entry: &Json| {
                let Json::String(key) = plain(entry.get("key")?)? else { return None };
                Some((key, plain(entry.get("value")?)?))
            };
            Json::Object(entries.iter().map(entry).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

enum Found {
    /// Not of our language: what it was refused for.
    Refused(String),
    /// The value was equal to the one expected, or not.
    Judged(Result<bool, Stop>),
}

/// Judges `expression == expected`, so that every kind of value is compared by the language itself.
fn judge(test: &Json) -> Found {
    let refused = |reason: &str| Found::Refused(reason.to_owned());
    let mut names = vec!["expected".to_owned()];
    let mut data = vec![Node::from(Value::Null)];
    for (name, value) in test["bindings"].as_object().into_iter().flatten() {
        let Some(value) = plain(&value["value"]) else { return refused("messages, bytes, unsigned and other types") };
        let Ok(node) = parse_json(value.to_string().as_bytes()) else { return refused("numbers beyond 64 bits") };
        names.push(name.clone());
        data.push(node);
    }
    let expression = test["expr"].as_str().unwrap_or_default();
    if test.get("container").is_some() && test["suite"].as_str().is_some_and(|suite| suite.starts_with("namespace")) {
        return refused("names that hang on a container");
    }
    let unmatched = test.get("value").is_none() && test.get("evalError").is_none();
    let deduced = test["suite"].as_str().is_some_and(|suite| suite.starts_with("type_deductions"));
    if test.get("checkOnly").is_some() || (unmatched && deduced) {
        return refused("tests of the type checker alone");
    }
    let expected = match (test.get("value"), test.get("evalError")) {
        (Some(value), _) => match plain(value) {
            Some(value) => Some(value),
            None => return refused("messages, bytes, unsigned and other types"),
        },
        (None, Some(_)) => None,
        (None, None) => Some(Json::Bool(true)),
    };
    let whole = match &expected {
        Some(Json::Bool(true)) => expression.to_owned(),
        Some(Json::Null) => format!("({expression}) == null"),
        // As a field it would not be filled in.
        Some(text @ Json::String(inner)) if inner.trim().is_empty() => format!("({expression}) == {text}"),
        Some(value) => {
            let Ok(node) = parse_json(value.to_string().as_bytes()) else { return refused("numbers beyond 64 bits") };
            data[0] = node;
            format!("({expression}) == expected")
        }
        // It has to have no value at all.
        None => format!("size([{expression}]) == 1"),
    };
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let scope = Scope { data: &names, library: Library::STANDARD, limits: Limits::default() };
    let node = Node::from(Value::Text(whole.into()));
    let mut faults = Faults::new();
    let condition = Condition::read_value(&Cursor::root(&node, None), scope, &mut faults);
    let Some(condition) = condition else {
        let fault = faults.iter().next().expect("a refusal has a fault");
        let text = fault.text().en;
        return refused(text.split_once(": ").map_or(fault.code().as_str(), |(_, reason)| reason));
    };
    let data: Vec<&Node> = data.iter().collect();
    let context = Context { data: &data, today: None, calendar: None };
    Found::Judged(condition.holds(context))
}

#[test]
fn the_suite_of_cel_is_never_contradicted() {
    if fetch::offline() {
        return;
    }
    let tests: Vec<Json> = serde_json::from_str(&fetch::cel()).unwrap();
    let (mut passed, mut wrong) = (0, Vec::new());
    let mut different: BTreeMap<&str, usize> = BTreeMap::new();
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    for test in &tests {
        let (suite, name) = (test["suite"].as_str().unwrap_or_default(), test["name"].as_str().unwrap_or_default());
        let found = match judge(test) {
            Found::Refused(reason) => {
                *refused.entry(reason).or_default() += 1;
                continue;
            }
            Found::Judged(found) => found,
        };
        let fails = test.get("evalError").is_some();
        let right = if fails { found.is_err() } else { found == Ok(true) };
        let listed = DIFFERENT.iter().find(|(at, start, _)| suite.starts_with(at) && name.starts_with(start));
        match (right, listed) {
            (true, _) => passed += 1,
            (false, Some((_, _, reason))) => *different.entry(reason).or_default() += 1,
            (false, None) => wrong.push(format!(
                "{suite} {name}: {} gave {found:?}, expected {}",
                test["expr"],
                test.get("value").unwrap_or(&Json::Null)
            )),
        }
    }
    println!("CEL: {} tests, {passed} passed", tests.len());
    for (reason, cases) in &different {
        println!("  different on purpose: {cases:4} {reason}");
    }
    for (reason, cases) in &refused {
        println!("  refused when read:    {cases:4} {reason}");
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}
