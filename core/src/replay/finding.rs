//! Facts and findings: what was counted, and what was not clear.

use crate::base::canon::Hash;
use crate::base::error::{Code, Error};
use crate::base::ids::{EventId, FindingId, OfficerId, RuleId, StepId, UnitId};
use crate::base::shape::{Shape, Term};
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::{Seconds, Stamp};
use serde::Serialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What is clear or not (*rõ*). A version of the motto ("5 rõ", "6 rõ") is a named subset, with labels and order,
/// in a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Dimension {
    /// One accountable lead at any time (*rõ người*).
    #[term("person")]
    Person,
    /// A title and an expected content (*rõ việc*).
    #[term("task")]
    Task,
    /// Bound to a workflow, and run as drawn (*rõ quy trình*).
    #[term("process")]
    Process,
    /// A due instant, and kept (*rõ thời gian, tiến độ*).
    #[term("time")]
    Time,
    /// Lead and cooperating roles, a supervisor, a trail that holds (*rõ trách nhiệm*).
    #[term("responsibility")]
    Responsibility,
    /// Who acted had the right to (*rõ thẩm quyền*).
    #[term("authority")]
    Authority,
    /// A named output (*rõ sản phẩm, kết quả*).
    #[term("product")]
    Product,
    /// A measured result (*rõ hiệu quả*).
    #[term("effect")]
    Effect,
}

/// How much a log tells; a fact or finding that needs more than the log has is "not assessed".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Grade {
    /// Grade 0: case headers only.
    #[term("header")]
    Header,
    /// Grade 1: completions.
    #[term("completions")]
    Completions,
    /// Grade 2: starts and completions.
    #[term("spans")]
    Spans,
    /// Grade 3: assignments and clock acts too.
    #[term("full")]
    Full,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum SubjectKind {
    /// A case.
    #[term("case")]
    Case,
    /// An officer.
    #[term("officer")]
    Officer,
    /// A unit.
    #[term("unit")]
    Unit,
    /// The log as a whole.
    #[term("log")]
    Log,
}

/// Every kind of finding, those of logs before those of scheduled things.
pub const KINDS: [&str; 26] = [
    "late",
    "late_committed",
    "late_statutory",
    "late_take_up",
    "overdue_open",
    "no_due",
    "due_differs",
    "stuck",
    "second_supplement",
    "no_lead",
    "unassigned",
    "ping_pong",
    "not_a_person",
    "skipped_step",
    "unexpected_step",
    "out_of_order",
    "four_eyes",
    "backdated",
    "end_before_last_event",
    "at_night",
    "out_of_hours",
    "midnight_times",
    "not_kept",
    "kept_late",
    "not_seen",
    "not_expected",
];

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Shape)]
pub struct Subject {
    /// Case, officer, unit or log.
    pub kind: SubjectKind,
    /// Its identifier.
    pub id: String,
}

/// Seconds of lateness that one officer is charged with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Charge {
    /// The officer.
    pub officer: OfficerId,
    /// Working seconds.
    pub working_seconds: Seconds,
}

/// What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Fact {
    /// What was counted, such as `completed`, `on_time`, `held`.
    pub kind: String,
    /// The officer, where one is known.
    pub officer: Option<OfficerId>,
    /// The unit, where one is known.
    pub unit: Option<UnitId>,
    /// The step; none for the case as a whole.
    pub step: Option<StepId>,
    /// The month that owns it, `yyyy-MM`.
    pub period: String,
    /// How often.
    pub count: i64,
    /// Working seconds.
    pub working_seconds: Seconds,
    /// The evidence that the count needs.
    pub grade: Grade,
}

impl Fact {
    /// The facts of several shards as those of the whole: counts and seconds add up, the evidence is the least. Ordered
    /// by kind, period, unit, officer and step, whatever the order and grouping of the shards.
    ///
    /// # Errors
    /// [`Code::TooLarge`] for a sum beyond 64 bits.
    pub fn merge(facts: impl IntoIterator<Item = Self>) -> Result<Vec<Self>, Error> {
        let key = |fact: &Self| {
            let Self { kind, officer, unit, step, period, .. } = fact.clone();
            (kind, period, unit, officer, step)
        };
        let mut sums: BTreeMap<_, Self> = BTreeMap::new();
        for fact in facts {
            match sums.entry(key(&fact)) {
                Entry::Vacant(place) => drop(place.insert(fact)),
                Entry::Occupied(mut place) => {
                    let sum = place.get_mut();
                    let beyond = |what| Error::new(Code::TooLarge).with("what", what).with("limit", i64::MAX);
                    sum.count = sum.count.checked_add(fact.count).ok_or_else(|| beyond("count"))?;
                    let seconds =
                        sum.working_seconds.0.checked_add(fact.working_seconds.0).ok_or_else(|| beyond("seconds"))?;
                    (sum.working_seconds, sum.grade) = (Seconds(seconds), sum.grade.min(fact.grade));
                }
            }
        }
        Ok(sums.into_values().collect())
    }
}

/// What was not clear, with its evidence (*phát hiện*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Finding {
    /// Hash of kind, rule, subject, step and occurrence: survives a late event, so that a dispute can point at it.
    pub id: FindingId,
    /// What kind of thing was found, such as `late` or `skipped_step`.
    pub kind: String,
    /// Which clarity it hurts.
    pub dimension: Dimension,
    /// The rule of the rulebook, where one was broken.
    pub rule: Option<RuleId>,
    /// What it is about.
    pub subject: Subject,
    /// The step, where it lies in one.
    pub step: Option<StepId>,
    /// The officer concerned, where it is one.
    pub officer: Option<OfficerId>,
    /// The unit concerned.
    pub unit: Option<UnitId>,
    /// From when.
    pub since: Option<Stamp>,
    /// Until when.
    pub until: Option<Stamp>,
    /// How often.
    #[shape(default = 1)]
    pub count: i64,
    /// Working seconds.
    #[shape(default = Seconds(0))]
    pub working_seconds: Seconds,
    /// The evidence that it needs.
    pub grade: Grade,
    /// The events that show it.
    pub events: Vec<EventId>,
    /// Who is charged with how much of the lateness.
    pub charge: Vec<Charge>,
    /// Lateness that nobody is charged with.
    #[shape(default = Seconds(0))]
    pub unattributed_working_seconds: Seconds,
    /// The finding in words.
    pub text: Text,
    /// Its legal basis.
    pub source: Option<Source>,
}

impl Finding {
    /// A finding about a subject, its identifier hashed from what it is and not from when it was noticed.
    ///
    /// # Errors
    /// None in practice: texts and integers always have canonical bytes.
    pub fn new(
        kind: &str,
        dimension: Dimension,
        grade: Grade,
        subject: Subject,
        step: Option<StepId>,
        occurrence: u32,
        text: Text,
    ) -> Result<Self, Error> {
        let key = (kind, &subject, &step, occurrence);
        let id = Hash::of_value(&key)?.to_string();
        Ok(Self {
            id: FindingId::from(id.get(..16).unwrap_or(&id)),
            kind: kind.to_owned(),
            dimension,
            rule: None,
            subject,
            step,
            officer: None,
            unit: None,
            since: None,
            until: None,
            count: 1,
            working_seconds: Seconds(0),
            grade,
            events: Vec::new(),
            charge: Vec::new(),
            unattributed_working_seconds: Seconds(0),
            text,
            source: None,
        })
    }
}
