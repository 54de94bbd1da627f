//! Tests of `tax`.

use super::{Flaw, TaxCode};

#[test]
fn a_branch_has_a_code_of_its_own() {
    assert_eq!(TaxCode::parse("9900000016-001").unwrap().to_string(), "9900000016-001");
    assert!(TaxCode::parse("9900000010").is_err());
}

#[test]
fn check_digits() {
    for (good, bad) in [
        ("0100047516", "0100047510"),
        ("9900000016", "9900000010"),
        ("9900000023", "9900000032"),
        ("9900000030", "9900000031"),
        ("9900000055", "9900000056"),
        ("1234567893", "1234567890"),
    ] {
        assert!(TaxCode::parse(good).is_ok(), "{good}");
        assert_eq!(TaxCode::parse(bad), Err(Flaw::CheckDigit), "{bad}");
    }
    for last in 0..10 {
        assert_eq!(TaxCode::parse(&format!("990000007{last}")), Err(Flaw::NeverIssued));
        assert_eq!(TaxCode::parse(&format!("990000020{last}")), Err(Flaw::NeverIssued));
    }
    assert_eq!(TaxCode::parse("9900000016-001"), TaxCode::parse("9900000016001"));
    assert_eq!(TaxCode::parse("9900000016-000"), Err(Flaw::Zero));
    for bad in ["99000-00016", "9900000016-01", "9900000016 001", "990000001", "９900000016", "9900000016-001-"] {
        assert_eq!(TaxCode::parse(bad), Err(Flaw::Form), "{bad}");
    }
}

#[test]
fn single_faults_and_swaps_are_caught() {
    let good = "0100047516";
    for (at, own) in good.bytes().enumerate() {
        for digit in b'0'..=b'9' {
            let mut other = good.as_bytes().to_vec();
            other[at] = digit;
            let other = String::from_utf8(other).unwrap();
            assert_eq!(TaxCode::parse(&other).is_ok(), digit == own, "{other}");
        }
    }
    for at in 0..9 {
        let mut other = good.as_bytes().to_vec();
        other.swap(at, at + 1);
        let other = String::from_utf8(other).unwrap();
        assert_eq!(TaxCode::parse(&other).is_ok(), other == good, "{other}");
    }
}
