//! The colour of an open item, and when it changes.

use super::answer::{Bound, Due, End};
use super::clock::{Clock, Span};
use super::count::{Count, Counter};
use super::when::{When, ends_of};
use crate::base::error::Error;
use crate::base::shape::Term;
use crate::base::time::{Instant, Seconds, Stamp};
use crate::calendar::Calendar;

/// The colour of an item (*màu cảnh báo*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Colour {
    /// Suspended or stopped (*xám*).
    #[term("grey")]
    Grey,
    /// On time (*xanh lá*).
    #[term("green")]
    Green,
    /// Due soon (*vàng*).
    #[term("yellow")]
    Yellow,
    /// The due has passed (*đỏ*).
    #[term("red")]
    Red,
}

/// How something was finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Outcome {
    /// Before the last day (*trước hạn*).
    #[term("early")]
    Early,
    /// On time (*đúng hạn*).
    #[term("on_time")]
    OnTime,
    /// After the due (*quá hạn*).
    #[term("late")]
    Late,
    /// Stopped without a result: never late (*dừng giải quyết*).
    #[term("stopped")]
    Stopped,
    /// Only the day is known, and the due is within that day.
    #[term("undetermined")]
    Undetermined,
}

/// Used where every threshold lies before counting begins, as one working day does for a limit within one day.
const SHORT_SHARE: u32 = 80;

/// From when an item is yellow: the earliest of the thresholds. One that lies before counting begins would warn from the
/// first second, that is of nothing, so it does not count, nor does one before the calendar begins: the share that is
/// set, or that of [`SHORT_SHARE`], takes its place. `None` if no threshold can be computed.
pub(super) fn yellow_from(counter: &Counter<'_>, judged: &Count, clock: &Clock) -> Option<Instant> {
    let (calendar, yellow, place) = (counter.calendar, counter.promise.yellow, judged.place);
    let days = yellow.working_days.and_then(|days| {
        let day = calendar.working_day_before(place.last_day, days).ok()?;
        Some(calendar.closes(day).unwrap_or(place.due))
    });
    let hours = yellow.working_hours;
    let hours = hours.and_then(|hours| calendar.subtract_working(place.due, Seconds(i64::from(hours) * 3600)).ok());
    let before = [days, hours].into_iter().flatten().filter(|at| *at > counter.start.at).min();
    let set = yellow.working_days.is_some() || yellow.working_hours.is_some();
    let share = yellow.share.or((set && before.is_none()).then_some(SHORT_SHARE));
    let used = share.and_then(|share| share_used(counter, judged, clock, share).ok());
    before.into_iter().chain(used).min().map(|at| at.max(counter.start.at).min(place.due))
}

/// The first second at which this percentage of the limit is used; suspensions are not counted.
fn share_used(counter: &Counter<'_>, judged: &Count, clock: &Clock, share: u32) -> Result<Instant, Error> {
    let (calendar, start, due) = (counter.calendar, counter.start.at, judged.place.due);
    let on_the_wall = judged.limit.is_nominal();
    let measure = |from: Instant, to: Instant| match on_the_wall {
        true => to.since(from).0.max(0),
        false => calendar.elapsed(from, to).0.max(0),
    };
    // The periods in which the clock ran; a suspension that has not ended is not deducted yet.
    let mut runs = Vec::new();
    let mut from = start;
    for (suspended, to, _) in clock.spans_since(start) {
        let Some(to) = to.filter(|_| suspended < due) else { break };
        runs.push((from, suspended));
        from = to.min(due);
    }
    runs.push((from, due));
    let total: i64 = runs.iter().map(|(from, to)| measure(*from, *to)).sum();
    let mut needed = (i128::from(total) * i128::from(share) + 99) / 100;
    for (from, to) in runs {
        let here = i128::from(measure(from, to));
        if needed <= here {
            let needed = Seconds(i64::try_from(needed).unwrap_or(i64::MAX));
            return if on_the_wall { Ok(from.plus(needed)) } else { calendar.add_working(from, needed) };
        }
        needed -= here;
    }
    Ok(due)
}

/// Whether an instant is after a due.
fn has_passed(due: Instant, bound: Bound, at: Instant) -> bool {
    match bound {
        Bound::Through => at > due,
        Bound::Before => at >= due,
    }
}

