//! A calendar ready to answer questions: each is a lookup or two in timelines that are compiled when first needed.

use super::calendars::compile;
use super::day::{Day, DayReason, DayReasonCode};
use super::layers::Layers;
use super::spec::CalendarSpec;
use super::timeline::{MICROS, Timeline};
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::CalendarId;
use crate::base::packed::{Packed, Packer, Unpacker};
use crate::base::text::Text;
use crate::base::time::{DAY, Date, Instant, Seconds, Zone};
use crate::base::value::Node;
use std::sync::{Arc, OnceLock};

/// The first year that a calendar reaches.
pub const FIRST: i32 = 1900;
/// The last year that a calendar reaches.
pub const LAST: i32 = crate::base::time::LAST_YEAR;
/// The years compiled at the first question (half a megabyte); all others only if a question needs them.
const NEAR: (i32, i32) = (2008, 2039);

impl Packed for Calendar {
    fn pack(&self, to: &mut Packer) {
        self.inner.layers.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::new(Layers::unpack(from))
    }
}

/// Working time (*lịch làm việc*): immutable, cheap to clone.
///
/// ```
/// # #[cfg(all(feature = "yaml", feature = "rulebooks-vn"))] {
/// use namro::{Date, calendar::vietnam};
/// let calendar = vietnam()?;
/// // Saturday 10 January 2026 was worked in exchange for Friday 2 January.
/// assert!(calendar.is_working_day(Date::parse("2026-01-10")?));
/// let after = calendar.working_day_after(Date::parse("2026-01-08")?, 2)?;
/// assert_eq!(after.to_string(), "2026-01-10");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    inner: Arc<Inner>,
    /// How many of `known_days` are taken into account.
    epoch: usize,
}

#[derive(Debug)]
struct Inner {
    layers: Layers,
    /// The days on which some row became known, in order.
    known_days: Vec<Date>,
    /// The calendar as known before each of these days.
    earlier: Vec<Epoch>,
    /// The calendar with all rows.
    latest: Epoch,
}

/// Compiled on the first question; the result does not depend on which question comes first.
#[derive(Debug, Default)]
struct Epoch {
    near: OnceLock<Timeline>,
    far: OnceLock<Timeline>,
}

impl Calendar {
    pub(super) fn new(layers: Layers) -> Self {
        let known_days = layers.known_days();
        let epoch = known_days.len();
        let earlier = known_days.iter().map(|_| Epoch::default()).collect();
        Self { inner: Arc::new(Inner { layers, known_days, earlier, latest: Epoch::default() }), epoch }
    }

    /// Reads one calendar without a base, from its part of a rulebook.
    ///
    /// # Errors
    /// Every fault of the calendar.
    pub fn read(node: &Node) -> Result<Self, Faults> {
        let id = CalendarId::from("calendar");
        let spec = crate::base::shape::read::<CalendarSpec>(node)?;
        let mut faults = Faults::new();
        let calendars = compile(&[(id, spec, node.place())], &mut faults);
        faults.into_result(calendars.get("calendar").cloned())
    }

    /// The identifier in the rulebook.
    pub fn id(&self) -> &CalendarId {
        &self.inner.layers.id
    }

    /// The zone in which dates are taken.
    pub fn zone(&self) -> &Zone {
        &self.inner.layers.zone
    }

    /// The local day of an instant.
    pub fn date_of(&self, at: Instant) -> Date {
        self.zone().date_of(at)
    }

    /// Working seconds of one "day" in a budget (*ngày làm việc*): 28,800 (8 hours) unless the rulebook sets another
    /// value.
    pub fn nominal_day(&self) -> Seconds {
        self.inner.layers.nominal_day
    }

    /// The calendar as it was known at an instant: rows that became known on a later day are left out; `None` takes all
    /// rows. A promise made before a swap was announced can therefore be reproduced at any later time.
    #[must_use]
    pub fn as_known(&self, known_at: Option<Instant>) -> Self {
        let days = &self.inner.known_days;
        let epoch = known_at.map_or(days.len(), |at| {
            let today = self.date_of(at);
            days.partition_point(|day| *day <= today)
        });
        Self { inner: self.inner.clone(), epoch }
    }

    /// All that is known about a day.
    pub fn day(&self, date: Date) -> Day {
        let timeline = self.timeline(date);
        let Some(shifts) = timeline.shifts(date) else {
            let text = Text::new("Ngoài khoảng năm của lịch", "Outside the years of the calendar");
            let reason = DayReason { code: DayReasonCode::OutsideCalendar, text, source: None };
            return Day { working: false, shifts: Vec::new(), reasons: vec![reason], provisional: true };
        };
        let mut reasons = timeline.reasons(date).to_vec();
        if shifts.is_empty() && self.is_before(date) {
            let begins = self.inner.layers.begins().map(|first| first.to_string()).unwrap_or_default();
            let text =
                Text::new("Lịch chỉ bắt đầu từ {day}", "The calendar begins only on {day}").fill(&[("day", begins)]);
            reasons.insert(0, DayReason { code: DayReasonCode::OutsideCalendar, text, source: None });
        }
        if shifts.is_empty() && reasons.is_empty() {
            let text = Text::new("Ngày nghỉ hằng tuần", "Weekly rest day");
            reasons.push(DayReason { code: DayReasonCode::WeeklyRest, text, source: None });
        }
        let provisional = timeline.is_provisional(date, date);
        Day { working: !shifts.is_empty(), shifts: shifts.to_vec(), reasons, provisional }
    }

