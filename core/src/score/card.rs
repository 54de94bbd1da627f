//! The scorecard: each point won or lost, tied to what shows it.

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

/// Points: exact, and as they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Points {
    /// The exact amount.
    pub exact: Rational,
    /// In thousandths, such that the parts shown add up to the whole shown.
    pub thousandths: i64,
}

/// The policy by which a card was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct PolicyRef {
    /// Its identifier.
    pub id: PolicyId,
    /// Hash of its content.
    pub hash: Hash,
}

/// One component of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct ComponentScore {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// What it gave.
    pub points: Points,
    /// What it could give.
    pub weight: Rational,
    /// Over so many items; none where somebody gave the points.
    pub items: i64,
    /// So many items of the period were left out: not due yet, no due, or nothing that says who was late.
    pub left_out: i64,
}

/// Points lost, and what shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Loss {
    /// The component.
    pub component: String,
    /// The rule: the kind of finding that cut, `not_completed`, `failed`, or `given` for points that somebody gave.
    pub rule: String,
    /// The case.
    pub case_id: Option<CaseId>,
    /// The step.
    pub step: Option<StepId>,
    /// The findings that show it.
    pub findings: Vec<FindingId>,
    /// The events that show it.
    pub events: Vec<EventId>,
    /// How many points; none where a floor absorbed it.
    pub points: Points,
    /// Why, in words.
    pub reason: Text,
}

/// Points that somebody gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Gain {
    /// The component.
    pub component: String,
    /// How many.
    pub points: Rational,
    /// Who decided.
    pub decided_by: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// A component that could not be assessed; it counts neither as nothing nor as full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct NotSupplied {
    /// The component.
    pub component: String,
    /// The points that it could have given.
    pub weight: Rational,
    /// Why not.
    pub text: Text,
}

/// A rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Rating {
    /// The band.
    pub band: String,
    /// What it is called.
    pub title: Text,
    /// By the share of what could be assessed: something is missing yet.
    pub provisional: bool,
    /// Who decided it, where it was set by decision.
    pub decided_by: Option<String>,
}

/// What a cap did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct CapEffect {
    /// The band that is capped.
    pub band: String,
    /// How many of the group had the points for it.
    pub candidates: i64,
    /// How many count as the base.
    pub base: i64,
    /// How many may have it.
    pub allowed: i64,
    /// The place of this officer among the candidates, from 1; equals share a place.
    pub place: i64,
    /// Whether this officer has it.
    pub kept: bool,
    /// In words.
    pub text: Text,
}

/// What a policy makes of a period: a head, and a card for each officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Scores {
    /// The policy.
    pub policy: PolicyRef,
    /// The period.
    pub period: Period,
    /// The instant up to which the log was read.
    pub as_of: Stamp,
    /// What the log or the rulebook does not allow to assess, and why.
    pub not_assessed: Vec<NotAssessed>,
    /// The cards, ordered by officer.
    pub cards: Vec<Card>,
    /// Grows when an outcome changes.
    pub semantics: u32,
}

/// What an officer earned in a period (*phiếu điểm*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Card {
    /// The officer.
    pub officer: OfficerId,
    /// The unit of most of the items.
    pub unit: Option<UnitId>,
    /// The group within which the officer is rated.
    pub group: String,
    /// The period.
    pub period: Period,
    /// The policy.
    pub policy: PolicyRef,
    /// Items that the period owns, those moved away or stopped left out.
    pub items: i64,
    /// What was assessed.
    pub components: Vec<ComponentScore>,
    /// Every point lost.
    pub losses: Vec<Loss>,
    /// Points that somebody gave.
    pub gains: Vec<Gain>,
    /// What could not be assessed.
    pub not_supplied: Vec<NotSupplied>,
    /// The share of the policy's maximum that was assessed.
    pub coverage: Rational,
    /// What was reached of what was assessed; none when nothing was, or when the sum cannot be held exactly.
    pub points: Option<Points>,
    /// What could be reached of what was assessed.
    pub maximum: Points,
    /// Shares, and how sure they are.
    pub ratios: Vec<Ratio>,
    /// The rating.
    pub rating: Option<Rating>,
    /// What a cap did to it.
    pub cap: Option<CapEffect>,
    /// Grows when an outcome changes.
    pub semantics: u32,
    /// Hash of all the rest.
    pub result_hash: Option<Hash>,
}
