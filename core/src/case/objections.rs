//! What speaks against an act in the state of a case, beside the right to do it (`authority`).

use super::authority::Acting;
use super::data::{merged, read};
use super::event::Effect;
use super::fold::Fold;
use super::refusal::Outcome;
use super::state::DoneStep;
use crate::base::error::{Code, Error};
use crate::base::ids::{OfficerId, StepId};
use crate::base::text::Text;
use crate::base::time::Stamp;
use crate::base::value::{Node, Value};
use crate::deadline::{Clock, ClockActKind, Limit, LimitSpec};
use crate::workflow::{Data, Silence, Step, StepClock, Target};

/// Refuses an act that the state of the case does not allow.
pub(super) fn check(fold: &Fold<'_>, acting: &Acting) -> Outcome<()> {
    if fold.act.is_some_and(|act| act.reason) {
        fold.reason()?;
    }
    // An act at a step needs a step that is open.
    let anywhere = fold.workflow.is_none() && fold.case.open_steps.is_empty();
    let at_step = matches!(fold.effect, Effect::Sign | Effect::Issue | Effect::HandOver | Effect::Deliver);
    if at_step && fold.event.step.is_some() && !anywhere {
        fold.open_step()?;
    }
    if fold.is_new {
        // Whoever receives a case at a step begins to work on it.
        super::authority::may_begin(fold, acting)?;
    }
    match fold.effect {
        Effect::Accept => accept(fold),
        Effect::Assign | Effect::Forward => pass_on(fold),
        Effect::Claim | Effect::Start => fold.open_step().map(drop),
        Effect::Complete => complete(fold, acting),
        Effect::HandOver | Effect::Deliver => hand_out(fold, acting),
        Effect::Return => give_back(fold),
        Effect::Recall => recall(fold, acting),
        Effect::Suspend => {
            // Without a given reason, the step that the case waits for is the reason.
            let step = fold.event.step.as_ref().filter(|step| fold.case.open(step).is_some());
            if fold.text("reason").or(step.map(StepId::as_str)).is_none() {
                fold.reason()?;
            }
            Ok(())
        }
        // The awaited paper, fee or opinion has arrived: the waiting step is done.
        Effect::Resume if waited(fold) => complete(fold, acting),
        Effect::Resume => resume(fold),
        Effect::Extend => {
            fold.reason()?;
            let lawful = !matches!(fold.entry("lawful").map(|node| &node.value), Some(Value::Bool(false)));
            if lawful { moves(fold) } else { reappoint(fold) }
        }
        Effect::Apologise => {
            fold.reason()?;
            reappoint(fold)
        }
        Effect::Stop => fold.reason().map(drop),
        Effect::Reopen => reopen(fold),
        Effect::Receive
        | Effect::Restart
        | Effect::Sign
        | Effect::Issue
        | Effect::Rate
        | Effect::Inspect
        | Effect::Dispute
        | Effect::Decide
        | Effect::Note => Ok(()),
    }
}

/// The rules of the day of acceptance must know the workflow.
fn accept(fold: &Fold<'_>) -> Outcome<()> {
    if let Some(workflow) = fold.case.versions.workflow.as_ref() {
        let workflow = fold.rules.workflow(workflow, fold.on)?;
        if !fold.is_new && workflow.marking(&fold.case.tokens).is_none() {
            return Err(Error::new(Code::OtherVersion).with("workflow", workflow.id()).into());
        }
    }
    Ok(())
}

fn pass_on(fold: &Fold<'_>) -> Outcome<()> {
    match (&fold.event.step, fold.workflow) {
        // Without a workflow, assigning a step opens it.
        (Some(step), None) if fold.effect == Effect::Assign && fold.case.open(step).is_none() => {}
        _ => drop(fold.open_step()?),
    }
    if let Some(given) = fold.entry("due") {
        read::<Stamp>(given)?;
    }
    Ok(())
}

fn complete(fold: &Fold<'_>, acting: &Acting) -> Outcome<()> {
    let step = fold.open_step()?;
    let mut outcome = fold.text("outcome").map(str::to_owned);
    let mut data = merged(&fold.case.data, fold.event.data.as_ref());
    if let Some(drawn) = fold.drawn(step) {
        if let Some(silence) = silence(fold, drawn, acting)? {
            outcome = Some(silence.as_str().to_owned());
            let news = [("outcome", Value::Text(silence.as_str().into()))];
            data = merged(&data, Some(&Node::from(Value::Map(news.into_iter().collect()))));
        }
        let allowed = |outcome: &String| drawn.outcomes.contains(outcome);
        if !drawn.outcomes.is_empty() && !outcome.as_ref().is_some_and(allowed) {
            let fault = Error::new(Code::OutcomeMissing).with("step", step);
            return Err(fault.with("allowed", drawn.outcomes.join(", ")).into());
        }
    }
    if let Some(workflow) = fold.workflow
        && let Some(position) = workflow.position(step)
    {
        let targets = workflow.route(position, &Data::new(&[&data]))?;
        workflow.fire(&fold.marking(workflow)?, position, &targets)?;
    }
    Ok(())
}

