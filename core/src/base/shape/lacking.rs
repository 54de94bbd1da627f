//! Notes about parts that were not read or that lack something: faults that only follow from them are not listed.

use super::{Cursor, Lack, Origin, Shape, Step};
use crate::base::error::{Cause, Code, Error, Faults, Unread};
use crate::base::value::{Node, Value, push_token};

/// The number of bytes kept of the strings of a part that was not read.
const MOST_TEXT: usize = 64 << 10;

impl Cursor<'_> {
    /// A fault of this part as a whole: it is explained by anything in the part that was not read.
    pub(crate) fn fault_of_whole(&self, code: Code) -> Error {
        self.for_lack(self.fault(code)).because_of(Cause::Unread(self.pointer()))
    }

    /// Reports a missing required field.
    pub(crate) fn missing_field(&self, name: &str, faults: &mut Faults) {
        let lacks = self.origin.map(Origin::lacks).unwrap_or_default();
        let namesake = lacks.iter().find_map(|lack| if let Lack::Namesake(fault) = lack { Some(fault) } else { None });
        faults.push(match namesake {
            // An incomplete entry was meant to change another one, which does not exist.
            Some(fault) => Error::clone(fault).at(self.place()),
            None => self.for_lack(self.fault(Code::MissingField).with("field", name)),
        });
        faults.note_unread(Unread::Part { pointer: self.below(name), text: Box::default() });
    }

    /// Adds to the fault of something missing the known reasons why it is missing.
    pub(crate) fn for_lack(&self, fault: Error) -> Error {
        let mut fault = fault;
        let mut at = Some(self);
        while let Some(cursor) = at {
            for lack in cursor.origin.map(Origin::lacks).unwrap_or_default() {
                fault = match lack {
                    Lack::Base(place) => fault.because_of(Cause::Fault(place.clone())),
                    // What is missing in an enclosing part would not be in this one.
                    Lack::Text(place, _) | Lack::Model(place) if std::ptr::eq(cursor, self) => {
                        fault.because_of(Cause::Fault(place.clone()))
                    }
                    Lack::Text(..) | Lack::Model(_) | Lack::Namesake(_) => fault,
                };
            }
            at = match &cursor.step {
                Step::Root => None,
                Step::Key(parent, _) | Step::Index(parent, _) => Some(parent),
            };
        }
        fault
    }

    /// Reads the value; a value that cannot be read is noted and replaced by a placeholder, if there is one.
    pub(super) fn read_or_note<T: Shape>(&self, faults: &mut Faults) -> Option<T> {
        let read = T::read(self, faults);
        if read.is_none() {
            self.note_unread(faults);
        }
        read.or_else(T::placeholder)
    }

    /// Notes that this part was not read. A fault must have been reported for it.
    pub(crate) fn note_unread(&self, faults: &mut Faults) {
        faults.note_unread(Unread::Part { pointer: self.pointer(), text: self.texts() });
    }

    /// The same for a part with an unknown key, which may be one of the `others` misspelt.
    pub(super) fn note_unread_as<'b>(&self, others: impl Iterator<Item = &'b str>, faults: &mut Faults) {
        self.note_unread(faults);
        let Step::Key(parent, _) = &self.step else { return };
        for other in others {
            faults.note_unread(Unread::Part { pointer: parent.below(other), text: Box::default() });
        }
    }

    /// Pointer to an entry of this map, whether it exists or not.
    pub(crate) fn below(&self, key: &str) -> String {
        let mut pointer = self.pointer();
        push_token(&mut pointer, key);
        pointer
    }

    /// The key of this part, and all keys and strings in it.
    fn texts(&self) -> Box<str> {
        fn add(text: &str, out: &mut String) {
            if out.len() < MOST_TEXT {
                out.push_str(text);
                out.push('\n');
            }
        }
        fn gather(node: &Node, out: &mut String) {
            match &node.value {
                Value::Text(text) => add(text, out),
                Value::Integer(integer) => add(&integer.to_string(), out),
                Value::Decimal(decimal) => add(&decimal.as_written(), out),
                Value::List(list) => list.iter().for_each(|node| gather(node, out)),
                Value::Map(map) => map.iter().for_each(|(key, node)| {
                    add(key, out);
                    gather(node, out);
                }),
                Value::Null | Value::Bool(_) => {}
            }
        }
        let mut out = String::new();
        if let Step::Key(_, key) = &self.step {
            add(key, &mut out);
        }
        gather(self.node, &mut out);
        out.into()
    }
}
