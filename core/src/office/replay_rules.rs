//! The rules of the office that replay needs.

use super::handle::Office;
use crate::base::ids::{ProcedureId, UnitId};
use crate::base::time::{Date, Instant, Zone};
use crate::case::factors;
use crate::deadline::{self, ClockAct, DueOptions, Finish, LimitOf};
use crate::dossier::Procedure;
use crate::replay::{CaseData, Hours, Promised, ReplayRules, RoundTheClock, Thresholds};
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
        case_data: &CaseData<'_>,
    ) -> Option<Promised> {
        let rules = self.rulebook().rules();
        let calendar = rules.calendar_for(unit.map(UnitId::from).as_ref(), Some(rules.day_of(from))).ok()?;
        let on = calendar.date_of(from);
        let procedure = self.procedure_of_log(Some(procedure), on)?;
        let data = procedure.limit()?.hangs_on_data(of).then(|| case_data.data().ok_or(())).transpose().ok()?;
        let factors: Vec<_> = data.into_iter().flat_map(factors).map(str::to_owned).collect();
        let promise = procedure.promise_of(of, channel, &factors, data, on).ok()?;
        // The promise is judged by the calendar as it was known when it was made, not as it turned out.
        let options = DueOptions { known_at: Some(from), brief: true, ..DueOptions::default() };
        deadline::due(calendar, &promise, from, clock, &options).ok().as_ref().map(Promised::from)
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
        match self.rulebook().rules().calendar_for(unit.map(UnitId::from).as_ref(), None) {
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
        case_data: &CaseData<'_>,
    ) -> Option<Promised> {
        self.promised(LimitOf::Result, procedure, (unit, channel), accepted, clock, case_data)
    }

    fn take_up(
        &self,
        procedure: &str,
        unit: Option<&str>,
        channel: Option<&str>,
        received: Instant,
        clock: &[ClockAct],
        case_data: &CaseData<'_>,
    ) -> Option<Promised> {
        self.promised(LimitOf::TakeUp, procedure, (unit, channel), received, clock, case_data)
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
