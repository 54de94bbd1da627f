//! Who bears what was found: one fact takes points once from each officer who answers for it, and from nobody else.

use super::excuses::is_lateness;
use crate::base::exact::Rational;
use crate::replay::Item;
use crate::replay::finding::Finding;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Whether the officer of an item is charged with lateness in it.
fn is_charged(item: &Item) -> bool {
    item.charged_share > Rational::ZERO
}

/// The items of one officer, by case; only those in which something was found.
pub(super) struct OwnItems<'a>(HashMap<&'a str, Vec<&'a Item>>);

impl<'a> OwnItems<'a> {
    pub(super) fn new(items: &[&'a Item]) -> Self {
        let mut by_case: HashMap<&str, Vec<&Item>> = HashMap::new();
        for item in items.iter().filter(|item| !item.findings.is_empty()) {
            by_case.entry(item.case_id.as_str()).or_default().push(item);
        }
        Self(by_case)
    }

    /// Whether the officer answers for a finding in this item; `found` is everything that was found in it.
    pub(super) fn bears(&self, item: &Item, finding: &Finding, found: &[&Finding]) -> bool {
        match item.step {
            None => bears_case(item, finding, found),
            Some(_) => self.bears_step(item, finding),
        }
    }

    /// A finding at a step is borne there. Lateness is borne in every item that is charged with some of it. What names
    /// the officer but no step is borne in one item of the case: the one with the largest charge, of equal ones the first
    /// step by name.
    fn bears_step(&self, item: &Item, finding: &Finding) -> bool {
        if !is_named(item, finding) {
            return false;
        }
        if finding.step.is_some() {
            return finding.step == item.step;
        }
        let own = self.0.get(item.case_id.as_str()).into_iter().flatten();
        let concerned = || own.clone().filter(|own| own.findings.contains(&finding.id));
        if is_lateness(finding.kind) && concerned().any(|own| is_charged(own)) {
            return is_charged(item);
        }
        let first = concerned().max_by_key(|own| (own.charged_share, Reverse(&own.step)));
        first.is_none_or(|first| first.step == item.step)
    }
}

/// Whether a finding names the officer of an item.
fn is_named(item: &Item, finding: &Finding) -> bool {
    let Some(officer) = &item.officer else { return false };
    finding.officer.as_ref() == Some(officer) || finding.charge.iter().any(|charge| charge.officer == *officer)
}

/// The officer who answers for a case bears what is found in it and charged to nobody else. Lateness of a case is one,
/// whichever limit it is found by: who is charged with it is said by the findings that charge somebody.
fn bears_case(item: &Item, finding: &Finding, found: &[&Finding]) -> bool {
    let same = |other: &&&Finding| other.id == finding.id || (is_lateness(other.kind) && is_lateness(finding.kind));
    let mut charged = found.iter().filter(same).filter(|other| !other.charge.is_empty()).peekable();
    match charged.peek() {
        Some(_) => charged.any(|other| is_named(item, other)),
        None => finding.officer.is_none() || is_named(item, finding),
    }
}
