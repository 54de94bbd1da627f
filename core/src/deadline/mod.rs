//! Due instants: limits, clocks, colours, and the steps that led to each answer.

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
pub use clock::{Clock, ClockAct, ClockActKind, Span};
pub use colour::{Colour, Outcome};
pub(crate) use display::show_instant;
pub use due::{DueOptions, LatestStart, due, due_on};
#[cfg(feature = "ical")]
pub use ical::{FileOptions, calendar_file};
pub use limit::{Factored, Limit, MAX_AMOUNT};
pub use reminders::{DueEntry, Occasion, Recipient, Reminder, ReminderItem, ReminderPlan, reminders};
pub use spec::{
    AfterHours, Budget, ChannelRule, Ends, Finish, LimitChoice, LimitOf, LimitSpec, Promise, Supplement,
    SupplementClock, SupplementEnd, TakeUp, TimeOfDay, Yellow,
};
pub use when::When;

#[cfg(all(test, feature = "yaml", feature = "rulebooks-vn"))]
mod tests;
