//! Scores (*chấm điểm*): a policy turns items of work into points, and findings explain every point lost.
//!
//! Points are exact fractions. What could not be assessed counts neither as zero nor as full: it is left out of the
//! points that could be reached, and the card says so. Counts are integers that add up over shards; ratings need a
//! whole group.

mod bearer;
mod card;
mod check;
mod excuses;
pub(crate) mod indicator;
mod inputs;
mod period;
#[cfg(feature = "render")]
mod ranking;
mod rating;
mod scoring;
pub(crate) mod spec;
mod tally;
mod thousandths;
mod unused;
mod wilson;
mod worth;

pub use card::{
    CapEffect, Card, ComponentScore, Gain, Loss, NotSupplied, Points, PolicyRef, Rating, Scores, UnusedInput,
};
pub(crate) use check::Cases;
pub use indicator::{ClosedList, IndicatorCell, IndicatorValue};
#[doc(hidden)]
pub use indicator::{LeftOut, LeftOutReason, TargetOutcome, TargetResult};
pub use inputs::{ExcuseInput, FailureInput, Inputs, OverrideInput, PointsInput};
pub use period::Period;
#[cfg(feature = "render")]
pub(crate) use ranking::{Ranked, ranking};
pub(crate) use scoring::{scope_of, score};
pub use spec::Policy;
pub(crate) use spec::{PolicyComponentSpec, PolicySpec};
pub use wilson::Ratio;

#[cfg(test)]
mod tests;
