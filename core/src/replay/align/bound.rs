//! What the rest of a trace costs at least.

use super::Deviation;
use super::component::Component;
use super::shape::NetShape;
use crate::workflow::Marking;
use foldhash::fast::RandomState;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::rc::Rc;

/// The cost of one deviation in the units in which it is shared out among components.
const WHOLE: u32 = 840;
/// More than any reading costs.
const NEVER: u32 = u32::MAX / 2;

/// A component, one of its places, whether costs are whole, and the forbidden step.
type Asked = (usize, u32, bool, Option<usize>);

/// Costs from each place of a component to one of them, by what they were asked for.
#[derive(Debug, Default)]
pub(super) struct Distances(HashMap<Asked, Rc<[u32]>, RandomState>);

/// How the cost of a step is shared out: among the components that have it, or all of it in each.
#[derive(Clone, Copy)]
struct Shares<'s, 'a> {
    shape: &'s NetShape<'a>,
    whole: bool,
    /// A step without which the run must do.
    forbidden: Option<usize>,
}

impl Shares<'_, '_> {
    fn of(&self, step: usize) -> u32 {
        let all = self.shape.components.iter().filter(|component| component.has_step(step)).count();
        match u32::try_from(all) {
            Ok(all) if !self.whole => WHOLE.checked_div(all).unwrap_or(WHOLE),
            _ => WHOLE,
        }
    }

    /// The cost of going on alone.
    fn alone(&self, step: Option<usize>) -> u32 {
        match self.shape.counts(step) {
            Some(step) if self.forbidden == Some(step) => NEVER,
            Some(step) => self.of(step),
            None => 0,
        }
    }
}

impl Distances {
    /// The costs of bringing the token of a component to a place without the trace.
    fn to(&mut self, number: usize, component: &Component, place: u32, shares: Shares<'_, '_>) -> Rc<[u32]> {
        let forbidden = shares.forbidden.filter(|step| component.has_step(*step));
        let known = self.0.entry((number, place, shares.whole, forbidden));
        known.or_insert_with(|| distances(component, place, shares).into()).clone()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

fn distances(component: &Component, place: u32, shares: Shares<'_, '_>) -> Vec<u32> {
    let mut costs = vec![NEVER; component.places];
    let mut open = BinaryHeap::from([(Reverse(0), place)]);
    while let Some((Reverse(cost), place)) = open.pop() {
        match costs.get_mut(place as usize) {
            Some(known) if cost < *known => *known = cost,
            _ => continue,
        }
        for (from, _, step) in component.moves.iter().filter(|(_, to, _)| *to == place) {
            let cost = cost.saturating_add(shares.alone(*step));
            if cost < NEVER {
                open.push((Reverse(cost), *from));
            }
        }
    }
    costs
}

/// The table of one component: what the rest of the trace costs in it from each position and each of its places.
struct Rows {
    /// The row of each position of the trace; positions that the component does not see share one.
    of: Vec<u32>,
    costs: Vec<u32>,
    places: usize,
}

impl Rows {
    fn cost(&self, position: usize, place: u32) -> u32 {
        let row = self.of.get(position).map_or(0, |row| *row as usize);
        self.costs.get(row * self.places + place as usize).copied().unwrap_or(0)
    }
}

/// A lower bound of the cost of reading the rest of a trace, for each position and marking.
pub(super) struct Bound {
    shared: Vec<Rows>,
    whole: Vec<Rows>,
}

impl Bound {
    /// A bound of the readings that avoid a deviation.
    pub(super) fn new(
        shape: &NetShape<'_>,
        distances: &mut Distances,
        trace: &[usize],
        over: bool,
        without: Option<Deviation>,
    ) -> Self {
        let forbidden = match without {
            Some(Deviation::Missing(step)) => Some(step),
            _ => None,
        };
        let mut of = |whole: bool| {
            let shares = Shares { shape, whole, forbidden };
            let components = shape.components.iter().enumerate();
            components
                .map(|(number, component)| {
                    let mut to = |place| distances.to(number, component, place, shares);
                    rows(component, shape.net.sink, &mut to, shares, (trace, over, without))
                })
                .collect::<Vec<_>>()
        };
        let shared = of(false);
        Self { whole: if shape.components.len() > 1 { of(true) } else { Vec::new() }, shared }
    }

    /// At least this many deviations follow; none if there is no way on. The tokens are those of [`tokens`].
    pub(super) fn at(&self, position: usize, tokens: &[u32]) -> Option<usize> {
        let of = |table: &[Rows], join: fn(u32, u32) -> u32| {
            let costs = table.iter().zip(tokens).map(|(rows, token)| rows.cost(position, *token));
            costs.fold(0, join)
        };
        let least = of(&self.shared, u32::saturating_add).max(of(&self.whole, u32::max));
        (least < NEVER).then(|| least.div_ceil(WHOLE) as usize)
    }
}

/// Where the token of each component is.
pub(super) fn tokens(shape: &NetShape<'_>, marking: &Marking) -> Vec<u32> {
    let token = |component: &Component| marking.places().find_map(|place| component.local(place)).unwrap_or(0);
    shape.components.iter().map(token).collect()
}

fn rows(
    component: &Component,
    sink: usize,
    to: &mut dyn FnMut(u32) -> Rc<[u32]>,
    shares: Shares<'_, '_>,
    (trace, over, without): (&[usize], bool, Option<Deviation>),
) -> Rows {
    let places = component.places;
    let mut next: Vec<u32> = match component.local(sink).filter(|_| over) {
        Some(sink) => to(sink).to_vec(),
        None => vec![0; places],
    };
    let mut costs = next.clone();
    let mut of = vec![0];
    let mut row = 0;
    for (position, step) in trace.iter().enumerate().rev() {
        // A step outside the component costs nothing in it, one that no component has all of it.
        if component.has_step(*step) {
            let extra = if without == Some(Deviation::Extra(position)) { NEVER } else { shares.of(*step) };
            let moves = component.moves.iter().filter(|(.., of)| *of == Some(*step));
            let after = |to: u32| next.get(to as usize).copied().unwrap_or(NEVER);
            let best = moves.map(|(from, to, _)| (after(*to), *from)).min();
            let reach = best.map(|(cost, from)| (cost, to(from)));
            next = (next.iter().zip(0_usize..))
                .map(|(cost, place)| {
                    let skipped = cost.saturating_add(extra);
                    let read = reach.as_ref().map_or(NEVER, |(cost, reach)| {
                        reach.get(place).copied().unwrap_or(NEVER).saturating_add(*cost)
                    });
                    skipped.min(read).min(NEVER)
                })
                .collect();
            costs.extend_from_slice(&next);
            row += 1;
        }
        of.push(row);
    }
    of.reverse();
    Rows { of, costs, places }
}
