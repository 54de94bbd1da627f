//! What an export means.

use crate::files::Kind;
use namro::CaseRow;

/// A case as it is meant; times as RFC 3339, days as ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    pub procedure: String,
    pub unit: String,
    pub accepted: String,
    pub due: String,
    pub finished: Option<String>,
    pub stopped: Option<String>,
}

pub fn same(truth: &Truth, case: &CaseRow, kind: Kind) {
    let found = Truth {
        procedure: case.procedure.as_ref().map(ToString::to_string).unwrap_or_default(),
        unit: case.unit.as_ref().map(ToString::to_string).unwrap_or_default(),
        accepted: case.accepted.map(|at| at.to_string()).unwrap_or_default(),
        due: case.due_recorded.map(|at| at.to_string()).unwrap_or_default(),
        finished: case.finished.map(|at| at.to_string()),
        stopped: case.stopped.map(|at| at.to_string()),
    };
    assert_eq!(found, *truth, "{} as {kind:?}", case.case_id);
}
