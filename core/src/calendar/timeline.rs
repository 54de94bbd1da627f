//! Working time of some years, compiled: every question is a lookup or two, however long the stretch it asks about.

use super::day::{DayReason, Shift};
use super::layers::Layers;
use crate::time::{DAY, Date, Instant};
use indexmap::IndexSet;
use std::collections::BTreeMap;

/// Microseconds in a day without change of offset.
const SLOT: i64 = DAY * 1_000_000;

/// A shift as instants.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    /// Microseconds since 1970 at which it opens.
    pub(super) start: i64,
    /// Working microseconds before it.
    pub(super) before: i64,
}

/// The compiled days of a calendar.
///
/// Two running counts carry everything: working days before each day, and working microseconds before each shift. Their
/// inverses (the n-th working day; the shift at which so much work has been done) are tables too.
#[derive(Debug)]
pub(super) struct Timeline {
    pub(super) first: Date,
    pub(super) last: Date,
    /// Working days before each day; one more entry for the day after the last.
    pub(super) ranks: Vec<u32>,
    /// The working days, as days since 1970.
    pub(super) working: Vec<i32>,
    /// The shifts, and one past the end that never opens.
    pub(super) spans: Vec<Span>,
    /// For each 24 hours from `origin`, the first shift that ends after their start.
    pub(super) slots: Vec<u32>,
    pub(super) origin: i64,
    /// For each `2^grain` working microseconds, the first shift by whose end more than the multiple has been done.
    pub(super) buckets: Vec<u32>,
    pub(super) grain: u32,
    /// Which of `patterns` each day has.
    days: Vec<u16>,
    patterns: IndexSet<Vec<Shift>>,
    reasons: BTreeMap<Date, Vec<DayReason>>,
    unannounced: Vec<(Date, Date)>,
}

impl Timeline {
    pub(super) fn compile(layers: &Layers, known: Option<Date>, first: Date, last: Date) -> Self {
        let view = layers.view(known);
        let mut exceptions = view.exceptions(first, last);
        let count = usize::try_from(last.since(first)).unwrap_or_default() + 1;
        let mut timeline = Self {
            first,
            last,
            ranks: Vec::with_capacity(count + 1),
            working: Vec::new(),
            spans: Vec::new(),
            slots: Vec::with_capacity(count + 1),
            origin: layers.zone.instant(first, 0).micros(),
            buckets: Vec::new(),
            grain: 0,
            days: Vec::with_capacity(count),
            patterns: IndexSet::new(),
            reasons: BTreeMap::new(),
            unannounced: Vec::new(),
        };
        let (mut rank, mut before, mut end) = (0, 0, i64::MIN);
        for offset in 0..=last.since(first) {
            let date = first.plus(offset);
            let shifts = match exceptions.remove(&date) {
                Some(exception) => {
                    timeline.reasons.insert(date, exception.reasons);
                    exception.shifts
                }
                None => view.ordinary(date).to_vec(),
            };
            timeline.ranks.push(rank);
            if !shifts.is_empty() {
                timeline.working.push(date.days());
                rank += 1;
            }
            for shift in &shifts {
                let instant = |second: u32| layers.zone.instant(date, i64::from(second)).micros();
                // Where the clock is set back or forward, a shift never overlaps the one before, and may vanish.
                let (from, to) = (instant(shift.from).max(end), instant(shift.to));
                if from < to {
                    timeline.spans.push(Span { start: from, before });
                    before += to - from;
                    end = to;
                }
            }
            let pattern =
                timeline.patterns.get_index_of(&shifts).unwrap_or_else(|| timeline.patterns.insert_full(shifts).0);
            timeline.days.push(u16::try_from(pattern).unwrap_or(u16::MAX));
            if view.is_provisional(date) {
                match timeline.unannounced.last_mut() {
                    Some((_, to)) if to.plus(1) == date => *to = date,
                    _ => timeline.unannounced.push((date, date)),
                }
            }
        }
        timeline.ranks.push(rank);
        timeline.spans.push(Span { start: i64::MAX / 2, before });
        timeline.index();
        timeline
    }

