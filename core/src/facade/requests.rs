//! Requests, one shape an operation, and the functions that answer them.

use super::slice::{self, DossierRequest};
use crate::calendar::{Calendar, Day, LunarDate};
use crate::case::{self, Case, CaseRow, Event, Refusal, Who, WorkItem};
use crate::deadline::{self, ClockAct, Colour, Due, DueOptions, End, LatestStart, Limit, Outcome, Promise, When};
use crate::document::Document;
use crate::dossier::{Dossier, Verdict};
use crate::error::{Code, Error, Faults, Place};
use crate::ids::{CalendarId, PolicyId, ProcedureId, UnitId};
use crate::journal::{self, Head, Journal, Proof};
use crate::log::Log;
use crate::replay::Replay;
use crate::rule::Stage;
use crate::rulebook::{Diff, Inspection, Office, Published, Restated, Rules};
use crate::score::{Inputs, Period, Scorecard};
use crate::shape::shape;
use crate::source::InForce;
use crate::time::{Date, Seconds, Stamp};
use crate::value::Node;
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

pub(super) fn inspect(office: &Office, request: InspectRequest) -> Result<Inspection, Faults> {
    let period = InForce { from: request.from, to: request.to };
    Ok(Inspection { staffing: office.staffing_gaps(period), ..office.inspect() })
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
    Ok(office.publish(&request.procedure, request.from)?)
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
    Ok(office.restate(request.procedure.as_ref(), request.accepted_at))
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

/// The calendar that a request means, as it was known.
pub(super) fn calendar(
    office: &impl AsRef<Rules>,
    calendar: Option<&CalendarId>,
    unit: Option<&UnitId>,
    known_at: Option<Stamp>,
) -> Result<Calendar, Error> {
    let rules = office.as_ref();
    let found = if calendar.is_some() { rules.calendar(calendar) } else { rules.calendar_of(unit) };
    Ok(found?.as_known(known_at.map(|stamp| stamp.at)))
}

shape! {
    /// Asks for the working time between two instants.
    pub struct ElapsedRequest {
        /// A calendar by name.
        pub calendar: Option<CalendarId>,
        /// The calendar of a unit.
        pub unit: Option<UnitId>,
        /// The calendar as it was known then.
        pub known_at: Option<Stamp>,
        /// From.
        pub start: Stamp,
        /// To; before `start`, the answer is negative.
        pub end: Stamp,
    }
}

/// Working time between two instants.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Elapsed {
    /// Working seconds, floored.
    pub working_seconds: Seconds,
    /// Seconds of the clock, floored.
    pub seconds: Seconds,
}

pub(super) fn elapsed(office: &impl AsRef<Rules>, request: ElapsedRequest) -> Result<Elapsed, Faults> {
    let ElapsedRequest { calendar: name, unit, known_at, start, end } = request;
    let calendar = calendar(office, name.as_ref(), unit.as_ref(), known_at)?;
    Ok(Elapsed { working_seconds: calendar.elapsed(start.at, end.at), seconds: end.at.since(start.at) })
}

shape! {
    /// Asks what a day is.
    pub struct DayRequest {
        /// A calendar by name.
        pub calendar: Option<CalendarId>,
        /// The calendar of a unit.
        pub unit: Option<UnitId>,
        /// The calendar as it was known then.
        pub known_at: Option<Stamp>,
        /// The day.
        pub date: Option<Date>,
        /// The day by the Vietnamese lunar calendar instead (*âm lịch*).
        pub lunar: Option<LunarDate>,
    }
}

/// What a day is, by both calendars.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DayAnswer {
    /// The day.
    pub date: Date,
    /// The same day of the lunar calendar; nothing outside the lunar years 1900 to 2199.
    pub lunar: Option<LunarDate>,
    /// What it is.
    #[serde(flatten)]
    pub day: Day,
}

pub(super) fn day(office: &impl AsRef<Rules>, request: DayRequest) -> Result<DayAnswer, Faults> {
    let DayRequest { calendar: name, unit, known_at, date, lunar } = request;
    let date = match (date, lunar) {
        (Some(date), None) => date,
        (None, Some(lunar)) => {
            let fault = || Error::new(Code::NoSuchLunarDay).with("day", lunar).at(Place::pointer("/lunar"));
            lunar.date()?.ok_or_else(fault)?
        }
        _ => return Err(Error::new(Code::OneOfTwo).with("one", "date").with("two", "lunar").into()),
    };
    let day = calendar(office, name.as_ref(), unit.as_ref(), known_at)?.day(date);
    Ok(DayAnswer { date, lunar: LunarDate::of(date).ok(), day })
}

shape! {
    /// Asks when something is due: for a procedure, or for a limit given here.
    pub struct DueRequest {
        /// The procedure; its version is that of the day of acceptance.
        pub procedure: Option<ProcedureId>,
        /// A limit instead, such as `2 ngày làm việc`.
        pub limit: Option<Limit>,
        /// A calendar by name.
        pub calendar: Option<CalendarId>,
        /// The calendar of a unit.
        pub unit: Option<UnitId>,
        /// When it was accepted as complete.
        pub accepted_at: Option<Stamp>,
        /// The day on which it was accepted, where the time is not known: an interval and not its midnight.
        pub accepted_on: Option<Date>,
        /// Desk, online, post: a channel may move the start.
        pub channel: Option<String>,
        /// What makes the limit longer: `complex`, `remote`.
        pub factors: Vec<String>,
        /// The form, where the procedure chooses its limit by it.
        pub form: Option<Node>,
        /// What was done to the clock.
        pub acts: Vec<ClockAct>,
        /// The calendar as it was known then; the promise made at acceptance, when that instant is given.
        pub known_at: Option<Stamp>,
        /// Only acts on the clock entered by then.
        pub entered_by: Option<Stamp>,
        /// Which of several clocks of a case.
        pub clock: Option<String>,
        /// Colour it as of this instant.
        pub now: Option<Stamp>,
        /// When it finished, or the day on which it did: say how.
        pub finished: Option<When>,
        /// For hours: what finished so many seconds before the due is early.
        pub early_margin: Option<Seconds>,
    }
}

