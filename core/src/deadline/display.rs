//! Days and instants as people read them.

use super::answer::Bound;
use super::count::Place;
use crate::base::text::Text;
use crate::base::time::{DAY, Date, Instant, Zone};
use crate::calendar::Calendar;

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `thứ Bảy, ngày 10/01/2026`, `Saturday, 10 January 2026`.
pub(super) fn show_date(date: Date) -> Text {
    let (vi, en) = date.weekday().names();
    let (year, month, day) = date.ymd();
    let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).unwrap_or(&"");
    Text::new(format!("{vi}, ngày {}", date.vietnamese()), format!("{en}, {day} {name} {year}"))
}

/// `17:30 thứ Bảy, ngày 10/01/2026`; with seconds unless they are 0.
pub(crate) fn show_instant(zone: &Zone, at: Instant) -> Text {
    at_time(zone.second_of_day(at), zone.date_of(at))
}

/// The due in words. 24:00 is written with the last day, since 00:00 of the next day is easily read as a day later.
pub(super) fn show_due(calendar: &Calendar, place: &Place) -> Text {
    match place.bound {
        Bound::Before => show_end_of(place.last_day),
        Bound::Through => show_instant(calendar.zone(), place.due),
    }
}

/// 24:00 of a day, which must not be printed as the next day.
pub(super) fn show_end_of(date: Date) -> Text {
    at_time(DAY, date)
}

fn at_time(second: i64, date: Date) -> Text {
    let time = u32::try_from(second).map(super::text::clock).unwrap_or_default();
    let day = show_date(date);
    Text::new(format!("{time} {}", day.vi), format!("{time} {}", day.en))
}

#[cfg(test)]
#[path = "tests/display.rs"]
mod tests;
