//! Tests of `headings`.

use super::*;

fn of(headings: &[&str]) -> Vec<Heading> {
    headings.iter().map(|heading| Heading::of(&[heading])).collect()
}

fn chosen(headings: &[&str]) -> Vec<(String, String)> {
    let choice = choose(&of(headings), &Mapping::default());
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
    let mut mapping = Mapping::default();
    mapping.events = events;
    let choice = choose(&of(&["Mã hồ sơ", "Thời gian"]), &mapping);
    assert_eq!(choice.faults[0].1.help().unwrap().en, "did you mean `Thời gian`?");
}

#[test]
fn headings_of_several_rows() {
    let headings = [
        Heading::of(&["Mã hồ sơ", ""]),
        Heading::of(&["Ngày", "tiếp nhận"]),
        Heading::of(&["Thời gian", "Ngày hẹn trả"]),
        Heading::of(&["Trạng thái (hiện tại)"]),
    ];
    let fields = choose(&headings, &Mapping::default()).fields;
    let names: Vec<_> = fields.iter().map(|(field, column)| (field.name(), *column)).collect();
    let expected = [("events.case_id", 0), ("cases.accepted", 1), ("cases.due_recorded", 2), ("cases.status", 3)];
    assert_eq!(names, expected.map(|(name, column)| (name.to_owned(), column)));
    assert!(headings.iter().all(Heading::is_vietnamese));
    assert!(!Heading::of(&["case_id"]).is_vietnamese() && !Heading::of(&["handled"]).is_usual());
}
