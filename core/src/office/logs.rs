//! Logs of other systems: replays their cases and scores officers.

use super::handle::Office;
use crate::base::error::{Error, Faults};
use crate::base::ids::PolicyId;
use crate::base::shape::{Cursor, Shape};
use crate::base::time::{Date, Instant, Stamp};
use crate::base::value::{Node, Value};
use crate::case::{CaseRow, Event};
use crate::log::{self, Log};
use crate::replay::finding::Fact;
use crate::replay::{self, FactTable, Part, Profile, Replay, ReplayScope};
use crate::score::{self, Cases, Inputs, Period, Policy, Scores};
use serde::Serialize;
use std::borrow::Cow;

/// Request to replay the cases of a log.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ReplayRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events; may be left out.
    pub events: Vec<Event>,
    /// The name of the mapping by which acts and actors are read.
    pub mapping: Option<String>,
    /// The instant up to which the log is evaluated.
    pub as_of: Stamp,
    /// The parts of the answer besides counts and shares; by default all. Other parts are not computed.
    pub parts: Option<Vec<Part>>,
    /// The profile of the whole log, if these rows are a shard of it; by default the profile of these rows.
    pub profile: Option<Profile>,
}

/// Request for the profile of a log (what it records at all), so that its cases can be replayed in shards.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ProfileRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events; may be left out.
    pub events: Vec<Event>,
    /// The name of the mapping by which acts and actors are read.
    pub mapping: Option<String>,
    /// The instant up to which the log is evaluated.
    pub as_of: Stamp,
}

/// Request to merge the results of shards of a log; no case may be in two shards.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct MergeRequest {
    /// The profile of each shard.
    pub profiles: Vec<Profile>,
    /// The facts of each shard, replayed with the profile of the whole.
    pub facts: Vec<Vec<Fact>>,
}

/// The merged results of shards (*gộp*).
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Merged {
    /// The profile of the whole log; `None` if no profile was given.
    pub profile: Option<Profile>,
    /// The facts of the whole log.
    pub facts: Vec<Fact>,
}

/// Request for the scorecards of a period.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ScoreRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events; may be left out.
    pub events: Vec<Event>,
    /// The name of the mapping by which acts and actors are read.
    pub mapping: Option<String>,
    /// The instant up to which the log is evaluated.
    pub as_of: Stamp,
    /// The name of the policy; by default the only one in force on the first day of the period.
    pub policy: Option<PolicyId>,
    /// The period: `2026-10` or `2026-Q4`.
    pub period: Period,
    /// Inputs that no log contains: points given, failures confirmed, excuses, groups.
    #[shape(default)]
    pub inputs: Inputs,
}

impl Office {
    /// The instant of a text: an instant of RFC 3339, or the end of a day, 24:00 in the zone of the office.
    ///
    /// # Errors
    /// [`crate::Code::BadTime`], [`crate::Code::NoZone`].
    #[doc(hidden)]
    pub fn end_of(&self, text: &str) -> Result<Instant, Error> {
        match Date::parse(text) {
            Ok(day) => Ok(self.rulebook().zone().instant(day.plus(1), 0)),
            Err(_) => Instant::parse(text),
        }
    }

    /// Replays a log as of an instant.
    pub fn replay(&self, log: &Log, as_of: Instant) -> Replay {
        replay::replay(self, log, as_of)
    }

    /// Replays a log as of an instant, and returns only the given parts; a shard is replayed with the profile of the
    /// whole log.
    pub fn replay_parts(&self, log: &Log, as_of: Instant, parts: Option<&[Part]>, profile: Option<Profile>) -> Replay {
        replay::replay_parts(self, log, as_of, &ReplayScope::parts(parts).with_profile(profile))
    }

    /// The facts of a log as of an instant, in columns, and a replay without parts; a shard is replayed with the
    /// profile of the whole log.
    #[doc(hidden)]
    pub fn fact_table(&self, log: &Log, as_of: Instant, profile: Option<Profile>) -> (Replay, FactTable) {
        replay::fact_table(self, log, as_of, profile)
    }

    /// The profile of a log: what it records at all.
    pub fn profile(&self, log: &Log, as_of: Instant) -> Profile {
        Profile::of(self, log, as_of)
    }

    /// Scores a period of a log: the same as [`Office::score`] of its replay, but computes only what the scorecards
    /// need.
    ///
    /// # Errors
    /// As [`Office::score`].
    pub fn score_log(
        &self,
        log: &Log,
        as_of: Instant,
        policy: Option<&PolicyId>,
        period: Period,
        inputs: &Inputs,
    ) -> Result<Scores, Faults> {
        let policy = self.policy_of(policy, period)?;
        let replay = replay::replay_parts(self, log, as_of, &score::scope_of(policy, period));
        score::score(&replay, policy, period, inputs, Cases::Log(log))
    }

