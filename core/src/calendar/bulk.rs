//! The questions of a [`Calendar`] over columns of rows, without an allocation per row.
//!
//! A null row is never read and gives 0. A row that the calendar cannot answer is an error that names the row, never a
//! silent null. With the feature `parallel`, long columns are computed on all cores; the answers, and the row that an
//! error names, are the same.

use super::Calendar;
use super::timeline::{MICROS, SLOT, Timeline};
use crate::base::error::{Code, Error, Place};
use crate::base::time::{Date, Instant, Seconds};
use std::hint::select_unpredictable;

/// Rows that a thread takes at a time, so that their input and output stay in the nearest cache.
const CHUNK: usize = 2_048;
/// Columns shorter than this are not worth a second thread.
#[cfg(feature = "parallel")]
const SHORT: usize = 65_536;

/// Which rows hold a value: all, or those of a bitmap in the layout of Arrow (bit 0 first, 1 for a value).
#[derive(Clone, Copy, Debug, Default)]
pub struct Validity<'a>(Option<(&'a [u8], usize)>);

impl<'a> Validity<'a> {
    /// Every row holds a value.
    pub const ALL: Self = Self(None);

    /// The rows of a bitmap, from the given bit on.
    pub const fn bitmap(bits: &'a [u8], offset: usize) -> Self {
        Self(Some((bits, offset)))
    }

    /// Whether every row is known to hold a value.
    pub const fn is_all(self) -> bool {
        self.0.is_none()
    }

    /// Whether a row holds a value; rows beyond the end of the bitmap do not.
    pub fn contains(self, row: usize) -> bool {
        self.0.is_none_or(|(bits, offset)| {
            let bit = offset + row;
            bits.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
        })
    }
}

/// The n-th working day after each date (days since 1970-01-01), as [`Calendar::working_day_after`].
///
/// # Errors
/// [`Code::UnequalColumns`]; otherwise the error of the first row that has one, with the row's number as its line.
///
/// ```
/// # #[cfg(all(feature = "yaml", feature = "rulebooks-vn"))] {
/// use namro::{Date, calendar::{bulk::{self, Validity}, vietnam}};
/// let days = [Date::parse("2026-01-08")?.days(), 0];
/// let mut out = [0; 2];
/// bulk::working_days_after(&vietnam()?, &days, 2, Validity::bitmap(&[0b01], 0), &mut out)?;
/// assert_eq!(out, [Date::parse("2026-01-10")?.days(), 0]);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn working_days_after<D: Days>(
    calendar: &Calendar,
    dates: &[D],
    n: u32,
    valid: Validity<'_>,
    out: &mut [D],
) -> Result<(), Error> {
    same_length(&[dates.len(), out.len()])?;
    let near = calendar.near();
    let reach = Reach::working_days(n);
    let exact = |row: usize| calendar.working_day_after(date_at(calendar, dates, row)?, n).map(|day| D::of(day.days()));
    let fast = |start: usize, out: &mut [D]| last_days(near, reach, dates.get(start..).unwrap_or_default(), out);
    run(valid, out, fast, exact)
}

/// Days since 1970-01-01 as a column stores them: 32 bits in Arrow, 64 in NumPy.
pub trait Days: Copy + Default + Send + Sync {
    /// The number.
    fn days(self) -> i64;
    /// From the number.
    fn of(days: i32) -> Self;
}

impl Days for i32 {
    fn days(self) -> i64 {
        self.into()
    }
    fn of(days: i32) -> Self {
        days
    }
}

impl Days for i64 {
    fn days(self) -> i64 {
        self
    }
    fn of(days: i32) -> Self {
        days.into()
    }
}

/// From a date to the working day on which a limit of days ends: a number of calendar days, then a number of working
/// days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    /// Calendar days from the start to the first day that may be the last.
    shift: usize,
    /// Working days to add after that day, rolled forward to a working day.
    more: u32,
}

impl Reach {
    /// The n-th working day after a day; with n = 0, the day itself or the next working day.
    pub(crate) const fn working_days(n: u32) -> Self {
        match n.checked_sub(1) {
            None => Self { shift: 0, more: 0 },
            Some(more) => Self { shift: 1, more },
        }
    }

    /// The first working day at least this many days later.
    pub(crate) fn days(n: u32) -> Option<Self> {
        Some(Self { shift: usize::try_from(n).ok()?, more: 0 })
    }

