//! Values while a rule is evaluated, and what can be asked of them.

use super::literal::{self, Literal};
use super::reason::Reason;
use crate::base::exact::{Decimal, Short};
use crate::base::text;
use crate::base::time::Date;
use crate::base::value::{Map, Node, Value, same};
use std::cmp::Ordering;
use std::rc::Rc;

/// A value. What is larger than a word stays where it is, in the data, in the rule or aside; [`Val::view`] looks at it.
// Values are handed on at every step. With one whole word in each variant they go in registers; with anything smaller
// or larger they are put together in memory, and a processor waits for each.
#[derive(Clone, Debug)]
pub(crate) enum Val<'a> {
    /// A value of the data.
    Data(&'a Value),
    /// A constant.
    Literal(&'a Literal),
    /// A number of the usual size.
    Number(Short),
    /// A day, as days since 1970-01-01.
    Day(i64),
    /// Anything else that the rule made.
    Made(Rc<Made<'a>>),
}

/// What a rule makes that is larger than a word.
#[derive(Debug)]
pub(crate) enum Made<'a> {
    /// A number of unusual size.
    Number(Decimal),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Val<'a>>),
}

impl Made<'_> {
    /// What it costs to make it, beside what it was made of.
    pub(super) fn cost(&self) -> u32 {
        let size = match self {
            Self::Number(_) => 0,
            Self::Text(text) => text.len() / 16,
            Self::List(items) => items.len(),
        };
        u32::try_from(size).unwrap_or(u32::MAX)
    }
}

/// A value as what it is, wherever it lies.
#[derive(Clone, Copy, Debug)]
pub(crate) enum View<'v, 'a> {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Decimal),
    /// A text.
    Text(&'v str),
    /// A day.
    Date(Date),
    /// A list of the data.
    Items(&'a [Node]),
    /// A list that the rule made.
    Made(&'v [Val<'a>]),
    /// A map of the data.
    Map(&'a Map),
}

impl<'a> Val<'a> {
    /// Nothing.
    pub(crate) const NULL: Self = Self::Literal(&Literal::Null);

    /// What it is.
    #[inline(always)]
    pub(crate) fn view(&self) -> View<'_, 'a> {
        match self {
            Self::Number(number) => View::Number((*number).into()),
            Self::Day(days) => View::Date(Date::from_days(*days).unwrap_or_default()),
            Self::Data(value) => match value {
                Value::Null => View::Null,
                Value::Bool(bool) => View::Bool(*bool),
                Value::Integer(integer) => View::Number((*integer).into()),
                Value::Decimal(decimal) => View::Number(decimal.trimmed()),
                Value::Text(text) => View::Text(text),
                Value::List(items) => View::Items(items),
                Value::Map(map) => View::Map(map),
            },
            Self::Literal(literal) => match literal {
                Literal::Null => View::Null,
                Literal::Bool(bool) => View::Bool(*bool),
                Literal::Number(number) => View::Number(*number),
                Literal::Text(text) => View::Text(text),
            },
            Self::Made(made) => match &**made {
                Made::Number(number) => View::Number(*number),
                Made::Text(text) => View::Text(text),
                Made::List(items) => View::Made(items),
            },
        }
    }

    /// Whether it is nothing.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self.view(), View::Null)
    }

    /// The number.
    ///
    /// # Errors
    /// [`Reason::WrongType`].
    pub(crate) fn number(&self) -> Result<Decimal, Reason> {
        match self.view() {
            View::Number(number) => Ok(number),
            _ => Err(Reason::WrongType),
        }
    }

    /// The text.
    ///
    /// # Errors
    /// [`Reason::WrongType`].
    pub(crate) fn text(&self) -> Result<&str, Reason> {
        match self.view() {
            View::Text(text) => Ok(text),
            _ => Err(Reason::WrongType),
        }
    }

    /// The day, also of a text `yyyy-MM-dd`.
    ///
    /// # Errors
    /// [`Reason::WrongType`], [`Reason::BadDate`].
    pub(crate) fn date(&self) -> Result<Date, Reason> {
        match self.view() {
            View::Date(date) => Ok(date),
            View::Text(text) => Date::from_text(text).ok_or(Reason::BadDate),
            _ => Err(Reason::WrongType),
        }
    }

    /// How many items a list has.
    pub(super) fn items(&self) -> Result<usize, Reason> {
        match self.view() {
            View::Items(items) => Ok(items.len()),
            View::Made(items) => Ok(items.len()),
            _ => Err(Reason::WrongType),
        }
    }

    /// An item of a list.
    pub(super) fn item(&self, index: usize) -> Self {
        let found = match self.view() {
            View::Items(items) => items.get(index).map(|node| Self::Data(&node.value)),
            View::Made(items) => items.get(index).cloned(),
            _ => None,
        };
        found.unwrap_or(Self::NULL)
    }

    /// The value as a trace shows it; long ones cut off.
    pub(super) fn show(&self) -> String {
        match self.view() {
            View::Null => "null".into(),
            View::Bool(bool) => bool.to_string(),
            View::Number(number) => number.to_string(),
            View::Text(text) => {
                let mut out = String::new();
                let cut = text.char_indices().nth(80).map(|(at, _)| at);
                literal::quoted(cut.and_then(|at| text.get(..at)).unwrap_or(text), &mut out);
                if cut.is_some() {
                    out.push('…');
                }
                out
            }
            View::Date(date) => date.to_string(),
            View::Items(items) => format!("[{}]", items.len()),
            View::Made(items) => format!("[{}]", items.len()),
            View::Map(map) => format!("{{{}}}", map.len()),
        }
    }
}

