//! Tallies: counts for one component, as integers that add up over shards in any order.

use super::rational::Rational;
use std::collections::BTreeMap;

/// The items of one officer under one component, counted by how much of their worth was deducted.
///
/// Merging is addition, so the order and the number of shards do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<Rational, i64>);

impl Tally {
    /// Adds an item of whose worth this much was deducted.
    pub fn add(&mut self, cut: Rational) {
        *self.0.entry(cut).or_insert(0) += 1;
    }

    /// Adds all items of another tally.
    pub fn merge(&mut self, other: &Self) {
        for (cut, count) in &other.0 {
            *self.0.entry(*cut).or_insert(0) += count;
        }
    }

    /// The number of items.
    pub fn items(&self) -> i64 {
        self.0.values().sum()
    }

    /// The number of items without a deduction.
    pub fn whole(&self) -> i64 {
        self.0.get(&Rational::ZERO).copied().unwrap_or(0)
    }

    /// The mean worth; `None` without items, or if it overflows.
    pub fn mean(&self) -> Option<Rational> {
        let cut = Rational::sum(
            self.0.iter().map(|(cut, count)| cut.times(Rational::from(*count))).collect::<Option<Vec<_>>>()?,
        )?;
        let items = Rational::from(self.items());
        items.minus(cut)?.over(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tally() -> impl Strategy<Value = Tally> {
        prop::collection::vec(0_i64..=4, 0..30).prop_map(|cuts| {
            let mut tally = Tally::default();
            for cut in cuts {
                tally.add(Rational::new(cut.into(), 4).unwrap());
            }
            tally
        })
    }

    fn merged(a: &Tally, b: &Tally) -> Tally {
        let mut sum = a.clone();
        sum.merge(b);
        sum
    }

    proptest! {
        #[test]
        fn merging_is_addition(a in tally(), b in tally(), c in tally()) {
            prop_assert_eq!(merged(&a, &b), merged(&b, &a));
            prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
            prop_assert_eq!(merged(&a, &Tally::default()), a.clone());
            prop_assert_eq!(merged(&a, &b).items(), a.items() + b.items());
        }
    }

    #[test]
    fn the_mean_is_exact() {
        let mut tally = Tally::default();
        tally.add(Rational::ZERO);
        tally.add(Rational::new(1, 4).unwrap());
        tally.add(Rational::ONE);
        assert_eq!(tally.mean(), Rational::new(7, 12));
        assert_eq!((tally.items(), tally.whole()), (3, 1));
        assert_eq!(Tally::default().mean(), None);
    }
}
