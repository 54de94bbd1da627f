//! Documents as trees: exact numbers, no duplicate keys, and the position of each node in its text.
//!
//! JSON text is the contract between languages. General readers lose information that a verdict depends on (numbers
//! become doubles, the later of two equal keys wins, positions are lost), hence a strict reader of our own. YAML is
//! parsed by a library into the same tree.

mod deserialize;
mod gap;
mod json;
mod write;
#[cfg(any(feature = "bpmn", feature = "xml"))]
pub(crate) mod xml;
#[cfg(feature = "yaml")]
mod yaml;

pub(crate) use deserialize::gather;
pub(crate) use gap::Gap;
pub(crate) use json::gather_json;
pub use json::parse_json;
pub use write::exact_json;
pub(crate) use write::write_text;
#[cfg(feature = "yaml")]
pub(crate) use yaml::gather_yaml;
#[cfg(all(feature = "yaml", any(test, feature = "rulebooks-vn")))]
pub(crate) use yaml::parse_yaml;

use crate::base::error::{Code, Error, Faults, Place};
use crate::base::exact::Decimal;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// The greatest nesting depth of a document.
pub(crate) const MAX_DEPTH: usize = 64;

/// A value and the position at which it begins.
#[derive(Clone, Debug)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Line, from 1; 0 if the value was not read from a text.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
}

/// A JSON value with exact numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction: at most 64 bits, and 18 digits after the decimal point.
    Decimal(Decimal),
    /// A string.
    Text(Box<str>),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the text.
    Map(Map),
}

/// Whether two short texts are equal, such as keys and document numbers. Comparing two overlapping words is faster than
/// a call of the comparison for texts of any length.
#[inline]
pub(crate) fn same(a: &str, b: &str) -> bool {
    fn ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
        a.first_chunk::<N>() == b.first_chunk::<N>() && a.last_chunk::<N>() == b.last_chunk::<N>()
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a.len() == b.len()
        && match a.len() {
            0..4 => a.iter().eq(b),
            4..8 => ends::<4>(a, b),
            8..=16 => ends::<8>(a, b),
            _ => a == b,
        }
}

/// The entries of a map, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Map {
    entries: Vec<(Box<str>, Node)>,
}

impl Map {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _)| &**name == key).map(|(_, node)| node)
    }

    /// The value of a key and its index among the entries; the index `guess` is tried first.
    #[inline]
    pub fn find(&self, key: &str, guess: usize) -> Option<(usize, &Node)> {
        match self.entries.get(guess) {
            Some((name, node)) if same(name, key) => Some((guess, node)),
            _ => self.search(key),
        }
    }

    fn search(&self, key: &str) -> Option<(usize, &Node)> {
        let mut entries = self.entries.iter().enumerate();
        entries.find(|(_, (name, _))| same(name, key)).map(|(index, (_, node))| (index, node))
    }

    /// The entries, in the order of the text.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Node)> {
        self.entries.iter().map(|(key, node)| (&**key, node))
    }

    /// The entries with mutable values.
    pub fn iter_mut(&mut self) -> impl ExactSizeIterator<Item = (&str, &mut Node)> {
        self.entries.iter_mut().map(|(key, node)| (&**key, node))
    }

    /// The value of a key, mutable.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.entries.iter_mut().find(|(name, _)| &**name == key).map(|(_, node)| node)
    }

    /// Sets the value of a key; a new key comes last.
    pub fn insert(&mut self, key: &str, node: Node) {
        match self.get_mut(key) {
            Some(slot) => *slot = node,
            None => self.entries.push((key.into(), node)),
        }
    }

    /// Removes a key and returns its value.
    pub fn remove(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|(name, _)| &**name == key)?;
        Some(self.entries.remove(index).1)
    }

    /// The entries themselves.
    pub fn into_entries(self) -> Vec<(Box<str>, Node)> {
        self.entries
    }

    /// Sorts the keys as RFC 8785 does, by UTF-16 code units.
    pub fn sort(&mut self) {
        self.entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    }

    /// A map of entries whose keys are known to differ.
    pub(crate) fn from_entries(entries: Vec<(Box<str>, Node)>) -> Self {
        Self { entries }
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// A map of entries in the given order.
    ///
    /// # Errors
    /// [`Code::DuplicateKey`] at the value of the first key that appears twice.
    fn new(entries: Vec<(Box<str>, Node)>) -> Result<Self, Error> {
        // Few keys: compare each with each. Many: sort, or a hostile map would cost quadratic time.
        let twice = if entries.len() <= 16 {
            entries.iter().enumerate().find(|(i, (key, _))| entries.iter().take(*i).any(|(other, _)| other == key))
        } else {
            let mut order: Vec<_> = entries.iter().enumerate().collect();
            order.sort_by_key(|(_, (key, _))| key);
            let equal = order.windows(2).filter_map(|pair| match pair {
                [a, b] if a.1.0 == b.1.0 => Some(*b),
                _ => None,
            });
            equal.min_by_key(|(index, _)| *index)
        };
        match twice {
            None => Ok(Self { entries }),
            Some((_, (key, node))) => Err(Error::new(Code::DuplicateKey).with("key", key).at(node.place())),
        }
    }
}

