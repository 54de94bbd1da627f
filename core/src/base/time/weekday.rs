//! The days of the week.

use crate::base::shape::Term;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Weekday {
    /// Monday (*thứ Hai*).
    #[term("mon")]
    Mon,
    /// Tuesday (*thứ Ba*).
    #[term("tue")]
    Tue,
    /// Wednesday (*thứ Tư*).
    #[term("wed")]
    Wed,
    /// Thursday (*thứ Năm*).
    #[term("thu")]
    Thu,
    /// Friday (*thứ Sáu*).
    #[term("fri")]
    Fri,
    /// Saturday (*thứ Bảy*).
    #[term("sat")]
    Sat,
    /// Sunday (*Chủ nhật*).
    #[term("sun")]
    Sun,
}

impl Weekday {
    /// The days as rulebooks write them, from Monday.
    pub const NAMES: [&str; 7] = [
        Self::Mon.as_str(),
        Self::Tue.as_str(),
        Self::Wed.as_str(),
        Self::Thu.as_str(),
        Self::Fri.as_str(),
        Self::Sat.as_str(),
        Self::Sun.as_str(),
    ];

    pub(super) const fn of(day: chrono::Weekday) -> Self {
        match day {
            chrono::Weekday::Mon => Self::Mon,
            chrono::Weekday::Tue => Self::Tue,
            chrono::Weekday::Wed => Self::Wed,
            chrono::Weekday::Thu => Self::Thu,
            chrono::Weekday::Fri => Self::Fri,
            chrono::Weekday::Sat => Self::Sat,
            chrono::Weekday::Sun => Self::Sun,
        }
    }

    /// Days since Monday, 0–6.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name within a sentence, in Vietnamese and in English.
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Mon => ("thứ Hai", "Monday"),
            Self::Tue => ("thứ Ba", "Tuesday"),
            Self::Wed => ("thứ Tư", "Wednesday"),
            Self::Thu => ("thứ Năm", "Thursday"),
            Self::Fri => ("thứ Sáu", "Friday"),
            Self::Sat => ("thứ Bảy", "Saturday"),
            Self::Sun => ("Chủ nhật", "Sunday"),
        }
    }

    /// The name as lists of days abbreviate it, in Vietnamese and in English.
    pub const fn short_names(self) -> (&'static str, &'static str) {
        match self {
            Self::Mon => ("thứ 2", "Mon"),
            Self::Tue => ("thứ 3", "Tue"),
            Self::Wed => ("thứ 4", "Wed"),
            Self::Thu => ("thứ 5", "Thu"),
            Self::Fri => ("thứ 6", "Fri"),
            Self::Sat => ("thứ 7", "Sat"),
            Self::Sun => ("Chủ nhật", "Sun"),
        }
    }
}
