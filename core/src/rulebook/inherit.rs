//! Versions that are like another one: `like: 2025-07-01` in a version of a procedure, workflow, policy or form.
//!
//! An older rule mostly differs from the newer one in a few places. Such a version says which version of the same
//! entry, in the same text, it is like, and what is different; it is laid over that one field by field, before anything
//! is read. Dates in force are never taken over.

use super::gather::Document;
use super::overlay::{DATED, Laying, Part, day, entries, items, lay_below, list};
use crate::base::shape::Origin;
use crate::base::value::{Map, Node, Value};

/// A rulebook in which every version that is like another one is written out. A version that names a day on which none
/// begins keeps its `like`, and is told of as a fault when it is read.
pub(super) fn written_out(document: Document, laying: &mut Laying) -> Part {
    let (mut node, mut origin) = (document.node, Origin::of(&document.file));
    for section in DATED {
        let from = origin.take(section);
        let Value::Map(root) = &mut node.value else { break };
        let Some(found) = root.get_mut(section) else { continue };
        let place = (found.line, found.column);
        let Value::Map(map) = std::mem::replace(&mut found.value, Value::Null) else {
            continue;
        };
        let mut into = Origin::of(from.file());
        let written = entries(map, from).into_iter().map(|(key, part)| {
            let (node, part) = entry(part, laying);
            into.set(&key, part);
            (key, node)
        });
        let map = Map::from_entries(written.collect());
        *found = Node { value: Value::Map(map), line: place.0, column: place.1 };
        origin.set(section, into);
    }
    (node, origin)
}

fn entry((node, origin): Part, laying: &mut Laying) -> Part {
    let place = (node.line, node.column);
    let Value::List(versions) = node.value else { return (node, origin) };
    let file = origin.file().clone();
    let versions = items(versions, origin);
    let written = versions.iter().map(|version| like(version, &versions, laying).unwrap_or_else(|| version.clone()));
    let written = written.collect();
    list(place, &file, written)
}

/// The version laid over the one that it is like.
fn like(version: &Part, all: &[Part], laying: &mut Laying) -> Option<Part> {
    let wanted = version.0.get("like")?.value.as_text()?;
    let beneath = all.iter().find(|one| day(&one.0) == Some(wanted) && one.0.get("like").is_none())?;
    if !laying.affords(beneath) {
        return None;
    }
    let mut beneath = beneath.clone();
    let mut above = version.clone();
    if let (Value::Map(beneath), Value::Map(above)) = (&mut beneath.0.value, &mut above.0.value) {
        beneath.remove("in_force");
        above.remove("like");
    }
    let place = (version.0.line, version.0.column);
    let (node, origin) = lay_below(beneath, above, laying);
    // What is wrong with the version as a whole is wrong where it is written.
    Some((Node { line: place.0, column: place.1, ..node }, origin))
}

#[cfg(test)]
#[path = "tests/inherit.rs"]
mod tests;
