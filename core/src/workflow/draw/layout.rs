//! Layers, order and coordinates (after Sugiyama): flows lead down, and back flows run at the side.
//!
//! It uses integers only, so that the same workflow gives the same drawing everywhere.

use super::item::{HEIGHT, Item, WIDTH};
use super::spacing::{keep_apart, means};
use crate::workflow::{Target, Workflow};
use std::collections::BTreeMap;

/// The distance from one layer to the next.
pub(super) const ROW: i64 = 158;
/// The height above the first row, for the start and its flow.
pub(super) const TOP: i64 = 48;
/// The distance between two boxes of a layer.
const GAP: i64 = 34;
/// The width of a flow that passes through a layer.
pub(super) const LANE: i64 = 26;
/// Number of sweeps over the layers; further sweeps change little.
const SWEEPS: usize = 8;

/// The centres that a flow passes through.
type Points = Vec<(i64, i64)>;

/// The coordinates of everything.
#[derive(Clone, Debug, Default)]
pub(in crate::workflow) struct Layout {
    /// The centre of each step; the last one is the end.
    pub(in crate::workflow) nodes: Vec<(i64, i64)>,
    /// `(from, to, points)`: the centres that a forward flow passes through.
    pub(in crate::workflow) forward: Vec<(usize, usize, Points)>,
    /// `(from, to, x)`: back flows, and the vertical line at the side on which they run.
    pub(in crate::workflow) back: Vec<(usize, usize, i64)>,
    /// The distance from one column to the next; 0 if there is a single column.
    pub(super) column: i64,
    pub(in crate::workflow) width: i64,
    pub(in crate::workflow) height: i64,
}

pub(in crate::workflow) fn layout(workflow: &Workflow) -> Layout {
    let steps = workflow.steps().len();
    let (order, back) = workflow.unrolled();
    let number = |target: Target| match target {
        Target::Step(step) => step,
        Target::End => steps,
    };
    let forward: Vec<(usize, usize)> = (0..steps)
        .flat_map(|from| workflow.successors(from).into_iter().map(move |to| (from, number(to))))
        .filter(|flow| back.binary_search(flow).is_err())
        .collect();
    let layers = layers(&order, &forward, steps + 1);
    let mut items: Vec<Item> = layers
        .iter()
        .enumerate()
        .map(|(node, layer)| Item {
            layer: *layer,
            x: 0,
            calls: calls(workflow, node),
            room: if node == steps { LANE } else { WIDTH + GAP },
            up: Vec::new(),
            down: Vec::new(),
        })
        .collect();
    // A flow over several layers passes through each of them.
    let chains: Vec<(usize, usize, Vec<usize>)> = forward
        .iter()
        .map(|(from, to)| {
            let (first, last) = (at(&layers, *from), at(&layers, *to));
            let mut chain = vec![*from];
            // A flow inside a frame stays inside it.
            let (one, other) = (calls(workflow, *from), calls(workflow, *to));
            let around: Vec<usize> = one.into_iter().zip(other).take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
            for layer in first + 1..last {
                items.push(Item { layer, x: 0, calls: around.clone(), room: LANE, up: Vec::new(), down: Vec::new() });
                chain.push(items.len() - 1);
            }
            chain.push(*to);
            for pair in chain.windows(2) {
                if let [above, below] = pair {
                    if let Some(item) = items.get_mut(*above) {
                        item.down.push(*below);
                    }
                    if let Some(item) = items.get_mut(*below) {
                        item.up.push(*above);
                    }
                }
            }
            (*from, *to, chain)
        })
        .collect();
    let mut rows = rows(&items, &order);
    arrange(&mut items, &mut rows);
    keep_apart(&mut items, &rows);
    place(items, &rows, steps, chains, back)
}

fn at<T: Copy + Default>(values: &[T], index: usize) -> T {
    values.get(index).copied().unwrap_or_default()
}

/// The layer of each node: one below the lowest node from which a flow leads to it.
fn layers(order: &[usize], forward: &[(usize, usize)], nodes: usize) -> Vec<usize> {
    let mut layers = vec![0; nodes];
    for node in order {
        let below = at(&layers, *node) + 1;
        for (_, to) in forward.iter().filter(|(from, _)| from == node) {
            if let Some(layer) = layers.get_mut(*to) {
                *layer = below.max(*layer);
            }
        }
    }
    layers
}

/// The items of each layer, in the order in which the workflow is walked.
fn rows(items: &[Item], order: &[usize]) -> Vec<Vec<usize>> {
    let depth = items.iter().map(|item| item.layer).max().map_or(0, |layer| layer + 1);
    let mut rows = vec![Vec::new(); depth];
    let known = order.iter().copied().filter(|node| *node < items.len());
    let mut seen = vec![false; items.len()];
    for index in known.chain(0..items.len()) {
        if let (Some(item), Some(seen)) = (items.get(index), seen.get_mut(index))
            && !std::mem::replace(seen, true)
            && let Some(row) = rows.get_mut(item.layer)
        {
            row.push(index);
        }
    }
    rows
}

