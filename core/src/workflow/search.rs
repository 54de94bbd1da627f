//! Breadth-first search over the states of a net, within a bound.

use super::net::{Marking, Net};
use crate::base::shape::Term;
use indexmap::IndexSet;

/// The reason why a workflow is unsound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum FlawKind {
    /// Nothing can continue, and the end has not been reached (*bế tắc*).
    #[term("deadlock")]
    Deadlock,
    /// Something can continue forever, and the end cannot be reached (*lặp vô tận*).
    #[term("livelock")]
    Livelock,
    /// A step would be active twice: parallel branches were not joined (*bước chạy hai lần cùng lúc*).
    #[term("twice_at_once")]
    TwiceAtOnce,
    /// The end is reached while something else is still active.
    #[term("improper_completion")]
    ImproperCompletion,
    /// A step, or a way out of it, can never be reached.
    #[term("dead_step")]
    DeadStep,
}

/// A fault of a net: what is wrong, after which transitions, and at which places or transition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) kind: FlawKind,
    /// The transitions from the initial marking, in order; the shortest such sequence.
    pub(super) trace: Vec<usize>,
    /// The places concerned: where two tokens meet, where tokens got stuck, or what was left over.
    pub(super) places: Vec<usize>,
    /// The transition that never fires.
    pub(super) transition: Option<usize>,
}

/// The result of a search.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) faults: Vec<Fault>,
    /// Number of states examined.
    pub(super) states: usize,
    /// Whether all states were examined.
    pub(super) complete: bool,
}

/// One fault is enough to find the cause; a few more show whether they are related.
const MAX_FAULTS: usize = 5;

/// Searches for faults, the nearest first, in at most this many states.
pub(super) fn search(net: &Net, max_states: usize) -> Found {
    Search::new(net).run(max_states)
}

struct Search<'a> {
    net: &'a Net,
    states: IndexSet<Marking>,
    /// For each state, the state and the transition by which it was first reached.
    parents: Vec<(usize, usize)>,
    /// For each state, those from which it is reached in one step.
    sources: Vec<Vec<usize>>,
    fired: Vec<bool>,
    faults: Vec<Fault>,
}

impl<'a> Search<'a> {
    fn new(net: &'a Net) -> Self {
        Self {
            net,
            states: IndexSet::from([net.initial()]),
            parents: vec![(0, 0)],
            sources: vec![Vec::new()],
            fired: vec![false; net.transitions.len()],
            faults: Vec::new(),
        }
    }

    fn run(mut self, max_states: usize) -> Found {
        let mut done = Marking::empty(self.net.places);
        done.put(self.net.sink);
        let mut next = 0;
        while let Some(marking) = self.states.get_index(next).cloned() {
            self.expand(next, &marking, &done);
            next += 1;
            if self.faults.len() >= MAX_FAULTS || self.states.len() > max_states {
                break;
            }
        }
        let complete = next == self.states.len();
        if complete && self.faults.is_empty() {
            self.find_traps(&done);
            self.find_dead();
        }
        Found { faults: self.faults, states: next, complete }
    }

    fn expand(&mut self, state: usize, marking: &Marking, done: &Marking) {
        if marking.has(self.net.sink) && marking != done {
            let left = marking.places().filter(|place| *place != self.net.sink).collect();
            self.fault(FlawKind::ImproperCompletion, self.trace(state), left);
            return;
        }
        let mut stuck = marking != done;
        for (index, transition) in self.net.transitions.iter().enumerate() {
            if !self.net.enabled(marking, transition) {
                continue;
            }
            stuck = false;
            if let Some(fired) = self.fired.get_mut(index) {
                *fired = true;
            }
            let (after, full) = self.net.fire(marking, transition);
            if let Some(place) = full {
                let mut trace = self.trace(state);
                trace.push(index);
                self.fault(FlawKind::TwiceAtOnce, trace, vec![place]);
                continue;
            }
            let (found, fresh) = self.states.insert_full(after);
            if fresh {
                self.parents.push((state, index));
                self.sources.push(Vec::new());
            }
            if let Some(sources) = self.sources.get_mut(found) {
                sources.push(state);
            }
        }
        if stuck {
            self.fault(FlawKind::Deadlock, self.trace(state), marking.places().collect());
        }
    }

    /// Finds states from which the end cannot be reached any more, although something can still move.
    fn find_traps(&mut self, done: &Marking) {
        let mut completes = vec![false; self.states.len()];
        let mut open: Vec<usize> = self.states.get_index_of(done).into_iter().collect();
        while let Some(state) = open.pop() {
            if let Some(seen) = completes.get_mut(state).filter(|seen| !**seen) {
                *seen = true;
                open.extend(self.sources.get(state).into_iter().flatten());
            }
        }
        if let Some(trap) = completes.iter().position(|completes| !completes) {
            let places = self.states.get_index(trap).map(|marking| marking.places().collect()).unwrap_or_default();
            self.fault(FlawKind::Livelock, self.trace(trap), places);
        }
    }

    fn find_dead(&mut self) {
        for transition in 0..self.fired.len() {
            if self.fired.get(transition) == Some(&false) {
                self.faults.push(Fault {
                    kind: FlawKind::DeadStep,
                    trace: Vec::new(),
                    places: Vec::new(),
                    transition: Some(transition),
                });
            }
        }
    }

    /// Records the first fault of each kind at each place.
    fn fault(&mut self, kind: FlawKind, trace: Vec<usize>, places: Vec<usize>) {
        if self.faults.len() < MAX_FAULTS
            && !self.faults.iter().any(|known| known.kind == kind && known.places == places)
        {
            self.faults.push(Fault { kind, trace, places, transition: None });
        }
    }

    fn trace(&self, state: usize) -> Vec<usize> {
        let mut trace = Vec::new();
        let mut state = state;
        while state != 0 {
            let Some((parent, transition)) = self.parents.get(state) else { break };
            trace.push(*transition);
            state = *parent;
        }
        trace.reverse();
        trace
    }
}
