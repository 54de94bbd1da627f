use super::*;
use crate::base::error::Faults;
use crate::base::shape::Cursor;
use crate::base::time::Date;
use crate::base::value::parse_json;
use crate::rule::Stage;

const PAPERS: &str = r#"{
    "title": "Thủ tục",
    "components": [
        {"id": "don", "title": "Đơn", "form": ["original", "electronic"], "signed": "hand", "by": "Chủ hộ"},
        {"id": "ban-ve", "title": "Bản vẽ", "count": 2, "original": 1},
        {"id": "xac-nhan", "title": "Giấy xác nhận", "need": "optional", "form": "copy", "valid_months": 6},
        {"id": "the", "title": "Giấy tờ tùy thân", "form": "shown", "stage": "desk"},
        {"id": "cu", "title": "Sổ hộ khẩu", "need": {"one_of": "cu-tru"}, "in_force": {"to": "2022-12-31"}},
        {"id": "moi", "title": "Xác nhận cư trú", "need": {"one_of": "cu-tru"}, "unless_data": "dan-cu"}]
}"#;

fn papers(stage: Stage, rest: &str) -> Verdict {
    let node = parse_json(PAPERS.as_bytes()).unwrap();
    let mut faults = Faults::new();
    let procedure = Procedure::read(&"1.001".into(), &Cursor::root(&node, None), &mut faults).unwrap();
    let dossier = parse_json(format!(r#"{{"procedure": "1.001", {rest}}}"#).as_bytes()).unwrap();
    let context = Context { stage, at: Date::parse("2026-01-08").unwrap(), calendar: None };
    check(&procedure, &crate::base::shape::read(&dossier).unwrap(), &context)
}

fn summary_of(verdict: &Verdict) -> Vec<(&str, &str, Option<&str>)> {
    let line = |remark| -> (&str, &str, Option<&str>) {
        let remark: &crate::rule::Remark = remark;
        (&remark.code, &remark.pointer, remark.remedy.as_ref().map(|text| text.en.as_str()))
    };
    verdict.remarks.iter().map(line).collect()
}

#[test]
fn each_remark_on_a_paper_has_a_remedy() {
    let bad = r#""data": {"dan-cu": "answered"}, "components": [{"id": "don", "form": "original"},
        {"id": "ban-ve", "form": "copy"}, {"id": "xac-nhan", "form": "copy", "issued": "2025-07-07"}]"#;
    assert_eq!(
        summary_of(&papers(Stage::Filing, bad)),
        [
            ("component_signature", "/components/0", Some("To be signed by hand or digitally: Chủ hộ")),
            ("component_count", "/components/1", Some("Hand in 2")),
            ("component_original", "/components/1", Some("Hand in 1 in the original, or signed digitally")),
            ("component_expired", "/components/2", Some("Hand in one issued within the last 6 months")),
        ]
    );
    let wrong =
        r#""components": [{"id": "don", "form": "copy"}, {"id": "ban-ve", "count": 2, "signed": "electronic"}]"#;
    assert_eq!(
        summary_of(&papers(Stage::Filing, wrong)),
        [
            ("component_form", "/components/0", Some("Hand in the original or an electronic document")),
            ("component_missing", "/components", None),
        ]
    );
}

const FINE: &str = r#""data": {"dan-cu": "answered"}, "components": [{"id": "don", "form": "original", "signed": "hand"},
    {"id": "ban-ve", "count": 2, "signed": "electronic"}"#;

#[test]
fn papers_shown_at_the_desk_are_not_missing_before() {
    let verdict = papers(Stage::Filing, &format!("{FINE}]"));
    assert!(verdict.ready, "{:?}", summary_of(&verdict));
    assert_eq!((verdict.progress.filled, verdict.progress.required), (3, 3));
    let verdict = papers(Stage::Desk, &format!("{FINE}]"));
    assert_eq!(summary_of(&verdict), [("component_missing", "/components", Some("Hand in the original to be shown"))]);
    assert_eq!((verdict.remarks[0].stage, verdict.progress.filled, verdict.progress.required), (Stage::Desk, 3, 4));
    assert!(papers(Stage::Desk, &format!(r#"{FINE}, {{"id": "the", "form": "shown"}}]"#)).ready);
}

#[test]
fn validity_alternatives_and_unknown_papers() {
    // Six months to the day are the last day; the day after is too late.
    let dated = |day: &str| {
        papers(Stage::Filing, &format!(r#"{FINE}, {{"id": "xac-nhan", "form": "copy", "issued": "{day}"}}]"#))
    };
    assert!(!dated("2025-07-07").ready && dated("2025-07-08").ready);
    let undated = papers(Stage::Filing, &format!(r#"{FINE}, {{"id": "xac-nhan", "form": "copy"}}]"#));
    assert_eq!((undated.ready, undated.pending), (false, vec!["xac-nhan".into()]));
    // An alternative that is no longer required is not listed as missing.
    let missing = papers(Stage::Filing, &format!("{}]", FINE.replace("answered", "down")));
    assert_eq!(missing.remarks[0].text.vi, "Thiếu thành phần hồ sơ: Xác nhận cư trú");
    assert!(missing.remarks[0].remedy.as_ref().unwrap().en.contains("could not be reached"));
    let stranger = papers(Stage::Filing, &format!(r#"{FINE}, {{"id": "dơn"}}]"#));
    assert!(stranger.ready);
    assert_eq!(summary_of(&stranger), [("component_unknown", "/components/2", None)]);
}

const EARLY: &str = r#"{
    "title": "Thủ tục",
    "components": [
        {"id": "ban-sao", "title": "Bản sao", "need": {"one_of": "g"}},
        {"id": "xuat-trinh", "title": "Bản chính", "need": {"one_of": "g"}, "form": "shown", "stage": "desk", "unless_data": "dan-cu"}],
    "rules": [{"id": "r", "check": "filing.data.dat_dai != 'wrong'", "message": "M"}]
}"#;

fn early(stage: Stage, rest: &str) -> Verdict {
    let node = parse_json(EARLY.as_bytes()).unwrap();
    let mut faults = Faults::new();
    let procedure = Procedure::read(&"1.001".into(), &Cursor::root(&node, None), &mut faults).unwrap();
    let data = r#""data": {"dat_dai": "answered""#;
    let dossier = parse_json(format!(r#"{{"procedure": "1.001", {data}{rest}}}"#).as_bytes()).unwrap();
    let context = Context { stage, at: Date::parse("2026-01-08").unwrap(), calendar: None };
    check(&procedure, &crate::base::shape::read(&dossier).unwrap(), &context)
}

#[test]
fn an_alternative_of_a_later_stage_may_come_early() {
    for stage in [Stage::Filing, Stage::Desk] {
        let shown = early(stage, r#"}, "components": [{"id": "xuat-trinh", "form": "shown"}]"#);
        assert!(shown.ready, "{:?}", summary_of(&shown));
        assert_eq!((shown.progress.filled, shown.progress.required), (1, 1));
        let by_data = early(stage, r#", "dan-cu": "answered"}"#);
        assert_eq!((by_data.ready, by_data.by_data.len()), (true, 1));
        // The paper that counts is checked.
        let copied = early(stage, r#"}, "components": [{"id": "xuat-trinh", "form": "copy"}]"#);
        assert_eq!(summary_of(&copied)[0].0, "component_form");
        let neither = early(stage, "}");
        assert_eq!(neither.remarks[0].text.vi, "Thiếu thành phần hồ sơ: Bản sao hoặc Bản chính");
        assert_eq!(neither.remarks[0].stage, Stage::Filing);
    }
}

#[test]
fn a_database_that_nothing_asks_for_is_remarked_on() {
    let verdict = early(Stage::Filing, r#", "dancu": "answered", "a/b": "down"}, "components": [{"id": "ban-sao"}]"#);
    assert!(verdict.ready);
    assert_eq!(
        summary_of(&verdict),
        [("data_unknown", "/data/a~1b", None), ("data_unknown", "/data/dancu", Some("Is it `dan-cu`?"))]
    );
}
