//! Rulebooks made to exhaust the reader: refused with a clear error, in bounded time.

use crate::Office;
use crate::base::error::Code;
use std::fmt::Write;

fn codes(texts: &[(&str, &str)]) -> Vec<Code> {
    let faults = Office::load(texts).unwrap_err();
    let mut codes: Vec<_> = faults.iter().map(crate::Error::code).collect();
    codes.dedup();
    codes
}

const HEAD: &str = "namro: 1\nid: a\ntitle: A\n";

#[test]
fn include_bombs() {
    let text = |index: usize| {
        let next = index + 1;
        // Each includes the next twice: 2²⁹⁹ paths, but each text is read once.
        format!(r#"{{"namro": 1, "id": "r{index}", "title": "T", "include": ["r{next}", "r{next}"]}}"#)
    };
    let texts: Vec<(String, String)> = (0..300).map(|index| (format!("r{index}"), text(index))).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let codes = codes(&texts);
    assert!(codes.contains(&Code::TooLarge) || codes.contains(&Code::IncludeMissing), "{codes:?}");
}

#[cfg(feature = "yaml")]
#[test]
fn alias_bombs_and_depth() {
    let mut bomb = format!("{HEAD}acts:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let below = level - 1;
        writeln!(bomb, "  a{level}: &a{level} [*a{below}, *a{below}, *a{below}, *a{below}, *a{below}]").unwrap();
    }
    assert!(codes(&[("a", &bomb)]).contains(&Code::Syntax));
    // The YAML parser has its own limit.
    let deep = codes(&[("a", &format!("{HEAD}x: {}", "[".repeat(100_000)))]);
    assert!([vec![Code::TooDeep], vec![Code::Syntax]].contains(&deep), "{deep:?}");
    assert_eq!(codes(&[("a", &format!("{{\"x\": {}", "[".repeat(100_000)))])[0], Code::TooDeep);
}

#[cfg(feature = "yaml")]
#[test]
fn a_million_keys_and_endless_texts() {
    let mut keys = HEAD.to_owned();
    (0..1_000_000).for_each(|index| writeln!(keys, "k{index}: 1").unwrap());
    assert_eq!(codes(&[("a", &keys)]), [Code::TooLarge]);
    let mut keys = HEAD.to_owned();
    (0..100_000).for_each(|index| writeln!(keys, "k{index}: 1").unwrap());
    assert_eq!(codes(&[("a", &keys)]), [Code::UnknownField]);
    let broken = format!("{HEAD}{}", "x: [\n".repeat(500));
    assert!(!codes(&[("a", &broken)]).is_empty());
}

#[test]
fn long_chains_and_many_rules() {
    let mut units = String::new();
    (0..5_000)
        .for_each(|index| write!(units, r#""u{index}": {{"title": "U", "parent": "u{}"}}, "#, index + 1).unwrap());
    let chain = format!(r#"{{"namro": 1, "id": "a", "title": "A", "units": {{{units}"u5000": {{"title": "U"}}}}}}"#);
    assert_eq!(codes(&[("a", &chain)]), [Code::TooDeep]);
    let rule = r#"{"id": "r", "check": "true", "message": "M"},"#.repeat(30_000);
    let crowd = format!(
        r#"{{"namro": 1, "id": "a", "title": "A", "procedures": {{"p": {{"title": "P", "rules": [{}]}}}}}}"#,
        rule.trim_end_matches(',')
    );
    assert_eq!(codes(&[("a", &crowd)]), [Code::TooLarge]);
}

/// Content that a short text has once and many versions copy does not exhaust the memory.
#[test]
fn versions_that_copy_each_other() {
    let rules: Vec<String> =
        (0..1_000).map(|index| format!(r#"{{"id": "r{index}", "check": "true", "message": "M"}}"#)).collect();
    let mut versions =
        format!(r#"{{"title": "P", "in_force": {{"from": "2026-01-01"}}, "rules": [{}]}}"#, rules.join(","));
    for year in 1..2_000 {
        write!(
            versions,
            r#", {{"like": "2026-01-01", "in_force": {{"from": "{year:04}-01-01", "to": "{year:04}-12-31"}}}}"#
        )
        .unwrap();
    }
    let text = format!(r#"{{"namro": 1, "id": "a", "title": "A", "procedures": {{"p": [{versions}]}}}}"#);
    assert!(codes(&[("a", &text)]).contains(&Code::TooLarge));
}

/// Each misspelt name would be compared with all existing names.
#[test]
fn many_misspelt_names() {
    let unit = |index: usize| format!(r#""unit{index}": {{"title": "U", "parent": "unti{index}"}}"#);
    let units: Vec<String> = (0..20_000).map(unit).collect();
    let text = format!(r#"{{"namro": 1, "id": "a", "title": "A", "units": {{{}}}}}"#, units.join(","));
    assert_eq!(codes(&[("a", &text)]), [Code::UnknownReference]);
    let band = |index: usize| format!(r#"{{"id": "b{index}", "title": "B", "from": {index}}}"#);
    let bands: Vec<String> = (0..5_000).map(band).collect();
    let text = format!(
        r#"{{"namro": 1, "id": "a", "title": "A", "policies": {{"p": {{"title": "P", "components": {{}}, "bands": [{}]}}}}}}"#,
        bands.join(",")
    );
    assert!(codes(&[("a", &text)]).contains(&Code::PolicyBands));
}

/// Each unknown name would be searched for in all that was not read.
#[test]
fn many_names_beside_a_large_text_that_is_refused() {
    let unit = |index: usize| format!(r#""u{index}": {{"title": "U", "parent": "nowhere-{index}"}}"#);
    let units: Vec<String> = (0..5_000).map(unit).collect();
    let first =
        format!(r#"{{"namro": 1, "id": "a", "title": "A", "include": ["b"], "units": {{{}}}}}"#, units.join(","));
    let refused = format!(r#"{{"namro": 2, "id": "b", "title": "{}"}}"#, "nowhere- x ".repeat(200_000));
    assert_eq!(codes(&[("a", &first), ("b", &refused)]), [Code::UnknownReference, Code::BadVersion]);
}
