//! Compiles the kinds of records and the indicators of a rulebook.

use super::section::{names, section, versions};
use crate::base::error::Faults;
use crate::base::shape::{Cursor, Shape};
use crate::base::source::Versions;
use crate::score::indicator::{Context, Indicator, RecordKind, RecordSpec};
use indexmap::IndexMap;

/// The kinds of records, each by itself and then beside the others.
pub(super) fn records(root: &Cursor<'_>, faults: &mut Faults) -> IndexMap<String, RecordKind> {
    let kinds = section(root, "records", faults, |_: &String, at, faults| {
        let spec = RecordSpec::read(at, faults)?;
        RecordKind::compile(spec, at, faults)
    });
    if let Some(all) = root.get("records") {
        for (name, at) in all.entries(&mut Faults::new()) {
            if let Some(kind) = kinds.get(name) {
                kind.check_others(&at, &kinds, faults);
            }
        }
    }
    kinds
}

/// The indicators, over the tables of a replay and over records.
pub(super) fn indicators(
    root: &Cursor<'_>,
    kinds: &IndexMap<String, RecordKind>,
    faults: &mut Faults,
) -> IndexMap<String, Versions<Indicator>> {
    let known: Vec<&str> = names(root, "indicators").collect();
    let context = Context { kinds, names: &known };
    section(root, "indicators", faults, |id: &String, at, faults| {
        versions(id, at, faults, |at, faults| Indicator::compile(id, at, context, faults))
    })
}
