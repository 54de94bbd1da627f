//! Tests of `code`.

use super::*;

#[test]
fn procedures_and_lines() {
    for good in ["1.001193", "2.001199", "3.000001", "1.115001"] {
        assert!(is_procedure(good), "{good}");
    }
    for bad in ["4.001193", "1001193", "1.01193", "1.0011930", "1.00119a", "1.001193.000.00.00.H26"] {
        assert!(!is_procedure(bad), "{bad}");
    }
    assert!(is_business_line("4741") && !is_business_line("47411") && !is_business_line("474a"));
    assert!(
        is_email("a@b.vn")
            && !is_email("a@b")
            && !is_email("a b@c.vn")
            && !is_email("a@b@c.vn")
            && !is_email("a@b..vn")
    );
}

#[test]
fn dossiers() {
    let code = DossierCode::parse("000.00.19.H26-250630-0042").unwrap();
    assert_eq!(
        (code.agency.to_string().as_str(), code.received.to_string().as_str(), code.number),
        ("H26.19", "2025-06-30", 42)
    );
    assert_eq!(DossierCode::parse("H26.19-250701-0001").unwrap().number, 1);
    for bad in ["H26-250230-0001", "H26-250630-1", "H26-250630-0000", "250630-0001", "H26-250630-00011"] {
        assert_eq!(DossierCode::parse(bad), None, "{bad}");
    }
}
