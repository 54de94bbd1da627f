//! Maps in the order of the text, and the comparison of their keys.

use super::node::{Node, Value};
use crate::base::error::{Code, Error, Faults};

/// Whether two short texts are equal, such as keys and document numbers. Comparing two overlapping words is faster than
/// a call of the comparison for texts of any length.
#[inline]
pub(crate) fn same(a: &str, b: &str) -> bool {
    fn ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
        a.first_chunk::<N>() == b.first_chunk::<N>() && a.last_chunk::<N>() == b.last_chunk::<N>()
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a.len() == b.len()
        && match a.len() {
            0..4 => a.iter().eq(b),
            4..8 => ends::<4>(a, b),
            8..=16 => ends::<8>(a, b),
            _ => a == b,
        }
}

/// The entries of a map, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Map {
    entries: Vec<(Box<str>, Node)>,
}

impl Map {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _)| &**name == key).map(|(_, node)| node)
    }

    /// The value of a key and its index among the entries; the index `guess` is tried first.
    #[inline]
    pub fn find(&self, key: &str, guess: usize) -> Option<(usize, &Node)> {
        match self.entries.get(guess) {
            Some((name, node)) if same(name, key) => Some((guess, node)),
            _ => self.search(key),
        }
    }

    fn search(&self, key: &str) -> Option<(usize, &Node)> {
        let mut entries = self.entries.iter().enumerate();
        entries.find(|(_, (name, _))| same(name, key)).map(|(index, (_, node))| (index, node))
    }

    /// The entries, in the order of the text.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Node)> {
        self.entries.iter().map(|(key, node)| (&**key, node))
    }

    /// The entries with mutable values.
    pub fn iter_mut(&mut self) -> impl ExactSizeIterator<Item = (&str, &mut Node)> {
        self.entries.iter_mut().map(|(key, node)| (&**key, node))
    }

    /// The value of a key, mutable.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.entries.iter_mut().find(|(name, _)| &**name == key).map(|(_, node)| node)
    }

    /// Sets the value of a key; a new key comes last.
    pub fn insert(&mut self, key: &str, node: Node) {
        match self.get_mut(key) {
            Some(slot) => *slot = node,
            None => self.entries.push((key.into(), node)),
        }
    }

    /// Removes a key and returns its value.
    pub fn remove(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|(name, _)| &**name == key)?;
        Some(self.entries.remove(index).1)
    }

    /// The entries themselves.
    pub fn into_entries(self) -> Vec<(Box<str>, Node)> {
        self.entries
    }

    /// Sorts the keys as RFC 8785 does, by UTF-16 code units.
    pub fn sort(&mut self) {
        self.entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    }

    /// A map of entries whose keys are known to differ.
    pub(crate) fn from_entries(entries: Vec<(Box<str>, Node)>) -> Self {
        Self { entries }
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// A map of entries in the given order.
    ///
    /// # Errors
    /// [`Code::DuplicateKey`] at the value of the first key that appears twice.
    pub(super) fn new(entries: Vec<(Box<str>, Node)>) -> Result<Self, Error> {
        // Few keys: compare each with each. Many: sort, or a hostile map would cost quadratic time.
        let twice = if entries.len() <= 16 {
            entries.iter().enumerate().find(|(i, (key, _))| entries.iter().take(*i).any(|(other, _)| other == key))
        } else {
            let mut order: Vec<_> = entries.iter().enumerate().collect();
            order.sort_by_key(|(_, (key, _))| key);
            let equal = order.windows(2).filter_map(|pair| match pair {
                [a, b] if a.1.0 == b.1.0 => Some(*b),
                _ => None,
            });
            equal.min_by_key(|(index, _)| *index)
        };
        match twice {
            None => Ok(Self { entries }),
            Some((_, (key, node))) => Err(Error::new(Code::DuplicateKey).with("key", key).at(node.place())),
        }
    }
}

impl Map {
    /// A map of entries in the given order; every key that appears twice is reported, and its first value is kept.
    pub(crate) fn gather(entries: Vec<(Box<str>, Node)>, faults: &mut Faults) -> Self {
        let mut seen = std::collections::HashSet::with_capacity(entries.len());
        let mut twice = Vec::new();
        for (index, (key, node)) in entries.iter().enumerate() {
            if !seen.insert(&**key) {
                faults.push(Error::new(Code::DuplicateKey).with("key", key).at(node.place()));
                twice.push(index);
            }
        }
        let mut index = 0;
        let mut entries = entries;
        entries.retain(|_| {
            index += 1;
            twice.binary_search(&(index - 1)).is_err()
        });
        Self { entries }
    }
}

impl<K: Into<Box<str>>> FromIterator<(K, Value)> for Map {
    /// Later values of a key replace earlier ones.
    fn from_iter<I: IntoIterator<Item = (K, Value)>>(iter: I) -> Self {
        let mut entries: Vec<(Box<str>, Node)> = Vec::new();
        for (key, value) in iter {
            let (key, node) = (key.into(), Node::from(value));
            match entries.iter_mut().find(|(name, _)| *name == key) {
                Some(entry) => entry.1 = node,
                None => entries.push((key, node)),
            }
        }
        Self { entries }
    }
}

impl PartialEq for Map {
    /// The order of the entries is not part of the meaning of a map.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(key, node)| other.get(key) == Some(node))
    }
}
