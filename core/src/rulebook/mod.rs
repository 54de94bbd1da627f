//! Rulebooks: read, follow includes, compile to an [`Office`], with every fault at once.

mod alike;
mod case;
mod compare;
mod compile;
mod diff;
mod diff_words;
mod document;
mod faults;
mod form;
mod gather;
mod normal;
mod office;
mod overlay;
mod parts;
mod publish;
mod references;
mod replay;
mod restate;
mod rules;
mod section;
pub mod shipped;
mod slice;
mod spec;
mod words;
mod workflows;

pub use compare::ChangeKind;
pub use diff::{Change, Diff, TouchedCase};
pub use form::FormRequest;
pub use gather::{FORMAT, MAX_BYTES, not_included};
pub use office::{Inspection, Office};
pub use publish::Published;
pub use restate::{ExampleFault, Restated, Statement};
pub use rules::{Procedures, Rules};
pub use slice::{Slice, Validator};
pub use spec::RulebookSpec;
#[cfg(feature = "schema")]
pub use spec::editor_schema;

#[cfg(test)]
mod tests;
