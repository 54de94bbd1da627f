//! Typed values out of documents: every fault at once, each at its place.
//!
//! A [`Shape`] is declared once, by `shape!` or `terms!`; the struct, its reader and its JSON Schema follow from
//! that one declaration. A derive that stops at the first fault would make an author mend a rulebook line by line.

use crate::error::{Code, Error, Faults, Place};
use crate::text::Text;
use crate::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::value::{Node, Value, push_token};
use indexmap::IndexMap;
use std::hash::Hash;
use std::sync::Arc;

/// Something that can be read out of a document.
pub trait Shape: Sized {
    /// Reads a value; pushes what is wrong and answers nothing when it cannot.
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self>;

    /// The value where the field does not stand at all; nothing when it must.
    fn missing() -> Option<Self> {
        None
    }
}

/// Something that can be the key of a map.
pub trait Key: Sized + Hash + Eq {
    /// Reads a key; nothing when the text cannot be one.
    fn from_key(key: &str) -> Option<Self>;
}

/// A node, and how one came to it.
pub struct Cursor<'a> {
    /// The node.
    pub node: &'a Node,
    file: Option<&'a Arc<str>>,
    step: Step<'a>,
}

enum Step<'a> {
    Root,
    Key(&'a Cursor<'a>, &'a str),
    Index(&'a Cursor<'a>, usize),
}

impl<'a> Cursor<'a> {
    /// The root of a document.
    pub fn root(node: &'a Node, file: Option<&'a Arc<str>>) -> Self {
        Self { node, file, step: Step::Root }
    }

    /// An entry of this map.
    pub fn key<'b>(&'b self, key: &'b str, node: &'b Node) -> Cursor<'b> {
        Cursor { node, file: self.file, step: Step::Key(self, key) }
    }

    /// An item of this list.
    pub fn index<'b>(&'b self, index: usize, node: &'b Node) -> Cursor<'b> {
        Cursor { node, file: self.file, step: Step::Index(self, index) }
    }

    /// The entry of a key, if this is a map that has it.
    pub fn get<'b>(&'b self, key: &'b str) -> Option<Cursor<'b>> {
        self.node.get(key).map(|node| self.key(key, node))
    }

    /// The entries of this map, each as a cursor of its own; anything else than a map is a fault.
    pub fn entries<'b>(&'b self, faults: &mut Faults) -> impl Iterator<Item = (&'b str, Cursor<'b>)> + use<'a, 'b> {
        let map = match &self.node.value {
            Value::Map(map) => Some(map),
            _ => self.wrong_type("map", faults),
        };
        map.into_iter().flat_map(crate::value::Map::iter).map(|(key, node)| (key, self.key(key, node)))
    }

    /// JSON pointer to this node.
    pub fn pointer(&self) -> String {
        match &self.step {
            Step::Root => String::new(),
            Step::Key(parent, key) => {
                let mut pointer = parent.pointer();
                push_token(&mut pointer, key);
                pointer
            }
            Step::Index(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }

    /// File, line, column and pointer of this node.
    pub fn place(&self) -> Place {
        Place { file: self.file.cloned(), pointer: Some(self.pointer()), ..self.node.place() }
    }

    /// A fault at this node.
    pub fn fault(&self, code: Code) -> Error {
        Error::new(code).at(self.place())
    }

    /// A fault that was found elsewhere (in a text of its own, say), brought to this node.
    pub fn locate(&self, error: Error) -> Error {
        error.at(self.place())
    }

    /// The value, or the fault brought to this node.
    pub fn keep<T>(&self, result: Result<T, Error>, faults: &mut Faults) -> Option<T> {
        faults.keep(result.map_err(|error| self.locate(error)))
    }

    /// Says that something else was expected here.
    pub fn wrong_type<T>(&self, expected: &str, faults: &mut Faults) -> Option<T> {
        let found = self.node.value.kind();
        faults.push(self.fault(Code::WrongType).with("expected", expected).with("found", found));
        None
    }

    /// A text; a number or boolean in its place lacks quotes.
    pub fn text(&self, faults: &mut Faults) -> Option<&'a str> {
        let unquoted = match &self.node.value {
            Value::Text(text) => return Some(text),
            Value::Integer(integer) => integer.to_string(),
            Value::Decimal(decimal) => decimal.as_written(),
            Value::Bool(bool) => bool.to_string(),
            _ => return self.wrong_type("text", faults),
        };
        let read_as = self.node.value.kind();
        faults.push(self.fault(Code::UnquotedText).with("value", unquoted).with("read_as", read_as));
        None
    }

    /// A text that may serve as an identifier.
    pub fn identifier(&self, faults: &mut Faults) -> Option<&'a str> {
        let text = self.text(faults)?;
        if crate::ids::is_identifier(text) {
            return Some(text);
        }
        faults.push(self.fault(Code::BadIdentifier).with("value", text));
        None
    }

    /// An integer between two bounds.
    pub fn integer(&self, low: i64, high: i64, faults: &mut Faults) -> Option<i64> {
        match self.node.value {
            Value::Integer(integer) if (low..=high).contains(&integer) => Some(integer),
            Value::Integer(integer) => {
                let range = format!("{low}–{high}");
                faults.push(self.fault(Code::OutOfRange).with("value", integer).with("range", range));
                None
            }
            _ => self.wrong_type("integer", faults),
        }
    }

    /// One of a set of terms.
    pub fn term<T: Copy>(&self, terms: &[(&str, T)], faults: &mut Faults) -> Option<T> {
        let text = self.text(faults)?;
        if let Some((_, term)) = terms.iter().find(|(name, _)| *name == text) {
            return Some(*term);
        }
        let names = || terms.iter().map(|(name, _)| *name);
        faults.push(
            self.fault(Code::UnknownTerm)
                .with("value", text)
                .with("allowed", names().collect::<Vec<_>>().join(", "))
                .suggest(text, names()),
        );
        None
    }

    /// Whether this is a map; each key that is not among the known ones is a fault.
    pub fn fields(&self, known: &[&str], faults: &mut Faults) -> Option<()> {
        let Value::Map(map) = &self.node.value else {
            return self.wrong_type("map", faults);
        };
        for (key, node) in map.iter().filter(|(key, _)| !known.contains(key)) {
            let fault = self.key(key, node).fault(Code::UnknownField).with("field", key);
            faults.push(fault.suggest(key, known.iter().copied()));
        }
        Some(())
    }

    /// A field of this map; where it does not stand (or is null), its default, else a fault.
    pub fn field<T: Shape>(&self, name: &str, default: Option<T>, faults: &mut Faults) -> Option<T> {
        match self.node.get(name) {
            Some(node) if !matches!(node.value, Value::Null) => T::read(&self.key(name, node), faults),
            _ => default.or_else(T::missing).or_else(|| {
                faults.push(self.fault(Code::MissingField).with("field", name));
                None
            }),
        }
    }
}

