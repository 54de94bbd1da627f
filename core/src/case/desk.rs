//! Who may do a step of a case on a day: whoever has its role at its unit and did no step that must be in other hands.
//! Refusals, suggestions and the agenda all ask here, so that they name the same officers.

use super::fold::Fold;
use super::rules::CaseRules;
use super::state::{Case, DoneStep, OpenStep};
use crate::base::Arrange;
use crate::base::ids::{OfficerId, RoleId, StepId, UnitId};
use crate::base::time::{Date, Zone};
use crate::people::{Grant, Lack, Right, Staff};
use crate::workflow::{Step, Workflow};

/// A case as those see it who may do something in it on a day.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) staff: &'a Staff,
    pub(super) case: &'a Case,
    pub(super) workflow: Option<&'a Workflow>,
    pub(super) on: Date,
    pub(super) zone: &'a Zone,
}

/// What keeps an officer from doing a step.
pub(super) enum Bar<'a> {
    /// A right is missing.
    Lack(Lack),
    /// Another officer holds the step.
    Held,
    /// The officer, or who is represented, did a step that must be in other hands.
    Eyes { doer: OfficerId, done: &'a DoneStep },
}

impl<'a> Desk<'a> {
    /// The desk on the day of an event.
    pub(super) fn of(fold: &'a Fold<'_>) -> Self {
        let (staff, zone) = (fold.rules.staff(), fold.rules.zone());
        Self { staff, case: &fold.case, workflow: fold.workflow, on: fold.on, zone }
    }

    /// The desk on any day, for a case that nothing happens to.
    pub(super) fn on(rules: &'a dyn CaseRules, case: &'a Case, on: Date) -> Self {
        let anchored = case.versions.anchored_on.unwrap_or(on);
        let workflow = case.versions.workflow.as_ref().and_then(|workflow| rules.workflow(workflow, anchored).ok());
        Self { staff: rules.staff(), case, workflow, on, zone: rules.zone() }
    }

