//! Tests of `headings`.

use super::*;

fn chosen(headings: &[&str]) -> Vec<(String, String)> {
    let choice = choose(headings, &EventColumns::default(), &CaseColumns::default());
    choice.fields.iter().map(|(field, column)| (field.name(), headings[*column].to_owned())).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn usual_headings_are_known() {
    assert_eq!(plain("Ngày hẹn trả_KQ"), "ngayhentrakq");
    assert_eq!(plain("ĐƠN VỊ"), "donvi");
    assert_eq!(
        chosen(&["Mã hồ sơ", "Bước xử lý", "Thời gian", "Cán bộ", "Đơn vị", "Ngày hẹn trả", "Trạng thái"]),
        pairs(&[
            ("events.case_id", "Mã hồ sơ"),
            ("events.at", "Thời gian"),
            ("events.step", "Bước xử lý"),
            ("events.actor", "Cán bộ"),
            ("events.unit", "Đơn vị"),
            ("cases.due_recorded", "Ngày hẹn trả"),
        ])
    );
    assert_eq!(
        chosen(&["case:concept:name", "concept:name", "time:timestamp", "org:resource", "case:channel"]),
        pairs(&[
            ("events.case_id", "case:concept:name"),
            ("events.at", "time:timestamp"),
            ("events.step", "concept:name"),
            ("events.actor", "org:resource"),
            ("cases.channel", "case:channel"),
        ])
    );
    assert_eq!(
        chosen(&["Case ID", "Activity", "Resource", "Start Timestamp", "Complete Timestamp", "EventID"]).len(),
        5
    );
}

#[test]
fn a_register_of_cases_is_known_too() {
    assert_eq!(
        chosen(&["Mã hồ sơ", "Ngày tiếp nhận", "Đơn vị", "Trạng thái"]),
        pairs(&[
            ("events.case_id", "Mã hồ sơ"),
            ("cases.unit", "Đơn vị"),
            ("cases.accepted", "Ngày tiếp nhận"),
            ("cases.status", "Trạng thái"),
        ])
    );
}

#[test]
fn a_declared_column_that_is_not_there() {
    let events = EventColumns { at: Some("Thoi giam".into()), ..EventColumns::default() };
    let choice = choose(&["Mã hồ sơ", "Thời gian"], &events, &CaseColumns::default());
    assert_eq!(choice.faults[0].help().unwrap().en, "did you mean `Thời gian`?");
}
