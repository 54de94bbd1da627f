//! Functions of days.

use crate::rule::calculate::Val;
use crate::rule::function::{Row, of_one};
use crate::rule::kinds::Kinds;
use crate::rule::reason::Reason;

const DAY: Kinds = Kinds::DAY;
const NUMBER: Kinds = Kinds::NUMBER;

pub(super) const ROWS: &[Row] = &[
    Row::new("date", &[DAY], DAY, ["ngày {a}", "the day {a}"], |arguments, _| {
        of_one(arguments, |val| val.date().map(Val::from))
    }),
    Row::new("year", &[DAY], NUMBER, YEAR, |arguments, _| part_of_date(arguments, |(year, _, _)| year.into())),
    Row::new("month", &[DAY], NUMBER, ["tháng của {a}", "the month of {a}"], |arguments, _| {
        part_of_date(arguments, |(_, month, _)| month.into())
    }),
    Row::new("day", &[DAY], NUMBER, OF_MONTH, |arguments, _| part_of_date(arguments, |(_, _, day)| day.into())),
    Row::new("getFullYear", &[DAY], NUMBER, YEAR, |arguments, _| part_of_date(arguments, |(year, _, _)| year.into())),
    Row::new(
        "getMonth",
        &[DAY],
        NUMBER,
        ["tháng của {a} (đếm từ 0)", "the month of {a} (from 0)"],
        |arguments, _| part_of_date(arguments, |(_, month, _)| i64::from(month) - 1),
    ),
    Row::new("getDate", &[DAY], NUMBER, OF_MONTH, |arguments, _| part_of_date(arguments, |(_, _, day)| day.into())),
    Row::new(
        "getDayOfMonth",
        &[DAY],
        NUMBER,
        ["ngày của {a} (đếm từ 0)", "the day of {a} (from 0)"],
        |arguments, _| part_of_date(arguments, |(_, _, day)| i64::from(day) - 1),
    ),
    Row::new(
        "getDayOfWeek",
        &[DAY],
        NUMBER,
        ["thứ của {a} (0 là Chủ nhật)", "the weekday of {a} (0 is Sunday)"],
        |arguments, _| of_one(arguments, day_of_week),
    ),
];

const YEAR: [&str; 2] = ["năm của {a}", "the year of {a}"];
const OF_MONTH: [&str; 2] = ["ngày của {a}", "the day of {a}"];

fn part_of_date<'a>(arguments: &[Val<'a>], f: impl Fn((i32, u32, u32)) -> i64) -> Result<Val<'a>, Reason> {
    of_one(arguments, |val| Ok(f(val.date()?.ymd()).into()))
}

/// 0 is Sunday.
fn day_of_week<'a>(val: &Val<'a>) -> Result<Val<'a>, Reason> {
    let days = (val.date()?.weekday().index() + 1) % 7;
    Ok(i64::try_from(days).unwrap_or_default().into())
}
