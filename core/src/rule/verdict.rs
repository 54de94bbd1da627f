//! What a check answers.

use super::reason::Reason;
use super::spec::{Severity, Stage};
use crate::base::ids::{ComponentId, ProcedureId, RuleId};
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::Date;
use serde::Serialize;

/// Something to correct, or to look at (*nhận xét*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Remark {
    /// What kind: a keyword of the form's schema, `blank` for a required text of blanks, `rule`, or `component_…`.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// When it counts.
    pub stage: Stage,
    /// JSON pointer into the dossier's form; for components, into the dossier.
    pub pointer: String,
    /// The rule that failed, where it is one.
    pub rule: Option<RuleId>,
    /// The entry that is missing or too many, where that is what is wrong.
    pub property: Option<String>,
    /// What is wrong.
    pub text: Text,
    /// The legal basis.
    pub source: Vec<Source>,
    /// What would correct it.
    pub remedy: Option<Text>,
}

/// A rule, or a component with a condition, that waits for data (*chờ dữ liệu*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Waiting {
    /// The rule or component.
    pub rule: RuleId,
    /// JSON pointers to the fields of the form that have to be filled in or corrected before it can be decided.
    pub fields: Vec<String>,
    /// What it waits for, in words.
    pub text: Text,
}

/// A rule that cannot be decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Undecided {
    /// The rule; `form` for the form's schema.
    pub rule: RuleId,
    /// Why.
    pub reason: Reason,
}

/// A component that a database made unnecessary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct ByData {
    /// The component.
    pub component: ComponentId,
    /// The database.
    pub register: String,
}

/// How far the dossier is filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Progress {
    /// Required fields and components that are there.
    pub filled: u32,
    /// All that are required.
    pub required: u32,
}

/// The answer to "is this dossier complete?" (*kết quả kiểm tra*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Verdict {
    /// Whether it may go on: no error, nothing pending, nothing undecided.
    pub ready: bool,
    /// The procedure, where a dossier was checked.
    pub procedure: Option<ProcedureId>,
    /// For which stage.
    pub stage: Stage,
    /// As of which day.
    pub at: Date,
    /// What is to be mended or looked at, in order: stage, rank of the rule, order of the file, place.
    pub remarks: Vec<Remark>,
    /// Remarks beyond the limit, not listed.
    pub unlisted: u32,
    /// Rules that wait for data that are not filled in.
    pub pending: Vec<RuleId>,
    /// What each of them waits for, in the same order.
    pub waiting: Vec<Waiting>,
    /// Rules that cannot be decided.
    pub undetermined: Vec<Undecided>,
    /// Components that a database made unnecessary.
    pub by_data: Vec<ByData>,
    /// How far the dossier is filled in.
    pub progress: Progress,
}

impl Verdict {
    /// Nothing found yet.
    pub fn new(procedure: Option<ProcedureId>, stage: Stage, at: Date) -> Self {
        Self {
            ready: true,
            procedure,
            stage,
            at,
            remarks: Vec::new(),
            unlisted: 0,
            pending: Vec::new(),
            waiting: Vec::new(),
            undetermined: Vec::new(),
            by_data: Vec::new(),
            progress: Progress::default(),
        }
    }

    /// Whether a rule failed.
    pub fn failed(&self, rule: &str) -> bool {
        self.remarks.iter().any(|remark| remark.rule.as_ref().is_some_and(|id| id.as_str() == rule))
    }
}
