//! Reads trees from any self-describing serde format, as strictly as from JSON text.

use super::{MAX_DEPTH, Map, Node, Value, push_token};
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::exact::Decimal;
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// The key under which `serde_json` passes the original text of a number if its feature `arbitrary_precision` is on.
const NUMBER: &str = "$serde_json::private::Number";

/// The decimal digits that a double holds exactly; a double that needs more was computed, or has already lost digits.
const DIGITS: usize = 15;

/// Builds a tree and adds every fault with its pointer.
///
/// # Errors
/// Errors of the format, and a tree that is nested too deeply.
pub(crate) fn gather<'de, D: Deserializer<'de>>(deserializer: D, faults: &mut Faults) -> Result<Node, D::Error> {
    let mut builder = Builder { faults, pointer: String::new(), depth: 0 };
    builder.deserialize(deserializer)
}

struct Builder<'a> {
    faults: &'a mut Faults,
    /// JSON pointer of the value that is being read.
    pointer: String,
    depth: usize,
}

impl Builder<'_> {
    fn fault(&mut self, code: Code, name: &'static str, value: &str) {
        self.faults.push(Error::new(code).with(name, value).at(Place::pointer(&*self.pointer)));
    }

    /// A number from its text. One that cannot be held exactly is a fault, and 0 until the faults are reported.
    fn number(&mut self, text: &str, exact: bool) -> Value {
        let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
        match Decimal::parse(text).filter(|_| exact || digits <= DIGITS) {
            Some(decimal) => Value::from(decimal),
            None => {
                self.fault(Code::NumberTooLarge, "value", text);
                Value::Integer(0)
            }
        }
    }

    fn map(&mut self, entries: Vec<(Box<str>, Node)>) -> Value {
        let mut twice = Faults::new();
        let map = Map::gather(entries, &mut twice);
        twice.change(|fault| {
            let mut pointer = self.pointer.clone();
            push_token(&mut pointer, fault.value("key").unwrap_or_default());
            fault.at(Place::pointer(pointer))
        });
        self.faults.extend(twice);
        Value::Map(map)
    }

    /// Goes into a map or list.
    fn enter<E: de::Error>(&mut self) -> Result<(), E> {
        if self.depth >= MAX_DEPTH {
            self.fault(Code::TooDeep, "limit", &MAX_DEPTH.to_string());
            return Err(E::custom(&*self.faults));
        }
        self.depth += 1;
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &mut Builder<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self).map(Node::from)
    }
}

impl<'de> Visitor<'de> for &mut Builder<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value of JSON")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Integer(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(self.number(&value.to_string(), true))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        Ok(self.number(&value.to_string(), true))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        Ok(self.number(&value.to_string(), true))
    }

    fn visit_f32<E: de::Error>(self, value: f32) -> Result<Value, E> {
        Ok(self.number(&format!("{value:e}"), false))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Ok(self.number(&format!("{value:e}"), false))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.into()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value.into()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        self.enter()?;
        let length = self.pointer.len();
        let mut list = Vec::new();
        loop {
            push_token(&mut self.pointer, &list.len().to_string());
            let item = items.next_element_seed(&mut *self)?;
            self.pointer.truncate(length);
            match item {
                Some(item) => list.push(item),
                None => break,
            }
        }
        self.depth -= 1;
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        self.enter()?;
        let length = self.pointer.len();
        let mut entries: Vec<(Box<str>, Node)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == NUMBER && entries.is_empty() {
                let text: String = map.next_value()?;
                self.depth -= 1;
                return Ok(self.number(&text, true));
            }
            push_token(&mut self.pointer, &key);
            let node = map.next_value_seed(&mut *self)?;
            self.pointer.truncate(length);
            entries.push((key.into(), node));
        }
        self.depth -= 1;
        Ok(self.map(entries))
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut faults = Faults::new();
        let node = gather(deserializer, &mut faults)?;
        faults.into_result(Some(node)).map_err(de::Error::custom)
    }
}

#[cfg(test)]
#[path = "tests/deserialize.rs"]
mod tests;
