//! A rulebook with planted faults: all of them in one run, each at its place, and nothing else.

use crate::base::error::{Code, Faults};
use crate::{Language, Office};
use std::collections::BTreeSet;

const TEXTS: [(&str, &str); 3] = [
    ("office.yaml", include_str!("planted/office.yaml")),
    ("nation.yaml", include_str!("planted/nation.yaml")),
    ("province.json", include_str!("planted/province.json")),
];

/// An office over its province: faults of amounts, keywords, layers and words of other languages.
const LAYERED: [(&str, &str); 2] =
    [("agency.yaml", include_str!("planted/agency.yaml")), ("layer.yaml", include_str!("planted/layer.yaml"))];

/// JSON has no comments: its faults are listed here.
const OF_JSON: [(usize, &str); 9] = [
    (4, "unknown_reference"),
    (5, "wrong_type"),
    (7, "unknown_field"),
    (7, "missing_field"),
    (9, "bad_limit"),
    (10, "syntax"),
    (11, "bad_expression"),
    (12, "duplicate_key"),
    (12, "syntax"),
];

type Reported = (String, usize, String);

fn planted(texts: &[(&str, &str)]) -> Vec<Reported> {
    let mut expected = Vec::new();
    for (file, text) in texts {
        for (index, line) in text.lines().enumerate().skip(1) {
            let codes = line.split_once("#!").map_or("", |(_, codes)| codes);
            expected.extend(codes.split_whitespace().map(|code| ((*file).to_owned(), index + 1, code.to_owned())));
        }
    }
    if texts.iter().any(|(file, _)| *file == "province.json") {
        expected.extend(OF_JSON.map(|(line, code)| ("province.json".to_owned(), line, code.to_owned())));
    }
    expected.sort();
    expected
}

fn found(faults: &Faults) -> Vec<Reported> {
    let place = |fault: &crate::Error| {
        let place = fault.place();
        let line = usize::try_from(place.line.unwrap_or_default()).unwrap();
        (place.file.as_deref().unwrap_or_default().to_owned(), line, fault.code().to_string())
    };
    let mut reported: Vec<_> = faults.iter().map(place).collect();
    reported.sort();
    reported
}

fn all_and_no_others(texts: &[(&str, &str)], least: usize, kinds: usize) {
    let faults = Office::load(texts).unwrap_err();
    let (planted, found) = (planted(texts), found(&faults));
    let lines = |reported: &[Reported], without: &[Reported]| {
        let mut rest = without.to_vec();
        let missing = reported.iter().filter(|one| match rest.iter().position(|other| other == *one) {
            Some(at) => {
                rest.remove(at);
                false
            }
            None => true,
        });
        missing.map(|one| format!("{one:?}")).collect::<Vec<_>>().join("\n  ")
    };
    assert!(
        planted == found,
        "not reported:\n  {}\nreported, but not planted:\n  {}\n{faults}",
        lines(&planted, &found),
        lines(&found, &planted)
    );
    assert!(planted.len() >= least, "{}", planted.len());
    let codes: BTreeSet<_> = faults.iter().map(crate::Error::code).collect();
    assert!(codes.len() >= kinds, "{} kinds", codes.len());
}

#[test]
fn all_planted_faults_and_no_others() {
    all_and_no_others(&TEXTS, 90, 40);
    all_and_no_others(&LAYERED, 75, 20);
}

