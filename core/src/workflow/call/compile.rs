//! Compiles workflows that call others.

use super::expand::expand;
use super::library::{Library, Written, day_of};
use super::spans::spans;
use super::survey::Survey;
use super::{MAX_ALL_STEPS, MAX_SPANS};
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::WorkflowId;
use crate::base::shape::OneOrMany;
use crate::base::source::{InForce, Versions};
use crate::base::time::Date;
use crate::people::Organisation;
use crate::workflow::compile::Workflow;
use crate::workflow::spec::WorkflowSpec;
use indexmap::IndexMap;

impl Workflow {
    /// Compiles a workflow and decides its soundness.
    ///
    /// Roles and units are checked against the organisation, unless it has no positions or no units at all: a workflow
    /// may be designed before the staff is known.
    ///
    /// # Errors
    /// Every fault: unknown steps, roles and units; splits without an `else`; steps that cannot be reached or lead
    /// nowhere; unsoundness, with the path to it; undecided soundness that is not assumed.
    pub fn compile(id: WorkflowId, spec: WorkflowSpec, organisation: &Organisation) -> Result<Self, Faults> {
        Library::default().compile(id, spec, organisation, None)
    }

    /// Compiles a workflow that may be unsound, for editors that draw unfinished workflows.
    ///
    /// # Errors
    /// As [`Workflow::compile`], except for soundness, which [`Workflow::soundness`] reports.
    pub fn draft(id: WorkflowId, spec: WorkflowSpec, organisation: &Organisation) -> Result<Self, Faults> {
        Library::default().draft(id, spec, organisation, None)
    }
}

impl Library {
    /// Compiles a workflow that may call those of the library, in their versions on a day or, without a day, their
    /// newest.
    ///
    /// # Errors
    /// As [`Workflow::compile`]; calls of unknown workflows, calls in a circle or nested too deeply, calls that cannot
    /// be expanded.
    pub fn compile(
        &self,
        id: WorkflowId,
        spec: WorkflowSpec,
        organisation: &Organisation,
        on: Option<Date>,
    ) -> Result<Workflow, Faults> {
        let written = Written::compile(id, spec, organisation)?;
        self.expanded(&written, written.spec.in_force, on, organisation, true)
    }

    /// The same for a workflow that may be unsound, as [`Workflow::draft`].
    ///
    /// # Errors
    /// As [`Library::compile`], except for soundness.
    pub fn draft(
        &self,
        id: WorkflowId,
        spec: WorkflowSpec,
        organisation: &Organisation,
        on: Option<Date>,
    ) -> Result<Workflow, Faults> {
        let written = Written::draft(id, spec, organisation)?;
        self.expanded(&written, written.spec.in_force, on, organisation, false)
    }

    /// Compiles every workflow of the library that has no faults of its own. A version is compiled in parts if the
    /// workflows that it calls change while it is in force.
    pub(crate) fn compile_all(
        &self,
        organisation: &Organisation,
        faults: &mut Faults,
    ) -> IndexMap<WorkflowId, Versions<Workflow>> {
        let mut compiled = IndexMap::new();
        let mut left = MAX_ALL_STEPS;
        for (id, versions) in &self.entries {
            let Some(versions) = versions else { continue };
            let mut all = Vec::new();
            let before = faults.count();
            for written in versions.iter() {
                self.compile_spans(written, organisation, &mut left, &mut all, faults);
            }
            if faults.count() == before
                && let Some(versions) = faults.keep(Versions::new(OneOrMany(all), id.as_str()))
            {
                compiled.insert(id.clone(), versions);
            }
        }
        compiled
    }

    fn compile_spans(
        &self,
        written: &Written,
        organisation: &Organisation,
        left: &mut usize,
        all: &mut Vec<Workflow>,
        faults: &mut Faults,
    ) {
        if !written.outline.steps().iter().any(|step| step.workflow.is_some()) {
            all.push(Workflow::clone(&written.outline));
            return;
        }
        let spans = spans(self, written);
        if spans.len() > MAX_SPANS {
            let fault = Error::new(Code::TooLarge).with("what", "versions").with("limit", MAX_SPANS);
            faults.push(fault.at(written.place()));
            return;
        }
        for span in spans {
            if *left == 0 {
                let fault = Error::new(Code::TooLarge).with("what", "steps").with("limit", MAX_ALL_STEPS);
                faults.push(fault.at(written.place()));
                return;
            }
            match self.expanded(written, span, Some(day_of(span)), organisation, true) {
                Ok(workflow) => {
                    *left = left.saturating_sub(workflow.steps().len());
                    all.push(workflow);
                }
                // Another span would report the same.
                Err(found) => return faults.extend(found),
            }
        }
    }

    /// Expands the calls of a workflow with the versions of a day and compiles it; `judged` says that it must be sound.
    fn expanded(
        &self,
        written: &Written,
        span: InForce,
        day: Option<Date>,
        organisation: &Organisation,
        judged: bool,
    ) -> Result<Workflow, Faults> {
        if !written.outline.steps().iter().any(|step| step.workflow.is_some()) {
            return Ok(Workflow::clone(&written.outline));
        }
        let mut faults = Faults::new();
        Survey::new(self, written, day, span).look(&mut faults);
        let layout = faults.into_result(Some(())).and_then(|()| expand(self, written, day))?;
        let spec = WorkflowSpec { in_force: span, ..layout.spec };
        let mut workflow = Workflow::assemble(written.outline.id().clone(), spec.clone(), organisation)?;
        for (step, within) in workflow.steps.iter_mut().zip(layout.within) {
            step.within = within;
        }
        workflow.calls = layout.calls;
        workflow.outline = Some(written.outline.clone());
        let flaws = if judged { workflow.flaws(&spec) } else { Faults::new() };
        flaws.into_result(Some(workflow))
    }
}

impl Written {
    /// The place in the rulebook: that of its first step.
    fn place(&self) -> crate::base::error::Place {
        self.spec.steps.values().next().map(|step| step.place.clone()).unwrap_or_default()
    }
}
