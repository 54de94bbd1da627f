//! Forms of a small office that uses the shipped ones.

use crate::Office;
use crate::base::value::parse_json;
use serde_json::Value;

const OFFICE: &str = r#"
namro: 1
id: a
title: {vi: UBND phường Một, en: Ward One}
include: [vn.forms]
calendar: office
calendars: {office: {base: vn.calendar, zone: "+07:00", weeks: [{days: {mon-fri: ["08:00-12:00", "13:30-17:30"]}}]}}
units: {ub: {title: {vi: UBND phường Một, en: Ward One}}}
positions: {can-bo: {title: {vi: Cán bộ, en: Officer}, roles: [can-bo], standing: head}}
procedures:
  "1.001":
    title: {vi: Cấp giấy, en: Licence}
    limit: {statutory: 7 ngày làm việc, supplement: {times: 1, window: 2 ngày làm việc, then: refuse}, source: {text: 217/2026/NĐ-CP, article: "54"}}
    components:
      - {id: don, title: {vi: Đơn, en: Application}, form: [original, electronic], signed: hand, source: {text: 217/2026/NĐ-CP, article: "56"}}
      - {id: ban-ve, title: {vi: Bản vẽ, en: Drawings}, source: {text: 217/2026/NĐ-CP, article: "56"}}
    form: {type: object, required: [ten, tang], properties: {ten: {type: string, title: {vi: Họ và tên, en: Name}}, dienThoai: {type: string}, tang: {type: integer, minimum: 1}}}
    rules:
      - {id: tang, check: "d.tang <= 7", at: /tang, stage: desk, message: {vi: Quá 7 tầng, en: More than 7 floors}, remedy: {vi: Sửa số tầng, en: Mend the floors}, source: {text: 217/2026/NĐ-CP, article: "56"}}
    fee: [{title: {vi: Lệ phí, en: Fee}, amount: 75000}]
    filer: {name: /ten, phone: /dienThoai}
    workflow: cap-giay
workflows:
  cap-giay:
    steps:
      tiep-nhan: {title: {vi: Tiếp nhận, en: Receive}, role: can-bo, budget: 4 giờ làm việc, next: tham-dinh}
      tham-dinh: {title: {vi: Thẩm định, en: Appraise}, role: can-bo, budget: 2 ngày làm việc, next: {one_of: [{to: bo-sung, when: "has(d.thieu) && d.thieu"}, {to: ky, else: true}]}}
      bo-sung: {waits_for: citizen, clock: suspend, next: tham-dinh}
      ky: {title: {vi: Ký, en: Sign}, role: can-bo, budget: 4 giờ làm việc, next: end}
"#;

const STAFF: &str = r#"{"people": [{"id": "o1", "unit": "ub", "position": "can-bo"}]}"#;

fn office() -> Office {
    let office = Office::load(&[("a.yaml", OFFICE)]).unwrap_or_else(|faults| panic!("{faults}"));
    office.with_staff(STAFF).unwrap_or_else(|faults| panic!("{faults}"))
}

fn ask(request: &str) -> Value {
    let office = office();
    serde_json::from_str(&office.call("letter", request).unwrap_or_else(|faults| panic!("{faults}"))).unwrap()
}

fn refused(request: &str) -> String {
    office().call("letter", request).unwrap_err().iter().map(|fault| fault.code().to_string()).collect()
}

fn field(form: &Value, id: &str) -> Vec<String> {
    let fields = form["fields"].as_array().unwrap();
    let found = fields.iter().find(|field| field["id"] == id).unwrap_or_else(|| panic!("{id} in {form}"));
    found["lines"].as_array().unwrap().iter().map(|line| line["vi"].as_str().unwrap().to_owned()).collect()
}

fn codes(form: &Value) -> Vec<&str> {
    form["remarks"].as_array().unwrap().iter().map(|remark| remark["code"].as_str().unwrap()).collect()
}

const COMPLETE: &str = r#""dossier": {"procedure": "1.001", "channel": "online", "form": {"ten": "Hộ A", "dienThoai": "0912345678", "tang": 3},
    "components": [{"id": "ban-ve"}, {"id": "don", "signed": "electronic"}]}"#;
const WANTING: &str = r#""dossier": {"procedure": "1.001", "form": {"tang": 9}, "components": [{"id": "ban-ve"}]}"#;

