//! The search by A*.

use super::bound::{Bound, Distances, tokens};
use super::shape::NetShape;
use super::{Deviation, Move, Search};
use crate::workflow::Marking;
use foldhash::fast::RandomState;
use indexmap::IndexSet;
use std::collections::HashMap;

/// What is kept of a net between searches is forgotten when it has more entries than this.
const MAX_KEPT: usize = 100_000;

/// What is searched for.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'t> {
    pub(super) trace: &'t [usize],
    pub(super) over: bool,
    pub(super) without: Option<Deviation>,
    pub(super) most: Option<usize>,
    pub(super) states: usize,
}

/// What is known of a net from the searches so far.
#[derive(Debug, Default)]
pub(super) struct Shared {
    markings: IndexSet<Marking, RandomState>,
    /// Where the token of each component is, for each marking.
    tokens: Vec<Vec<u32>>,
    distances: Distances,
}

/// How a state was reached.
#[derive(Clone, Copy)]
enum Step {
    Start,
    Both(u32),
    Alone(u32),
    Extra,
}

#[derive(Clone, Copy)]
struct Node {
    position: u32,
    marking: u32,
    cost: u32,
    parent: u32,
    step: Step,
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Shared {
    pub(super) fn distances(&mut self) -> &mut Distances {
        if self.distances.len() > MAX_KEPT {
            self.distances = Distances::default();
        }
        &mut self.distances
    }

    fn keep(&mut self, shape: &NetShape<'_>, marking: Marking) -> u32 {
        let (index, fresh) = self.markings.insert_full(marking);
        if fresh && let Some(marking) = self.markings.get_index(index) {
            self.tokens.push(tokens(shape, marking));
        }
        small(index)
    }

    pub(super) fn search(&mut self, shape: &NetShape<'_>, bound: &Bound, wanted: Wanted<'_>) -> Search {
        if self.markings.len() > MAX_KEPT {
            self.markings = IndexSet::default();
            self.tokens = Vec::new();
        }
        Run { shared: self, shape, bound, wanted, nodes: Vec::new(), best: HashMap::default(), open: Vec::new() }.run()
    }
}

struct Run<'r, 'a> {
    shared: &'r mut Shared,
    shape: &'r NetShape<'a>,
    bound: &'r Bound,
    wanted: Wanted<'r>,
    nodes: Vec<Node>,
    /// The lowest cost at which a state was reached.
    best: HashMap<(u32, u32), u32, RandomState>,
    /// Open nodes by what a reading through them costs at least; of equal ones the last comes first.
    open: Vec<Vec<u32>>,
}

impl Run<'_, '_> {
    fn run(mut self) -> Search {
        let start = self.shared.keep(self.shape, self.shape.net.initial());
        self.push(Node { position: 0, marking: start, cost: 0, parent: 0, step: Step::Start });
        let mut level = 0;
        while let Some(open) = self.open.get_mut(level) {
            let Some(index) = open.pop() else {
                level += 1;
                continue;
            };
            let Some(node) = self.nodes.get(index as usize).copied() else { break };
            if self.best.get(&(node.position, node.marking)).is_some_and(|best| *best < node.cost) {
                continue;
            }
            let Some(marking) = self.shared.markings.get_index(node.marking as usize).cloned() else { break };
            let at_end = node.position as usize == self.wanted.trace.len();
            if at_end && (!self.wanted.over || self.shape.is_done(&marking)) {
                return Search::Found(self.way(index));
            }
            self.expand(index, node, &marking);
            if self.nodes.len() > self.wanted.states {
                return Search::Undecided;
            }
        }
        Search::Impossible
    }

