//! Whether a case followed its workflow (*rõ quy trình*).
//!
//! The cheapest reading of a trace is not unique. A deviation is certain only if no reading of equal cost avoids it;
//! any other is reported but charged to nobody. Cases with the same trace are read once.

use super::align::{Aligner, Deviation, Move, Search};
use super::case_history::{CaseHistory, State};
use super::profile::Profile;
use crate::base::exact::Rational;
use crate::base::ids::StepId;
use crate::case::Effect;
use crate::case::course::{self, Kept};
use crate::log::{EventCells, Log, Symbol};
use crate::workflow::{Step, Target, Workflow};
use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// How something deviated from the workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A step was left out.
    Skipped,
    /// A step was done that the workflow does not have at all at this point.
    Unexpected,
    /// A step was done, but not in its place.
    OutOfOrder,
}

/// One deviation from the workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Departure {
    pub(super) kind: Kind,
    /// The step, by its position in the workflow.
    pub(super) step: usize,
    /// Its position in the trace; `None` for a step that was left out.
    pub(super) position: Option<usize>,
    /// Whether every cheapest reading has it.
    pub(super) certain: bool,
}

/// The departures of a trace; none if reading it needs more states than allowed.
pub(super) type Outcome = Option<Vec<Departure>>;

/// How far the steps of a case follow its workflow, for tables.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// `assessed`, or why not.
    pub(super) assessed: &'static str,
    /// What was read, as positions in the workflow; a step that it does not have has none.
    pub(super) trace: Vec<usize>,
    /// The number of deviations, the fewest possible.
    pub(super) cost: Option<usize>,
    pub(super) fitness: Option<Rational>,
    /// The steps of trace and workflow in one line.
    pub(super) aligned: Option<String>,
}

/// What stands for a step that the workflow does not have.
const FOREIGN: usize = usize::MAX;

/// A workflow, with the traces that were already read against it.
pub(super) struct Plan<'a> {
    log: &'a Log,
    plan: course::Plan<'a>,
    aligner: Aligner<'a>,
    outcomes: HashMap<(Vec<usize>, bool), Rc<Outcome>>,
    readings: HashMap<(Vec<usize>, bool), Option<Vec<Move>>>,
    /// Number of cases that could not be compared with it.
    pub(super) undecided: usize,
}

impl<'a> Plan<'a> {
    /// `done` are the steps that the log shows as done anywhere.
    pub(super) fn new(workflow: &'a Workflow, log: &'a Log, done: &[StepId]) -> Self {
        // Steps that wait for somebody outside are logged by some systems and not by others.
        let unseen = |step: &Step| step.waits_for.is_some() && !done.contains(&step.id);
        let plan = course::Plan::new(workflow, |name| log.names.find(name), unseen);
        let aligner = Aligner::new(workflow.net(), plan.unseen());
        Self { log, plan, aligner, outcomes: HashMap::new(), readings: HashMap::new(), undecided: 0 }
    }

    /// The workflow.
    pub(super) fn workflow(&self) -> &'a Workflow {
        self.plan.workflow
    }

    /// The position of a step in the workflow.
    pub(super) fn position(&self, step: Option<Symbol>) -> Option<usize> {
        self.plan.position(step)
    }

    /// Whether a step leads to another on a single branch, without a parallel split or join between them.
    fn leads_alone(&self, step: usize, to: usize) -> bool {
        let workflow = self.plan.workflow;
        workflow.at_step(to).is_some_and(|marking| workflow.step_back(&marking, to, step).is_some())
    }

    /// How far a case follows the workflow.
    pub(super) fn reading_of(&mut self, course: &CaseHistory<'_, '_>, profile: &Profile) -> Reading {
        let not = |assessed| Reading { assessed, trace: Vec::new(), cost: None, fitness: None, aligned: None };
        let done = done(course.events);
        if begins_before(course, profile) {
            return not("partial");
        }
        if !done.iter().any(|event| self.position(event.step).is_some()) {
            return not("other_steps");
        }
        let whole = course.kept == Kept::Whole;
        let events = if whole { Some(done) } else { remaining(course.events, self) };
        let Some(events) = events else { return not("out_of_course") };
        let trace: Vec<usize> = events.iter().map(|event| self.position(event.step).unwrap_or(FOREIGN)).collect();
        let over = is_over(course);
        let moves = if whole {
            // Where the course itself has a place for every step, there is nothing to align.
            let part = |(place, step): (usize, &usize)| match *step {
                FOREIGN => Move::Apart(Deviation::Extra(place)),
                step => Move::Both(step),
            };
            Some(trace.iter().enumerate().map(part).collect())
        } else {
            let aligner = &self.aligner;
            let read = || match aligner.search(&trace, over, None, None) {
                Search::Found(moves) => Some(moves),
                _ => None,
            };
            self.readings.entry((trace.clone(), over)).or_insert_with(read).clone()
        };
        let Some(moves) = moves else { return Reading { trace, ..not("undecided") } };
        let cost = Search::deviations(&moves).count();
        let id = |step: usize| self.workflow().steps().get(step).map_or("?", |step| step.id.as_str()).to_owned();
        let foreign = |place: usize| events.get(place).and_then(|event| event.step);
        let aligned: Vec<String> = (moves.iter())
            .filter_map(|part| match part {
                Move::Both(step) => Some(id(*step)),
                Move::Unseen(_) => None,
                Move::Apart(Deviation::Missing(step)) => Some(format!("-{}", id(*step))),
                Move::Apart(Deviation::Extra(place)) => Some(match trace.get(*place) {
                    Some(step) if *step != FOREIGN => format!("+{}", id(*step)),
                    _ => format!("+{}", foreign(*place).map_or("?", |step| self.log.name(step))),
                }),
            })
            .collect();
        Reading {
            assessed: "assessed",
            cost: Some(cost),
            fitness: self.aligner.fitness(trace.len(), over, cost),
            aligned: Some(aligned.join(" → ")),
            trace,
        }
    }

    /// Reads a trace; `over` says that the case is finished.
    pub(super) fn read(&mut self, trace: &[usize], over: bool) -> Rc<Outcome> {
        let key = (trace.to_vec(), over);
        if let Some(known) = self.outcomes.get(&key) {
            return known.clone();
        }
        let outcome = Rc::new(outcome(&self.aligner, trace, over));
        self.outcomes.insert(key, outcome.clone());
        outcome
    }
}