#[test]
fn the_receipt_carries_the_promise() {
    let form = ask(&format!(
        r#"{{"letter": "receipt", "at": "2026-08-24T09:15:00+07:00", "code": "H26.19-260824-0001", {COMPLETE}}}"#
    ));
    assert_eq!((form["number"].as_str(), form["day"]["vi"].as_str()), (Some("01"), Some("ngày 24 tháng 8 năm 2026")));
    assert_eq!(field(&form, "ma-ho-so"), ["H26.19-260824-0001"]);
    assert_eq!(field(&form, "nguoi-nop"), ["Hộ A"]);
    assert_eq!(field(&form, "thanh-phan"), ["Đơn (1 bản điện tử)", "Bản vẽ (1 bản điện tử)"]);
    assert_eq!(field(&form, "thoi-han"), ["7 ngày làm việc"]);
    assert_eq!(field(&form, "nhan-luc"), ["09 giờ 15 phút, ngày 24 tháng 8 năm 2026"]);
    assert_eq!(field(&form, "hen-tra"), ["17 giờ 30 phút, ngày 07 tháng 9 năm 2026"]);
    assert_eq!(field(&form, "phi"), ["Lệ phí: 75.000 đồng"]);
    assert_eq!(field(&form, "noi-tra"), Vec::<String>::new());
    assert_eq!((form["blank"].as_array().unwrap().len(), codes(&form).len()), (0, 0));
    // The applicant is unknown, which the form must report.
    let form = ask(&format!(r#"{{"letter": "receipt", "at": "2026-08-24T09:15:00+07:00", {WANTING}}}"#));
    assert_eq!(form["blank"], serde_json::json!(["ma-ho-so", "nguoi-nop"]));
    assert_eq!(codes(&form), ["not_ready"]);
}

#[test]
fn one_request_names_every_gap() {
    let form = ask(&format!(r#"{{"letter": "supplement", "at": "2026-08-27T09:00:00+07:00", {WANTING}}}"#));
    assert_eq!(
        field(&form, "can-bo-sung"),
        ["Thiếu thành phần hồ sơ: Đơn. Nộp bản chính hoặc bản điện tử", "thiếu «Họ và tên»", "Quá 7 tầng. Sửa số tầng"]
    );
    assert_eq!(field(&form, "can-cu"), ["Điều 56, 217/2026/NĐ-CP"]);
    // Two working days, over the holiday of 2 September.
    assert_eq!(field(&form, "han-bo-sung"), ["17 giờ 30 phút, ngày 03 tháng 9 năm 2026"]);
    assert_eq!(field(&form, "qua-han"), ["Từ chối giải quyết hồ sơ"]);
    assert_eq!(codes(&form), Vec::<&str>::new());
    let whole = format!(r#"{{"letter": "supplement", "at": "2026-08-27T09:00:00+07:00", {COMPLETE}}}"#);
    assert_eq!(refused(&whole), "nothing_to_supplement");
}

fn events(list: &[(&str, &str, &str, &str)]) -> String {
    let event = |(at, act, step, data): &(&str, &str, &str, &str)| {
        let step = if step.is_empty() { "null".to_owned() } else { format!("\"{step}\"") };
        format!(
            r#"{{"case_id": "c1", "at": "{at}", "act": "{act}", "step": {step}, "actor": {{"kind": "person", "id": "o1"}}, "data": {data}}}"#
        )
    };
    list.iter().map(event).collect::<Vec<_>>().join(", ")
}

const ACCEPTED: [(&str, &str, &str, &str); 4] = [
    ("2026-08-24T08:00:00+07:00", "receive", "", r#"{"procedure": "1.001"}"#),
    ("2026-08-24T09:00:00+07:00", "accept", "", "{}"),
    ("2026-08-24T10:00:00+07:00", "complete", "tiep-nhan", "{}"),
    ("2026-08-27T09:00:00+07:00", "complete", "tham-dinh", r#"{"thieu": true}"#),
];

#[test]
fn a_second_request_is_held_against_the_office() {
    let events = events(&ACCEPTED);
    let form = ask(&format!(
        r#"{{"letter": "supplement", "at": "2026-08-28T09:00:00+07:00", "events": [{events}], {WANTING}}}"#
    ));
    assert_eq!(codes(&form), ["supplement_again"]);
    assert_eq!(field(&form, "ma-ho-so"), ["c1"]);
}

#[test]
fn a_dossier_is_not_stopped_while_the_citizen_may_answer() {
    let events = events(&ACCEPTED);
    let stop = |at: &str| {
        ask(&format!(r#"{{"letter": "stop", "at": "{at}", "reason": "Không bổ sung", "events": [{events}]}}"#))
    };
    assert_eq!(codes(&stop("2026-09-03T09:00:00+07:00")), ["window_open"]);
    let form = stop("2026-09-04T08:00:00+07:00");
    assert_eq!((codes(&form), form["number"].as_str()), (Vec::new(), Some("05")));
    assert_eq!(field(&form, "noi-dung"), ["Cấp giấy"]);
}

#[test]
fn the_control_slip_notes_every_hand_over() {
    let events = events(&ACCEPTED);
    let form = ask(&format!(r#"{{"letter": "control", "at": "2026-08-28T09:00:00+07:00", "events": [{events}]}}"#));
    let rows = form["table"]["rows"].as_array().unwrap();
    let cell = |row: usize, column: &str| {
        let at = form["table"]["columns"].as_array().unwrap().iter().position(|name| name == column).unwrap();
        rows[row][at]["vi"].as_str().unwrap_or("").to_owned()
    };
    assert_eq!(rows.len(), 3);
    assert_eq!((cell(0, "buoc"), cell(0, "ket-qua")), ("Tiếp nhận".into(), "Đúng hạn".into()));
    // Two working days from the morning of the 24th end on the morning of the 26th.
    assert_eq!((cell(1, "buoc"), cell(1, "ket-qua")), ("Thẩm định".into(), "Quá hạn".into()));
    assert_eq!((cell(2, "buoc"), cell(2, "xong")), ("bo-sung".into(), String::new()));
    assert_eq!(field(&form, "hen-tra"), ["17 giờ 30 phút, ngày 07 tháng 9 năm 2026"]);
    assert_eq!(
        refused(
            r#"{"letter": "control", "at": "2026-08-28T09:00:00+07:00", "events": [{"case_id": "c", "at": "2026-08-24T08:00:00+07:00", "act": "sign"}]}"#
        ),
        "event_refused"
    );
}

#[test]
fn an_apology_gives_one_new_date() {
    let mut list = ACCEPTED[..3].to_vec();
    let again = |form: &str, list: &[(&str, &str, &str, &str)], at: &str| {
        ask(&format!(
            r#"{{"letter": "{form}", "at": "{at}", "reason": "Chờ xác minh", "new_due": "2026-09-10T17:00:00+07:00", "events": [{}]}}"#,
            events(list)
        ))
    };
    let form = again("apology", &list, "2026-09-04T09:00:00+07:00");
    assert_eq!(codes(&form), Vec::<&str>::new());
    assert_eq!(form["title"]["vi"], "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết");
    assert_eq!(field(&form, "hen-tra"), ["17 giờ 30 phút, ngày 07 tháng 9 năm 2026"]);
    assert_eq!(field(&form, "hen-lai"), ["17 giờ 00 phút, ngày 10 tháng 9 năm 2026"]);
    assert_eq!(codes(&again("apology", &list, "2026-09-08T09:00:00+07:00")), ["apology_late"]);
    list.push(("2026-09-04T09:00:00+07:00", "apologise", "", r#"{"reason": "Chờ xác minh", "until": "2026-09-10"}"#));
    assert_eq!(codes(&again("apology", &list, "2026-09-04T09:00:00+07:00")), Vec::<&str>::new());
    assert_eq!(codes(&again("apology", &list, "2026-09-09T09:00:00+07:00")), ["reappointed_again", "apology_late"]);
    // A new date that has passed, or that is no later than the first one.
    for at in ["2026-09-03T09:00:00+07:00", "2026-09-07T17:30:00+07:00", "2026-09-04T10:00:00+07:00"] {
        let form = ask(&format!(
            r#"{{"letter": "apology", "at": "2026-09-04T10:00:00+07:00", "new_due": "{at}", "events": [{}]}}"#,
            events(&ACCEPTED[..3])
        ));
        assert_eq!(codes(&form), ["new_date_past"], "{at}");
    }
}

#[test]
fn the_forms_are_those_of_the_day() {
    let number = |kind: &str, at: &str| {
        ask(&format!(r#"{{"letter": "{kind}", "at": "{at}T09:00:00+07:00"}}"#))["number"].clone()
    };
    assert_eq!((number("control", "2025-09-14"), number("control", "2025-09-15")), ("05".into(), "06".into()));
    assert_eq!((number("register", "2019-01-07"), number("register", "2026-01-05")), ("06".into(), "07".into()));
    assert_eq!(refused(r#"{"letter": "stop", "at": "2025-09-14T09:00:00+07:00"}"#), "not_in_force");
}

#[test]
fn the_book_lists_and_judges_every_case() {
    let row = |id: &str, finished: &str| {
        format!(
            r#"{{"case_id": "{id}", "procedure": "1.001", "received": "2026-08-24T08:00:00+07:00", "accepted": "2026-08-24T09:00:00+07:00"{finished}}}"#
        )
    };
    let rows = [
        row("c1", r#", "finished": "2026-09-01T09:00:00+07:00""#),
        row("c2", r#", "finished": "2026-09-08T09:00:00+07:00""#),
        row("c3", ""),
    ];
    let form =
        ask(&format!(r#"{{"letter": "register", "at": "2026-09-10T09:00:00+07:00", "cases": [{}]}}"#, rows.join(",")));
    let outcome = |row: &Value| row[9]["vi"].as_str().unwrap_or("").to_owned();
    let found: Vec<_> = form["table"]["rows"].as_array().unwrap().iter().map(outcome).collect();
    assert_eq!(found, ["Trước hạn", "Quá hạn", ""]);
    assert_eq!(field(&form, "co-quan"), ["UBND phường Một"]);
}

#[test]
fn a_refusal_without_a_reason_is_unfinished() {
    let form =
        ask(&format!(r#"{{"letter": "refusal", "at": "2026-08-24T09:00:00+07:00", "officer": "o1", {COMPLETE}}}"#));
    assert_eq!(form["blank"], serde_json::json!(["ly-do"]));
    assert!(parse_json(form.to_string().as_bytes()).is_ok());
}
