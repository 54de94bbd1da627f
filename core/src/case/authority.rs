//! Checks who may do an act on a case: roles, holders, separation of duties (*bốn mắt*), secrecy, and delegations.

use super::course::HeldBy;
use super::event::{ActorKind, Effect};
use super::fold::Fold;
use super::refusal::{Outcome, Refusal};
use super::signing;
use super::state::{Holder, Involvement};
use crate::base::error::{Code, Error};
use crate::base::ids::{OfficerId, StepId, UnitId};
use crate::base::time::Date;
use crate::people::{Appointment, Grant, Rank, Right};
use crate::workflow::{Step, WaitsFor};

/// Who acts, and on whose behalf.
#[derive(Clone, Debug, Default)]
pub(super) struct Acting {
    pub(super) officer: Option<OfficerId>,
    /// The officer who gave the delegation, if a substitute acts.
    pub(super) principal: Option<OfficerId>,
}

/// Checks whether the actor of the event has the right to do it.
pub(super) fn check(fold: &Fold<'_>) -> Outcome<Acting> {
    let (level, limit) = (fold.case.secrecy, fold.rules.secrecy_limit());
    if level > limit {
        return Err(Error::new(Code::TooSecret).with("level", level).with("limit", limit).into());
    }
    let actor = fold.event.actor.as_ref();
    let nobody = || Box::<Refusal>::from(Error::new(Code::NoActor).with("act", &fold.event.act));
    match actor.map_or(ActorKind::Unknown, |actor| actor.kind) {
        ActorKind::Person => {
            let id = actor.and_then(|actor| actor.id.as_ref()).ok_or_else(nobody)?;
            person(fold, fold.rules.staff().find(id.as_str()).unwrap_or(id))
        }
        ActorKind::System if waits_for(fold, WaitsFor::System) || is_automatic(fold) => Ok(Acting::default()),
        ActorKind::Citizen if waits_for(fold, WaitsFor::Citizen) || is_open_to_citizens(fold.effect) => {
            Ok(Acting::default())
        }
        ActorKind::System | ActorKind::Citizen | ActorKind::Group | ActorKind::Unknown => Err(nobody()),
    }
}

/// Whether the event completes a step that waits for this outside party, or one on which silence decides.
fn waits_for(fold: &Fold<'_>, whom: WaitsFor) -> bool {
    let step = fold.event.step.as_ref().and_then(|step| fold.drawn(step));
    matches!(fold.effect, Effect::Complete | Effect::Start)
        && step
            .is_some_and(|step| step.waits_for == Some(whom) || whom == WaitsFor::System && step.on_silence.is_some())
}

/// Whether the act is one that programs do by themselves.
fn is_automatic(fold: &Fold<'_>) -> bool {
    matches!(
        fold.effect,
        Effect::Receive | Effect::Suspend | Effect::Resume | Effect::Assign | Effect::Stop | Effect::Note
    )
}

fn is_open_to_citizens(effect: Effect) -> bool {
    matches!(effect, Effect::Receive | Effect::Resume | Effect::Stop | Effect::Rate | Effect::Note)
}

