//! Tests of `trace`.

use super::*;
use crate::base::shape::Cursor;
use crate::base::time::Date;
use crate::base::value::parse_json;
use crate::dossier::check;
use crate::rule::Stage;

#[test]
fn each_node_has_its_value() {
    let spec = r#"{"title": "A", "form": {}, "rules": [{"id": "von", "check": "d.von > 2 * 5", "message": "M"}]}"#;
    let spec = parse_json(spec.as_bytes()).unwrap();
    let mut faults = crate::Faults::new();
    let procedure =
        Procedure::read(&"1.000001".into(), &crate::base::shape::Cursor::root(&spec, None), &mut faults).unwrap();
    let dossier = parse_json(r#"{"procedure": "1.000001", "form": {"von": 7}}"#.as_bytes()).unwrap();
    let dossier: Dossier = crate::base::shape::read(&dossier).unwrap();
    let context = Context { stage: Stage::Filing, at: Date::parse("2026-01-08").unwrap(), calendar: None };
    let trace = trace(&procedure, &dossier, &"von".into(), &context).unwrap();
    let lines: Vec<_> = trace.lines.iter().map(|line| format!("{} = {}", line.expression, line.value)).collect();
    assert_eq!(lines, ["d.von > (2 * 5) = false", "d.von = 7", "2 * 5 = 10", "2 = 2", "5 = 5"]);
}

#[test]
fn a_trace_agrees_with_the_check() {
    let rules = r#"{"title": "P", "form": {}, "rules": [
            {"id": "von", "check": "d.von > 0", "message": "M"},
            {"id": "chia", "check": "10 / d.von > 1", "message": "M"},
            {"id": "tung", "each": "d.l", "check": "item.x > i", "message": "M"}]}"#;
    let rules = parse_json(rules.as_bytes()).unwrap();
    let mut faults = crate::base::error::Faults::new();
    let procedure = Procedure::read(&"1.000001".into(), &Cursor::root(&rules, None), &mut faults).unwrap();
    let context = Context { stage: Stage::Filing, at: Date::parse("2026-01-08").unwrap(), calendar: None };
    let mut seen = std::collections::BTreeSet::new();
    for form in ["{}", r#"{"von": 0}"#, r#"{"von": 1, "l": [{"x": 1}, {"x": 1}]}"#, r#"{"l": [{"x": 0}, {"x": 0}]}"#] {
        let dossier = format!(r#"{{"procedure": "1.000001", "form": {form}}}"#);
        let dossier: Dossier = crate::base::shape::read(&parse_json(dossier.as_bytes()).unwrap()).unwrap();
        let verdict = check(&procedure, &dossier, &context);
        for rule in procedure.rules().iter().map(|rule| rule.id()) {
            let trace = trace(&procedure, &dossier, rule, &context).unwrap();
            let remarks = verdict.remarks.iter().filter(|remark| remark.rule.as_ref() == Some(rule));
            assert_eq!(
                trace.pointers,
                remarks.map(|remark| remark.pointer.clone()).collect::<Vec<_>>(),
                "{rule} {form}"
            );
            assert_eq!(trace.standing == RuleStanding::Pending, verdict.pending.contains(rule), "{rule} {form}");
            let undecided = verdict.undetermined.iter().any(|one| one.rule == *rule);
            assert_eq!(trace.standing == RuleStanding::Undetermined, undecided, "{rule} {form}");
            seen.insert(trace.standing.as_str());
        }
    }
    assert_eq!(seen.len(), RuleStanding::ALL.len(), "{seen:?}");
}
