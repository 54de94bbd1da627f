//! Tests of `money`.

use super::*;
use proptest::prelude::*;

#[test]
fn amounts_with_gaps_in_words() {
    assert_eq!(in_words(2_021_105), "Hai triệu không trăm hai mươi mốt nghìn một trăm lẻ năm đồng");
}

#[test]
fn amounts_in_digits_and_in_words() {
    assert_eq!(parse("1.000.000 đồng"), Some(1_000_000));
    assert_eq!(parse("1.5"), None);
}

#[test]
fn figures() {
    for (text, amount) in [
        ("1.000.000.000", 1_000_000_000),
        ("1,000,000,000", 1_000_000_000),
        ("1 000 000 000 đ", 1_000_000_000),
        ("500VND", 500),
        ("1000000", 1_000_000),
        ("1.000 Đồng", 1_000),
        ("1.000 vnđ", 1_000),
        ("1.000 đo\u{302}\u{300}ng", 1_000),
    ] {
        assert_eq!(parse(text), Some(amount), "{text}");
    }
    for bad in ["1.5", "1.000,5", "1,000.000", "-5", "", "đ", "một", "1..000", "12345.678", "99999999999999999999"] {
        assert_eq!(parse(bad), None, "{bad}");
    }
}

#[test]
fn words() {
    for (amount, words) in [
        (0, "Không đồng"),
        (100_000, "Một trăm nghìn đồng"),
        (15_000_000, "Mười lăm triệu đồng"),
        (24, "Hai mươi tư đồng"),
        (14, "Mười bốn đồng"),
        (2_021_105, "Hai triệu không trăm hai mươi mốt nghìn một trăm lẻ năm đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (1_000_000_005, "Một tỷ không trăm lẻ năm đồng"),
        (2_000_000_000_000, "Hai nghìn tỷ đồng"),
        (110, "Một trăm mười đồng"),
        (55, "Năm mươi lăm đồng"),
    ] {
        assert_eq!(in_words(amount), words);
        assert!(states_amount(words, amount));
    }
    assert!(states_amount("Hai mươi bốn ngàn đồng", 24_000));
    assert!(states_amount("một tỉ, hai trăm triệu đồng chẵn.", 1_200_000_000));
    assert!(!states_amount("Một triệu đồng", 1_000_001));
}

proptest! {
    #[test]
    fn different_amounts_have_different_words(a in 0i64..10_000_000_000_000, b in 0i64..2_000) {
        prop_assert!(states_amount(&in_words(a), a));
        prop_assert_eq!(states_amount(&in_words(a), a + b), b == 0);
    }
}
