//! Shapes around other shapes: one or many, with a place, or read later by another module.

use super::{Cursor, Shape, deserialize};
use crate::base::error::{Cause, Error, Faults, Place};
use crate::base::packed::{Packed, Packer, Unpacker};
use crate::base::value::Value;
use serde::{Deserialize, Deserializer};

/// One value, or a list of them: `a` reads as `[a]`.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(transparent)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<'de, T: Shape> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

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

impl<T: Packed> Packed for OneOrMany<T> {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self(Vec::unpack(from))
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

/// A value with its place, for faults that are found only when the whole rulebook is compiled.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub place: Place,
}

impl<T: std::fmt::Display> Located<T> {
    /// The fault of a name that nothing declares. A placeholder, which has no place, follows from what was not read.
    pub(crate) fn undeclared<'a>(&self, kind: &str, known: impl IntoIterator<Item = &'a str>) -> Error {
        let fault = Error::undeclared(kind, &self.value.to_string(), known).at(self.place.clone());
        match &self.place.pointer {
            Some(_) => fault,
            None => fault.because_of(Cause::Unread(String::new())),
        }
    }
}

impl<T> std::ops::Deref for Located<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<'de, T: Shape> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl<T: Shape> Shape for Located<T> {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        T::read(at, faults).map(|value| Self { value, place: at.place() })
    }

    fn placeholder() -> Option<Self> {
        T::placeholder().map(|value| Self { value, place: Place::default() })
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

/// A part that is read later by the module that compiles it: reading it here would report its faults twice. It only
/// contributes the schema of `T`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LeftTo<T>(std::marker::PhantomData<T>);

impl<T> serde::Serialize for LeftTo<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de, T> Deserialize<'de> for LeftTo<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
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
