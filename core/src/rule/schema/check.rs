//! A document against a schema: every violation, each at its place.

use super::{Index, Part, Schema, TYPES};
use crate::rule::calculate::{length, read_date};
use crate::rule::number::Exact;
use crate::text::Text;
use crate::value::{Map, Node, Value, push_token};
use std::cmp::Ordering;

/// Values looked at before a check is given up: schemas may multiply their work by `allOf`.
const FUEL: u32 = 2_000_000;

/// One keyword that a value does not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The keyword.
    pub keyword: &'static str,
    /// JSON pointer of the value; for `required` and `additionalProperties`, of the map.
    pub pointer: String,
    /// The entry that is missing or too many.
    pub property: Option<String>,
    /// What the keyword asks for.
    pub limit: String,
    /// The title of the value in the form.
    pub title: Option<Text>,
    /// Where the keyword stands in the schema.
    order: (Index, u8),
}

/// What a check of a document found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Violations in the order of the schema, then of the document.
    pub violations: Vec<Violation>,
    /// Whether the check was given up, for the document or the schema is too large.
    pub given_up: bool,
}

impl Schema {
    /// Checks a document.
    pub fn check(&self, node: &Node) -> Checked {
        let mut run = Run::new(self);
        run.value(0, node, &At::Root);
        let given_up = run.fuel == 0;
        Checked::in_order(run.out, given_up)
    }

    /// Checks a document of which only the place at a pointer has changed since it was last checked: what lies on the
    /// way to it by itself, and what lies below it.
    pub fn recheck(&self, node: &Node, changed: &str, before: &Checked) -> Checked {
        if before.given_up {
            return self.check(node);
        }
        let mut run = Run::new(self);
        let tokens: Vec<String> =
            changed.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~")).collect();
        let mut on_the_way = Vec::new();
        let below = run.spine(0, node, &At::Root, &tokens, &mut on_the_way);
        let given_up = run.fuel == 0;
        let stays = |violation: &&Violation| {
            let pointer = violation.pointer.as_str();
            let inside = pointer.strip_prefix(&below).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            !inside && !on_the_way.iter().any(|way| way == pointer)
        };
        let mut violations: Vec<_> = before.violations.iter().filter(stays).cloned().collect();
        violations.extend(run.out);
        Checked::in_order(violations, given_up)
    }
}

impl Checked {
    fn in_order(mut violations: Vec<Violation>, given_up: bool) -> Self {
        violations.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| by_pointer(&a.pointer, &b.pointer)));
        // The same part may look at the same value by several ways.
        violations.dedup();
        Self { violations, given_up }
    }
}

/// Order of pointers, numbers among the tokens as numbers.
pub(crate) fn by_pointer(a: &str, b: &str) -> Ordering {
    let tokens = |pointer: &str| -> Vec<(u64, String)> {
        let token = |token: &str| (token.parse().unwrap_or(u64::MAX), token.to_owned());
        pointer.split('/').map(token).collect()
    };
    if a == b { Ordering::Equal } else { tokens(a).cmp(&tokens(b)) }
}

/// The way to a value; a pointer is written only when it is needed.
enum At<'a> {
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

struct Run<'a> {
    schema: &'a Schema,
    out: Vec<Violation>,
    fuel: u32,
    /// Within an `if`, only whether anything is wrong counts.
    quiet: bool,
    /// Looks at a value by itself, not at what is in it.
    shallow: bool,
}

/// One value under one part of the schema.
struct Here<'a> {
    index: Index,
    part: &'a Part,
    at: &'a At<'a>,
}

impl<'a> Run<'a> {
    fn new(schema: &'a Schema) -> Self {
        Self { schema, out: Vec::new(), fuel: FUEL, quiet: false, shallow: false }
    }

    /// Goes the way to what has changed; the pointer of the part that was checked whole.
    fn spine(&mut self, index: Index, node: &Node, at: &At<'_>, way: &[String], passed: &mut Vec<String>) -> String {
        let part = self.schema.resolved(index);
        // A condition looks at several entries at once, so it is checked with all that is in it.
        let whole = |part: &Part| !part.all_of.is_empty() || part.condition.is_some();
        let (Some((token, rest)), Some(part), false) =
            (way.split_first(), part, part.is_none_or(whole) || self.schema.part(index).is_none_or(whole))
        else {
            self.value(index, node, at);
            return at.pointer();
        };
        self.shallow = true;
        self.value(index, node, at);
        self.shallow = false;
        passed.push(at.pointer());
        let (child, next, here) = match &node.value {
            Value::Map(map) => {
                (map.get(token), part.properties.get(token.as_str()).copied().or(part.additional), At::Key(at, token))
            }
            Value::List(list) => {
                let number = token.parse().unwrap_or(usize::MAX);
                (list.get(number), part.items, At::Item(at, number))
            }
            _ => (None, None, At::Key(at, token)),
        };
        match (child, next) {
            (Some(child), Some(next)) => self.spine(next, child, &here, rest, passed),
            _ => here.pointer(),
        }
    }

