//! Due instants: limits, clocks, colours, and the explanation of each answer.

mod answer;
pub mod bulk;
mod check;
mod clock;
mod colour;
mod count;
mod display;
mod due;
mod explain;
#[cfg(feature = "ical")]
mod ical;
mod limit;
mod reminders;
mod spec;
mod text;
mod when;

pub use answer::{Because, BecauseCode, Bound, Due, End};
pub(crate) use clock::Clock;
pub use clock::{ClockAct, ClockActKind, Span};
pub use colour::{Colour, Outcome};
pub(crate) use display::show_instant;
pub use due::{DueOptions, LatestStart, due, due_on};
#[cfg(feature = "ical")]
pub(crate) use ical::{FileOptions, calendar_file};
pub use limit::{Factored, Limit};
pub use reminders::{DueEntry, Occasion, Recipient, Reminder, ReminderPlan};
pub(crate) use reminders::{ReminderItem, reminders};
pub use spec::{AfterHours, Budget, ChannelRule, Ends, LimitOf, Promise, TimeOfDay, Yellow};
pub(crate) use spec::{Finish, LimitChoice, LimitSpec, SupplementClock, SupplementEnd, TakeUp};
pub use when::When;

#[cfg(all(test, feature = "yaml", feature = "rulebooks-vn"))]
mod tests;
