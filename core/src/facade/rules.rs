//! What calendars and procedures alone answer, for an office and for a slice of it.

use crate::base::error::{Code, Error, Faults, Place};
use crate::base::ids::{CalendarId, ProcedureId, RuleId, UnitId};
use crate::base::shape::shape;
use crate::base::time::{Date, Seconds, Stamp, Zone};
use crate::base::value::Node;
use crate::calendar::{Calendar, Day, LunarDate};
use crate::deadline::{
    self, ClockAct, Colour, Due, DueOptions, End, LatestStart, Limit, LimitOf, Outcome, Promise, When,
};
use crate::dossier::{self, Context, Dossier, Procedure, RuleTrace, Verdict};
use crate::rule::{Stage, WorkingDays};
use crate::rulebook::{Procedures, RuleSet, Validator};
use serde::Serialize;

shape! {
    /// Asks whether a dossier is complete.
    pub struct DossierRequest {
        /// The dossier.
        pub dossier: Dossier,
        /// For which stage.
        pub stage: Stage = Stage::default(),
        /// As of when: for an open dossier now, for a filed one its acceptance. The version of the procedure is that of
        /// this day.
        pub at: Stamp,
        /// The calendar of a unit, where rules count working days.
        pub unit: Option<UnitId>,
    }
}

/// What a dossier is checked by, at the time and in the unit of a request.
pub(super) struct CheckContext<'a> {
    procedures: &'a Procedures,
    zone: Zone,
    pub(super) on: Date,
    pub(super) calendar: Option<&'a dyn WorkingDays>,
}

impl<'a> CheckContext<'a> {
    /// That of rules with calendars.
    pub(super) fn of(rules: &'a RuleSet, unit: Option<&UnitId>, at: Stamp) -> Self {
        let (on, calendar) = local(rules, unit, at);
        let zone = calendar.map_or_else(Zone::vietnam, |calendar| calendar.zone().clone());
        let calendar = calendar.map(|calendar| calendar as &dyn WorkingDays);
        Self { procedures: rules.procedures(), zone, on, calendar }
    }

    /// That of a validator, which has none.
    pub(super) fn without_calendar(validator: &'a Validator, unit: Option<&UnitId>, at: Stamp) -> Self {
        let zone = validator.zone(unit);
        Self { procedures: validator.procedures(), on: zone.date_of(at.at), zone, calendar: None }
    }

    /// The procedure of a dossier.
    pub(super) fn procedure(&self, dossier: &Dossier) -> Result<&'a Procedure, Error> {
        self.procedures.on(&dossier.procedure, self.on)
    }

    /// What a check has to know beside the dossier.
    pub(super) fn context(&self, stage: Stage) -> Context<'a> {
        Context { stage, at: self.on, calendar: self.calendar }
    }

    /// The verdict on a dossier.
    pub(super) fn check(&self, request: DossierRequest) -> Result<Verdict, Faults> {
        let dossier = self.seen(request.dossier);
        Ok(dossier::check(self.procedure(&dossier)?, &dossier, &self.context(request.stage)))
    }

    /// A dossier as it is seen here.
    pub(super) fn seen(&self, dossier: Dossier) -> Dossier {
        dossier.seen_in(&self.zone)
    }
}

pub(super) fn check_dossier(rules: &RuleSet, request: DossierRequest) -> Result<Verdict, Faults> {
    CheckContext::of(rules, request.unit.as_ref(), request.at).check(request)
}

/// The day of an instant where a unit works, and the calendar by which it does.
pub(super) fn local<'a>(rules: &'a RuleSet, unit: Option<&UnitId>, at: Stamp) -> (Date, Option<&'a Calendar>) {
    let calendar = rules.calendar_of(unit).ok();
    let on = calendar.map_or_else(|| Zone::vietnam().date_of(at.at), |calendar| calendar.date_of(at.at));
    (on, calendar)
}

shape! {
    /// Asks how a rule comes to its answer about a dossier.
    pub struct TraceRequest {
        /// The dossier.
        pub dossier: Dossier,
        /// The rule.
        pub rule: RuleId,
        /// For which stage.
        pub stage: Stage = Stage::default(),
        /// As of when, as for a check.
        pub at: Stamp,
        /// The calendar of a unit, where rules count working days.
        pub unit: Option<UnitId>,
    }
}

pub(super) fn trace(office: &impl AsRef<RuleSet>, request: TraceRequest) -> Result<RuleTrace, Faults> {
    let TraceRequest { dossier, rule, stage, at, unit } = request;
    let desk = CheckContext::of(office.as_ref(), unit.as_ref(), at);
    let dossier = desk.seen(dossier);
    Ok(dossier::trace(desk.procedure(&dossier)?, &dossier, &rule, &desk.context(stage))?)
}

/// The calendar that a request means, as it was known.
pub(super) fn calendar(
    office: &impl AsRef<RuleSet>,
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

pub(super) fn elapsed(office: &impl AsRef<RuleSet>, request: ElapsedRequest) -> Result<Elapsed, Faults> {
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

pub(super) fn day(office: &impl AsRef<RuleSet>, request: DayRequest) -> Result<DayAnswer, Faults> {
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
        /// CheckContext, online, post: a channel may move the start.
        pub channel: Option<String>,
        /// What makes the limit longer: `complex`, `remote`.
        pub factors: Vec<String>,
        /// The form, where the procedure chooses its limit by it.
        pub form: Option<Node>,
        /// Which limit of the procedure: that of the result, or that of taking the matter up, counted from its receipt.
        pub of: LimitOf = LimitOf::default(),
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

pub(super) fn due(office: &impl AsRef<RuleSet>, request: DueRequest) -> Result<DueAnswer, Faults> {
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
pub(super) fn count(office: &impl AsRef<RuleSet>, request: &DueRequest) -> Result<Due, Faults> {
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
            let channel = request.channel.as_deref();
            procedure.promise_of(request.of, channel, &request.factors, request.form.as_ref(), on)?
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

pub(super) fn latest_start(office: &impl AsRef<RuleSet>, request: LatestStartRequest) -> Result<LatestStart, Faults> {
    let LatestStartRequest { limit, due, calendar: name, unit, known_at } = request;
    Ok(calendar(office, name.as_ref(), unit.as_ref(), known_at)?.latest_start(due.at, &limit)?)
}
