//! Durations and instants in words.

use crate::base::text::Text;
use crate::base::time::{Instant, Seconds, Zone};

/// Working time in words: hours and minutes only, since the length of a day depends on the calendar.
pub(super) fn working(seconds: Seconds) -> Text {
    let (vi, en) = length(seconds);
    Text::new(format!("{vi} làm việc"), format!("{en} of working time"))
}

/// Elapsed time in words: days and hours, or hours and minutes.
pub(super) fn wall(seconds: Seconds) -> Text {
    let (days, hours) = (seconds.0 / 86_400, seconds.0 % 86_400 / 3_600);
    match days {
        0 => {
            let (vi, en) = length(seconds);
            Text::new(vi, en)
        }
        _ => Text::new(format!("{days} ngày {hours} giờ"), format!("{days} d {hours} h")),
    }
}

fn length(seconds: Seconds) -> (String, String) {
    let (hours, minutes) = (seconds.0 / 3_600, seconds.0 % 3_600 / 60);
    match (hours, minutes) {
        (0, 0) => (format!("{} giây", seconds.0), format!("{} s", seconds.0)),
        (0, _) => (format!("{minutes} phút"), format!("{minutes} min")),
        (_, 0) => (format!("{hours} giờ"), format!("{hours} h")),
        _ => (format!("{hours} giờ {minutes} phút"), format!("{hours} h {minutes} min")),
    }
}

/// An instant in words: `14:05 ngày 08/01/2026`.
pub(super) fn instant(at: Instant, zone: &Zone) -> Text {
    let second = zone.second_of_day(at);
    let (hour, minute) = (second / 3_600, second % 3_600 / 60);
    let date = zone.date_of(at);
    Text::new(format!("{hour:02}:{minute:02} ngày {}", date.vietnamese()), format!("{hour:02}:{minute:02} on {date}"))
}
