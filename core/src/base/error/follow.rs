//! Which faults only follow from others.

use super::cause::{Cause, Unread, in_name, mentions};
use super::{Error, Place};
use std::collections::{HashMap, HashSet};

/// All that was not read, and what is asked of it again and again.
struct Gaps<'a> {
    unread: &'a [Unread],
    /// For each word, where it stands.
    words: HashMap<&'a str, Vec<usize>>,
    /// What is known of causes already.
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

    /// Whether a fault at a place follows from what was not read.
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

    /// Whether something that was not read may declare a name; what speaks of it in vain does not.
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
    /// Whether its pointer leads to a part, or on from there.
    fn is_within(&self, part: &str) -> bool {
        let rest = self.pointer.as_deref().and_then(|pointer| pointer.strip_prefix(part));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// Whether one of two pointers leads to the other, or on from there.
fn related(part: &str, pointer: &str) -> bool {
    part.split('/').zip(pointer.split('/')).all(|(token, other)| token == other || token == "*")
}

/// Whether a piece of text, left out of the list or map at a pointer, may have held something of a part.
fn may_hold(part: &str, within: &str, text: &str) -> bool {
    related(part, within)
        && match part.split('/').nth(within.split('/').count()) {
            None | Some("*") => true,
            Some(token) => mentions(text, token),
        }
}

/// Whether a pointer leads to a part or to something around it.
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
    /// Their pointers, and all pointers above those.
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

/// Which of the faults follow from others, or from what was not read.
pub(super) fn follow_ups<'a>(errors: &'a [Error], unread: &'a [Unread]) -> Vec<bool> {
    // A text is read before the document that is made of it: a fault of a place in the text, which has no pointer,
    // explains those of the part that begins there.
    let of_text = errors.iter().map(Error::place).filter(|place| place.pointer.is_none());
    let of_text: HashSet<_> = of_text.filter_map(position).collect();
    let mut gaps = Gaps::new(unread);
    let explained = |error: &'a Error| {
        let place = error.place();
        (place.pointer.is_some() && position(place).is_some_and(|position| of_text.contains(&position)))
            || error.causes().iter().any(|cause| gaps.explain(cause, place))
    };
    let mut follow: Vec<bool> = errors.iter().map(explained).collect();
    // From the faults that name no other fault as their cause to those that name one of these, and so on.
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
mod tests {
    use crate::base::error::{Cause, Code, Error, Faults, Place, Unread};

    fn fault(code: Code, pointer: &str) -> Error {
        Error::new(code).at(Place::pointer(pointer))
    }

    fn because(pointer: &str) -> Cause {
        Cause::Fault(Place::pointer(pointer))
    }

    fn left(faults: impl IntoIterator<Item = Error>, unread: impl IntoIterator<Item = Unread>) -> Vec<String> {
        let mut all = Faults::new();
        faults.into_iter().for_each(|fault| all.push(fault));
        unread.into_iter().for_each(|unread| all.note_unread(unread));
        all.drop_follow_ups();
        all.iter().map(|fault| fault.place().pointer.clone().unwrap_or_default()).collect()
    }

    fn part(pointer: &str, text: &str) -> Unread {
        Unread::Part { pointer: pointer.to_owned(), text: text.into() }
    }

    #[test]
    fn a_fault_follows_from_one_that_follows_from_another() {
        let [a, b, c] = ["/a", "/b", "/c"].map(|pointer| fault(Code::CallOfFaulty, pointer));
        let chain = [a.because_of(because("/b")), b.because_of(because("/c")), fault(Code::NoSteps, "/c/d")];
        assert_eq!(left(chain.clone(), []), ["/c/d"]);
        assert_eq!(left(chain.into_iter().take(2), []), ["/a", "/b"]);
        // Two that name each other explain nothing.
        let [a, b] = ["/a", "/b"].map(|pointer| fault(Code::CallOfFaulty, pointer));
        assert_eq!(left([a.because_of(because("/b")), b.because_of(because("/a"))], []), ["/a", "/b"]);
        assert_eq!(left([c.because_of(because("/cc"))], []), ["/c"]);
    }

    #[test]
    fn a_conclusion_follows_from_what_was_not_read() {
        let whole = |cause| [fault(Code::Unsound, "/w").because_of(cause)];
        let unread = || Cause::Unread("/w/steps/*/next".to_owned());
        for pointer in ["/w/steps/a/next", "/w/steps/a/next/one_of/0", "/w/steps/a", "/w"] {
            assert_eq!(left(whole(unread()), [part(pointer, "")]), [""; 0], "{pointer}");
        }
        for pointer in ["/w/steps/a/role", "/w/start", "/ww"] {
            assert_eq!(left(whole(unread()), [part(pointer, "")]), ["/w"], "{pointer}");
        }
        let text = |within: &str, text: &str| [Unread::Text { within: Some(within.to_owned()), text: text.into() }];
        assert_eq!(left(whole(unread()), text("/w/steps", "b {role: r}")), [""; 0]);
        assert_eq!(left(whole(unread()), text("/w/steps/a", "next b")), [""; 0]);
        assert_eq!(left(whole(unread()), text("/w/steps/a", "role r")), ["/w"]);
        assert_eq!(left(whole(Cause::Unnamed("/w/steps/*/next".to_owned())), text("/w/steps/a", "next b")), ["/w"]);
        assert_eq!(left(whole(Cause::Unnamed("/w/steps".to_owned())), [part("/w/steps/a", "")]), ["/w"]);
    }

    #[test]
    fn a_name_is_declared_by_what_mentions_it_elsewhere() {
        let unknown = || [Error::undeclared("unit", "so-1", []).at(Place::pointer("/units/a/parent"))];
        assert_eq!(left(unknown(), [part("/units/b", "b so-1 c")]), [""; 0]);
        assert_eq!(left(unknown(), [part("/units/b", "so-11 so 1")]), ["/units/a/parent"]);
        // What speaks of it in vain does not declare it.
        assert_eq!(left(unknown(), [part("/units/a", "so-1")]), ["/units/a/parent"]);
        assert_eq!(left(unknown(), [Unread::Document]), [""; 0]);
        let closed = Error::unknown("finding", "so-1", []).at(Place::pointer("/a"));
        assert_eq!(left([closed], [Unread::Document, part("/units/b", "so-1")]), ["/a"]);
    }

    #[test]
    fn a_fault_of_a_text_explains_that_of_the_part_which_begins_there() {
        let at =
            |column, pointer: Option<&str>| Place { pointer: pointer.map(str::to_owned), ..Place::position(2, column) };
        let text = Error::new(Code::UnquotedText).at(at(5, None));
        let here = Error::new(Code::BadZone).at(at(5, Some("/a")));
        let beside = Error::new(Code::BadZone).at(at(6, Some("/b")));
        assert_eq!(left([text.clone(), here, beside], []), ["", "/b"]);
        // The same of the same place is one fault, whichever part was made of it.
        let twice = ["/a/0", "/a/1"].map(|pointer| Error::new(Code::BadZone).at(at(5, Some(pointer))));
        assert_eq!(left(twice, []), ["/a/0"]);
        let other = ["x", "y"].map(|value| Error::new(Code::BadZone).with("value", value).at(at(5, Some("/a"))));
        assert_eq!(left(other, []), ["/a", "/a"]);
    }
}
