//! The demo month: October 2026 of a Hanoi department that does not exist, made up by a generator.

mod documents;
mod dossiers;
mod hours;
mod plan;
mod random;
mod roster;
mod trail;

pub use plan::{DOSSIERS, INCOMING, Kind, OUTGOING};
pub use roster::staff;

use hours::{DAY, Month};
use namro::Stamp;
use namro::case::{CaseRow, Event};
use plan::Plant;
use random::Random;
use roster::Roster;

/// The rulebook that the generated month follows.
pub const RULEBOOK: &str = "vn.ha-noi.demo";

/// The prefix of the identifiers of the month's dossiers: the desk of the office, by its national code.
pub const DOSSIER: &str = "000.00.19.H26-";

/// A generated month, as a portal would export it.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Case headers.
    pub cases: Vec<CaseRow>,
    /// Events.
    pub events: Vec<Event>,
    /// The end of the month; nothing later is generated.
    pub as_of: Option<Stamp>,
}

type Writer = fn(usize, Option<Plant>, (&Month, &Roster), &mut Random, i64, &mut Vec<Event>) -> CaseRow;

/// Generates the month; it is the same each time.
pub fn generate() -> Generated {
    let (month, roster, mut random) = (Month::october(), Roster::new(), Random::new(20_261_001));
    let (mut cases, mut events) = (Vec::new(), Vec::new());
    let kinds: [(Kind, Writer); 3] =
        [(INCOMING, documents::incoming), (OUTGOING, documents::outgoing), (DOSSIERS, dossiers::dossier)];
    for (kind, write) in kinds {
        let plan = kind.plan(&mut random);
        let count = i64::try_from(kind.cases).unwrap_or(1);
        for (number, (plant, turn)) in plan.into_iter().zip(0..count).enumerate() {
            let span = month.length() / count;
            let work = hours_of_arrival(turn * month.length() / count + random.between(0, span.max(1) - 1));
            cases.push(write(number, plant, (&month, &roster), &mut random, work, &mut events));
        }
    }
    Generated { cases, events, as_of: month.end().map(documents::stamp) }
}

/// Nobody registers in the last minutes before closing time.
const fn hours_of_arrival(work: i64) -> i64 {
    let late = DAY - 20 * 60;
    if work % DAY > late { work - 20 * 60 } else { work }
}

#[cfg(test)]
mod tests;
