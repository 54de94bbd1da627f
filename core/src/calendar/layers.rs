//! Layered calendars: decides which row applies to which day.

use super::day::{DayReason, DayReasonCode, Shift};
use super::holidays::{DayOff, days_off};
use super::spec::{CalendarSpec, ClosedSpec, HolidaySpec, WeekSpec, WorkingSpec};
use crate::base::Arrange;
use crate::base::error::{Cause, Code, Error, Faults, Place};
use crate::base::graph::Trail;
use crate::base::ids::CalendarId;
use crate::base::packed::Packed;
use crate::base::text::Text;
use crate::base::time::{Date, Seconds, Weekday, Zone};

/// A calendar has at most this many layers.
const MAX_LAYERS: usize = 32;

/// A calendar and all its bases.
#[derive(Debug, Packed)]
pub(super) struct Layers {
    pub(super) id: CalendarId,
    pub(super) zone: Zone,
    pub(super) nominal_day: Seconds,
    make_up_days: bool,
    /// From the lowest base to the calendar itself.
    specs: Vec<CalendarSpec>,
}

/// A day that is not as the week says.
#[derive(Clone, Debug, Default)]
pub(super) struct Exception {
    pub(super) shifts: Vec<Shift>,
    pub(super) reasons: Vec<DayReason>,
}

impl Layers {
    /// The first day for which a row of weeks is written; `None` if one holds from ever.
    pub(super) fn begins(&self) -> Option<Date> {
        let rows = self.specs.iter().flat_map(|spec| &spec.weeks);
        rows.map(|row| row.from).min().flatten()
    }

    /// Collects the bases of a calendar; a missing base or a cycle is a fault.
    pub(super) fn resolve(
        specs: &[(CalendarId, CalendarSpec, Place)],
        id: &CalendarId,
        faults: &mut Faults,
    ) -> Option<Self> {
        let mut trail = Trail::default();
        let mut stack = Vec::new();
        let mut next = Some(id);
        while let Some(id) = next {
            let (_, spec, place) = specs.iter().find(|(known, _, _)| known == id)?;
            trail.enter(id.as_str());
            stack.push(spec.clone());
            next = spec.base.as_ref();
            let Some(base) = next else { break };
            let at = below(place, "base", None);
            if trail.len() >= MAX_LAYERS {
                faults.push(Error::new(Code::TooDeep).with("limit", MAX_LAYERS).at(at));
                return None;
            }
            if trail.contains(base.as_str()) {
                faults.push(Error::new(Code::BaseCycle).with("path", trail.show(base.as_str())).at(at));
                return None;
            }
            if !specs.iter().any(|(known, _, _)| known == base) {
                // Reported once, for the calendar that names the base.
                if trail.len() == 1 {
                    let known = specs.iter().map(|(known, _, _)| known.as_str());
                    faults.push(Error::undeclared("calendar", base.as_str(), known).at(at));
                }
                return None;
            }
        }
        // The topmost layer that gives a value wins.
        let zone = stack.iter().find_map(|spec| spec.zone.clone()).map_or_else(Zone::vietnam, |zone| zone.0);
        let nominal_day = stack.iter().find_map(|spec| spec.nominal_day).unwrap_or(Seconds(8 * 3600));
        let make_up_days = stack.iter().find_map(|spec| spec.make_up_days).unwrap_or(true);
        stack.reverse();
        Some(Self { id: id.clone(), zone, nominal_day, make_up_days, specs: stack })
    }

    /// The days on which some row became known, in order.
    pub(super) fn known_days(&self) -> Vec<Date> {
        let mut days = Vec::new();
        for spec in &self.specs {
            days.extend(spec.weeks.iter().filter_map(|row| row.known));
            days.extend(spec.holidays.iter().filter_map(|row| row.known));
            days.extend(spec.holidays.iter().flat_map(|row| &row.notices).filter_map(|row| row.known));
            days.extend(spec.closed.iter().filter_map(|row| row.known));
            days.extend(spec.working.iter().filter_map(|row| row.known));
            days.extend(spec.announced.iter().filter_map(|row| row.known));
        }
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The holidays from the lowest layer up; rows of an id replace all rows with that id in lower layers.
    fn holidays(&self, known: impl Fn(Option<Date>) -> bool) -> Vec<&HolidaySpec> {
        let mut rows: Vec<(&str, usize, usize, &HolidaySpec)> = Vec::new();
        for (layer, spec) in self.specs.iter().enumerate() {
            for rule in spec.holidays.iter().filter(|rule| known(rule.known)) {
                rows.push((&rule.id, rows.len(), layer, rule));
            }
        }
        rows.sort_unstable_by_key(|(id, place, ..)| (*id, *place));
        let mut standing = Vec::new();
        for rows in rows.chunk_by(|(a, ..), (b, ..)| a == b) {
            let (Some((_, first, ..)), Some((_, _, top, _))) = (rows.first(), rows.last()) else { continue };
            let above = rows.iter().filter(|(_, _, layer, _)| layer == top);
            standing.extend(above.map(|(_, place, _, rule)| (first, place, *rule)));
        }
        standing.sort_unstable_by_key(|(first, place, _)| (*first, *place));
        standing.into_iter().map(|(_, _, rule)| rule).collect()
    }

    /// The layers as they were known at the end of a day; `None` for everything.
    pub(super) fn view(&self, limit: Option<Date>) -> View<'_> {
        let known = |day: Option<Date>| knows(limit, day);
        let specs = || self.specs.iter();
        let announced = |spec: &CalendarSpec| {
            spec.announced.iter().filter(|row| known(row.known)).map(|row| row.year.0).collect::<Vec<_>>()
        };
        View {
            layers: self,
            limit,
            weeks: specs().rev().flat_map(|spec| spec.weeks.iter().rev().filter(|row| known(row.known))).collect(),
            holidays: self.holidays(known).into_iter().filter(|rule| rule.observed).collect(),
            announced: specs().any(|spec| !spec.announced.is_empty()).then(|| specs().flat_map(announced).collect()),
        }
    }
}

