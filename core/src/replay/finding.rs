//! Facts and findings: what was counted, and what was not clear.

use crate::base::canon::Hash;
use crate::base::error::{Code, Error};
use crate::base::exact::Rational;
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
    #[term("person", vi = "Rõ người", en = "Person")]
    Person,
    /// A title and an expected content (*rõ việc*).
    #[term("task", vi = "Rõ việc", en = "Task")]
    Task,
    /// A workflow is assigned and was followed (*rõ quy trình*).
    #[term("process", vi = "Rõ quy trình", en = "Process")]
    Process,
    /// There is a due, and it was kept (*rõ thời gian, tiến độ*).
    #[term("time", vi = "Rõ thời gian", en = "Time")]
    Time,
    /// Lead and cooperating roles, a supervisor, a reliable trail (*rõ trách nhiệm*).
    #[term("responsibility", vi = "Rõ trách nhiệm", en = "Responsibility")]
    Responsibility,
    /// The person who acted had the right to (*rõ thẩm quyền*).
    #[term("authority", vi = "Rõ thẩm quyền", en = "Authority")]
    Authority,
    /// A named output (*rõ sản phẩm, kết quả*).
    #[term("product", vi = "Rõ sản phẩm", en = "Product")]
    Product,
    /// A measured result (*rõ hiệu quả*).
    #[term("effect", vi = "Rõ hiệu quả", en = "Effect")]
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

/// What a finding says (*loại phát hiện*), in the order in which those of one case are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum FindingKind {
    /// It was said after the due, or not yet, whether the matter is taken up.
    #[term("late_take_up", vi = "Trễ hạn thụ lý", en = "Taken up too late")]
    LateTakeUp,
    /// Finished after the due that judges.
    #[term("late", vi = "Xong sau hạn", en = "Finished after the due")]
    Late,
    /// Still open after the due that judges.
    #[term("overdue_open", vi = "Đang quá hạn", en = "Open past the due")]
    OverdueOpen,
    /// Past the committed limit, where there is a statutory one too.
    #[term("late_committed", vi = "Trễ hạn cam kết", en = "Past the committed limit")]
    LateCommitted,
    /// Past the statutory limit, where there is a committed one too.
    #[term("late_statutory", vi = "Trễ hạn luật định", en = "Past the statutory limit")]
    LateStatutory,
    /// An agency used more of the limit than its share.
    #[term("over_share", vi = "Đơn vị vượt phần thời hạn của mình", en = "A unit beyond its share of the limit")]
    OverShare,
    /// No due is recorded and none can be computed.
    #[term("no_due", vi = "Không có hạn", en = "No due")]
    NoDue,
    /// The register shows another due than the rules give.
    #[term("due_differs", vi = "Hạn ghi sổ khác hạn theo quy tắc", en = "Recorded due differs from the rules")]
    DueDiffers,
    /// Open, and nothing has happened for long.
    #[term("stuck", vi = "Không có động tĩnh", en = "Nothing has happened for long")]
    Stuck,
    /// The citizen was asked for more than once to add something.
    #[term("second_supplement", vi = "Yêu cầu bổ sung quá một lần", en = "Asked for a supplement more than once")]
    SecondSupplement,
    /// The register names nobody who answers for the case.
    #[term("no_lead", vi = "Không ghi ai chủ trì", en = "Nobody recorded as lead")]
    NoLead,
    /// For some time nobody held the case.
    #[term("unassigned", vi = "Không ai giữ", en = "Held by nobody")]
    Unassigned,
    /// A step came back to who had it before, by way of another.
    #[term("ping_pong", vi = "Chuyển qua chuyển lại", en = "Passed to and fro")]
    PingPong,
    /// Somebody took a step that another officer had, without an assignment.
    #[term("taken_over", vi = "Nhận việc của người đang giữ", en = "Taken from its holder")]
    TakenOver,
    /// An act that the state of the case does not allow, such as ending it twice; it changed nothing.
    #[term("void_act", vi = "Thao tác không có hiệu lực", en = "Act without effect")]
    VoidAct,
    /// A step of the workflow was left out.
    #[term("skipped_step", vi = "Bỏ qua bước", en = "Step skipped")]
    SkippedStep,
    /// A step was done where the workflow has none.
    #[term("unexpected_step", vi = "Bước ngoài quy trình", en = "Step that the workflow does not have there")]
    UnexpectedStep,
    /// A step was done out of order.
    #[term("out_of_order", vi = "Sai thứ tự", en = "Out of order")]
    OutOfOrder,
    /// Somebody checked their own work.
    #[term("four_eyes", vi = "Một người làm hai vai", en = "One person in two roles")]
    FourEyes,
    /// An event was entered much later than it is said to have happened.
    #[term("backdated", vi = "Ghi lùi ngày", en = "Backdated")]
    Backdated,
    /// The header has an end, and work went on after it.
    #[term("end_before_last_event", vi = "Ngày kết thúc sớm hơn sự kiện cuối", en = "End before the last event")]
    EndBeforeLastEvent,
    /// By the register it ended in time and by its acts late, or the other way round.
    #[term(
        "ends_differ",
        vi = "Sổ và thao tác ghi hai lúc kết thúc khác nhau",
        en = "Register and acts end it at different times"
    )]
    EndsDiffer,
    /// A person acted at night.
    #[term("at_night", vi = "Thao tác ban đêm", en = "Acts at night")]
    AtNight,
    /// An officer acted outside working hours.
    #[term("out_of_hours", vi = "Thao tác ngoài giờ", en = "Acts out of hours")]
    OutOfHours,
    /// An account that acted is not one person.
    #[term("not_a_person", vi = "Tài khoản không phải một người", en = "Account that is no person")]
    NotAPerson,
    /// A name of the log fits several people of the staff table, and neither day nor unit decides.
    #[term(
        "ambiguous_person",
        vi = "Không rõ là ai trong những người trùng tên",
        en = "One of several people of one name"
    )]
    AmbiguousPerson,
    /// Nearly all times of the log are 00:00:00.
    #[term("midnight_times", vi = "Nhật ký chỉ ghi ngày", en = "The log records days only")]
    MidnightTimes,
}

