//! Checks who may do an act on a case: roles, holders, separation of duties (*bốn mắt*), secrecy, and delegations.

use super::admission;
use super::course::HeldBy;
use super::desk::{Bar, Desk};
use super::event::{ActorKind, Effect};
use super::fold::Fold;
use super::refusal::{Outcome, Refusal};
use super::signing;
use super::state::{DoneStep, Holder, Involvement};
use crate::base::error::{Code, Error};
use crate::base::ids::{OfficerId, StepId, UnitId};
use crate::people::{Grant, Rank, Right};
use crate::workflow::{Step, StepClock, WaitsFor};

/// Who acts, and on whose behalf.
#[derive(Clone, Debug, Default)]
pub(super) struct Acting {
    pub(super) officer: Option<OfficerId>,
    /// The officer who gave the delegation, if a substitute acts.
    pub(super) principal: Option<OfficerId>,
}

/// Checks whether the event may happen, and whether its actor has the right to it.
pub(super) fn check(fold: &Fold<'_>) -> Outcome<Acting> {
    let (level, limit) = (fold.case.secrecy, fold.rules.secrecy_limit());
    if level > limit {
        return Err(Error::new(Code::TooSecret).with("level", level).with("limit", limit).into());
    }
    admission::place(fold)?;
    let acting = actor(fold)?;
    admission::named(fold)?;
    admission::record(fold)?;
    Ok(acting)
}

fn actor(fold: &Fold<'_>) -> Outcome<Acting> {
    let actor = fold.event.actor.as_ref();
    let nobody = || Box::<Refusal>::from(Error::new(Code::NoActor).with("act", &fold.event.act));
    match actor.map_or(ActorKind::Unknown, |actor| actor.kind) {
        ActorKind::Person => {
            let id = actor.and_then(|actor| actor.id.as_ref()).ok_or_else(nobody)?;
            person(fold, fold.rules.staff().find(id.as_str()).unwrap_or(id))
        }
        ActorKind::System if system(fold) => Ok(Acting::default()),
        ActorKind::Citizen if citizen(fold) => Ok(Acting::default()),
        ActorKind::System | ActorKind::Citizen | ActorKind::Group | ActorKind::Unknown => Err(nobody()),
    }
}

/// Whether a program may do the act: it ends the steps that wait for it or that silence decides, and does what programs
/// do by themselves, unless the rulebook reserves that for a role. A leader's due is given by a person.
fn system(fold: &Fold<'_>) -> bool {
    let ends = |step: &Step| step.waits_for == Some(WaitsFor::System) || step.on_silence.is_some();
    let open = |step: &&Step| step.ended_by.is_none() || ends(step);
    match fold.effect {
        Effect::Complete | Effect::Start => named(fold).is_some_and(ends),
        Effect::Receive | Effect::Suspend | Effect::Stop | Effect::Note => !is_reserved(fold),
        Effect::Resume => !is_reserved(fold) && resumed(fold).iter().all(open),
        Effect::Assign => !is_reserved(fold) && fold.entry("due").is_none(),
        _ => false,
    }
}

/// Whether the citizen may do the act: answer what is asked of him, withdraw, rate, remark.
fn citizen(fold: &Fold<'_>) -> bool {
    let asked = |step: &Step| step.waits_for == Some(WaitsFor::Citizen);
    match fold.effect {
        Effect::Complete | Effect::Start => named(fold).is_some_and(asked),
        Effect::Resume => resumed(fold).into_iter().all(asked),
        Effect::Receive | Effect::Stop | Effect::Rate | Effect::Note => true,
        _ => false,
    }
}

/// Whether the rulebook narrows the act to roles, which a program does not have.
fn is_reserved(fold: &Fold<'_>) -> bool {
    !admission::narrowed(fold).is_empty()
}

/// The step that the event names.
fn named<'a>(fold: &Fold<'a>) -> Option<&'a Step> {
    fold.event.step.as_ref().and_then(|step| fold.drawn(step))
}

