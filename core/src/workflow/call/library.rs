//! The workflows that may be called, and compiling those that call.

use super::lay_out::lay_out;
use super::spans::spans;
use super::survey::Survey;
use super::{MAX_ALL_STEPS, MAX_SPANS};
use crate::error::{Code, Error, Faults};
use crate::ids::WorkflowId;
use crate::shape::OneOrMany;
use crate::source::{Dated, InForce, Versions};
use crate::staff::Organisation;
use crate::time::Date;
use crate::workflow::compile::Workflow;
use crate::workflow::spec::WorkflowSpec;
use indexmap::IndexMap;
use std::sync::Arc;

/// A workflow as it is written: a step that calls another is one step.
#[derive(Clone, Debug)]
pub struct Written {
    pub(super) spec: Arc<WorkflowSpec>,
    pub(super) outline: Arc<Workflow>,
}

impl Written {
    /// Reads what a workflow says by itself: each call is a step like others.
    ///
    /// # Errors
    /// Its own faults, as [`Workflow::compile`] tells them; those of calls aside.
    pub fn compile(id: WorkflowId, spec: WorkflowSpec, organisation: &Organisation) -> Result<Self, Faults> {
        let written = Self::draft(id, spec, organisation)?;
        let faults = written.outline.flaws(&written.spec);
        faults.into_result(Some(written))
    }

    /// The same for a workflow that may turn out unsound.
    ///
    /// # Errors
    /// As [`Written::compile`], but for soundness.
    pub fn draft(id: WorkflowId, spec: WorkflowSpec, organisation: &Organisation) -> Result<Self, Faults> {
        let outline = Workflow::assemble(id, spec.clone(), organisation)?;
        Ok(Self { spec: Arc::new(spec), outline: Arc::new(outline) })
    }

    /// What it says.
    pub fn spec(&self) -> &WorkflowSpec {
        &self.spec
    }
}

impl Dated for Written {
    fn in_force(&self) -> InForce {
        self.spec.in_force
    }
}

/// The workflows that a step may name, in their versions.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Nothing where a workflow has faults of its own: whoever calls it is not blamed.
    pub(super) entries: IndexMap<WorkflowId, Option<Versions<Written>>>,
}

impl Library {
    /// Puts a workflow into the library, with its versions; without any, its name alone.
    pub fn insert(&mut self, id: WorkflowId, versions: Option<Versions<Written>>) {
        self.entries.insert(id, versions);
    }

    /// The workflows of one text that knows no versions, such as those of a BPMN file. Those with faults of their own
    /// are known by their names.
    pub fn of_drafts<'a>(
        specs: impl IntoIterator<Item = (&'a WorkflowId, &'a WorkflowSpec)>,
        organisation: &Organisation,
    ) -> Self {
        let mut library = Self::default();
        for (id, spec) in specs {
            let written = Written::draft(id.clone(), spec.clone(), organisation).ok();
            let versions = written.and_then(|one| Versions::new(OneOrMany(vec![one]), id.as_str()).ok());
            library.insert(id.clone(), versions);
        }
        library
    }

    /// Compiles a workflow that may call those of the library, as they are on a day; without one, their newest.
    ///
    /// # Errors
    /// As [`Workflow::compile`]; calls that lead nowhere, in a circle or too deep, and what cannot be laid out.
    pub fn compile(
        &self,
        id: WorkflowId,
        spec: WorkflowSpec,
        organisation: &Organisation,
        on: Option<Date>,
    ) -> Result<Workflow, Faults> {
        let written = Written::compile(id, spec, organisation)?;
        self.laid_out(&written, written.spec.in_force, on, organisation, true)
    }

    /// The same for a workflow that may turn out unsound, as [`Workflow::draft`].
    ///
    /// # Errors
    /// As [`Library::compile`], but for soundness.
    pub fn draft(
        &self,
        id: WorkflowId,
        spec: WorkflowSpec,
        organisation: &Organisation,
        on: Option<Date>,
    ) -> Result<Workflow, Faults> {
        let written = Written::draft(id, spec, organisation)?;
        self.laid_out(&written, written.spec.in_force, on, organisation, false)
    }

    /// Compiles every workflow of the library that has no faults of its own, each in its versions, parted where what
    /// they call changes.
    pub fn compile_all(
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
            match self.laid_out(written, span, Some(day_of(span)), organisation, true) {
                Ok(workflow) => {
                    *left = left.saturating_sub(workflow.steps().len());
                    all.push(workflow);
                }
                // Another span would tell the same.
                Err(found) => return faults.extend(found),
            }
        }
    }

    /// Lays a workflow out with the versions of a day and compiles it; `judged` where it must be sound.
    fn laid_out(
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
        Survey::new(self, day, span).look(written, &mut faults);
        let layout = faults.into_result(Some(())).and_then(|()| lay_out(self, written, day))?;
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

    /// The version of a workflow on a day; without one, the newest.
    pub(super) fn on(&self, id: &WorkflowId, day: Option<Date>) -> Option<&Written> {
        let versions = self.entries.get(id)?.as_ref()?;
        match day {
            Some(day) => versions.iter().find(|written| written.in_force().contains(day)),
            None => versions.newest(),
        }
    }
}

impl Written {
    /// Where it is written: at its first step.
    fn place(&self) -> crate::error::Place {
        self.spec.steps.values().next().map(|step| step.place.clone()).unwrap_or_default()
    }
}

/// A day on which a span is in force: its last, where it has one.
pub(super) fn day_of(span: InForce) -> Date {
    span.to.or(span.from).unwrap_or(Date::MAX)
}
