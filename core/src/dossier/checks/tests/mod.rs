//! Tests of `checks`.

use super::{LIBRARY, SENTENCES};
use crate::base::error::Faults;
use crate::base::shape::Cursor;
use crate::base::value::{Node, Value};
use crate::rule::{Condition, Limits, Scope, Wording};

#[test]
fn every_function_is_said_in_words_and_read_back() {
    let scope = Scope { data: &["d"], library: LIBRARY, limits: Limits::default() };
    let read = |text: &str| {
        let node = Node::from(Value::Text(text.into()));
        let mut faults = Faults::new();
        Condition::read(&Cursor::root(&node, None), scope, &mut faults).unwrap_or_else(|| panic!("{text} {faults}"))
    };
    for function in LIBRARY.functions() {
        let arguments: Vec<_> = (0..function.arity()).map(|at| format!("d.a{at}")).collect();
        let call = format!("{}({})", function.name, arguments.join(", "));
        let condition = read(&if function.is_condition() { call } else { format!("{call} == d.z") });
        assert_eq!(read(&condition.to_string()).to_string(), condition.to_string());
        let words = condition.words(Wording { sentences: SENTENCES, names: &|_| None });
        for sentence in [words.vi, words.en] {
            assert!(!sentence.contains(&format!("{}(", function.name)) && !sentence.contains('{'), "{sentence}");
            assert!(arguments.iter().take(2).all(|name| sentence.contains(&name[2..])), "{sentence}");
        }
    }
}

#[test]
fn every_function_is_in_the_reference() {
    let reference = include_str!("../../../../../docs/rules-reference.md");
    for function in LIBRARY.functions() {
        let name = function.name;
        assert!(["`", "("].iter().any(|end| reference.contains(&format!("`{name}{end}"))), "{name}");
    }
}
