//! The envelope of a whole request.

use crate::base::shape::Shape;
use crate::base::value::Node;
use indexmap::IndexMap;
use serde::Serialize;

/// A whole request.
#[derive(Clone, Debug, Serialize, Shape)]
pub(super) struct Call {
    /// The operation.
    pub op: String,
    /// Rulebook texts by name; the first is the root.
    pub rulebooks: IndexMap<String, String>,
    /// The host's people table, as text, where people matter.
    pub staff: Option<String>,
    /// What the operation asks for.
    pub input: Node,
}
