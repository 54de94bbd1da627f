//! Which step follows which directly, how often.

use std::collections::BTreeMap;

/// A trace, and in how many cases it occurs.
pub(in super::super) type Variant = (Vec<usize>, u64);

/// Which step follows which directly (*directly-follows graph*), over the steps of some traces.
pub(super) struct Graph {
    /// The steps, ascending; all else counts them from 0.
    pub(super) steps: Vec<usize>,
    flows: Vec<Vec<u64>>,
    starts: Vec<u64>,
    ends: Vec<u64>,
}

impl Graph {
    pub(super) fn of(log: &[Variant]) -> Self {
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
        numbers.extend(log.iter().flat_map(|(trace, _)| trace).map(|step| (*step, 0)));
        numbers.values_mut().zip(0..).for_each(|(number, index)| *number = index);
        let size = numbers.len();
        let mut graph = Self {
            steps: numbers.keys().copied().collect(),
            flows: vec![vec![0; size]; size],
            starts: vec![0; size],
            ends: vec![0; size],
        };
        let number = |step: Option<&usize>| step.and_then(|step| numbers.get(step)).copied();
        for (trace, count) in log {
            let add = |slot: Option<&mut u64>| slot.into_iter().for_each(|slot| *slot += count);
            add(number(trace.first()).and_then(|step| graph.starts.get_mut(step)));
            add(number(trace.last()).and_then(|step| graph.ends.get_mut(step)));
            for (from, to) in trace.iter().zip(trace.iter().skip(1)) {
                let row = number(Some(from)).and_then(|from| graph.flows.get_mut(from));
                add(row.zip(number(Some(to))).and_then(|(row, to)| row.get_mut(to)));
            }
        }
        graph
    }

    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }

    pub(super) fn flow(&self, from: usize, to: usize) -> bool {
        self.flows.get(from).and_then(|row| row.get(to)).is_some_and(|count| *count > 0)
    }

    pub(super) fn starts(&self, step: usize) -> bool {
        self.starts.get(step).is_some_and(|count| *count > 0)
    }

    pub(super) fn ends(&self, step: usize) -> bool {
        self.ends.get(step).is_some_and(|count| *count > 0)
    }

    /// The same without flows that are rare beside the most frequent one out of the same step; `percent` is the
    /// threshold.
    pub(super) fn without_noise(mut self, percent: u64) -> Self {
        let rare = |count: u64, most: u64| count.saturating_mul(100) < most.saturating_mul(percent);
        for (row, end) in self.flows.iter_mut().zip(&mut self.ends) {
            let most = row.iter().copied().max().unwrap_or(0).max(*end);
            row.iter_mut().chain([end]).filter(|count| rare(**count, most)).for_each(|count| *count = 0);
        }
        let most = self.starts.iter().copied().max().unwrap_or(0);
        self.starts.iter_mut().filter(|count| rare(**count, most)).for_each(|count| *count = 0);
        self
    }

    /// Which steps are reached from which, over one flow or more.
    pub(super) fn reach(&self) -> Vec<Vec<bool>> {
        let size = self.len();
        let mut reach: Vec<Vec<bool>> =
            (0..size).map(|from| (0..size).map(|to| self.flow(from, to)).collect()).collect();
        for middle in 0..size {
            let Some(onward) = reach.get(middle).cloned() else { continue };
            for row in reach.iter_mut().filter(|row| row.get(middle) == Some(&true)) {
                row.iter_mut().zip(&onward).for_each(|(known, more)| *known |= more);
            }
        }
        reach
    }
}

/// Groups of numbers, joined two by two.
pub(super) struct Groups(Vec<usize>);

impl Groups {
    pub(super) fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    pub(super) fn of(&self, number: usize) -> usize {
        self.0.get(number).copied().unwrap_or(number)
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        let (low, high) = (a.min(b), a.max(b));
        self.0.iter_mut().filter(|group| **group == high).for_each(|group| *group = low);
    }

    /// The members of each group, in the order of the first ones.
    pub(super) fn list(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (member, group) in self.0.iter().enumerate() {
            groups.entry(*group).or_default().push(member);
        }
        groups.into_values().collect()
    }
}