/// Reads a whole document into a shape.
///
/// # Errors
/// Every fault, each with its place.
pub fn read<T: Shape>(node: &Node) -> Result<T, Faults> {
    let mut faults = Faults::new();
    let value = T::read(&Cursor::root(node, None), &mut faults);
    faults.into_result(value)
}

/// Declares a struct, its reader and its JSON Schema. A field without a default must stand, unless its type says what
/// a missing one means (`Option`, lists, maps).
macro_rules! shape {
    ($(#[doc = $doc:literal])+ $(#[derive($($derive:ident),*)])? pub struct $name:ident {
        $($(#[doc = $field_doc:literal])+ pub $field:ident: $type:ty $(= $default:expr)?,)*
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, serde::Serialize)]
        $(#[derive($($derive),*)])?
        pub struct $name {
            $($(#[doc = $field_doc])+ pub $field: $type,)*
        }

        impl $crate::shape::Shape for $name {
            fn read(at: &$crate::shape::Cursor<'_>, faults: &mut $crate::error::Faults) -> Option<Self> {
                at.fields(&[$(stringify!($field)),*], faults)?;
                $(let $field = at.field::<$type>(stringify!($field), $crate::shape::default!($type $(, $default)?), faults);)*
                Some(Self { $($field: $field?),* })
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            #[allow(unused_mut, unused_variables)]
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut object = $crate::shape::ObjectSchema::new(concat!($($doc, "\n"),+));
                $(object.field::<$type>(
                    stringify!($field),
                    concat!($($field_doc, "\n"),+),
                    $crate::shape::default!($type $(, $default)?).is_some(),
                    generator,
                );)*
                object.finish()
            }
        }
    };
}
pub(crate) use shape;

macro_rules! default {
    ($type:ty) => {
        None::<$type>
    };
    ($type:ty, $default:expr) => {
        Some::<$type>($default)
    };
}
pub(crate) use default;

/// Declares a set of terms: an enum, its reader and writer and its JSON Schema.
macro_rules! terms {
    ($(#[doc = $doc:literal])+ $(#[derive($($derive:ident),*)])? pub enum $name:ident {
        $($(#[doc = $term_doc:literal])+ $(#[$default:ident])? $variant:ident = $term:literal,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $(#[derive($($derive),*)])?
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $term_doc])+ $(#[$default])? $variant,)+
        }

        impl $name {
            /// Every term, with its name.
            pub const ALL: &'static [(&'static str, Self)] = &[$(($term, Self::$variant)),+];

            /// The name of the term.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $term),+ }
            }

            /// The term of a name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, term)| *term)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::shape::Shape for $name {
            fn read(at: &$crate::shape::Cursor<'_>, faults: &mut $crate::error::Faults) -> Option<Self> {
                at.term(Self::ALL, faults)
            }
        }

        impl $crate::shape::Key for $name {
            fn from_key(key: &str) -> Option<Self> {
                Self::from_name(key)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let terms: Vec<_> = [$((concat!($($term_doc, " "),+), $term)),+]
                    .into_iter()
                    .map(|(doc, term)| serde_json::json!({"const": term, "description": doc.trim()}))
                    .collect();
                schemars::json_schema!({"description": concat!($($doc, "\n"),+).trim(), "oneOf": terms})
            }
        }
    };
}
pub(crate) use terms;

/// Builds the JSON Schema of a struct.
#[cfg(feature = "schema")]
pub(crate) struct ObjectSchema {
    description: String,
    properties: serde_json::Map<String, serde_json::Value>,
    required: Vec<&'static str>,
}

#[cfg(feature = "schema")]
impl ObjectSchema {
    pub(crate) fn new(doc: &str) -> Self {
        Self { description: tidy(doc), properties: serde_json::Map::new(), required: Vec::new() }
    }

    pub(crate) fn field<T: Shape + schemars::JsonSchema>(
        &mut self,
        name: &'static str,
        doc: &str,
        has_default: bool,
        generator: &mut schemars::SchemaGenerator,
    ) {
        let mut schema = generator.subschema_for::<T>();
        schema.insert("description".into(), tidy(doc).into());
        self.properties.insert(name.into(), schema.into());
        if !has_default && T::missing().is_none() {
            self.required.push(name);
        }
    }

    pub(crate) fn finish(self) -> schemars::Schema {
        let Self { description, properties, required } = self;
        schemars::json_schema!({
            "type": "object",
            "description": description,
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }
}

#[cfg(feature = "schema")]
fn tidy(doc: &str) -> String {
    doc.lines().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// One value, or a list of them: `a` reads as `[a]`.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(transparent)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T: Shape> Shape for OneOrMany<T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        match at.node.value {
            Value::List(_) => Vec::read(at, faults).map(Self),
            _ => T::read(at, faults).map(|one| Self(vec![one])),
        }
    }

    fn missing() -> Option<Self> {
        Some(Self(Vec::new()))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for OneOrMany<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("OneOrMany_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (one, many) = (generator.subschema_for::<T>(), generator.subschema_for::<Vec<T>>());
        schemars::json_schema!({"anyOf": [one, many]})
    }
}

/// A value that remembers where it stood, for faults that show only when a rulebook is put together.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub place: Place,
}

impl<T> std::ops::Deref for Located<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Shape> Shape for Located<T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        T::read(at, faults).map(|value| Self { value, place: at.place() })
    }
}

