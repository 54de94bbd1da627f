//! Periods: months and quarters.

use super::spec::PeriodKind;
use crate::base::error::{Code, Error, Faults};
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::time::Date;
use serde::{Serialize, Serializer};

/// A month (`2026-10`), a quarter (`2026-Q4`), half a year (`2026-H2`) or a year (`2026`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    year: i32,
    first: u32,
    months: u32,
}

impl Period {
    /// Parses a period.
    ///
    /// # Errors
    /// [`Code::BadPeriod`].
    ///
    /// ```
    /// use namro::score::Period;
    /// let quarter = Period::parse("2026-Q4").unwrap();
    /// assert_eq!(quarter.months().collect::<Vec<_>>(), ["2026-10", "2026-11", "2026-12"]);
    /// ```
    pub fn parse(text: &str) -> Result<Self, Error> {
        let read = || -> Option<Self> {
            let digits = |text: &str, len: usize| -> Option<u32> {
                (text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
            };
            let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
            let year = i32::try_from(digits(year, 4)?).ok().filter(|year| *year > 0)?;
            let part_of = |number: &str, months: u32| Some((digits(number, 1)?.checked_sub(1)? * months + 1, months));
            let (first, months) = match part.map(|part| (part.get(..1), part.get(1..).unwrap_or_default())) {
                None => (1, 12),
                Some((Some("Q"), quarter)) => part_of(quarter, 3)?,
                Some((Some("H"), half)) => part_of(half, 6)?,
                Some(_) => (digits(part?, 2)?, 1),
            };
            (1..=12).contains(&first).then_some(Self { year, first, months })
        };
        read().ok_or_else(|| Error::new(Code::BadPeriod).with("value", text))
    }

    /// The month, quarter or year that contains a month (`yyyy-MM`).
    pub(crate) fn around(month: &str, kind: PeriodKind) -> Option<Self> {
        let month = Self::parse(month).ok().filter(|period| period.months == 1)?;
        let months = kind.months();
        Some(Self { first: (month.first - 1) / months * months + 1, months, ..month })
    }

    /// Number of months in it.
    pub const fn length(self) -> u32 {
        self.months
    }

    /// Its months as `yyyy-MM`, in order.
    pub fn months(self) -> impl Iterator<Item = String> {
        (self.first..self.first + self.months).map(move |month| format!("{:04}-{month:02}", self.year))
    }

    /// Its first day.
    pub fn from(self) -> Date {
        Date::from_ymd(self.year, self.first, 1).unwrap_or(Date::MIN)
    }

    /// Its last day, inclusive.
    pub fn to(self) -> Date {
        let next = self.first + self.months;
        let (year, month) = if next > 12 { (self.year + 1, next - 12) } else { (self.year, next) };
        Date::from_ymd(year, month, 1).map_or(Date::MAX, |date| date.plus(-1))
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.months {
            1 => write!(f, "{:04}-{:02}", self.year, self.first),
            3 => write!(f, "{:04}-Q{}", self.year, self.first.div_ceil(3)),
            6 => write!(f, "{:04}-H{}", self.year, self.first.div_ceil(6)),
            _ => write!(f, "{:04}", self.year),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

deserialize_shapes!(Period);

impl Shape for Period {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let text = at.text(faults)?;
        at.keep(Self::parse(text), faults)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Period {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Period".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$"})
    }
}

#[cfg(test)]
#[path = "tests/period.rs"]
mod tests;