impl Map {
    /// A map of entries in the given order; every key that appears twice is reported, and its first value is kept.
    pub(crate) fn gather(entries: Vec<(Box<str>, Node)>, faults: &mut Faults) -> Self {
        let mut seen = std::collections::HashSet::with_capacity(entries.len());
        let mut twice = Vec::new();
        for (index, (key, node)) in entries.iter().enumerate() {
            if !seen.insert(&**key) {
                faults.push(Error::new(Code::DuplicateKey).with("key", key).at(node.place()));
                twice.push(index);
            }
        }
        let mut index = 0;
        let mut entries = entries;
        entries.retain(|_| {
            index += 1;
            twice.binary_search(&(index - 1)).is_err()
        });
        Self { entries }
    }
}

impl<K: Into<Box<str>>> FromIterator<(K, Value)> for Map {
    /// Later values of a key replace earlier ones.
    fn from_iter<I: IntoIterator<Item = (K, Value)>>(iter: I) -> Self {
        let mut entries: Vec<(Box<str>, Node)> = Vec::new();
        for (key, value) in iter {
            let (key, node) = (key.into(), Node::from(value));
            match entries.iter_mut().find(|(name, _)| *name == key) {
                Some(entry) => entry.1 = node,
                None => entries.push((key, node)),
            }
        }
        Self { entries }
    }
}

impl PartialEq for Map {
    /// The order of the entries is not part of the meaning of a map.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(key, node)| other.get(key) == Some(node))
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        Self { value, line: 0, column: 0 }
    }
}

impl From<Decimal> for Value {
    /// A number, as an integer if it is whole: 2.0 is 2.
    fn from(decimal: Decimal) -> Self {
        let integer = decimal.to_integer().and_then(|integer| i64::try_from(integer).ok());
        integer.map_or(Self::Decimal(decimal), Self::Integer)
    }
}

impl Value {
    /// The name of the type of the value, as errors show it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Integer(_) => "integer",
            Self::Decimal(_) => "decimal",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Map(_) => "map",
        }
    }

    /// The string, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Integer(integer) => Some((*integer).into()),
            Self::Decimal(decimal) => Some(decimal.trimmed()),
            _ => None,
        }
    }

    /// The integer, if it is one.
    pub const fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(integer) => Some(*integer),
            _ => None,
        }
    }
}

impl Node {
    /// Line and column, if they are known.
    pub fn place(&self) -> Place {
        if self.line == 0 { Place::default() } else { Place::position(self.line.into(), self.column.into()) }
    }

