//! Gateways folded into the steps beside them.

/// How flows meet or part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// One of them.
    One,
    /// All of them.
    All,
    /// Some of them.
    Some,
}

/// A node of the diagram while it is folded.
#[derive(Clone, Debug)]
pub(super) struct Vertex {
    /// Nobody does it: a gateway, an event without a meaning of its own.
    pub(super) silent: bool,
    pub(super) is_start: bool,
    pub(super) is_end: bool,
    pub(super) join: Sign,
    pub(super) split: Sign,
    pub(super) gone: bool,
}

/// A flow of the diagram while it is folded; `flow` is its number in the diagram.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) flow: usize,
    pub(super) gone: bool,
}

/// Folds until nothing more can be folded; every rule keeps the meaning.
pub(super) fn fold(vertices: &mut [Vertex], edges: &mut [Edge], has_condition: &dyn Fn(usize) -> bool) {
    while (0..vertices.len()).any(|index| fold_one(index, vertices, edges, has_condition)) {}
}

fn fold_one(index: usize, vertices: &mut [Vertex], edges: &mut [Edge], has_condition: &dyn Fn(usize) -> bool) -> bool {
    let Some(vertex) = vertices.get(index).cloned() else { return false };
    if !vertex.silent || vertex.gone || vertex.is_start || vertex.is_end {
        return false;
    }
    let numbers = |edges: &[Edge], matches: &dyn Fn(&Edge) -> bool| -> Vec<usize> {
        edges.iter().enumerate().filter(|(_, edge)| !edge.gone && matches(edge)).map(|(number, _)| number).collect()
    };
    let ins = numbers(edges, &|edge| edge.to == index);
    let outs = numbers(edges, &|edge| edge.from == index);
    let end =
        |edges: &[Edge], number: &usize, to: bool| edges.get(*number).map(|edge| if to { edge.to } else { edge.from });
    // Flows that meet here and go on together: they go on by themselves, where what follows takes them likewise.
    if let [out] = outs.as_slice()
        && let Some(target) = end(edges, out, true).filter(|target| *target != index)
        && let Some(next) = vertices.get(target).cloned()
    {
        let only = numbers(edges, &|edge| edge.to == target).len() == 1;
        let passes = ins.len() == 1 || vertex.join == Sign::One && (next.join == Sign::One || next.is_end);
        let absorbs = only && !next.is_end && vertex.join != Sign::One;
        if passes || absorbs || vertex.join == Sign::One && only {
            if ins.len() > 1
                && let Some(next) = vertices.get_mut(target)
            {
                next.join = vertex.join;
            }
            ins.iter().for_each(|number| {
                if let Some(edge) = edges.get_mut(*number) {
                    edge.to = target;
                }
            });
            remove(index, out, vertices, edges);
            return true;
        }
    }
    // Flows that part here: they part at the step before.
    if let [one] = ins.as_slice()
        && let Some(source) = end(edges, one, false).filter(|source| *source != index)
        && !has_condition(edges.get(*one).map_or(usize::MAX, |edge| edge.flow))
        && vertices.get(source).is_some_and(|before| !before.is_start)
        && numbers(edges, &|edge| edge.from == source).len() == 1
    {
        if let Some(before) = vertices.get_mut(source) {
            before.split = vertex.split;
        }
        outs.iter().for_each(|number| {
            if let Some(edge) = edges.get_mut(*number) {
                edge.from = source;
            }
        });
        remove(index, one, vertices, edges);
        return true;
    }
    false
}

fn remove(vertex: usize, edge: &usize, vertices: &mut [Vertex], edges: &mut [Edge]) {
    if let Some(vertex) = vertices.get_mut(vertex) {
        vertex.gone = true;
    }
    if let Some(edge) = edges.get_mut(*edge) {
        edge.gone = true;
    }
}
