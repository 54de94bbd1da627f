use super::*;
use crate::base::error::Faults;
use crate::base::shape::Cursor;
use crate::base::time::Date;
use crate::base::value::parse_json;
use crate::rule::Stage;

const SPEC: &str = r#"{
    "title": {"vi": "Đăng ký thành lập công ty TNHH hai thành viên trở lên"},
    "limit": {"statutory": "3 ngày làm việc", "committed": "2 ngày làm việc",
        "supplement": {"window": "60 ngày", "then": "void"}},
    "components": [
        {"id": "de-nghi", "title": "Giấy đề nghị", "original": 1, "signed": "electronic"},
        {"id": "giay-to", "title": "Giấy tờ cá nhân", "need": {"when": "d.thanhVien.exists(t, !has(t.soDinhDanh))"},
            "form": ["copy", "electronic"]},
        {"id": "chung-sinh", "title": "Giấy chứng sinh", "need": {"one_of": "sinh"}, "unless_data": "dan-cu"},
        {"id": "lam-chung", "title": "Văn bản làm chứng", "need": {"one_of": "sinh"}}],
    "form": {"type": "object", "required": ["ten", "vonDieuLe", "thanhVien"], "properties": {
        "ten": {"type": "string", "title": "Tên công ty"},
        "vonDieuLe": {"type": "integer", "minimum": 1},
        "thanhVien": {"type": "array", "minItems": 2, "maxItems": 50, "items": {"type": "object",
            "properties": {"vonGop": {"type": "integer"}, "soDinhDanh": {"type": "string", "pattern": "^\\d{12}$"}}}}}},
    "rules": [
        {"id": "gop-von-du", "after": ["von-duong"], "check": "d.thanhVien.sum(t, t.vonGop) == d.vonDieuLe",
            "at": "/vonDieuLe", "message": {"vi": "Tổng vốn góp phải bằng vốn điều lệ"},
            "source": {"text": "59/2020/QH14", "article": "47"}},
        {"id": "von-duong", "each": "d.thanhVien", "check": "item.vonGop > 0", "at": "/thanhVien/{i}/vonGop",
            "message": {"vi": "Thành viên thứ {n} phải góp vốn", "en": "Member {n} must contribute"}}],
    "fee": [{"title": "Phí công bố", "amount": 100000},
        {"title": "Lệ phí", "channel": "desk", "amount": 2000, "quantity": "size(d.thanhVien)",
            "tiers": [{"from": 3, "amount": 1000}], "cap": 4500}]
}"#;

fn procedure(text: &str) -> Result<Procedure, Faults> {
    let node = parse_json(text.as_bytes()).unwrap();
    let mut faults = Faults::new();
    let procedure = Procedure::read(&"2.001199".into(), &Cursor::root(&node, None), &mut faults);
    faults.into_result(procedure)
}

fn dossier(text: &str) -> Dossier {
    crate::base::shape::read(&parse_json(text.as_bytes()).unwrap()).unwrap()
}

fn verdict(text: &str) -> Verdict {
    let context = Context { stage: Stage::Filing, at: Date::parse("2026-01-08").unwrap(), calendar: None };
    check(&procedure(SPEC).unwrap(), &dossier(text), &context)
}

fn summary_of(verdict: &Verdict) -> Vec<String> {
    verdict.remarks.iter().map(|remark| format!("{} {}", remark.code, remark.pointer)).collect()
}

#[test]
fn a_complete_dossier_is_ready() {
    let verdict = verdict(
        r#"{"procedure": "2.001199", "channel": "online", "data": {"dan-cu": "answered"},
        "components": [{"id": "de-nghi", "signed": "electronic"}],
        "form": {"ten": "A", "vonDieuLe": 3, "thanhVien": [{"vonGop": 1, "soDinhDanh": "001090000001"},
            {"vonGop": 2, "soDinhDanh": "001190000001"}]}}"#,
    );
    assert_eq!(summary_of(&verdict), Vec::<String>::new());
    assert!(verdict.ready);
    assert_eq!(verdict.by_data.len(), 1);
    assert_eq!(verdict.progress, Progress { filled: 5, required: 5 });
}