fn outcome(aligner: &Aligner<'_>, trace: &[usize], over: bool) -> Outcome {
    let Search::Found(moves) = aligner.search(trace, over, None, None) else { return None };
    let deviations: Vec<Deviation> = Search::deviations(&moves).collect();
    let cost = deviations.len();
    // A deviation is certain if every reading that avoids it costs more. A reading that does avoid one often avoids
    // others too.
    let mut avoidable: HashSet<Deviation> = HashSet::new();
    let mut avoided: HashSet<Deviation> = HashSet::new();
    for deviation in &deviations {
        if !avoided.insert(*deviation) || avoidable.contains(deviation) {
            continue;
        }
        match aligner.search(trace, over, Some(*deviation), Some(cost)) {
            Search::Found(other) => {
                let other: HashSet<Deviation> = Search::deviations(&other).collect();
                avoidable.extend(deviations.iter().filter(|one| !other.contains(one)));
            }
            Search::Impossible => {}
            Search::Undecided => {
                avoidable.insert(*deviation);
            }
        }
    }
    let certain = |deviation: Deviation| !avoidable.contains(&deviation);
    let mut departures: Vec<Departure> = Vec::new();
    let mut missing: Vec<(usize, bool)> = Vec::new();
    for deviation in &deviations {
        if let Deviation::Missing(step) = deviation {
            missing.push((*step, certain(*deviation)));
        }
    }
    for deviation in &deviations {
        let Deviation::Extra(position) = deviation else { continue };
        let Some(step) = trace.get(*position).copied() else { continue };
        let elsewhere = missing.iter().position(|(missing, _)| *missing == step);
        let moved = elsewhere.map(|index| missing.remove(index));
        departures.push(Departure {
            kind: if moved.is_some() { Kind::OutOfOrder } else { Kind::Unexpected },
            step,
            position: Some(*position),
            certain: certain(*deviation),
        });
    }
    departures.extend(missing.into_iter().map(|(step, certain)| Departure {
        kind: Kind::Skipped,
        step,
        position: None,
        certain,
    }));
    Some(departures)
}

/// Whether the run of a case must have ended.
pub(super) fn is_over(course: &CaseHistory<'_, '_>) -> bool {
    matches!(course.state, State::Finished | State::Returned)
}

/// Whether a log begins later than a case does, so that it does not show its first steps.
pub(super) fn begins_before(course: &CaseHistory<'_, '_>, profile: &Profile) -> bool {
    course.accepted.is_some_and(|known| profile.begins.is_some_and(|begins| known.at < begins.at))
}

/// The acts that show a step as done.
const SHOWS_DONE: [Effect; 6] =
    [Effect::Complete, Effect::Sign, Effect::Issue, Effect::HandOver, Effect::Deliver, Effect::Resume];

/// The events by which steps were done, in order: completions, and acts that imply that a step is done (signed, issued,
/// handed over, answered), unless that step has just been completed.
pub(super) fn done(events: &[EventCells]) -> Vec<&EventCells> {
    let mut done: Vec<&EventCells> = Vec::with_capacity(events.len());
    // What was taken back or opened again is done again.
    let mut redone = false;
    for event in events.iter().filter(|event| event.step.is_some()) {
        let shows = SHOWS_DONE.contains(&event.effect);
        let repeats = !redone && done.last().is_some_and(|last| last.step == event.step);
        if shows && (event.effect == Effect::Complete || !repeats) {
            done.push(event);
        }
        let back = matches!(event.effect, Effect::Recall | Effect::Return | Effect::Reopen);
        redone = back || redone && !shows;
    }
    done
}

