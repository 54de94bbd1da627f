//! Expressions as sentences, for authors who are no programmers.

use super::condition::Condition;
use super::date_difference::Unit;
use super::function::{Function, Sentences};
use super::literal::Literal;
use super::reads::FORM;
use super::spec::Rule;
use super::tree::{Comparison, Expr, Fold, Gives, Key, Kind, Operator, Path, Start};
use crate::base::text::Text;

/// What people call a field: of the form by its way (`/diaChi/tinh`), of an item by its name alone (`soCoPhan`), of what
/// else is handed in as the rule writes it (`filing.channel`). What has no title is called as it is written.
pub(crate) type Names<'a> = &'a dyn Fn(&str) -> Option<Text>;

/// What a sentence about an expression needs beside it.
#[derive(Clone, Copy)]
pub(crate) struct Wording<'a> {
    /// What is said of the functions that it calls.
    pub(crate) sentences: Sentences,
    /// What the fields that it reads are called.
    pub(crate) names: Names<'a>,
}

impl Rule {
    /// What must hold, in words.
    pub(crate) fn words(&self, wording: Wording<'_>) -> Text {
        sentence(self.check(), wording)
    }

    /// Where it is looked at, in words.
    pub(crate) fn when_words(&self, wording: Wording<'_>) -> Option<Text> {
        self.when().map(|when| sentence(when, wording))
    }
}

impl Condition {
    /// The condition in words.
    pub(crate) fn words(&self, wording: Wording<'_>) -> Text {
        sentence(self.expr(), wording)
    }

    /// The same of an expression that gives a value.
    pub(crate) fn value_words(&self, wording: Wording<'_>) -> Text {
        operand(self.expr(), wording)
    }
}

