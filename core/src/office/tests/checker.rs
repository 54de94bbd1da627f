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

/// A page fills in a form field by field: what lies around a field is created as the form has it.
#[test]
fn groups_lists_and_items_are_created_on_the_way() {
    let office = Office::load(&[("a.json", RULEBOOK)]).unwrap();
    let request = |form: &str| {
        format!(r#"{{"dossier": {{"procedure": "1.000001", "form": {form}}}, "at": "2026-01-08T09:00:00+07:00"}}"#)
    };
    let mut checker = office.checker_of(&request("{}")).unwrap();
    let edits = [
        ("/l/0/x", Some("1"), r#"{"l":[{"x":1}]}"#),
        ("/l/-", Some(r#"{"x": 2}"#), r#"{"l":[{"x":1},{"x":2}]}"#),
        ("/l/-/y", Some("3"), r#"{"l":[{"x":1},{"x":2},{"y":3}]}"#),
        ("/a~1b/c", Some("1"), r#"{"a/b":{"c":1},"l":[{"x":1},{"x":2},{"y":3}]}"#),
        ("/a~1b", Some("null"), r#"{"a/b":null,"l":[{"x":1},{"x":2},{"y":3}]}"#),
        ("/a~1b/0", Some("1"), r#"{"a/b":{"0":1},"l":[{"x":1},{"x":2},{"y":3}]}"#),
        ("/m/n/o", None, r#"{"a/b":{"0":1},"l":[{"x":1},{"x":2},{"y":3}]}"#),
        ("/a~1b", None, r#"{"l":[{"x":1},{"x":2},{"y":3}]}"#),
        ("/k/-", Some("1"), r#"{"k":[1],"l":[{"x":1},{"x":2},{"y":3}]}"#),
    ];
    for (pointer, value, form) in edits {
        let answer = checker.set_json(pointer, value).unwrap();
        assert_eq!(canonical(&checker.dossier().form).unwrap(), form, "{pointer}");
        assert_eq!(answer, office.call("check", &request(form)).unwrap(), "{pointer}");
    }
    let before = checker.verdict_json().unwrap();
    for wrong in ["l", "/l/9", "/l/9/x", "/l/x", "/l/0/x/y"] {
        assert_eq!(checker.set(wrong, Some(Value::Bool(true).into())).unwrap_err().code(), Code::BadPointer, "{wrong}");
        assert_eq!(checker.verdict_json().unwrap(), before, "{wrong}");
    }
}

/// Changes besides the form give the verdict of a full check as well.
#[test]
fn papers_channel_data_and_day_change() {
    let rulebook = r#"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": [
        {"title": "Cũ", "in_force": {"to": "2026-06-30"}, "form": {"required": ["x"]},
            "components": [{"id": "c", "title": "C", "unless_data": "k"}]},
        {"title": "Mới", "in_force": {"from": "2026-07-01"}, "form": {"required": ["y"]}}]}}"#;
    let office = Office::load(&[("a.json", rulebook)]).unwrap();
    let day = |day: &str| format!("{day}T09:00:00+07:00");
    let request = |rest: &str, at: &str| {
        let form = r#""form": {"x": 1}"#;
        format!(r#"{{"dossier": {{"procedure": "1.000001", {form}{rest}}}, "at": "{}"}}"#, day(at))
    };
    let mut checker = office.checker_of(&request("", "2026-03-02")).unwrap();
    let paper = r#""components": [{"id": "c"}]"#;
    let data = r#""data": {"k": "answered"}"#;
    let online = r#""channel": "onlin""#;
    let later = format!(r#""at": "{}""#, day("2026-07-02"));
    let changes = [
        (paper.to_owned(), format!(", {paper}"), "2026-03-02"),
        (r#""components": []"#.to_owned(), String::new(), "2026-03-02"),
        (data.to_owned(), format!(", {data}"), "2026-03-02"),
        (online.to_owned(), format!(", {data}, {online}"), "2026-03-02"),
        (r#""channel": """#.to_owned(), format!(", {data}"), "2026-03-02"),
        (later, format!(", {data}"), "2026-07-02"),
    ];
    for (change, rest, at) in changes {
        let answer = checker.change_json(&format!("{{{change}}}")).unwrap();
        assert_eq!(answer, office.call("check", &request(&rest, at)).unwrap(), "{change}");
    }
    // After a change the form goes on being edited.
    assert!(checker.set_json("/y", Some("1")).unwrap().contains(r#""ready":true"#));
    assert!(checker.change_json(r#"{"chanel": "online"}"#).is_err());
}

#[test]
fn what_is_typed_is_a_text() {
    let office = Office::load(&[("a.json", RULEBOOK)]).unwrap();
    let request = r#"{"dossier": {"procedure": "1.000001", "form": {}}, "at": "2026-01-08T09:00:00+07:00"}"#;
    let (mut typed, mut set) = (office.checker_of(request).unwrap(), office.checker_of(request).unwrap());
    assert_eq!(typed.type_json("/von", "3").unwrap(), set.set_json("/von", Some(r#""3""#)).unwrap());
    assert_ne!(typed.verdict_json().unwrap(), set.set_json("/von", Some("3")).unwrap());
}
