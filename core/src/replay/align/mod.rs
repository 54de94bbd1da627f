//! The cheapest way to read a trace as a run of a net (*alignment*): by A*, bounded by a number of states, never by time.
//!
//! The lower bound comes from the net's components: the parts in which exactly one token moves. In such a part a trace
//! is read by a table, and what the parts cost at least adds up, each step shared out among the parts that have it. Of
//! the ways to order steps that do not depend on each other only one is looked at: the net goes on alone only where a
//! step of the trace, or the end, needs it.
//!
//! What is known of the net is kept between the traces of a log.

mod bound;
mod component;
mod search;
mod shape;

use crate::base::exact::Rational;
use crate::workflow::Net;
use bound::Bound;
use search::Shared;
use std::cell::RefCell;

/// A search looks at no more states than this.
pub(super) const MAX_STATES: usize = 500_000;

/// The tables of a search have no more cells than this.
const MAX_CELLS: usize = 10_000_000;

/// One deviation of a trace from its workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Deviation {
    /// The workflow requires a step that was not done.
    Missing(usize),
    /// The trace has a step, at this position, that the workflow does not allow there.
    Extra(usize),
}

/// A part of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// The step of the trace is one of the run.
    Both(usize),
    /// The run has a step that the log never shows.
    Unseen(usize),
    /// Trace and run differ.
    Apart(Deviation),
}

/// The result of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Search {
    /// A cheapest reading, in order.
    Found(Vec<Move>),
    /// No reading exists, or none within the cost allowed.
    Impossible,
    /// The search needed more states than allowed.
    Undecided,
}

impl Search {
    /// The deviations of a reading.
    pub(super) fn deviations(moves: &[Move]) -> impl Iterator<Item = Deviation> {
        moves.iter().filter_map(|part| match part {
            Move::Apart(deviation) => Some(*deviation),
            _ => None,
        })
    }
}

/// A net with what is known of it.
#[derive(Debug)]
pub(super) struct Aligner<'a> {
    pub(super) shape: shape::NetShape<'a>,
    shared: RefCell<Shared>,
    cheapest: Option<usize>,
}

impl<'a> Aligner<'a> {
    /// `unseen` are the steps that the log never shows as done: they cost nothing.
    pub(super) fn new(net: &'a Net, unseen: &[bool]) -> Self {
        let mut aligner = Self { shape: shape::NetShape::new(net, unseen), shared: RefCell::default(), cheapest: None };
        aligner.cheapest = match aligner.search(&[], true, None, None) {
            Search::Found(moves) => Some(Search::deviations(&moves).count()),
            _ => None,
        };
        aligner
    }

    /// A cheapest reading that avoids one deviation and costs at most `most`; of several the same one every time. `over`
    /// says that the run must have ended at the end of the trace.
    pub(super) fn search(
        &self,
        trace: &[usize],
        over: bool,
        without: Option<Deviation>,
        most: Option<usize>,
    ) -> Search {
        if trace.len().saturating_mul(self.shape.places()) > MAX_CELLS {
            return Search::Undecided;
        }
        let mut shared = self.shared.borrow_mut();
        let bound = Bound::new(&self.shape, shared.distances(), trace, over, without);
        shared.search(&self.shape, &bound, search::Wanted { trace, over, without, most, states: MAX_STATES })
    }

    /// What the worst reading of a trace costs: nothing of it fits, and the run is all missing.
    pub(super) fn worst(&self, length: usize, over: bool) -> usize {
        length + self.cheapest.filter(|_| over).unwrap_or(0)
    }

    /// How well a trace fits (*độ khớp*), from the cost of reading it: 1 without deviations, 0 if nothing of it fits.
    pub(super) fn fitness(&self, length: usize, over: bool, cost: usize) -> Option<Rational> {
        let number = |number: usize| i128::try_from(number).ok();
        match self.worst(length, over) {
            0 => Some(Rational::ONE),
            worst => Rational::new(number(worst.saturating_sub(cost))?, number(worst)?),
        }
    }
}
