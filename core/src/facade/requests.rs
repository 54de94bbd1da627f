//! Requests, one shape an operation, and the functions that answer them.

use crate::error::Faults;
use crate::rulebook::{Inspection, Office};
use crate::shape::shape;
use crate::value::Node;
use indexmap::IndexMap;

shape! {
    /// A whole request.
    pub struct Call {
        /// The operation.
        pub op: String,
        /// Rulebook texts by name; the first is the root.
        pub rulebooks: IndexMap<String, String>,
        /// What the operation asks for.
        pub input: Node,
    }
}

shape! {
    /// Asks what an office holds.
    pub struct InspectRequest {
    }
}

pub(super) fn inspect(office: &Office, _: InspectRequest) -> Result<Inspection, Faults> {
    Ok(office.inspect())
}
