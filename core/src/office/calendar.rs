//! A calendar alone, as an office: who only counts working time needs no rulebook.

use super::handle::Office;
use crate::base::canon::canonical;
use crate::base::error::{Error, Faults, Place};
use crate::base::value::parse_json;
use crate::rulebook::shipped;

/// What is in the rulebook before the calendar.
const BEFORE: &str = r#"{"calendars":{"calendar":"#;
/// The pointer of the calendar in the rulebook.
const CALENDAR: &str = "/calendars/calendar";

impl Office {
    /// The office of one calendar (*lịch làm việc*), which holds where a request names none. Given is the JSON text of
    /// what a rulebook has under `calendars`; its `base` may be a shipped calendar.
    ///
    /// ```
    /// let office = namro::Office::of_calendar(r#"{"base": "vn.calendar"}"#).unwrap();
    /// let due = office.call("due", r#"{"limit": "2 ngày làm việc", "accepted_at": "2026-01-08T09:00:00+07:00"}"#).unwrap();
    /// assert!(due.contains(r#""due":"2026-01-10T17:30:00+07:00""#));
    /// ```
    ///
    /// # Errors
    /// Every fault, each with line, column and pointer in the given text.
    pub fn of_calendar(text: &str) -> Result<Self, Faults> {
        let node = parse_json(text.as_bytes())?;
        // An unknown base is a fault of the calendar.
        let base = node.get("base").and_then(|base| base.value.as_text()).filter(|base| shipped::text(base).is_some());
        let include = base.map(canonical).transpose()?.unwrap_or_default();
        let after =
            format!(r#"}},"calendar":"calendar","id":"calendar","include":[{include}],"namro":1,"title":"calendar"}}"#);
        Self::load(&[("calendar", &format!("{BEFORE}{text}{after}"))]).map_err(|mut faults| {
            faults.change(in_calendar);
            faults
        })
    }
}

/// The fault at its place in the text that was given.
fn in_calendar(fault: Error) -> Error {
    let Place { line, column, pointer, .. } = fault.place().clone();
    let pointer = pointer.map(|pointer| pointer.strip_prefix(CALENDAR).map(str::to_owned).unwrap_or(pointer));
    let before = if line == Some(1) { BEFORE.len() as u64 } else { 0 };
    fault.at(Place { file: None, line, column: column.map(|column| column.saturating_sub(before)), pointer })
}

#[cfg(test)]
#[path = "tests/calendar.rs"]
mod tests;
