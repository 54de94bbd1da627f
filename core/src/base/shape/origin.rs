//! Which text each part of a document came from, in a document merged from several texts, and what a part lacks because
//! of how it was read.

use crate::base::error::{Error, Place};
use crate::base::value::{Gap, push_token};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The text from which a part of a document came, and the parts below it that came from another one.
#[derive(Clone, Debug)]
pub struct Origin {
    file: Arc<str>,
    parts: BTreeMap<Box<str>, Origin>,
    lacks: Vec<Lack>,
}

/// What a part lacks although its author may have written it.
#[derive(Clone, Debug)]
pub(crate) enum Lack {
    /// A piece of text that could not be read, and the place of the fault that says so.
    Text(Place, Arc<str>),
    /// What it says its differences from, in all that is below; if a fault is reported at this place, that is why.
    Base(Place),
    /// What it takes over from the part at this place, if that lacks it.
    Model(Place),
    /// An entry of the same name in what lies beneath. The fault is to be reported if the part is not whole by itself,
    /// and was therefore meant to change one.
    Namesake(Box<Error>),
}

impl Origin {
    /// A part that came from one text entirely.
    pub fn of(file: &Arc<str>) -> Self {
        Self { file: file.clone(), parts: BTreeMap::new(), lacks: Vec::new() }
    }

    /// The origin of a document of which pieces were left out.
    pub(crate) fn with_gaps(file: &Arc<str>, gaps: Vec<Gap>) -> Self {
        let mut origin = Self::of(file);
        for Gap { pointer, place, text } in gaps {
            let tokens = pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"));
            let part = tokens.fold(&mut origin, |origin, token| origin.part_mut(&token));
            part.lacks.push(Lack::Text(place.in_file(file), text.into()));
        }
        origin
    }

    /// The text from which the part itself came.
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// What the part itself lacks.
    pub(crate) fn lacks(&self) -> &[Lack] {
        &self.lacks
    }

    /// Notes that the part lacks something.
    pub(crate) fn add_lack(&mut self, lack: Lack) {
        self.lacks.push(lack);
    }

    /// The same without what is below.
    pub(crate) fn alone(&self) -> Self {
        Self { lacks: self.lacks.clone(), ..Self::of(&self.file) }
    }

    /// The same without what is below, where another part is laid over this one.
    pub(crate) fn under(&self, other: &Self) -> Self {
        let mut origin = self.alone();
        origin.lacks.extend_from_slice(&other.lacks);
        origin
    }

    /// Calls `found` with the pointer of each piece of text that could not be read, and with the piece.
    pub(crate) fn each_gap(&self, found: &mut dyn FnMut(&str, &Arc<str>)) {
        fn walk(origin: &Origin, pointer: &mut String, found: &mut dyn FnMut(&str, &Arc<str>)) {
            for lack in &origin.lacks {
                if let Lack::Text(_, text) = lack {
                    found(pointer, text);
                }
            }
            let length = pointer.len();
            for (token, part) in &origin.parts {
                push_token(pointer, token);
                walk(part, pointer, found);
                pointer.truncate(length);
            }
        }
        walk(self, &mut String::new(), found);
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
        if part.parts.is_empty() && part.lacks.is_empty() && part.file == self.file {
            self.parts.remove(token);
        } else {
            self.parts.insert(token.into(), part);
        }
    }
}
