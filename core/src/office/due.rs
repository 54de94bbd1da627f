//! When something is due, and why.

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

/// Request for a due date: of a procedure, or of a limit given here.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DueRequest {
    /// The procedure, in its version on the day of acceptance.
    pub procedure: Option<ProcedureId>,
    /// A limit instead of a procedure, such as `2 ngày làm việc`.
    pub limit: Option<Limit>,
    /// A calendar by name.
    pub calendar: Option<CalendarId>,
    /// The calendar of a unit.
    pub unit: Option<UnitId>,
    /// The instant at which the dossier was accepted as complete (*tiếp nhận*).
    pub accepted_at: Option<Stamp>,
    /// The day of acceptance, if the time is unknown. The due date is then computed for the whole day, not for its
    /// midnight.
    pub accepted_on: Option<Date>,
    /// The channel of filing: desk, online or post. It may move the start.
    pub channel: Option<String>,
    /// Circumstances that lengthen the limit, such as `complex` or `remote`.
    pub factors: Vec<String>,
    /// The form data, if the limit of the procedure depends on it.
    pub form: Option<Node>,
    /// Which limit of the procedure: that of the result, or that of taking up the matter (*thụ lý*), counted from its
    /// receipt.
    #[shape(default)]
    pub of: LimitOf,
    /// Suspensions, resumptions and extensions of the limit.
    pub acts: Vec<ClockAct>,
    /// Uses the calendar as it was known at this instant; with the instant of acceptance, this gives the promised due
    /// date.
    pub known_at: Option<Stamp>,
    /// Only those `acts` count that were recorded up to this instant.
    pub entered_by: Option<Stamp>,
    /// The clock, if a case has several.
    pub clock: Option<String>,
    /// The instant for which the colour is computed.
    pub now: Option<Stamp>,
    /// When it finished, as an instant or a day; the answer says whether it was on time.
    pub finished: Option<When>,
    /// For limits in hours: work that finished at least this many seconds before the due time counts as early.
    pub early_margin_seconds: Option<Seconds>,
}

/// A due date, its colour if an instant was given, and how the work finished.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DueAnswer {
    /// The due date with its explanation.
    #[serde(flatten)]
    pub due: Due,
    /// Its colour at `now`.
    pub colour: Option<Colour>,
    /// The first whole second at which the colour changes.
    pub next_change: Option<Stamp>,
    /// How the work finished: early, on time or late; undetermined if only the day is known and the due time lies
    /// within it.
    pub outcome: Option<Outcome>,
    /// Whether it finished after the statutory limit; `None` if there is none, or if it cannot be determined.
    pub late_statutory: Option<bool>,
    /// Whether it finished after the committed limit; `None` if there is none, or if it cannot be determined.
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

/// Request for the latest start from which a limit still ends in time.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct LatestStartRequest {
    /// The limit.
    pub limit: Limit,
    /// The instant at which the limit must have ended, or the day: then by the close of the office.
    pub due: When,
    /// A calendar by name.
    pub calendar: Option<CalendarId>,
    /// The calendar of a unit.
    pub unit: Option<UnitId>,
    /// The calendar as it was known then.
    pub known_at: Option<Stamp>,
}

impl DueRequest {
    /// A request for the due date of a dossier of a procedure, accepted at an instant.
    pub fn procedure(procedure: impl Into<ProcedureId>, accepted_at: Stamp) -> Self {
        Self { procedure: Some(procedure.into()), ..Self::accepted_at(accepted_at) }
    }

    /// A request for the end of a limit that began at an instant.
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
            // The calendar as it turned out, not as it was known at acceptance.
            let day = request.accepted_at.map(|stamp| self.day_of(stamp.at)).or(request.accepted_on);
            let unit = (request.unit.as_ref(), day);
            let calendar = calendar(self, request.calendar.as_ref(), unit, None)?;
            let late = |end: &Option<End>| due.late_when(end.as_ref(), &calendar, at);
            outcome = Some(due.outcome_when(&calendar, at, request.early_margin_seconds));
            (late_statutory, late_committed) = (late(&due.statutory), late(&due.committed));
        }
        Ok(DueAnswer { due, colour, next_change, outcome, late_statutory, late_committed })
    }

    /// The due date for a request.
    pub(super) fn count(&self, request: &DueRequest) -> Result<Due, Faults> {
        let known_at = request.known_at;
        let day = request.accepted_at.map(|stamp| self.day_of(stamp.at)).or(request.accepted_on);
        let working = calendar(self, request.calendar.as_ref(), (request.unit.as_ref(), day), known_at)?;
        let on = match (request.accepted_at, request.accepted_on) {
            (Some(stamp), None) => working.date_of(stamp.at),
            (None, Some(day)) => day,
            _ => return Err(Error::new(Code::OneOfTwo).with("one", "accepted_at").with("two", "accepted_on").into()),
        };
        self.check_unit_on(request.unit.as_ref(), on, "/unit")?;
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
        let on = match due {
            When::Date(date) => *date,
            When::At(stamp) => self.day_of(stamp.at),
        };
        let calendar = calendar(self, name.as_ref(), (unit.as_ref(), Some(on)), *known_at)?;
        Ok(calendar.latest_start(calendar.end_of(*due), limit)?)
    }
}

impl Office {
    /// When a dossier or a limit is due, and why.
    ///
    /// # Errors
    /// [`Code::OneOfTwo`] unless exactly one of procedure and limit, and exactly one of the fields for the acceptance,
    /// is given; [`Code::UnknownReference`] or [`Code::NotInForce`] at the field that names a procedure, calendar or
    /// unit; errors of the calendar, such as a day for which no holidays have been announced.
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
    /// [`Code::UnknownReference`] at the field that names a calendar or unit; errors of the calendar.
    pub fn latest_start(&self, request: &LatestStartRequest) -> Result<LatestStart, Faults> {
        self.rulebook().rules().latest_start(request)
    }
}

impl Slice {
    /// When a dossier or a limit is due; the same answer as [`Office::due`] of the office that published the slice.
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
