//! How the work went: steps and how long they were held, days left, hours of the day.

use super::ReportInput;
use super::names::Names;
use crate::base::ids::{ProcedureId, StepId, UnitId};
use crate::base::text::{Language, Text};
use crate::base::time::Seconds;
use crate::base::{Arrange, Gather};
use crate::case::{ActorKind, Effect};
use crate::render::model::{Drawing, Hours, Report, Slack, StepTime, Wait};
use crate::render::number;
use crate::replay::{Replay, ReplayedCase};
use crate::workflow::draw::{Overlay, svg};
use crate::workflow::{Split, Workflow};
use indexmap::IndexMap;
use std::collections::{BTreeMap, HashMap};

/// Beyond this many working days before or after the due, days are counted together.
const FARTHEST: i64 = 6;
/// Number of workflows that are drawn.
const FLOWS: usize = 6;
/// Number of steps listed of a workflow.
const STEPS: usize = 24;

pub(super) fn fill(report: &mut Report, input: &ReportInput<'_>, names: &Names<'_>) {
    report.drawings = drawings(input, names);
    report.slack = slack(input.replay, names);
    report.hours = hours(input, names);
    report.waits = waits(input.replay);
}

/// The traffic of one workflow or, if the rulebook has none, of one procedure.
#[derive(Default)]
struct Flow<'a> {
    workflow: Option<&'a Workflow>,
    procedure: Option<ProcedureId>,
    cases: u64,
    done: IndexMap<StepId, u64>,
    passed: BTreeMap<(StepId, StepId), u64>,
    held: IndexMap<StepId, Vec<i64>>,
}

fn drawings(input: &ReportInput<'_>, names: &Names<'_>) -> Vec<Drawing> {
    let mut flows: IndexMap<String, Flow<'_>> = IndexMap::new();
    let by_case: HashMap<&str, &ReplayedCase> =
        input.replay.cases.iter().map(|case| (case.case_id.as_str(), case)).collect();
    for (row, span) in input.log.cases.rows().zip(input.log.spans()) {
        let Some(case) = by_case.get(input.log.name(row.id)) else { continue };
        let workflow = names.workflow(case.procedure.as_ref());
        let key = workflow.map(|workflow| workflow.id().to_string());
        let key = key.or_else(|| case.procedure.as_ref().map(ToString::to_string)).unwrap_or_default();
        let flow = flows.entry(key).or_default();
        (flow.workflow, flow.cases) = (workflow, flow.cases + 1);
        flow.procedure.clone_from(&case.procedure);
        for hold in case.holds.iter().filter(|hold| hold.until.is_some()) {
            if let Some(step) = &hold.step {
                flow.held.entry(step.clone()).or_default().push(hold.working_seconds.0);
            }
        }
        let done = span
            .filter_map(|event| input.log.events.row(event))
            .filter(|event| ends(event.effect))
            .filter_map(|event| event.step);
        let done: Vec<StepId> = done.map(|step| StepId::from(input.log.name(step))).collect();
        for step in &done {
            *flow.done.entry(step.clone()).or_default() += 1;
        }
        let over = case.finished.and(done.last()).map(|last| (last.clone(), StepId::from("end")));
        let pairs = done.windows(2).filter_map(|pair| match pair {
            [a, b] if a != b => Some((a.clone(), b.clone())),
            _ => None,
        });
        for pair in pairs.chain(over) {
            *flow.passed.entry(pair).or_default() += 1;
        }
    }
    flows.sort_by(|_, a, _, b| b.cases.cmp(&a.cases));
    flows.into_values().filter(|flow| !flow.held.is_empty()).take(FLOWS).map(|flow| drawing(flow, names)).collect()
}

/// Whether an act completes a step.
const fn ends(effect: Effect) -> bool {
    matches!(effect, Effect::Complete | Effect::Sign | Effect::Issue | Effect::Deliver)
}

fn drawing(flow: Flow<'_>, names: &Names<'_>) -> Drawing {
    let Flow { workflow, procedure, cases: _, done, passed, held } = flow;
    let times = held.into_iter().map(|(step, lengths)| {
        let time = step_time(procedure.as_ref(), &step, lengths, names);
        (step, time)
    });
    let mut times: Vec<(StepId, StepTime)> = times.collect();
    if let Some(workflow) = workflow {
        times.arrange_by_key(|(step, _)| workflow.position(step).unwrap_or(usize::MAX));
    }
    let title = match (workflow, &procedure) {
        (Some(workflow), _) => workflow.title().clone(),
        (None, Some(_)) => names.procedure(procedure.as_ref()),
        (None, None) => Text::new("Các bước trong nhật ký", "Steps of the log"),
    };
    // Consecutive steps on parallel branches are not a flow of the workflow.
    let parallel = |workflow: &Workflow| {
        workflow.steps().iter().any(|step| matches!(step.split, Split::AllOf(_) | Split::SomeOf(_)))
    };
    let overlay = Overlay {
        steps: done.into_iter().into_map(),
        flows: if workflow.is_some_and(parallel) { BTreeMap::new() } else { passed },
        notes: times.iter().map(|(step, time)| (step.clone(), number::duration(time.median))).into_map(),
        marked: times
            .iter()
            .filter(|(_, time)| time.budget.is_some_and(|budget| time.ninth > budget))
            .map(|(step, _)| step.clone())
            .collect(),
        ..Overlay::default()
    };
    let drawn = |workflow: &Workflow, language| svg(workflow, &overlay, language);
    Drawing {
        title,
        svg: workflow.map(|workflow| Text::new(drawn(workflow, Language::Vi), drawn(workflow, Language::En))),
        steps: times.into_iter().take(STEPS).map(|(_, time)| time).collect(),
    }
}

