//! Reminders (*nhắc việc*): who is reminded of what, and when.

use super::answer::{Bound, Due};
use super::count::latest_start;
use super::limit::Limit;
use super::spec::Budget;
use crate::base::Arrange;
use crate::base::error::Error;
use crate::base::ids::{CaseId, OfficerId};
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::base::time::{Instant, Seconds, Stamp};
use crate::calendar::Calendar;
use serde::Serialize;

/// Who is reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Recipient {
    /// The officer who holds the item (*người đang xử lý*).
    #[term("holder")]
    Holder,
    /// The officer who supervises it (*người theo dõi, lãnh đạo*).
    #[term("supervisor")]
    Supervisor,
}

/// The occasion of a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Occasion {
    /// Before the due (*sắp đến hạn*).
    #[term("before")]
    Before,
    /// At the due (*đến hạn*).
    #[term("due")]
    Due,
    /// After the due (*quá hạn*).
    #[term("overdue")]
    Overdue,
}

/// How a due is entered in a calendar file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DueEntry {
    /// As an appointment, which every program shows.
    #[default]
    #[term("event")]
    Event,
    /// As a task, which not every program shows.
    #[term("task")]
    Task,
    /// Not at all: the file has reminders only.
    #[term("nothing")]
    Nothing,
}

/// When to remind whom (*kế hoạch nhắc việc*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct ReminderPlan {
    /// How long before the due, in working time: `1 ngày làm việc`, `4 giờ`. A reminder that would lie before the case
    /// was accepted is sent at its acceptance.
    pub before: Vec<Budget>,
    /// Whether to remind at the due itself.
    #[shape(default = true)]
    pub at_due: bool,
    /// The interval of reminders after the due, in working days; if absent, there are none.
    pub every_days: Option<u32>,
    /// The largest number of reminders after the due.
    #[shape(default = 10)]
    pub at_most: u32,
    /// Who is reminded before and at the due.
    #[shape(default = vec![Recipient::Holder])]
    pub to: Vec<Recipient>,
    /// Who is reminded after the due.
    #[shape(default = vec![Recipient::Holder, Recipient::Supervisor])]
    pub overdue_to: Vec<Recipient>,
    /// Whether a reminder outside working hours waits for the next shift.
    #[shape(default = true)]
    pub within_hours: bool,
}

/// An open item of which somebody may be reminded.
#[derive(Clone, Debug)]
pub(crate) struct ReminderItem<'a> {
    /// Identifier of the case (*mã hồ sơ*).
    pub case_id: CaseId,
    /// When the case is due (*hạn*).
    pub due: &'a Due,
    /// The officer who holds it (*người đang xử lý*).
    pub holder: Option<OfficerId>,
    /// The officer who supervises it (*người theo dõi*).
    pub supervisor: Option<OfficerId>,
}

/// One reminder (*lời nhắc*).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Shape)]
#[shape(answer)]
pub struct Reminder {
    /// When to send it.
    pub at: Stamp,
    /// Identifier of the case (*mã hồ sơ*).
    pub case_id: CaseId,
    /// The role in which the recipient is reminded.
    pub to: Recipient,
    /// The recipient, if known.
    pub officer: Option<OfficerId>,
    /// The occasion of the reminder.
    pub occasion: Occasion,
    /// Its number among those for that occasion, from 1.
    pub number: u32,
    /// When the item is due (*hạn*).
    pub due: Stamp,
    /// The message in both languages.
    pub text: Text,
}

