//! Identifiers of a written file: names of XML without a colon, each once in the file.

use std::collections::HashSet;

/// Gives every element an `id` that the schema of BPMN allows.
#[derive(Default)]
pub(super) struct Ids {
    used: HashSet<String>,
}

impl Ids {
    /// An unused NCName that is the wish itself, if that is possible.
    pub(super) fn of(&mut self, wish: &str) -> String {
        let mut name: String = wish.chars().map(|c| if is_inside(c) { c } else { '_' }).collect();
        if !name.starts_with(is_first) {
            name.insert(0, '_');
        }
        let mut unused = name.clone();
        let mut count = 1;
        while !self.used.insert(unused.clone()) {
            count += 1;
            unused = format!("{name}-{count}");
        }
        unused
    }
}

/// Letters that every edition of XML allows in names, with those of Vietnamese.
fn is_first(c: char) -> bool {
    let letters =
        matches!(c, '\u{c0}'..='\u{131}' | '\u{14a}'..='\u{17e}' | '\u{1a0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}');
    c.is_ascii_alphabetic() || c == '_' || letters && c != '×' && c != '÷'
}

fn is_inside(c: char) -> bool {
    is_first(c) || c.is_ascii_digit() || c == '-' || c == '.'
}
