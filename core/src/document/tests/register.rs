//! Tests of `register`.

use super::*;

#[test]
fn each_year_begins_with_one() {
    let date = |text| Date::parse(text).unwrap();
    let entry = |number, day| Entry { register: "di".into(), number, date: date(day) };
    let lines = [entry(41, "2025-12-31"), entry(1, "2026-01-05"), entry(2, "2026-01-05")];
    assert_eq!(next_number(&lines, &"di".into(), date("2026-01-06")), 3);
    assert_eq!(next_number(&lines, &"di".into(), date("2027-01-04")), 1);
}

fn entry(number: u32, date: &str) -> Entry {
    Entry { register: "di".into(), number, date: Date::parse(date).unwrap() }
}

#[test]
fn gaps_doubles_and_order() {
    let lines = [
        entry(1, "2026-01-02"),
        entry(2, "2026-01-05"),
        entry(2, "2026-01-05"),
        entry(5, "2026-01-06"),
        entry(6, "2026-01-05"),
        entry(1, "2025-12-31"),
    ];
    let found: Vec<_> = audit(&lines).into_iter().map(|remark| (remark.code, remark.pointer)).collect();
    let expected = [("register_double", "/2"), ("register_gap", "/3"), ("register_order", "/4")];
    assert_eq!(found, expected.map(|(code, pointer)| (code.to_owned(), pointer.to_owned())));
}

#[test]
fn a_year_that_does_not_begin_with_one_has_a_gap() {
    let found = audit(&[entry(2, "2026-01-02")]);
    assert_eq!(found[0].text.en, "Register di leaves out number 01 in 2026");
}
