//! Tests of `lunar`.

use super::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn lunar(year: i32, month: u32, day: u32) -> Date {
    LunarDate { year, month, leap: false, day }.date().unwrap().unwrap()
}

/// Tết, Giỗ Tổ, leap month and length of the twelfth month, agreed upon by five computations.
#[test]
fn table_of_2000_to_2050() {
    let table = include_str!("../tables/lunar-2000-2050.csv");
    for row in table.lines().skip(1) {
        let cells: Vec<_> = row.split(',').collect();
        let year = cells[0].parse().unwrap();
        assert_eq!(lunar(year, 1, 1), date(cells[1]), "{row}");
        assert_eq!(lunar(year, 3, 10), date(cells[4]), "{row}");
        assert_eq!(months(year - 1).unwrap().last().unwrap().length.to_string(), cells[3], "{row}");
        assert_eq!(leap_month(year).unwrap().unwrap_or(0).to_string(), cells[6], "{row}");
    }
    assert_eq!(table.lines().count(), 52);
}

/// Every month of three centuries, computed from the Swiss Ephemeris (JPL DE404): year, Tết, leap month, and for
/// each month 1 if it has 30 days.
#[test]
fn table_of_1900_to_2199() {
    let table = include_str!("../tables/lunar-months.csv");
    let mut next = None;
    for row in table.lines().skip(1) {
        let cells: Vec<_> = row.split(',').collect();
        let months = months(cells[0].parse().unwrap()).unwrap();
        let start = i64::from(date(cells[1]).days());
        assert_eq!(months[0].start, start, "{row}");
        assert!(next.is_none_or(|next| next == start), "{row}");
        let leap = months.iter().find(|month| month.leap).map_or(0, |month| month.number);
        assert_eq!(leap.to_string(), cells[2], "{row}");
        let lengths: String = months.iter().map(|month| if month.length == 30 { '1' } else { '0' }).collect();
        assert_eq!(lengths, cells[3], "{row}");
        next = months.last().map(|month| month.start + month.length);
    }
    assert_eq!(table.lines().count(), 301);
}

#[test]
fn new_moons_within_minutes_of_midnight() {
    // 23:14 on 17 February 2007, 23:07 on 2 February 2030 (a day later in China), 23:42 on 4 April 2038.
    assert_eq!(lunar(2007, 1, 1), date("2007-02-17"));
    assert_eq!(lunar(2030, 1, 1), date("2030-02-02"));
    assert_eq!(lunar(2038, 3, 10), date("2038-04-13"));
    // Seconds after midnight on 8 July 1967.
    assert_eq!(lunar(1967, 6, 1), date("1967-07-08"));
}

#[test]
fn both_directions_agree_on_every_day() {
    let (first, last) = (lunar(FIRST_YEAR, 1, 1), lunar(LAST_YEAR, 12, 29));
    let mut yesterday: Option<LunarDate> = None;
    for offset in 0..=last.since(first) {
        let today = first.plus(offset);
        let day = LunarDate::of(today).unwrap();
        assert_eq!(day.date().unwrap(), Some(today), "{today}");
        if let Some(yesterday) = yesterday {
            assert!(day.day == yesterday.day + 1 || day.day == 1 && yesterday.day >= 29, "{today}");
        }
        yesterday = Some(day);
    }
}

#[test]
fn no_such_day() {
    let day = |year, month, leap, day| LunarDate { year, month, leap, day }.date();
    // 2025 has a leap sixth month, 2026 has none, and its twelfth month has 29 days.
    assert_eq!(day(2025, 6, true, 1).unwrap(), Some(date("2025-07-25")));
    assert_eq!(day(2026, 6, true, 1).unwrap(), None);
    assert_eq!(day(2025, 12, false, 30).unwrap(), None);
    assert_eq!(day(2025, 13, false, 1).unwrap(), None);
    assert_eq!(day(2025, 1, false, 0).unwrap(), None);
    assert_eq!(day(2200, 1, false, 1).unwrap_err().code(), Code::LunarRange);
    assert_eq!(LunarDate::of(date("1900-01-30")).unwrap_err().code(), Code::LunarRange);
    assert_eq!(LunarDate::of(Date::MAX).unwrap_err().code(), Code::LunarRange);
}
