//! Determines which ends of a process are reached together, and which are alternatives.

use super::gateways::{GatewayKind, Vertex};
use crate::base::Gather;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The search looks at no more states than this.
const MAX_STATES: usize = 20_000;
/// If an inclusive split has more branches, not every choice is tried.
const MAX_BRANCHES: usize = 6;

/// Groups the ends: those of one group are alternatives, and every run reaches one end of each group. `None` if that is
/// impossible: some run leaves a group out, an end is reached twice, or there are too many states.
///
/// It plays the token game and, in each state, only the moves of one vertex: a run in another order reaches the same
/// ends, since no move of a workflow takes another's token.
pub(super) fn groups(vertices: &[Vertex], edges: &[(usize, usize)], entry: usize) -> Option<Vec<Vec<usize>>> {
    let runs = Game::new(vertices, edges).play(entry)?.through;
    let ends: BTreeSet<usize> = runs.iter().flatten().copied().into_set();
    let together = |one: usize, two: usize| runs.iter().any(|run| run.contains(&one) && run.contains(&two));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for end in ends {
        match groups.iter_mut().find(|group| group.iter().all(|other| !together(*other, end))) {
            Some(group) => group.push(end),
            None => groups.push(vec![end]),
        }
    }
    let once = |run: &BTreeSet<usize>| groups.iter().all(|group| group.iter().any(|end| run.contains(end)));
    runs.iter().all(once).then_some(groups)
}

/// Whether nothing else is active, or was left behind, in any run that reaches an end; `false` if there are too many
/// states to decide.
pub(super) fn is_reached_alone(vertices: &[Vertex], edges: &[(usize, usize)], entry: usize, end: usize) -> bool {
    let Some(Runs { through, stuck }) = Game::new(vertices, edges).play(entry) else { return false };
    let mut reaching = through.iter().filter(|run| run.contains(&end)).peekable();
    reaching.peek().is_some() && reaching.all(|run| run.len() == 1) && stuck.iter().all(|run| !run.contains(&end))
}

/// The sets of ends that runs reach.
#[derive(Default)]
struct Runs {
    /// Runs in which nothing is active at the end.
    through: BTreeSet<BTreeSet<usize>>,
    /// Runs that get stuck.
    stuck: BTreeSet<BTreeSet<usize>>,
}

/// Tokens on edges, and the ends that have been reached.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct State {
    marked: BTreeSet<usize>,
    ended: BTreeSet<usize>,
}

struct Game<'a> {
    vertices: &'a [Vertex],
    edges: &'a [(usize, usize)],
    ins: BTreeMap<usize, Vec<usize>>,
    outs: BTreeMap<usize, Vec<usize>>,
}

impl<'a> Game<'a> {
    fn new(vertices: &'a [Vertex], edges: &'a [(usize, usize)]) -> Self {
        let mut game = Self { vertices, edges, ins: BTreeMap::new(), outs: BTreeMap::new() };
        for (number, (from, to)) in edges.iter().enumerate() {
            game.outs.entry(*from).or_default().push(number);
            game.ins.entry(*to).or_default().push(number);
        }
        game
    }

    /// The ends of every run.
    fn play(&self, entry: usize) -> Option<Runs> {
        let mut runs = Runs::default();
        let mut seen: HashSet<State> = HashSet::new();
        let mut open = self.fire(&State::default(), entry)?;
        while let Some(state) = open.pop() {
            if !seen.insert(state.clone()) {
                continue;
            }
            if seen.len() > MAX_STATES {
                return None;
            }
            match self.enabled(&state) {
                Some((vertex, taken)) => {
                    let mut rest = state;
                    taken.iter().for_each(|edge| {
                        rest.marked.remove(edge);
                    });
                    open.extend(self.fire(&rest, vertex)?);
                }
                None if state.marked.is_empty() => {
                    runs.through.insert(state.ended);
                }
                None => {
                    runs.stuck.insert(state.ended);
                }
            }
        }
        Some(runs)
    }

    /// A vertex that can move, and the edges whose tokens it takes. An inclusive join waits for everything else.
    fn enabled(&self, state: &State) -> Option<(usize, Vec<usize>)> {
        let mut last = None;
        for edge in &state.marked {
            let (_, to) = *self.edges.get(*edge)?;
            let ins = self.ins.get(&to)?;
            match self.vertices.get(to)?.join {
                GatewayKind::One => return Some((to, vec![*edge])),
                GatewayKind::All if ins.iter().all(|edge| state.marked.contains(edge)) => {
                    return Some((to, ins.clone()));
                }
                GatewayKind::All => {}
                GatewayKind::Some => {
                    last = Some((to, ins.iter().copied().filter(|edge| state.marked.contains(edge)).collect()));
                }
            }
        }
        last
    }

    /// The states after a vertex moved; `None` if two tokens meet.
    fn fire(&self, state: &State, vertex: usize) -> Option<Vec<State>> {
        let it = self.vertices.get(vertex)?;
        if it.is_end {
            let mut next = state.clone();
            return next.ended.insert(vertex).then(|| vec![next]);
        }
        let outs = self.outs.get(&vertex).map(Vec::as_slice).unwrap_or_default();
        let choices: Vec<Vec<usize>> = match it.split {
            GatewayKind::All => vec![outs.to_vec()],
            GatewayKind::One => outs.iter().map(|out| vec![*out]).collect(),
            GatewayKind::Some if outs.len() > MAX_BRANCHES => return None,
            GatewayKind::Some => (1..1_usize << outs.len())
                .map(|bits| {
                    let chosen = outs.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
                    chosen.map(|(_, out)| *out).collect()
                })
                .collect(),
        };
        let put = |choice: &Vec<usize>| {
            let mut next = state.clone();
            choice.iter().all(|edge| next.marked.insert(*edge)).then_some(next)
        };
        choices.iter().map(put).collect()
    }
}
