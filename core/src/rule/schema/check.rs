//! A document against a schema: every violation, each at its place.

use super::checked::Checked;
use super::format::Format;
use super::keyword::{Keyword, NO_SUCH_DAY, Violation};
use super::{Index, Part, Schema, TYPES};
use crate::base::exact::Decimal;
use crate::base::text::Text;
use crate::base::value::{Map, Node, Value, push_token};
use crate::rule::calculate::length;
use crate::rule::{is_filled, tokens};
use std::borrow::Cow;
use std::cmp::Ordering;

/// Values looked at before a check is given up: schemas may multiply their work by `allOf` and its kin.
const FUEL: u32 = 2_000_000;
/// No check looks deeper, by the document and by the references of the schema together: a browser's stack is small.
const MAX_NESTING: u32 = 200;

impl Schema {
    /// Checks a document as JSON Schema does: an empty text or null is a value like any other.
    pub fn check(&self, node: &Node) -> Checked {
        self.run(node, false)
    }

    /// Checks the data of a form, where what is missing, null or blank is one thing: not filled in. An optional entry
    /// that was cleared is not judged, a required one is reported as blank. A value that the schema itself lists is
    /// given, be it null or an empty text.
    pub fn check_form(&self, node: &Node) -> Checked {
        self.run(node, true)
    }

    fn run(&self, node: &Node, form: bool) -> Checked {
        let mut run = Run::new(self, form);
        run.value(0, node, &At::Root);
        let given_up = run.fuel == 0;
        Checked::in_order(run.out, given_up)
    }

    /// Checks a form of which only the place at a pointer has changed since it was last checked: what lies on the way to
    /// it by itself, and what lies below it.
    pub fn recheck(&self, node: &Node, changed: &str, before: &Checked) -> Checked {
        if before.given_up {
            return self.check_form(node);
        }
        let mut run = Run::new(self, true);
        let tokens = tokens(changed);
        let mut on_the_way = Vec::new();
        let below = run.spine(0, node, &At::Root, &tokens, &mut on_the_way);
        let given_up = run.fuel == 0;
        let stays = |violation: &&Violation| {
            let pointer = violation.pointer.as_str();
            let inside = pointer.strip_prefix(&below).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            !inside && !on_the_way.iter().any(|way| way == pointer)
        };
        let known = before.violations.iter().chain(&before.blanks);
        let mut violations: Vec<_> = known.filter(stays).cloned().collect();
        violations.extend(run.out);
        Checked::in_order(violations, given_up)
    }
}

/// The way to a value; a pointer is written only when it is needed.
pub(super) enum At<'a> {
    Root,
    Key(&'a At<'a>, &'a str),
    Item(&'a At<'a>, usize),
}

impl At<'_> {
    fn pointer(&self) -> String {
        match self {
            At::Root => String::new(),
            At::Key(parent, key) => {
                let mut pointer = parent.pointer();
                push_token(&mut pointer, key);
                pointer
            }
            At::Item(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }
}

pub(super) struct Run<'a> {
    pub(super) schema: &'a Schema,
    out: Vec<Violation>,
    pub(super) fuel: u32,
    nesting: u32,
    /// Whether what is blank or null counts as not given, as it does in a form.
    form: bool,
    /// Within an `if` or its kin, only whether anything is wrong counts.
    quiet: bool,
    /// Looks at a value by itself, not at what is in it.
    shallow: bool,
}

/// One value under one part of the schema.
pub(super) struct Here<'a> {
    pub(super) index: Index,
    pub(super) part: &'a Part,
    pub(super) at: &'a At<'a>,
}

impl<'a> Run<'a> {
    fn new(schema: &'a Schema, form: bool) -> Self {
        Self { schema, out: Vec::new(), fuel: FUEL, nesting: 0, form, quiet: false, shallow: false }
    }

    /// Whether a value under a part of the schema is given: in a form, a blank text or null is not, unless the part lists
    /// it.
    pub(super) fn given(&self, next: Option<Index>, node: &Node) -> bool {
        let lists = || next.and_then(|next| self.schema.resolved(next)).is_some_and(|part| part.lists(&node.value));
        !self.form || is_filled(Some(node)) || lists()
    }

