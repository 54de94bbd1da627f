//! The canonical text of a value.

use super::writer;
use crate::base::error::{Code, Error};
use serde::Serialize;

/// The largest integer that every JSON reader holds exactly.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;
/// The version of the answers. It grows only when the answer to some input changes, and is written into every result,
/// so that results can be compared across versions of the library (whose own version number is not part of the hashed
/// bytes).
pub const SEMANTICS: u32 = 2;

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
