//! Rulebooks: read, follow includes, compile to an [`Office`], with every fault at once.

mod case;
mod compile;
mod document;
mod gather;
mod normal;
mod office;
mod overlay;
mod publish;
mod replay;
mod rules;
pub mod shipped;
mod slice;
mod spec;

pub use gather::{FORMAT, MAX_BYTES};
pub use office::{Inspection, Office};
pub use publish::Published;
pub use rules::Rules;
pub use slice::{Slice, SliceSpec, SliceUnit};
pub use spec::RulebookSpec;

#[cfg(test)]
mod tests;
