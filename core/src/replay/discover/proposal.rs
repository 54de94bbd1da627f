//! A proposed rulebook: the steps of each procedure, how long they take and who does them.

use super::drawing::{Drawing, draw};
use super::graph::Variant;
use super::mine::mine;
use super::split::gathered;
use super::write;
use crate::base::Gather;
use crate::base::error::{Code, Error, Faults};
use crate::base::exact::Rational;
use crate::base::ids::{ProcedureId, WorkflowId};
use crate::base::shape::{Shape, read};
use crate::base::value::parse_json;
use crate::case::{ActorKind, Effect};
use crate::log::{EventCells, Log, Symbol};
use crate::people::Organisation;
use crate::replay::align::{Aligner, Search};
use crate::replay::conformance::done;
use crate::replay::rules::ReplayRules;
use crate::replay::survey::ENDS;
use crate::workflow::Workflow;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A rulebook proposed from a log (*đề xuất bộ quy tắc*). It says what was done, not what should be: who answers for the
/// work has to check it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Proposal {
    /// The rulebook, as YAML with remarks.
    pub text: String,
    /// The workflows in it, in the order of their procedures.
    pub workflows: Vec<ProposedWorkflow>,
}

/// How a proposed workflow fits the log that it is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct ProposedWorkflow {
    /// The workflow (*quy trình*).
    pub workflow: WorkflowId,
    /// The procedure in the log; `None` if its cases name none.
    pub procedure: Option<ProcedureId>,
    /// Number of its cases with steps; where the log records ends, of those that have ended.
    pub cases: i64,
    /// Number of its cases that may still go on, and were not looked at.
    pub open: i64,
    /// How many different orders of steps these have.
    pub variants: i64,
    /// The noise threshold that was used, in per cent.
    pub noise: i64,
    /// How well the cases fit (*độ khớp*), from 0 to 1, exactly.
    #[shape(default = Rational::ZERO)]
    pub fitness: Rational,
    /// Number of cases that could not be read within the number of states allowed; they are not in the fitness.
    pub undecided: i64,
}

/// The thresholds that are tried if none is given.
const NOISE: [u64; 4] = [20, 10, 5, 0];
/// A log of more different steps is not of work.
const MAX_STEPS: usize = 400;

/// How a step was done.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub(super) name: String,
    pub(super) count: u64,
    /// Working seconds of each time that is known.
    pub(super) seconds: Vec<i64>,
    /// Whether these count from a start that the log records, and not from the step before.
    pub(super) started: bool,
    pub(super) doers: BTreeMap<Symbol, u64>,
}

/// A workflow before it is written.
pub(super) struct Found {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) steps: Vec<Done>,
    pub(super) drawing: Drawing,
    pub(super) answer: ProposedWorkflow,
}

/// The cases of a procedure.
#[derive(Default)]
struct Cases {
    /// The traces of cases that have ended, and of those of which the log records no end.
    ended: Vec<Variant>,
    open: Vec<Variant>,
    numbers: BTreeMap<Symbol, usize>,
    steps: Vec<Done>,
}

