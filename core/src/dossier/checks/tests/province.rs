//! Tests of `province`.

use super::*;

#[test]
fn a_merged_province_has_an_heir() {
    assert_eq!(heir("tỉnh Hà Nam"), Some("Ninh Bình"));
    assert_eq!(heir("Hà Nội"), None);
}

#[test]
fn the_lists_fit_each_other() {
    assert_eq!(Date::from_days(MERGER).unwrap().to_string(), "2025-07-01");
    for (code, name, heir) in BEFORE {
        assert!(AFTER.iter().any(|(known, _)| *known == heir), "{name}");
        // A province whose name lives on was not given to another.
        if let Some((own, _)) = AFTER.iter().find(|(_, after)| *after == name) {
            assert_eq!(*own, heir, "{name} {code}");
        }
    }
    let gone = BEFORE.iter().filter(|(_, name, _)| heir(name).is_some()).count();
    // 29 names are retired; Thừa Thiên Huế goes on as Huế.
    assert_eq!(gone, 30);
    let moved: Vec<_> = BEFORE
        .iter()
        .filter(|(code, name, _)| AFTER.iter().any(|(known, after)| known == code && after != name))
        .map(|(code, _, _)| *code)
        .collect();
    assert_eq!(moved, [15, 24, 44, 46, 52, 80, 82, 91]);
}

#[test]
fn names_hold_on_their_days() {
    let date = |text: &str| Date::parse(text).unwrap();
    for (text, before, after) in [
        ("Hà Nội", true, true),
        ("thành phố Hà Nội", true, true),
        ("Hà Nam", true, false),
        ("Tỉnh Hoà Bình", true, false),
        ("TP. Hồ Chí Minh", true, true),
        ("TP HCM", true, true),
        ("TPHCM", true, true),
        ("Bà Rịa – Vũng Tàu", true, false),
        ("tỉnh Bà Rịa-Vũng Tàu", true, false),
        ("Bà Rịa Vũng Tàu", true, false),
        ("Huế", true, true),
        ("Thừa Thiên Huế", false, false),
        ("Ha Noi", false, false),
    ] {
        assert_eq!(is_province(text, date("2025-06-30")), before, "{text}");
        assert_eq!(is_province(text, date("2025-07-01")), after, "{text}");
    }
    for (text, before, after) in [("Huế", false, true), ("Tỉnh Thừa Thiên Huế", true, false)] {
        assert_eq!(is_province(text, date("2024-12-31")), before, "{text}");
        assert_eq!(is_province(text, date("2025-01-01")), after, "{text}");
    }
}
