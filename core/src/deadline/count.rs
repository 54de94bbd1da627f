//! Counts one limit over a calendar, taking the acts on its clock into account.

use super::answer::Bound;
use super::clock::{Clock, ClockAct, Span};
use super::limit::Limit;
use super::spec::{AfterHours, Ends, Promise};
use super::when::When;
use crate::base::error::{Code, Error};
use crate::base::time::{DAY, Date, Instant, Seconds};
use crate::calendar::{Calendar, DayReasonCode};

/// Where counting begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Start {
    /// Limits in hours count from this instant.
    pub(super) at: Instant,
    /// Limits in days count from the day after this one.
    pub(super) day: Date,
    /// The day to which the channel rule moved the start, if it did.
    pub(super) moved: Option<Date>,
}

impl Start {
    /// The start for something accepted at an instant through the channel of the promise.
    pub(super) fn of(calendar: &Calendar, promise: &Promise, accepted: Instant) -> Result<Self, Error> {
        let day = calendar.date_of(accepted);
        if calendar.is_before(day) {
            return Err(calendar.outside());
        }
        let rule = promise.channel;
        let second = calendar.zone().second_of_day(accepted);
        let exactly = accepted.micros().rem_euclid(1_000_000) == 0;
        let cut_off = rule.cut_off.map(|time| i64::from(time.seconds()));
        let after_cut_off = cut_off.is_some_and(|time| second > time || second == time && !exactly);
        let after_hours =
            rule.after_hours == AfterHours::NextWorkingDay && calendar.closes(day).is_none_or(|close| accepted > close);
        if !after_cut_off && !after_hours {
            return Ok(Self { at: accepted, day, moved: None });
        }
        let moved = calendar.working_day_after(day, 1)?;
        Ok(Self {
            at: calendar.opens(moved).unwrap_or(accepted),
            day: if rule.counted { moved.plus(-1) } else { moved },
            moved: Some(moved),
        })
    }
}

/// How far a limit reaches, before it is turned into an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// An instant of working time.
    Work(Instant),
    /// An instant of elapsed time.
    Clock(Instant),
    /// A fixed instant, or an end of day that was extended to.
    Fixed(Instant),
    /// The end of a working day.
    WorkingDay(Date),
    /// A number of months and then days after a day, before it rolls to a working day.
    Nominal { from: Date, months: i64, days: i64 },
    /// The end of a working day, by the time at which something came in.
    SameDay { day: Date, cut_off: Option<u32> },
    /// The end of a fixed day, working or not.
    Day(Date),
}

/// Where a limit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) due: Instant,
    pub(super) bound: Bound,
    pub(super) last_day: Date,
    pub(super) legal_end: Instant,
    pub(super) office_end: Instant,
    /// Whether it ends with a day, and not at an instant within one.
    pub(super) whole_day: bool,
}

impl Place {
    /// Whether an instant is after the due.
    pub(super) fn passed_at(&self, at: Instant) -> bool {
        match self.bound {
            Bound::Through => at > self.due,
            Bound::Before => at >= self.due,
        }
    }
}

/// What moved a limit.
#[derive(Clone, Debug)]
pub(super) enum Cause {
    Suspended(Span),
    Extended(ClockAct),
}

/// A counted limit.
#[derive(Clone, Debug)]
pub(super) struct Count {
    /// The simple limit; of several limits, the one that was chosen.
    pub(super) limit: Limit,
    /// Where it ended before anything moved it.
    pub(super) first: Place,
    /// What moved it, and where it then ended.
    pub(super) moves: Vec<(Cause, Place)>,
    /// Where it ends now.
    pub(super) place: Place,
    /// The day that the period arithmetically names, if it is not the last day: it did not exist, or was a day off.
    pub(super) nominal: Option<Nominal>,
    /// How many limits it was chosen from.
    pub(super) among: usize,
}

/// The day that a period of calendar days, months or years names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Nominal {
    /// The day before it rolls to a working day.
    pub(super) day: Date,
    /// The day of the month that was meant but does not exist.
    pub(super) clipped_from: Option<u32>,
}

/// Counts the limits of one promise from one start.
pub(super) struct Counter<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) promise: &'a Promise,
    pub(super) start: Start,
}

