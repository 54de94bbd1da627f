//! What a check found, in the order in which it is reported.

use super::keyword::{Keyword, Violation};
use crate::base::Arrange;
use std::cmp::Ordering;

/// What a check of a document found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Violations in the order of the schema, then of the document.
    pub violations: Vec<Violation>,
    /// Required entries that are there but hold nothing: a text of blanks, or in a form also null. JSON Schema lets such
    /// texts pass, so they are no violations; whoever asks whether a form is filled in wants to know of them.
    pub blanks: Vec<Violation>,
    /// Whether the check was given up, for the document or the schema is too large.
    pub given_up: bool,
}

impl Checked {
    /// Violations and blank texts, in one order.
    pub(crate) fn all(&self) -> Vec<&Violation> {
        let mut all: Vec<_> = self.violations.iter().chain(&self.blanks).collect();
        all.arrange_by(|a, b| in_order(a, b));
        all
    }

    /// Puts violations in order, each once, and the blanks apart.
    pub(super) fn in_order(mut violations: Vec<Violation>, given_up: bool) -> Self {
        violations.arrange_by(in_order);
        // The same part may look at the same value by several ways.
        violations.dedup();
        let (mut blanks, violations): (Vec<_>, Vec<_>) =
            violations.into_iter().partition(|violation| violation.keyword == Keyword::Blank.name());
        blanks.retain(|blank| violations.iter().all(|other| other.pointer != blank.pointer));
        Self { violations, blanks, given_up }
    }
}

/// The order in which violations are reported: that of the schema, then of the document.
fn in_order(a: &Violation, b: &Violation) -> Ordering {
    a.order.cmp(&b.order).then_with(|| by_pointer(&a.pointer, &b.pointer))
}

/// Order of pointers, numbers among the tokens as numbers.
pub(crate) fn by_pointer(a: &str, b: &str) -> Ordering {
    fn tokens(pointer: &str) -> impl Iterator<Item = (u64, &str)> {
        pointer.split('/').map(|token| (token.parse().unwrap_or(u64::MAX), token))
    }
    tokens(a).cmp(tokens(b))
}
