//! Requests, one shape an operation, and the functions that answer them.

use super::rules::{DossierRequest, check_dossier, local};
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{PolicyId, ProcedureId, UnitId};
use crate::base::shape::shape;
use crate::base::source::InForce;
use crate::base::time::{Date, Stamp};
use crate::base::value::Node;
use crate::case::{self, Case, CaseRow, Event, Refusal, Who, WorkItem};
use crate::document::Document;
use crate::dossier::{Dossier, Verdict};
use crate::journal::{self, Head, Journal, Proof};
use crate::log::Log;
use crate::office::{Description, Diff, Office};
use crate::replay::finding::Fact;
use crate::replay::{Part, Profile, Replay};
use crate::rule::Stage;
use crate::rulebook::{Published, Restated};
use crate::score::{Inputs, Period, Scorecard};
use indexmap::IndexMap;
use serde::Serialize;

shape! {
    /// A whole request.
    pub struct Call {
        /// The operation.
        pub op: String,
        /// Rulebook texts by name; the first is the root.
        pub rulebooks: IndexMap<String, String>,
        /// The host's people table, as text, where people matter.
        pub staff: Option<String>,
        /// What the operation asks for.
        pub input: Node,
    }
}

shape! {
    /// Asks what an office holds.
    pub struct InspectRequest {
        /// First day of the period whose staffing is looked at; without one, it is not.
        pub from: Option<Date>,
        /// Its last day.
        pub to: Option<Date>,
    }
}

pub(super) fn inspect(office: &Office, request: InspectRequest) -> Result<Description, Faults> {
    let period = InForce { from: request.from, to: request.to };
    Ok(Description { staffing: office.staffing_gaps(period), ..office.describe() })
}

shape! {
    /// Asks for the slice of a procedure that a browser needs.
    pub struct PublishRequest {
        /// The procedure.
        pub procedure: ProcedureId,
        /// The first day about which the slice has to answer; without one, it answers about all.
        pub from: Option<Date>,
    }
}

pub(super) fn publish(office: &Office, request: PublishRequest) -> Result<Published, Faults> {
    office.rulebook().publish(&request.procedure, request.from)
}

shape! {
    /// Asks for the rules in plain sentences.
    pub struct RestateRequest {
        /// Only what concerns this procedure.
        pub procedure: Option<ProcedureId>,
        /// Gives a sample due for a dossier accepted then.
        pub accepted_at: Option<Stamp>,
    }
}

pub(super) fn restate(office: &Office, request: RestateRequest) -> Result<Restated, Faults> {
    Ok(office.rulebook().restate(request.procedure.as_ref(), request.accepted_at))
}

shape! {
    /// Asks what a newer rulebook changes.
    pub struct DiffRequest {
        /// Texts of the newer rulebook by name; the first is the root.
        pub rulebooks: IndexMap<String, String>,
        /// Cases, of which the open ones that are touched are told.
        pub cases: Vec<Case>,
    }
}

pub(super) fn diff(office: &Office, request: DiffRequest) -> Result<Diff, Faults> {
    let texts: Vec<(&str, &str)> =
        request.rulebooks.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Ok(office.diff(&Office::load(&texts)?, &request.cases))
}

shape! {
    /// Asks whether a dossier is complete, or a document in order: one of the two is given.
    pub struct CheckRequest {
        /// The dossier.
        pub dossier: Option<Dossier>,
        /// The document instead.
        pub document: Option<Document>,
        /// For which stage of a dossier.
        pub stage: Stage = Stage::default(),
        /// As of when: for an open dossier now, for a filed one its acceptance. The version of the procedure is that of
        /// this day.
        pub at: Stamp,
        /// The calendar of a unit, where rules count working days.
        pub unit: Option<UnitId>,
    }
}

pub(super) fn check(office: &Office, request: CheckRequest) -> Result<Verdict, Faults> {
    let CheckRequest { dossier, document, stage, at, unit } = request;
    match (dossier, document) {
        (Some(dossier), None) => check_dossier(office.rulebook().rules(), DossierRequest { dossier, stage, at, unit }),
        (None, Some(document)) => {
            let (on, _) = local(office.rulebook().rules(), unit.as_ref(), at);
            Ok(office.check_document(&document, on))
        }
        _ => Err(Error::new(Code::OneOfTwo).with("one", "dossier").with("two", "document").into()),
    }
}

shape! {
    /// Asks what became of the cases of a log.
    pub struct ReplayRequest {
        /// Case rows; may be left out.
        pub cases: Vec<CaseRow>,
        /// Events; may be left out.
        pub events: Vec<Event>,
        /// The mapping by which acts and actors are read, by name.
        pub mapping: Option<String>,
        /// As of when.
        pub as_of: Stamp,
        /// Only these parts, beside counts and shares; without them, all. What is not asked for is not made.
        pub parts: Option<Vec<Part>>,
        /// What the whole log records, where these are some of its cases; without it, what these record.
        pub profile: Option<Profile>,
    }
}

pub(super) fn replay(office: &Office, request: ReplayRequest) -> Result<Replay, Faults> {
    let ReplayRequest { cases, events, mapping, as_of, parts, profile } = request;
    let log = log_of(office, &cases, &events, mapping.as_deref())?;
    Ok(office.replay_parts(&log, as_of.at, parts.as_deref(), profile))
}

shape! {
    /// Asks what a log records at all, so that its cases can be replayed in shards.
    pub struct ProfileRequest {
        /// Case rows; may be left out.
        pub cases: Vec<CaseRow>,
        /// Events; may be left out.
        pub events: Vec<Event>,
        /// The mapping by which acts and actors are read, by name.
        pub mapping: Option<String>,
        /// As of when.
        pub as_of: Stamp,
    }
}

