//! The compiled working time of some years: every question is a lookup or two, however long its period.

use super::day::{DayReason, Shift};
use super::layers::Layers;
use crate::base::time::{DAY, Date, Instant, Zone};
use std::sync::OnceLock;

/// Microseconds in a second.
pub(super) const MICROS: i64 = 1_000_000;
/// Microseconds in a day without change of offset.
pub(super) const SLOT: i64 = DAY * MICROS;

/// Dummy shifts past the end that never open: as many as a kernel reads at once.
const PAST_THE_END: usize = 5;

/// Buckets of work are at least this many microseconds long, about 36 minutes.
const SMALLEST_BUCKET: i64 = 1 << 31;

/// A shift as instants.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    /// Microseconds since 1970 at which it opens.
    pub(super) start: i64,
    /// Working microseconds before its opening.
    pub(super) before: i64,
}

/// The compiled days of a calendar.
///
/// Two running counts answer everything: working days before each day, and working microseconds before each shift.
/// Their inverses (the n-th working day; the shift at which an amount of work is done) are tables too.
#[derive(Debug)]
pub(super) struct Timeline {
    pub(super) first: Date,
    pub(super) last: Date,
    /// Working days before each day; one more entry for the day after the last.
    pub(super) ranks: Vec<u32>,
    /// The working days, as days since 1970.
    pub(super) working: Vec<i32>,
    /// The shifts, followed by dummies that never open, so that a reader of several needs no test for the end.
    pub(super) spans: Vec<Span>,
    /// For each 24 hours from `origin`, the first shift that ends after their start.
    pub(super) slots: Vec<u32>,
    pub(super) origin: i64,
    /// For each `2^grain` working microseconds, the first shift by whose end more than that multiple has been done.
    pub(super) buckets: Vec<u32>,
    pub(super) grain: u32,
    /// Whether no bucket contains more than one boundary between shifts.
    pub(super) one_step: bool,
    /// The largest number of shifts that one slot overlaps.
    pub(super) widest_slot: u32,
    /// The index in `patterns` for each day.
    days: Vec<u32>,
    patterns: Vec<Vec<Shift>>,
    /// In order of the days.
    reasons: Vec<(Date, Vec<DayReason>)>,
    unannounced: Vec<(Date, Date)>,
    /// When each working day closes, and its midnight; computed when a column first needs them.
    ends: [OnceLock<Box<[i64]>>; 2],
}

impl Timeline {
    pub(super) fn compile(layers: &Layers, known: Option<Date>, first: Date, last: Date) -> Self {
        let view = layers.view(known);
        let mut exceptions = view.exceptions(first, last).into_iter().peekable();
        let count = usize::try_from(last.since(first)).unwrap_or_default() + 1;
        let mut timeline = Self {
            first,
            last,
            ranks: Vec::with_capacity(count + 1),
            working: Vec::new(),
            // Two shifts on five days of seven, mostly.
            spans: Vec::with_capacity(count * 10 / 7 + PAST_THE_END),
            slots: Vec::with_capacity(count + 1),
            origin: layers.zone.instant(first, 0).micros(),
            buckets: Vec::new(),
            grain: 0,
            one_step: false,
            widest_slot: 0,
            days: Vec::with_capacity(count),
            patterns: Vec::new(),
            reasons: Vec::new(),
            unannounced: Vec::new(),
            ends: Default::default(),
        };
        let offsets = offsets(&layers.zone);
        let mut rank = 0;
        for offset in 0..=last.since(first) {
            let date = first.plus(offset);
            let exception = exceptions.next_if(|(day, _)| *day == date);
            let shifts = exception.as_ref().map_or_else(|| view.ordinary(date), |(_, day)| &day.shifts);
            timeline.ranks.push(rank);
            if !shifts.is_empty() {
                timeline.working.push(date.days());
                rank += 1;
            }
            // Until the work before it is known, a span stores its end in that field: a second list would double peak
            // memory.
            let open = shifts.iter().flat_map(|shift| instants(&offsets, date, *shift));
            timeline.spans.extend(open.map(|(start, end)| Span { start, before: end }));
            // There are few patterns: a week has two, a summer two more.
            let pattern = timeline.patterns.iter().position(|known| known == shifts).unwrap_or_else(|| {
                timeline.patterns.push(shifts.to_vec());
                timeline.patterns.len() - 1
            });
            timeline.days.push(u32::try_from(pattern).unwrap_or(u32::MAX));
            timeline.reasons.extend(exception.map(|(date, day)| (date, day.reasons)));
            if view.is_provisional(date) {
                match timeline.unannounced.last_mut() {
                    Some((_, to)) if to.plus(1) == date => *to = date,
                    _ => timeline.unannounced.push((date, date)),
                }
            }
        }
        timeline.ranks.push(rank);
        // A clock that is set back across midnight puts the end of a day after the start of the next.
        timeline.spans.sort_unstable_by_key(|span| span.start);
        let mut total = 0;
        for span in &mut timeline.spans {
            let length = span.before - span.start;
            span.before = total;
            total += length;
        }
        timeline.index(total);
        timeline
    }