    /// The index, among the working days of the timeline, of the day reached.
    #[inline(always)]
    fn rank(self, ranks: &[u32], near: &Timeline, date: i64) -> Option<usize> {
        let day = date.wrapping_sub(near.first.days().into());
        let rank = *ranks.get(usize::try_from(day).ok()?)?;
        usize::try_from(rank.checked_add(self.more)?).ok()
    }

    /// The counts of working days from `shift` on.
    fn ranks(self, near: &Timeline) -> &[u32] {
        near.ranks.get(self.shift..).unwrap_or_default()
    }
}

pub(crate) fn date_at<D: Days>(calendar: &Calendar, dates: &[D], row: usize) -> Result<Date, Error> {
    dates.get(row).and_then(|days| Date::from_days(days.days())).ok_or_else(|| calendar.outside())
}

/// The last day of each date.
fn last_days<D: Days>(near: &Timeline, reach: Reach, dates: &[D], out: &mut [D]) -> bool {
    let ranks = reach.ranks(near);
    let mut sound = true;
    for (out, date) in out.iter_mut().zip(dates) {
        let answer = reach.rank(ranks, near, date.days()).and_then(|rank| near.working.get(rank));
        sound &= answer.is_some();
        *out = answer.map_or_else(D::default, |day| D::of(*day));
    }
    sound
}

/// The last day of a limit of days from each date; computed row by row outside the near timeline.
pub(crate) fn last_day<D: Days>(
    calendar: &Calendar,
    reach: Option<Reach>,
    dates: &[D],
    valid: Validity<'_>,
    out: &mut [D],
    exact: impl Fn(Date) -> Result<Date, Error> + Sync,
) -> Result<(), Error> {
    same_length(&[dates.len(), out.len()])?;
    let near = calendar.near();
    let exact = |row: usize| exact(date_at(calendar, dates, row)?).map(|day| D::of(day.days()));
    let fast = |start: usize, out: &mut [D]| {
        reach.is_some_and(|reach| last_days(near, reach, dates.get(start..).unwrap_or_default(), out))
    };
    run(valid, out, fast, exact)
}

/// The end of the last day of a limit of days from each start; computed row by row outside the near timeline, in zones
/// with daylight saving, and for the rows that are `apart`.
#[allow(clippy::too_many_arguments)]
pub(crate) fn ends_of_days(
    calendar: &Calendar,
    reach: Option<Reach>,
    legal: bool,
    starts: &[i64],
    valid: Validity<'_>,
    out: &mut [i64],
    apart: Option<impl Fn(usize) -> bool + Sync>,
    exact: impl Fn(usize, Instant) -> Result<Instant, Error> + Sync,
) -> Result<(), Error> {
    same_length(&[starts.len(), out.len()])?;
    let near = calendar.near();
    // Without daylight saving the slots of the timeline are its days.
    let reach = reach.filter(|_| calendar.zone().fixed_offset().is_some());
    let exact = |row: usize| exact(row, instant_at(calendar, starts, row)?).map(Instant::micros);
    let fast = |start: usize, out: &mut [i64]| {
        let Some(reach) = reach else { return false };
        let (ranks, ends) = (reach.ranks(near), near.ends(calendar.zone(), legal));
        let mut sound = true;
        for (out, start) in out.iter_mut().zip(starts.get(start..).unwrap_or_default()) {
            let day = start.wrapping_sub(near.origin).div_euclid(SLOT);
            let answer = reach.rank(ranks, near, day + i64::from(near.first.days())).and_then(|rank| ends.get(rank));
            sound &= answer.is_some();
            *out = answer.copied().unwrap_or_default();
        }
        sound
    };
    run_apart(valid, out, fast, apart, exact)
}

fn instant_at(calendar: &Calendar, starts: &[i64], row: usize) -> Result<Instant, Error> {
    starts.get(row).and_then(|micros| Instant::from_micros(*micros)).ok_or_else(|| calendar.outside())
}

/// The earliest instant by which this much working time has passed since each start (microseconds since the epoch), as
/// [`Calendar::add_working`].
///
/// # Errors
/// [`Code::UnequalColumns`]; otherwise the error of the first row that has one, with the row's number as its line.
pub fn add_working(
    calendar: &Calendar,
    starts: &[i64],
    amount: Seconds,
    valid: Validity<'_>,
    out: &mut [i64],
) -> Result<(), Error> {
    same_length(&[starts.len(), out.len()])?;
    let Some(work) = super::micros(amount)? else {
        let exact = |row: usize| starts.get(row).copied().ok_or_else(|| calendar.outside());
        return run(valid, out, |_, _| false, exact);
    };
    let exact = |row: usize| calendar.add_working(instant_at(calendar, starts, row)?, amount).map(Instant::micros);
    run(valid, out, add_chunk(calendar.near(), starts, work), exact)
}

