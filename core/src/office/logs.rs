//! Logs made elsewhere: what became of their cases, and what officers earned or lost.

use super::handle::Office;
use crate::base::error::{Error, Faults};
use crate::base::ids::PolicyId;
use crate::base::shape::Shape;
use crate::base::time::{Instant, Stamp};
use crate::case::{CaseRow, Event};
use crate::log::Log;
use crate::replay::finding::Fact;
use crate::replay::{self, FactTable, Part, Profile, Replay, ReplayScope};
use crate::score::{self, Inputs, Period, Policy, Scores};
use serde::Serialize;

/// Asks what became of the cases of a log.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ReplayRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events; may be left out.
    pub events: Vec<Event>,
    /// The mapping by which acts and actors are read, by name.
    pub mapping: Option<String>,
    /// As of when.
    pub as_of: Stamp,
    /// Only these parts, beside counts and shares; without them, all. What is not asked for is not made.
    pub parts: Option<Vec<Part>>,
    /// What the whole log records, where these are some of its cases; without it, what these record.
    pub profile: Option<Profile>,
}

/// Asks what a log records at all, so that its cases can be replayed in shards.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ProfileRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events; may be left out.
    pub events: Vec<Event>,
    /// The mapping by which acts and actors are read, by name.
    pub mapping: Option<String>,
    /// As of when.
    pub as_of: Stamp,
}

/// Asks for what shards of a log come to together; no case may lie in two of them.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct MergeRequest {
    /// The profile of each shard.
    pub profiles: Vec<Profile>,
    /// The facts of each shard, replayed with the profile of the whole.
    pub facts: Vec<Vec<Fact>>,
}

/// What shards come to together (*gộp*).
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Merged {
    /// The profile of the whole; none where no profile was given.
    pub profile: Option<Profile>,
    /// The facts of the whole.
    pub facts: Vec<Fact>,
}

/// Asks for the scorecards of a period.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct ScoreRequest {
    /// Case rows; may be left out.
    pub cases: Vec<CaseRow>,
    /// Events; may be left out.
    pub events: Vec<Event>,
    /// The mapping by which acts and actors are read, by name.
    pub mapping: Option<String>,
    /// As of when.
    pub as_of: Stamp,
    /// The policy; without a name, the only one in force on the first day of the period.
    pub policy: Option<PolicyId>,
    /// The period: `2026-10` or `2026-Q4`.
    pub period: Period,
    /// What no log holds: points given, failures confirmed, excuses, groups.
    #[shape(default)]
    pub inputs: Inputs,
}

impl Office {
    /// Replays a log as of an instant.
    pub fn replay(&self, log: &Log, as_of: Instant) -> Replay {
        replay::replay(self, log, as_of)
    }

    /// Replays a log as of an instant, and tells these parts of it alone; a shard, by the profile of the whole.
    pub fn replay_parts(&self, log: &Log, as_of: Instant, parts: Option<&[Part]>, profile: Option<Profile>) -> Replay {
        replay::replay_parts(self, log, as_of, &ReplayScope::parts(parts).with_profile(profile))
    }

    /// The facts of a log as of an instant, in columns, and a replay that tells no part; a shard, by the profile of the
    /// whole.
    #[doc(hidden)]
    pub fn fact_table(&self, log: &Log, as_of: Instant, profile: Option<Profile>) -> (Replay, FactTable) {
        replay::fact_table(self, log, as_of, profile)
    }

    /// What a log records at all.
    pub fn profile(&self, log: &Log, as_of: Instant) -> Profile {
        Profile::of(self, log, as_of)
    }

    /// Scores a period of a log: as [`Office::score`] of its replay, of which no more is made than the cards need.
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
        score::score(&replay::replay_parts(self, log, as_of, &score::scope_of(policy, period)), policy, period, inputs)
    }

    /// Scores a period by a policy; without a name, by the only one in force on its first day.
    ///
    /// # Errors
    /// Those of [`Rulebook::policy`](crate::Rulebook::policy); [`crate::Code::PeriodMismatch`],
    /// [`crate::Code::PeriodSplit`], and faults of the inputs: an unknown component or band, points beyond a component's
    /// weight.
    pub fn score(
        &self,
        replay: &Replay,
        policy: Option<&PolicyId>,
        period: Period,
        inputs: &Inputs,
    ) -> Result<Scores, Faults> {
        score::score(replay, self.policy_of(policy, period)?, period, inputs)
    }

    fn policy_of(&self, policy: Option<&PolicyId>, period: Period) -> Result<&Policy, Error> {
        let found = self.rulebook().policy(policy, period.from());
        found.map_err(|fault| fault.under(if policy.is_some() { "/policy" } else { "" }))
    }
}

/// Rows of a request as a log.
fn log_of(office: &Office, cases: &[CaseRow], events: &[Event], mapping: Option<&str>) -> Result<Log, Faults> {
    let rulebook = office.rulebook();
    let mapping = rulebook.mapping(mapping).map_err(|fault| fault.under("/mapping"))?;
    let (log, _) = Log::from_rows_in(cases, events, mapping, Some(rulebook.zone()))?;
    Ok(log)
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
    /// What the shards of a log come to together; no case may lie in two of them.
    ///
    /// # Errors
    /// [`crate::Code::TooLarge`] for a sum beyond 64 bits.
    pub fn merge(&self, request: MergeRequest) -> Result<Merged, Faults> {
        let profile = request.profiles.into_iter().reduce(Profile::merge);
        Ok(Merged { profile, facts: Fact::merge(request.facts.into_iter().flatten())? })
    }
}
