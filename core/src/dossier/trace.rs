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
#[path = "tests/trace.rs"]
mod tests;