/// The same, except for rows that are `apart`, and for those that the near timeline cannot answer.
pub(crate) fn add_working_apart(
    calendar: &Calendar,
    starts: &[i64],
    amount: Seconds,
    valid: Validity<'_>,
    out: &mut [i64],
    apart: impl Fn(usize) -> bool + Sync,
    exact: impl Fn(usize, Instant) -> Result<Instant, Error> + Sync,
) -> Result<(), Error> {
    same_length(&[starts.len(), out.len()])?;
    let exact = |row: usize| exact(row, instant_at(calendar, starts, row)?).map(Instant::micros);
    match super::micros(amount)? {
        None => run(valid, out, |_, _| false, exact),
        Some(work) => run_apart(valid, out, add_chunk(calendar.near(), starts, work), Some(apart), exact),
    }
}

/// Adds working time to the starts from a row on, as far as the near timeline reaches.
fn add_chunk<'a>(near: &'a Timeline, starts: &'a [i64], work: i64) -> impl Fn(usize, &mut [i64]) -> bool + Sync + 'a {
    move |start, out| {
        let starts = starts.get(start..).unwrap_or_default();
        match near.widest_slot {
            0..=2 if near.one_step => add_kernel::<3>(near, starts, work, out),
            3..=4 if near.one_step => add_kernel::<5>(near, starts, work, out),
            _ => false,
        }
    }
}

/// Working seconds from each start to its end (microseconds since the epoch), as [`Calendar::elapsed`].
///
/// # Errors
/// [`Code::UnequalColumns`]; [`Code::TimeOutOfRange`] for an instant outside the years 1 to 9999, with the row's number
/// as its line.
pub fn elapsed(
    calendar: &Calendar,
    starts: &[i64],
    ends: &[i64],
    valid: Validity<'_>,
    out: &mut [i64],
) -> Result<(), Error> {
    same_length(&[starts.len(), ends.len(), out.len()])?;
    let near = calendar.near();
    let exact = |row: usize| {
        let instant = |column: &[i64]| {
            let micros = column.get(row).copied().unwrap_or_default();
            Instant::from_micros(micros).ok_or_else(|| Error::new(Code::TimeOutOfRange).with("value", micros))
        };
        Ok(calendar.elapsed(instant(starts)?, instant(ends)?).0)
    };
    let fast = |start: usize, out: &mut [i64]| {
        let (starts, ends) = (starts.get(start..).unwrap_or_default(), ends.get(start..).unwrap_or_default());
        match near.widest_slot {
            0..=2 => elapsed_kernel::<3>(near, starts, ends, out),
            3..=4 => elapsed_kernel::<5>(near, starts, ends, out),
            _ => false,
        }
    };
    run(valid, out, fast, exact)
}

/// Working microseconds before an instant; `None` outside the timeline.
///
/// It counts how many of the openings and closings that the slot may hold have passed: an odd count is inside a shift.
/// `SPANS` is one more than a slot can hold; as the compiler knows this length, it unrolls the sum.
/// A sum of comparisons has no branch; `clamp` would compile to two per shift, and with random times of day the
/// processor mispredicts half of them.
#[inline(always)]
fn work<const SPANS: usize>(near: &Timeline, at: i64) -> Option<i64> {
    let since = at.wrapping_sub(near.origin).cast_unsigned();
    let slot = usize::try_from(since / SLOT.unsigned_abs()).ok()?;
    let span = usize::try_from(*near.slots.get(slot)?).ok()?;
    let spans = near.spans.get(span..)?.first_chunk::<SPANS>()?;
    let passed = spans.iter().zip(spans.iter().skip(1)).map(|(here, next)| {
        let end = here.start + (next.before - here.before);
        usize::from(at >= here.start) + usize::from(at >= end)
    });
    let passed: usize = passed.sum();
    let here = spans.get(passed / 2)?;
    let inside = if passed % 2 == 1 { -1 } else { 0 };
    Some(here.before + (at.wrapping_sub(here.start) & inside))
}