impl Counter<'_> {
    /// Counts a limit through the acts on a clock.
    pub(super) fn count(&self, limit: &Limit, clock: &Clock) -> Result<Count, Error> {
        let several = |limits: &[Limit], largest: bool| {
            let counts = limits.iter().map(|limit| self.count(limit, clock)).collect::<Result<Vec<_>, _>>()?;
            let among = counts.iter().map(|count| count.among).sum();
            let key = |count: &Count| (count.place.due, count.place.bound == Bound::Through);
            // Of equal ends the first limit is chosen: `max_by_key` would give the last.
            let best = match largest {
                true => counts.into_iter().rev().max_by_key(key),
                false => counts.into_iter().min_by_key(key),
            };
            best.map(|count| Count { among, ..count }).ok_or_else(|| Error::new(Code::NoLimit))
        };
        match limit {
            Limit::Smallest(limits) => several(limits, false),
            Limit::Largest(limits) => several(limits, true),
            Limit::Factored(factored) => self.count(&factored.base, clock),
            simple => self.count_simple(simple, clock),
        }
    }

    fn count_simple(&self, limit: &Limit, clock: &Clock) -> Result<Count, Error> {
        let mut reach = self.begin(limit)?;
        // The due is never before a resume that moved it.
        let mut floor = Instant::MIN;
        let first = self.place(reach, floor)?;
        let (mut place, mut moves) = (first, Vec::new());
        let spans = clock.spans_since(self.start.at).map(|(from, to, span)| (from, 1, Act::Suspend(to, span)));
        let extensions = clock.extensions.iter().map(|act| (act.at.at, 0, Act::Extend(act)));
        let mut acts: Vec<_> = spans.chain(extensions).collect();
        acts.sort_by_key(|(at, rank, _)| (*at, *rank));
        for (from, _, act) in acts {
            let cause = match act {
                // A suspension that begins after the due moves nothing; nor does one that has not ended.
                Act::Suspend(_, _) if place.passed_at(from) => continue,
                Act::Suspend(None, _) => continue,
                Act::Suspend(Some(to), span) => {
                    reach = self.suspend(reach, from, to)?;
                    floor = to;
                    Cause::Suspended(span.clone())
                }
                Act::Extend(act) => {
                    reach = self.extend(reach, &place, act)?;
                    Cause::Extended(act.clone())
                }
            };
            place = self.place(reach, floor)?;
            moves.push((cause, place));
        }
        let nominal = match reach {
            Reach::Nominal { from, months, days } => {
                let (day, clipped_from) = nominal(from, months, days);
                Some(Nominal { day, clipped_from }).filter(|_| day != place.last_day || clipped_from.is_some())
            }
            _ => None,
        };
        Ok(Count { limit: limit.clone(), first, moves, place, nominal, among: 1 })
    }

    fn begin(&self, limit: &Limit) -> Result<Reach, Error> {
        let Start { at, day, .. } = self.start;
        let after = |months: u32, days: u32| Reach::Nominal { from: day, months: months.into(), days: days.into() };
        let worked = |time: i64| self.calendar.add_working(at, Seconds(time)).map(Reach::Work);
        Ok(match limit {
            Limit::WorkingTime(time) => worked(time.get().into())?,
            Limit::HalfDays(halves) => worked(self.calendar.nominal_day().0 * i64::from(halves.get()) / 2)?,
            Limit::ClockTime(time) => Reach::Clock(at.plus(Seconds(time.get().into()))),
            Limit::WorkingDays(n) => Reach::WorkingDay(self.calendar.working_day_after(day, n.get())?),
            Limit::Days(n) => after(0, n.get()),
            Limit::Weeks(n) => after(0, n.get() * 7),
            Limit::Months(n) => after(n.get(), 0),
            Limit::Years(n) => after(n.get() * 12, 0),
            Limit::SameDay(cut_off) => Reach::SameDay { day: self.same_day(at, *cut_off)?, cut_off: *cut_off },
            Limit::At(stamp) => Reach::Fixed(stamp.at),
            Limit::On(date) => Reach::Day(*date),
            Limit::Smallest(_) | Limit::Largest(_) | Limit::Factored(_) => return Err(Error::new(Code::NoLimit)),
        })
    }

    /// The working day on which something that comes in at an instant is due, for limits of the same day.
    fn same_day(&self, at: Instant, cut_off: Option<u32>) -> Result<Date, Error> {
        let day = self.calendar.date_of(at);
        // Nothing is due before it came in, even without a cut-off.
        let closed = self.promise.ends == Ends::Office && self.calendar.closes(day).is_some_and(|close| at > close);
        let late = closed || cut_off.is_some_and(|time| at > self.calendar.zone().instant(day, time.into()));
        self.calendar.working_day_after(day, u32::from(late))
    }

    fn suspend(&self, reach: Reach, from: Instant, to: Instant) -> Result<Reach, Error> {
        let calendar = self.calendar;
        let (suspended, resumed) = (calendar.date_of(from), calendar.date_of(to));
        Ok(match reach {
            Reach::Work(due) => Reach::Work(calendar.add_work_of(due, from, to)?.max(to)),
            Reach::Clock(due) => {
                let moved = due.micros().saturating_add(to.micros() - from.micros());
                Reach::Clock(Instant::from_micros(moved).unwrap_or(Instant::MAX).max(to))
            }
            Reach::Fixed(due) => Reach::Fixed(due.max(to)),
            Reach::WorkingDay(last) => {
                let left = u32::try_from(calendar.working_days_in(suspended, last)).unwrap_or(0);
                Reach::WorkingDay(calendar.working_day_after(resumed, left)?)
            }
            Reach::Nominal { from: start, months, days } => {
                let days = days + resumed.since(suspended);
                // Suspended between the day that the period names and the working day to which it rolled.
                let behind = resumed.since(nominal(start, months, days).0).max(0);
                Reach::Nominal { from: start, months, days: days + behind }
            }
            Reach::SameDay { cut_off, .. } => Reach::SameDay { day: self.same_day(to, cut_off)?, cut_off },
            Reach::Day(day) => Reach::Day(day.max(resumed)),
        })
    }

    /// An extension in the limit's own unit lengthens the limit; one in another unit is counted from its present end.
    fn extend(&self, reach: Reach, place: &Place, act: &ClockAct) -> Result<Reach, Error> {
        let calendar = self.calendar;
        let Some(by) = &act.by else {
            return match act.until {
                Some(When::Date(date)) => Ok(Reach::Day(date.max(place.last_day))),
                Some(When::At(until)) if until.at <= place.due => Ok(reach),
                Some(When::At(until)) => Ok(Reach::Fixed(until.at)),
                None => Err(Error::new(Code::ExtendByWhat)),
            };
        };
        let longer = |months: u32, days: u32| {
            let (months, days) = (i64::from(months), i64::from(days));
            match reach {
                Reach::Nominal { from, months: m, days: d } => {
                    Reach::Nominal { from, months: m + months, days: d + days }
                }
                _ => Reach::Nominal { from: place.last_day, months, days },
            }
        };
        Ok(match by {
            Limit::WorkingTime(time) => {
                Reach::Work(calendar.add_working(place.office_end, Seconds(time.get().into()))?)
            }
            Limit::HalfDays(halves) => {
                let time = calendar.nominal_day().0 * i64::from(halves.get()) / 2;
                Reach::Work(calendar.add_working(place.office_end, Seconds(time))?)
            }
            Limit::ClockTime(time) => Reach::Clock(place.due.plus(Seconds(time.get().into()))),
            Limit::WorkingDays(n) => Reach::WorkingDay(calendar.working_day_after(place.last_day, n.get())?),
            Limit::Days(n) => longer(0, n.get()),
            Limit::Weeks(n) => longer(0, n.get() * 7),
            Limit::Months(n) => longer(n.get(), 0),
            Limit::Years(n) => longer(n.get() * 12, 0),
            Limit::At(stamp) => Reach::Fixed(stamp.at.max(place.due)),
            Limit::On(date) => Reach::Day(*date.max(&place.last_day)),
            Limit::SameDay(_) | Limit::Smallest(_) | Limit::Largest(_) | Limit::Factored(_) => {
                return Err(Error::new(Code::ExtendByWhat));
            }
        })
    }

    fn place(&self, reach: Reach, floor: Instant) -> Result<Place, Error> {
        let calendar = self.calendar;
        let day = match reach {
            Reach::Work(due) | Reach::Clock(due) | Reach::Fixed(due) => {
                return Ok(Place {
                    due,
                    bound: Bound::Through,
                    last_day: calendar.date_of(due),
                    legal_end: due,
                    office_end: due,
                    whole_day: false,
                });
            }
            Reach::WorkingDay(day) | Reach::Day(day) | Reach::SameDay { day, .. } => day,
            Reach::Nominal { from, months, days } => self.roll(nominal(from, months, days).0)?,
        };
        let legal_end = calendar.next_midnight(day);
        let office_end = calendar.closes(day).map(|close| close.max(floor).min(legal_end));
        let (due, bound) = match office_end {
            Some(close) if self.promise.ends == Ends::Office => (close, Bound::Through),
            // A fixed day may be a day off: it then has only its midnight.
            _ => (legal_end, Bound::Before),
        };
        Ok(Place { due, bound, last_day: day, legal_end, office_end: office_end.unwrap_or(legal_end), whole_day: true })
    }

    /// The working day on which a period that names this day ends.
    fn roll(&self, day: Date) -> Result<Date, Error> {
        let mut day = self.calendar.roll_forward(day)?;
        if !self.promise.swapped {
            // No notice makes a year of days swapped; a malicious calendar might.
            for _ in 0..366 {
                if !is_swapped(self.calendar, day) {
                    break;
                }
                day = self.calendar.working_day_after(day, 1)?;
            }
        }
        Ok(day)
    }
}