/// Kinds that are found together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Dues missed, missing or doubtful.
    Time,
    /// Who leads and who holds.
    Person,
    /// How a case ran, against its workflow.
    Process,
    /// Whether the trail can be believed.
    Trail,
    /// Of officers and the log as a whole, once all cases are read.
    Log,
}

impl FindingKind {
    /// With which others it is found, which clarity it hurts, and the evidence that it needs.
    const fn row(self) -> (Family, Dimension, Grade) {
        match self {
            Self::LateTakeUp
            | Self::Late
            | Self::OverdueOpen
            | Self::LateCommitted
            | Self::LateStatutory
            | Self::NoDue
            | Self::DueDiffers => (Family::Time, Dimension::Time, Grade::Header),
            Self::OverShare => (Family::Time, Dimension::Time, Grade::Completions),
            Self::Stuck => (Family::Time, Dimension::Process, Grade::Completions),
            Self::SecondSupplement => (Family::Time, Dimension::Process, Grade::Full),
            Self::NoLead => (Family::Person, Dimension::Person, Grade::Header),
            Self::Unassigned => (Family::Person, Dimension::Person, Grade::Full),
            Self::PingPong => (Family::Person, Dimension::Process, Grade::Completions),
            Self::TakenOver => (Family::Person, Dimension::Authority, Grade::Full),
            Self::VoidAct => (Family::Person, Dimension::Process, Grade::Completions),
            Self::SkippedStep | Self::UnexpectedStep | Self::OutOfOrder => {
                (Family::Process, Dimension::Process, Grade::Completions)
            }
            Self::FourEyes => (Family::Process, Dimension::Authority, Grade::Completions),
            Self::Backdated | Self::EndBeforeLastEvent | Self::EndsDiffer | Self::AtNight => {
                (Family::Trail, Dimension::Responsibility, Grade::Completions)
            }
            Self::OutOfHours => (Family::Log, Dimension::Responsibility, Grade::Completions),
            Self::NotAPerson | Self::AmbiguousPerson => (Family::Log, Dimension::Person, Grade::Completions),
            Self::MidnightTimes => (Family::Log, Dimension::Time, Grade::Completions),
        }
    }

    /// With which others it is found.
    pub(super) const fn family(self) -> Family {
        self.row().0
    }