fn say(expr: &Expr, wording: Wording<'_>) -> Text {
    let part = |expr: &Expr| operand(expr, wording);
    match expr {
        Expr::Literal(literal) => value(literal),
        Expr::List(items) => joined(items, wording, ", ", ", "),
        Expr::Path(path) => name(path, wording),
        Expr::Today => Text::new("ngày xét", "the day of the check"),
        Expr::Present(inner) => around("đã có ", &part(inner), "", "", " is given"),
        Expr::Not(inner) => match &**inner {
            Expr::Present(inner) => around("chưa có ", &part(inner), "", "", " is not given"),
            Expr::Path(_) => around("", &part(inner), " là sai", "", " is false"),
            Expr::Fold(fold) if fold.kind == Kind::Some => none(fold, wording),
            inner => around("không phải: ", &part(inner), "", "not: ", ""),
        },
        Expr::All(parts) => joined_by(worth_saying(parts), wording, holds, " và ", " and "),
        Expr::Any(parts) => joined_by(parts.iter().collect(), wording, holds, " hoặc ", " or "),
        Expr::If(parts) => {
            let [condition, then, otherwise] = &**parts;
            let (condition, [then, otherwise]) = (holds(condition, wording), [then, otherwise].map(part));
            Text::new(
                format!("nếu {} thì {}, nếu không thì {}", condition.vi, then.vi, otherwise.vi),
                format!("if {} then {}, else {}", condition.en, then.en, otherwise.en),
            )
        }
        Expr::Compare(comparison, parts) => {
            let [left, right] = &**parts;
            let emptied = match (left.is_nothing(), right.is_nothing(), comparison) {
                (false, true, Comparison::Equal | Comparison::NotEqual) => Some(left),
                (true, false, Comparison::Equal | Comparison::NotEqual) => Some(right),
                _ => None,
            };
            if let Some(emptied) = emptied {
                let (vi, en) = match comparison {
                    Comparison::Equal => (" để trống", " is empty"),
                    _ => (" không để trống", " is not empty"),
                };
                return around("", &part(emptied), vi, "", en);
            }
            let truths = |expr: &Expr| expr.gives() == Gives::Truth && !matches!(expr, Expr::Literal(_));
            if *comparison == Comparison::Equal && parts.iter().all(truths) {
                return infix(parts, "khi và chỉ khi", "exactly when", wording);
            }
            let days = parts.iter().any(|side| matches!(side, Expr::Today));
            let (vi, en) = match comparison {
                Comparison::Less if days => ("trước", "is before"),
                Comparison::LessOrEqual if days => ("không sau", "is not after"),
                Comparison::Greater if days => ("sau", "is after"),
                Comparison::GreaterOrEqual if days => ("không trước", "is not before"),
                Comparison::Equal => ("bằng", "equals"),
                Comparison::NotEqual => ("khác", "differs from"),
                Comparison::Less => ("nhỏ hơn", "is less than"),
                Comparison::LessOrEqual => ("không quá", "is at most"),
                Comparison::Greater => ("lớn hơn", "is more than"),
                Comparison::GreaterOrEqual => ("ít nhất bằng", "is at least"),
            };
            infix(parts, vi, en, wording)
        }
        Expr::In(parts) => infix(parts, "là một trong", "is one of", wording),
        Expr::Fold(fold) => folded(fold, wording),
        Expr::Between(unit, parts) => {
            let [from, to] = &**parts;
            let (from, to) = (part(from), part(to));
            let (vi, en) = match unit {
                Unit::Years => ("năm", "years"),
                Unit::Months => ("tháng", "months"),
                Unit::Days => ("ngày", "days"),
                Unit::WorkingDays => ("ngày làm việc", "working days"),
            };
            Text::new(
                format!("số {vi} từ {} đến {}", from.vi, to.vi),
                format!("the number of {en} from {} to {}", from.en, to.en),
            )
        }
        Expr::Arithmetic(members) => {
            let in_product = !is_sum(expr);
            let mut text = Text::default();
            for (index, (operator, member)) in members.iter().enumerate() {
                let sign = match operator {
                    Operator::Plus if index == 0 => "",
                    Operator::Plus => " + ",
                    Operator::Minus => " − ",
                    Operator::Times if index == 0 => "",
                    Operator::Times => " × ",
                    Operator::Over => " ÷ ",
                    Operator::Remainder => " mod ",
                };
                // Products go before sums, as everyone reads them.
                let bound = in_product || (index > 0 && is_sum(member));
                let member = if bound { part_of(member, wording) } else { part(member) };
                text.vi.push_str(&format!("{sign}{}", member.vi));
                text.en.push_str(&format!("{sign}{}", member.en));
            }
            text
        }
        Expr::Matches(inner, pattern) => {
            let pattern = format!(" `{}`", pattern.as_str());
            around("", &part(inner), &format!(" đúng mẫu{pattern}"), "", &format!(" has the pattern{pattern}"))
        }
        Expr::Call(function, arguments) => called(function, arguments, wording),
    }
}

fn folded(fold: &Fold, wording: Wording<'_>) -> Text {
    let list = operand(&fold.list, wording);
    let filter = fold.filter.as_ref().map(|filter| sentence(filter, wording));
    let value = fold.value.as_ref().map(|value| operand(value, wording));
    let of = match &filter {
        Some(filter) => Text::new(
            format!("{} (chỉ các mục mà {})", list.vi, filter.vi),
            format!("{} (only where {})", list.en, filter.en),
        ),
        None => list.clone(),
    };
    let value = value.unwrap_or_else(|| Text::new("mục", "the item"));
    let (vi, en) = match fold.kind {
        Kind::Every => {
            (format!("mọi mục của {}: {}", of.vi, value.vi), format!("for every item of {}: {}", of.en, value.en))
        }
        Kind::Some => (
            format!("có ít nhất một mục của {}: {}", of.vi, value.vi),
            format!("for some item of {}: {}", of.en, value.en),
        ),
        Kind::One => (
            format!("có đúng một mục của {}: {}", of.vi, value.vi),
            format!("for exactly one item of {}: {}", of.en, value.en),
        ),
        Kind::Count => (format!("số mục của {}", of.vi), format!("the number of items of {}", of.en)),
        Kind::Sum => (format!("tổng {} của {}", value.vi, of.vi), format!("the sum of {} of {}", value.en, of.en)),
        Kind::Least => (format!("{} nhỏ nhất của {}", value.vi, of.vi), format!("the least {} of {}", value.en, of.en)),
        Kind::Greatest => {
            (format!("{} lớn nhất của {}", value.vi, of.vi), format!("the greatest {} of {}", value.en, of.en))
        }
        Kind::Unique => (
            format!("{} không trùng nhau trong {}", value.vi, of.vi),
            format!("no {} occurs twice in {}", value.en, of.en),
        ),
        Kind::Filter => (of.vi, of.en),
        Kind::Map => {
            (format!("{} của từng mục trong {}", value.vi, of.vi), format!("{} of each item of {}", value.en, of.en))
        }
    };
    Text::new(vi, en)
}