pub(super) fn profile(office: &Office, request: ProfileRequest) -> Result<Profile, Faults> {
    let ProfileRequest { cases, events, mapping, as_of } = request;
    Ok(office.profile(&log_of(office, &cases, &events, mapping.as_deref())?, as_of.at))
}

fn log_of(office: &Office, cases: &[CaseRow], events: &[Event], mapping: Option<&str>) -> Result<Log, Faults> {
    let (log, _) =
        Log::from_rows_in(cases, events, office.rulebook().mapping(mapping)?, Some(office.rulebook().zone()))?;
    Ok(log)
}

shape! {
    /// Asks for what shards of a log come to together; no case may lie in two of them.
    pub struct MergeRequest {
        /// The profile of each shard.
        pub profiles: Vec<Profile>,
        /// The facts of each shard, replayed with the profile of the whole.
        pub facts: Vec<Vec<Fact>>,
    }
}

/// What shards come to together (*gộp*).
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Merged {
    /// The profile of the whole; none where no profile was given.
    pub profile: Option<Profile>,
    /// The facts of the whole.
    pub facts: Vec<Fact>,
}

pub(super) fn merge(_: &Office, request: MergeRequest) -> Result<Merged, Faults> {
    let profile = request.profiles.into_iter().reduce(Profile::merge);
    Ok(Merged { profile, facts: Fact::merge(request.facts.into_iter().flatten())? })
}

shape! {
    /// Asks for the scorecards of a period.
    pub struct ScoreRequest {
        /// Case rows; may be left out.
        pub cases: Vec<CaseRow>,
        /// Events; may be left out.
        pub events: Vec<Event>,
        /// The mapping by which acts and actors are read, by name.
        pub mapping: Option<String>,
        /// As of when.
        pub as_of: Stamp,
        /// The policy; without a name, the only one in force on the first day of the period.
        pub policy: Option<PolicyId>,
        /// The period: `2026-10` or `2026-Q4`.
        pub period: Period,
        /// What no log holds: points given, failures confirmed, excuses, groups.
        pub inputs: Inputs = Inputs::default(),
    }
}

pub(super) fn score(office: &Office, request: ScoreRequest) -> Result<Vec<Scorecard>, Faults> {
    let ScoreRequest { cases, events, mapping, as_of, policy, period, inputs } = request;
    let log = log_of(office, &cases, &events, mapping.as_deref())?;
    office.score_log(&log, as_of.at, policy.as_ref(), period, &inputs)
}

shape! {
    /// Asks whether an event may happen, and what becomes of the case.
    pub struct ApplyRequest {
        /// The case so far; none for its first event.
        pub case: Option<Case>,
        /// What is to happen.
        pub event: Event,
    }
}

/// Allowed, or refused: one of the two is there.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Applied {
    /// The case after the event.
    pub case: Option<Case>,
    /// Why it may not happen; the case stays as it was.
    pub refusal: Option<Refusal>,
}

pub(super) fn apply(office: &Office, request: ApplyRequest) -> Result<Applied, Faults> {
    Ok(match office.apply(request.case.as_ref(), &request.event) {
        Ok(case) => Applied { case: Some(case), refusal: None },
        Err(refusal) => Applied { case: None, refusal: Some(*refusal) },
    })
}

shape! {
    /// Asks what is on whose desk.
    pub struct AgendaRequest {
        /// The cases.
        pub cases: Vec<Case>,
        /// Whose agenda.
        pub who: Who = Who::default(),
        /// As of when.
        pub now: Stamp,
    }
}

/// What is on the desk.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agenda {
    /// The work, what is due first at the top.
    pub items: Vec<WorkItem>,
    /// When a colour next changes by itself: the instant to look again.
    pub next_wake_up: Option<Stamp>,
}

pub(super) fn agenda(office: &Office, request: AgendaRequest) -> Result<Agenda, Faults> {
    let items = office.agenda(&request.cases, &request.who, request.now.at);
    let next_wake_up = case::next_wake_up(&items);
    Ok(Agenda { items, next_wake_up })
}

shape! {
    /// Asks for the proof that an entry is in a journal.
    pub struct ProveRequest {
        /// The events of the journal, in the order in which they were entered.
        pub events: Vec<Event>,
        /// Which of them, from 0.
        pub entry: u32,
    }
}

/// A proof, and the head against which it holds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proven {
    /// The proof.
    pub proof: Proof,
    /// The head to deposit.
    pub head: Head,
}

pub(super) fn prove(_: &Office, request: ProveRequest) -> Result<Proven, Faults> {
    let journal = Journal::of_events(&request.events)?;
    let entry = usize::try_from(request.entry).unwrap_or(usize::MAX);
    Ok(Proven { proof: journal::prove(&journal, entry)?, head: journal.head()? })
}

shape! {
    /// Asks whether a proof holds.
    pub struct VerifyRequest {
        /// The proof.
        pub proof: Proof,
        /// The head that was deposited.
        pub head: Head,
    }
}

/// Whether a proof holds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verified {
    /// It does.
    pub holds: bool,
    /// Why not.
    pub text: Option<crate::base::text::Text>,
}

pub(super) fn verify(_: &Office, request: VerifyRequest) -> Result<Verified, Faults> {
    let outcome = journal::verify_proof(&request.proof, &request.head);
    Ok(Verified { holds: outcome.is_ok(), text: outcome.err().map(|error| error.text()) })
}