fn person(fold: &Fold<'_>, officer: &OfficerId) -> Outcome<Acting> {
    let staff = fold.rules.staff();
    let wanted = fold.event.on_behalf_of.as_ref();
    let mut acting = Acting { officer: Some(officer.clone()), principal: None };
    let mut take = |grant: Grant| {
        acting.principal =
            grant.principal().filter(|principal| *principal != officer).cloned().or(acting.principal.take());
    };
    let declared = fold.act.and_then(|act| act.role.clone());
    let is_declared = declared.is_some();
    // Everybody who acts must be employed on that day and cleared for the secrecy of the case.
    let unit = fold.act.and_then(|act| act.unit.clone()).or_else(|| fold.case.unit.clone());
    let right = Right { role: declared, unit, secrecy: fold.case.secrecy };
    take(staff.may_for(officer, wanted, &right, fold.on).map_err(|denial| {
        // If the event names an open step, the denial for its right is more useful: it names who has the right.
        let step = fold.event.step.as_ref().filter(|step| !is_declared && fold.case.open(step).is_some());
        let of_step = step.and_then(|step| staff.may_for(officer, wanted, &step_right(fold, step), fold.on).err());
        of_step.filter(|of_step| of_step.lack == denial.lack).unwrap_or(denial)
    })?);
    if fold.effect == Effect::Sign {
        signing::check(fold, officer)?;
    }
    match fold.effect {
        Effect::Claim | Effect::Start | Effect::Complete | Effect::Return => {
            let step = fold.open_step()?;
            take(may_do(fold, officer, wanted, step)?);
        }
        Effect::Sign | Effect::Issue | Effect::Deliver
            if fold.event.step.as_ref().is_some_and(|step| fold.case.open(step).is_some()) =>
        {
            take(may_do(fold, officer, wanted, fold.open_step()?)?);
        }
        Effect::Assign | Effect::Forward => {
            may_pass_on(fold, officer, wanted)?;
            check_assignee(fold)?;
        }
        // The officer who did the step may recall it; `effect::recall` checks that.
        Effect::Recall | Effect::Rate | Effect::Note | Effect::Inspect | Effect::Dispute => {}
        _ if is_declared => {}
        // Moving the due, deciding a dispute and reopening are reserved to heads: handlers would decide in their own
        // favour.
        Effect::Reopen | Effect::Extend | Effect::Decide => must_head(fold, officer)?,
        Effect::Receive
        | Effect::Accept
        | Effect::Suspend
        | Effect::Resume
        | Effect::Restart
        | Effect::Sign
        | Effect::Issue
        | Effect::HandOver
        | Effect::Deliver
        | Effect::Stop
        | Effect::Apologise => may_handle(fold, officer, wanted)?,
    }
    Ok(acting)
}

/// Whether an officer may begin a case at the step that the event names.
pub(super) fn may_begin(fold: &Fold<'_>, acting: &Acting) -> Outcome<()> {
    let (Some(step), Some(officer)) = (&fold.event.step, &acting.officer) else { return Ok(()) };
    fold.rules.staff().may_for(officer, fold.event.on_behalf_of.as_ref(), &step_right(fold, step), fold.on)?;
    Ok(())
}

/// The right that a step requires.
fn step_right(fold: &Fold<'_>, step: &StepId) -> Right {
    let drawn = fold.drawn(step);
    let open = fold.case.open(step).and_then(|open| open.unit.clone());
    let unit = open.or_else(|| drawn.and_then(|step| step.unit.clone())).or_else(|| fold.case.unit.clone());
    Right { role: drawn.and_then(|step| step.role.clone()), unit, secrecy: fold.case.secrecy }
}

/// Whether an officer may do an open step: has its role, is its holder or the holder's substitute, and has not done a
/// step that must be in other hands.
fn may_do(fold: &Fold<'_>, officer: &OfficerId, wanted: Option<&OfficerId>, step: &StepId) -> Outcome<Grant> {
    let staff = fold.rules.staff();
    let right = step_right(fold, step);
    let lead = fold.case.locked_by(step).filter(|lead| *lead != officer);
    let grant = match lead {
        None => staff.may_for(officer, wanted, &right, fold.on)?,
        Some(lead) => staff.may_for(officer, Some(lead), &right, fold.on).map_err(|_| {
            // For an officer without any right, the missing right explains more than the name of the holder.
            match staff.may(officer, &right, fold.on) {
                Err(denial) => Box::<Refusal>::from(denial),
                Ok(_) => held_by_other(fold, step, &right),
            }
        })?,
    };
    // A step without a role cannot be done by a substitute: there is no right to delegate.
    if lead.is_some() && right.role.is_none() {
        return Err(held_by_other(fold, step, &right));
    }
    let mut eyes = vec![officer];
    eyes.extend(grant.principal());
    eyes.extend(wanted);
    four_eyes(fold, step, &eyes)?;
    Ok(grant)
}

