//! The traces of each part of a cut; what does not fit into its part is left out as noise.

use super::graph::Variant;
use std::collections::BTreeMap;

/// Which part a step belongs to.
pub(super) type PartOf<'a> = &'a dyn Fn(usize) -> Option<usize>;

/// Traces with their counts, each once.
pub(super) fn gathered(traces: impl Iterator<Item = Variant>) -> Vec<Variant> {
    let mut known: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
    for (trace, count) in traces {
        *known.entry(trace).or_default() += count;
    }
    known.into_iter().collect()
}

fn of_part(trace: &[usize], part: usize, part_of: PartOf<'_>) -> Vec<usize> {
    trace.iter().copied().filter(|step| part_of(*step) == Some(part)).collect()
}

/// Each trace goes to the part that has most of it.
pub(super) fn one_of(log: &[Variant], parts: usize, part_of: PartOf<'_>) -> Vec<Vec<Variant>> {
    let mut split = vec![Vec::new(); parts];
    for (trace, count) in log {
        let mut best = (0, Vec::new());
        for part in 0..parts {
            let own = of_part(trace, part, part_of);
            if own.len() > best.1.len() {
                best = (part, own);
            }
        }
        if let Some(log) = split.get_mut(best.0) {
            log.push((best.1, *count));
        }
    }
    split.into_iter().map(|log| gathered(log.into_iter())).collect()
}

/// Each part gets its steps of each trace.
pub(super) fn all_of(log: &[Variant], parts: usize, part_of: PartOf<'_>) -> Vec<Vec<Variant>> {
    let of = |part| gathered(log.iter().map(|(trace, count)| (of_part(trace, part, part_of), *count)));
    (0..parts).map(of).collect()
}

/// Each trace is cut where the fewest steps lie outside their part.
pub(super) fn sequence(log: &[Variant], parts: usize, part_of: PartOf<'_>) -> Vec<Vec<Variant>> {
    let mut split = vec![Vec::new(); parts];
    for (trace, count) in log {
        // The fewest misfits up to each position if the trace is then in each part, and in which part it was before.
        let mut misfits = vec![0_usize; parts];
        let mut before: Vec<Vec<usize>> = Vec::with_capacity(trace.len());
        for step in trace {
            let mut least = (usize::MAX, 0);
            let mut row = Vec::with_capacity(parts);
            for (part, slot) in misfits.iter_mut().enumerate() {
                if *slot < least.0 {
                    least = (*slot, part);
                }
                row.push(least.1);
                *slot = least.0 + usize::from(part_of(*step) != Some(part));
            }
            before.push(row);
        }
        let mut part = (0..parts).min_by_key(|part| misfits.get(*part).copied()).unwrap_or(0);
        let mut own = vec![Vec::new(); parts];
        for (step, row) in trace.iter().zip(&before).rev() {
            if part_of(*step) == Some(part)
                && let Some(own) = own.get_mut(part)
            {
                own.push(*step);
            }
            part = row.get(part).copied().unwrap_or(0);
        }
        for (log, mut own) in split.iter_mut().zip(own) {
            own.reverse();
            log.push((own, *count));
        }
    }
    split.into_iter().map(|log| gathered(log.into_iter())).collect()
}

/// Each trace is cut at every change between the body, part 0, and what leads back to it; it begins and ends with the
/// body, which may be empty.
pub(super) fn again(log: &[Variant], parts: usize, part_of: PartOf<'_>) -> Vec<Vec<Variant>> {
    let mut split = vec![Vec::new(); parts];
    for (trace, count) in log {
        let mut runs: Vec<(usize, Vec<usize>)> = Vec::new();
        for step in trace {
            let Some(part) = part_of(*step) else { continue };
            match runs.last_mut().filter(|(last, _)| *last == part) {
                Some((_, run)) => run.push(*step),
                None => {
                    if part != 0 && runs.last().is_none_or(|(last, _)| *last != 0) {
                        runs.push((0, Vec::new()));
                    }
                    runs.push((part, vec![*step]));
                }
            }
        }
        if runs.last().is_none_or(|(last, _)| *last != 0) {
            runs.push((0, Vec::new()));
        }
        for (part, run) in runs {
            if let Some(log) = split.get_mut(part) {
                log.push((run, *count));
            }
        }
    }
    split.into_iter().map(|log| gathered(log.into_iter())).collect()
}

/// Each trace is cut before the steps that `begins` says begin a new round.
pub(super) fn rounds(log: &[Variant], begins: &dyn Fn(usize, usize) -> bool) -> Vec<Variant> {
    let cut = log.iter().flat_map(|(trace, count)| {
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for step in trace {
            match runs.last_mut() {
                Some(run) if !run.last().is_some_and(|last| begins(*last, *step)) => run.push(*step),
                _ => runs.push(vec![*step]),
            }
        }
        runs.into_iter().map(|run| (run, *count))
    });
    gathered(cut)
}
