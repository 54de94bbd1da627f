//! The schema of a form: a part of JSON Schema 2020-12, and nothing that passes unnoticed.
//!
//! An unknown keyword is a fault of the rulebook, never ignored. A schema that is read here means the same to any
//! other reader, with these differences: numbers are exact (`multipleOf: 0.01` takes 19.99), lengths count the code
//! points of the NFC, `\d` is ASCII, `$` is the end of the text, `format` is asserted. `docs/rules-reference.md` lists
//! what is supported.

mod check;
#[cfg(feature = "schema")]
pub(crate) mod editor;
mod evaluated;
mod export;
mod format;
mod keyword;
mod properties;
mod read;

pub(crate) use check::Checked;
pub(crate) use check::by_pointer;
pub(crate) use export::{export, import};
pub(crate) use keyword::Violation;

use self::format::Format;
use self::properties::Properties;
use super::pattern::Pattern;
use crate::base::error::{Code, Error, Faults};
use crate::base::exact::Decimal;
use crate::base::graph::{Graph, longest_paths};
use crate::base::packed::{Packed, packed_as};
use crate::base::shape::Cursor;
use crate::base::text::Text;
use crate::base::value::{Node, Value};

/// The dialect of which a part is read.
pub(super) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema, ready to run.
#[derive(Clone, Debug)]
pub struct Schema {
    parts: Vec<Part>,
}

/// Where a part of a schema stands in its schema.
pub(super) type Index = usize;

/// The keywords of one schema object, `$ref`s resolved.
#[derive(Clone, Debug, Default, Packed)]
pub(super) struct Part {
    /// `false`: nothing is valid.
    refuses: bool,
    title: Option<Text>,
    reference: Option<Index>,
    /// Whether there is a `$ref`, which is bound only when all parts are read.
    references: bool,
    all_of: Vec<Index>,
    any_of: Vec<Index>,
    one_of: Vec<Index>,
    not: Option<Index>,
    types: Option<u8>,
    constant: Option<Value>,
    choices: Option<Vec<Node>>,
    required: Vec<Box<str>>,
    dependent_required: Vec<(Box<str>, Vec<Box<str>>)>,
    dependent_schemas: Vec<(Box<str>, Index)>,
    properties: Properties,
    patterns: Vec<(Pattern, Index)>,
    additional: Option<Index>,
    unevaluated_properties: Option<Index>,
    names: Option<Index>,
    min_properties: Option<usize>,
    max_properties: Option<usize>,
    prefix: Vec<Index>,
    items: Option<Index>,
    unevaluated_items: Option<Index>,
    min_items: Option<usize>,
    max_items: Option<usize>,
    unique: bool,
    contains: Option<Index>,
    min_contains: Option<usize>,
    max_contains: Option<usize>,
    min_length: Option<usize>,
    max_length: Option<usize>,
    pattern: Option<Pattern>,
    format: Option<Format>,
    /// `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`.
    bounds: [Option<Decimal>; 4],
    multiple_of: Option<Decimal>,
    condition: Option<Index>,
    then: Option<Index>,
    otherwise: Option<Index>,
    /// Whether it judges what lies in a value by more than the entry or item itself, so that after an edit below it all
    /// of it is checked anew.
    #[packed(derived = false)]
    whole: bool,
}

/// Names of types and their bits.
pub(super) const TYPES: [(&str, u8); 7] =
    [("null", 1), ("boolean", 2), ("integer", 4), ("number", 12), ("string", 16), ("array", 32), ("object", 64)];

packed_as! {
    Schema as Vec<Part>: |schema: &Self| schema.parts.clone(), Self::finished, Self { parts: Vec::new() };
}