/// The refusal for a step that another officer holds; it names the holder and since when.
fn held_by_other(fold: &Fold<'_>, step: &StepId, right: &Right) -> Box<Refusal> {
    let leads = |holder: &&Holder| holder.step == *step && holder.involvement == Involvement::Lead;
    let lead = fold.case.holders.iter().find(leads);
    let fault = Error::new(Code::HeldByOther).with("step", step);
    let fault = fault.with("holder", lead.map_or("–", |lead| lead.officer.as_str()));
    let since = |lead: &Holder| (lead.officer.clone(), Some(fold.rules.zone().date_of(lead.since.at)));
    Box::new(Refusal::from(fault).missing(right).held_by(lead.map(since)))
}

/// Refuses a step to an officer who did one that must be in other hands, as principal or as substitute.
fn four_eyes(fold: &Fold<'_>, step: &StepId, eyes: &[&OfficerId]) -> Outcome<()> {
    let apart = |other: &StepId| {
        let names = |one: Option<&Step>, two: &StepId| one.is_some_and(|one| one.not_by.contains(two));
        names(fold.drawn(step), other) || names(fold.drawn(other), step)
    };
    for done in fold.case.done.iter().filter(|done| !done.undone && apart(&done.step)) {
        let same = done.officer.iter().chain(&done.principal).find(|doer| eyes.contains(doer));
        if let Some(officer) = same {
            let fault = Error::new(Code::FourEyes).with("officer", officer).with("other", &done.step);
            let (staff, right) = (fold.rules.staff(), step_right(fold, step));
            let doers: Vec<&OfficerId> = done.officer.iter().chain(&done.principal).collect();
            let holders = right.role.iter().flat_map(|role| staff.holders(role, right.unit.as_ref(), fold.on));
            let others = holders.filter(|(id, grant)| {
                !doers.contains(id) && !grant.principal().is_some_and(|principal| doers.contains(&principal))
            });
            let others = others.map(|(id, grant)| (id.clone(), grant.since()));
            return Err(Box::new(Refusal::from(fault.with("step", step)).missing(&right).held_by(others)));
        }
    }
    Ok(())
}

/// The first day on which an officer heads a unit or one above it, by the appointments of the day. `None` if the
/// officer does not; `Some(None)` if the officer does but the first day is unknown.
fn heads_since(fold: &Fold<'_>, officer: &OfficerId, unit: Option<&UnitId>) -> Option<Option<Date>> {
    let staff = fold.rules.staff();
    let organisation = staff.organisation();
    let leads = |held: &&Appointment| {
        let position = organisation.position(&held.position.value);
        position.is_some_and(|position| position.standing != Rank::Member)
            && unit.is_none_or(|unit| organisation.is_within(unit, &held.unit.value))
    };
    staff.officer(officer)?.appointed(fold.on).find(leads).map(|held| held.valid_from)
}

fn heads(fold: &Fold<'_>, officer: &OfficerId, unit: Option<&UnitId>) -> bool {
    heads_since(fold, officer, unit).is_some()
}

fn must_head(fold: &Fold<'_>, officer: &OfficerId) -> Outcome<()> {
    let unit = fold.case.unit.as_ref();
    if heads(fold, officer, unit) {
        return Ok(());
    }
    let officers = fold.rules.staff().officers().map(|(id, _)| id);
    let held_by = officers.filter_map(|id| Some((id.clone(), heads_since(fold, id, unit)?)));
    let fault = Error::new(Code::NoRight)
        .with("vi", format!("{officer} không phải lãnh đạo đơn vị đang giải quyết"))
        .with("en", format!("{officer} does not head the unit that the case is with"));
    Err(Box::new(Refusal::from(fault).held_by(held_by)))
}

