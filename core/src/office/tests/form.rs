//! Tests of `form`.

use crate::Office;

const RULEBOOK: &str = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P",
        "form": {"title": {"vi": "Tên", "en": "Name"}, "properties": {"x": {"multipleOf": 0.01}}}}}}"#;

#[test]
fn forms_come_and_go() {
    let office = Office::load(&[("a.json", RULEBOOK)]).unwrap();
    let out = office.call("form_schema", r#"{"procedure": "1.000001", "on": "2026-01-08"}"#).unwrap();
    assert!(out.contains(r#"\"title\":\"Tên\",\"properties\":{\"x\":{\"multipleOf\":0.01}}"#), "{out}");
    let back = office.call("read_form", r#"{"schema": {"$id": "x", "properties": {"x": {"multipleOf": 0.01}}}}"#);
    assert_eq!(back.unwrap(), r#"{"form":"{\"properties\":{\"x\":{\"multipleOf\":0.01}}}"}"#);
    let foreign = r##"{"schema": {"$dynamicRef": "#a", "properties": {"x": {"contentEncoding": "base64", "pattern": "(?=a)"}}}}"##;
    let faults = office.call("read_form", foreign).unwrap_err();
    let pointers: Vec<_> = faults.iter().map(|fault| fault.place().pointer.clone().unwrap_or_default()).collect();
    assert_eq!(pointers, ["/$dynamicRef", "/properties/x/contentEncoding", "/properties/x/pattern"]);
}