    fn value(&mut self, index: Index, node: &Node, at: &At<'_>) {
        self.fuel = self.fuel.saturating_sub(1);
        let Some(part) = self.schema.part(index).filter(|_| self.fuel > 0) else { return };
        if self.quiet && !self.out.is_empty() {
            return;
        }
        let here = Here { index, part, at };
        if part.refuses {
            self.fault(&here, 0, None, String::new);
            return;
        }
        for next in part.reference.iter().chain(&part.all_of) {
            self.value(*next, node, at);
        }
        if let Some(types) = part.types
            && types & type_of(&node.value) == 0
        {
            self.fault(&here, 3, None, || names_of(types));
        }
        if let Some(constant) = &part.constant
            && *constant != node.value
        {
            self.fault(&here, 4, None, || shown(constant));
        }
        if let Some(choices) = &part.choices
            && !choices.iter().any(|choice| choice.value == node.value)
        {
            self.fault(&here, 5, None, || {
                choices.iter().map(|choice| shown(&choice.value)).collect::<Vec<_>>().join(", ")
            });
        }
        match &node.value {
            Value::Map(map) => self.map(&here, map),
            Value::List(list) => self.list(&here, list),
            Value::Text(text) => self.text(&here, text),
            Value::Integer(_) | Value::Decimal(_) => {
                if let Some(number) = Exact::of(&node.value) {
                    self.number(&here, number);
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
        if let Some(condition) = part.condition {
            let mut inner = Run { fuel: self.fuel, quiet: true, ..Run::new(self.schema) };
            inner.value(condition, node, at);
            self.fuel = inner.fuel;
            let next = if inner.out.is_empty() { part.then } else { part.otherwise };
            if let Some(next) = next {
                self.value(next, node, at);
            }
        }
    }

    fn map(&mut self, here: &Here<'_>, map: &Map) {
        let part = here.part;
        for name in &part.required {
            if map.get(name).is_none() {
                self.fault(here, 6, Some(name), || name.to_string());
            }
        }
        if !part.properties.is_empty() || part.additional.is_some() {
            for (name, node) in map.iter() {
                match (part.properties.get(name), part.additional) {
                    (Some(_), _) if self.shallow => {}
                    (Some(next), _) => self.value(*next, node, &At::Key(here.at, name)),
                    (None, Some(next)) if self.schema.part(next).is_some_and(|part| part.refuses) => {
                        self.fault(here, 8, Some(name), || name.to_owned());
                    }
                    (None, Some(next)) if !self.shallow => self.value(next, node, &At::Key(here.at, name)),
                    (None, Some(_)) => {}
                    (None, None) => {}
                }
            }
        }
        self.size(here, map.len(), part.min_properties, part.max_properties, 9);
    }

    fn list(&mut self, here: &Here<'_>, list: &[Node]) {
        let part = here.part;
        if let Some(next) = part.items.filter(|_| !self.shallow) {
            for (index, node) in list.iter().enumerate() {
                self.value(next, node, &At::Item(here.at, index));
            }
        }
        self.size(here, list.len(), part.min_items, part.max_items, 12);
        if part.unique {
            let twice = list.iter().enumerate().any(|(index, node)| {
                self.fuel = self.fuel.saturating_sub(u32::try_from(index).unwrap_or(u32::MAX));
                self.fuel > 0 && list.iter().take(index).any(|other| other == node)
            });
            if twice {
                self.fault(here, 14, None, String::new);
            }
        }
    }

    fn text(&mut self, here: &Here<'_>, text: &str) {
        let part = here.part;
        if part.min_length.is_some() || part.max_length.is_some() {
            self.size(here, length(text), part.min_length, part.max_length, 15);
        }
        if let Some(pattern) = &part.pattern
            && !pattern.matches(text)
        {
            self.fault(here, 17, None, || pattern.as_str().to_owned());
        }
        if part.date && read_date(text).is_none() {
            self.fault(here, 18, None, || "date".to_owned());
        }
    }

    fn number(&mut self, here: &Here<'_>, number: Exact) {
        let wanted: [fn(Ordering) -> bool; 4] = [Ordering::is_ge, Ordering::is_le, Ordering::is_gt, Ordering::is_lt];
        for ((bound, holds), keyword) in here.part.bounds.iter().zip(wanted).zip(19..) {
            if let Some(bound) = bound
                && !number.order(*bound).is_some_and(holds)
            {
                self.fault(here, keyword, None, || bound.to_string());
            }
        }
        if let Some(unit) = here.part.multiple_of
            && number.remainder(unit).is_none_or(|rest| rest.to_integer() != Some(0))
        {
            self.fault(here, 23, None, || unit.to_string());
        }
    }

    fn size(&mut self, here: &Here<'_>, size: usize, low: Option<usize>, high: Option<usize>, keyword: u8) {
        for (limit, failed, keyword) in [
            (low, low.is_some_and(|low| size < low), keyword),
            (high, high.is_some_and(|high| size > high), keyword + 1),
        ] {
            if failed {
                self.fault(here, keyword, None, || limit.unwrap_or_default().to_string());
            }
        }
    }

    fn fault(&mut self, here: &Here<'_>, keyword: u8, property: Option<&str>, limit: impl FnOnce() -> String) {
        let entry = property.and_then(|name| here.part.properties.get(name));
        let titled = entry.map_or(Some(here.part), |entry| self.schema.part(*entry));
        self.out.push(Violation {
            keyword: super::KEYWORDS.get(usize::from(keyword)).copied().unwrap_or_default(),
            pointer: if self.quiet { String::new() } else { here.at.pointer() },
            property: property.map(str::to_owned),
            limit: limit(),
            title: titled.and_then(|part| part.title.clone()),
            order: (here.index, keyword),
        });
    }
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
mod tests {
    use super::super::Schema;
    use crate::value::parse_json;

    fn found(schema: &str, data: &str) -> Vec<(&'static str, String)> {
        let schema = Schema::new(&parse_json(schema.as_bytes()).unwrap()).unwrap();
        let checked = schema.check(&parse_json(data.as_bytes()).unwrap());
        checked.violations.into_iter().map(|violation| (violation.keyword, violation.pointer)).collect()
    }

    /// What other readers are known to judge otherwise, or not to survive.
    #[test]
    fn known_traps_are_judged_exactly() {
        let valid = |schema: &str, data: &str| found(schema, data).is_empty();
        assert!(valid(r#"{"multipleOf": 0.01}"#, "19.99") && valid(r#"{"multipleOf": 0.1}"#, "0.3"));
        assert!(!valid(r#"{"multipleOf": 0.01}"#, "19.995"));
        assert!(!valid(r#"{"const": 9007199254740992}"#, "9007199254740993"));
        assert!(!valid(r#"{"pattern": "^\\d{12}$"}"#, r#""001090000001\n""#));
        assert!(!valid(r#"{"pattern": "^\\d{2}$"}"#, r#""１２""#));
        assert!(!valid(r#"{"pattern": "^(a+)+$"}"#, &format!("\"{}b\"", "a".repeat(5_000))));
        assert!(valid(r#"{"type": "integer"}"#, "1.0") && !valid(r#"{"type": "integer"}"#, "1.5"));
    }

    #[test]
    fn work_is_bounded() {
        // Sixteen doublings of a reference: 65,536 looks at one value; thirty would be given up.
        let chain = |count: usize| {
            let parts: Vec<_> = (0..count)
                .map(|at| {
                    format!(
                        r##""p{at}": {{"allOf": [{{"$ref": "#/$defs/p{n}"}}, {{"$ref": "#/$defs/p{n}"}}]}}"##,
                        n = at + 1
                    )
                })
                .collect();
            format!(r##"{{"$ref": "#/$defs/p0", "$defs": {{{}, "p{count}": {{"type": "null"}}}}}}"##, parts.join(","))
        };
        let check = |count: usize| {
            let schema = Schema::new(&parse_json(chain(count).as_bytes()).unwrap()).unwrap();
            schema.check(&parse_json(b"null").unwrap())
        };
        assert!(!check(10).given_up);
        assert!(check(30).given_up);
    }

    #[test]
    fn circles_and_strangers_are_refused() {
        for bad in [
            r##"{"$ref": "#"}"##,
            r##"{"$ref": "#/$defs/a", "$defs": {"a": {"allOf": [{"$ref": "#"}]}}}"##,
            r##"{"$ref": "#/$defs/b"}"##,
            r#"{"anyOf": []}"#,
            r#"{"minLenght": 1}"#,
            r#"{"multipleOf": 0}"#,
            r#"{"format": "email"}"#,
        ] {
            assert!(Schema::new(&parse_json(bad.as_bytes()).unwrap()).is_err(), "{bad}");
        }
    }
}
