//! Runs a workflow by tokens: which steps are open, and what follows when one is done.

use super::compile::Workflow;
use super::net::Marking;
use super::spec::Join;
use super::step::{Branch, Split, Target};
use crate::base::Arrange;
use crate::base::error::{Code, Error};
use crate::base::ids::StepId;
use crate::base::shape::Shape;
use crate::base::value::Node;
use crate::rule::{Condition, Context};
use serde::Serialize;
use std::collections::BTreeSet;

/// Whoever knows whether a condition holds for a case.
pub(crate) trait Guards {
    /// Whether the condition of a branch, counted from 0, holds; nothing while the data do not say.
    fn holds(&self, branch: usize, when: &Condition) -> Option<bool>;
}

impl<F: Fn(usize, &Condition) -> Option<bool>> Guards for F {
    fn holds(&self, branch: usize, when: &Condition) -> Option<bool> {
        self(branch, when)
    }
}

/// Evaluates conditions on the data of a case.
#[derive(Clone, Copy)]
pub(crate) struct Data<'a>(pub Context<'a>);

impl<'a> Data<'a> {
    /// Conditions see only these data.
    pub(crate) fn new(data: &'a [&'a Node]) -> Self {
        Self(Context { data, ..Context::default() })
    }
}

impl Guards for Data<'_> {
    fn holds(&self, _: usize, when: &Condition) -> Option<bool> {
        when.holds(self.0).ok()
    }
}

/// A token: the step at which it waits (or `end`), and for joins the step from which it came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Shape)]
pub struct Token {
    /// The step at which it waits, or `end`.
    pub step: StepId,
    /// The step from which it came; only for joins.
    pub came_from: Option<StepId>,
}

impl Workflow {
    /// The marking of a case that has just come in.
    pub(crate) fn initial(&self) -> Marking {
        self.net().initial()
    }

    /// Whether everything is done: the only token is at the end.
    pub(crate) fn is_done(&self, marking: &Marking) -> bool {
        marking.has(self.net().sink) && marking.count() == 1
    }

    /// Whether a step may be done.
    pub(crate) fn is_open(&self, marking: &Marking, step: usize) -> bool {
        let inputs = self.wiring.inputs.get(step).map(Vec::as_slice).unwrap_or_default();
        let here = |place: &usize| marking.has(*place);
        if inputs.iter().any(here) && self.joins_loosely(step) {
            return !self.may_still_come(marking, step, inputs);
        }
        !inputs.is_empty() && inputs.iter().all(here)
    }

    /// Whether a step joins an inclusive split with which it forms no block. Its soundness is undecided; if it is
    /// assumed, the step waits for everything that may still arrive.
    fn joins_loosely(&self, step: usize) -> bool {
        let joins = self.steps().get(step).filter(|step| step.join == Join::Some);
        joins.is_some_and(|step| self.soundness.unmatched.contains(&step.id))
    }

    /// Whether a token elsewhere can reach an empty flow into a step, without passing through the step itself.
    fn may_still_come(&self, marking: &Marking, step: usize, inputs: &[usize]) -> bool {
        let owner = |place: usize| match self.wiring.owners.get(place) {
            Some((Target::Step(owner), _)) if *owner != step => Some(*owner),
            _ => None,
        };
        let mut open: Vec<usize> = marking.places().filter_map(owner).collect();
        let mut seen = BTreeSet::new();
        while let Some(from) = open.pop() {
            if !seen.insert(from) {
                continue;
            }
            for target in self.successors(from) {
                match target {
                    Target::Step(to) if to == step => {
                        let place = self.wiring.flow(from, target);
                        if inputs.contains(&place) && !marking.has(place) {
                            return true;
                        }
                    }
                    Target::Step(to) => open.push(to),
                    Target::End => {}
                }
            }
        }
        false
    }

    /// The steps that may be done, in the order of the rulebook.
    pub(crate) fn enabled(&self, marking: &Marking) -> Vec<usize> {
        (0..self.steps().len()).filter(|step| self.is_open(marking, *step)).collect()
    }

    /// Where a completed step leads, by its conditions.
    ///
    /// # Errors
    /// [`Code::RouteUndecided`] if a condition that matters cannot be decided yet.
    pub(crate) fn route(&self, step: usize, guards: &dyn Guards) -> Result<Vec<Target>, Error> {
        let Some(step) = self.steps().get(step) else { return Ok(Vec::new()) };
        let (branches, first_only) = match &step.split {
            Split::To(target) => return Ok(vec![*target]),
            Split::AllOf(targets) => return Ok(targets.clone()),
            Split::OneOf(branches) => (branches, true),
            Split::SomeOf(branches) => (branches, false),
        };
        let mut taken = Vec::new();
        for (branch, Branch { to, when, .. }) in branches.iter().enumerate() {
            let Some(when) = when else { continue };
            match guards.holds(branch, when) {
                Some(true) if first_only => return Ok(vec![*to]),
                Some(true) => taken.push(*to),
                Some(false) => {}
                None => {
                    return Err(Error::new(Code::RouteUndecided).with("step", &step.id).with("when", when));
                }
            }
        }
        if taken.is_empty() {
            taken.extend(branches.iter().find(|branch| branch.otherwise).map(|branch| branch.to));
        }
        Ok(taken)
    }