    /// The possible moves, those to be tried first last.
    fn expand(&mut self, parent: u32, node: Node, marking: &Marking) {
        let shape = self.shape;
        let next = self.wanted.trace.get(node.position as usize).copied();
        if next.is_some() && self.wanted.without != Some(Deviation::Extra(node.position as usize)) {
            let (position, cost) = (node.position + 1, node.cost + 1);
            self.push(Node { position, marking: node.marking, cost, parent, step: Step::Extra });
        }
        let cluster = next.and_then(|step| shape.cluster_of_step(step));
        let both = cluster.filter(|cluster| shape.enabled(marking, *cluster));
        if shape.covered {
            let alone = match (next, cluster, both) {
                (None, ..) => shape.first_enabled(marking),
                (_, Some(cluster), None) => shape.needed_for(marking, cluster),
                _ => None,
            };
            self.alone(parent, node, marking, alone);
        } else {
            for cluster in (0..shape.clusters.len()).rev().filter(|cluster| shape.enabled(marking, *cluster)) {
                self.alone(parent, node, marking, Some(cluster));
            }
        }
        for transition in both.iter().flat_map(|cluster| shape.transitions(*cluster)).rev() {
            if shape.net.transitions.get(*transition).is_some_and(|one| one.step == next) {
                self.fire(parent, node, marking, (*transition, true));
            }
        }
    }

    /// The net goes on alone by each transition of a cluster.
    fn alone(&mut self, parent: u32, node: Node, marking: &Marking, cluster: Option<usize>) {
        let shape = self.shape;
        for transition in cluster.iter().flat_map(|cluster| shape.transitions(*cluster)).rev() {
            self.fire(parent, node, marking, (*transition, false));
        }
    }

    fn fire(&mut self, parent: u32, node: Node, marking: &Marking, (index, both): (usize, bool)) {
        let Some(transition) = self.shape.net.transitions.get(index) else { return };
        let counts = self.shape.counts(transition.step).filter(|_| !both);
        if counts.is_some_and(|step| self.wanted.without == Some(Deviation::Missing(step))) {
            return;
        }
        let (after, full) = self.shape.net.fire(marking, transition);
        if full.is_some() {
            return;
        }
        let marking = self.shared.keep(self.shape, after);
        let (position, cost) = (node.position + u32::from(both), node.cost + u32::from(counts.is_some()));
        let step = if both { Step::Both(small(index)) } else { Step::Alone(small(index)) };
        self.push(Node { position, marking, cost, parent, step });
    }

    fn push(&mut self, node: Node) {
        let known = self.best.entry((node.position, node.marking)).or_insert(u32::MAX);
        if *known <= node.cost {
            return;
        }
        *known = node.cost;
        let tokens = self.shared.tokens.get(node.marking as usize).map(Vec::as_slice).unwrap_or_default();
        let Some(rest) = self.bound.at(node.position as usize, tokens) else { return };
        let level = node.cost as usize + rest;
        if self.wanted.most.is_some_and(|most| level > most) {
            return;
        }
        if self.open.len() <= level {
            self.open.resize_with(level + 1, Vec::new);
        }
        let index = small(self.nodes.len());
        self.nodes.push(node);
        if let Some(open) = self.open.get_mut(level) {
            open.push(index);
        }
    }

    fn way(&self, end: u32) -> Vec<Move> {
        let mut moves = Vec::new();
        let mut index = end;
        while let Some(node) = self.nodes.get(index as usize) {
            let step = |transition: u32| self.shape.net.transitions.get(transition as usize).and_then(|one| one.step);
            match node.step {
                Step::Start => break,
                Step::Extra => moves.push(Move::Apart(Deviation::Extra((node.position as usize).saturating_sub(1)))),
                Step::Both(transition) => moves.extend(step(transition).map(Move::Both)),
                Step::Alone(transition) => {
                    moves.extend(step(transition).map(|step| match self.shape.counts(Some(step)) {
                        Some(step) => Move::Apart(Deviation::Missing(step)),
                        None => Move::Unseen(step),
                    }))
                }
            }
            index = node.parent;
        }
        moves.reverse();
        moves
    }
}
