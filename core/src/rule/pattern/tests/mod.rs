//! Tests of `pattern`.

use super::compiled::{Pattern, Program};
use super::parse::parse;
use super::search::search;
use super::states::states;

#[test]
fn a_pattern_is_of_the_whole_text_and_of_ascii_digits() {
    let pattern = Pattern::new(r"^\d{12}$").unwrap();
    assert!(pattern.matches("001090000001"));
    assert!(!pattern.matches("001090000001\n"));
    assert!(!pattern.matches("００１０９０００００００１"));
    assert!(Pattern::new(r"(?=a)").is_err());
}

fn matches(pattern: &str, text: &str) -> bool {
    Pattern::new(pattern).unwrap().matches(text)
}

#[test]
fn simple_patterns_run_without_search() {
    for (pattern, simple) in [
        (r"^\d{12}$", true),
        (r"^[A-Z]{1,3}-\d+$", true),
        (r"^a*a$", false),
        (r"^a?b?a$", false),
        (r"\d", false),
        (r"^(ab)+$", false),
    ] {
        let found = matches!(Pattern::new(pattern).unwrap().program, Program::Simple { .. });
        assert_eq!(found, simple, "{pattern}");
    }
}

#[test]
fn both_engines_agree() {
    let patterns = [r"^\d{2,3}[a-c]?x*$", r"^[^x]+x$", r"^a{0}b", r"^\w+\s\w+$", "^$"];
    let texts = ["", "12", "123x", "12axx", "1234", "ax", "xx", "b", "ab c", "đ x", "a\u{300}x"];
    for pattern in patterns {
        let simple = Pattern::new(pattern).unwrap();
        assert!(matches!(simple.program, Program::Simple { .. }), "{pattern}");
        let states = states(&parse(pattern).unwrap()).unwrap();
        for text in texts {
            assert_eq!(simple.matches(text), search(&states, text), "{pattern} {text:?}");
        }
    }
}

#[test]
fn general_patterns() {
    assert!(matches(r"^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])[0-9]{7}$", "0912345678"));
    assert!(!matches(r"^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])[0-9]{7}$", "0952345678"));
    assert!(matches(r"^\d{10}(-\d{3})?$", "9900000016-001"));
    assert!(matches("b+", "aabb"));
    assert!(!matches("^b", "ab"));
    assert!(matches(r"\bcông\b|ty$", "công ty"));
    assert!(matches("", ""));
    assert!(matches("^(a|ab)(c|bcd)$", "abcd"));
    assert!(matches(r"^\p{L}+$", "Đặng"));
    assert!(matches("^(|x)y$", "y"));
    assert!(!matches(r"^[^\d]$", "1"));
    assert!(matches(r"^.$", "😀"));
    assert!(!matches(r"^.$", "\n"));
    assert!(matches(r"^(a*)*$", &"a".repeat(50)));
}

#[test]
fn hostile_patterns_are_linear_or_refused() {
    assert!(!matches("^(a+)+$", &format!("{}b", "a".repeat(5_000))));
    assert_eq!(Pattern::new("(a{1,1000}){1,1000}").unwrap_err().code(), crate::base::error::Code::TooLarge);
    assert!(Pattern::new(&"(".repeat(10_000)).is_err());
    assert!(Pattern::new(&format!("{}{}", "(".repeat(30), ")".repeat(30))).is_ok());
    for bad in ["(", ")", "[", "a**", "*", r"\1", "(?=a)", "(?<!a)", "a{2,1}", "[z-a]", r"\k", "\\", r"\p{Greek}"] {
        assert!(Pattern::new(bad).is_err(), "{bad}");
    }
}