fn step_time(procedure: Option<&ProcedureId>, step: &StepId, mut lengths: Vec<i64>, names: &Names<'_>) -> StepTime {
    lengths.sort_unstable();
    let last = lengths.len().saturating_sub(1);
    let at = |tenth: usize| Seconds(lengths.get((lengths.len() * tenth / 10).min(last)).copied().unwrap_or(0));
    StepTime {
        step: names.step(procedure, Some(step)),
        count: lengths.len() as u64,
        median: at(5),
        ninth: at(9),
        budget: names.budget(procedure, step),
    }
}

/// Working days left at the end of finished cases.
fn slack(replay: &Replay, names: &Names<'_>) -> Vec<Slack> {
    let mut days: BTreeMap<i64, u64> = BTreeMap::new();
    for left in replay.cases.iter().filter_map(|case| days_left(case, names)) {
        *days.entry(left.clamp(-FARTHEST, FARTHEST)).or_default() += 1;
    }
    let (Some(first), Some(last)) = (days.keys().next().copied(), days.keys().next_back().copied()) else {
        return Vec::new();
    };
    (first..=last).map(|day| Slack { days: day, count: days.get(&day).copied().unwrap_or(0) }).collect()
}

fn days_left(case: &ReplayedCase, names: &Names<'_>) -> Option<i64> {
    let (finished, due) = (case.finished?, super::standing::due(case)?);
    let calendar = names.calendar(case.unit.as_ref())?;
    let (finish, last) = (calendar.date_of(finished.at), calendar.date_of(due.at));
    let days = if finish <= last {
        calendar.working_days_in(finish, last)
    } else {
        -calendar.working_days_in(last, finish).max(1)
    };
    // Late on the due day itself counts as late.
    Some(if days == 0 && case.late_working_seconds.0 > 0 { -1 } else { days })
}

/// Acts of persons by the hour of the day.
fn hours(input: &ReportInput<'_>, names: &Names<'_>) -> Hours {
    let mut hours = Hours::default();
    let events = &input.log.events;
    for event in
        events.rows().filter(|event| event.actor_kind == ActorKind::Person && event.at <= input.replay.as_of.at)
    {
        let unit = event.unit.map(|unit| UnitId::from(input.log.name(unit)));
        let Some(calendar) = names.calendar(unit.as_ref()) else { continue };
        let hour = usize::try_from(calendar.zone().second_of_day(event.at) / 3_600).unwrap_or(0);
        let row = if calendar.is_working_day(calendar.date_of(event.at)) { &mut hours.working } else { &mut hours.off };
        if let Some(count) = row.get_mut(hour) {
            *count += 1;
        }
        hours.night += u64::from(!(6..22).contains(&hour));
        hours.outside += u64::from(!names.is_open(unit.as_ref(), event.at));
    }
    hours
}

/// Upper bounds of the classes in working seconds, with their names.
const CLASSES: [(i64, &str, &str); 7] = [
    (900, "< 15 phút", "< 15 min"),
    (3_600, "15–60 phút", "15–60 min"),
    (4 * 3_600, "1–4 giờ", "1–4 h"),
    (8 * 3_600, "4–8 giờ", "4–8 h"),
    (3 * 28_800, "1–3 ngày", "1–3 d"),
    (10 * 28_800, "3–10 ngày", "3–10 d"),
    (i64::MAX, "> 10 ngày", "> 10 d"),
];

fn waits(replay: &Replay) -> Vec<Wait> {
    let mut counts = [0_u64; CLASSES.len()];
    let persons = replay.cases.iter().flat_map(|case| &case.holds).filter(|hold| hold.kind == ActorKind::Person);
    for hold in persons.filter(|hold| hold.until.is_some()) {
        let class = CLASSES.iter().position(|class| hold.working_seconds.0 < class.0);
        if let Some(count) = class.and_then(|class| counts.get_mut(class)) {
            *count += 1;
        }
    }
    if counts.iter().all(|count| *count == 0) {
        return Vec::new();
    }
    CLASSES.iter().zip(counts).map(|((_, vi, en), count)| Wait { label: Text::new(*vi, *en), count }).collect()
}
