//! Inclusive splits and the joins that belong to them.
//!
//! An inclusive join has no local meaning: whether it waits depends on what is still active elsewhere. It is accepted
//! only as the end of a block, in which each branch leads separately from the split to the join. The token of a branch
//! that was not chosen then goes straight to the join, and every decision is local again.

use super::spec::Join;
use super::step::{Split, Step, Target};
use crate::base::ids::StepId;
use std::collections::{BTreeMap, BTreeSet};

/// For an inclusive split and each of its branches, the flow `(from, join)` by which the branch reaches the join.
type Skips = BTreeMap<Target, (usize, usize)>;

/// The inclusive blocks of a workflow.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    skips: BTreeMap<usize, Skips>,
    /// Splits and joins that belong to no block.
    pub(super) unmatched: Vec<StepId>,
}

impl Blocks {
    /// Matches inner blocks first, so that an outer branch can pass through the joins inside it.
    pub(super) fn find(steps: &[Step]) -> Self {
        let inclusive = |step: &Step| matches!(step.split, Split::SomeOf(_));
        let mut open: Vec<usize> =
            steps.iter().enumerate().filter(|(_, step)| inclusive(step)).map(|(index, _)| index).collect();
        let mut joins = BTreeMap::new();
        let mut blocks = Self::default();
        loop {
            let before = open.len();
            open.retain(|split| match block(steps, *split, &joins) {
                Some((join, skips)) if !joins.contains_key(&join) => {
                    joins.insert(join, *split);
                    blocks.skips.insert(*split, skips);
                    false
                }
                _ => true,
            });
            if open.len() == before {
                break;
            }
        }
        let lone = steps
            .iter()
            .enumerate()
            .filter(|(index, step)| open.contains(index) || step.join == Join::Some && !joins.contains_key(index));
        blocks.unmatched = lone.map(|(_, step)| step.id.clone()).collect();
        blocks
    }

    /// Where the branches of a split reach its join.
    pub(super) fn skips(&self, split: usize) -> Option<&Skips> {
        self.skips.get(&split)
    }
}

/// The join of a split, and the flow by which each branch reaches it; `None` if they form no block. `joins` gives the
/// split of each join of an inner block.
fn block(steps: &[Step], split: usize, joins: &BTreeMap<usize, usize>) -> Option<(usize, Skips)> {
    let mut skips = Skips::new();
    let mut join = None;
    let mut inside = BTreeSet::new();
    for target in steps.get(split)?.split.targets() {
        let Target::Step(first) = target else { return None };
        let (branch, from, to) = branch(steps, split, first, joins)?;
        // Branches meet at one join, and nowhere before it.
        if *join.get_or_insert(to) != to || !branch.iter().all(|step| inside.insert(*step)) {
            return None;
        }
        skips.insert(target, (from, to));
    }
    let join = join?;
    // The block is entered only through the split, and the join only from the branches.
    let enters = |from: usize, step: &Step| {
        from != split
            && !inside.contains(&from)
            && step
                .split
                .targets()
                .iter()
                .any(|to| matches!(to, Target::Step(to) if *to == join || inside.contains(to)))
    };
    let entered = steps.iter().enumerate().any(|(from, step)| enters(from, step));
    (!entered).then_some((join, skips))
}

/// The steps of one branch, and the single flow `(from, join)` by which it leaves.
fn branch(
    steps: &[Step],
    split: usize,
    first: usize,
    joins: &BTreeMap<usize, usize>,
) -> Option<(BTreeSet<usize>, usize, usize)> {
    let mut inside = BTreeSet::new();
    let mut exits = BTreeSet::new();
    let mut open = vec![(split, first)];
    while let Some((from, index)) = open.pop() {
        let step = steps.get(index)?;
        let inner = joins.get(&index).is_some_and(|opener| inside.contains(opener));
        if index == split {
            return None;
        } else if step.join == Join::Some && !inner {
            exits.insert((from, index));
        } else if inside.insert(index) {
            for target in step.split.targets() {
                match target {
                    Target::Step(to) => open.push((index, to)),
                    Target::End => return None,
                }
            }
        }
    }
    let mut exits = exits.into_iter();
    match (exits.next(), exits.next()) {
        (Some((from, join)), None) => Some((inside, from, join)),
        _ => None,
    }
}
