//! Tests of `display`.

use super::*;

#[test]
fn the_end_of_a_day_is_not_the_next_day() {
    let date = Date::parse("2026-01-10").unwrap();
    assert_eq!(show_end_of(date), Text::new("24:00 thứ Bảy, ngày 10/01/2026", "24:00 Saturday, 10 January 2026"));
    let at = Instant::parse("2026-01-11T02:30:05Z").unwrap();
    assert_eq!(show_instant(&Zone::vietnam(), at).vi, "09:30:05 Chủ nhật, ngày 11/01/2026");
}
