//! Tests of the form as data.

use crate::Office;
use crate::base::time::Date;
use crate::dossier::{FieldKind, FormDescription};
use crate::office::FormRequest;

const RULEBOOK: &str = r##"{"namro": 1, "id": "a", "title": "A", "procedures": {"1.000001": {"title": "P",
    "form": {"required": ["ten", "con"], "properties": {
        "ten": {"type": "string", "kind": "person_name", "maxLength": 60, "title": {"vi": "Họ và tên", "en": "Full name"},
            "description": {"vi": "Như trong căn cước", "en": "As in the card"}, "examples": ["Nguyễn Văn A"]},
        "von": {"type": "integer", "kind": "money", "minimum": 1, "maximum": 9},
        "loai": {"title": "Loại", "oneOf": [{"const": "a", "title": {"vi": "Một", "en": "One"}}, {"const": "b", "title": "Hai"}]},
        "con": {"type": "array", "minItems": 1, "title": "Con", "items": {"title": {"vi": "Người con", "en": "Child"},
            "required": ["ten"], "properties": {"ten": {"type": "string", "title": "Tên"}, "maSo": {"type": "string"},
                "noi": {"$ref": "#/$defs/noi", "title": "Nơi ở"}}}},
        "noi": {"$ref": "#/$defs/noi"}, "ghiChu": {"type": "string", "maxLength": 2000}},
        "$defs": {"noi": {"type": "object", "title": "Nơi", "required": ["xa"], "properties": {"xa": {"type": "string"}}}}},
    "layout": {"groups": [{"id": "dau", "title": "Đầu", "fields": ["/ten", "/von"]}],
        "shown": [{"fields": "/con/*/maSo", "each": "d.con", "when": "item.ten == 'B'", "source": {"text": "1/2020"}}]},
    "rules": [{"id": "can-ma", "each": "d.con", "when": "item.ten == 'B'", "check": "has(item.maSo)", "at": "/con/{i}/maSo", "message": "M"},
        {"id": "can-noi", "check": "has(d.noi.xa) && d.noi.xa != 'x'", "at": "/noi/xa", "message": "M"}],
    "components": [{"id": "to-khai", "title": "Tờ khai"}, {"id": "b", "title": "B", "need": {"one_of": "g", "when": "has(d.von)"}, "unless_data": "dan-cu"},
        {"id": "c", "title": "C", "need": {"one_of": "g"}}],
    "fee": [{"title": "Lệ phí", "channel": ["desk", "quay"], "amount": 5000, "when": "has(d.von)"}],
    "online": [{"level": "none"}]}}}"##;

fn form() -> FormDescription {
    let request = FormRequest { procedure: "1.000001".into(), on: Date::parse("2026-01-08").unwrap() };
    Office::load(&[("a.json", RULEBOOK)]).unwrap().form(&request).unwrap()
}

#[test]
fn every_field_is_in_one_group() {
    let form = form();
    let groups: Vec<_> =
        form.groups.iter().map(|group| (&*group.id, &*group.title.vi, group.fields.join(" "))).collect();
    let expected = [
        ("dau", "Đầu", "/ten /von"),
        ("general", "Thông tin chung", "/loai /ghiChu"),
        ("con", "Con", "/con /con/*/ten /con/*/maSo /con/*/noi/xa"),
        ("noi", "Nơi", "/noi/xa"),
    ];
    assert_eq!(groups, expected.map(|(id, title, fields)| (id, title, fields.to_owned())));
    assert_eq!(
        form.groups.iter().map(|group| group.list.as_deref()).collect::<Vec<_>>(),
        [None, None, Some("/con"), None]
    );
}

