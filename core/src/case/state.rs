//! A case as hosts store and exchange it: all data on which the next event is judged.

use super::course::HeldBy;
use crate::base::error::{Code, Faults};
use crate::base::ids::{CaseId, EventId, OfficeId, OfficerId, ProcedureId, StepId, UnitId, WorkflowId};
use crate::base::shape::{Cursor, Shape, Term, deserialize_shapes};
use crate::base::time::{Date, Seconds, Stamp};
use crate::base::value::{Map, Node, Value};
use crate::deadline::{ClockAct, Due, LimitOf};
use crate::people::Secrecy;
use crate::workflow::Token;
use serde::Serialize;

/// The state of a case (*trạng thái*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum CaseState {
    /// It came in and is not yet complete (*mới tiếp nhận*).
    #[term("received")]
    Received,
    /// It was accepted and is worked on (*đang xử lý*).
    #[term("processing")]
    Processing,
    /// Its clock is suspended (*tạm dừng*).
    #[term("suspended")]
    Suspended,
    /// The desk has the result (*đã có kết quả*).
    #[term("finished")]
    Finished,
    /// The citizen has the result (*đã trả*).
    #[term("delivered")]
    Delivered,
    /// It ended without a result (*dừng giải quyết*).
    #[term("stopped")]
    Stopped,
}

/// How an officer is involved in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Involvement {
    /// Leads it and answers for it; exactly one officer at any time (*chủ trì*).
    #[term("lead")]
    Lead,
    /// Works on it as well (*phối hợp*).
    #[term("cooperating")]
    Cooperating,
    /// Is kept informed (*nhận để biết*).
    #[term("informed")]
    Informed,
}

/// Which versions of the rules apply to a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct CaseVersions {
    /// The procedure (*thủ tục*), or the kind of document.
    pub procedure: Option<ProcedureId>,
    /// The workflow (*quy trình*).
    pub workflow: Option<WorkflowId>,
    /// The day whose versions apply: that of acceptance, or before acceptance that of receipt.
    pub anchored_on: Option<Date>,
}

/// The clock of a case (*đồng hồ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct CaseClock {
    /// Suspensions, resumptions, extensions and restarts, in order.
    pub acts: Vec<ClockAct>,
    /// A due set by a leader if the procedure has none (*hạn theo bút phê*).
    pub given: Option<Stamp>,
    /// When the case is due (*hạn trả kết quả*); `None` before acceptance, or without a limit.
    pub due: Option<Due>,
    /// Until when the office must decide whether it accepts the case (*thụ lý*); kept as it was once decided.
    pub take_up: Option<Due>,
    /// The agencies that have a share of the limit, and what they used of it; empty before acceptance and without shares.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<AgencyShare>,
}

/// The share of the limit that one agency has (*phần thời hạn của cơ quan*), in the working time of that agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct AgencyShare {
    /// The agency (*cơ quan, đơn vị*).
    pub unit: UnitId,
    /// Its share of the limit.
    pub share_working_seconds: Seconds,
    /// What it used until the last event, without suspensions and steps that wait for somebody outside; more than its
    /// share is lateness of that agency.
    pub used_working_seconds: Seconds,
    /// When its share is used up, with the same yellow threshold as the limit; `None` while no step is open at it before
    /// that.
    pub due: Option<Due>,
    /// When steps were open at it that are not open any more, since acceptance or the last restart.
    pub stays: Vec<Stay>,
}

/// A time during which a case was with an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Stay {
    /// When its first step there opened.
    pub start: Stamp,
    /// When its last step there ended.
    pub end: Stamp,
}

/// The format in which a case is stored: the number 1. A case without a number is read as that format; any other is
/// refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseFormat;

impl CaseFormat {
    const NUMBER: i64 = 1;
}

impl Shape for CaseFormat {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let found = at.integer(i64::MIN, i64::MAX, faults)?;
        if found != Self::NUMBER {
            faults.push(at.fault(Code::CaseFormat).with("found", found).with("known", Self::NUMBER));
            return None;
        }
        Some(Self)
    }

    fn missing() -> Option<Self> {
        Some(Self)
    }
}

deserialize_shapes!(CaseFormat);

impl Serialize for CaseFormat {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(Self::NUMBER)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for CaseFormat {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CaseFormat".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "integer"})
    }
}

/// A step that may be done now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct OpenStep {
    /// The step (*bước*).
    pub step: StepId,
    /// The unit where it is done (*đơn vị*).
    pub unit: Option<UnitId>,
    /// When it was opened.
    pub since: Stamp,
    /// When work on it began; `None` if it has not.
    pub started: Option<Stamp>,
    /// When its own time budget is used up (*định mức thời gian của bước*).
    pub budget_ends: Option<Stamp>,
}

/// An officer who is involved in an open step (*người giữ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Holder {
    /// The officer (*cán bộ, công chức*).
    pub officer: OfficerId,
    /// The open step (*bước*).
    pub step: StepId,
    /// How the officer is involved.
    pub involvement: Involvement,
    /// Since when the officer is involved.
    pub since: Stamp,
    /// How the officer got the step. One who is only named for it has no lock on it.
    #[shape(default)]
    pub by: HeldBy,
}