fn knows(limit: Option<Date>, known: Option<Date>) -> bool {
    limit.is_none_or(|limit| known.is_none_or(|known| known <= limit))
}

/// The rows that were known at some time.
pub(super) struct View<'a> {
    layers: &'a Layers,
    limit: Option<Date>,
    /// The strongest first.
    weeks: Vec<&'a WeekSpec>,
    holidays: Vec<&'a HolidaySpec>,
    /// The years with a notice, if notices are listed at all.
    announced: Option<Vec<i32>>,
}

impl View<'_> {
    /// The shifts that the week gives to a date, treated as the given day of the week.
    pub(super) fn week(&self, date: Date, like: Weekday) -> &[Shift] {
        let row = self.weeks.iter().find(|row| holds(row, date));
        row.and_then(|row| row.days.0.get(like.index())).map_or(&[], |shifts| &shifts.0)
    }

    /// The shifts that the week gives to a date.
    pub(super) fn ordinary(&self, date: Date) -> &[Shift] {
        self.week(date, date.weekday())
    }

    /// Whether the notice for the day's year is unknown, if notices are listed at all.
    pub(super) fn is_provisional(&self, date: Date) -> bool {
        self.announced.as_ref().is_some_and(|years| !years.contains(&date.ymd().0))
    }

    /// Every day of a range that is not as its week says, in order.
    pub(super) fn exceptions(&self, first: Date, last: Date) -> Vec<(Date, Exception)> {
        let years = first.ymd().0 - 1..=last.ymd().0 + 1;
        let known = |day: Option<Date>| knows(self.limit, day);
        let off = days_off(&self.holidays, years, known, |date| self.is_rest(date));
        let mut claims: Vec<_> = off.into_iter().map(|(date, off)| (date, Claim::Off(off))).collect();
        for spec in &self.layers.specs {
            for row in spec.closed.iter().filter(|row| known(row.known)) {
                let (from, to) = (row.date.max(first), row.to.unwrap_or(row.date).min(last));
                claims.extend((0..=to.since(from)).map(|offset| (from.plus(offset), Claim::Closed(row))));
            }
            let counts = |row: &&WorkingSpec| self.layers.make_up_days || !self.is_rest(row.date);
            let rows = spec.working.iter().filter(|row| known(row.known)).filter(counts);
            claims.extend(rows.map(|row| (row.date, Claim::Working(row))));
        }
        claims.retain(|(date, _)| (first..=last).contains(date));
        // A stable sort keeps upper layers after lower ones, so that they are applied last; within a layer no day is
        // both.
        claims.arrange_by_key(|(date, _)| *date);
        let mut days: Vec<(Date, Exception)> = Vec::new();
        for (date, claim) in claims {
            if days.last().is_none_or(|(last, _)| *last != date) {
                days.push((date, Exception::default()));
            }
            if let Some((_, day)) = days.last_mut() {
                self.apply_claim(claim, date, day);
            }
        }
        days
    }

    fn is_rest(&self, date: Date) -> bool {
        self.ordinary(date).is_empty()
    }

    fn apply_claim(&self, claim: Claim<'_>, date: Date, day: &mut Exception) {
        match claim {
            Claim::Off(off) => day.reasons.push(off.reason()),
            Claim::Closed(row) => {
                let text = row.note.clone().unwrap_or_else(|| Text::new("Nghỉ theo thông báo", "Closed by notice"));
                // A closure on a holiday keeps the holiday as the first reason.
                day.reasons
                    .retain(|reason| matches!(reason.code, DayReasonCode::Holiday | DayReasonCode::Compensation));
                day.reasons.push(DayReason { code: DayReasonCode::Closed, text, source: row.source.clone() });
                day.shifts.clear();
            }
            Claim::Working(row) => {
                day.shifts = match (&row.hours, row.like) {
                    (Some(hours), _) => hours.0.clone(),
                    (None, Some(like)) => self.week(date, like).to_vec(),
                    (None, None) => Vec::new(),
                };
                let (code, text) = match self.is_rest(date) {
                    true => (DayReasonCode::MakeUp, Text::new("Làm bù", "Make-up working day")),
                    false => (DayReasonCode::SpecialHours, Text::new("Giờ làm việc riêng", "Hours of its own")),
                };
                let text = row.note.clone().unwrap_or(text);
                day.reasons = vec![DayReason { code, text, source: row.source.clone() }];
            }
        }
    }
}

