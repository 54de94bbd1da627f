//! Versions that are like another one: `like: 2025-07-01` in a version of a procedure, workflow, policy or form.
//!
//! An older rule mostly differs from the newer one in a few places. Such a version says which version of the same
//! entry, in the same text, it is like, and what is different; it is merged into that one field by field, before
//! anything is read. Dates in force are never taken over.

use super::gather::Document;
use super::merging::{Merging, position};
use super::overlay::{DATED, Part, day, entries, items, list, merge_fields};
use crate::base::error::{Cause, Error};
use crate::base::shape::Lack;
use crate::base::time::Date;
use crate::base::value::{Map, Node, Value};

/// A rulebook in which every version that is like another one is written out. One that names a day on which no version
/// begins is reported.
pub(super) fn written_out(document: Document, merging: &mut Merging) -> Part {
    let (mut node, mut origin) = (document.node, document.origin);
    for section in DATED {
        let Value::Map(root) = &mut node.value else { break };
        let Some(found) = root.get_mut(section).filter(|found| matches!(found.value, Value::Map(_))) else { continue };
        let place = (found.line, found.column);
        let Value::Map(map) = std::mem::replace(&mut found.value, Value::Null) else { continue };
        let from = origin.take(section);
        let mut into = from.alone();
        let written = entries(map, from).into_iter().map(|(key, part)| {
            let entry = |merging: &mut Merging| merging.below(&key, |merging| entry(part, merging));
            let (node, part) = merging.below(section, entry);
            into.set(&key, part);
            (key, node)
        });
        let map = Map::from_entries(written.collect());
        *found = Node { value: Value::Map(map), line: place.0, column: place.1 };
        origin.set(section, into);
    }
    (node, origin)
}

fn entry((node, origin): Part, merging: &mut Merging) -> Part {
    let place = (node.line, node.column);
    let Value::List(versions) = node.value else {
        let part = (node, origin);
        return match part.0.get("like") {
            Some(like) => unknown_model(&part, like, None, merging),
            None => part,
        };
    };
    let alone = origin.alone();
    let versions = items(versions, origin);
    let written = versions.iter().enumerate().map(|(index, version)| {
        let entry = merging.way().to_owned();
        merging.below(&index.to_string(), |merging| resolved(version, &versions, &entry, merging))
    });
    let written = written.collect();
    list(place, alone, written)
}

/// The version; if it is like another one, merged into a copy of that one.
fn resolved(version: &Part, all: &[Part], entry: &str, merging: &mut Merging) -> Part {
    let Some(like) = version.0.get("like") else { return version.clone() };
    let wanted = like.value.as_text();
    let model = all.iter().find(|one| day(&one.0) == wanted && one.0.get("like").is_none());
    match model {
        Some(model) if wanted.is_some() => merge_into(version, model, merging),
        _ => unknown_model(version, like, Some(entry), merging),
    }
}

fn merge_into(version: &Part, model: &Part, merging: &mut Merging) -> Part {
    if !merging.may_copy(model) {
        return version.clone();
    }
    let mut model = model.clone();
    let mut above = version.clone();
    if let (Value::Map(model), Value::Map(above)) = (&mut model.0.value, &mut above.0.value) {
        model.remove("in_force");
        above.remove("like");
    }
    let place = (version.0.line, version.0.column);
    let lack = Lack::Model(position(&model.0, &model.1));
    let (node, mut origin) = merge_fields(model, above, merging);
    origin.add_lack(lack);
    // Faults of the version as a whole are reported where it is written.
    (Node { line: place.0, column: place.1, ..node }, origin)
}

/// A version that is like one that does not exist. `entry` is the pointer to its entry if that has several versions.
fn unknown_model(version: &Part, like: &Node, entry: Option<&str>, merging: &mut Merging) -> Part {
    let (mut node, mut from) = version.clone();
    from.add_lack(Lack::Base(position(like, &from)));
    // A value that is not a date is reported when the field is read.
    let Some(named) = like.value.as_text().filter(|text| Date::parse(text).is_ok()) else { return (node, from) };
    let place = merging.below("like", |merging| merging.place(like, &from));
    let fault = Error::undeclared("version", named, []).at(place);
    let unread = entry.map(|entry| Cause::Unnamed(format!("{entry}/*/in_force/from")));
    merging.faults.push(unread.into_iter().fold(fault, Error::because_of));
    if let Value::Map(map) = &mut node.value {
        map.remove("like");
    }
    (node, from)
}

#[cfg(test)]
#[path = "tests/inherit.rs"]
mod tests;
