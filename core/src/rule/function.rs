//! Functions that an expression may call.

use super::calculate::{self, Val, View};
use super::eval::Context;
use super::number::Exact;
use crate::value::Decimal;

/// A function of a library: pure, total, and cheap for texts of the size that a form allows.
#[derive(Debug)]
pub struct Function {
    /// Its name in expressions.
    pub name: &'static str,
    /// How many arguments it takes.
    pub arity: usize,
    /// What it does.
    pub call: for<'a> fn(&[Val<'a>], &Context<'a>) -> Result<Val<'a>, Reason>,
}

crate::shape::terms! {
    /// Why a rule could not be decided.
    #[repr(u64)]
    pub enum Reason {
        /// A number left the exact range.
        Overflow = "overflow",
        /// The rule did more work than its limit allows.
        Fuel = "fuel",
        /// An operation met a value of a kind that it does not take.
        WrongType = "wrong_type",
        /// A text is no date.
        BadDate = "bad_date",
        /// A division by zero, or one that does not come out even in decimals.
        Division = "division",
        /// The rule asks for today, and the caller gave no day.
        NoToday = "no_today",
        /// The rule counts working days, and the caller gave no calendar.
        NoCalendar = "no_calendar",
    }
}

/// Functions by name, in several tables.
#[derive(Clone, Copy, Debug)]
pub struct Library(pub &'static [&'static [Function]]);

impl Library {
    /// What every expression may call.
    pub const STANDARD: Self = Self(&[STANDARD]);

    /// The function of a name.
    pub fn get(&self, name: &str) -> Option<&'static Function> {
        self.0.iter().copied().flatten().find(|function| function.name == name)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied().flatten().map(|function| function.name)
    }
}

/// The functions that belong to the language itself.
pub const STANDARD: &[Function] = &[
    Function { name: "size", arity: 1, call: |arguments, _| of_one(arguments, size) },
    Function { name: "abs", arity: 1, call: |arguments, _| of_one(arguments, absolute) },
    Function { name: "date", arity: 1, call: |arguments, _| of_one(arguments, |val| val.date().map(Val::from)) },
    Function { name: "year", arity: 1, call: |arguments, _| part_of_date(arguments, |(year, _, _)| year.into()) },
    Function { name: "month", arity: 1, call: |arguments, _| part_of_date(arguments, |(_, month, _)| month.into()) },
    Function { name: "day", arity: 1, call: |arguments, _| part_of_date(arguments, |(_, _, day)| day.into()) },
    Function { name: "int", arity: 1, call: |arguments, _| of_one(arguments, integer) },
    Function { name: "double", arity: 1, call: |arguments, _| of_one(arguments, decimal) },
    Function { name: "string", arity: 1, call: |arguments, _| of_one(arguments, text) },
    Function { name: "lowerAscii", arity: 1, call: |arguments, _| changed(arguments, str::to_ascii_lowercase) },
    Function { name: "upperAscii", arity: 1, call: |arguments, _| changed(arguments, str::to_ascii_uppercase) },
    Function { name: "trim", arity: 1, call: |arguments, _| changed(arguments, |text| text.trim().to_owned()) },
    Function {
        name: "getFullYear",
        arity: 1,
        call: |arguments, _| part_of_date(arguments, |(year, _, _)| year.into()),
    },
    Function {
        name: "getMonth",
        arity: 1,
        call: |arguments, _| part_of_date(arguments, |(_, month, _)| i64::from(month) - 1),
    },
    Function { name: "getDate", arity: 1, call: |arguments, _| part_of_date(arguments, |(_, _, day)| day.into()) },
    Function {
        name: "getDayOfMonth",
        arity: 1,
        call: |arguments, _| part_of_date(arguments, |(_, _, day)| i64::from(day) - 1),
    },
    Function { name: "getDayOfWeek", arity: 1, call: |arguments, _| of_one(arguments, day_of_week) },
    Function { name: "startsWith", arity: 2, call: |arguments, _| of_texts(arguments, |a, b| a.starts_with(b)) },
    Function { name: "endsWith", arity: 2, call: |arguments, _| of_texts(arguments, |a, b| a.ends_with(b)) },
    Function { name: "contains", arity: 2, call: |arguments, _| of_texts(arguments, |a, b| a.contains(b)) },
];

fn of_one<'a>(arguments: &[Val<'a>], f: impl Fn(&Val<'a>) -> Result<Val<'a>, Reason>) -> Result<Val<'a>, Reason> {
    arguments.first().map_or(Err(Reason::WrongType), f)
}

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
            number.map(|number| Exact::from(number).into()).ok_or(Reason::WrongType)
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

/// Another text made of one.
fn changed<'a>(arguments: &[Val<'a>], change: fn(&str) -> String) -> Result<Val<'a>, Reason> {
    of_one(arguments, |val| Ok(change(val.text()?).into()))
}

/// 0 is Sunday.
fn day_of_week<'a>(val: &Val<'a>) -> Result<Val<'a>, Reason> {
    let days = val.date()?.weekday().num_days_from_sunday();
    Ok(i64::from(days).into())
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
