//! Kinds of records, checked: what their fields are, how they find what was expected, what they find.

use super::functions::{HIDDEN, LIBRARY};
use super::spec::{About, ListKind, RecordFindSpec, RecordSpec, RecordType};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::shape::Cursor;
use crate::base::text::Message;
use crate::base::value::Value;
use crate::replay::FindingKind;
use crate::rule::{Condition, Limits, Scope};
use indexmap::IndexMap;
use std::collections::HashSet;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FieldType {
    Text,
    Integer,
    Decimal,
    Boolean,
    Instant,
    Terms(Vec<String>),
}

const TYPES: [(&str, FieldType); 7] = [
    ("text", FieldType::Text),
    ("officer", FieldType::Text),
    ("unit", FieldType::Text),
    ("integer", FieldType::Integer),
    ("decimal", FieldType::Decimal),
    ("boolean", FieldType::Boolean),
    ("instant", FieldType::Instant),
];

/// The columns that every kind has.
pub(super) const BASE: [(&str, FieldType, Message); 11] = [
    ("officer", FieldType::Text, Message("Cán bộ, công chức", "Officer")),
    ("unit", FieldType::Text, Message("Đơn vị", "Unit")),
    ("case_id", FieldType::Text, Message("Mã hồ sơ", "Case")),
    ("step", FieldType::Text, Message("Bước", "Step")),
    ("office", FieldType::Text, Message("Cơ quan", "Office")),
    ("at", FieldType::Instant, Message("Thời điểm", "Time")),
    ("decided_by", FieldType::Text, Message("Người ghi nhận", "Recorded by")),
    ("decided_at", FieldType::Instant, Message("Lúc quyết định", "Decided at")),
    ("reason", FieldType::Text, Message("Lý do", "Reason")),
    ("kept", FieldType::Boolean, Message("Đã thực hiện", "Kept")),
    ("late", FieldType::Boolean, Message("Muộn", "Late")),
];

/// The columns that are worked out and not handed in.
pub(super) const WORKED_OUT: [&str; 2] = ["kept", "late"];

/// A finding that a record makes.
#[derive(Clone, Debug)]
pub(super) struct Find {
    pub(super) when: Option<Condition>,
    pub(super) spec: RecordFindSpec,
}

/// A kind of record, checked.
#[derive(Clone, Debug)]
pub(crate) struct RecordKind {
    pub(crate) spec: RecordSpec,
    pub(super) fields: IndexMap<String, FieldType>,
    pub(super) finds: Vec<Find>,
}

impl RecordKind {
    /// The type of a column.
    pub(super) fn column(&self, name: &str) -> Option<&FieldType> {
        let base = || BASE.iter().find(|(known, ..)| *known == name).map(|(_, kind, _)| kind);
        self.fields.get(name).or_else(base)
    }

