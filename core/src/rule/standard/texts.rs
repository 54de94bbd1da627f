//! Functions of texts: taken apart, put together, changed. Their places are counted as `size` counts.

use crate::base::text::nfc;
use crate::rule::calculate::Val;
use crate::rule::function::{Row, index, of_one, of_texts};
use crate::rule::kinds::Kinds;
use crate::rule::reason::Reason;

const TEXT: Kinds = Kinds::TEXT;
const NUMBER: Kinds = Kinds::NUMBER;
const MADE: Kinds = Kinds::MADE;

pub(super) const ROWS: &[Row] = &[
    Row::new("lowerAscii", &[TEXT], MADE, ["{a} viết thường", "{a} in small letters"], |arguments, _| {
        changed(arguments, str::to_ascii_lowercase)
    }),
    Row::new("upperAscii", &[TEXT], MADE, ["{a} viết hoa", "{a} in capitals"], |arguments, _| {
        changed(arguments, str::to_ascii_uppercase)
    }),
    Row::new(
        "trim",
        &[TEXT],
        MADE,
        ["{a} bỏ khoảng trắng hai đầu", "{a} without blanks at its ends"],
        |arguments, _| changed(arguments, |text| text.trim().to_owned()),
    ),
    Row::new(
        "substring",
        &[TEXT, NUMBER],
        MADE,
        ["phần của {a} từ vị trí {b} (đếm từ 0)", "the part of {a} from {b} on (from 0)"],
        |arguments, _| part_of_text(arguments),
    ),
    Row::new(
        "substring",
        &[TEXT, NUMBER, NUMBER],
        MADE,
        ["phần của {a} từ vị trí {b} đến trước {c} (đếm từ 0)", "the part of {a} from {b} to before {c} (from 0)"],
        |arguments, _| part_of_text(arguments),
    ),
    Row::new(
        "charAt",
        &[TEXT, NUMBER],
        MADE,
        ["ký tự thứ {b} của {a} (đếm từ 0)", "the letter of {a} at {b} (from 0)"],
        |arguments, _| letter(arguments),
    ),
    Row::new(
        "indexOf",
        &[TEXT, TEXT],
        NUMBER,
        ["vị trí đầu tiên của {b} trong {a} (đếm từ 0)", "the first place of {b} in {a} (from 0)"],
        |arguments, _| place(arguments, |text, part| text.find(part)),
    ),
    Row::new(
        "lastIndexOf",
        &[TEXT, TEXT],
        NUMBER,
        ["vị trí cuối cùng của {b} trong {a} (đếm từ 0)", "the last place of {b} in {a} (from 0)"],
        |arguments, _| place(arguments, |text, part| text.rfind(part)),
    ),
    Row::new("replace", &[TEXT, TEXT, TEXT], MADE, REPLACE, |arguments, _| replaced(arguments)),
    Row::new("replace", &[TEXT, TEXT, TEXT, NUMBER], MADE, REPLACE, |arguments, _| replaced(arguments)),
    Row::new("split", &[TEXT, TEXT], Kinds::LIST, SPLIT, |arguments, _| split(arguments)),
    Row::new("split", &[TEXT, TEXT, NUMBER], Kinds::LIST, SPLIT, |arguments, _| split(arguments)),
    Row::new("join", &[Kinds::LIST], MADE, ["{a} ghép lại", "{a} put together"], |arguments, _| joined(arguments)),
    Row::new(
        "join",
        &[Kinds::LIST, TEXT],
        MADE,
        ["{a} ghép lại, cách nhau bởi {b}", "{a} put together with {b} between them"],
        |arguments, _| joined(arguments),
    ),
    Row::new(
        "startsWith",
        &[TEXT, TEXT],
        Kinds::TRUTH,
        ["{a} bắt đầu bằng {b}", "{a} begins with {b}"],
        |arguments, _| of_texts(arguments, |a, b| a.starts_with(b)),
    ),
    Row::new(
        "endsWith",
        &[TEXT, TEXT],
        Kinds::TRUTH,
        ["{a} kết thúc bằng {b}", "{a} ends with {b}"],
        |arguments, _| of_texts(arguments, |a, b| a.ends_with(b)),
    ),
    Row::new("contains", &[TEXT, TEXT], Kinds::TRUTH, ["{a} có chứa {b}", "{a} contains {b}"], |arguments, _| {
        of_texts(arguments, |a, b| a.contains(b))
    }),
];

const REPLACE: [&str; 2] = ["{a} thay {b} bằng {c}", "{a} with {b} replaced by {c}"];
const SPLIT: [&str; 2] = ["các phần của {a} tách bởi {b}", "the parts of {a} between {b}"];

/// No function makes a text of more bytes: what one call may make has to be bounded before it is made.
const MAX_MADE: usize = 1 << 20;

/// Another text made of one.
fn changed<'a>(arguments: &[Val<'a>], change: fn(&str) -> String) -> Result<Val<'a>, Reason> {
    of_one(arguments, |val| Ok(change(val.text()?).into()))
}

/// The letters of a text, as `size` counts them.
fn letters(text: &str) -> Vec<char> {
    nfc(text).chars().collect()
}

/// Letters from a place on, up to another one or the end.
fn part_of_text<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
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
fn letter<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
    let [text, place] = arguments else { return Err(Reason::WrongType) };
    let (letters, place) = (letters(text.text()?), index(place)?);
    if place > letters.len() {
        return Err(Reason::WrongType);
    }
    Ok(letters.get(place).map_or_else(String::new, char::to_string).into())
}

/// The position of a text in another one, or -1.
fn place<'a>(arguments: &[Val<'a>], find: fn(&str, &str) -> Option<usize>) -> Result<Val<'a>, Reason> {
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

/// A text with each occurrence of a part replaced by another text; if a number is given, only this many of the first.
fn replaced<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
    let [text, part, by, limit @ ..] = arguments else { return Err(Reason::WrongType) };
    let (text, part, by) = (nfc(text.text()?), nfc(part.text()?), by.text()?);
    let limit = times(limit.first())?;
    let found = text.matches(&*part).take(limit).count();
    let length = found.checked_mul(by.len()).and_then(|made| made.checked_add(text.len()));
    length.filter(|length| *length <= MAX_MADE).ok_or(Reason::Fuel)?;
    Ok(text.replacen(&*part, by, limit).into())
}

/// The parts between the occurrences of a separator; if it is empty, the letters. With a number, at most this many
/// parts, of which the last is the rest.
fn split<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
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
fn joined<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
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
