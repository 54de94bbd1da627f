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
mod tests {
    use super::Node;
    use crate::base::value::{exact_json, parse_json};
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::Error;

    #[test]
    fn json_becomes_the_same_tree_both_ways() {
        let text = r#"{"a":[null,true,-3,19.99,1e2,0.000000000000001,"x\ny",{"b/c":[]}]}"#;
        let node: Node = serde_json::from_str(text).unwrap();
        assert_eq!(node, parse_json(text.as_bytes()).unwrap());
    }

    #[test]
    fn every_fault_has_its_pointer() {
        let text = r#"{"a": [0, 0.30000000000000004], "b/c": {"d": 18446744073709551615, "d": 1}, "b/c": 1}"#;
        let error = serde_json::from_str::<Node>(text).unwrap_err().to_string();
        let expected = [
            "number_too_large: the number 3.0000000000000004e-1 is too large to be held exactly (#/a/1)",
            "number_too_large: the number 18446744073709551615 is too large to be held exactly (#/b~1c/d)",
            "duplicate_key: the key `d` appears twice (#/b~1c/d)",
            "duplicate_key: the key `b/c` appears twice (#/b~1c)",
        ];
        assert!(error.starts_with(&expected.join("\n")), "{error}");
        let deep = "[".repeat(65) + &"]".repeat(65);
        let error = serde_json::from_str::<Node>(&deep).unwrap_err().to_string();
        assert!(error.starts_with("too_deep") && error.contains("#/0/0"), "{error}");
        assert!(serde_json::from_str::<Node>(&deep[1..129]).is_ok());
    }

    #[test]
    fn doubles_are_taken_by_their_shortest_text() {
        let read = |double: f64| {
            let node = Node::deserialize(IntoDeserializer::<Error>::into_deserializer(double));
            node.map(|node| exact_json(&node)).ok()
        };
        let cases = [
            (0.1, Some("0.1")),
            (-2.5e-7, Some("-0.00000025")),
            (3.0, Some("3")),
            (123_456_789.012_345, Some("123456789.012345")),
        ];
        for (double, text) in cases {
            assert_eq!(read(double).as_deref(), text);
        }
        for double in [0.1 + 0.2, 1.0 / 3.0, 1e19, f64::NAN, f64::INFINITY, 1e-300] {
            assert_eq!(read(double), None, "{double}");
        }
        let single = Node::deserialize(IntoDeserializer::<Error>::into_deserializer(0.1_f32)).unwrap();
        assert_eq!(exact_json(&single), "0.1");
        assert!(Node::deserialize(IntoDeserializer::<Error>::into_deserializer(i128::MAX)).is_err());
    }
}
