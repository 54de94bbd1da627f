//! The history of one case: the instants that count, where each is known from, and the holds.

use super::conformance::{Plan, Plans};
use super::hold::{Hold, Holds, net};
use super::profile::Profile;
use super::rules::{CaseData, Deadline, Hours, Promised, ReplayRules};
use super::tokens::{End, Tokens};
use crate::base::shape::{self, Term};
use crate::base::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::base::value::{Node, Value};
use crate::case::{Effect, finishes};
use crate::deadline::{ClockAct, ClockActKind, Finish};
use crate::log::{CaseCells, EventCells, Log, Symbol, TimeField};
use crate::replay::finding::Grade;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// The state of a case in a replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum State {
    /// Being handled.
    #[term("open")]
    Open,
    /// The clock is suspended: somebody outside owes something.
    #[term("suspended")]
    Suspended,
    /// The desk has the result.
    #[term("finished")]
    Finished,
    /// The citizen has the result.
    #[term("returned")]
    Returned,
    /// Ended without a result; never late.
    #[term("stopped")]
    Stopped,
}

/// Where an instant of a case is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Origin {
    /// The case header.
    #[term("header")]
    Header,
    /// An act in the log.
    #[term("act")]
    Act,
}

/// An instant, and where it is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) at: Instant,
    /// The latest possible instant; later than `at` if only the day is known.
    pub(super) latest: Instant,
    pub(super) by: Origin,
}

/// The limit for the decision whether a case is accepted (*thụ lý*).
#[derive(Clone, Copy, Debug)]
pub(super) struct TakeUp {
    pub(super) received: Instant,
    pub(super) promise: Promised,
    /// When it was decided, by acceptance or by ending the case without it, and the latest possible instant of that.
    pub(super) answered: Option<(Instant, Instant)>,
}

/// One case, replayed up to an instant.
pub(super) struct CaseHistory<'a> {
    pub(super) cells: CaseCells,
    /// The row of its first event.
    first: u32,
    /// The events up to the instant.
    pub(super) events: &'a [EventCells],
    pub(super) holds: &'a [Hold],
    /// Suspensions, which do not overlap, in order; the last may run until the instant of the replay.
    pub(super) pauses: &'a [(Instant, Instant)],
    pub(super) hours: &'a dyn Hours,
    pub(super) grade: Grade,
    pub(super) state: State,
    pub(super) begun: Option<Instant>,
    pub(super) accepted: Option<Known>,
    pub(super) finished: Option<Known>,
    /// When its workflow may have ended; the log does not allow a decision.
    pub(super) perhaps_finished: Option<Instant>,
    pub(super) stopped: Option<Instant>,
    pub(super) promise: Option<Promised>,
    /// The due of the register; the end of the day if it is a date.
    pub(super) recorded: Option<Deadline>,
    pub(super) take_up: Option<TakeUp>,
    /// The law limits the time for acceptance, and the log does not say when the case came in.
    pub(super) receipt_missing: bool,
    /// A limit depends on a time of which the log has only the day.
    pub(super) time_missing: bool,
    /// A limit depends on data that the log lacks: a factor, a choice, the length of an extension.
    pub(super) data_missing: bool,
    pub(super) as_of: Instant,
}

