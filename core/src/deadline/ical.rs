//! Dues and reminders as an iCalendar file (RFC 5545), for the calendar program that people already use.
//!
//! The same input gives the same bytes: the crate that writes the lines would generate identifiers and read the system
//! clock if none are given, so each entry carries its own, derived from the case.

use super::display::show_instant;
use super::reminders::{DueEntry, Recipient, Reminder, ReminderItem};
use crate::base::canon::Hash;
use crate::base::error::Error;
use crate::base::text::{Language, Text};
use crate::base::time::{Instant, Zone};
use icalendar::{Component, Event, Todo};

/// The product that made the file (`PRODID`).
const PRODUCT: &str = "-//namro//namro//VI";

/// Options for the file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FileOptions<'a> {
    /// The name of the calendar.
    pub name: Option<&'a str>,
    /// When it was made (`DTSTAMP` of every entry).
    pub made_at: Instant,
    /// The language of its texts.
    pub language: Language,
    /// How dues are entered in the file.
    pub dues: DueEntry,
}

/// The file: one entry for each due, one for each reminder. Times are in UTC, so that no table of zones is needed; the
/// texts give the office's local time.
///
/// # Errors
/// None in practice: an identifier is a hash of texts, which always have canonical bytes.
pub(crate) fn calendar_file(
    zone: &Zone,
    items: &[ReminderItem<'_>],
    reminders: &[Reminder],
    options: &FileOptions<'_>,
) -> Result<String, Error> {
    let mut file = icalendar::Calendar::empty();
    file.append_property(("VERSION", "2.0"));
    file.append_property(("PRODID", PRODUCT));
    file.append_property(("CALSCALE", "GREGORIAN"));
    file.append_property(("METHOD", "PUBLISH"));
    if let Some(name) = options.name {
        // The one property for the name that every program reads; the crate would write `NAME` with unescaped commas.
        file.append_property(("X-WR-CALNAME", plain(name).as_str()));
    }
    for item in items {
        let due = item.due.due;
        let text = Text::new("Hạn: {case}", "Due: {case}").fill(&[("case", item.case_id.to_string())]);
        let text = text.get(options.language);
        let steps = item.due.because.iter().map(|step| step.text.get(options.language));
        let story = std::iter::once(item.due.text.get(options.language)).chain(steps).collect::<Vec<_>>().join("\n");
        let uid = identifier(&["due", item.case_id.as_str()])?;
        match options.dues {
            DueEntry::Event => {
                let mut event = Event::with_uid(&uid);
                event.add_property("DTSTART", utc(due.at)).add_property("TRANSP", "TRANSPARENT");
                file.push(common(&mut event, options, text, &story).done());
            }
            DueEntry::Task => {
                let mut task = Todo::with_uid(&uid);
                task.add_property("DUE", utc(due.at));
                file.push(common(&mut task, options, text, &story).done());
            }
            DueEntry::Nothing => {}
        }
    }
    for reminder in reminders {
        let Reminder { at, case_id, to, officer, occasion, number, .. } = reminder;
        let officer = officer.as_ref().map_or("", |officer| officer.as_str());
        let (number, occasion, role) = (number.to_string(), occasion.as_str(), to.as_str());
        let uid = identifier(&["reminder", case_id.as_str(), occasion, &number, role, officer])?;
        let mut event = Event::with_uid(&uid);
        event.add_property("DTSTART", utc(at.at)).add_property("TRANSP", "TRANSPARENT");
        event.add_property("CATEGORIES", reminder.occasion.as_str().to_uppercase());
        event.add_property("RELATED-TO", identifier(&["due", case_id.as_str()])?);
        let shown = show_instant(zone, at.at);
        let whom = match (officer, reminder.to) {
            ("", Recipient::Holder) => Text::new("Người đang xử lý", "Holder"),
            ("", Recipient::Supervisor) => Text::new("Người theo dõi", "Supervisor"),
            (officer, _) => Text::same(officer),
        };
        let story = format!("{}\n{}", whom.get(options.language), shown.get(options.language));
        file.push(common(&mut event, options, reminder.text.get(options.language), &story).done());
    }
    Ok(file.to_string())
}

/// The properties that every entry has.
fn common<'a, C: Component>(entry: &'a mut C, options: &FileOptions<'_>, summary: &str, story: &str) -> &'a mut C {
    entry.add_property("DTSTAMP", utc(options.made_at));
    entry.add_property("SUMMARY", plain(summary)).add_property("DESCRIPTION", plain(story))
}

/// A whole second in UTC, such as `20260110T103000Z`.
fn utc(at: Instant) -> String {
    let whole = Instant::from_seconds(at.seconds()).unwrap_or(at);
    whole.rfc3339(0).replace(['-', ':'], "")
}

/// The same identifier for the same case and occasion, so that a second import replaces the first.
fn identifier(of: &[&str]) -> Result<String, Error> {
    let hash = Hash::of_value(of)?.to_string();
    Ok(format!("{}@namro", hash.get(..32).unwrap_or(&hash)))
}

/// The text without characters that the format does not allow in a line.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect()
}
