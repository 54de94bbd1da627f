//! Tests of `json`.

use super::*;

#[test]
fn values_are_found_by_pointer() {
    let node = parse_json(br#"{"a": [1, 19.99]}"#).unwrap();
    assert_eq!(node.at_pointer("/a/0").unwrap().value.as_integer(), Some(1));
}

fn code(text: &str) -> (Code, u64, u64) {
    let error = parse_json(text.as_bytes()).unwrap_err();
    (error.code(), error.place().line.unwrap(), error.place().column.unwrap())
}

#[test]
fn faults_have_their_place() {
    assert_eq!(code("{\n  \"á\": 1, \"á\": 2}"), (Code::DuplicateKey, 2, 16));
    assert_eq!(code("[1,]"), (Code::Syntax, 1, 4));
    assert_eq!(code("[12345678901234567890]"), (Code::NumberTooLarge, 1, 2));
    assert_eq!(code("[NaN]"), (Code::Syntax, 1, 2));
    assert_eq!(code("[01]"), (Code::Syntax, 1, 2));
    assert_eq!(code(r#"["\ud800"]"#), (Code::Syntax, 1, 3));
    assert_eq!(code("{} {}"), (Code::Syntax, 1, 4));
    assert_eq!(code(&"[".repeat(100_000)), (Code::TooDeep, 1, 65));
    assert_eq!(parse_json(b"[\"a\xff\"]").unwrap_err().code(), Code::NotUtf8);
}

#[test]
fn many_keys_are_compared_too() {
    let mut text: Vec<String> = (0..100).map(|i| format!("\"k{i}\": {i}")).collect();
    assert!(parse_json(format!("{{{}}}", text.join(",")).as_bytes()).is_ok());
    text.push("\"k7\": 0".into());
    assert_eq!(code(&format!("{{{}}}", text.join(","))).0, Code::DuplicateKey);
}

#[test]
fn texts_and_numbers_are_read_exactly() {
    let node =
        parse_json(r#"{"t": "a\u00e1\ud83d\ude00\n", "n": [0.10, 1e2, -0, 9007199254740993]}"#.as_bytes()).unwrap();
    assert_eq!(node.get("t").unwrap().value.as_text(), Some("aá😀\n"));
    let list = ["0.1", "100", "0", "9007199254740993"];
    for (index, shown) in list.iter().enumerate() {
        let node = node.at_pointer(&format!("/n/{index}")).unwrap();
        assert_eq!(serde_json::to_string(node).unwrap().trim_matches('"'), *shown);
    }
}