#[test]
fn each_has_a_place_a_help_and_both_languages() {
    let faults = Office::load(&TEXTS).unwrap_err();
    let layered = Office::load(&LAYERED).unwrap_err();
    for fault in faults.iter().chain(layered.iter()) {
        let place = fault.place();
        assert!(place.column.is_some(), "{fault}");
        let of_reading =
            [Code::Syntax, Code::Typography, Code::DuplicateKey, Code::UnquotedText, Code::AmbiguousNumber];
        let read = of_reading.contains(&fault.code());
        assert!(
            read || place.pointer.as_deref().is_some_and(|pointer| pointer.starts_with('/') || pointer.is_empty()),
            "{fault}"
        );
        let text = fault.text();
        assert!(!text.vi.is_empty() && text.vi != text.en, "{fault}");
        let quoted = fault.code() == Code::BadPattern || text.vi.contains("{vi");
        assert!(!text.vi.contains('{') || quoted, "{}", text.vi);
        assert!(
            !["while", "the ", " is ", "calendar", "expected"].iter().any(|word| text.vi.contains(word))
                || text.vi.contains("vn.calender"),
            "{}",
            text.vi
        );
        assert!(fault.line(Language::Vi).contains(&text.vi));
    }
    let hints: Vec<_> = faults.iter().filter_map(|fault| fault.help()).map(|help| help.en).collect();
    for name in
        ["planted.nation", "office", "calendar", "so", "giam-doc", "lanh-dao", "tham-dinh", "nhom", "tot", "title"]
    {
        assert!(hints.contains(&format!("did you mean `{name}`?")), "{name}: {hints:#?}");
    }
}

#[test]
fn a_staff_table_reports_all_its_faults_too() {
    let text =
        "namro: 1\nid: a\ntitle: A\nunits: {so: {title: Sở}}\npositions: {cv: {title: Chuyên viên, roles: [cv]}}\n";
    let office = Office::load(&[("a.yaml", text)]).unwrap();
    let staff = r#"{"people": [{"id": "o1", "unit": "soo", "position": "cv"}, {"id": "o2", "unit": "so", "position": "cvv"},
        {"id": "o3", "unit": "so", "position": "cv", "emploiment": "contract"}]}"#;
    let faults = office.with_staff(staff).unwrap_err();
    let codes: Vec<_> = faults.iter().map(crate::Error::code).collect();
    assert_eq!(codes, [Code::UnknownReference, Code::UnknownReference, Code::UnknownField], "{faults}");
}

#[test]
fn a_line_that_cannot_be_read_hides_no_other_fault() {
    let text = "namro: 1\nid: hard\ntitle: Khó\nprocedures:\n  p:\n    title: \"Thiếu nháy đóng\n    \
        limit: {statutory: 3 ngay}\n  q:\n    title: Hai\n    rules:\n      - id: a\n        \
        check: d.x > 0 && d.y: 1\n        message: M\n     - id: b\n    limit: {statutory: 4 ngay}\nunits:\n  \
        vp: {title: 'Văn phòng, parent: so}\n  so: {title: Sở, parent: khong-co}\n";
    let faults = Office::load(&[("hard.yaml", text)]).unwrap_err();
    let reported: Vec<_> = faults.iter().map(|fault| (fault.place().line.unwrap(), fault.code())).collect();
    for expected in [(6, Code::Syntax), (12, Code::Syntax), (15, Code::BadLimit), (18, Code::UnknownReference)] {
        assert!(reported.contains(&expected), "{expected:?} {reported:?}");
    }
    assert!(!reported.contains(&(5, Code::MissingField)), "{reported:?}");
}

#[test]
fn keywords_without_effect_are_refused() {
    let field = "{type: [integer, 'null'], maxLength: 3, then: true, maxContains: 1, title: {vi: A}}";
    let names = "minimum: {type: string}, b: {type: [string, integer], minimum: 1, maxLength: 3}";
    let text = format!(
        "namro: 1\nid: a\ntitle: A\nprocedures:\n  p:\n    title: P\n    form:\n      type: object\n      properties:\n        \
         a: {field}\n        {names}\n"
    );
    let text = text.replace(", b: {", "\n        b: {");
    let faults = Office::load(&[("a.yaml", text.as_str())]).unwrap_err();
    let mut reported: Vec<_> = faults
        .iter()
        .map(|fault| (fault.code(), fault.place().line.unwrap(), fault.place().pointer.clone().unwrap()))
        .collect();
    reported.sort();
    let of = |key: &str| (Code::WithoutEffect, 10, format!("/procedures/p/form/properties/a/{key}"));
    assert_eq!(reported, ["maxContains", "maxLength", "then"].map(of));
}

