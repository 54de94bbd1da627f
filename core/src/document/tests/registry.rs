use super::*;
use crate::base::value::parse_json;

fn documents(list: &str) -> Vec<Document> {
    crate::base::shape::read(&parse_json(list.as_bytes()).unwrap()).unwrap()
}

fn one(symbol: &str, day: &str, rest: &str) -> String {
    format!(r#"{{"direction": "outgoing", "organ": "H26", "symbol": "{symbol}", "issued": "{day}"{rest}}}"#)
}

fn list(all: &[String]) -> Registry {
    look_over(&documents(&format!("[{}]", all.join(","))), &Zone::vietnam())
}

fn codes(registry: &Registry) -> Vec<(&str, &str)> {
    registry.remarks.iter().map(|remark| (remark.code.as_str(), remark.pointer.as_str())).collect()
}

#[test]
fn the_same_document_twice() {
    let all = [
        one("1/QĐ-UBND", "2026-01-08", ""),
        one("02/QĐ-UBND", "2026-01-08", ""),
        one("01/QĐ-UBND", "2026-01-08", ""),
        one("01/QĐ-UBND", "2026-01-09", ""),
        one("01/QyĐ-UBND", "2026-01-08", ""),
    ];
    assert_eq!(list(&all).duplicates, [[0, 2]]);
}

/// A document's only relation to another.
fn to(kind: &str, symbol: &str) -> String {
    format!(r#", "relations": [{{"kind": "{kind}", "symbol": "{symbol}"}}]"#)
}

#[test]
fn what_became_of_each() {
    let all = [
        one("01/QĐ-UBND", "2026-01-08", ""),
        one("02/QĐ-UBND", "2026-02-08", &to("amends", "01/QĐ-UBND")),
        one("03/QĐ-UBND", "2026-03-08", &to("replaces", "01/QĐ-UBND")),
        one("04/UBND-VP", "2026-03-09", &to("corrects", "03/QĐ-UBND")),
        one("05/UBND-VP", "2026-03-10", &to("recalls", "02/QĐ-UBND")),
    ];
    let registry = list(&all);
    let states: Vec<_> = registry.states.iter().map(|state| (state.standing, state.by.as_slice())).collect();
    let expected: [(DocumentStanding, &[u32]); 5] = [
        (DocumentStanding::Replaced, &[1, 2]),
        (DocumentStanding::Recalled, &[4]),
        (DocumentStanding::InForce, &[3]),
        (DocumentStanding::InForce, &[]),
        (DocumentStanding::InForce, &[]),
    ];
    assert_eq!(states, expected);
    assert_eq!(codes(&registry), []);
}

#[test]
fn relations_that_do_not_hold() {
    let all = [
        one("01/QĐ-UBND", "2026-02-08", ""),
        one("02/UBND-VP", "2026-02-09", &to("amends", "01/QĐ-UBND")),
        one("03/QĐ-UBND", "2026-02-10", &to("corrects", "01/QĐ-UBND")),
        one("04/QĐ-UBND", "2026-01-01", &to("replaces", "01/QĐ-UBND")),
        one("05/QĐ-UBND", "2026-03-01", &to("replaces", "99/QĐ-UBND")),
    ];
    assert_eq!(
        codes(&list(&all)),
        [
            ("relation_form", "/1/relations/0"),
            ("relation_letter", "/2/relations/0"),
            ("relation_date", "/3/relations/0"),
            ("relation_unknown", "/4/relations/0"),
        ]
    );
}

#[test]
fn which_answers_which() {
    let incoming = |number: u32, wants: bool| {
        format!(
            r#"{{"direction": "incoming", "organ": "BTC", "symbol": "{number}/BTC-CST", "issued": "2026-01-05",
                "wants_answer": {wants}, "register": "den", "number": {number}}}"#
        )
    };
    let reply =
        r#", "relations": [{"kind": "answers", "symbol": "1/BTC-CST", "organ": "btc", "issued": "2026-01-05"}]"#;
    let all = [incoming(1, true), incoming(2, true), incoming(3, false), one("07/UBND-VP", "2026-01-08", reply)];
    let registry = list(&all);
    let found: Vec<_> =
        registry.states.iter().map(|state| (state.answered_by.as_slice(), state.awaits_answer)).collect();
    let expected: [(&[u32], bool); 4] = [(&[3], false), (&[], true), (&[], false), (&[], false)];
    assert_eq!(found, expected);
}

#[test]
fn numbers_are_those_of_the_symbol_or_of_the_register() {
    let all = [
        one("01/QĐ-UBND", "2026-01-08", r#", "register": "di""#),
        one("03/QĐ-UBND", "2026-01-09", r#", "register": "di""#),
        r#"{"direction": "incoming", "organ": "B", "symbol": "900/B-C", "issued": "2026-01-08", "register": "den", "number": 1}"#
            .to_owned(),
        r#"{"direction": "incoming", "organ": "B", "symbol": "901/B-C", "issued": "2026-01-08", "register": "den"}"#.to_owned(),
    ];
    // The day begins at UTC+7: 00:30 on New Year's Day is in the new year.
    let new_year = one("01/QĐ-UBND", "2027-01-01", r#", "register": "di", "done": {"number": "2026-12-31T17:30:00Z"}"#);
    let registry = list(&[&all[..], &[new_year]].concat());
    assert_eq!(codes(&registry), [("register_number", "/3"), ("register_gap", "/1")]);
}
