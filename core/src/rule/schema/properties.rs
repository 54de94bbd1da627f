//! The entries that a part of a schema names, found fast.

use super::Index;
use crate::base::Arrange;
use crate::base::packed::packed_as;

/// Named parts in the order of the schema. A form and its schema mostly list fields in one order, so the next field of
/// a document is looked for right behind the last one.
#[derive(Clone, Debug, Default)]
pub(super) struct Properties {
    entries: Vec<Entry>,
    /// Places of the entries in the order of their names.
    sorted: Vec<usize>,
    /// The bits of all entries that are required.
    required: u64,
    /// Whether something is required that has no bit.
    unknown: bool,
}

#[derive(Clone, Debug)]
struct Entry {
    name: Box<str>,
    part: Index,
    /// The entry's own bit, where it is required and one of the first 64.
    bit: u64,
}

/// Up to this many entries are compared one by one; beyond, they are searched.
const NEAR: usize = 8;

packed_as! {
    Properties as Vec<(Box<str>, Index)>: |properties: &Self| properties.entries.iter().map(|entry| (entry.name.clone(), entry.part)).collect(),
        Self::new;
}

impl Properties {
    pub(super) fn new(entries: impl IntoIterator<Item = (Box<str>, Index)>) -> Self {
        let entries: Vec<_> = entries.into_iter().map(|(name, part)| Entry { name, part, bit: 0 }).collect();
        let mut sorted: Vec<usize> = (0..entries.len()).collect();
        sorted.arrange_by(|a, b| name(&entries, *a).cmp(name(&entries, *b)));
        Self { entries, sorted, required: 0, unknown: false }
    }

    /// Gives bits to the required entries.
    pub(super) fn require(&mut self, names: &[Box<str>]) {
        for name in names {
            let bit = 1u64.checked_shl(self.required.count_ones()).unwrap_or(0);
            match self.entries.iter_mut().find(|entry| entry.name == *name) {
                Some(entry) if entry.bit != 0 => {}
                Some(entry) if bit != 0 => {
                    entry.bit = bit;
                    self.required |= bit;
                }
                _ => self.unknown = true,
            }
        }
    }

    /// The bits of all entries that are required.
    pub(super) const fn required(&self) -> u64 {
        self.required
    }

    /// Whether something is required that has no bit.
    pub(super) const fn some_unknown(&self) -> bool {
        self.unknown
    }

    /// Place, part and bit of a name, looked for from `from` on first.
    pub(super) fn find(&self, wanted: &str, from: usize) -> Option<(usize, Index, u64)> {
        let near = self.entries.iter().enumerate().skip(from).take(NEAR).find(|(_, entry)| *entry.name == *wanted);
        let (place, entry) = near.or_else(|| {
            let at = self.sorted.binary_search_by(|place| name(&self.entries, *place).cmp(wanted)).ok()?;
            let place = *self.sorted.get(at)?;
            self.entries.get(place).map(|entry| (place, entry))
        })?;
        Some((place, entry.part, entry.bit))
    }

    /// The part of a name.
    pub(super) fn get(&self, name: &str) -> Option<Index> {
        self.find(name, 0).map(|(_, part, _)| part)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| &*entry.name)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

fn name(entries: &[Entry], place: usize) -> &str {
    entries.get(place).map_or("", |entry| &entry.name)
}

#[cfg(test)]
#[path = "tests/properties.rs"]
mod tests;
