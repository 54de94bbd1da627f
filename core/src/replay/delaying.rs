//! What delayed a case: the chain of visits that ended last, walked back from the end.

use super::case_history::CaseHistory;
use crate::base::time::Instant;

/// A part of the time that made a case late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The visit of a step in which it passed; `None` between two visits.
    pub(super) visit: Option<u32>,
    pub(super) since: Instant,
    pub(super) until: Instant,
}

/// Walks back from `until` to `from`. Of branches at the same time, only the one that ended last delayed what followed;
/// branches that ended in the same instant did so together, whatever their names and order.
pub(super) fn delaying(course: &CaseHistory<'_, '_>, from: Instant, until: Instant) -> Vec<Span> {
    let visits = course.visits;
    let mut spans = Vec::new();
    let mut taken = vec![false; visits.len()];
    let mut open = vec![until];
    while let Some(at) = open.pop() {
        if at <= from {
            continue;
        }
        let end = |index: usize| visits.get(index).map(|visit| visit.until.unwrap_or(course.as_of).min(at));
        let before: Vec<usize> =
            (0..visits.len()).filter(|index| visits.get(*index).is_some_and(|it| it.since < at)).collect();
        let last = before.iter().filter_map(|index| end(*index)).max().unwrap_or(from).max(from);
        if last < at {
            spans.push(Span { visit: None, since: last, until: at });
        }
        if last <= from {
            continue;
        }
        let mut ended: Vec<usize> = before.into_iter().filter(|index| end(*index) == Some(last)).collect();
        // Nothing that followed waited for a visit that went on beyond this instant.
        let waited = |index: &usize| visits.get(*index).is_some_and(|visit| visit.until.unwrap_or(course.as_of) <= at);
        if ended.iter().any(waited) {
            ended.retain(waited);
        } else {
            ended.sort_by_key(|index| visits.get(*index).map(|visit| (visit.since, visit.visit)));
            ended.truncate(1);
        }
        for index in ended {
            let (Some(visit), Some(taken)) = (visits.get(index), taken.get_mut(index)) else { continue };
            if std::mem::replace(taken, true) {
                continue;
            }
            let since = visit.since.max(from);
            spans.push(Span { visit: Some(visit.visit), since, until: last });
            open.push(since);
        }
        open.sort_unstable();
        open.dedup();
    }
    spans
}