/// What silence means for the step, if a program closes it after its time is over.
fn silence(fold: &Fold<'_>, step: &Step, acting: &Acting) -> Outcome<Option<Silence>> {
    let program = acting.officer.is_none()
        && fold.event.actor.as_ref().is_some_and(|actor| actor.kind == super::event::ActorKind::System);
    let Some(silence) = step.on_silence.filter(|_| program) else { return Ok(None) };
    let ends = fold.case.open(&step.id).and_then(|open| open.budget_ends);
    match ends {
        Some(ends) if fold.event.at.at >= ends.at => Ok(Some(silence)),
        _ => {
            let until = ends.map_or_else(|| "–".to_owned(), |ends| ends.to_string());
            Err(Error::new(Code::SilenceTooEarly).with("step", &step.id).with("until", until).into())
        }
    }
}

/// Whether a step must be done before the result can go out. Every step must, except a last step that makes no product
/// and has no step it must be separated from (such as handing out), or one that this event completes.
pub(super) fn is_due_first(step: &Step, completed: bool) -> bool {
    let last = step.split.targets().iter().all(|target| *target == Target::End);
    !last || !completed && (step.product.is_some() || !step.not_by.is_empty())
}

fn hand_out(fold: &Fold<'_>, acting: &Acting) -> Outcome<()> {
    let open = fold.case.open_steps.iter().map(|open| &open.step);
    let completed = |step: &StepId| fold.effect == Effect::Deliver && fold.event.step.as_ref() == Some(step);
    let due_first = |step: &&StepId| fold.drawn(step).is_some_and(|drawn| is_due_first(drawn, completed(step)));
    let left: Vec<&str> = open.filter(due_first).map(StepId::as_str).collect();
    if !left.is_empty() {
        return Err(Error::new(Code::WorkLeft).with("act", &fold.event.act).with("steps", left.join(", ")).into());
    }
    match &fold.event.step {
        // The desk now has the result; its own step is still to be done.
        Some(step) if fold.effect == Effect::Deliver && fold.case.open(step).is_some() => complete(fold, acting),
        _ => Ok(()),
    }
}

fn give_back(fold: &Fold<'_>) -> Outcome<()> {
    fold.reason()?;
    let step = fold.open_step()?;
    let Some(workflow) = fold.workflow else { return Ok(()) };
    let wanted = fold.text("to").map(StepId::from);
    let led_here = |done: &&DoneStep| done.led_to.contains(step) && !done.undone;
    let to = wanted.or_else(|| fold.case.done.iter().rev().find(led_here).map(|done| done.step.clone()));
    let no_way = |to: &str| Error::new(Code::NoWayBack).with("step", step).with("to", to);
    let to = to.ok_or_else(|| no_way("–"))?;
    // A step is returned only to a step that was done: one that nobody did has nothing to do again.
    if !fold.case.done.iter().any(|done| done.step == to && !done.undone) {
        return Err(no_way(to.as_str()).into());
    }
    let marking = fold.marking(workflow)?;
    let ends = workflow.position(step).zip(workflow.position(&to));
    let back = ends.and_then(|(from, to)| workflow.step_back(&marking, from, to));
    back.map(drop).ok_or_else(|| no_way(to.as_str()).into())
}

