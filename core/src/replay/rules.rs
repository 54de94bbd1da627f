//! What replay needs from the rules: a narrow interface that an office, a test or a single calendar can implement.

use crate::base::ids::StepId;
use crate::base::ids::WorkflowId;
use crate::base::shape::Shape;
use crate::base::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::base::value::{Map, Node, Value};
use crate::calendar::Calendar;
use crate::case::TakeOver;
use crate::case::course::Naming;
use crate::deadline::{Bound, ClockAct, Due, Finish};
use crate::workflow::{Step, Workflow};
use serde::Serialize;
use std::borrow::Cow;
use std::cell::Cell;

/// The working time of one unit.
pub(crate) trait Hours {
    /// Working seconds between two instants; 0 if the second is not later.
    fn elapsed(&self, from: Instant, to: Instant) -> Seconds;

    /// Whether an instant lies inside a shift.
    fn is_open(&self, at: Instant) -> bool;

    /// Working seconds of a nominal day (*ngày làm việc*).
    fn nominal_day(&self) -> Seconds {
        Seconds(8 * 3_600)
    }
}

/// Every hour counts; used if the rulebook has no calendar.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RoundTheClock;

impl Hours for RoundTheClock {
    fn elapsed(&self, from: Instant, to: Instant) -> Seconds {
        Seconds(to.since(from).0.max(0))
    }

    fn is_open(&self, _: Instant) -> bool {
        true
    }
}

impl Hours for Calendar {
    fn elapsed(&self, from: Instant, to: Instant) -> Seconds {
        if from < to { Self::elapsed(self, from, to) } else { Seconds(0) }
    }

    fn is_open(&self, at: Instant) -> bool {
        self.next_open(at).is_ok_and(|open| open == at)
    }

    fn nominal_day(&self) -> Seconds {
        Self::nominal_day(self)
    }
}

/// The dues that a case was promised at acceptance, recomputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Promised {
    /// The due that counts.
    pub due: Deadline,
    /// From this instant on it is yellow (*sắp đến hạn*).
    pub yellow_from: Option<Instant>,
    /// The end of the statutory limit (*hạn theo luật*).
    pub statutory: Option<Deadline>,
    /// The end of the limit that the office committed to (*hạn cam kết*).
    pub committed: Option<Deadline>,
}

impl From<&Due> for Promised {
    fn from(due: &Due) -> Self {
        let deadline = |at: Stamp, bound| Deadline { at: at.at, inclusive: bound == Bound::Through };
        Self {
            due: deadline(due.due, due.bound),
            yellow_from: due.yellow_from.map(|stamp| stamp.at),
            statutory: due.statutory.as_ref().map(|end| deadline(end.due, end.bound)),
            committed: due.committed.as_ref().map(|end| deadline(end.due, end.bound)),
        }
    }
}

/// The data of a case (*dữ liệu của vụ việc*), and whether they were asked for in vain.
#[derive(Debug)]
pub(crate) struct CaseData<'a> {
    data: Option<Cow<'a, Node>>,
    missed: Cell<bool>,
}

impl<'a> CaseData<'a> {
    /// The data that the acts of a case brought; `can_hold_data` says whether the events of the log can carry any.
    pub(super) fn new(data: Option<&'a Node>, can_hold_data: bool) -> Self {
        let none = || can_hold_data.then(|| Cow::Owned(Node::from(Value::Map(Map::default()))));
        Self { data: data.map(Cow::Borrowed).or_else(none), missed: Cell::new(false) }
    }

    /// The data of the case, each entry from the last act that gives it; `None` if the log cannot hold data, so that
    /// nothing can be concluded from a missing entry.
    pub(crate) fn data(&self) -> Option<&Node> {
        self.missed.set(self.data.is_none());
        self.data.as_deref()
    }

    /// Whether data was requested and the log cannot hold any.
    pub(super) fn missed(&self) -> bool {
        self.missed.get()
    }
}

