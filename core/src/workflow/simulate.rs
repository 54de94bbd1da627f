//! Simulates a workflow for a series of arrivals.
//!
//! There is no randomness: each step takes the working time given for it, otherwise its budget, and takes the route
//! that its conditions give for the data. Nobody waits for a free officer: two workflows are compared by what they
//! require, not by how busy the office was.

use super::compile::Workflow;
use super::run::Data;
use super::step::Target;
use crate::base::error::{Code, Error};
use crate::base::ids::{CaseId, StepId, UnitId, WorkflowId};
use crate::base::shape::Shape;
use crate::base::time::{Seconds, Stamp};
use crate::base::value::Node;
use crate::calendar::Calendar;
use indexmap::IndexMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// A case with more steps than this is considered to loop forever.
const MAX_STEPS: i64 = 1_000;

/// A case that comes in during a simulation.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct Arrival {
    /// Identifier of the case, used to report on it.
    pub case_id: CaseId,
    /// When it comes in (*tiếp nhận*).
    pub at: Stamp,
    /// The unit that receives it; if absent, the office.
    pub unit: Option<UnitId>,
    /// The data on which the workflow decides its route.
    pub data: Node,
}

/// The totals of one step over all arrivals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct StepLoad {
    /// The step (*bước*).
    pub step: StepId,
    /// How often it was done.
    pub visits: i64,
    /// Working seconds spent on it, in total.
    pub working_seconds: Seconds,
}

/// The result of a simulation (*kết quả mô phỏng*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Simulation {
    /// The workflow that was simulated.
    pub workflow: WorkflowId,
    /// Number of cases that were completed.
    pub cases: i64,
    /// Number of steps done.
    pub steps: i64,
    /// How often work passed from one role and unit to another (*số lần chuyển tay*).
    pub hand_overs: i64,
    /// Number of steps whose unit or officer was chosen by a rule on the content.
    pub routed: i64,
    /// Working seconds of all steps, in total.
    pub working_seconds: Seconds,
    /// Working seconds from arrival to end, summed over all cases; parallel branches count once.
    pub through_working_seconds: Seconds,
    /// The totals of each step.
    pub by_step: Vec<StepLoad>,
    /// Cases that could not be completed with their data.
    pub stuck: Vec<CaseId>,
    /// The reason why the first of them could not be completed.
    pub why: Option<String>,
}

/// Runs every arrival through a workflow. `seconds` gives the real working time of steps; without an entry, a step
/// takes its budget, and one that waits for somebody outside takes 0.
///
/// # Errors
/// The errors of a unit's calendar.
pub(crate) fn simulate<'a>(
    workflow: &Workflow,
    arrivals: &[Arrival],
    seconds: &IndexMap<StepId, Seconds>,
    calendar: impl Fn(Option<&UnitId>) -> Result<&'a Calendar, Error>,
) -> Result<Simulation, Error> {
    let mut sum = Simulation {
        workflow: workflow.id().clone(),
        cases: 0,
        steps: 0,
        hand_overs: 0,
        routed: 0,
        working_seconds: Seconds(0),
        through_working_seconds: Seconds(0),
        by_step: Vec::new(),
        stuck: Vec::new(),
        why: None,
    };
    let mut loads: Vec<(i64, i64)> = vec![(0, 0); workflow.steps().len()];
    for arrival in arrivals {
        let calendar = calendar(arrival.unit.as_ref())?;
        let cost = |step: usize| cost(workflow, step, seconds, calendar);
        match walk(workflow, arrival, &cost) {
            Ok(way) => {
                sum.cases += 1;
                sum.hand_overs += way.hand_overs;
                sum.routed += way.routed;
                sum.through_working_seconds = sum.through_working_seconds + Seconds(way.through);
                for (step, visits) in way.visits {
                    sum.steps += visits;
                    let spent = cost(step).saturating_mul(visits);
                    sum.working_seconds = sum.working_seconds + Seconds(spent);
                    if let Some((count, working)) = loads.get_mut(step) {
                        (*count, *working) = (*count + visits, working.saturating_add(spent));
                    }
                }
            }
            Err(fault) => {
                sum.why.get_or_insert_with(|| fault.to_string());
                sum.stuck.push(arrival.case_id.clone());
            }
        }
    }
    let step = |((visits, working), id): ((i64, i64), &StepId)| StepLoad {
        step: id.clone(),
        visits,
        working_seconds: Seconds(working),
    };
    sum.by_step = loads.into_iter().zip(workflow.step_ids()).map(step).collect();
    Ok(sum)
}

fn cost(workflow: &Workflow, step: usize, seconds: &IndexMap<StepId, Seconds>, calendar: &Calendar) -> i64 {
    let Some(step) = workflow.steps().get(step) else { return 0 };
    let budget = || match (&step.waits_for, &step.budget) {
        (None, Some(budget)) => budget.seconds(calendar.nominal_day()),
        _ => Seconds(0),
    };
    seconds.get(&step.id).copied().unwrap_or_else(budget).0.max(0)
}

/// The path of one case.
#[derive(Default)]
struct Way {
    visits: BTreeMap<usize, i64>,
    hand_overs: i64,
    routed: i64,
    /// Working seconds from arrival to end.
    through: i64,
}

fn walk(workflow: &Workflow, arrival: &Arrival, cost: &dyn Fn(usize) -> i64) -> Result<Way, Error> {
    let data = [&arrival.data];
    let guards = Data::new(&data);
    let mut way = Way::default();
    let mut marking = workflow.initial();
    // Open steps, with the working second at which each will be done and who handed it over.
    let mut open: Vec<(usize, i64, Option<Hands<'_>>)> = vec![(workflow.start(), cost(workflow.start()), None)];
    let mut done = 0;
    while let Some((step, at, from)) = open.iter().min_by_key(|(step, at, _)| (*at, *step)).copied() {
        open.retain(|(one, ..)| *one != step);
        done += 1;
        if done > MAX_STEPS {
            return Err(Error::new(Code::TooLarge).with("what", "steps").with("limit", MAX_STEPS));
        }
        let targets = workflow.route(step, &guards)?;
        marking = workflow.fire(&marking, step, &targets)?;
        *way.visits.entry(step).or_default() += 1;
        way.through = way.through.max(at);
        let hands = Hands::of(workflow, step, arrival, &mut way.routed);
        way.hand_overs += i64::from(from.is_some_and(|from| hands.is_some_and(|hands| from != hands)));
        for target in targets {
            if let Target::Step(next) = target
                && workflow.is_open(&marking, next)
            {
                open.retain(|(one, ..)| *one != next);
                open.push((next, at + cost(next), hands.or(from)));
            }
        }
    }
    if workflow.is_done(&marking) {
        Ok(way)
    } else {
        Err(Error::new(Code::RouteUndecided).with("step", "end").with("when", "–"))
    }
}

/// The role and unit that have a step in hand. Programs and citizens have none.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Hands<'a> {
    role: &'a str,
    unit: Option<&'a UnitId>,
}

impl<'a> Hands<'a> {
    fn of(workflow: &'a Workflow, step: usize, arrival: &'a Arrival, routed: &mut i64) -> Option<Self> {
        let step = workflow.steps().get(step)?;
        let route = step.routed(&arrival.data);
        *routed += i64::from(route.is_some());
        let unit = route.and_then(|route| route.unit.as_ref()).or(step.unit.as_ref()).or(arrival.unit.as_ref());
        Some(Self { role: step.role.as_ref()?.as_str(), unit })
    }
}
