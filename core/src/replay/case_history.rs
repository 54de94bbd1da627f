//! The history of one case: the instants that count, where each is known from, and the holds.

use super::apart::is_out_of_place;
use super::names::AllNames;
use super::net::net;
use super::profile::Profile;
use super::rules::{CaseData, Deadline, Hours, Promised, ReplayRules};
use super::setting::LogSetting;
use super::substitution::substitute;
use crate::base::shape::Term;
use crate::base::time::{Instant, Seconds, Zone};
use crate::base::value::{Map, Node, Value};
use crate::case::course::{self, Act, Hold, Kept, Moment, TakenOver, Trace, VisitSpan};
use crate::case::{ActorKind, Effect};
use crate::deadline::{Clock, Finish};
use crate::log::{CaseCells, EventCells, Log, Symbol, TimeField};
use crate::replay::finding::Grade;
use crate::workflow::Workflow;
use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};

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
pub(super) struct CaseHistory<'a, 'r> {
    pub(super) cells: CaseCells,
    /// The row of its first event.
    first: u32,
    /// The events up to the instant.
    pub(super) events: &'a [EventCells],
    pub(super) holds: &'a [Hold],
    pub(super) visits: &'a [VisitSpan],
    pub(super) taken_over: &'a [TakenOver],
    /// The rows of acts without effect.
    pub(super) void_acts: &'a [u32],
    /// Suspensions, which do not overlap, in order; the last may run until the instant of the replay.
    pub(super) pauses: &'a [(Instant, Instant)],
    pub(super) hours: &'a dyn Hours,
    zone: &'a Zone,
    /// By which channel it was filed.
    pub(super) channel: Option<&'a str>,
    /// The workflow that it went through: the one that its data name, else that of its procedure, in the last version
    /// that applied to it.
    pub(super) workflow: Option<&'r Workflow>,
    /// How far its steps were done where its workflow has them, as a live case would have allowed.
    pub(super) kept: Kept,
    /// How much its own events record.
    pub(super) grade: Grade,
    /// How much the log records of cases with events.
    pub(super) grade_of_log: Grade,
    pub(super) state: State,
    pub(super) begun: Option<Instant>,
    pub(super) accepted: Option<Known>,
    pub(super) finished: Option<Known>,
    /// When its acts show that it was finished, if the register says something else.
    pub(super) finished_by_acts: Option<Instant>,
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
    /// The instant from which the full limit counts again.
    pub(super) restarted: Option<Instant>,
    pub(super) as_of: Instant,
    /// The names of the log that fit several people.
    pub(super) ambiguous: &'a HashSet<Symbol, RandomState>,
    /// The original places of its events, where an order was chosen for them.
    moved: &'a [usize],
}