/// The work that still counted in the end: without steps that were recalled, returned or reopened, and without the work
/// between the step returned to and the step that returned it. `None` if the case was put at a step that had not been
/// done: from there on, the workflow does not say what comes first.
pub(super) fn remaining<'e>(events: &'e [EventCells], plan: &Plan<'_>) -> Option<Vec<&'e EventCells>> {
    let mut remaining: Vec<&EventCells> = Vec::with_capacity(events.len());
    // Returned steps, each with the position up to which earlier work has to be done again.
    let mut given_back: Vec<(usize, usize)> = Vec::new();
    let done = done(events);
    let mut next = done.iter().copied().peekable();
    for event in events {
        let step = plan.position(event.step);
        if let Some(work) = next.next_if(|work| std::ptr::eq(*work, event)) {
            let again = given_back.iter().position(|(from, until)| {
                let before = remaining.iter().take(*until);
                step.is_some_and(|step| plan.leads_alone(step, *from)) && before.clone().any(|it| it.step == work.step)
            });
            if let Some((from, until)) = again.map(|index| given_back.swap_remove(index)) {
                let to = remaining.iter().take(until).rposition(|it| it.step == work.step).unwrap_or(until);
                let mut index = 0..;
                remaining.retain(|it| {
                    let here = index.next().is_some_and(|index| index < to || index >= until);
                    here || !plan.position(it.step).is_some_and(|step| plan.leads_alone(step, from))
                });
            }
            if work.effect == Effect::Complete
                && let Some(implied) = step.and_then(|step| implied_before(&remaining, step, plan))
            {
                remaining.remove(implied);
            }
            remaining.push(work);
            continue;
        }
        match (event.effect, step) {
            (Effect::Recall, Some(step)) => {
                if let Some(last) = remaining.iter().rposition(|it| it.step == event.step) {
                    remaining.remove(last);
                    // What was signed at the steps that it had opened is taken back with them.
                    let opened = plan.workflow().successors(step);
                    let mut index = 0..;
                    remaining.retain(|it| {
                        let since = index.next().is_some_and(|index| index >= last);
                        let at = plan.position(it.step).map(Target::Step);
                        !(since && implies(it) && at.is_some_and(|at| opened.contains(&at)))
                    });
                }
            }
            (Effect::Return, Some(step)) => {
                // What was signed or issued at the step that is sent back counts no more.
                if let Some(last) = remaining.iter().rposition(|it| it.step == event.step)
                    && remaining.get(last).is_some_and(|it| implies(it))
                {
                    remaining.remove(last);
                }
                given_back.push((step, remaining.len()));
            }
            (Effect::Reopen, Some(_)) => {
                let first = remaining.iter().rposition(|it| it.step == event.step)?;
                remaining.truncate(first);
            }
            _ => {}
        }
    }
    Some(remaining)
}

/// Whether an act implies that its step is done, without ending it by itself.
fn implies(event: &EventCells) -> bool {
    matches!(event.effect, Effect::Sign | Effect::Issue | Effect::HandOver)
}

/// The act that implied the end of a step which is only now completed: it did not end the step, for nothing that follows
/// the step has been done since.
fn implied_before(remaining: &[&EventCells], step: usize, plan: &Plan<'_>) -> Option<usize> {
    let last = remaining.iter().rposition(|it| plan.position(it.step) == Some(step))?;
    remaining.get(last).copied().filter(|it| implies(it))?;
    let follows = plan.workflow().successors(step);
    let went_on = |it: &&EventCells| plan.position(it.step).is_some_and(|it| follows.contains(&Target::Step(it)));
    let after = remaining.get(last + 1..).unwrap_or_default();
    (!after.iter().any(went_on)).then_some(last)
}

/// The steps that a log shows as done.
pub(super) fn shown(log: &Log) -> HashSet<Symbol, RandomState> {
    let events = log.events.effect.iter().zip(&log.events.step);
    events.filter(|(effect, _)| SHOWS_DONE.contains(effect)).filter_map(|(_, step)| *step).collect()
}

/// The workflows of the cases of a log, each prepared once.
pub(super) struct Plans<'a> {
    log: &'a Log,
    done: Vec<StepId>,
    plans: HashMap<*const Workflow, Plan<'a>>,
}

impl<'a> Plans<'a> {
    pub(super) fn new(log: &'a Log, profile: &Profile) -> Self {
        Self { log, done: profile.done.clone(), plans: HashMap::new() }
    }

    /// The plan of a workflow.
    pub(super) fn of(&mut self, workflow: &'a Workflow) -> &mut Plan<'a> {
        let (log, done) = (self.log, &self.done);
        self.plans.entry(std::ptr::from_ref(workflow)).or_insert_with(|| Plan::new(workflow, log, done))
    }
    /// Number of cases that could not be compared with their workflow.
    pub(super) fn undecided(&self) -> usize {
        self.plans.values().map(|plan| plan.undecided).sum()
    }
}
