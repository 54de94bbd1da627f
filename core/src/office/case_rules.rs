//! The rules of the office that cases need.

use super::handle::Office;
use crate::base::canon::Hash;
use crate::base::error::Error;
use crate::base::ids::{ProcedureId, UnitId, WorkflowId};
use crate::base::time::{Date, Zone};
use crate::calendar::Calendar;
use crate::case::{ActSpec, CaseRules, Naming, TakeOver};
use crate::deadline::LimitSpec;
use crate::dossier::{OpenCases, Procedure};
use crate::people::{Secrecy, Staff};
use crate::workflow::Workflow;

impl CaseRules for Office {
    fn naming(&self) -> Naming {
        self.rulebook().parts().naming
    }

    fn zone(&self) -> &Zone {
        self.rulebook().zone()
    }

    fn hash(&self) -> Option<Hash> {
        Some(self.hash())
    }

    fn staff(&self) -> &Staff {
        self.staff()
    }

    fn calendar(&self, unit: Option<&UnitId>) -> Result<&Calendar, Error> {
        self.rulebook().rules().calendar_for(unit, None)
    }

    fn calendar_on(&self, unit: Option<&UnitId>, on: Date) -> Result<&Calendar, Error> {
        self.rulebook().rules().calendar_for(unit, Some(on))
    }

    fn limit(&self, procedure: &ProcedureId, on: Date) -> Result<Option<&LimitSpec>, Error> {
        self.procedure(procedure, on).map(Procedure::limit)
    }

    fn workflow_of(&self, procedure: &ProcedureId, on: Date) -> Result<Option<&WorkflowId>, Error> {
        self.procedure(procedure, on).map(Procedure::workflow)
    }

    fn take_overs(&self, procedure: &ProcedureId, after: Date, by: Date) -> Vec<TakeOver> {
        let versions = self
            .rulebook()
            .parts()
            .rules
            .procedures
            .get(procedure.as_str())
            .into_iter()
            .flat_map(|versions| versions.iter());
        let taking = versions.filter_map(|version| {
            let spec = version.spec();
            let from = spec.in_force.from.filter(|from| after < *from && *from <= by)?;
            let restarts = spec.open_cases == OpenCases::Restart;
            (spec.open_cases != OpenCases::Keep).then_some(TakeOver { from, restarts })
        });
        taking.collect()
    }

    fn workflow(&self, workflow: &WorkflowId, on: Date) -> Result<&Workflow, Error> {
        self.rulebook().workflow(workflow, on)
    }

    fn act(&self, name: &str) -> Option<&ActSpec> {
        self.rulebook().parts().acts.get(name)
    }

    fn act_names(&self) -> Vec<&str> {
        self.rulebook().parts().acts.keys().map(String::as_str).collect()
    }

    fn secrecy_limit(&self) -> Secrecy {
        self.rulebook().parts().secrecy
    }
}
