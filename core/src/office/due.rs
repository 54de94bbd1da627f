//! When something is due, and why then.

use super::days::calendar;
use super::handle::Office;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{CalendarId, ProcedureId, UnitId};
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::time::{Date, Seconds, Stamp};
use crate::base::value::Node;
use crate::deadline::{
    self, ClockAct, Colour, Due, DueOptions, End, LatestStart, Limit, LimitOf, Outcome, Promise, When,
};
use crate::rulebook::{RuleSet, Slice};
use serde::Serialize;

/// Asks when something is due: for a procedure, or for a limit given here.
#[derive(Clone, Debug, Serialize, Shape)]
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
    /// Which limit of the procedure: that of the result, or that of taking the matter up, counted from its receipt.
    #[shape(default)]
    pub of: LimitOf,
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
    pub early_margin_seconds: Option<Seconds>,
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

deserialize_shapes!(DueAnswer);

impl Shape for DueAnswer {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let own = ["colour", "next_change", "outcome", "late_statutory", "late_committed"];
        let due = at.beside(&own, faults);
        let [colour, next_change, outcome, late_statutory, late_committed] = own;
        Some(Self {
            due: due?,
            colour: at.field(colour, None, faults)?,
            next_change: at.field(next_change, None, faults)?,
            outcome: at.field(outcome, None, faults)?,
            late_statutory: at.field(late_statutory, None, faults)?,
            late_committed: at.field(late_committed, None, faults)?,
        })
    }
}

/// Asks for the latest start from which a limit still ends in time.
#[derive(Clone, Debug, Serialize, Shape)]
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

impl DueRequest {
    /// Asks when a dossier of a procedure is due that was accepted at an instant.
    pub fn procedure(procedure: impl Into<ProcedureId>, accepted_at: Stamp) -> Self {
        Self { procedure: Some(procedure.into()), ..Self::accepted_at(accepted_at) }
    }

    /// Asks when a limit ends that began at an instant.
    pub fn limit(limit: Limit, accepted_at: Stamp) -> Self {
        Self { limit: Some(limit), ..Self::accepted_at(accepted_at) }
    }

    fn accepted_at(accepted_at: Stamp) -> Self {
        Self {
            procedure: None,
            limit: None,
            calendar: None,
            unit: None,
            accepted_at: Some(accepted_at),
            accepted_on: None,
            channel: None,
            factors: Vec::new(),
            form: None,
            of: LimitOf::default(),
            acts: Vec::new(),
            known_at: None,
            entered_by: None,
            clock: None,
            now: None,
            finished: None,
            early_margin_seconds: None,
        }
    }
}

impl RuleSet {
    pub(crate) fn due(&self, request: &DueRequest) -> Result<DueAnswer, Faults> {
        let due = self.count(request)?;
        let now = request.now.map(|stamp| stamp.at);
        let colour = now.map(|now| due.colour(now));
        let next_change = now.and_then(|now| due.next_change(now));
        let (mut outcome, mut late_statutory, mut late_committed) = (None, None, None);
        if let Some(at) = request.finished {
            // As it turned out, and not as it was known.
            let calendar = calendar(self, request.calendar.as_ref(), request.unit.as_ref(), None)?;
            let late = |end: &Option<End>| due.late_when(end.as_ref(), &calendar, at);
            outcome = Some(due.outcome_when(&calendar, at, request.early_margin_seconds));
            (late_statutory, late_committed) = (late(&due.statutory), late(&due.committed));
        }
        Ok(DueAnswer { due, colour, next_change, outcome, late_statutory, late_committed })
    }

    /// The due that a request asks for.
    pub(super) fn count(&self, request: &DueRequest) -> Result<Due, Faults> {
        let known_at = request.known_at;
        let working = calendar(self, request.calendar.as_ref(), request.unit.as_ref(), known_at)?;
        let on = match (request.accepted_at, request.accepted_on) {
            (Some(stamp), None) => working.date_of(stamp.at),
            (None, Some(day)) => day,
            _ => return Err(Error::new(Code::OneOfTwo).with("one", "accepted_at").with("two", "accepted_on").into()),
        };
        let promise = match (&request.limit, &request.procedure) {
            (Some(limit), None) => Promise::from(limit.clone()),
            (None, Some(id)) => {
                let procedure = self.procedure(id, on, "/procedure")?;
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

    pub(crate) fn latest_start(&self, request: &LatestStartRequest) -> Result<LatestStart, Faults> {
        let LatestStartRequest { limit, due, calendar: name, unit, known_at } = request;
        Ok(calendar(self, name.as_ref(), unit.as_ref(), *known_at)?.latest_start(due.at, limit)?)
    }
}

impl Office {
    /// When a dossier or a limit is due, and why then.
    ///
    /// # Errors
    /// [`Code::OneOfTwo`] unless just one of procedure and limit, and one of the ways to say the acceptance, is given;
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] at the field that names a procedure, calendar or unit; those
    /// of the calendar, such as a day for which no holidays have been announced.
    ///
    /// ```
    /// use namro::{DueRequest, Stamp};
    ///
    /// let office = namro::Office::shipped("vn.procedures.2.001610").unwrap();
    /// let accepted = Stamp::parse("2026-01-08T09:00:00+07:00").unwrap();
    /// let answer = office.due(&DueRequest::procedure("2.001610", accepted)).unwrap();
    /// assert_eq!(answer.due.last_day.to_string(), "2026-01-12");
    /// ```
    pub fn due(&self, request: &DueRequest) -> Result<DueAnswer, Faults> {
        self.rulebook().rules().due(request)
    }

    /// The latest start from which a limit still ends in time.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] at the field that names a calendar or unit; those of the calendar.
    pub fn latest_start(&self, request: &LatestStartRequest) -> Result<LatestStart, Faults> {
        self.rulebook().rules().latest_start(request)
    }
}

impl Slice {
    /// When a dossier or a limit is due: as [`Office::due`] of the office that published the slice.
    ///
    /// # Errors
    /// As [`Office::due`].
    pub fn due(&self, request: &DueRequest) -> Result<DueAnswer, Faults> {
        self.rules().due(request)
    }

    /// As [`Office::latest_start`].
    ///
    /// # Errors
    /// As [`Office::latest_start`].
    pub fn latest_start(&self, request: &LatestStartRequest) -> Result<LatestStart, Faults> {
        self.rules().latest_start(request)
    }
}
