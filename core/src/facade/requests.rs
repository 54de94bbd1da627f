//! The shape of a request that contains everything.

use crate::base::shape::Shape;
use crate::base::value::Node;
use indexmap::IndexMap;
use serde::Serialize;

/// A request that contains everything.
#[derive(Clone, Debug, Serialize, Shape)]
pub(super) struct Call {
    /// The name of the operation.
    pub op: String,
    /// Rulebook texts by name; the first is the root.
    pub rulebooks: IndexMap<String, String>,
    /// The staff table of the host as text, for operations on people.
    pub staff: Option<String>,
    /// The request of the operation.
    pub input: Node,
}
