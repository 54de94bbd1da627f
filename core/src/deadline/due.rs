//! When is it due?

use super::answer::{Bound, Due, End};
use super::clock::{Clock, ClockAct};
use super::colour::yellow_from;
use super::count::{Count, Counter, Place, Start, latest_start};
use super::display::{show_due, show_instant};
use super::explain::explain;
use super::limit::Limit;
use super::spec::Promise;
use super::when::{When, ends_of};
use crate::base::error::{Code, Error};
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::base::time::{Date, Instant, Stamp};
use crate::calendar::Calendar;

/// From which side a due is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct DueOptions<'a> {
    /// The calendar as it was known at an instant: that of acceptance, for what was promised then.
    pub known_at: Option<Instant>,
    /// Only acts on the clock that were entered by an instant.
    pub entered_by: Option<Instant>,
    /// Which clock of the case.
    pub clock: Option<&'a str>,
    /// Leaves the explanation out, where a million dues are asked for.
    pub brief: bool,
}

/// When something accepted at an instant is due, after all that was done to its clock.
///
/// # Errors
/// [`Code::NoLimit`] for a promise without any; [`Code::ExtendByWhat`]; those of the calendar, when it has no working
/// time or does not reach so far.
pub fn due(
    calendar: &Calendar,
    promise: &Promise,
    accepted: Instant,
    acts: &[ClockAct],
    options: &DueOptions<'_>,
) -> Result<Due, Error> {
    let calendar = &calendar.as_known(options.known_at);
    let clock = Clock::new(acts, options.clock, options.entered_by);
    let begun = clock.restarted.map_or(accepted, |restart| restart.at);
    let start = Start::of(calendar, promise, begun)?;
    let counter = Counter { calendar, promise, start };
    let count = |limit: &Option<Limit>| limit.as_ref().map(|limit| counter.count(limit, &clock)).transpose();
    let (statutory, committed) = (count(&promise.statutory)?, count(&promise.committed)?);
    let judged = committed.as_ref().or(statutory.as_ref()).ok_or_else(|| Error::new(Code::NoLimit))?;
    let place = judged.place;

    let zone = calendar.zone();
    let stamp = |at: Instant| zone.stamp(at);
    let end = |count: &Count, limit: &Option<Limit>| {
        let place = count.place;
        End {
            limit: limit.clone().unwrap_or_else(|| count.limit.clone()),
            due: stamp(place.due),
            bound: place.bound,
            last_day: place.last_day,
            legal_end: stamp(place.legal_end),
            office_end: stamp(place.office_end),
        }
    };
    let reappointed = clock.reappointments.last().map(|act| reappointed(&counter, act, &place)).transpose()?;
    let first_day = start.day.min(calendar.date_of(begun));
    let looked_at = match judged.nominal {
        // A period of the calendar asks the calendar only where it ends.
        Some(nominal) => nominal.day.min(place.last_day),
        None if judged.limit.is_nominal() => place.last_day,
        None => first_day,
    };
    let stopped = clock.stopped;
    let because = if options.brief {
        Vec::new()
    } else {
        explain(&counter, begun, &clock, judged, statutory.as_ref().filter(|_| committed.is_some()))
    };
    Ok(Due {
        due: stamp(place.due),
        bound: place.bound,
        last_day: place.last_day,
        legal_end: stamp(place.legal_end),
        office_end: stamp(place.office_end),
        text: show_due(calendar, &place),
        start: stamp(start.at),
        yellow_from: yellow_from(&counter, judged, &clock)?.map(stamp),
        early_before: place.whole_day.then(|| stamp(zone.instant(place.last_day, 0))),
        statutory: statutory.as_ref().map(|count| end(count, &promise.statutory)),
        committed: committed.as_ref().map(|count| end(count, &promise.committed)),
        reappointed: reappointed.map(stamp),
        suspended: clock.spans,
        stopped,
        provisional: calendar.is_provisional(looked_at, place.last_day.max(looked_at)),
        because,
    })
}

/// When something accepted on a day is due, of which the time is not known: a day is an interval and not its midnight.
///
/// # Errors
/// [`Code::TimeNeeded`] where the due hangs on the time; those of [`due`].
pub fn due_on(
    calendar: &Calendar,
    promise: &Promise,
    accepted: Date,
    acts: &[ClockAct],
    options: &DueOptions<'_>,
) -> Result<Due, Error> {
    let (first, last) = ends_of(calendar, accepted);
    // No later start is due earlier: what the two ends of the day agree on holds for all of it.
    let (earliest, latest) =
        (due(calendar, promise, first, acts, options)?, due(calendar, promise, last, acts, options)?);
    let same = |one: &Option<End>, other: &Option<End>| {
        one.as_ref().map(|end| (end.due, end.bound)) == other.as_ref().map(|end| (end.due, end.bound))
    };
    if same(&earliest.statutory, &latest.statutory) && same(&earliest.committed, &latest.committed) {
        return Ok(earliest);
    }
    let fault = Error::new(Code::TimeNeeded).with("date", accepted);
    Err(fault.with("earliest", earliest.due).with("latest", latest.due))
}

/// The instant of a new date that was promised beside the due.
fn reappointed(counter: &Counter<'_>, act: &ClockAct, place: &Place) -> Result<Instant, Error> {
    let calendar = counter.calendar;
    match (act.until, &act.by) {
        (Some(When::At(stamp)), _) => Ok(stamp.at),
        (Some(When::Date(date)), _) => {
            Ok(calendar.closes(date).filter(|_| place.bound == Bound::Through).unwrap_or(calendar.next_midnight(date)))
        }
        (None, Some(by)) => {
            let start = Start::of(calendar, counter.promise, act.at.at)?;
            Ok(Counter { start, ..*counter }.count(by, &Clock::default())?.place.due)
        }
        (None, None) => Err(Error::new(Code::ExtendByWhat)),
    }
}

/// The latest start of something that is to end in time.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, Shape)]
#[shape(answer)]
pub struct LatestStart {
    /// To the whole second; for days, the last second of the day.
    pub at: Stamp,
    /// Its day.
    pub day: Date,
    /// The instant in words, or for days the day.
    pub text: Text,
}

impl Calendar {
    /// When a limit that begins at an instant ends, by the close of the office.
    ///
    /// ```
    /// # #[cfg(all(feature = "yaml", feature = "rulebooks-vn"))] {
    /// use namro::{Instant, calendar::vietnam, deadline::Limit};
    /// let due = vietnam()?.due(Instant::parse("2026-01-08T09:00:00+07:00")?, &Limit::parse("2 ngày làm việc")?)?;
    /// assert_eq!(due.text.vi, "17:30 thứ Bảy, ngày 10/01/2026");
    /// assert_eq!(due.legal_end.to_string(), "2026-01-11T00:00:00+07:00");
    /// # }
    /// # Ok::<(), namro::Faults>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`due`](crate::deadline::due()).
    pub fn due(&self, start: Instant, limit: &Limit) -> Result<Due, Error> {
        due(self, &Promise::from(limit.clone()), start, &[], &DueOptions::default())
    }

    /// The latest instant from which a limit still ends by a given one.
    ///
    /// # Errors
    /// [`Code::NoStart`] for a fixed end that lies later; those of the calendar.
    pub fn latest_start(&self, due: Instant, limit: &Limit) -> Result<LatestStart, Error> {
        let at = latest_start(self, due, limit)?;
        let day = self.date_of(at);
        let text = match limit.ends_with_a_day() {
            Some(true) => super::display::show_date(day),
            _ => show_instant(self.zone(), at),
        };
        Ok(LatestStart { at: self.zone().stamp(at), day, text })
    }
}