impl CaseHistory<'_, '_> {
    /// Its events with their rows in the log.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &EventCells)> {
        let row = |index: usize| self.moved.get(index).copied().unwrap_or(index);
        let row = move |index: usize| self.first.saturating_add(u32::try_from(row(index)).unwrap_or(u32::MAX));
        self.events.iter().enumerate().map(move |(index, event)| (row(index), event))
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
        let start = self.awaited().map_or_else(|| self.anchor(), |take_up| take_up.received);
        (self.restarted.map_or(start, |restarted| restarted.max(start)), self.end())
    }

    /// Whether a name fits several people, so that nobody answers for what was done under it.
    pub(super) fn is_ambiguous(&self, name: Symbol) -> bool {
        self.ambiguous.contains(&name)
    }

    /// Whether the case has not ended.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.state, State::Open | State::Suspended)
    }

    /// The earliest and the latest instant at which it can have been finished, by the register and by its acts.
    pub(super) fn finished_between(&self) -> Option<(Instant, Instant)> {
        let known = self.finished?;
        let by_acts = |at: Instant| self.finished_by_acts.unwrap_or(at);
        Some((known.at.min(by_acts(known.at)), known.latest.max(by_acts(known.latest))))
    }

    /// Whether the case was only sent in: nobody has received it, so no due runs yet and none is missing.
    pub(super) fn only_registered(&self) -> bool {
        let never = self.accepted.is_none() && self.cells.received.is_none() && self.recorded.is_none();
        never && self.is_open() && self.cells.submitted.is_some() && self.events.is_empty()
    }

    /// Until when time certainly runs: the end of the case, the start of a suspension that still lasts, or the instant
    /// of the replay.
    pub(super) fn end(&self) -> Instant {
        match (self.finished_between(), self.state, self.pauses.last()) {
            (Some((earliest, _)), _, _) => earliest,
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

    /// The latest instant that one of its acts can have; the end of the day if only the day of the act is known.
    pub(super) fn latest(&self, at: Instant) -> Instant {
        let by_day = self.events.iter().any(|event| event.day_only && event.at == at);
        if by_day { end_of_day(self.zone, at) } else { at }
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
    pub(super) log: &'a Log,
    as_of: Instant,
    /// What the log as a whole records.
    grade: Grade,
    setting: LogSetting<'a>,
    pub(super) events: Vec<EventCells>,
    pub(super) trace: Trace,
    pauses: Vec<(Instant, Instant)>,
    /// Whether any case of the log says when the citizen got the result.
    has_returned: bool,
    /// Whether any event of the log carries data, and whether its events can.
    data: (bool, bool),
    hours: HashMap<Option<Symbol>, &'a dyn Hours, RandomState>,
    /// Whether anybody may substitute for somebody.
    has_substitutes: bool,
    /// The acts that the rulebook declares, by their names in the log.
    declared: HashMap<Symbol, bool, RandomState>,
    /// The names of the log that fit several people.
    ambiguous: HashSet<Symbol, RandomState>,
    /// How many acts of the last fold completed a step that was not open.
    pub(super) objections: usize,
    /// The original places of the events of the case, where an order was chosen; empty where they are as the log has them.
    pub(super) moved: Vec<usize>,
}

impl<'a> Folder<'a> {
    pub(super) fn new(
        rules: &'a dyn ReplayRules,
        (log, names): (&'a Log, &'a AllNames<'a>),
        as_of: Instant,
        profile: &Profile,
    ) -> Self {
        Self {
            rules,
            log,
            as_of,
            grade: profile.grade,
            setting: LogSetting::new(rules, names, profile),
            events: Vec::new(),
            trace: Trace::default(),
            pauses: Vec::new(),
            has_returned: profile.has_returned,
            data: (profile.has_data, profile.tells_data),
            hours: HashMap::default(),
            has_substitutes: rules.has_substitutes(),
            declared: HashMap::default(),
            ambiguous: log.names.symbols().filter(|name| !rules.namesakes(log.name(*name)).is_empty()).collect(),
            objections: 0,
            moved: Vec::new(),
        }
    }

    /// One case; `None` if it had not begun at the instant of the replay. Acceptance is known by acts, else by the
    /// header; the end by the header, else by acts.
    pub(super) fn fold(&mut self, row: usize, span: std::ops::Range<usize>) -> Option<CaseHistory<'_, 'a>> {
        let (log, as_of, rules) = (self.log, self.as_of, self.rules);
        let past = |at: Option<Instant>| at.filter(|at| *at <= as_of);
        let zone = rules.zone();
        let mut cells = log.cases.row(row)?;
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
        let accepted = head(cells.accepted, TimeField::Accepted);
        self.order_apart(&cells, accepted, &span);
        let state = self.advance(&cells, accepted, span.start);
        let by_act = |moment: Moment| Known { at: moment.at, latest: moment.latest, by: Origin::Act };
        cells.procedure = cells.procedure.or(state.procedure);
        let accepted = state.accepted.map(by_act).or(accepted);
        let received = head(cells.received, TimeField::Received).or_else(|| {
            let receive = self.events.iter().find(|event| event.effect == Effect::Receive);
            receive.and(state.received).map(by_act)
        });
        let procedure = self.setting.procedure(cells.procedure);
        let anchor = accepted.map(|known| known.at).or(begun).unwrap_or(as_of);
        let finish = rules.finish(procedure, zone.date_of(anchor));
        let header = match finish {
            // A register with only one column of ends means that one.
            Finish::Delivered if self.has_returned => head(cells.returned, TimeField::Returned),
            Finish::HandedOver | Finish::Delivered => {
                head(cells.finished, TimeField::Finished).or_else(|| head(cells.returned, TimeField::Returned))
            }
        };
        // An end in the header before the case was opened again is that of the earlier run.
        let header = header.filter(|end| state.reopened.is_none_or(|reopened| reopened <= end.latest));
        let finished = header.or_else(|| state.finished.map(by_act));
        let apart = rules.thresholds().end_differs;
        let differs = |end: &Known, at: Instant| at < end.at.plus(Seconds(-apart.0)) || end.latest.plus(apart) < at;
        let finished_by_acts = state.finished.map(|moment| moment.at);
        let finished_by_acts = finished_by_acts.filter(|at| header.as_ref().is_some_and(|end| differs(end, *at)));
        let stop = head(cells.stopped, TimeField::Stopped).or_else(|| state.stopped.map(by_act));
        let stopped = stop.map(|known| known.at);
        let returned = past(cells.returned).or_else(|| state.delivered.map(|moment| moment.at));

        let over = finished.or(stop).map(|known| known.at);
        let clock_of_case = Clock::new(&state.clock, None, None);
        let paused = pause(&clock_of_case, (over, as_of), &mut self.pauses);
        let mut state = state;
        state.flush(over, &self.setting, &mut self.trace);
        if self.has_substitutes {
            let unit = cells.unit.or_else(|| self.events.iter().find_map(|event| event.unit));
            let step = |step| state.plan.as_ref().and_then(|plan| plan.step(plan.position(Some(step))?));
            let until = over.unwrap_or(as_of);
            substitute(&mut self.trace.holds, (rules, self.setting.names()), step, unit, until);
        }
        let ambiguous = &self.ambiguous;
        let unclear = |hold: &&mut Hold| hold.officer.is_some_and(|officer| ambiguous.contains(&officer));
        self.trace.holds.iter_mut().filter(unclear).for_each(|hold| hold.kind = ActorKind::Unknown);
        self.trace.holds.sort_by_key(|hold| (hold.since, hold.until.is_none(), hold.until));
        let course = match (returned, finished, stopped) {
            (_, None, Some(_)) => State::Stopped,
            (Some(_), Some(_), _) => State::Returned,
            (_, Some(_), _) => State::Finished,
            (_, None, None) if paused => State::Suspended,
            (_, None, None) => State::Open,
        };
        let unit = cells.unit.or_else(|| self.events.iter().find_map(|event| event.unit));
        let hours = *self.hours.entry(unit).or_insert_with(|| rules.hours(unit.map(|symbol| log.name(symbol))));
        let unit = unit.map(|symbol| log.name(symbol));
        let ended = matches!(course, State::Finished | State::Returned);
        let kept = state.plan.as_ref().map(|plan| state.route.kept(plan, state.data.as_ref(), ended));
        let drawn = state.plan.as_ref().map(|plan| plan.workflow);
        let workflow = drawn.or_else(|| rules.workflow(procedure?, zone.date_of(anchor)));
        let channel = cells.channel.map(|symbol| log.name(symbol)).or_else(|| {
            let first = log.extras.data.get(&span.start)?;
            first.get("channel").and_then(|channel| channel.value.as_text())
        });
        let recorded = cells.due_recorded.map(|at| until(at, cells.days.has(TimeField::DueRecorded)));
        let mut time_missing = false;
        let data = CaseData::new(state.data.as_ref(), self.data.1);
        let unclear = state.extension_unknown || state.clock_unclear();
        let given = state.given;
        let from = accepted.or_else(|| given.and(received));
        let promise = from.filter(|_| !unclear).and_then(|from| {
            let by_rule = |at| {
                let on = state.anchored_on.unwrap_or_else(|| zone.date_of(at));
                rules.promise(procedure?, unit, channel, (on, at), &state.clock, &data)
            };
            let set = |at| rules.given(unit, at, given?, &state.clock);
            of_day(from, |at| accepted.and_then(|_| by_rule(at)).or_else(|| set(at)), &mut time_missing)
        });
        let answered = [accepted, finished, stop].into_iter().flatten().min_by_key(|known| known.at);
        let answered = answered.map(|known| (known.at, known.latest));
        // Later acts on the clock concern the limit for the result.
        let mut clock = state.clock;
        clock.retain(|act| answered.is_none_or(|(answered, _)| act.at.at <= answered));
        let limit = |from| rules.take_up(procedure?, unit, channel, from, &clock, &data);
        let take_up = received.and_then(|received| {
            let promise = of_day(received, limit, &mut time_missing)?;
            Some(TakeUp { received: received.at, promise, answered })
        });
        Some(CaseHistory {
            zone,
            channel,
            workflow,
            kept: kept.unwrap_or(Kept::No),
            finished_by_acts,
            receipt_missing: received.is_none() && limit(anchor).is_some(),
            cells,
            time_missing,
            data_missing: data.missed() || unclear,
            recorded: recorded.map(Deadline::recorded),
            take_up,
            grade: grade_of(self.events.iter().map(|event| event.effect)),
            grade_of_log: if self.events.is_empty() { Grade::Header } else { self.grade },
            first: u32::try_from(span.start).unwrap_or(u32::MAX),
            events: &self.events,
            holds: &self.trace.holds,
            ambiguous: &self.ambiguous,
            moved: &self.moved,
            visits: &self.trace.visits,
            taken_over: &self.trace.taken_over,
            void_acts: &self.trace.void_acts,
            pauses: &self.pauses,
            hours,
            state: course,
            begun,
            accepted,
            finished,
            perhaps_finished: state.perhaps_finished.filter(|_| course == State::Open),
            stopped,
            promise,
            restarted: clock_of_case.restarted.map(|stamp| stamp.at),
            as_of,
        })
    }

    /// The state of a case after its acts, and the trace that it leaves.
    pub(super) fn advance(&mut self, cells: &CaseCells, accepted: Option<Known>, first: usize) -> course::State<'a> {
        let zone = self.rules.zone();
        self.trace.clear();
        self.objections = 0;
        let mut state = course::State {
            procedure: cells.procedure,
            unit: cells.unit,
            anchored_on: accepted.map(|known| zone.date_of(known.at)),
            accepted_by_header: accepted.map(|known| known.at),
            data: self.data.0.then(|| Node::from(Value::Map(Map::default()))),
            ..course::State::default()
        };
        // Rules do not change for a case that the register says is over, unless it was opened again.
        let over = [cells.finished, cells.returned, cells.stopped].into_iter().flatten().min();
        let until =
            |at: Instant, reopened: Option<Instant>| match over.filter(|over| reopened.is_none_or(|it| it < *over)) {
                Some(over) => at.min(over),
                None => at,
            };
        for (index, event) in self.events.iter().enumerate() {
            let row = first + self.moved.get(index).copied().unwrap_or(index);
            let rules = self.rules;
            let log = self.log;
            let declares = || rules.declares(log.name(event.act));
            let act = Act {
                row: u32::try_from(row).unwrap_or(u32::MAX),
                at: event.at,
                latest: if event.day_only { end_of_day(zone, event.at) } else { event.at },
                effect: event.effect,
                declared: *self.declared.entry(event.act).or_insert_with(declares),
                step: event.step,
                unit: event.unit,
                actor: event.actor,
                kind: event.actor_kind,
                principal: event.on_behalf_of,
                assignee: event.assignee,
                data: log.extras.data.get(&row),
                event_id: None,
            };
            state.advance_to(until(event.at, state.reopened), &self.setting, &mut self.trace);
            self.objections += usize::from(is_out_of_place(&state, &act));
            state.advance(&act, &self.setting, &mut self.trace);
        }
        state.advance_to(until(self.as_of, state.reopened), &self.setting, &mut self.trace);
        state
    }
}

/// Writes the suspensions of a case, up to its end; says whether one still lasts.
fn pause(clock: &Clock, (over, as_of): (Option<Instant>, Instant), pauses: &mut Vec<(Instant, Instant)>) -> bool {
    pauses.clear();
    for span in &clock.spans {
        let end = span.end.map_or(Instant::MAX, |end| end.at);
        let end = over.map_or(end, |over| end.min(over.max(span.start.at)));
        pauses.push((span.start.at, end));
    }
    let lasts = pauses.last().is_some_and(|(_, end)| *end > as_of);
    if let Some((start, end)) = pauses.last_mut().filter(|_| lasts) {
        *end = as_of.max(*start);
    }
    lasts
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

/// How much acts record: those of a log, or of one case.
pub(super) fn grade_of(effects: impl Iterator<Item = Effect>) -> Grade {
    let mut grade = Grade::Header;
    for effect in effects {
        grade = grade.max(match effect {
            Effect::Assign | Effect::Claim | Effect::Forward | Effect::Suspend => return Grade::Full,
            Effect::Start => Grade::Spans,
            _ => Grade::Completions,
        });
    }
    grade
}