/// The open steps for which the clock is suspended and which a resumption ends or passes by: the one that the event
/// names, otherwise that of its reason, otherwise all. Naming any other step does not change which are meant.
fn resumed<'a>(fold: &Fold<'a>) -> Vec<&'a Step> {
    let open = fold.case.open_steps.iter().filter_map(|open| fold.drawn(&open.step));
    let waiting: Vec<&Step> = open.filter(|step| step.clock != StepClock::Run).collect();
    let is = |name: Option<&str>| waiting.iter().copied().filter(|step| Some(step.id.as_str()) == name).collect();
    let named: Vec<&Step> = is(fold.event.step.as_ref().map(StepId::as_str));
    match fold.text("reason") {
        _ if !named.is_empty() => named,
        Some(reason) => is(Some(reason)),
        None => waiting,
    }
}

fn person(fold: &Fold<'_>, officer: &OfficerId) -> Outcome<Acting> {
    let desk = Desk::of(fold);
    let staff = desk.staff;
    let wanted = fold.event.on_behalf_of.as_ref().map(|wanted| staff.find(wanted.as_str()).unwrap_or(wanted));
    let wanted = wanted.filter(|wanted| *wanted != officer);
    let mut acting = Acting { officer: Some(officer.clone()), principal: None };
    let mut take = |grant: Grant| {
        acting.principal =
            grant.principal().filter(|principal| *principal != officer).cloned().or(acting.principal.take());
    };
    // Everybody who acts must be employed on that day and cleared for the secrecy of the case.
    let narrowed = admission::narrowed(fold);
    take(enter(fold, &desk, officer, wanted, &narrowed)?);
    if fold.effect == Effect::Sign {
        signing::check(fold, officer)?;
    }
    let is_open = |step: &StepId| fold.case.open(step).is_some();
    match fold.effect {
        Effect::Claim | Effect::Start | Effect::Complete | Effect::Return => {
            take(may_do(&desk, officer, wanted, fold.open_step()?)?);
        }
        // Where nothing is open and no workflow says who signs, whoever handles the case does.
        Effect::Sign if fold.workflow.is_some() || !fold.case.open_steps.is_empty() => {
            take(may_do(&desk, officer, wanted, fold.open_step()?)?);
        }
        Effect::Issue if fold.event.step.is_some() => {
            take(may_do(&desk, officer, wanted, fold.open_step()?)?);
        }
        Effect::Deliver if fold.event.step.as_ref().is_some_and(is_open) => {
            take(may_do(&desk, officer, wanted, fold.open_step()?)?);
        }
        Effect::Assign | Effect::Forward => may_pass_on(fold, &desk, officer, wanted)?,
        // Who may end the step that is waited for is said by the step.
        Effect::Resume if !resumed(fold).is_empty() => {
            for step in resumed(fold) {
                take(may_do(&desk, officer, wanted, &step.id)?);
            }
        }
        // The officer who did the step may recall it; `objections` checks that.
        Effect::Recall => may_recall(fold, &desk, officer)?,
        Effect::Rate | Effect::Note | Effect::Inspect | Effect::Dispute => {}
        _ if !narrowed.is_empty() => {}
        // Moving the due, deciding a dispute and reopening are reserved to heads: handlers would decide in their own
        // favour.
        Effect::Reopen | Effect::Extend | Effect::Decide => must_head(&desk, officer, fold.case.unit.as_ref())?,
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
        | Effect::Apologise => {
            take(may_handle(&desk, officer, wanted)?);
        }
    }
    Ok(acting)
}

/// Whether an officer is employed and cleared, represents whom the event says, and has one of the roles to which the
/// rulebook narrows the act.
fn enter(
    fold: &Fold<'_>,
    desk: &Desk<'_>,
    officer: &OfficerId,
    wanted: Option<&OfficerId>,
    narrowed: &[Right],
) -> Outcome<Grant> {
    let staff = desk.staff;
    if let [first, rest @ ..] = narrowed {
        let mut found = staff.may_for(officer, wanted, first, fold.on);
        for right in rest {
            found = found.or_else(|denial| staff.grant(officer, wanted, right, fold.on).map_err(|_| denial));
        }
        return Ok(found?);
    }
    let step = fold.event.step.as_ref().filter(|step| fold.case.open(step).is_some());
    // Whom a substitute represents in a step is judged with the right of the step.
    let wanted = wanted.filter(|_| !admission::works_on_step(fold.effect) && step.is_none());
    let right = Right { role: None, unit: None, secrecy: fold.case.secrecy };
    let denial = match staff.may_for(officer, wanted, &right, fold.on) {
        Ok(grant) => return Ok(grant),
        Err(denial) => denial,
    };
    // If the event names an open step, the denial for its right is more useful: it names who has the right.
    let same = |step: &StepId| {
        let right = desk.right(step);
        let lack = staff.grant(officer, wanted, &right, fold.on).err().filter(|lack| *lack == denial.lack)?;
        Some(admission::refuse(desk, officer, step, &right, Bar::Lack(lack), desk.who_may(step)))
    };
    Err(step.and_then(same).unwrap_or_else(|| denial.into()))
}

