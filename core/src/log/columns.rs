//! The log in columns.

use super::sparse::Sparse;
use crate::base::names::{Names, Symbol};
use crate::base::time::Instant;
use crate::base::value::Node;
use crate::case::{ActorKind, Effect};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How an event is identified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    /// A name that its row gave.
    Given(Symbol),
    /// Derived from its content; the number distinguishes events of one case, instant, act, step and actor. The text is
    /// computed on request ([`Log::event_id`]), since most events are never named.
    Content(u32),
}

macro_rules! columns {
    ($(#[doc = $doc:literal])+ struct $name:ident, row $row:ident $(#[doc = $row_doc:literal])+ {
        $($(#[doc = $field_doc:literal])+ $field:ident: $column:ident<$type:ty>,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default)]
        pub(crate) struct $name {
            $($(#[doc = $field_doc])+ pub $field: $column<$type>,)+
        }

        $(#[doc = $row_doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) struct $row {
            $($(#[doc = $field_doc])+ pub $field: $type,)+
        }

        impl $name {
            /// How many rows there are.
            pub(crate) fn len(&self) -> usize {
                columns!(@first self $($field)+).len()
            }

            /// Whether there are none.
            pub(crate) fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// Appends a row.
            pub(crate) fn push(&mut self, row: $row) {
                let at = self.len();
                $(self.$field.put(at, row.$field);)+
            }

            /// One row.
            pub(crate) fn row(&self, index: usize) -> Option<$row> {
                (index < self.len()).then(|| $row { $($field: self.$field.at(index),)+ })
            }

            /// The rows, in order.
            pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = $row> + '_ {
                (0..self.len()).map(|index| $row { $($field: self.$field.at(index),)+ })
            }

            /// Keeps these rows, in this order.
            #[allow(dead_code)] // only events are ordered
            pub(super) fn reorder(&mut self, order: &[u32]) {
                $(self.$field.reorder(order);)+
            }
        }
    };
    (@first $self:ident $first:ident $($rest:ident)*) => { $self.$first };
}

/// The operations of a column.
trait Column<T> {
    /// Appends the cell of a row; called for every row in order.
    fn put(&mut self, row: usize, cell: T);
    /// The cell of an existing row.
    fn at(&self, row: usize) -> T;
    /// Keeps the cells of these rows, in this order.
    fn reorder(&mut self, order: &[u32]);
}

impl<T: Copy> Column<T> for Vec<T> {
    fn put(&mut self, _: usize, cell: T) {
        self.push(cell);
    }

    // Every column is as long as the first, since only whole rows are pushed.
    #[allow(clippy::indexing_slicing)]
    fn at(&self, row: usize) -> T {
        self[row]
    }

    fn reorder(&mut self, order: &[u32]) {
        *self = order.iter().map(|row| self.at(*row as usize)).collect();
    }
}

impl<T: Copy + Default + PartialEq> Column<T> for Sparse<T> {
    fn put(&mut self, row: usize, cell: T) {
        self.set(row, cell);
    }

    fn at(&self, row: usize) -> T {
        self.get(row)
    }

    fn reorder(&mut self, order: &[u32]) {
        *self = order.iter().map(|row| self.get(*row as usize)).collect();
    }
}

/// Index of a row in the case table.
pub(crate) type Row = u32;

/// A time in the header of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TimeField {
    Submitted,
    Received,
    Accepted,
    DueRecorded,
    DueOriginal,
    Finished,
    Returned,
    Stopped,
}

impl TimeField {
    /// All of them, in the order of the fields of a row.
    pub const ALL: [Self; 8] = [
        Self::Submitted,
        Self::Received,
        Self::Accepted,
        Self::DueRecorded,
        Self::DueOriginal,
        Self::Finished,
        Self::Returned,
        Self::Stopped,
    ];

    /// The name of the field in mappings and rows.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::DueRecorded => "due_recorded",
            Self::DueOriginal => "due_original",
            Self::Finished => "finished",
            Self::Returned => "returned",
            Self::Stopped => "stopped",
        }
    }
}

/// Which times in the header of a case are dates without a time; their instant is the midnight at which the day begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayMarks(u8);

impl DayMarks {
    /// Whether a time is a date only.
    pub const fn has(self, field: TimeField) -> bool {
        self.0 >> field as u8 & 1 == 1
    }

    /// Marks whether a time is a date only.
    pub const fn set(&mut self, field: TimeField, day_only: bool) {
        self.0 = self.0 & !(1 << field as u8) | (day_only as u8) << field as u8;
    }
}

columns! {
    /// The case table: one row per case, in the order in which cases first appeared.
    struct Cases, row CaseCells
    /// One case.
    {
        /// Identifier of the case (*mã hồ sơ*).
        id: Vec<Symbol>,
        /// The procedure (*thủ tục*), or the kind of document.
        procedure: Sparse<Option<Symbol>>,
        /// The unit that handles the case (*đơn vị giải quyết*).
        unit: Sparse<Option<Symbol>>,
        /// When the citizen sent it (*ngày nộp*).
        submitted: Sparse<Option<Instant>>,
        /// When it arrived (*ngày tiếp nhận*).
        received: Sparse<Option<Instant>>,
        /// When it was accepted as complete (*ngày thụ lý*).
        accepted: Sparse<Option<Instant>>,
        /// The due that the exporting system shows now (*hạn trên hệ thống*).
        due_recorded: Sparse<Option<Instant>>,
        /// The due that was given to the citizen first (*hạn hẹn trả ban đầu*).
        due_original: Sparse<Option<Instant>>,
        /// When the result was handed over to the desk (*ngày có kết quả*).
        finished: Sparse<Option<Instant>>,
        /// When the citizen got the result (*ngày trả*).
        returned: Sparse<Option<Instant>>,
        /// When it was stopped without a result (*ngày dừng giải quyết*).
        stopped: Sparse<Option<Instant>>,
        /// The status (*trạng thái*), as the exporting system words it.
        status: Sparse<Option<Symbol>>,
        /// The officer who answers for the case (*người chịu trách nhiệm*).
        responsible: Sparse<Option<Symbol>>,
        /// How it was filed, such as desk, online or post (*hình thức nộp*).
        channel: Sparse<Option<Symbol>>,
        /// Which of its times are dates without a time.
        days: Sparse<DayMarks>,
    }
}

columns! {
    /// The event table, ordered by case, instant, number, then as the file has them, so that the events of a case are adjacent.
    struct Events, row EventCells
    /// One event.
    {
        /// The case, as an index into the case table.
        case: Vec<Row>,
        /// The identifier, given or derived from the content.
        id: Vec<Identity>,
        /// When it happened.
        at: Vec<Instant>,
        /// Whether only the day is known; `at` is then the midnight at which the day begins.
        day_only: Sparse<bool>,
        /// When it was entered (*thời điểm ghi nhận*).
        recorded_at: Sparse<Option<Instant>>,
        /// What the act does to the case.
        effect: Vec<Effect>,
        /// The name of the act in the log (*hành vi*).
        act: Vec<Symbol>,
        /// The step concerned (*bước*).
        step: Vec<Option<Symbol>>,
        /// Who acted (*người thực hiện*).
        actor: Vec<Option<Symbol>>,
        /// The kind of actor.
        actor_kind: Vec<ActorKind>,
        /// The officer on whose behalf a substitute acted (*người ủy quyền*).
        on_behalf_of: Sparse<Option<Symbol>>,
        /// The officer who gets the step (*người được phân công*).
        assignee: Sparse<Option<Symbol>>,
        /// The unit where it happened, or that gets the step (*đơn vị*).
        unit: Vec<Option<Symbol>>,
    }
}

/// What happened: the tables of cases and events, with the names that they use.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The names that the symbols refer to.
    pub(crate) names: Names,
    /// The case table.
    pub(crate) cases: Cases,
    /// The event table.
    pub(crate) events: Events,
    /// Values that few logs have, stored apart so that the tables stay small.
    pub(crate) extras: Extras,
}

/// Values that few logs have: the office of a case, the number and the data of an event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extras {
    /// The office, by row of the case table.
    pub offices: Sparse<Option<Symbol>>,
    /// The number of an event within its case, as the log gave it or by the order of the rows; 0 if it has none.
    pub seq: Sparse<u32>,
    /// The data of an event, by row of the event table.
    pub data: BTreeMap<usize, Node>,
    /// The file of events that share case and instant with events of another file, by row of the event table, where no
    /// row has a number: which of them came first is not known.
    pub apart: BTreeMap<usize, u64>,
    /// Whether events can carry data: always in this library's own shapes; in a file of another system only if its
    /// mapping names columns of data. Otherwise missing data says nothing about a case.
    pub can_hold_data: bool,
}

impl Log {
    /// How many events it holds.
    pub fn event_count(&self) -> usize {
        self.events.len()
    }

    /// The last instant of which the log knows anything: that of its last event, and without events the last one of a
    /// case; none for an empty log.
    pub fn last_known(&self) -> Option<Instant> {
        let cases = &self.cases;
        let heads = [&cases.submitted, &cases.received, &cases.accepted, &cases.finished];
        let of_cases = || heads.into_iter().flat_map(Sparse::iter).flatten().copied().max();
        self.events.at.iter().copied().max().or_else(of_cases)
    }

    /// The name of a symbol of this log.
    #[doc(hidden)]
    pub fn name(&self, symbol: Symbol) -> &str {
        self.names.get(symbol)
    }

    /// The number of an event within its case, if it has one.
    pub fn seq(&self, event: usize) -> Option<u32> {
        Some(self.extras.seq.get(event)).filter(|seq| *seq > 0)
    }

    /// The identifier of an event of this log.
    pub(crate) fn event_id(&self, event: &EventCells) -> Cow<'_, str> {
        match event.id {
            Identity::Given(name) => self.name(name).into(),
            Identity::Content(occurrence) => self.content_id(event, occurrence).into(),
        }
    }

    /// The first 16 hex digits of the SHA-256 over case, microseconds, act, step, actor and occurrence, joined by the
    /// unit separator (which no identifier can contain).
    fn content_id(&self, event: &EventCells, occurrence: u32) -> String {
        let case = self.cases.id.get(event.case as usize).copied();
        let name = |symbol: Option<Symbol>| symbol.map_or("", |symbol| self.name(symbol));
        let (at, occurrence) = (event.at.micros().to_string(), occurrence.to_string());
        let parts = [name(case), &at, name(Some(event.act)), name(event.step), name(event.actor), &occurrence];
        let mut hash = Sha256::new();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                hash.update([0x1F]);
            }
            hash.update(part.as_bytes());
        }
        hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The rows of the event table that belong to each case, in the order of the case table.
    ///
    /// A case without events has an empty range.
    pub fn spans(&self) -> Vec<std::ops::Range<usize>> {
        let mut spans = vec![0..0; self.cases.len()];
        let mut start = 0;
        for group in self.events.case.chunk_by(|a, b| a == b) {
            let end = start + group.len();
            if let Some(span) = group.first().and_then(|case| spans.get_mut(*case as usize)) {
                *span = start..end;
            }
            start = end;
        }
        spans
    }
}

#[cfg(test)]
#[path = "tests/columns.rs"]
mod tests;
