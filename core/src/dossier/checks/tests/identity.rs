//! Tests of `identity`.

use super::IdentityNumber;

#[test]
fn a_number_names_province_sex_and_year() {
    let id = IdentityNumber::parse("015304000001").unwrap();
    assert_eq!((id.province(), id.female, id.year), (Some("Yên Bái"), true, 2004));
}

#[test]
fn parts_of_the_number() {
    for (text, province, female, year) in [
        ("001090000001", Some("Hà Nội"), false, 1990),
        ("001190000001", Some("Hà Nội"), true, 1990),
        ("001200000001", Some("Hà Nội"), false, 2000),
        ("001300000001", Some("Hà Nội"), true, 2000),
        ("027185000001", Some("Bắc Ninh"), true, 1985),
        ("015304000001", Some("Yên Bái"), true, 2004),
        ("079299000001", Some("Thành phố Hồ Chí Minh"), false, 2099),
        ("003090000001", None, false, 1990),
        ("101090000001", None, false, 1990),
    ] {
        let id = IdentityNumber::parse(text).unwrap();
        assert_eq!((id.province(), id.female, id.year), (province, female, year), "{text}");
    }
    for bad in ["00109000001", "0010900000011", "00109000000a", "００１０９０００００００１", "001090000001\n", ""]
    {
        assert_eq!(IdentityNumber::parse(bad), None, "{bad:?}");
    }
}
