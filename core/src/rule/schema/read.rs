//! The reader of schemas.

use super::fields::FieldKind;
use super::format::FORMATS;
use super::keyword::{ANNOTATIONS, KEYWORDS, NO_KEYWORDS, STRUCTURE};
use super::properties::Properties;
use super::{DIALECT, Index, Part, TYPES};
use crate::base::error::{Cause, Code, Error, Faults, Place};
use crate::base::exact::Decimal;
use crate::base::shape::{Cursor, Shape};
use crate::base::text::Text;
use crate::base::value::{Node, Value};
use crate::rule::pattern::Pattern;
use indexmap::IndexMap;
use std::collections::HashSet;

/// No schema is nested deeper, none has more parts.
const MAX_DEPTH: usize = 32;
const MAX_PARTS: usize = 5_000;

#[derive(Default)]
pub(super) struct Reader {
    pub(super) parts: Vec<Part>,
    /// The place of each part, for faults that are found only later.
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
                part.finish();
                suits(&part, at, faults);
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
                    part.references = true;
                    self.references.push((index, text.to_owned(), at.place()));
                }
            }
            "$anchor" => {
                if let Some(text) = at.text(faults) {
                    self.pointers.insert(text.to_owned(), index);
                }
            }
            // The name of the whole schema; a part with a name of its own would change what references mean.
            "$id" if index == 0 => {}
            // Another dialect may mean something else by the same words.
            "$schema" => {
                let dialect = at.text(faults).map(|text| text.trim_end_matches('#'));
                if dialect.is_some_and(|dialect| dialect != DIALECT) {
                    faults.push(at.fault(Code::BadSchema).with("reason", format!("$schema ≠ {DIALECT}")));
                }
            }
            "$defs" | "definitions" => drop(self.named(at, depth, faults)),
            "allOf" => part.all_of = self.several(at, depth, faults),
            "anyOf" => part.any_of = self.several(at, depth, faults),
            "oneOf" => {
                part.one_of = self.several(at, depth, faults);
                self.worded(part, at.node);
            }
            "not" => part.not = self.part(at, depth, faults),
            "type" => part.types = types(at, faults),
            "const" => part.constant = Some(plain(at.node).value),
            "enum" => match &at.node.value {
                Value::List(list) => part.choices = Some(list.iter().map(plain).collect()),
                _ => { at.wrong_type::<()>("list", faults); }
            },
            "required" => part.required = names(at, faults),
            "dependentRequired" => {
                let entries = at.entries(faults).collect::<Vec<_>>();
                part.dependent_required = entries.iter().map(|(name, at)| ((*name).into(), names(at, faults))).collect();
            }
            "dependentSchemas" => part.dependent_schemas = self.named(at, depth, faults),
            "properties" => part.properties = Properties::new(self.named(at, depth, faults)),
            "patternProperties" => {
                for (text, next) in self.named(at, depth, faults) {
                    let pattern = at.keep(Pattern::new(&text), faults);
                    part.patterns.extend(pattern.map(|pattern| (pattern, next)));
                }
            }
            "additionalProperties" => part.additional = self.part(at, depth, faults),
            "unevaluatedProperties" => part.unevaluated_properties = self.part(at, depth, faults),
            "propertyNames" => part.names = self.part(at, depth, faults),
            "minProperties" => part.min_properties = size(at, faults),
            "maxProperties" => part.max_properties = size(at, faults),
            "prefixItems" => part.prefix = self.several(at, depth, faults),
            "items" => part.items = self.part(at, depth, faults),
            "unevaluatedItems" => part.unevaluated_items = self.part(at, depth, faults),
            "minItems" => part.min_items = size(at, faults),
            "maxItems" => part.max_items = size(at, faults),
            "uniqueItems" => part.unique = bool::read(at, faults).unwrap_or_default(),
            "contains" => part.contains = self.part(at, depth, faults),
            "minContains" => part.min_contains = size(at, faults),
            "maxContains" => part.max_contains = size(at, faults),
            "minLength" => part.min_length = size(at, faults),
            "maxLength" => part.max_length = size(at, faults),
            "pattern" => {
                if let Some(text) = at.text(faults) {
                    part.pattern = at.keep(Pattern::new(text), faults);
                }
            }
            "format" => part.format = at.term(&FORMATS, faults),
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
            "description" => part.description = Text::read(at, faults),
            "kind" => part.kind = at.term(FieldKind::ALL, faults),
            "examples" => match &at.node.value {
                Value::List(list) => part.example = list.first().map(|example| plain(example).value),
                _ => { at.wrong_type::<()>("list", faults); }
            },
            name if ANNOTATIONS.contains(&name) => {}
            name => {
                let fault = at.fault(Code::UnsupportedKeyword).with("keyword", name);
                let known = KEYWORDS.iter().skip(1).filter(|name| !NO_KEYWORDS.contains(name)).chain(&STRUCTURE).chain(&ANNOTATIONS).copied();
                faults.push(fault.suggest(name, known));
            }
        }
    }

    fn named(&mut self, at: &Cursor<'_>, depth: usize, faults: &mut Faults) -> Vec<(Box<str>, Index)> {
        let Value::Map(map) = &at.node.value else {
            at.wrong_type::<()>("map", faults);
            return Vec::new();
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
        if list.is_empty() {
            faults.push(at.fault(Code::BadSchema).with("reason", "[]"));
        }
        let parts = list.iter().enumerate();
        parts.filter_map(|(index, node)| self.part(&at.index(index, node), depth + 1, faults)).collect()
    }

    /// Takes a choice between constants that have titles, and nothing else, as a list of values with words.
    fn worded(&self, part: &mut Part, node: &Node) {
        let Value::List(cases) = &node.value else { return };
        let alone = |case: &Node| matches!(&case.value, Value::Map(map) if map.len() == 2);
        let cases = cases.iter().zip(&part.one_of).map(|(case, index)| {
            let named = self.parts.get(*index).filter(|_| alone(case))?;
            Some((Node::from(named.constant.clone()?), named.title.clone()?))
        });
        let Some((values, words)) = cases.collect::<Option<(Vec<Node>, Vec<Text>)>>() else { return };
        // A value that is listed twice fits none.
        let once = |(at, value): (usize, &Node)| !values.iter().take(at).any(|other| other == value);
        if part.choices.is_none() && values.iter().enumerate().all(once) {
            part.one_of.clear();
            part.choices = Some(values);
            part.words = words;
        }
    }

    /// Binds every `$ref` to the part that it names.
    pub(super) fn resolve(&mut self, faults: &mut Faults) {
        let known: Vec<String> = self.pointers.keys().map(|pointer| format!("#{pointer}")).collect();
        // Each name is compared with all others: a few are helped.
        let mut hints = 20;
        for (index, text, place) in std::mem::take(&mut self.references) {
            let target = text.strip_prefix('#').and_then(|pointer| {
                // A reference is a URI, in which the pointer may be written with percent signs.
                self.pointers.get(pointer).or_else(|| self.pointers.get(&decoded(pointer)?)).copied()
            });
            match (target, self.parts.get_mut(index)) {
                (Some(target), Some(part)) => part.reference = Some(target),
                _ => {
                    let names = known.iter().map(String::as_str).filter(|_| hints > 0);
                    let last = text.rsplit('/').next().unwrap_or_default();
                    let fault = Error::unknown("$ref", &text, names).at(place);
                    faults.push(fault.because_of(Cause::Undeclared(last.into())));
                    hints -= i32::from(hints > 0);
                }
            }
        }
    }
}

