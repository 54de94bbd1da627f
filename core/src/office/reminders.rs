//! Reminders of due dates, also as a calendar file.

use super::days::calendar;
use super::due::DueRequest;
use super::handle::Office;
use crate::base::Arrange;
use crate::base::error::{Error, Faults};
use crate::base::ids::{CaseId, OfficerId};
use crate::base::shape::Shape;
use crate::base::text::Language;
use crate::base::time::{Instant, Stamp};
use crate::calendar::Calendar;
use crate::case::{Case, Involvement};
use crate::deadline::{self, Due, DueEntry, Reminder, ReminderItem, ReminderPlan};
use serde::Serialize;

/// An item of which people are reminded.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct RemindedItem {
    /// The case.
    pub case_id: CaseId,
    /// How its due date is computed: a request as for `due`.
    pub due: DueRequest,
    /// The officer who holds it.
    pub holder: Option<OfficerId>,
    /// The officer who supervises it.
    pub supervisor: Option<OfficerId>,
}

/// Request for the reminders of a period.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct RemindersRequest {
    /// Items, each with the request for its due date.
    pub items: Vec<RemindedItem>,
    /// Cases; the officer in charge of an open step is its holder. Finished and stopped cases need no reminder.
    pub cases: Vec<Case>,
    /// The plan: when to remind whom.
    pub plan: ReminderPlan,
    /// The start of the period, inclusive.
    pub since: Stamp,
    /// The end of the period, exclusive.
    pub until: Stamp,
}

impl Office {
    /// The reminders of a period.
    ///
    /// # Errors
    /// As [`Office::due`], below `/items`.
    pub fn reminders(&self, request: &RemindersRequest) -> Result<Vec<Reminder>, Faults> {
        let RemindersRequest { items, cases, plan, since, until } = request;
        let items = open_items(self, items, cases)?;
        Ok(remind(&items, plan, since.at, until.at)?)
    }

    /// Due dates and reminders as an iCalendar file (RFC 5545).
    ///
    /// # Errors
    /// As [`Office::reminders`]; [`crate::Code::NotBuilt`] without the feature `ical`.
    pub fn calendar_file(&self, request: &CalendarFileRequest) -> Result<CalendarFile, Faults> {
        calendar_file(self, request)
    }
}

/// Request for due dates and reminders as an iCalendar file (RFC 5545).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct CalendarFileRequest {
    /// Items, each with the request for its due date.
    pub items: Vec<RemindedItem>,
    /// Cases, as for `reminders`.
    pub cases: Vec<Case>,
    /// The plan: when to remind whom; without it, only due dates.
    pub plan: Option<ReminderPlan>,
    /// The start of the reminders, inclusive; without it, there is no lower bound.
    pub since: Option<Stamp>,
    /// The end of the reminders, exclusive; without it, there is no upper bound.
    pub until: Option<Stamp>,
    /// The creation time of the file; a field of the request, so that the same request gives the same bytes.
    pub made_at: Stamp,
    /// The name of the calendar.
    pub name: Option<String>,
    /// The language of the text in it.
    #[shape(default = Language::Vi)]
    pub language: Language,
    /// How due dates are entered: as events or as tasks.
    #[shape(default = DueEntry::Event)]
    pub dues: DueEntry,
}

/// A file, as text.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct CalendarFile {
    /// Its content: UTF-8, lines ended by CR LF.
    pub text: String,
    /// Its media type.
    pub media_type: String,
}

#[cfg(feature = "ical")]
fn calendar_file(office: &Office, request: &CalendarFileRequest) -> Result<CalendarFile, Faults> {
    let items = open_items(office, &request.items, &request.cases)?;
    let since = request.since.map_or(Instant::MIN, |stamp| stamp.at);
    let until = request.until.map_or(Instant::MAX, |stamp| stamp.at);
    let plan = request.plan.as_ref();
    let reminders = plan.map(|plan| remind(&items, plan, since, until)).transpose()?.unwrap_or_default();
    let given: Vec<ReminderItem<'_>> = items.iter().map(Open::item).collect();
    let options = deadline::FileOptions {
        name: request.name.as_deref(),
        made_at: request.made_at.at,
        language: request.language,
        dues: request.dues,
    };
    let text = deadline::calendar_file(office.rulebook().zone(), &given, &reminders, &options)?;
    Ok(CalendarFile { text, media_type: "text/calendar; charset=utf-8".to_owned() })
}

#[cfg(not(feature = "ical"))]
fn calendar_file(_: &Office, _: &CalendarFileRequest) -> Result<CalendarFile, Faults> {
    Err(Error::new(crate::base::error::Code::NotBuilt).with("feature", "ical").into())
}

/// An item, its due date, and the calendar that decides when people may be reminded.
struct Open {
    case_id: CaseId,
    due: Due,
    calendar: Calendar,
    holder: Option<OfficerId>,
    supervisor: Option<OfficerId>,
}

impl Open {
    fn item(&self) -> ReminderItem<'_> {
        let (case_id, holder, supervisor) = (self.case_id.clone(), self.holder.clone(), self.supervisor.clone());
        ReminderItem { case_id, due: &self.due, holder, supervisor }
    }
}

fn open_items(office: &Office, items: &[RemindedItem], cases: &[Case]) -> Result<Vec<Open>, Faults> {
    let mut open = Vec::new();
    let rules = office.rulebook().rules();
    for (index, RemindedItem { case_id, due, holder, supervisor }) in items.iter().enumerate() {
        let at_item = |mut faults: Faults| {
            faults.change(|fault| fault.under(&format!("/items/{index}/due")));
            faults
        };
        let day = due.accepted_at.map(|stamp| rules.day_of(stamp.at)).or(due.accepted_on);
        let calendar = calendar(rules, due.calendar.as_ref(), (due.unit.as_ref(), day), None).map_err(Faults::from);
        let calendar = calendar.map_err(at_item)?;
        let (case_id, holder, supervisor) = (case_id.clone(), holder.clone(), supervisor.clone());
        open.push(Open { case_id, due: rules.count(due).map_err(at_item)?, calendar, holder, supervisor });
    }
    for case in cases {
        let Some((_, due)) = case.next_due().filter(|_| !case.is_closed()) else { continue };
        let calendar = rules.calendar_for(case.unit.as_ref(), case.versions.anchored_on)?;
        let leads = case.holders.iter().filter(|holder| holder.involvement == Involvement::Lead);
        let mut holders: Vec<_> = leads.map(|holder| Some(holder.officer.clone())).collect();
        holders.arrange();
        holders.dedup();
        if holders.is_empty() {
            holders.push(None);
        }
        open.extend(holders.into_iter().map(|holder| Open {
            case_id: case.case_id.clone(),
            due: due.clone(),
            calendar: calendar.clone(),
            holder,
            supervisor: None,
        }));
    }
    Ok(open)
}

fn remind(items: &[Open], plan: &ReminderPlan, since: Instant, until: Instant) -> Result<Vec<Reminder>, Error> {
    let mut out = Vec::new();
    for open in items {
        out.extend(deadline::reminders(&open.calendar, &[open.item()], plan, since, until)?);
    }
    out.arrange();
    // A supervisor of two holders of one case is reminded once.
    out.dedup();
    Ok(out)
}
