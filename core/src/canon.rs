//! Canonical bytes: one spelling for each value, so that equal verdicts are equal byte for byte.
//!
//! Key order and escapes are those of JCS (RFC 8785). Integers within ±(2⁵³ − 1) are numbers, larger ones, decimals
//! and rationals are texts; there are no floating-point numbers at all.

use crate::error::{Code, Error};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The largest integer that every JSON reader holds exactly.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

/// The canonical text of a value.
///
/// # Errors
/// [`Code::CannotWrite`] when the value holds a float or a map whose keys are no texts.
///
/// ```
/// let text = namro::canon::canonical(&serde_json::json!({"b": 1, "a": 9007199254740993i64})).unwrap();
/// assert_eq!(text, r#"{"a":"9007199254740993","b":1}"#);
/// ```
pub fn canonical<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    let cannot = |reason: String| Error::new(Code::CannotWrite).with("reason", reason);
    let value = serde_json::to_value(value).map_err(|error| cannot(error.to_string()))?;
    let mut out = String::new();
    write(&value, &mut out).map_err(cannot)?;
    Ok(out)
}

fn write(value: &Value, out: &mut String) -> Result<(), String> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(bool) => out.push_str(if *bool { "true" } else { "false" }),
        Value::String(text) => write_text(text, out)?,
        Value::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(integer), _) if integer.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs() => {
                out.push_str(&integer.to_string());
            }
            (Some(integer), _) => write_text(&integer.to_string(), out)?,
            (None, Some(integer)) => write_text(&integer.to_string(), out)?,
            (None, None) => return Err(format!("{number} is not a whole number")),
        },
        Value::Array(list) => {
            out.push('[');
            for (index, item) in list.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out)?;
            }
            out.push(']');
        }
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            // RFC 8785 orders keys by UTF-16 code units, which differs from byte order beyond U+FFFF.
            entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (index, (key, item)) in entries.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_text(key, out)?;
                out.push(':');
                write(item, out)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

fn write_text(text: &str, out: &mut String) -> Result<(), String> {
    out.push_str(&serde_json::to_string(text).map_err(|error| error.to_string())?);
    Ok(())
}

/// A SHA-256 digest; shown as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The digest of some bytes.
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
