//! Inputs that no log has: points given by somebody, confirmed failures, accepted causes.

use crate::base::exact::Rational;
use crate::base::ids::{CaseId, FindingId, OfficerId, StepId, UnitId};
use crate::base::shape::Shape;
use crate::base::source::Source;
use crate::base::time::Stamp;
use crate::replay::finding::FindingKind;
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

/// A confirmed cause outside an officer's reach, by which findings take no points (*nguyên nhân khách quan được xác
/// nhận*). It names either a case or a finding; what else is given narrows it. Officers whom it does not free lose the
/// same points as without it. An excuse for work that is open past its due still holds when the work is finished late.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ExcuseInput {
    /// The case in which something is excused (*mã hồ sơ*). Without it, `finding` names what is.
    pub case_id: Option<CaseId>,
    /// The finding that is excused. Without it, `case_id` names what is.
    pub finding: Option<FindingId>,
    /// The step at which it is excused; if absent, at every step (*bước*).
    pub step: Option<StepId>,
    /// The officer who is freed; if absent, everybody who would lose points for it (*cán bộ, công chức*).
    pub officer: Option<OfficerId>,
    /// The kinds of findings that are excused; if empty, all. `late`, `overdue_open`, `late_committed` and
    /// `late_statutory` are one lateness: each means all four.
    pub kinds: Vec<FindingKind>,
    /// Since when the cause lasted. What was over before then is not excused.
    pub start: Option<Stamp>,
    /// Until when the cause lasted.
    pub end: Option<Stamp>,
    /// Who confirmed the cause.
    pub decided_by: String,
    /// The reason given.
    pub note: Option<String>,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// A rating set by decision or by law, whatever the points are. It is set before caps: it takes no place under a cap,
/// and counts in the base of a cap by the band that was set.
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
    /// Confirmed causes, by which findings take no points.
    pub excused: Vec<ExcuseInput>,
    /// Ratings set by decision.
    pub overrides: Vec<OverrideInput>,
    /// Officer → group of similar duties within which the officer is rated.
    pub groups: IndexMap<OfficerId, String>,
    /// Units that were rated outstanding (*hoàn thành xuất sắc nhiệm vụ*).
    pub outstanding: Vec<UnitId>,
}
