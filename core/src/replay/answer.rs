//! The answer of a replay.

use super::case_history::{Origin, State};
use super::counts::CountId;
use super::on_time::{Share, Standing};
use crate::base::exact::Rational;
use crate::base::ids::{CaseId, EventId, FindingId, OfficerId, ProcedureId, StepId, UnitId};
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::base::time::{Seconds, Stamp};
use crate::case::ActorKind;
use crate::deadline::Colour;
use crate::replay::finding::{Fact, Finding, Grade};
use serde::Serialize;

/// A part of a replay that a caller may leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Part {
    /// Every case with its state.
    #[term("cases")]
    Cases,
    /// Which officer had which step.
    #[term("items")]
    Items,
    /// What was counted.
    #[term("facts")]
    Facts,
    /// What was not clear.
    #[term("findings")]
    Findings,
}

/// What a log shows, as of an instant (*kết quả phát lại*): states, counts, rates, facts and findings.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Replay {
    /// The instant up to which the log was read (*thời điểm chốt*).
    pub as_of: Stamp,
    /// How much the log records (*mức dữ liệu*).
    pub grade: Grade,
    /// Simple counts, each with its definition.
    pub counts: Vec<Count>,
    /// On-time rates (*tỷ lệ đúng hạn*), each by its own definition.
    pub shares: Vec<Share>,
    /// Every case that had begun, in the order of the log.
    pub cases: Vec<ReplayedCase>,
    /// Which officer had which step of which case: the smallest units that a policy counts.
    pub items: Vec<Item>,
    /// What was counted (*dữ kiện*), ordered by kind, period, unit, officer and step.
    pub facts: Vec<Fact>,
    /// What was not clear (*phát hiện*), in the order of the cases; findings about officers and the log as a whole come
    /// last.
    pub findings: Vec<Finding>,
    /// What could not be assessed, and why.
    pub not_assessed: Vec<NotAssessed>,
    /// Parts that were not asked for; they are empty for this reason alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[shape(default)]
    pub left_out: Vec<Part>,
    /// Version of the rules of replay; grows whenever an outcome changes.
    pub semantics: u32,
}

/// A simple count, with its definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Count {
    /// Name of the count, such as `handovers`.
    pub id: CountId,
    /// How it is counted, in words.
    pub text: Text,
    /// The number counted.
    pub count: i64,
}

/// What may be left unassessed beside the kinds of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Term)]
pub(crate) enum Unassessed {
    /// Who is charged with lateness.
    #[term("charge", vi = "Quy trách nhiệm trễ hạn cho từng người", en = "Whom lateness falls to")]
    Charge,
    /// Whether a case is finished.
    #[term("finished", vi = "Vụ việc đã kết thúc hay chưa", en = "Whether cases are finished")]
    Finished,
    /// Whether the steps were as the workflow has them.
    #[term("conformance", vi = "Có theo đúng quy trình hay không", en = "Whether the workflow was followed")]
    Conformance,
}

/// Something that the log or the rulebook does not allow to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct NotAssessed {
    /// The kind of finding; `charge`, `finished` or `conformance` for what is found of all.
    pub of: String,
    /// How much a log must record for it.
    pub needs: Grade,
    /// Why it could not be assessed, in words.
    pub text: Text,
}

