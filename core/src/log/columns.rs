//! The columns.

use crate::case::{ActorKind, Effect};
use crate::time::Instant;
use crate::value::Node;
use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};

/// A name of the log, interned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(u32);

impl Symbol {
    /// The number of the name, in the order in which names were first seen.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Every name of the log, each once.
///
/// One text holds them all, and a table of numbers finds them: a log has about as many names as events, since each
/// event has an identifier, and as many small allocations would outweigh the columns.
#[derive(Clone, Debug, Default)]
pub struct Names {
    text: String,
    /// Where each name ends in the text.
    ends: Vec<usize>,
    /// Open addressing: the number of a name plus one, 0 for none; the length is a power of two.
    table: Vec<u32>,
    hasher: RandomState,
}

impl Names {
    /// The symbol of a name, old or new; nothing after four billion names.
    pub fn intern(&mut self, name: &str) -> Option<Symbol> {
        // At most three quarters are full, so that a search is short and always ends.
        if self.len() >= self.table.len() / 4 * 3 {
            self.grow();
        }
        let slot = self.slot(name);
        let found = self.table.get(slot).copied().unwrap_or(0);
        if let Some(index) = found.checked_sub(1) {
            return Some(Symbol(index));
        }
        let index = u32::try_from(self.len()).ok().filter(|index| *index < u32::MAX)?;
        self.text.push_str(name);
        self.ends.push(self.text.len());
        if let Some(cell) = self.table.get_mut(slot) {
            *cell = index + 1;
        }
        Some(Symbol(index))
    }

    /// The symbol of a name, if the log has it.
    pub fn find(&self, name: &str) -> Option<Symbol> {
        self.table.get(self.slot(name)).and_then(|number| number.checked_sub(1)).map(Symbol)
    }

