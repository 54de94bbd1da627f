//! Values, and nodes: values with their position in the text.

use super::map::Map;
use crate::base::error::Place;
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
            Value::Map(map) => map.get_mut(key),
            _ => None,
        }
    }
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
