//! The schema of a form: a part of JSON Schema 2020-12, and nothing that passes unnoticed.
//!
//! An unknown keyword is a fault of the rulebook, never ignored. A schema that is read here means the same to any
//! other reader, with these differences: numbers are exact (`multipleOf: 0.01` takes 19.99), lengths count the code
//! points of the NFC, `\d` is ASCII, `$` is the end of the text, `format: date` is asserted.

mod check;
mod export;
mod read;
mod words;

#[cfg(test)]
mod suite;

pub(crate) use check::by_pointer;
pub use check::{Checked, Violation};
pub use export::export;

use super::number::Exact;
use super::pattern::Pattern;
use crate::error::{Code, Faults};
use crate::shape::Cursor;
use crate::text::Text;
use crate::value::{Node, Value};
use indexmap::IndexMap;

/// A schema, ready to run.
#[derive(Clone, Debug)]
pub struct Schema {
    parts: Vec<Part>,
}

/// Where a part of a schema stands in its schema.
pub(super) type Index = usize;

/// The keywords of one schema object, `$ref`s resolved.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// `false`: nothing is valid.
    refuses: bool,
    title: Option<Text>,
    reference: Option<Index>,
    all_of: Vec<Index>,
    types: Option<u8>,
    constant: Option<Value>,
    choices: Option<Vec<Node>>,
    required: Vec<Box<str>>,
    properties: IndexMap<Box<str>, Index>,
    additional: Option<Index>,
    min_properties: Option<usize>,
    max_properties: Option<usize>,
    items: Option<Index>,
    min_items: Option<usize>,
    max_items: Option<usize>,
    unique: bool,
    min_length: Option<usize>,
    max_length: Option<usize>,
    pattern: Option<Pattern>,
    date: bool,
    /// `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`.
    bounds: [Option<Exact>; 4],
    multiple_of: Option<Exact>,
    condition: Option<Index>,
    then: Option<Index>,
    otherwise: Option<Index>,
}

/// Names of types and their bits.
pub(super) const TYPES: [(&str, u8); 7] =
    [("null", 1), ("boolean", 2), ("integer", 4), ("number", 12), ("string", 16), ("array", 32), ("object", 64)];

/// Every keyword that is understood, in the order in which violations of one value are told.
pub const KEYWORDS: [&str; 26] = [
    "false schema",
    "$ref",
    "allOf",
    "type",
    "const",
    "enum",
    "required",
    "properties",
    "additionalProperties",
    "minProperties",
    "maxProperties",
    "items",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "if",
    "$defs",
];