/// Whether an officer may do an open step.
fn may_do(desk: &Desk<'_>, officer: &OfficerId, wanted: Option<&OfficerId>, step: &StepId) -> Outcome<Grant> {
    desk.may_do(officer, wanted, step).map_err(|bar| match bar {
        Bar::Held => held_by_other(desk, step),
        bar => admission::refuse(desk, officer, step, &desk.right(step), bar, desk.who_may(step)),
    })
}

/// The refusal for a step that another officer holds; it names the holder and since when.
fn held_by_other(desk: &Desk<'_>, step: &StepId) -> Box<Refusal> {
    let leads = |holder: &&Holder| holder.step == *step && holder.involvement == Involvement::Lead;
    let lead = desk.case.holders.iter().find(leads);
    let fault = Error::new(Code::HeldByOther).with("step", step);
    let fault = fault.with("holder", lead.map_or("–", |lead| lead.officer.as_str()));
    let since = |lead: &Holder| (lead.officer.clone(), Some(desk.zone.date_of(lead.since.at)));
    Box::new(Refusal::from(fault).missing(&desk.right(step)).held_by(lead.map(since)))
}

fn must_head(desk: &Desk<'_>, officer: &OfficerId, unit: Option<&UnitId>) -> Outcome<()> {
    let staff = desk.staff;
    if staff.heads(officer, unit, desk.on).is_some() {
        return Ok(());
    }
    let cleared = |id: &OfficerId| staff.clearance(id, desk.on) >= desk.case.secrecy;
    let officers = staff.officers().map(|(id, _)| id).filter(|id| cleared(id));
    let held_by = officers.filter_map(|id| Some((id.clone(), staff.heads(id, unit, desk.on)?.valid_from)));
    let fault = Error::new(Code::NoRight)
        .with("vi", format!("{officer} không phải lãnh đạo đơn vị đang giải quyết"))
        .with("en", format!("{officer} does not head the unit that the case is with"));
    Err(Box::new(Refusal::from(fault).held_by(held_by)))
}

/// Whether an officer may handle the case as a whole.
fn may_handle(desk: &Desk<'_>, officer: &OfficerId, wanted: Option<&OfficerId>) -> Outcome<Grant> {
    desk.handles(officer, wanted).map_err(|lack| {
        let any = || Right { role: None, unit: desk.case.unit.clone(), secrecy: desk.case.secrecy };
        let right = desk.rights().into_iter().next().unwrap_or_else(any);
        let mut holders = desk.those(|id| desk.handles(id, None).ok());
        holders.retain(|(id, _)| id != officer);
        Box::new(desk.staff.denial_of(officer, &right, lack, holders, desk.on)).into()
    })
}

