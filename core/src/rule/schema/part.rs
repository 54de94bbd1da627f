//! The keywords of one schema object.

use super::fields::FieldKind;
use super::format::Format;
use super::properties::Properties;
use crate::base::exact::Decimal;
use crate::base::packed::Packed;
use crate::base::text::Text;
use crate::base::value::{Node, Value};
use crate::rule::pattern::Pattern;

/// The dialect of which a part is read.
pub(crate) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The index of a part in its schema.
pub(crate) type Index = usize;

/// The keywords of one schema object, `$ref`s resolved.
#[derive(Clone, Debug, Default, Packed)]
pub(crate) struct Part {
    /// `false`: nothing is valid.
    pub(super) refuses: bool,
    pub(super) title: Option<Text>,
    /// How to fill it in, for the citizen.
    pub(super) description: Option<Text>,
    /// What kind of field it is, where the schema says so.
    pub(super) kind: Option<FieldKind>,
    /// A value that could be there, to be shown.
    #[packed(derived)]
    pub(super) example: Option<Value>,
    pub(super) reference: Option<Index>,
    /// Whether there is a `$ref`, which is bound only when all parts are read.
    pub(super) references: bool,
    pub(super) all_of: Vec<Index>,
    pub(super) any_of: Vec<Index>,
    pub(super) one_of: Vec<Index>,
    pub(super) not: Option<Index>,
    pub(super) types: Option<u8>,
    pub(super) constant: Option<Value>,
    pub(super) choices: Option<Vec<Node>>,
    /// The words of each choice, where it was written as `oneOf` of constants with titles.
    pub(super) words: Vec<Text>,
    pub(super) required: Vec<Box<str>>,
    pub(super) dependent_required: Vec<(Box<str>, Vec<Box<str>>)>,
    pub(super) dependent_schemas: Vec<(Box<str>, Index)>,
    pub(super) properties: Properties,
    pub(super) patterns: Vec<(Pattern, Index)>,
    pub(super) additional: Option<Index>,
    pub(super) unevaluated_properties: Option<Index>,
    pub(super) names: Option<Index>,
    pub(super) min_properties: Option<usize>,
    pub(super) max_properties: Option<usize>,
    pub(super) prefix: Vec<Index>,
    pub(super) items: Option<Index>,
    pub(super) unevaluated_items: Option<Index>,
    pub(super) min_items: Option<usize>,
    pub(super) max_items: Option<usize>,
    pub(super) unique: bool,
    pub(super) contains: Option<Index>,
    pub(super) min_contains: Option<usize>,
    pub(super) max_contains: Option<usize>,
    pub(super) min_length: Option<usize>,
    pub(super) max_length: Option<usize>,
    pub(super) pattern: Option<Pattern>,
    pub(super) format: Option<Format>,
    /// `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`.
    pub(super) bounds: [Option<Decimal>; 4],
    pub(super) multiple_of: Option<Decimal>,
    pub(super) condition: Option<Index>,
    pub(super) then: Option<Index>,
    pub(super) otherwise: Option<Index>,
    /// Whether it judges what lies in a value by more than the entry or item itself, so that after an edit below it all
    /// of it is checked again.
    #[packed(derived = false)]
    pub(super) whole: bool,
}

/// Names of types and their bits.
pub(crate) const TYPES: [(&str, u8); 7] =
    [("null", 1), ("boolean", 2), ("integer", 4), ("number", 12), ("string", 16), ("array", 32), ("object", 64)];

impl Part {
    /// Parts that look at the same value.
    pub(super) fn in_place(&self) -> impl Iterator<Item = Index> {
        let branches = [self.reference, self.condition, self.then, self.otherwise, self.not];
        let lists = self.all_of.iter().chain(&self.any_of).chain(&self.one_of).copied();
        let dependent = self.dependent_schemas.iter().map(|(_, next)| *next);
        branches.into_iter().flatten().chain(lists).chain(dependent)
    }

    /// Whether it says itself that a value is allowed: by `enum`, `const`, or for null by `type`.
    pub(super) fn lists(&self, value: &Value) -> bool {
        let of = |choice: &Value| choice == value;
        self.constant.as_ref().is_some_and(of)
            || self.choices.iter().flatten().any(|choice| of(&choice.value))
            || (matches!(value, Value::Null) && self.types.is_some_and(|types| types & 1 != 0))
    }

    /// Forgets the parts that look at the same value.
    pub(super) fn let_go(&mut self) {
        let branches = [&mut self.reference, &mut self.condition, &mut self.then, &mut self.otherwise, &mut self.not];
        branches.into_iter().for_each(|branch| *branch = None);
        [&mut self.all_of, &mut self.any_of, &mut self.one_of].into_iter().for_each(Vec::clear);
        self.dependent_schemas.clear();
    }

    /// Derives what follows from the keywords, once all are read.
    pub(super) fn finish(&mut self) {
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
