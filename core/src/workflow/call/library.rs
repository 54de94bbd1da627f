//! The workflows that may be called, as they are written.

use crate::base::error::Faults;
use crate::base::ids::WorkflowId;
use crate::base::shape::OneOrMany;
use crate::base::source::{Dated, InForce, Versions};
use crate::base::time::Date;
use crate::people::Organisation;
use crate::workflow::compile::Workflow;
use crate::workflow::spec::WorkflowSpec;
use indexmap::IndexMap;
use std::sync::Arc;

/// A workflow as it is written: a step that calls another is one step.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(super) spec: Arc<WorkflowSpec>,
    pub(super) outline: Arc<Workflow>,
}

impl Written {
    /// Reads what a workflow says by itself: each call is a step like others.
    ///
    /// # Errors
    /// Its own faults, as [`Workflow::compile`] tells them; those of calls aside.
    pub(crate) fn compile(id: WorkflowId, spec: WorkflowSpec, organisation: &Organisation) -> Result<Self, Faults> {
        let drawn = spec.drawing();
        match Self::draft(id.clone(), spec, organisation) {
            Ok(written) => {
                let faults = written.outline.flaws(&written.spec);
                faults.into_result(Some(written))
            }
            Err(mut faults) => {
                // Whether the steps hang together does not depend on who does them.
                if let Ok(outline) = Workflow::assemble(id, drawn.clone(), organisation) {
                    faults.extend(outline.flaws(&drawn));
                }
                Err(faults)
            }
        }
    }

    /// The same for a workflow that may turn out unsound.
    ///
    /// # Errors
    /// As [`Written::compile`], but for soundness.
    pub(crate) fn draft(id: WorkflowId, spec: WorkflowSpec, organisation: &Organisation) -> Result<Self, Faults> {
        let outline = Workflow::assemble(id, spec.clone(), organisation)?;
        Ok(Self { spec: Arc::new(spec), outline: Arc::new(outline) })
    }

    /// What it says.
    pub(crate) fn spec(&self) -> &WorkflowSpec {
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
    pub(crate) fn insert(&mut self, id: WorkflowId, versions: Option<Versions<Written>>) {
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

    /// The versions of a workflow as they are written; none where it has faults of its own.
    pub(crate) fn versions(&self, id: &WorkflowId) -> impl Iterator<Item = &Written> {
        self.entries.get(id).into_iter().flatten().flat_map(Versions::iter)
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

/// A day on which a span is in force: its last, where it has one.
pub(super) fn day_of(span: InForce) -> Date {
    span.to.or(span.from).unwrap_or(Date::MAX)
}
