//! Whether the steps that a log shows leave anything to do in their workflow.
//!
//! It moves the same tokens as for a live case. If the log holds the data of the events, the data decide the route, as
//! for a live case. Otherwise every possible route is followed, and the end is certain only if all of them have reached
//! it.

use super::conformance::Plan;
use crate::base::time::Instant;
use crate::base::value::{Map, Node, Value};
use crate::case::{ActorKind, Effect, merged};
use crate::log::EventCells;
use crate::workflow::{Data, Marking, Split, StepClock, Target, Workflow};

/// With more possible routes than this, nothing is decided.
const MAX_WAYS: usize = 64;

/// Whether the workflow of a case has ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    /// It has not ended.
    #[default]
    Open,
    /// It ended with an act at this instant.
    At(Instant),
    /// On some of the possible routes it had ended then, on others it had not.
    Unclear(Instant),
}

/// Where the tokens of a case may be.
pub(super) struct Tokens<'p, 'a> {
    plan: &'p Plan<'a>,
    /// The data of the case; `None` if the log has none at all.
    data: Option<Node>,
    ways: Vec<Marking>,
    /// The steps done, each with the possible markings before it.
    done: Vec<(usize, Vec<Marking>)>,
    /// Whether the position is no longer known.
    lost: bool,
    end: End,
}

impl<'p, 'a> Tokens<'p, 'a> {
    /// Starts at the first step; `has_data` says whether the log holds data of events.
    pub(super) fn new(plan: &'p Plan<'a>, has_data: bool) -> Self {
        let data = has_data.then(|| Node::from(Value::Map(Map::default())));
        let ways = vec![plan.workflow.initial()];
        let mut tokens = Self { plan, data, ways, done: Vec::new(), lost: false, end: End::Open };
        tokens.pass_unseen();
        tokens
    }

    pub(super) fn end(&self) -> End {
        self.end
    }

    /// Takes one more event, in order.
    pub(super) fn see(&mut self, event: &EventCells, news: Option<&Node>) {
        if let Some(data) = &self.data {
            self.data = Some(merged(data, news));
        }
        let workflow = self.plan.workflow;
        let Some((step, drawn)) =
            self.plan.position(event.step).and_then(|step| Some((step, workflow.steps().get(step)?)))
        else {
            return;
        };
        match event.effect {
            Effect::Complete => {
                let silence = drawn.on_silence.filter(|_| event.actor_kind == ActorKind::System);
                if let (Some(data), Some(silence)) = (&self.data, silence) {
                    let outcome = [("outcome", Value::Text(silence.as_str().into()))];
                    self.data = Some(merged(data, Some(&Node::from(Value::Map(Map::from_iter(outcome))))));
                }
                self.complete(step, true);
            }
            Effect::Deliver => self.complete(step, false),
            Effect::Resume if drawn.clock != StepClock::Run => self.complete(step, false),
            Effect::Return => self.give_back(step, news),
            Effect::Recall => match self.done.pop() {
                Some((last, before)) if last == step => self.ways = before,
                other => self.done.extend(other),
            },
            Effect::Reopen => {
                if let Some(marking) = workflow.at_step(step) {
                    (self.ways, self.lost) = (vec![marking], false);
                }
            }
            _ => return,
        }
        self.judge(event.at, self.plan.may_end(step));
    }

    /// `may_end` says whether the step of the event may be the last.
    fn judge(&mut self, at: Instant, may_end: bool) {
        let over = self.ways.iter().filter(|marking| self.plan.workflow.is_done(marking)).count();
        self.end = match (self.end, over) {
            _ if self.lost && may_end => End::Unclear(at),
            (_, 0) => End::Open,
            (End::At(since), over) if over == self.ways.len() => End::At(since),
            (_, over) if over == self.ways.len() => End::At(at),
            _ => End::Unclear(at),
        };
    }

    /// A step was done. If it was not open but only a single token can reach it, the case is taken to be there (`sure`:
    /// the event says that it was done).
    fn complete(&mut self, step: usize, sure: bool) {
        let workflow = self.plan.workflow;
        let mut open: Vec<Marking> =
            self.ways.iter().filter(|marking| workflow.is_open(marking, step)).cloned().collect();
        if open.is_empty() && sure && !self.lost && self.ways.iter().all(|marking| marking.count() == 1) {
            open.extend(workflow.at_step(step));
        }
        if open.is_empty() {
            if sure {
                self.lost = true;
                self.ways.clear();
            }
            return;
        }
        let mut next = Vec::new();
        for marking in &open {
            self.after(marking, step, &mut next);
        }
        self.done.push((step, std::mem::replace(&mut self.ways, next)));
        self.pass_unseen();
    }

    /// The markings after a step, without duplicates: by the data if there are any, otherwise all.
    fn after(&self, marking: &Marking, step: usize, next: &mut Vec<Marking>) {
        let workflow = self.plan.workflow;
        let known = self.data.as_ref().and_then(|data| workflow.route(step, &Data::new(&[data])).ok());
        for targets in known.map_or_else(|| routes(workflow, step), |targets| vec![targets]) {
            if let Ok(marking) = workflow.fire(marking, step, &targets)
                && !next.contains(&marking)
            {
                next.push(marking);
            }
        }
    }

    /// A step that the log never shows as done may have been done at any time.
    fn pass_unseen(&mut self) {
        let mut index = 0;
        while let Some(marking) = self.ways.get(index).cloned() {
            index += 1;
            for step in self.plan.unseen().filter(|step| self.plan.workflow.is_open(&marking, *step)) {
                let mut next = std::mem::take(&mut self.ways);
                self.after(&marking, step, &mut next);
                self.ways = next;
            }
            if self.ways.len() > MAX_WAYS {
                self.lost = true;
                self.ways.clear();
            }
        }
    }

    fn give_back(&mut self, step: usize, news: Option<&Node>) {
        let workflow = self.plan.workflow;
        let wanted = news.and_then(|data| data.get("to")?.value.as_text());
        let before = |to: &usize| match wanted {
            Some(wanted) => workflow.steps().get(*to).is_some_and(|step| step.id.as_str() == wanted),
            None => workflow.successors(*to).contains(&Target::Step(step)),
        };
        let Some(to) = self.done.iter().rev().map(|(done, _)| *done).find(before) else { return };
        let back: Vec<Marking> = self.ways.iter().filter_map(|marking| workflow.step_back(marking, step, to)).collect();
        if !back.is_empty() {
            self.ways = back;
        }
    }
}

/// Every set of flows by which a step may be left.
fn routes(workflow: &Workflow, step: usize) -> Vec<Vec<Target>> {
    let Some(step) = workflow.steps().get(step) else { return Vec::new() };
    let targets = step.split.targets();
    match &step.split {
        Split::To(_) | Split::AllOf(_) => vec![targets],
        Split::OneOf(_) => targets.into_iter().map(|target| vec![target]).collect(),
        Split::SomeOf(_) => {
            let mut sets: Vec<Vec<Target>> = vec![Vec::new()];
            for target in targets.into_iter().take(MAX_WAYS.ilog2() as usize + 1) {
                let with = sets.iter().map(|set| set.iter().copied().chain([target]).collect());
                sets.extend(with.collect::<Vec<_>>());
            }
            sets.retain(|set| !set.is_empty());
            sets
        }
    }
}
