//! What is like something else: `like: 2025-07-01` or `like: "2.002409"` in a version of a procedure, workflow, policy,
//! form or unit.
//!
//! An older rule mostly differs from the newer one in a few places, and the rule of one office from that of another. Such
//! a version says which version of its own entry, or which other entry of its section, it is like, and what is different;
//! it is merged into that one field by field, before anything is read.
//!
//! This is done twice. A version of the same text is taken as it is in that text, before texts are merged. What else
//! is named, a version or an entry of whatever text of the office, is taken as it is when all texts are merged.

use super::gather::Document;
use super::merging::{Merging, position};
use super::overlay::{DATED, Part, day, entries, items, list, merge_fields};
use crate::base::error::{Cause, Code, Error};
use crate::base::graph::Trail;
use crate::base::shape::{Lack, Origin};
use crate::base::time::Date;
use crate::base::value::{Map, Node, Value};
use indexmap::IndexMap;

/// The most entries of which each is like the next.
const MOST_MODELS: usize = 32;

/// What is done with the entries of a section.
type Work<'a> = &'a mut dyn FnMut(Entries, &mut Merging) -> Entries;

/// The entries of a section by name.
type Entries = Vec<(Box<str>, Part)>;

/// A rulebook in which every version that is like another one of the same text is written out.
pub(super) fn written_out(document: Document, merging: &mut Merging) -> Part {
    each_section((document.node, document.origin), merging, &mut |entries, merging| {
        let written = entries.into_iter().map(|(key, part)| {
            let part = merging.below(&key, |merging| within(part, merging));
            (key, part)
        });
        written.collect()
    })
}

/// The merged rulebook of an office in which everything that is like something else is written out. What is like
/// something that does not exist is reported.
pub(super) fn written_out_across(merged: Part, merging: &mut Merging) -> Part {
    each_section(merged, merging, &mut |entries, merging| {
        // Most sections have nothing that is like something else.
        if !entries.iter().any(|(_, (node, _))| is_like(node)) {
            return entries;
        }
        let slots = entries.into_iter().map(|(key, part)| (key, Slot::Written(part))).collect();
        let mut section = Section { slots, trail: Trail::default() };
        let keys: Vec<_> = section.slots.keys().cloned().collect();
        keys.iter().for_each(|key| drop(section.resolve(key, merging)));
        let done = section.slots.into_iter().filter_map(|(key, slot)| match slot {
            Slot::Written(part) | Slot::Resolved(part) => Some((key, part)),
            Slot::Open => None,
        });
        done.collect()
    })
}

fn each_section((mut node, mut origin): Part, merging: &mut Merging, work: Work<'_>) -> Part {
    for section in DATED {
        let Value::Map(root) = &mut node.value else { break };
        let Some(found) = root.get_mut(section).filter(|found| matches!(found.value, Value::Map(_))) else { continue };
        let place = (found.line, found.column);
        let Value::Map(map) = std::mem::replace(&mut found.value, Value::Null) else { continue };
        let from = origin.take(section);
        let mut into = from.alone();
        let known = entries(map, from);
        let written = merging.below(section, |merging| work(known, merging));
        let written = written.into_iter().map(|(key, (node, part))| {
            into.set(&key, part);
            (key, node)
        });
        let map = Map::from_entries(written.collect());
        *found = Node { value: Value::Map(map), line: place.0, column: place.1 };
        origin.set(section, into);
    }
    (node, origin)
}

/// Whether a version of an entry is like something else.
fn is_like(entry: &Node) -> bool {
    match &entry.value {
        Value::List(versions) => versions.iter().any(|version| version.get("like").is_some()),
        _ => entry.get("like").is_some(),
    }
}

/// An entry with those of its versions written out that are like another one of the same entry and text.
fn within((node, origin): Part, merging: &mut Merging) -> Part {
    let place = (node.line, node.column);
    let Value::List(versions) = node.value else { return (node, origin) };
    let alone = origin.alone();
    let versions = items(versions, origin);
    let written = versions.iter().map(|version| match model(version, &versions) {
        Some(model) => merge_into(version, model, false, merging),
        None => version.clone(),
    });
    let written = written.collect();
    list(place, alone, written)
}

/// The version of the same entry that a version is like; none if that is itself like another one.
fn model<'a>(version: &Part, all: &'a [Part]) -> Option<&'a Part> {
    let like = version.0.get("like")?.value.as_text()?;
    all.iter().find(|one| day(&one.0) == Some(like) && one.0.get("like").is_none())
}

/// A section of the merged rulebook.
struct Section {
    slots: IndexMap<Box<str>, Slot>,
    /// The entries that are being written out, each like the next.
    trail: Trail,
}

enum Slot {
    /// As the texts have it.
    Written(Part),
    /// It is being written out.
    Open,
    /// Nothing in it is like something else any more.
    Resolved(Part),
}

impl Section {
    /// Writes out an entry; its versions if there is one of this name.
    fn resolve(&mut self, key: &str, merging: &mut Merging) -> Option<Vec<Part>> {
        let slot = self.slots.get_mut(key)?;
        let part = match std::mem::replace(slot, Slot::Open) {
            Slot::Written(part) => {
                self.trail.enter(key);
                let part = merging.below(key, |merging| self.entry(part, merging));
                self.trail.leave();
                part
            }
            Slot::Resolved(part) => part,
            Slot::Open => return None,
        };
        let versions = versions(part.clone());
        *self.slots.get_mut(key)? = Slot::Resolved(part);
        Some(versions)
    }

