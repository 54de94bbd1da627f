//! Canonical bytes: one spelling of each value, so that equal verdicts are equal byte for byte.
//!
//! Key order and escapes are those of JCS (RFC 8785). Integers within ±(2⁵³ − 1) are numbers, larger ones, decimals and
//! rationals are strings; there are no floating-point numbers.

mod writer;

use crate::base::error::{Code, Error, Faults};
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The largest integer that every JSON reader holds exactly.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

/// The version of the answers. It grows only when the answer to some input changes, and is written into every result,
/// so that results can be compared across versions of the library (whose own version number is not part of the hashed
/// bytes).
pub const SEMANTICS: u32 = 1;

/// The canonical text of a value.
///
/// # Errors
/// [`Code::CannotWrite`] if the value holds a float, or a map whose keys are not strings.
///
/// ```
/// let text = namro::base::canonical(&serde_json::json!({"b": 1, "a": 9007199254740993i64})).unwrap();
/// assert_eq!(text, r#"{"a":"9007199254740993","b":1}"#);
/// ```
pub fn canonical<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    let mut out = String::new();
    match value.serialize(writer::Writer::new(&mut out)) {
        Ok(()) => Ok(out),
        Err(reason) => Err(Error::new(Code::CannotWrite).with("reason", reason)),
    }
}

/// A SHA-256 digest; shown as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The digest of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest of a value's canonical text.
    ///
    /// # Errors
    /// As [`canonical`].
    pub fn of_value<T: Serialize + ?Sized>(value: &T) -> Result<Self, Error> {
        canonical(value).map(|text| Self::of(text.as_bytes()))
    }

    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        for (byte, index) in bytes.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(text.get(index..index + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl std::fmt::Display for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

deserialize_shapes!(Hash);

impl Shape for Hash {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let text = at.text(faults)?;
        Self::parse(text).or_else(|| at.wrong_type("64 hexadecimal digits", faults))
    }
}

impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Hash {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Hash".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[0-9a-f]{64}$"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keys_are_ordered_by_utf_16() {
        assert_eq!(
            canonical(&json!({"\u{ff21}": 1, "\u{1f600}": 2, "a": 3})).unwrap(),
            "{\"a\":3,\"\u{1f600}\":2,\"\u{ff21}\":1}"
        );
    }

    /// Every kind of value in the data model of serde.
    #[derive(Serialize)]
    struct Every {
        z: Option<u8>,
        unit: (),
        tuple: (i8, char),
        large: [i128; 2],
        pair: Pair,
        kinds: Vec<Kind>,
        map: std::collections::HashMap<String, u64>,
    }

    #[derive(Serialize)]
    struct Pair(bool, Newtype);

    #[derive(Serialize)]
    struct Newtype(&'static str);

    #[derive(Serialize)]
    enum Kind {
        Unit,
        Newtype(u16),
        Tuple(u32, i64),
        Struct { b: i32, a: Option<()> },
    }

    #[test]
    fn every_serde_value_is_written() {
        let kinds =
            vec![Kind::Unit, Kind::Newtype(1), Kind::Tuple(2, MAX_SAFE_INTEGER + 1), Kind::Struct { b: 3, a: None }];
        let map = [("\u{ff21}", 1), ("\u{1f600}", 2), ("\"", 3), ("!", 4)].map(|(key, value)| (key.to_owned(), value));
        let every = Every {
            z: None,
            unit: (),
            tuple: (-1, 'é'),
            large: [i128::MAX, -9_007_199_254_740_991],
            pair: Pair(true, Newtype("\u{7}\n")),
            kinds,
            map: map.into(),
        };
        let expected = r#"{"kinds":["Unit",{"Newtype":1},{"Tuple":[2,"9007199254740992"]},{"Struct":{"a":null,"b":3}}],
            "large":["170141183460469231731687303715884105727",-9007199254740991],
            "map":{"!":4,"\"":3,"😀":2,"Ａ":1},
            "pair":[true,"\u0007\n"],"tuple":[-1,"é"],"unit":null,"z":null}"#;
        assert_eq!(canonical(&every).unwrap(), expected.lines().map(str::trim).collect::<String>());
    }

    #[test]
    fn keys_are_strings_and_unique() {
        struct Twice;
        impl Serialize for Twice {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map([("b", 1), ("a", 2), ("b", 3)])
            }
        }
        for faulty in [canonical(&Twice), canonical(&std::collections::BTreeMap::from([(1, 2)]))] {
            assert_eq!(faulty.unwrap_err().code(), Code::CannotWrite);
        }
    }

    proptest::proptest! {
        /// Compares with the slow way: a tree first, its keys sorted, each part a string of its own.
        #[test]
        fn an_intermediate_tree_changes_nothing(value in tree()) {
            fn write(value: &serde_json::Value) -> String {
                match value {
                    serde_json::Value::Array(list) => {
                        format!("[{}]", list.iter().map(write).collect::<Vec<_>>().join(","))
                    }
                    serde_json::Value::Object(map) => {
                        let mut entries: Vec<_> = map.iter().collect();
                        entries.sort_by_key(|(key, _)| key.encode_utf16().collect::<Vec<_>>());
                        let entry = |(key, value): (&String, _)| format!("{}:{}", json!(key), write(value));
                        format!("{{{}}}", entries.into_iter().map(entry).collect::<Vec<_>>().join(","))
                    }
                    other => other.to_string(),
                }
            }
            proptest::prop_assert_eq!(canonical(&value).unwrap(), write(&value));
        }
    }

    fn tree() -> impl proptest::strategy::Strategy<Value = serde_json::Value> {
        use proptest::prelude::*;
        let leaf = prop_oneof![
            Just(json!(null)),
            any::<bool>().prop_map(|bool| json!(bool)),
            (-MAX_SAFE_INTEGER..=MAX_SAFE_INTEGER).prop_map(|integer| json!(integer)),
            any::<String>().prop_map(|text| json!(text)),
        ];
        leaf.prop_recursive(4, 60, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(|list| json!(list)),
                prop::collection::hash_map(any::<String>(), inner, 0..6).prop_map(|map| json!(map)),
            ]
        })
    }

    #[test]
    fn floats_are_refused() {
        assert_eq!(canonical(&json!([0.5])).unwrap_err().code(), Code::CannotWrite);
        assert_eq!(canonical(&json!([-0.0])).unwrap_err().code(), Code::CannotWrite);
    }

    #[test]
    fn hashes_print_and_parse() {
        let hash = Hash::of(b"abc");
        assert!(hash.to_string().starts_with("ba7816bf8f01cfea"));
        assert_eq!(Hash::parse(&hash.to_string()), Some(hash));
        assert_eq!(Hash::parse("+1"), None);
    }
}
