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
mod tests {
    use super::super::{Date, Zone};
    use crate::base::error::Code;

    fn at(name: &str, day: &str, second: i64) -> String {
        let zone = Zone::named(name).unwrap();
        zone.stamp(zone.instant(Date::parse(day).unwrap(), second)).to_string()
    }

    #[test]
    fn both_edges_of_daylight_saving() {
        assert_eq!(at("Europe/Paris", "2026-03-29", 9000), "2026-03-29T03:00:00+02:00");
        assert_eq!(at("Europe/Paris", "2026-10-25", 9000), "2026-10-25T02:30:00+02:00");
        assert_eq!(at("America/New_York", "2026-03-08", 9000), "2026-03-08T03:00:00-04:00");
        assert_eq!(at("Australia/Lord_Howe", "2026-04-05", 7200), "2026-04-05T02:00:00+10:30");
        // The rule has no end; the table goes up to the end of the calendar.
        assert_eq!(at("Europe/Paris", "2199-07-01", 0), "2199-07-01T00:00:00+02:00");
    }

    #[test]
    fn vietnam_has_one_row() {
        let zone = Zone::named("Asia/Ho_Chi_Minh").unwrap();
        assert_eq!(zone.transitions().len(), 1, "the south came to UTC+7 in June 1975");
        assert_eq!(at("Asia/Ho_Chi_Minh", "2026-01-08", 32_400), "2026-01-08T09:00:00+07:00");
        assert_eq!(Zone::named("Asia/Bangkok").unwrap().fixed_offset(), Some(7 * 3600));
    }

    #[test]
    fn a_name_that_nobody_knows() {
        for name in ["Asia/Hanoi_", "Mars/Olympus", "", "../etc/passwd", "7"] {
            assert_eq!(Zone::named(name).unwrap_err().code(), Code::BadZone, "{name}");
        }
    }
}
