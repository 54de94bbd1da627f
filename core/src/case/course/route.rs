//! Where the tokens of a case are: one marking while its data decide every route, else every possible one.

use super::plan::Plan;
use crate::base::value::Node;
use crate::workflow::{Data, Marking, Target};

/// With more possible markings than this, nothing is decided.
const MAX_WAYS: usize = 64;

/// The possible markings of a case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Route {
    /// The markings, each once; a live case has one.
    pub(crate) ways: Vec<Marking>,
    /// Whether the position is no longer known.
    pub(crate) lost: bool,
    /// Whether an act was at a step that was open on no way.
    pub(crate) strayed: bool,
}

/// Whether the workflow has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    No,
    /// On some of the possible routes.
    Perhaps,
    Yes,
}

/// How far the acts of a case were where its workflow has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// Not all, or nobody knows.
    No,
    /// All, but the case ended while steps were left.
    UntilEnd,
    /// All.
    Whole,
}

impl Route {
    /// Puts the case at the first step.
    pub(super) fn begin(&mut self, plan: &Plan<'_>) {
        (self.ways, self.lost) = (vec![plan.workflow.initial()], false);
    }

    /// The steps that are open on some way, each with whether it is on all of them.
    pub(super) fn open(&self, plan: &Plan<'_>) -> Vec<(usize, bool)> {
        let mut open: Vec<(usize, usize)> = Vec::new();
        for marking in &self.ways {
            for step in plan.workflow.enabled(marking) {
                match open.iter_mut().find(|(other, _)| *other == step) {
                    Some((_, count)) => *count += 1,
                    None => open.push((step, 1)),
                }
            }
        }
        open.sort_unstable();
        open.into_iter().map(|(step, count)| (step, count == self.ways.len())).collect()
    }

    /// Keeps the ways on which a step is open, if there are any, and says whether there are.
    pub(super) fn keep_open(&mut self, plan: &Plan<'_>, step: usize) -> bool {
        let is_open = |marking: &Marking| plan.workflow.is_open(marking, step);
        let any = self.ways.iter().any(is_open);
        if any && self.ways.len() > 1 {
            self.ways.retain(is_open);
        }
        any
    }

    /// The ways on which steps that the log never shows were done at some time; the ways themselves among them.
    fn beyond_unseen(&self, plan: &Plan<'_>, data: Option<&Node>) -> Vec<Marking> {
        let mut ways = self.ways.clone();
        if !plan.unseen().contains(&true) {
            return ways;
        }
        let mut index = 0;
        while let Some(marking) = ways.get(index).cloned() {
            index += 1;
            let unseen = plan.unseen().iter().enumerate().filter(|(_, unseen)| **unseen).map(|(step, _)| step);
            for step in unseen.filter(|step| plan.workflow.is_open(&marking, *step)) {
                after(plan, &marking, step, &routes(plan, step, data), &mut ways);
            }
            if ways.len() > MAX_WAYS {
                return self.ways.clone();
            }
        }
        ways
    }

    /// Moves over steps that the log never shows, if a step is open only beyond them; says whether it is now.
    pub(super) fn pass_unseen_to(&mut self, plan: &Plan<'_>, step: usize, data: Option<&Node>) -> bool {
        let ways = self.beyond_unseen(plan, data);
        let open: Vec<Marking> = ways.into_iter().filter(|way| plan.workflow.is_open(way, step)).collect();
        let any = !open.is_empty();
        if any {
            self.ways = open;
        }
        any
    }

    /// Puts the only token at a step; nothing if there are several, or if the step waits for several.
    pub(super) fn jump(&mut self, plan: &Plan<'_>, step: usize) -> bool {
        self.strayed = true;
        !self.lost && self.ways.iter().all(|marking| marking.count() == 1) && self.put_at(plan, step)
    }

    /// Puts the case at a step, wherever it was.
    pub(super) fn put_at(&mut self, plan: &Plan<'_>, step: usize) -> bool {
        match plan.workflow.at_step(step) {
            Some(marking) => {
                (self.ways, self.lost) = (vec![marking], false);
                true
            }
            None => false,
        }
    }

    /// The position is no longer known.
    pub(super) fn lose(&mut self) {
        self.lost = true;
        self.ways.clear();
    }