/// A step that was done and by whom; separation of duties (*bốn mắt*) is checked on these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct DoneStep {
    /// The step (*bước*).
    pub step: StepId,
    /// The officer who did it; `None` for a program or the citizen.
    pub officer: Option<OfficerId>,
    /// The officer on whose behalf a substitute did it (*người ủy quyền*).
    pub principal: Option<OfficerId>,
    /// When it was done.
    pub at: Stamp,
    /// Its outcome (*kết quả của bước*), such as `approve`.
    pub outcome: Option<String>,
    /// The steps that it opened.
    pub led_to: Vec<StepId>,
    /// Whether it was taken back later.
    #[shape(default = false)]
    pub undone: bool,
}

/// An event that is part of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct SeenEvent {
    /// Identifier of the event.
    pub event_id: EventId,
    /// Hash of its content, which distinguishes a repetition from a conflict.
    pub digest: String,
}

/// A case (*vụ việc*).
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
pub struct Case {
    /// The format in which it is stored.
    pub format: CaseFormat,
    /// Identifier of the case (*mã hồ sơ*).
    pub case_id: CaseId,
    /// The office, if several share a store.
    pub office: Option<OfficeId>,
    /// Hash of the rulebook that the last event was judged by.
    pub office_hash: Option<String>,
    /// Which versions of the rules apply to it.
    pub versions: CaseVersions,
    /// Number of events applied so far; the next event carries `seq + 1`.
    pub seq: u32,
    /// The state of the case (*trạng thái*).
    pub state: CaseState,
    /// The unit that has the case (*đơn vị đang giải quyết*).
    pub unit: Option<UnitId>,
    /// How it was filed, such as desk, online or post (*hình thức nộp*).
    pub channel: Option<String>,
    /// How secret it is (*độ mật*).
    #[shape(default)]
    pub secrecy: Secrecy,
    /// When it was received (*tiếp nhận*).
    pub received: Option<Stamp>,
    /// When it was accepted as complete (*thụ lý*).
    pub accepted: Option<Stamp>,
    /// When the result was handed over (*có kết quả*).
    pub finished: Option<Stamp>,
    /// When the citizen got the result (*trả kết quả*).
    pub delivered: Option<Stamp>,
    /// When it ended without a result (*dừng giải quyết*).
    pub stopped: Option<Stamp>,
    /// When the last event happened; the next must not be earlier.
    pub last_at: Stamp,
    /// Its clock (*đồng hồ*) and the dues that follow.
    pub clock: CaseClock,
    /// How often a supplement was requested (*yêu cầu bổ sung*).
    #[shape(default = 0)]
    pub supplements: u32,
    /// The officers involved in its open steps.
    pub holders: Vec<Holder>,
    /// The steps that may be done now (*bước đang mở*).
    pub open_steps: Vec<OpenStep>,
    /// Where the tokens of its workflow are.
    pub tokens: Vec<Token>,
    /// The steps that were done, in order.
    pub done: Vec<DoneStep>,
    /// Data that its events brought, on which the workflow decides its route.
    #[shape(default = Node::from(Value::Map(Map::default())))]
    pub data: Node,
    /// The events that have been applied.
    pub events: Vec<SeenEvent>,
}

impl Case {
    /// The open step of this name.
    pub fn open(&self, step: &StepId) -> Option<&OpenStep> {
        self.open_steps.iter().find(|open| open.step == *step)
    }

    /// The officer who leads an open step.
    pub fn lead(&self, step: &StepId) -> Option<&OfficerId> {
        let lead = |holder: &&Holder| holder.step == *step && holder.involvement == Involvement::Lead;
        self.holders.iter().find(lead).map(|holder| &holder.officer)
    }

    /// Whether the case has ended, with or without a result.
    pub fn is_closed(&self) -> bool {
        matches!(self.state, CaseState::Finished | CaseState::Delivered | CaseState::Stopped)
    }

    /// Whether the office still has to decide whether it accepts the case: it was received, and neither accepted nor
    /// refused.
    pub fn awaits_take_up(&self) -> bool {
        self.accepted.or(self.finished).or(self.stopped).is_none()
    }

    /// What falls due next: the decision whether the case is accepted, if a law sets a limit to it, then the result.
    pub fn next_due(&self) -> Option<(LimitOf, &Due)> {
        let take_up = self.clock.take_up.as_ref().filter(|_| self.awaits_take_up());
        let result = self.clock.due.as_ref().map(|due| (LimitOf::Result, due));
        take_up.map(|due| (LimitOf::TakeUp, due)).or(result)
    }

    /// The officer without whom nobody else may do an open step: who leads it, and not one who is only named for it.
    pub fn locked_by(&self, step: &StepId) -> Option<&OfficerId> {
        let locks = |holder: &&Holder| {
            holder.step == *step && holder.involvement == Involvement::Lead && holder.by != HeldBy::Naming
        };
        self.holders.iter().find(locks).map(|holder| &holder.officer)
    }

    /// An entry of its data, if it is a text.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.data.get(field).and_then(|node| node.value.as_text())
    }
}
