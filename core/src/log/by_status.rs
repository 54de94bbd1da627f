//! What the status of a case after each step says: of the end of the case, and of the time in which its clock was suspended.
//!
//! Portals write the status after a step beside it. A mapping that says what the statuses mean (`statuses`) and by which
//! column they come (`events.act`) lets them speak for cases that have no status of their own.

use super::builder::Builder;
use super::columns::Row;
use super::raw::RawEvent;
use super::spec::StatusMeaning;
use crate::base::Arrange;
use crate::base::names::Symbol;
use crate::base::time::Instant;
use crate::case::Effect;
use std::collections::HashMap;

/// An event with a status: when, which, what it means.
type Seen = (Instant, usize, StatusMeaning);

impl Builder<'_> {
    /// Applies the statuses of steps.
    pub(super) fn apply_step_statuses(&mut self) {
        if !self.mapping.declares_statuses() {
            return;
        }
        let mut meanings: HashMap<Symbol, Option<StatusMeaning>> = HashMap::new();
        let mut cases: HashMap<Row, Vec<Seen>> = HashMap::new();
        for (index, event) in self.log.events.rows().enumerate() {
            let (mapping, names) = (self.mapping, &self.log.names);
            let meaning = *meanings.entry(event.act).or_insert_with(|| mapping.declared_status(names.get(event.act)));
            if let Some(meaning) = meaning {
                cases.entry(event.case).or_default().push((event.at, index, meaning));
            }
        }
        let mut cases: Vec<(Row, Vec<Seen>)> = cases.into_iter().collect();
        cases.arrange_by_key(|(case, _)| *case);
        for (case, mut seen) in cases {
            seen.arrange_by_key(|(at, index, _)| (*at, *index));
            if let Some((.., last)) = seen.last() {
                self.end_by_status(case, *last);
            }
            self.clock_by_status(case, &seen);
        }
    }

    /// A case whose last status is an end without a result has no other end.
    fn end_by_status(&mut self, case: Row, last: StatusMeaning) {
        let row = case as usize;
        let own = self.log.cases.status.get(row).is_some();
        if !own && matches!(last, StatusMeaning::Refused | StatusMeaning::Withdrawn | StatusMeaning::Stopped) {
            self.log.cases.finished.set(row, None);
            self.log.cases.returned.set(row, None);
        }
    }

    /// The clock is suspended from a status of waiting to the next other one; where a table of supplements says so already, that
    /// table counts.
    fn clock_by_status(&mut self, case: Row, seen: &[Seen]) {
        const DAY: i64 = 86_400_000_000;
        let mut waiting: Option<(Instant, usize)> = None;
        for (at, index, meaning) in seen {
            match (waiting, *meaning == StatusMeaning::Waiting) {
                (None, true) => waiting = Some((*at, *index)),
                // It is suspended already.
                (Some(_), true) => self.silence(*index),
                (Some((since, first)), false) => {
                    waiting = None;
                    let told = |other: &super::columns::EventCells| {
                        let asked = other.effect == Effect::Suspend
                            && self.log.names.get(other.act) == Effect::Suspend.as_str();
                        asked && other.case == case && other.at.micros() >= since.micros() - DAY && other.at <= *at
                    };
                    if self.suspensions.iter().filter_map(|event| self.log.events.row(*event)).any(|event| told(&event))
                    {
                        self.silence(first);
                        continue;
                    }
                    let row = self.row_of(*index).unwrap_or_default();
                    let seq = self.log.extras.seq.get(first);
                    self.resume(case, *at, seq, row);
                }
                (None, false) => {}
            }
        }
    }

    /// Makes an event of the clock a remark.
    fn silence(&mut self, event: usize) {
        if let Some(effect) = self.log.events.effect.get_mut(event) {
            *effect = Effect::Note;
        }
    }

    fn resume(&mut self, case: Row, at: Instant, seq: u32, row: u64) {
        let Some(case_id) = self.log.cases.id.get(case as usize).map(|id| self.log.names.get(*id).to_owned()) else {
            return;
        };
        let act = Some(Effect::Resume.as_str());
        let event = RawEvent {
            case_id: Some(case_id.as_str()),
            act,
            at: Some(at),
            seq: Some(seq.max(1)),
            ..RawEvent::default()
        };
        let rows = self.reading.rows;
        // An identifier, an act and a time: nothing in it can be refused.
        let _ = self.take_known_event(&event, row);
        self.reading.rows = rows;
    }
}
