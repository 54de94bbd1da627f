//! Order and cycles in directed graphs: rules that follow rules, units below units, schemas that refer to schemas.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Bfs, EdgeRef};

/// A directed graph: nodes numbered from 0, and the nodes that each one leads to.
// Components come from Kosaraju's algorithm, since Tarjan's recurses: a long chain in a hostile rulebook would exhaust
// the stack.
pub(crate) struct Graph(DiGraph<(), ()>);

impl Graph {
    /// A graph of `count` nodes; `next` gives those that a node leads to. Numbers from `count` on are ignored.
    pub(crate) fn new<Next: IntoIterator<Item = usize>>(count: usize, next: impl Fn(usize) -> Next) -> Self {
        let mut graph = DiGraph::with_capacity(count, count);
        for _ in 0..count {
            graph.add_node(());
        }
        for from in 0..count {
            let mut next: Vec<usize> = next(from).into_iter().filter(|to| *to < count).collect();
            // petgraph visits the link that was added last first.
            next.reverse();
            for to in next {
                graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
            }
        }
        Self(graph)
    }

    /// The nodes on a cycle (each leads to itself, directly or through others), in ascending order.
    pub(crate) fn cyclic(&self) -> Vec<usize> {
        let cyclic = |component: &Vec<NodeIndex>| match component.as_slice() {
            [one] => self.0.contains_edge(*one, *one),
            _ => true,
        };
        let mut cyclic: Vec<usize> =
            kosaraju_scc(&self.0).iter().filter(|one| cyclic(one)).flatten().map(|one| one.index()).collect();
        cyclic.sort_unstable();
        cyclic
    }

    /// Whether a node leads to itself.
    pub(crate) fn is_cyclic(&self, index: usize) -> bool {
        let index = NodeIndex::new(index);
        let mut reached = Bfs::new(&self.0, index);
        std::iter::from_fn(|| reached.next(&self.0)).any(|one| self.0.contains_edge(one, index))
    }

    /// Removes the links that start at a node.
    pub(crate) fn cut(&mut self, index: usize) {
        while let Some(edge) = self.0.edges(NodeIndex::new(index)).next().map(|edge| edge.id()) {
            self.0.remove_edge(edge);
        }
    }

    /// The shortest path between two nodes, both included; among equally short paths the one whose links were given
    /// first.
    pub(crate) fn shortest_path(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let (from, to) = (NodeIndex::new(from), NodeIndex::new(to));
        let mut before = vec![None; self.0.node_count()];
        let mut reached = Bfs::new(&self.0, from);
        while let Some(one) = reached.next(&self.0) {
            if one == to {
                let back = |one: &NodeIndex| before.get(one.index()).copied().flatten();
                let mut path: Vec<usize> = std::iter::successors(Some(to), back).map(NodeIndex::index).collect();
                path.reverse();
                return Some(path);
            }
            for next in self.0.neighbors(one).filter(|next| *next != from) {
                before.get_mut(next.index()).into_iter().for_each(|before| *before = before.or(Some(one)));
            }
        }
        None
    }
}

/// The number of links on the longest path from each of `count` nodes; `None` if a path from the node leads into a
/// cycle.
// Not on petgraph, which would make the browser's validator larger by 1.7 kB.
pub(crate) fn longest_paths<Next: IntoIterator<Item = usize>>(
    count: usize,
    next: impl Fn(usize) -> Next,
) -> Vec<Option<usize>> {
    let mut paths = vec![None; count];
    // The predecessors of each node, and the number of its links to nodes whose longest path is not known yet.
    let mut before = vec![Vec::new(); count];
    let mut open = vec![0_usize; count];
    for (from, open) in open.iter_mut().enumerate() {
        for to in next(from) {
            if let Some(before) = before.get_mut(to) {
                before.push(from);
                *open += 1;
            }
        }
    }
    // Nodes become known in the order of their lengths, so the last link of a node gives its longest path.
    let mut known: Vec<(usize, usize)> =
        (0..count).filter(|one| open.get(*one) == Some(&0)).map(|one| (one, 0)).collect();
    let mut done = 0;
    while let Some((one, links)) = known.get(done).copied() {
        done += 1;
        paths.get_mut(one).into_iter().for_each(|path| *path = Some(links));
        for from in before.get(one).into_iter().flatten() {
            if let Some(open) = open.get_mut(*from) {
                *open -= 1;
                known.extend((*open == 0).then_some((*from, links + 1)));
            }
        }
    }
    paths
}

/// The path of a depth-first walk through nodes that are discovered on the way: from the first node to the current one.
#[derive(Debug, Default)]
pub(crate) struct Trail(Vec<String>);

impl Trail {
    /// Moves on to a node.
    pub(crate) fn enter(&mut self, name: &str) {
        self.0.push(name.to_owned());
    }

    /// Moves back to the previous node.
    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    /// The number of nodes on the path.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a node is on the path, so that moving on to it would close a cycle.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.iter().any(|known| known == name)
    }

    /// The path and a last node, as [`arrows`] shows them.
    pub(crate) fn show(&self, last: &str) -> String {
        arrows(self.0.iter().map(String::as_str).chain([last]))
    }
}

/// A path as messages show it: `a → b → a`.
pub(crate) fn arrows<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(" → ")
}

#[cfg(test)]
#[path = "tests/graph.rs"]
mod tests;