    /// The marking after a step was done and led to these targets.
    ///
    /// # Errors
    /// [`Code::StepNotOpen`], and [`Code::BadRoute`] for targets that the split does not allow.
    pub(crate) fn fire(&self, marking: &Marking, step: usize, to: &[Target]) -> Result<Marking, Error> {
        let name = self.steps().get(step).map(|step| step.id.as_str()).unwrap_or_default();
        if !self.is_open(marking, step) {
            return Err(Error::new(Code::StepNotOpen).with("step", name));
        }
        let Some(after) = self.places_after(step, to) else {
            return Err(Error::new(Code::BadRoute).with("step", name));
        };
        let mut next = marking.clone();
        for place in self.wiring.inputs.get(step).into_iter().flatten() {
            next.take(*place);
        }
        // Soundness excludes a second token; if it was only assumed, the two merge.
        for place in after {
            next.put(place);
        }
        Ok(next)
    }

    /// The places that get a token, if the split allows these targets.
    fn places_after(&self, step: usize, to: &[Target]) -> Option<Vec<usize>> {
        let split = &self.steps().get(step)?.split;
        let targets = split.targets();
        let allowed = match split {
            Split::To(_) | Split::AllOf(_) => to.len() == targets.len(),
            Split::OneOf(_) => to.len() == 1,
            Split::SomeOf(_) => !to.is_empty(),
        };
        if !allowed || !to.iter().all(|target| targets.contains(target)) {
            return None;
        }
        let skips = self.blocks.skips(step);
        let place = |target: &Target| match (to.contains(target), skips.and_then(|skips| skips.get(target))) {
            (true, _) => Some(self.wiring.flow(step, *target)),
            (false, Some((from, join))) => Some(self.wiring.flow(*from, Target::Step(*join))),
            (false, None) => None,
        };
        Some(targets.iter().filter_map(place).collect())
    }

    /// A marking as tokens, in the order of the rulebook.
    pub(crate) fn tokens(&self, marking: &Marking) -> Vec<Token> {
        let id = |step: usize| self.steps().get(step).map(|step| step.id.clone());
        let token = |place: usize| match self.wiring.owners.get(place)? {
            (Target::End, _) => Some(Token { step: StepId::from("end"), came_from: None }),
            (Target::Step(step), from) => Some(Token { step: id(*step)?, came_from: from.and_then(id) }),
        };
        let mut places: Vec<usize> = marking.places().collect();
        places.arrange_by_key(|place| self.wiring.owners.get(*place).copied());
        places.into_iter().filter_map(token).collect()
    }

    /// The marking that tokens describe; `None` if the workflow has no such place (the tokens are of another version).
    pub(crate) fn marking(&self, tokens: &[Token]) -> Option<Marking> {
        let mut marking = Marking::empty(self.net().places);
        for token in tokens {
            let place = if token.step.as_str() == "end" {
                self.net().sink
            } else {
                let step = self.position(&token.step)?;
                match &token.came_from {
                    Some(from) => *self.wiring.joins.get(&(self.position(from)?, step))?,
                    None => *self.wiring.inputs.get(step)?.first()?,
                }
            };
            marking.put(place);
        }
        Some(marking)
    }
}

impl Workflow {
    /// The marking before a step that led to these targets; `None` if the tokens that it produced are gone.
    pub(crate) fn unfire(&self, marking: &Marking, step: usize, to: &[Target]) -> Option<Marking> {
        let after = self.places_after(step, to)?;
        if !after.iter().all(|place| marking.has(*place)) {
            return None;
        }
        let mut back = marking.clone();
        after.into_iter().for_each(|place| back.take(place));
        let inputs = self.wiring.inputs.get(step)?;
        inputs.iter().all(|place| back.put(*place)).then_some(back)
    }

    /// The marking after an open step was returned to an earlier one; `None` unless both are on one branch, without a
    /// parallel split or join between them.
    pub(crate) fn step_back(&self, marking: &Marking, from: usize, to: usize) -> Option<Marking> {
        let joins = |step: usize| self.steps().get(step).is_none_or(|step| step.join != Join::Any);
        if from == to || !self.is_open(marking, from) || joins(from) || joins(to) {
            return None;
        }
        let mut seen = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(step) = open.pop() {
            if step == to {
                let mut back = marking.clone();
                self.wiring.inputs.get(from)?.iter().for_each(|place| back.take(*place));
                return back.put(*self.wiring.inputs.get(to)?.first()?).then_some(back);
            }
            let before = self.predecessors(step).into_iter().filter(|before| {
                let alone = |split: &Split| matches!(split, Split::To(_) | Split::OneOf(_));
                !joins(*before) && self.steps().get(*before).is_some_and(|step| alone(&step.split))
            });
            open.extend(before.filter(|before| seen.insert(*before)));
        }
        None
    }

    /// The marking with one token, at a step; `None` if the step waits for several.
    pub(crate) fn at_step(&self, step: usize) -> Option<Marking> {
        match self.wiring.inputs.get(step)?.as_slice() {
            [place] => {
                let mut marking = Marking::empty(self.net().places);
                marking.put(*place);
                Some(marking)
            }
            _ => None,
        }
    }
}