impl From<bool> for Val<'_> {
    fn from(bool: bool) -> Self {
        Self::Literal(if bool { &Literal::Bool(true) } else { &Literal::Bool(false) })
    }
}

impl From<i64> for Val<'_> {
    fn from(integer: i64) -> Self {
        Decimal::from(integer).into()
    }
}

impl From<Decimal> for Val<'_> {
    fn from(number: Decimal) -> Self {
        number.short().map_or_else(|| Self::Made(Made::Number(number).into()), Self::Number)
    }
}

impl From<Date> for Val<'_> {
    fn from(date: Date) -> Self {
        Self::Day(date.days().into())
    }
}

impl From<String> for Val<'_> {
    fn from(text: String) -> Self {
        Self::Made(Made::Text(text).into())
    }
}

impl<'a> From<Vec<Val<'a>>> for Val<'a> {
    fn from(items: Vec<Val<'a>>) -> Self {
        Self::Made(Made::List(items).into())
    }
}

/// Whether two values are equal. What is not filled in equals nothing but `null`.
pub(super) fn equal(a: &Val<'_>, b: &Val<'_>) -> Result<bool, Reason> {
    match (a.view(), b.view()) {
        (View::Null, b) => Ok(matches!(b, View::Null)),
        (_, View::Null) => Ok(false),
        (View::Text(a), View::Text(b)) => Ok(same(a, b)),
        (View::Map(a), View::Map(b)) => Ok(a == b),
        (View::Items(_) | View::Made(_), View::Items(_) | View::Made(_)) => {
            let count = a.items()?;
            if count != b.items()? {
                return Ok(false);
            }
            for index in 0..count {
                if !equal(&a.item(index), &b.item(index)).unwrap_or(false) {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        _ => order(a, b).map(Ordering::is_eq),
    }
}

/// Which of two values is larger: numbers, days, texts by code points, true after false.
pub(super) fn order(a: &Val<'_>, b: &Val<'_>) -> Result<Ordering, Reason> {
    match (a.view(), b.view()) {
        (View::Number(a), View::Number(b)) => a.order(b).ok_or(Reason::Overflow),
        (View::Text(a), View::Text(b)) => Ok(a.cmp(b)),
        (View::Bool(a), View::Bool(b)) => Ok(a.cmp(&b)),
        (View::Date(_), View::Date(_) | View::Text(_)) | (View::Text(_), View::Date(_)) => {
            Ok(a.date()?.cmp(&b.date()?))
        }
        _ => Err(Reason::WrongType),
    }
}

/// Length of a text in code points of its NFC, so that one name has one length however it was typed.
pub(super) fn length(text: &str) -> usize {
    text::composed(text).unwrap_or_else(|| text::nfc(text).chars().count())
}

#[cfg(test)]
#[path = "tests/calculate.rs"]
mod tests;