/// What reads well but cannot be meant is pointed out, and applied as it is written.
#[test]
fn parts_that_cannot_be_meant_are_pointed_out() {
    let text = r#"{"namro": 1, "id": "a", "title": "A", "positions": {"cv": {"title": "C", "roles": ["cv"]}},
"units": {"xa": {"title": "X"}}, "procedures": {"p": {"title": "P", "form": {},
 "limit": {"statutory": "3 ngày làm việc", "shares": {"xa": "1 ngày làm việc", "tinh": "1 ngày làm việc"}},
 "components": [{"id": "c", "title": "C", "need": {"when": "d.b == d.b"}}],
 "rules": [{"id": "r", "check": "d.a > 1 && d.a < 1", "message": "M"},
 {"id": "s", "when": "d.a > 1", "check": "false", "message": "M"},
 {"id": "t", "when": "d.a == d.a", "check": "d.a > 1", "message": "M"}]}},
"workflows": {"w": {"title": "W", "steps": {
 "a": {"role": "cv", "next": "b"},
 "b": {"next": "c"},
 "c": {"waits_for": "citizen", "next": "end"}}}}}"#;
    let office = Office::load(&[("a.json", text)]).unwrap_or_else(|faults| panic!("{faults}"));
    let idle = office.rulebook().idle();
    let reported: Vec<_> = idle.iter().map(|fault| (fault.code(), fault.place().line.unwrap())).collect();
    let constant = |line| (Code::ConstantCondition, line);
    assert_eq!(
        reported,
        [constant(5), constant(7), constant(4), (Code::UnknownReference, 3), (Code::StepWithoutRole, 10)]
    );
    // Without positions, the office above declares them, and with them who does what.
    let alone = text.replace(r#""positions": {"cv": {"title": "C", "roles": ["cv"]}},"#, "");
    let office = Office::load(&[("a.json", &alone)]).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(office.rulebook().idle().iter().all(|fault| fault.code() != Code::StepWithoutRole));
    for id in crate::rulebook::shipped::ids() {
        assert_eq!(Office::shipped(id).unwrap().describe(&Default::default()).idle, [""; 0], "{id}");
    }
}

/// Notices and failing examples are reported although other parts have faults.
#[test]
fn a_review_goes_on_beside_faults() {
    let text = r#"{"namro": 1, "id": "a", "title": "A", "include": ["vn.calendar"], "procedures": {
"p": {"title": "P", "limit": {"statutory": "2 ngày làm việc"},
  "examples": [{"accepted": "2026-10-05T09:00:00+07:00", "last_day": "2026-10-09"}]},
"q": {"title": "Q", "form": {}, "rules": [{"id": "r", "check": "d.a > 1", "message": "M"}]},
"s": {"titel": "S"}}}"#;
    let (faults, notices) = crate::Rulebook::review(&[("a.json", text)]);
    let of =
        |faults: &Faults| faults.iter().map(|fault| (fault.code(), fault.place().line.unwrap())).collect::<Vec<_>>();
    let faults = of(&faults);
    assert!(faults.contains(&(Code::ExampleFailed, 3)) && faults.contains(&(Code::UnknownField, 5)), "{faults:?}");
    assert_eq!(of(&notices), [(Code::NoSource, 4)]);
}

