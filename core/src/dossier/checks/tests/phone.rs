//! Tests of `phone`.

use super::{Kind, Phone};

#[test]
fn a_number_abroad_is_written_at_home() {
    assert_eq!(Phone::parse("+84 912 345 678").unwrap().digits, "0912345678");
}

#[test]
fn numbers_are_brought_to_one_form() {
    for text in
        ["+84912345678", "0912 345 678", "84912345678", "0084912345678", "(091) 234-5678", "0912\u{a0}345\u{a0}678"]
    {
        let phone = Phone::parse(text).unwrap();
        assert_eq!((phone.digits.as_str(), phone.kind), ("0912345678", Kind::Mobile), "{text}");
    }
    for (text, kind) in [
        ("02438251234", Kind::Landline),
        ("0950000000", Kind::UnknownMobile),
        ("19001009", Kind::Service),
        ("0842345678", Kind::Mobile),
    ] {
        assert_eq!(Phone::parse(text).unwrap().kind, kind, "{text}");
    }
    for bad in ["01234567890", "0912345678 ext 2", "091234567", "+1 202 555 0100", "", "０912345678"] {
        assert_eq!(Phone::parse(bad), None, "{bad}");
    }
}
