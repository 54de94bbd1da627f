//! Tests of `format`.

use super::Format;

#[test]
fn forms_are_strict() {
    let good = [
        (Format::DateTime, "2026-01-08T09:00:00+07:00"),
        (Format::DateTime, "1990-12-31T15:59:60-08:00"),
        (Format::DateTime, "1963-06-19t08:30:06.283185z"),
        (Format::Time, "08:30:06Z"),
        (Format::Email, "te~st.a@example.com"),
        (Format::Uuid, "2EB8AA08-aa98-11ea-B4Aa-73B441D16380"),
    ];
    let bad = [
        (Format::DateTime, "2026-01-08 09:00:00+07:00"),
        (Format::DateTime, "1990-02-31T15:59:59Z"),
        (Format::DateTime, "1998-12-31T22:59:60Z"),
        (Format::DateTime, "2026-01-08T09:00:00"),
        (Format::DateTime, "1963-06-1৪T00:00:00Z"),
        (Format::Time, "24:00:00Z"),
        (Format::Time, "12:00:00.Z"),
        (Format::Time, "08:30:06+24:00"),
        (Format::Email, "a@b@c.vn"),
        (Format::Email, ".a@b.vn"),
        (Format::Email, "a"),
        (Format::Email, "đ@b.vn"),
        (Format::Uuid, "2eb8aa08-aa98-11ea-b4aa-73b441d1638"),
        (Format::Uuid, "2eb8aa08aa98-11ea-b4aa73b441d16380-1"),
    ];
    for (format, text) in good {
        assert!(format.matches(text), "{text}");
    }
    for (format, text) in bad {
        assert!(!format.matches(text), "{text}");
    }
}
