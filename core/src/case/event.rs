//! Events and case headers, as portals, logs and journals exchange them.

use crate::base::ids::{CaseId, EventId, OfficeId, OfficerId, ProcedureId, StepId, UnitId};
use crate::base::shape::{Shape, Term};
use crate::base::time::Stamp;
use crate::base::value::Node;
use crate::deadline::When;
use serde::Serialize;

/// What an act does to a case. The set is closed; a rulebook may declare further acts and give each one of these
/// effects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Effect {
    /// The dossier or document comes in, not yet complete (*tiếp nhận*).
    #[term("receive", vi = "tiếp nhận", en = "received")]
    Receive,
    /// It is complete and valid; limits in days count from here (*thụ lý, cấp giấy tiếp nhận*).
    #[term("accept", vi = "thụ lý", en = "accepted")]
    Accept,
    /// A step is given to an officer (*phân công*).
    #[term("assign", vi = "phân công", en = "assigned")]
    Assign,
    /// An officer takes a step of the unit's queue (*nhận việc*).
    #[term("claim", vi = "nhận việc", en = "claimed")]
    Claim,
    /// Work on a step begins (*bắt đầu*).
    #[term("start", vi = "bắt đầu", en = "started")]
    Start,
    /// The clock is suspended: a supplement, a fee or an opinion is awaited (*tạm dừng*).
    #[term("suspend", vi = "tạm dừng", en = "suspended")]
    Suspend,
    /// The clock resumes (*tiếp tục*).
    #[term("resume", vi = "tiếp tục", en = "resumed")]
    Resume,
    /// The full limit starts again (*tính lại thời hạn*).
    #[term("restart", vi = "tính lại thời hạn", en = "restarted")]
    Restart,
    /// The due moves (*gia hạn, hẹn lại*).
    #[term("extend", vi = "gia hạn", en = "extended")]
    Extend,
    /// A step is done (*hoàn thành bước*).
    #[term("complete", vi = "hoàn thành", en = "completed")]
    Complete,
    /// A step passes to another officer or unit (*chuyển*).
    #[term("forward", vi = "chuyển", en = "forwarded")]
    Forward,
    /// A step goes back with a reason (*trả lại*).
    #[term("return", vi = "trả lại", en = "returned")]
    Return,
    /// A paper is signed (*ký*).
    #[term("sign", vi = "ký", en = "signed")]
    Sign,
    /// A document gets its number and goes out (*phát hành*).
    #[term("issue", vi = "phát hành", en = "issued")]
    Issue,
    /// The desk has the result: finished (*chuyển kết quả cho một cửa*, national status 9).
    #[term("hand_over", vi = "chuyển kết quả", en = "handed over")]
    HandOver,
    /// The citizen has the result (*trả kết quả*, national status 10).
    #[term("deliver", vi = "trả kết quả", en = "delivered")]
    Deliver,
    /// The case ends without a result and is never late (*dừng giải quyết, rút hồ sơ*).
    #[term("stop", vi = "dừng", en = "stopped")]
    Stop,
    /// A written apology with a new date (*xin lỗi và hẹn lại*).
    #[term("apologise", vi = "xin lỗi, hẹn lại", en = "apologised")]
    Apologise,
    /// The citizen rates the service (*đánh giá*).
    #[term("rate", vi = "đánh giá", en = "rated")]
    Rate,
    /// An inspection (*kiểm tra*).
    #[term("inspect", vi = "kiểm tra", en = "inspected")]
    Inspect,
    /// An officer disputes a finding (*khiếu nại phát hiện*).
    #[term("dispute", vi = "khiếu nại", en = "disputed")]
    Dispute,
    /// Somebody decides a dispute (*quyết định*).
    #[term("decide", vi = "quyết định", en = "decided")]
    Decide,
    /// A step that was sent on is called back (*thu hồi*).
    #[term("recall", vi = "thu hồi", en = "recalled")]
    Recall,
    /// A finished case is opened again (*mở lại*).
    #[term("reopen", vi = "mở lại", en = "reopened")]
    Reopen,
    /// A remark, without effect (*ghi chú*).
    #[term("note", vi = "ghi chú", en = "noted")]
    Note,
}

/// The kind of actor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum ActorKind {
    /// A person.
    #[term("person", vi = "một người", en = "a person")]
    Person,
    /// A program.
    #[term("system", vi = "hệ thống", en = "system")]
    System,
    /// The citizen or enterprise.
    #[term("citizen", vi = "công dân", en = "citizen")]
    Citizen,
    /// A group or a shared account: no particular person.
    #[term("group", vi = "tài khoản chung", en = "shared account")]
    Group,
    /// The log does not say.
    #[default]
    #[term("unknown", vi = "không rõ ai", en = "unknown")]
    Unknown,
}

