//! Expressions as sentences, for authors who are no programmers.

use super::condition::Condition;
use super::spec::Rule;
use super::tree::{Comparison, Expr, Fold, Key, Kind, Literal, Operator, Path, Root, Unit};
use crate::text::Text;

/// What people call the value at a path; the text after the dot where nothing better is known.
pub type Names<'a> = &'a dyn Fn(&str) -> Option<Text>;

impl Rule {
    /// What must hold, in words; `names` gives the title of a field.
    pub fn words(&self, names: Names<'_>) -> Text {
        say(self.check(), names)
    }

    /// Where it is looked at, in words.
    pub fn when_words(&self, names: Names<'_>) -> Option<Text> {
        self.when().map(|when| say(when, names))
    }
}

impl Condition {
    /// The condition in words; `names` gives the title of a field.
    pub fn words(&self, names: Names<'_>) -> Text {
        say(self.expr(), names)
    }
}

fn say(expr: &Expr, names: Names<'_>) -> Text {
    let part = |expr: &Expr| operand(expr, names);
    match expr {
        Expr::Literal(literal) => value(literal),
        Expr::List(items) => joined(items, names, ", ", ", "),
        Expr::Path(path) => name(path, names),
        Expr::Today => Text::new("ngày xét", "the day of the check"),
        Expr::Present(inner) => around("đã có ", &part(inner), "", "", " is given"),
        Expr::Not(inner) => match &**inner {
            Expr::Present(inner) => around("chưa có ", &part(inner), "", "", " is not given"),
            inner => around("không phải: ", &part(inner), "", "not: ", ""),
        },
        Expr::All(parts) => joined(parts, names, " và ", " and "),
        Expr::Any(parts) => joined(parts, names, " hoặc ", " or "),
        Expr::If(parts) => {
            let [condition, then, otherwise] = &**parts;
            let [condition, then, otherwise] = [condition, then, otherwise].map(part);
            Text::new(
                format!("nếu {} thì {}, nếu không thì {}", condition.vi, then.vi, otherwise.vi),
                format!("if {} then {}, else {}", condition.en, then.en, otherwise.en),
            )
        }
        Expr::Compare(comparison, parts) => {
            let (vi, en) = match comparison {
                Comparison::Equal => ("bằng", "equals"),
                Comparison::NotEqual => ("khác", "differs from"),
                Comparison::Less => ("nhỏ hơn", "is less than"),
                Comparison::LessOrEqual => ("không quá", "is at most"),
                Comparison::Greater => ("lớn hơn", "is more than"),
                Comparison::GreaterOrEqual => ("ít nhất bằng", "is at least"),
            };
            infix(parts, vi, en, names)
        }
        Expr::In(parts) => infix(parts, "là một trong", "is one of", names),
        Expr::Fold(fold) => folded(fold, names),
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
                let member = part(member);
                text.vi.push_str(&format!("{sign}{}", member.vi));
                text.en.push_str(&format!("{sign}{}", member.en));
            }
            text
        }
        Expr::Matches(inner, pattern) => {
            let pattern = format!(" `{}`", pattern.as_str());
            around("", &part(inner), &format!(" đúng mẫu{pattern}"), "", &format!(" has the pattern{pattern}"))
        }
        Expr::Call(function, arguments) => called(function.name, arguments, names),
    }
}

fn folded(fold: &Fold, names: Names<'_>) -> Text {
    let list = operand(&fold.list, names);
    let filter = fold.filter.as_ref().map(|filter| operand(filter, names));
    let value = fold.value.as_ref().map(|value| operand(value, names));
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
            format!("no {} stands twice in {}", value.en, of.en),
        ),
        Kind::Filter => (of.vi, of.en),
        Kind::Map => {
            (format!("{} của từng mục trong {}", value.vi, of.vi), format!("{} of each item of {}", value.en, of.en))
        }
    };
    Text::new(vi, en)
}

