//! Rulebooks laid upon each other: agency over province over nation, field by field.
//!
//! What includes lies over what is included. A map is laid over a map field by field; `null` takes a field away. Lists
//! whose items have names (`id`, else `date`, else `year`) are laid item by item, and a map in the place of such a list
//! speaks of its items by name. Versions of a unit, procedure, workflow or policy are told apart by the day on which they
//! come into force; a version without that day lies over every version beneath. Whatever else stands above replaces
//! what stands beneath. What is spoken of by name and stands nowhere beneath is a fault: to take it away does nothing,
//! and to change it makes half an item.

use super::laying::{Laying, position};
use crate::base::error::{Cause, Place};
use crate::base::shape::{Lack, Origin};
use crate::base::value::{Map, Node, Value};
use std::collections::HashMap;

/// Sections whose entries have versions.
pub(super) const DATED: [&str; 5] = ["units", "procedures", "workflows", "policies", "forms"];

/// Sections whose entries have none.
const SECTIONS: [&str; 4] = ["calendars", "positions", "acts", "mappings"];

/// A part of a rulebook, and the texts it came from.
pub(super) type Part = (Node, Origin);

/// How far below the root a part lies.
#[derive(Clone, Copy)]
enum Level {
    Root,
    /// A section whose entries have versions.
    Dated,
    /// A section whose entries have none.
    Section,
    Below,
}

/// Lays rulebooks upon each other, the first at the bottom. The head is that of the last; includes are followed already
/// and go.
pub(super) fn lay_all(rulebooks: impl IntoIterator<Item = Part>, laying: &mut Laying) -> Option<Part> {
    let (mut node, origin) = rulebooks.into_iter().reduce(|beneath, above| lay(beneath, above, Level::Root, laying))?;
    if let Value::Map(map) = &mut node.value {
        map.remove("include");
    }
    Some((node, origin))
}

/// Lays a part over another one, neither of them a section.
pub(super) fn lay_below(beneath: Part, above: Part, laying: &mut Laying) -> Part {
    lay(beneath, above, Level::Below, laying)
}

fn lay(beneath: Part, above: Part, level: Level, laying: &mut Laying) -> Part {
    let ((lower, lower_from), (upper, upper_from)) = (beneath, above);
    let place = (lower.line, lower.column);
    match (lower.value, upper.value) {
        (Value::Map(lower), Value::Map(upper)) => {
            lay_map(place, (lower, lower_from), (upper, upper_from), level, laying)
        }
        (Value::List(lower), Value::List(upper)) if named(&lower) && named(&upper) => {
            let items = items(upper, upper_from).into_iter().map(|item| (None, item)).collect();
            lay_items(place, (lower, lower_from), items, laying)
        }
        // An item without a name is reported by itself; the others are found by their names.
        (Value::List(lower), Value::Map(upper)) if lower.iter().any(|item| name(item).is_some()) => {
            let items = entries(upper, upper_from).into_iter().map(|(name, item)| (Some(name), item)).collect();
            lay_items(place, (lower, lower_from), items, laying)
        }
        (lower, value) => {
            let mut from = upper_from;
            if let Value::Map(_) = value {
                // A map may be meant to change fields of the lower value, if that had the right type.
                let beneath = Node { value: Value::Null, line: place.0, column: place.1 };
                from.add_lack(Lack::Base(position(&beneath, &lower_from)));
                if let Value::List(list) = &lower {
                    unnamed(list, &lower_from).into_iter().for_each(|place| from.add_lack(Lack::Base(place)));
                }
            }
            (Node { value, line: upper.line, column: upper.column }, from)
        }
    }
}

