//! The spans of days on which a version that calls others stays the same.

use super::library::{Library, Written, day_of};
use super::survey::calls;
use crate::base::ids::WorkflowId;
use crate::base::source::{Dated, InForce};
use crate::base::time::Date;
use crate::workflow::spec::WorkflowSpec;
use std::collections::{BTreeSet, HashSet};

/// The called workflows, each in the version that applies.
type Meant<'a> = Vec<(&'a WorkflowId, Option<InForce>)>;

/// The spans of days of a written version on which the versions that it calls, directly or indirectly, stay the same.
pub(super) fn spans(library: &Library, written: &Written) -> Vec<InForce> {
    let whole = written.in_force();
    let mut days = BTreeSet::new();
    let mut seen: HashSet<&WorkflowId> = HashSet::new();
    let mut open: Vec<&WorkflowSpec> = vec![&written.spec];
    while let Some(spec) = open.pop() {
        for named in calls(spec).filter(|named| seen.insert(&named.value)) {
            let Some(Some(versions)) = library.entries.get(&named.value) else { continue };
            for version in versions.iter() {
                let InForce { from, to } = version.in_force();
                days.extend(from.into_iter().chain(to.map(|to| to.plus(1))));
                open.push(&version.spec);
            }
        }
    }
    let inside = |day: &Date| whole.contains(*day) && Some(*day) != whole.from;
    let mut spans: Vec<(InForce, Meant<'_>)> = Vec::new();
    let mut push = |from: Option<Date>, to: Option<Date>| {
        let span = InForce { from, to };
        let meant = meant(library, written, day_of(span));
        match spans.last_mut() {
            Some((last, same)) if *same == meant => last.to = to,
            _ => spans.push((span, meant)),
        }
    };
    let mut from = whole.from;
    for day in days.into_iter().filter(inside) {
        push(from, Some(day.plus(-1)));
        from = Some(day);
    }
    push(from, whole.to);
    spans.into_iter().map(|(span, _)| span).collect()
}

/// The version that applies on a day for each called workflow.
fn meant<'a>(library: &'a Library, written: &'a Written, day: Date) -> Meant<'a> {
    let mut meant = Vec::new();
    let mut seen: HashSet<&WorkflowId> = HashSet::new();
    let mut open: Vec<&WorkflowSpec> = vec![&written.spec];
    while let Some(spec) = open.pop() {
        for named in calls(spec).filter(|named| seen.insert(&named.value)) {
            let version = library.on(&named.value, Some(day));
            meant.push((&named.value, version.map(Dated::in_force)));
            open.extend(version.map(|version| version.spec()));
        }
    }
    meant
}