#[test]
fn a_field_says_what_it_is() {
    let form = form();
    let field = |pointer: &str| form.fields.iter().find(|field| field.pointer == pointer).unwrap();
    let name = field("/ten");
    assert_eq!((name.kind, name.required, name.most_length), (FieldKind::PersonName, true, Some(60)));
    assert_eq!(name.help.as_ref().unwrap().en, "As in the card");
    assert_eq!(name.example.as_ref().unwrap().vi, "Nguyễn Văn A");
    let money = field("/von");
    assert_eq!((money.kind, money.least.as_deref(), money.most.as_deref()), (FieldKind::Money, Some("1"), Some("9")));
    assert_eq!((money.input_mode.as_str(), money.required), ("numeric", false));
    let choices: Vec<_> = field("/loai")
        .choices
        .iter()
        .map(|choice| (choice.value.value.as_text().unwrap(), &*choice.title.en))
        .collect();
    assert_eq!(choices, [("a", "One"), ("b", "Hai")]);
    assert_eq!((field("/con").kind, &*field("/con").item.as_ref().unwrap().vi), (FieldKind::List, "Người con"));
    assert_eq!((field("/con").least.as_deref(), field("/con/*/ten").required), (Some("1"), true));
    assert_eq!(field("/ghiChu").kind, FieldKind::LongText);
    assert_eq!(&*field("/con/*/maSo").title.vi, "maSo");
}

#[test]
fn conditions_have_their_rule_and_source() {
    let form = form();
    let field = |pointer: &str| form.fields.iter().find(|field| field.pointer == pointer).unwrap();
    let code = field("/con/*/maSo");
    assert_eq!(code.needed[0].when.as_deref(), Some("item.ten == 'B'"));
    assert_eq!(code.needed[0].rule.as_ref().unwrap().as_str(), "can-ma");
    assert_eq!(code.shown[0].source[0].text, "1/2020");
    assert_eq!((field("/noi/xa").needed.len(), field("/noi/xa").needed[0].when.as_deref()), (1, None));
    assert!(field("/ten").needed.is_empty() && field("/ten").shown.is_empty());
}

#[test]
fn papers_fees_and_channels() {
    let form = form();
    let [_, second, third] = form.papers.as_slice() else { panic!("{:?}", form.papers) };
    assert_eq!((second.when.as_deref(), second.group.as_deref()), (Some("has(d.von)"), Some("g")));
    assert_eq!(
        (second.answered_by.as_deref(), third.group.as_deref(), third.when.as_deref()),
        (Some("dan-cu"), Some("g"), None)
    );
    assert_eq!((form.fees[0].amount, form.fees[0].when.as_deref()), (Some(5000), Some("has(d.von)")));
    let channels: Vec<_> = form.channels.iter().map(|channel| channel.value.value.as_text().unwrap()).collect();
    assert_eq!(channels, ["desk", "post", "quay"], "no online service");
}

#[test]
fn faults_of_layout_and_kind_are_at_their_place() {
    let layout = r#""layout": {"groups": [{"id": "a", "title": "A", "fields": ["/x", "/y"]}],
        "shown": [{"fields": "/l/*/z", "when": "d.q == 1"}, {"fields": "/x", "each": "d.l", "when": "item.k > 1"}]}"#;
    let form = r#"{"properties": {"x": {"type": "string", "kind": "money"}, "k": {"kind": "colour"},
        "l": {"type": "array", "items": {"properties": {"k": {"type": "integer"}}, "additionalProperties": false}}}, "additionalProperties": false}"#;
    let text = format!(
        r#"{{"namro": 1, "id": "a", "title": "A", "procedures": {{"1.000001": {{"title": "P", "form": {form}, {layout}}}}}}}"#
    );
    let faults = Office::load(&[("a.json", &text)]).unwrap_err();
    let mut found: Vec<_> =
        faults.iter().map(|fault| (fault.code().as_str(), fault.place().pointer.clone().unwrap())).collect();
    found.sort();
    let at = |rest: &str| format!("/procedures/1.000001/{rest}");
    let expected = [
        ("bad_schema", at("form/properties/x/kind")),
        ("unknown_reference", at("layout/groups/0/fields/1")),
        ("unknown_reference", at("layout/shown/0/fields")),
        ("unknown_reference", at("layout/shown/0/when")),
        ("unknown_term", at("form/properties/k/kind")),
    ];
    assert_eq!(found, expected);
}
