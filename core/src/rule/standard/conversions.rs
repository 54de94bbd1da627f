//! Values of one kind as values of another.

use crate::base::exact::Decimal;
use crate::rule::calculate::{Val, View};
use crate::rule::function::{Row, of_one};
use crate::rule::kinds::Kinds;
use crate::rule::reason::Reason;

const NUMERIC: Kinds = Kinds::NUMBER.or(Kinds::TEXT);

pub(super) const ROWS: &[Row] = &[
    Row::new("int", &[NUMERIC], Kinds::NUMBER, ["{a} lấy số nguyên", "{a} as a whole number"], |arguments, _| {
        of_one(arguments, integer)
    }),
    Row::new("double", &[NUMERIC], Kinds::NUMBER, ["{a} lấy số", "{a} as a number"], |arguments, _| {
        of_one(arguments, |val| Ok(decimal(val)?.number()?.with_fraction().ok_or(Reason::Overflow)?.into()))
    }),
    Row::new(
        "string",
        &[Kinds::TRUTH.or(Kinds::NUMBER).or(Kinds::MADE)],
        Kinds::MADE,
        ["{a} viết thành chữ", "{a} as a text"],
        |arguments, _| of_one(arguments, text),
    ),
    Row::new(
        "bool",
        &[Kinds::TRUTH.or(Kinds::TEXT)],
        Kinds::TRUTH,
        ["{a} lấy đúng hoặc sai", "{a} as true or false"],
        |arguments, _| of_one(arguments, truth),
    ),
];

/// A whole number: of a number without its fraction, of a text of digits.
fn integer<'a>(val: &Val<'a>) -> Result<Val<'a>, Reason> {
    Ok(decimal(val)?.number()?.whole().ok_or(Reason::Overflow)?.into())
}

/// A number, exact, also of a text of digits.
fn decimal<'a>(val: &Val<'a>) -> Result<Val<'a>, Reason> {
    match val.view() {
        View::Number(_) => Ok(val.clone()),
        View::Text(text) => {
            let unsigned = text.strip_prefix('-').unwrap_or(text);
            let plain = unsigned.starts_with(|first: char| first.is_ascii_digit())
                && unsigned.ends_with(|last: char| last.is_ascii_digit())
                && unsigned.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
            let number = Decimal::parse(text).filter(|_| plain);
            number.map(|number| number.trimmed().into()).ok_or(Reason::WrongType)
        }
        _ => Err(Reason::WrongType),
    }
}

/// A value as text.
fn text<'a>(val: &Val<'a>) -> Result<Val<'a>, Reason> {
    match val.view() {
        View::Text(_) => Ok(val.clone()),
        View::Number(number) => Ok(number.to_string().into()),
        View::Date(date) => Ok(date.to_string().into()),
        View::Bool(bool) => Ok(bool.to_string().into()),
        _ => Err(Reason::WrongType),
    }
}

/// Yes or no, also of a text as CEL reads it.
fn truth<'a>(val: &Val<'a>) -> Result<Val<'a>, Reason> {
    match val.view() {
        View::Bool(_) => Ok(val.clone()),
        View::Text("true" | "True" | "TRUE" | "t" | "1") => Ok(true.into()),
        View::Text("false" | "False" | "FALSE" | "f" | "0") => Ok(false.into()),
        _ => Err(Reason::WrongType),
    }
}
