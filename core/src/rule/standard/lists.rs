//! Functions of lists and maps; folds over lists are part of the language itself.

use crate::rule::calculate::{self, Val, View};
use crate::rule::function::{Row, index, of_one};
use crate::rule::kinds::Kinds;
use crate::rule::reason::Reason;

pub(super) const ROWS: &[Row] = &[
    Row::new(
        "size",
        &[Kinds::TEXT.or(Kinds::LIST).or(Kinds::MAP)],
        Kinds::NUMBER,
        ["độ dài của {a}", "the size of {a}"],
        |arguments, _| of_one(arguments, size),
    ),
    Row::new(
        "at",
        &[Kinds::LIST.or(Kinds::MAP), Kinds::NUMBER.or(Kinds::TEXT)],
        Kinds::ANY,
        ["mục {b} của {a}", "the entry {b} of {a}"],
        |arguments, _| item(arguments),
    ),
];

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

/// The item of a list at a computed place, or the entry of a map.
fn item<'a>(arguments: &[Val<'a>]) -> Result<Val<'a>, Reason> {
    let [list, place] = arguments else { return Err(Reason::WrongType) };
    if let View::Map(map) = list.view() {
        return map.get(place.text()?).map(|node| Val::Data(&node.value)).ok_or(Reason::WrongType);
    }
    let place = index(place)?;
    if place < list.items()? { Ok(list.item(place)) } else { Err(Reason::WrongType) }
}
