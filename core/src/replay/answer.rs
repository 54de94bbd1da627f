//! What replay answers.

use super::case_history::{Origin, State};
use super::counts::MeasureId;
use super::on_time::{Share, Standing};
use crate::base::ids::{CaseId, EventId, FindingId, OfficerId, ProcedureId, StepId, UnitId};
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::base::time::{Seconds, Stamp};
use crate::case::ActorKind;
use crate::deadline::Colour;
use crate::replay::finding::{Fact, Finding, Grade};
use serde::Serialize;

/// A part of a replay that need not be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Part {
    /// Every case as it stands.
    #[term("cases")]
    Cases,
    /// Who was to do what.
    #[term("items")]
    Items,
    /// What was counted.
    #[term("facts")]
    Facts,
    /// What was not clear.
    #[term("findings")]
    Findings,
}

/// What a log shows, as of an instant (*kết quả phát lại*): states, counts, shares, facts and findings.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Replay {
    /// As of when.
    pub as_of: Stamp,
    /// What the log records at best.
    pub grade: Grade,
    /// Plain counts, each with its definition.
    pub measures: Vec<Measure>,
    /// Shares in time, each by its own definition.
    pub shares: Vec<Share>,
    /// Every case that had begun, in the order of the log.
    pub cases: Vec<ReplayedCase>,
    /// Who was to do what, the smallest things that a policy counts.
    pub items: Vec<Item>,
    /// What was counted, ordered by kind, period, unit, officer and step.
    pub facts: Vec<Fact>,
    /// What was not clear, in the order of the cases; what concerns officers and the log as a whole last.
    pub findings: Vec<Finding>,
    /// What could not be assessed, and why.
    pub not_assessed: Vec<NotAssessed>,
    /// Parts that nobody asked for, and that are empty for this reason alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[shape(default)]
    pub left_out: Vec<Part>,
    /// Grows when an outcome changes.
    pub semantics: u32,
}

/// A plain count, with its definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Measure {
    /// What is counted, such as `handovers`.
    pub id: MeasureId,
    /// How it is counted.
    pub text: Text,
    /// How many.
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
}

/// Something that the log or the rulebook does not allow to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct NotAssessed {
    /// The kind of finding; `charge` or `finished` for what is found of all.
    pub of: String,
    /// The evidence that it needs.
    pub needs: Grade,
    /// Why not.
    pub text: Text,
}

/// One case as it stands (*tình trạng vụ việc*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct ReplayedCase {
    /// The case.
    pub case_id: CaseId,
    /// The procedure.
    pub procedure: Option<ProcedureId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// Who answers for it, by the header.
    pub responsible: Option<OfficerId>,
    /// Where it stands.
    pub state: State,
    /// What its events allow to say.
    pub grade: Grade,
    /// When it is first heard of.
    pub begun: Option<Stamp>,
    /// Accepted.
    pub accepted: Option<Stamp>,
    /// By what that is known.
    pub accepted_by: Option<Origin>,
    /// Finished.
    pub finished: Option<Stamp>,
    /// By what that is known.
    pub finished_by: Option<Origin>,
    /// Stopped without a result.
    pub stopped: Option<Stamp>,
    /// The due by rule, recomputed.
    pub due: Option<Stamp>,
    /// The due that the register shows.
    pub due_recorded: Option<Stamp>,
    /// The due that the register showed first.
    pub due_original: Option<Stamp>,
    /// How it stands to the due that judges: the recomputed one, else the recorded one; while it has still to be said
    /// whether it is taken up, the due of that.
    pub standing: Standing,
    /// Working seconds beyond that due.
    pub late_working_seconds: Seconds,
    /// Whether it was taken up in time; none where no law limits that, or where the log does not say when it came in.
    pub take_up: Option<TakenUp>,
    /// The colour by which boards show it: grey when suspended or stopped, red when late; none without a due.
    pub colour: Option<Colour>,
    /// Who held what, in order.
    pub holds: Vec<HoldSpan>,
    /// How many events it has.
    pub events: i64,
}

/// Whether it was said in time that a matter is taken up or not (*thời hạn thụ lý*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct TakenUp {
    /// When it came in, from which the limit counts.
    pub received: Stamp,
    /// Until when it had to be said.
    pub due: Stamp,
    /// When it was said: by acceptance, or by ending the case without it.
    pub answered: Option<Stamp>,
    /// How it stands.
    pub standing: Standing,
    /// Working seconds beyond the due.
    pub late_working_seconds: Seconds,
}

/// Who held a step, from when until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct HoldSpan {
    /// The step.
    pub step: Option<StepId>,
    /// The officer.
    pub officer: Option<OfficerId>,
    /// What held it.
    pub kind: ActorKind,
    /// From.
    pub since: Stamp,
    /// Until; none while it is held.
    pub until: Option<Stamp>,
    /// Working seconds, pauses out.
    pub working_seconds: Seconds,
    /// The log has only the end; the start is the event before it.
    pub presumed: bool,
}

/// One step of one case in one officer's hands; with no step, a whole case in the hands of who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Item {
    /// The case.
    pub case_id: CaseId,
    /// The step; none for the case as a whole.
    pub step: Option<StepId>,
    /// The officer; none where nobody is known.
    pub officer: Option<OfficerId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// The month that owns it, `yyyy-MM`: that of the due, else of the end, else of the replay.
    pub period: String,
    /// Whether the work is done.
    pub completed: bool,
    /// How it stands to the due.
    pub standing: Standing,
    /// How it stands to the due in the register.
    pub standing_recorded: Standing,
    /// How it stands to the due first promised.
    pub standing_original: Standing,
    /// How often it came to this officer.
    pub visits: i64,
    /// Working seconds held.
    pub held_working_seconds: Seconds,
    /// Working seconds of lateness charged.
    pub charged_working_seconds: Seconds,
    /// The findings that concern it.
    pub findings: Vec<FindingId>,
    /// The events by which the officer did it.
    pub events: Vec<EventId>,
}