    /// Scores a period by a policy; by default by the only one in force on the first day of the period.
    ///
    /// # Errors
    /// Those of [`Rulebook::policy`](crate::Rulebook::policy); [`crate::Code::PeriodMismatch`],
    /// [`crate::Code::PeriodSplit`]; inputs that can have no effect, each at its place: a component, band or case that
    /// does not exist, points beyond a component's weight or for one that is not given by hand, two entries where one
    /// must count, an excuse of nothing. What has no effect in this period alone is in [`Scores::unused`].
    pub fn score(
        &self,
        replay: &Replay,
        policy: Option<&PolicyId>,
        period: Period,
        inputs: &Inputs,
    ) -> Result<Scores, Faults> {
        score::score(replay, self.policy_of(policy, period)?, period, inputs, Cases::Replay(replay))
    }

    fn policy_of(&self, policy: Option<&PolicyId>, period: Period) -> Result<&Policy, Error> {
        let found = self.rulebook().policy(policy, period.from());
        found.map_err(|fault| fault.under(if policy.is_some() { "/policy" } else { "" }))
    }
}

/// A request with rows, their times written as RFC 3339 by the zone of the mapping that it names. A mapping that does
/// not exist is reported when the request is carried out.
///
/// # Errors
/// A time that cannot be read, at its place.
pub(crate) fn with_offsets<'n>(office: &Office, input: &'n Node) -> Result<Cow<'n, Node>, Faults> {
    let mut written = Cow::Borrowed(input);
    let name = input.get("mapping").and_then(|name| name.value.as_text());
    let Some(mapping) = office.rulebook().mapping(name).ok().filter(|mapping| mapping.zone().is_some()) else {
        return Ok(written);
    };
    let (root, mut faults) = (Cursor::root(input, None), Faults::new());
    for name in ["cases", "events"] {
        let Some(table) = root.get(name) else { continue };
        let Value::List(rows) = &table.node.value else { continue };
        for (index, row) in rows.iter().enumerate() {
            let Cow::Owned(row) = log::with_offsets(&table.index(index, row), mapping, &mut faults) else { continue };
            if let Some(Value::List(rows)) = written.to_mut().get_mut(name).map(|table| &mut table.value)
                && let Some(slot) = rows.get_mut(index)
            {
                *slot = row;
            }
        }
    }
    faults.into_result(Some(written))
}

/// The log of the rows of a request.
pub(super) fn log_of(
    office: &Office,
    cases: &[CaseRow],
    events: &[Event],
    mapping: Option<&str>,
) -> Result<Log, Faults> {
    let rulebook = office.rulebook();
    let mapping = rulebook.mapping(mapping).map_err(|fault| fault.under("/mapping"))?;
    let zone = mapping.zone().unwrap_or_else(|| rulebook.zone());
    let (log, _) = Log::from_rows_in(cases, events, mapping, Some(zone))?;
    Ok(office.with_people_of(log))
}

impl ReplayRequest {
    /// Carries the request out.
    ///
    /// # Errors
    /// [`crate::Code::UnknownReference`] at `/mapping`; faults of the rows.
    pub fn answer(&self, office: &Office) -> Result<Replay, Faults> {
        let log = log_of(office, &self.cases, &self.events, self.mapping.as_deref())?;
        Ok(office.replay_parts(&log, self.as_of.at, self.parts.as_deref(), self.profile.clone()))
    }
}

impl ProfileRequest {
    /// Carries the request out.
    ///
    /// # Errors
    /// As [`ReplayRequest::answer`].
    pub fn answer(&self, office: &Office) -> Result<Profile, Faults> {
        let log = log_of(office, &self.cases, &self.events, self.mapping.as_deref())?;
        Ok(office.profile(&log, self.as_of.at))
    }
}

impl ScoreRequest {
    /// Carries the request out.
    ///
    /// # Errors
    /// As [`ReplayRequest::answer`] and [`Office::score`].
    pub fn answer(&self, office: &Office) -> Result<Scores, Faults> {
        let log = log_of(office, &self.cases, &self.events, self.mapping.as_deref())?;
        office.score_log(&log, self.as_of.at, self.policy.as_ref(), self.period, &self.inputs)
    }
}

impl Office {
    /// Merges the results of shards of a log; no case may be in two shards.
    ///
    /// # Errors
    /// [`crate::Code::TooLarge`] for a sum beyond 64 bits.
    pub fn merge(&self, request: MergeRequest) -> Result<Merged, Faults> {
        let profile = request.profiles.into_iter().reduce(Profile::merge);
        Ok(Merged { profile, facts: Fact::merge(request.facts.into_iter().flatten())? })
    }
}
