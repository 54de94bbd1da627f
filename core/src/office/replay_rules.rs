//! The rules of the office that replay needs.

use super::handle::Office;
use crate::base::ids::{OfficerId, ProcedureId, UnitId, WorkflowId};
use crate::base::time::{Date, Instant, Seconds, Stamp, Zone};
use crate::case::{CaseRules, Naming, TakeOver, acts_for, factors};
use crate::deadline::{self, Budget, ClockAct, DueOptions, Finish, Limit, LimitOf, Promise};
use crate::dossier::Procedure;
use crate::people::{Right, Secrecy};
use crate::replay::{CaseData, Hours, Promised, ReplayRules, RoundTheClock, Thresholds};
use crate::workflow::{Step, Workflow};

impl Office {
    fn procedure_of_log(&self, procedure: Option<&str>, on: Date) -> Option<&Procedure> {
        self.procedure(&ProcedureId::from(procedure?), on).ok()
    }

    fn promised(
        &self,
        of: LimitOf,
        procedure: &str,
        (unit, channel): (Option<&str>, Option<&str>),
        (on, from): (Option<Date>, Instant),
        clock: &[ClockAct],
        case_data: &CaseData<'_>,
    ) -> Option<Promised> {
        let rules = self.rulebook().rules();
        let calendar = rules.calendar_for(unit.map(UnitId::from).as_ref(), Some(rules.day_of(from))).ok()?;
        let on = on.unwrap_or_else(|| calendar.date_of(from));
        let procedure = self.procedure_of_log(Some(procedure), on)?;
        let data = procedure.limit()?.depends_on_data(of).then(|| case_data.data().ok_or(())).transpose().ok()?;
        let factors: Vec<_> = data.into_iter().flat_map(factors).map(str::to_owned).collect();
        let promise = procedure.promise_of(of, channel, &factors, data, on).ok()?;
        // The promise is judged by the calendar as it was known when it was made, not as it turned out.
        let options = DueOptions { known_at: Some(from), brief: true, ..DueOptions::default() };
        deadline::due(calendar, &promise, from, clock, &options).ok().as_ref().map(Promised::from)
    }
}

impl ReplayRules for Office {
    fn naming(&self) -> Naming {
        self.rulebook().parts().naming
    }

    fn zone(&self) -> &Zone {
        self.rulebook().zone()
    }

    fn namesakes(&self, name: &str) -> Vec<&str> {
        let people = self.staff().called(name);
        people.iter().map(OfficerId::as_str).filter(|_| people.len() > 1).collect()
    }

    fn names(&self) -> Vec<&str> {
        let rulebook = self.rulebook();
        let mut names: Vec<&str> = rulebook.procedures().map(|(id, _)| id.as_str()).collect();
        let workflows = rulebook.workflows().flat_map(|(_, versions)| versions.iter());
        for step in workflows.flat_map(Workflow::steps) {
            names.push(step.id.as_str());
            names.extend(step.unit.iter().map(UnitId::as_str));
            for route in &step.route {
                names.extend(route.unit.iter().map(UnitId::as_str));
                names.extend(route.officer.iter().map(OfficerId::as_str));
            }
        }
        names.extend(self.staff().substitutes().map(OfficerId::as_str));
        names
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
        (on, accepted): (Date, Instant),
        clock: &[ClockAct],
        case_data: &CaseData<'_>,
    ) -> Option<Promised> {
        self.promised(LimitOf::Result, procedure, (unit, channel), (Some(on), accepted), clock, case_data)
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
        self.promised(LimitOf::TakeUp, procedure, (unit, channel), (None, received), clock, case_data)
    }

