//! Values of the core schema, except for those that other readers understand differently.

use crate::base::error::{Code, Error};
use crate::base::exact::Decimal;
use crate::base::value::Value;
use saphyr_parser::ScalarStyle;

/// Whether a text looks like the name of a field.
pub(super) fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

pub(super) fn read_as(key: &str) -> &'static str {
    scalar(key, ScalarStyle::Plain).map_or("number", |value| value.kind())
}

/// The core schema of YAML 1.2, except for values that other readers understand differently: words and times that YAML
/// 1.1 takes for booleans and numbers need quotes, and digits after a leading zero are a string, since a code would
/// lose the zero.
pub(super) fn scalar(text: &str, style: ScalarStyle) -> Result<Value, Error> {
    if style != ScalarStyle::Plain {
        return Ok(Value::Text(text.into()));
    }
    let unquoted = |read_as| Err(Error::new(Code::UnquotedText).with("value", text).with("read_as", read_as));
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is = |allowed: fn(&u8) -> bool| !digits.is_empty() && digits.bytes().all(|byte| allowed(&byte));
    let padded = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if ["yes", "no", "on", "off", "y", "n"].contains(&text.to_ascii_lowercase().as_str()) => {
            return unquoted("boolean");
        }
        _ if is(|byte| byte.is_ascii_digit() || *byte == b':') && digits.contains(':') => return unquoted("number"),
        _ if padded => Value::Text(text.into()),
        _ if is(u8::is_ascii_digit) => {
            text.parse().map(Value::Integer).map_err(|_| Error::new(Code::NumberTooLarge).with("value", text))?
        }
        _ if is(|byte| byte.is_ascii_digit() || *byte == b'.')
            && digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.matches('.').count() == 1 =>
        {
            // 2.000 is two thousand to a Vietnamese author, and two to YAML.
            if let Some(whole) = text.strip_suffix(".000").filter(|whole| whole.len() <= 3 && *whole != "0") {
                let fault = Error::new(Code::AmbiguousNumber).with("value", text).with("whole", whole);
                return Err(fault.with("digits", format!("{whole}000")));
            }
            Value::Decimal(Decimal::parse(text).ok_or_else(|| Error::new(Code::NumberTooLarge).with("value", text))?)
        }
        _ => Value::Text(text.into()),
    })
}
