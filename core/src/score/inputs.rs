//! Inputs that no log has: points given by somebody, confirmed failures, accepted causes.

use crate::base::exact::Rational;
use crate::base::ids::{CaseId, FindingId, OfficerId, StepId, UnitId};
use crate::base::shape::Shape;
use crate::base::source::Source;
use indexmap::IndexMap;
use serde::Serialize;

/// Points given to an officer for a component that no log measures.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct PointsInput {
    /// The officer (*cán bộ, công chức*).
    pub officer: OfficerId,
    /// The component (*tiêu chí*).
    pub component: String,
    /// The points, from 0 to the weight of the component.
    pub points: Rational,
    /// Who decided on them.
    pub decided_by: Option<String>,
    /// The reason given.
    pub note: Option<String>,
}

/// A confirmed failure of one item, such as a result that had to be made again.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct FailureInput {
    /// The officer (*cán bộ, công chức*).
    pub officer: OfficerId,
    /// The component (*tiêu chí*).
    pub component: String,
    /// The case in which it failed (*mã hồ sơ*).
    pub case_id: CaseId,
    /// The step; if absent, the case as a whole.
    pub step: Option<StepId>,
    /// How often it failed, from 1.
    #[shape(default = 1)]
    pub times: i64,
    /// Who confirmed it.
    pub decided_by: Option<String>,
    /// The reason given.
    pub note: Option<String>,
}

/// A finding that takes no points, since its cause was external (*nguyên nhân khách quan được xác nhận*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ExcuseInput {
    /// The finding to be excused.
    pub finding: FindingId,
    /// Who confirmed the cause.
    pub decided_by: String,
    /// The reason given.
    pub note: Option<String>,
}

/// A rating set by decision, whatever the points are.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct OverrideInput {
    /// The officer (*cán bộ, công chức*).
    pub officer: OfficerId,
    /// Identifier of the band (*mức xếp loại*).
    pub band: String,
    /// Who decided it.
    pub decided_by: String,
    /// The reason given.
    pub note: Option<String>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// What people decided for a period, with who decided it.
#[derive(Clone, Debug, Default, Serialize, Shape)]
pub struct Inputs {
    /// Points given to officers.
    pub points: Vec<PointsInput>,
    /// Components whose failures are all listed, so that an item without a failure has passed.
    pub reviewed: Vec<String>,
    /// Confirmed failures of items.
    pub failures: Vec<FailureInput>,
    /// Findings that take no points.
    pub excused: Vec<ExcuseInput>,
    /// Ratings set by decision.
    pub overrides: Vec<OverrideInput>,
    /// Officer → group of similar duties within which the officer is rated.
    pub groups: IndexMap<OfficerId, String>,
    /// Units that were rated outstanding (*hoàn thành xuất sắc nhiệm vụ*).
    pub outstanding: Vec<UnitId>,
}
