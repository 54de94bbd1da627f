use super::super::Schema;
use crate::base::value::parse_json;

fn found(schema: &str, data: &str) -> Vec<(&'static str, String)> {
    let schema = Schema::new(&parse_json(schema.as_bytes()).unwrap()).unwrap();
    let checked = schema.check(&parse_json(data.as_bytes()).unwrap());
    checked.violations.into_iter().map(|violation| (violation.keyword, violation.pointer)).collect()
}

/// What other readers are known to judge otherwise, or not to survive.
#[test]
fn known_traps_are_judged_exactly() {
    let valid = |schema: &str, data: &str| found(schema, data).is_empty();
    assert!(valid(r#"{"multipleOf": 0.01}"#, "19.99") && valid(r#"{"multipleOf": 0.1}"#, "0.3"));
    assert!(!valid(r#"{"multipleOf": 0.01}"#, "19.995"));
    assert!(!valid(r#"{"const": 9007199254740992}"#, "9007199254740993"));
    assert!(!valid(r#"{"pattern": "^\\d{12}$"}"#, r#""001090000001\n""#));
    assert!(!valid(r#"{"pattern": "^\\d{2}$"}"#, r#""１２""#));
    assert!(!valid(r#"{"pattern": "^(a+)+$"}"#, &format!("\"{}b\"", "a".repeat(5_000))));
    assert!(valid(r#"{"type": "integer"}"#, "1.0") && !valid(r#"{"type": "integer"}"#, "1.5"));
}

#[test]
fn an_edit_of_what_a_map_refuses_is_told_of_the_map() {
    let schema = br#"{"properties": {"a": {"type": "object", "additionalProperties": false}}}"#;
    let schema = Schema::new(&parse_json(schema).unwrap()).unwrap();
    let read = |text: &str| parse_json(text.as_bytes()).unwrap();
    let before = schema.check_form(&read(r#"{"a": {}}"#));
    let edited = read(r#"{"a": {"b": [1]}}"#);
    for pointer in ["/a/b", "/a/b/0"] {
        assert_eq!(schema.recheck(&edited, pointer, &before), schema.check_form(&edited), "{pointer}");
    }
}

#[test]
fn a_text_of_blanks_is_told_beside_the_keywords() {
    let schema = br#"{"required": ["a", "m", "b", "c"], "properties": {"a": {"minLength": 1}, "b": {"type": "string"},
        "c": {"enum": [""]}, "m": {"required": ["x"]}}, "if": {"required": ["a"]}, "then": {"required": ["b"]}}"#;
    let schema = Schema::new(&parse_json(schema).unwrap()).unwrap();
    let read = |text: &str| parse_json(text.as_bytes()).unwrap();
    let blanks = |text: &str| {
        let checked = schema.check(&read(text));
        assert!(checked.violations.iter().all(|violation| violation.keyword != "blank"));
        checked.blanks.into_iter().map(|blank| blank.pointer).collect::<Vec<_>>()
    };
    let forms = [
        (r#"{"a": " ", "b": "\u200b", "c": "", "m": {"x": ""}}"#, vec!["/a", "/b", "/m/x", "/b"]),
        // What the schema refuses anyway is not reported twice.
        (r#"{"a": "", "b": 1, "c": "", "m": {"x": [""]}}"#, vec![]),
        (r#"{"a": "x", "b": "y", "c": "", "m": {"x": "\t"}}"#, vec!["/m/x"]),
    ];
    for (text, wanted) in &forms {
        assert_eq!(blanks(text), *wanted, "{text}");
        for (before, _) in &forms {
            let mut checked = schema.check_form(&read(before));
            for pointer in ["/a", "/b", "/c", "/m/x"] {
                checked = schema.recheck(&read(text), pointer, &checked);
            }
            assert_eq!(checked, schema.check_form(&read(text)), "{before} {text}");
        }
    }
}

/// In a form, a field that is missing, null or blank is one thing, whatever its schema asks for.
#[test]
fn in_a_form_missing_null_and_blank_are_one_thing() {
    let read = |text: &str| parse_json(text.as_bytes()).unwrap();
    let keywords = [
        r#""type": "integer", "minimum": 3"#,
        r#""type": "boolean""#,
        r#""type": "array", "minItems": 1"#,
        r#""type": "object", "required": ["x"]"#,
        r#""type": "string", "minLength": 2"#,
        r#""pattern": "^[0-9]{12}$""#,
        r#""format": "date""#,
        r#""format": "email""#,
        r#""enum": ["nam", "nu"]"#,
        r#""const": "x""#,
        r#""oneOf": [{"const": "nam", "title": "Nam"}, {"const": "nu", "title": "Nữ"}]"#,
        r#""anyOf": [{"type": "integer"}, {"const": "x"}]"#,
        r#""not": {"const": ""}"#,
        r#""allOf": [{"type": "integer"}]"#,
    ];
    let cleared = ["null", r#""""#, r#"" ""#, r#""\u200b""#];
    for keywords in keywords {
        for value in cleared {
            let form = read(&format!(r#"{{"a": {value}}}"#));
            let optional = format!(r#"{{"properties": {{"a": {{{keywords}}}}}, "additionalProperties": false}}"#);
            let checked = Schema::new(&read(&optional)).unwrap().check_form(&form);
            assert_eq!(checked, super::Checked::default(), "{keywords} {value}");
            let required = format!(r#"{{"required": ["a"], "properties": {{"a": {{{keywords}}}}}}}"#);
            let checked = Schema::new(&read(&required)).unwrap().check_form(&form);
            let all: Vec<_> = checked.all().iter().map(|found| (found.keyword, found.pointer.as_str())).collect();
            assert_eq!(all, [("blank", "/a")], "{keywords} {value}");
        }
    }
    // What judges the form around it does not count it either.
    let around = [
        (r#"{"dependentRequired": {"a": ["b"]}}"#, true),
        (r#"{"dependentSchemas": {"a": false}}"#, true),
        (r#"{"maxProperties": 0}"#, true),
        (r#"{"minProperties": 1}"#, false),
        (r#"{"if": {"required": ["a"]}, "then": {"required": ["b"]}}"#, true),
        (r#"{"oneOf": [{"required": ["a"]}, {"required": ["c"]}]}"#, true),
        (r#"{"not": {"required": ["a"]}}"#, true),
        (
            r#"{"patternProperties": {"^a": {"type": "integer"}}, "unevaluatedProperties": false, "properties": {"c": true}}"#,
            true,
        ),
        (r#"{"properties": {"l": {"uniqueItems": true, "maxItems": 1, "items": {"type": "integer"}}}}"#, true),
        (r#"{"properties": {"l": {"minItems": 2}}}"#, false),
        (r#"{"properties": {"l": {"contains": {"type": "string"}}}}"#, false),
    ];
    for (schema, fine) in around {
        for value in cleared {
            let form = read(&format!(r#"{{"a": {value}, "c": 1, "l": [1, {value}, {value}]}}"#));
            let form =
                if schema.contains("Properties\": 0") || schema.contains("unevaluated") || schema.contains("minP") {
                    read(&format!(r#"{{"a": {value}}}"#))
                } else {
                    form
                };
            let checked = Schema::new(&read(schema)).unwrap().check_form(&form);
            assert_eq!(checked.all().is_empty(), fine, "{schema} {value} {checked:?}");
        }
    }
    // A value that the schema lists is given.
    for listed in [r#"{"enum": ["", null]}"#, r#"{"const": null}"#, r#"{"type": ["string", "null"]}"#] {
        let schema = Schema::new(&read(&format!(r#"{{"required": ["a"], "properties": {{"a": {listed}}}}}"#))).unwrap();
        assert!(schema.check_form(&read(r#"{"a": null}"#)).all().is_empty(), "{listed}");
    }
}

/// Remarks name the field and the item, and say what a field may be in the words of the form.
#[test]
fn a_remark_names_field_and_item() {
    let read = |text: &str| parse_json(text.as_bytes()).unwrap();
    let schema = r#"{"properties": {
        "ds": {"title": "Danh sách thành viên", "type": "array", "items": {"title": "Thành viên", "required": ["ten"],
            "properties": {"ten": {"title": "Tên"}, "tuoi": {"title": "Tuổi", "maximum": 9}}}},
        "l": {"title": "Ngành nghề", "items": {"properties": {"x": {"maximum": 9}}}},
        "m": {"items": {"items": {"type": "integer"}}},
        "gioi": {"title": "Giới tính", "oneOf": [{"const": "nam", "title": "Nam"}, {"const": "nu", "title": "Nữ"}]},
        "so": {"title": "Số", "pattern": "^\\d{3}\\.\\d{2}$", "description": "Ghi như 001.02"},
        "ngay": {"title": "Ngày", "format": "date"}, "ngay2": {"format": "date"}}}"#;
    let schema = Schema::new(&read(schema)).unwrap();
    let form = r#"{"ds": [{"ten": "A"}, {"tuoi": 10}], "l": [{}, {"x": 10}], "m": [[1], [1, "a"]], "gioi": "khac",
        "so": "1", "ngay": "2026-02-30", "ngay2": "30/02/2026"}"#;
    let checked = schema.check_form(&read(form));
    let mut said: Vec<_> = checked.all().iter().map(|found| (found.pointer.clone(), found.text().vi)).collect();
    said.sort();
    let wanted = [
        ("/ds/1", "Thành viên thứ 2: thiếu «Tên»"),
        ("/ds/1/tuoi", "Thành viên thứ 2, Tuổi: không được quá 9"),
        ("/gioi", "Giới tính: phải là một trong: Nam, Nữ"),
        ("/l/1/x", "Ngành nghề, mục thứ 2: không được quá 9"),
        ("/m/1/1", "mục thứ 2, mục thứ 2: sai kiểu, cần số nguyên"),
        ("/ngay", "Ngày: không có ngày này trong lịch"),
        ("/ngay2", "không phải ngày dạng yyyy-MM-dd"),
        ("/so", "Số: không đúng dạng yêu cầu"),
    ];
    assert_eq!(said, wanted.map(|(pointer, text)| (pointer.to_owned(), text.to_owned())));
    assert!(
        checked
            .violations
            .iter()
            .any(|found| found.description.as_ref().is_some_and(|said| said.vi == "Ghi như 001.02"))
    );
}

#[test]
fn work_is_bounded() {
    // Sixteen doublings of a reference: 65,536 looks at one value; thirty would be given up.
    let chain = |count: usize| {
        let parts: Vec<_> = (0..count)
            .map(|at| {
                format!(
                    r##""p{at}": {{"allOf": [{{"$ref": "#/$defs/p{n}"}}, {{"$ref": "#/$defs/p{n}"}}]}}"##,
                    n = at + 1
                )
            })
            .collect();
        format!(r##"{{"$ref": "#/$defs/p0", "$defs": {{{}, "p{count}": {{"type": "null"}}}}}}"##, parts.join(","))
    };
    let check = |count: usize| {
        let schema = Schema::new(&parse_json(chain(count).as_bytes()).unwrap()).unwrap();
        schema.check(&parse_json(b"null").unwrap())
    };
    assert!(!check(10).given_up);
    assert!(check(30).given_up);
}

#[test]
fn circles_and_strangers_are_refused() {
    for bad in [
        r##"{"$ref": "#"}"##,
        r##"{"$ref": "#/$defs/a", "$defs": {"a": {"allOf": [{"$ref": "#"}]}}}"##,
        r##"{"$ref": "#/$defs/b"}"##,
        r#"{"anyOf": []}"#,
        r#"{"minLenght": 1}"#,
        r#"{"multipleOf": 0}"#,
        r#"{"format": "hostname"}"#,
        r#"{"$schema": "http://json-schema.org/draft-07/schema#"}"#,
        r#"{"properties": {"a": {"$id": "b"}}}"#,
        r#"{"patternProperties": {"(?=a)": true}}"#,
    ] {
        assert!(Schema::new(&parse_json(bad.as_bytes()).unwrap()).is_err(), "{bad}");
    }
}

#[test]
fn each_keyword_tells_its_place() {
    let schema = r##"{"properties": {"a": {"anyOf": [{"type": "integer"}, {"maxLength": 1}]},
        "b": {"oneOf": [{"minimum": 1}, {"maximum": 3}]}, "c": {"not": {"const": 0}},
        "l": {"prefixItems": [{"type": "string"}], "items": {"type": "integer"}, "contains": {"const": 7}},
        "m": {"contains": {"const": 7}, "minContains": 2, "maxContains": 2}},
        "patternProperties": {"^x": {"type": "null"}}, "additionalProperties": false,
        "dependentRequired": {"a": ["d"]}, "propertyNames": {"maxLength": 2}}"##;
    let data = r#"{"a": "xx", "b": 2, "c": 0, "l": [1, "a"], "m": [7], "x": 1, "yyy": 1}"#;
    let mut reported = found(schema, data);
    reported.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    let wanted = [
        ("additionalProperties", ""),
        ("dependentRequired", ""),
        ("propertyNames", ""),
        ("anyOf", "/a"),
        ("oneOf", "/b"),
        ("not", "/c"),
        ("contains", "/l"),
        ("type", "/l/0"),
        ("type", "/l/1"),
        ("minContains", "/m"),
        ("type", "/x"),
    ];
    assert_eq!(reported, wanted.map(|(keyword, pointer)| (keyword, pointer.to_owned())));
    let open = r##"{"allOf": [{"properties": {"a": true}}], "anyOf": [{"required": ["b"], "properties": {"b": true}}, true],
        "unevaluatedProperties": false}"##;
    assert_eq!(found(open, r#"{"a": 1, "b": 1, "c": 1}"#), [("unevaluatedProperties", String::new())]);
    let items = r#"{"prefixItems": [true], "contains": {"type": "string"}, "unevaluatedItems": false}"#;
    assert_eq!(found(items, r#"[1, "a", 2]"#), [("unevaluatedItems", "/2".to_owned())]);
}

#[test]
fn what_stands_twice_is_found_among_many() {
    let list =
        |extra: &str| format!("[{}{extra}]", (0..20_000).map(|i| format!("{{\"a\": {i}}},")).collect::<String>());
    let schema = r#"{"uniqueItems": true}"#;
    assert!(found(schema, &list("1")).is_empty());
    assert_eq!(found(schema, &list(r#"{"a": 19000}"#)), [("uniqueItems", String::new())]);
    assert_eq!(found(schema, r#"[1, true, {"a": 1, "b": [2]}, {"b": [2], "a": 1.0}]"#).len(), 1);
    assert!(found(schema, r#"[1, true, 0, false, null, "", "1", [], {}, [[]], 0.5]"#).is_empty());
}

#[test]
fn long_ways_are_refused_or_given_up() {
    let chain = |count: usize| {
        let parts: Vec<_> = (0..count).map(|at| format!(r##""p{at}": {{"$ref": "#/$defs/p{}"}}"##, at + 1)).collect();
        let text = format!(r##"{{"$ref": "#/$defs/p0", "$defs": {{{}, "p{count}": {{}}}}}}"##, parts.join(","));
        Schema::new(&parse_json(text.as_bytes()).unwrap())
    };
    assert!(chain(60).is_ok());
    assert_eq!(chain(70).unwrap_err().iter().next().unwrap().code(), crate::base::error::Code::BadSchema);
    assert!(chain(4_900).is_err());
    // Fifty levels of the document, each through four references.
    let deep = r##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/c"},
        "c": {"$ref": "#/$defs/d"}, "d": {"items": {"$ref": "#/$defs/a"}}}}"##;
    let schema = Schema::new(&parse_json(deep.as_bytes()).unwrap()).unwrap();
    let nested = |depth: usize| parse_json(format!("{}{}", "[".repeat(depth), "]".repeat(depth)).as_bytes()).unwrap();
    assert!(!schema.check(&nested(30)).given_up);
    assert!(schema.check(&nested(60)).given_up);
    let doubled = r##"{"required": ["a", "b"], "properties": {"a": {"$ref": "#"}, "b": {"$ref": "#"}}}"##;
    let schema = Schema::new(&parse_json(doubled.as_bytes()).unwrap()).unwrap();
    assert!(schema.progress(None).1 < 10_000);
}

#[test]
fn a_schema_says_what_is_missing_and_refuses_what_it_does_not_know() {
    let schema = Schema::new(&parse_json(br#"{"type": "object", "required": ["ten"]}"#).unwrap()).unwrap();
    let checked = schema.check(&parse_json(b"{}").unwrap());
    assert_eq!(checked.violations[0].keyword, "required");
    assert!(Schema::new(&parse_json(br#"{"minLenght": 1}"#).unwrap()).is_err());
}
