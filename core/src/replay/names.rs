//! Identifiers of the names of a log, each created once.

use crate::base::ids::{CaseId, EventId, OfficerId, ProcedureId, StepId, UnitId};
use crate::log::{EventCells, Log, Symbol};
use foldhash::fast::RandomState;
use std::cell::RefCell;
use std::collections::HashMap;

/// Turns symbols into identifiers. Officers, steps and units occur millions of times but are few, so each is created
/// once and shared.
pub(super) struct Ids<'a> {
    log: &'a Log,
    officers: RefCell<HashMap<Symbol, OfficerId, RandomState>>,
    steps: RefCell<HashMap<Symbol, StepId, RandomState>>,
    units: RefCell<HashMap<Symbol, UnitId, RandomState>>,
    procedures: RefCell<HashMap<Symbol, ProcedureId, RandomState>>,
}

macro_rules! cached {
    ($($(#[doc = $doc:literal])+ $function:ident $cache:ident $type:ident;)+) => {$(
        $(#[doc = $doc])+
        pub(super) fn $function(&self, symbol: Option<Symbol>) -> Option<$type> {
            let symbol = symbol?;
            let make = || $type::from(self.log.name(symbol));
            Some(self.$cache.borrow_mut().entry(symbol).or_insert_with(make).clone())
        }
    )+};
}

impl<'a> Ids<'a> {
    pub(super) fn new(log: &'a Log) -> Self {
        Self {
            log,
            officers: RefCell::default(),
            steps: RefCell::default(),
            units: RefCell::default(),
            procedures: RefCell::default(),
        }
    }

    cached! {
        /// An officer or other actor.
        officer officers OfficerId;
        /// A step.
        step steps StepId;
        /// A unit.
        unit units UnitId;
        /// A procedure.
        procedure procedures ProcedureId;
    }

    pub(super) fn case(&self, symbol: Symbol) -> CaseId {
        CaseId::from(self.log.name(symbol))
    }

    pub(super) fn event(&self, event: &EventCells) -> EventId {
        EventId::from(&*self.log.event_id(event))
    }

    /// The events of these rows.
    pub(super) fn events(&self, rows: &[u32]) -> Vec<EventId> {
        rows.iter().filter_map(|row| self.log.events.row(*row as usize)).map(|event| self.event(&event)).collect()
    }
}
