//! Rulebooks merged on top of each other: agency over province over nation, field by field.
//!
//! A rulebook overrides the rulebooks that it includes. Maps are merged field by field; `null` removes a field. Lists
//! whose items have names (`id`, else `date`, else `year`) are merged item by item, and a map in the place of such a
//! list refers to its items by name. Versions of a unit, procedure, workflow or policy are matched by the day on which they
//! come into force; a version without that day is merged into every version of the base. Any other value replaces the
//! value of the base. A name that does not exist in the base is a fault: removing it does nothing, and changing it
//! would make half an item.

use super::merging::{Merging, position};
use crate::base::error::{Cause, Place};
use crate::base::shape::{Lack, Origin};
use crate::base::value::{Map, Node, Value};
use std::collections::HashMap;

/// Sections whose entries have versions.
pub(super) const DATED: [&str; 6] = ["units", "procedures", "workflows", "policies", "forms", "indicators"];

/// Sections whose entries have none.
const SECTIONS: [&str; 5] = ["calendars", "positions", "acts", "mappings", "records"];

/// A part of a rulebook, and the texts it came from.
pub(super) type Part = (Node, Origin);

/// The level of a part below the root.
#[derive(Clone, Copy)]
enum Level {
    Root,
    /// A section whose entries have versions.
    Dated,
    /// A section whose entries have none.
    Section,
    Below,
}

/// Merges rulebooks, each into those before it. The head is that of the last one; `include` is removed, since includes
/// were followed before.
pub(super) fn merge_all(rulebooks: impl IntoIterator<Item = Part>, merging: &mut Merging) -> Option<Part> {
    let (mut node, origin) = rulebooks.into_iter().reduce(|base, above| merge(base, above, Level::Root, merging))?;
    if let Value::Map(map) = &mut node.value {
        map.remove("include");
    }
    Some((node, origin))
}

/// Merges a part into its base; neither of them is a section.
pub(super) fn merge_fields(base: Part, above: Part, merging: &mut Merging) -> Part {
    merge(base, above, Level::Below, merging)
}

fn merge(base: Part, above: Part, level: Level, merging: &mut Merging) -> Part {
    let ((lower, lower_from), (upper, upper_from)) = (base, above);
    let place = (lower.line, lower.column);
    match (lower.value, upper.value) {
        (Value::Map(lower), Value::Map(upper)) => {
            merge_maps(place, (lower, lower_from), (upper, upper_from), level, merging)
        }
        (Value::List(lower), Value::List(upper)) if named(&lower) && named(&upper) => {
            let items = items(upper, upper_from).into_iter().map(|item| (None, item)).collect();
            merge_items(place, (lower, lower_from), items, merging)
        }
        // An item without a name is reported by itself; the others are found by their names.
        (Value::List(lower), Value::Map(upper)) if lower.iter().any(|item| name(item).is_some()) => {
            let items = entries(upper, upper_from).into_iter().map(|(name, item)| (Some(name), item)).collect();
            merge_items(place, (lower, lower_from), items, merging)
        }
        (lower, value) => {
            let mut from = upper_from;
            if let Value::Map(_) = value {
                // A map may be meant to change fields of the lower value, if that had the right type.
                let base = Node { value: Value::Null, line: place.0, column: place.1 };
                from.add_lack(Lack::Base(position(&base, &lower_from)));
                if let Value::List(list) = &lower {
                    unnamed(list, &lower_from).into_iter().for_each(|place| from.add_lack(Lack::Base(place)));
                }
            }
            (Node { value, line: upper.line, column: upper.column }, from)
        }
    }
}

