//! OrderedRules as data (*quy tắc*): a typed tree, a text that reads into it, one evaluator, and the schema of a form.
//!
//! A rule passes, fails, or is *pending* while something that it reads is not filled in; where it cannot be decided
//! (a number left the exact range, the work exceeded its limit) it is *undetermined* and says why. Nothing here knows
//! a clock, and the same rule on the same data spends the same fuel everywhere.

mod date_difference;
mod build;
mod builder;
mod calculate;
mod compare;
mod condition;
mod context;
mod eval;
mod fold;
mod function;
mod kinds;
mod limits;
mod literal;
mod number;
mod order;
mod parse;
mod pattern;
mod print;
mod quote;
mod reads;
mod reason;
pub mod schema;
mod spec;
mod standard;
mod tree;
mod verdict;
mod words;

pub use builder::Scope;
pub use calculate::{Made, Val, View, length};
pub use condition::Condition;
pub use context::{Context, WorkingDays};
pub use date_difference::Unit;
pub(crate) use date_difference::months_between;
pub use eval::TraceLine;
pub(crate) use eval::{Machine, is_filled};
pub use function::{Function, Library};
pub(crate) use function::{Row, Sentence, Sentences, of_text, of_texts};
pub(crate) use kinds::Kinds;
pub use limits::Limits;
pub use literal::Literal;
pub use number::{Exact, Short};
pub use order::{OrderedRules, compile};
pub use pattern::{MAX_STATES, Pattern};
pub use reads::Read;
pub(crate) use reads::tokens;
pub use reason::{Reason, Stop};
pub use spec::{Outcome, Rule, RuleSpec, Severity, Stage};
pub use tree::{Comparison, Expr, Fold, Key, Kind, Name, Operator, Path, Start};
pub use verdict::{ByData, Progress, Remark, Undecided, Verdict};
pub(crate) use words::{Names, Wording};

#[cfg(test)]
mod tests;
