//! Tests of `checker`.

use super::*;
use crate::Code;
use crate::base::canon::canonical;

const RULEBOOK: &str = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P",
        "form": {"type": "object", "required": ["l"], "properties": {"von": {"type": "integer"},
            "l": {"type": "array", "maxItems": 3, "items": {"type": "object", "required": ["x"],
                "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}}}}}},
        "components": [{"id": "c", "title": "C", "need": {"when": "d.l.exists(t, has(t.y))"}}],
        "rules": [{"id": "tong", "check": "d.l.sum(t, t.x) == d.von", "message": "M"},
            {"id": "nhieu", "check": "d.l.count(t) < 3", "message": "M"},
            {"id": "tung", "each": "d.l", "check": "item.x > i", "message": "M"}]}}}"#;

#[test]
fn every_edit_gives_the_verdict_of_a_full_check() {
    let office = Office::load(&[("a.json", RULEBOOK)]).unwrap();
    let request = |form: &str| {
        format!(r#"{{"dossier": {{"procedure": "1.000001", "form": {form}}}, "at": "2026-01-08T09:00:00+07:00"}}"#)
    };
    let mut checker = office.checker_of(&request("{}")).unwrap();
    let edits = [
        ("/l", Some("[]")),
        ("/l/0", Some(r#"{"x": 1}"#)),
        ("/l/1", Some(r#"{"x": "a"}"#)),
        ("/von", Some("3")),
        ("/l/1/x", Some("2")),
        ("/l/2", Some(r#"{"y": 2}"#)),
        ("/l/0", None),
        ("/l/1", None),
        ("/l/0/x", None),
        ("", Some(r#"{"l": [{"x": 5}], "von": 5}"#)),
        ("/l/0/y", Some("null")),
    ];
    for (pointer, value) in edits {
        let answer = checker.set_json(pointer, value).unwrap();
        let form = canonical(&checker.dossier().form).unwrap();
        assert_eq!(answer, office.call("check", &request(&form)).unwrap(), "{pointer} {form}");
        assert_eq!(answer, checker.verdict_json().unwrap());
    }
    let before = checker.verdict_json().unwrap();
    assert_eq!(checker.set("/l/7", None).unwrap_err().code(), Code::BadPointer);
    assert!(checker.set_json("/l", Some("[")).is_err());
    assert_eq!(checker.verdict_json().unwrap(), before);
}

#[test]
fn what_is_typed_is_a_text() {
    let office = Office::load(&[("a.json", RULEBOOK)]).unwrap();
    let request = r#"{"dossier": {"procedure": "1.000001", "form": {}}, "at": "2026-01-08T09:00:00+07:00"}"#;
    let (mut typed, mut set) = (office.checker_of(request).unwrap(), office.checker_of(request).unwrap());
    assert_eq!(typed.type_json("/von", "3").unwrap(), set.set_json("/von", Some(r#""3""#)).unwrap());
    assert_ne!(typed.verdict_json().unwrap(), set.set_json("/von", Some("3")).unwrap());
}
