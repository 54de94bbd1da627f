//! Tests of what people type.

use super::*;
use crate::base::value::parse_json;
use crate::rule::schema::Schema;
use proptest::prelude::*;

fn part() -> Schema {
    let text = r#"{"oneOf": [{"const": "nam", "title": {"vi": "Nam", "en": "Male"}}, {"const": 2, "title": {"vi": "Nữ", "en": "Female"}}]}"#;
    Schema::new(&parse_json(text.as_bytes()).unwrap()).unwrap()
}

fn typed(kind: FieldKind, text: &str, language: Language) -> Option<Value> {
    read(kind, part().part(0).unwrap(), text, language)
}

fn text(text: &str) -> Option<Value> {
    Some(Value::Text(text.into()))
}

#[test]
fn numbers_as_people_write_them() {
    let vi = |kind, text| typed(kind, text, Language::Vi);
    for (written, number) in [
        ("1000000000", 1_000_000_000),
        ("1.000.000.000", 1_000_000_000),
        ("1,000,000", 1_000_000),
        ("1 000 000", 1_000_000),
        ("1\u{a0}000 đ", 1000),
        ("15.000 đồng", 15_000),
        ("1.000 VNĐ", 1000),
        ("-5", -5),
        ("007", 7),
        ("1.000", 1000),
        ("+3", 3),
    ] {
        assert_eq!(vi(FieldKind::Money, written), Some(Value::Integer(number)), "{written}");
    }
    for refused in [
        "1.00",
        "1,5",
        "1.0000",
        "1.000,000.000",
        "1..000",
        "12a",
        "1000.000",
        ".",
        "1.000.00",
        "9999999999999999999",
        "0.5",
    ] {
        assert_eq!(vi(FieldKind::Money, refused), text(refused), "{refused}");
    }
    let decimal = |text: &str| Some(Value::Decimal(Decimal::parse(text).unwrap()));
    assert_eq!(vi(FieldKind::Decimal, "1,5"), decimal("1.5"));
    assert_eq!(vi(FieldKind::Decimal, "1.5"), decimal("1.5"));
    assert_eq!(vi(FieldKind::Decimal, "1.500"), Some(Value::Integer(1500)));
    assert_eq!(vi(FieldKind::Decimal, "1,500"), Some(Value::Decimal(Decimal::parse("1.5").unwrap())));
    assert_eq!(typed(FieldKind::Decimal, "1,500", Language::En), Some(Value::Integer(1500)));
    assert_eq!(typed(FieldKind::Decimal, "1,234.5", Language::En), decimal("1234.5"));
    assert_eq!(vi(FieldKind::Decimal, "1.234,5"), decimal("1234.5"));
    assert_eq!(vi(FieldKind::Decimal, "0.125"), decimal("0.125"));
    assert_eq!(vi(FieldKind::Decimal, "5,"), text("5,"));
}

#[test]
fn days_have_the_day_first() {
    for written in
        ["13/02/2026", "13-2-2026", "13.02.2026", "13022026", "2026-02-13", "ngày 13 tháng 2 năm 2026", " 13/2/2026 "]
    {
        assert_eq!(typed(FieldKind::Date, written, Language::En), text("2026-02-13"), "{written}");
    }
    for refused in ["30/02/2026", "13/02/26", "02/13/2026", "13/02", "hôm qua", "2026"] {
        assert_eq!(typed(FieldKind::Date, refused, Language::Vi), text(refused), "{refused}");
    }
    assert_eq!(show(FieldKind::Date, &text("2026-02-13").unwrap(), Language::En), "13/02/2026");
}

#[test]
fn texts_are_composed_and_blanks_are_nothing() {
    assert_eq!(typed(FieldKind::Text, "  Bưởi ", Language::Vi), text("Bưởi"));
    assert_eq!(typed(FieldKind::Text, "Bu\u{31b}\u{309}i", Language::Vi), text("Bửi"));
    for blank in ["", "  ", "\u{a0}\t", "\u{200b}"] {
        assert_eq!(typed(FieldKind::Money, blank, Language::Vi), None, "{blank:?}");
    }
    assert_eq!(typed(FieldKind::IdentityNumber, "001 090 000 001", Language::Vi), text("001090000001"));
    assert_eq!(typed(FieldKind::YesNo, "Có", Language::Vi), Some(Value::Bool(true)));
    assert_eq!(typed(FieldKind::Choice, "female", Language::Vi), Some(Value::Integer(2)));
    assert_eq!(typed(FieldKind::Choice, "nam", Language::Vi), text("nam"));
    assert_eq!(typed(FieldKind::Choice, "x", Language::Vi), text("x"));
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::Vi), Just(Language::En)]
}

proptest! {
    /// What is shown is read as the same value.
    #[test]
    fn shown_numbers_come_back(integer: i64, units in -10_000_000i64..10_000_000, scale in 0u8..6, language in language()) {
        let decimal = Value::from(Decimal::new(units.into(), scale).unwrap().trimmed());
        for (kind, value) in [(FieldKind::Money, Value::Integer(integer)), (FieldKind::Integer, Value::Integer(integer)), (FieldKind::Decimal, decimal)] {
            prop_assert_eq!(typed(kind, &show(kind, &value, language), language), Some(value));
        }
    }

    #[test]
    fn shown_days_come_back(days in -40_000i64..40_000, language in language()) {
        let value = text(&Date::from_days(days).unwrap().to_string()).unwrap();
        prop_assert_eq!(typed(FieldKind::Date, &show(FieldKind::Date, &value, language), language), Some(value));
    }

    /// Nothing typed makes it fall over, and a text stays the same when it is typed again.
    #[test]
    fn any_text_is_read(typed_text in "\\PC{0,20}", language in language()) {
        for (_, kind) in FieldKind::ALL {
            if let Some(value) = typed(*kind, &typed_text, language) {
                let again = typed(*kind, &show(*kind, &value, language), language);
                prop_assert_eq!(again, Some(value));
            }
        }
    }
}