impl CaseHistory<'_> {
    /// Its events with their rows in the log.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &EventCells)> {
        (self.first..).zip(self.events)
    }

    /// The limit for the decision on acceptance, while that decision is pending.
    pub(super) fn awaited(&self) -> Option<&TakeUp> {
        self.take_up.as_ref().filter(|take_up| take_up.answered.is_none())
    }

    /// What falls due next by rule: the decision on acceptance, then the result.
    pub(super) fn judging(&self) -> Option<&Promised> {
        self.awaited().map(|take_up| &take_up.promise).or(self.promise.as_ref())
    }

    /// The deadline that counts: what falls due by rule, otherwise the due in the register.
    pub(super) fn deadline(&self) -> Option<Deadline> {
        self.judging().map(|promise| promise.due).or(self.recorded)
    }

    /// The start and the end of the limit that counts.
    pub(super) fn span(&self) -> (Instant, Instant) {
        (self.awaited().map_or_else(|| self.anchor(), |take_up| take_up.received), self.end())
    }

    /// Whether the case has not ended.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.state, State::Open | State::Suspended)
    }

    /// Until when time certainly runs: the end of the case, the start of a suspension that still lasts, or the instant
    /// of the replay.
    pub(super) fn end(&self) -> Instant {
        match (self.finished, self.state, self.pauses.last()) {
            (Some(known), _, _) => known.at,
            (None, State::Suspended, Some((from, _))) => *from,
            _ => self.perhaps_finished.unwrap_or(self.as_of),
        }
    }

    /// Working seconds after a deadline, without suspensions, if it was missed. A stopped case is never late.
    pub(super) fn late_by(&self, deadline: Deadline) -> Option<Seconds> {
        let missed = self.state != State::Stopped && !deadline.keeps(self.end());
        missed.then(|| net(self.hours, deadline.at, self.end(), self.pauses))
    }

    /// Working seconds by which the decision on acceptance came after its limit, or is overdue now.
    pub(super) fn take_up_late(&self) -> Option<(&TakeUp, Instant, Seconds)> {
        let take_up = self.take_up.as_ref()?;
        let (due, end) = (take_up.promise.due, take_up.answered.map_or_else(|| self.end(), |(answered, _)| answered));
        (!due.keeps(end)).then(|| (take_up, end, net(self.hours, due.at, end, self.pauses)))
    }

    /// From when the case counts: its acceptance, otherwise its first mention.
    pub(super) fn anchor(&self) -> Instant {
        self.accepted.map(|known| known.at).or(self.begun).unwrap_or(self.as_of)
    }

    /// The day that decides which version of the rules applies.
    pub(super) fn anchor_day(&self, zone: &Zone) -> Date {
        zone.date_of(self.anchor())
    }

    /// Working seconds of a hold, without suspensions.
    pub(super) fn held(&self, hold: &Hold) -> Seconds {
        net(self.hours, hold.since, hold.until.unwrap_or(self.as_of), self.pauses)
    }

    /// The unit of the case.
    pub(super) fn unit(&self) -> Option<Symbol> {
        self.cells.unit.or_else(|| self.events.iter().find_map(|event| event.unit))
    }
}

/// Replays cases one after the other, reusing its memory.
pub(super) struct Folder<'a> {
    rules: &'a dyn ReplayRules,
    log: &'a Log,
    as_of: Instant,
    /// What the log as a whole records.
    grade: Grade,
    events: Vec<EventCells>,
    holds: Holds,
    pauses: Vec<(Instant, Instant)>,
    clock: Vec<ClockAct>,
    /// Whether any case of the log says when the citizen got the result.
    has_returned: bool,
    /// Whether any event of the log carries data, and whether its events can.
    data: (bool, bool),
    hours: HashMap<Option<Symbol>, &'a dyn Hours, RandomState>,
}

impl<'a> Folder<'a> {
    pub(super) fn new(rules: &'a dyn ReplayRules, log: &'a Log, as_of: Instant, profile: &Profile) -> Self {
        Self {
            rules,
            log,
            as_of,
            grade: profile.grade,
            events: Vec::new(),
            holds: Holds::default(),
            pauses: Vec::new(),
            clock: Vec::new(),
            has_returned: profile.has_returned,
            data: (profile.has_data, profile.tells_data),
            hours: HashMap::default(),
        }
    }

    /// One case, its header taking precedence over its acts; `None` if it had not begun at the instant of the replay.
    pub(super) fn fold(
        &mut self,
        row: usize,
        span: std::ops::Range<usize>,
        plans: &mut Plans<'a>,
    ) -> Option<CaseHistory<'_>> {
        let (log, as_of) = (self.log, self.as_of);
        let past = |at: Option<Instant>| at.filter(|at| *at <= as_of);
        let zone = self.rules.zone();
        let cells = log.cases.row(row)?;
        self.events.clear();
        let first = log.events.at.get(span.start).copied().filter(|_| !span.is_empty());
        self.events
            .extend(span.clone().filter_map(|event| log.events.row(event)).take_while(|event| event.at <= as_of));
        let heads = [cells.submitted, cells.received, cells.accepted, cells.finished, cells.stopped, cells.returned];
        let begun = heads.into_iter().chain([first]).flatten().min();
        // A case without any time in its header is kept: somebody still answers for it.
        if begun.is_some_and(|begun| begun > as_of) {
            return None;
        }

