//! What replay asks of the rules: a narrow window, so that an office, a test or a single calendar can stand behind it.

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

/// Working time as one unit keeps it.
pub(crate) trait Hours {
    /// Working seconds between two instants; nothing when the second is not later.
    fn elapsed(&self, from: Instant, to: Instant) -> Seconds;

    /// Whether an instant lies inside a shift.
    fn is_open(&self, at: Instant) -> bool;

    /// Working seconds of a nominal day.
    fn nominal_day(&self) -> Seconds {
        Seconds(8 * 3_600)
    }
}

/// Every hour counts: what stands in where the rulebook has no calendar.
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

/// What was promised at acceptance, recomputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Promised {
    /// By when.
    pub due: Deadline,
    /// From when on it is yellow.
    pub yellow_from: Option<Instant>,
    /// The statutory end.
    pub statutory: Option<Deadline>,
    /// The committed end.
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

/// What the events of a case say beside their columns (*dữ liệu của vụ việc*); put together only when it is asked for.
#[derive(Debug)]
pub(crate) struct CaseData<'a> {
    log: &'a BTreeMap<usize, Node>,
    tells: bool,
    rows: Range<usize>,
    data: OnceCell<Option<Node>>,
}

impl<'a> CaseData<'a> {
    /// That of some rows of a log; `tells` when it has a place for such things.
    pub(super) fn new(log: &'a BTreeMap<usize, Node>, tells: bool, rows: Range<usize>) -> Self {
        Self { log, tells, rows, data: OnceCell::new() }
    }

    /// The data of the case: what its last event says of each. Nothing where the log has no place for such things, so
    /// that nobody can say what this one was like.
    pub(crate) fn data(&self) -> Option<&Node> {
        let gather = || {
            let news = self.log.range(self.rows.clone()).map(|(_, news)| news);
            let none = Node::from(Value::Map(Map::default()));
            self.tells.then(|| news.fold(none, |data, news| merged(&data, Some(news))))
        };
        self.data.get_or_init(gather).as_ref()
    }

    /// Whether it was asked for in vain.
    pub(super) fn missed(&self) -> bool {
        matches!(self.data.get(), Some(None))
    }
}

/// The end of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deadline {
    /// The instant.
    pub at: Instant,
    /// Whether the instant itself is still in time (close of office: yes; 24:00: no).
    pub inclusive: bool,
}

impl Deadline {
    /// A due in time up to and including its instant, as registers record it.
    pub(crate) const fn recorded(at: Instant) -> Self {
        Self { at, inclusive: true }
    }

    /// Whether something at this instant is in time.
    pub(crate) fn keeps(&self, at: Instant) -> bool {
        at < self.at || (self.inclusive && at == self.at)
    }
}

/// From which sizes on something is worth a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub(crate) struct Thresholds {
    /// A recorded due further than this from the recomputed one differs.
    #[shape(default = Thresholds::STANDARD.due_differs)]
    pub due_differs: Seconds,
    /// An act further than this after the recorded end contradicts it; clocks of two systems are never equal.
    #[shape(default = Thresholds::STANDARD.end_differs)]
    pub end_differs: Seconds,
    /// Entered later than this after it happened is backdated (wall time).
    #[shape(default = Thresholds::STANDARD.backdated)]
    pub backdated: Seconds,
    /// Open without an event for so much working time is stuck; the default is five days of eight hours.
    #[shape(default = Thresholds::STANDARD.stuck)]
    pub stuck: Seconds,
    /// Without a holder for so much working time is unassigned.
    #[shape(default = Thresholds::STANDARD.unassigned)]
    pub unassigned: Seconds,
    /// Yellow so much working time before a recorded due, where no rule says otherwise.
    #[shape(default = Thresholds::STANDARD.yellow)]
    pub yellow: Seconds,
    /// Night begins at this second of the day.
    #[shape(default = Thresholds::STANDARD.night_from)]
    pub night_from: Seconds,
    /// Night ends at this second of the day.
    #[shape(default = Thresholds::STANDARD.night_to)]
    pub night_to: Seconds,
    /// A column with this share of times at 00:00:00 holds dates, in parts per million.
    #[shape(default = Thresholds::STANDARD.midnight_ppm)]
    pub midnight_ppm: i64,
    /// No finding that gathers many events lists more of them than this; its count says how many there are.
    #[shape(default = Thresholds::STANDARD.evidence)]
    pub evidence: i64,
}

impl Thresholds {
    /// What holds where a rulebook says nothing.
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
    /// The zone in which days begin and stamps are written.
    fn zone(&self) -> &Zone;

    /// From which sizes on something is worth a finding.
    fn thresholds(&self) -> &Thresholds;

    /// Working time of a unit.
    fn hours(&self, unit: Option<&str>) -> &dyn Hours;

    /// The promise of a procedure to a case accepted at an instant, its clock acts applied; nothing where no limit is
    /// known, or where it hangs on data that the log does not tell.
    fn promise(
        &self,
        procedure: &str,
        unit: Option<&str>,
        channel: Option<&str>,
        accepted: Instant,
        clock: &[ClockAct],
        told: &CaseData<'_>,
    ) -> Option<Promised>;

    /// Until when it had to be said whether a matter that came in at an instant is taken up, its clock acts applied;
    /// nothing where no law limits that.
    fn take_up(
        &self,
        _procedure: &str,
        _unit: Option<&str>,
        _channel: Option<&str>,
        _received: Instant,
        _clock: &[ClockAct],
        _told: &CaseData<'_>,
    ) -> Option<Promised> {
        None
    }

    /// The procedure of cases whose header names none: of use where there is only one.
    fn only_procedure(&self) -> Option<&str> {
        None
    }

    /// What ends a case of this procedure.
    fn finish(&self, _procedure: Option<&str>, _on: Date) -> Finish {
        Finish::default()
    }

    /// The workflow of a procedure, as it was on a day.
    fn workflow(&self, _procedure: &str, _on: Date) -> Option<&Workflow> {
        None
    }

    /// Working seconds that a step may take, all visits of one officer together.
    fn budget(&self, procedure: &str, unit: Option<&str>, on: Date, step: &str) -> Option<Seconds> {
        let step = self.workflow(procedure, on)?.step(&StepId::from(step))?;
        step.budget.as_ref().map(|budget| budget.seconds(self.hours(unit).nominal_day()))
    }

    /// When an officer was away with leave, or held up by a confirmed objective cause; in order.
    fn excused(&self, _officer: &str) -> &[(Instant, Instant)] {
        &[]
    }
}
