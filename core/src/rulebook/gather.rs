//! From texts to documents: read, follow includes, put what is included before what includes it.

use crate::base::error::{Cause, Code, Error, Faults, Place, Unread, nearest};
use crate::base::graph::Trail;
use crate::base::shape::{Cursor, Origin, Shape};
use crate::base::text::nfc;
use crate::base::value::{Gap, Map, Node, Value, gather_json};
use crate::calendar::zone::ZoneSpec;
use std::borrow::Cow;
use std::sync::Arc;

/// The format that this library reads.
pub(crate) const FORMAT: i64 = 1;
/// No rulebook text is longer.
pub const MAX_BYTES: usize = 8 << 20;
/// No rulebook includes more others, directly or indirectly.
const MAX_DOCUMENTS: usize = 256;

/// A rulebook text, read.
pub(super) struct Document {
    pub(super) id: String,
    pub(super) node: Node,
    pub(super) origin: Origin,
}

/// The documents that the first text includes, directly or indirectly, each once and before those that include it; the
/// first text comes last. Goes on after faults, with what could be read of a faulty text.
///
/// An include is looked for among the given texts, then among the shipped ones.
pub(super) fn gather(texts: &[(&str, &str)], faults: &mut Faults) -> Vec<Document> {
    let mut given = Vec::new();
    for (file, text) in texts {
        let document = document(file, text, given.is_empty(), faults);
        if document.is_none() && given.is_empty() {
            // Without its root a rulebook says nothing; the other texts are still looked at by themselves.
            texts.iter().skip(1).for_each(|(file, text)| drop(self::document(file, text, false, faults)));
            return Vec::new();
        }
        given.extend(document);
    }
    let Some(root) = given.first().map(|document: &Document| document.id.clone()) else {
        faults.push(Error::new(Code::IncludeMissing).with("name", ""));
        return Vec::new();
    };
    let mut library = Library { given, ordered: Vec::new(), trail: Trail::default(), faults };
    library.visit(&root, None);
    library.ordered
}

/// The indices of the texts that the first one does not include, neither directly nor indirectly: they have no effect.
/// Empty if the first text cannot be read.
pub fn not_included(texts: &[(&str, &str)]) -> Vec<usize> {
    let reached = gather(texts, &mut Faults::new());
    let included = |name: &str| reached.is_empty() || reached.iter().any(|document| **document.origin.file() == *name);
    (1..texts.len()).filter(|index| texts.get(*index).is_some_and(|(name, _)| !included(name))).collect()
}

/// The tree of one text: JSON when it begins with a brace, else YAML.
pub(crate) fn parse(file: &str, text: &str, faults: &mut Faults) -> (Node, Origin) {
    let file: Arc<str> = file.into();
    let mut found = Faults::new();
    let (node, gaps) = if text.len() > MAX_BYTES {
        found.push(Error::new(Code::TooLarge).with("what", &file).with("limit", format!("{} MiB", MAX_BYTES >> 20)));
        (Value::Null.into(), Vec::new())
    } else if text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with('{') {
        gather_json(text, &mut found)
    } else {
        parse_other(text, &mut found)
    };
    for error in found.iter() {
        faults.push(error.clone().at(error.place().clone().in_file(&file)));
    }
    for gap in &gaps {
        faults.note_unread(Unread::Text { within: None, text: gap.text.as_ref().into() });
    }
    (node, Origin::with_gaps(&file, gaps))
}

#[cfg(feature = "yaml")]
fn parse_other(text: &str, faults: &mut Faults) -> (Node, Vec<Gap>) {
    crate::base::value::gather_yaml(text, faults)
}

#[cfg(not(feature = "yaml"))]
fn parse_other(_: &str, faults: &mut Faults) -> (Node, Vec<Gap>) {
    faults.push(Error::new(Code::Syntax).with("reason", "this build reads JSON only"));
    (Value::Null.into(), Vec::new())
}

/// One text as a document. A text that is refused is noted as not read.
fn document(file: &str, text: &str, root: bool, faults: &mut Faults) -> Option<Document> {
    let (mut node, origin) = parse(file, text, faults);
    compose(&mut node, &origin, faults);
    let document = identify(node, origin, root, faults);
    if document.is_none() {
        faults.note_unread(match text.len() {
            0..=MAX_BYTES => Unread::Text { within: None, text: text.into() },
            _ => Unread::Document,
        });
    }
    document
}

