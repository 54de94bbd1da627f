//! Interned names: each text once, with a number in its place.

use foldhash::fast::RandomState;
use std::hash::BuildHasher;
use std::num::NonZeroU32;

/// An interned name of the log. It counts from one, so that `Option<Symbol>` takes no more room than `Symbol`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(NonZeroU32);

impl Symbol {
    /// The number of the name, in the order in which names were first seen.
    pub const fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Every name of the log, each once.
///
/// One text holds them all, and a hash table of numbers finds them. A log has about as many names as events, since each
/// event has an identifier; one allocation each would take more memory than the columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// How many symbols are those of another list that this one continues.
    before: usize,
    text: String,
    /// Where each name ends in the text.
    ends: Vec<usize>,
    /// A table with open addressing, whose length is a power of two. Each symbol is stored with the hash of its name,
    /// so that a search rarely compares a wrong name and growing compares none.
    table: Vec<(u32, Option<Symbol>)>,
    hasher: RandomState,
}

impl Names {
    /// An empty list whose symbols follow those of another one.
    pub(crate) fn after(other: &Self) -> Self {
        Self { before: other.before + other.len(), ..Self::default() }
    }

    /// The symbol of a name, which is added if it is new; `None` after four billion names.
    pub(crate) fn intern(&mut self, name: &str) -> Option<Symbol> {
        // At most three quarters are filled, so that a search is short and always ends.
        if self.len() >= self.table.len() / 4 * 3 {
            self.grow();
        }
        let hash = self.hash(name);
        let (slot, found) = self.search(name, hash);
        if found.is_some() {
            return found;
        }
        let symbol = Symbol(NonZeroU32::new(u32::try_from(self.before + self.len()).ok()?.checked_add(1)?)?);
        self.text.push_str(name);
        self.ends.push(self.text.len());
        if let Some(cell) = self.table.get_mut(slot) {
            *cell = (hash, Some(symbol));
        }
        Some(symbol)
    }

    /// The symbol of a name, if the log has it.
    pub(crate) fn find(&self, name: &str) -> Option<Symbol> {
        self.search(name, self.hash(name)).1
    }

    /// The name of a symbol of this list; empty for any other.
    pub(crate) fn get(&self, symbol: Symbol) -> &str {
        let Some(index) = symbol.index().checked_sub(self.before) else { return "" };
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Whether a symbol is one of this list.
    pub(crate) fn has(&self, symbol: Symbol) -> bool {
        symbol.index().checked_sub(self.before).is_some_and(|index| index < self.len())
    }

    /// The symbols of this list, in the order in which their names were added.
    pub(crate) fn symbols(&self) -> impl Iterator<Item = Symbol> + use<> {
        let all = self.before..self.before + self.len();
        all.filter_map(|index| Some(Symbol(NonZeroU32::new(u32::try_from(index).ok()?.checked_add(1)?)?)))
    }

    /// How many names there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Both halves of the hash, so that each of its bits has a say in the slot.
    #[allow(clippy::cast_possible_truncation)] // folding is the point
    fn hash(&self, name: &str) -> u32 {
        let hash = self.hasher.hash_one(name);
        (hash ^ (hash >> 32)) as u32
    }

    /// The slot of a name, or the free slot where it would go, and its symbol if it is there.
    fn search(&self, name: &str, hash: u32) -> (usize, Option<Symbol>) {
        let mask = self.table.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        while let Some((other, Some(symbol))) = self.table.get(slot).copied() {
            if other == hash && self.get(symbol) == name {
                return (slot, Some(symbol));
            }
            slot = (slot + 1) & mask;
        }
        (slot, None)
    }

    fn grow(&mut self) {
        let length = (self.table.len() * 2).max(64);
        let old = std::mem::replace(&mut self.table, vec![(0, None); length]);
        for (hash, symbol) in old.into_iter().filter(|(_, symbol)| symbol.is_some()) {
            let mut slot = hash as usize & (length - 1);
            while self.table.get(slot).is_some_and(|(_, taken)| taken.is_some()) {
                slot = (slot + 1) & (length - 1);
            }
            if let Some(cell) = self.table.get_mut(slot) {
                *cell = (hash, symbol);
            }
        }
    }
}
