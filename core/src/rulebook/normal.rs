//! The normal form: one spelling for rulebooks with the same meaning.

use super::overlay::DATED;
use super::parts::Parts;
use crate::base::value::{Node, Value};

/// Parts in which the order of keys has a meaning: remarks follow the order of a form, a workflow begins with its first
/// step.
const ORDERED: [&str; 3] = ["form", "steps", "policies"];

/// The normal form of a merged rulebook: the default calendar and the default mapping are written out, versions are in
/// the order of their dates, a single version is not a list, and keys are sorted wherever their order has no meaning.
pub(super) fn normal(mut node: Node, parts: &Parts) -> Node {
    let Value::Map(root) = &mut node.value else { return node };
    let named =
        [("calendar", parts.rules.calendar.as_ref().map(|id| id.as_str())), ("mapping", parts.mapping.as_deref())];
    for (key, name) in named {
        if let Some(name) = name {
            root.insert(key, text(name));
        }
    }
    for section in DATED {
        let Some(Node { value: Value::Map(entries), .. }) = root.get_mut(section) else { continue };
        for (_, versions) in entries.iter_mut() {
            let Value::List(list) = &mut versions.value else { continue };
            list.sort_by_cached_key(|version| version.get("in_force")?.get("from")?.value.as_text().map(str::to_owned));
            if list.len() == 1
                && let Some(only) = list.pop()
            {
                *versions = only;
            }
        }
    }
    sort(&mut node);
    node
}

/// Sorts the keys of all maps, except those whose order has a meaning.
pub(super) fn sort(node: &mut Node) {
    match &mut node.value {
        Value::Map(map) => {
            map.iter_mut().filter(|(key, _)| !ORDERED.contains(key)).for_each(|(_, node)| sort(node));
            map.sort();
        }
        Value::List(list) => list.iter_mut().for_each(sort),
        _ => {}
    }
}

pub(super) fn text(text: &str) -> Node {
    Value::Text(text.into()).into()
}
