//! Tests of `mapping`.

use super::*;
use crate::base::shape::read;
use crate::base::value::parse_json;

#[test]
fn patterns() {
    for (pattern, text, fits) in [
        ("admin#", "admin", true),
        ("admin#", "admin12", true),
        ("admin#", "admina", false),
        ("test*", "tester", true),
        ("*-bot", "mail-bot", true),
        ("*-bot", "mail-bots", false),
        ("a*b*c", "aXbYbc", true),
        ("hệ thống", "hệ thống", true),
    ] {
        assert_eq!(matches(pattern, text), fits, "{pattern} {text}");
    }
}

#[test]
fn every_fault_of_a_mapping() {
    let text = br#"{"delimiter": ";;", "not_persons": {"*": "system"}, "milestones": {"accepted": ""}}"#;
    let spec = read::<MappingSpec>(&parse_json(text).unwrap()).unwrap();
    let codes: Vec<_> = Mapping::new(spec).unwrap_err().iter().map(Error::code).collect();
    assert_eq!(codes, [Code::UnknownTerm, Code::PatternTooWide, Code::BadIdentifier]);
}

#[test]
fn words_of_other_systems() {
    let text = r#"{"acts": {"Chuyển xử lý": "forward"}, "not_persons": {"bpt-*": "group"}}"#;
    let mapping = Mapping::new(read(&parse_json(text.as_bytes()).unwrap()).unwrap()).unwrap();
    assert_eq!(mapping.effect("CHUYỂN XỬ LÝ"), Some(Effect::Forward));
    assert_eq!(mapping.effect("COMPLETE"), Some(Effect::Complete));
    assert_eq!(mapping.effect("xyz"), None);
    assert_eq!((mapping.kind("BPT-1"), mapping.kind("admin")), (ActorKind::Group, ActorKind::Person));
    assert!(mapping.is_nobody("Unknown") && mapping.is_missing("NaN") && !mapping.is_missing("nano"));
}