    /// Builds the tables that find a shift by time and by work done.
    fn index(&mut self) {
        let ends: Vec<(i64, i64)> = self
            .spans
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some((a.start + (b.before - a.before), b.before)),
                _ => None,
            })
            .collect();
        let mut span = 0;
        for slot in 0..=i64::try_from(self.days.len()).unwrap_or_default() {
            while ends.get(span).is_some_and(|(end, _)| *end <= self.origin + slot * SLOT) {
                span += 1;
            }
            self.slots.push(u32::try_from(span).unwrap_or(u32::MAX));
        }
        // A bucket no longer than the shortest shift holds at most one boundary; many tiny shifts share one instead of
        // making the table large.
        let shortest = self.spans.windows(2).filter_map(|pair| match pair {
            [a, b] => Some(b.before - a.before),
            _ => None,
        });
        let shortest = shortest.min().unwrap_or(SLOT).max(1 << 31);
        self.grain = shortest.ilog2();
        let mut span = 0;
        for bucket in 0..=(self.total() >> self.grain) {
            while ends.get(span).is_some_and(|(_, done)| *done < bucket << self.grain) {
                span += 1;
            }
            self.buckets.push(u32::try_from(span).unwrap_or(u32::MAX));
        }
    }

    /// All working microseconds.
    pub(super) fn total(&self) -> i64 {
        self.spans.last().map_or(0, |span| span.before)
    }

    /// The index of a day.
    fn day(&self, date: Date) -> Option<usize> {
        (date <= self.last).then(|| usize::try_from(date.since(self.first)).ok()).flatten()
    }

    pub(super) fn shifts(&self, date: Date) -> Option<&[Shift]> {
        let pattern = self.days.get(self.day(date)?)?;
        self.patterns.get_index(usize::from(*pattern)).map(Vec::as_slice)
    }

    pub(super) fn reasons(&self, date: Date) -> &[DayReason] {
        self.reasons.get(&date).map_or(&[], Vec::as_slice)
    }

    /// Whether any day of `[from, to]` is without its notice.
    pub(super) fn is_provisional(&self, from: Date, to: Date) -> bool {
        let next = self.unannounced.partition_point(|(_, end)| *end < from);
        self.unannounced.get(next).is_some_and(|(start, _)| *start <= to)
    }

    /// Working days before a day.
    pub(super) fn rank(&self, date: Date) -> Option<usize> {
        usize::try_from(*self.ranks.get(self.day(date)?)?).ok()
    }

    /// Working days up to a day, itself included.
    pub(super) fn rank_after(&self, date: Date) -> Option<usize> {
        usize::try_from(*self.ranks.get(self.day(date)? + 1)?).ok()
    }

    pub(super) fn nth(&self, rank: usize) -> Option<Date> {
        self.working.get(rank).and_then(|days| Date::from_days(i64::from(*days)))
    }

    /// Working microseconds before an instant.
    pub(super) fn work(&self, at: Instant) -> Option<i64> {
        let slot = usize::try_from((at.micros() - self.origin).div_euclid(SLOT)).ok()?;
        let mut span = usize::try_from(*self.slots.get(slot)?).ok()?;
        loop {
            let here = self.spans.get(span)?;
            let Some(next) = self.spans.get(span + 1) else { return Some(here.before) };
            let done = here.before + (at.micros() - here.start).max(0);
            if done < next.before || at.micros() <= here.start {
                return Some(done.min(next.before));
            }
            span += 1;
        }
    }

    /// The earliest instant by which so much work has been done: the end of a shift, not the start of the next.
    pub(super) fn earliest(&self, work: i64) -> Option<Instant> {
        let span = self.find(work, |done, work| done >= work)?;
        let span = self.spans.get(span)?;
        Instant::from_micros(span.start + (work - span.before))
    }

    /// The latest instant by which no more work has been done: the start of a shift, not the end of the one before.
    pub(super) fn latest(&self, work: i64) -> Option<Instant> {
        let span = self.find(work, |done, work| done > work)?;
        let span = self.spans.get(span)?;
        Instant::from_micros(span.start + (work - span.before))
    }

    /// The first shift by whose end enough has been done.
    fn find(&self, work: i64, enough: impl Fn(i64, i64) -> bool) -> Option<usize> {
        let bucket = usize::try_from(work >> self.grain).ok()?;
        let mut span = usize::try_from(*self.buckets.get(bucket)?).ok()?;
        loop {
            if enough(self.spans.get(span + 1)?.before, work) {
                return Some(span);
            }
            span += 1;
        }
    }
}
