//! Dossiers (*hồ sơ*) for procedures (*thủ tục hành chính*): what has to be filed, and whether it is complete.
//!
//! A check gives the same verdict to the citizen who fills the form, to the desk that receives it and to the auditor
//! years later: remarks with place, text in both languages and legal basis, rules that are pending for lack of data,
//! and undetermined rules. A supplement collects all gaps in the one request that an office may send.

mod amounts;
mod bounds;
pub(crate) mod check;
pub(crate) mod checks;
pub(crate) mod context;
mod example;
mod fee;
mod filing;
mod fitting;
pub(crate) mod form;
mod layout;
mod procedure;
mod promise;
mod remarks;
mod remedy;
pub(crate) mod session;
mod spec;
mod supplement;
mod trace;
pub(crate) mod typed;
pub(crate) mod view;

pub use crate::rule::{ByData, Progress, Remark, Undecided, Verdict};

pub use crate::rule::schema::FieldKind;
pub(crate) use check::check;
pub(crate) use context::Context;
#[doc(hidden)]
pub use fee::FeeLine;
pub(crate) use fee::fees;
pub use filing::{DataAnswer, Dossier, PaperForm, Signed, Submitted};
#[doc(hidden)]
pub use form::{FormChoice, FormGroup, FormPaper};
#[doc(hidden)]
pub use form::{FormCondition, FormFee};
pub use form::{FormDescription, FormField};
pub(crate) use procedure::{Limiting, Procedure};
pub(crate) use session::Session;
pub(crate) use spec::{Need, OpenCases, ProcedureSpec};
pub(crate) use supplement::{Supplement, supplement};
pub(crate) use trace::trace;
pub use trace::{RuleStanding, RuleTrace};
pub use view::FieldState;
#[doc(hidden)]
pub use view::{FormSummary, PaperState};

#[cfg(test)]
#[path = "tests/fitting.rs"]
mod fitting_tests;
#[cfg(test)]
#[path = "tests/paper.rs"]
mod paper_tests;
#[cfg(test)]
mod tests;
