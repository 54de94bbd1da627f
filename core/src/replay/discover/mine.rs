//! Inductive mining: cuts a log into blocks, and the logs of the blocks again (Leemans, Fahland and van der Aalst 2014).

use super::cut::{Cut, cut};
use super::graph::{Graph, Variant};
use super::split::{self, gathered};
use super::tree::Tree;
use std::collections::BTreeSet;

/// The block that a log follows. Flows rarer than `noise` per cent of the most frequent one at the same step are left
/// out where nothing can be found with them; at 0 every trace fits.
pub(in super::super) fn mine(log: &[Variant], noise: u64) -> Tree {
    of(&gathered(log.iter().cloned()), noise).flat()
}

fn of(log: &[Variant], noise: u64) -> Tree {
    let all: u64 = log.iter().map(|(_, count)| count).sum();
    let empty: u64 = log.iter().filter(|(trace, _)| trace.is_empty()).map(|(_, count)| count).sum();
    let rest: Vec<Variant> = log.iter().filter(|(trace, _)| !trace.is_empty()).cloned().collect();
    if rest.is_empty() {
        return Tree::Skip;
    }
    if empty > 0 {
        let tree = of(&rest, noise);
        let rare = empty.saturating_mul(100) < all.saturating_mul(noise);
        return if rare { tree } else { Tree::OneOf(vec![tree, Tree::Skip]) };
    }
    let graph = Graph::of(&rest);
    if let [step] = graph.steps.as_slice() {
        let once: u64 = rest.iter().filter(|(trace, _)| trace.len() == 1).map(|(_, count)| count).sum();
        let step = Tree::Step(*step);
        let rare = (all - once).saturating_mul(100) < all.saturating_mul(noise);
        return if once == all || rare { step } else { Tree::Loop(Box::new(step), vec![Tree::Skip]) };
    }
    let found = cut(&graph).map(|cut| apart(&rest, &graph, &cut, noise));
    let found = found.or_else(|| {
        let graph = (noise > 0).then(|| Graph::of(&rest).without_noise(noise))?;
        cut(&graph).map(|cut| apart(&rest, &graph, &cut, noise))
    });
    found.unwrap_or_else(|| otherwise(&rest, &graph, noise))
}

/// The blocks of a cut.
fn apart(log: &[Variant], graph: &Graph, cut: &Cut, noise: u64) -> Tree {
    let (Cut::OneOf(parts) | Cut::Sequence(parts) | Cut::AllOf(parts) | Cut::Loop(parts)) = cut;
    let part_of = |step: usize| {
        let number = graph.steps.binary_search(&step).ok()?;
        parts.iter().position(|part| part.contains(&number))
    };
    let count = parts.len();
    let logs = match cut {
        Cut::OneOf(_) => split::one_of(log, count, &part_of),
        Cut::Sequence(_) => split::sequence(log, count, &part_of),
        Cut::AllOf(_) => split::all_of(log, count, &part_of),
        Cut::Loop(_) => split::again(log, count, &part_of),
    };
    let mut trees: Vec<Tree> = logs.iter().map(|log| of(log, noise)).collect();
    match cut {
        Cut::OneOf(_) => Tree::OneOf(trees),
        Cut::Sequence(_) => Tree::Sequence(trees),
        Cut::AllOf(_) => Tree::AllOf(trees),
        Cut::Loop(_) => {
            let again = trees.split_off(1);
            Tree::Loop(Box::new(trees.pop().unwrap_or(Tree::Skip)), again)
        }
    }
}

/// What is proposed where no cut is found: every trace fits, but more than the log shows is allowed.
fn otherwise(log: &[Variant], graph: &Graph, noise: u64) -> Tree {
    let beside = |steps: &BTreeSet<usize>| {
        let inside = |step: &usize| steps.contains(step);
        let (own, rest): (Vec<_>, Vec<_>) = log
            .iter()
            .map(|(trace, count)| {
                let (own, rest): (Vec<usize>, Vec<usize>) = trace.iter().copied().partition(inside);
                ((own, *count), (rest, *count))
            })
            .unzip();
        (gathered(own.into_iter()), gathered(rest.into_iter()))
    };
    // A step that every trace has once.
    let once = |step: &&usize| log.iter().all(|(trace, _)| trace.iter().filter(|other| other == step).count() == 1);
    if let Some(step) = graph.steps.iter().find(once) {
        let (_, rest) = beside(&BTreeSet::from([*step]));
        return Tree::AllOf(vec![Tree::Step(*step), of(&rest, noise)]);
    }
    // A step without which the rest falls apart.
    for step in graph.steps.iter().filter(|_| graph.len() > 2) {
        let (own, rest) = beside(&BTreeSet::from([*step]));
        let bare: Vec<Variant> = rest.iter().filter(|(trace, _)| !trace.is_empty()).cloned().collect();
        if cut(&Graph::of(&bare)).is_some() {
            return Tree::AllOf(vec![of(&own, noise), of(&rest, noise)]);
        }
    }
    // The whole, again and again.
    let firsts: BTreeSet<usize> = log.iter().filter_map(|(trace, _)| trace.first().copied()).collect();
    let lasts: BTreeSet<usize> = log.iter().filter_map(|(trace, _)| trace.last().copied()).collect();
    let strict = |last: usize, next: usize| lasts.contains(&last) && firsts.contains(&next);
    let loose = |_: usize, next: usize| firsts.contains(&next);
    let events = |log: &[Variant]| log.iter().map(|(_, count)| count).sum::<u64>();
    for begins in [&strict as &dyn Fn(usize, usize) -> bool, &loose] {
        let rounds = split::rounds(log, begins);
        if events(&rounds) > events(log) {
            return Tree::Loop(Box::new(of(&rounds, noise)), vec![Tree::Skip]);
        }
    }
    // Any step at any time.
    let steps = graph.steps.iter().map(|step| Tree::Step(*step)).collect();
    Tree::Loop(Box::new(Tree::OneOf(steps)), vec![Tree::Skip])
}
