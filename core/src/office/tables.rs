//! What a log knows as tables, and its shares in time by group.

use super::handle::Office;
use super::logs::log_of;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{ProcedureId, UnitId};
use crate::base::shape::Shape;
use crate::base::time::{Instant, Stamp};
use crate::case::{CaseRow, Event};
use crate::log::Log;
use crate::replay::{self, CaseFilter, GroupKey, Month, Profile, ReplayScope, SharesOf, Table, TableName};
use crate::score::Period;
use serde::Serialize;

/// Which cases a table or shares are taken of; without an entry, all (*phạm vi hồ sơ*).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Shape)]
pub struct CaseSelection {
    /// Those that count for a month, quarter or year: by their due, otherwise their end, otherwise the replay.
    pub period: Option<Period>,
    /// Those of a unit.
    pub unit: Option<UnitId>,
    /// Those of a procedure.
    pub procedure: Option<ProcedureId>,
    /// Those filed by a channel.
    pub channel: Option<String>,
}

/// Request for a table of a log.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct TableRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events; may be left out.
    pub events: Vec<Event>,
    /// The name of the mapping by which acts and actors are read.
    pub mapping: Option<String>,
    /// The instant up to which the log is evaluated.
    pub as_of: Stamp,
    /// Which table.
    pub table: TableName,
    /// Which cases.
    #[shape(default)]
    pub only: CaseSelection,
    /// The profile of the whole log, if these rows are a shard of it; by default the profile of these rows.
    pub profile: Option<Profile>,
}

/// Request for the shares in time of a log by group (*tỷ lệ đúng hạn theo nhóm*).
#[derive(Clone, Debug, Serialize, Shape)]
pub struct SharesRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events; may be left out.
    pub events: Vec<Event>,
    /// The name of the mapping by which acts and actors are read.
    pub mapping: Option<String>,
    /// The instant up to which the log is evaluated.
    pub as_of: Stamp,
    /// Of whole cases, or of steps and the officers who had them.
    #[shape(default = SharesOf::Cases)]
    pub of: SharesOf,
    /// By what the shares are told apart, in this order; without any, one share for all.
    pub by: Vec<GroupKey>,
    /// Which cases.
    #[shape(default)]
    pub only: CaseSelection,
    /// The profile of the whole log, if these rows are a shard of it; by default the profile of these rows.
    pub profile: Option<Profile>,
}

impl TableRequest {
    /// Carries the request out.
    ///
    /// # Errors
    /// Those of reading the rows, and of [`Office::table`].
    pub fn answer(&self, office: &Office) -> Result<Table, Faults> {
        let log = log_of(office, &self.cases, &self.events, self.mapping.as_deref())?;
        office.table(&log, self.as_of.at, self.table, &self.only, self.profile.clone())
    }
}

impl SharesRequest {
    /// Carries the request out.
    ///
    /// # Errors
    /// Those of reading the rows, and of [`Office::shares`].
    pub fn answer(&self, office: &Office) -> Result<Table, Faults> {
        let log = log_of(office, &self.cases, &self.events, self.mapping.as_deref())?;
        office.shares(&log, self.as_of.at, (self.of, &self.by), &self.only, self.profile.clone())
    }
}

impl Office {
    /// A table of a log as of an instant: a row for each case, item, hold, finding, charge or fact. A number of a report
    /// is a sum over its rows, and `event_ids` leads back to the log. A shard
    /// is looked at with the profile of the whole log.
    ///
    /// ```
    /// use namro::log::Log;
    /// use namro::replay::TableName;
    ///
    /// let office = namro::Office::shipped("vn.calendar")?;
    /// let rows = "case_id;finished;due_recorded\n1;2026-01-08T10:00:00+07:00;2026-01-09T17:00:00+07:00\n";
    /// let (log, _) = namro::log::read("cases.csv", rows.as_bytes(), &namro::log::Mapping::default())?;
    /// let cases = office.table(&log, "2026-02-01T00:00:00+07:00".parse()?, TableName::Cases, &Default::default(), None)?;
    /// assert_eq!(cases.rows, 1);
    /// # Ok::<(), namro::Faults>(())
    /// ```
    ///
    /// # Errors
    /// [`Code::UnknownReference`] for a unit, procedure or channel that neither the log nor the office has.
    pub fn table(
        &self,
        log: &Log,
        as_of: Instant,
        table: TableName,
        only: &CaseSelection,
        profile: Option<Profile>,
    ) -> Result<Table, Faults> {
        let scope = ReplayScope::table(table, self.filter(log, only)?).with_profile(profile);
        Ok(replay::table(self, log, as_of, &scope))
    }

    /// The shares in time of a log as of an instant, by group: a row for each group and definition, with what is counted,
    /// what is not, and why.
    ///
    /// # Errors
    /// As [`Office::table`]; [`Code::UnknownTerm`] for the step of whole cases, and [`Code::DuplicateKey`] for a key that
    /// is named twice.
    pub fn shares(
        &self,
        log: &Log,
        as_of: Instant,
        (of, by): (SharesOf, &[GroupKey]),
        only: &CaseSelection,
        profile: Option<Profile>,
    ) -> Result<Table, Faults> {
        let mut faults = Faults::new();
        for (index, key) in by.iter().enumerate() {
            let place = format!("/by/{index}");
            if *key == GroupKey::Step && of == SharesOf::Cases {
                let allowed = GroupKey::ALL.iter().map(|(name, _)| *name).filter(|name| *name != key.as_str());
                let allowed = allowed.collect::<Vec<_>>().join(", ");
                let fault = Error::new(Code::UnknownTerm).with("value", key).with("allowed", allowed);
                faults.push(fault.under(&place));
            }
            if by.iter().take(index).any(|other| other == key) {
                faults.push(Error::new(Code::DuplicateKey).with("key", key).under(&place));
            }
        }
        let filter = self.filter(log, only).map_err(|more| faults.extend(more)).ok();
        let filter = faults.into_result(filter)?;
        let scope = ReplayScope::shares(of, by.to_vec(), filter).with_profile(profile);
        Ok(replay::table(self, log, as_of, &scope))
    }

    /// The selection as the replay takes it. A name that nothing has is an error and not an empty table.
    fn filter(&self, log: &Log, only: &CaseSelection) -> Result<CaseFilter, Faults> {
        let CaseSelection { period, unit, procedure, channel } = only.clone();
        let mut faults = Faults::new();
        let mut known = |kind: &str, name: &str, of_office: Vec<&str>| {
            if log.names.find(name).is_none() && !of_office.contains(&name) {
                faults.push(Error::unknown(kind, name, of_office).under(&format!("/only/{kind}")));
            }
        };
        if let Some(unit) = &unit {
            known("unit", unit.as_str(), self.staff().organisation().units().map(|(id, _)| id.as_str()).collect());
        }
        if let Some(procedure) = &procedure {
            known("procedure", procedure.as_str(), self.rulebook().procedures().map(|(id, _)| id.as_str()).collect());
        }
        if let Some(channel) = &channel {
            known("channel", channel, Vec::new());
        }
        let filter = CaseFilter {
            months: period.map(|period| Month::of(period.from())..=Month::of(period.to())),
            unit: unit.map(|unit| unit.to_string()),
            procedure: procedure.map(|procedure| procedure.to_string()),
            channel,
        };
        faults.into_result(Some(filter))
    }
}
