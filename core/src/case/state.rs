//! A case as it crosses walls: all that the next event is judged by.

use crate::base::ids::{CaseId, EventId, OfficeId, OfficerId, ProcedureId, StepId, UnitId, WorkflowId};
use crate::base::shape::{Shape, Term};
use crate::base::time::{Date, Stamp};
use crate::base::value::{Map, Node, Value};
use crate::deadline::{ClockAct, Due, LimitOf};
use crate::people::Secrecy;
use crate::workflow::Token;
use serde::Serialize;

/// Where a case stands (*trạng thái*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum CaseState {
    /// It came in and is not yet complete (*mới tiếp nhận*).
    #[term("received")]
    Received,
    /// It was accepted and is worked on (*đang xử lý*).
    #[term("processing")]
    Processing,
    /// Its clock stands (*tạm dừng*).
    #[term("suspended")]
    Suspended,
    /// The result is with the desk (*đã có kết quả*).
    #[term("finished")]
    Finished,
    /// The result is with the citizen (*đã trả*).
    #[term("delivered")]
    Delivered,
    /// It ended without a result (*dừng giải quyết*).
    #[term("stopped")]
    Stopped,
}

/// How an officer has to do with a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Involvement {
    /// Answers for it; exactly one at any time (*chủ trì*).
    #[term("lead")]
    Lead,
    /// Works on it too (*phối hợp*).
    #[term("cooperating")]
    Cooperating,
    /// Is told of it (*nhận để biết*).
    #[term("informed")]
    Informed,
}

/// Which rules a case goes by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct CaseVersions {
    /// The procedure, or the kind of document.
    pub procedure: Option<ProcedureId>,
    /// The workflow.
    pub workflow: Option<WorkflowId>,
    /// The day whose versions hold: that of acceptance, until then that of receipt.
    pub anchored_on: Option<Date>,
}

/// The clock of a case (*đồng hồ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct CaseClock {
    /// What was done to it.
    pub acts: Vec<ClockAct>,
    /// A due that a leader set, where no procedure does (*hạn theo bút phê*).
    pub given: Option<Stamp>,
    /// When the case is due; none before acceptance, or without a limit.
    pub due: Option<Due>,
    /// Until when it is said whether the matter is taken up; it stays as it stood when that was said.
    pub take_up: Option<Due>,
}

/// A step that may be done now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct OpenStep {
    /// The step.
    pub step: StepId,
    /// The unit where it is done.
    pub unit: Option<UnitId>,
    /// Since when it is open.
    pub since: Stamp,
    /// When work on it began.
    pub started: Option<Stamp>,
    /// When its own budget is used up.
    pub budget_ends: Option<Stamp>,
}

/// Who has to do with an open step (*người giữ*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Holder {
    /// The officer.
    pub officer: OfficerId,
    /// The step.
    pub step: StepId,
    /// As what.
    pub involvement: Involvement,
    /// Since when.
    pub since: Stamp,
}

/// A step that was done, and by whom: four eyes look at this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct DoneStep {
    /// The step.
    pub step: StepId,
    /// Who did it; none for a program or the citizen.
    pub officer: Option<OfficerId>,
    /// In whose right, when a substitute did it.
    pub principal: Option<OfficerId>,
    /// When.
    pub at: Stamp,
    /// Its outcome.
    pub outcome: Option<String>,
    /// Where it led.
    pub led_to: Vec<StepId>,
    /// Whether it was taken back later.
    #[shape(default = false)]
    pub undone: bool,
}

/// An event that is part of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct SeenEvent {
    /// Its identifier.
    pub event_id: EventId,
    /// Hash of its content, by which a repetition is told from a conflict.
    pub digest: String,
}

/// A case (*vụ việc*).
#[derive(Clone, Debug, PartialEq, Serialize, Shape)]
pub struct Case {
    /// Its identifier.
    pub case_id: CaseId,
    /// The office, where several share a store.
    pub office: Option<OfficeId>,
    /// Hash of the rulebook that judged the last event.
    pub office_hash: Option<String>,
    /// Which rules it goes by.
    pub versions: CaseVersions,
    /// How many events it holds; the next one carries one more.
    pub seq: u32,
    /// Where it stands.
    pub state: CaseState,
    /// The unit that it is with.
    pub unit: Option<UnitId>,
    /// Desk, online, post.
    pub channel: Option<String>,
    /// How secret it is.
    #[shape(default)]
    pub secrecy: Secrecy,
    /// When it came in.
    pub received: Option<Stamp>,
    /// When it was accepted as complete.
    pub accepted: Option<Stamp>,
    /// When the result was handed over.
    pub finished: Option<Stamp>,
    /// When the result was given to the citizen.
    pub delivered: Option<Stamp>,
    /// When it ended without a result.
    pub stopped: Option<Stamp>,
    /// When the last event happened.
    pub last_at: Stamp,
    /// Its clock.
    pub clock: CaseClock,
    /// How often a supplement was asked for.
    #[shape(default = 0)]
    pub supplements: u32,
    /// Who has to do with its open steps.
    pub holders: Vec<Holder>,
    /// The steps that may be done now.
    pub open_steps: Vec<OpenStep>,
    /// Where its tokens lie.
    pub tokens: Vec<Token>,
    /// The steps that were done.
    pub done: Vec<DoneStep>,
    /// What its events brought, by which the workflow routes.
    #[shape(default = Node::from(Value::Map(Map::default())))]
    pub data: Node,
    /// The events that it holds.
    pub events: Vec<SeenEvent>,
}

impl Case {
    /// An open step.
    pub fn open(&self, step: &StepId) -> Option<&OpenStep> {
        self.open_steps.iter().find(|open| open.step == *step)
    }

    /// Who answers for an open step.
    pub fn lead(&self, step: &StepId) -> Option<&OfficerId> {
        let lead = |holder: &&Holder| holder.step == *step && holder.involvement == Involvement::Lead;
        self.holders.iter().find(lead).map(|holder| &holder.officer)
    }

    /// Whether the case has ended, with a result or without.
    pub fn is_closed(&self) -> bool {
        matches!(self.state, CaseState::Finished | CaseState::Delivered | CaseState::Stopped)
    }

    /// Whether it has still to be said whether the matter is taken up: it came in, was neither accepted nor refused.
    pub fn awaits_take_up(&self) -> bool {
        self.accepted.or(self.finished).or(self.stopped).is_none()
    }

    /// What falls due next: the answer whether the matter is taken up, where a law sets a limit to that, then the
    /// result.
    pub fn next_due(&self) -> Option<(LimitOf, &Due)> {
        let take_up = self.clock.take_up.as_ref().filter(|_| self.awaits_take_up());
        let result = self.clock.due.as_ref().map(|due| (LimitOf::Result, due));
        take_up.map(|due| (LimitOf::TakeUp, due)).or(result)
    }

    /// A text among its data.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.data.get(field).and_then(|node| node.value.as_text())
    }
}
