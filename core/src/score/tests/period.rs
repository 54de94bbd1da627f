//! Tests of `period`.

use super::*;

#[test]
fn prints_as_it_was_read() {
    for (text, from, to) in [
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2024-Q1", "2024-01-01", "2024-03-31"),
        ("2024", "2024-01-01", "2024-12-31"),
    ] {
        let period = Period::parse(text).unwrap();
        assert_eq!(
            (period.to_string(), period.from().to_string(), period.to().to_string()),
            (text.into(), from.into(), to.into())
        );
    }
    for wrong in ["2026-13", "2026-00", "2026-Q5", "2026-Q0", "26-01", "2026-1", "0000-01", "2026-", "2026-10-01"] {
        assert_eq!(Period::parse(wrong).unwrap_err().code(), Code::BadPeriod, "{wrong}");
    }
}