/// Composes all letters of a rulebook (Unicode NFC), keys included: names are compared letter by letter, and it depends
/// on the keyboard how one is written. Two keys that become the same are reported, and the first is kept.
fn compose(node: &mut Node, origin: &Origin, faults: &mut Faults) {
    match &mut node.value {
        Value::Text(text) => {
            if let Cow::Owned(composed) = nfc(text) {
                *text = composed.into();
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| compose(item, origin, faults)),
        Value::Map(map) => {
            map.iter_mut().for_each(|(_, node)| compose(node, origin, faults));
            if map.iter().any(|(key, _)| matches!(nfc(key), Cow::Owned(_))) {
                let mut known = Map::default();
                for (key, node) in std::mem::take(map).into_entries() {
                    let key = nfc(&key);
                    if known.get(&key).is_some() {
                        let place = node.place().in_file(origin.file());
                        faults.push(Error::new(Code::DuplicateKey).with("key", key).at(place));
                    } else {
                        known.insert(&key, node);
                    }
                }
                *map = known;
            }
        }
        _ => {}
    }
}

/// Format and identifier. The root is taken even without an identifier, for nobody includes it.
fn identify(mut node: Node, origin: Origin, root: bool, faults: &mut Faults) -> Option<Document> {
    ZoneSpec::write_out(&mut node);
    let at = Cursor::merged(&node, &origin);
    let Value::Map(_) = node.value else {
        // What could not be read at all was reported by the reader.
        let reported = faults.iter().any(|fault| fault.place().file.as_ref() == Some(origin.file()));
        return if reported { None } else { at.wrong_type("map", faults) };
    };
    let format = at.field::<i64>("namro", None, faults);
    let id = at.field::<crate::base::ids::OfficeId>("id", None, faults);
    at.check_id(faults);
    // Only the head of the root survives merging; the others are read here.
    at.field::<crate::base::text::Text>("title", None, faults);
    if let Some((format, found)) = format.zip(at.get("namro"))
        && format != FORMAT
        && found.node.value.as_integer().is_some()
    {
        faults.push(found.fault(Code::BadVersion).with("value", format));
        return None;
    }
    let named = at.get("id").is_some_and(|id| id.node.value.as_text().is_some_and(crate::base::ids::is_identifier));
    let id = id.filter(|_| named || root)?.to_string();
    Some(Document { id, node, origin })
}

struct Library<'a> {
    given: Vec<Document>,
    ordered: Vec<Document>,
    trail: Trail,
    faults: &'a mut Faults,
}

impl Library<'_> {
    /// Depth first; `asked` is the place of the include.
    fn visit(&mut self, id: &str, asked: Option<&Place>) {
        let fault = |code| Error::new(code).at(asked.cloned().unwrap_or_default());
        if self.trail.contains(id) {
            self.faults.push(fault(Code::IncludeCycle).with("path", self.trail.show(id)));
            return;
        }
        if self.ordered.iter().any(|document| document.id == id) {
            return;
        }
        if self.trail.len() + self.ordered.len() >= MAX_DOCUMENTS {
            self.faults.push(fault(Code::TooLarge).with("what", "include").with("limit", MAX_DOCUMENTS));
            return;
        }
        let Some(document) = self.take(id) else { return self.missing(id, asked) };
        let at = Cursor::merged(&document.node, &document.origin);
        let includes =
            at.get("include").and_then(|at| <Vec<crate::base::shape::Located<String>>>::read(&at, self.faults));
        self.trail.enter(id);
        for include in includes.unwrap_or_default() {
            self.visit(&include, Some(&include.place));
        }
        self.trail.leave();
        self.ordered.push(document);
    }

    /// Reports a missing include. A rulebook with a similar name is read instead.
    fn missing(&mut self, id: &str, asked: Option<&Place>) {
        let known = self.given.iter().chain(&self.ordered).map(|document| document.id.as_str());
        let meant = nearest(id, known.chain(super::shipped::ids())).map(str::to_owned);
        let fault = Error::new(Code::IncludeMissing).with("name", id).at(asked.cloned().unwrap_or_default());
        // It may be a text that could not be read, whose words are known.
        let refused = self.faults.may_declare(id);
        let fault = if refused { fault.because_of(Cause::Undeclared(id.into())) } else { fault };
        match meant {
            Some(meant) => {
                self.faults.push(fault.with("suggestion", &meant));
                if !self.trail.contains(&meant) {
                    self.visit(&meant, asked);
                }
            }
            None => {
                self.faults.push(fault);
                if !refused {
                    self.faults.note_unread(Unread::Document);
                }
            }
        }
    }

    fn take(&mut self, id: &str) -> Option<Document> {
        if let Some(index) = self.given.iter().position(|document| document.id == id) {
            return Some(self.given.remove(index));
        }
        document(id, &super::shipped::text(id)?, false, self.faults)
    }
}

#[cfg(test)]
#[path = "tests/gather.rs"]
mod tests;