/// What the functions of the library say of their first argument `{a}`, and of their second `{b}`.
const SAYINGS: &[(&str, &str, &str)] = &[
    ("size", "độ dài của {a}", "the size of {a}"),
    ("abs", "giá trị tuyệt đối của {a}", "the size without sign of {a}"),
    ("year", "năm của {a}", "the year of {a}"),
    ("month", "tháng của {a}", "the month of {a}"),
    ("day", "ngày của {a}", "the day of {a}"),
    ("startsWith", "{a} bắt đầu bằng {b}", "{a} begins with {b}"),
    ("endsWith", "{a} kết thúc bằng {b}", "{a} ends with {b}"),
    ("contains", "{a} có chứa {b}", "{a} contains {b}"),
    ("isIdentityNumber", "{a} là số định danh hợp lệ", "{a} is a sound identity number"),
    ("identityYear", "năm sinh trong {a}", "the year of birth in {a}"),
    ("identityIsFemale", "{a} là của nữ", "{a} is that of a woman"),
    ("identityPlaceKnown", "mã nơi sinh trong {a} có trong danh mục", "the place of birth in {a} is known"),
    ("isTaxCode", "{a} là mã số thuế hợp lệ", "{a} is a sound tax code"),
    ("isPhone", "{a} là số điện thoại hợp lệ", "{a} is a sound telephone number"),
    ("isMobile", "{a} là số di động hợp lệ", "{a} is a sound mobile number"),
    ("isEmail", "{a} là địa chỉ thư điện tử hợp lệ", "{a} is a sound e-mail address"),
    ("isPersonName", "{a} là tên người hợp lệ", "{a} is a sound name of a person"),
    ("isProvince", "{a} là tỉnh, thành phố hiện có", "{a} is a province of that day"),
    ("wasProvince", "{a} từng là tỉnh, thành phố", "{a} was a province"),
    ("saysAmount", "{a} đọc đúng số tiền {b}", "{a} says the amount of {b}"),
    ("sameName", "{a} trùng tên với {b}", "{a} is the same name as {b}"),
    (
        "similarName",
        "{a} trùng tên với {b} (kể cả khi dấu thanh đặt khác chỗ)",
        "{a} is the same name as {b} (wherever the tone mark stands)",
    ),
];

fn called(function: &str, arguments: &[Expr], names: Names<'_>) -> Text {
    let Some((_, vi, en)) = SAYINGS.iter().find(|(known, ..)| *known == function) else {
        let before = format!("{function}(");
        return around(&before, &joined(arguments, names, ", ", ", "), ")", &before, ")");
    };
    let mut values = arguments.iter().map(|argument| operand(argument, names));
    let (a, b) = (values.next().unwrap_or_default(), values.next().unwrap_or_default());
    Text::new(
        Text::same(*vi).fill(&[("a", a.vi), ("b", b.vi)]).vi,
        Text::same(*en).fill(&[("a", a.en), ("b", b.en)]).en,
    )
}

/// What a path names: its last word, else the document itself.
fn name(path: &Path, names: Names<'_>) -> Text {
    let last = path.keys.iter().rev().find_map(|key| match key {
        Key::Name(name) => Some(name.as_str()),
        Key::Index(_) => None,
    });
    match (last, path.root) {
        (Some(last), _) => names(last).map_or_else(
            || Text::same(format!("«{last}»")),
            |title| Text::new(format!("«{}»", title.vi), format!("«{}»", title.en)),
        ),
        (None, Root::Data(0)) => Text::new("tờ khai", "the form"),
        (None, Root::Data(_)) => Text::same(&*path.text),
        (None, Root::Local(_)) if &*path.text == "i" => Text::new("số thứ tự", "its number"),
        (None, Root::Local(_)) => Text::new("mục", "the item"),
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
fn operand(expr: &Expr, names: Names<'_>) -> Text {
    let text = say(expr, names);
    match expr {
        Expr::All(_) | Expr::Any(_) | Expr::If(_) => around("(", &text, ")", "(", ")"),
        _ => text,
    }
}

fn infix(parts: &[Expr; 2], vi: &str, en: &str, names: Names<'_>) -> Text {
    let [left, right] = parts.each_ref().map(|part| operand(part, names));
    Text::new(format!("{} {vi} {}", left.vi, right.vi), format!("{} {en} {}", left.en, right.en))
}

fn joined(parts: &[Expr], names: Names<'_>, vi: &str, en: &str) -> Text {
    let parts: Vec<Text> = parts.iter().map(|part| operand(part, names)).collect();
    let join = |pick: fn(&Text) -> &str, by: &str| parts.iter().map(pick).collect::<Vec<_>>().join(by);
    Text::new(join(|text| &text.vi, vi), join(|text| &text.en, en))
}

fn around(vi_before: &str, text: &Text, vi_after: &str, en_before: &str, en_after: &str) -> Text {
    Text::new(format!("{vi_before}{}{vi_after}", text.vi), format!("{en_before}{}{en_after}", text.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (String, String) {
        let names = |name: &str| (name == "von").then(|| Text::new("Vốn", "Capital"));
        let words = Condition::parse(text).unwrap().words(&names);
        (words.vi, words.en)
    }

    #[test]
    fn rules_read_as_sentences() {
        assert_eq!(told("d.von > 0"), ("«Vốn» lớn hơn 0".to_owned(), "«Capital» is more than 0".to_owned()));
        let (vi, en) = told("d.gop.sum(t, t.von) == d.von && has(d.ten)");
        assert_eq!(vi, "tổng «Vốn» của «gop» bằng «Vốn» và đã có «ten»");
        assert_eq!(en, "the sum of «Capital» of «gop» equals «Capital» and «ten» is given");
        assert_eq!(told("years(d.sinh, today) >= 18").0, "số năm từ «sinh» đến ngày xét ít nhất bằng 18");
        assert_eq!(
            told("d.loai in ['a', 'b'] || !has(d.von)").1,
            "«loai» is one of “a”, “b” or «Capital» is not given"
        );
    }
}