/// A due, its colour where an instant was given, and how it finished.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DueAnswer {
    /// The due.
    #[serde(flatten)]
    pub due: Due,
    /// Its colour as of `now`.
    pub colour: Option<Colour>,
    /// The first whole second at which the colour differs.
    pub next_change: Option<Stamp>,
    /// How it finished; undetermined where the due lies within a day of which the time is not known.
    pub outcome: Option<Outcome>,
    /// Whether it finished after the limit by law; nothing where there is none or nobody can say.
    pub late_statutory: Option<bool>,
    /// Whether it finished after the promised limit; likewise.
    pub late_committed: Option<bool>,
}

pub(super) fn due(office: &impl AsRef<Rules>, request: DueRequest) -> Result<DueAnswer, Faults> {
    let due = count(office, &request)?;
    let now = request.now.map(|stamp| stamp.at);
    let colour = now.map(|now| due.colour(now));
    let next_change = now.and_then(|now| due.next_change(now));
    let (mut outcome, mut late_statutory, mut late_committed) = (None, None, None);
    if let Some(at) = request.finished {
        // As it turned out, and not as it was known.
        let calendar = calendar(office, request.calendar.as_ref(), request.unit.as_ref(), None)?;
        let late = |end: &Option<End>| due.late_when(end.as_ref(), &calendar, at);
        outcome = Some(due.outcome_when(&calendar, at, request.early_margin));
        (late_statutory, late_committed) = (late(&due.statutory), late(&due.committed));
    }
    Ok(DueAnswer { due, colour, next_change, outcome, late_statutory, late_committed })
}

/// The due that a request asks for.
pub(super) fn count(office: &impl AsRef<Rules>, request: &DueRequest) -> Result<Due, Faults> {
    let known_at = request.known_at;
    let working = calendar(office, request.calendar.as_ref(), request.unit.as_ref(), known_at)?;
    let on = match (request.accepted_at, request.accepted_on) {
        (Some(stamp), None) => working.date_of(stamp.at),
        (None, Some(day)) => day,
        _ => return Err(Error::new(Code::OneOfTwo).with("one", "accepted_at").with("two", "accepted_on").into()),
    };
    let promise = match (&request.limit, &request.procedure) {
        (Some(limit), None) => Promise::from(limit.clone()),
        (None, Some(id)) => {
            let procedure = office.as_ref().procedure(id, on)?;
            procedure.promise(request.channel.as_deref(), &request.factors, request.form.as_ref(), on)?
        }
        _ => return Err(Error::new(Code::OneOfTwo).with("one", "procedure").with("two", "limit").into()),
    };
    let options = DueOptions {
        known_at: known_at.map(|stamp| stamp.at),
        entered_by: request.entered_by.map(|stamp| stamp.at),
        clock: request.clock.as_deref(),
        brief: false,
    };
    Ok(match request.accepted_at {
        Some(stamp) => deadline::due(&working, &promise, stamp.at, &request.acts, &options),
        None => deadline::due_on(&working, &promise, on, &request.acts, &options),
    }?)
}

shape! {
    /// Asks for the latest start from which a limit still ends in time.
    pub struct LatestStartRequest {
        /// The limit.
        pub limit: Limit,
        /// When it must have ended.
        pub due: Stamp,
        /// A calendar by name.
        pub calendar: Option<CalendarId>,
        /// The calendar of a unit.
        pub unit: Option<UnitId>,
        /// The calendar as it was known then.
        pub known_at: Option<Stamp>,
    }
}

pub(super) fn latest_start(office: &impl AsRef<Rules>, request: LatestStartRequest) -> Result<LatestStart, Faults> {
    let LatestStartRequest { limit, due, calendar: name, unit, known_at } = request;
    Ok(calendar(office, name.as_ref(), unit.as_ref(), known_at)?.latest_start(due.at, &limit)?)
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
        (Some(dossier), None) => slice::check(office.rules(), DossierRequest { dossier, stage, at, unit }),
        (None, Some(document)) => {
            let (on, _) = slice::local(office.rules(), unit.as_ref(), at);
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
    }
}

pub(super) fn replay(office: &Office, request: ReplayRequest) -> Result<Replay, Faults> {
    let ReplayRequest { cases, events, mapping, as_of } = request;
    let (log, _) = Log::from_rows(&cases, &events, office.mapping(mapping.as_deref())?)?;
    Ok(office.replay(&log, as_of.at))
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
    let (log, _) = Log::from_rows(&cases, &events, office.mapping(mapping.as_deref())?)?;
    office.score(&office.replay(&log, as_of.at), policy.as_ref(), period, &inputs)
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
    pub text: Option<crate::Text>,
}

pub(super) fn verify(_: &Office, request: VerifyRequest) -> Result<Verified, Faults> {
    let outcome = journal::verify_proof(&request.proof, &request.head);
    Ok(Verified { holds: outcome.is_ok(), text: outcome.err().map(|error| error.text()) })
}
