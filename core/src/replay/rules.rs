//! What replay needs from the rules: a narrow interface that an office, a test or a single calendar can implement.

use crate::base::ids::StepId;
use crate::base::shape::Shape;
use crate::base::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::base::value::{Map, Node, Value};
use crate::calendar::Calendar;
use crate::case::merged;
use crate::deadline::{Bound, ClockAct, Due, Finish};
use crate::workflow::Workflow;
use serde::Serialize;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

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

/// The data that the events of a case carry beside their columns (*dữ liệu của vụ việc*); merged only on request.
#[derive(Debug)]
pub(crate) struct CaseData<'a> {
    log: &'a BTreeMap<usize, Node>,
    can_hold_data: bool,
    rows: Range<usize>,
    data: OnceCell<Option<Node>>,
}

impl<'a> CaseData<'a> {
    /// The data of some rows of a log; `can_hold_data` says whether its events can carry data at all.
    pub(super) fn new(log: &'a BTreeMap<usize, Node>, can_hold_data: bool, rows: Range<usize>) -> Self {
        Self { log, can_hold_data, rows, data: OnceCell::new() }
    }

    /// The data of the case, each entry from the last event that gives it; `None` if the log cannot hold data, so that
    /// nothing can be concluded from a missing entry.
    pub(crate) fn data(&self) -> Option<&Node> {
        let gather = || {
            let news = self.log.range(self.rows.clone()).map(|(_, news)| news);
            let none = Node::from(Value::Map(Map::default()));
            self.can_hold_data.then(|| news.fold(none, |data, news| merged(&data, Some(news))))
        };
        self.data.get_or_init(gather).as_ref()
    }

    /// Whether data was requested and the log cannot hold any.
    pub(super) fn missed(&self) -> bool {
        matches!(self.data.get(), Some(None))
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
    /// The zone in which days begin and times are written.
    fn zone(&self) -> &Zone;

    /// From which amounts on something is reported as a finding.
    fn thresholds(&self) -> &Thresholds;

    /// The working time of a unit.
    fn hours(&self, unit: Option<&str>) -> &dyn Hours;

    /// The dues that a procedure promises to a case accepted at an instant, its acts on the clock applied; `None` if no
    /// limit is known, or if it depends on data that the log lacks.
    fn promise(
        &self,
        procedure: &str,
        unit: Option<&str>,
        channel: Option<&str>,
        accepted: Instant,
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

    /// Working seconds that a step may take, summed over all visits of one officer.
    fn budget(&self, procedure: &str, unit: Option<&str>, on: Date, step: &str) -> Option<Seconds> {
        let step = self.workflow(procedure, on)?.step(&StepId::from(step))?;
        step.budget.as_ref().map(|budget| budget.seconds(self.hours(unit).nominal_day()))
    }

    /// When an officer was on leave, or prevented by a confirmed objective cause; in order.
    fn excused(&self, _officer: &str) -> &[(Instant, Instant)] {
        &[]
    }
}
