//! What a log shows by itself: a proposed rulebook, and a map.

use super::handle::Office;
use super::logs::log_of;
use super::tables::CaseSelection;
use crate::base::error::Faults;
use crate::base::shape::Shape;
use crate::base::text::Language;
use crate::base::time::{Instant, Stamp};
use crate::case::{CaseRow, Event};
use crate::log::Log;
use crate::replay::{self, ProcessMap, Proposal, TableName};
use serde::Serialize;

/// The shipped rulebook whose calendar a proposal takes where it cannot include that of the office.
const USUAL_CALENDAR: &str = "vn.calendar";

/// Request to propose a rulebook from a log (*khám phá quy trình*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DiscoverRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events.
    pub events: Vec<Event>,
    /// The name of the mapping by which acts and actors are read.
    pub mapping: Option<String>,
    /// The noise threshold in per cent, from 0 to 100: flows rarer than this beside the most frequent one at the same
    /// step may be left out. Without it, the largest of 20, 10, 5 and 0 with which the log fits by 95 %.
    pub noise: Option<i64>,
}

/// Request for a map of a log (*bản đồ quy trình*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct MapRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events.
    pub events: Vec<Event>,
    /// The name of the mapping by which acts and actors are read.
    pub mapping: Option<String>,
    /// The instant up to which the log is evaluated.
    pub as_of: Stamp,
    /// Which cases.
    #[shape(default)]
    pub only: CaseSelection,
    /// Flows that were taken less often are not drawn; by default those that were taken less than once for every twenty
    /// cases.
    pub least: Option<i64>,
    /// The language of the text in it.
    #[shape(default = Language::Vi)]
    pub language: Language,
}

impl MapRequest {
    /// Carries the request out.
    ///
    /// # Errors
    /// Those of reading the rows, and of [`Office::map`].
    pub fn answer(&self, office: &Office) -> Result<ProcessMap, Faults> {
        let log = log_of(office, &self.cases, &self.events, self.mapping.as_deref())?;
        office.map(&log, self.as_of.at, &self.only, self.least, self.language)
    }
}

impl DiscoverRequest {
    /// Carries the request out.
    ///
    /// # Errors
    /// Those of reading the rows, and of [`Office::discover`].
    pub fn answer(&self, office: &Office) -> Result<Proposal, Faults> {
        let log = log_of(office, &self.cases, &self.events, self.mapping.as_deref())?;
        office.discover(&log, self.noise)
    }
}

impl Office {
    /// A rulebook proposed from a log: a sound workflow for each procedure, budgets of its steps by the calendar of the
    /// office if it has one, and roles by who acted. `noise` is the threshold in per cent; without one, the largest of
    /// 20, 10, 5 and 0 with which the log fits by 95 %.
    ///
    /// ```
    /// use namro::log::Log;
    ///
    /// let office = namro::Office::shipped("vn.calendar")?;
    /// let rows = "case_id;at;act;step\n1;2026-01-05T08:00:00+07:00;complete;nhan\n1;2026-01-05T10:00:00+07:00;complete;tra\n";
    /// let (log, _) = namro::log::read("events.csv", rows.as_bytes(), &namro::log::Mapping::default())?;
    /// let proposal = office.discover(&log, None)?;
    /// assert_eq!(proposal.workflows[0].fitness.to_string(), "1");
    /// # Ok::<(), namro::Faults>(())
    /// ```
    ///
    /// # Errors
    /// [`crate::Code::NoSteps`] if the log shows no step as done, [`crate::Code::TooLarge`] for too many different ones,
    /// [`crate::Code::OutOfRange`] at `/noise`.
    pub fn discover(&self, log: &Log, noise: Option<i64>) -> Result<Proposal, Faults> {
        let calendar = self.calendar(None).ok().map(|_| {
            let rulebook = self.rulebook();
            // What has procedures of its own may have those that are proposed.
            let alone = rulebook.procedures().next().is_none();
            (if alone { rulebook.id().as_str() } else { USUAL_CALENDAR }, rulebook.id().as_str())
        });
        replay::propose(self, log, noise, calendar)
    }

    /// A map of a log as of an instant: which step follows which, how often, and the median time between them. Flows
    /// taken less often than `least` are not drawn, and the map says how many; the most frequent flow from each step
    /// always is, and what leads to it from the beginning.
    ///
    /// # Errors
    /// As [`Office::table`].
    pub fn map(
        &self,
        log: &Log,
        as_of: Instant,
        only: &CaseSelection,
        least: Option<i64>,
        language: Language,
    ) -> Result<ProcessMap, Faults> {
        Ok(replay::map_of(&self.table(log, as_of, TableName::Flows, only, None)?, least, language))
    }
}

#[cfg(all(test, feature = "yaml", feature = "xes", feature = "rulebooks-vn"))]
#[path = "tests/discovery.rs"]
mod tests;
