//! Which text each part of a document came from, in a document merged from several texts.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The text from which a part of a document came, and the parts below it that came from another one.
#[derive(Clone, Debug)]
pub struct Origin {
    file: Arc<str>,
    parts: BTreeMap<Box<str>, Origin>,
}

impl Origin {
    /// A part that came from one text entirely.
    pub fn of(file: &Arc<str>) -> Self {
        Self { file: file.clone(), parts: BTreeMap::new() }
    }

    /// The text from which the part itself came.
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// The origin of an entry or item, if it differs from that of the whole.
    pub fn part(&self, token: &str) -> Option<&Self> {
        self.parts.get(token)
    }

    /// The origin of an entry or item, mutable; initially that of the whole.
    pub fn part_mut(&mut self, token: &str) -> &mut Self {
        let file = &self.file;
        self.parts.entry(token.into()).or_insert_with(|| Self::of(file))
    }

    /// Removes the origin of an entry or item.
    pub fn take(&mut self, token: &str) -> Self {
        self.parts.remove(token).unwrap_or_else(|| Self::of(&self.file))
    }

    /// Sets the origin of an entry or item.
    pub fn set(&mut self, token: &str, part: Self) {
        if part.parts.is_empty() && part.file == self.file {
            self.parts.remove(token);
        } else {
            self.parts.insert(token.into(), part);
        }
    }
}
