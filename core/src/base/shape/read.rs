//! The types that can be read from a document.

use super::cursor::Cursor;
use crate::base::error::Faults;
use crate::base::value::Node;
use serde::de::DeserializeOwned;
use std::hash::Hash;

/// A type that can be read from a document. `Deserialize` is just as strict, and reads what `Serialize` writes.
///
/// ```
/// let text = r#"{"case_id": "hs-1", "at": "2026-01-08T09:00:00+07:00", "act": "accept"}"#;
/// let event: namro::Event = serde_json::from_str(text).unwrap();
/// let again = serde_json::to_string(&event).unwrap();
/// assert_eq!(serde_json::from_str::<namro::Event>(&again).unwrap(), event);
///
/// let fault = serde_json::from_str::<namro::Event>(r#"{"case_id": "hs-1", "at": "hôm nay", "act": 1}"#).unwrap_err();
/// assert!(fault.to_string().contains("#/at") && fault.to_string().contains("#/act"));
/// ```
pub trait Shape: DeserializeOwned {
    /// Reads a value; adds the faults, and returns `None` if it cannot be read.
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self>;

    /// The value of an absent field; `None` if the field is required.
    fn missing() -> Option<Self> {
        None
    }

    /// A placeholder for a value that is faulty or missing, after that was reported, so that the faults of its
    /// neighbours are reported in the same run. It never leaves the reader: if there are faults, there is no result.
    fn placeholder() -> Option<Self> {
        Self::missing()
    }
}

/// A type that can be the key of a map.
pub trait Key: DeserializeOwned + Hash + Eq {
    /// Reads a key; `None` if the text cannot be one.
    fn from_key(key: &str) -> Option<Self>;

    /// All keys, if they are a closed set.
    fn terms() -> &'static [&'static str] {
        &[]
    }
}

/// Reads a whole document into a shape.
///
/// # Errors
/// Every fault, each with its place.
pub fn read<T: Shape>(node: &Node) -> Result<T, Faults> {
    let mut faults = Faults::new();
    let value = T::read(&Cursor::root(node, None), &mut faults);
    faults.into_result(value)
}
