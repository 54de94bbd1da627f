//! Merges gateways into the steps next to them.

/// How flows join or split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GatewayKind {
    /// Exactly one of them.
    One,
    /// All of them.
    All,
    /// At least one of them.
    Some,
}

/// A node of the diagram during merging.
#[derive(Clone, Debug)]
pub(super) struct Vertex {
    /// Whether nobody does it: a gateway, or an event without a meaning of its own.
    pub(super) silent: bool,
    pub(super) is_start: bool,
    pub(super) is_end: bool,
    pub(super) join: GatewayKind,
    pub(super) split: GatewayKind,
    /// Whether the split is that of a gateway, not of a task with conditions on its flows.
    pub(super) gateway: bool,
    pub(super) gone: bool,
}

/// A flow of the diagram during merging; `flow` is its number in the diagram.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) flow: usize,
    pub(super) gone: bool,
}

/// Merges until no rule applies; every rule keeps the meaning.
pub(super) fn fold(vertices: &mut [Vertex], edges: &mut [Edge], has_condition: &dyn Fn(usize) -> bool) {
    let mut folding = Folding { vertices, edges, ins: Vec::new(), outs: Vec::new() };
    folding.ins = folding.by(|edge| edge.to);
    folding.outs = folding.by(|edge| edge.from);
    // A merge changes only the neighbours, so only they are examined again.
    let mut open: Vec<usize> = (0..folding.vertices.len()).rev().collect();
    while let Some(index) = open.pop() {
        if let Some(neighbour) = folding.forward(index).or_else(|| folding.backward(index, has_condition)) {
            open.push(neighbour);
            open.extend(folding.beside(neighbour));
        }
    }
}

struct Folding<'a> {
    vertices: &'a mut [Vertex],
    edges: &'a mut [Edge],
    /// The edges to each vertex.
    ins: Vec<Vec<usize>>,
    /// The edges from each vertex.
    outs: Vec<Vec<usize>>,
}

impl Folding<'_> {
    fn by(&self, end: impl Fn(&Edge) -> usize) -> Vec<Vec<usize>> {
        let mut lists = vec![Vec::new(); self.vertices.len()];
        for (number, edge) in self.edges.iter().enumerate().filter(|(_, edge)| !edge.gone) {
            if let Some(list) = lists.get_mut(end(edge)) {
                list.push(number);
            }
        }
        lists
    }

    fn list(lists: &[Vec<usize>], vertex: usize) -> &[usize] {
        lists.get(vertex).map(Vec::as_slice).unwrap_or_default()
    }

    /// The vertices before and after a vertex.
    fn beside(&self, vertex: usize) -> Vec<usize> {
        let ends = |list: &[usize], end: fn(&Edge) -> usize| -> Vec<usize> {
            list.iter().filter_map(|edge| self.edges.get(*edge)).map(end).collect()
        };
        let mut beside = ends(Self::list(&self.ins, vertex), |edge| edge.from);
        beside.extend(ends(Self::list(&self.outs, vertex), |edge| edge.to));
        beside
    }

    /// The vertex, if it may be merged into a neighbour.
    fn foldable(&self, index: usize) -> Option<Vertex> {
        self.vertices.get(index).filter(|it| it.silent && !it.gone && !it.is_start && !it.is_end).cloned()
    }

    /// Merges a vertex with a single outgoing flow into the next one, if the next one can join its flows in the same
    /// way.
    fn forward(&mut self, index: usize) -> Option<usize> {
        let vertex = self.foldable(index)?;
        let &[out] = Self::list(&self.outs, index) else { return None };
        let target = self.edges.get(out)?.to;
        let next = self.vertices.get(target).filter(|_| target != index)?.clone();
        let ins = Self::list(&self.ins, index).to_vec();
        let only = Self::list(&self.ins, target).len() == 1;
        let passes =
            ins.len() == 1 || vertex.join == GatewayKind::One && (next.join == GatewayKind::One || next.is_end);
        let absorbs = only && !next.is_end && vertex.join != GatewayKind::One;
        if !(passes || absorbs || vertex.join == GatewayKind::One && only) {
            return None;
        }
        if ins.len() > 1
            && let Some(next) = self.vertices.get_mut(target)
        {
            next.join = vertex.join;
        }
        for edge in &ins {
            if let Some(edge) = self.edges.get_mut(*edge) {
                edge.to = target;
            }
        }
        self.remove(index, out);
        let list = self.ins.get_mut(target)?;
        list.retain(|edge| *edge != out);
        list.extend(ins);
        list.sort_unstable();
        Some(target)
    }

    /// Merges a vertex with a single incoming flow into the previous one, which then does the split.
    fn backward(&mut self, index: usize, has_condition: &dyn Fn(usize) -> bool) -> Option<usize> {
        let vertex = self.foldable(index)?;
        let &[one] = Self::list(&self.ins, index) else { return None };
        let edge = *self.edges.get(one)?;
        let source = edge.from;
        let before = self.vertices.get(source).filter(|before| source != index && !before.is_start)?;
        if before.gone || has_condition(edge.flow) || Self::list(&self.outs, source).len() != 1 {
            return None;
        }
        let outs = Self::list(&self.outs, index).to_vec();
        if let Some(before) = self.vertices.get_mut(source) {
            (before.split, before.gateway) = (vertex.split, vertex.gateway);
        }
        for edge in &outs {
            if let Some(edge) = self.edges.get_mut(*edge) {
                edge.from = source;
            }
        }
        self.remove(index, one);
        *self.outs.get_mut(source)? = outs;
        Some(source)
    }

    fn remove(&mut self, vertex: usize, edge: usize) {
        if let Some(vertex) = self.vertices.get_mut(vertex) {
            vertex.gone = true;
        }
        if let Some(edge) = self.edges.get_mut(edge) {
            edge.gone = true;
        }
        for lists in [&mut self.ins, &mut self.outs] {
            if let Some(list) = lists.get_mut(vertex) {
                list.clear();
            }
        }
    }
}
