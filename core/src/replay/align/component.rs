//! The components of a net: sets of places among which exactly one token moves.

use crate::workflow::Net;
use std::collections::{BTreeSet, VecDeque};

/// A component (*S-component*): each transition that touches it takes one token from it and gives one back.
#[derive(Debug)]
pub(in super::super) struct Component {
    /// The number of each place within the component.
    locals: Vec<Option<u32>>,
    pub(super) places: usize,
    /// The moves of its token: from, to, and the step.
    pub(super) moves: Vec<(u32, u32, Option<usize>)>,
    /// Which steps move its token.
    steps: Vec<bool>,
}

impl Component {
    pub(super) fn has(&self, place: usize) -> bool {
        self.local(place).is_some()
    }

    pub(super) fn local(&self, place: usize) -> Option<u32> {
        self.locals.get(place).copied().flatten()
    }

    pub(super) fn has_step(&self, step: usize) -> bool {
        self.steps.get(step).copied().unwrap_or(false)
    }

    /// The component of these places; none if they are not one.
    fn of(net: &Net, places: &BTreeSet<usize>, steps: usize) -> Option<Self> {
        if !places.contains(&net.source) || !places.contains(&net.sink) {
            return None;
        }
        let mut locals = vec![None; net.places];
        for (place, local) in places.iter().zip(0..) {
            *locals.get_mut(*place)? = Some(local);
        }
        let mut component = Self { locals, places: places.len(), moves: Vec::new(), steps: vec![false; steps] };
        for transition in &net.transitions {
            let of = |all: &[usize]| all.iter().filter_map(|place| component.local(*place)).collect::<Vec<_>>();
            match (of(&transition.before).as_slice(), of(&transition.after).as_slice()) {
                ([], []) => {}
                ([from], [to]) => {
                    component.moves.push((*from, *to, transition.step));
                    if let Some(slot) = transition.step.and_then(|step| component.steps.get_mut(step)) {
                        *slot = true;
                    }
                }
                _ => return None,
            }
        }
        Some(component)
    }
}

/// Components that together have every place, as far as the net has any: all of a sound workflow.
pub(super) fn components(net: &Net, steps: usize) -> Vec<Component> {
    let mut takers: Vec<Vec<usize>> = vec![Vec::new(); net.places];
    let mut givers: Vec<Vec<usize>> = vec![Vec::new(); net.places];
    for (index, transition) in net.transitions.iter().enumerate() {
        for (places, lists) in [(&transition.before, &mut takers), (&transition.after, &mut givers)] {
            for place in places {
                if let Some(list) = lists.get_mut(*place) {
                    list.push(index);
                }
            }
        }
    }
    let graph = Circle { net, takers, givers };
    let mut found: Vec<Component> = Vec::new();
    for place in 0..net.places {
        if !found.iter().any(|component| component.has(place)) {
            found.extend(graph.siphon(place).and_then(|places| Component::of(net, &places, steps)));
        }
    }
    found
}

/// A net whose end leads back to its start, by a transition after the last.
struct Circle<'a> {
    net: &'a Net,
    takers: Vec<Vec<usize>>,
    givers: Vec<Vec<usize>>,
}

impl Circle<'_> {
    fn back(&self) -> usize {
        self.net.transitions.len()
    }

    fn before(&self, transition: usize) -> &[usize] {
        self.net.transitions.get(transition).map_or(std::slice::from_ref(&self.net.sink), |one| &one.before)
    }

    fn after(&self, transition: usize) -> &[usize] {
        self.net.transitions.get(transition).map_or(std::slice::from_ref(&self.net.source), |one| &one.after)
    }

    fn takers(&self, place: usize) -> impl Iterator<Item = usize> {
        let back = (place == self.net.sink).then(|| self.back());
        self.takers.get(place).into_iter().flatten().copied().chain(back)
    }

    fn givers(&self, place: usize) -> impl Iterator<Item = usize> {
        let back = (place == self.net.source).then(|| self.back());
        self.givers.get(place).into_iter().flatten().copied().chain(back)
    }

    /// A smallest set of places with this one into which nothing puts a token without taking one from it. In a sound
    /// free-choice net that is a component (Desel and Esparza 1995; the search is Kemper's).
    fn siphon(&self, place: usize) -> Option<BTreeSet<usize>> {
        let mut places = BTreeSet::from([place]);
        let mut open = vec![place];
        while let Some(place) = open.pop() {
            for giver in self.givers(place) {
                if self.before(giver).iter().any(|place| places.contains(place)) {
                    continue;
                }
                for fresh in self.path(&places, giver)? {
                    if places.insert(fresh) {
                        open.push(fresh);
                    }
                }
            }
        }
        Some(places)
    }

    /// The places between a set of places and a transition, on a shortest way.
    fn path(&self, from: &BTreeSet<usize>, to: usize) -> Option<Vec<usize>> {
        let mut parents: Vec<Option<usize>> = vec![None; self.net.places];
        let mut queue: VecDeque<usize> = from.iter().copied().collect();
        while let Some(place) = queue.pop_front() {
            for taker in self.takers(place) {
                if taker == to {
                    let mut way = Vec::new();
                    let mut place = place;
                    while !from.contains(&place) {
                        way.push(place);
                        place = parents.get(place).copied().flatten()?;
                    }
                    return Some(way);
                }
                for next in self.after(taker).iter().filter(|next| !from.contains(next)) {
                    if let Some(slot) = parents.get_mut(*next).filter(|slot| slot.is_none()) {
                        *slot = Some(place);
                        queue.push_back(*next);
                    }
                }
            }
        }
        None
    }
}
