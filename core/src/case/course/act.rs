//! One act of a case in numbers: from a row of a log, or from an event.

use crate::base::ids::EventId;
use crate::base::names::Symbol;
use crate::base::time::Instant;
use crate::base::value::Node;
use crate::case::{ActorKind, Effect};

/// One act.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Act<'e> {
    /// Its row in the log; 0 for a live event.
    pub row: u32,
    /// When it happened; the first instant of the day if only the day is known.
    pub at: Instant,
    /// The latest instant at which it may have happened; later than `at` if only the day is known.
    pub latest: Instant,
    /// What it does.
    pub effect: Effect,
    /// Whether the rulebook declares the act, so that its data become data of the case.
    pub declared: bool,
    /// The step that it names.
    pub step: Option<Symbol>,
    /// The unit where it happened, or that gets the step.
    pub unit: Option<Symbol>,
    /// Who acted.
    pub actor: Option<Symbol>,
    /// The kind of actor.
    pub kind: ActorKind,
    /// The officer on whose behalf a substitute acted.
    pub principal: Option<Symbol>,
    /// The officer who gets the step.
    pub assignee: Option<Symbol>,
    /// Its data.
    pub data: Option<&'e Node>,
    /// Its identifier, where one is at hand.
    pub event_id: Option<&'e EventId>,
}

impl<'e> Act<'e> {
    /// An entry of its data.
    pub(super) fn entry(&self, name: &str) -> Option<&'e Node> {
        self.data.and_then(|data| data.get(name))
    }

    /// A text among its data; a blank one is none.
    pub(super) fn text(&self, name: &str) -> Option<&'e str> {
        self.entry(name).and_then(|node| node.value.as_text()).filter(|text| !text.trim().is_empty())
    }

    /// Whether a person acted.
    pub(super) fn is_of_person(&self) -> bool {
        self.kind == ActorKind::Person && self.actor.is_some()
    }
}