/// Whether an officer may pass a step on: its holder, the head of the unit, or, while nobody holds it, the officer who
/// did the step before it or who could do it.
fn may_pass_on(fold: &Fold<'_>, officer: &OfficerId, wanted: Option<&OfficerId>) -> Outcome<()> {
    if fold.workflow.is_none() && fold.event.step.as_ref().is_none_or(|step| fold.case.open(step).is_none()) {
        return may_handle(fold, officer, wanted);
    }
    let step = fold.open_step()?;
    let right = step_right(fold, step);
    if fold.case.lead(step) == Some(officer) || heads(fold, officer, right.unit.as_ref()) {
        return Ok(());
    }
    let sent = fold.case.done.iter().rev().find(|done| !done.undone && done.led_to.contains(step));
    let sender = sent.is_some_and(|done| done.officer.iter().chain(&done.principal).any(|doer| doer == officer));
    match fold.case.lead(step) {
        None if sender => Ok(()),
        Some(lead) if fold.rules.staff().may_for(officer, Some(lead), &right, fold.on).is_ok() => Ok(()),
        Some(_) => Err(held_by_other(fold, step, &right)),
        None => Ok(fold.rules.staff().may_for(officer, wanted, &right, fold.on).map(|_| ())?),
    }
}

/// Checks whether the assignee of a step may do it.
fn check_assignee(fold: &Fold<'_>) -> Outcome<()> {
    let staff = fold.rules.staff();
    let Some(assignee) = &fold.event.assignee else {
        return match &fold.event.unit {
            Some(_) => Ok(()),
            None => Err(Error::new(Code::NoAssignee).with("act", &fold.event.act).into()),
        };
    };
    let assignee = staff.find(assignee.as_str()).unwrap_or(assignee);
    let Some(step) = &fold.event.step else {
        return Err(Error::new(Code::NoStep).with("act", &fold.event.act).into());
    };
    let mut right = step_right(fold, step);
    if fold.event.unit.is_some() && fold.drawn(step).is_none_or(|step| step.unit.is_none()) {
        right.unit.clone_from(&fold.event.unit);
    }
    let grant = staff.may(assignee, &right, fold.on)?;
    let eyes: Vec<&OfficerId> = std::iter::once(assignee).chain(grant.principal()).collect();
    four_eyes(fold, step, &eyes)
}

/// Checks the officer whom an act names for the step that follows: a name without the right to the step is refused.
/// `bound` says whether the name found a step.
pub(super) fn check_named(fold: &Fold<'_>, bound: Option<bool>) -> Outcome<()> {
    let (Some(assignee), Some(_)) = (&fold.event.assignee, bound) else { return Ok(()) };
    let assignee = fold.rules.staff().find(assignee.as_str()).unwrap_or(assignee);
    let named = |holder: &&Holder| holder.by == HeldBy::Naming && holder.officer == *assignee;
    let Some(named) = fold.case.holders.iter().find(named) else { return Ok(()) };
    let grant = fold.rules.staff().may(assignee, &step_right(fold, &named.step), fold.on)?;
    let eyes: Vec<&OfficerId> = std::iter::once(assignee).chain(grant.principal()).collect();
    four_eyes(fold, &named.step, &eyes)
}

/// Whether an officer may handle the case as a whole: holds one of its steps, has a role in its workflow, or heads its
/// unit.
fn may_handle(fold: &Fold<'_>, officer: &OfficerId, wanted: Option<&OfficerId>) -> Outcome<()> {
    let holds = fold.case.holders.iter().any(|holder| holder.officer == *officer);
    if holds || heads(fold, officer, fold.case.unit.as_ref()) {
        return Ok(());
    }
    let mut steps = fold.workflow.map(|workflow| workflow.steps()).unwrap_or_default().iter().peekable();
    if steps.peek().is_none() {
        return Ok(());
    }
    let mut refusal = None;
    for step in steps.filter(|step| step.role.is_some()) {
        match fold.rules.staff().may_for(officer, wanted, &step_right(fold, &step.id), fold.on) {
            Ok(_) => return Ok(()),
            Err(denial) => refusal = refusal.or(Some(denial)),
        }
    }
    refusal.map_or(Ok(()), |denial| Err(denial.into()))
}
