//! `shape!` and `terms!`: a struct or a set of terms, its reader and its JSON Schema from one declaration.

#[cfg(feature = "schema")]
use super::Shape;

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

        impl $name {
            /// Has the slots of all fields filled, then puts the whole together.
            fn filled(fill: &mut dyn FnMut(&mut [$crate::base::shape::Field<'_>]) -> Option<()>) -> Option<Self> {
                $(let mut $field = $crate::base::shape::default!($type $(, $default)?);)*
                fill(&mut [$((stringify!($field), &mut $field)),*])?;
                let ($(Some($field),)*) = ($($field,)*) else { return None };
                Some(Self { $($field),* })
            }
        }

        impl $crate::base::shape::Shape for $name {
            fn read(at: &$crate::base::shape::Cursor<'_>, faults: &mut $crate::base::error::Faults) -> Option<Self> {
                Self::filled(&mut |fields| at.fill(fields, faults))
            }

            fn placeholder() -> Option<Self> {
                Self::filled(&mut |fields| $crate::base::shape::placeholder(fields))
            }
        }

        $crate::base::shape::deserialize_shapes!($name);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }
            #[allow(unused_mut, unused_variables)]
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut object = $crate::base::shape::ObjectSchema::new(concat!($($doc, "\n"),+));
                $(object.field::<$type>(
                    stringify!($field),
                    concat!($($field_doc, "\n"),+),
                    $crate::base::shape::default!($type $(, $default)?).is_some(),
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
    ($(#[doc = $doc:literal])+ $(#[derive($($derive:ident),*)])? $(#[repr($repr:ident)])? pub enum $name:ident {
        $($(#[doc = $term_doc:literal])+ $(#[$default:ident])? $variant:ident = $term:literal,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $(#[derive($($derive),*)])?
        $(#[repr($repr)])?
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

        impl $crate::base::shape::Shape for $name {
            fn read(at: &$crate::base::shape::Cursor<'_>, faults: &mut $crate::base::error::Faults) -> Option<Self> {
                at.term(Self::ALL, faults)
            }
        }

        impl $crate::base::shape::Key for $name {
            fn from_key(key: &str) -> Option<Self> {
                Self::from_name(key)
            }

            fn terms() -> &'static [&'static str] {
                &[$($term),+]
            }
        }

        impl $crate::base::packed::Packed for $name {
            fn pack(&self, to: &mut $crate::base::packed::Packer) {
                $crate::base::packed::Packed::pack(&(*self as usize), to);
            }

            fn unpack(from: &mut $crate::base::packed::Unpacker<'_>) -> Self {
                from.term(Self::ALL, { let [first, ..] = [$(Self::$variant),+]; first })
            }
        }

        $crate::base::shape::deserialize_shapes!($name);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
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

/// The schema of a set of terms, each with its description.
#[cfg(feature = "schema")]
pub(crate) fn term_schema(doc: &str, terms: &[(&str, &str)]) -> schemars::Schema {
    let terms: Vec<_> =
        terms.iter().map(|(term, doc)| serde_json::json!({"const": term, "description": doc.trim()})).collect();
    schemars::json_schema!({"description": doc.trim(), "oneOf": terms})
}

/// What tells the schemas of two types apart: their names. Tests tell the types themselves apart, so that two types of
/// one name are seen.
#[cfg(feature = "schema")]
pub(crate) fn schema_id<T>(name: &'static str) -> std::borrow::Cow<'static, str> {
    if cfg!(test) { std::any::type_name::<T>().into() } else { name.into() }
}

#[cfg(feature = "schema")]
fn tidy(doc: &str) -> String {
    doc.lines().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
}
