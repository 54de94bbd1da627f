//! Tests of `columns`.

use super::*;

#[test]
fn names_are_interned_once() {
    let mut names = Names::default();
    let first = names.intern("a").unwrap();
    names.intern("b").unwrap();
    assert_eq!(names.intern("a"), Some(first));
    assert_eq!((names.len(), names.get(first), names.find("c")), (2, "a", None));
    assert_eq!(Names::default().find("a"), None);
}

#[test]
fn many_names_are_found_again() {
    let mut names = Names::default();
    let many: Vec<String> = (0..10_000).map(|number| format!("{}", number % 7_000)).collect();
    let symbols: Vec<Symbol> = many.iter().map(|name| names.intern(name).unwrap()).collect();
    assert_eq!(names.len(), 7_000);
    for (name, symbol) in many.iter().zip(symbols) {
        assert_eq!((names.get(symbol), names.find(name)), (name.as_str(), Some(symbol)));
    }
}
