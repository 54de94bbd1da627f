//! Expressions back into text: for traces, and for authors who wrote the tree.

use super::date_difference::Unit;
use super::literal::quoted;
use super::tree::{Comparison, Expr, Key, Kind, Operator};

impl std::fmt::Display for Expr {
    /// The expression text that reads back into this tree.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = String::new();
        write(self, &mut out);
        f.write_str(&out)
    }
}

/// Writes an expression so that it reads back into the same tree.
pub(super) fn write(expr: &Expr, out: &mut String) {
    match expr {
        Expr::Literal(literal) => literal.write(out),
        Expr::List(items) => {
            out.push('[');
            joined(items, ", ", out);
            out.push(']');
        }
        Expr::Path(path) => out.push_str(&path.text),
        Expr::Today => out.push_str("today"),
        Expr::Present(inner) => call("has", std::slice::from_ref(&**inner), out),
        Expr::Not(inner) => {
            out.push('!');
            operand(inner, out);
        }
        Expr::All(parts) => chain(parts, " && ", out),
        Expr::Any(parts) => chain(parts, " || ", out),
        Expr::If(parts) => {
            let [condition, then, otherwise] = &**parts;
            operand(condition, out);
            out.push_str(" ? ");
            operand(then, out);
            out.push_str(" : ");
            operand(otherwise, out);
        }
        Expr::Compare(comparison, parts) => {
            let sign = Comparison::ALL.iter().find(|(_, _, known)| known == comparison).map_or("", |entry| entry.0);
            infix(parts, sign, out);
        }
        Expr::In(parts) => infix(parts, "in", out),
        Expr::Fold(fold) => {
            operand(&fold.list, out);
            out.push('.');
            let name = Kind::ALL.iter().find(|(_, known)| *known == fold.kind).map_or("", |entry| entry.0);
            out.push_str(name);
            out.push('(');
            out.push_str(&fold.item);
            for part in [&fold.filter, &fold.value].into_iter().flatten() {
                out.push_str(", ");
                write(part, out);
            }
            out.push(')');
        }
        Expr::Between(unit, parts) => {
            let name = Unit::ALL.iter().find(|(_, known)| known == unit).map_or("", |entry| entry.0);
            call(name, &**parts, out);
        }
        Expr::Arithmetic(members) => {
            for (index, (operator, member)) in members.iter().enumerate() {
                let sign = Operator::ALL.iter().find(|(_, _, known)| known == operator).map_or("", |entry| entry.0);
                match (index, operator) {
                    (0, Operator::Minus) => out.push('-'),
                    (0, _) => {}
                    _ => {
                        out.push(' ');
                        out.push_str(sign);
                        out.push(' ');
                    }
                }
                operand(member, out);
            }
        }
        Expr::Matches(inner, pattern) => {
            out.push_str("matches(");
            write(inner, out);
            out.push_str(", ");
            quoted(pattern.as_str(), out);
            out.push(')');
        }
        Expr::Call(function, arguments) => call(function.name, arguments, out),
    }
}

/// Writes one step of a path.
pub(super) fn step(key: &Key, out: &mut String) {
    let plain = |name: &str| {
        let first = |char: char| char == '_' || char.is_alphabetic();
        name.starts_with(first) && name.chars().all(|char| char == '_' || char.is_ascii_digit() || char.is_alphabetic())
    };
    match key {
        Key::Name(name) if plain(name.as_str()) => {
            out.push('.');
            out.push_str(name.as_str());
        }
        Key::Name(name) => {
            out.push('[');
            quoted(name.as_str(), out);
            out.push(']');
        }
        Key::Index(index) => out.push_str(&format!("[{index}]")),
    }
}

/// In brackets where it is made of parts, so that precedence never has to be thought about.
fn operand(expr: &Expr, out: &mut String) {
    let plain = matches!(
        expr,
        Expr::Literal(_)
            | Expr::List(_)
            | Expr::Path(_)
            | Expr::Today
            | Expr::Present(_)
            | Expr::Call(..)
            | Expr::Fold(_)
            | Expr::Between(..)
            | Expr::Matches(..)
    );
    if plain {
        write(expr, out);
    } else {
        out.push('(');
        write(expr, out);
        out.push(')');
    }
}

fn infix(parts: &[Expr; 2], sign: &str, out: &mut String) {
    let [left, right] = parts;
    operand(left, out);
    out.push(' ');
    out.push_str(sign);
    out.push(' ');
    operand(right, out);
}

fn chain(parts: &[Expr], sign: &str, out: &mut String) {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push_str(sign);
        }
        operand(part, out);
    }
}

fn joined(parts: &[Expr], between: &str, out: &mut String) {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push_str(between);
        }
        write(part, out);
    }
}

fn call(name: &str, arguments: &[Expr], out: &mut String) {
    out.push_str(name);
    out.push('(');
    joined(arguments, ", ", out);
    out.push(')');
}