    /// A step that is open on every way was done. Gives where it led, if the data decide that or there is one flow.
    pub(super) fn complete(&mut self, plan: &Plan<'_>, step: usize, data: Option<&Node>) -> Option<Vec<Target>> {
        let routes = routes(plan, step, data);
        let mut next = Vec::new();
        for marking in &self.ways {
            after(plan, marking, step, &routes, &mut next);
        }
        self.ways = next;
        if self.ways.len() > MAX_WAYS || self.ways.is_empty() {
            self.lose();
        }
        <[Vec<Target>; 1]>::try_from(routes).ok().map(|[targets]| targets)
    }

    /// The case was returned from one step to another; `false` if no way allows it.
    pub(super) fn step_back(&mut self, plan: &Plan<'_>, from: usize, to: usize) -> bool {
        let back: Vec<Marking> =
            self.ways.iter().filter_map(|marking| plan.workflow.step_back(marking, from, to)).collect();
        let any = !back.is_empty();
        if any {
            self.ways = back;
        }
        any
    }

    /// A step was taken back; `led_to` is where it had led, if that is known. `false` if its tokens are gone.
    pub(super) fn unfire(&mut self, plan: &Plan<'_>, step: usize, led_to: &[Target]) -> bool {
        let routes = if led_to.is_empty() { plan.routes(step, MAX_WAYS) } else { vec![led_to.to_vec()] };
        let mut back = Vec::new();
        for marking in &self.ways {
            for targets in &routes {
                if let Some(marking) = plan.workflow.unfire(marking, step, targets)
                    && !back.contains(&marking)
                {
                    back.push(marking);
                }
            }
        }
        let any = !back.is_empty();
        if any {
            self.ways = back;
        }
        any
    }

    /// Whether some way of the workflow explains every act of a case; `ended` says that the case is finished.
    pub(crate) fn kept(&self, plan: &Plan<'_>, data: Option<&Node>, ended: bool) -> Kept {
        match self.strayed || self.lost {
            true => Kept::No,
            false if ended && self.over(plan, data) == Over::No => Kept::UntilEnd,
            false => Kept::Whole,
        }
    }

    /// Whether nothing is left to do. Steps that the log never shows may have been done.
    pub(super) fn over(&self, plan: &Plan<'_>, data: Option<&Node>) -> Over {
        let is_done = |marking: &&Marking| plan.workflow.is_done(marking);
        let done = self.ways.iter().filter(is_done).count();
        if done > 0 && done == self.ways.len() {
            return Over::Yes;
        }
        if plan.unseen().contains(&true) && !self.ways.is_empty() {
            let beyond = self.beyond_unseen(plan, data);
            let waits =
                |way: &Marking| plan.workflow.enabled(way).iter().all(|step| plan.unseen().get(*step) == Some(&true));
            if beyond.iter().any(|way| plan.workflow.is_done(way)) {
                return if self.ways.iter().all(waits) { Over::Yes } else { Over::Perhaps };
            }
        }
        if done > 0 { Over::Perhaps } else { Over::No }
    }

    /// The same tokens in another version of the workflow; `false` if it lacks their places.
    pub(super) fn carry_over(&mut self, from: &Plan<'_>, to: &Plan<'_>) -> bool {
        let carried: Vec<Marking> =
            self.ways.iter().filter_map(|marking| to.workflow.marking(&from.workflow.tokens(marking))).collect();
        let all = carried.len() == self.ways.len();
        if all {
            self.ways = carried;
        }
        all
    }
}

/// The routes that a step may have taken: that of the data if they decide it, else all.
fn routes(plan: &Plan<'_>, step: usize, data: Option<&Node>) -> Vec<Vec<Target>> {
    let known = data.and_then(|data| plan.workflow.route(step, &Data::new(&[data])).ok());
    known.map_or_else(|| plan.routes(step, MAX_WAYS), |targets| vec![targets])
}

/// The markings after a step, without duplicates.
fn after(plan: &Plan<'_>, marking: &Marking, step: usize, routes: &[Vec<Target>], next: &mut Vec<Marking>) {
    for targets in routes {
        if let Ok(marking) = plan.workflow.fire(marking, step, targets)
            && !next.contains(&marking)
        {
            next.push(marking);
        }
    }
}