/// Orders each layer by its neighbours, alternately down and up, then moves everything towards its neighbours.
fn arrange(items: &mut [Item], rows: &mut [Vec<usize>]) {
    spread(items, rows);
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        let means = means(items);
        let mut indices: Vec<usize> = (0..rows.len()).collect();
        if !down {
            indices.reverse();
        }
        for index in indices {
            let Some(row) = rows.get_mut(index) else { continue };
            let mut wanted: Vec<(i64, usize)> = row.iter().map(|item| (pull(items, *item, down), *item)).collect();
            sort(items, &means, &mut wanted);
            *row = wanted.iter().map(|(_, item)| *item).collect();
            align_items(items, &wanted);
        }
    }
}

/// Sorts by wanted position; items of one frame stay together, at the mean of the frame.
fn sort(items: &[Item], means: &BTreeMap<usize, i64>, wanted: &mut [(i64, usize)]) {
    wanted.sort_by_cached_key(|(x, item)| {
        let calls = items.get(*item).map(|item| item.calls.as_slice()).unwrap_or_default();
        let frames = calls.iter().map(|call| (means.get(call).copied().unwrap_or(0), Some(*call)));
        frames.chain([(*x, None)]).collect::<Vec<_>>()
    });
}

/// The calls that brought a step, the outermost first.
pub(super) fn calls(workflow: &Workflow, step: usize) -> Vec<usize> {
    let mut calls = Vec::new();
    let mut next = workflow.steps().get(step).and_then(|step| step.within);
    while let Some(call) = next {
        calls.push(call);
        next = workflow.calls().get(call).and_then(|call| call.within);
    }
    calls.reverse();
    calls
}

fn spread(items: &mut [Item], rows: &[Vec<usize>]) {
    for row in rows {
        let wanted: Vec<(i64, usize)> = row.iter().map(|item| (0, *item)).collect();
        align_items(items, &wanted);
    }
}

/// The mean x of the neighbours above or below; if there are none, the item's own x.
fn pull(items: &[Item], index: usize, down: bool) -> i64 {
    let Some(item) = items.get(index) else { return 0 };
    let neighbours = if down { &item.up } else { &item.down };
    let sum: i64 = neighbours.iter().filter_map(|other| items.get(*other)).map(|other| other.x).sum();
    i64::try_from(neighbours.len()).ok().filter(|count| *count > 0).map_or(item.x, |count| sum / count)
}

/// Moves the items of a layer to where they want to be; crowded items share the mean of their wishes.
fn align_items(items: &mut [Item], wanted: &[(i64, usize)]) {
    // Groups of items that touch each other: (wanted left edge summed over members, number of members, width).
    struct Group {
        wish: i64,
        members: i64,
        room: i64,
    }
    impl Group {
        fn left(&self) -> i64 {
            self.wish.div_euclid(self.members.max(1))
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    for (x, index) in wanted {
        let room = items.get(*index).map_or(LANE, |item| item.room);
        let mut group = Group { wish: x - room / 2, members: 1, room };
        while let Some(before) = groups.pop_if(|before| before.left() + before.room > group.left()) {
            // A group's wish is that of its left edge; members further right shift it to the left accordingly.
            let shifted = group.wish - group.members * before.room;
            group = Group {
                wish: before.wish + shifted,
                members: before.members + group.members,
                room: before.room + group.room,
            };
        }
        groups.push(group);
    }
    let mut left = groups.first().map_or(0, Group::left);
    let mut inside = 0;
    let mut groups = groups.iter();
    let mut group = groups.next();
    for (_, index) in wanted {
        if group.is_some_and(|here| inside >= here.members) {
            group = groups.next();
            left = group.map_or(left, Group::left);
            inside = 0;
        }
        if let Some(item) = items.get_mut(*index) {
            item.x = left + item.room / 2;
            left += item.room;
        }
        inside += 1;
    }
}

fn place(
    items: Vec<Item>,
    rows: &[Vec<usize>],
    steps: usize,
    chains: Vec<(usize, usize, Vec<usize>)>,
    back: Vec<(usize, usize)>,
) -> Layout {
    // Frames are wider than their content.
    let wide = |item: &Item| item.room / 2 + 8 * i64::try_from(item.calls.len()).unwrap_or(0);
    let edges = |sign: i64| items.iter().map(move |item| item.x + sign * wide(item));
    let left = edges(-1).min().unwrap_or(0);
    let right = edges(1).max().unwrap_or(0);
    let row = |layer: usize| i64::try_from(layer).unwrap_or(0) * ROW + HEIGHT / 2 + TOP;
    let point = |index: &usize| items.get(*index).map_or((0, 0), |item| (item.x - left + 12, row(item.layer)));
    let lanes = back.iter().zip(1i64..).map(|((from, to), lane)| (*from, *to, right - left + 12 + lane * LANE));
    let back: Vec<_> = lanes.collect();
    let lanes_used = !back.is_empty();
    let beside = back.last().map_or(right - left + 12, |(_, _, x)| *x);
    Layout {
        nodes: (0..=steps).map(|node| point(&node)).collect(),
        forward: chains.into_iter().map(|(from, to, chain)| (from, to, chain.iter().map(point).collect())).collect(),
        back,
        column: 0,
        width: beside + if lanes_used { 56 } else { 24 },
        height: row(rows.len().saturating_sub(1)) + HEIGHT / 2 + 12,
    }
}
