//! The Petri net of a workflow: one place for each thing that can be waited for, tokens as bits.

use super::block::Blocks;
use super::spec::Join;
use super::step::{Split, Step, Target};
use std::collections::HashMap;

/// A set of places that carry a token. No place of a sound workflow ever carries two.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Marking(Box<[u64]>);

impl Marking {
    /// No tokens, in a net with this many places.
    pub fn empty(places: usize) -> Self {
        Self(vec![0; places.div_ceil(64)].into())
    }

    /// Whether a place carries a token.
    pub fn has(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// Puts a token on a place; gives whether the place was empty before.
    pub fn put(&mut self, place: usize) -> bool {
        let Some(word) = self.0.get_mut(place / 64) else { return false };
        let fresh = *word >> (place % 64) & 1 == 0;
        *word |= 1 << (place % 64);
        fresh
    }

    /// Takes the token from a place.
    pub fn take(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word &= !(1 << (place % 64));
        }
    }

    /// The places that carry a token, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(index, word)| {
            let word = *word;
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| index * 64 + bit)
        })
    }

    /// The number of tokens.
    pub fn count(&self) -> usize {
        self.places().count()
    }
}

/// A transition: takes a token from each place before it and puts one on each place after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// Places before it, ascending.
    pub before: Vec<usize>,
    /// Places after it, ascending.
    pub after: Vec<usize>,
    /// The position of its step; `None` for a silent transition.
    pub step: Option<usize>,
}

/// A Petri net with one place where work comes in and one where it is finished.
#[derive(Clone, Debug, Default)]
pub struct Net {
    /// The number of places.
    pub places: usize,
    /// The place that is marked at the start.
    pub source: usize,
    /// The place that is marked at the end.
    pub sink: usize,
    /// The transitions: one for each alternative of each step.
    pub transitions: Vec<Transition>,
}

impl Net {
    /// The initial marking.
    pub fn initial(&self) -> Marking {
        let mut marking = Marking::empty(self.places);
        marking.put(self.source);
        marking
    }

    /// Whether a transition may fire.
    pub fn enabled(&self, marking: &Marking, transition: &Transition) -> bool {
        transition.before.iter().all(|place| marking.has(*place))
    }

    /// The marking after a transition, and the first place that would then carry two tokens.
    pub fn fire(&self, marking: &Marking, transition: &Transition) -> (Marking, Option<usize>) {
        let mut next = marking.clone();
        for place in &transition.before {
            next.take(*place);
        }
        let full = transition.after.iter().copied().filter(|place| !next.put(*place)).min();
        (next, full)
    }
}

/// Which place each flow leads to, and the resulting net.
#[derive(Clone, Debug, Default)]
pub(super) struct Wiring {
    pub(super) net: Net,
    /// The places that a step waits for: a single one if any flow will do, one for each flow if it joins.
    pub(super) inputs: Vec<Vec<usize>>,
    /// `(from, to)` → place, for joins; a step without a join has one place for all its flows.
    pub(super) joins: HashMap<(usize, usize), usize>,
    /// The step that a place belongs to and, for joins, the step from which the flow comes.
    pub(super) owners: Vec<(Target, Option<usize>)>,
}

impl Wiring {
    /// Builds the net. `blocks` gives where skipped branches of inclusive splits reach their join.
    pub(super) fn new(steps: &[Step], start: usize, blocks: &Blocks) -> Self {
        let mut wiring = Self { inputs: vec![Vec::new(); steps.len()], ..Self::default() };
        for (index, step) in steps.iter().enumerate() {
            if step.join == Join::Any || index == start {
                let place = wiring.place(Target::Step(index), None);
                wiring.push_input(index, place);
            }
        }
        wiring.net.sink = wiring.place(Target::End, None);
        wiring.net.source = wiring.inputs.get(start).and_then(|inputs| inputs.first()).copied().unwrap_or_default();
        for (from, step) in steps.iter().enumerate() {
            for target in step.split.targets() {
                if let Target::Step(to) = target
                    && to != start
                    && steps.get(to).is_some_and(|step| step.join != Join::Any)
                {
                    let place = wiring.place(target, Some(from));
                    wiring.joins.insert((from, to), place);
                    wiring.push_input(to, place);
                }
            }
        }
        for (index, step) in steps.iter().enumerate() {
            wiring.add_transitions(index, step, blocks);
        }
        wiring.net.places = wiring.owners.len();
        wiring
    }

    fn place(&mut self, owner: Target, from: Option<usize>) -> usize {
        self.owners.push((owner, from));
        self.owners.len() - 1
    }

    fn push_input(&mut self, step: usize, place: usize) {
        if let Some(inputs) = self.inputs.get_mut(step) {
            inputs.push(place);
        }
    }

    /// The place to which a flow leads.
    pub(super) fn flow(&self, from: usize, to: Target) -> usize {
        match to {
            Target::End => self.net.sink,
            Target::Step(step) => match self.joins.get(&(from, step)) {
                Some(place) => *place,
                None => self.inputs.get(step).and_then(|inputs| inputs.first()).copied().unwrap_or(self.net.sink),
            },
        }
    }

    fn push(&mut self, before: &[usize], after: &[usize], step: Option<usize>) {
        let sorted = |places: &[usize]| {
            let mut places = places.to_vec();
            places.sort_unstable();
            places.dedup();
            places
        };
        self.net.transitions.push(Transition { before: sorted(before), after: sorted(after), step });
    }

    fn add_transitions(&mut self, index: usize, step: &Step, blocks: &Blocks) {
        let before = self.inputs.get(index).cloned().unwrap_or_default();
        let targets = step.split.targets();
        let places: Vec<usize> = targets.iter().map(|target| self.flow(index, *target)).collect();
        match &step.split {
            Split::To(_) | Split::AllOf(_) => self.push(&before, &places, Some(index)),
            Split::OneOf(_) => places.iter().for_each(|place| self.push(&before, &[*place], Some(index))),
            Split::SomeOf(_) => {
                // Each branch is decided separately. The net therefore allows all branches to be skipped, which a run
                // does not; that does not affect soundness, since the join then sees the same tokens as after the
                // branches.
                let decisions: Vec<usize> =
                    targets.iter().map(|_| self.place(Target::Step(index), Some(index))).collect();
                self.push(&before, &decisions, Some(index));
                for ((decision, place), target) in decisions.into_iter().zip(places).zip(targets) {
                    self.push(&[decision], &[place], None);
                    let skip = blocks.skips(index).and_then(|skips| skips.get(&target));
                    let skipped = skip.map(|(from, join)| self.flow(*from, Target::Step(*join)));
                    if let Some(skipped) = skipped.filter(|skipped| *skipped != place) {
                        self.push(&[decision], &[skipped], None);
                    }
                }
            }
        }
    }
}
