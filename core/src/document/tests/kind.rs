//! Tests of `kind`.

use super::Kind;

#[test]
fn there_are_29_kinds() {
    assert_eq!(Kind::ALL.len(), 29);
    let mut known: Vec<_> = Kind::ALL.iter().filter_map(|(_, kind)| kind.abbreviation()).collect();
    assert_eq!(known.len(), 27);
    known.sort_unstable();
    known.dedup();
    assert_eq!(known.len(), 27);
    assert_eq!(Kind::of_abbreviation("DA"), Some(Kind::Project));
    assert_eq!(Kind::of_abbreviation("ĐA"), Some(Kind::Scheme));
    assert_eq!(Kind::of_abbreviation("qđ"), None);
}
