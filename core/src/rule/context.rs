//! What a rule is evaluated over.

use crate::base::time::Date;
use crate::base::value::Node;
use crate::calendar::Calendar;
use std::sync::Arc;

/// Counts working days for rules that ask for them. A reader of the trait alone carries no calendar along.
pub trait WorkingDays: Send + Sync {
    /// Working days after the first day, up to and with the second; negative, where it is earlier.
    fn working_days(&self, after: Date, through: Date) -> i64;

    /// The same, for who asks again later.
    fn kept(&self) -> Arc<dyn WorkingDays>;
}

/// Without the calendar itself: a browser would have to load how to write it.
impl std::fmt::Debug for dyn WorkingDays {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WorkingDays")
    }
}

impl WorkingDays for Calendar {
    fn working_days(&self, after: Date, through: Date) -> i64 {
        self.working_days_in(after, through)
    }

    fn kept(&self) -> Arc<dyn WorkingDays> {
        Arc::new(self.clone())
    }
}

/// What an expression is evaluated over.
#[derive(Clone, Copy, Default)]
pub struct Context<'a> {
    /// The documents, in the order in which the scope names them.
    pub data: &'a [&'a Node],
    /// The day on which is judged.
    pub today: Option<Date>,
    /// Counts working days, where the rule asks for them.
    pub calendar: Option<&'a dyn WorkingDays>,
}