#[test]
fn remarks_are_ordered_and_gathered() {
    let bad = r#"{"procedure": "2.001199", "components": [{"id": "de-nghi", "form": "copy"}], "data": {"dan-cu": "down"},
        "form": {"ten": 1, "vonDieuLe": 5, "thanhVien": [{"vonGop": 0}, {"vonGop": -1, "soDinhDanh": "1"}]}}"#;
    let verdict = verdict(bad);
    assert_eq!(
        summary_of(&verdict),
        [
            "type /ten",
            "pattern /thanhVien/1/soDinhDanh",
            "component_original /components/0",
            "component_missing /components",
            "component_missing /components",
            "rule /thanhVien/0/vonGop",
            "rule /thanhVien/1/vonGop",
            "rule /vonDieuLe",
        ]
    );
    assert_eq!(verdict.remarks[0].text.vi, "Tên công ty: sai kiểu, cần chuỗi ký tự");
    assert_eq!(verdict.remarks[6].text.vi, "Thành viên thứ 2 phải góp vốn");
    assert!(verdict.remarks[4].remedy.as_ref().unwrap().vi.contains("không kết nối được"));
    let supplement = |earlier| supplement(&procedure(SPEC).unwrap(), &dossier(bad), &verdict, earlier);
    let request = supplement(0).unwrap();
    assert_eq!((request.components.len(), request.form.len(), request.allowed), (3, 5, true));
    assert!(!supplement(1).unwrap().allowed);
}