/// The end of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deadline {
    /// The instant at which the limit ends.
    pub at: Instant,
    /// Whether the instant itself is still on time (close of office: yes; 24:00: no).
    pub inclusive: bool,
}

impl Deadline {
    /// A due that is kept up to and including its instant, as registers record it.
    pub(crate) const fn recorded(at: Instant) -> Self {
        Self { at, inclusive: true }
    }

    /// Whether something at this instant is on time.
    pub(crate) fn keeps(&self, at: Instant) -> bool {
        at < self.at || (self.inclusive && at == self.at)
    }
}

/// From which amounts on something is reported as a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub(crate) struct Thresholds {
    /// A recorded due that differs from the recomputed one by more than this (elapsed seconds) is reported.
    #[shape(default = Thresholds::STANDARD.due_differs)]
    pub due_differs: Seconds,
    /// An act more than this (elapsed seconds) after the recorded end contradicts it; clocks of two systems always differ a little.
    #[shape(default = Thresholds::STANDARD.end_differs)]
    pub end_differs: Seconds,
    /// An event entered more than this after it happened is backdated (seconds of wall time).
    #[shape(default = Thresholds::STANDARD.backdated)]
    pub backdated: Seconds,
    /// Open without an event for this much working time is stuck; the default is five days of eight hours.
    #[shape(default = Thresholds::STANDARD.stuck)]
    pub stuck: Seconds,
    /// Without a holder for this much working time is unassigned.
    #[shape(default = Thresholds::STANDARD.unassigned)]
    pub unassigned: Seconds,
    /// Yellow this much working time before a recorded due, unless a rule says otherwise.
    #[shape(default = Thresholds::STANDARD.yellow)]
    pub yellow: Seconds,
    /// Night begins at this second of the day.
    #[shape(default = Thresholds::STANDARD.night_from)]
    pub night_from: Seconds,
    /// Night ends at this second of the day.
    #[shape(default = Thresholds::STANDARD.night_to)]
    pub night_to: Seconds,
    /// A column with at least this share of times at 00:00:00 holds dates, in parts per million.
    #[shape(default = Thresholds::STANDARD.midnight_ppm)]
    pub midnight_ppm: i64,
    /// A finding that gathers many events lists at most this many; its count gives the full number.
    #[shape(default = Thresholds::STANDARD.evidence)]
    pub evidence: i64,
}

impl Thresholds {
    /// The defaults if a rulebook sets none.
    pub(crate) const STANDARD: Self = Self {
        due_differs: Seconds(60),
        end_differs: Seconds(60),
        backdated: Seconds(86_400),
        stuck: Seconds(5 * 8 * 3_600),
        unassigned: Seconds(4 * 3_600),
        yellow: Seconds(8 * 3_600),
        night_from: Seconds(22 * 3_600),
        night_to: Seconds(5 * 3_600),
        midnight_ppm: 950_000,
        evidence: 50,
    };
}

impl Default for Thresholds {
    fn default() -> Self {
        Self::STANDARD
    }
}

/// What replay needs to know about the rules in force for a case.
pub(crate) trait ReplayRules {
    /// The people who have a name that several of them have; empty for any other name.
    fn namesakes(&self, _name: &str) -> Vec<&str> {
        Vec::new()
    }

    /// The zone in which days begin and times are written.
    fn zone(&self) -> &Zone;

    /// From which amounts on something is reported as a finding.
    fn thresholds(&self) -> &Thresholds;

    /// The working time of a unit.
    fn hours(&self, unit: Option<&str>) -> &dyn Hours;

    /// The dues that a procedure, in the version of a day, promises to a case accepted at an instant, its acts on the
    /// clock applied; `None` if no limit is known, or if it depends on data that the log lacks.
    fn promise(
        &self,
        procedure: &str,
        unit: Option<&str>,
        channel: Option<&str>,
        accepted: (Date, Instant),
        clock: &[ClockAct],
        data: &CaseData<'_>,
    ) -> Option<Promised>;

