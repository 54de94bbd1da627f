//! Reductions: rules that shrink a net and preserve its soundness (Berthelot; Murata 1989).
//!
//! Block-structured workflows of any size and width shrink to a single transition; only the rest of other workflows is
//! searched state by state. Each transition records the original ones that it replaces, in firing order, so that a
//! fault found in the small net can be replayed in the large one.

use super::net::{Net, Transition};
use std::collections::HashMap;

/// A net that is being reduced.
pub(super) struct Reduction {
    places: Vec<Option<Place>>,
    transitions: Vec<Option<Edge>>,
    source: usize,
    sink: usize,
    history: Vec<History>,
}

#[derive(Clone, Default)]
struct Place {
    before: Vec<usize>,
    after: Vec<usize>,
}

#[derive(Clone)]
struct Edge {
    before: Vec<usize>,
    after: Vec<usize>,
    history: usize,
}

/// The original transitions of a transition, as a tree: copying sequences would take quadratic time.
#[derive(Clone, Copy)]
enum History {
    One(usize),
    Then(usize, usize),
}

impl Reduction {
    pub(super) fn new(net: &Net) -> Self {
        let mut places = vec![Place::default(); net.places];
        for (index, transition) in net.transitions.iter().enumerate() {
            for place in &transition.before {
                if let Some(place) = places.get_mut(*place) {
                    place.after.push(index);
                }
            }
            for place in &transition.after {
                if let Some(place) = places.get_mut(*place) {
                    place.before.push(index);
                }
            }
        }
        let edge = |(history, transition): (usize, &Transition)| {
            Some(Edge { before: transition.before.clone(), after: transition.after.clone(), history })
        };
        Self {
            places: places.into_iter().map(Some).collect(),
            transitions: net.transitions.iter().enumerate().map(edge).collect(),
            source: net.source,
            sink: net.sink,
            history: (0..net.transitions.len()).map(History::One).collect(),
        }
    }

    /// Applies the rules until none applies. Gives whether a single transition from source to sink is left, in which
    /// case the net is sound.
    pub(super) fn run(&mut self) -> bool {
        loop {
            let mut changed = false;
            for place in 0..self.places.len() {
                changed |= self.fuse(place);
            }
            changed |= self.drop_equal_transitions();
            changed |= self.drop_equal_places();
            if !changed {
                break;
            }
        }
        let mut edges = self.transitions.iter().flatten();
        let only = edges.next().is_some_and(|edge| edge.before == [self.source] && edge.after == [self.sink]);
        only && edges.next().is_none() && self.places.iter().flatten().count() == 2
    }

    /// Post-agglomeration: removes a place whose consumers need nothing else, and merges each producer with each
    /// consumer.
    fn fuse(&mut self, index: usize) -> bool {
        let Some(Some(place)) = self.places.get(index) else { return false };
        let lone_consumer = |edge: &usize| self.edge(*edge).is_some_and(|edge| edge.before == [index]);
        let one_side = place.before.len() == 1 || place.after.len() == 1;
        if index == self.source || index == self.sink || place.before.is_empty() || place.after.is_empty() || !one_side
        {
            return false;
        }
        if !place.after.iter().all(lone_consumer) {
            return false;
        }
        // A loop on the place, or two tokens on one place at the same time, is left to the search.
        let clash = place.before.iter().any(|producer| {
            place.after.iter().any(|consumer| match (self.edge(*producer), self.edge(*consumer)) {
                (Some(one), Some(two)) => producer == consumer || one.after.iter().any(|p| two.after.contains(p)),
                _ => true,
            })
        });
        if clash {
            return false;
        }
        let (producers, consumers) = (place.before.clone(), place.after.clone());
        let mut merged = Vec::with_capacity(producers.len() * consumers.len());
        for producer in producers.iter().filter_map(|producer| self.edge(*producer)) {
            for consumer in consumers.iter().filter_map(|consumer| self.edge(*consumer)) {
                let rest = producer.after.iter().filter(|place| **place != index);
                let mut after: Vec<usize> = rest.chain(&consumer.after).copied().collect();
                after.sort_unstable();
                merged.push((producer.before.clone(), after, History::Then(producer.history, consumer.history)));
            }
        }
        for edge in producers.into_iter().chain(consumers) {
            self.remove(edge);
        }
        if let Some(place) = self.places.get_mut(index) {
            *place = None;
        }
        for (before, after, history) in merged {
            self.history.push(history);
            self.add(Edge { before, after, history: self.history.len() - 1 });
        }
        true
    }

