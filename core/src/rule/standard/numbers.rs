//! Functions of numbers, which may also be called as `math.floor(x)`.

use crate::base::exact::Decimal;
use crate::rule::calculate::{self, Val};
use crate::rule::function::{Row, of_one};
use crate::rule::kinds::Kinds;
use crate::rule::reason::Reason;
use std::cmp::Ordering;

const NUMBER: Kinds = Kinds::NUMBER;

/// What has a smallest and a largest: numbers or days, by themselves or in a list.
const ORDERED: Kinds = Kinds::NUMBER.or(Kinds::DAY).or(Kinds::LIST);

pub(super) const ROWS: &[Row] = &[
    Row::new(
        "abs",
        &[NUMBER],
        NUMBER,
        ["giá trị tuyệt đối của {a}", "the size without sign of {a}"],
        |arguments, _| of_one(arguments, absolute),
    ),
    Row::new("ceil", &[NUMBER], NUMBER, ["{a} làm tròn lên", "{a} rounded up"], |arguments, _| {
        whole(arguments, Decimal::ceil)
    }),
    Row::new("floor", &[NUMBER], NUMBER, ["{a} làm tròn xuống", "{a} rounded down"], |arguments, _| {
        whole(arguments, Decimal::floor)
    }),
    greatest(&[ORDERED], ["mục lớn nhất của {a}", "the greatest of {a}"]),
    greatest(&[ORDERED; 2], GREATEST),
    greatest(&[ORDERED; 3], GREATEST),
    greatest(&[ORDERED; 4], GREATEST),
    greatest(&[ORDERED; 5], GREATEST),
    least(&[ORDERED], ["mục nhỏ nhất của {a}", "the least of {a}"]),
    least(&[ORDERED; 2], LEAST),
    least(&[ORDERED; 3], LEAST),
    least(&[ORDERED; 4], LEAST),
    least(&[ORDERED; 5], LEAST),
    Row::new("round", &[NUMBER], NUMBER, ["{a} làm tròn", "{a} rounded"], |arguments, _| {
        whole(arguments, Decimal::round)
    }),
    Row::new("sign", &[NUMBER], NUMBER, ["dấu của {a}", "the sign of {a}"], |arguments, _| {
        whole(arguments, |number| Some(number.signum()))
    }),
    Row::new("trunc", &[NUMBER], NUMBER, ["phần nguyên của {a}", "{a} without its fraction"], |arguments, _| {
        whole(arguments, Decimal::whole)
    }),
];

const LEAST: [&str; 2] = ["nhỏ nhất trong {*}", "the least of {*}"];
const GREATEST: [&str; 2] = ["lớn nhất trong {*}", "the greatest of {*}"];

const fn least(takes: &'static [Kinds], sentence: [&'static str; 2]) -> Row {
    let gives = NUMBER.or(Kinds::MADE);
    Row::new("least", takes, gives, sentence, |arguments, _| extreme(arguments, Ordering::Less))
}

const fn greatest(takes: &'static [Kinds], sentence: [&'static str; 2]) -> Row {
    let gives = NUMBER.or(Kinds::MADE);
    Row::new("greatest", takes, gives, sentence, |arguments, _| extreme(arguments, Ordering::Greater))
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
