//! The answer: when it is due, and why at that instant.

use super::clock::Span;
use super::limit::Limit;
use super::when::When;
use crate::base::shape::{Shape, Term};
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};
use serde::Serialize;

/// Why a due lies where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum BecauseCode {
    /// Counting begins here; the start day of day limits is excluded.
    #[term("start")]
    Start,
    /// Accepted outside hours or after the cut-off: the start moved.
    #[term("start_moved")]
    StartMoved,
    /// Days off were skipped.
    #[term("skipped")]
    Skipped,
    /// A day off by the week counted, since it was swapped.
    #[term("swapped")]
    Swapped,
    /// The day does not exist in that month: its last day instead.
    #[term("clipped")]
    Clipped,
    /// The last day was off: the next working day instead.
    #[term("rolled")]
    Rolled,
    /// A suspension moved it.
    #[term("suspended")]
    Suspended,
    /// The limit began anew.
    #[term("restarted")]
    Restarted,
    /// An extension by law moved it.
    #[term("extended")]
    Extended,
    /// A new date was promised beside it.
    #[term("re_appointed")]
    ReAppointed,
    /// One of several limits was chosen.
    #[term("chosen")]
    Chosen,
    /// The clock was stopped.
    #[term("stopped")]
    Stopped,
    /// The calendar of these days is not yet fixed by a notice.
    #[term("provisional")]
    Provisional,
    /// This is how the limit ends.
    #[term("end")]
    End,
}

/// One step of the way to a due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Because {
    /// What kind of step.
    pub code: BecauseCode,
    /// From where.
    pub before: Option<When>,
    /// To where.
    pub after: Option<When>,
    /// The step in words.
    pub text: Text,
    /// Its legal basis.
    pub source: Option<Source>,
}

/// Whether the due instant itself is still in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Bound {
    /// It is: in time means at or before it.
    #[term("through")]
    Through,
    /// It is not: in time means before it.
    #[term("before")]
    Before,
}

/// Where one limit ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
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

/// When something is due (*hạn*), and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
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
    #[shape(default = false)]
    pub provisional: bool,
    /// How it came about, step by step.
    pub because: Vec<Because>,
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