/// That no item is one for which something holds.
fn none(fold: &Fold, wording: Wording<'_>) -> Text {
    let list = operand(&fold.list, wording);
    let value = fold.value.as_ref().map_or_else(|| Text::new("mục", "the item"), |value| sentence(value, wording));
    Text::new(
        format!("không mục nào của {}: {}", list.vi, value.vi),
        format!("for no item of {}: {}", list.en, value.en),
    )
}

fn called(function: &Function, arguments: &[Expr], wording: Wording<'_>) -> Text {
    let all = joined(arguments, wording, ", ", ", ");
    let Some(sentence) = wording.sentences.get(function) else {
        let before = format!("{}(", function.name);
        return around(&before, &all, ")", &before, ")");
    };
    let values = arguments.iter().map(|argument| part_of(argument, wording));
    let named: Vec<_> = ["a", "b", "c"].into_iter().zip(values).chain([("*", all)]).collect();
    Text::new(sentence.vi, sentence.en).fill_texts(&named)
}

/// What a path names: its last word, else the document itself.
fn name(path: &Path, wording: Wording<'_>) -> Text {
    let last = path.keys.iter().rev().find_map(|key| match key {
        Key::Name(name) => Some(name.as_str()),
        Key::Index(_) => None,
    });
    match (last, path.start) {
        (Some(last), start) => (wording.names)(&way(path, start, last)).map_or_else(
            || Text::same(format!("«{last}»")),
            |title| Text::new(format!("«{}»", title.vi), format!("«{}»", title.en)),
        ),
        (None, Start::Document(FORM)) => Text::new("tờ khai", "the form"),
        (None, Start::Document(_)) => (wording.names)(&path.text).map_or_else(
            || Text::same(&*path.text),
            |title| Text::new(format!("«{}»", title.vi), format!("«{}»", title.en)),
        ),
        (None, Start::Local(_)) if &*path.text == "i" => Text::new("số thứ tự", "its number"),
        (None, Start::Local(_)) => Text::new("mục", "the item"),
    }
}

/// Those of several conditions that have to be said: what is said of a field says already that it is given.
fn worth_saying(parts: &[Expr]) -> Vec<&Expr> {
    parts.iter().filter(|part| !parts.iter().any(|other| says_given(other, part))).collect()
}

/// Whether an expression, where it holds, says itself what another one asks: that a field is given.
fn says_given(expr: &Expr, asks: &Expr) -> bool {
    let Expr::Present(field) = asks else { return false };
    let Expr::Path(field) = &**field else { return false };
    let is_field =
        |part: &Expr| matches!(part, Expr::Path(path) if path.text == field.text && path.start == field.start);
    match expr {
        Expr::Path(_) => is_field(expr),
        Expr::Compare(Comparison::NotEqual, _) => false,
        Expr::Compare(_, sides) if sides.iter().any(Expr::is_nothing) => false,
        Expr::Compare(..) | Expr::In(_) | Expr::Matches(..) | Expr::Call(..) => expr.parts().into_iter().any(is_field),
        _ => false,
    }
}