    /// Whether a map has an entry that is given.
    pub(super) fn has(&self, part: &Part, map: &Map, name: &str) -> bool {
        map.get(name).is_some_and(|node| self.given(part.properties.get(name), node))
    }

    /// Goes the way to what has changed; the pointer of the part that was checked whole.
    fn spine(
        &mut self,
        index: Index,
        node: &Node,
        at: &At<'_>,
        way: &[Cow<'_, str>],
        passed: &mut Vec<String>,
    ) -> String {
        let own = self.schema.part(index).filter(|part| !part.whole);
        let part = own.and_then(|_| self.schema.resolved(index)).filter(|part| !part.whole);
        let (Some((token, rest)), Some(part)) = (way.split_first(), part) else {
            self.value(index, node, at);
            return at.pointer();
        };
        self.shallow = true;
        self.value(index, node, at);
        self.shallow = false;
        passed.push(at.pointer());
        let (child, next, here) = match &node.value {
            Value::Map(map) => {
                // What the map as such refuses was reported for the map, and is not looked into.
                let other = part.additional.filter(|next| !self.schema.part(*next).is_some_and(|part| part.refuses));
                let next = part.properties.get(token).or(other);
                (map.get(token), next, At::Key(at, token))
            }
            Value::List(list) => {
                let number = token.parse().unwrap_or(usize::MAX);
                let next = part.prefix.get(number).copied().or(part.items);
                (list.get(number), next, At::Item(at, number))
            }
            _ => (None, None, At::Key(at, token)),
        };
        match (child, next) {
            (Some(child), Some(next)) if self.given(Some(next), child) => self.spine(next, child, &here, rest, passed),
            _ => here.pointer(),
        }
    }

    pub(super) fn spend(&mut self, fuel: usize) {
        self.fuel = self.fuel.saturating_sub(u32::try_from(fuel).unwrap_or(u32::MAX));
    }

    /// Whether a value fits a part of the schema; a misfit is not reported.
    pub(super) fn holds(&mut self, index: Index, node: &Node, at: &At<'_>) -> bool {
        let out = std::mem::take(&mut self.out);
        let before = (std::mem::replace(&mut self.quiet, true), std::mem::replace(&mut self.shallow, false));
        self.value(index, node, at);
        (self.quiet, self.shallow) = before;
        std::mem::replace(&mut self.out, out).is_empty()
    }

    fn value(&mut self, index: Index, node: &Node, at: &At<'_>) {
        self.spend(1);
        if self.nesting >= MAX_NESTING {
            self.fuel = 0;
        }
        let Some(part) = self.schema.part(index).filter(|_| self.fuel > 0) else { return };
        if self.quiet && !self.out.is_empty() {
            return;
        }
        self.nesting += 1;
        self.part(&Here { index, part, at }, node);
        self.nesting -= 1;
    }

    fn part(&mut self, here: &Here<'_>, node: &Node) {
        let part = here.part;
        if part.refuses {
            return self.fault(here, Keyword::Refused, None, String::new);
        }
        for next in part.reference.iter().chain(&part.all_of) {
            self.value(*next, node, here.at);
        }
        if let Some(types) = part.types
            && types & type_of(&node.value) == 0
        {
            self.fault(here, Keyword::Type, None, || names_of(types));
        }
        if let Some(constant) = &part.constant
            && *constant != node.value
        {
            self.fault(here, Keyword::Const, None, || shown(constant));
        }
        if let Some(choices) = &part.choices {
            self.spend(choices.len() / 16);
            if !choices.iter().any(|choice| choice.value == node.value) {
                if part.words.is_empty() {
                    let names = || choices.iter().map(|choice| shown(&choice.value)).collect::<Vec<_>>().join(", ");
                    self.fault(here, Keyword::Enum, None, names);
                } else {
                    self.fault(here, Keyword::OneOf, None, || Text::join(&part.words, ", ", ", "));
                }
            }
        }
        match &node.value {
            Value::Map(map) => self.map(here, node, map),
            Value::List(list) => self.list(here, list),
            Value::Text(text) => self.text(here, text),
            Value::Integer(_) | Value::Decimal(_) => {
                if let Some(number) = node.value.number() {
                    self.number(here, number);
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
        if part.whole {
            self.cases(here, node);
        }
    }

    /// What asks whether the value fits other parts of the schema.
    fn cases(&mut self, here: &Here<'_>, node: &Node) {
        let part = here.part;
        if !part.any_of.is_empty() && !part.any_of.iter().any(|next| self.holds(*next, node, here.at)) {
            let cases = || self.schema.titles(&part.any_of).unwrap_or_default();
            self.fault(here, Keyword::AnyOf, None, cases);
        }
        if !part.one_of.is_empty() {
            let fits = part.one_of.iter().filter(|next| self.holds(**next, node, here.at)).take(2).count();
            if fits != 1 {
                let cases = || self.schema.titles(&part.one_of).unwrap_or_default();
                self.fault(here, Keyword::OneOf, None, cases);
            }
        }
        if part.not.is_some_and(|next| self.holds(next, node, here.at)) {
            self.fault(here, Keyword::Not, None, String::new);
        }
        if let Some(condition) = part.condition {
            let next = if self.holds(condition, node, here.at) { part.then } else { part.otherwise };
            if let Some(next) = next {
                self.value(next, node, here.at);
            }
        }
        self.unevaluated(here, node);
    }

    fn map(&mut self, here: &Here<'_>, node: &Node, map: &Map) {
        let part = here.part;
        // Which of the first 64 required entries are there.
        let mut there = 0u64;
        if !part.properties.is_empty() || part.additional.is_some() || !part.patterns.is_empty() {
            let mut from = 0;
            for (name, node) in map.iter() {
                let own = part.properties.find(name, from);
                from = own.map_or(from, |(place, ..)| place + 1);
                if !self.given(own.map(|(_, next, _)| next), node) {
                    continue;
                }
                if let Some((_, next, bit)) = own {
                    there |= bit;
                    if bit != 0 && !is_filled(Some(node)) {
                        self.blank(here, name, node);
                    }
                    if !self.shallow {
                        self.value(next, node, &At::Key(here.at, name));
                    }
                }
                let matched = !part.patterns.is_empty() && self.matched(here, name, node);
                if let (None, false, Some(next)) = (own, matched, part.additional) {
                    self.entry(here, Keyword::AdditionalProperties, next, name, node);
                }
            }
        }
        if there != part.properties.required() || part.properties.some_unknown() {
            for name in &part.required {
                match map.get(name) {
                    None => self.fault(here, Keyword::Required, Some(name), || name.to_string()),
                    Some(node) => self.blank(here, name, node),
                }
            }
        }
        for (name, wanted) in &part.dependent_required {
            if self.has(part, map, name) {
                for name in wanted {
                    match map.get(name) {
                        None => self.fault(here, Keyword::DependentRequired, Some(name), || name.to_string()),
                        Some(node) => self.blank(here, name, node),
                    }
                }
            }
        }
        for (name, next) in &part.dependent_schemas {
            if self.has(part, map, name) {
                self.value(*next, node, here.at);
            }
        }
        if let Some(next) = part.names {
            for (name, node) in map.iter() {
                let given = self.given(part.properties.get(name), node);
                if given && !self.holds(next, &Value::Text(name.into()).into(), here.at) {
                    self.fault(here, Keyword::PropertyNames, Some(name), || name.to_owned());
                }
            }
        }
        if part.min_properties.is_some() || part.max_properties.is_some() {
            let sizes = [Keyword::MinProperties, Keyword::MaxProperties];
            let count = map.iter().filter(|(name, node)| self.given(part.properties.get(name), node)).count();
            self.size(here, count, part.min_properties, part.max_properties, sizes);
        }
    }

    /// Reports a required entry that is there but not filled in: in a form, one that is not given; elsewhere, a text of
    /// blanks, unless the schema lists what it may be.
    fn blank(&mut self, here: &Here<'_>, name: &str, node: &Node) {
        let next = here.part.properties.get(name);
        let entry = next.and_then(|next| self.schema.resolved(next));
        let listed = || entry.is_some_and(|part| part.choices.is_some() || part.constant.is_some());
        let fine = match self.form {
            true => self.given(next, node),
            false => self.quiet || is_filled(Some(node)) || !matches!(node.value, Value::Text(_)) || listed(),
        };
        if fine {
            return;
        }
        self.out.push(Violation {
            keyword: Keyword::Blank.name(),
            pointer: At::Key(here.at, name).pointer(),
            property: None,
            limit: Text::default(),
            title: entry.and_then(|part| part.title.clone()),
            description: entry.and_then(|part| part.description.clone()),
            item: self.schema.items_on(&At::Key(here.at, name).pointer()),
            order: (here.index, Keyword::Blank),
        });
    }

    /// Checks an entry by the patterns that its name matches; whether there are any.
    fn matched(&mut self, here: &Here<'_>, name: &str, node: &Node) -> bool {
        let mut found = false;
        for (pattern, next) in &here.part.patterns {
            self.spend(pattern.weight(name));
            if self.fuel > 0 && pattern.matches(name) {
                found = true;
                if !self.shallow {
                    self.value(*next, node, &At::Key(here.at, name));
                }
            }
        }
        found
    }

    /// An entry that no other keyword looks at.
    pub(super) fn entry(&mut self, here: &Here<'_>, keyword: Keyword, next: Index, name: &str, node: &Node) {
        if !self.given(Some(next), node) {
            return;
        }
        if self.schema.part(next).is_some_and(|part| part.refuses) {
            self.fault(here, keyword, Some(name), || name.to_owned());
        } else if !self.shallow {
            self.value(next, node, &At::Key(here.at, name));
        }
    }

    /// An item that no other keyword looks at.
    pub(super) fn item(&mut self, here: &Here<'_>, next: Index, place: usize, node: &Node) {
        let at = At::Item(here.at, place);
        if !self.given(Some(next), node) {
            return;
        }
        if self.schema.part(next).is_some_and(|part| part.refuses) {
            self.fault(&Here { at: &at, ..*here }, Keyword::UnevaluatedItems, None, String::new);
        } else {
            self.value(next, node, &at);
        }
    }

    fn list(&mut self, here: &Here<'_>, list: &[Node]) {
        let part = here.part;
        if !self.shallow && (part.items.is_some() || !part.prefix.is_empty()) {
            for (index, node) in list.iter().enumerate() {
                let next = part.prefix.get(index).copied().or(part.items);
                if let Some(next) = next.filter(|next| self.given(Some(*next), node)) {
                    self.value(next, node, &At::Item(here.at, index));
                }
            }
        }
        if part.min_items.is_some() || part.max_items.is_some() {
            let count = list.iter().filter(|node| self.given(part.items, node)).count();
            self.size(here, count, part.min_items, part.max_items, [Keyword::MinItems, Keyword::MaxItems]);
        }
        if part.unique && self.twice(list) {
            self.fault(here, Keyword::UniqueItems, None, String::new);
        }
        if let Some(next) = part.contains {
            let fits = list.iter().enumerate();
            let fits = fits.filter(|(index, node)| {
                self.given(Some(next), node) && self.holds(next, node, &At::Item(here.at, *index))
            });
            let fits = fits.count();
            match part.min_contains {
                None if fits == 0 => self.fault(here, Keyword::Contains, None, String::new),
                Some(least) if fits < least => self.fault(here, Keyword::MinContains, None, || least.to_string()),
                _ => {}
            }
            if let Some(most) = part.max_contains.filter(|most| fits > *most) {
                self.fault(here, Keyword::MaxContains, None, || most.to_string());
            }
        }
    }

    fn text(&mut self, here: &Here<'_>, text: &str) {
        let part = here.part;
        // What came in as half a character was replaced when the text was read.
        if self.form && text.contains(char::REPLACEMENT_CHARACTER) {
            self.fault(here, Keyword::Damaged, None, String::new);
        }
        if part.min_length.is_some() || part.max_length.is_some() {
            let sizes = [Keyword::MinLength, Keyword::MaxLength];
            self.size(here, length(text), part.min_length, part.max_length, sizes);
        }
        if let Some(pattern) = &part.pattern {
            self.spend(pattern.weight(text));
            if self.fuel > 0 && !pattern.matches(text) {
                self.fault(here, Keyword::Pattern, None, || pattern.as_str().to_owned());
            }
        }
        if let Some(format) = part.format.filter(|format: &Format| !format.matches(text)) {
            let limit = if format == Format::Date && is_written_as_day(text) { NO_SUCH_DAY } else { format.name() };
            self.fault(here, Keyword::Format, None, || limit.to_owned());
        }
    }

    fn number(&mut self, here: &Here<'_>, number: Decimal) {
        type Holds = fn(Ordering) -> bool;
        let wanted: [(Holds, Keyword); 4] = [
            (Ordering::is_ge, Keyword::Minimum),
            (Ordering::is_le, Keyword::Maximum),
            (Ordering::is_gt, Keyword::ExclusiveMinimum),
            (Ordering::is_lt, Keyword::ExclusiveMaximum),
        ];
        for (bound, (holds, keyword)) in here.part.bounds.iter().zip(wanted) {
            if let Some(bound) = bound
                && !number.order(*bound).is_some_and(holds)
            {
                self.fault(here, keyword, None, || bound.to_string());
            }
        }
        if let Some(unit) = here.part.multiple_of
            && number.remainder(unit).is_none_or(|rest| rest.to_integer() != Some(0))
        {
            self.fault(here, Keyword::MultipleOf, None, || unit.to_string());
        }
    }

    fn size(&mut self, here: &Here<'_>, size: usize, low: Option<usize>, high: Option<usize>, keywords: [Keyword; 2]) {
        let [too_small, too_large] = keywords;
        if let Some(low) = low.filter(|low| size < *low) {
            self.fault(here, too_small, None, || low.to_string());
        }
        if let Some(high) = high.filter(|high| size > *high) {
            self.fault(here, too_large, None, || high.to_string());
        }
    }

    pub(super) fn fault<L: Into<Limit>>(
        &mut self,
        here: &Here<'_>,
        keyword: Keyword,
        property: Option<&str>,
        limit: impl FnOnce() -> L,
    ) {
        let order = (here.index, keyword);
        let keyword = keyword.name();
        if self.quiet {
            // Only that there is one counts.
            return self.out.push(Violation {
                keyword,
                pointer: String::new(),
                property: None,
                limit: Text::default(),
                title: None,
                description: None,
                item: None,
                order,
            });
        }
        let entry = property.and_then(|name| here.part.properties.get(name));
        let titled = entry.map_or(Some(here.part), |entry| self.schema.part(entry));
        let pointer = here.at.pointer();
        let item = self.schema.items_on(&pointer);
        // An item is named by its number.
        let numbered = property.is_none() && matches!(here.at, At::Item(..));
        self.out.push(Violation {
            keyword,
            item,
            pointer,
            property: property.map(str::to_owned),
            limit: limit().into().0,
            title: titled.and_then(|part| part.title.clone()).filter(|_| !numbered),
            description: titled.and_then(|part| part.description.clone()),
            order,
        });
    }
}

/// What a keyword asks for, as it is said.
pub(super) struct Limit(Text);

impl From<String> for Limit {
    fn from(limit: String) -> Self {
        Self(Text::same(limit))
    }
}

impl From<Text> for Limit {
    fn from(limit: Text) -> Self {
        Self(limit)
    }
}

/// Whether a text is written as a day is, yyyy-MM-dd.
fn is_written_as_day(text: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(fits)
}

fn type_of(value: &Value) -> u8 {
    match value {
        Value::Null => 1,
        Value::Bool(_) => 2,
        Value::Integer(_) => 4,
        Value::Decimal(decimal) if decimal.to_integer().is_some() => 4,
        Value::Decimal(_) => 8,
        Value::Text(_) => 16,
        Value::List(_) => 32,
        Value::Map(_) => 64,
    }
}

fn names_of(types: u8) -> String {
    // `number` holds the bit of `integer` too, which then goes without saying.
    let named = TYPES.iter().filter(|(name, bits)| types & bits == *bits && !(*name == "integer" && types & 8 != 0));
    named.map(|(name, _)| *name).collect::<Vec<_>>().join(" | ")
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.to_string(),
        Value::Integer(integer) => integer.to_string(),
        Value::Decimal(decimal) => decimal.to_string(),
        Value::Bool(bool) => bool.to_string(),
        value => value.kind().to_owned(),
    }
}

#[cfg(test)]
#[path = "tests/check.rs"]
mod tests;
