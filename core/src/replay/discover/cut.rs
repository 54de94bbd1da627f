//! Where the steps of a log fall apart into blocks (Leemans, Fahland and van der Aalst 2013).

use super::graph::{Graph, Groups};
use crate::base::Arrange;

/// How the steps of a graph fall apart; the parts have the steps by their numbers in the graph.
#[derive(Debug)]
pub(super) enum Cut {
    OneOf(Vec<Vec<usize>>),
    Sequence(Vec<Vec<usize>>),
    AllOf(Vec<Vec<usize>>),
    /// The body, then what leads back to it.
    Loop(Vec<Vec<usize>>),
}

pub(super) fn cut(graph: &Graph) -> Option<Cut> {
    let several = |parts: Vec<Vec<usize>>| (parts.len() > 1).then_some(parts);
    None.or_else(|| several(one_of(graph)).map(Cut::OneOf))
        .or_else(|| several(sequence(graph)).map(Cut::Sequence))
        .or_else(|| several(all_of(graph)).map(Cut::AllOf))
        .or_else(|| several(again(graph)).map(Cut::Loop))
}

/// Pairs of different numbers.
fn pairs(size: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..size).flat_map(move |a| (a + 1..size).map(move |b| (a, b)))
}

/// Groups between which there are no flows at all.
fn one_of(graph: &Graph) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(graph.len());
    for (a, b) in pairs(graph.len()).filter(|(a, b)| graph.flow(*a, *b) || graph.flow(*b, *a)) {
        groups.join(a, b);
    }
    groups.list()
}

/// Groups of which each is reached from all before it and from none after it.
fn sequence(graph: &Graph) -> Vec<Vec<usize>> {
    let reach = graph.reach();
    let reaches = |from: usize, to: usize| reach.get(from).and_then(|row| row.get(to)).copied().unwrap_or(false);
    let mut groups = Groups::new(graph.len());
    loop {
        let list = groups.list();
        let leads = |one: &[usize], other: &[usize]| one.iter().any(|a| other.iter().any(|b| reaches(*a, *b)));
        let tied = pairs(list.len()).find_map(|(a, b)| {
            let (one, other) = (list.get(a)?, list.get(b)?);
            (leads(one, other) == leads(other, one)).then_some((*one.first()?, *other.first()?))
        });
        match tied {
            Some((a, b)) => groups.join(a, b),
            None => {
                let mut list = list;
                // A part with a loop leads to itself.
                let before = |part: &[usize], all: &[Vec<usize>]| {
                    all.iter().filter(|one| one.as_slice() != part && leads(one, part)).count()
                };
                let all = list.clone();
                list.arrange_by_key(|part| before(part, &all));
                return list;
            }
        }
    }
}

/// Groups of which every step follows every step of the others, and that each begin and end by themselves.
fn all_of(graph: &Graph) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(graph.len());
    for (a, b) in pairs(graph.len()).filter(|(a, b)| !graph.flow(*a, *b) || !graph.flow(*b, *a)) {
        groups.join(a, b);
    }
    let whole =
        |part: &[usize]| part.iter().any(|step| graph.starts(*step)) && part.iter().any(|step| graph.ends(*step));
    loop {
        let list = groups.list();
        let Some(part) = list.iter().position(|part| !whole(part)) else { return list };
        let other = if part == 0 { 1 } else { part - 1 };
        match (list.get(part).and_then(|part| part.first()), list.get(other).and_then(|part| part.first())) {
            (Some(a), Some(b)) => groups.join(*a, *b),
            _ => return vec![(0..graph.len()).collect()],
        }
    }
}

/// The part with every first and last step, and those that lead from all last steps back to all first ones.
fn again(graph: &Graph) -> Vec<Vec<usize>> {
    let edge = |step: usize| graph.starts(step) || graph.ends(step);
    let size = graph.len();
    let mut groups = Groups::new(size);
    let Some(first) = (0..size).find(|step| edge(*step)) else { return Vec::new() };
    (0..size).filter(|step| edge(*step)).for_each(|step| groups.join(first, step));
    for (a, b) in pairs(size).filter(|(a, b)| !edge(*a) && !edge(*b)) {
        if graph.flow(a, b) || graph.flow(b, a) {
            groups.join(a, b);
        }
    }
    for step in (0..size).filter(|step| !edge(*step)) {
        let from = |other: usize| graph.flow(other, step);
        let to = |other: usize| graph.flow(step, other);
        let starts = || (0..size).filter(|other| graph.starts(*other));
        let ends = || (0..size).filter(|other| graph.ends(*other));
        let inside = starts().filter(|one| !graph.ends(*one)).any(from)
            || ends().filter(|one| !graph.starts(*one)).any(to)
            || ends().any(from) && !ends().all(from)
            || starts().any(to) && !starts().all(to);
        if inside {
            groups.join(first, step);
        }
    }
    let mut list = groups.list();
    // The body comes first.
    list.arrange_by_key(|part| !part.contains(&first));
    list
}
