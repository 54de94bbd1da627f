//! What no log has: points that somebody gives, failures that somebody confirmed, causes that somebody accepted.

use crate::base::exact::Rational;
use crate::base::ids::{CaseId, FindingId, OfficerId, StepId, UnitId};
use crate::base::shape::Shape;
use crate::base::source::Source;
use indexmap::IndexMap;
use serde::Serialize;

/// Points given to an officer for a component that no log measures.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct PointsInput {
    /// The officer.
    pub officer: OfficerId,
    /// The component.
    pub component: String,
    /// The points, from none to the weight of the component.
    pub points: Rational,
    /// Who decided.
    pub decided_by: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// A confirmed failure of one item, such as a result that had to be done again.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct FailureInput {
    /// The officer.
    pub officer: OfficerId,
    /// The component.
    pub component: String,
    /// The case.
    pub case_id: CaseId,
    /// The step; without one, the case as a whole.
    pub step: Option<StepId>,
    /// How often it failed.
    #[shape(default = 1)]
    pub times: i64,
    /// Who decided.
    pub decided_by: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// A finding that takes no points, since its cause lay outside (*nguyên nhân khách quan được xác nhận*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ExcuseInput {
    /// The finding.
    pub finding: FindingId,
    /// Who decided.
    pub decided_by: String,
    /// Why.
    pub note: Option<String>,
}

/// A rating set by decision, whatever the points.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct OverrideInput {
    /// The officer.
    pub officer: OfficerId,
    /// The band.
    pub band: String,
    /// Who decided.
    pub decided_by: String,
    /// Why.
    pub note: Option<String>,
    /// Its legal basis.
    pub source: Option<Source>,
}

/// What somebody decided for a period, with who it was.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct Inputs {
    /// Points given.
    pub points: Vec<PointsInput>,
    /// Components whose failures are all listed: an item without a failure has passed.
    pub reviewed: Vec<String>,
    /// Confirmed failures.
    pub failures: Vec<FailureInput>,
    /// Findings that take no points.
    pub excused: Vec<ExcuseInput>,
    /// Ratings set by decision.
    pub overrides: Vec<OverrideInput>,
    /// Groups of like duties, by officer.
    pub groups: IndexMap<OfficerId, String>,
    /// Units that were found outstanding.
    pub outstanding: Vec<UnitId>,
}
