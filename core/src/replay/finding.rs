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

/// An aspect that should be clear (*rõ*). A version of the motto ("5 rõ", "6 rõ") is a named subset, with labels and
/// order, in a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Dimension {
    /// One accountable lead at any time (*rõ người*).
    #[term("person")]
    Person,
    /// A title and an expected content (*rõ việc*).
    #[term("task")]
    Task,
    /// A workflow is assigned and was followed (*rõ quy trình*).
    #[term("process")]
    Process,
    /// There is a due, and it was kept (*rõ thời gian, tiến độ*).
    #[term("time")]
    Time,
    /// Lead and cooperating roles, a supervisor, a reliable trail (*rõ trách nhiệm*).
    #[term("responsibility")]
    Responsibility,
    /// The person who acted had the right to (*rõ thẩm quyền*).
    #[term("authority")]
    Authority,
    /// A named output (*rõ sản phẩm, kết quả*).
    #[term("product")]
    Product,
    /// A measured result (*rõ hiệu quả*).
    #[term("effect")]
    Effect,
}

/// How much a log records (*mức dữ liệu*); a fact or finding that needs a higher grade is "not assessed".
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
    /// Grade 3: assignments and acts on the clock as well.
    #[term("full")]
    Full,
}

/// The kind of subject of a finding.
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

/// Every kind of finding, those of logs before those of scheduled duties.
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

/// The subject of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Shape)]
pub struct Subject {
    /// Whether it is a case, an officer, a unit or the log.
    pub kind: SubjectKind,
    /// Identifier of the case, officer or unit.
    pub id: String,
}

/// The part of a lateness that one officer is charged with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Charge {
    /// The officer (*cán bộ, công chức*).
    pub officer: OfficerId,
    /// Working seconds charged, above 0.
    pub working_seconds: Seconds,
}

/// A count for one officer or unit at one step (*dữ kiện*); integers that add up over shards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Fact {
    /// What was counted, such as `completed`, `on_time`, `held`.
    pub kind: String,
    /// The officer, if known.
    pub officer: Option<OfficerId>,
    /// The unit, if known.
    pub unit: Option<UnitId>,
    /// The step (*bước*); `None` for the case as a whole.
    pub step: Option<StepId>,
    /// The month that it counts for, `yyyy-MM`.
    pub period: String,
    /// The number counted.
    pub count: i64,
    /// Working seconds; 0 for kinds that have none.
    pub working_seconds: Seconds,
    /// How much the log recorded for this count.
    pub grade: Grade,
}

impl Fact {
    /// Merges the facts of several shards into those of the whole: counts and seconds add up, the grade is the lowest.
    /// Ordered by kind, period, unit, officer and step, whatever the order and grouping of the shards.
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
    /// Hash of kind, rule, subject, step and occurrence. It does not change with a late event, so that a dispute can
    /// refer to it.
    pub id: FindingId,
    /// The kind of finding, such as `late` or `skipped_step`.
    pub kind: String,
    /// The aspect that is not clear (*rõ người, rõ việc, …*).
    pub dimension: Dimension,
    /// The rule of the rulebook, if one was broken.
    pub rule: Option<RuleId>,
    /// What the finding is about.
    pub subject: Subject,
    /// The step, if it is about one (*bước*).
    pub step: Option<StepId>,
    /// The officer, if it concerns exactly one.
    pub officer: Option<OfficerId>,
    /// The unit concerned (*đơn vị*).
    pub unit: Option<UnitId>,
    /// Start of the period concerned.
    pub since: Option<Stamp>,
    /// End of the period concerned.
    pub until: Option<Stamp>,
    /// How often it occurred, from 1.
    #[shape(default = 1)]
    pub count: i64,
    /// Working seconds concerned, such as the lateness.
    #[shape(default = Seconds(0))]
    pub working_seconds: Seconds,
    /// How much a log must record for this finding.
    pub grade: Grade,
    /// The events that show it, at most as many as the thresholds allow.
    pub events: Vec<EventId>,
    /// Which officers are charged with how much of the lateness.
    pub charge: Vec<Charge>,
    /// Working seconds of lateness that nobody is charged with.
    #[shape(default = Seconds(0))]
    pub unattributed_working_seconds: Seconds,
    /// The finding in words, in both languages.
    pub text: Text,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

impl Finding {
    /// A finding about a subject. Its identifier is hashed from its content, not from when it was noticed.
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