/// Proposes a rulebook. `calendar` is the rulebook to include for a calendar, and the one by which time was measured, if
/// there is one.
///
/// # Errors
/// [`Code::NoSteps`] if the log shows no step as done, [`Code::TooLarge`] if it shows too many different ones,
/// [`Code::OutOfRange`] for a threshold beyond 100.
pub(crate) fn propose(
    rules: &dyn ReplayRules,
    log: &Log,
    noise: Option<i64>,
    calendar: Option<(&str, &str)>,
) -> Result<Proposal, Faults> {
    let noise = match noise {
        None => None,
        Some(given @ 0..=100) => u64::try_from(given).ok(),
        Some(given) => {
            let fault = Error::new(Code::OutOfRange).with("value", given).with("min", 0).with("max", 100);
            return Err(fault.under("/noise").into());
        }
    };
    let mut procedures: BTreeMap<Option<String>, Cases> = BTreeMap::new();
    let mut events: Vec<EventCells> = Vec::new();
    for (row, span) in log.spans().into_iter().enumerate() {
        events.clear();
        events.extend(span.filter_map(|event| log.events.row(event)));
        let procedure = log.cases.row(row).and_then(|cells| cells.procedure).map(|name| log.name(name).to_owned());
        let ended = log.cases.row(row).is_some_and(|cells| {
            cells.finished.or(cells.returned).or(cells.stopped).is_some()
                || events.iter().any(|event| ENDS.contains(&event.effect))
        });
        procedures.entry(procedure).or_default().see(rules, log, (&events, ended));
    }
    let mut found: Vec<Found> = Vec::new();
    for (procedure, cases) in procedures {
        if cases.steps.len() > MAX_STEPS {
            return Err(Error::new(Code::TooLarge).with("what", "steps").with("limit", MAX_STEPS).into());
        }
        let id = procedure.clone().unwrap_or_else(|| "proposal".to_owned());
        found.extend(cases.workflow(&id, procedure, noise));
    }
    if found.is_empty() {
        return Err(Error::new(Code::NoSteps).with("workflow", "proposal").into());
    }
    let text = write::rulebook(log, &found, calendar);
    Ok(Proposal { text, workflows: found.into_iter().map(|found| found.answer).collect() })
}

impl Cases {
    fn see(&mut self, rules: &dyn ReplayRules, log: &Log, (events, ended): (&[EventCells], bool)) {
        let mut trace = Vec::new();
        let mut before = None;
        let mut starts: BTreeMap<Symbol, crate::base::time::Instant> = BTreeMap::new();
        let done = done(events);
        let mut next = done.iter().peekable();
        for event in events {
            let Some(step) = event.step else { continue };
            if event.effect == Effect::Start {
                starts.entry(step).or_insert(event.at);
            }
            if next.next_if(|work| std::ptr::eq(**work, event)).is_none() {
                continue;
            }
            let fresh = self.steps.len();
            let number = *self.numbers.entry(step).or_insert(fresh);
            if number == fresh {
                self.steps.push(Done { name: log.name(step).to_owned(), ..Done::default() });
            }
            trace.push(number);
            let start = starts.remove(&step);
            if let Some(work) = self.steps.get_mut(number) {
                work.count += 1;
                if let Some(actor) = event.actor.filter(|_| event.actor_kind == ActorKind::Person) {
                    *work.doers.entry(actor).or_default() += 1;
                }
                if start.is_some() && !work.started {
                    work.started = true;
                    work.seconds.clear();
                }
                if let Some(from) = if work.started { start } else { before } {
                    let hours = rules.hours(event.unit.map(|unit| log.name(unit)));
                    work.seconds.push(hours.elapsed(from, event.at).0);
                }
            }
            before = Some(event.at);
        }
        if !trace.is_empty() {
            if ended { &mut self.ended } else { &mut self.open }.push((trace, 1));
        }
    }

    fn workflow(self, id: &str, procedure: Option<String>, noise: Option<u64>) -> Option<Found> {
        // A case that may still go on does not show how cases end; a log without ends says of none whether it may.
        let (traces, open) = match self.ended.is_empty() {
            true => (self.open, 0),
            false => (self.ended, self.open.len()),
        };
        let variants = gathered(traces.into_iter());
        let tries: Vec<u64> = noise.map_or_else(|| NOISE.to_vec(), |noise| vec![noise]);
        let enough = Rational::new(95, 100)?;
        let mut best: Option<(Drawing, Fit, u64)> = None;
        for noise in tries {
            let drawing = draw(&mine(&variants, noise))?;
            let fit = fit(&write::plain(&self.steps, &drawing), &self.steps, &variants);
            let done = fit.fitness >= enough;
            best = Some((drawing, fit, noise));
            if done {
                break;
            }
        }
        let (drawing, fit, noise) = best?;
        let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let answer = ProposedWorkflow {
            workflow: id.into(),
            procedure: procedure.as_deref().map(ProcedureId::from),
            cases: variants.iter().map(|(_, count)| i64::try_from(*count).unwrap_or(i64::MAX)).sum(),
            open: number(open),
            variants: number(variants.len()),
            noise: i64::try_from(noise).unwrap_or(i64::MAX),
            fitness: fit.fitness,
            undecided: fit.undecided,
        };
        let title = procedure.unwrap_or_else(|| "Quy trình đề xuất".to_owned());
        Some(Found { id: id.to_owned(), title, steps: self.steps, drawing, answer })
    }
}