/// A field that the form cannot have, however it is reached, is reported where the rule reads it.
#[test]
fn a_rule_on_a_field_that_cannot_exist_is_refused() {
    let book = |form: &str, check: &str| {
        let form = if form.is_empty() { String::new() } else { format!("\"form\": {form}, ") };
        let text = format!(
            r#"{{"namro": 1, "id": "a", "title": "A", "procedures": {{"p": {{"title": "P", {form}
"rules": [{{"id": "r", "check": "{check}", "message": "M"}}]}}}}}}"#
        );
        match Office::load(&[("a.json", &text)]) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().map(|fault| (fault.code(), fault.place().line.unwrap())).collect::<Vec<_>>(),
        }
    };
    let items = r#"{"properties": {"l": {"type": "array", "items": {"type": "object", "properties": {"x": {"type": "integer"}}}}}}"#;
    let prefix = r#"{"properties": {"l": {"prefixItems": [{"properties": {"x": true}}]}}}"#;
    let nested = r#"{"allOf": [{"properties": {"a": true}}], "if": {"properties": {"b": true}}, "then": {"properties": {"c": true}}}"#;
    let closed = r#"{"additionalProperties": false}"#;
    let reference =
        r##"{"properties": {"l": {"items": {"$ref": "#/$defs/t"}}}, "$defs": {"t": {"properties": {"x": true}}}}"##;
    let refused = [
        (items, "d.l[0].y == 1"),
        (items, "d.l[0].y.z == 1"),
        (prefix, "d.l[0].y == 1"),
        (reference, "d.l[3].y == 1"),
        (nested, "d.d == 1"),
        (closed, "d.a == 1"),
        ("", "d.a > 1"),
        ("", "d.l.exists(t, t.x > 1)"),
    ];
    for (form, check) in refused {
        assert_eq!(book(form, check), [(Code::UnknownReference, 2)], "{form} {check}");
    }
    let open = r#"{"properties": {"a": true}, "additionalProperties": {"type": "integer"}}"#;
    let known = [
        (items, "d.l[0].x == 1"),
        (prefix, "d.l[0].x == 1"),
        (reference, "d.l[3].x == 1"),
        (nested, "d.a == d.c"),
        (open, "d.b == 1"),
        ("{}", "d.a == 1"),
        ("", "today > '2026-01-01'"),
    ];
    for (form, check) in known {
        assert_eq!(book(form, check), [], "{form} {check}");
    }
}

/// Every text that people read, and no other: a pattern may well look for such a character.
#[test]
fn characters_that_nobody_sees_are_refused_in_texts() {
    let book = |title: &str, note: &str, pattern: &str| {
        let text = format!(
            r#"{{"namro": 1, "id": "a", "title": "{title}", "procedures": {{"p": {{"title": "P",
"form": {{"properties": {{"a": {{"title": "{note}", "pattern": "{pattern}"}}}}}}}}}}}}"#
        );
        Office::load(&[("a.json", &text)]).is_ok()
    };
    assert!(book("A\u{200d}✍\u{fe0f}", "B", "[\u{200b}\u{202e}]"));
    for char in ["\u{202e}", "\u{200b}", "\u{2066}", "\u{feff}", "\u{ad}", "\\u0000", "\\u0007"] {
        assert!(!book(&format!("A{char}B"), "B", "a"), "{char:?}");
        assert!(!book("A", &format!("A{char}B"), "a"), "{char:?}");
    }
}

#[test]
fn rules_without_a_source_are_reported_and_applied() {
    let text = "namro: 1\nid: a\ntitle: A\nprocedures:\n  \"1.000001\":\n    title: P\n    rules:\n      - {id: r, check: today > '2026-01-01', message: M}\n      \
        - {id: s, check: today > '2026-01-02', message: M, source: {text: quy định nội bộ, confidence: unsure}}\n";
    let office = Office::load(&[("a.yaml", text)]).unwrap();
    let faults = office.rulebook().unsourced();
    let reported: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().line.unwrap())).collect();
    assert_eq!(reported, [(Code::NoSource, 8)]);
    assert_eq!(office.describe(&Default::default()).unsourced, ["/procedures/1.000001/rules/0"]);
    for id in crate::rulebook::shipped::ids() {
        assert_eq!(Office::shipped(id).unwrap().describe(&Default::default()).unsourced, [""; 0], "{id}");
    }
}

#[test]
fn a_text_that_nobody_includes_is_named() {
    let text = |id: &str, include: &str| format!("namro: 1\nid: {id}\ntitle: A\ninclude: [{include}]\n");
    let [a, b, c] = [text("a", "b"), text("b", "vn.calendar"), text("c", "b")];
    let texts = [("a.yaml", a.as_str()), ("b.yaml", b.as_str()), ("c.yaml", c.as_str())];
    assert_eq!(crate::rulebook::gather::not_included(&texts), [2]);
    assert_eq!(crate::rulebook::gather::not_included(&[("a.yaml", "["), ("b.yaml", &b)]), [0; 0]);
}

