//! The functions that belong to the language itself.

use super::calculate::{self, Val, View};
use super::function::{Function, Library, index, of_one};
use super::reason::Reason;
use super::text::{changed, joined, letter, part_of_text, place, replaced, split};
use crate::base::exact::Decimal;
use std::cmp::Ordering;

impl Library {
    /// What every expression may call.
    pub const STANDARD: Self = Self(&[STANDARD]);
}

/// The functions that belong to the language itself.
pub(crate) const STANDARD: &[Function] = &[
    Function::value("size", 1, |arguments, _| of_one(arguments, size)),
    Function::value("abs", 1, |arguments, _| of_one(arguments, absolute)),
    Function::value("date", 1, |arguments, _| of_one(arguments, |val| val.date().map(Val::from))),
    Function::value("year", 1, |arguments, _| part_of_date(arguments, |(year, _, _)| year.into())),
    Function::value("month", 1, |arguments, _| part_of_date(arguments, |(_, month, _)| month.into())),
    Function::value("day", 1, |arguments, _| part_of_date(arguments, |(_, _, day)| day.into())),
    Function::value("int", 1, |arguments, _| of_one(arguments, integer)),
    Function::value("double", 1, |arguments, _| {
        of_one(arguments, |val| Ok(decimal(val)?.number()?.with_fraction().ok_or(Reason::Overflow)?.into()))
    }),
    Function::value("string", 1, |arguments, _| of_one(arguments, text)),
    Function::value("floor", 1, |arguments, _| whole(arguments, Decimal::floor)),
    Function::value("ceil", 1, |arguments, _| whole(arguments, Decimal::ceil)),
    Function::value("round", 1, |arguments, _| whole(arguments, Decimal::round)),
    Function::value("trunc", 1, |arguments, _| whole(arguments, Decimal::whole)),
    Function::value("sign", 1, |arguments, _| whole(arguments, |number| Some(number.signum()))),
    Function::value("least", 1, |arguments, _| extreme(arguments, Ordering::Less)),
    Function::value("least", 2, |arguments, _| extreme(arguments, Ordering::Less)),
    Function::value("least", 3, |arguments, _| extreme(arguments, Ordering::Less)),
    Function::value("least", 4, |arguments, _| extreme(arguments, Ordering::Less)),
    Function::value("least", 5, |arguments, _| extreme(arguments, Ordering::Less)),
    Function::value("greatest", 1, |arguments, _| extreme(arguments, Ordering::Greater)),
    Function::value("greatest", 2, |arguments, _| extreme(arguments, Ordering::Greater)),
    Function::value("greatest", 3, |arguments, _| extreme(arguments, Ordering::Greater)),
    Function::value("greatest", 4, |arguments, _| extreme(arguments, Ordering::Greater)),
    Function::value("greatest", 5, |arguments, _| extreme(arguments, Ordering::Greater)),
    Function::value("lowerAscii", 1, |arguments, _| changed(arguments, str::to_ascii_lowercase)),
    Function::value("upperAscii", 1, |arguments, _| changed(arguments, str::to_ascii_uppercase)),
    Function::value("trim", 1, |arguments, _| changed(arguments, |text| text.trim().to_owned())),
    Function::value("substring", 2, |arguments, _| part_of_text(arguments)),
    Function::value("substring", 3, |arguments, _| part_of_text(arguments)),
    Function::value("charAt", 2, |arguments, _| letter(arguments)),
    Function::value("indexOf", 2, |arguments, _| place(arguments, |text, part| text.find(part))),
    Function::value("lastIndexOf", 2, |arguments, _| place(arguments, |text, part| text.rfind(part))),
    Function::value("replace", 3, |arguments, _| replaced(arguments)),
    Function::value("replace", 4, |arguments, _| replaced(arguments)),
    Function::value("split", 2, |arguments, _| split(arguments)),
    Function::value("split", 3, |arguments, _| split(arguments)),
    Function::value("join", 1, |arguments, _| joined(arguments)),
    Function::value("join", 2, |arguments, _| joined(arguments)),
    Function::value("at", 2, |arguments, _| item(arguments)),
    Function::test("bool", 1, |arguments, _| of_one(arguments, truth)),
    Function::value("getFullYear", 1, |arguments, _| part_of_date(arguments, |(year, _, _)| year.into())),
    Function::value("getMonth", 1, |arguments, _| part_of_date(arguments, |(_, month, _)| i64::from(month) - 1)),
    Function::value("getDate", 1, |arguments, _| part_of_date(arguments, |(_, _, day)| day.into())),
    Function::value("getDayOfMonth", 1, |arguments, _| part_of_date(arguments, |(_, _, day)| i64::from(day) - 1)),
    Function::value("getDayOfWeek", 1, |arguments, _| of_one(arguments, day_of_week)),
    Function::test("startsWith", 2, |arguments, _| of_texts(arguments, |a, b| a.starts_with(b))),
    Function::test("endsWith", 2, |arguments, _| of_texts(arguments, |a, b| a.ends_with(b))),
    Function::test("contains", 2, |arguments, _| of_texts(arguments, |a, b| a.contains(b))),
];