    /// Until when the office had to decide whether it accepts a case that came in at an instant, its acts on the clock
    /// applied; `None` if no law limits that.
    fn take_up(
        &self,
        _procedure: &str,
        _unit: Option<&str>,
        _channel: Option<&str>,
        _received: Instant,
        _clock: &[ClockAct],
        _data: &CaseData<'_>,
    ) -> Option<Promised> {
        None
    }

    /// The names that the rules have for procedures, steps, units and officers, and that a log may lack.
    fn names(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The procedure of cases whose header names none, if there is only one.
    fn only_procedure(&self) -> Option<&str> {
        None
    }

    /// What ends a case of this procedure.
    fn finish(&self, _procedure: Option<&str>, _on: Date) -> Finish {
        Finish::default()
    }

    /// The workflow of a procedure in force on a day.
    fn workflow(&self, _procedure: &str, _on: Date) -> Option<&Workflow> {
        None
    }

    /// The due that a leader set for a case that has no limit (*hạn theo bút phê*), its acts on the clock applied.
    fn given(&self, _unit: Option<&str>, _from: Instant, _given: Stamp, _clock: &[ClockAct]) -> Option<Promised> {
        None
    }

    /// A workflow by its name, in the version of a day.
    fn workflow_named(&self, _workflow: &WorkflowId, _on: Date) -> Option<&Workflow> {
        None
    }

    /// The later versions of a procedure that also apply to open cases.
    fn take_overs(&self, _procedure: &str, _after: Date, _by: Date) -> Vec<TakeOver> {
        Vec::new()
    }

    /// What naming an officer for the next step means.
    fn naming(&self) -> Naming {
        Naming::default()
    }

    /// Whether the rulebook declares an act of this name.
    fn declares(&self, _act: &str) -> bool {
        false
    }

    /// Whether an officer has the right to do a step at a unit.
    fn may_do(&self, _officer: &str, _step: &Step, _unit: Option<&str>, _on: Date) -> bool {
        false
    }

    /// Whether the first of two officers acts in the right of the other at a step, by a delegation in force.
    fn acts_for(&self, _officers: (&str, &str), _step: Option<&Step>, _unit: Option<&str>, _on: Date) -> bool {
        false
    }

    /// Whether an officer is at work on a day; somebody unknown is taken to be.
    fn is_present(&self, _officer: &str, _on: Date) -> bool {
        true
    }

    /// Whether an officer is employed on a day; somebody unknown is taken to be.
    fn is_employed(&self, _officer: &str, _on: Date) -> bool {
        true
    }

    /// Working seconds that a step may take, summed over all visits of one officer.
    fn budget(&self, workflow: Option<&Workflow>, unit: Option<&str>, step: &str) -> Option<Seconds> {
        let step = workflow?.step(&StepId::from(step))?;
        step.budget.as_ref().map(|budget| budget.seconds(self.hours(unit).nominal_day()))
    }

    /// The units that have a share of the limit of a procedure, with its working seconds.
    fn shares(&self, _procedure: Option<&str>, _on: Date) -> Vec<(&str, Seconds)> {
        Vec::new()
    }

    /// When an officer was absent, as the staff table says.
    fn absences(&self, _officer: &str) -> Vec<(Instant, Instant)> {
        Vec::new()
    }

    /// The spans of the confirmed causes by which nobody answers for a step of a case that an officer holds at a unit.
    fn causes(&self, _officer: Option<&str>, _unit: Option<&str>, _case: &str) -> Vec<(Instant, Instant)> {
        Vec::new()
    }

    /// Whether anybody may substitute for an absent officer.
    fn has_substitutes(&self) -> bool {
        false
    }

    /// Who substitutes on a day for an officer who is absent from a step at a unit.
    fn substitute(&self, _absent: &str, _step: Option<&Step>, _unit: Option<&str>, _on: Date) -> Option<&str> {
        None
    }
}
