//! Rules as data (*quy tắc*): a typed tree, a text that reads into it, one evaluator, and the schema of a form.
//!
//! A rule passes, fails, or is *pending* while something that it reads is not filled in; where it cannot be decided
//! (a number left the exact range, the work exceeded its limit) it is *undetermined* and says why. Nothing here knows
//! a clock, and the same rule on the same data spends the same fuel everywhere.

mod build;
mod calculate;
mod compare;
mod condition;
mod eval;
mod fold;
mod function;
mod kinds;
mod number;
mod order;
mod parse;
mod pattern;
mod print;
mod quote;
pub mod schema;
mod spec;
mod text;
mod tree;
mod verdict;
mod words;

pub(crate) use build::tokens;
pub use build::{Limits, Read, Scope};
pub(crate) use calculate::months_between;
pub use calculate::{Made, Val, View, length};
pub use condition::Condition;
pub use eval::{Context, Stop, TraceLine, WorkingDays};
pub(crate) use eval::{Machine, is_filled};
pub use function::{Function, Library, Reason, STANDARD};
pub use number::{Exact, Short};
pub use order::{Rules, compile};
pub use pattern::{MAX_STATES, Pattern};
pub use spec::{Outcome, Rule, RuleSpec, Severity, Stage};
pub use tree::{Comparison, Expr, Fold, Key, Kind, Literal, Name, Operator, Path, Root, Unit};
pub use verdict::{ByData, Progress, Remark, Undecided, Verdict};
pub use words::Names;

#[cfg(test)]
mod tests;