fn merge_maps(
    (line, column): (u32, u32),
    (lower, lower_from): (Map, Origin),
    (upper, upper_from): (Map, Origin),
    level: Level,
    merging: &mut Merging,
) -> Part {
    let mut origin = lower_from.under(&upper_from);
    let merges_later = matches!(level, Level::Below) && lower.get("like").is_some();
    let mut slots: Vec<_> = entries(lower, lower_from).into_iter().map(Some).collect();
    let keys = slots.iter().flatten().enumerate();
    let index: HashMap<Box<str>, usize> = keys.map(|(at, (key, _))| (key.clone(), at)).collect();
    for (key, above) in entries(upper, upper_from) {
        let removed = matches!(above.0.value, Value::Null);
        // What is like something else is written out later, and would take the removed field from there.
        let removed_here = removed && !merges_later;
        match index.get(&key).and_then(|at| slots.get_mut(*at)) {
            Some(slot) if removed_here => *slot = None,
            Some(slot) => {
                *slot = slot.take().map(|(key, base)| {
                    let merged = merging.below(&key, |merging| match level {
                        Level::Root if DATED.contains(&&*key) => merge(base, above, Level::Dated, merging),
                        Level::Root if SECTIONS.contains(&&*key) => merge(base, above, Level::Section, merging),
                        Level::Dated => merge_versions(base, above, merging),
                        Level::Root | Level::Section | Level::Below => merge(base, above, Level::Below, merging),
                    });
                    (key, merged)
                });
            }
            None if removed && matches!(level, Level::Section | Level::Dated) => {
                let fault = merging.unknown_entry(&key, &above.0, &above.1, index.keys().map(AsRef::as_ref));
                merging.faults.push(fault);
            }
            // A field that is null means the same as one that is absent, if the shape has such a field at all.
            None => slots.push(Some((key, above))),
        }
    }
    let entries: Vec<_> = slots.into_iter().flatten().collect();
    let map = entries.into_iter().map(|(key, (node, from))| {
        origin.set(&key, from);
        (key, node)
    });
    (Node { value: Value::Map(Map::from_entries(map.collect())), line, column }, origin)
}

/// Merges items into a list of named items, each into those of the same name; a new name comes last.
fn merge_items(
    (line, column): (u32, u32),
    (lower, lower_from): (Vec<Node>, Origin),
    upper: Vec<(Option<Box<str>>, Part)>,
    merging: &mut Merging,
) -> Part {
    let known: Vec<String> = lower.iter().filter_map(|item| Some(name(item)?.1)).collect();
    let unnamed = unnamed(&lower, &lower_from);
    let origin = lower_from.alone();
    let mut slots: Vec<Option<Part>> = items(lower, lower_from).into_iter().map(Some).collect();
    let mut index: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, (item, _)) in slots.iter().flatten().enumerate() {
        index.entry(name(item).unwrap_or_default().1).or_default().push(at);
    }
    for (called, (mut node, mut from)) in upper {
        let removed = matches!(node.value, Value::Null);
        let name = called.as_deref().map_or_else(|| name(&node).unwrap_or_default().1, str::to_owned);
        let day = day(&node).map(str::to_owned);
        let fits = |slot: &Part| day.is_none() || self::day(&slot.0) == day.as_deref();
        // Removed from the index: two items of one name stay two, so that the duplicate is reported.
        let (hits, left): (Vec<_>, Vec<_>) = index
            .remove(&name)
            .unwrap_or_default()
            .into_iter()
            .partition(|at| slots.get(*at).is_some_and(|slot| slot.as_ref().is_some_and(fits)));
        for slot in &hits {
            let Some(slot) = slots.get_mut(*slot) else { continue };
            let above = (node.clone(), from.clone());
            let merge = |item| merging.below(&name, |merging| merge(item, above, Level::Below, merging));
            *slot = slot.take().filter(|_| !removed).map(merge);
        }
        if hits.is_empty() && called.is_some() {
            let fault = merging.unknown_entry(&name, &node, &from, known.iter().map(String::as_str));
            // The item without a name may be the one.
            let fault = unnamed.iter().fold(fault, |fault, place| fault.because_of(Cause::Fault(place.clone())));
            if removed {
                merging.faults.push(fault);
            } else {
                from.add_lack(Lack::Namesake(Box::new(fault)));
            }
        }
        if !left.is_empty() {
            index.insert(name, left);
        }
        if hits.is_empty() && !removed {
            if let (Value::Map(map), Some(called)) = (&mut node.value, called) {
                // The item was given by its name as a key: the name becomes its `id`.
                map.insert("id", Value::Text(called).into());
            }
            slots.push(Some((node, from)));
        }
    }
    list((line, column), origin, slots.into_iter().flatten().collect())
}

