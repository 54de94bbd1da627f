//! A node with the path to it: where faults are reported, and how fields are read.

use super::identifier::{is_identifier, is_name};
use super::origin::Origin;
use super::read::Shape;
use super::slot::{Field, Slot};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::text::{is_blank, visible};
use crate::base::value::{Node, Value, push_token};
use std::sync::Arc;

/// A node and the path to it.
pub struct Cursor<'a> {
    /// The node.
    pub node: &'a Node,
    file: Option<&'a Arc<str>>,
    /// In a document merged from several texts: which text each part below came from.
    pub(super) origin: Option<&'a Origin>,
    pub(super) step: Step<'a>,
}

#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Root,
    Key(&'a Cursor<'a>, &'a str),
    Index(&'a Cursor<'a>, usize),
}

impl<'a> Cursor<'a> {
    /// The root of a document.
    pub fn root(node: &'a Node, file: Option<&'a Arc<str>>) -> Self {
        Self { node, file, origin: None, step: Step::Root }
    }

    /// The root of a document that was merged from several texts.
    pub fn merged(node: &'a Node, origin: &'a Origin) -> Self {
        Self { node, file: Some(origin.file()), origin: Some(origin), step: Step::Root }
    }

    /// An entry of this map.
    pub fn key<'b>(&'b self, key: &'b str, node: &'b Node) -> Cursor<'b> {
        let origin = self.origin.and_then(|origin| origin.part(key));
        Cursor { node, file: origin.map(Origin::file).or(self.file), origin, step: Step::Key(self, key) }
    }

    /// An item of this list.
    pub fn index<'b>(&'b self, index: usize, node: &'b Node) -> Cursor<'b> {
        let origin = self.origin.and_then(|origin| origin.part(&index.to_string()));
        Cursor { node, file: origin.map(Origin::file).or(self.file), origin, step: Step::Index(self, index) }
    }

    /// The same place with another node.
    pub(crate) fn with_node<'b>(&self, node: &'b Node) -> Cursor<'b>
    where
        'a: 'b,
    {
        Cursor { node, file: self.file, origin: self.origin, step: self.step }
    }

    /// The entry of a key, if this is a map that has it.
    pub fn get<'b>(&'b self, key: &'b str) -> Option<Cursor<'b>> {
        self.node.get(key).map(|node| self.key(key, node))
    }

    /// The entries of this map, each as a cursor; if this is not a map, that is a fault.
    pub fn entries<'b>(&'b self, faults: &mut Faults) -> impl Iterator<Item = (&'b str, Cursor<'b>)> + use<'a, 'b> {
        let map = match &self.node.value {
            Value::Map(map) => Some(map),
            _ => self.wrong_type("map", faults),
        };
        map.into_iter().flat_map(crate::base::value::Map::iter).map(|(key, node)| (key, self.key(key, node)))
    }

    /// Cursors to the items of this list that can be read as `T`: the same items that reading the list as a `Vec<T>`
    /// gives.
    pub(crate) fn items_that_read<'b, T: Shape>(&'b self) -> Vec<Cursor<'b>> {
        let Value::List(list) = &self.node.value else { return Vec::new() };
        let reads = |at: &Cursor<'_>| T::read(at, &mut Faults::new()).or_else(T::placeholder).is_some();
        list.iter().enumerate().map(|(index, node)| self.index(index, node)).filter(reads).collect()
    }

    /// Reads each item of this list, even after a faulty one; if this is not a list, that is a fault.
    ///
    /// One loop for all types of items: a loop of its own for each type would be too large for a browser.
    pub(super) fn each_item(&self, faults: &mut Faults, read: &mut dyn FnMut(&Cursor<'_>, &mut Faults)) -> Option<()> {
        let Value::List(list) = &self.node.value else { return self.wrong_type("list", faults) };
        list.iter().enumerate().for_each(|(index, node)| read(&self.index(index, node), faults));
        Some(())
    }

    /// Reads each entry of this map, even after a faulty one; if this is not a map, that is a fault.
    pub(super) fn each_entry(
        &self,
        faults: &mut Faults,
        read: &mut dyn FnMut(&str, &Cursor<'_>, &mut Faults),
    ) -> Option<()> {
        let Value::Map(map) = &self.node.value else { return self.wrong_type("map", faults) };
        map.iter().for_each(|(key, node)| read(key, &self.key(key, node), faults));
        Some(())
    }

    /// JSON pointer to this node.
    pub fn pointer(&self) -> String {
        match &self.step {
            Step::Root => String::new(),
            Step::Key(parent, key) => {
                let mut pointer = parent.pointer();
                push_token(&mut pointer, key);
                pointer
            }
            Step::Index(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }

    /// File, line, column and pointer of this node.
    pub fn place(&self) -> Place {
        Place { file: self.file.cloned(), pointer: Some(self.pointer()), ..self.node.place() }
    }

    /// A fault at this node.
    pub fn fault(&self, code: Code) -> Error {
        Error::new(code).at(self.place())
    }

    /// The place of the deepest existing node on the path of a pointer, which may lead further than the document: a
    /// check of the whole knows the path to a part, but not its position in the text. `None` for the root.
    pub fn place_of(&self, pointer: &str) -> Option<Place> {
        let way: Vec<&str> = pointer.split('/').skip(1).collect();
        let deepest = self.deepest(&way).filter(|found| found.line.is_some())?;
        Some(Place { pointer: Some(pointer.to_owned()), ..deepest })
    }

    /// The place of the deepest existing node on a path; `None` for the root, whose place adds nothing.
    fn deepest(&self, way: &[&str]) -> Option<Place> {
        let (token, rest) = way.split_first()?;
        let token = token.replace("~1", "/").replace("~0", "~");
        let go = |below: &Cursor<'_>| below.deepest(rest).unwrap_or_else(|| below.place());
        match &self.node.value {
            Value::Map(map) => Some(go(&self.key(&token, map.get(&token)?))),
            Value::List(list) => {
                let index = token.parse().ok()?;
                Some(go(&self.index(index, list.get(index)?)))
            }
            _ => None,
        }
    }

    /// A fault that was found elsewhere (for example in a text inside this node), moved to this node.
    pub fn locate(&self, error: Error) -> Error {
        error.at(self.place())
    }

    /// The value, or the fault moved to this node.
    pub fn keep<T>(&self, result: Result<T, Error>, faults: &mut Faults) -> Option<T> {
        faults.keep(result.map_err(|error| self.locate(error)))
    }

    /// Reports that a value of another type was expected here.
    pub fn wrong_type<T>(&self, expected: &str, faults: &mut Faults) -> Option<T> {
        let found = self.node.value.kind();
        let fault = self.fault(Code::WrongType).with("expected", expected).with("found", found);
        // A string that looks like a number gets help on how to write numbers.
        let text = self.node.value.as_text().filter(|text| text.len() < 32);
        faults.push(match (text, &self.node.value) {
            (Some(text), _) => fault.with("value", text),
            // These change or remove parts of a base: without it they have the wrong type.
            (None, Value::Map(_) | Value::Null) => self.for_lack(fault),
            (None, _) => fault,
        });
        None
    }

    /// A string; a number or boolean in its place is reported as lacking quotes.
    pub fn text(&self, faults: &mut Faults) -> Option<&'a str> {
        let unquoted = match &self.node.value {
            Value::Text(text) => return Some(text),
            Value::Integer(integer) => integer.to_string(),
            Value::Decimal(decimal) => decimal.as_written(),
            Value::Bool(bool) => bool.to_string(),
            _ => return self.wrong_type("text", faults),
        };
        let read_as = self.node.value.kind();
        faults.push(self.fault(Code::UnquotedText).with("value", unquoted).with("read_as", read_as));
        None
    }

    /// A string that is an identifier.
    pub fn identifier(&self, faults: &mut Faults) -> Option<&'a str> {
        let text = self.text(faults)?;
        if is_name(text) {
            return Some(text);
        }
        faults.push(self.fault(Code::BadIdentifier).with("value", text));
        None
    }

    /// Reports an empty text for people in the field `name`.
    pub fn check_not_blank(&self, name: &str, faults: &mut Faults) {
        let Some(text) = self.get(name) else { return };
        let mut look = |said: &Cursor<'_>| {
            if said.node.value.as_text().is_some_and(is_blank) {
                faults.push(said.fault(Code::BlankText));
            }
        };
        look(&text);
        ["vi", "en"].iter().filter_map(|language| text.get(language)).for_each(|said| look(&said));
    }

    /// Reports the `id` of a rulebook entry if it could be mistaken for another one.
    pub fn check_id(&self, faults: &mut Faults) {
        if let Some(id) = self.get("id")
            && let Some(text) = id.node.value.as_text().filter(|text| is_name(text) && !is_identifier(text))
        {
            faults.push(id.fault(Code::BadIdentifier).with("value", visible(text)));
        }
    }

    /// An integer between two bounds.
    pub fn integer(&self, low: i64, high: i64, faults: &mut Faults) -> Option<i64> {
        match self.node.value {
            Value::Integer(integer) if (low..=high).contains(&integer) => Some(integer),
            Value::Integer(integer) => {
                let range = format!("{low}–{high}");
                faults.push(self.fault(Code::OutOfRange).with("value", integer).with("range", range));
                None
            }
            _ => self.wrong_type("integer", faults),
        }
    }

    /// One of a set of terms.
    pub fn term<T: Copy>(&self, terms: &[(&str, T)], faults: &mut Faults) -> Option<T> {
        let text = self.text(faults)?;
        let term = terms.iter().find(|(name, _)| *name == text).map(|(_, term)| *term);
        if term.is_none() {
            let names: Vec<_> = terms.iter().map(|(name, _)| *name).collect();
            faults.push(self.unknown_term(text, &names));
        }
        term
    }

    /// The fault for an invalid key.
    pub(crate) fn bad_key(&self, key: &str, terms: &[&str]) -> Error {
        match terms {
            [] => self.fault(Code::BadIdentifier).with("value", visible(key)),
            terms => self.unknown_term(key, terms),
        }
    }

    fn unknown_term(&self, text: &str, names: &[&str]) -> Error {
        let fault = self.fault(Code::UnknownTerm).with("value", text).with("allowed", names.join(", "));
        fault.suggest(text, names.iter().copied())
    }

    /// Whether this is a map; each unknown key is a fault.
    pub fn fields(&self, known: &[&str], faults: &mut Faults) -> Option<()> {
        let Value::Map(map) = &self.node.value else {
            return self.wrong_type("map", faults);
        };
        let absent = |name: &&str| map.get(name).is_none();
        for (key, node) in map.iter().filter(|(key, _)| !known.contains(key)) {
            if faults.is_full() {
                break;
            }
            let here = self.key(key, node);
            let fault = here.fault(Code::UnknownField).with("field", key).suggest(key, known.iter().copied());
            // A field that is not there may have been meant: the one that is near, else any.
            let near = known.iter().copied().filter(|name| fault.value("suggestion").is_none_or(|near| near == *name));
            here.note_unread_as(near.filter(absent), faults);
            faults.push(fault);
        }
        Some(())
    }

    /// Reads all fields of this map into their slots.
    pub(crate) fn fill(&self, fields: &mut [Field<'_>], faults: &mut Faults) -> Option<()> {
        let known: Vec<_> = fields.iter().map(|(name, _)| *name).collect();
        self.fields(&known, faults)?;
        fields.iter_mut().for_each(|(name, slot)| self.fill_one(name, *slot, faults));
        Some(())
    }

    /// A field of this map. If it is absent or null, its default, otherwise a fault. A faulty field is reported and
    /// replaced by its placeholder.
    pub fn field<T: Shape>(&self, name: &str, default: Option<T>, faults: &mut Faults) -> Option<T> {
        let mut slot = default;
        self.fill_one(name, &mut slot, faults);
        slot
    }

    /// A shape whose fields are entries of this map, next to the fields of the given other names.
    pub(crate) fn beside<T: Shape>(&self, names: &[&str], faults: &mut Faults) -> Option<T> {
        let mut rest = self.node.clone();
        if let Value::Map(map) = &mut rest.value {
            names.iter().for_each(|name| drop(map.remove(name)));
        }
        T::read(&Cursor { node: &rest, file: self.file, origin: self.origin, step: self.step }, faults)
    }

    fn fill_one(&self, name: &str, slot: &mut dyn Slot, faults: &mut Faults) {
        match self.node.get(name) {
            Some(node) if !matches!(node.value, Value::Null) => {
                let here = self.key(name, node);
                if !slot.read(&here, faults) {
                    here.note_unread(faults);
                }
            }
            _ if slot.leave_out() => {}
            _ => {
                self.missing_field(name, faults);
                slot.placeholder();
            }
        }
    }
}
