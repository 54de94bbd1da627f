//! Tests of `words`.

use super::*;
use crate::base::text::money;
use crate::base::time::Instant;

#[test]
fn days_and_amounts_as_papers_write_them() {
    assert_eq!(day(Date::parse("2026-02-07").unwrap()).vi, "ngày 07 tháng 02 năm 2026");
    assert_eq!(day(Date::parse("2026-03-10").unwrap()).vi, "ngày 10 tháng 3 năm 2026");
    let at = Zone::vietnam().stamp(Instant::parse("2026-01-10T10:30:00Z").unwrap());
    assert_eq!(instant(at, &Zone::vietnam()).vi, "17 giờ 30 phút, ngày 10 tháng 01 năm 2026");
    assert_eq!(money(100_000), Text::new("100.000 đồng", "100,000 VND"));
    assert_eq!(
        (money(0).vi, money(1_234_567).vi, money(999).vi),
        ("0 đồng".into(), "1.234.567 đồng".into(), "999 đồng".into())
    );
}
