//! How much of what a form requires is filled in.

use super::compiled::Schema;
use super::part::Index;
use crate::base::value::{Node, Value};

impl Schema {
    /// How many values a valid document must at least fill in, and how many of them are filled in.
    pub fn progress(&self, node: Option<&Node>) -> (u32, u32) {
        // A schema may require itself without end.
        let mut counts = Counts { filled: 0, required: 0, fuel: 10_000 };
        self.count(0, node, &mut counts, 0);
        (counts.filled, counts.required)
    }

    fn count(&self, index: Index, node: Option<&Node>, counts: &mut Counts, depth: usize) {
        counts.fuel = counts.fuel.saturating_sub(1);
        let Some(part) = self.part(index).filter(|_| depth < 32 && counts.fuel > 0) else { return };
        for next in part.reference.iter().chain(&part.all_of) {
            self.count(*next, node, counts, depth + 1);
        }
        let mut from = 0;
        for name in &part.required {
            let found = match node.map(|node| &node.value) {
                Some(Value::Map(map)) => map.find(name, from),
                _ => None,
            };
            let value = found.map(|(place, node)| {
                from = place + 1;
                node
            });
            let next = part.properties.get(name);
            let group = next.is_some_and(|next| self.required_inside(next));
            if !group {
                counts.required += 1;
                counts.filled += u32::from(crate::rule::is_filled(value));
            }
            if let Some(next) = next {
                self.count(next, value, counts, depth + 1);
            }
        }
    }

    fn required_inside(&self, index: Index) -> bool {
        self.part(index).is_some_and(|part| !part.required.is_empty())
    }
}

struct Counts {
    filled: u32,
    required: u32,
    fuel: u32,
}
