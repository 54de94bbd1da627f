//! Tallies: counts for one component, as integers that add up over shards in any order.

use crate::base::exact::Rational;
use std::collections::BTreeMap;

/// The items of one officer under one component, counted by how much of their worth was deducted.
///
/// Merging is addition, so the order and the number of shards do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally(BTreeMap<Rational, i64>);

impl Tally {
    /// One more item, of whose worth so much was cut.
    pub(crate) fn add(&mut self, cut: Rational) {
        *self.0.entry(cut).or_insert(0) += 1;
    }

    /// How many items.
    pub(crate) fn items(&self) -> i64 {
        self.0.values().sum()
    }

    /// How many kept their whole worth.
    pub(crate) fn whole(&self) -> i64 {
        self.0.get(&Rational::ZERO).copied().unwrap_or(0)
    }

    /// The mean worth; nothing over no items, or when it cannot be held exactly.
    pub(crate) fn mean(&self) -> Option<Rational> {
        let cut = Rational::sum(
            self.0.iter().map(|(cut, count)| cut.times(Rational::from(*count))).collect::<Option<Vec<_>>>()?,
        )?;
        let items = Rational::from(self.items());
        items.minus(cut)?.over(items)
    }
}

#[cfg(test)]
#[path = "tests/tally.rs"]
mod tests;