/// What follows from a line that cannot be read, or from a version that is not there, is no fault of its own.
#[test]
fn consequences_are_not_reported() {
    let head = "namro: 1\nid: a\ntitle: A\n";
    let codes = |text: &str| {
        let faults = Office::load(&[("a.yaml", &format!("{head}{text}"))]).err().unwrap_or_default();
        faults.iter().map(|fault| (fault.code(), fault.place().line.unwrap())).collect::<Vec<_>>()
    };
    // The role that the lost position gives.
    let text = "positions:\n  a: {title: A, roles: [rx]}\n  b {title: B, roles: [ry]}\nworkflows:\n  w:\n    \
        steps: {s: {role: ry, next: t}, t: {role: rx, next: end}}\n";
    assert_eq!(codes(text), [(Code::Syntax, 6)]);
    // A version like one of another day takes nothing from there.
    let text = "procedures:\n  p:\n    - {in_force: {from: 2026-01-01}, title: P, components: [{id: c, title: C}]}\n    \
        - {like: 2026-01-02, in_force: {to: 2025-12-31}, components: {c: {count: 2}}}\n";
    assert_eq!(codes(text), [(Code::UnknownReference, 7)]);
    // A second document says nothing a second time.
    assert_eq!(codes("---\nnamro: 1\nid: b\ntitle: B\n"), [(Code::Syntax, 4)]);
    // What is misspelt where a workflow begins.
    assert_eq!(
        codes("workflows: {w: {start: aa, steps: {a: {next: b}, b: {next: end}}}}\n"),
        [(Code::UnknownReference, 4)]
    );
    // One fault of a version is one, however many are like it.
    let text = "procedures:\n  p:\n    - {in_force: {from: 2026-01-01}, title: P, tilte: P}\n    \
        - {like: 2026-01-01, in_force: {from: 2025-01-01, to: 2025-12-31}}\n    \
        - {like: 2026-01-01, in_force: {to: 2024-12-31}}\n";
    assert_eq!(codes(text), [(Code::UnknownField, 6)]);
}

/// A fault of who does a step hides none of how the steps hang together.
#[test]
fn faults_of_other_kinds_do_not_hide_each_other() {
    let text = "namro: 1\nid: a\ntitle: A\npositions: {p: {title: P, roles: [r]}}\nworkflows:\n  w:\n    steps:\n      \
        a: {role: rr, next: {all_of: [b, c]}}\n      b: {next: d}\n      c: {next: d}\n      d: {next: end}\n";
    let faults = Office::load(&[("a.yaml", text)]).unwrap_err();
    let codes: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().line.unwrap())).collect();
    assert!(codes.contains(&(Code::UnknownReference, 8)), "{codes:?}");
    assert!(codes.iter().any(|(code, _)| *code == Code::Unsound), "{codes:?}");
}

#[test]
fn only_existing_items_are_removed_or_changed_by_name() {
    let below = "namro: 1\nid: b\ntitle: B\nunits: {so: {title: S}}\nprocedures:\n  p:\n    title: P\n    components: [{id: don, title: D}]\n";
    let load = |text: &str| {
        let text = format!("namro: 1\nid: a\ntitle: A\ninclude: [b]\n{text}\n");
        let faults = Office::load(&[("a.yaml", &text), ("b.yaml", below)]).err().unwrap_or_default();
        faults.iter().map(|fault| (fault.code(), fault.help().map(|help| help.en))).collect::<Vec<_>>()
    };
    let meant = |name: &str| vec![(Code::UnknownReference, Some(format!("did you mean `{name}`?")))];
    assert_eq!(load("procedures: {p: {components: {donn: null}}}"), meant("don"));
    assert_eq!(load("procedures: {p: {components: {donn: {count: 2}}}}"), meant("don"));
    assert_eq!(load("units: {soo: null}"), meant("so"));
    assert_eq!(load("procedures: {pp: null}"), meant("p"));
    // A whole item is a new one, and a field that is set to nothing is none.
    assert_eq!(load("procedures: {p: {components: {anh: {title: Ảnh}}, unit: null}}"), []);
    let field = load("procedures: {p: {titel: null}}");
    assert_eq!(field, [(Code::UnknownField, Some("did you mean `title`?".to_owned()))]);
}
