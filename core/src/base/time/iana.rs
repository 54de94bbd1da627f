//! Tables of the named time zones of the IANA database.

use super::{DAY, Date, Instant, LAST_YEAR};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The first offset of a named zone and its changes from 1970 on; for earlier years the database itself does not claim
/// to be accurate. A year without daylight saving needs no row, one with it has two, up to the last year of every
/// calendar.
pub(super) fn table(name: &str) -> Option<(i32, Vec<(Instant, i32)>)> {
    let zone = TimeZone::get(name).ok()?;
    let epoch = Timestamp::from_second(0).ok()?;
    let end = (i64::from(Date::from_ymd(LAST_YEAR, 12, 31)?.days()) + 1) * DAY;
    let mut offset = zone.to_offset(epoch).seconds();
    let first = offset;
    let mut changes = Vec::new();
    for change in zone.following(epoch) {
        let at = change.timestamp().as_second();
        if at >= end {
            break;
        }
        // A change of the abbreviation alone does not change the offset.
        if change.offset().seconds() != offset {
            offset = change.offset().seconds();
            changes.push((Instant::from_seconds(at)?, offset));
        }
    }
    Some((first, changes))
}

#[cfg(test)]
#[path = "tests/iana.rs"]
mod tests;
