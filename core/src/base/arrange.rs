//! Sorting in a few instructions for each type. The standard library's routine is some ten kilobytes of code for each
//! type and order, which is right for long lists and too much for the hundred short ones that a rulebook has.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Stable sorting of lists that are short, or sorted once.
pub(crate) trait Arrange<T> {
    /// Sorts by an order of the elements.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by the order of the elements themselves.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    /// Sorts by a key of each element.
    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let order = order(self.len(), &mut |a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        // Where each element goes; an exchange brings at least one to its place.
        let mut places = vec![0; order.len()];
        for (place, from) in order.into_iter().enumerate() {
            if let Some(to) = places.get_mut(from) {
                *to = place;
            }
        }
        for at in 0..places.len() {
            while let Some(to) = places.get(at).copied().filter(|to| *to != at) {
                self.swap(at, to);
                places.swap(at, to);
            }
        }
    }
}

/// Maps and sets out of iterators, one entry after the other: `collect` sorts them first.
pub(crate) trait Gather: Iterator + Sized {
    /// A map; of two entries with one key the later counts.
    fn into_map<K: Ord, V>(self) -> BTreeMap<K, V>
    where
        Self: Iterator<Item = (K, V)>,
    {
        let mut map = BTreeMap::new();
        map.extend(self);
        map
    }

    /// A set.
    fn into_set(self) -> BTreeSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut set = BTreeSet::new();
        set.extend(self);
        set
    }
}

impl<I: Iterator> Gather for I {}

/// The indices below `length` in the given order: one routine for all types.
fn order(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_sorts(list: Vec<(u8, u32)>) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            ours.arrange_by_key(|(key, _)| key % 7);
            theirs.sort_by_key(|(key, _)| key % 7);
            prop_assert_eq!(ours, theirs);
            let (mut ours, mut theirs) = (list.clone(), list);
            ours.arrange();
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }
}