    /// Keeps one of several equal transitions; drops one that changes nothing if another can continue.
    fn drop_equal_transitions(&mut self) -> bool {
        let mut seen: HashMap<(&[usize], &[usize]), usize> = HashMap::new();
        let mut choices: HashMap<&[usize], usize> = HashMap::new();
        for edge in self.transitions.iter().flatten() {
            *choices.entry(&edge.before).or_default() += 1;
        }
        let mut idle: Vec<usize> = Vec::new();
        for (index, edge) in self.transitions.iter().enumerate() {
            let Some(edge) = edge else { continue };
            let circle =
                edge.before == edge.after && choices.get(edge.before.as_slice()).is_some_and(|count| *count > 1);
            let twin = seen.insert((&edge.before, &edge.after), index).is_some();
            if twin || circle {
                idle.push(index);
                if let Some(count) = choices.get_mut(edge.before.as_slice()) {
                    *count -= 1;
                }
            }
        }
        idle.iter().for_each(|edge| self.remove(*edge));
        !idle.is_empty()
    }

    /// Keeps one of several places with the same producers and consumers.
    fn drop_equal_places(&mut self) -> bool {
        let mut seen: HashMap<(Vec<usize>, Vec<usize>), usize> = HashMap::new();
        let mut twins = Vec::new();
        for (index, place) in self.places.iter().enumerate() {
            if let Some(place) = place.as_ref().filter(|_| index != self.source && index != self.sink) {
                let sorted = |edges: &[usize]| {
                    let mut edges = edges.to_vec();
                    edges.sort_unstable();
                    edges
                };
                if seen.insert((sorted(&place.before), sorted(&place.after)), index).is_some() {
                    twins.push(index);
                }
            }
        }
        for twin in &twins {
            if let Some(Some(place)) = self.places.get_mut(*twin).map(Option::take) {
                for edge in place.before {
                    if let Some(Some(edge)) = self.transitions.get_mut(edge) {
                        edge.after.retain(|place| place != twin);
                    }
                }
                for edge in place.after {
                    if let Some(Some(edge)) = self.transitions.get_mut(edge) {
                        edge.before.retain(|place| place != twin);
                    }
                }
            }
        }
        !twins.is_empty()
    }

    fn edge(&self, index: usize) -> Option<&Edge> {
        self.transitions.get(index).and_then(Option::as_ref)
    }

    fn add(&mut self, edge: Edge) {
        let index = self.transitions.len();
        for place in &edge.before {
            if let Some(Some(place)) = self.places.get_mut(*place) {
                place.after.push(index);
            }
        }
        for place in &edge.after {
            if let Some(Some(place)) = self.places.get_mut(*place) {
                place.before.push(index);
            }
        }
        self.transitions.push(Some(edge));
    }

    fn remove(&mut self, index: usize) {
        let Some(Some(edge)) = self.transitions.get_mut(index).map(Option::take) else { return };
        for place in edge.before {
            if let Some(Some(place)) = self.places.get_mut(place) {
                place.after.retain(|other| *other != index);
            }
        }
        for place in edge.after {
            if let Some(Some(place)) = self.places.get_mut(place) {
                place.before.retain(|other| *other != index);
            }
        }
    }

    /// The remaining net; `step` of its transitions is their index in [`Rest::sequences`].
    pub(super) fn rest(&self) -> Rest {
        let mut numbers = vec![None; self.places.len()];
        let mut places = 0;
        for (number, _) in numbers.iter_mut().zip(&self.places).filter(|(_, place)| place.is_some()) {
            *number = Some(places);
            places += 1;
        }
        let number = |place: usize| numbers.get(place).copied().flatten().unwrap_or(places);
        let numbered = |places: &[usize]| {
            let mut numbered: Vec<usize> = places.iter().map(|place| number(*place)).collect();
            numbered.sort_unstable();
            numbered
        };
        let edges: Vec<&Edge> = self.transitions.iter().flatten().collect();
        let transitions = edges.iter().enumerate().map(|(index, edge)| Transition {
            before: numbered(&edge.before),
            after: numbered(&edge.after),
            step: Some(index),
        });
        let net =
            Net { places, source: number(self.source), sink: number(self.sink), transitions: transitions.collect() };
        Rest { net, sequences: edges.iter().map(|edge| self.sequence(edge.history)).collect() }
    }

    fn sequence(&self, root: usize) -> Vec<usize> {
        let mut sequence = Vec::new();
        let mut open = vec![root];
        while let Some(index) = open.pop() {
            match self.history.get(index) {
                Some(History::One(transition)) => sequence.push(*transition),
                Some(History::Then(first, second)) => open.extend([*second, *first]),
                None => {}
            }
        }
        sequence
    }
}

/// What the reductions left.
pub(super) struct Rest {
    pub(super) net: Net,
    /// For each remaining transition, the original transitions that it replaces.
    pub(super) sequences: Vec<Vec<usize>>,
}
