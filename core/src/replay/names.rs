//! The names that occur in a replay, and their identifiers, each created once.

use super::rules::ReplayRules;
use crate::base::ids::{CaseId, EventId, OfficerId, ProcedureId, StepId, UnitId};
use crate::base::names::Names;
use crate::log::{EventCells, Log, Symbol};
use foldhash::fast::RandomState;
use std::cell::RefCell;
use std::collections::HashMap;

/// The names of a log, and those that only its rules have: a step is open and held even if no event names it yet.
pub(super) struct AllNames<'a> {
    log: &'a Log,
    more: Names,
}

impl<'a> AllNames<'a> {
    pub(super) fn new(rules: &dyn ReplayRules, log: &'a Log) -> Self {
        let mut more = Names::after(&log.names);
        for name in rules.names().into_iter().filter(|name| log.names.find(name).is_none()) {
            more.intern(name);
        }
        Self { log, more }
    }

    /// The name of a symbol.
    pub(super) fn name(&self, symbol: Symbol) -> &str {
        if self.more.has(symbol) { self.more.get(symbol) } else { self.log.name(symbol) }
    }

    /// The symbol of a name.
    pub(super) fn find(&self, name: &str) -> Option<Symbol> {
        self.log.names.find(name).or_else(|| self.more.find(name))
    }

    /// The names that the log does not have.
    pub(super) fn more(&self) -> Names {
        self.more.clone()
    }
}

/// Turns symbols into identifiers. Officers, steps and units occur millions of times but are few, so each is created
/// once and shared.
pub(super) struct Ids<'a> {
    log: &'a Log,
    pub(super) names: AllNames<'a>,
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
            let make = || $type::from(self.names.name(symbol));
            Some(self.$cache.borrow_mut().entry(symbol).or_insert_with(make).clone())
        }
    )+};
}

impl<'a> Ids<'a> {
    pub(super) fn new(rules: &dyn ReplayRules, log: &'a Log) -> Self {
        Self {
            log,
            names: AllNames::new(rules, log),
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