    /// Whether a day is before the first row of weeks of the calendar, so that nothing is known of its hours.
    pub(crate) fn is_before(&self, date: Date) -> bool {
        self.inner.layers.begins().is_some_and(|first| date < first)
    }

    /// Whether a day has any shift (*ngày làm việc*).
    pub fn is_working_day(&self, date: Date) -> bool {
        self.timeline(date).shifts(date).is_some_and(|shifts| !shifts.is_empty())
    }

    /// Whether any day of `[from, through]` is in a year whose notice is unknown (*tạm tính*).
    pub fn is_provisional(&self, from: Date, through: Date) -> bool {
        self.timeline(through.max(from)).is_provisional(from, through)
            || self.timeline(from).is_provisional(from, through)
    }

    /// The n-th working day after a day, which itself is not counted (Civil Code 2015 art. 147.2). With n = 0, the day
    /// itself if it is a working day, otherwise the next one.
    ///
    /// # Errors
    /// [`Code::NoWorkingTime`], [`Code::OutsideCalendar`].
    pub fn working_day_after(&self, date: Date, n: u32) -> Result<Date, Error> {
        self.answer(|timeline| match usize::try_from(n).ok()?.checked_sub(1) {
            None => timeline.nth(timeline.rank(date)?),
            Some(more) => timeline.nth(timeline.rank_after(date)?.checked_add(more)?),
        })
    }

    /// The n-th working day before a day, which itself is not counted. With n = 0, the day itself if it is a working
    /// day, otherwise the previous one.
    ///
    /// # Errors
    /// [`Code::NoWorkingTime`], [`Code::OutsideCalendar`].
    pub fn working_day_before(&self, date: Date, n: u32) -> Result<Date, Error> {
        self.answer(|timeline| match usize::try_from(n).ok()? {
            0 => timeline.nth(timeline.rank_after(date)?.checked_sub(1)?),
            n => timeline.nth(timeline.rank(date)?.checked_sub(n)?),
        })
    }

    /// Number of working days in `(after, through]`; negative if `through` is earlier.
    pub fn working_days_in(&self, after: Date, through: Date) -> i64 {
        let count = |timeline: &Timeline| {
            let rank = |date: Date| i64::try_from(timeline.rank_after(date)?).ok();
            Some(rank(through)? - rank(after)?)
        };
        let held = |date: Date| date.clamp(first_day(), last_day());
        count(self.near()).or_else(|| count(self.far())).unwrap_or_else(|| {
            // Outside the calendar there is no working time.
            let rank = |date: Date| {
                let counted = if date < first_day() { Some(0) } else { self.far().rank_after(held(date)) };
                counted.and_then(|rank| i64::try_from(rank).ok()).unwrap_or_default()
            };
            rank(through) - rank(after)
        })
    }

    /// The day itself if it is a working day, otherwise the next one (Civil Code 2015 art. 148.5).
    ///
    /// # Errors
    /// [`Code::NoWorkingTime`], [`Code::OutsideCalendar`].
    pub fn roll_forward(&self, date: Date) -> Result<Date, Error> {
        self.working_day_after(date, 0)
    }

    /// When the first shift of a day opens; `None` on a day off.
    pub fn opens(&self, date: Date) -> Option<Instant> {
        let shift = *self.timeline(date).shifts(date)?.first()?;
        Some(self.zone().instant(date, i64::from(shift.from)))
    }

    /// When the last shift of a day closes (*hết giờ làm việc*); `None` on a day off.
    pub fn closes(&self, date: Date) -> Option<Instant> {
        let shift = *self.timeline(date).shifts(date)?.last()?;
        Some(self.zone().instant(date, i64::from(shift.to)))
    }

    /// The instant itself if it is within a shift, otherwise the start of the next shift.
    ///
    /// # Errors
    /// [`Code::NoWorkingTime`], [`Code::OutsideCalendar`].
    pub fn next_open(&self, at: Instant) -> Result<Instant, Error> {
        self.answer(|timeline| timeline.latest(timeline.work(at)?))
    }

    /// The earliest instant by which this much working time has passed since the start; for 0 the start itself.
    ///
    /// # Errors
    /// [`Code::NegativeAmount`], [`Code::NoWorkingTime`], [`Code::OutsideCalendar`].
    pub fn add_working(&self, start: Instant, amount: Seconds) -> Result<Instant, Error> {
        micros(amount)?.map_or(Ok(start), |amount| self.add_micros(start, amount))
    }

