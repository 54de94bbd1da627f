//! The answer: when something is due, and why at that instant.

use super::clock::Span;
use super::limit::Limit;
use super::when::When;
use crate::base::shape::{Shape, Term};
use crate::base::source::Source;
use crate::base::text::Text;
use crate::base::time::{Date, Stamp};
use serde::Serialize;

/// Why a due is at this instant; the kind of one step of the explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum BecauseCode {
    /// Counting begins here; limits in days exclude the start day.
    #[term("start")]
    Start,
    /// Accepted outside hours or after the cut-off: the start moved to a later day.
    #[term("start_moved")]
    StartMoved,
    /// Days off were skipped.
    #[term("skipped")]
    Skipped,
    /// A weekly rest day was counted, since a notice made it a working day.
    #[term("swapped")]
    Swapped,
    /// That month has no such day, so its last day was taken.
    #[term("clipped")]
    Clipped,
    /// The last day was a day off, so the next working day was taken.
    #[term("rolled")]
    Rolled,
    /// A suspension moved the due.
    #[term("suspended")]
    Suspended,
    /// The limit started again.
    #[term("restarted")]
    Restarted,
    /// An extension by law moved the due.
    #[term("extended")]
    Extended,
    /// A new date was promised in addition to the due.
    #[term("re_appointed")]
    ReAppointed,
    /// One of several limits was chosen.
    #[term("chosen")]
    Chosen,
    /// The clock was stopped.
    #[term("stopped")]
    Stopped,
    /// The notice that fixes the calendar of these days is not yet known.
    #[term("provisional")]
    Provisional,
    /// How the limit ends.
    #[term("end")]
    End,
}

/// One step of the explanation of a due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Because {
    /// The kind of step.
    pub code: BecauseCode,
    /// The day or instant before the step.
    pub before: Option<When>,
    /// The day or instant after the step.
    pub after: Option<When>,
    /// The step in words, in both languages.
    pub text: Text,
    /// Its legal basis (*căn cứ*).
    pub source: Option<Source>,
}

/// Whether the due instant itself is still on time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum Bound {
    /// Yes: on time means at or before it.
    #[term("through")]
    Through,
    /// No: on time means before it.
    #[term("before")]
    Before,
}

/// The end of one limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct End {
    /// The limit that was counted (*thời hạn*).
    pub limit: Limit,
    /// Its due, by the end of day that the procedure names.
    pub due: Stamp,
    /// Whether the instant `due` is still on time.
    pub bound: Bound,
    /// The last day of the limit.
    pub last_day: Date,
    /// 24:00 of the last day, exclusive; for limits in hours, the due.
    pub legal_end: Stamp,
    /// The close of the last day's last shift, inclusive; for limits in hours, the due.
    pub office_end: Stamp,
}

/// When something is due (*hạn*), and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Shape)]
pub struct Due {
    /// The due instant: that of the committed limit, otherwise that of the statutory one.
    pub due: Stamp,
    /// Whether the instant `due` is still on time.
    pub bound: Bound,
    /// The last day of the limit.
    pub last_day: Date,
    /// 24:00 of the last day, exclusive; for limits in hours, the due.
    pub legal_end: Stamp,
    /// The close of the last day's last shift, inclusive; for limits in hours, the due.
    pub office_end: Stamp,
    /// The due as people read it: `17:30 thứ Bảy, ngày 10/01/2026`.
    pub text: Text,
    /// When counting began: acceptance, moved by the channel rule, or the last restart.
    pub start: Stamp,
    /// From this instant on it is yellow (*sắp đến hạn*); `None` if it never is.
    pub yellow_from: Option<Stamp>,
    /// Finished before this instant is early (*trước hạn*); `None` for limits in hours, where only a margin of the
    /// policy decides.
    pub early_before: Option<Stamp>,
    /// The end of the limit set by law (*thời hạn theo luật*).
    pub statutory: Option<End>,
    /// The end of the limit that the office committed to (*thời hạn cam kết*).
    pub committed: Option<End>,
    /// A date promised in addition to the due (*ngày hẹn lại*); lateness is still judged by the due.
    pub reappointed: Option<Stamp>,
    /// When the clock was suspended (*tạm dừng*), in order.
    pub suspended: Vec<Span>,
    /// When the case ended without a result (*dừng giải quyết*).
    pub stopped: Option<Stamp>,
    /// Whether it depends on days whose notice is not yet known (*tạm tính*).
    #[shape(default = false)]
    pub provisional: bool,
    /// How it was counted, step by step.
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
