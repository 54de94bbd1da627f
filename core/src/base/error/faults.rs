//! Faults gathered in one run, without those that only follow from others.

use super::Error;
use super::cause::{Unread, mentions};
use super::follow::follow_ups;
use serde::Serialize;
use std::collections::HashSet;

/// Faults gathered while reading; at most [`Faults::MAX`] are kept, the others are only counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Faults {
    errors: Vec<Error>,
    dropped: usize,
    /// What was not read; a fault reports each.
    unread: Vec<Unread>,
}

impl Faults {
    /// The number of faults that are kept.
    pub const MAX: usize = 1_000;

    /// No faults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn push(&mut self, error: Error) {
        if self.errors.len() < Self::MAX {
            self.errors.push(error);
        } else {
            self.dropped += 1;
        }
    }

    /// Whether no more faults are kept: further ones are only counted, so a suggestion for them need not be computed.
    pub fn is_full(&self) -> bool {
        self.errors.len() >= Self::MAX
    }

    /// Notes something that was not read and that a fault reports.
    pub(crate) fn note_unread(&mut self, unread: Unread) {
        if self.unread.len() < Self::MAX {
            self.unread.push(unread);
        }
    }

    /// Whether a part may have a field of this name that was not read.
    pub(crate) fn may_hide(&self, part: &str, field: &str) -> bool {
        self.unread.iter().any(|unread| unread.hides(part, field))
    }

    /// Whether a piece of text that was not read mentions a name.
    pub(crate) fn may_declare(&self, name: &str) -> bool {
        self.unread.iter().any(|unread| matches!(unread, Unread::Text { text, .. } if mentions(text, name)))
    }

    /// Removes the faults that only follow from others, by the causes that they name, and those that another one
    /// repeats.
    pub(crate) fn drop_follow_ups(&mut self) {
        let mut follow = follow_ups(&self.errors, &self.unread).into_iter();
        self.errors.retain(|_| !follow.next().unwrap_or_default());
        let mut said = HashSet::new();
        self.errors.retain(|error| said.insert(error.identity()));
    }

    /// Faults of rows, those of one cause as one with their number and two further places, where there are more than three.
    /// One cause is the same fault of the same column of the same file.
    pub(crate) fn by_cause(errors: impl IntoIterator<Item = Error>, dropped: usize) -> Self {
        /// So many of one cause are still reported one by one.
        const FEW: usize = 3;
        let mut causes: Vec<(String, Vec<Error>, usize)> = Vec::new();
        let mut places = std::collections::HashMap::new();
        let mut faults = Self { dropped, ..Self::default() };
        for error in errors {
            if error.count() > 1 {
                faults.push(error);
                continue;
            }
            let file = error.place().file.as_deref().unwrap_or_default();
            let column = error.value("column").unwrap_or_default();
            let cause = format!("{}\u{1f}{file}\u{1f}{column}", error.code());
            let at = *places.entry(cause.clone()).or_insert(causes.len());
            match causes.get_mut(at) {
                Some((_, first, more)) if first.len() > FEW => *more += 1,
                Some((_, first, _)) => first.push(error),
                None => causes.push((cause, vec![error], 0)),
            }
        }
        // What was dropped can only have the one cause that there is.
        if let [(_, first, more)] = causes.as_mut_slice()
            && first.len() > FEW
        {
            *more += std::mem::take(&mut faults.dropped);
        }
        for (_, first, more) in causes {
            if first.len() <= FEW {
                first.into_iter().for_each(|error| faults.push(error));
                continue;
            }
            let again = first.len() - 1 + more;
            let mut all = first.into_iter();
            let Some(shown) = all.next() else { continue };
            let shown = all.take(FEW - 1).fold(shown, |shown, other| shown.related(other.place().clone()));
            faults.push(shown.found_again(again));
        }
        faults
    }

    /// The same faults, put together by cause.
    pub(crate) fn condensed(self) -> Self {
        Self::by_cause(self.errors, self.dropped)
    }

    /// Replaces each kept fault.
    pub(crate) fn change(&mut self, change: impl FnMut(Error) -> Error) {
        self.errors = std::mem::take(&mut self.errors).into_iter().map(change).collect();
    }

    /// Sorts the kept faults by a key; equal keys keep their order.
    pub(crate) fn sort_by_key<K: Ord>(&mut self, key: impl FnMut(&Error) -> K) {
        self.errors.sort_by_cached_key(key);
    }

    /// The value of a success; a fault is added and gives `None`.
    pub fn keep<T>(&mut self, result: Result<T, Error>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Adds all faults of `other`.
    pub fn extend(&mut self, other: Self) {
        self.dropped += other.dropped;
        for error in other.errors {
            self.push(error);
        }
        for unread in other.unread {
            self.note_unread(unread);
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// The number of faults, including those not kept.
    pub fn count(&self) -> usize {
        self.errors.iter().map(Error::count).sum::<usize>() + self.dropped
    }

    /// The faults, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Error> {
        self.errors.iter()
    }

    /// The value, if there are no faults.
    ///
    /// # Errors
    /// The faults themselves.
    pub fn into_result<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self),
        }
    }
}

impl From<Error> for Faults {
    fn from(error: Error) -> Self {
        Self { errors: vec![error], ..Self::default() }
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, error) in self.errors.iter().enumerate() {
            write!(f, "{}{error}", if index == 0 { "" } else { "\n" })?;
        }
        match self.dropped {
            0 => Ok(()),
            dropped => write!(f, "\n… {dropped} more"),
        }
    }
}

impl Serialize for Faults {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.errors.serialize(serializer)
    }
}