/// How traces fit a workflow.
struct Fit {
    fitness: Rational,
    undecided: i64,
}

fn fit(text: &str, steps: &[Done], variants: &[Variant]) -> Fit {
    let none = Fit { fitness: Rational::ZERO, undecided: 0 };
    let Some(workflow) = compiled(text) else { return none };
    let positions: Vec<Option<usize>> =
        steps.iter().map(|step| workflow.steps().iter().position(|one| one.title.vi == step.name)).collect();
    let unseen: Vec<bool> = (0..workflow.steps().len()).map(|at| !positions.contains(&Some(at))).collect();
    let aligner = Aligner::new(workflow.net(), &unseen);
    let (mut fits, mut all, mut undecided) = (0_i128, 0_i128, 0);
    for (trace, count) in variants {
        let known: Vec<usize> = trace.iter().filter_map(|step| positions.get(*step).copied().flatten()).collect();
        match aligner.search(&known, true, None, None) {
            Search::Found(moves) => {
                // A step that was left out as noise fits nowhere.
                let cost = Search::deviations(&moves).count() + trace.len() - known.len();
                let worst = aligner.worst(trace.len(), true);
                let weight = |number: usize| i128::try_from(number).unwrap_or(0) * i128::from(*count);
                fits += weight(worst.saturating_sub(cost));
                all += weight(worst);
            }
            _ => undecided += i64::try_from(*count).unwrap_or(i64::MAX),
        }
    }
    Fit { fitness: Rational::new(fits, all).unwrap_or(Rational::ZERO), undecided }
}

/// The workflow of a text.
fn compiled(text: &str) -> Option<Workflow> {
    let node = parse_json(text.as_bytes()).ok()?;
    Workflow::compile("proposal".into(), read(&node).ok()?, &Organisation::default()).ok()
}

/// People, and the steps that they do: the workflow and the step, by number.
pub(super) type Group = (BTreeSet<Symbol>, Vec<(usize, usize)>);

/// The steps that the same people do, by groups: two steps are of one group if those who did most of the one did most
/// of the other.
pub(super) fn groups(found: &[Found]) -> Vec<Group> {
    let most = |step: &Done| {
        let mut doers: Vec<(u64, Symbol)> = step.doers.iter().map(|(doer, count)| (*count, *doer)).collect();
        doers.sort_by_key(|(count, doer)| (std::cmp::Reverse(*count), *doer));
        let all: u64 = step.doers.values().sum();
        let mut seen = 0;
        let kept = doers.into_iter().take_while(|(count, _)| {
            let more = seen * 10 < all * 9;
            seen += count;
            more
        });
        kept.map(|(_, doer)| doer).into_set()
    };
    let mut groups: Vec<Group> = Vec::new();
    for (number, workflow) in found.iter().enumerate() {
        for (step, done) in workflow.steps.iter().enumerate().filter(|(_, done)| !done.doers.is_empty()) {
            let doers = most(done);
            let alike = groups.iter_mut().find(|(others, _)| {
                let common = others.intersection(&doers).count();
                common * 2 >= others.union(&doers).count()
            });
            match alike {
                Some((_, steps)) => steps.push((number, step)),
                None => groups.push((doers, vec![(number, step)])),
            }
        }
    }
    groups
}
