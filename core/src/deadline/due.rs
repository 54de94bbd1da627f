//! Computes when something is due.

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
use crate::base::time::{Date, Instant, Seconds, Stamp};
use crate::calendar::Calendar;

/// Options for computing a due.
#[derive(Clone, Copy, Debug, Default)]
pub struct DueOptions<'a> {
    /// Takes the calendar as it was known at this instant, such as that of acceptance; `None` for all that is known.
    pub known_at: Option<Instant>,
    /// Takes only acts on the clock that were entered by this instant.
    pub entered_by: Option<Instant>,
    /// The name of the clock, if the case has several.
    pub clock: Option<&'a str>,
    /// Leaves out the explanation, which saves time for millions of dues.
    pub brief: bool,
}

/// When something accepted at an instant is due, after all acts on its clock.
///
/// # Errors
/// [`Code::NoLimit`] for a promise without a limit; [`Code::ExtendByWhat`]; the errors of the calendar if it has no
/// working time or does not reach far enough.
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
        // For a period of calendar days, only its end depends on the calendar.
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
        yellow_from: yellow_from(&counter, judged, &clock).map(stamp),
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

/// When something accepted on a day of unknown time is due: the day is an interval, not its midnight.
///
/// # Errors
/// [`Code::TimeNeeded`] if the due depends on the time; the errors of [`due`].
pub fn due_on(
    calendar: &Calendar,
    promise: &Promise,
    accepted: Date,
    acts: &[ClockAct],
    options: &DueOptions<'_>,
) -> Result<Due, Error> {
    let (first, last) = ends_of(calendar, accepted);
    // A later start is never due earlier, so what both ends of the day agree on holds for the whole day.
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

/// The instant of a new date that was promised in addition to the due.
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

/// The latest start with which something still ends on time.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, Shape)]
#[shape(answer)]
pub struct LatestStart {
    /// To the whole second; for limits in days, the last second of the day.
    pub at: Stamp,
    /// The day of `at`, in the zone of the calendar.
    pub day: Date,
    /// The instant in words; for limits in days, the day.
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
    /// The errors of [`due`](crate::deadline::due()).
    pub fn due(&self, start: Instant, limit: &Limit) -> Result<Due, Error> {
        due(self, &Promise::from(limit.clone()), start, &[], &DueOptions::default())
    }

    /// The last instant of a day at which something can be handed in: the close of the office; on a day off, the last
    /// second of the day.
    pub(crate) fn end_of(&self, when: When) -> Instant {
        match when {
            When::At(stamp) => stamp.at,
            When::Date(date) => self.closes(date).unwrap_or_else(|| self.next_midnight(date).plus(Seconds(-1))),
        }
    }

    /// The latest instant from which a limit still ends by a given one.
    ///
    /// # Errors
    /// [`Code::NoStart`] for a fixed end that is later; the errors of the calendar.
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
