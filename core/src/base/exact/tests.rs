use super::*;
use proptest::prelude::*;
use std::cmp::Ordering;

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

#[test]
fn decimals_are_read_exactly_or_not_at_all() {
    for (text, shown) in [
        ("19.99", "19.99"),
        ("1.50", "1.5"),
        ("-0.05", "-0.05"),
        ("12e-1", "1.2"),
        ("1e3", "1000"),
        ("0e99", "0"),
        ("-0.0", "0"),
        ("9223372036854775807", "9223372036854775807"),
        ("1.00000000000000000000", "1"),
    ] {
        assert_eq!(decimal(text).to_string(), shown, "{text}");
    }
    for text in ["1e30", "9223372036854775808", "0.1234567890123456789012", "0.0000000000000000001", ""] {
        assert_eq!(Decimal::parse(text), None, "{text}");
    }
}

#[test]
fn trailing_zeros_are_kept_without_meaning() {
    assert_eq!(decimal("2.001610").as_written(), "2.001610");
    assert_eq!(decimal("-0.50").as_written(), "-0.50");
    assert_eq!(decimal("2.50"), decimal("2.5"));
    assert_eq!(decimal("2.50").trimmed().parts(), (25, 1));
    let long = Decimal::new(170_141_183_460_469_231_731_687_303_715_884_105_720, 3).unwrap();
    assert_eq!(long.trimmed().parts(), (17_014_118_346_046_923_173_168_730_371_588_410_572, 2));
    assert_eq!(decimal("7.0").as_literal(), "7.0");
    assert_eq!(decimal("7").as_literal(), "7");
}

#[test]
fn decimals_are_ordered() {
    assert!(decimal("0.3") > decimal("0.29999"));
    assert!(decimal("-2") < decimal("0.000000000000000001"));
    assert_eq!(Decimal::new(i128::MAX, 0).unwrap().order(decimal("0.1")), None);
}

#[test]
fn arithmetic_is_exact() {
    let sum = decimal("0.1").plus(decimal("0.2")).unwrap();
    assert_eq!(sum.order(decimal("0.3")), Some(Ordering::Equal));
    let product = Decimal::from(9_000_000_000_000_000).times(10_000.into()).unwrap();
    assert_eq!(product.to_string(), "90000000000000000000");
    assert_eq!(Decimal::from(-7).divided(2.into()).unwrap().to_string(), "-3");
    assert_eq!(decimal("1.5").divided(decimal("0.5")).unwrap().to_string(), "3");
    assert_eq!(decimal("1.5").divided(decimal("0.4")).unwrap().to_string(), "3.75");
    assert!(decimal("1.5").divided(decimal("0.7")).is_none());
    assert!(Decimal::from(1).divided(0.into()).is_none());
    assert_eq!(decimal("-0.05").to_string(), "-0.05");
}

#[test]
fn whole_numbers_near_one() {
    type Near = fn(Decimal) -> Option<Decimal>;
    let near: [Near; 4] = [Decimal::floor, Decimal::ceil, Decimal::round, Decimal::whole];
    for (number, wanted) in [
        ("2.5", ["2", "3", "3", "2"]),
        ("-2.5", ["-3", "-2", "-3", "-2"]),
        ("2.49", ["2", "3", "2", "2"]),
        ("-2.51", ["-3", "-2", "-3", "-2"]),
        ("0.5", ["0", "1", "1", "0"]),
        ("-0.4", ["-1", "0", "0", "0"]),
        ("7", ["7"; 4]),
        ("-7", ["-7"; 4]),
        ("7.000", ["7"; 4]),
    ] {
        assert_eq!(near.map(|near| near(decimal(number)).unwrap().to_string()), wanted, "{number}");
    }
    let large = Decimal::new(i128::MAX, 1).unwrap();
    assert_eq!(large.round().unwrap().to_string(), "17014118346046923173168730371588410573");
    assert!(Decimal::new(i128::MIN, 0).unwrap().ceil().is_none());
    assert_eq!([decimal("-0.1"), decimal("0"), decimal("3")].map(|one| one.signum().to_string()), ["-1", "0", "1"]);
}

#[test]
fn a_decimal_that_overflows_has_no_result() {
    let big = Decimal::new(i128::MAX, 0).unwrap();
    assert!(big.plus(1.into()).is_none());
    assert!(big.times(2.into()).is_none());
    assert!(Decimal::new(i128::MIN, 0).unwrap().negated().is_none());
    assert!(Decimal::new(1, Decimal::MAX_SCALE + 1).is_none());
}

