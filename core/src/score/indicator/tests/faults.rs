//! What is wrong with an indicator or a kind of record is told at its line when the rulebook is compiled.

use crate::Rulebook;

/// The codes and pointers of the faults of a part of a rulebook.
fn faults(part: &str) -> Vec<(String, String)> {
    let text = format!("namro: 1\nid: t\ntitle: T\ninclude: [vn.calendar, vn.indicators]\n{part}");
    let found = Rulebook::load(&[("t.yaml", text.as_str())]).unwrap_err();
    let place = |fault: &crate::Error| {
        assert!(fault.place().line.is_some(), "{fault:?}");
        fault.place().pointer.clone().unwrap_or_default()
    };
    found.iter().map(|fault| (fault.code().as_str().to_owned(), place(fault))).collect()
}

fn of_indicator(fields: &str) -> Vec<(String, String)> {
    let found = faults(&format!("indicators:\n  x: {{title: X, dimension: time, {fields}}}\n"));
    found.into_iter().map(|(code, at)| (code, at.strip_prefix("/indicators/x").unwrap_or(&at).to_owned())).collect()
}

#[test]
fn of_indicators() {
    let one = |code: &str, at: &str| vec![(code.to_owned(), at.to_owned())];
    for (fields, expected) in [
        ("table: cases", one("one_measure", "")),
        ("table: cases, met: findings == 0, count: rows", one("one_measure", "")),
        ("table: case, count: rows", one("unknown_reference", "/table")),
        ("table: records.surveys, count: rows", one("unknown_reference", "/table")),
        ("table: cases, met: finding == 0", one("unknown_reference", "/met")),
        ("table: cases, met: \"standing == 'on time'\"", one("unknown_term", "/met")),
        ("table: cases, met: \"standing == 'undetermined'\"", one("unknown_term", "/met")),
        ("table: cases, met: \"times('lat') == 0\"", one("unknown_reference", "/met")),
        ("table: holds, met: \"times('late') == 0\"", one("unknown_reference", "/met")),
        ("table: cases, met: \"times(channel) == 0\"", one("unknown_reference", "/met")),
        ("table: cases, met: \"has_record('surveys')\"", one("unknown_reference", "/met")),
        ("table: cases, met: \"true\"", one("constant_condition", "/met")),
        ("table: cases, count: rows, who: units", one("unknown_reference", "/who")),
        ("table: cases, count: rows, by: [unit, units]", one("unknown_reference", "/by/1")),
        ("table: cases, count: distinct units", one("unknown_term", "/count")),
        ("table: items, count: rows, date: accepted", one("unknown_reference", "/date")),
        ("table: cases, count: rows, due: recorded", one("without_effect", "/due")),
        ("table: cases, count: rows, per: other", one("unknown_reference", "/per")),
        ("table: cases, count: rows, cuts: [{finding: late, each: 25%}]", one("without_effect", "/cuts")),
        (
            "table: cases, met: findings > 0, cuts: [{finding: late, each: 25%}, {finding: overdue_open, each: 25%}]",
            one("cut_twice", "/cuts/1/finding"),
        ),
        ("table: cases, met: findings > 0, cuts: [{finding: late, each: 0}]", one("takes_nothing", "/cuts/0/finding")),
        ("table: cases, met: findings > 0, cuts: [{finding: late, each: 2}]", one("policy_share", "/cuts/0/each")),
        ("table: cases, worth: [{is: 1}, {is: 0}]", one("without_effect", "/worth/0")),
        ("table: cases, worth: [{when: findings > 0, is: 1}]", one("without_effect", "/worth/0")),
        ("table: cases, mean: findings, extra: findings > 0, of: events > 0", one("without_effect", "/extra")),
        ("table: cases, count: rows, target: {at_least: 1, at_most: 2}", one("missing_field", "/target")),
        ("table: cases, count: rows, target: [{change: -30%}]", one("without_effect", "/target/0")),
        ("table: cases, percentile: [90%]", one("out_of_range", "/percentile")),
    ] {
        assert_eq!(of_indicator(fields), expected, "{fields}");
    }
}

#[test]
fn of_records() {
    let kind = |fields: &str| {
        let found = faults(&format!("records:\n  x: {{title: X, about: officer, {fields}}}\n"));
        found
            .into_iter()
            .map(|(code, at)| format!("{code} {}", at.strip_prefix("/records/x").unwrap_or(&at)))
            .collect::<Vec<_>>()
    };
    assert_eq!(kind("type: seen, silence: missed"), ["without_effect /silence"]);
    assert_eq!(kind("type: measured, of: schedule"), ["without_effect /of"]);
    assert_eq!(kind("type: seen, of: schedules, match: [officer]"), ["unknown_reference /of"]);
    assert_eq!(kind("type: seen, of: survey, match: [officer]"), ["unknown_reference /of"]);
    assert_eq!(kind("type: seen, of: schedule, match: [meeting]"), ["unknown_reference /match/0"]);
    assert_eq!(kind("type: seen, fields: {ok: bool}"), ["unknown_term /fields/ok"]);
    assert_eq!(kind("type: seen, fields: {at: text}"), ["named_twice /fields/at"]);
    assert_eq!(kind("type: seen, kept: officer"), ["other_kind /kept"]);
    assert_eq!(
        kind("type: decided, finds: [{finding: f, dimension: time, when: okay}]"),
        ["unknown_reference /finds/0/when"]
    );
    assert_eq!(kind("type: decided, replaces: [late]"), ["without_effect /replaces", "without_effect /replaces"]);
}