/// Merges versions: each into the one that comes into force on the same day, or into all if it names no day.
fn merge_versions(base: Part, above: Part, merging: &mut Merging) -> Part {
    let place = (base.0.line, base.0.column);
    let mut origin = Origin::of(base.1.file());
    for (node, from) in [&base, &above] {
        if let Value::List(_) = node.value {
            origin = origin.under(from);
        }
    }
    let mut versions = versions(base);
    let count = versions.len();
    for above in self::versions(above) {
        let day = day(&above.0).map(str::to_owned);
        let mut hit = false;
        for at in 0..count {
            let Some(slot) = versions.get_mut(at) else { continue };
            // A version that is like another one is one of its own.
            let every = above.0.get("like").is_none();
            if day.as_deref().map_or(every, |day| self::day(&slot.0) == Some(day)) {
                hit = true;
                if day.is_none() && count > 1 && !merging.may_copy(&above) {
                    break;
                }
                let base = std::mem::replace(slot, (Value::Null.into(), Origin::of(origin.file())));
                *slot = merge(base, above.clone(), Level::Below, merging);
            }
        }
        if !hit {
            versions.push(above);
        }
    }
    match versions.len() {
        1 => {
            let (node, from) = versions.remove(0);
            let alone = origin.lacks().iter().cloned();
            let from = alone.fold(from, |mut from, lack| {
                from.add_lack(lack);
                from
            });
            (node, from)
        }
        _ => list(place, origin, versions),
    }
}

fn versions((node, origin): Part) -> Vec<Part> {
    match node.value {
        Value::List(list) => items(list, origin),
        _ => vec![(node, origin)],
    }
}

/// The day on which a version comes into force, if it names one.
pub(super) fn day(node: &Node) -> Option<&str> {
    node.get("in_force")?.get("from")?.value.as_text()
}

/// Whether every item of a list has a name of one kind, and there are any.
fn named(list: &[Node]) -> bool {
    let kind = list.first().and_then(name).map(|(kind, _)| kind);
    kind.is_some() && list.iter().all(|item| name(item).map(|(kind, _)| kind) == kind)
}

/// The position of the first item without a name, or of a name that is not a string.
fn unnamed(list: &[Node], from: &Origin) -> Option<Place> {
    list.iter().enumerate().find_map(|(index, item)| {
        let at = match item.get("id") {
            Some(id) => Some(id).filter(|id| id.value.as_text().is_none()),
            None => Some(item).filter(|item| name(item).is_none()),
        };
        Some(position(at?, from.part(&index.to_string()).unwrap_or(from)))
    })
}

/// The name of an item of a list, and of which kind it is: its `id`, else its `date`, else its `year`.
pub(super) fn name(node: &Node) -> Option<(&'static str, String)> {
    ["id", "date", "year"].into_iter().find_map(|kind| match &node.get(kind)?.value {
        Value::Text(text) => Some((kind, text.to_string())),
        Value::Integer(integer) => Some((kind, integer.to_string())),
        _ => None,
    })
}

pub(super) fn entries(map: Map, mut origin: Origin) -> Vec<(Box<str>, Part)> {
    let with_origin = |(key, node): (Box<str>, Node)| {
        let from = origin.take(&key);
        (key, (node, from))
    };
    map.into_entries().into_iter().map(with_origin).collect()
}

pub(super) fn items(list: Vec<Node>, mut origin: Origin) -> Vec<Part> {
    list.into_iter().enumerate().map(|(index, node)| (node, origin.take(&index.to_string()))).collect()
}

/// A list of items; `origin` is the origin of the list without its items.
pub(super) fn list((line, column): (u32, u32), mut origin: Origin, items: Vec<Part>) -> Part {
    let mut list = Vec::with_capacity(items.len());
    for (index, (node, from)) in items.into_iter().enumerate() {
        origin.set(&index.to_string(), from);
        list.push(node);
    }
    (Node { value: Value::List(list), line, column }, origin)
}
