//! Tests of `calculate`.

use super::*;

#[test]
fn dates_are_read_strictly() {
    assert_eq!(Date::from_text("2026-01-08").unwrap().to_string(), "2026-01-08");
    for bad in ["2026-1-08", "2026-02-30", "2026/01/08", "２026-01-08", "2026-01-08 ", "+026-01-08", "0000-01-01"] {
        assert_eq!(Date::from_text(bad), None, "{bad}");
    }
}

#[test]
fn one_name_has_one_length() {
    assert_eq!(length("Đặng Thị Bưởi"), 13);
    assert_eq!(length(&text::nfd("Đặng Thị Bưởi")), 13);
}