/// Who or what acted (*người thực hiện*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Actor {
    /// The kind of actor; only a person earns or loses points.
    #[shape(default = ActorKind::Person)]
    pub kind: ActorKind,
    /// Identifier of the officer (*mã cán bộ*), program or group; `None` if unknown.
    pub id: Option<OfficerId>,
}

/// One event of a case (*sự kiện*). In XES, `step` is `concept:name` and `act` is `lifecycle:transition`.
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
pub struct Event {
    /// Identifier of the event; if absent, a hash of case, instant, act, step, actor and occurrence is used.
    pub event_id: Option<EventId>,
    /// The office, if several share a log.
    pub office: Option<crate::base::ids::OfficeId>,
    /// The case that the event belongs to (*mã hồ sơ*).
    pub case_id: CaseId,
    /// Number of the event within its case, from 1.
    pub seq: Option<u32>,
    /// When it happened (*thời điểm*).
    pub at: Stamp,
    /// Whether only the day is known; `at` is then the midnight at which the day begins.
    #[shape(default = false)]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub day_only: bool,
    /// When it was entered (*thời điểm ghi nhận*); much later than `at` means backdating.
    pub recorded_at: Option<Stamp>,
    /// What was done (*hành vi*): the name of an effect, or of an act that the rulebook declares.
    pub act: String,
    /// The step concerned (*bước*).
    pub step: Option<StepId>,
    /// Who acted (*người thực hiện*).
    pub actor: Option<Actor>,
    /// The officer on whose behalf a substitute acted (*người ủy quyền*).
    pub on_behalf_of: Option<OfficerId>,
    /// The officer who gets the step (*người được phân công*).
    pub assignee: Option<OfficerId>,
    /// The unit where it happened, or that gets the step (*đơn vị*).
    pub unit: Option<UnitId>,
    /// Reasons, and the data on which the workflow decides its route.
    pub data: Option<Node>,
}

/// The header of a case, as registers and exports keep it. A date without a time means the whole day, not its midnight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct CaseRow {
    /// Identifier of the case (*mã hồ sơ*).
    pub case_id: CaseId,
    /// The office, if several share a log.
    pub office: Option<OfficeId>,
    /// The procedure (*thủ tục*), or the kind of document.
    pub procedure: Option<ProcedureId>,
    /// The unit that handles the case (*đơn vị giải quyết*).
    pub unit: Option<UnitId>,
    /// When the citizen sent it (*ngày nộp*).
    pub submitted: Option<When>,
    /// When it arrived (*ngày tiếp nhận*).
    pub received: Option<When>,
    /// When it was accepted as complete (*ngày thụ lý*).
    pub accepted: Option<When>,
    /// The due that the exporting system shows now (*hạn trên hệ thống*).
    pub due_recorded: Option<When>,
    /// The due that was given to the citizen first (*hạn hẹn trả ban đầu*).
    pub due_original: Option<When>,
    /// When the result was handed over to the desk (*ngày có kết quả*).
    pub finished: Option<When>,
    /// When the citizen got the result (*ngày trả*).
    pub returned: Option<When>,
    /// When it was stopped without a result (*ngày dừng giải quyết*).
    pub stopped: Option<When>,
    /// The status (*trạng thái*), as the exporting system words it.
    pub status: Option<String>,
    /// The officer who answers for the case (*người chịu trách nhiệm*).
    pub responsible: Option<OfficerId>,
    /// How it was filed, such as desk, online or post (*hình thức nộp*).
    pub channel: Option<String>,
}

impl Event {
    /// An event with only its case, instant and act; set other fields by struct update.
    ///
    /// ```
    /// use namro::{Event, Stamp};
    ///
    /// let at = Stamp::parse("2026-01-08T09:00:00+07:00").unwrap();
    /// let event = Event { step: Some("tiep-nhan".into()), ..Event::new("hs-1", at, "complete") };
    /// assert_eq!(event.act, "complete");
    /// ```
    pub fn new(case_id: impl Into<CaseId>, at: Stamp, act: impl Into<String>) -> Self {
        Self {
            event_id: None,
            office: None,
            case_id: case_id.into(),
            seq: None,
            at,
            day_only: false,
            recorded_at: None,
            act: act.into(),
            step: None,
            actor: None,
            on_behalf_of: None,
            assignee: None,
            unit: None,
            data: None,
        }
    }
}

impl Actor {
    /// An actor who is a person.
    pub fn person(id: impl Into<OfficerId>) -> Self {
        Self { kind: ActorKind::Person, id: Some(id.into()) }
    }
}

impl CaseRow {
    /// A header with only the identifier of the case; set other fields by struct update.
    pub fn new(case_id: impl Into<CaseId>) -> Self {
        Self {
            case_id: case_id.into(),
            office: None,
            procedure: None,
            unit: None,
            submitted: None,
            received: None,
            accepted: None,
            due_recorded: None,
            due_original: None,
            finished: None,
            returned: None,
            stopped: None,
            status: None,
            responsible: None,
            channel: None,
        }
    }
}