/// A test of two texts.
fn of_texts<'a>(arguments: &[Val<'a>], f: impl Fn(&str, &str) -> bool) -> Result<Val<'a>, Reason> {
    match arguments {
        [a, b] => Ok(f(a.text()?, b.text()?).into()),
        _ => Err(Reason::WrongType),
    }
}

fn part_of_date<'a>(arguments: &[Val<'a>], f: impl Fn((i32, u32, u32)) -> i64) -> Result<Val<'a>, Reason> {
    of_one(arguments, |val| Ok(f(val.date()?.ymd()).into()))
}

fn absolute<'a>(val: &Val<'a>) -> Result<Val<'a>, Reason> {
    let number = val.number()?;
    let size = if number.is_negative() { number.negated().ok_or(Reason::Overflow)? } else { number };
    Ok(size.into())
}

/// A whole number near one.
fn whole<'a>(arguments: &[Val<'a>], near: fn(Decimal) -> Option<Decimal>) -> Result<Val<'a>, Reason> {
    of_one(arguments, |val| Ok(near(val.number()?).ok_or(Reason::Overflow)?.into()))
}

/// The smallest or the largest of several numbers or days, or of those of one list.
fn extreme<'a>(arguments: &[Val<'a>], wanted: Ordering) -> Result<Val<'a>, Reason> {
    let items = match arguments {
        [list] if list.items().is_ok() => (0..list.items()?).map(|index| list.item(index)).collect(),
        several => several.to_vec(),
    };
    let mut best: Option<Val<'a>> = None;
    for item in items {
        item.number().map(drop).or_else(|_| item.date().map(drop))?;
        let better =
            best.as_ref().map_or(Ok(true), |best| calculate::order(&item, best).map(|order| order == wanted))?;
        best = if better { Some(item) } else { best };
    }
    best.ok_or(Reason::WrongType)
}

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

/// The item of a list at a place that is worked out, or the entry of a map.
fn item<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
    let [list, place] = arguments else { return Err(Reason::WrongType) };
    if let View::Map(map) = list.view() {
        return map.get(place.text()?).map(|node| Val::Data(&node.value)).ok_or(Reason::WrongType);
    }
    let place = index(place)?;
    if place < list.items()? { Ok(list.item(place)) } else { Err(Reason::WrongType) }
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

/// 0 is Sunday.
fn day_of_week<'a>(val: &Val<'a>) -> Result<Val<'a>, Reason> {
    let days = (val.date()?.weekday().index() + 1) % 7;
    Ok(i64::try_from(days).unwrap_or_default().into())
}

/// Items of a list, entries of a map, code points of a text in NFC.
fn size<'a>(val: &Val<'a>) -> Result<Val<'a>, Reason> {
    let count = match val.view() {
        View::Text(text) => calculate::length(text),
        View::Map(map) => map.len(),
        View::Items(items) => items.len(),
        View::Made(items) => items.len(),
        _ => return Err(Reason::WrongType),
    };
    i64::try_from(count).map(Val::from).map_err(|_| Reason::Overflow)
}