    /// The earliest instant by which as much working time has passed since the start as there is between two others, to
    /// the microsecond: if a suspension were rounded, a later start could be due earlier.
    pub(crate) fn add_work_of(&self, start: Instant, from: Instant, to: Instant) -> Result<Instant, Error> {
        match self.work_between(from, to) {
            0 => Ok(start),
            amount => self.add_micros(start, amount),
        }
    }

    fn add_micros(&self, start: Instant, amount: i64) -> Result<Instant, Error> {
        self.answer(|timeline| timeline.earliest(timeline.work(start)?.checked_add(amount)?))
    }

    /// The latest instant from which this much working time passes until the end; for 0 the end itself.
    ///
    /// # Errors
    /// [`Code::NegativeAmount`], [`Code::NoWorkingTime`], [`Code::OutsideCalendar`].
    pub fn subtract_working(&self, end: Instant, amount: Seconds) -> Result<Instant, Error> {
        let Some(amount) = micros(amount)? else { return Ok(end) };
        self.answer(|timeline| timeline.latest(timeline.work(end)?.checked_sub(amount)?))
    }

    /// Working time from `start` to `end` in whole seconds, rounded down; negative if `end` is earlier.
    pub fn elapsed(&self, start: Instant, end: Instant) -> Seconds {
        Seconds(self.work_between(start, end).div_euclid(MICROS))
    }

    /// Working microseconds from `start` to `end`.
    fn work_between(&self, start: Instant, end: Instant) -> i64 {
        let between = |timeline: &Timeline| Some(timeline.work(end)? - timeline.work(start)?);
        between(self.near()).or_else(|| between(self.far())).unwrap_or_else(|| {
            let far = self.far();
            // Outside the calendar there is no working time.
            let work = |at: Instant| far.work(at).unwrap_or(if at.micros() < far.origin { 0 } else { far.total() });
            work(end) - work(start)
        })
    }

    /// The end of a day, 24:00 (Civil Code 2015 art. 148.6); a limit is kept strictly before this instant.
    pub fn next_midnight(&self, date: Date) -> Instant {
        self.zone().instant(date, DAY)
    }

    pub(super) fn near(&self) -> &Timeline {
        self.compiled(|epoch| &epoch.near, NEAR)
    }

    fn far(&self) -> &Timeline {
        self.compiled(|epoch| &epoch.far, (FIRST, LAST))
    }

    fn compiled(&self, window: impl Fn(&Epoch) -> &OnceLock<Timeline>, (first, last): (i32, i32)) -> &Timeline {
        let Inner { layers, known_days, earlier, latest } = &*self.inner;
        let (epoch, limit) = match earlier.get(self.epoch) {
            None => (latest, None),
            Some(epoch) => {
                let last = self.epoch.checked_sub(1).and_then(|last| known_days.get(last));
                // Before the first of these days, no row with a date of knowledge is known.
                (epoch, Some(last.copied().unwrap_or(Date::MIN)))
            }
        };
        let day = |year: i32, month: u32, day: u32| Date::from_ymd(year, month, day).unwrap_or_default();
        window(epoch).get_or_init(|| Timeline::compile(layers, limit, day(first, 1, 1), day(last, 12, 31)))
    }

    /// The smallest timeline that contains a day.
    fn timeline(&self, date: Date) -> &Timeline {
        let near = self.near();
        if (near.first..=near.last).contains(&date) { near } else { self.far() }
    }

    /// The answer of the near timeline, otherwise of the far one, otherwise the reason why there is none.
    fn answer<T>(&self, ask: impl Fn(&Timeline) -> Option<T>) -> Result<T, Error> {
        ask(self.near()).or_else(|| ask(self.far())).ok_or_else(|| {
            if self.far().total() == 0 {
                return Error::new(Code::NoWorkingTime).with("name", self.id());
            }
            self.outside()
        })
    }

    /// The days that the calendar covers: from its first row of weeks, if that has a first day.
    pub(crate) fn outside(&self) -> Error {
        let first = self.inner.layers.begins().map_or(first_day(), |begins| begins.max(first_day()));
        Error::new(Code::OutsideCalendar).with("from", first).with("to", last_day())
    }
}

fn first_day() -> Date {
    Date::from_ymd(FIRST, 1, 1).unwrap_or_default()
}

fn last_day() -> Date {
    Date::from_ymd(LAST, 12, 31).unwrap_or_default()
}

/// The amount in microseconds; `None` for 0.
pub(super) fn micros(amount: Seconds) -> Result<Option<i64>, Error> {
    match amount.0 {
        0 => Ok(None),
        seconds if seconds < 0 => Err(Error::new(Code::NegativeAmount).with("value", seconds)),
        seconds => Ok(Some(seconds.saturating_mul(MICROS))),
    }
}