fn way(path: &Path, start: Start, last: &str) -> String {
    match start {
        Start::Document(FORM) => {}
        Start::Document(_) => return path.text.to_string(),
        Start::Local(_) => return last.to_owned(),
    }
    let mut way = String::new();
    for key in &path.keys {
        if let Key::Name(name) = key {
            way.push('/');
            way.push_str(name.as_str());
        }
    }
    way
}

fn is_sum(expr: &Expr) -> bool {
    let sums = |(operator, _): &(Operator, Expr)| matches!(operator, Operator::Plus | Operator::Minus);
    matches!(expr, Expr::Arithmetic(members) if members.iter().skip(1).all(sums))
}

/// What holds or does not, as a sentence.
fn sentence(expr: &Expr, wording: Wording<'_>) -> Text {
    if matches!(expr, Expr::Path(_)) { holds(expr, wording) } else { say(expr, wording) }
}

/// The same as a part of one.
fn holds(expr: &Expr, wording: Wording<'_>) -> Text {
    let text = operand(expr, wording);
    match expr {
        Expr::Path(_) => around("", &text, " là đúng", "", " is true"),
        _ => text,
    }
}

/// An operand, in brackets if it has parts itself.
fn part_of(expr: &Expr, wording: Wording<'_>) -> Text {
    let text = operand(expr, wording);
    match expr {
        Expr::Arithmetic(members) if members.len() > 1 => around("(", &text, ")", "(", ")"),
        Expr::Compare(..) | Expr::In(_) | Expr::Not(_) | Expr::Call(..) => around("(", &text, ")", "(", ")"),
        _ => text,
    }
}

fn value(literal: &Literal) -> Text {
    match literal {
        Literal::Null => Text::new("để trống", "nothing"),
        Literal::Bool(true) => Text::new("đúng", "true"),
        Literal::Bool(false) => Text::new("sai", "false"),
        Literal::Number(number) => Text::same(number.to_string()),
        Literal::Text(text) => Text::same(format!("“{text}”")),
    }
}

/// In brackets where it is made of parts.
fn operand(expr: &Expr, wording: Wording<'_>) -> Text {
    let text = say(expr, wording);
    match expr {
        Expr::All(parts) if worth_saying(parts).len() == 1 => text,
        Expr::All(_) | Expr::Any(_) | Expr::If(_) => around("(", &text, ")", "(", ")"),
        _ => text,
    }
}

fn infix(parts: &[Expr; 2], vi: &str, en: &str, wording: Wording<'_>) -> Text {
    // What a function says of two values has words of its own, which must not run into these.
    let side = |part: &Expr| match part {
        Expr::Call(function, arguments) if !function.is_condition() && arguments.len() > 1 => part_of(part, wording),
        part => operand(part, wording),
    };
    let [left, right] = parts.each_ref().map(side);
    Text::new(format!("{} {vi} {}", left.vi, right.vi), format!("{} {en} {}", left.en, right.en))
}

fn joined(parts: &[Expr], wording: Wording<'_>, vi: &str, en: &str) -> Text {
    joined_by(parts.iter().collect(), wording, operand, vi, en)
}

fn joined_by(parts: Vec<&Expr>, wording: Wording<'_>, say: fn(&Expr, Wording<'_>) -> Text, vi: &str, en: &str) -> Text {
    Text::join(&parts.into_iter().map(|part| say(part, wording)).collect::<Vec<_>>(), vi, en)
}

fn around(vi_before: &str, text: &Text, vi_after: &str, en_before: &str, en_after: &str) -> Text {
    Text::new(format!("{vi_before}{}{vi_after}", text.vi), format!("{en_before}{}{en_after}", text.en))
}

#[cfg(test)]
#[path = "tests/words.rs"]
mod tests;
