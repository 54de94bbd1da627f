//! Events and case rows, as they cross every wall: portals, logs, journals.

use crate::base::ids::{CaseId, EventId, OfficeId, OfficerId, ProcedureId, StepId, UnitId};
use crate::base::shape::{Shape, Term};
use crate::base::time::Stamp;
use crate::base::value::Node;
use crate::deadline::When;
use serde::Serialize;

/// What an act does to a case. The set is closed; a rulebook may name further acts and give each an effect.
///
/// The order is the rank by which acts of one instant follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Effect {
    /// The dossier or document comes in (*tiếp nhận*, not yet complete).
    #[term("receive", vi = "tiếp nhận", en = "received")]
    Receive,
    /// It is complete and valid; day limits count from here (*thụ lý, cấp giấy tiếp nhận*).
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
    /// The clock stands: a supplement, a fee, an opinion is awaited (*tạm dừng*).
    #[term("suspend", vi = "tạm dừng", en = "suspended")]
    Suspend,
    /// The clock goes on (*tiếp tục*).
    #[term("resume", vi = "tiếp tục", en = "resumed")]
    Resume,
    /// The full limit begins anew (*tính lại thời hạn*).
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
    /// The result is with the desk: finished (*chuyển kết quả cho một cửa*, national status 9).
    #[term("hand_over", vi = "chuyển kết quả", en = "handed over")]
    HandOver,
    /// The result is with the citizen (*trả kết quả*, national status 10).
    #[term("deliver", vi = "trả kết quả", en = "delivered")]
    Deliver,
    /// The case ends without a result (*dừng giải quyết, rút hồ sơ*); never late.
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
    /// What was sent is called back (*thu hồi*).
    #[term("recall", vi = "thu hồi", en = "recalled")]
    Recall,
    /// A finished case is opened again (*mở lại*).
    #[term("reopen", vi = "mở lại", en = "reopened")]
    Reopen,
    /// A remark, without effect (*ghi chú*).
    #[term("note", vi = "ghi chú", en = "noted")]
    Note,
}

/// What acted.
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
    /// A group or a shared account: nobody in particular.
    #[term("group", vi = "tài khoản chung", en = "shared account")]
    Group,
    /// The log does not say.
    #[default]
    #[term("unknown", vi = "không rõ ai", en = "unknown")]
    Unknown,
}

/// Who or what acted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Actor {
    /// What it is; only a person earns or loses points.
    #[shape(default = ActorKind::Person)]
    pub kind: ActorKind,
    /// Its identifier.
    pub id: Option<OfficerId>,
}

/// One event of a case (*sự kiện*). In XES, `step` is `concept:name` and `act` is `lifecycle:transition`.
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
pub struct Event {
    /// Its identifier; without one, a hash of case, instant, act, step, actor and occurrence serves.
    pub event_id: Option<EventId>,
    /// The office, where several share a log.
    pub office: Option<crate::base::ids::OfficeId>,
    /// The case.
    pub case_id: CaseId,
    /// Number within the case, from 1.
    pub seq: Option<u32>,
    /// When it happened.
    pub at: Stamp,
    /// When it was entered; much later than `at` is backdating.
    pub recorded_at: Option<Stamp>,
    /// What was done: an effect, or a name that the rulebook declares with its effect.
    pub act: String,
    /// The step concerned.
    pub step: Option<StepId>,
    /// Who acted.
    pub actor: Option<Actor>,
    /// For whom, when a substitute acted.
    pub on_behalf_of: Option<OfficerId>,
    /// To whom the step goes.
    pub assignee: Option<OfficerId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// What the workflow routes by, and reasons.
    pub data: Option<Node>,
}

/// The header of a case, as registers and exports keep it. A day alone is an interval and not its midnight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct CaseRow {
    /// The case.
    pub case_id: CaseId,
    /// The office, where several share a log.
    pub office: Option<OfficeId>,
    /// The procedure, or the kind of document.
    pub procedure: Option<ProcedureId>,
    /// The unit that solves it.
    pub unit: Option<UnitId>,
    /// Sent by the citizen.
    pub submitted: Option<When>,
    /// Arrived.
    pub received: Option<When>,
    /// Accepted as complete.
    pub accepted: Option<When>,
    /// The due that the exporting system shows now.
    pub due_recorded: Option<When>,
    /// The due that was promised first.
    pub due_original: Option<When>,
    /// The result was handed over.
    pub finished: Option<When>,
    /// The result was given to the citizen.
    pub returned: Option<When>,
    /// Stopped without a result.
    pub stopped: Option<When>,
    /// Status, in the words of the exporting system.
    pub status: Option<String>,
    /// Who answers for it.
    pub responsible: Option<OfficerId>,
    /// Desk, online, post.
    pub channel: Option<String>,
}

impl Event {
    /// An event with nothing but its case, instant and act; name the rest by struct update.
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
    /// A person.
    pub fn person(id: impl Into<OfficerId>) -> Self {
        Self { kind: ActorKind::Person, id: Some(id.into()) }
    }
}

impl CaseRow {
    /// A header that says nothing but which case it is; name the rest by struct update.
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