#[inline(always)]
fn earliest(near: &Timeline, work: i64) -> Option<i64> {
    let bucket = usize::try_from(work >> near.grain).ok()?;
    let span = usize::try_from(*near.buckets.get(bucket)?).ok()?;
    let [here, next, after] = near.spans.get(span..span + 3)? else { return None };
    // A bucket holds at most one boundary between shifts.
    let span = select_unpredictable(next.before < work, next, here);
    (work <= after.before).then_some(span.start + (work - span.before))
}

fn add_kernel<const SPANS: usize>(near: &Timeline, starts: &[i64], amount: i64, out: &mut [i64]) -> bool {
    let mut sound = true;
    for (out, start) in out.iter_mut().zip(starts) {
        let answer =
            work::<SPANS>(near, *start).and_then(|done| done.checked_add(amount)).and_then(|work| earliest(near, work));
        sound &= answer.is_some();
        *out = answer.unwrap_or_default();
    }
    sound
}

fn elapsed_kernel<const SPANS: usize>(near: &Timeline, starts: &[i64], ends: &[i64], out: &mut [i64]) -> bool {
    let mut sound = true;
    for ((out, start), end) in out.iter_mut().zip(starts).zip(ends) {
        let between = work::<SPANS>(near, *end).zip(work::<SPANS>(near, *start)).map(|(end, start)| end - start);
        sound &= between.is_some();
        *out = between.unwrap_or_default().div_euclid(MICROS);
    }
    sound
}

/// Runs a column chunk by chunk: fast if the near timeline answers every row of a chunk, otherwise row by row.
fn run<T: Copy + Default + Send>(
    valid: Validity<'_>,
    out: &mut [T],
    fast: impl Fn(usize, &mut [T]) -> bool + Sync,
    exact: impl Fn(usize) -> Result<T, Error> + Sync,
) -> Result<(), Error> {
    run_apart(valid, out, fast, None::<fn(usize) -> bool>, exact)
}

/// The same, with rows that are `apart`, for which the fast way would give a different answer.
fn run_apart<T: Copy + Default + Send>(
    valid: Validity<'_>,
    out: &mut [T],
    fast: impl Fn(usize, &mut [T]) -> bool + Sync,
    apart: Option<impl Fn(usize) -> bool + Sync>,
    exact: impl Fn(usize) -> Result<T, Error> + Sync,
) -> Result<(), Error> {
    let chunk = |index: usize, out: &mut [T]| -> Option<(usize, Error)> {
        let start = index * CHUNK;
        let sound = fast(start, out);
        if sound && valid.0.is_none() && apart.is_none() {
            return None;
        }
        for (row, out) in (start..).zip(out.iter_mut()) {
            if !valid.contains(row) {
                *out = T::default();
            } else if !sound || apart.as_ref().is_some_and(|apart| apart(row)) {
                match exact(row) {
                    Ok(answer) => *out = answer,
                    Err(error) => return Some((row, error)),
                }
            }
        }
        None
    };
    match first_error(out, chunk) {
        None => Ok(()),
        Some((row, error)) => Err(error.at(Place { line: Some(row as u64 + 1), ..Place::default() })),
    }
}

#[cfg(feature = "parallel")]
fn first_error<T: Send>(
    out: &mut [T],
    chunk: impl Fn(usize, &mut [T]) -> Option<(usize, Error)> + Sync,
) -> Option<(usize, Error)> {
    use rayon::prelude::*;
    if out.len() < SHORT {
        return out.chunks_mut(CHUNK).enumerate().find_map(|(index, out)| chunk(index, out));
    }
    // The smallest row number, not the first one found.
    out.par_chunks_mut(CHUNK).enumerate().filter_map(|(index, out)| chunk(index, out)).min_by_key(|(row, _)| *row)
}

#[cfg(not(feature = "parallel"))]
fn first_error<T: Send>(
    out: &mut [T],
    chunk: impl Fn(usize, &mut [T]) -> Option<(usize, Error)>,
) -> Option<(usize, Error)> {
    out.chunks_mut(CHUNK).enumerate().find_map(|(index, out)| chunk(index, out))
}

fn same_length(lengths: &[usize]) -> Result<(), Error> {
    if lengths.windows(2).all(|pair| matches!(pair, [a, b] if a == b)) {
        return Ok(());
    }
    let lengths = lengths.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    Err(Error::new(Code::UnequalColumns).with("lengths", lengths))
}
