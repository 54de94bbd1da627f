//! Tests of `compile`.

use crate::Office;
use crate::base::error::Code;

#[test]
fn references_to_missing_names() {
    let text = "namro: 1\nid: a\ntitle: A\ncalendar: offce\ncalendars:\n  office: {zone: \"+07:00\", weeks: [{days: {mon-fri: [\"08:00-12:00\"]}}]}\nprocedures:\n  p:\n    title: P\n    workflow: thanh-lp\nworkflows:\n  thanh-lap:\n    steps: {a: {next: end}}\n";
    let faults = Office::load(&[("a.yaml", text)]).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| (fault.code(), fault.place().line)).collect();
    assert_eq!(found, [(Code::UnknownReference, Some(4)), (Code::UnknownReference, Some(10))]);
    let hints: Vec<_> = faults.iter().map(|fault| fault.help().unwrap().en).collect();
    assert_eq!(hints, ["did you mean `office`?", "did you mean `thanh-lap`?"]);
}
