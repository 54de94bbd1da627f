//! Documents as trees: exact numbers, no duplicate keys, and the position of each node in its text.
//!
//! JSON text is the contract between languages. General readers lose information that a verdict depends on (numbers
//! become doubles, the later of two equal keys wins, positions are lost), hence a strict reader of our own. YAML is
//! parsed by a library into the same tree.

mod deserialize;
mod gap;
mod json;
mod map;
mod node;
mod pointer;
mod write;
#[cfg(any(feature = "bpmn", feature = "xml"))]
pub(crate) mod xml;
#[cfg(feature = "yaml")]
mod yaml;

pub(crate) use deserialize::gather;
pub(crate) use gap::Gap;
pub use json::parse_json;
pub(crate) use json::{gather_json, parse_typed};
pub use map::Map;
pub(crate) use map::same;
pub(crate) use node::MAX_DEPTH;
pub use node::{Node, Value};
pub(crate) use pointer::push_token;
pub use write::exact_json;
pub(crate) use write::write_text;
#[cfg(feature = "yaml")]
pub(crate) use yaml::gather_yaml;
#[cfg(all(feature = "yaml", any(test, feature = "rulebooks-vn")))]
pub(crate) use yaml::parse_yaml;
