//! Writes a tree as JSON that reads back as the same tree.

use super::{Node, Value};
use std::fmt::Write;

/// JSON text without spaces, keys in the order of the tree, escapes as in RFC 8785. All numbers stay numbers, since
/// this library itself reads the rulebook again; an answer, which other readers get too, is written by
/// [`crate::base::canon::canonical`] instead.
pub fn exact_json(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

fn write(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(bool) => out.push_str(if *bool { "true" } else { "false" }),
        Value::Integer(integer) => drop(write!(out, "{integer}")),
        Value::Decimal(decimal) => drop(write!(out, "{decimal}")),
        Value::Text(text) => write_text(text, out),
        Value::List(list) => {
            out.push('[');
            for (index, item) in list.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                write(item, out);
            }
            out.push(']');
        }
        Value::Map(map) => {
            out.push('{');
            for (index, (key, item)) in map.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                write_text(key, out);
                out.push(':');
                write(item, out);
            }
            out.push('}');
        }
    }
}

/// A string in quotes, with the escapes of RFC 8785.
pub(crate) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    if text.bytes().all(|byte| byte >= b' ' && !matches!(byte, b'"' | b'\\')) {
        out.push_str(text);
    } else {
        text.chars().for_each(|character| escape(character, out));
    }
    out.push('"');
}

fn escape(character: char, out: &mut String) {
    match character {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        control if control < ' ' => drop(write!(out, "\\u{:04x}", u32::from(control))),
        other => out.push(other),
    }
}

#[cfg(test)]
#[path = "tests/write.rs"]
mod tests;
