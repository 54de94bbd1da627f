//! What an event needs besides somebody with the right to it: its office, its unit, the people it names, and the
//! signature before what is signed goes out.

use super::data::read;
use super::desk::{Bar, Desk};
use super::event::Effect;
use super::fold::Fold;
use super::objections::is_due_first;
use super::refusal::{Outcome, Refusal};
use crate::base::error::{Code, Error};
use crate::base::ids::{OfficerId, StepId};
use crate::people::{Rank, Right};
use crate::workflow::{Step, Target, Workflow};
use std::collections::BTreeSet;

/// Checks that the event is one of the office of the case, and that its unit is in force on that day.
pub(super) fn place(fold: &Fold<'_>) -> Outcome<()> {
    if let Some(office) = fold.event.office.as_ref().filter(|office| Some(*office) != fold.case.office.as_ref()) {
        let own = fold.case.office.as_ref().map_or("–", |own| own.as_str());
        return Err(Error::new(Code::OtherOffice).with("event", office).with("case", own).into());
    }
    match &fold.event.unit {
        Some(unit) => Ok(fold.rules.staff().organisation().check_unit(unit, fold.on)?),
        None => Ok(()),
    }
}

/// Checks the officers to whom an assignment gives something, whoever assigns: the lead may do the step, and those who
/// cooperate or are informed are employed and cleared.
pub(super) fn named(fold: &Fold<'_>) -> Outcome<()> {
    if !matches!(fold.effect, Effect::Assign | Effect::Forward) {
        return Ok(());
    }
    assignee(fold)?;
    let staff = fold.rules.staff();
    let right = Right { role: None, unit: None, secrecy: fold.case.secrecy };
    for name in ["cooperating", "informed"] {
        let Some(given) = fold.entry(name) else { continue };
        for officer in read::<Vec<OfficerId>>(given)? {
            let officer = staff.find(officer.as_str()).unwrap_or(&officer);
            staff.may(officer, &right, fold.on)?;
        }
    }
    Ok(())
}

fn assignee(fold: &Fold<'_>) -> Outcome<()> {
    let Some(assignee) = &fold.event.assignee else {
        return match &fold.event.unit {
            Some(_) => Ok(()),
            None => Err(Error::new(Code::NoAssignee).with("act", &fold.event.act).into()),
        };
    };
    let Some(step) = &fold.event.step else {
        return Err(Error::new(Code::NoStep).with("act", &fold.event.act).into());
    };
    let desk = Desk::of(fold);
    let assignee = desk.staff.find(assignee.as_str()).unwrap_or(assignee);
    let mut right = desk.right(step);
    if fold.event.unit.is_some() && fold.drawn(step).is_none_or(|step| step.unit.is_none()) {
        right.unit.clone_from(&fold.event.unit);
    }
    match desk.may_get(assignee, step, &right) {
        Ok(_) => Ok(()),
        Err(bar) => Err(refuse(&desk, assignee, step, &right, bar, desk.who_may_get(step, &right))),
    }
}

/// The refusal of a step to an officer, naming those who have the right.
pub(super) fn refuse(
    desk: &Desk<'_>,
    officer: &OfficerId,
    step: &StepId,
    right: &Right,
    bar: Bar<'_>,
    mut holders: Vec<(OfficerId, Option<crate::base::time::Date>)>,
) -> Box<Refusal> {
    holders.retain(|(id, _)| id != officer);
    match bar {
        Bar::Lack(lack) => Box::new(desk.staff.denial_of(officer, right, lack, holders, desk.on)).into(),
        Bar::Eyes { doer, done } => {
            let fault = Error::new(Code::FourEyes).with("officer", doer).with("other", &done.step).with("step", step);
            Box::new(Refusal::from(fault).missing(right).held_by(holders))
        }
        Bar::Held => {
            let lead = desk.case.lead(step);
            let fault = Error::new(Code::HeldByOther).with("step", step);
            let fault = fault.with("holder", lead.map_or("–", OfficerId::as_str));
            Box::new(Refusal::from(fault).missing(right))
        }
    }
}

