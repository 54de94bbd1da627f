//! The workflows that may be called, as they are written.

use crate::base::error::{Faults, Place};
use crate::base::ids::WorkflowId;
use crate::base::shape::OneOrMany;
use crate::base::source::{Dated, InForce, Versions};
use crate::base::time::Date;
use crate::people::Organisation;
use crate::workflow::compile::Workflow;
use crate::workflow::spec::WorkflowSpec;
use indexmap::IndexMap;
use std::collections::HashMap;
use std::sync::Arc;

/// A workflow as it is written: a step that calls another workflow is one step.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(super) spec: Arc<WorkflowSpec>,
    pub(super) outline: Arc<Workflow>,
}

impl Written {
    /// Checks a workflow on its own: each call is treated as an ordinary step.
    ///
    /// # Errors
    /// Its own faults, as [`Workflow::compile`] reports them, without those of calls.
    pub(crate) fn compile(id: WorkflowId, spec: WorkflowSpec, organisation: &Organisation) -> Result<Self, Faults> {
        let drawn = spec.drawing();
        match Self::draft(id.clone(), spec, organisation) {
            Ok(written) => {
                let faults = written.outline.flaws(&written.spec);
                faults.into_result(Some(written))
            }
            Err(mut faults) => {
                // The structure of the steps does not depend on who does them.
                if let Ok(outline) = Workflow::assemble(id, drawn.clone(), organisation) {
                    faults.extend(outline.flaws(&drawn));
                }
                Err(faults)
            }
        }
    }

    /// The same for a workflow that may be unsound.
    ///
    /// # Errors
    /// As [`Written::compile`], except for soundness.
    pub(crate) fn draft(id: WorkflowId, spec: WorkflowSpec, organisation: &Organisation) -> Result<Self, Faults> {
        let outline = Workflow::assemble(id, spec.clone(), organisation)?;
        Ok(Self { spec: Arc::new(spec), outline: Arc::new(outline) })
    }

    /// The workflow as the rulebook wrote it.
    pub(crate) fn spec(&self) -> &WorkflowSpec {
        &self.spec
    }
}

impl Dated for Written {
    fn in_force(&self) -> InForce {
        self.spec.in_force
    }
}

/// The workflows that a step may call, in their versions.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// `None` for a workflow that has faults of its own, so that they are not reported again at its callers.
    pub(super) entries: IndexMap<WorkflowId, Option<Versions<Written>>>,
    /// Where they are written, as far as that is known.
    places: HashMap<WorkflowId, Place>,
}

impl Library {
    /// Adds a workflow with its versions; `None` adds its name only.
    pub(crate) fn insert(&mut self, id: WorkflowId, versions: Option<Versions<Written>>) {
        self.entries.insert(id, versions);
    }

    /// Sets the place of a workflow, at which its faults are reported.
    pub(crate) fn set_place(&mut self, id: WorkflowId, place: Place) {
        self.places.insert(id, place);
    }

    pub(super) fn place(&self, id: &WorkflowId) -> Option<&Place> {
        self.places.get(id)
    }

    /// The workflows of one text without versions, such as a BPMN file. Of those with faults of their own only the
    /// names are known.
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

    /// The versions of a workflow as they are written; empty if it has faults of its own.
    pub(crate) fn versions(&self, id: &WorkflowId) -> impl Iterator<Item = &Written> {
        self.entries.get(id).into_iter().flatten().flat_map(Versions::iter)
    }

    /// The version of a workflow on a day or, without a day, the newest.
    pub(super) fn on(&self, id: &WorkflowId, day: Option<Date>) -> Option<&Written> {
        let versions = self.entries.get(id)?.as_ref()?;
        match day {
            Some(day) => versions.iter().find(|written| written.in_force().contains(day)),
            None => versions.newest(),
        }
    }
}

/// A day on which a span is in force: its last day, if it has one.
pub(super) fn day_of(span: InForce) -> Date {
    span.to.or(span.from).unwrap_or(Date::MAX)
}
