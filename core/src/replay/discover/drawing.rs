//! Blocks as steps and flows. Where a block needs a place at which nothing is done, such as where branches meet, there is
//! a step that nobody does; as many of them as possible are taken out again.

use super::tree::Tree;
use std::collections::BTreeMap;

/// The number of the end.
pub(super) const END: usize = usize::MAX;

/// What follows a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    To(usize),
    OneOf(Vec<usize>),
    AllOf(Vec<usize>),
}

impl Next {
    pub(super) fn targets(&self) -> &[usize] {
        match self {
            Self::To(target) => std::slice::from_ref(target),
            Self::OneOf(targets) | Self::AllOf(targets) => targets,
        }
    }

    /// One of several targets, each once.
    fn one_of(targets: impl Iterator<Item = usize>) -> Self {
        let mut once: Vec<usize> = Vec::new();
        for target in targets {
            if !once.contains(&target) {
                once.push(target);
            }
        }
        match once.as_slice() {
            [target] => Self::To(*target),
            _ => Self::OneOf(once),
        }
    }
}

/// A drawn step.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    /// Which step of the log; none for a place at which nothing is done.
    pub(super) step: Option<usize>,
    /// Whether it waits for all flows that lead to it.
    pub(super) joins: bool,
    pub(super) next: Next,
}

/// Steps and flows, the first step first.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawing {
    pub(super) steps: Vec<Drawn>,
}

/// Draws a block; none if nothing is ever done.
pub(super) fn draw(tree: &Tree) -> Option<Drawing> {
    let mut drawing = Drawing::default();
    let start = drawing.block(tree, END);
    (start != END).then(|| {
        while drawing.simplify(start) {}
        drawing.in_order(start)
    })
}

impl Drawing {
    fn add(&mut self, step: Option<usize>, joins: bool, next: Next) -> usize {
        self.steps.push(Drawn { step, joins, next });
        self.steps.len() - 1
    }

    /// Draws a block before a step that is drawn already; gives where it begins.
    fn block(&mut self, tree: &Tree, next: usize) -> usize {
        match tree {
            Tree::Skip => next,
            Tree::Step(step) => self.add(Some(*step), false, Next::To(next)),
            Tree::Sequence(parts) => parts.iter().rev().fold(next, |next, part| self.block(part, next)),
            Tree::OneOf(parts) => {
                let begins: Vec<usize> = parts.iter().map(|part| self.block(part, next)).collect();
                self.add(None, false, Next::one_of(begins.into_iter()))
            }
            Tree::AllOf(parts) => {
                let meet = self.add(None, true, Next::To(next));
                let begins = parts.iter().filter(|part| **part != Tree::Skip).map(|part| {
                    let end = if part.has_one_exit() { meet } else { self.add(None, false, Next::To(meet)) };
                    self.block(part, end)
                });
                let begins = begins.collect();
                self.add(None, false, Next::AllOf(begins))
            }
            Tree::Loop(body, again) => {
                let check = self.add(None, false, Next::To(next));
                let begin = self.block(body, check);
                let back: Vec<usize> = again.iter().map(|part| self.block(part, begin)).collect();
                if let Some(check) = self.steps.get_mut(check) {
                    check.next = Next::one_of([next].into_iter().chain(back));
                }
                begin
            }
        }
    }

    /// The steps from which a flow leads to one.
    fn sources(&self, to: usize) -> Vec<usize> {
        (0..self.steps.len())
            .filter(|from| self.steps.get(*from).is_some_and(|step| step.next.targets().contains(&to)))
            .collect()
    }

    fn joins(&self, step: usize) -> bool {
        self.steps.get(step).is_some_and(|step| step.joins)
    }

    /// Takes out one step that nobody does, if one can be.
    fn simplify(&mut self, start: usize) -> bool {
        let empty = |step: &Drawn| step.step.is_none();
        let candidates: Vec<usize> = (0..self.steps.len())
            .filter(|index| *index != start && self.steps.get(*index).is_some_and(empty))
            .collect();
        candidates.into_iter().any(|index| self.take_out(index, start))
    }

    fn take_out(&mut self, index: usize, start: usize) -> bool {
        let sources = self.sources(index);
        let Some(Drawn { joins, next, .. }) = self.steps.get(index).cloned() else { return false };
        if sources.is_empty() || sources.contains(&index) {
            return false;
        }
        if joins {
            // What follows a meeting may itself wait for all branches.
            let Next::To(target) = next else { return false };
            if target == END || target == start || self.joins(target) || self.sources(target) != [index] {
                return false;
            }
            if let Some(step) = self.steps.get_mut(target) {
                step.joins = true;
            }
            self.retarget(&sources, index, target);
            return true;
        }
        // Every flow into a meeting is waited for, so it must stay the same number of flows.
        let meets = next.targets().iter().any(|target| self.joins(*target));
        if meets && sources.len() != 1 {
            return false;
        }
        let alone = |from: &usize| self.steps.get(*from).is_some_and(|step| matches!(step.next, Next::To(_)));
        let all = |from: &usize| self.steps.get(*from).is_some_and(|step| matches!(step.next, Next::AllOf(_)));
        match &next {
            Next::To(target) => {
                let twice =
                    |from: &usize| self.steps.get(*from).is_some_and(|step| step.next.targets().contains(target));
                if sources.iter().any(|from| all(from) && (meets || *target == END || twice(from))) {
                    return false;
                }
                self.retarget(&sources, index, *target);
                true
            }
            Next::OneOf(targets) => {
                if sources.iter().any(all) {
                    return false;
                }
                for from in sources {
                    if let Some(step) = self.steps.get_mut(from) {
                        let known = step.next.targets().to_vec();
                        let spread = known.into_iter().flat_map(|to| match to == index {
                            true => targets.clone(),
                            false => vec![to],
                        });
                        step.next = Next::one_of(spread);
                    }
                }
                true
            }
            Next::AllOf(targets) => {
                if !sources.iter().all(alone) {
                    return false;
                }
                for from in sources {
                    if let Some(step) = self.steps.get_mut(from) {
                        step.next = Next::AllOf(targets.clone());
                    }
                }
                true
            }
        }
    }

    fn retarget(&mut self, sources: &[usize], from: usize, to: usize) {
        for source in sources {
            let Some(step) = self.steps.get_mut(*source) else { continue };
            let other = |target: &usize| if *target == from { to } else { *target };
            step.next = match &step.next {
                Next::To(target) => Next::To(other(target)),
                Next::OneOf(targets) => Next::one_of(targets.iter().map(other)),
                Next::AllOf(targets) => Next::AllOf(targets.iter().map(other).collect()),
            };
        }
    }

    /// The steps that are reached, in the order in which the work comes to them.
    fn in_order(self, start: usize) -> Self {
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::from([(start, 0)]);
        let mut order = vec![start];
        let mut at = 0;
        while let Some(step) = order.get(at).and_then(|step| self.steps.get(*step)) {
            for target in step.next.targets().iter().filter(|target| **target != END) {
                if !numbers.contains_key(target) {
                    numbers.insert(*target, order.len());
                    order.push(*target);
                }
            }
            at += 1;
        }
        let number = |target: &usize| numbers.get(target).copied().unwrap_or(END);
        let steps = order.iter().filter_map(|old| self.steps.get(*old)).map(|step| Drawn {
            next: match &step.next {
                Next::To(target) => Next::To(number(target)),
                Next::OneOf(targets) => Next::OneOf(targets.iter().map(number).collect()),
                Next::AllOf(targets) => Next::AllOf(targets.iter().map(number).collect()),
            },
            ..step.clone()
        });
        Self { steps: steps.collect() }
    }
}
