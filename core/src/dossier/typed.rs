//! What people type into a field (*nội dung người dùng gõ*), and how a value is shown to them.

use crate::base::exact::Decimal;
use crate::base::text::{Language, is_blank, lower, nfc};
use crate::base::time::Date;
use crate::base::value::Value;
use crate::rule::schema::{FieldKind, Part};

/// The value of a typed text, composed (NFC) and without blanks around it; `None` if nothing was typed. What cannot be read
/// as the kind of field asks stays as text, so that a check says what is wrong with it.
pub(crate) fn read(kind: FieldKind, part: &Part, text: &str, language: Language) -> Option<Value> {
    let text = nfc(text.trim());
    if is_blank(&text) {
        return None;
    }
    let value = match kind {
        FieldKind::Integer | FieldKind::Money => number(&text, language, false),
        FieldKind::Decimal => number(&text, language, true),
        FieldKind::Date => day(&text).map(|day| Value::Text(day.to_string().into())),
        FieldKind::YesNo => yes_or_no(&text),
        FieldKind::Choice => choice(part, &text),
        FieldKind::IdentityNumber | FieldKind::TaxCode => {
            Some(Value::Text(text.split_whitespace().collect::<String>().into()))
        }
        _ => None,
    };
    Some(value.unwrap_or_else(|| Value::Text((&*text).into())))
}

/// A value as it is shown in a field of a kind.
pub(crate) fn show(kind: FieldKind, value: &Value, language: Language) -> String {
    match value {
        Value::Text(text) => match Date::from_text(text).filter(|_| kind == FieldKind::Date) {
            Some(day) => day.vietnamese(),
            None => text.to_string(),
        },
        Value::Integer(integer) if kind == FieldKind::Money => grouped(&integer.to_string(), language),
        Value::Integer(integer) => integer.to_string(),
        Value::Decimal(decimal) => match language {
            Language::Vi => decimal.to_string().replace('.', ","),
            Language::En => decimal.to_string(),
        },
        Value::Bool(bool) => bool.to_string(),
        Value::Null | Value::List(_) | Value::Map(_) => String::new(),
    }
}

/// Groups of three digits, from the right.
fn grouped(digits: &str, language: Language) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let mut out = sign.to_owned();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(if language == Language::Vi { '.' } else { ',' });
        }
        out.push(digit);
    }
    out
}

/// Reads `1.000.000`, `1,5`, `1 000 000 đ`, in the marks of the language where they could mean either.
fn number(text: &str, language: Language, fraction: bool) -> Option<Value> {
    let text: String = lower(text).split_whitespace().collect();
    let text = ["đồng", "vnđ", "vnd", "đ", "₫"].into_iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text);
    let (sign, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let grouping = if language == Language::Vi { '.' } else { ',' };
    let last = text.rfind(['.', ',']);
    let mark = last.and_then(|at| text.get(at..)?.chars().next());
    let single = |mark: char| text.matches(mark).count() == 1;
    let other = |mark: char| text.contains(if mark == '.' { ',' } else { '.' });
    // Whether the last mark parts the fraction from the whole.
    let parts = last.zip(mark).filter(|(at, mark)| {
        let groups = text.len() - at == 4 && (1..=3).contains(at) && !text.starts_with('0');
        single(*mark) && (other(*mark) || if fraction { *mark != grouping || !groups } else { !groups })
    });
    let (whole, fine) = match parts {
        Some((at, _)) => (text.get(..at)?, text.get(at + 1..)?),
        None => (text, ""),
    };
    let mut groups = whole.split(['.', ',']);
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    // One mark alone groups.
    let mixed = whole.contains('.') && whole.contains(',');
    let all = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if mixed || digits.is_empty() || !all(&digits) || !all(fine) || (parts.is_some() && (!fraction || fine.is_empty()))
    {
        return None;
    }
    Decimal::parse(&format!("{sign}{digits}.{fine}")).map(Value::from)
}

/// Reads `13/02/2026`, `13-2-2026`, `13022026`, `2026-02-13`, `ngày 13 tháng 2 năm 2026`: always the day first, unless the
/// year is.
fn day(text: &str) -> Option<Date> {
    let numbers: Vec<&str> = text.split(|char: char| !char.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = match numbers.as_slice() {
        [year, month, day] if year.len() == 4 => [*day, *month, *year],
        [day, month, year] => [*day, *month, *year],
        [all] if all.len() == 8 => [all.get(..2)?, all.get(2..4)?, all.get(4..)?],
        _ => return None,
    };
    let fits = year.len() == 4 && day.len() <= 2 && month.len() <= 2;
    fits.then(|| Date::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
}

fn yes_or_no(text: &str) -> Option<Value> {
    match lower(text).as_str() {
        "true" | "có" | "yes" => Some(Value::Bool(true)),
        "false" | "không" | "no" => Some(Value::Bool(false)),
        _ => None,
    }
}

/// The choice that is written, as its value or in its words.
fn choice(part: &Part, text: &str) -> Option<Value> {
    let written = |value: &Value| show(FieldKind::Choice, value, Language::En) == text;
    let same = |words: &str| lower(words) == lower(text);
    let mut choices = part.choices();
    let found =
        choices.find(|(value, words)| written(value) || words.is_some_and(|words| same(&words.vi) || same(&words.en)));
    found.map(|(value, _)| value.clone())
}

#[cfg(test)]
#[path = "tests/typed.rs"]
mod tests;
