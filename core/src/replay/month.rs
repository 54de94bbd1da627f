//! Months, for which items count.

use crate::base::time::Date;
use std::fmt;

/// A month, as months since the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(pub(super) i32);

impl Month {
    /// The lowest and the highest value.
    pub(super) const ALL: (Self, Self) = (Self(i32::MIN), Self(i32::MAX));

    /// Its number, counted from the year 0.
    pub(super) fn number(self) -> u32 {
        u32::try_from(self.0).unwrap_or(0)
    }

    /// In Vietnamese notation: `10/2026`.
    pub(super) fn vietnamese(self) -> String {
        format!("{:02}/{:04}", self.0 % 12 + 1, self.0 / 12)
    }

    /// The month that contains a day.
    pub fn of(day: Date) -> Self {
        let (year, month, _) = day.ymd();
        Self(year.saturating_mul(12).saturating_add(i32::try_from(month).unwrap_or(1)).saturating_sub(1))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}
