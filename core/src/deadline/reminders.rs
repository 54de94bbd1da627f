//! Reminders: who is to be told what, and when.

use super::answer::{Bound, Due};
use super::count::latest_start;
use super::limit::Limit;
use super::spec::Budget;
use crate::base::error::Error;
use crate::base::ids::{CaseId, OfficerId};
use crate::base::shape::{Shape, Term};
use crate::base::text::Text;
use crate::base::time::{Instant, Seconds, Stamp};
use crate::calendar::Calendar;
use serde::Serialize;

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Recipient {
    /// Whoever holds the item (*người đang xử lý*).
    #[term("holder")]
    Holder,
    /// Who supervises it (*người theo dõi, lãnh đạo*).
    #[term("supervisor")]
    Supervisor,
}

/// On what occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Occasion {
    /// Before the due (*sắp đến hạn*).
    #[term("before")]
    Before,
    /// At the due (*đến hạn*).
    #[term("due")]
    Due,
    /// After it (*quá hạn*).
    #[term("overdue")]
    Overdue,
}

/// As what a due stands in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DueEntry {
    /// An appointment: every program shows it.
    #[default]
    #[term("event")]
    Event,
    /// A task: not every program shows it.
    #[term("task")]
    Task,
    /// Not at all: reminders alone.
    #[term("nothing")]
    Nothing,
}

/// When to remind whom (*kế hoạch nhắc việc*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct ReminderPlan {
    /// So long before the due, in working time: `1 ngày làm việc`, `4 giờ`.
    pub before: Vec<Budget>,
    /// At the due itself.
    #[shape(default = true)]
    pub at_due: bool,
    /// Every so many working days after the due.
    pub every_days: Option<u32>,
    /// At most so often after the due.
    #[shape(default = 10)]
    pub at_most: u32,
    /// Who is told before and at the due.
    #[shape(default = vec![Recipient::Holder])]
    pub to: Vec<Recipient>,
    /// Who is told after it.
    #[shape(default = vec![Recipient::Holder, Recipient::Supervisor])]
    pub overdue_to: Vec<Recipient>,
    /// Whether a reminder that falls outside hours waits for the next shift.
    #[shape(default = true)]
    pub within_hours: bool,
}

/// An open item that somebody may be reminded of.
#[derive(Clone, Debug)]
pub(crate) struct ReminderItem<'a> {
    /// The case.
    pub case_id: CaseId,
    /// When it is due.
    pub due: &'a Due,
    /// Who holds it.
    pub holder: Option<OfficerId>,
    /// Who supervises it.
    pub supervisor: Option<OfficerId>,
}

/// One reminder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Shape)]
#[shape(answer)]
pub struct Reminder {
    /// When to send it.
    pub at: Stamp,
    /// The case.
    pub case_id: CaseId,
    /// In which role the recipient is told.
    pub to: Recipient,
    /// Who it is, where somebody is known.
    pub officer: Option<OfficerId>,
    /// On what occasion.
    pub occasion: Occasion,
    /// Which of several on that occasion, from 1.
    pub number: u32,
    /// When the item is due.
    pub due: Stamp,
    /// The message.
    pub text: Text,
}

/// The reminders that fall within `[from, to)`, in order. Suspended and stopped items are left in peace.
///
/// # Errors
/// Those of the calendar.
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
    out.sort();
    // Two that wait for the same shift to open are one reminder.
    out.dedup_by(|b, a| (a.at, &a.case_id, a.to, a.occasion) == (b.at, &b.case_id, b.to, b.occasion));
    Ok(out)
}

/// Every moment of the plan up to an instant, before any waits for the next shift.
fn moments(
    calendar: &Calendar,
    due: &Due,
    plan: &ReminderPlan,
    to: Instant,
) -> Result<Vec<(Instant, Occasion, u32)>, Error> {
    let mut out = Vec::new();
    // In time means before a legal end: at 24:00 a reminder would come too late, so it comes with the close.
    let end = match due.bound {
        Bound::Before => due.office_end.at.min(due.due.at),
        Bound::Through => due.due.at,
    };
    for (number, budget) in (1..).zip(&plan.before) {
        out.push((before(calendar, end, budget)?, Occasion::Before, number));
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

/// So much working time before an instant; days are days, to the same close.
fn before(calendar: &Calendar, end: Instant, budget: &Budget) -> Result<Instant, Error> {
    match budget.limit() {
        Limit::WorkingDays(n) => {
            let day = calendar.working_day_before(calendar.date_of(end), n.get())?;
            Ok(calendar.opens(day).unwrap_or(end))
        }
        limit => latest_start(calendar, end, limit),
    }
}

/// The instant itself within a shift or at its very close, else the start of the next one. A due mostly lies at the
/// close: told at the next opening, everyone would learn of it too late.
fn within_hours(calendar: &Calendar, at: Instant) -> Result<Instant, Error> {
    let closing = calendar.elapsed(at.plus(Seconds(-1)), at) == Seconds(1);
    if closing { Ok(at) } else { calendar.next_open(at) }
}

/// Whether the clock stands or has stopped.
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
