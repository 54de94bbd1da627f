//! The fields of a form: what a person fills in, with or without data.

use super::compiled::Schema;
use super::format::Format;
use super::part::{Index, Part};
use crate::base::shape::Term;
use crate::base::text::Text;
use crate::base::value::{Node, Value, push_token};

/// What kind of field a form has at a place (*loại trường*). A schema says it by `kind`; without, it follows from the other
/// keywords.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum FieldKind {
    /// A line of text.
    #[term("text")]
    Text,
    /// Several lines of text.
    #[term("long_text")]
    LongText,
    /// A whole number.
    #[term("integer")]
    Integer,
    /// A number that may have a fraction.
    #[term("decimal")]
    Decimal,
    /// An amount in đồng (*số tiền*).
    #[term("money")]
    Money,
    /// A day; written dd/MM/yyyy by people, yyyy-MM-dd in the dossier.
    #[term("date")]
    Date,
    /// A time of the day.
    #[term("time")]
    Time,
    /// One of several values.
    #[term("choice")]
    Choice,
    /// Any of several values.
    #[term("choices")]
    Choices,
    /// Yes or no.
    #[term("yes_no")]
    YesNo,
    /// The name of a person (*họ và tên*).
    #[term("person_name")]
    PersonName,
    /// An address, or a part of one.
    #[term("address")]
    Address,
    /// A telephone number.
    #[term("phone")]
    Phone,
    /// An e-mail address.
    #[term("email")]
    Email,
    /// A personal identity number (*số định danh cá nhân*).
    #[term("identity_number")]
    IdentityNumber,
    /// A tax code (*mã số thuế*).
    #[term("tax_code")]
    TaxCode,
    /// A list of groups or values, each with fields of its own.
    #[term("list")]
    List,
}

impl FieldKind {
    /// The types of values that it may have, as bits of [`super::TYPES`].
    pub(super) const fn types(self) -> u8 {
        match self {
            Self::Integer | Self::Money => 4,
            Self::Decimal => 12,
            Self::YesNo => 2,
            Self::Choices | Self::List => 32,
            Self::Choice => 2 | 12 | 16,
            _ => 16,
        }
    }
}

/// A field of a form, and with data the value that is there.
pub(crate) struct Field<'a> {
    pub(crate) kind: FieldKind,
    /// JSON pointer to it; without data, with `*` for each item of a list.
    pub(crate) pointer: &'a str,
    /// The same with `*` for each item of a list, in any case.
    pub(crate) template: &'a str,
    /// Whether the group around it requires it, and is itself required or given.
    pub(crate) required: bool,
    pub(crate) node: Option<&'a Node>,
    /// The part of the schema, and the one that it refers to.
    pub(crate) parts: [&'a Part; 2],
}

impl<'a> Field<'a> {
    /// Its title, in the words of the form.
    pub(crate) fn title(&self) -> Option<&'a Text> {
        self.parts.iter().find_map(|part| part.title.as_ref())
    }

    /// How it is to be filled in.
    pub(crate) fn help(&self) -> Option<&'a Text> {
        self.parts.iter().find_map(|part| part.description.as_ref())
    }

    pub(crate) fn part(&self) -> &'a Part {
        let [_, part] = self.parts;
        part
    }
}

/// No more fields are visited: a schema may contain itself.
const MOST_FIELDS: u32 = 20_000;
const MAX_DEPTH: usize = 24;