fn lay_map(
    (line, column): (u32, u32),
    (lower, lower_from): (Map, Origin),
    (upper, upper_from): (Map, Origin),
    level: Level,
    laying: &mut Laying,
) -> Part {
    let mut origin = lower_from.under(&upper_from);
    let mut slots: Vec<_> = entries(lower, lower_from).into_iter().map(Some).collect();
    let keys = slots.iter().flatten().enumerate();
    let index: HashMap<Box<str>, usize> = keys.map(|(at, (key, _))| (key.clone(), at)).collect();
    for (key, above) in entries(upper, upper_from) {
        let removed = matches!(above.0.value, Value::Null);
        match index.get(&key).and_then(|at| slots.get_mut(*at)) {
            Some(slot) if removed => *slot = None,
            Some(slot) => {
                *slot = slot.take().map(|(key, beneath)| {
                    let laid = laying.below(&key, |laying| match level {
                        Level::Root if DATED.contains(&&*key) => lay(beneath, above, Level::Dated, laying),
                        Level::Root if SECTIONS.contains(&&*key) => lay(beneath, above, Level::Section, laying),
                        Level::Dated => lay_versions(beneath, above, laying),
                        Level::Root | Level::Section | Level::Below => lay(beneath, above, Level::Below, laying),
                    });
                    (key, laid)
                });
            }
            None if removed && matches!(level, Level::Section | Level::Dated) => {
                let fault = laying.no_namesake(&key, &above.0, &above.1, index.keys().map(AsRef::as_ref));
                laying.faults.push(fault);
            }
            // A field that is set to nothing says what one says that is not there, if there is such a field.
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

/// Lays items over a list of named ones, each over those of its name; a new name comes last.
fn lay_items(
    (line, column): (u32, u32),
    (lower, lower_from): (Vec<Node>, Origin),
    upper: Vec<(Option<Box<str>>, Part)>,
    laying: &mut Laying,
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
        // Taken out: two items of one name above stay two, so that the fault is told.
        let (hits, left): (Vec<_>, Vec<_>) = index
            .remove(&name)
            .unwrap_or_default()
            .into_iter()
            .partition(|at| slots.get(*at).is_some_and(|slot| slot.as_ref().is_some_and(fits)));
        for slot in &hits {
            let Some(slot) = slots.get_mut(*slot) else { continue };
            let above = (node.clone(), from.clone());
            let lay = |item| laying.below(&name, |laying| lay(item, above, Level::Below, laying));
            *slot = slot.take().filter(|_| !removed).map(lay);
        }
        if hits.is_empty() && called.is_some() {
            let fault = laying.no_namesake(&name, &node, &from, known.iter().map(String::as_str));
            // The item without a name may be the one.
            let fault = unnamed.iter().fold(fault, |fault, place| fault.because_of(Cause::Fault(place.clone())));
            if removed {
                laying.faults.push(fault);
            } else {
                from.add_lack(Lack::Namesake(Box::new(fault)));
            }
        }
        if !left.is_empty() {
            index.insert(name, left);
        }
        if hits.is_empty() && !removed {
            if let (Value::Map(map), Some(called)) = (&mut node.value, called) {
                // Spoken of by name: the name belongs into the item.
                map.insert("id", Value::Text(called).into());
            }
            slots.push(Some((node, from)));
        }
    }
    list((line, column), origin, slots.into_iter().flatten().collect())
}

/// Versions over versions: each over the one that comes into force on the same day, or over all if it names no day.
fn lay_versions(beneath: Part, above: Part, laying: &mut Laying) -> Part {
    let place = (beneath.0.line, beneath.0.column);
    let mut origin = Origin::of(beneath.1.file());
    for (node, from) in [&beneath, &above] {
        if let Value::List(_) = node.value {
            origin = origin.under(from);
        }
    }
    let mut versions = versions(beneath);
    let count = versions.len();
    for above in self::versions(above) {
        let day = day(&above.0).map(str::to_owned);
        let mut hit = false;
        for at in 0..count {
            let Some(slot) = versions.get_mut(at) else { continue };
            if day.as_deref().is_none_or(|day| self::day(&slot.0) == Some(day)) {
                hit = true;
                if day.is_none() && count > 1 && !laying.affords(&above) {
                    break;
                }
                let beneath = std::mem::replace(slot, (Value::Null.into(), Origin::of(origin.file())));
                *slot = lay(beneath, above.clone(), Level::Below, laying);
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

/// The day on which a version comes into force, where it names one.
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