    fn given(&self, unit: Option<&str>, from: Instant, given: Stamp, clock: &[ClockAct]) -> Option<Promised> {
        let rules = self.rulebook().rules();
        let calendar = rules.calendar_for(unit.map(UnitId::from).as_ref(), Some(rules.day_of(from))).ok()?;
        let options = DueOptions { known_at: Some(from), brief: true, ..DueOptions::default() };
        let promise = Promise::from(Limit::At(given));
        deadline::due(calendar, &promise, from, clock, &options).ok().as_ref().map(Promised::from)
    }

    fn workflow_named(&self, workflow: &WorkflowId, on: Date) -> Option<&Workflow> {
        self.rulebook().workflow(workflow, on).ok()
    }

    fn take_overs(&self, procedure: &str, after: Date, by: Date) -> Vec<TakeOver> {
        CaseRules::take_overs(self, &ProcedureId::from(procedure), after, by)
    }

    fn declares(&self, act: &str) -> bool {
        self.rulebook().parts().acts.contains_key(act)
    }

    fn may_do(&self, officer: &str, step: &Step, unit: Option<&str>, on: Date) -> bool {
        let staff = self.staff();
        let Some(officer) = staff.find(officer) else { return false };
        let right = Right { role: step.role.clone(), unit: unit.map(UnitId::from), secrecy: Secrecy::Ordinary };
        staff.may(officer, &right, on).is_ok()
    }

    fn shares(&self, procedure: Option<&str>, on: Date) -> Vec<(&str, Seconds)> {
        let limit = self.procedure_of_log(procedure, on).and_then(Procedure::limit);
        let shares = limit.into_iter().flat_map(|limit| &limit.shares);
        let working = |unit: &str, share: &Budget| share.seconds(self.hours(Some(unit)).nominal_day());
        shares.map(|(unit, share)| (unit.as_str(), working(unit, share))).collect()
    }

    fn absences(&self, officer: &str) -> Vec<(Instant, Instant)> {
        let staff = self.staff();
        let known = staff.find(officer).and_then(|officer| staff.officer(officer));
        let zone = self.rulebook().zone();
        let spans = known
            .into_iter()
            .flat_map(|officer| officer.absences())
            .map(|absence| (zone.instant(absence.valid_from, 0), zone.instant(absence.valid_to.plus(1), 0)));
        spans.collect()
    }

    fn causes(&self, officer: Option<&str>, unit: Option<&str>, case: &str) -> Vec<(Instant, Instant)> {
        let staff = self.staff();
        let officer = officer.and_then(|officer| staff.find(officer));
        staff.causes(officer, unit.map(UnitId::from).as_ref(), case, self.rulebook().zone()).collect()
    }

    fn has_substitutes(&self) -> bool {
        self.staff().substitutes().next().is_some()
    }

    fn substitute(&self, absent: &str, step: Option<&Step>, unit: Option<&str>, on: Date) -> Option<&str> {
        let staff = self.staff();
        let right = Right {
            role: step.and_then(|step| step.role.clone()),
            unit: unit.map(UnitId::from),
            secrecy: Secrecy::Ordinary,
        };
        staff.substitute(staff.find(absent)?, &right, on).map(OfficerId::as_str)
    }

    fn acts_for(&self, (officer, holder): (&str, &str), step: Option<&Step>, unit: Option<&str>, on: Date) -> bool {
        let staff = self.staff();
        let known = staff.find(officer).zip(staff.find(holder));
        let Some(((officer, holder), role)) = known.zip(step.and_then(|step| step.role.clone())) else { return false };
        let right = Right { role: Some(role), unit: unit.map(UnitId::from), secrecy: Secrecy::Ordinary };
        acts_for(staff, officer, holder, &right, on)
    }

    fn is_present(&self, officer: &str, on: Date) -> bool {
        self.staff().find(officer).is_none_or(|officer| self.staff().absent(officer, on).is_none())
    }

    fn is_employed(&self, officer: &str, on: Date) -> bool {
        let known = self.staff().find(officer).and_then(|officer| self.staff().officer(officer));
        known.is_none_or(|officer| officer.employed().contains(on))
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