impl<T: serde::Serialize> serde::Serialize for Located<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Located<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<T>()
    }
}

/// A part that is left to the module that compiles it, from the same document: reading it here would report its
/// faults twice. It lends the schema of `T` to the whole.
#[derive(Clone, Copy, Debug, Default)]
pub struct LeftTo<T>(std::marker::PhantomData<T>);

impl<T> serde::Serialize for LeftTo<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<T> Shape for LeftTo<T> {
    fn read(_: &Cursor<'_>, _: &mut Faults) -> Option<Self> {
        Some(Self(std::marker::PhantomData))
    }

    fn missing() -> Option<Self> {
        Some(Self(std::marker::PhantomData))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for LeftTo<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<T>()
    }
}

impl<T: Shape> Shape for Option<T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        match at.node.value {
            Value::Null => Some(None),
            _ => T::read(at, faults).map(Some),
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: Shape> Shape for Box<T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        T::read(at, faults).map(Self::new)
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let Value::List(list) = &at.node.value else {
            return at.wrong_type("list", faults);
        };
        // Each item is read, even after a faulty one.
        let items: Vec<_> = list.iter().enumerate().map(|(i, node)| T::read(&at.index(i, node), faults)).collect();
        items.into_iter().collect()
    }

    fn missing() -> Option<Self> {
        Some(Self::new())
    }
}

