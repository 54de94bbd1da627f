//! Names as readers of a report know them.

use crate::base::ids::{OfficerId, ProcedureId, StepId, UnitId};
use crate::base::text::Text;
use crate::base::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::calendar::Calendar;
use crate::office::Office;
use crate::workflow::Workflow;

/// The names and calendars of an office on a day.
pub(super) struct Names<'a> {
    office: &'a Office,
    pub(super) zone: Zone,
    on: Date,
}

impl<'a> Names<'a> {
    pub(super) fn new(office: &'a Office, as_of: Stamp) -> Self {
        let zone = match office.calendar(None) {
            Ok(calendar) => calendar.zone().clone(),
            Err(_) => Zone::fixed(as_of.offset),
        };
        // The last day before the instant: a month ends at the midnight that begins the next one.
        let on = zone.date_of(as_of.at.plus(Seconds(-1)));
        Self { office, zone, on }
    }

    /// An instant in the zone of the report.
    pub(super) fn stamp(&self, at: Instant) -> Stamp {
        self.zone.stamp(at)
    }

    /// Position and unit of an officer, in words.
    pub(super) fn title(&self, officer: &OfficerId) -> Text {
        let staff = self.office.staff();
        let appointed = staff.officer(officer).and_then(|person| person.appointed(self.on).next());
        let Some(appointed) = appointed else { return Text::default() };
        let organisation = self.office.rulebook().organisation();
        let position = organisation.position(&appointed.position).map(|position| position.title.clone());
        let unit = self.unit(&appointed.unit);
        position.map_or_else(
            || unit.clone(),
            |position| Text::new(format!("{}, {}", position.vi, unit.vi), format!("{}, {}", position.en, unit.en)),
        )
    }

    /// The name of a unit.
    pub(super) fn unit(&self, unit: &UnitId) -> Text {
        self.office
            .rulebook()
            .organisation()
            .unit(unit, self.on)
            .map_or_else(|| Text::same(unit.as_str()), |unit| unit.title.clone())
    }

    /// The name of a procedure.
    pub(super) fn procedure(&self, procedure: Option<&ProcedureId>) -> Text {
        let Some(id) = procedure else { return Text::default() };
        self.office.procedure(id, self.on).map_or_else(|_| Text::same(id.as_str()), |found| found.title().clone())
    }

    /// The workflow of a procedure.
    pub(super) fn workflow(&self, procedure: Option<&ProcedureId>) -> Option<&'a Workflow> {
        let workflow = self.office.procedure(procedure?, self.on).ok()?.workflow()?;
        self.office.rulebook().workflow(workflow, self.on).ok()
    }

    /// The name of a step.
    pub(super) fn step(&self, procedure: Option<&ProcedureId>, step: Option<&StepId>) -> Text {
        let Some(id) = step else { return Text::default() };
        let known = self.workflow(procedure).and_then(|workflow| workflow.step(id));
        known.map_or_else(|| Text::same(id.as_str()), |step| step.title.clone())
    }

    /// The working time that a step may take, in seconds.
    pub(super) fn budget(&self, procedure: Option<&ProcedureId>, step: &StepId) -> Option<Seconds> {
        let workflow = self.workflow(procedure)?;
        let budget = workflow.budget(workflow.position(step)?)?;
        Some(budget.seconds(self.office.calendar(None).ok()?.nominal_day()))
    }

    /// The calendar of a unit.
    pub(super) fn calendar(&self, unit: Option<&UnitId>) -> Option<&'a Calendar> {
        self.office.calendar_of(unit).ok()
    }

    /// Whether an instant is inside the working hours of a unit; without a calendar, always.
    pub(super) fn is_open(&self, unit: Option<&UnitId>, at: Instant) -> bool {
        self.calendar(unit).is_none_or(|calendar| is_open(calendar, at))
    }
}

fn is_open(calendar: &Calendar, at: Instant) -> bool {
    let second = calendar.zone().second_of_day(at);
    let day = calendar.day(calendar.date_of(at));
    day.shifts.iter().any(|shift| (i64::from(shift.from)..=i64::from(shift.to)).contains(&second))
}
