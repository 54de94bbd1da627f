//! Decides which faults only follow from others.

use super::cause::{Cause, Unread, in_name, mentions};
use super::{Error, Place};
use std::collections::{HashMap, HashSet};

/// Everything that was not read, with an index of its words.
struct Gaps<'a> {
    unread: &'a [Unread],
    /// For each word, the indices of the entries of `unread` that contain it.
    words: HashMap<&'a str, Vec<usize>>,
    /// The causes that were looked up before.
    known: HashMap<&'a Cause, bool>,
}

impl<'a> Gaps<'a> {
    fn new(unread: &'a [Unread]) -> Self {
        let mut words: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, unread) in unread.iter().enumerate() {
            for word in unread.text().split(|char| !in_name(char)).filter(|word| !word.is_empty()) {
                let places = words.entry(word).or_default();
                if places.last() != Some(&index) {
                    places.push(index);
                }
            }
        }
        Self { unread, words, known: HashMap::new() }
    }

    /// Whether something that was not read explains a fault at this place.
    fn explain(&mut self, cause: &'a Cause, at: &Place) -> bool {
        match cause {
            Cause::Fault(_) => false,
            Cause::Undeclared(name) => self.mention(name, at),
            Cause::Unread(part) | Cause::Unnamed(part) => {
                let name = matches!(cause, Cause::Unnamed(_));
                let fits = |unread: &Unread| match unread {
                    Unread::Part { pointer, .. } if name => is_on_the_way(pointer, part),
                    Unread::Part { pointer, .. } => related(part, pointer),
                    Unread::Text { within, text } => !name && within.iter().any(|within| may_hold(part, within, text)),
                    Unread::Document => !name,
                };
                *self.known.entry(cause).or_insert_with(|| self.unread.iter().any(fits))
            }
        }
    }

    /// Whether something that was not read may declare a name. The part that contains the unknown reference itself does
    /// not count.
    fn mention(&self, name: &str, at: &Place) -> bool {
        let declares = |index: &usize| match self.unread.get(*index) {
            Some(Unread::Part { pointer, text }) => !at.is_within(pointer) && mentions(text, name),
            Some(unread) => mentions(unread.text(), name),
            None => false,
        };
        let word = name.split(|char| !in_name(char)).find(|word| !word.is_empty()).unwrap_or_default();
        self.unread.contains(&Unread::Document)
            || self.words.get(word).is_some_and(|places| places.iter().any(declares))
    }
}

impl Place {
    /// Whether its pointer is at or below another one.
    fn is_within(&self, part: &str) -> bool {
        let rest = self.pointer.as_deref().and_then(|pointer| pointer.strip_prefix(part));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// Whether two pointers are equal or one is below the other.
fn related(part: &str, pointer: &str) -> bool {
    part.split('/').zip(pointer.split('/')).all(|(token, other)| token == other || token == "*")
}

/// Whether a piece of text that was left out of the list or map at `within` may have contained something of a part.
fn may_hold(part: &str, within: &str, text: &str) -> bool {
    related(part, within)
        && match part.split('/').nth(within.split('/').count()) {
            None | Some("*") => true,
            Some(token) => mentions(text, token),
        }
}

/// Whether a pointer is at or above a part.
fn is_on_the_way(pointer: &str, part: &str) -> bool {
    related(part, pointer) && pointer.matches('/').count() <= part.matches('/').count()
}

type Position<'a> = (Option<&'a str>, u64, Option<u64>);

fn position(place: &Place) -> Option<Position<'_>> {
    Some((place.file.as_deref(), place.line?, place.column))
}

/// The places at which faults are reported.
#[derive(Default)]
struct Places<'a> {
    positions: HashSet<Position<'a>>,
    /// Their pointers and all pointers above these.
    pointers: HashSet<&'a str>,
}

impl<'a> Places<'a> {
    fn add(&mut self, place: &'a Place) {
        self.positions.extend(position(place));
        let mut pointer = place.pointer.as_deref().unwrap_or_default();
        while !pointer.is_empty() && self.pointers.insert(pointer) {
            pointer = pointer.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }

    fn explain(&self, cause: &Cause) -> bool {
        match cause {
            Cause::Fault(Place { pointer: Some(pointer), .. }) => self.pointers.contains(pointer.as_str()),
            Cause::Fault(place) => position(place).is_some_and(|position| self.positions.contains(&position)),
            _ => false,
        }
    }
}

/// For each fault, whether it follows from another one or from what was not read.
pub(super) fn follow_ups<'a>(errors: &'a [Error], unread: &'a [Unread]) -> Vec<bool> {
    // Faults of the text itself have a position and no pointer. They explain the faults of the part at that position.
    let of_text = errors.iter().map(Error::place).filter(|place| place.pointer.is_none());
    let of_text: HashSet<_> = of_text.filter_map(position).collect();
    let mut gaps = Gaps::new(unread);
    let explained = |error: &'a Error| {
        let place = error.place();
        (place.pointer.is_some() && position(place).is_some_and(|position| of_text.contains(&position)))
            || error.causes().iter().any(|cause| gaps.explain(cause, place))
    };
    let mut follow: Vec<bool> = errors.iter().map(explained).collect();
    // Start with the faults that name no other fault as their cause; add those whose cause is known until none is left.
    let first = |error: &Error| !error.causes().iter().any(|cause| matches!(cause, Cause::Fault(_)));
    let mut places = Places::default();
    let known = errors.iter().zip(&follow).filter(|(error, follows)| **follows || first(error));
    known.for_each(|(error, _)| places.add(error.place()));
    loop {
        let mut found = Vec::new();
        for (error, follows) in errors.iter().zip(&mut follow).filter(|(_, follows)| !**follows) {
            if error.causes().iter().any(|cause| places.explain(cause)) {
                *follows = true;
                found.push(error.place());
            }
        }
        if found.is_empty() {
            return follow;
        }
        found.into_iter().for_each(|place| places.add(place));
    }
}

#[cfg(test)]
#[path = "tests/follow.rs"]
mod tests;
