//! Tests of `gap`.

use super::*;
use crate::base::value::parse_json;

#[cfg(feature = "yaml")]
#[test]
fn a_line_belongs_where_its_indentation_puts_it() {
    let text = "a:\n  b:\n    c: 1\n\n  d: {e: 1,\n\n    f: 2}\nl:\n- id: x\n\n- id: z\n\nm:\n  - x\n\nq:\n\n";
    let node = crate::base::value::parse_yaml(text).unwrap();
    let at = |line, text: &str| part_around(&node, line, text);
    assert_eq!(at(4, "    c x"), "/a/b");
    assert_eq!(at(4, "  c x"), "/a");
    assert_eq!(at(6, "    g 3"), "/a/d");
    assert_eq!(at(10, "  title x"), "/l/0");
    assert_eq!(at(10, "- id x"), "/l");
    assert_eq!(at(12, "o"), "");
    assert_eq!(at(15, "  - x"), "/m");
    assert_eq!(at(17, "  o p"), "/q");
}

#[test]
fn parts_are_known_by_where_they_begin() {
    let node = parse_json(br#"{"a/b": [1, {"c": 2}]}"#).unwrap();
    let mut parts = Vec::new();
    each_part(&node, &mut |position, pointer| parts.push((position, pointer.to_owned())));
    assert!(parts.contains(&((1, 13), "/a~1b/1".to_owned())), "{parts:?}");
}