impl Due {
    /// The colour of an open item at an instant.
    pub fn colour(&self, now: Instant) -> Colour {
        let stopped = self.stopped.is_some_and(|stop| stop.at <= now);
        if stopped || self.suspended.iter().any(|span| span.contains(now)) {
            Colour::Grey
        } else if has_passed(self.due.at, self.bound, now) {
            Colour::Red
        } else if self.yellow_from.is_some_and(|from| from.at <= now) {
            Colour::Yellow
        } else {
            Colour::Green
        }
    }

    /// The first whole second after an instant at which the colour differs; `None` if it never does.
    pub fn next_change(&self, now: Instant) -> Option<Stamp> {
        let colour = self.colour(now);
        let whole = |at: Instant| Instant::from_seconds(at.seconds()).filter(|whole| *whole == at);
        // The first whole second that is not before an instant.
        let ceiling = |at: Instant| whole(at).or_else(|| Instant::from_seconds(at.seconds() + 1));
        let red = match self.bound {
            Bound::Through => Instant::from_seconds(self.due.at.seconds() + 1),
            Bound::Before => ceiling(self.due.at),
        };
        let suspensions = self.suspended.iter().flat_map(|span| [Some(span.start), span.end]).flatten();
        let others = suspensions.chain(self.stopped).chain(self.yellow_from);
        let mut moments: Vec<Instant> = others.filter_map(|stamp| ceiling(stamp.at)).chain(red).collect();
        moments.sort_unstable();
        let change = moments.into_iter().find(|at| *at > now && self.colour(*at) != colour)?;
        Some(Stamp { at: change, offset: self.due.offset })
    }

    /// The outcome if something was finished at an instant. For limits in hours, early means at least `margin` before
    /// the due, if the policy sets a margin.
    pub fn outcome(&self, finished: Instant, margin: Option<Seconds>) -> Outcome {
        if self.stopped.is_some_and(|stop| stop.at <= finished) {
            return Outcome::Stopped;
        }
        if self.is_late(self.due.at, self.bound, finished) {
            return Outcome::Late;
        }
        let early = match (self.early_before, margin) {
            (Some(before), _) => finished < before.at,
            (None, Some(margin)) => self.due.at.since(finished) >= margin,
            (None, None) => false,
        };
        if early { Outcome::Early } else { Outcome::OnTime }
    }

    /// The outcome if perhaps only the day is known: decided if both ends of that day agree.
    pub fn outcome_when(&self, calendar: &Calendar, finished: When, margin: Option<Seconds>) -> Outcome {
        match finished {
            When::At(stamp) => self.outcome(stamp.at, margin),
            When::Date(date) => {
                let (first, last) = ends_of(calendar, date);
                let (first, last) = (self.outcome(first, margin), self.outcome(last, margin));
                if first == last { first } else { Outcome::Undetermined }
            }
        }
    }

    /// Whether it was finished after the limit set by law; `None` if there is none, or if the case was stopped.
    pub fn late_statutory(&self, finished: Instant) -> Option<bool> {
        self.late_by(self.statutory.as_ref(), finished)
    }

    /// Whether it was finished after the committed limit; `None` if there is none, or if the case was stopped.
    pub fn late_committed(&self, finished: Instant) -> Option<bool> {
        self.late_by(self.committed.as_ref(), finished)
    }

    /// Whether something finished at an instant, or on a day, came after one of the two limits; `None` if that depends
    /// on the time of day.
    pub fn late_when(&self, end: Option<&End>, calendar: &Calendar, finished: When) -> Option<bool> {
        let (first, last) = match finished {
            When::At(stamp) => (stamp.at, stamp.at),
            When::Date(date) => ends_of(calendar, date),
        };
        self.late_by(end, first).filter(|late| self.late_by(end, last) == Some(*late))
    }

    fn late_by(&self, end: Option<&End>, finished: Instant) -> Option<bool> {
        end.filter(|_| self.stopped.is_none()).map(|end| self.is_late(end.due.at, end.bound, finished))
    }

    /// Something finished while the clock was still suspended is not late: the due would move beyond the resume.
    fn is_late(&self, due: Instant, bound: Bound, finished: Instant) -> bool {
        let stood =
            |span: &Span| span.end.is_none() && span.contains(finished) && !has_passed(due, bound, span.start.at);
        has_passed(due, bound, finished) && !self.suspended.iter().any(stood)
    }
}
