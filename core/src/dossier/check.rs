//! The check of a dossier.

use super::context::Context;
use super::filing::Dossier;
use super::procedure::Procedure;
use super::session::Session;
use crate::rule::Verdict;

/// Checks a dossier against a procedure.
///
/// ```
/// use namro::dossier::{Context, Dossier, Procedure, check};
/// use namro::{Date, rule::Stage, value::parse_json};
/// let spec = r#"{"title": "Thành lập công ty", "form": {"type": "object", "required": ["von"]},
///     "rules": [{"id": "von", "check": "d.von > 0", "message": "Vốn phải lớn hơn 0"}]}"#;
/// let spec = parse_json(spec.as_bytes()).unwrap();
/// let mut faults = namro::Faults::new();
/// let procedure = Procedure::read(&"2.001199".into(), &namro::base::shape::Cursor::root(&spec, None), &mut faults).unwrap();
/// let dossier = parse_json(r#"{"procedure": "2.001199", "form": {"von": 0}}"#.as_bytes()).unwrap();
/// let dossier: Dossier = namro::base::shape::read(&dossier).unwrap();
/// let at = Date::parse("2026-01-08").unwrap();
/// let verdict = check(&procedure, &dossier, &Context { stage: Stage::Filing, at, calendar: None });
/// assert!(!verdict.ready && verdict.failed("von"));
/// ```
pub fn check(procedure: &Procedure, dossier: &Dossier, context: &Context<'_>) -> Verdict {
    Session::new(procedure.clone()).check(dossier, context)
}
