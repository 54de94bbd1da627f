//! One fact takes points once: what would count it twice, or can take nothing, is told at its line when a rulebook is read.

use crate::Rulebook;

/// The codes and places of the faults of a policy with these components.
fn faults(components: &str) -> Vec<String> {
    let text = format!(
        "namro: 1\nid: t\ntitle: T\ninclude: [vn.calendar]\npolicies:\n  x:\n    title: X\n    item: case\n    bands: [{{id: a, title: A, from: 0}}]\n    components:\n{components}"
    );
    let found = Rulebook::load(&[("t.yaml", text.as_str())]).err();
    let told = found.iter().flat_map(|found| found.iter()).map(|fault| {
        assert!(fault.place().line.is_some(), "{fault:?}");
        let at = fault.place().pointer.clone().unwrap_or_default();
        format!("{} {}", fault.code(), at.trim_start_matches("/policies/x/components/"))
    });
    told.collect()
}

#[test]
fn in_one_component() {
    let cuts =
        "[{finding: late, each: 25%}, {finding: late_statutory, each: 25%}, {finding: late_committed, each: 25%}]";
    let found = faults(&format!("      a: {{title: A, weight: 100, measure: kept, cuts: {cuts}}}\n"));
    assert_eq!(found, ["cut_twice a/cuts/1/finding", "cut_twice a/cuts/2/finding"]);
    let one = "[{finding: [late, late_statutory, late_committed], each: 25%}, {finding: ping_pong, each: 10%}]";
    assert_eq!(faults(&format!("      a: {{title: A, weight: 100, measure: kept, cuts: {one}}}\n")), [""; 0]);
}

#[test]
fn in_two_components() {
    let two = |again: &str| {
        faults(&format!(
            "      a: {{title: A, weight: 50, measure: kept, cuts: [{{finding: late, each: 25%}}]}}\n      b: {{title: B, weight: 50, measure: kept, cuts: [{{finding: overdue_open, each: 25%}}]{again}}}\n"
        ))
    };
    assert_eq!(two(""), ["counted_twice b/cuts/0/finding"]);
    assert_eq!(two(", again: {with: a, source: {text: 335/2025/NĐ-CP}}"), [""; 0]);
    assert_eq!(
        two(", again: {with: c, source: {text: 335/2025/NĐ-CP}}"),
        ["counted_twice b/cuts/0/finding", "without_effect b/again"]
    );
    let alone = "      a: {title: A, weight: 100, measure: kept, cuts: [{finding: late, each: 25%}], again: {with: b, source: {text: 335/2025/NĐ-CP}}}\n";
    assert_eq!(faults(alone), ["without_effect a/again"]);
}

#[test]
fn what_takes_nothing() {
    let cut = |finding: &str| {
        faults(&format!(
            "      a: {{title: A, weight: 100, measure: kept, cuts: [{{finding: {finding}, each: 25%}}]}}\n"
        ))
    };
    assert_eq!(cut("due_differs"), ["takes_nothing a/cuts/0/finding"]);
    assert_eq!(cut("not_kept"), ["unknown_reference a/cuts/0/finding"]);
}
