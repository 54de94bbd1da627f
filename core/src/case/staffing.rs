//! Checks whether every step has somebody to do it on every day, and separated steps have two different persons.

use crate::base::ids::{OfficerId, RoleId, StepId, UnitId, WorkflowId};
use crate::base::shape::{Shape, Term};
use crate::base::source::InForce;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::people::Staff;
use crate::workflow::Workflow;
use serde::Serialize;

/// What is missing on the days of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum StaffingGapKind {
    /// Nobody holds the role (*không ai giữ vai trò*).
    #[term("nobody")]
    Nobody,
    /// One person is the only holder of two steps that must be done by different people (*bốn mắt là một người*).
    #[term("same_person")]
    SamePerson,
}

/// A step that nobody could do on some days (*bước thiếu người*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct StaffingGap {
    /// What is missing on these days.
    pub kind: StaffingGapKind,
    /// The workflow concerned (*quy trình*).
    pub workflow: WorkflowId,
    /// The step that nobody can do (*bước*).
    pub step: StepId,
    /// The step that must be done by somebody else; only for `same_person`.
    pub other: Option<StepId>,
    /// The role that the step needs (*vai trò*).
    pub role: RoleId,
    /// The unit, if the step names one; if absent, no unit has somebody.
    pub unit: Option<UnitId>,
    /// The only officer who can do both steps; only for `same_person`.
    pub officer: Option<OfficerId>,
    /// First day of the gap.
    pub start: Date,
    /// Last day of the gap, inclusive.
    pub end: Date,
    /// The gap in words, in both languages.
    pub text: Text,
}

/// The gaps of a workflow within a period, step by step. Empty if the period has no first or no last day.
pub(crate) fn staffing_gaps(workflow: &Workflow, staff: &Staff, period: InForce) -> Vec<StaffingGap> {
    let (Some(first), Some(last)) = (period.from, period.to) else { return Vec::new() };
    let mut gaps = Vec::new();
    for step in workflow.steps() {
        let Some(role) = &step.role else { continue };
        let gap = |kind, other: Option<&StepId>, officer: Option<&OfficerId>, days: InForce| {
            let (from, to) = (days.from.unwrap_or(first), days.to.unwrap_or(last));
            let text = words(kind).fill(&[
                ("step", step.id.to_string()),
                ("other", other.map(ToString::to_string).unwrap_or_default()),
                ("officer", officer.map(ToString::to_string).unwrap_or_default()),
                ("role", role.to_string()),
                ("from", from.to_string()),
                ("to", to.to_string()),
            ]);
            StaffingGap {
                kind,
                workflow: workflow.id().clone(),
                step: step.id.clone(),
                other: other.cloned(),
                role: role.clone(),
                unit: step.unit.clone(),
                officer: officer.cloned(),
                start: from,
                end: to,
                text,
            }
        };
        let nobody = staff.gaps(role, step.unit.as_ref(), period);
        gaps.extend(nobody.into_iter().map(|days| gap(StaffingGapKind::Nobody, None, None, days)));
        for other in &step.not_by {
            let Some(theirs) = workflow.step(other).and_then(|other| Some((other.role.as_ref()?, other.unit.as_ref())))
            else {
                continue;
            };
            for (officer, days) in staff.alone((role, step.unit.as_ref()), theirs, period) {
                gaps.push(gap(StaffingGapKind::SamePerson, Some(other), Some(&officer), days));
            }
        }
    }
    gaps
}

fn words(kind: StaffingGapKind) -> Text {
    match kind {
        StaffingGapKind::Nobody => Text::new(
            "bước «{step}»: không ai giữ vai trò {role} từ {from} đến {to}",
            "the step `{step}`: nobody holds the role {role} from {from} to {to}",
        ),
        StaffingGapKind::SamePerson => Text::new(
            "bước «{step}» phải khác người làm «{other}», nhưng từ {from} đến {to} chỉ có {officer} cho cả hai",
            "the step `{step}` must not be done by who did `{other}`, but from {from} to {to} there is {officer} alone for both",
        ),
    }
}
