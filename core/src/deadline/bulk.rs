//! Dues of whole columns: a limit and a column of starts give a column of dues.
//!
//! Null rows are skipped, and a row without an answer is an error that names it, as in [`crate::calendar::bulk`].

use super::clock::Clock;
use super::count::{Counter, Start};
use super::due::due_on;
use super::limit::Limit;
use super::spec::{ChannelRule, Ends, Promise};
use crate::base::error::{Code, Error};
use crate::base::time::{Date, Instant, Seconds};
use crate::calendar::Calendar;
use crate::calendar::bulk::{self, Days, Reach, Validity};

/// The suspensions of the clock of each row (*tạm dừng*), in microseconds since the epoch.
#[derive(Clone, Copy, Debug)]
pub struct Suspensions<'a> {
    /// The offsets at which the suspensions of each row begin, plus the end of the last row, as in an Arrow list
    /// column; `None` for one suspension per row.
    pub offsets: Option<&'a [i64]>,
    /// When the clock was suspended; a null is no suspension.
    pub from: &'a [i64],
    /// Which values of `from` are not null.
    pub from_valid: Validity<'a>,
    /// When the clock was resumed; with a null it is still suspended, and does not move the due yet.
    pub to: &'a [i64],
    /// Which values of `to` are not null.
    pub to_valid: Validity<'a>,
}

impl Suspensions<'_> {
    /// The suspensions of a row, as a range of `from` and `to`.
    fn span(&self, row: usize) -> std::ops::Range<usize> {
        let bound = |index: usize| self.offsets.and_then(|offsets| usize::try_from(*offsets.get(index)?).ok());
        match self.offsets {
            None => row..row + 1,
            Some(_) => bound(row).unwrap_or_default()..bound(row + 1).unwrap_or_default(),
        }
    }

    /// Whether a row has any suspension.
    fn any(&self, row: usize) -> bool {
        self.span(row).any(|index| self.from_valid.contains(index))
    }

    /// The clock of a row.
    fn clock(&self, calendar: &Calendar, row: usize) -> Result<Clock, Error> {
        let stamp = |column: &[i64], valid: Validity<'_>, index: usize| {
            let micros = column.get(index).filter(|_| valid.contains(index));
            let instant = |micros: &i64| {
                let out = || Error::new(Code::TimeOutOfRange).with("value", micros);
                Instant::from_micros(*micros).map(|at| calendar.zone().stamp(at)).ok_or_else(out)
            };
            micros.map(instant).transpose()
        };
        let mut times = Vec::new();
        for index in self.span(row) {
            let Some(from) = stamp(self.from, self.from_valid, index)? else { continue };
            let to = stamp(self.to, self.to_valid, index)?;
            if let Some(to) = to.filter(|to| to.at < from.at) {
                return Err(Error::new(Code::ResumeBeforeSuspend).with("from", from).with("to", to));
            }
            times.push((from, to));
        }
        Ok(Clock::from_suspensions(times))
    }
}

/// The due of what was accepted at each start (microseconds since the epoch), as [`due`](super::due()).
///
/// # Errors
/// The errors of [`due`](super::due()) and [`Code::ResumeBeforeSuspend`], with the number of the row as the line.
///
/// ```
/// # #[cfg(all(feature = "yaml", feature = "rulebooks-vn"))] {
/// use namro::calendar::{bulk::Validity, vietnam};
/// use namro::deadline::{Limit, Promise, bulk};
/// let at = |text: &str| namro::Instant::parse(text).map(namro::Instant::micros);
/// let starts = [at("2026-01-08T09:00:00+07:00")?, 0];
/// let mut dues = [0; 2];
/// let promise = Promise::from(Limit::parse("2 ngày làm việc")?);
/// bulk::due(&vietnam()?, &promise, &starts, None, Validity::bitmap(&[0b01], 0), &mut dues)?;
/// assert_eq!(dues, [at("2026-01-10T17:30:00+07:00")?, 0]);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn due(
    calendar: &Calendar,
    promise: &Promise,
    starts: &[i64],
    suspensions: Option<&Suspensions<'_>>,
    valid: Validity<'_>,
    out: &mut [i64],
) -> Result<(), Error> {
    let limit = judged(promise)?;
    let one = |row: usize, start: Instant| -> Result<Instant, Error> {
        let clock = suspensions.map(|suspensions| suspensions.clock(calendar, row)).transpose()?.unwrap_or_default();
        let counter = Counter { calendar, promise, start: Start::of(calendar, promise, start)? };
        Ok(counter.count(limit, &clock)?.place.due)
    };
    // All rows are counted as if they had no suspension; those that have one are counted again.
    let suspended = suspensions.map(|suspensions| |row| suspensions.any(row));
    match (limit, suspended) {
        (Limit::WorkingTime(time), suspended) if promise.channel == ChannelRule::default() => {
            let amount = Seconds(time.get().into());
            match suspended {
                None => bulk::add_working(calendar, starts, amount, valid, out),
                Some(suspended) => bulk::add_working_apart(calendar, starts, amount, valid, out, suspended, one),
            }
        }
        (_, suspended) => {
            let (reach, legal) = (reach(promise, limit), promise.ends == Ends::Legal);
            bulk::ends_of_days(calendar, reach, legal, starts, valid, out, suspended, one)
        }
    }
}

/// The last day of a limit from each day of acceptance (days since 1970-01-01) whose time is not known.
///
/// # Errors
/// [`Code::TimeNeeded`] if the answer depends on the time; the errors of [`due`](super::due()).
pub fn last_day<D: Days>(
    calendar: &Calendar,
    promise: &Promise,
    dates: &[D],
    valid: Validity<'_>,
    out: &mut [D],
) -> Result<(), Error> {
    let options = super::DueOptions { brief: true, ..Default::default() };
    let exact = |date: Date| due_on(calendar, promise, date, &[], &options).map(|due| due.last_day);
    bulk::last_day(calendar, reach(promise, judged(promise)?), dates, valid, out, exact)
}

/// The limit that gives the due.
fn judged(promise: &Promise) -> Result<&Limit, Error> {
    promise.committed.as_ref().or(promise.statutory.as_ref()).ok_or_else(|| Error::new(Code::NoLimit))
}

/// How many days a limit reaches, if that depends only on counting days.
fn reach(promise: &Promise, limit: &Limit) -> Option<Reach> {
    let simple = promise.channel == ChannelRule::default();
    match limit {
        _ if !simple => None,
        Limit::WorkingDays(n) => Some(Reach::working_days(n.get())),
        Limit::Days(n) if promise.swapped => Reach::days(n.get()),
        Limit::Weeks(n) if promise.swapped => Reach::days(n.get() * 7),
        _ => None,
    }
}
