//! Rulebooks: read, follow includes, compile to an [`Office`], with every fault at once.

mod alike;
mod case;
mod compile;
mod document;
mod diff;
mod diff_words;
mod faults;
mod form;
mod gather;
mod normal;
mod office;
mod overlay;
mod publish;
mod references;
mod replay;
mod restate;
mod rules;
pub mod shipped;
mod slice;
mod spec;
mod workflows;

pub use diff::{Change, ChangeKind, Diff, TouchedCase};
pub use form::FormRequest;
pub use gather::{FORMAT, MAX_BYTES};
pub use office::{Inspection, Office};
pub use publish::Published;
pub use restate::{ExampleFault, Restated, Statement};
pub use rules::Rules;
pub use slice::{Slice, SliceSpec, SliceUnit};
pub use spec::RulebookSpec;
#[cfg(feature = "schema")]
pub use spec::editor_schema;

#[cfg(test)]
mod tests;
