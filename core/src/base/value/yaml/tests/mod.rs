//! Tests of `yaml`.

use super::*;
use crate::base::error::{Code, Faults};

#[test]
fn quotes_make_a_text() {
    let node = parse_yaml("a: [1, \"2.001610\"]\n").unwrap();
    assert_eq!(node.at_pointer("/a/1").unwrap().value.as_text(), Some("2.001610"));
}

#[test]
fn the_traps_of_yaml_are_refused() {
    let fault = |text: &str| {
        let error = parse_yaml(text).unwrap_err();
        (error.code(), error.place().line.unwrap(), error.place().column.unwrap())
    };
    assert_eq!(fault("a: 1\n\tb: 2\n"), (Code::Typography, 2, 1));
    assert_eq!(fault("a: “x”\n"), (Code::Typography, 1, 4));
    assert_eq!(fault("a: 1\na: 2\n").0, Code::DuplicateKey);
    assert_eq!(fault("a: &x 1\nb: *x\n").0, Code::Syntax);
    assert_eq!(fault("a: [1\n").0, Code::Syntax);
    assert_eq!(fault(&"[".repeat(100)).0, Code::TooDeep);
    assert_eq!(fault("a:\u{a0}{b: 1}\n"), (Code::Typography, 1, 3));
    assert_eq!(fault("a: b\u{7}c\n"), (Code::Typography, 1, 5));
    assert_eq!(fault("a: {<<: {c: 1}}\n"), (Code::Syntax, 1, 5));
    assert_eq!(fault("a: {id:b, c: 1}\n"), (Code::Syntax, 1, 5));
    assert_eq!(fault("a: 1\n---\na: 2\n"), (Code::Syntax, 2, 1));
    assert_eq!(fault("a: 2.000\n"), (Code::AmbiguousNumber, 1, 4));
    for sound in ["a: b\u{a0}c\n", "a: '<<'\n", "a: 2.001\n", "a: 0.000\n", "'<<': 1\n", "a: 1234.000\n"] {
        assert!(parse_yaml(sound).is_ok(), "{sound:?}");
    }
}

/// A reported value is read as it was meant, so that it causes no further errors.
#[test]
fn reported_values_are_read_as_meant() {
    let mut faults = Faults::new();
    let (node, _) = gather_yaml("a: {id:b, <<: {c: 1}}\nd:\u{a0}[1]\n---\na: 2\n", &mut faults);
    assert_eq!(faults.count(), 4, "{faults}");
    assert_eq!(crate::base::value::exact_json(&node), r#"{"a":{"id":"b"},"d":[1]}"#);
}

#[test]
fn scalars_that_read_differently_elsewhere() {
    let node = parse_yaml("c: 2.001610\nd: 0100\ne: ~\nf: 2026-01-08\ng: -7\n").unwrap();
    let kind = |key| node.get(key).unwrap().value.kind();
    assert_eq!(["c", "d", "e", "f", "g"].map(kind), ["decimal", "text", "null", "text", "integer"]);
    for text in ["a: no", "a: 08:30", "- On"] {
        assert_eq!(parse_yaml(text).unwrap_err().code(), Code::UnquotedText, "{text}");
    }
}