    /// The columns of its table, in the order in which conditions know them.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        BASE.iter().map(|(name, ..)| *name).chain(self.fields.keys().map(String::as_str))
    }

    /// The column that says what a row is about.
    pub(super) const fn about(&self) -> Option<&'static str> {
        match self.spec.about {
            About::Case | About::Item => Some("case_id"),
            About::Officer => Some("officer"),
            About::Unit => Some("unit"),
            About::Office => None,
        }
    }

    /// Whether rows that are not there may still exist.
    pub(super) fn is_closed(&self) -> bool {
        self.spec.list == ListKind::Closed
    }

    /// Checks a kind by itself.
    pub(crate) fn compile(spec: RecordSpec, at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let before = faults.count();
        let mut fields = IndexMap::new();
        if let Some(section) = at.get("fields") {
            for (name, here) in section.entries(faults) {
                if BASE.iter().any(|(known, ..)| *known == name) {
                    faults.push(here.fault(Code::NamedTwice).with("value", name));
                }
                if let Some(kind) = field_type(&here, faults) {
                    fields.insert(name.to_owned(), kind);
                }
            }
        }
        let needs = |field: &str, wanted: &str| {
            let place = at.get(field).map_or_else(|| at.place(), |at| at.place());
            Error::new(Code::WithoutEffect).with("field", field).with("needs", wanted).at(place)
        };
        if spec.silence.is_some() && spec.r#type != RecordType::Expected {
            faults.push(needs("silence", "type: expected"));
        }
        if spec.of.is_some() && spec.r#type != RecordType::Seen {
            faults.push(needs("of", "type: seen"));
        }
        if spec.of.is_none() {
            for (field, written) in [("match", !spec.r#match.is_empty()), ("kept", spec.kept.is_some())] {
                if written && spec.r#type != RecordType::Seen {
                    faults.push(needs(field, "of"));
                }
            }
        }
        if !spec.replaces.is_empty() && spec.finds.is_empty() {
            faults.push(needs("replaces", "finds"));
        }
        if !matches!(spec.about, About::Case | About::Item) && !spec.replaces.is_empty() {
            faults.push(needs("replaces", "about: case"));
        }
        let mut kind = Self { spec, fields, finds: Vec::new() };
        kind.check_names(at, faults);
        kind.read_finds(at, faults);
        (faults.count() == before).then_some(kind)
    }

    fn check_names(&self, at: &Cursor<'_>, faults: &mut Faults) {
        let spec = &self.spec;
        let mut known = |field: &str, index: Option<usize>, name: &str, wanted: Option<FieldType>| {
            let place = within(at, &index.map_or_else(|| format!("/{field}"), |index| format!("/{field}/{index}")));
            match self.column(name) {
                None => faults.push(Error::unknown("column", name, self.columns()).at(place)),
                Some(found) if wanted.as_ref().is_some_and(|wanted| wanted != found) => {
                    let expected = if wanted == Some(FieldType::Boolean) { "boolean" } else { "integer" };
                    let fault = Error::new(Code::OtherKind).with("expression", name).with("expected", expected);
                    faults.push(fault.with("found", word(found)).at(place));
                }
                Some(_) => {}
            }
        };
        spec.r#match.iter().enumerate().for_each(|(index, name)| known("match", Some(index), name, None));
        spec.not_by.iter().enumerate().for_each(|(index, name)| known("not_by", Some(index), name, None));
        spec.once.iter().for_each(|name| known("once", None, name, None));
        spec.kept.iter().for_each(|name| known("kept", None, name, Some(FieldType::Boolean)));
        for (index, find) in spec.finds.iter().enumerate() {
            let field = format!("finds/{index}/times");
            find.times.iter().for_each(|name| known(&field, None, name, Some(FieldType::Integer)));
        }
        for (index, name) in spec.replaces.iter().enumerate() {
            if FindingKind::from_name(name).is_none() {
                let place = within(at, &format!("/replaces/{index}"));
                let names = FindingKind::all().map(FindingKind::as_str);
                faults.push(Error::unknown("finding", name, names).at(place));
            }
        }
    }

    fn read_finds(&mut self, at: &Cursor<'_>, faults: &mut Faults) {
        let columns: Vec<String> = self.columns().map(str::to_owned).collect();
        let names: Vec<&str> = HIDDEN.into_iter().chain(columns.iter().map(String::as_str)).collect();
        let scope = Scope { data: &names, library: LIBRARY, limits: Limits::default() };
        let Some(list) = at.get("finds") else { return };
        let Value::List(nodes) = &list.node.value else { return };
        let mut seen = HashSet::new();
        for (index, (spec, node)) in self.spec.finds.iter().zip(nodes).enumerate() {
            let here = list.index(index, node);
            if !seen.insert(&spec.finding) {
                faults.push(here.fault(Code::NamedTwice).with("value", &spec.finding));
            }
            let when = here.get("when").and_then(|when| Condition::read(&when, scope, faults));
            self.finds.push(Find { when, spec: spec.clone() });
        }
    }

    /// Checks what a kind says of others.
    pub(crate) fn check_others(&self, at: &Cursor<'_>, kinds: &IndexMap<String, Self>, faults: &mut Faults) {
        let Some(of) = &self.spec.of else { return };
        let place = || at.get("of").map_or_else(|| at.place(), |at| at.place());
        let expected = kinds.iter().filter(|(_, kind)| kind.spec.r#type == RecordType::Expected);
        let Some((_, other)) = expected.clone().find(|(name, _)| *name == of) else {
            let names = expected.map(|(name, _)| name.as_str());
            return faults.push(Error::undeclared("expected record", of, names).at(place()));
        };
        for name in self.spec.r#match.iter().filter(|name| other.column(name).is_none()) {
            faults.push(Error::unknown("column", name, other.columns()).at(place()));
        }
    }
}

/// The place of a part of what is at a cursor.
pub(super) fn within(at: &Cursor<'_>, part: &str) -> Place {
    let place = at.place_of(part).unwrap_or_else(|| at.place());
    Place { pointer: Some(format!("{}{part}", at.pointer())), ..place }
}

pub(super) const fn word(kind: &FieldType) -> &'static str {
    match kind {
        FieldType::Text | FieldType::Terms(_) => "text",
        FieldType::Integer => "integer",
        FieldType::Decimal => "decimal",
        FieldType::Boolean => "boolean",
        FieldType::Instant => "instant",
    }
}

fn field_type(at: &Cursor<'_>, faults: &mut Faults) -> Option<FieldType> {
    if let Value::Map(_) = at.node.value {
        at.fields(&["enum"], faults)?;
        let list = at.get("enum")?;
        let words: Vec<String> = crate::base::shape::Shape::read(&list, faults)?;
        return Some(FieldType::Terms(words));
    }
    let terms: Vec<(&str, usize)> = TYPES.iter().enumerate().map(|(index, (name, _))| (*name, index)).collect();
    let index = at.term(&terms, faults)?;
    TYPES.get(index).map(|(_, kind)| kind.clone())
}
