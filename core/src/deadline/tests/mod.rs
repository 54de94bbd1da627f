//! Deadlines compared with examples of the law, an oracle that walks second by second, and bugs reported elsewhere.

#[cfg(feature = "ical")]
mod calendar_files;
mod clocks;
mod columns;
mod complaints;
mod laws;
mod oracle;
mod reminding;
mod vectors;

use super::*;
use crate::base::error::Code;
use crate::base::time::{Date, Instant};
use crate::calendar::{Calendar, vietnam};
use std::sync::OnceLock;

/// The shipped calendar.
fn office() -> &'static Calendar {
    static OFFICE: OnceLock<Calendar> = OnceLock::new();
    OFFICE.get_or_init(|| vietnam().unwrap())
}

fn at(text: &str) -> Instant {
    Instant::parse(&format!("{}:00+07:00", text.replace(' ', "T"))).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn limit(text: &str) -> Limit {
    Limit::parse(text).unwrap()
}

/// The last day of a limit that begins at 10:00 of a day.
fn last_day(start: &str, text: &str) -> String {
    office().due(at(&format!("{start} 10:00")), &limit(text)).unwrap().last_day.to_string()
}