    /// The name of a symbol of this log.
    pub fn get(&self, symbol: Symbol) -> &str {
        let start = symbol.index().checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(symbol.index()).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The slot in which a name stands, or would stand.
    fn slot(&self, name: &str) -> usize {
        let mask = self.table.len().wrapping_sub(1);
        // Only the low bits of the hash choose the slot.
        #[allow(clippy::cast_possible_truncation)]
        let mut slot = self.hasher.hash_one(name) as usize & mask;
        while let Some(index) = self.table.get(slot).and_then(|number| number.checked_sub(1)) {
            if self.get(Symbol(index)) == name {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.table = vec![0; (self.table.len() * 2).max(64)];
        for index in 0..self.len() {
            let Ok(number) = u32::try_from(index) else { return };
            let slot = self.slot(self.get(Symbol(number)));
            if let Some(cell) = self.table.get_mut(slot) {
                *cell = number + 1;
            }
        }
    }
}

macro_rules! columns {
    ($(#[doc = $doc:literal])+ pub struct $name:ident, row $row:ident $(#[doc = $row_doc:literal])+ {
        $($(#[doc = $field_doc:literal])+ $field:ident: $type:ty,)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $($(#[doc = $field_doc])+ pub $field: Vec<$type>,)+
        }

        $(#[doc = $row_doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $row {
            $($(#[doc = $field_doc])+ pub $field: $type,)+
        }

        impl $name {
            /// How many rows there are.
            pub fn len(&self) -> usize {
                columns!(@first self $($field)+).len()
            }

            /// Whether there are none.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// Appends a row.
            pub fn push(&mut self, row: $row) {
                $(self.$field.push(row.$field);)+
            }

            /// One row.
            pub fn row(&self, index: usize) -> Option<$row> {
                Some($row { $($field: *self.$field.get(index)?,)+ })
            }

            /// The rows, in order.
            pub fn rows(&self) -> impl ExactSizeIterator<Item = $row> + '_ {
                (0..self.len()).map(|index| columns!(@row self index $row $($field)+))
            }
        }
    };
    (@first $self:ident $first:ident $($rest:ident)*) => { $self.$first };
    (@row $self:ident $index:ident $row:ident $($field:ident)+) => {{
        // Every column has the length of the first: rows are only ever pushed whole.
        #[allow(clippy::indexing_slicing)]
        { $row { $($field: $self.$field[$index],)+ } }
    }};
}

/// A row number of the case table.
pub type Row = u32;

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

/// Which times in the header of a case are days alone: the instant is then the midnight with which the day begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayMarks(u8);

impl DayMarks {
    /// Whether of a time only the day is known.
    pub const fn has(self, field: TimeField) -> bool {
        self.0 >> field as u8 & 1 == 1
    }

    /// Says whether of a time only the day is known.
    pub const fn set(&mut self, field: TimeField, day_only: bool) {
        self.0 = self.0 & !(1 << field as u8) | (day_only as u8) << field as u8;
    }
}

columns! {
    /// The case table: one row a case, in the order in which cases were first seen.
    pub struct Cases, row CaseCells
    /// One case.
    {
        /// The case.
        id: Symbol,
        /// The procedure, or the kind of document.
        procedure: Option<Symbol>,
        /// The unit that solves it.
        unit: Option<Symbol>,
        /// Sent by the citizen.
        submitted: Option<Instant>,
        /// Arrived.
        received: Option<Instant>,
        /// Accepted as complete.
        accepted: Option<Instant>,
        /// The due that the exporting system shows now.
        due_recorded: Option<Instant>,
        /// The due that was promised first.
        due_original: Option<Instant>,
        /// The result was handed over.
        finished: Option<Instant>,
        /// The result was given to the citizen.
        returned: Option<Instant>,
        /// Stopped without a result.
        stopped: Option<Instant>,
        /// Status, in the words of the exporting system.
        status: Option<Symbol>,
        /// Who answers for it.
        responsible: Option<Symbol>,
        /// Desk, online, post.
        channel: Option<Symbol>,
        /// Which of its times are days alone.
        days: DayMarks,
    }
}

columns! {
    /// The event table, ordered by (case, at, seq, rank of effect, id): the events of one case stand together.
    pub struct Events, row EventCells
    /// One event.
    {
        /// The case, as a row of the case table.
        case: Row,
        /// The identifier, given or derived from the content.
        id: Symbol,
        /// When it happened.
        at: Instant,
        /// Of that only the day is known: the instant is the midnight with which it begins.
        day_only: bool,
        /// When it was entered.
        recorded_at: Option<Instant>,
        /// What it does.
        effect: Effect,
        /// What it was called.
        act: Symbol,
        /// The step.
        step: Option<Symbol>,
        /// Who acted.
        actor: Option<Symbol>,
        /// What acted.
        actor_kind: ActorKind,
        /// For whom, when a substitute acted.
        on_behalf_of: Option<Symbol>,
        /// To whom the step goes.
        assignee: Option<Symbol>,
        /// The unit.
        unit: Option<Symbol>,
    }
}

/// What happened: cases and events, with the names that they use.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The names.
    pub names: Names,
    /// The case table.
    pub cases: Cases,
    /// The event table.
    pub events: Events,
    /// What few logs have, kept apart so that the tables stay lean.
    pub extras: Extras,
}

/// What few logs have: the office of a case, the number and the data of an event.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// The office of a case.
    pub offices: BTreeMap<Row, Symbol>,
    /// The number of an event within its case, as the log gave it or as the rows stood; as long as the event table,
    /// or empty where there is none at all; 0 where an event has none.
    pub seq: Vec<u32>,
    /// The data of an event, by its row.
    pub data: BTreeMap<usize, Node>,
    /// Whether events have a place for data: in the shapes of this library they do, in a file of another system only
    /// where its mapping names columns of data. Without one, silence about a case says nothing of it.
    pub tells_data: bool,
}

impl Log {
    /// The name of a symbol of this log.
    pub fn name(&self, symbol: Symbol) -> &str {
        self.names.get(symbol)
    }

    /// The number of an event within its case, where it has one.
    pub fn seq(&self, event: usize) -> Option<u32> {
        self.extras.seq.get(event).copied().filter(|seq| *seq > 0)
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
mod tests {
    use super::*;

    #[test]
    fn names_are_interned_once() {
        let mut names = Names::default();
        let first = names.intern("a").unwrap();
        names.intern("b").unwrap();
        assert_eq!(names.intern("a"), Some(first));
        assert_eq!((names.len(), names.get(first), names.find("c")), (2, "a", None));
        assert_eq!(Names::default().find("a"), None);
    }

    #[test]
    fn many_names_are_found_again() {
        let mut names = Names::default();
        let many: Vec<String> = (0..10_000).map(|number| format!("{}", number % 7_000)).collect();
        let symbols: Vec<Symbol> = many.iter().map(|name| names.intern(name).unwrap()).collect();
        assert_eq!(names.len(), 7_000);
        for (name, symbol) in many.iter().zip(symbols) {
            assert_eq!((names.get(symbol), names.find(name)), (name.as_str(), Some(symbol)));
        }
    }
}
