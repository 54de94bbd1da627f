//! The scorecard (*phiếu điểm*): every point won or lost, with its evidence.

use super::period::Period;
use super::wilson::Ratio;
use crate::base::canon::Hash;
use crate::base::exact::Rational;
use crate::base::ids::{CaseId, EventId, FindingId, OfficerId, PolicyId, StepId, UnitId};
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::Stamp;
use crate::replay::NotAssessed;
use serde::Serialize;

/// Points: the exact amount, and the amount that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Points {
    /// The exact amount, as a fraction.
    pub exact: Rational,
    /// In thousandths of a point, rounded so that the parts shown add up to the total shown.
    pub thousandths: i64,
}

/// The policy that a card was computed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct PolicyRef {
    /// Identifier of the policy (*quy chế*).
    pub id: PolicyId,
    /// Hash of its canonical content.
    pub hash: Hash,
}

/// The score of one component of a card (*điểm tiêu chí*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct ComponentScore {
    /// Identifier of the component (*tiêu chí*).
    pub id: String,
    /// The name shown to people.
    pub title: Text,
    /// The points reached, from 0 to `weight`.
    pub points: Points,
    /// The most points that the component can give.
    pub weight: Rational,
    /// Number of items it was computed over; 0 if somebody gave the points.
    pub items: i64,
    /// Number of items of the period not counted: not yet due, no due, or no evidence of who was late.
    pub left_out: i64,
}

/// Points lost, with the evidence (*điểm trừ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Loss {
    /// The component in which they were lost.
    pub component: String,
    /// The rule: the kind of finding that was deducted, `not_completed`, `failed`, or `given` for points that somebody
    /// gave.
    pub rule: String,
    /// The case, if the loss is about one.
    pub case_id: Option<CaseId>,
    /// The step, if the loss is about one.
    pub step: Option<StepId>,
    /// The findings that are the evidence.
    pub findings: Vec<FindingId>,
    /// The events that are the evidence.
    pub events: Vec<EventId>,
    /// The points lost; 0 if the worth of the item was already 0.
    pub points: Points,
    /// The reason in words, in both languages.
    pub reason: Text,
}

/// Points that somebody gave (*điểm chấm*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Gain {
    /// The component that they were given for.
    pub component: String,
    /// The points given, from 0 to the weight of the component.
    pub points: Rational,
    /// Who decided on them.
    pub decided_by: Option<String>,
    /// The reason given.
    pub note: Option<String>,
}

/// A component that could not be assessed; it counts neither as zero nor as full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct NotSupplied {
    /// The component that is missing.
    pub component: String,
    /// The points that it could have given.
    pub weight: Rational,
    /// The reason in words, in both languages.
    pub text: Text,
}

/// A rating (*xếp loại*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Rating {
    /// Identifier of the band (*mức xếp loại*).
    pub band: String,
    /// The name shown to people.
    pub title: Text,
    /// Whether something is still missing, so that the rating is by the share of what could be assessed.
    pub provisional: bool,
    /// Who decided it, if it was set by decision.
    pub decided_by: Option<String>,
}

/// The effect of a cap (*tỷ lệ khống chế*) on an officer's group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct CapEffect {
    /// The band that is capped.
    pub band: String,
    /// How many of the group had enough points for it.
    pub candidates: i64,
    /// The number of officers that the rate is applied to.
    pub base: i64,
    /// How many may have the band.
    pub allowed: i64,
    /// The rank of this officer among the candidates, from 1; equal officers share a rank.
    pub place: i64,
    /// Whether this officer keeps the band.
    pub kept: bool,
    /// The effect in words, in both languages.
    pub text: Text,
}

/// An input that had no effect on any card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct UnusedInput {
    /// JSON pointer to it in the request, such as `/inputs/excused/0`.
    pub pointer: String,
    /// Why it had none, in both languages.
    pub text: Text,
}

/// The scores of a period: a head, and a card for each officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Scores {
    /// The policy that was applied.
    pub policy: PolicyRef,
    /// The period scored.
    pub period: Period,
    /// The instant up to which the log was read.
    pub as_of: Stamp,
    /// What the log or the rulebook does not allow to assess, and why.
    pub not_assessed: Vec<NotAssessed>,
    /// Inputs that had no effect, and why.
    pub unused: Vec<UnusedInput>,
    /// The cards, ordered by officer.
    pub cards: Vec<Card>,
    /// Version of the rules of scoring; grows whenever an outcome changes.
    pub semantics: u32,
}

/// The score of an officer in a period (*phiếu điểm*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Card {
    /// The officer (*cán bộ, công chức*).
    pub officer: OfficerId,
    /// The unit of most of the officer's items.
    pub unit: Option<UnitId>,
    /// The group within which the officer is rated (*nhóm xếp loại*).
    pub group: String,
    /// The period scored.
    pub period: Period,
    /// The policy that was applied.
    pub policy: PolicyRef,
    /// Number of items that count for the period, without those passed on or stopped.
    pub items: i64,
    /// The components that were assessed.
    pub components: Vec<ComponentScore>,
    /// Every point lost, with its evidence.
    pub losses: Vec<Loss>,
    /// Points that somebody gave.
    pub gains: Vec<Gain>,
    /// The components that could not be assessed.
    pub not_supplied: Vec<NotSupplied>,
    /// The share of the policy's maximum that could be assessed, from 0 to 1.
    pub coverage: Rational,
    /// The points reached; `None` if nothing could be assessed, or if the sum overflows.
    pub points: Option<Points>,
    /// The most points that could be reached in what was assessed.
    pub maximum: Points,
    /// Rates with their confidence intervals.
    pub ratios: Vec<Ratio>,
    /// The rating (*xếp loại*), if one is given.
    pub rating: Option<Rating>,
    /// The effect of a cap on the rating.
    pub cap: Option<CapEffect>,
    /// Version of the rules of scoring; grows whenever an outcome changes.
    pub semantics: u32,
    /// Hash of all other fields.
    pub result_hash: Option<Hash>,
}
