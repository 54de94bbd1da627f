//! On-time rates: each by its own named definition, with numerator and denominator.

use super::case_history::{CaseHistory, State, TakeUp};
use super::facts::Cells;
use super::rules::{Deadline, Promised};
use crate::base::shape::{Shape, Term};
use crate::base::text::{Message, Text};
use crate::base::time::{Instant, Zone};
use crate::log::TimeField;
use serde::Serialize;

/// An on-time rate (*tỷ lệ đúng hạn*). `denominator = numerator + late + undetermined`. A case without an end never
/// counts as on time; it counts under `not_finished`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
#[shape(answer)]
pub struct Share {
    /// Name of the definition.
    pub id: ShareId,
    /// The definition in words.
    pub text: Text,
    /// Number of cases on time (*đúng hạn*).
    pub numerator: i64,
    /// Number of cases that the rate is computed over.
    pub denominator: i64,
    /// Number of cases late (*quá hạn*).
    pub late: i64,
    /// Finished on the day of the due, while the due or the end is a date without a time.
    pub undetermined: i64,
    /// Not counted: finished or open cases without such a due.
    pub no_due: i64,
    /// Not counted: cases that are not finished.
    pub not_finished: i64,
    /// Not counted: stopped cases.
    pub stopped: i64,
    /// How many cases of `not_finished` are past their due.
    pub open_overdue: i64,
}

/// Whether a case or an item is on time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Standing {
    /// Done by the due.
    #[term("on_time")]
    OnTime,
    /// Done, or still open, after the due.
    #[term("late")]
    Late,
    /// Not done, and not yet due.
    #[term("running")]
    Running,
    /// Done on the day of the due, and either the due or the end is a date without a time; or done in time by the
    /// register and late by the acts, or the other way round.
    #[term("undetermined")]
    Undetermined,
    /// There is no due, or no evidence of who was late.
    #[term("not_assessed")]
    NotAssessed,
    /// Stopped or passed on: no longer counted.
    #[term("void")]
    Void,
}

/// Which due counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The recomputed one, otherwise the recorded one.
    Judging,
    /// The one that the register shows.
    Recorded,
    /// The one that the rules give.
    Recomputed,
    /// The one promised first.
    Original,
    /// The due of the decision on acceptance (*thụ lý*).
    TakeUp,
}

/// Shares in time, each by its own definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum ShareId {
    /// Finished at or before the recorded due.
    #[term("on_time_recorded", vi = "Đúng hạn ghi trong sổ", en = "In time, recorded due")]
    OnTimeRecorded,
    /// Finished within the due that the rules give.
    #[term("on_time_recomputed", vi = "Đúng hạn theo quy tắc", en = "In time, by the rules")]
    OnTimeRecomputed,
    /// Finished at or before the due first promised.
    #[term("on_time_original", vi = "Đúng hạn hẹn lần đầu", en = "In time, first promise")]
    OnTimeOriginal,
    /// The same by the due that judges, open and overdue cases counted as late.
    #[term("on_time_with_overdue", vi = "Đúng hạn, kể cả việc đang quá hạn", en = "In time, open overdue counted")]
    OnTimeWithOverdue,
    /// Whether it is taken up was said in time.
    #[term("taken_up_in_time", vi = "Thụ lý đúng hạn", en = "Taken up in time")]
    TakenUpInTime,
}

impl ShareId {
    /// By which due, whether what is open and overdue counts as late, and the definition in words.
    const fn row(self) -> (By, bool, Message) {
        match self {
            Self::OnTimeRecorded => (
                By::Recorded,
                false,
                Message(
                    "đã kết thúc không sau hạn ghi trong sổ, trên số đã kết thúc và có hạn ghi trong sổ",
                    "finished at or before the recorded due, of those finished that have one",
                ),
            ),
            Self::OnTimeRecomputed => (
                By::Recomputed,
                false,
                Message(
                    "đã kết thúc trong hạn tính lại theo quy tắc, trên số đã kết thúc và tính được hạn",
                    "finished within the due recomputed by the rules, of those finished that have one",
                ),
            ),
            Self::OnTimeOriginal => (
                By::Original,
                false,
                Message(
                    "đã kết thúc không sau hạn hẹn lần đầu, trên số đã kết thúc và có hạn hẹn lần đầu",
                    "finished at or before the due first promised, of those finished that have one",
                ),
            ),
            Self::OnTimeWithOverdue => (
                By::Judging,
                true,
                Message(
                    "đã kết thúc trong hạn (hạn tính lại, nếu không có thì hạn ghi sổ), trên số đã kết thúc cộng số đang quá hạn",
                    "finished within the due (recomputed, else recorded), of those finished and those open and overdue",
                ),
            ),
            Self::TakenUpInTime => (
                By::TakeUp,
                true,
                Message(
                    "đã trả lời có thụ lý hay không trong hạn tính từ khi nhận, trên số đã trả lời cộng số đang quá hạn trả lời",
                    "said in time, counted from receipt, whether it is taken up, of those where it was said and those overdue",
                ),
            ),
        }
    }
}

/// A column whose times are nearly all midnight holds dates.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DayColumns {
    pub(super) recorded: bool,
    pub(super) original: bool,
}

