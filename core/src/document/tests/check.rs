use super::*;
use crate::Office;
use crate::base::value::parse_json;

fn document(text: &str) -> Document {
    crate::base::shape::read(&parse_json(text.as_bytes()).unwrap()).unwrap()
}

fn codes(text: &str) -> Vec<String> {
    let at = Date::parse("2026-01-09").unwrap();
    let context = Context { at, zone: &Zone::vietnam(), holds: Secrecy::Ordinary, rules: None, staff: None };
    check(&document(text), &context).remarks.into_iter().map(|remark| remark.code).collect()
}

#[test]
fn a_sound_document_has_no_remarks() {
    let text = r#"{"direction": "outgoing", "organ": "H26", "symbol": "Số: 01/CT-UBND", "issued": "2026-01-08",
        "kind": "chi-thi", "subject": "Kỷ cương hành chính", "receivers": ["Các sở"],
        "signature": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "signer": {"standing": "head", "collective": true}}"#;
    assert_eq!(codes(text), Vec::<String>::new());
}

#[test]
fn faults_are_reported() {
    let text = r#"{"direction": "incoming", "organ": "H26", "symbol": "05/2025/QĐ-UBND", "issued": "2026-02-08",
        "secrecy": "secret", "signature": ["KT. CHỦ TỊCH"], "signer": {"standing": "head"}}"#;
    assert_eq!(codes(text), ["secrecy", "symbol_year", "date_future", "subject", "signature"]);
    let text = r#"{"direction": "incoming", "organ": "H26", "symbol": "05/DA-UBND", "issued": "2026-01-08",
        "kind": "de-an", "subject": "x"}"#;
    assert_eq!(codes(text), ["symbol_kind"]);
}

const OFFICE: &str = r#"{"namro": 1, "id": "a", "title": "A",
    "units": {"ub": {"title": "UBND", "collective": true, "head": "ct"},
              "vp": {"title": "Văn phòng", "parent": "ub", "head": "cvp"}},
    "positions": {"ct": {"title": "Chủ tịch", "roles": ["lanh-dao"], "standing": "head"},
                  "pct": {"title": "Phó Chủ tịch", "roles": ["lanh-dao"], "standing": "deputy"},
                  "cvp": {"title": "Chánh Văn phòng", "roles": ["vp"], "standing": "head", "signs": ["cong-van"]},
                  "pcvp": {"title": "Phó Chánh Văn phòng", "roles": ["vp"], "standing": "deputy"}},
    "documents": {
        "order": {"so": {"first": "register", "then": "hand_on", "source": {"text": "30/2020/NĐ-CP"}}},
        "registers": {"den": {"title": "Sổ văn bản đến", "direction": "incoming"},
                      "mat": {"title": "Sổ văn bản mật", "secret": true}}}}"#;
const STAFF: &str = r#"{"people": [{"id": "o1", "unit": "ub", "position": "ct"}, {"id": "o2", "unit": "ub", "position": "pct"},
    {"id": "o3", "unit": "vp", "position": "cvp"}, {"id": "o4", "unit": "vp", "position": "pcvp"}],
    "delegations": [{"giver": "o1", "receiver": "o4", "roles": ["lanh-dao"], "valid_from": "2026-02-01",
        "valid_to": "2026-02-28", "paper": "05/GUQ-UBND"}]}"#;

fn found(text: &str) -> Vec<(String, Option<String>)> {
    let office = Office::load(&[("a.json", OFFICE)]).unwrap().with_staff(STAFF).unwrap();
    let verdict = office.check_document(&document(text), Date::parse("2026-03-01").unwrap());
    verdict.remarks.into_iter().map(|remark| (remark.code, remark.remedy.map(|text| text.en))).collect()
}