    /// All of them.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::ALL.iter().map(|(_, kind)| *kind)
    }

    /// Which clarity it hurts.
    pub const fn dimension(self) -> Dimension {
        self.row().1
    }

    /// The evidence that it needs.
    pub const fn grade(self) -> Grade {
        self.row().2
    }
}

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
    /// The steps at which the officer used more working time than budgeted.
    pub steps: Vec<StepId>,
    /// The exact part of the lateness, above 0 and at most 1, such as `"3/8"`. It decides whether somebody is charged.
    pub share: Rational,
    /// That part in whole working seconds; 0 if no working time lies between the due and the end.
    pub charged_working_seconds: Seconds,
}

/// What is counted of items (*loại dữ kiện*), in the order in which facts are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum FactKind {
    /// Items, those that were stopped left out.
    #[term("assigned", vi = "Số việc được giao", en = "Items assigned")]
    Assigned,
    /// Items with lateness that is charged; `working_seconds` is how much.
    #[term("charged", vi = "Số việc bị quy trách nhiệm trễ hạn", en = "Items charged with lateness")]
    Charged,
    /// Items that are done.
    #[term("completed", vi = "Số việc đã hoàn thành", en = "Items completed")]
    Completed,
    /// Times that a step was held; `working_seconds` is for how long.
    #[term("held", vi = "Thời gian giữ việc", en = "Holding time")]
    Held,
    /// Items done, or still open, after their due.
    #[term("late", vi = "Số việc quá hạn", en = "Items late")]
    Late,
    /// Items that were taken away or stopped.
    #[term("moved_or_stopped", vi = "Số việc đã chuyển đi hoặc dừng", en = "Items moved or stopped")]
    MovedOrStopped,
    /// Items without a due, or of which nobody can say who was late.
    #[term("not_assessed", vi = "Số việc chưa đánh giá được", en = "Items not assessed")]
    NotAssessed,
    /// Items done in time.
    #[term("on_time", vi = "Số việc đúng hạn", en = "Items in time")]
    OnTime,
    /// Items that are neither done nor due.
    #[term("running", vi = "Số việc còn trong hạn", en = "Items not yet due")]
    Running,
    /// Items done on the day of the due, of which the log has only the day.
    #[term(
        "undetermined",
        vi = "Số việc không rõ đúng hạn hay không",
        en = "Items in time or late, which is not known"
    )]
    Undetermined,
}

/// What was counted for one officer or unit at one step (*dữ kiện*); integers that add up over shards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Fact {
    /// What was counted, such as `completed`, `on_time`, `held`.
    pub kind: FactKind,
    /// The officer, where one is known.
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
    pub kind: FindingKind,
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
    /// Working seconds after the due, for findings of lateness.
    #[shape(default = Seconds(0))]
    pub late_working_seconds: Seconds,
    /// Whether a due was missed with no working time between it and the end (*xong ngoài giờ, sau hạn*).
    #[shape(default = false)]
    pub after_hours: bool,
    /// Working seconds in which nothing happened, or in which nobody held the case.
    #[shape(default = Seconds(0))]
    pub idle_working_seconds: Seconds,
    /// Seconds by which two times differ that should be alike: two dues, or an act and its entry.
    #[shape(default = Seconds(0))]
    pub apart_seconds: Seconds,
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
        kind: FindingKind,
        subject: Subject,
        step: Option<StepId>,
        occurrence: u32,
        text: Text,
    ) -> Result<Self, Error> {
        let key = (kind, &subject, &step, occurrence);
        let id = Hash::of_value(&key)?.to_string();
        Ok(Self {
            id: FindingId::from(id.get(..16).unwrap_or(&id)),
            kind,
            dimension: kind.dimension(),
            rule: None,
            subject,
            step,
            officer: None,
            unit: None,
            since: None,
            until: None,
            count: 1,
            late_working_seconds: Seconds(0),
            after_hours: false,
            idle_working_seconds: Seconds(0),
            apart_seconds: Seconds(0),
            grade: kind.grade(),
            events: Vec::new(),
            charge: Vec::new(),
            unattributed_working_seconds: Seconds(0),
            text,
            source: None,
        })
    }
}
