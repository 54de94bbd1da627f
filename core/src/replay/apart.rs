//! The order of events of one case and one instant that come from several files: that with the fewest objections.

use super::case_history::{Folder, Known};
use crate::case::Effect;
use crate::case::course::{self, Act};
use crate::log::{CaseCells, EventCells};
use std::collections::VecDeque;
use std::ops::Range;

/// Rows of one instant among which all orders are tried; of more, the acts decide by their rank.
const MOST: usize = 6;

/// Whether an act is one on a step of the workflow that is not open, which another order may explain.
pub(super) fn is_out_of_place(state: &course::State<'_>, act: &Act<'_>) -> bool {
    let completes = matches!(act.effect, Effect::Complete | Effect::Forward | Effect::Sign | Effect::Return);
    let known = || state.plan.as_ref().is_some_and(|plan| plan.position(act.step).is_some());
    completes && known() && !state.visits.iter().any(|visit| visit.step == act.step)
}

impl Folder<'_> {
    /// Puts the events of a case whose order is not known into the order with the fewest objections; among equal ones,
    /// that of the files as they were given. Rows of one file keep their order.
    pub(super) fn order_apart(&mut self, cells: &CaseCells, accepted: Option<Known>, span: &Range<usize>) {
        self.moved.clear();
        let apart = &self.log.extras.apart;
        let known = span.start..span.start + self.events.len();
        if apart.range(known.clone()).next().is_none() {
            return;
        }
        self.moved = (0..self.events.len()).collect();
        let files: Vec<(usize, u64)> = apart.range(known).map(|(row, file)| (row - span.start, *file)).collect();
        let at = |index: usize| self.events.get(index).map(|event| event.at);
        let runs: Vec<Vec<(usize, u64)>> = files.chunk_by(|a, b| at(a.0) == at(b.0)).map(<[_]>::to_vec).collect();
        for run in runs {
            let Some((first, _)) = run.first().copied() else { continue };
            if run.len() > MOST {
                self.by_rank(first..first + run.len());
                continue;
            }
            let events = self.events.clone();
            let mut best: Option<(usize, Vec<usize>)> = None;
            for order in interleaved(&run) {
                self.place(first, &order, &events);
                self.advance(cells, accepted, span.start);
                let objections = self.objections + self.trace.void_acts.len();
                if best.as_ref().is_none_or(|(fewest, _)| objections < *fewest) {
                    best = Some((objections, order));
                }
            }
            if let Some((_, order)) = best {
                self.place(first, &order, &events);
            }
        }
    }

    /// Puts events, by their places among all, into the places from the first one on.
    fn place(&mut self, first: usize, order: &[usize], events: &[EventCells]) {
        for (place, from) in (first..).zip(order) {
            let moved = self.moved.get_mut(place).zip(self.events.get_mut(place));
            if let Some(((moved, event), source)) = moved.zip(events.get(*from)) {
                (*moved, *event) = (*from, *source);
            }
        }
    }

    /// Orders many events of one instant by what they do: received before accepted, assigned before completed.
    fn by_rank(&mut self, places: Range<usize>) {
        let events = self.events.clone();
        let mut order: Vec<usize> = places.clone().collect();
        order.sort_by_key(|place| events.get(*place).map(|event| event.effect));
        self.place(places.start, &order, &events);
    }
}

/// All orders of events that keep the order within each file; the given one first.
fn interleaved(run: &[(usize, u64)]) -> Vec<Vec<usize>> {
    let mut files: Vec<(u64, VecDeque<usize>)> = Vec::new();
    for (place, file) in run {
        match files.iter_mut().find(|(known, _)| known == file) {
            Some((_, places)) => places.push_back(*place),
            None => files.push((*file, VecDeque::from([*place]))),
        }
    }
    let mut orders = vec![run.iter().map(|(place, _)| *place).collect()];
    choose(&mut files, &mut Vec::new(), &mut orders);
    orders
}

fn choose(files: &mut [(u64, VecDeque<usize>)], chosen: &mut Vec<usize>, orders: &mut Vec<Vec<usize>>) {
    let mut any = false;
    for index in 0..files.len() {
        let Some(place) = files.get_mut(index).and_then(|(_, places)| places.pop_front()) else { continue };
        any = true;
        chosen.push(place);
        choose(files, chosen, orders);
        chosen.pop();
        if let Some((_, places)) = files.get_mut(index) {
            places.push_front(place);
        }
    }
    if !any {
        orders.push(chosen.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::interleaved;

    #[test]
    fn each_file_keeps_its_order() {
        let orders = interleaved(&[(3, 1), (4, 1), (5, 2)]);
        assert_eq!(orders, [[3, 4, 5], [3, 4, 5], [3, 5, 4], [5, 3, 4]]);
    }
}