        // If only a day is known, the case may have changed at any time until the day ended.
        let until = |at: Instant, day_only: bool| if day_only { end_of_day(zone, at) } else { at };
        let head = |at: Option<Instant>, field: TimeField| {
            past(at).map(|at| Known { at, latest: until(at, cells.days.has(field)), by: Origin::Header })
        };
        let act = |event: &EventCells| Known { at: event.at, latest: until(event.at, event.day_only), by: Origin::Act };
        let first_of = |effect: Effect| self.events.iter().find(|event| event.effect == effect).map(act);
        let accepted = head(cells.accepted, TimeField::Accepted).or_else(|| first_of(Effect::Accept));
        let received = head(cells.received, TimeField::Received).or_else(|| first_of(Effect::Receive));
        let procedure = cells.procedure.map(|symbol| log.name(symbol)).or_else(|| self.rules.only_procedure());
        let anchor = accepted.map(|known| known.at).or(begun).unwrap_or(as_of);
        let finish = self.rules.finish(procedure, zone.date_of(anchor));
        let header = match finish {
            // A register with only one column of ends means that one.
            Finish::Delivered if self.has_returned => head(cells.returned, TimeField::Returned),
            Finish::HandedOver | Finish::Delivered => {
                head(cells.finished, TimeField::Finished).or_else(|| head(cells.returned, TimeField::Returned))
            }
        };
        let acts = last_end(&self.events, finish).map(act);
        let workflow = procedure
            .filter(|_| header.is_none())
            .and_then(|procedure| self.rules.workflow(procedure, zone.date_of(anchor)));
        let left =
            workflow.map_or(End::Open, |workflow| self.left(plans.of(workflow), span.start, acts.map(|act| act.at)));
        let (done, perhaps_finished) = match left {
            End::Open => (None, None),
            End::At(at) => (Some(at), None),
            End::Unclear(at) => (None, Some(at).filter(|_| acts.is_none())),
        };
        let done = done.and_then(|at| self.events.iter().find(|event| event.at == at)).map(act);
        let finished = header.or_else(|| acts.into_iter().chain(done).min_by_key(|known| known.at));
        let stop =
            || last_of(&self.events, Effect::Stop, Effect::Reopen).map(|at| Known { at, latest: at, by: Origin::Act });
        let stop = head(cells.stopped, TimeField::Stopped).or_else(stop);
        let stopped = stop.map(|known| known.at);
        let returned = past(cells.returned).or_else(|| last_of(&self.events, Effect::Deliver, Effect::Reopen));

        let extended = self.fold_events(finished.map(|known| known.at), span.start);
        let paused = self.pauses.last().is_some_and(|(_, to)| *to == Instant::MAX);
        let over = finished.map_or(as_of, |known| known.at);
        if let Some((from, to)) = self.pauses.last_mut().filter(|_| paused) {
            *to = over.max(*from);
        }
        let state = match (returned, finished, stopped) {
            (_, None, Some(_)) => State::Stopped,
            (Some(_), Some(_), _) => State::Returned,
            (_, Some(_), _) => State::Finished,
            (_, None, None) if paused => State::Suspended,
            (_, None, None) => State::Open,
        };
        let rules = self.rules;
        let unit = cells.unit.or_else(|| self.events.iter().find_map(|event| event.unit));
        let hours = *self.hours.entry(unit).or_insert_with(|| rules.hours(unit.map(|symbol| log.name(symbol))));
        let unit = unit.map(|symbol| log.name(symbol));
        let channel = cells.channel.map(|symbol| log.name(symbol));
        let recorded = cells.due_recorded.map(|at| until(at, cells.days.has(TimeField::DueRecorded)));
        let mut time_missing = false;
        let data = CaseData::new(&log.extras.data, self.data.1, span.start..span.start + self.events.len());
        let promise = accepted.filter(|_| extended).and_then(|accepted| {
            let promise = |from| self.rules.promise(procedure?, unit, channel, from, &self.clock, &data);
            of_day(accepted, promise, &mut time_missing)
        });
        let answered = [accepted, finished, stop].into_iter().flatten().min_by_key(|known| known.at);
        let answered = answered.map(|known| (known.at, known.latest));
        // Later acts on the clock concern the limit for the result.
        self.clock.retain(|act| answered.is_none_or(|(answered, _)| act.at.at <= answered));
        let limit = |from| self.rules.take_up(procedure?, unit, channel, from, &self.clock, &data);
        let take_up = received.and_then(|received| {
            let promise = of_day(received, limit, &mut time_missing)?;
            Some(TakeUp { received: received.at, promise, answered })
        });
        Some(CaseHistory {
            cells,
            receipt_missing: received.is_none() && limit(anchor).is_some(),
            time_missing,
            data_missing: data.missed() || !extended,
            recorded: recorded.map(Deadline::recorded),
            take_up,
            grade: if self.events.is_empty() { Grade::Header } else { self.grade },
            first: u32::try_from(span.start).unwrap_or(u32::MAX),
            events: &self.events,
            holds: self.holds.list(),
            pauses: &self.pauses,
            hours,
            state,
            begun,
            accepted,
            finished,
            perhaps_finished: perhaps_finished.filter(|_| state == State::Open),
            stopped,
            promise,
            as_of,
        })
    }

    /// Whether the steps done leave anything to do in the workflow. `first` is the row of the first event; `handed_out`
    /// is the instant of an act that ended the case, so that only an earlier end of the workflow matters.
    fn left(&self, plan: &Plan<'_>, first: usize, handed_out: Option<Instant>) -> End {
        let mut earlier = self.events.iter().take_while(|event| handed_out.is_none_or(|at| event.at < at));
        if !earlier.any(|event| plan.position(event.step).is_some_and(|step| plan.may_end(step))) {
            return End::Open;
        }
        let data = &self.log.extras.data;
        let mut tokens = Tokens::new(plan, self.data.0);
        for (event, row) in self.events.iter().zip(first..) {
            tokens.see(event, data.get(&row));
        }
        tokens.end()
    }

    /// Gives whether the log records the length of every extension.
    fn fold_events(&mut self, finished: Option<Instant>, first: usize) -> bool {
        self.holds.clear();
        self.pauses.clear();
        self.clock.clear();
        let mut extended = true;
        for (event, row) in self.events.iter().zip(first..) {
            self.holds.push(event);
            let running = self.pauses.last().is_some_and(|(_, to)| *to == Instant::MAX);
            match event.effect {
                Effect::Suspend if !running => self.pauses.push((event.at, Instant::MAX)),
                Effect::Resume | Effect::Restart | Effect::Stop if running => {
                    if let Some((_, to)) = self.pauses.last_mut() {
                        *to = event.at;
                    }
                }
                _ => {}
            }
            if event.effect == Effect::Extend {
                let data = self.log.extras.data.get(&row);
                match extension(self.rules.zone().stamp(event.at), data) {
                    Ok(act) => self.clock.extend(act),
                    Err(()) => extended = false,
                }
            }
            let kind = match event.effect {
                Effect::Suspend => ClockActKind::Suspend,
                Effect::Resume => ClockActKind::Resume,
                Effect::Restart => ClockActKind::Restart,
                _ => continue,
            };
            self.clock.push(ClockAct::new(kind, self.rules.zone().stamp(event.at)));
        }
        if let Some(at) = finished {
            self.holds.end_all(at);
        }
        extended
    }
}

