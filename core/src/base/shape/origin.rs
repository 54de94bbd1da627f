//! Which text each part of a document came from, in a document merged from several texts, and what a part lacks because
//! of how it was read.

use crate::base::error::{Error, Place};
use crate::base::value::{Gap, push_token};
use std::sync::Arc;

/// The text from which a part of a document came, and the parts below it that came from another one.
#[derive(Clone, Debug)]
pub struct Origin {
    file: Arc<str>,
    /// In the order of their tokens.
    parts: Vec<(Box<str>, Origin)>,
    lacks: Vec<Lack>,
}

/// Why a part may lack something that its author has written or meant.
#[derive(Clone, Debug)]
pub(crate) enum Lack {
    /// A piece of its text could not be read; with the place of the reported fault.
    Text(Place, Arc<str>),
    /// The part and everything below say only how they differ from a part at this place, which is faulty or missing if a
    /// fault is reported there.
    Base(Place),
    /// The part was merged with the one at this place, which may lack the same.
    Model(Place),
    /// No entry of the same name exists that the part could change. The fault is reported only if the part is
    /// incomplete and so cannot be a new entry.
    Namesake(Box<Error>),
}

impl Origin {
    /// A part that came from one text entirely.
    pub fn of(file: &Arc<str>) -> Self {
        Self { file: file.clone(), parts: Vec::new(), lacks: Vec::new() }
    }

    /// The origin of a document in which pieces of the text were left out.
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

    /// Why the part itself may lack something.
    pub(crate) fn lacks(&self) -> &[Lack] {
        &self.lacks
    }

    /// Adds a reason why the part may lack something.
    pub(crate) fn add_lack(&mut self, lack: Lack) {
        self.lacks.push(lack);
    }

    /// The same without the parts below.
    pub(crate) fn alone(&self) -> Self {
        Self { lacks: self.lacks.clone(), ..Self::of(&self.file) }
    }

    /// The same without the parts below, merged with that of a part merged over this one.
    pub(crate) fn under(&self, other: &Self) -> Self {
        let mut origin = self.alone();
        origin.lacks.extend_from_slice(&other.lacks);
        origin
    }

    /// Calls `found` with the pointer and text of each piece that could not be read.
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

    /// Where the part of a token is among the parts, or would be.
    fn find(&self, token: &str) -> Result<usize, usize> {
        self.parts.binary_search_by(|(known, _)| (**known).cmp(token))
    }

    /// The origin of an entry or item, if it differs from that of the whole.
    pub fn part(&self, token: &str) -> Option<&Self> {
        self.parts.get(self.find(token).ok()?).map(|(_, part)| part)
    }

    /// The origin of an entry or item, mutable; initially that of the whole.
    #[allow(clippy::indexing_slicing, reason = "the place was just found or filled")]
    pub fn part_mut(&mut self, token: &str) -> &mut Self {
        let at = self.find(token).unwrap_or_else(|at| {
            self.parts.insert(at, (token.into(), Self::of(&self.file)));
            at
        });
        &mut self.parts[at].1
    }

    /// Removes the origin of an entry or item.
    pub fn take(&mut self, token: &str) -> Self {
        match self.find(token) {
            Ok(at) => self.parts.remove(at).1,
            Err(_) => Self::of(&self.file),
        }
    }

    /// Sets the origin of an entry or item.
    pub fn set(&mut self, token: &str, part: Self) {
        if part.parts.is_empty() && part.lacks.is_empty() && part.file == self.file {
            self.take(token);
        } else {
            *self.part_mut(token) = part;
        }
    }
}
