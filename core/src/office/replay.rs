//! The office as replay sees it.

use super::office::Office;
use crate::base::error::Faults;
use crate::base::ids::{PolicyId, ProcedureId, UnitId};
use crate::base::time::{Date, Instant, Zone};
use crate::case::factors;
use crate::deadline::{self, ClockAct, DueOptions, Finish, LimitOf};
use crate::dossier::Procedure;
use crate::log::Log;
use crate::replay::{
    self, CaseData, FactTable, Hours, Part, Profile, Promised, Replay, ReplayRules, ReplayScope, RoundTheClock,
    Thresholds,
};
use crate::score::{self, Inputs, Period, Scorecard};
use crate::workflow::Workflow;

impl Office {
    fn procedure_of_log(&self, procedure: Option<&str>, on: Date) -> Option<&Procedure> {
        self.procedure(&ProcedureId::from(procedure?), on).ok()
    }

    fn promised(
        &self,
        of: LimitOf,
        procedure: &str,
        (unit, channel): (Option<&str>, Option<&str>),
        from: Instant,
        clock: &[ClockAct],
        told: &CaseData<'_>,
    ) -> Option<Promised> {
        let calendar = self.calendar_of(unit.map(UnitId::from).as_ref()).ok()?;
        let on = calendar.date_of(from);
        let procedure = self.procedure_of_log(Some(procedure), on)?;
        let data = procedure.limit()?.hangs_on_data(of).then(|| told.data().ok_or(())).transpose().ok()?;
        let factors: Vec<_> = data.into_iter().flat_map(factors).map(str::to_owned).collect();
        let promise = procedure.promise_of(of, channel, &factors, data, on).ok()?;
        // Judged is the promise as it was known when it was made, not the calendar as it turned out.
        let options = DueOptions { known_at: Some(from), brief: true, ..DueOptions::default() };
        deadline::due(calendar, &promise, from, clock, &options).ok().as_ref().map(Promised::from)
    }
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
    ) -> Result<Vec<Scorecard>, Faults> {
        let policy = self.rulebook().policy(policy, period.from())?;
        score::score(&replay::replay_parts(self, log, as_of, &score::scope_of(policy, period)), policy, period, inputs)
    }

    /// Scores a period by a policy; without a name, by the only one in force on its first day.
    ///
    /// # Errors
    /// Those of [`Office::policy`] and of [`score::score`].
    pub fn score(
        &self,
        replay: &Replay,
        policy: Option<&PolicyId>,
        period: Period,
        inputs: &Inputs,
    ) -> Result<Vec<Scorecard>, Faults> {
        score::score(replay, self.rulebook().policy(policy, period.from())?, period, inputs)
    }
}

impl ReplayRules for Office {
    fn zone(&self) -> &Zone {
        self.rulebook().zone()
    }

    fn only_procedure(&self) -> Option<&str> {
        let mut procedures = self.rulebook().procedures();
        procedures.next().filter(|_| procedures.next().is_none()).map(|(id, _)| id.as_str())
    }

    fn thresholds(&self) -> &Thresholds {
        &self.rulebook().parts().thresholds
    }

    fn hours(&self, unit: Option<&str>) -> &dyn Hours {
        match self.calendar_of(unit.map(UnitId::from).as_ref()) {
            Ok(calendar) => calendar,
            Err(_) => &RoundTheClock,
        }
    }

    fn promise(
        &self,
        procedure: &str,
        unit: Option<&str>,
        channel: Option<&str>,
        accepted: Instant,
        clock: &[ClockAct],
        told: &CaseData<'_>,
    ) -> Option<Promised> {
        self.promised(LimitOf::Result, procedure, (unit, channel), accepted, clock, told)
    }

    fn take_up(
        &self,
        procedure: &str,
        unit: Option<&str>,
        channel: Option<&str>,
        received: Instant,
        clock: &[ClockAct],
        told: &CaseData<'_>,
    ) -> Option<Promised> {
        self.promised(LimitOf::TakeUp, procedure, (unit, channel), received, clock, told)
    }

    fn finish(&self, procedure: Option<&str>, on: Date) -> Finish {
        let limit = self.procedure_of_log(procedure, on).and_then(Procedure::limit);
        limit.map(|limit| limit.finish).unwrap_or_default()
    }

    fn workflow(&self, procedure: &str, on: Date) -> Option<&Workflow> {
        let workflow = self.procedure_of_log(Some(procedure), on)?.workflow()?;
        self.rulebook().workflow(workflow, on).ok()
    }
}
