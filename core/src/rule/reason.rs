//! Why a rule has no answer.

use crate::base::shape::terms;

terms! {
    /// Why a rule could not be decided.
    #[repr(u64)]
    pub enum Reason {
        /// A number left the exact range.
        Overflow = "overflow",
        /// The rule did more work than its limit allows.
        Fuel = "fuel",
        /// An operation met a value of a kind that it does not take.
        WrongType = "wrong_type",
        /// A text is no date.
        BadDate = "bad_date",
        /// A division by zero, or one that does not come out even in decimals.
        Division = "division",
        /// The rule asks for today, and the caller gave no day.
        NoToday = "no_today",
        /// The rule counts working days, and the caller gave no calendar.
        NoCalendar = "no_calendar",
    }
}

/// Why an expression has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Something that it reads is not filled in yet.
    Pending,
    /// It cannot be decided.
    Undetermined(Reason),
}

impl From<Reason> for Stop {
    fn from(reason: Reason) -> Self {
        Self::Undetermined(reason)
    }
}

impl Stop {
    /// Which of two reasons is told: what cannot be decided at all before what only waits.
    pub(super) fn worse(worst: Option<Self>, next: Self) -> Option<Self> {
        match worst {
            Some(Self::Undetermined(_)) => worst,
            _ => Some(next),
        }
    }
}
