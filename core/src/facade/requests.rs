//! The envelope of a whole request.

use crate::base::shape::shape;
use crate::base::value::Node;
use indexmap::IndexMap;

shape! {
    /// A whole request.
    pub struct Call {
        /// The operation.
        pub op: String,
        /// Rulebook texts by name; the first is the root.
        pub rulebooks: IndexMap<String, String>,
        /// The host's people table, as text, where people matter.
        pub staff: Option<String>,
        /// What the operation asks for.
        pub input: Node,
    }
}
