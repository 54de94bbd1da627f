//! Tests of `write`.

use crate::base::value::{exact_json, parse_json};

#[test]
fn numbers_are_written_exactly() {
    let node = parse_json(br#"{"b": 0.010, "a": 9007199254740993}"#).unwrap();
    assert_eq!(exact_json(&node), r#"{"b":0.01,"a":9007199254740993}"#);
}