impl<K: Key, T: Shape> Shape for IndexMap<K, T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let Value::Map(map) = &at.node.value else {
            return at.wrong_type("map", faults);
        };
        let entries: Vec<_> = map
            .iter()
            .map(|(key, node)| {
                let here = at.key(key, node);
                let name = K::from_key(key);
                if name.is_none() {
                    faults.push(here.fault(Code::BadIdentifier).with("value", key));
                }
                let value = T::read(&here, faults);
                Some((name?, value?))
            })
            .collect();
        entries.into_iter().collect()
    }

    fn missing() -> Option<Self> {
        Some(Self::new())
    }
}

impl Key for String {
    fn from_key(key: &str) -> Option<Self> {
        Some(key.to_owned())
    }
}

impl Shape for Node {
    fn read(at: &Cursor<'_>, _: &mut Faults) -> Option<Self> {
        Some(at.node.clone())
    }
}

impl Shape for bool {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        match at.node.value {
            Value::Bool(bool) => Some(bool),
            _ => at.wrong_type("boolean", faults),
        }
    }
}

impl Shape for i64 {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.integer(Self::MIN, Self::MAX, faults)
    }
}

impl Shape for u32 {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.integer(0, Self::MAX.into(), faults).and_then(|integer| Self::try_from(integer).ok())
    }
}

impl Shape for String {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).map(Self::from)
    }
}

impl Shape for Date {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))
    }
}

impl Shape for Instant {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))
    }
}

impl Shape for Stamp {
    /// Keeps the offset in which the instant was written.
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let text = at.text(faults)?;
        let instant = at.keep(Instant::parse(text), faults)?;
        let tail =
            text.len().checked_sub(6).and_then(|start| text.get(start..)).filter(|_| !text.ends_with(['Z', 'z']));
        let offset = tail.and_then(|tail| Zone::parse(tail).ok()?.fixed_offset()).unwrap_or(0);
        Some(Self { at: instant, offset })
    }
}

impl Shape for Seconds {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        i64::read(at, faults).map(Self)
    }
}

impl Shape for Zone {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))
    }
}

impl Shape for crate::canon::Hash {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let text = at.text(faults)?;
        Self::parse(text).or_else(|| at.wrong_type("64 hexadecimal digits", faults))
    }
}

impl serde::Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Shape for Text {
    /// A text in one language serves for both; `{vi, en}` gives each its own, and English falls back to Vietnamese.
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        if let Value::Text(text) = &at.node.value {
            return Some(Self::same(&**text));
        }
        at.fields(&["vi", "en"], faults)?;
        let vi: String = at.field("vi", None, faults)?;
        let en: Option<String> = at.field("en", None, faults)?;
        Some(Self { en: en.unwrap_or_else(|| vi.clone()), vi })
    }
}

#[cfg(test)]
#[allow(unreachable_pub)]
mod tests {
    use super::*;
    use crate::value::parse_json;

    terms! {
        /// Colours.
        pub enum Paint {
            /// Red.
            Red = "red",
            /// Green.
            Green = "green",
        }
    }

    shape! {
        /// A box.
        pub struct Crate {
            /// Its paint.
            pub paint: Paint,
            /// Its label.
            pub label: Option<Text>,
            /// How many.
            pub count: u32 = 1,
            /// What is in it.
            pub inside: Vec<Crate>,
        }
    }

    #[test]
    fn every_fault_at_once() {
        let text = "{\"paint\": \"gren\",\n \"cuont\": 2,\n \"inside\": [{\"paint\": 1}, {\"label\": {}}]}";
        let faults = read::<Crate>(&parse_json(text.as_bytes()).unwrap()).unwrap_err();
        let found: Vec<_> = faults
            .iter()
            .map(|fault| (fault.code(), fault.place().line.unwrap(), fault.place().pointer.clone().unwrap()))
            .collect();
        assert_eq!(
            found,
            [
                (Code::UnknownField, 2, "/cuont".to_owned()),
                (Code::UnknownTerm, 1, "/paint".to_owned()),
                (Code::UnquotedText, 3, "/inside/0/paint".to_owned()),
                (Code::MissingField, 3, "/inside/1".to_owned()),
                (Code::MissingField, 3, "/inside/1/label".to_owned()),
            ]
        );
    }

    #[test]
    fn defaults_fill_in() {
        let read = read::<Crate>(&parse_json(br#"{"paint": "red", "label": "x"}"#).unwrap()).unwrap();
        assert_eq!((read.paint, read.count, read.inside.len()), (Paint::Red, 1, 0));
        assert_eq!(read.label, Some(Text::same("x")));
    }
}
