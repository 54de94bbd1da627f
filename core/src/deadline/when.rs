//! A date or an instant: what is known of when something happened.

use crate::base::error::Faults;
use crate::base::shape::{Cursor, Shape, deserialize_shapes};
use crate::base::time::{Date, Instant, Stamp};
use crate::calendar::Calendar;
use serde::{Serialize, Serializer};

/// A date or an instant, whichever is known (*ngày hoặc thời điểm*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A date without a time: the whole day, not its midnight.
    Date(Date),
    /// An instant with its offset.
    At(Stamp),
}

impl std::fmt::Display for When {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::At(stamp) => stamp.fmt(f),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

deserialize_shapes!(When);

impl Shape for When {
    fn read(at: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        match at.node.value.as_text() {
            Some(text) if text.len() == 10 => Date::read(at, faults).map(Self::Date),
            _ => Stamp::read(at, faults).map(Self::At),
        }
    }
}

/// The first and the last instant of a day.
pub(super) fn ends_of(calendar: &Calendar, day: Date) -> (Instant, Instant) {
    let last = calendar.next_midnight(day).micros().checked_sub(1).and_then(Instant::from_micros);
    (calendar.zone().instant(day, 0), last.unwrap_or(Instant::MAX))
}
