//! The clock of a case: when it stood, when it began anew, how far it was moved.

use super::limit::Limit;
use crate::ids::EventId;
use crate::shape::{shape, terms};
use crate::source::Source;
use crate::text::Text;
use crate::time::{Instant, Stamp};

terms! {
    /// What an act does to the clock.
    pub enum ClockActKind {
        /// It stands (*tạm dừng*).
        Suspend = "suspend",
        /// It goes on (*tiếp tục*).
        Resume = "resume",
        /// It begins anew, with the full limit (*tính lại từ đầu*).
        Restart = "restart",
        /// The limit grows by law: moves the due that judges (*gia hạn*).
        Extend = "extend",
        /// A new date is promised beside the first, which still judges (*hẹn lại*).
        ReAppoint = "re_appoint",
        /// It ends without a result, and is never late (*dừng giải quyết*).
        Stop = "stop",
    }
}

shape! {
    /// An act on a clock.
    #[derive(PartialEq, Eq)]
    pub struct ClockAct {
        /// What it does.
        pub kind: ClockActKind,
        /// From when.
        pub at: Stamp,
        /// When it was entered; later than `at` for a retroactive one. Without it, at once.
        pub recorded_at: Option<Stamp>,
        /// Which of several clocks of a case; without a name, all of them.
        pub clock: Option<String>,
        /// Why the clock stands: suspensions for different reasons overlap, and each ends on its own. A resume without
        /// a reason ends them all.
        pub reason: Option<String>,
        /// For an extension: by how much.
        pub by: Option<Limit>,
        /// For an extension or a new date: until when.
        pub until: Option<Stamp>,
        /// The event that says so.
        pub event_id: Option<EventId>,
        /// Where it stands.
        pub source: Option<Source>,
    }
}

impl ClockAct {
    /// An act with nothing but its kind and its instant.
    pub fn new(kind: ClockActKind, at: Stamp) -> Self {
        Self {
            kind,
            at,
            recorded_at: None,
            clock: None,
            reason: None,
            by: None,
            until: None,
            event_id: None,
            source: None,
        }
    }

    /// An extension by so much.
    pub fn extend(at: Stamp, by: Limit) -> Self {
        Self { by: Some(by), ..Self::new(ClockActKind::Extend, at) }
    }
}

shape! {
    /// A time during which the clock stood.
    #[derive(PartialEq, Eq)]
    pub struct Span {
        /// From when.
        pub from: Stamp,
        /// Until when; without one, it still stands.
        pub to: Option<Stamp>,
        /// Why; several reasons where suspensions overlapped.
        pub reasons: Vec<String>,
    }
}

/// The acts of one clock, put in order.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// From when the full limit counts anew.
    pub restarted: Option<Stamp>,
    /// When it stood, in order, apart from each other.
    pub spans: Vec<Span>,
    /// Extensions by law, in order.
    pub extensions: Vec<ClockAct>,
    /// The last new date beside the first.
    pub reappointed: Option<Stamp>,
    /// How often a new date was given.
    pub reappointments: u32,
    /// When it ended without a result.
    pub stopped: Option<Stamp>,
    /// Acts that changed nothing: a resume while it ran, anything after the stop.
    pub ignored: Vec<ClockAct>,
    /// Why, in words, for whoever looks into them.
    pub remarks: Vec<Text>,
}

impl Clock {
    /// Whether the clock stands at an instant.
    pub fn stands_at(&self, at: Instant) -> bool {
        self.spans.iter().any(|span| span.from.at <= at && span.to.is_none_or(|to| at < to.at))
    }
}
