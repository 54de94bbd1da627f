//! The state of laying rulebooks upon each other: where it is, what it may still copy, and the faults found there.

use super::overlay::Part;
use crate::base::error::{Code, Error, Place};
use crate::base::shape::Origin;
use crate::base::value::{Node, Value, push_token};

/// The way to what is laid, and the faults found there.
pub(super) struct Laying {
    way: String,
    /// So many parts may still be written a second time.
    left: usize,
    pub(super) faults: Vec<Error>,
}

/// What many versions take over is written out for each of them: so many parts in all, or a short text fills the memory.
const MOST_COPIED: usize = 1_000_000;

impl Default for Laying {
    fn default() -> Self {
        Self { way: String::new(), left: MOST_COPIED, faults: Vec::new() }
    }
}

impl Laying {
    /// Whether a part may be written out once more; the first that may not is a fault.
    pub(super) fn affords(&mut self, part: &Part) -> bool {
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

    /// Pointer to the part that is laid.
    pub(super) fn way(&self) -> &str {
        &self.way
    }

    /// Goes into the part of a name, and comes back.
    pub(super) fn below<T>(&mut self, name: &str, go: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.way.len();
        push_token(&mut self.way, name);
        let gone = go(self);
        self.way.truncate(length);
        gone
    }

    /// The place of a part to which the way leads.
    pub(super) fn place(&self, node: &Node, from: &Origin) -> Place {
        Place { pointer: Some(self.way.clone()), ..position(node, from) }
    }

    /// The fault of an entry of a name that nothing beneath has.
    pub(super) fn no_namesake<'a>(
        &mut self,
        name: &str,
        node: &Node,
        from: &Origin,
        known: impl Iterator<Item = &'a str>,
    ) -> Error {
        let place = self.below(name, |laying| laying.place(node, from));
        Error::undeclared("entry", name, known).at(place)
    }
}

/// Where a part stands in its text.
pub(super) fn position(node: &Node, from: &Origin) -> Place {
    Place { file: Some(from.file().clone()), ..node.place() }
}

/// How many parts a part has.
fn size(node: &Node) -> usize {
    match &node.value {
        Value::Map(map) => map.iter().map(|(_, node)| size(node)).sum::<usize>() + 1,
        Value::List(list) => list.iter().map(size).sum::<usize>() + 1,
        _ => 1,
    }
}