/// The reminders within `[from, to)`, in order. There are none while an item is suspended or stopped.
///
/// # Errors
/// The errors of the calendar.
pub(crate) fn reminders(
    calendar: &Calendar,
    items: &[ReminderItem<'_>],
    plan: &ReminderPlan,
    from: Instant,
    to: Instant,
) -> Result<Vec<Reminder>, Error> {
    let mut out = Vec::new();
    for item in items {
        for (at, occasion, number) in moments(calendar, item.due, plan, to)? {
            let at = if plan.within_hours { within_hours(calendar, at)? } else { at };
            if !(from..to).contains(&at) || quiet(item.due, at) {
                continue;
            }
            let recipients = if occasion == Occasion::Overdue { &plan.overdue_to } else { &plan.to };
            out.extend(recipients.iter().map(|recipient| Reminder {
                at: calendar.zone().stamp(at),
                case_id: item.case_id.clone(),
                to: *recipient,
                officer: match recipient {
                    Recipient::Holder => item.holder.clone(),
                    Recipient::Supervisor => item.supervisor.clone(),
                },
                occasion,
                number,
                due: item.due.due,
                text: message(item, occasion),
            }));
        }
    }
    out.arrange();
    // Two reminders that wait for the same shift to open are one.
    out.dedup_by(|b, a| (a.at, &a.case_id, a.to, a.occasion) == (b.at, &b.case_id, b.to, b.occasion));
    Ok(out)
}

/// Every moment of the plan up to an instant, before any is moved to the next shift.
fn moments(
    calendar: &Calendar,
    due: &Due,
    plan: &ReminderPlan,
    to: Instant,
) -> Result<Vec<(Instant, Occasion, u32)>, Error> {
    let mut out = Vec::new();
    // With a legal end, on time means before 24:00: a reminder at that instant would be too late, so it is sent at the
    // close.
    let end = match due.bound {
        Bound::Before => due.office_end.at.min(due.due.at),
        Bound::Through => due.due.at,
    };
    for (number, budget) in (1..).zip(&plan.before) {
        // A case that came in later than this is reminded of as soon as it counts. So is one whose calendar begins later.
        let at = before(calendar, end, budget).map_or(due.start.at, |at| at.max(due.start.at));
        out.push((at, Occasion::Before, number));
    }
    if plan.at_due {
        out.push((end, Occasion::Due, 1));
    }
    if let Some(days) = plan.every_days.filter(|days| *days > 0) {
        let mut day = calendar.date_of(end);
        for number in 1..=plan.at_most {
            day = calendar.working_day_after(day, days)?;
            // At the opening of the day, when somebody can still act on it.
            let at = calendar.opens(day).unwrap_or(end);
            if at >= to {
                break;
            }
            out.push((at, Occasion::Overdue, number));
        }
    }
    Ok(out)
}

/// This much working time before an instant; for budgets in days, at the close of an earlier day.
fn before(calendar: &Calendar, end: Instant, budget: &Budget) -> Result<Instant, Error> {
    match budget.limit() {
        Limit::WorkingDays(n) => {
            let day = calendar.working_day_before(calendar.date_of(end), n.get())?;
            Ok(calendar.opens(day).unwrap_or(end))
        }
        limit => latest_start(calendar, end, limit),
    }
}

/// The instant itself if it is within a shift or at its close, otherwise the start of the next shift. Most dues are at
/// a close: a reminder at the next opening would be too late.
fn within_hours(calendar: &Calendar, at: Instant) -> Result<Instant, Error> {
    let closing = calendar.elapsed(at.plus(Seconds(-1)), at) == Seconds(1);
    if closing { Ok(at) } else { calendar.next_open(at) }
}

/// Whether the clock is suspended or stopped.
fn quiet(due: &Due, at: Instant) -> bool {
    due.stopped.is_some_and(|stop| stop.at <= at) || due.suspended.iter().any(|span| span.contains(at))
}

fn message(item: &ReminderItem<'_>, occasion: Occasion) -> Text {
    let template = match occasion {
        Occasion::Before => Text::new("Hồ sơ {case} sắp đến hạn: {due}", "Case {case} is due soon: {due}"),
        Occasion::Due => Text::new("Hồ sơ {case} đến hạn: {due}", "Case {case} is due: {due}"),
        Occasion::Overdue => Text::new("Hồ sơ {case} đã quá hạn từ {due}", "Case {case} has been overdue since {due}"),
    };
    let case = item.case_id.to_string();
    let fill =
        |template: &str, due: &str| Text::same(template).fill(&[("case", case.clone()), ("due", due.to_owned())]).vi;
    Text { vi: fill(&template.vi, &item.due.text.vi), en: fill(&template.en, &item.due.text.en) }
}
