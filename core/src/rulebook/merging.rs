//! The state of a merge: the part that is merged, what may still be copied, and the faults found.

use super::overlay::Part;
use crate::base::error::{Code, Error, Place};
use crate::base::shape::Origin;
use crate::base::value::{Node, Value, push_token};

/// The pointer to the part that is merged, and the faults found.
pub(super) struct Merging {
    way: String,
    /// The number of parts that may still be copied.
    left: usize,
    pub(super) faults: Vec<Error>,
}

/// The number of parts that may be copied in all. Each version that is like another one gets a copy of its parts, so a
/// short text could otherwise fill the memory.
const MOST_COPIED: usize = 1_000_000;

impl Default for Merging {
    fn default() -> Self {
        Self { way: String::new(), left: MOST_COPIED, faults: Vec::new() }
    }
}

impl Merging {
    /// Whether a part may be copied once more; the first one that may not is reported.
    pub(super) fn may_copy(&mut self, part: &Part) -> bool {
        if self.left == 0 {
            return false;
        }
        self.left = self.left.saturating_sub(size(&part.0));
        if self.left == 0 {
            let fault = Error::new(Code::TooLarge).with("what", "versions").with("limit", MOST_COPIED);
            self.faults.push(fault.at(self.place(&part.0, &part.1)));
        }
        self.left > 0
    }

    /// Pointer to the part that is merged.
    pub(super) fn way(&self) -> &str {
        &self.way
    }

    /// Carries out `go` within the part of this name.
    pub(super) fn below<T>(&mut self, name: &str, go: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.way.len();
        push_token(&mut self.way, name);
        let gone = go(self);
        self.way.truncate(length);
        gone
    }

    /// Carries out `go` beside the entry that is merged: within its section.
    pub(super) fn beside<T>(&mut self, go: impl FnOnce(&mut Self) -> T) -> T {
        let section = self.way.match_indices('/').nth(1).map_or(self.way.len(), |(end, _)| end);
        let rest = self.way.split_off(section);
        let gone = go(self);
        self.way.push_str(&rest);
        gone
    }

    /// The place of the part that is merged.
    pub(super) fn place(&self, node: &Node, from: &Origin) -> Place {
        Place { pointer: Some(self.way.clone()), ..position(node, from) }
    }

    /// The fault of an entry that changes or removes an entry of the base, if the base has none of this name.
    pub(super) fn unknown_entry<'a>(
        &mut self,
        name: &str,
        node: &Node,
        from: &Origin,
        known: impl Iterator<Item = &'a str>,
    ) -> Error {
        let place = self.below(name, |merging| merging.place(node, from));
        Error::undeclared("entry", name, known).at(place)
    }
}

/// The position of a part in its text.
pub(super) fn position(node: &Node, from: &Origin) -> Place {
    Place { file: Some(from.file().clone()), ..node.place() }
}

/// The number of parts in a part, including itself.
fn size(node: &Node) -> usize {
    match &node.value {
        Value::Map(map) => map.iter().map(|(_, node)| size(node)).sum::<usize>() + 1,
        Value::List(list) => list.iter().map(size).sum::<usize>() + 1,
        _ => 1,
    }
}