fn small() -> impl Strategy<Value = Rational> {
    (-1_000_000_i128..1_000_000, 1_i128..10_000).prop_map(|(num, den)| Rational::new(num, den).unwrap())
}

proptest! {
    #[test]
    fn decimals_that_fit_one_word(units: i64, scale in 0..=18_u8) {
        let number = Decimal::new(units.into(), scale).unwrap();
        let small = (-(1_i64 << 55)..1 << 55).contains(&units);
        prop_assert_eq!(number.short().map(|short| Decimal::from(short).parts()), small.then_some((units.into(), scale)));
    }

    #[test]
    fn what_is_shown_is_read_again(units: i64, scale in 0..=18_u8) {
        let number = Decimal::new(units.into(), scale).unwrap();
        prop_assert_eq!(decimal(&number.as_written()).as_written(), number.as_written());
        prop_assert_eq!(decimal(&number.to_string()), number);
    }

    #[test]
    fn fractions_are_a_field(a in small(), b in small(), c in small()) {
        prop_assert_eq!(a.plus(b), b.plus(a));
        prop_assert_eq!(a.plus(b).unwrap().plus(c), b.plus(c).unwrap().plus(a));
        prop_assert_eq!(a.plus(b).unwrap().times(c).unwrap(), a.times(c).unwrap().plus(b.times(c).unwrap()).unwrap());
        prop_assert_eq!(a.plus(b).unwrap().minus(b), Some(a));
        if b != Rational::ZERO {
            prop_assert_eq!(a.over(b).unwrap().times(b), Some(a));
        }
        prop_assert_eq!(a.cmp(&b), (a.num() * b.den()).cmp(&(b.num() * a.den())));
        let whole = i64::try_from(a.floor()).unwrap();
        prop_assert_eq!(a.fraction().plus(Rational::from(whole)), Some(a));
        prop_assert!(a.fraction() >= Rational::ZERO && a.fraction() < Rational::ONE);
    }

    /// No operation panics, and each result is reduced, with a denominator above zero.
    #[test]
    fn fractions_hold_or_have_no_result(a in any_fraction(), b in any_fraction()) {
        for result in [a.plus(b), a.minus(b), a.times(b), a.over(b)].into_iter().flatten() {
            prop_assert!(result.den() > 0);
            prop_assert_eq!(Rational::new(result.num(), result.den()), Some(result));
        }
        prop_assert_eq!(a.cmp(&b).reverse(), b.cmp(&a));
    }
}

/// Values mostly near the ends of the range.
fn any_fraction() -> impl Strategy<Value = Rational> {
    let end = prop_oneof![Just(i128::MIN), Just(i128::MIN + 1), Just(i128::MAX), -3..3_i128, any::<i128>()];
    (end.clone(), end).prop_filter_map("no fraction", |(num, den)| Rational::new(num, den))
}

#[test]
fn fractions_are_read_as_people_write_them() {
    let read = |text| Rational::parse(text).map(|read| (read.num(), read.den())).ok();
    assert_eq!(read("70/3"), Some((70, 3)));
    assert_eq!(read("25%"), Some((1, 4)));
    assert_eq!(read("12,5 %"), Some((1, 8)));
    assert_eq!(read("-0.50"), Some((-1, 2)));
    for wrong in ["", "1/0", "a", "1.", ".5", "--1", "1/2/3", "+1", "1e3"] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

#[test]
fn a_fraction_that_overflows_has_no_result() {
    let huge = Rational::new(i128::MAX, 1).unwrap();
    assert_eq!(huge.plus(Rational::ONE), None);
    assert_eq!(huge.times(huge), None);
    assert_eq!(Rational::new(i128::MIN, -1), None);
    assert_eq!(Rational::new(0, i128::MIN), Some(Rational::ZERO));
    assert!(Rational::new(1, i128::MAX).unwrap() < Rational::new(1, i128::MAX - 1).unwrap());
    assert_eq!(Rational::new(-70, 3).unwrap().to_string(), "-70/3");
    let json = serde_json::to_string(&huge).unwrap();
    assert_eq!(json, r#"{"num":"170141183460469231731687303715884105727","den":1}"#);
}
