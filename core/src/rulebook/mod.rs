//! Rulebooks: read, follow includes, compile to an [`Office`], with every fault at once.

mod gather;
pub mod shipped;

pub use gather::{FORMAT, MAX_BYTES};

/// A rulebook, compiled.
pub struct Office;