/// How an extension changes the clock; `None` if it only gives a new date beside the first one.
///
/// # Errors
/// If its data do not give the length of the extension.
fn extension(at: Stamp, data: Option<&Node>) -> Result<Option<ClockAct>, ()> {
    let entry = |name: &str| data.and_then(|data| data.get(name));
    if matches!(entry("lawful").map(|node| &node.value), Some(Value::Bool(false))) {
        return Ok(None);
    }
    let by = entry("by").map(shape::read).transpose().map_err(|_| ())?;
    let until = entry("until").map(shape::read).transpose().map_err(|_| ())?;
    if by.is_none() && until.is_none() {
        return Err(());
    }
    Ok(Some(ClockAct { by, until, ..ClockAct::new(ClockActKind::Extend, at) }))
}

/// The last instant of the day that contains an instant.
pub(super) fn end_of_day(zone: &Zone, at: Instant) -> Instant {
    let next = zone.instant(zone.date_of(at).plus(1), 0);
    next.micros().checked_sub(1).and_then(Instant::from_micros).unwrap_or(next)
}

/// The due of a promise that starts at an instant of which perhaps only the day is known. If both ends of the day give
/// the same dues, they hold for the whole day, since a later start is never due earlier.
fn of_day(from: Known, promise: impl Fn(Instant) -> Option<Promised>, time_missing: &mut bool) -> Option<Promised> {
    let first = promise(from.at)?;
    if from.latest == from.at {
        return Some(first);
    }
    let ends = |promise: &Promised| (promise.due, promise.statutory, promise.committed);
    let alike = promise(from.latest).is_some_and(|last| ends(&last) == ends(&first));
    *time_missing |= !alike;
    // The start of yellow may still depend on the time of day.
    alike.then_some(first)
}

/// The last act of one effect that no later act of another has undone.
fn last_of(events: &[EventCells], effect: Effect, undone_by: Effect) -> Option<Instant> {
    let last = events.iter().rev().find(|event| event.effect == effect || event.effect == undone_by)?;
    (last.effect == effect).then_some(last.at)
}

/// The first act that ends the case after the last reopening.
fn last_end(events: &[EventCells], finish: Finish) -> Option<&EventCells> {
    let reopened = events.iter().rposition(|event| event.effect == Effect::Reopen).map_or(0, |index| index + 1);
    events.iter().skip(reopened).find(|event| finishes(event.effect, finish, false))
}

/// How much a log records.
pub(super) fn grade_of(log: &Log) -> Grade {
    let mut grade = if log.events.is_empty() { Grade::Header } else { Grade::Completions };
    for effect in &log.events.effect {
        match effect {
            Effect::Assign | Effect::Claim | Effect::Forward | Effect::Suspend => return Grade::Full,
            Effect::Start => grade = Grade::Spans,
            _ => {}
        }
    }
    grade
}
