//! Months, by which items are owned.

use crate::time::{Instant, Zone};
use std::fmt;

/// A month, as months since the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(pub(super) i32);

impl Month {
    /// The first and the last month that there are.
    pub(super) const ALL: (Self, Self) = (Self(i32::MIN), Self(i32::MAX));

    /// A month of a year, from 1 to 12.
    pub fn new(year: i32, month: u32) -> Self {
        Self(year.saturating_mul(12).saturating_add(i32::try_from(month).unwrap_or(1)).saturating_sub(1))
    }

    /// The month of an instant.
    pub(super) fn of(at: Instant, zone: &Zone) -> Self {
        let (year, month, _) = zone.date_of(at).ymd();
        Self::new(year, month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}
