//! Tests of `agency`.

use super::*;

#[test]
fn both_spellings_are_one_code() {
    let old = AgencyCode::parse("000.00.19.H26").unwrap();
    assert_eq!(old, AgencyCode::parse("H26.19").unwrap());
    assert_eq!(old.to_string(), "H26.19");
}

#[test]
fn agencies_in_both_spellings() {
    for (old, new) in [("000.00.00.H26", "H26"), ("000.01.01.H08", "H08.01.01"), ("001.02.03.G09", "G09.03.02.001")] {
        let code = AgencyCode::parse(old).unwrap();
        assert_eq!(code.to_string(), new);
        assert_eq!(AgencyCode::parse(new).unwrap(), code);
    }
    for bad in ["", "26", "H2", "000.00.H26", "H26.", "H26.1", "h26", "000.00.00.H26.1"] {
        assert_eq!(AgencyCode::parse(bad), None, "{bad}");
    }
}
