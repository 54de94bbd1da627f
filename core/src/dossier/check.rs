//! The check of a dossier.

use super::context::Context;
use super::filing::Dossier;
use super::procedure::Procedure;
use super::session::Session;
use crate::rule::Verdict;

/// Checks a dossier against a procedure.
pub fn check(procedure: &Procedure, dossier: &Dossier, context: &Context<'_>) -> Verdict {
    Session::new(procedure.clone()).check(dossier, context)
}
