//! Tests of `text`.

use super::*;

#[test]
fn values_are_not_templates() {
    let text = Text::new("{a} và {b}", "{a} and {b}").fill(&[("a", "{b}".into()), ("b", "x".into())]);
    assert_eq!(text, Text::new("{b} và x", "{b} and x"));
}

#[test]
fn invisible_text_is_blank() {
    for blank in ["", " ", "\t\r\n", "\u{a0}\u{3000}", "\u{200b}", "\u{feff} \u{2060}", "\0", "\u{3164}", "\u{ad}"] {
        assert!(is_blank(blank), "{blank:?}");
    }
    for seen in ["a", " . ", "\u{200b}Đ", "0", "–", "\u{301}"] {
        assert!(!is_blank(seen), "{seen:?}");
    }
}

#[test]
fn invisible_characters_are_written_as_escapes() {
    assert_eq!(visible("sở\u{200b} tài\u{a0}\tchính"), "sở\\u{200b} tài\\u{a0}\\tchính");
}

#[test]
fn pages_hold_no_character_that_is_obeyed() {
    for kept in ["Đường\t\r\nsố 1", "10\u{a0}000 ○ ▲", "x\u{301}", ""] {
        assert_eq!(inert(kept.to_owned()), kept);
    }
    for obeyed in ('\0'..='\u{ffff}').filter(|char| char.is_control() && !matches!(char, '\t' | '\r' | '\n')) {
        assert_eq!(inert(format!("a{obeyed}b")), format!("a\\u{{{:x}}}b", u32::from(obeyed)));
    }
    assert_eq!(inert("An\u{202e}nA\u{2066}\u{2028}\u{feff}".to_owned()), "An\\u{202e}nA\\u{2066}\\u{2028}\u{feff}");
}

#[test]
fn unknown_names_stay() {
    assert_eq!(Text::same("{c} {").fill(&[]), Text::same("{c} {"));
}
