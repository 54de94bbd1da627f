//! Why a rule has no answer.

use crate::base::shape::Term;
use thiserror::Error;

/// Why a rule could not be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term, Error)]
#[repr(u64)]
#[non_exhaustive]
pub enum Reason {
    /// A number left the exact range.
    #[term("overflow")]
    Overflow,
    /// The rule did more work than its limit allows.
    #[term("fuel")]
    Fuel,
    /// An operation met a value of a kind that it does not take.
    #[term("wrong_type")]
    WrongType,
    /// A text is no date.
    #[term("bad_date")]
    BadDate,
    /// A division by zero, or one that does not come out even in decimals.
    #[term("division")]
    Division,
    /// The rule asks for today, and the caller gave no day.
    #[term("no_today")]
    NoToday,
    /// The rule counts working days, and the caller gave no calendar.
    #[term("no_calendar")]
    NoCalendar,
}

impl Reason {
    /// In words, as errors carry it.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Overflow => "a number is beyond the exact range",
            Self::Fuel => "the rule takes more steps than its limit allows",
            Self::WrongType => "a value has the wrong type",
            Self::BadDate => "a text is not a date",
            Self::Division => "a division by zero, or one with an endless decimal",
            Self::NoToday => "the day of assessment is not given",
            Self::NoCalendar => "there is no working calendar",
        }
    }
}

/// Why an expression has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Stop {
    /// Something that it reads is not filled in yet.
    #[error("pending: something that the rule reads is not filled in")]
    Pending,
    /// It cannot be decided.
    #[error("undetermined: {0}")]
    Undetermined(#[from] Reason),
}

impl Stop {
    /// Which of two reasons is reported: what cannot be decided at all before what only waits.
    pub(super) fn worse(worst: Option<Self>, next: Self) -> Option<Self> {
        match worst {
            Some(Self::Undetermined(_)) => worst,
            _ => Some(next),
        }
    }
}
