//! The graph of a workflow, and faults that are visible in it.

use super::spec::Join;
use super::step::{Step, Target};
use crate::base::error::Code;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Bfs, Reversed};

/// Nodes are numbered like the steps; the last node is the end.
pub(super) fn graph(steps: &[Step]) -> DiGraph<Target, ()> {
    let mut graph = DiGraph::new();
    for index in 0..steps.len() {
        graph.add_node(Target::Step(index));
    }
    let end = graph.add_node(Target::End);
    for (from, step) in steps.iter().enumerate() {
        for target in step.split.targets() {
            let to = match target {
                Target::Step(to) => NodeIndex::new(to),
                Target::End => end,
            };
            graph.add_edge(NodeIndex::new(from), to, ());
        }
    }
    graph
}

/// Steps that cannot be reached, steps that do not lead to the end, and a first step that would wait for others.
pub(super) fn structure(steps: &[Step], graph: &DiGraph<Target, ()>, start: usize) -> Vec<(usize, Code)> {
    let mut reached = vec![false; graph.node_count()];
    let mut walk = Bfs::new(graph, NodeIndex::new(start));
    while let Some(node) = walk.next(graph) {
        if let Some(reached) = reached.get_mut(node.index()) {
            *reached = true;
        }
    }
    let mut ends = vec![false; graph.node_count()];
    let mut walk = Bfs::new(Reversed(graph), NodeIndex::new(steps.len()));
    while let Some(node) = walk.next(Reversed(graph)) {
        if let Some(ends) = ends.get_mut(node.index()) {
            *ends = true;
        }
    }
    let mut faults = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        if reached.get(index) == Some(&false) {
            faults.push((index, Code::UnreachableStep));
        } else if ends.get(index) == Some(&false) {
            faults.push((index, Code::NoWayOut));
        }
        if index == start && step.join != Join::Any {
            faults.push((index, Code::JoinAtStart));
        }
    }
    faults
}