impl Schema {
    /// Reads a schema.
    ///
    /// # Errors
    /// Every fault: keywords that are not supported, values of the wrong kind, references that lead nowhere or round
    /// in a circle.
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
        let mut schema = Self { parts: reader.parts };
        let mut wrong = Vec::new();
        // Each cycle once, at its first part; whatever else the form says is held against the rules all the same.
        let mut graph = Graph::new(schema.parts.len(), |index| schema.in_place(index));
        for index in graph.cyclic() {
            // What was cut before may have taken it off all cycles.
            if graph.is_cyclic(index) {
                wrong.push(index);
                graph.cut(index);
                schema.parts.get_mut(index).into_iter().for_each(Part::let_go);
            }
        }
        // What leads on and on, once.
        if let Some(index) = schema.endless() {
            wrong.push(index);
            schema.parts.iter_mut().for_each(Part::let_go);
        }
        for index in wrong {
            let place = reader.places.get(index).cloned().unwrap_or_default();
            faults.push(Error::new(Code::BadSchema).with("reason", "$ref: cycle, or chain too long").at(place));
        }
        schema
    }

    pub(super) fn part(&self, index: Index) -> Option<&Part> {
        self.parts.get(index)
    }

    /// What was made ready when the schema was read, made ready again.
    fn finished(mut parts: Vec<Part>) -> Option<Self> {
        parts.iter_mut().for_each(Part::finish);
        Some(Self { parts }).filter(|schema| schema.endless().is_none())
    }

    /// The parts that look at the same value as one of them.
    fn in_place(&self, index: Index) -> impl Iterator<Item = Index> {
        self.part(index).into_iter().flat_map(Part::in_place)
    }

    /// The first part that leads into a cycle without a step into the data, or through too many parts.
    fn endless(&self) -> Option<Index> {
        /// No part leads through more parts, one after the other, itself included.
        const LONGEST: usize = 64;
        let paths = longest_paths(self.parts.len(), |index| self.in_place(index));
        paths.iter().position(|links| links.is_none_or(|links| links >= LONGEST))
    }

    /// How many values a valid document must at least fill in, and how many of them are filled in.
    pub fn progress(&self, node: Option<&Node>) -> (u32, u32) {
        // A schema may require itself without end.
        let mut counts = Counts { filled: 0, required: 0, fuel: 10_000 };
        self.count(0, node, &mut counts, 0);
        (counts.filled, counts.required)
    }

    fn count(&self, index: Index, node: Option<&Node>, counts: &mut Counts, depth: usize) {
        counts.fuel = counts.fuel.saturating_sub(1);
        let Some(part) = self.part(index).filter(|_| depth < 32 && counts.fuel > 0) else { return };
        for next in part.reference.iter().chain(&part.all_of) {
            self.count(*next, node, counts, depth + 1);
        }
        let mut from = 0;
        for name in &part.required {
            let found = match node.map(|node| &node.value) {
                Some(Value::Map(map)) => map.find(name, from),
                _ => None,
            };
            let value = found.map(|(place, node)| {
                from = place + 1;
                node
            });
            let next = part.properties.get(name);
            let group = next.is_some_and(|next| self.required_inside(next));
            if !group {
                counts.required += 1;
                counts.filled += u32::from(super::is_filled(value));
            }
            if let Some(next) = next {
                self.count(next, value, counts, depth + 1);
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
                Some(name) => part.properties.get(name),
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
        while let (Some(next), false) = (part.reference, part.whole) {
            part = self.part(next)?;
        }
        Some(part)
    }

    /// The part that judges a place, where no other does.
    fn place(&self, way: &[Option<Box<str>>]) -> Option<&Part> {
        let mut index = 0;
        for token in way {
            let part = self.resolved(index).filter(|part| !part.whole)?;
            index = match token {
                None => part.items?,
                Some(name) => {
                    part.properties.get(name).or_else(|| part.items.filter(|_| name.parse::<usize>().is_ok()))?
                }
            };
        }
        self.resolved(index).filter(|part| !part.whole)
    }

    /// Whether a map may be valid at all, as far as `type` tells.
    pub fn may_be_map(&self) -> bool {
        self.types(&[]).is_none_or(|types| types & 64 != 0)
    }

    /// Whether the form asks for a day at a place.
    pub(super) fn is_day(&self, way: &[Option<Box<str>>]) -> bool {
        self.place(way).is_some_and(|part| part.format == Some(Format::Date))
    }

    /// The types that a value at a place may be of, as bits of [`TYPES`]; nothing where the form leaves them open.
    pub(super) fn types(&self, way: &[Option<Box<str>>]) -> Option<u8> {
        self.place(way)?.types
    }

    /// The values that a place may have, where the form lists them.
    pub(super) fn choices(&self, way: &[Option<Box<str>>]) -> Option<&[Node]> {
        self.place(way)?.choices.as_deref()
    }

    /// The first step on the way to a place that the form does not know, counted from 0, and the names that it does know
    /// there; nothing where it knows the whole way or leaves it open.
    pub fn astray(&self, way: &[Option<Box<str>>]) -> Option<(usize, Vec<&str>)> {
        let mut index = 0;
        for (step, token) in way.iter().enumerate() {
            let part = self.resolved(index)?;
            if part.whole {
                return None;
            }
            index = match token {
                None => part.items?,
                Some(name) => match part.properties.get(name) {
                    Some(next) => next,
                    None if part.properties.is_empty() => return None,
                    None => return Some((step, part.properties.keys().collect())),
                },
            };
        }
        None
    }
}

impl Part {
    /// Parts that look at the same value.
    fn in_place(&self) -> impl Iterator<Item = Index> {
        let branches = [self.reference, self.condition, self.then, self.otherwise, self.not];
        let lists = self.all_of.iter().chain(&self.any_of).chain(&self.one_of).copied();
        let dependent = self.dependent_schemas.iter().map(|(_, next)| *next);
        branches.into_iter().flatten().chain(lists).chain(dependent)
    }

    /// Forgets the parts that look at the same value.
    fn let_go(&mut self) {
        let branches = [&mut self.reference, &mut self.condition, &mut self.then, &mut self.otherwise, &mut self.not];
        branches.into_iter().for_each(|branch| *branch = None);
        [&mut self.all_of, &mut self.any_of, &mut self.one_of].into_iter().for_each(Vec::clear);
        self.dependent_schemas.clear();
    }

    /// Settles what follows from the keywords once all are read.
    fn finish(&mut self) {
        if self.condition.is_none() {
            self.then = None;
            self.otherwise = None;
        }
        if self.contains.is_none() {
            self.max_contains = None;
        }
        self.properties.require(&self.required);
        let left_over = [self.unevaluated_properties, self.unevaluated_items, self.contains];
        let inside = !self.properties.is_empty() || self.items.is_some() || self.additional.is_some();
        self.whole = self.in_place().any(|next| Some(next) != self.reference)
            || left_over.iter().any(Option::is_some)
            || !self.patterns.is_empty()
            || (self.references && (inside || !self.prefix.is_empty()));
    }
}

struct Counts {
    filled: u32,
    required: u32,
    fuel: u32,
}