/// The officer who did the last step takes it back while nothing has been done after it.
fn recall(fold: &Fold<'_>, acting: &Acting) -> Outcome<()> {
    fold.reason()?;
    let Some(step) = &fold.event.step else {
        return Err(Error::new(Code::NoStep).with("act", &fold.event.act).into());
    };
    let gone = || Error::new(Code::NothingToRecall).with("step", step);
    let last = fold.case.done.iter().rposition(|done| !done.undone && !done.led_to.is_empty());
    let done = last.and_then(|index| fold.case.done.get(index)).filter(|done| done.step == *step).ok_or_else(gone)?;
    let doers = || done.officer.iter().chain(&done.principal);
    if !acting.officer.iter().any(|officer| doers().any(|doer| doer == officer)) {
        let refusal = super::refusal::Refusal::from(
            Error::new(Code::HeldByOther)
                .with("step", step)
                .with("holder", doers().next().map_or("–", OfficerId::as_str)),
        );
        let since = Some(fold.rules.zone().date_of(done.at.at));
        return Err(Box::new(refusal.held_by(doers().map(|doer| (doer.clone(), since)))));
    }
    let begun = |to: &StepId| fold.case.open(to).is_some_and(|open| open.started.is_some());
    let Some(workflow) = fold.workflow.filter(|_| !done.led_to.iter().any(begun)) else {
        return Err(gone().into());
    };
    let targets: Option<Vec<Target>> = done
        .led_to
        .iter()
        .map(|to| if to.as_str() == "end" { Some(Target::End) } else { workflow.position(to).map(Target::Step) })
        .collect();
    let marking = fold.marking(workflow)?;
    let position = workflow.position(step).zip(targets);
    let back = position.and_then(|(step, targets)| workflow.unfire(&marking, step, &targets));
    back.map(drop).ok_or_else(|| gone().into())
}

/// Whether a resumption names the open step for which the clock is suspended.
fn waited(fold: &Fold<'_>) -> bool {
    fold.event.step.as_ref().is_some_and(|step| {
        fold.case.open(step).is_some() && fold.drawn(step).is_some_and(|step| step.clock != StepClock::Run)
    })
}

fn resume(fold: &Fold<'_>) -> Outcome<()> {
    let clock = Clock::new(&fold.case.clock.acts, None, None);
    let open = clock.spans.iter().rev().find(|span| span.end.is_none());
    let reason = fold.text("reason");
    let is_suspended =
        open.is_some_and(|span| reason.is_none_or(|reason| span.reasons.iter().any(|known| known == reason)));
    if !is_suspended {
        let because = reason.map(|reason| Text::new(format!(" vì «{reason}»"), format!(" for `{reason}`")));
        let because = because.unwrap_or_default();
        return Err(Error::new(Code::StillSuspended).with_text("reason", because).into());
    }
    Ok(())
}

/// Whether the data of the event say by how much or until when the due moves.
fn moves(fold: &Fold<'_>) -> Outcome<()> {
    let by = fold.entry("by").map(read::<Limit>).transpose()?;
    let until = fold.entry("until").map(read::<crate::deadline::When>).transpose()?;
    if by.is_none() && until.is_none() {
        return Err(Error::new(Code::UntilMissing).with("act", &fold.event.act).into());
    }
    Ok(())
}

/// A new date beside the first one; lateness is still judged by the first.
fn reappoint(fold: &Fold<'_>) -> Outcome<()> {
    moves(fold)?;
    let times = limit(fold)?.map_or(1, |limit| limit.reappointments);
    let before = fold.case.clock.acts.iter().filter(|act| act.kind == ClockActKind::ReAppoint).count();
    if u32::try_from(before).is_ok_and(|before| before >= times) {
        return Err(Error::new(Code::ReappointedAgain).with("times", times).into());
    }
    Ok(())
}

/// The limit of the procedure in the version of the case.
pub(super) fn limit<'a>(fold: &Fold<'a>) -> Outcome<Option<&'a LimitSpec>> {
    let procedure = fold.case.versions.procedure.as_ref().zip(fold.case.versions.anchored_on);
    Ok(procedure.map(|(procedure, on)| fold.rules.limit(procedure, on)).transpose()?.flatten())
}

fn reopen(fold: &Fold<'_>) -> Outcome<()> {
    fold.reason()?;
    let Some(workflow) = fold.workflow else { return Ok(()) };
    match &fold.event.step {
        None if workflow.enabled(&fold.marking(workflow)?).is_empty() => {
            Err(Error::new(Code::NoStep).with("act", &fold.event.act).into())
        }
        // A stopped case goes on at the steps where it stopped.
        None => Ok(()),
        Some(step) => {
            let place = workflow.position(step).and_then(|step| workflow.at_step(step));
            place.map(drop).ok_or_else(|| Error::new(Code::NoWayBack).with("step", "end").with("to", step).into())
        }
    }
}

/// After the act: a step that requests a supplement may have opened once too often.
pub(super) fn check_supplements(fold: &Fold<'_>, supplements: u32) -> Outcome<()> {
    if supplements <= fold.case.supplements {
        return Ok(());
    }
    let times = limit(fold)?.and_then(|limit| limit.supplement.as_ref()).map_or(1, |rule| rule.times);
    if supplements > times {
        return Err(Error::new(Code::SupplementAgain).with("times", times).into());
    }
    Ok(())
}
