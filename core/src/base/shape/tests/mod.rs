//! Tests of `shape`.

use super::*;
use crate::base::error::Code;
use crate::base::text::Text;
use crate::base::value::parse_json;
use serde::Serialize;

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Term)]
enum Paint {
    /// Red.
    #[term("red", vi = "đỏ", en = "red")]
    Red,
    /// Green.
    #[term("green", vi = "xanh", en = "green")]
    Green,
}

/// A box.
#[derive(Clone, Debug, Serialize, Shape)]
struct Crate {
    /// Its paint.
    paint: Paint,
    /// Its label.
    label: Option<Text>,
    /// Count.
    #[shape(default = 1)]
    count: u32,
    /// Contents.
    inside: Vec<Crate>,
}

#[test]
fn identifiers_never_look_alike() {
    for good in ["gop-von", "Sở Tài chính", "1.001193", "12729/VPCP-KGVX", "quyết định_số.2", "Ê Đê", "a b c"]
    {
        assert!(is_identifier(good), "{good:?}");
    }
    for bad in [" a", "a ", "a  b", "a\u{a0}b", "a\u{200b}", "\u{feff}a", "a\u{2009}b", " "] {
        assert!(!is_identifier(bad) && is_name(bad), "{bad:?}");
    }
    for bad in ["", "a\tb", "a\n", &"a".repeat(257)] {
        assert!(!is_name(bad), "{bad:?}");
    }
}

#[test]
fn every_fault_at_once() {
    let text = "{\"paint\": \"gren\",\n \"cuont\": 2,\n \"inside\": [{\"paint\": 1}, {\"label\": {}}]}";
    let faults = read::<Crate>(&parse_json(text.as_bytes()).unwrap()).unwrap_err();
    let found: Vec<_> = faults
        .iter()
        .map(|fault| (fault.code(), fault.place().line.unwrap(), fault.place().pointer.clone().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            (Code::UnknownField, 2, "/cuont".to_owned()),
            (Code::UnknownTerm, 1, "/paint".to_owned()),
            (Code::UnquotedText, 3, "/inside/0/paint".to_owned()),
            (Code::MissingField, 3, "/inside/1".to_owned()),
            (Code::MissingField, 3, "/inside/1/label".to_owned()),
        ]
    );
}

#[test]
fn defaults_fill_in() {
    let read = read::<Crate>(&parse_json(br#"{"paint": "red", "label": "x"}"#).unwrap()).unwrap();
    assert_eq!((read.paint, read.count, read.inside.len()), (Paint::Red, 1, 0));
    assert_eq!(read.label, Some(Text::same("x")));
}

#[test]
fn serde_reads_by_the_same_reader() {
    let written = r#"{"paint":"red","label":{"vi":"x","en":"x"},"count":3,"inside":[]}"#;
    let read: Crate = serde_json::from_str(written).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), written);
    let text = r#"{"paint": "gren", "cuont": 2, "inside": [{"paint": 1}], "count": 1, "count": 0.30000000000000004}"#;
    let error = serde_json::from_str::<Crate>(text).unwrap_err().to_string();
    let expected = [
        ("number_too_large", "#/count"),
        ("duplicate_key", "#/count"),
        ("unknown_field", "#/cuont"),
        ("unknown_term", "#/paint"),
        ("unquoted_text", "#/inside/0/paint"),
    ];
    let found: Vec<_> = error.lines().filter_map(|line| line.split_once(": ")).collect();
    assert_eq!(found.len(), expected.len(), "{error}");
    for ((code, text), (known, pointer)) in found.into_iter().zip(expected) {
        assert!(code == known && text.contains(&format!("({pointer})")), "{error}");
    }
}

#[test]
fn terms_have_names_and_words() {
    assert_eq!(Paint::ALL, [("red", Paint::Red), ("green", Paint::Green)]);
    assert_eq!((Paint::from_name("green"), Paint::from_name("Green")), (Some(Paint::Green), None));
    assert_eq!(Paint::Red.words(), Text::new("đỏ", "red"));
    assert_eq!(format!("{}", Paint::Green), "green");
    assert_eq!(serde_json::from_str::<Vec<Paint>>(r#"["red"]"#).unwrap(), [Paint::Red]);
}