    fn entry(&mut self, (node, origin): Part, merging: &mut Merging) -> Part {
        if !is_like(&node) {
            return (node, origin);
        }
        let place = (node.line, node.column);
        let Value::List(all) = node.value else {
            let alone = Origin::of(origin.file());
            let mut written = self.version(&(node, origin), &[], None, merging);
            return if written.len() == 1 { written.remove(0) } else { list(place, alone, written) };
        };
        let alone = origin.alone();
        let all = items(all, origin);
        let entry = merging.way().to_owned();
        let mut written = Vec::with_capacity(all.len());
        for (index, version) in all.iter().enumerate() {
            let way = index.to_string();
            written.extend(merging.below(&way, |merging| self.version(version, &all, Some(&entry), merging)));
        }
        list(place, alone, written)
    }

    /// A version written out: like one of the other versions, like that of another entry, or like all versions of
    /// another entry. `entry` is the pointer to the entry if that has several versions.
    fn version(&mut self, version: &Part, all: &[Part], entry: Option<&str>, merging: &mut Merging) -> Vec<Part> {
        let Some(like) = version.0.get("like") else { return vec![version.clone()] };
        // A value that is no text is reported when the field is read.
        let Some(named) = like.value.as_text() else { return vec![version.clone()] };
        if let Some(model) = model(version, all) {
            return vec![merge_into(version, model, false, merging)];
        }
        let parsed = Date::parse(named);
        // What is written as a date and is none cannot be the name of an entry that nobody has.
        let meant = named.split('-').count() == 3 && named.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        match parsed {
            Ok(_) => {
                let fault = Error::undeclared("version", named, []);
                let unread = entry.map(|entry| Cause::Unnamed(format!("{entry}/*/in_force/from")));
                let fault = unread.into_iter().fold(fault, Error::because_of);
                return vec![without_model(version, like, fault, merging)];
            }
            Err(fault) if meant && !self.slots.contains_key(named) => {
                return vec![without_model(version, like, fault, merging)];
            }
            Err(_) => {}
        }
        if self.trail.contains(named) {
            let fault = Error::new(Code::LikeCycle).with("path", self.trail.show(named));
            return vec![without_model(version, like, fault, merging)];
        }
        if self.trail.len() >= MOST_MODELS {
            let fault = Error::new(Code::TooDeep).with("limit", MOST_MODELS);
            return vec![without_model(version, like, fault, merging)];
        }
        let Some(mut models) = merging.beside(|merging| self.resolve(named, merging)) else {
            let known = self.slots.keys().map(AsRef::as_ref);
            let fault = Error::undeclared("entry of this section", named, known);
            return vec![without_model(version, like, fault, merging)];
        };
        // With its own days, a version is like the one in force on the first of them; without, like each of them.
        if version.0.get("in_force").is_none() {
            return models.iter().map(|model| merge_into(version, model, true, merging)).collect();
        }
        let first = day(&version.0);
        let on = models.iter().position(|(model, _)| holds(model, first)).unwrap_or_default();
        vec![merge_into(version, &models.swap_remove(on), false, merging)]
    }
}

fn versions((node, origin): Part) -> Vec<Part> {
    match node.value {
        Value::List(list) => items(list, origin),
        _ => vec![(node, origin)],
    }
}

/// Whether a version is in force on a day, both as texts; without a day, whether it has no first one.
fn holds(version: &Node, on: Option<&str>) -> bool {
    let last = version.get("in_force").and_then(|days| days.get("to")?.value.as_text());
    match on {
        None => day(version).is_none(),
        Some(on) => day(version).is_none_or(|first| first <= on) && last.is_none_or(|last| on <= last),
    }
}

/// A version with the fields of the model that it does not give itself; of the dates in force only if `dated`.
fn merge_into(version: &Part, model: &Part, dated: bool, merging: &mut Merging) -> Part {
    if !merging.may_copy(model) {
        return version.clone();
    }
    let mut model = model.clone();
    let mut above = version.clone();
    if let (Value::Map(model), Value::Map(above)) = (&mut model.0.value, &mut above.0.value) {
        if !dated {
            model.remove("in_force");
        }
        above.remove("like");
    }
    let place = (version.0.line, version.0.column);
    let lack = Lack::Model(position(&model.0, &model.1));
    let (node, mut origin) = merge_fields(model, above, merging);
    origin.add_lack(lack);
    // Faults of the version as a whole are reported where it is written.
    (Node { line: place.0, column: place.1, ..node }, origin)
}

/// A version that is like something that does not exist, which the fault says.
fn without_model(version: &Part, like: &Node, fault: Error, merging: &mut Merging) -> Part {
    let (mut node, mut from) = version.clone();
    let token = from.part("like").cloned().unwrap_or_else(|| Origin::of(from.file()));
    from.add_lack(Lack::Base(position(like, &token)));
    let place = merging.below("like", |merging| merging.place(like, &token));
    merging.faults.push(fault.at(place));
    if let Value::Map(map) = &mut node.value {
        map.remove("like");
    }
    (node, from)
}

#[cfg(test)]
#[path = "tests/inherit.rs"]
mod tests;