#[test]
fn an_empty_form_is_pending() {
    let verdict = verdict(r#"{"procedure": "2.001199"}"#);
    assert!(!verdict.ready);
    assert_eq!(
        verdict.pending.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        ["giay-to", "von-duong", "gop-von-du"]
    );
    assert_eq!(verdict.progress, Progress { filled: 0, required: 5 });
}

#[test]
fn fees_follow_channel_and_tiers() {
    let dossier = dossier(r#"{"procedure": "2.001199", "channel": "desk", "form": {"thanhVien": [{}, {}, {}]}}"#);
    let lines = fees(&procedure(SPEC).unwrap(), &dossier, Date::parse("2026-01-08").unwrap());
    assert_eq!(lines.iter().map(|line| line.amount.unwrap()).collect::<Vec<_>>(), [100_000, 4_500]);
}

#[test]
fn fees_depend_on_filing_and_papers_too() {
    let spec = r#"{"title": "P", "components": [{"id": "don", "title": "Đơn", "need": "optional"}],
        "form": {"type": "object", "properties": {"trang": {"type": "integer"}}},
        "fee": [{"title": "Bưu chính", "amount": 100, "when": "filing.channel == 'post'"},
            {"title": "Có đơn", "amount": 10, "when": "has(components.don)"},
            {"title": "Trang", "amount": 5, "quantity": "d.trang", "tiers": [{"from": 10, "amount": 1}, {"from": 3, "amount": 2}]}]}"#;
    let amounts = |text: &str| {
        let lines = fees(&procedure(spec).unwrap(), &dossier(text), Date::parse("2026-01-08").unwrap());
        lines.iter().map(|line| line.amount.unwrap()).collect::<Vec<_>>()
    };
    let by_post =
        r#"{"procedure": "2.001199", "channel": "post", "components": [{"id": "don"}], "form": {"trang": 12}}"#;
    // Two pages at 5, seven at 2, three at 1.
    assert_eq!(amounts(by_post), [100, 10, 27]);
    assert_eq!(amounts(r#"{"procedure": "2.001199", "channel": "desk", "form": {"trang": 1}}"#), [5]);
}

#[test]
fn a_faulty_procedure_reports_all_faults_at_once() {
    let text = SPEC
        .replace("t.vonGop) ==", "t.vonGopp) ==")
        .replace("item.vonGop > 0", "item.vonGop >")
        .replace("\"minItems\"", "\"minItem\"")
        .replace("\"von-duong\"]", "\"von-dung\"]");
    let faults = procedure(&text).unwrap_err();
    let codes: Vec<_> = faults.iter().map(|fault| fault.code().as_str()).collect();
    assert_eq!(codes, ["unsupported_keyword", "unknown_reference", "bad_expression", "unknown_reference"]);
    let hints: Vec<_> = faults.iter().filter_map(|fault| fault.help()).map(|help| help.en).collect();
    assert!(hints.contains(&"did you mean `vonGop`?".to_owned()), "{hints:?}");
}

#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
#[test]
fn shipped_procedures_keep_their_examples() {
    let root = "namro: 1\nid: test\ntitle: Thử\ninclude: [vn.procedures]\n";
    let office = crate::Office::load(&[("test.yaml", root)]).unwrap_or_else(|faults| panic!("{faults}"));
    let examples =
        office.rulebook().procedures().flat_map(|(_, versions)| versions.iter()).map(|one| one.spec().examples.len());
    let count: usize = examples.sum();
    office.rulebook().run_examples().unwrap_or_else(|faults| panic!("{faults}"));
    assert!(office.rulebook().procedures().count() >= 12 && count >= 40, "{count}");
}

mod edits {
    use super::*;
    use crate::base::value::Node;
    use crate::rule::schema::Schema;
    use proptest::prelude::*;

    /// Values that fit the form of the tests, and values that do not.
    fn member() -> impl Strategy<Value = String> {
        let number = prop_oneof![Just("\"x\"".to_owned()), (-2i64..5).prop_map(|value| value.to_string())];
        let id = prop_oneof![Just(""), Just(r#", "soDinhDanh": "1""#), Just(r#", "soDinhDanh": "001090000001""#)];
        (number, id).prop_map(|(number, id)| format!(r#"{{"vonGop": {number}{id}}}"#))
    }

    fn form() -> impl Strategy<Value = [String; 3]> {
        let name = prop_oneof![Just("\"A\"".to_owned()), Just("1".to_owned()), Just("null".to_owned())];
        let capital = (-1i64..9).prop_map(|value| value.to_string());
        let members = proptest::collection::vec(member(), 0..4).prop_map(|all| format!("[{}]", all.join(",")));
        (name, capital, members).prop_map(|(name, capital, members)| [name, capital, members])
    }

    fn filed([name, capital, members]: &[String; 3]) -> Dossier {
        dossier(&format!(
            r#"{{"procedure": "2.001199", "form": {{"ten": {name}, "vonDieuLe": {capital}, "thanhVien": {members}}}}}"#
        ))
    }

    proptest! {
        /// An incremental check gives the same verdict as a full check.
        #[test]
        fn an_edit_gives_the_full_verdict(before in form(), after in form(), which in 0usize..3) {
            let procedure = procedure(SPEC).unwrap();
            let context = Context { stage: Stage::Filing, at: Date::parse("2026-01-08").unwrap(), calendar: None };
            let mut session = Session::new(procedure.clone());
            session.check(&filed(&before), &context);
            let mut edited = before.clone();
            edited[which].clone_from(&after[which]);
            let pointer = ["/ten", "/vonDieuLe", "/thanhVien"][which];
            let again = session.recheck(&filed(&edited), &context, &[pointer]);
            prop_assert_eq!(again, check(&procedure, &filed(&edited), &context));
        }
    }

    #[test]
    fn an_edit_of_one_item_keeps_the_others() {
        let node = |text: &str| parse_json(text.as_bytes()).unwrap();
        let schema: Node = node(
            r##"{"properties": {"l": {"items": {"$ref": "#/$defs/i"}, "uniqueItems": true}},
            "$defs": {"i": {"required": ["a"], "properties": {"a": {"type": "integer"}}}}}"##,
        );
        let schema = Schema::new(&schema).unwrap();
        let before = schema.check_form(&node(r#"{"l": [{"a": "x"}, {"a": "y"}, {}]}"#));
        let edited = node(r#"{"l": [{"a": "x"}, {"a": "x"}, {}]}"#);
        assert_eq!(schema.recheck(&edited, "/l/1/a", &before), schema.check_form(&edited));
        let edited = node(r#"{"l": [{"a": 1}, {"a": "y"}, {}]}"#);
        assert_eq!(schema.recheck(&edited, "/l/0/a", &before), schema.check_form(&edited));
    }
}

#[test]
fn a_dossier_fails_a_rule() {
    let spec = r#"{"title": "Thành lập công ty", "form": {"type": "object", "required": ["von"]},
        "rules": [{"id": "von", "check": "d.von > 0", "message": "Vốn phải lớn hơn 0"}]}"#;
    let spec = parse_json(spec.as_bytes()).unwrap();
    let mut faults = crate::Faults::new();
    let procedure =
        Procedure::read(&"2.001199".into(), &crate::base::shape::Cursor::root(&spec, None), &mut faults).unwrap();
    let dossier = parse_json(r#"{"procedure": "2.001199", "form": {"von": 0}}"#.as_bytes()).unwrap();
    let dossier: Dossier = crate::base::shape::read(&dossier).unwrap();
    let at = Date::parse("2026-01-08").unwrap();
    let verdict = check(&procedure, &dossier, &Context { stage: Stage::Filing, at, calendar: None });
    assert!(!verdict.ready && verdict.failed("von"));
}

#[test]
fn a_session_looks_again_at_what_was_edited() {
    let spec = r#"{"title": "A", "form": {}, "rules": [{"id": "von", "check": "d.von > 0", "message": "M"}]}"#;
    let spec = parse_json(spec.as_bytes()).unwrap();
    let mut faults = crate::Faults::new();
    let procedure =
        Procedure::read(&"1.000001".into(), &crate::base::shape::Cursor::root(&spec, None), &mut faults).unwrap();
    let read = |text: &str| -> Dossier { crate::base::shape::read(&parse_json(text.as_bytes()).unwrap()).unwrap() };
    let context = Context { stage: Stage::Filing, at: Date::parse("2026-01-08").unwrap(), calendar: None };
    let mut session = Session::new(procedure);
    assert!(!session.check(&read(r#"{"procedure": "1.000001", "form": {"von": 0}}"#), &context).ready);
    let edited = read(r#"{"procedure": "1.000001", "form": {"von": 1}}"#);
    assert!(session.recheck(&edited, &context, &["/von"]).ready);
}