/// A kind of field must suit the type of its values.
fn suits(part: &Part, at: &Cursor<'_>, faults: &mut Faults) {
    if let (Some(kind), Some(types)) = (part.kind, part.types)
        && kind.types() & types == 0
        && let Some(place) = at.get("kind")
    {
        faults.push(place.fault(Code::BadSchema).with("reason", format!("kind {kind} ≠ type")));
    }
}

/// Numbers as JSON has them: 1.0 is 1.
fn plain(node: &Node) -> Node {
    match &node.value {
        Value::Decimal(decimal) => Value::from(*decimal).into(),
        Value::List(list) => Value::List(list.iter().map(plain).collect()).into(),
        Value::Map(map) => Value::Map(map.iter().map(|(name, node)| (name, plain(node).value)).collect()).into(),
        _ => node.clone(),
    }
}

fn names(at: &Cursor<'_>, faults: &mut Faults) -> Vec<Box<str>> {
    let names: Option<Vec<String>> = Vec::read(at, faults);
    if let Value::List(nodes) = &at.node.value {
        // The standard wants each name once.
        let mut seen = HashSet::new();
        for (index, node) in nodes.iter().enumerate() {
            if let Some(name) = node.value.as_text().filter(|name| !seen.insert(*name)) {
                faults.push(at.index(index, node).fault(Code::NamedTwice).with("value", name));
            }
        }
    }
    names.unwrap_or_default().into_iter().map(String::into_boxed_str).collect()
}

/// A text without percent signs.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if let (b'%', [_, _, behind @ ..]) = (first, after) {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = behind;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
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

fn number(at: &Cursor<'_>, faults: &mut Faults) -> Option<Decimal> {
    at.node.value.number().or_else(|| at.wrong_type("number", faults))
}