/// Who visits the fields.
type Visit<'v> = &'v mut dyn FnMut(&Field<'_>);

struct Walk<'a, 'v> {
    schema: &'a Schema,
    /// Whether the items of a list are those of the data.
    with_data: bool,
    pointer: String,
    template: String,
    left: u32,
    visit: Visit<'v>,
}

impl Schema {
    /// Visits the fields of the form in its order. Without data, each list has one item, called `*`.
    pub(crate) fn fields(&self, data: Option<&Node>, visit: Visit<'_>) {
        let (pointer, template) = (String::new(), String::new());
        let with_data = data.is_some();
        let mut walk = Walk { schema: self, with_data, pointer, template, left: MOST_FIELDS, visit };
        walk.part(0, data, true, 0);
    }

    /// The kind of field at a place, and the part of the schema that says so.
    pub(crate) fn kind_at(&self, way: &[Option<Box<str>>]) -> Option<(FieldKind, &Part)> {
        let part = self.reach(way)?;
        Some((self.kind_of([part, part])?, part))
    }

    /// The kind of field that a part of a schema asks for; `None` for a group of fields.
    fn kind_of(&self, parts: [&Part; 2]) -> Option<FieldKind> {
        let [own, part] = parts;
        let types = part.types.unwrap_or(0);
        let only = |bits: u8| types != 0 && types & !(bits | 1) == 0;
        let kind = match part.format {
            _ if part.choices.is_some() => FieldKind::Choice,
            _ if part.items.is_some() || only(32) => {
                let item = part.items.and_then(|item| self.resolved(item));
                match item.is_some_and(|item| item.choices.is_some()) {
                    true => FieldKind::Choices,
                    false => FieldKind::List,
                }
            }
            _ if !part.properties.is_empty() || only(64) => return None,
            Some(Format::Date) => FieldKind::Date,
            Some(Format::Time) => FieldKind::Time,
            Some(Format::Email) => FieldKind::Email,
            _ if only(2) => FieldKind::YesNo,
            _ if only(4) => FieldKind::Integer,
            _ if only(12) => FieldKind::Decimal,
            _ if part.max_length.is_some_and(|most| most > 300) => FieldKind::LongText,
            _ => FieldKind::Text,
        };
        Some(own.kind.or(part.kind).unwrap_or(kind))
    }

    /// The part of the items of a list.
    pub(crate) fn item_of(&self, part: &Part) -> Option<&Part> {
        self.resolved(part.items?)
    }

    /// Whether a value that belongs at a place consists of named fields.
    pub(crate) fn is_group(&self, part: &Part) -> bool {
        self.kind_of([part, part]).is_none()
    }
}

impl Walk<'_, '_> {
    fn part(&mut self, index: Index, node: Option<&Node>, required: bool, depth: usize) {
        self.left = self.left.saturating_sub(1);
        let schema = self.schema;
        let (Some(own), Some(part)) = (schema.part(index), schema.resolved(index)) else { return };
        if depth > MAX_DEPTH || self.left == 0 || part.refuses {
            return;
        }
        if let Some(kind) = schema.kind_of([own, part]) {
            let field =
                Field { kind, pointer: &self.pointer, template: &self.template, required, node, parts: [own, part] };
            (self.visit)(&field);
            let items = part.items.filter(|_| kind == FieldKind::List);
            match (items, node.map(|node| &node.value)) {
                (Some(items), Some(Value::List(list))) => {
                    for (at, node) in list.iter().enumerate() {
                        self.below(&at.to_string(), "*", |walk| walk.part(items, Some(node), true, depth + 1));
                    }
                }
                (Some(items), _) if !self.with_data => {
                    self.below("*", "*", |walk| walk.part(items, None, true, depth + 1));
                }
                _ => {}
            }
            return;
        }
        // What a group requires is needed where the group itself is, or where something of it is given.
        let asked = required || node.is_some_and(|node| !matches!(node.value, Value::Null));
        let asked = asked || !self.with_data;
        let mut seen: Vec<&str> = Vec::new();
        for part in schema.together(vec![index]).into_iter().filter_map(|index| schema.part(index)) {
            for name in part.properties.keys() {
                let Some(next) = part.properties.get(name).filter(|_| !seen.contains(&name)) else { continue };
                seen.push(name);
                let required = asked && part.required.iter().any(|known| **known == *name);
                let child = node.and_then(|node| node.get(name));
                self.below(name, name, |walk| walk.part(next, child, required, depth + 1));
            }
        }
    }

    fn below(&mut self, token: &str, template: &str, work: impl FnOnce(&mut Self)) {
        let lengths = (self.pointer.len(), self.template.len());
        push_token(&mut self.pointer, token);
        push_token(&mut self.template, template);
        work(self);
        self.pointer.truncate(lengths.0);
        self.template.truncate(lengths.1);
    }
}

impl Part {
    /// The values that it lists, each with its words if it has some.
    pub(crate) fn choices(&self) -> impl Iterator<Item = (&Value, Option<&Text>)> {
        self.choices.iter().flatten().enumerate().map(|(at, choice)| (&choice.value, self.words.get(at)))
    }

    pub(crate) const fn title(&self) -> Option<&Text> {
        self.title.as_ref()
    }

    pub(crate) const fn example(&self) -> Option<&Value> {
        self.example.as_ref()
    }

    /// The least and the greatest value as texts; of a list, the least and greatest number of items.
    pub(crate) fn range(&self) -> [Option<String>; 2] {
        let [least, most, ..] = self.bounds;
        let text = |bound: Option<crate::base::exact::Decimal>, items: Option<usize>| {
            bound.map(|bound| bound.to_string()).or_else(|| items.map(|items| items.to_string()))
        };
        [text(least, self.min_items), text(most, self.max_items)]
    }

    /// The least and the greatest number of characters.
    pub(crate) fn lengths(&self) -> [Option<u32>; 2] {
        [self.min_length, self.max_length].map(|length| length.and_then(|length| u32::try_from(length).ok()))
    }
}
