//! Explains how a rule came to its answer: the value of each of its nodes.

use super::context::{Context, Documents};
use super::filing::Dossier;
use super::procedure::Procedure;
use crate::base::error::Error;
use crate::base::ids::RuleId;
use crate::base::shape::{Shape, Term};
use crate::rule::{self, Outcome, Reason, TraceLine};
use serde::Serialize;

/// The standing of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum RuleStanding {
    /// It holds, or does not apply.
    #[term("holds")]
    Holds,
    /// It does not hold.
    #[term("fails")]
    Fails,
    /// Something that it reads is not filled in.
    #[term("pending")]
    Pending,
    /// It cannot be determined.
    #[term("undetermined")]
    Undetermined,
}

/// How a rule came to its answer (*diễn giải*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct RuleTrace {
    /// The rule.
    pub rule: RuleId,
    /// Whether a check on that day and at that stage includes the rule.
    pub applies: bool,
    /// The requirement, as expression text.
    pub expression: String,
    /// Its standing.
    pub standing: RuleStanding,
    /// Why it cannot be determined.
    pub reason: Option<Reason>,
    /// The places where it fails, as JSON pointers into the form.
    pub pointers: Vec<String>,
    /// The nodes, each one above its operands.
    pub lines: Vec<TraceLine>,
}

/// Evaluates one rule on a dossier and returns the value of each node; the standing is the same as in a check.
///
/// # Errors
/// [`crate::Code::UnknownReference`] for a rule that the procedure does not have.
pub(crate) fn trace(
    procedure: &Procedure,
    dossier: &Dossier,
    rule: &RuleId,
    context: &Context<'_>,
) -> Result<RuleTrace, Error> {
    let rules = procedure.rules();
    let known = || rules.iter().map(|rule| rule.id().as_str());
    let found = rules.iter().find(|known| known.id() == rule);
    let found = found.ok_or_else(|| Error::unknown("rule", rule.as_str(), known()))?;
    let documents = Documents::of(dossier, |root| procedure.reads_document(root));
    let data = documents.data();
    let (outcomes, lines) =
        found.trace(rule::Context { data: &data, today: Some(context.at), calendar: context.calendar });
    let pointers: Vec<_> = outcomes
        .iter()
        .filter_map(|outcome| if let Outcome::Fail { pointer, .. } = outcome { Some(pointer.clone()) } else { None })
        .collect();
    let reason = outcomes
        .iter()
        .find_map(|outcome| if let Outcome::Undetermined(reason) = outcome { Some(*reason) } else { None });
    let standing = match (pointers.is_empty(), reason, outcomes.is_empty()) {
        (false, ..) => RuleStanding::Fails,
        (_, Some(_), _) => RuleStanding::Undetermined,
        (.., false) => RuleStanding::Pending,
        _ => RuleStanding::Holds,
    };
    let applies = found.applies(context.at, context.stage);
    Ok(RuleTrace { rule: rule.clone(), applies, expression: found.text(), standing, reason, pointers, lines })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::shape::Cursor;
    use crate::base::time::Date;
    use crate::base::value::parse_json;
    use crate::dossier::check;
    use crate::rule::Stage;

    #[test]
    fn each_node_has_its_value() {
        let spec = r#"{"title": "A", "rules": [{"id": "von", "check": "d.von > 2 * 5", "message": "M"}]}"#;
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
        let rules = r#"{"title": "P", "rules": [
            {"id": "von", "check": "d.von > 0", "message": "M"},
            {"id": "chia", "check": "10 / d.von > 1", "message": "M"},
            {"id": "tung", "each": "d.l", "check": "item.x > i", "message": "M"}]}"#;
        let rules = parse_json(rules.as_bytes()).unwrap();
        let mut faults = crate::base::error::Faults::new();
        let procedure = Procedure::read(&"1.000001".into(), &Cursor::root(&rules, None), &mut faults).unwrap();
        let context = Context { stage: Stage::Filing, at: Date::parse("2026-01-08").unwrap(), calendar: None };
        let mut seen = std::collections::BTreeSet::new();
        for form in
            ["{}", r#"{"von": 0}"#, r#"{"von": 1, "l": [{"x": 1}, {"x": 1}]}"#, r#"{"l": [{"x": 0}, {"x": 0}]}"#]
        {
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
}
