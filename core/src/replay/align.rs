//! The cheapest way to read a trace as a run of a net. The search is bounded by a number of states, not by time.

use crate::workflow::{Marking, Net};
use std::collections::{HashMap, VecDeque};

/// A search looks at no more states than this.
pub(super) const MAX_STATES: usize = 20_000;

/// One deviation of a trace from its workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deviation {
    /// The workflow requires a step that was not done.
    Missing(usize),
    /// The trace has a step, at this position, that the workflow does not allow there.
    Extra(usize),
}

/// The result of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Search {
    /// A cheapest reading: its deviations, in order.
    Found(Vec<Deviation>),
    /// No reading exists.
    Impossible,
    /// The search needed more states than allowed.
    Undecided,
}

/// The input of a search.
pub(super) struct Reading<'a> {
    pub(super) net: &'a Net,
    /// Steps that the log never shows as done: they cost nothing.
    pub(super) unseen: &'a [bool],
    /// The steps done, as positions in the workflow.
    pub(super) trace: &'a [usize],
    /// Whether the run must have ended at the end of the trace.
    pub(super) over: bool,
}

struct Node {
    position: usize,
    marking: Marking,
    cost: usize,
    parent: usize,
    deviation: Option<Deviation>,
}

impl Reading<'_> {
    /// A cheapest reading that avoids one deviation; ties are decided by the order of the net's transitions.
    ///
    /// Dijkstra's algorithm over costs 0 and 1, with a double-ended queue.
    pub(super) fn search(&self, without: Option<Deviation>) -> Search {
        let mut nodes = vec![Node { position: 0, marking: self.net.initial(), cost: 0, parent: 0, deviation: None }];
        let mut best: HashMap<(usize, Marking), usize> = HashMap::new();
        best.insert((0, self.net.initial()), 0);
        let mut queue = VecDeque::from([0]);
        while let Some(index) = queue.pop_front() {
            let Some(node) = nodes.get(index) else { break };
            let (position, marking, cost) = (node.position, node.marking.clone(), node.cost);
            if best.get(&(position, marking.clone())).is_some_and(|known| *known < cost) {
                continue;
            }
            if position == self.trace.len() && (!self.over || self.is_done(&marking)) {
                return Search::Found(way(&nodes, index));
            }
            for (position, marking, deviation) in self.moves(position, &marking) {
                if deviation.is_some() && deviation == without {
                    continue;
                }
                let cost = cost + usize::from(deviation.is_some());
                let known = best.entry((position, marking.clone())).or_insert(usize::MAX);
                if *known <= cost {
                    continue;
                }
                *known = cost;
                if nodes.len() >= MAX_STATES {
                    return Search::Undecided;
                }
                nodes.push(Node { position, marking, cost, parent: index, deviation });
                match deviation {
                    None => queue.push_front(nodes.len() - 1),
                    Some(_) => queue.push_back(nodes.len() - 1),
                }
            }
        }
        Search::Impossible
    }

    fn is_done(&self, marking: &Marking) -> bool {
        marking.has(self.net.sink) && marking.count() == 1
    }

    /// The possible moves: read a step in both, let the net go on alone, or skip a step of the trace.
    fn moves(&self, position: usize, marking: &Marking) -> Vec<(usize, Marking, Option<Deviation>)> {
        let next = self.trace.get(position).copied();
        let mut moves = Vec::new();
        for transition in self.net.transitions.iter().filter(|one| self.net.enabled(marking, one)) {
            let (after, full) = self.net.fire(marking, transition);
            if full.is_some() {
                continue;
            }
            if transition.step.is_some() && transition.step == next {
                moves.push((position + 1, after.clone(), None));
            }
            let deviation = transition.step.filter(|step| !self.unseen.get(*step).copied().unwrap_or(false));
            moves.push((position, after, deviation.map(Deviation::Missing)));
        }
        if next.is_some() {
            moves.push((position + 1, marking.clone(), Some(Deviation::Extra(position))));
        }
        moves
    }
}

fn way(nodes: &[Node], end: usize) -> Vec<Deviation> {
    let mut deviations = Vec::new();
    let mut index = end;
    while let Some(node) = nodes.get(index).filter(|_| index != 0) {
        deviations.extend(node.deviation);
        index = node.parent;
    }
    deviations.reverse();
    deviations
}