/// One case at the instant of the replay (*tình trạng vụ việc*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct ReplayedCase {
    /// Identifier of the case (*mã hồ sơ*).
    pub case_id: CaseId,
    /// The procedure (*thủ tục*), or the kind of document.
    pub procedure: Option<ProcedureId>,
    /// The unit that handles the case (*đơn vị giải quyết*).
    pub unit: Option<UnitId>,
    /// The officer who answers for the case by its header (*người chịu trách nhiệm*).
    pub responsible: Option<OfficerId>,
    /// The state of the case (*trạng thái*).
    pub state: State,
    /// How much its events record (*mức dữ liệu*).
    pub grade: Grade,
    /// The earliest instant at which the log mentions it.
    pub begun: Option<Stamp>,
    /// When it was accepted as complete (*thụ lý*).
    pub accepted: Option<Stamp>,
    /// Whether `accepted` is from the header or from an act.
    pub accepted_by: Option<Origin>,
    /// When it was finished (*kết thúc*).
    pub finished: Option<Stamp>,
    /// Whether `finished` is from the header or from an act.
    pub finished_by: Option<Origin>,
    /// When it was stopped without a result (*dừng giải quyết*).
    pub stopped: Option<Stamp>,
    /// The due recomputed from the rules (*hạn tính lại*).
    pub due: Option<Stamp>,
    /// The due that the register shows (*hạn trên sổ*).
    pub due_recorded: Option<Stamp>,
    /// The due that the register showed first (*hạn hẹn ban đầu*).
    pub due_original: Option<Stamp>,
    /// Whether it is on time by the due that counts: the recomputed one, otherwise the recorded one. While the decision
    /// on acceptance (*thụ lý*) is pending, its due counts.
    pub standing: Standing,
    /// Working seconds after that due; 0 if not late.
    pub late_working_seconds: Seconds,
    /// Whether acceptance was decided in time; `None` if no law limits that, or if the log does not say when the case
    /// came in.
    pub take_up: Option<TakenUp>,
    /// The colour on boards: grey if suspended or stopped, red if late; `None` without a due.
    pub colour: Option<Colour>,
    /// Who held which step, in order of time.
    pub holds: Vec<HoldSpan>,
    /// Number of its events.
    pub events: i64,
}

/// Whether acceptance or refusal was decided in time (*thời hạn thụ lý*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct TakenUp {
    /// When the case came in; the limit counts from here.
    pub received: Stamp,
    /// Until when it had to be decided.
    pub due: Stamp,
    /// When it was decided: by acceptance, or by ending the case without it; `None` if not yet.
    pub answered: Option<Stamp>,
    /// Whether the decision was on time.
    pub standing: Standing,
    /// Working seconds after `due`; 0 if not late.
    pub late_working_seconds: Seconds,
}

/// One officer's hold on a step (*người giữ bước*), from when until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct HoldSpan {
    /// The step (*bước*).
    pub step: Option<StepId>,
    /// The officer (*cán bộ, công chức*).
    pub officer: Option<OfficerId>,
    /// The kind of actor that held it.
    pub kind: ActorKind,
    /// Since when it was held.
    pub since: Stamp,
    /// Until when it was held; `None` if it still is.
    pub until: Option<Stamp>,
    /// Working seconds held, without suspensions of the clock.
    pub working_seconds: Seconds,
    /// Whether only the end is logged; the start is then that of the event before it.
    pub presumed: bool,
}

/// One step of one case held by one officer; without a step, a whole case and the officer who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Item {
    /// Identifier of the case (*mã hồ sơ*).
    pub case_id: CaseId,
    /// The step (*bước*); `None` for the case as a whole.
    pub step: Option<StepId>,
    /// The officer; `None` if unknown.
    pub officer: Option<OfficerId>,
    /// The unit (*đơn vị*).
    pub unit: Option<UnitId>,
    /// The month that it counts for, `yyyy-MM`: that of the due, otherwise that of the end, otherwise that of the
    /// replay.
    pub period: String,
    /// Whether the work is done.
    pub completed: bool,
    /// Whether it is on time by the due that counts.
    pub standing: Standing,
    /// Whether it is on time by the due in the register.
    pub standing_recorded: Standing,
    /// Whether it is on time by the due promised first.
    pub standing_original: Standing,
    /// How often the step came to this officer.
    pub visits: i64,
    /// Working seconds for which the officer held it.
    pub held_working_seconds: Seconds,
    /// The exact part of the lateness that the officer is charged with, from 0 to 1.
    #[shape(default = Rational::ZERO)]
    pub charged_share: Rational,
    /// Working seconds of lateness that the officer is charged with.
    pub charged_working_seconds: Seconds,
    /// The findings that concern it.
    pub findings: Vec<FindingId>,
    /// The events by which the officer did it.
    pub events: Vec<EventId>,
}
