//! Whole units of time between two days.

use crate::base::packed::Packed;
use crate::base::time::Date;

/// A unit of time between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub(crate) enum Unit {
    /// Full years; one born on 29 February is a year older on 28 February (Civil Code 148.4, by analogy with 148.3).
    Years,
    /// Full months.
    Months,
    /// Days.
    Days,
    /// Working days after the first day, up to and with the second (*ngày làm việc*).
    WorkingDays,
}

impl Unit {
    /// Name of each, in the expression text and in the tree.
    pub(crate) const ALL: [(&'static str, Self); 4] =
        [("years", Self::Years), ("months", Self::Months), ("days", Self::Days), ("workingDays", Self::WorkingDays)];
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
    let ends = || d2 >= d1 || to.plus(1).ymd().1 != m2;
    if ends() { months } else { months - 1 }
}

#[cfg(test)]
#[path = "tests/date_difference.rs"]
mod tests;