impl Schema {
    /// Reads a schema.
    ///
    /// # Errors
    /// Every fault: keywords that are not supported, values of the wrong kind, references that lead nowhere or round
    /// in a circle.
    ///
    /// ```
    /// use namro::rule::schema::Schema;
    /// use namro::value::parse_json;
    /// let schema = Schema::new(&parse_json(br#"{"type": "object", "required": ["ten"]}"#).unwrap()).unwrap();
    /// let checked = schema.check(&parse_json(b"{}").unwrap());
    /// assert_eq!(checked.violations[0].keyword, "required");
    /// assert!(Schema::new(&parse_json(br#"{"anyOf": []}"#).unwrap()).is_err());
    /// ```
    pub fn new(node: &Node) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let schema = Self::read(&Cursor::root(node, None), &mut faults);
        faults.into_result(Some(schema))
    }

    /// Reads a schema that stands at a place of a document.
    pub fn read(at: &Cursor<'_>, faults: &mut Faults) -> Self {
        let mut reader = read::Reader::default();
        reader.part(at, 0, faults);
        reader.resolve(faults);
        let schema = Self { parts: reader.parts };
        if let Some(index) = schema.circle() {
            let place = reader.places.into_iter().nth(index).unwrap_or_default();
            faults.push(crate::error::Error::new(Code::BadSchema).with("reason", "$ref: circle").at(place));
            return Self { parts: Vec::new() };
        }
        schema
    }

    pub(super) fn part(&self, index: Index) -> Option<&Part> {
        self.parts.get(index)
    }

    /// A part that leads back to itself without a step into the data.
    fn circle(&self) -> Option<Index> {
        // 0 not seen, 1 on the way, 2 done.
        fn visit(schema: &Schema, index: Index, seen: &mut [u8]) -> bool {
            match seen.get_mut(index) {
                Some(mark) if *mark == 0 => *mark = 1,
                Some(mark) => return *mark == 1,
                None => return false,
            }
            let found = schema.part(index).is_some_and(|part| part.in_place().any(|next| visit(schema, next, seen)));
            if let Some(mark) = seen.get_mut(index) {
                *mark = 2;
            }
            found
        }
        let mut seen = vec![0; self.parts.len()];
        (0..self.parts.len()).find(|index| visit(self, *index, &mut seen))
    }

    /// How many values a valid document must at least fill in, and how many of them are filled in.
    pub fn progress(&self, node: Option<&Node>) -> (u32, u32) {
        let mut counts = (0, 0);
        self.count(0, node, &mut counts, 0);
        counts
    }

    fn count(&self, index: Index, node: Option<&Node>, counts: &mut (u32, u32), depth: usize) {
        let Some(part) = self.part(index).filter(|_| depth < 32) else { return };
        for next in part.reference.iter().chain(&part.all_of) {
            self.count(*next, node, counts, depth + 1);
        }
        for name in &part.required {
            let value = node.and_then(|node| node.get(name));
            let next = part.properties.get(name);
            let group = next.is_some_and(|next| self.required_inside(*next));
            if !group {
                counts.1 += 1;
                counts.0 += u32::from(super::is_filled(value));
            }
            if let Some(next) = next {
                self.count(*next, value, counts, depth + 1);
            }
        }
    }

    fn required_inside(&self, index: Index) -> bool {
        self.part(index).is_some_and(|part| !part.required.is_empty())
    }

    /// Whether a place has to be filled in, wherever the map around it is.
    pub fn requires(&self, way: &[Option<Box<str>>]) -> bool {
        let Some((last, before)) = way.split_last() else { return true };
        let Some(last) = last else { return false };
        let mut index = 0;
        for token in before {
            let Some(part) = self.resolved(index) else { return false };
            let next = match token {
                None => part.items,
                Some(name) => part.properties.get(name).copied(),
            };
            match next {
                Some(next) => index = next,
                None => return false,
            }
        }
        self.resolved(index).is_some_and(|part| part.required.contains(last))
    }

    /// A part, or what it refers to where it says nothing else itself.
    pub(super) fn resolved(&self, index: Index) -> Option<&Part> {
        let mut part = self.part(index)?;
        while let (Some(next), true) = (part.reference, part.properties.is_empty() && part.items.is_none()) {
            part = self.part(next)?;
        }
        Some(part)
    }

    /// Whether the form knows a place; nothing where the form leaves it open.
    pub fn knows(&self, way: &[Option<Box<str>>]) -> Option<Result<(), Vec<&str>>> {
        let mut index = 0;
        for token in way {
            let part = self.resolved(index)?;
            if !part.all_of.is_empty() || part.condition.is_some() {
                return None;
            }
            index = match token {
                None => part.items?,
                Some(name) => match part.properties.get(name) {
                    Some(next) => *next,
                    None if part.properties.is_empty() => return None,
                    None => return Some(Err(part.properties.keys().map(AsRef::as_ref).collect())),
                },
            };
        }
        Some(Ok(()))
    }
}

impl Part {
    /// Parts that look at the same value.
    fn in_place(&self) -> impl Iterator<Item = Index> {
        let branches = [self.condition, self.then, self.otherwise];
        self.reference.into_iter().chain(self.all_of.iter().copied()).chain(branches.into_iter().flatten())
    }
}