/// Whether an officer may pass a step on: the head of its unit, its holder while the right to the step lasts, or, while
/// nobody holds it, the officer who did the step before it or who could do it. A leader's due (*hạn theo bút phê*) comes
/// with an assignment; with a transfer it takes a head, or the holder would set his own.
fn may_pass_on(fold: &Fold<'_>, desk: &Desk<'_>, officer: &OfficerId, wanted: Option<&OfficerId>) -> Outcome<()> {
    if fold.workflow.is_none() && fold.event.step.as_ref().is_none_or(|step| fold.case.open(step).is_none()) {
        return may_handle(desk, officer, wanted).map(|_| ());
    }
    let step = fold.open_step()?;
    let (right, staff) = (desk.right(step), desk.staff);
    if staff.heads(officer, right.unit.as_ref(), fold.on).is_some() || rescues(desk, officer, right.unit.as_ref()) {
        return Ok(());
    }
    if fold.effect == Effect::Forward && fold.entry("due").is_some() {
        return must_head(desk, officer, right.unit.as_ref());
    }
    let sent = fold.case.done.iter().rev().find(|done| !done.undone && done.led_to.contains(step));
    let sent = sent.filter(|done| doers(done).any(|doer| doer == officer));
    let sender = sent.is_some_and(|done| desk.lasts(officer, &done.step).is_ok());
    match fold.case.lead(step) {
        None if sender => Ok(()),
        Some(lead) if lead != officer => {
            let by_delegation = right.role.is_some() && staff.grant(officer, Some(lead), &right, fold.on).is_ok();
            if by_delegation { Ok(()) } else { Err(held_by_other(desk, step)) }
        }
        _ => match desk.grant(officer, wanted, &right) {
            Ok(_) => Ok(()),
            Err(lack) => Err(admission::refuse(desk, officer, step, &right, Bar::Lack(lack), desk.who_may(step))),
        },
    }
}

/// Who did a step takes it back only while the right to it lasts: it comes back into the same hands.
fn may_recall(fold: &Fold<'_>, desk: &Desk<'_>, officer: &OfficerId) -> Outcome<()> {
    let Some(step) = &fold.event.step else { return Ok(()) };
    let did = |done: &DoneStep| !done.undone && done.step == *step && doers(done).any(|doer| doer == officer);
    match desk.case.done.iter().any(did).then(|| desk.lasts(officer, step)) {
        Some(Err(lack)) => {
            let right = desk.right(step);
            Err(admission::refuse(desk, officer, step, &right, Bar::Lack(lack), Vec::new()))
        }
        _ => Ok(()),
    }
}

/// Who did a step: the officer, and who was represented.
fn doers(done: &DoneStep) -> impl Iterator<Item = &OfficerId> {
    done.officer.iter().chain(&done.principal)
}

/// Work that lies at a unit which ended without successors is passed on by the heads of the units that were above it:
/// nobody else has it.
fn rescues(desk: &Desk<'_>, officer: &OfficerId, unit: Option<&UnitId>) -> bool {
    let organisation = desk.staff.organisation();
    let left = |unit: &&UnitId| organisation.has_ended(unit, desk.on) && organisation.working(unit, desk.on).is_empty();
    unit.filter(left).is_some_and(|unit| {
        desk.staff.posts(officer, desk.on).any(|(held, position)| {
            position.standing != Rank::Member && organisation.is_within(unit, &held.unit.value, desk.on)
        })
    })
}

/// Whether an officer may begin a case at the step that the event names.
pub(super) fn may_begin(fold: &Fold<'_>, acting: &Acting) -> Outcome<()> {
    let (Some(step), Some(officer)) = (&fold.event.step, &acting.officer) else { return Ok(()) };
    may_get(&Desk::of(fold), officer, step)
}

/// Checks the officer whom an act names for the step that follows: a name without the right to the step is refused.
/// `bound` says whether the name found a step.
pub(super) fn check_named(fold: &Fold<'_>, bound: Option<bool>) -> Outcome<()> {
    let (Some(assignee), Some(_)) = (&fold.event.assignee, bound) else { return Ok(()) };
    let desk = Desk::of(fold);
    let assignee = desk.staff.find(assignee.as_str()).unwrap_or(assignee);
    let named = |holder: &&Holder| holder.by == HeldBy::Naming && holder.officer == *assignee;
    match fold.case.holders.iter().find(named) {
        Some(named) => may_get(&desk, assignee, &named.step),
        None => Ok(()),
    }
}

/// Whether a step may be given to an officer.
fn may_get(desk: &Desk<'_>, officer: &OfficerId, step: &StepId) -> Outcome<()> {
    let right = desk.right(step);
    match desk.may_get(officer, step, &right) {
        Ok(_) => Ok(()),
        Err(bar) => Err(admission::refuse(desk, officer, step, &right, bar, desk.who_may_get(step, &right))),
    }
}
