//! The reader of schemas.

use super::{Index, Part, TYPES};
use crate::error::{Code, Error, Faults, Place};
use crate::rule::number::Exact;
use crate::rule::pattern::Pattern;
use crate::shape::{Cursor, Shape};
use crate::text::Text;
use crate::value::Value;
use indexmap::IndexMap;

/// No schema is nested deeper, none has more parts.
const MAX_DEPTH: usize = 32;
const MAX_PARTS: usize = 5_000;

/// Keywords that only describe.
const ANNOTATIONS: [&str; 9] =
    ["title", "description", "default", "examples", "$comment", "$schema", "deprecated", "readOnly", "writeOnly"];

#[derive(Default)]
pub(super) struct Reader {
    pub(super) parts: Vec<Part>,
    /// Where each part stands, for faults that show only later.
    pub(super) places: Vec<Place>,
    /// JSON pointer of each part, from the root of the schema.
    pointers: IndexMap<String, Index>,
    /// Length of the pointer to the schema itself.
    root: usize,
    references: Vec<(Index, String, Place)>,
}

impl Reader {
    /// Reads a schema object or boolean; its index is where it is kept.
    pub(super) fn part(&mut self, at: &Cursor<'_>, depth: usize, faults: &mut Faults) -> Option<Index> {
        let index = self.parts.len();
        if index == 0 {
            self.root = at.pointer().len();
        }
        if depth > MAX_DEPTH {
            faults.push(at.fault(Code::TooDeep).with("limit", MAX_DEPTH));
            return None;
        }
        if index >= MAX_PARTS {
            faults.push(at.fault(Code::TooLarge).with("what", "schema").with("limit", MAX_PARTS));
            return None;
        }
        self.parts.push(Part::default());
        self.places.push(at.place());
        self.pointers.insert(at.pointer().get(self.root..).unwrap_or_default().to_owned(), index);
        let mut part = Part::default();
        match &at.node.value {
            Value::Bool(bool) => part.refuses = !bool,
            Value::Map(map) => {
                for (name, node) in map.iter() {
                    self.keyword(&mut part, index, name, &at.key(name, node), depth + 1, faults);
                }
                if part.condition.is_none() {
                    part.then = None;
                    part.otherwise = None;
                }
            }
            _ => {
                at.wrong_type::<()>("schema", faults);
            }
        }
        if let Some(place) = self.parts.get_mut(index) {
            *place = part;
        }
        Some(index)
    }

    #[rustfmt::skip]
    fn keyword(&mut self, part: &mut Part, index: Index, name: &str, at: &Cursor<'_>, depth: usize, faults: &mut Faults) {
        match name {
            "$ref" => {
                if let Some(text) = at.text(faults) {
                    self.references.push((index, text.to_owned(), at.place()));
                }
            }
            "$defs" => drop(self.named(at, depth, faults)),
            "allOf" => part.all_of = self.several(at, depth, faults),
            "type" => part.types = types(at, faults),
            "const" => part.constant = Some(at.node.value.clone()),
            "enum" => match &at.node.value {
                Value::List(list) => part.choices = Some(list.clone()),
                _ => { at.wrong_type::<()>("list", faults); }
            },
            "required" => {
                let names: Option<Vec<String>> = Vec::read(at, faults);
                part.required = names.unwrap_or_default().into_iter().map(String::into_boxed_str).collect();
            }
            "properties" => part.properties = self.named(at, depth, faults),
            "additionalProperties" => part.additional = self.part(at, depth, faults),
            "minProperties" => part.min_properties = size(at, faults),
            "maxProperties" => part.max_properties = size(at, faults),
            "items" => part.items = self.part(at, depth, faults),
            "minItems" => part.min_items = size(at, faults),
            "maxItems" => part.max_items = size(at, faults),
            "uniqueItems" => part.unique = bool::read(at, faults).unwrap_or_default(),
            "minLength" => part.min_length = size(at, faults),
            "maxLength" => part.max_length = size(at, faults),
            "pattern" => {
                if let Some(text) = at.text(faults) {
                    part.pattern = at.keep(Pattern::new(text), faults);
                }
            }
            "format" => part.date = at.term(&[("date", true)], faults).unwrap_or_default(),
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
                let known = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
                let bound = number(at, faults);
                for (_, place) in known.iter().zip(&mut part.bounds).filter(|(known, _)| **known == name) {
                    *place = bound;
                }
            }
            "multipleOf" => {
                let positive = number(at, faults);
                if positive.is_some_and(|number| number.is_negative() || number.to_integer() == Some(0)) {
                    faults.push(at.fault(Code::BadSchema).with("reason", "multipleOf ≤ 0"));
                }
                part.multiple_of = positive;
            }
            "if" => part.condition = self.part(at, depth, faults),
            "then" => part.then = self.part(at, depth, faults),
            "else" => part.otherwise = self.part(at, depth, faults),
            "title" => part.title = Text::read(at, faults),
            name if ANNOTATIONS.contains(&name) => {}
            name => {
                let fault = at.fault(Code::UnsupportedKeyword).with("keyword", name);
                let known = super::KEYWORDS.iter().copied().chain(["then", "else"]).chain(ANNOTATIONS);
                faults.push(fault.suggest(name, known));
            }
        }
    }

    fn named(&mut self, at: &Cursor<'_>, depth: usize, faults: &mut Faults) -> IndexMap<Box<str>, Index> {
        let Value::Map(map) = &at.node.value else {
            at.wrong_type::<()>("map", faults);
            return IndexMap::new();
        };
        let entries = map.iter().filter_map(|(name, node)| {
            let index = self.part(&at.key(name, node), depth + 1, faults)?;
            Some((name.into(), index))
        });
        entries.collect()
    }

    fn several(&mut self, at: &Cursor<'_>, depth: usize, faults: &mut Faults) -> Vec<Index> {
        let Value::List(list) = &at.node.value else {
            at.wrong_type::<()>("list", faults);
            return Vec::new();
        };
        let parts = list.iter().enumerate();
        parts.filter_map(|(index, node)| self.part(&at.index(index, node), depth + 1, faults)).collect()
    }

    /// Binds every `$ref` to the part that it names.
    pub(super) fn resolve(&mut self, faults: &mut Faults) {
        for (index, text, place) in std::mem::take(&mut self.references) {
            let target = text.strip_prefix('#').and_then(|pointer| self.pointers.get(pointer).copied());
            match (target, self.parts.get_mut(index)) {
                (Some(target), Some(part)) => part.reference = Some(target),
                _ => {
                    let fault = Error::new(Code::UnknownReference).with("kind", "$ref").with("name", &text).at(place);
                    let known: Vec<_> = self.pointers.keys().map(|pointer| format!("#{pointer}")).collect();
                    faults.push(fault.suggest(&text, known.iter().map(String::as_str)));
                }
            }
        }
    }
}

fn types(at: &Cursor<'_>, faults: &mut Faults) -> Option<u8> {
    match &at.node.value {
        Value::List(list) => {
            let bits = list.iter().enumerate().map(|(index, node)| at.index(index, node).term(&TYPES, faults));
            bits.collect::<Vec<_>>().into_iter().try_fold(0, |all, bit| Some(all | bit?))
        }
        _ => at.term(&TYPES, faults),
    }
}

fn size(at: &Cursor<'_>, faults: &mut Faults) -> Option<usize> {
    at.integer(0, i64::from(u32::MAX), faults).and_then(|size| usize::try_from(size).ok())
}

fn number(at: &Cursor<'_>, faults: &mut Faults) -> Option<Exact> {
    Exact::of(&at.node.value).or_else(|| at.wrong_type("number", faults))
}
