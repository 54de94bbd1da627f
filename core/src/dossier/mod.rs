//! Dossiers (*hồ sơ*) for procedures (*thủ tục hành chính*): what has to be filed, and whether it has been.
//!
//! [`check()`] gives the same verdict to the citizen who fills the form, to the desk that receives it and to the
//! auditor years later: remarks with place, text in both languages and legal basis, rules that still wait for data,
//! and rules that cannot be decided. [`supplement()`] gathers all gaps into the one request that an office may send.

mod amounts;
mod bounds;
mod check;
pub mod checks;
mod context;
mod example;
mod fee;
mod filing;
mod fitting;
mod procedure;
mod promise;
mod remarks;
mod remedy;
mod session;
mod spec;
mod supplement;
mod trace;

pub use crate::rule::{ByData, Progress, Remark, Undecided, Verdict};
pub(crate) use bounds::idle;
pub use check::check;
pub use context::Context;
pub use fee::{FeeLine, fees};
pub use filing::{DataAnswer, Dossier, PaperForm, Signed, Submitted};
pub(crate) use procedure::Limiting;
pub use procedure::Procedure;
pub use session::Session;
pub use spec::{
    ApplicantSpec, ComponentSpec, ExampleSpec, FeeSpec, FeeTier, FilerSpec, Need, OnlineLevel, OnlineSpec, OpenCases,
    ProcedureSpec, ResultSpec,
};
pub use supplement::{Supplement, supplement};
pub use trace::{RuleStanding, RuleTrace, trace};

#[cfg(test)]
mod fitting_tests;
#[cfg(test)]
mod paper_tests;
#[cfg(test)]
mod tests;
