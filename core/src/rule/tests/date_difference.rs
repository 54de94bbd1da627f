//! Tests of `date_difference`.

use super::*;

#[test]
fn years_and_months_are_full_ones() {
    let date = |text: &str| Date::from_text(text).unwrap();
    for (from, to, years, months) in [
        ("2006-02-14", "2026-02-13", 19, 239),
        ("2006-02-14", "2026-02-14", 20, 240),
        ("2004-02-29", "2022-02-28", 18, 216),
        ("2004-02-29", "2022-02-27", 17, 215),
        ("2026-01-31", "2026-02-28", 0, 1),
        ("2026-02-28", "2026-01-31", 0, -1),
        ("2026-03-31", "2026-01-31", 0, -2),
    ] {
        assert_eq!(between(Unit::Years, date(from), date(to)), years, "{from} {to}");
        assert_eq!(between(Unit::Months, date(from), date(to)), months, "{from} {to}");
    }
}
