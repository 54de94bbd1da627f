//! Tests of `spelling`.

use super::*;

#[test]
fn kinds_that_look_alike() {
    let alike = |kind| lookalikes(kind).into_iter().filter_map(Kind::abbreviation).collect::<Vec<_>>();
    assert_eq!(alike(Kind::Project), ["ĐA"]);
    assert_eq!(alike(Kind::Decision), ["QyĐ"]);
    assert!(alike(Kind::Directive).contains(&"CTr"));
}

#[test]
fn signs_are_corrected() {
    assert_eq!(corrected("01 / QĐ – UBND"), "01/QĐ-UBND");
    assert_eq!(corrected("０１/QÐ-UBND\u{200b}."), "01/QĐ-UBND");
    assert_eq!(shown("1/QÐ-UBND\u{200b}Ấ"), "1/Q\\u{d0}-UBND\\u{200b}Ấ");
}