/// The rights of which an act needs one because the rulebook narrows its effect; empty if it does not.
///
/// The event's own act comes first. An act under the name of the effect itself is a rule on the effect, and so on every
/// other act of it that names no role. Where only acts of other names have a role, the effect under its own name needs
/// one of these roles: else it would be a way around them. Acts on a step need the right of the step under any name, and
/// a remark changes nothing, so for these an act of another name narrows itself alone.
pub(super) fn narrowed(fold: &Fold<'_>) -> Vec<Right> {
    let right = |act: &super::spec::ActSpec| {
        let unit = act.unit.clone().or_else(|| fold.case.unit.clone());
        act.role.clone().map(|role| Right { role: Some(role), unit, secrecy: fold.case.secrecy })
    };
    let own = || fold.rules.act(fold.effect.as_str()).filter(|act| act.effect == fold.effect);
    if let Some(right) = fold.act.and_then(right).or_else(|| own().and_then(right)) {
        return vec![right];
    }
    if works_on_step(fold.effect) || fold.effect == Effect::Note {
        return Vec::new();
    }
    let acts = fold.rules.act_names().into_iter().filter_map(|name| fold.rules.act(name));
    acts.filter(|act| act.effect == fold.effect).filter_map(right).collect()
}

/// Whether an effect needs the right of the step that the event names.
pub(super) fn works_on_step(effect: Effect) -> bool {
    matches!(
        effect,
        Effect::Assign
            | Effect::Claim
            | Effect::Start
            | Effect::Complete
            | Effect::Forward
            | Effect::Return
            | Effect::Recall
            | Effect::Sign
    )
}

/// Checks what must be on record before the act: a reason where the rulebook asks for one under the name of the effect,
/// and before anything goes out, its signature.
pub(super) fn record(fold: &Fold<'_>) -> Outcome<()> {
    let own = fold.rules.act(fold.effect.as_str()).filter(|act| act.effect == fold.effect);
    if own.is_some_and(|act| act.reason) {
        fold.reason()?;
    }
    match fold.workflow {
        Some(workflow) if fold.effect == Effect::Issue => issued(fold, workflow),
        _ => Ok(()),
    }
}

/// A document gets its number after the signature (Decree 30/2020/NĐ-CP art. 15). As for handing over, no step may be
/// open that must be done first, except the one where the number is given; and no step that is signed may still lie
/// ahead of an open one.
fn issued(fold: &Fold<'_>, workflow: &Workflow) -> Outcome<()> {
    let open: Vec<usize> = fold.case.open_steps.iter().filter_map(|open| workflow.position(&open.step)).collect();
    let here = fold.event.step.as_ref().and_then(|step| workflow.position(step));
    let refused = |code: Code, steps: Vec<usize>| {
        let steps: Vec<&str> = steps.iter().filter_map(|step| Some(workflow.steps().get(*step)?.id.as_str())).collect();
        Err(Error::new(code).with("act", &fold.event.act).with("steps", steps.join(", ")).into())
    };
    let due_first = |step: &usize| workflow.steps().get(*step).is_some_and(|step| is_due_first(step, false));
    let left: Vec<usize> = open.iter().copied().filter(|step| Some(*step) != here && due_first(step)).collect();
    if !left.is_empty() {
        return refused(Code::WorkLeft, left);
    }
    let signs = signing(fold, workflow);
    let is_done = |step: usize| {
        let id = workflow.steps().get(step).map(|step| &step.id);
        fold.case.done.iter().any(|done| !done.undone && Some(&done.step) == id)
    };
    let mut unsigned = BTreeSet::new();
    for from in open {
        let ahead = reachable(workflow, from);
        for step in signs.iter().copied().filter(|step| *step == from || ahead.contains(step)) {
            // In a loop, a signature that leads here counts; what is signed at this very step counts if it was.
            let counts = is_done(step) && (step == from || reachable(workflow, step).contains(&from));
            if !counts {
                unsigned.insert(step);
            }
        }
    }
    if unsigned.is_empty() { Ok(()) } else { refused(Code::NotSigned, unsigned.into_iter().collect()) }
}

/// The steps that are signed: those whose role only heads and deputies have; where positions do not say who heads, those
/// that make a product.
fn signing(fold: &Fold<'_>, workflow: &Workflow) -> Vec<usize> {
    let organisation = fold.rules.staff().organisation();
    let leads = |step: &Step| {
        step.role.as_ref().is_some_and(|role| {
            let mut given = organisation.positions().filter(|(_, position)| position.roles.contains(role)).peekable();
            given.peek().is_some() && given.all(|(_, position)| position.standing != Rank::Member)
        })
    };
    let of = |signs: &dyn Fn(&Step) -> bool| -> Vec<usize> {
        workflow.steps().iter().enumerate().filter(|(_, step)| signs(step)).map(|(index, _)| index).collect()
    };
    let by_leaders = of(&leads);
    if by_leaders.is_empty() { of(&|step| step.product.is_some()) } else { by_leaders }
}

/// The steps to which flows lead from a step.
fn reachable(workflow: &Workflow, from: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut next = vec![from];
    while let Some(step) = next.pop() {
        for target in workflow.successors(step) {
            if let Target::Step(to) = target
                && found.insert(to)
            {
                next.push(to);
            }
        }
    }
    found
}
