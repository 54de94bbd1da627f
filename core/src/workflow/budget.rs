//! The working time that a case may use on its longest path through a workflow.

use super::compile::Workflow;
use super::step::Target;
use crate::base::ids::StepId;
use crate::base::time::Seconds;
use crate::deadline::Budget;
use petgraph::graph::NodeIndex;
use petgraph::visit::{DfsEvent, depth_first_search};
use std::collections::BTreeSet;

impl Workflow {
    /// The time budget of a step, if it has one.
    pub fn budget(&self, step: usize) -> Option<&Budget> {
        self.steps().get(step).and_then(|step| step.budget.as_ref())
    }

    /// The working time of the longest path from start to end, and its steps. Of parallel branches the longest counts,
    /// each loop is passed once without counting a step twice, and waiting for the citizen counts as 0.
    ///
    /// `nominal_day` is the working time of a calendar day, usually 8 hours. The result should fit the limit of the
    /// procedure.
    pub fn longest_path(&self, nominal_day: Seconds) -> (Seconds, Vec<StepId>) {
        let cost = |step: usize| match self.steps().get(step) {
            Some(step) if step.waits_for.is_none() => {
                step.budget.as_ref().map_or(0, |budget| budget.seconds(nominal_day).0)
            }
            _ => 0,
        };
        let (order, back) = self.unrolled();
        let mut counted = BTreeSet::new();
        let main = self.longest(&order, &back, self.start, self.steps.len(), &cost);
        let mut path = main.clone();
        counted.extend(main);
        // Adds each loop that touches the path; its steps may bring further loops within reach.
        let mut open: Vec<(usize, usize)> = back.clone();
        while let Some(index) = open.iter().position(|(_, head)| counted.contains(head)) {
            let (tail, head) = open.remove(index);
            let rest = |step: usize| if counted.contains(&step) { 0 } else { cost(step) };
            let round = self.longest(&order, &back, head, tail, &rest);
            // The steps of a loop come where a case takes them: after the step at which it leaves the path.
            let mut after = 0;
            for step in &round {
                match path.iter().position(|known| known == step) {
                    Some(known) => after = known,
                    None => {
                        after += 1;
                        path.insert(after.min(path.len()), *step);
                    }
                }
            }
            counted.extend(round);
        }
        let total = path.iter().map(|step| Seconds(cost(*step))).sum();
        (total, path.into_iter().filter_map(|step| Some(self.steps().get(step)?.id.clone())).collect())
    }

    /// The nodes in an order in which every flow leads forward, except the back flows, which are given too.
    pub(super) fn unrolled(&self) -> (Vec<usize>, Vec<(usize, usize)>) {
        let (mut order, mut back) = (Vec::new(), Vec::new());
        depth_first_search(&self.graph, [NodeIndex::new(self.start)], |event| match event {
            DfsEvent::Finish(node, _) => order.push(node.index()),
            DfsEvent::BackEdge(from, to) => back.push((from.index(), to.index())),
            _ => {}
        });
        order.reverse();
        back.sort_unstable();
        (order, back)
    }

    /// The steps of the costliest forward path between two nodes.
    fn longest(
        &self,
        order: &[usize],
        back: &[(usize, usize)],
        from: usize,
        to: usize,
        cost: &dyn Fn(usize) -> i64,
    ) -> Vec<usize> {
        let mut best: Vec<Option<(i64, usize)>> = vec![None; self.steps.len() + 1];
        if let Some(first) = best.get_mut(from) {
            *first = Some((cost(from), from));
        }
        for node in order {
            let Some(Some((so_far, _))) = best.get(*node).copied() else { continue };
            for target in self.successors(*node) {
                let next = match target {
                    Target::Step(next) => next,
                    Target::End => self.steps.len(),
                };
                if back.binary_search(&(*node, next)).is_ok() {
                    continue;
                }
                let sum = so_far + cost(next);
                if let Some(known) = best.get_mut(next).filter(|known| known.is_none_or(|(known, _)| known < sum)) {
                    *known = Some((sum, *node));
                }
            }
        }
        let mut path = Vec::new();
        let mut node = to;
        while let Some(Some((_, before))) = best.get(node) {
            path.push(node);
            if node == from {
                break;
            }
            node = *before;
        }
        path.reverse();
        path.retain(|node| *node < self.steps.len());
        path
    }
}
