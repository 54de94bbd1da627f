//! What the other keywords leave over, for `unevaluatedProperties` and `unevaluatedItems`; and items that stand twice.

use super::Index;
use super::check::{At, Here, Run};
use super::keyword::Keyword;
use crate::base::exact::Decimal;
use crate::base::value::{Map, Node, Value};
use std::hash::{Hash as _, Hasher};

impl Run<'_> {
    /// Checks the entries and items that no other keyword has looked at.
    pub(super) fn unevaluated(&mut self, here: &Here<'_>, node: &Node) {
        match (&node.value, here.part.unevaluated_properties, here.part.unevaluated_items) {
            (Value::Map(map), Some(next), _) => {
                let mut seen = vec![false; map.len()];
                self.mark(here.index, node, here.at, &mut seen, true);
                for ((name, node), _) in map.iter().zip(seen).filter(|(_, seen)| !seen) {
                    self.entry(here, Keyword::UnevaluatedProperties, next, name, node);
                }
            }
            (Value::List(list), _, Some(next)) => {
                let mut seen = vec![false; list.len()];
                self.mark(here.index, node, here.at, &mut seen, true);
                for ((at, node), _) in list.iter().enumerate().zip(seen).filter(|(_, seen)| !seen) {
                    self.item(here, next, at, node);
                }
            }
            _ => {}
        }
    }

    /// Marks what a part of the schema and all that it leads to in place look at. Of `allOf` and `$ref` also what does
    /// not fit counts, so that one fault does not bring on a second.
    fn mark(&mut self, index: Index, node: &Node, at: &At<'_>, seen: &mut [bool], own: bool) {
        self.spend(1 + seen.len() / 16);
        let Some(part) = self.schema.part(index).filter(|_| self.fuel > 0) else { return };
        for next in part.reference.iter().chain(&part.all_of) {
            self.mark(*next, node, at, seen, false);
        }
        for next in part.any_of.iter().chain(&part.one_of) {
            if self.holds(*next, node, at) {
                self.mark(*next, node, at, seen, false);
            }
        }
        if let Some(condition) = part.condition {
            let next = if self.holds(condition, node, at) {
                self.mark(condition, node, at, seen, false);
                part.then
            } else {
                part.otherwise
            };
            next.into_iter().for_each(|next| self.mark(next, node, at, seen, false));
        }
        match &node.value {
            Value::Map(map) => {
                let all = part.additional.is_some() || (!own && part.unevaluated_properties.is_some());
                for ((name, _), seen) in map.iter().zip(seen.iter_mut()) {
                    let matched = |name: &str| part.patterns.iter().any(|(pattern, _)| pattern.matches(name));
                    *seen |= all || part.properties.get(name).is_some() || matched(name);
                }
                for (name, next) in &part.dependent_schemas {
                    if self.has(part, map, name) {
                        self.mark(*next, node, at, seen, false);
                    }
                }
            }
            Value::List(list) => {
                let all = part.items.is_some() || (!own && part.unevaluated_items.is_some());
                for (index, (node, seen)) in list.iter().zip(seen.iter_mut()).enumerate() {
                    let contained = part.contains.is_some_and(|next| self.holds(next, node, at));
                    *seen |= all || index < part.prefix.len() || contained;
                }
            }
            _ => {}
        }
    }

    /// Whether an item occurs twice: equal items have equal hashes, so only those of one hash are compared.
    pub(super) fn twice(&mut self, list: &[Node]) -> bool {
        let mut order: Vec<(u64, usize)> = Vec::with_capacity(list.len());
        for (index, node) in list.iter().enumerate() {
            if !self.given(None, node) {
                continue;
            }
            let mut weight = 0;
            order.push((hash(node, &mut weight), index));
            self.spend(weight);
        }
        order.sort_unstable();
        order.chunk_by(|a, b| a.0 == b.0).any(|same| {
            same.iter().enumerate().any(|(at, (_, one))| {
                self.spend(at);
                self.fuel > 0 && same.iter().take(at).any(|(_, other)| list.get(*other) == list.get(*one))
            })
        })
    }
}

/// A hash that is the same for equal values everywhere, and about how much of the value there is.
fn hash(node: &Node, weight: &mut usize) -> u64 {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    *weight += 1;
    match &node.value {
        Value::Null => 0u8.hash(&mut hasher),
        Value::Bool(bool) => bool.hash(&mut hasher),
        Value::Integer(integer) => Decimal::from(*integer).hash(&mut hasher),
        Value::Decimal(decimal) => decimal.hash(&mut hasher),
        Value::Text(text) => {
            *weight += text.len() / 64;
            hasher.write(text.as_bytes());
        }
        Value::List(list) => list.iter().for_each(|node| hasher.write_u64(hash(node, weight))),
        Value::Map(map) => hasher.write_u64(sum(map, weight)),
    }
    hasher.finish()
}

/// The order of entries is no part of a map's meaning.
fn sum(map: &Map, weight: &mut usize) -> u64 {
    map.iter().fold(0, |sum: u64, (name, node)| {
        let mut hasher = Fnv(1);
        hasher.write(name.as_bytes());
        hasher.write_u64(hash(node, weight));
        sum.wrapping_add(hasher.finish())
    })
}

/// FNV-1a: short, and the same on every machine.
struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
