//! Pieces of a text that could not be read and were left out, and the parts of the document that contained them.

use super::{Node, Value, push_token};
use crate::base::error::Place;

/// A piece of a text that could not be read.
#[derive(Clone, Debug)]
pub(crate) struct Gap {
    /// Pointer to the part of the document that contained it.
    pub(crate) pointer: String,
    /// Place of the reported fault.
    pub(crate) place: Place,
    /// The piece.
    pub(crate) text: Box<str>,
}

/// Calls `found` with the position and the pointer of each part of a document.
pub(super) fn each_part(node: &Node, found: &mut dyn FnMut((u32, u32), &str)) {
    fn walk(node: &Node, pointer: &mut String, found: &mut dyn FnMut((u32, u32), &str)) {
        found((node.line, node.column), pointer);
        let length = pointer.len();
        for (token, child) in children(node) {
            push_token(pointer, &token);
            walk(child, pointer, found);
            pointer.truncate(length);
        }
    }
    walk(node, &mut String::new(), found);
}

/// The pointer of the innermost part that contained a line of block style, which is not in the document; by the number
/// and the text of the line.
#[cfg(feature = "yaml")]
pub(super) fn part_around(node: &Node, line: u32, text: &str) -> String {
    let indent = u32::try_from(text.len() - text.trim_start().len()).unwrap_or(u32::MAX);
    let is_item = text.trim_start().starts_with("- ");
    let (mut at, mut pointer) = (node, String::new());
    loop {
        let in_list = matches!(at.value, Value::List(_));
        let before = children(at).into_iter().filter(|(_, child)| child.line <= line);
        let Some((token, child)) = before.max_by_key(|(_, child)| child.line) else { return pointer };
        let column = child.column.saturating_sub(1);
        let belongs = match &child.value {
            // The position of an item is that of its first field, the position of an entry that of its key.
            Value::Map(_) if in_list => indent >= column,
            Value::List(_) if is_item => indent >= column,
            Value::Map(_) | Value::List(_) | Value::Null => indent > column,
            _ => false,
        };
        if !belongs && last_line(child) <= line {
            return pointer;
        }
        push_token(&mut pointer, &token);
        at = child;
    }
}

fn children(node: &Node) -> Vec<(std::borrow::Cow<'_, str>, &Node)> {
    match &node.value {
        Value::Map(map) => map.iter().map(|(key, node)| (key.into(), node)).collect(),
        Value::List(list) => list.iter().enumerate().map(|(index, node)| (index.to_string().into(), node)).collect(),
        _ => Vec::new(),
    }
}

#[cfg(feature = "yaml")]
fn last_line(node: &Node) -> u32 {
    children(node).into_iter().map(|(_, child)| last_line(child)).fold(node.line, u32::max)
}

#[cfg(test)]
#[path = "tests/gap.rs"]
mod tests;
