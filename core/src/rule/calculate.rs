//! Values while a rule is worked out, and what can be asked of them.

use super::eval::Local;
use super::function::Reason;
use super::number::Exact;
use super::print;
use super::tree::Unit;
use crate::text;
use crate::time::Date;
use crate::value::{Map, Node, Value};
use std::borrow::Cow;
use std::cmp::Ordering;

/// A value; borrowed from the data wherever it can be.
// The wide tag keeps the rest aligned: values are moved at every step, and with a tag of one byte each move stalls.
#[derive(Clone, Debug)]
#[repr(u64)]
pub enum Val<'a> {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Exact),
    /// A text.
    Text(Cow<'a, str>),
    /// A day.
    Date(Date),
    /// A list of the data.
    Items(&'a [Node]),
    /// A list that the rule made.
    Made(Vec<Val<'a>>),
    /// A map of the data.
    Map(&'a Map),
}

impl<'a> Val<'a> {
    /// What a value of the data is to a rule.
    pub fn of(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(bool) => Self::Bool(*bool),
            Value::Integer(integer) => Self::Number((*integer).into()),
            Value::Decimal(decimal) => Self::Number((*decimal).into()),
            Value::Text(text) => Self::Text(Cow::Borrowed(text)),
            Value::List(list) => Self::Items(list),
            Value::Map(map) => Self::Map(map),
        }
    }

    /// The number.
    ///
    /// # Errors
    /// [`Reason::WrongType`].
    pub fn number(&self) -> Result<Exact, Reason> {
        match self {
            Self::Number(number) => Ok(*number),
            _ => Err(Reason::WrongType),
        }
    }

    /// The text.
    ///
    /// # Errors
    /// [`Reason::WrongType`].
    pub fn text(&self) -> Result<&str, Reason> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(Reason::WrongType),
        }
    }

    /// The day, also of a text `yyyy-MM-dd`.
    ///
    /// # Errors
    /// [`Reason::WrongType`], [`Reason::BadDate`].
    pub fn date(&self) -> Result<Date, Reason> {
        match self {
            Self::Date(date) => Ok(*date),
            Self::Text(text) => Date::from_text(text).ok_or(Reason::BadDate),
            _ => Err(Reason::WrongType),
        }
    }

    /// How many items a list has.
    pub(super) fn items(&self) -> Result<usize, Reason> {
        match self {
            Self::Items(items) => Ok(items.len()),
            Self::Made(items) => Ok(items.len()),
            _ => Err(Reason::WrongType),
        }
    }

    /// An item of a list.
    pub(super) fn item(&self, index: usize) -> Self {
        let found = match self {
            Self::Items(items) => items.get(index).map(|node| Self::of(&node.value)),
            Self::Made(items) => items.get(index).cloned(),
            _ => None,
        };
        found.unwrap_or(Self::Null)
    }

    /// An item of a list, as what a rule has at hand.
    pub(super) fn local(&self, index: usize) -> Local<'a> {
        match self {
            Self::Items(items) => items.get(index).map_or(Local::Made(Self::Null), |node| Local::Data(&node.value)),
            other => Local::Made(other.item(index)),
        }
    }

    /// The value as a trace shows it; long ones cut off.
    pub(super) fn show(&self) -> String {
        match self {
            Self::Null => "null".into(),
            Self::Bool(bool) => bool.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => {
                let mut out = String::new();
                let cut = text.char_indices().nth(80).map(|(at, _)| at);
                print::quoted(cut.and_then(|at| text.get(..at)).unwrap_or(text), &mut out);
                if cut.is_some() {
                    out.push('…');
                }
                out
            }
            Self::Date(date) => date.to_string(),
            Self::Items(items) => format!("[{}]", items.len()),
            Self::Made(items) => format!("[{}]", items.len()),
            Self::Map(map) => format!("{{{}}}", map.len()),
        }
    }
}

/// Whether two values are equal. What is not filled in equals nothing but `null`.
pub(super) fn equal(a: &Val<'_>, b: &Val<'_>) -> Result<bool, Reason> {
    match (a, b) {
        (Val::Null, b) => Ok(matches!(b, Val::Null)),
        (_, Val::Null) => Ok(false),
        (Val::Bool(a), Val::Bool(b)) => Ok(a == b),
        (Val::Map(a), Val::Map(b)) => Ok(a == b),
        (Val::Items(_) | Val::Made(_), Val::Items(_) | Val::Made(_)) => {
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
    match (a, b) {
        (Val::Number(a), Val::Number(b)) => a.order(*b).ok_or(Reason::Overflow),
        (Val::Text(a), Val::Text(b)) => Ok(a.cmp(b)),
        (Val::Bool(a), Val::Bool(b)) => Ok(a.cmp(b)),
        (Val::Date(_), Val::Date(_) | Val::Text(_)) | (Val::Text(_), Val::Date(_)) => Ok(a.date()?.cmp(&b.date()?)),
        _ => Err(Reason::WrongType),
    }
}

/// Length of a text in code points of its NFC, so that one name has one length however it was typed.
pub fn length(text: &str) -> usize {
    text::composed(text).unwrap_or_else(|| text::nfc(text).chars().count())
}

/// Whole units between two days; negative when the second is the earlier.
pub(super) fn between(unit: Unit, from: Date, to: Date) -> i64 {
    if unit == Unit::Days {
        return to.since(from);
    }
    let months = if from <= to { months(from, to) } else { -months(to, from) };
    if unit == Unit::Years { months / 12 } else { months }
}

/// Full months between two days.
pub(crate) fn months_between(from: Date, to: Date) -> i64 {
    between(Unit::Months, from, to)
}

/// Full months from one day to a later one: a month that ends on a day that does not exist ends on its month's last.
fn months(from: Date, to: Date) -> i64 {
    let ((y1, m1, d1), (y2, m2, d2)) = (from.ymd(), to.ymd());
    let months = (i64::from(y2) - i64::from(y1)) * 12 + i64::from(m2) - i64::from(m1);
    let last = to.plus(1).ymd().1 != m2;
    if d2 >= d1 || last { months } else { months - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_strictly() {
        assert_eq!(Date::from_text("2026-01-08").unwrap().to_string(), "2026-01-08");
        for bad in ["2026-1-08", "2026-02-30", "2026/01/08", "２026-01-08", "2026-01-08 ", "+026-01-08", "0000-01-01"]
        {
            assert_eq!(Date::from_text(bad), None, "{bad}");
        }
    }

    #[test]
    fn years_and_months_are_full_ones() {
        let date = |text: &str| Date::from_text(text).unwrap();
        for (from, to, years, months) in [
            ("2006-02-14", "2026-02-13", 19, 239),
            ("2006-02-14", "2026-02-14", 20, 240),
            ("2004-02-29", "2022-02-28", 18, 216),
            ("2004-02-29", "2022-02-27", 17, 215),
            ("2026-01-31", "2026-02-28", 0, 1),
            ("2026-02-28", "2026-01-31", 0, -1),
            ("2026-03-31", "2026-01-31", 0, -2),
        ] {
            assert_eq!(between(Unit::Years, date(from), date(to)), years, "{from} {to}");
            assert_eq!(between(Unit::Months, date(from), date(to)), months, "{from} {to}");
        }
    }

    #[test]
    fn one_name_has_one_length() {
        assert_eq!(length("Đặng Thị Bưởi"), 13);
        assert_eq!(length(&text::nfd("Đặng Thị Bưởi").collect::<String>()), 13);
    }
}