/// What a row gives for a day.
enum Claim<'a> {
    Off(DayOff<'a>),
    Closed(&'a ClosedSpec),
    Working(&'a WorkingSpec),
}

fn holds(row: &WeekSpec, date: Date) -> bool {
    let dated = row.from.is_none_or(|from| from <= date) && row.to.is_none_or(|to| date <= to);
    dated
        && row.season.is_none_or(|season| {
            let (_, month, day) = date.ymd();
            let day = super::day::MonthDay { month, day };
            if season.from <= season.to {
                (season.from..=season.to).contains(&day)
            } else {
                day >= season.from || day <= season.to
            }
        })
}

/// A fault of a row as a whole, which follows from whatever of the row was not read.
fn of_row(code: Code, place: &Place, list: &str, index: usize) -> Error {
    let place = below(place, list, Some(index));
    let cause = Cause::Unread(place.pointer.clone().unwrap_or_default());
    Error::new(code).at(place).because_of(cause)
}

/// The place of a row within that of its calendar.
fn below(place: &Place, list: &str, index: Option<usize>) -> Place {
    let mut pointer = format!("{}/{list}", place.pointer.as_deref().unwrap_or_default());
    if let Some(index) = index {
        pointer.push_str(&format!("/{index}"));
    }
    Place { pointer: Some(pointer), ..place.clone() }
}

/// Checks what no single field shows: rows of one calendar that contradict themselves or each other.
pub(super) fn validate(spec: &CalendarSpec, place: &Place, faults: &mut Faults) {
    for (index, rule) in spec.holidays.iter().enumerate().filter(|(_, rule)| rule.observed) {
        let anchors = [rule.date.is_some(), rule.lunar.is_some(), rule.weekday.is_some()];
        if anchors.into_iter().filter(|given| *given).count() != 1 {
            faults.push(of_row(Code::HolidayAnchor, place, "holidays", index).with("id", &rule.id));
        }
    }
    let reversed = |from: Option<Date>, to: Option<Date>| from.zip(to).filter(|(from, to)| to < from);
    for (list, index, (from, to)) in spec
        .closed
        .iter()
        .enumerate()
        .filter_map(|(index, row)| Some(("closed", index, reversed(Some(row.date), row.to)?)))
        .chain(
            spec.weeks
                .iter()
                .enumerate()
                .filter_map(|(index, row)| Some(("weeks", index, reversed(row.from, row.to)?))),
        )
    {
        faults.push(Error::new(Code::DatesReversed).with("from", from).with("to", to).at(below(
            place,
            list,
            Some(index),
        )));
    }
    let mut working: Vec<_> = spec.working.iter().enumerate().map(|(index, row)| (row.date, index)).collect();
    working.sort_unstable();
    // The rows of a day and of the days after it.
    let since = |day: Date| working.get(working.partition_point(|(date, _)| *date < day)..).unwrap_or_default();
    for (index, row) in spec.working.iter().enumerate() {
        let hours = row.hours.as_ref().map(|hours| !hours.0.is_empty());
        if matches!((row.like, hours), (Some(_), Some(_)) | (None, None) | (_, Some(false))) {
            faults.push(of_row(Code::HoursOrLike, place, "working", index).with("date", row.date));
        }
        if since(row.date).first().is_some_and(|(_, first)| *first < index) {
            faults.push(of_row(Code::DayTwice, place, "working", index).with("day", row.date));
        }
    }
    let mut closed: Vec<_> = spec.closed.iter().enumerate().collect();
    closed.arrange_by_key(|(index, row)| (row.date, *index));
    let mut reached: Option<Date> = None;
    for (index, row) in closed {
        if reached.is_some_and(|last| row.date <= last) {
            faults.push(of_row(Code::DayTwice, place, "closed", index).with("day", row.date));
        }
        reached = reached.max(Some(row.to.unwrap_or(row.date)));
    }
    for (index, row) in spec.closed.iter().enumerate().filter(|(_, row)| row.to.is_none_or(|to| row.date <= to)) {
        let last = row.to.unwrap_or(row.date);
        let rows = since(row.date);
        let rows = rows.get(..rows.partition_point(|(date, _)| *date <= last)).unwrap_or_default();
        for (date, other) in rows.chunk_by(|(a, _), (b, _)| a == b).filter_map(<[_]>::last) {
            let fault = of_row(Code::ClosedAndWorking, place, "closed", index).with("date", date);
            faults.push(fault.related(below(place, "working", Some(*other))));
        }
    }
}