enum Act<'a> {
    Suspend(Option<Instant>, &'a Span),
    Extend(&'a ClockAct),
}

/// Whether a day is a working day only because a notice swapped it.
pub(super) fn is_swapped(calendar: &Calendar, day: Date) -> bool {
    calendar.day(day).reasons.iter().any(|reason| reason.code == DayReasonCode::MakeUp)
}

/// A number of months and then days after a day. If the month has no such day, its last day is taken (Civil Code 2015
/// art. 148.3), and the day that was meant is given too.
pub(super) fn nominal(from: Date, months: i64, days: i64) -> (Date, Option<u32>) {
    if months == 0 {
        return (from.plus(days), None);
    }
    let (year, month, day) = from.ymd();
    let count = i64::from(year) * 12 + i64::from(month) - 1 + months;
    let first = i32::try_from(count.div_euclid(12))
        .ok()
        .zip(u32::try_from(count.rem_euclid(12) + 1).ok())
        .and_then(|(year, month)| Some((year, month, Date::from_ymd(year, month, 1)?)));
    let Some((year, month, first)) = first else {
        return (if months < 0 { Date::MIN } else { Date::MAX }, None);
    };
    let reached = (29..=day).rev().chain([day.min(28)]).find_map(|day| Date::from_ymd(year, month, day));
    let reached = reached.unwrap_or(first);
    let clipped_from = (reached.ymd().2 != day).then_some(day);
    (reached.plus(days), clipped_from)
}

/// The latest instant from which a limit still ends by a given one, to the whole second.
pub(super) fn latest_start(calendar: &Calendar, due: Instant, limit: &Limit) -> Result<Instant, Error> {
    let day = calendar.date_of(due);
    // The last possible day for a limit of days: this day if its office has closed by then, otherwise an earlier one.
    let by_close = |day: Date| calendar.closes(day).is_some_and(|close| close <= due);
    let last = if by_close(day) { day } else { calendar.working_day_before(day, 1)? };
    let end_of = |day: Date| calendar.zone().instant(day, DAY - 1);
    Ok(match limit {
        Limit::WorkingTime(time) => calendar.subtract_working(due, Seconds(time.get().into()))?,
        Limit::HalfDays(halves) => {
            calendar.subtract_working(due, Seconds(calendar.nominal_day().0 * i64::from(halves.get()) / 2))?
        }
        Limit::ClockTime(time) => due.plus(Seconds(-i64::from(time.get()))),
        // Every day before the first counted day will do, including days off in between.
        Limit::WorkingDays(n) => end_of(calendar.working_day_before(last, n.get() - 1)?.plus(-1)),
        Limit::Days(n) => end_of(last.plus(-i64::from(n.get()))),
        Limit::Weeks(n) => end_of(last.plus(-7 * i64::from(n.get()))),
        Limit::Months(n) => end_of(months_before(last, n.get().into())),
        Limit::Years(n) => end_of(months_before(last, i64::from(n.get()) * 12)),
        Limit::SameDay(cut_off) => {
            // A shift that closes at 24:00 closes on the next day.
            let close = calendar.closes(last).unwrap_or(due).min(end_of(last));
            cut_off.map_or(close, |time| calendar.zone().instant(last, time.into()).min(close))
        }
        Limit::At(stamp) if stamp.at <= due => due,
        Limit::On(date) if calendar.next_midnight(*date) <= due => due,
        Limit::At(_) | Limit::On(_) => return Err(Error::new(Code::NoStart).with("text", limit)),
        Limit::Factored(factored) => latest_start(calendar, due, &factored.base)?,
        // For the largest, all limits must end by then; for the smallest, any one of them.
        Limit::Smallest(limits) | Limit::Largest(limits) => {
            let starts = limits.iter().map(|limit| latest_start(calendar, due, limit));
            let starts = starts.collect::<Result<Vec<_>, _>>()?;
            let best = if matches!(limit, Limit::Smallest(_)) { starts.iter().max() } else { starts.iter().min() };
            *best.ok_or_else(|| Error::new(Code::NoLimit))?
        }
    })
}

/// The latest day from which this many months reach no further than a day.
fn months_before(last: Date, months: i64) -> Date {
    let mut day = nominal(last, -months, 0).0;
    // Several days may reach the same end of month: 28 to 31 January all reach 28 February.
    while nominal(day.plus(1), months, 0).0 <= last && day < Date::MAX {
        day = day.plus(1);
    }
    while nominal(day, months, 0).0 > last && day > Date::MIN {
        day = day.plus(-1);
    }
    day
}