    /// Builds the tables that find a shift by time and by work done.
    fn index(&mut self, total: i64) {
        // When a shift ends, and how much work has been done by then.
        let spans = &self.spans;
        let end = |index: usize| -> Option<(i64, i64)> {
            let span = spans.get(index)?;
            let done = spans.get(index + 1).map_or(total, |next| next.before);
            Some((span.start + (done - span.before), done))
        };
        let (mut span, mut opened) = (0, 0);
        for slot in 0..=i64::try_from(self.days.len()).unwrap_or_default() {
            let start = self.origin + slot * SLOT;
            while end(span).is_some_and(|(end, _)| end <= start) {
                span += 1;
            }
            while spans.get(opened).is_some_and(|span| span.start < start + SLOT) {
                opened += 1;
            }
            self.widest_slot = self.widest_slot.max(u32::try_from(opened - span).unwrap_or(u32::MAX));
            self.slots.push(u32::try_from(span).unwrap_or(u32::MAX));
        }
        // A bucket no longer than the shortest shift contains at most one boundary; many tiny shifts share a bucket, so
        // that the table stays small.
        let lengths = (0..spans.len()).filter_map(|index| Some(end(index)?.1 - spans.get(index)?.before));
        let shortest = lengths.min().unwrap_or(SLOT);
        self.grain = shortest.max(SMALLEST_BUCKET).ilog2();
        self.one_step = shortest >= SMALLEST_BUCKET;
        let mut span = 0;
        for bucket in 0..=(total >> self.grain) {
            while end(span).is_some_and(|(_, done)| done < bucket << self.grain) {
                span += 1;
            }
            self.buckets.push(u32::try_from(span).unwrap_or(u32::MAX));
        }
        self.spans.extend([Span { start: i64::MAX / 2, before: total }; PAST_THE_END]);
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
        self.patterns.get(usize::try_from(*pattern).ok()?).map(Vec::as_slice)
    }

    pub(super) fn reasons(&self, date: Date) -> &[DayReason] {
        let place = self.reasons.binary_search_by_key(&date, |(day, _)| *day).ok();
        place.and_then(|place| self.reasons.get(place)).map_or(&[], |(_, reasons)| reasons.as_slice())
    }

    /// Whether any day of `[from, to]` is in a year without its notice.
    pub(super) fn is_provisional(&self, from: Date, to: Date) -> bool {
        let next = self.unannounced.partition_point(|(_, end)| *end < from);
        self.unannounced.get(next).is_some_and(|(start, _)| *start <= to)
    }

    /// Working days before a day.
    pub(super) fn rank(&self, date: Date) -> Option<usize> {
        usize::try_from(*self.ranks.get(self.day(date)?)?).ok()
    }

    /// Working days up to a day, inclusive.
    pub(super) fn rank_after(&self, date: Date) -> Option<usize> {
        usize::try_from(*self.ranks.get(self.day(date)? + 1)?).ok()
    }

    pub(super) fn nth(&self, rank: usize) -> Option<Date> {
        self.working.get(rank).and_then(|days| Date::from_days(i64::from(*days)))
    }

    /// The end of each working day, in microseconds: 24:00 if `legal`, otherwise the close of its last shift.
    pub(super) fn ends(&self, zone: &Zone, legal: bool) -> &[i64] {
        let end = |days: &i32| {
            let date = Date::from_days(i64::from(*days)).unwrap_or(Date::MAX);
            let close = self.shifts(date).and_then(<[Shift]>::last).map_or(DAY, |shift| i64::from(shift.to));
            zone.instant(date, if legal { DAY } else { close }).micros()
        };
        let [closes, midnights] = &self.ends;
        (if legal { midnights } else { closes }).get_or_init(|| self.working.iter().map(end).collect())
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

    /// The earliest instant by which this much work has been done: the end of a shift, not the start of the next.
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

    /// The first shift by whose end enough work has been done.
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

/// The periods without a change of offset: start, end and offset in microseconds.
fn offsets(zone: &Zone) -> Vec<(i64, i64, i64)> {
    let stretch = |start: Instant| (start.micros(), i64::MAX, i64::from(zone.offset_at(start)) * MICROS);
    let mut offsets = vec![stretch(Instant::MIN)];
    for (at, _) in zone.transitions() {
        if let Some((_, end, _)) = offsets.last_mut() {
            *end = at.micros();
        }
        offsets.push(stretch(*at));
    }
    offsets
}

/// The periods in which the local clock shows a shift: usually one; less where the clock is set forward, and a part
/// twice where it is set back.
fn instants(offsets: &[(i64, i64, i64)], date: Date, shift: Shift) -> impl Iterator<Item = (i64, i64)> {
    let local = |second: u32| (i64::from(date.days()) * DAY + i64::from(second)) * MICROS;
    let (from, to) = (local(shift.from), local(shift.to));
    // No offset is as long as a day.
    let near = offsets.partition_point(move |(_, end, _)| *end <= from.saturating_sub(SLOT));
    offsets
        .iter()
        .skip(near)
        .take_while(move |(start, _, _)| *start < to.saturating_add(SLOT))
        .map(move |(start, end, offset)| ((from - offset).max(*start), (to - offset).min(*end)))
        .filter(|(from, to)| from < to)
}