#[test]
fn signatures_are_checked_against_the_staff() {
    let signed = |officer: &str, symbol: &str, day: &str, lines: &str| {
        found(&format!(
            r#"{{"direction": "outgoing", "organ": "UBND", "symbol": "{symbol}", "issued": "{day}", "subject": "x",
                "receivers": ["y"], "signed_by": "{officer}", "signature": [{lines}]}}"#
        ))
    };
    let fine: [(&str, &str, &str, &str); 6] = [
        ("o1", "01/QĐ-UBND", "2026-01-08", r#""TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH""#),
        ("o2", "01/QĐ-UBND", "2026-01-08", r#""TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH""#),
        ("o3", "01/UBND-VP", "2026-01-08", r#""TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG""#),
        ("o4", "01/UBND-VP", "2026-01-08", r#""TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG""#),
        ("o4", "01/QĐ-UBND", "2026-02-01", r#""TUQ. CHỦ TỊCH""#),
        ("o4", "01/QĐ-UBND", "2026-02-28", r#""TUQ. CHỦ TỊCH""#),
    ];
    for (officer, symbol, day, lines) in fine {
        assert_eq!(signed(officer, symbol, day, lines), [], "{officer} {symbol}");
    }
    let wrong = |officer, symbol, day, lines| signed(officer, symbol, day, lines).remove(0);
    let expected = |code: &str, remedy: Option<&str>| (code.to_owned(), remedy.map(str::to_owned));
    assert_eq!(
        wrong("o2", "01/QĐ-UBND", "2026-01-08", r#""CHỦ TỊCH""#),
        expected("signature", Some("Write «TM.», «KT.»"))
    );
    // The work rules let the head of the office sign official letters by order, but not decisions.
    assert_eq!(wrong("o3", "01/QĐ-UBND", "2026-01-08", r#""TL. CHỦ TỊCH""#), expected("signature", None));
    // The authorisation ended on the previous day.
    assert_eq!(wrong("o4", "01/QĐ-UBND", "2026-03-01", r#""TUQ. CHỦ TỊCH""#), expected("signature", None));
    assert_eq!(wrong("o9", "01/QĐ-UBND", "2026-01-08", ""), expected("signer_unknown", None));
}

#[test]
fn registers_and_order() {
    let text = |rest: &str| {
        found(&format!(
            r#"{{"direction": "incoming", "organ": "B", "symbol": "02/QĐ-B", "issued": "2026-01-08", "subject": "x", {rest}}}"#
        ))
    };
    let codes = |rest: &str| text(rest).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert_eq!(codes(r#""register": "den", "number": 7"#), Vec::<String>::new());
    assert_eq!(codes(r#""register": "di""#), ["register_unknown"]);
    assert_eq!(text(r#""register": "mat""#), [("register_wrong".to_owned(), Some("Register it in: den".to_owned()))]);
    let (early, late) = ("2026-01-08T08:00:00+07:00", "2026-01-08T09:00:00+07:00");
    let entered = r#""register": "den", "number": 7"#;
    let done = |at: &str| format!(r#""done": {{"register": "{at}", "hand_on": "{early}"}}"#);
    assert_eq!(codes(&format!("{entered}, {}", done(early))), Vec::<String>::new());
    assert_eq!(codes(&format!("{entered}, {}", done(late))), ["milestone_order"]);
    assert_eq!(codes(&done(early)), ["register_missing"]);
    assert_eq!(codes(&format!(r#""register": "den", {}"#, done(early))), ["number_missing"]);
    assert_eq!(codes(&format!(r#""done": {{"hand_on": "{early}"}}"#)), ["milestone_missing"]);
}

#[test]
fn a_symbol_is_held_against_kind_and_spelling() {
    let text = r#"{"direction": "incoming", "organ": "H26", "symbol": "1/QD-UBND", "issued": "2026-01-08", "kind": "quyet-dinh",
        "subject": "Về việc công bố danh mục"}"#;
    let document: Document = crate::base::shape::read(&parse_json(text.as_bytes()).unwrap()).unwrap();
    let at = Date::parse("2026-01-09").unwrap();
    let zone = Zone::vietnam();
    let verdict = check(&document, &Context { at, zone: &zone, holds: Secrecy::Ordinary, rules: None, staff: None });
    let codes: Vec<_> = verdict.remarks.iter().map(|remark| remark.code.as_str()).collect();
    assert_eq!(codes, ["symbol_accent", "symbol_kind", "symbol_spelling"]);
}
