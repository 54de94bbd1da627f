//! Functions of texts: taken apart, put together, changed. Their places are counted as `size` counts.

use super::calculate::Val;
use super::function::{index, of_one};
use super::reason::Reason;
use crate::base::text::nfc;

/// No function makes a text of more bytes: what one call may make has to be bounded before it is made.
const MAX_MADE: usize = 1 << 20;

/// Another text made of one.
pub(super) fn changed<'a>(arguments: &[Val<'a>], change: fn(&str) -> String) -> Result<Val<'a>, Reason> {
    of_one(arguments, |val| Ok(change(val.text()?).into()))
}

/// The letters of a text, as `size` counts them.
fn letters(text: &str) -> Vec<char> {
    nfc(text).chars().collect()
}

/// Letters from a place on, up to another one or the end.
pub(super) fn part_of_text<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
    let (text, from, to) = match arguments {
        [text, from] => (text, from, None),
        [text, from, to] => (text, from, Some(to)),
        _ => return Err(Reason::WrongType),
    };
    let letters = letters(text.text()?);
    let to = to.map_or(Ok(letters.len()), index)?;
    let part = letters.get(index(from)?..to).ok_or(Reason::WrongType)?;
    Ok(part.iter().collect::<String>().into())
}

/// The letter at a place; at the end of the text, none.
pub(super) fn letter<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
    let [text, place] = arguments else { return Err(Reason::WrongType) };
    let (letters, place) = (letters(text.text()?), index(place)?);
    if place > letters.len() {
        return Err(Reason::WrongType);
    }
    Ok(letters.get(place).map_or_else(String::new, char::to_string).into())
}

/// Where a text stands in another, or -1.
pub(super) fn place<'a>(arguments: &[Val<'a>], find: fn(&str, &str) -> Option<usize>) -> Result<Val<'a>, Reason> {
    let [text, part] = arguments else { return Err(Reason::WrongType) };
    let (text, part) = (nfc(text.text()?), nfc(part.text()?));
    let before = find(&text, &part).and_then(|at| text.get(..at));
    Ok(before.map_or(-1, |before| i64::try_from(before.chars().count()).unwrap_or(i64::MAX)).into())
}

/// How often at most: as often as it goes where nothing or a negative number is given.
fn times(limit: Option<&Val<'_>>) -> Result<usize, Reason> {
    let Some(limit) = limit else { return Ok(usize::MAX) };
    let number = limit.number()?.to_integer().ok_or(Reason::WrongType)?;
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}

/// A text with each place of a part taken by another text; only the first so many, where a number is given.
pub(super) fn replaced<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
    let [text, part, by, limit @ ..] = arguments else { return Err(Reason::WrongType) };
    let (text, part, by) = (nfc(text.text()?), nfc(part.text()?), by.text()?);
    let limit = times(limit.first())?;
    let found = text.matches(&*part).take(limit).count();
    let length = found.checked_mul(by.len()).and_then(|made| made.checked_add(text.len()));
    length.filter(|length| *length <= MAX_MADE).ok_or(Reason::Fuel)?;
    Ok(text.replacen(&*part, by, limit).into())
}

/// What stands between the places of a separator; the letters, where that is empty. With a number, in at most so many
/// parts, of which the last is what is left.
pub(super) fn split<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
    let [text, separator, limit @ ..] = arguments else { return Err(Reason::WrongType) };
    let (text, separator) = (nfc(text.text()?), nfc(separator.text()?));
    let limit = times(limit.first())?;
    let part = |part: &str| Val::from(part.to_owned());
    let parts: Vec<Val<'a>> = if separator.is_empty() {
        let start = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(at, _)| at);
        let rest = limit.checked_sub(1).map_or(0, start);
        let (head, tail) = text.split_at(rest);
        let tail = Some(tail).filter(|tail| !tail.is_empty() && limit > 0);
        head.chars().map(|char| char.to_string().into()).chain(tail.map(part)).collect()
    } else {
        text.splitn(limit, &*separator).map(part).collect()
    };
    Ok(parts.into())
}

/// The texts of a list one after the other, with a separator between them where one is given.
pub(super) fn joined<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
    let [list, separator @ ..] = arguments else { return Err(Reason::WrongType) };
    let separator = separator.first().map_or(Ok(""), Val::text)?;
    let mut out = String::new();
    for index in 0..list.items()? {
        if index > 0 {
            out.push_str(separator);
        }
        out.push_str(list.item(index).text()?);
        if out.len() > MAX_MADE {
            return Err(Reason::Fuel);
        }
    }
    Ok(out.into())
}