    fn drawn(&self, step: &StepId) -> Option<&'a Step> {
        self.workflow.and_then(|workflow| workflow.step(step))
    }

    /// The unit where a step is done.
    pub(super) fn unit(&self, step: &StepId) -> Option<&'a UnitId> {
        let open = self.case.open(step).and_then(|open| open.unit.as_ref());
        open.or_else(|| self.drawn(step)?.unit.as_ref()).or(self.case.unit.as_ref())
    }

    /// The right that a step requires. A step that waits for somebody outside is ended by the role that it names.
    pub(super) fn right(&self, step: &StepId) -> Right {
        let role = self.drawn(step).and_then(role_of).cloned();
        Right { role, unit: self.unit(step).cloned(), secrecy: self.case.secrecy }
    }

    /// The right by which an officer may do a step, whoever holds it and whoever did other steps.
    pub(super) fn grant(&self, officer: &OfficerId, wanted: Option<&OfficerId>, right: &Right) -> Result<Grant, Lack> {
        match right.role {
            Some(_) => self.staff.grant(officer, wanted, right, self.on),
            None => self.handles(officer, wanted),
        }
    }

    /// Whether an officer still has the right to a step, done or not.
    pub(super) fn lasts(&self, officer: &OfficerId, step: &StepId) -> Result<Grant, Lack> {
        self.grant(officer, None, &self.right(step))
    }

    /// Whether a step may be given to an officer at a unit.
    pub(super) fn may_get(&self, officer: &OfficerId, step: &StepId, right: &Right) -> Result<Grant, Bar<'a>> {
        let grant = self.grant(officer, None, right).map_err(Bar::Lack)?;
        self.four_eyes(step, &[Some(officer), grant.principal()])?;
        Ok(grant)
    }

    /// Whether an officer may do an open step now: as who holds it, as the substitute of who does, or, while nobody
    /// holds it, by its role.
    pub(super) fn may_do(
        &self,
        officer: &OfficerId,
        wanted: Option<&OfficerId>,
        step: &StepId,
    ) -> Result<Grant, Bar<'a>> {
        let right = self.right(step);
        let grant = match self.case.locked_by(step).filter(|lead| *lead != officer) {
            None => self.grant(officer, wanted, &right).map_err(Bar::Lack)?,
            Some(lead) => {
                // A step without a role cannot be done by a substitute: there is no right to delegate.
                let represents = right.role.is_some() && wanted.is_none_or(|wanted| wanted == lead);
                let substitute =
                    represents.then(|| self.staff.grant(officer, Some(lead), &right, self.on).ok()).flatten();
                // For an officer without any right, the missing right explains more than the name of the holder.
                match (substitute, self.grant(officer, None, &right)) {
                    (Some(grant), _) => grant,
                    (None, Err(lack)) => return Err(Bar::Lack(lack)),
                    (None, Ok(_)) => return Err(Bar::Held),
                }
            }
        };
        self.four_eyes(step, &[Some(officer), grant.principal(), wanted])?;
        Ok(grant)
    }

    /// A step is barred to an officer who did one that must be in other hands, as principal or as substitute.
    fn four_eyes(&self, step: &StepId, eyes: &[Option<&OfficerId>]) -> Result<(), Bar<'a>> {
        let names = |one: &StepId, two: &StepId| self.drawn(one).is_some_and(|one| one.not_by.contains(two));
        let apart = |other: &StepId| names(step, other) || names(other, step);
        for done in self.case.done.iter().filter(|done| !done.undone && apart(&done.step)) {
            if let Some(doer) = done.officer.iter().chain(&done.principal).find(|doer| eyes.contains(&Some(*doer))) {
                return Err(Bar::Eyes { doer: doer.clone(), done });
            }
        }
        Ok(())
    }

    /// Who may do a step now and since when, those present first.
    pub(super) fn who_may(&self, step: &StepId) -> Vec<(OfficerId, Option<Date>)> {
        self.those(|officer| self.may_do(officer, None, step).ok())
    }

    /// To whom a step may be given and since when they have the right, those present first.
    pub(super) fn who_may_get(&self, step: &StepId, right: &Right) -> Vec<(OfficerId, Option<Date>)> {
        self.those(|officer| self.may_get(officer, step, right).ok())
    }

    /// The officers who are granted something and since when, those present first.
    pub(super) fn those(&self, granted: impl Fn(&OfficerId) -> Option<Grant>) -> Vec<(OfficerId, Option<Date>)> {
        let ids = self.staff.officers().map(|(id, _)| id);
        let mut those: Vec<_> = ids.filter_map(|id| Some((id.clone(), granted(id)?.since()))).collect();
        those.arrange_by_key(|(id, _)| self.staff.absent(id, self.on).is_some());
        those
    }

    /// The roles of the workflow, each at the unit of its step.
    pub(super) fn rights(&self) -> Vec<Right> {
        let steps = self.workflow.map(|workflow| workflow.steps()).unwrap_or_default();
        let mut rights: Vec<Right> = Vec::new();
        for right in steps.iter().filter(|step| role_of(step).is_some()).map(|step| self.right(&step.id)) {
            if !rights.contains(&right) {
                rights.push(right);
            }
        }
        rights
    }

    /// Whether an officer may handle the case as a whole: heads its unit or one above it, has a role in its workflow, or
    /// leads a step that no role is written for. Where no role is written at all, whoever has a post that reaches the
    /// unit of the case.
    pub(super) fn handles(&self, officer: &OfficerId, wanted: Option<&OfficerId>) -> Result<Grant, Lack> {
        let any = Right { role: None, unit: None, secrecy: self.case.secrecy };
        let employed = self.staff.grant(officer, wanted, &any, self.on)?;
        if self.staff.heads(officer, self.case.unit.as_ref(), self.on).is_some() {
            return Ok(employed);
        }
        let leads =
            |open: &OpenStep| self.case.lead(&open.step) == Some(officer) && self.right(&open.step).role.is_none();
        if self.case.open_steps.iter().any(leads) {
            return Ok(employed);
        }
        let mut rights = self.rights().into_iter().peekable();
        if rights.peek().is_none() {
            let post = self.staff.post_for(officer, self.case.unit.as_ref(), self.on);
            return post.map(|_| employed).ok_or(Lack::NoPart);
        }
        let mut nearest = None;
        for right in rights {
            match self.staff.grant(officer, wanted, &right, self.on) {
                Ok(grant) => return Ok(grant),
                Err(lack) => nearest = nearest.or(Some(lack)),
            }
        }
        Err(nearest.unwrap_or(Lack::NoPart))
    }

    /// Whether an officer may look at the case (*xem hồ sơ*): whoever may handle it, has a role that cooperates in it or
    /// is informed, is involved in an open step or did one, or heads a unit where a step of it is open.
    pub(super) fn views(&self, officer: &OfficerId, wanted: Option<&OfficerId>) -> Result<Grant, Lack> {
        let any = Right { role: None, unit: None, secrecy: self.case.secrecy };
        let employed = self.staff.grant(officer, wanted, &any, self.on)?;
        // A substitute sees what the officer sees who is represented.
        let eyes = wanted.unwrap_or(officer);
        let done = || self.case.done.iter().flat_map(|done| done.officer.iter().chain(&done.principal));
        let held = || self.case.holders.iter().map(|holder| &holder.officer);
        let units = || self.case.open_steps.iter().filter_map(|open| open.unit.as_ref()).chain(&self.case.unit);
        let heads = || units().any(|unit| self.staff.heads(eyes, Some(unit), self.on).is_some());
        if held().chain(done()).any(|one| one == eyes) || heads() {
            return Ok(employed);
        }
        let steps = self.workflow.map(|workflow| workflow.steps()).unwrap_or_default().iter();
        let beside = steps.flat_map(|step| step.cooperating.iter().chain(&step.informed).map(move |role| (step, role)));
        for (step, role) in beside {
            let right = Right { role: Some(role.clone()), ..self.right(&step.id) };
            if let Ok(grant) = self.staff.grant(officer, wanted, &right, self.on) {
                return Ok(grant);
            }
        }
        self.handles(officer, wanted).map_err(|lack| match lack {
            Lack::NoRole | Lack::OtherUnit => Lack::NoPart,
            lack => lack,
        })
    }
}

/// The role that does a step; for one that waits for somebody outside, the one that ends it.
fn role_of(step: &Step) -> Option<&RoleId> {
    step.role.as_ref().or(step.ended_by.as_ref())
}
