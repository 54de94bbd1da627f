//! A workflow with the symbols of its steps, looked up by name once and by number ever after.

use crate::base::names::Symbol;
use crate::workflow::{Split, Step, Target, Workflow};
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// A workflow as the cases of one log, or one live case, see it.
#[derive(Debug)]
pub(crate) struct Plan<'r> {
    pub(crate) workflow: &'r Workflow,
    positions: HashMap<Symbol, usize, RandomState>,
    names: Vec<Option<Symbol>>,
    unseen: Vec<bool>,
}

impl<'r> Plan<'r> {
    /// `find` gives the symbol of a name; `unseen` says which steps are never shown as done, though they may have been.
    pub(crate) fn new(
        workflow: &'r Workflow,
        find: impl Fn(&str) -> Option<Symbol>,
        unseen: impl Fn(&Step) -> bool,
    ) -> Self {
        let names: Vec<_> = workflow.step_ids().map(|step| find(step.as_str())).collect();
        let positions = names.iter().enumerate().filter_map(|(index, name)| Some(((*name)?, index))).collect();
        Self { workflow, positions, names, unseen: workflow.steps().iter().map(unseen).collect() }
    }

    /// The position of a step.
    pub(crate) fn position(&self, step: Option<Symbol>) -> Option<usize> {
        self.positions.get(&step?).copied()
    }

    /// The name of a step.
    pub(crate) fn name(&self, step: usize) -> Option<Symbol> {
        self.names.get(step).copied().flatten()
    }

    /// A step by its position.
    pub(crate) fn step(&self, step: usize) -> Option<&'r Step> {
        self.workflow.steps().get(step)
    }

    /// The steps that are never shown as done.
    pub(crate) fn unseen(&self) -> &[bool] {
        &self.unseen
    }

    /// Whether a step may be the last.
    pub(crate) fn may_end(&self, step: usize) -> bool {
        self.step(step).is_some_and(|step| step.split.targets().contains(&Target::End))
    }

    /// Every set of flows by which a step may be left, at most `most` of an inclusive split.
    pub(super) fn routes(&self, step: usize, most: usize) -> Vec<Vec<Target>> {
        let Some(step) = self.step(step) else { return Vec::new() };
        let targets = step.split.targets();
        match &step.split {
            Split::To(_) | Split::AllOf(_) => vec![targets],
            Split::OneOf(_) => targets.into_iter().map(|target| vec![target]).collect(),
            Split::SomeOf(_) => {
                let mut sets: Vec<Vec<Target>> = vec![Vec::new()];
                for target in targets.into_iter().take(most.ilog2() as usize + 1) {
                    let with = sets.iter().map(|set| set.iter().copied().chain([target]).collect());
                    sets.extend(with.collect::<Vec<_>>());
                }
                sets.retain(|set| !set.is_empty());
                sets
            }
        }
    }
}
