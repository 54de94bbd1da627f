//! Tests of `deserialize`.

use super::Node;
use crate::base::value::{exact_json, parse_json};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

#[test]
fn json_becomes_the_same_tree_both_ways() {
    let text = r#"{"a":[null,true,-3,19.99,1e2,0.000000000000001,"x\ny",{"b/c":[]}]}"#;
    let node: Node = serde_json::from_str(text).unwrap();
    assert_eq!(node, parse_json(text.as_bytes()).unwrap());
}

#[test]
fn every_fault_has_its_pointer() {
    let text = r#"{"a": [0, 0.30000000000000004], "b/c": {"d": 18446744073709551615, "d": 1}, "b/c": 1}"#;
    let error = serde_json::from_str::<Node>(text).unwrap_err().to_string();
    let expected = [
        "number_too_large: the number 3.0000000000000004e-1 is too large, or too fine, to be held exactly (#/a/1)",
        "number_too_large: the number 18446744073709551615 is too large, or too fine, to be held exactly (#/b~1c/d)",
        "duplicate_key: the key `d` appears twice (#/b~1c/d)",
        "duplicate_key: the key `b/c` appears twice (#/b~1c)",
    ];
    assert!(error.starts_with(&expected.join("\n")), "{error}");
    let deep = "[".repeat(65) + &"]".repeat(65);
    let error = serde_json::from_str::<Node>(&deep).unwrap_err().to_string();
    assert!(error.starts_with("too_deep") && error.contains("#/0/0"), "{error}");
    assert!(serde_json::from_str::<Node>(&deep[1..129]).is_ok());
}

#[test]
fn doubles_are_taken_by_their_shortest_text() {
    let read = |double: f64| {
        let node = Node::deserialize(IntoDeserializer::<Error>::into_deserializer(double));
        node.map(|node| exact_json(&node)).ok()
    };
    let cases = [
        (0.1, Some("0.1")),
        (-2.5e-7, Some("-0.00000025")),
        (3.0, Some("3")),
        (123_456_789.012_345, Some("123456789.012345")),
    ];
    for (double, text) in cases {
        assert_eq!(read(double).as_deref(), text);
    }
    for double in [0.1 + 0.2, 1.0 / 3.0, 1e19, f64::NAN, f64::INFINITY, 1e-300] {
        assert_eq!(read(double), None, "{double}");
    }
    let single = Node::deserialize(IntoDeserializer::<Error>::into_deserializer(0.1_f32)).unwrap();
    assert_eq!(exact_json(&single), "0.1");
    assert!(Node::deserialize(IntoDeserializer::<Error>::into_deserializer(i128::MAX)).is_err());
}
