//! Tests of `error`.

use super::*;
use crate::base::text::Text;

#[test]
fn codes_are_unique_and_bilingual() {
    let mut names: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Code::ALL.len());
    let placeholders = |text: &str| {
        // `{vi}` and `{en}` are filled with a different text in each language.
        let mut names: Vec<_> = text
            .split('{')
            .skip(1)
            .filter_map(|part| part.split('}').next())
            .filter(|name| !["vi", "en"].contains(name))
            .collect();
        names.sort_unstable();
        names.dedup();
        names.join(" ")
    };
    for code in Code::ALL {
        let (vi, en) = code.message();
        assert_eq!(placeholders(vi), placeholders(en), "{code}");
        if let Some((vi, en)) = code.help() {
            assert_eq!(placeholders(vi), placeholders(en), "{code}");
        }
    }
}

#[test]
fn reasons_are_translated() {
    let fault = Error::new(Code::Syntax).with("reason", "expected a colon");
    assert_eq!(fault.text(), Text::new("lỗi cú pháp: ở đây cần dấu hai chấm", "syntax error: expected a colon"));
    // A reason that a caller gives is not translated.
    let theirs = Error::new(Code::StillSuspended).with("reason", "fuel");
    assert!(theirs.text().vi.contains("fuel"));
}

#[test]
fn every_error_says_what_to_do_with_or_without_a_suggestion() {
    for code in Code::ALL {
        let help = Error::new(*code).help().unwrap_or_else(|| panic!("{code} has no help"));
        let asks = help.vi.contains("{suggestion}") || help.en.contains("{suggestion}");
        assert!(!asks, "{code} asks for a suggestion: {}", help.en);
    }
    let far = Error::new(Code::UnknownField).with("field", "xyz").suggest("xyz", ["title"]);
    assert_eq!(far.help().unwrap().en, "delete it, or write the name as the schema has it");
    let near = Error::new(Code::UnknownField).with("field", "titel").suggest("titel", ["title", "limit"]);
    assert_eq!(near.help().unwrap().en, "did you mean `title`?");
}

#[test]
fn a_long_value_is_cut_and_an_unseen_character_is_shown() {
    let long = "ắ".repeat(1_000_000);
    let fault = Error::new(Code::BadDate).with("value", &long).at(Place::pointer(format!("/{long}")));
    let text = fault.text();
    assert!(text.vi.ends_with("ắ… (đã cắt bớt, số ký tự: 1000000)» không phải là ngày"), "{}", text.vi);
    assert!(text.en.ends_with("ắ… (cut, characters: 1000000)` is not a date"), "{}", text.en);
    for written in [fault.to_string(), fault.line(crate::Language::Vi), crate::base::canon::canonical(&fault).unwrap()]
    {
        assert!(written.len() < 6_000, "{}", written.len());
    }
    assert_eq!(fault.place().pointer.as_ref().unwrap().len(), long.len() + 1, "the pointer itself is whole");
    let both = Error::new(Code::BadDate).with_text("value", Text::new("v".repeat(9_000), "short"));
    assert!(both.text().vi.contains("… (đã cắt bớt, số ký tự: 9000)") && both.text().en.contains("`short`"));
    let unseen = Error::new(Code::BadDate).with("value", "a\u{1b}[31m\n\u{202e}").at(Place::pointer("/\u{1b}"));
    assert_eq!(unseen.to_string(), "bad_date: `a\\u{1b}[31m\\n\\u{202e}` is not a date (#/\\u{1b})");
}

#[test]
fn help_fits_what_was_written() {
    let help = |error: Error| error.help().map(|help| help.en).unwrap_or_default();
    let date = |text: &str| help(Error::new(Code::BadDate).with("value", text));
    assert_eq!(date("2026-02-30"), "there is no such day; correct the day or the month");
    assert!(date("03/04/2026").starts_with("the day or the month may come first"));
    assert!(date("tomorrow").starts_with("write yyyy-MM-dd"));
    let kind = Error::new(Code::OtherKind).with("expression", "'2026-02-30'").with("expected", "day");
    assert!(help(kind).starts_with("there is no such day"));
    let bare = Error::new(Code::UnquotedText).with("value", 3).with("read_as", "integer");
    assert_eq!(help(bare.clone()), "add quotes: \"3\"");
    assert_eq!(help(bare.at(Place::pointer("/limit/statutory"))), "write the unit, too, as in \"3 working days\"");
    for kind in ["rule", "band", "mapping", "version", "entry of this section"] {
        assert!(!help(Error::unknown(kind, "x", [])).is_empty(), "{kind}");
    }
    assert!(help(Error::unknown("name", "item", [])).starts_with("add each"));
}
