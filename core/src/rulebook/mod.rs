//! Rulebooks (*bộ quy tắc*): read, merged and compiled to a [`Rulebook`], with every fault at once; published, restated
//! in sentences, and compared.

mod advice;
pub(crate) mod compare;
mod compile;
mod compiled;
pub(crate) mod faults;
pub(crate) mod gather;
mod indicators;
mod inherit;
mod merging;
mod normal;
mod overlay;
mod parts;
pub(crate) mod publish;
mod references;
mod restate;
mod rules;
mod section;
pub mod shipped;
mod slice;
mod spec;
pub(crate) mod words;
mod workflows;

pub use compare::ChangeKind;
pub use compiled::Rulebook;
pub use publish::{PublishRequest, Published};
#[doc(hidden)]
pub use restate::ExampleFault;
pub use restate::{RestateRequest, Restated, Statement, StatementKind};
pub(crate) use rules::{Procedures, RuleSet};
pub use slice::{Slice, Validator};
#[cfg(all(test, feature = "schema"))]
pub(crate) use spec::RulebookSpec;
#[cfg(feature = "schema")]
pub(crate) use spec::editor_schema;

#[cfg(test)]
mod tests;
