//! The one request that gathers all gaps (*yêu cầu bổ sung, hoàn thiện hồ sơ*).

use super::procedure::Procedure;
use crate::deadline::{Limit, SupplementEnd};
use crate::ids::ProcedureId;
use crate::rule::{Remark, Severity, Verdict};
use serde::Serialize;

/// A supplement request. The law wants all requests in one notice (Decree 168/2025 art. 32); a second one is a
/// finding against the officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Supplement {
    /// The procedure.
    pub procedure: ProcedureId,
    /// Papers that are missing, or not as they should be.
    pub components: Vec<Remark>,
    /// Entries of the form to be mended.
    pub form: Vec<Remark>,
    /// How long the citizen has.
    pub window: Option<Limit>,
    /// What happens after that.
    pub then: Option<SupplementEnd>,
    /// Whether a request may still be made, this many having gone before.
    pub allowed: bool,
}

/// Gathers what a verdict finds wrong into one request; nothing when nothing is wrong. `earlier` requests were made
/// before.
pub fn supplement(procedure: &Procedure, verdict: &Verdict, earlier: u32) -> Option<Supplement> {
    let errors = verdict.remarks.iter().filter(|remark| remark.severity == Severity::Error).cloned();
    let (components, form): (Vec<_>, Vec<_>) = errors.partition(|remark| remark.code.starts_with("component_"));
    if components.is_empty() && form.is_empty() {
        return None;
    }
    let rule = procedure.limit().and_then(|limit| limit.supplement.as_ref());
    Some(Supplement {
        procedure: procedure.id().clone(),
        components,
        form,
        window: rule.and_then(|rule| rule.window.clone()),
        then: rule.map(|rule| rule.then),
        allowed: earlier < rule.map_or(1, |rule| rule.times),
    })
}
