//! OrderedRules as data (*quy tắc*): a typed tree, a text that reads into it, one evaluator, and the schema of a form.
//!
//! A rule passes, fails, or is *pending* while something that it reads is not filled in; where it cannot be decided
//! (a number left the exact range, the work exceeded its limit) it is *undetermined* and says why. Nothing here knows
//! a clock, and the same rule on the same data spends the same fuel everywhere.

mod date_difference;
mod build;
pub(crate) mod builder;
mod calculate;
mod compare;
mod condition;
mod constant;
pub(crate) mod context;
mod eval;
mod fold;
pub(crate) mod function;
mod kinds;
pub(crate) mod limits;
mod literal;
mod messages;
mod order;
mod parse;
mod pattern;
mod print;
mod quote;
mod reads;
pub(crate) mod reason;
pub(crate) mod schema;
mod spec;
mod standard;
mod tree;
mod verdict;

pub(crate) use builder::Scope;
pub(crate) use calculate::Val;
pub use condition::Condition;
pub(crate) use condition::Named;
pub(crate) use context::{Context, WorkingDays};
pub(crate) use date_difference::months_between;
pub use eval::TraceLine;
pub(crate) use eval::{Machine, is_filled};
pub(crate) use function::{Function, Library, Row, Sentence, Sentences, of_text, of_texts};
pub(crate) use kinds::Kinds;
pub(crate) use limits::Limits;
pub(crate) use messages::{Names, Wording};
pub(crate) use order::{OrderedRules, compile};
pub(crate) use reads::{Read, tokens};
pub use reason::Reason;
pub(crate) use reason::Stop;
pub(crate) use spec::{Outcome, Rule, RuleSpec};
pub use spec::{Severity, Stage};
pub use verdict::{ByData, Progress, Remark, Undecided, Verdict, Waiting};

#[cfg(test)]
mod tests;
