//! Rules that the form of a procedure, or its own numbers, make impossible.

use super::Procedure;
use crate::base::error::{Code, Faults};
use crate::base::shape::Cursor;
use crate::base::value::parse_json;

/// Codes and pointers of the faults of a procedure with these fields.
fn faults(fields: &str) -> Vec<(Code, String)> {
    let node = parse_json(format!(r#"{{"title": "P", {fields}}}"#).as_bytes()).unwrap();
    let mut faults = Faults::new();
    let read = Procedure::read(&"p".into(), &Cursor::root(&node, None), &mut faults);
    assert_eq!(read.is_none(), !faults.is_empty());
    faults.iter().map(|fault| (fault.code(), fault.place().pointer.clone().unwrap())).collect()
}

fn form(schema: &str) -> Vec<(Code, String)> {
    faults(&format!(r#""form": {{"type": "object", "properties": {{"a": {schema}}}}}"#))
}

fn at(code: Code, pointer: &str) -> Vec<(Code, String)> {
    vec![(code, pointer.to_owned())]
}

#[test]
fn forms_that_no_value_satisfies() {
    let field = |keyword: &str| format!("/form/properties/a{keyword}");
    let schema = |text: &str| form(text);
    for (text, code, keyword) in [
        (r#"{"type": "number", "minimum": 1.5, "maximum": 1.25}"#, Code::BadSchema, ""),
        (r#"{"type": "number", "exclusiveMinimum": 5, "maximum": 5.0}"#, Code::BadSchema, ""),
        (r#"{"type": "array", "contains": true, "minContains": 2, "maxContains": 1}"#, Code::BadSchema, ""),
        (r#"{"enum": []}"#, Code::BadSchema, "/enum"),
        (r#"{"enum": ["x", 1, "x"]}"#, Code::NamedTwice, "/enum/2"),
        (r#"{"type": ["string", "string"]}"#, Code::NamedTwice, "/type/1"),
        (r#"{"type": "object", "required": ["b", "c", "b"]}"#, Code::NamedTwice, "/required/2"),
    ] {
        assert_eq!(schema(text), at(code, &field(keyword)), "{text}");
    }
    for sound in [
        r#"{"type": "number", "minimum": 5, "maximum": 5.0}"#,
        r#"{"type": ["string", "integer"], "minimum": 1, "maxLength": 3}"#,
        r#"{"minimum": 1, "maxLength": 3}"#,
        // Names of fields, not keywords.
        r#"{"type": "object", "properties": {"then": true, "minimum": {"type": "string"}}}"#,
        r#"{"const": {"enum": []}}"#,
    ] {
        assert_eq!(schema(sound), [], "{sound}");
    }
    assert_eq!(faults(r#""form": {"type": "array"}, "rules": []"#), at(Code::BadSchema, "/form/type"));
}

#[test]
fn expressions_that_no_form_can_decide() {
    let rule = |check: &str| {
        faults(&format!(
            r#""form": {{"type": "object", "properties": {{"n": {{"type": "integer"}}, "t": {{"type": "string"}},
                "b": {{"type": "boolean"}}, "day": {{"type": "string", "format": "date"}}}}}},
            "rules": [{{"id": "r", "check": "{check}", "message": "M"}}]"#
        ))
    };
    let wrong = |code| at(code, "/rules/0/check");
    for (check, code) in [
        ("d.n / 0 > 1", Code::Undetermined),
        ("d.n % 0 == 1", Code::Undetermined),
        ("d.day <= '01/02/2026'", Code::OtherKind),
        ("d.day == '2026-02-30'", Code::OtherKind),
        ("d.t in [1]", Code::OtherKind),
        ("(d.b ? 1 : 'a') == 1", Code::OtherKind),
        ("d.day <= 2026-01-01", Code::BadExpression),
        ("d.n > 1 and d.n < 3", Code::BadExpression),
        ("d.n ≤ 1", Code::BadExpression),
        ("timestamp(d.day) < today", Code::UnknownReference),
    ] {
        assert_eq!(rule(check), wrong(code), "{check}");
    }
    for sound in ["d.day <= '2026-01-01'", "d.day == ''", "d.t in ['a', null]", "d.n - 1 > 2026 - 1", "0 / d.n == 0"] {
        assert_eq!(rule(sound), [], "{sound}");
    }
}

#[test]
fn numbers_that_no_dossier_satisfies() {
    let component = |rest: &str| faults(&format!(r#""components": [{{"id": "a", "title": "A", {rest}}}]"#));
    assert_eq!(component(r#""count": 0"#), at(Code::OutOfRange, "/components/0/count"));
    assert_eq!(component(r#""valid_months": 0"#), at(Code::OutOfRange, "/components/0/valid_months"));
    assert_eq!(component(r#""original": 1, "form": ["copy"]"#), at(Code::WithoutEffect, "/components/0/original"));
    assert_eq!(component(r#""original": 1, "form": ["copy", "electronic"]"#), []);
    let fee = |rest: &str| {
        faults(&format!(r#""form": {{"type": "object"}}, "fee": [{{"title": "F", "amount": 5, {rest}}}]"#))
    };
    assert_eq!(fee(r#""tiers": [{"from": 2, "amount": 1}]"#), at(Code::WithoutEffect, "/fee/0/tiers"));
    let tiers = |tiers: &str| fee(&format!(r#""quantity": "d.n", "tiers": {tiers}"#));
    assert_eq!(tiers(r#"[{"from": 0, "amount": 1}]"#), at(Code::OutOfRange, "/fee/0/tiers/0/from"));
    let twice = tiers(r#"[{"from": 3, "amount": 1}, {"from": 3, "amount": 2}]"#);
    assert_eq!(twice, at(Code::NamedTwice, "/fee/0/tiers/1/from"));
    assert_eq!(tiers(r#"[{"from": 9, "amount": 1}, {"from": 3, "amount": 2}]"#), []);
    assert_eq!(faults(r#""limits": {"fuel": 0}"#), at(Code::OutOfRange, "/limits/fuel"));
}

#[test]
fn words_for_what_is_not_there() {
    let of =
        |fields: &str| faults(&format!(r#""form": {{"type": "object", "properties": {{"ten": {{}}}}}}, {fields}"#));
    assert_eq!(of(r#""filer": {"name": "/tenn"}"#), at(Code::UnknownReference, "/filer/name"));
    assert_eq!(of(r#""filer": {"phone": "ten"}"#), at(Code::BadPointer, "/filer/phone"));
    let limit = of(r#""limit": {"statutory": "1 ngày", "channel": {"onlin": {}}}"#);
    assert_eq!(limit, at(Code::UnknownTerm, "/limit/channel/onlin"));
    assert_eq!(of(r#""limit": {"statutory": "1 ngày", "channel": {"desk": {}, "kiosk": {}}}"#), []);
    let example = |rest: &str| {
        of(&format!(
            r#""limit": {{"statutory": "1 ngày"}}, "examples": [{{"accepted": "2026-01-05T09:00:00+07:00", "last_day": "2026-01-06", {rest}}}]"#
        ))
    };
    assert_eq!(example(r#""form": {"tenn": "A"}"#), at(Code::UnknownReference, "/examples/0/form/tenn"));
    assert_eq!(example(r#""channel": "posst""#), at(Code::UnknownTerm, "/examples/0/channel"));
    let other = example(r#""dossier": {"procedure": "q", "form": {}}"#);
    assert_eq!(other, at(Code::UnknownTerm, "/examples/0/dossier/procedure"));
    let hole = of(r#""rules": [{"id": "r", "check": "has(d.ten)", "message": "Thiếu {d.ten}"}]"#);
    assert_eq!(hole, at(Code::UnfilledHole, "/rules/0/message"));
}
