//! Versions that are like another one: `like: 2025-07-01` in a version of a procedure, workflow, policy or form.
//!
//! An older rule mostly differs from the newer one in a few places. Such a version says which version of the same
//! entry, in the same text, it is like, and what is different; it is laid over that one field by field, before anything
//! is read. Dates in force are never taken over.

use super::gather::Document;
use super::laying::{Laying, position};
use super::overlay::{DATED, Part, day, entries, items, lay_below, list};
use crate::base::error::{Cause, Error};
use crate::base::shape::Lack;
use crate::base::time::Date;
use crate::base::value::{Map, Node, Value};

/// A rulebook in which every version that is like another one is written out. One that names a day on which no version
/// begins is reported.
pub(super) fn written_out(document: Document, laying: &mut Laying) -> Part {
    let (mut node, mut origin) = (document.node, document.origin);
    for section in DATED {
        let Value::Map(root) = &mut node.value else { break };
        let Some(found) = root.get_mut(section).filter(|found| matches!(found.value, Value::Map(_))) else { continue };
        let place = (found.line, found.column);
        let Value::Map(map) = std::mem::replace(&mut found.value, Value::Null) else { continue };
        let from = origin.take(section);
        let mut into = from.alone();
        let written = entries(map, from).into_iter().map(|(key, part)| {
            let entry = |laying: &mut Laying| laying.below(&key, |laying| entry(part, laying));
            let (node, part) = laying.below(section, entry);
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
    let Value::List(versions) = node.value else {
        let part = (node, origin);
        return match part.0.get("like") {
            Some(like) => unlike(&part, like, None, laying),
            None => part,
        };
    };
    let alone = origin.alone();
    let versions = items(versions, origin);
    let written = versions.iter().enumerate().map(|(index, version)| {
        let entry = laying.way().to_owned();
        laying.below(&index.to_string(), |laying| laid(version, &versions, &entry, laying))
    });
    let written = written.collect();
    list(place, alone, written)
}

/// The version; if it is like another one, it is laid over that one.
fn laid(version: &Part, all: &[Part], entry: &str, laying: &mut Laying) -> Part {
    let Some(like) = version.0.get("like") else { return version.clone() };
    let wanted = like.value.as_text();
    let beneath = all.iter().find(|one| day(&one.0) == wanted && one.0.get("like").is_none());
    match beneath {
        Some(beneath) if wanted.is_some() => lay(version, beneath, laying),
        _ => unlike(version, like, Some(entry), laying),
    }
}

fn lay(version: &Part, beneath: &Part, laying: &mut Laying) -> Part {
    if !laying.affords(beneath) {
        return version.clone();
    }
    let mut beneath = beneath.clone();
    let mut above = version.clone();
    if let (Value::Map(beneath), Value::Map(above)) = (&mut beneath.0.value, &mut above.0.value) {
        beneath.remove("in_force");
        above.remove("like");
    }
    let place = (version.0.line, version.0.column);
    let model = Lack::Model(position(&beneath.0, &beneath.1));
    let (node, mut origin) = lay_below(beneath, above, laying);
    origin.add_lack(model);
    // Faults of the version as a whole are reported where it is written.
    (Node { line: place.0, column: place.1, ..node }, origin)
}

/// A version that is like one that does not exist. `entry` is the pointer to its entry if that has several versions.
fn unlike(version: &Part, like: &Node, entry: Option<&str>, laying: &mut Laying) -> Part {
    let (mut node, mut from) = version.clone();
    from.add_lack(Lack::Base(position(like, &from)));
    // A value that is not a date is reported when the field is read.
    let Some(named) = like.value.as_text().filter(|text| Date::parse(text).is_ok()) else { return (node, from) };
    let place = laying.below("like", |laying| laying.place(like, &from));
    let fault = Error::undeclared("version", named, []).at(place);
    let unread = entry.map(|entry| Cause::Unnamed(format!("{entry}/*/in_force/from")));
    laying.faults.push(unread.into_iter().fold(fault, Error::because_of));
    if let Value::Map(map) = &mut node.value {
        map.remove("like");
    }
    (node, from)
}

#[cfg(test)]
#[path = "tests/inherit.rs"]
mod tests;
