//! Days, their shifts, and the reasons for both.

use crate::base::error::{Code, Error, Faults};
use crate::base::packed::packed_as;
use crate::base::shape::{Cursor, Shape, Term, deserialize_shapes};
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::{DAY, Date};

/// A shift (*ca làm việc*): a period of working time within one day, in seconds of the local clock since midnight. A
/// shift may end at 24:00; one that goes on after midnight is written as two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shift {
    /// When it opens, in seconds since midnight, 0–86399.
    pub from: u32,
    /// When it closes, in seconds since midnight, up to 86400; work has ended at this instant.
    pub to: u32,
}

impl Shift {
    /// Parses `08:00-12:00`; seconds are allowed, and the end may be `24:00`.
    ///
    /// # Errors
    /// [`Code::BadShift`], also for one that ends before it begins, as a night shift would.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let read = || {
            let (from, to) = text.split_once('-')?;
            let (from, to) = (clock(from)?, clock(to)?);
            (from < to).then_some(Self { from, to })
        };
        read().ok_or_else(|| Error::new(Code::BadShift).with("value", text))
    }

    /// Its length in seconds.
    pub const fn seconds(self) -> u32 {
        self.to.saturating_sub(self.from)
    }
}

/// `HH:MM` or `HH:MM:SS`, up to `24:00`, in seconds.
fn clock(text: &str) -> Option<u32> {
    let mut parts = text.split(':').map(|part| {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if digits { part.parse::<u32>().ok() } else { None }
    });
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    let whole = hours * 3600 + minutes * 60 + seconds;
    (parts.next().is_none() && minutes < 60 && seconds < 60 && i64::from(whole) <= DAY).then_some(whole)
}

impl std::fmt::Display for Shift {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let clock = |f: &mut std::fmt::Formatter<'_>, second: u32| {
            write!(f, "{:02}:{:02}", second / 3600, second / 60 % 60)?;
            if second.is_multiple_of(60) { Ok(()) } else { write!(f, ":{:02}", second % 60) }
        };
        clock(f, self.from)?;
        f.write_str("-")?;
        clock(f, self.to)
    }
}

/// A day of a year without the year, such as `09-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct MonthDay {
    /// Month, 1–12.
    pub month: u32,
    /// Day of the month, 1–31.
    pub day: u32,
}

impl MonthDay {
    /// Parses `MM-dd`.
    ///
    /// # Errors
    /// [`Code::BadMonthDay`].
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let read = || {
            let (month, day) = text.split_once('-')?;
            let two = |part: &str| (part.len() == 2).then(|| part.parse::<u8>().ok()).flatten().map(u32::from);
            let (month, day) = (two(month)?, two(day)?);
            // Every day of a year exists in a leap year.
            Date::from_ymd(2000, month, day).map(|_| Self { month, day })
        };
        read().ok_or_else(|| Error::new(Code::BadMonthDay).with("value", text))
    }
}

impl std::fmt::Display for MonthDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

packed_as! {
    Shift as (u32, u32): |shift: &Shift| (shift.from, shift.to),
        |(from, to)| (from < to && i64::from(to) <= DAY).then_some(Self { from, to }),
        Self { from: 0, to: 1 };
    MonthDay as (u32, u32): |of: &MonthDay| (of.month, of.day),
        |(month, day)| Date::from_ymd(2000, month, day).map(|_| Self { month, day }),
        Self { month: 1, day: 1 };
}

macro_rules! written {
    ($($type:ty: $name:literal, $pattern:literal;)+) => {$(
        deserialize_shapes!($type);

        impl Shape for $type {
            fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
                at.text(faults).and_then(|text| at.keep(Self::parse(text), faults))
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", "pattern": $pattern})
            }
        }
    )+};
}

written! {
    Shift: "Shift", "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?-[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$";
    MonthDay: "MonthDay", "^[01][0-9]-[0-3][0-9]$";
}

/// What a calendar gives for one day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, Shape)]
#[shape(answer)]
pub struct Day {
    /// Whether it has any shift (*ngày làm việc*).
    pub working: bool,
    /// Its shifts, in order; empty on a day off.
    pub shifts: Vec<Shift>,
    /// Why it is off, or why it is worked although it would be off; empty for an ordinary working day.
    pub reasons: Vec<DayReason>,
    /// Whether the notice for its year is unknown, so that a swap may still change the day (*tạm tính*).
    pub provisional: bool,
}

/// What kind of reason a day has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum DayReasonCode {
    /// The weekly rest (*ngày nghỉ hằng tuần*).
    #[term("weekly_rest")]
    WeeklyRest,
    /// A public holiday (*ngày lễ, tết*).
    #[term("holiday")]
    Holiday,
    /// A day in lieu of a holiday on a rest day (*nghỉ bù*).
    #[term("compensation")]
    Compensation,
    /// Closed by notice (*nghỉ theo thông báo*).
    #[term("closed")]
    Closed,
    /// A rest day that works in exchange (*làm bù*).
    #[term("make_up")]
    MakeUp,
    /// A working day with hours of its own (*giờ làm việc riêng*).
    #[term("special_hours")]
    SpecialHours,
    /// Outside the years of the calendar.
    #[term("outside_calendar")]
    OutsideCalendar,
}

/// Why a day is what it is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, Shape)]
#[shape(answer)]
pub struct DayReason {
    /// What kind of reason.
    pub code: DayReasonCode,
    /// In words.
    pub text: Text,
    /// The legal basis (*căn cứ*) or the notice.
    pub source: Option<Source>,
}
