//! Calendars of working time: kinds of days, shifts, the Vietnamese lunar calendar, holidays by rule, swaps, layers.
//!
//! A `CalendarSpec` is what a rulebook writes; `compile` merges it with its bases into a [`Calendar`], which
//! answers each question by a lookup or two, however long the period is.
//!
//! Conventions, all tested:
//! - A shift includes its opening instant and not its closing one; at 12:00:00 sharp a morning has ended.
//! - Adding working time ends as early as possible: at the end of a shift, not at the start of the next.
//! - Subtracting working time begins as late as possible: at the start of a shift, not at the end of the one before.
//! - Dates are taken in the calendar's zone. There is no working time outside the years [`FIRST`] to [`LAST`].

mod astronomy;
pub mod bulk;
mod calendars;
mod compiled;
mod day;
mod holidays;
mod layers;
pub(crate) mod lunar;
pub(crate) mod spec;
mod timeline;
pub(crate) mod week;
pub(crate) mod zone;

#[cfg(all(feature = "yaml", feature = "rulebooks-vn"))]
pub use calendars::vietnam;
pub(crate) use calendars::{Calendars, compile};
pub use compiled::Calendar;
use compiled::micros;
#[doc(hidden)]
pub use compiled::{FIRST, LAST};
pub use day::{Day, DayReason, DayReasonCode, Shift};
pub use lunar::LunarDate;
pub(crate) use spec::CalendarSpec;
pub use zone::{ZoneChange, ZoneSpec, ZoneTable};

#[cfg(test)]
mod tests;