/// The standing of a case by one of its dues.
pub(super) fn standing(course: &CaseHistory<'_, '_>, by: By, days: DayColumns, zone: &Zone) -> Standing {
    let shown = |at: Option<Instant>, by_day: bool, field| {
        at.map(|at| (Deadline::recorded(at), by_day || course.cells.days.has(field)))
    };
    let recorded = || shown(course.cells.due_recorded, days.recorded, TimeField::DueRecorded);
    let by_rule = |promise: Option<&Promised>| promise.map(|promise| (promise.due, false));
    let due = match by {
        By::Judging => by_rule(course.judging()).or_else(recorded),
        By::Recorded => recorded(),
        By::Recomputed => by_rule(course.promise.as_ref()),
        By::TakeUp => by_rule(course.take_up.as_ref().map(|take_up| &take_up.promise)),
        By::Original => shown(course.cells.due_original, days.original, TimeField::DueOriginal),
    };
    if course.state == State::Stopped && by != By::TakeUp {
        return Standing::Void;
    }
    let Some((deadline, is_day)) = due else {
        return Standing::NotAssessed;
    };
    // A due that is a date may end at any time of that day, so an act on that day may be on time or late.
    let last = if is_day { zone.instant(zone.date_of(deadline.at).plus(1), 0) } else { deadline.at };
    let ((at, latest), done) = match (by, course.take_up, course.finished_between()) {
        (By::TakeUp, Some(TakeUp { answered: Some(answered), .. }), _) => (answered, true),
        (By::TakeUp, ..) | (_, _, None) => ((course.end(), course.end()), false),
        (_, _, Some(between)) => (between, true),
    };
    match (deadline.keeps(at), done) {
        (true, true) if deadline.keeps(latest) => Standing::OnTime,
        // On the day of the due; the log does not say at what time.
        (true, true) => Standing::Undetermined,
        // It may have been finished on time, or still be open.
        (true, false) if course.perhaps_finished.is_some() && !deadline.keeps(course.as_of) => Standing::NotAssessed,
        (true, false) => Standing::Running,
        (false, _) if is_day && at < last => Standing::Undetermined,
        (false, _) => Standing::Late,
    }
}

/// Counts the standings by all definitions.
#[derive(Clone, Debug)]
pub(super) struct Shares(Vec<Share>);

impl Default for Shares {
    fn default() -> Self {
        let empty = |id: ShareId| {
            let (_, _, definition) = id.row();
            Share {
                id,
                text: definition.text(),
                numerator: 0,
                denominator: 0,
                late: 0,
                undetermined: 0,
                no_due: 0,
                not_finished: 0,
                stopped: 0,
                open_overdue: 0,
            }
        };
        Self(ShareId::ALL.iter().map(|(_, id)| empty(*id)).collect())
    }
}

impl Shares {
    /// Those that items have: they are judged by the due that counts, the recorded one and the first promise.
    pub(super) fn of_items() -> Self {
        let mut all = Self::default();
        all.0.retain(|share| matches!(share.id.row().0, By::Judging | By::Recorded | By::Original));
        all
    }

    pub(super) fn see(&mut self, course: &CaseHistory<'_, '_>, days: DayColumns, zone: &Zone) {
        for share in &mut self.0 {
            let (by, with_overdue, _) = share.id.row();
            let standing = standing(course, by, days, zone);
            let open = match by {
                By::TakeUp => course.awaited().is_some(),
                _ => course.is_open(),
            };
            share.open_overdue += i64::from(open && standing == Standing::Late);
            let count = match (standing, open) {
                (Standing::Void, _) => &mut share.stopped,
                (Standing::NotAssessed, _) if course.perhaps_finished.is_some() || course.only_registered() => {
                    &mut share.not_finished
                }
                (Standing::NotAssessed, _) => &mut share.no_due,
                (Standing::Late, true) if with_overdue => &mut share.late,
                (_, true) => &mut share.not_finished,
                (Standing::OnTime, false) => &mut share.numerator,
                (Standing::Undetermined, false) => &mut share.undetermined,
                (_, false) => &mut share.late,
            };
            *count += 1;
        }
    }

    /// Counts a step that an officer had, by the dues by which items are judged.
    pub(super) fn see_item(&mut self, item: &Cells) {
        let [judging, recorded, original] = item.standings;
        for share in &mut self.0 {
            let (by, with_overdue, _) = share.id.row();
            let standing = match by {
                By::Recorded => recorded,
                By::Original => original,
                By::Judging | By::Recomputed | By::TakeUp => judging,
            };
            share.open_overdue += i64::from(!item.completed && standing == Standing::Late);
            let count = match (standing, item.completed) {
                (Standing::Void, _) => &mut share.stopped,
                (Standing::NotAssessed, _) => &mut share.no_due,
                (Standing::Late, false) if !with_overdue => &mut share.not_finished,
                (Standing::Late, _) => &mut share.late,
                (Standing::Undetermined, _) => &mut share.undetermined,
                (Standing::OnTime, _) => &mut share.numerator,
                (Standing::Running, _) => &mut share.not_finished,
            };
            *count += 1;
        }
    }

    pub(super) fn into_shares(self) -> Vec<Share> {
        let total = |share: Share| Share { denominator: share.numerator + share.late + share.undetermined, ..share };
        self.0.into_iter().map(total).collect()
    }
}