    /// The value of a key, if this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Map(map) => map.get(key),
            _ => None,
        }
    }

    /// The value of a key, mutable, if this is a map that has it.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        match &mut self.value {
            Value::Map(map) => map.entries.iter_mut().find(|(name, _)| &**name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The node at a JSON pointer.
    pub fn at_pointer(&self, pointer: &str) -> Option<&Self> {
        pointer.split('/').skip(1).try_fold(self, |node, token| match &node.value {
            Value::Map(map) => map.get(&token.replace("~1", "/").replace("~0", "~")),
            Value::List(list) => token.parse::<usize>().ok().and_then(|index| list.get(index)),
            _ => None,
        })
    }
}

impl Node {
    /// Sets the value at a JSON pointer, or removes it (`None`). The last token may be a new key of a map, or one past
    /// the end of a list.
    ///
    /// # Errors
    /// [`Code::BadPointer`] if the parent does not exist.
    ///
    /// ```
    /// use namro::base::{Node, Value};
    /// let mut node: Node = serde_json::from_str(r#"{"a": [1]}"#).unwrap();
    /// node.put("/a/1", Some(Value::Integer(2).into())).unwrap();
    /// node.put("/a/0", None).unwrap();
    /// assert_eq!(serde_json::to_string(&node).unwrap(), r#"{"a":[2]}"#);
    /// assert!(node.put("/b/c", None).is_err());
    /// ```
    pub fn put(&mut self, pointer: &str, value: Option<Self>) -> Result<(), Error> {
        let wrong = || Error::new(Code::BadPointer).with("value", pointer);
        let decoded = |token: &str| token.replace("~1", "/").replace("~0", "~");
        let Some((way, last)) = pointer.rsplit_once('/') else {
            *self = value.filter(|_| pointer.is_empty()).ok_or_else(wrong)?;
            return Ok(());
        };
        let mut place = self;
        for token in way.split('/').skip(1) {
            let next = match &mut place.value {
                Value::Map(map) => {
                    let name = decoded(token);
                    map.entries.iter_mut().find(|(key, _)| **key == *name).map(|(_, node)| node)
                }
                Value::List(list) => token.parse::<usize>().ok().and_then(|index| list.get_mut(index)),
                _ => None,
            };
            place = next.ok_or_else(wrong)?;
        }
        match &mut place.value {
            Value::Map(map) => {
                let name = decoded(last);
                let at = map.entries.iter().position(|(key, _)| **key == *name);
                match (at.and_then(|at| map.entries.get_mut(at)), value) {
                    (Some(entry), Some(value)) => entry.1 = value,
                    (Some(_), None) => map.entries.retain(|(key, _)| **key != *name),
                    (None, Some(value)) => map.entries.push((name.into(), value)),
                    (None, None) => {}
                }
            }
            Value::List(list) => {
                let index = last.parse::<usize>().ok().filter(|index| *index <= list.len()).ok_or_else(wrong)?;
                match (list.get_mut(index), value) {
                    (Some(node), Some(value)) => *node = value,
                    (Some(_), None) => drop(list.remove(index)),
                    (None, Some(value)) => list.push(value),
                    (None, None) => return Err(wrong()),
                }
            }
            _ => return Err(wrong()),
        }
        Ok(())
    }
}

/// Appends one token to a JSON pointer.
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(bool) => serializer.serialize_bool(*bool),
            Self::Integer(integer) => serializer.serialize_i64(*integer),
            Self::Decimal(decimal) => serializer.collect_str(decimal),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => {
                let mut out = serializer.serialize_seq(Some(list.len()))?;
                list.iter().try_for_each(|node| out.serialize_element(node))?;
                out.end()
            }
            Self::Map(map) => {
                let mut out = serializer.serialize_map(Some(map.len()))?;
                map.iter().try_for_each(|(key, node)| out.serialize_entry(key, node))?;
                out.end()
            }
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Node {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Value".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(true)
    }
}
