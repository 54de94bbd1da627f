//! Writes any serializable value directly as canonical text.
//!
//! An intermediate tree would cost code size in browsers and time everywhere. The entries of a map are moved at most
//! once, if they do not arrive in the order of their keys.

use super::MAX_SAFE_INTEGER;
use crate::base::value::write_text;
use serde::ser::{self, Serialize, Serializer};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::Display;

/// Why a value has no canonical text.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Cannot(String);

impl ser::Error for Cannot {
    fn custom<T: Display>(reason: T) -> Self {
        Self(reason.to_string())
    }
}

/// Writes at the end of a text.
pub(super) struct Writer<'a> {
    out: &'a mut String,
    /// Whether a key is being written: it must be a string, and is written without quotes and escapes.
    key: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(out: &'a mut String) -> Self {
        Self { out, key: false }
    }

    fn word(self, word: &str) -> Result<(), Cannot> {
        self.open(word).map(drop)
    }

    fn integer(self, integer: impl Display + TryInto<i64> + Copy) -> Result<(), Cannot> {
        let text = integer.to_string();
        match integer.try_into() {
            Ok(integer) if integer.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs() => self.word(&text),
            _ => self.serialize_str(&text),
        }
    }

    fn open(self, bracket: &str) -> Result<&'a mut String, Cannot> {
        if self.key {
            return Err(Cannot("a key is not a text".into()));
        }
        self.out.push_str(bracket);
        Ok(self.out)
    }

    fn entries(self, opening: &str, closing: &'static str) -> Result<Entries<'a>, Cannot> {
        let out = self.open(opening)?;
        Ok(Entries { start: out.len(), out, keys: Vec::new(), closing })
    }

    /// A map with one entry, whose key is the name of an enum variant.
    fn variant(self, name: &str) -> Result<Self, Cannot> {
        let out = self.open("{")?;
        write_text(name, out);
        out.push(':');
        Ok(Self::new(out))
    }
}

/// The entries of a list or map that is being written.
pub(super) struct Entries<'a> {
    out: &'a mut String,
    /// Where the first entry begins.
    start: usize,
    /// The keys of a map, each with the position at which its entry begins.
    keys: Vec<(Cow<'static, str>, usize)>,
    closing: &'static str,
}

impl Entries<'_> {
    fn separate(&mut self) {
        if self.out.len() > self.start {
            self.out.push(',');
        }
    }

    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Cannot> {
        self.separate();
        item.serialize(Writer::new(self.out))
    }

    fn key(&mut self, key: Cow<'static, str>) {
        self.separate();
        let start = self.out.len();
        write_text(&key, self.out);
        self.out.push(':');
        self.keys.push((key, start));
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Cannot> {
        value.serialize(Writer::new(self.out))
    }

    fn close(mut self) -> Result<(), Cannot> {
        if !self.keys.is_sorted_by(|(a, _), (b, _)| order(a, b).is_lt()) {
            self.sort()?;
        }
        self.out.push_str(self.closing);
        Ok(())
    }

    fn sort(&mut self) -> Result<(), Cannot> {
        let ends = self.keys.iter().skip(1).map(|(_, next)| next - 1).chain([self.out.len()]);
        let entries = self.keys.iter().zip(ends).map(|((key, from), to)| (key, self.out.get(*from..to).unwrap_or("")));
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by(|(a, _), (b, _)| order(a, b));
        if let Some([(key, _), _]) = entries.windows(2).find(|pair| matches!(pair, [(a, _), (b, _)] if a == b)) {
            return Err(Cannot(format!("the key `{key}` appears twice")));
        }
        let sorted = entries.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(",");
        self.out.truncate(self.start);
        self.out.push_str(&sorted);
        Ok(())
    }
}

/// RFC 8785 orders keys by UTF-16 code units, which differs from byte order beyond U+FFFF.
fn order(a: &str, b: &str) -> Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

/// The methods for the integer types.
macro_rules! integers {
    ($($method:ident $type:ty),+) => {$(
        fn $method(self, integer: $type) -> Result<(), Cannot> {
            self.integer(integer)
        }
    )+};
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = Cannot;
    type SerializeSeq = Entries<'a>;
    type SerializeTuple = Entries<'a>;
    type SerializeTupleStruct = Entries<'a>;
    type SerializeTupleVariant = Entries<'a>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Entries<'a>;
    type SerializeStructVariant = Entries<'a>;

    integers!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_i128 i128);
    integers!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64, serialize_u128 u128);

    fn serialize_bool(self, value: bool) -> Result<(), Cannot> {
        self.word(if value { "true" } else { "false" })
    }

    fn serialize_f32(self, value: f32) -> Result<(), Cannot> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Cannot> {
        Err(Cannot(format!("{value} is not a whole number")))
    }

    fn serialize_char(self, value: char) -> Result<(), Cannot> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Cannot> {
        if self.key {
            self.out.push_str(text);
        } else {
            write_text(text, self.out);
        }
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), Cannot> {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Cannot> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Cannot> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Cannot> {
        self.word("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Cannot> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Cannot> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Cannot> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Cannot> {
        let mut entries = self.entries("{", "}")?;
        entries.key(Cow::Borrowed(variant));
        entries.value(value)?;
        entries.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Entries<'a>, Cannot> {
        self.entries("[", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Entries<'a>, Cannot> {
        self.entries("[", "]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Entries<'a>, Cannot> {
        self.entries("[", "]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'a>, Cannot> {
        self.variant(variant)?.entries("[", "]}")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'a>, Cannot> {
        self.entries("{", "}")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'a>, Cannot> {
        self.entries("{", "}")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'a>, Cannot> {
        self.variant(variant)?.entries("{", "}}")
    }
}

/// The traits for lists, which differ only in the name of one method.
macro_rules! lists {
    ($($trait:ident $method:ident),+) => {$(
        impl ser::$trait for Entries<'_> {
            type Ok = ();
            type Error = Cannot;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Cannot> {
                self.item(item)
            }

            fn end(self) -> Result<(), Cannot> {
                self.close()
            }
        }
    )+};
}

lists!(
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
);

/// The traits for structs, which differ in the same way.
macro_rules! structs {
    ($($trait:ident),+) => {$(
        impl ser::$trait for Entries<'_> {
            type Ok = ();
            type Error = Cannot;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Cannot> {
                self.key(Cow::Borrowed(key));
                self.value(value)
            }

            fn end(self) -> Result<(), Cannot> {
                self.close()
            }
        }
    )+};
}

structs!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Cannot;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Cannot> {
        let mut name = String::new();
        key.serialize(Writer { out: &mut name, key: true })?;
        self.key(Cow::Owned(name));
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Cannot> {
        self.value(value)
    }

    fn end(self) -> Result<(), Cannot> {
        self.close()
    }
}
