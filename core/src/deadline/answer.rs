//! The answer: when it is due, and why at that instant.

use super::clock::Span;
use super::limit::Limit;
use super::when::When;
use crate::base::shape::{shape, terms};
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};

terms! {
    /// Why a due lies where it lies.
    pub enum BecauseCode {
        /// Counting begins here; the start day of day limits is excluded.
        Start = "start",
        /// Accepted outside hours or after the cut-off: the start moved.
        StartMoved = "start_moved",
        /// Days off were skipped.
        Skipped = "skipped",
        /// A day off by the week counted, since it was swapped.
        Swapped = "swapped",
        /// The day does not exist in that month: its last day instead.
        Clipped = "clipped",
        /// The last day was off: the next working day instead.
        Rolled = "rolled",
        /// A suspension moved it.
        Suspended = "suspended",
        /// The limit began anew.
        Restarted = "restarted",
        /// An extension by law moved it.
        Extended = "extended",
        /// A new date was promised beside it.
        ReAppointed = "re_appointed",
        /// One of several limits was chosen.
        Chosen = "chosen",
        /// The clock was stopped.
        Stopped = "stopped",
        /// The calendar of these days is not yet fixed by a notice.
        Provisional = "provisional",
        /// This is how the limit ends.
        End = "end",
    }
}

shape! {
    /// One step of the way to a due.
    #[derive(PartialEq, Eq)]
    pub struct Because {
        /// What kind of step.
        pub code: BecauseCode,
        /// From where.
        pub from: Option<When>,
        /// To where.
        pub to: Option<When>,
        /// The step in words.
        pub text: Text,
        /// Its legal basis.
        pub source: Option<Source>,
    }
}

terms! {
    /// Whether the due instant itself is still in time.
    pub enum Bound {
        /// It is: in time means at or before it.
        Through = "through",
        /// It is not: in time means before it.
        Before = "before",
    }
}

shape! {
    /// Where one limit ends.
    #[derive(PartialEq, Eq)]
    pub struct End {
        /// The limit.
        pub limit: Limit,
        /// Its due, by the end that the procedure names.
        pub due: Stamp,
        /// Whether that instant is still in time.
        pub bound: Bound,
        /// The last day.
        pub last_day: Date,
        /// 24:00 of the last day, exclusive; for hours, the due.
        pub legal_end: Stamp,
        /// The close of the last day's last shift, inclusive; for hours, the due.
        pub office_end: Stamp,
    }
}

shape! {
    /// When something is due (*hạn*), and why.
    #[derive(PartialEq, Eq)]
    pub struct Due {
        /// The due instant: that of the committed limit, else of the statutory one.
        pub due: Stamp,
        /// Whether that instant is still in time.
        pub bound: Bound,
        /// The last day.
        pub last_day: Date,
        /// 24:00 of the last day, exclusive; for hours, the due.
        pub legal_end: Stamp,
        /// The close of the last day's last shift, inclusive; for hours, the due.
        pub office_end: Stamp,
        /// The due as it is shown: `17:30 thứ Bảy, ngày 10/01/2026`.
        pub text: Text,
        /// From when counting began: acceptance, moved by the channel, or the restart.
        pub start: Stamp,
        /// From when it is yellow, if it ever is.
        pub yellow_from: Option<Stamp>,
        /// Finished before this is early; nothing for hours, where only a policy's margin says so.
        pub early_before: Option<Stamp>,
        /// Where the limit by law ends.
        pub statutory: Option<End>,
        /// Where the promised limit ends.
        pub committed: Option<End>,
        /// The date promised beside the first, which still judges.
        pub reappointed: Option<Stamp>,
        /// When the clock stood.
        pub suspended: Vec<Span>,
        /// When it ended without a result.
        pub stopped: Option<Stamp>,
        /// Whether it rests on days that no notice has fixed yet.
        pub provisional: bool = false,
        /// How it came about, step by step.
        pub because: Vec<Because>,
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for When {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]})
    }
}
