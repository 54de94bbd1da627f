//! What each act changes in the case.

use super::authority::{self, Acting};
use super::clock::act;
use super::data::{merged, read, stored};
use super::event::Effect;
use super::fold::Fold;
use super::refusal::Outcome;
use super::state::{DoneStep, Holder, Involvement, OpenStep};
use crate::base::error::{Code, Error};
use crate::base::ids::{OfficerId, StepId};
use crate::base::time::Stamp;
use crate::base::value::{Node, Value};
use crate::deadline::{Clock, ClockAct, ClockActKind, Limit};
use crate::workflow::{Data, Marking, Silence, Step, StepClock, Target};

/// Carries out an act that has been allowed.
pub(super) fn carry_out(fold: &mut Fold<'_>, acting: &Acting) -> Outcome<()> {
    if fold.act.is_some_and(|act| act.reason) {
        fold.reason()?;
    }
    let at = fold.event.at;
    if fold.is_new {
        fold.case.received = Some(at);
        begin(fold)?;
    }
    match fold.effect {
        Effect::Accept => accept(fold)?,
        Effect::Assign | Effect::Forward => pass_on(fold)?,
        Effect::Claim => {
            let step = fold.open_step()?;
            hold(fold, step, acting.officer.as_ref(), Involvement::Lead);
        }
        Effect::Start => start(fold, acting)?,
        Effect::Complete => complete(fold, acting)?,
        Effect::Sign => signed(fold, acting),
        Effect::HandOver | Effect::Deliver => hand_out(fold, acting)?,
        Effect::Return => give_back(fold)?,
        Effect::Recall => recall(fold, acting)?,
        Effect::Suspend => {
            // Without a given reason, the step that the case waits for is the reason.
            let step = fold.event.step.as_ref().filter(|step| fold.case.open(step).is_some());
            let reason = fold.text("reason").or(step.map(StepId::as_str));
            let reason = reason.map_or_else(|| fold.reason(), Ok)?;
            fold.case.clock.acts.push(act(ClockActKind::Suspend, at, Some(reason)));
        }
        // The awaited paper, fee or opinion has arrived: the waiting step is done.
        Effect::Resume if waited(fold) => complete(fold, acting)?,
        Effect::Resume => resume(fold)?,
        Effect::Restart => {
            resume_all(fold);
            fold.case.clock.acts.push(act(ClockActKind::Restart, at, None));
        }
        Effect::Extend => extend(fold)?,
        Effect::Apologise => apologise(fold)?,
        Effect::Stop => {
            let reason = fold.reason()?;
            fold.case.stopped = Some(at);
            fold.case.clock.acts.push(act(ClockActKind::Stop, at, Some(reason)));
        }
        Effect::Reopen => reopen(fold)?,
        Effect::Receive
        | Effect::Issue
        | Effect::Rate
        | Effect::Inspect
        | Effect::Dispute
        | Effect::Decide
        | Effect::Note => {}
    }
    Ok(())
}

/// Puts the case at the first step of its workflow.
pub(super) fn begin(fold: &mut Fold<'_>) -> Outcome<()> {
    match fold.workflow {
        Some(workflow) => apply_marking(fold, &workflow.initial()),
        None => Ok(()),
    }
}

/// Acceptance fixes the versions: the rules in force on that day apply to the case.
fn accept(fold: &mut Fold<'_>) -> Outcome<()> {
    fold.case.accepted = Some(fold.event.at);
    fold.case.versions.anchored_on = Some(fold.on);
    fold.find_workflow()?;
    match fold.workflow {
        Some(workflow) => {
            let marking = fold.marking(workflow)?;
            apply_marking(fold, &marking)
        }
        None => Ok(()),
    }
}

/// Writes a marking into the case: tokens, open steps, holders, and how the opened steps change the clock.
fn apply_marking(fold: &mut Fold<'_>, marking: &Marking) -> Outcome<()> {
    let Some(workflow) = fold.workflow else { return Ok(()) };
    let at = fold.event.at;
    fold.case.tokens = workflow.tokens(marking);
    let before = std::mem::take(&mut fold.case.open_steps);
    for step in workflow.enabled(marking).into_iter().filter_map(|step| workflow.steps().get(step)) {
        if let Some(open) = before.iter().find(|open| open.step == step.id) {
            fold.case.open_steps.push(open.clone());
            continue;
        }
        let data = merged(&fold.case.data, fold.event.data.as_ref());
        let route = step.routed(&data);
        let routed = route.and_then(|route| route.unit.clone());
        let unit = routed.or_else(|| step.unit.clone()).or_else(|| fold.case.unit.clone());
        let budget_ends = fold.budget_ends(step);
        fold.case.open_steps.push(OpenStep { step: step.id.clone(), unit, since: at, started: None, budget_ends });
        opened(fold, step)?;
        if let Some(officer) = route.and_then(|route| route.officer.as_ref())
            && authority::may_be_given(fold, officer, &step.id)
        {
            hold(fold, &step.id, Some(officer), Involvement::Lead);
        }
    }
    let open = &fold.case.open_steps;
    fold.case.holders.retain(|holder| open.iter().any(|open| open.step == holder.step));
    Ok(())
}

fn opened(fold: &mut Fold<'_>, step: &Step) -> Outcome<()> {
    if step.supplement {
        let procedure = fold.case.versions.procedure.as_ref().zip(fold.case.versions.anchored_on);
        let limit = procedure.map(|(procedure, on)| fold.rules.limit(procedure, on)).transpose()?.flatten();
        let times = limit.and_then(|limit| limit.supplement.as_ref()).map_or(1, |rule| rule.times);
        if fold.case.supplements >= times {
            return Err(Error::new(Code::SupplementAgain).with("times", times).into());
        }
        fold.case.supplements += 1;
    }
    if step.clock != StepClock::Run {
        fold.case.clock.acts.push(act(ClockActKind::Suspend, fold.event.at, Some(step.id.as_str())));
    }
    Ok(())
}

/// Removes a step from the open ones; a clock that was suspended for it resumes.
fn close(fold: &mut Fold<'_>, step: &StepId) {
    fold.case.open_steps.retain(|open| open.step != *step);
    fold.case.holders.retain(|holder| holder.step != *step);
    let at = fold.event.at;
    let clock = fold.drawn(step).map_or(StepClock::Run, |step| step.clock);
    if clock != StepClock::Run {
        fold.case.clock.acts.push(act(ClockActKind::Resume, at, Some(step.as_str())));
    }
    if clock == StepClock::Restart {
        fold.case.clock.acts.push(act(ClockActKind::Restart, at, None));
    }
}

fn hold(fold: &mut Fold<'_>, step: &StepId, officer: Option<&OfficerId>, involvement: Involvement) {
    let Some(officer) = officer else { return };
    let since = fold.event.at;
    let holders = &mut fold.case.holders;
    // A step has one lead at any time, and an officer has one kind of involvement in a step.
    holders.retain(|holder| {
        holder.step != *step
            || holder.officer != *officer && !(involvement == Involvement::Lead && holder.involvement == involvement)
    });
    holders.push(Holder { officer: officer.clone(), step: step.clone(), involvement, since });
}

fn pass_on(fold: &mut Fold<'_>) -> Outcome<()> {
    let step = match (&fold.event.step, fold.workflow) {
        // Without a workflow, assigning a step opens it.
        (Some(step), None) if fold.case.open(step).is_none() => {
            let unit = fold.event.unit.clone().or_else(|| fold.case.unit.clone());
            let since = fold.event.at;
            let open = OpenStep { step: step.clone(), unit, since, started: None, budget_ends: None };
            fold.case.open_steps.push(open);
            step
        }
        _ => fold.open_step()?,
    };
    let staff = fold.rules.staff();
    let known = |id: &OfficerId| staff.find(id.as_str()).unwrap_or(id).clone();
    if let Some(open) = fold.case.open_steps.iter_mut().find(|open| open.step == *step) {
        if fold.event.unit.is_some() {
            open.unit.clone_from(&fold.event.unit);
        }
        open.started = None;
    }
    // A step in the queue of a unit has no lead until somebody claims it.
    fold.case.holders.retain(|holder| holder.step != *step || holder.involvement != Involvement::Lead);
    let assignee = fold.event.assignee.as_ref().map(known);
    hold(fold, step, assignee.as_ref(), Involvement::Lead);
    for (name, involvement) in [("cooperating", Involvement::Cooperating), ("informed", Involvement::Informed)] {
        let Some(Value::List(list)) = fold.entry(name).map(|node| &node.value) else { continue };
        for officer in list.iter().filter_map(|node| node.value.as_text()) {
            let officer = known(&OfficerId::from(officer));
            if Some(&officer) != assignee.as_ref() {
                hold(fold, step, Some(&officer), involvement);
            }
        }
    }
    if let Some(given) = fold.entry("due") {
        fold.case.clock.given = Some(read::<Stamp>(given)?);
    }
    Ok(())
}

fn start(fold: &mut Fold<'_>, acting: &Acting) -> Outcome<()> {
    let step = fold.open_step()?;
    let at = fold.event.at;
    if fold.case.lead(step).is_none() {
        hold(fold, step, acting.principal.as_ref().or(acting.officer.as_ref()), Involvement::Lead);
    }
    if let Some(open) = fold.case.open_steps.iter_mut().find(|open| open.step == *step) {
        open.started.get_or_insert(at);
    }
    Ok(())
}

fn complete(fold: &mut Fold<'_>, acting: &Acting) -> Outcome<()> {
    let step = fold.open_step()?;
    let mut outcome = fold.text("outcome").map(str::to_owned);
    let mut data = merged(&fold.case.data, fold.event.data.as_ref());
    if let Some(drawn) = fold.drawn(step) {
        if let Some(silence) = silence(fold, drawn, acting)? {
            outcome = Some(silence.as_str().to_owned());
            let news = [("outcome", Value::Text(silence.as_str().into()))];
            data = merged(&data, Some(&Node::from(Value::Map(news.into_iter().collect()))));
            fold.case.data = stored(&data);
        }
        let allowed = |outcome: &String| drawn.outcomes.contains(outcome);
        if !drawn.outcomes.is_empty() && !outcome.as_ref().is_some_and(allowed) {
            let fault = Error::new(Code::OutcomeMissing).with("step", step);
            return Err(fault.with("allowed", drawn.outcomes.join(", ")).into());
        }
    }
    let mut led_to = Vec::new();
    let mut next = None;
    if let Some(workflow) = fold.workflow
        && let Some(position) = workflow.position(step)
    {
        let targets = workflow.route(position, &Data::new(&[&data]))?;
        next = Some(workflow.fire(&fold.marking(workflow)?, position, &targets)?);
        led_to = targets.iter().map(|target| name(workflow.steps(), *target)).collect();
    }
    fold.case.done.push(DoneStep {
        step: step.clone(),
        officer: acting.officer.clone(),
        principal: acting.principal.clone(),
        at: fold.event.at,
        outcome,
        led_to,
        undone: false,
    });
    close(fold, step);
    next.map_or(Ok(()), |marking| apply_marking(fold, &marking))
}

fn name(steps: &[Step], target: Target) -> StepId {
    match target {
        Target::Step(step) => steps.get(step).map_or_else(|| StepId::from("end"), |step| step.id.clone()),
        Target::End => StepId::from("end"),
    }
}

/// What silence means for the step, if a program closes it after its time is over.
fn silence(fold: &Fold<'_>, step: &Step, acting: &Acting) -> Outcome<Option<Silence>> {
    let Some(silence) = step.on_silence.filter(|_| acting.officer.is_none()) else { return Ok(None) };
    let ends = fold.case.open(&step.id).and_then(|open| open.budget_ends);
    match ends {
        Some(ends) if fold.event.at.at >= ends.at => Ok(Some(silence)),
        _ => {
            let until = ends.map_or_else(|| "–".to_owned(), |ends| ends.to_string());
            Err(Error::new(Code::SilenceTooEarly).with("step", &step.id).with("until", until).into())
        }
    }
}

/// Signing counts as work on the step, so that separation of duties covers it.
fn signed(fold: &mut Fold<'_>, acting: &Acting) {
    if let Some(step) = &fold.event.step {
        fold.case.done.push(DoneStep {
            step: step.clone(),
            officer: acting.officer.clone(),
            principal: acting.principal.clone(),
            at: fold.event.at,
            outcome: Some(Effect::Sign.as_str().to_owned()),
            led_to: Vec::new(),
            undone: false,
        });
    }
}

/// Whether a step must be done before the result can be handed out. Every step must, except a last step that makes no
/// product and has no step it must be separated from (such as handing out), or one that this event completes.
fn is_due_first(fold: &Fold<'_>, step: &StepId) -> bool {
    let completed = fold.effect == Effect::Deliver && fold.event.step.as_ref() == Some(step);
    fold.drawn(step).is_some_and(|step| {
        let last = step.split.targets().iter().all(|target| *target == Target::End);
        !last || !completed && (step.product.is_some() || !step.not_by.is_empty())
    })
}

fn hand_out(fold: &mut Fold<'_>, acting: &Acting) -> Outcome<()> {
    let open = fold.case.open_steps.iter().map(|open| &open.step);
    let left: Vec<&str> = open.filter(|step| is_due_first(fold, step)).map(StepId::as_str).collect();
    if !left.is_empty() {
        return Err(Error::new(Code::WorkLeft).with("act", &fold.event.act).with("steps", left.join(", ")).into());
    }
    let at = fold.event.at;
    if fold.effect == Effect::HandOver {
        // The desk now has the result; its own step is still to be done.
        return Ok(());
    }
    fold.case.delivered = Some(at);
    match &fold.event.step {
        Some(step) if fold.case.open(step).is_some() => complete(fold, acting),
        _ => Ok(()),
    }
}

fn give_back(fold: &mut Fold<'_>) -> Outcome<()> {
    fold.reason()?;
    let step = fold.open_step()?;
    let Some(workflow) = fold.workflow else {
        close(fold, step);
        return Ok(());
    };
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
    let back = back.ok_or_else(|| no_way(to.as_str()))?;
    close(fold, step);
    apply_marking(fold, &back)?;
    let doer = fold.case.done.iter().rev().find(|done| done.step == to).and_then(|done| done.officer.clone());
    hold(fold, &to, doer.as_ref(), Involvement::Lead);
    Ok(())
}

/// The officer who did the last step takes it back while nothing has been done after it.
fn recall(fold: &mut Fold<'_>, acting: &Acting) -> Outcome<()> {
    fold.reason()?;
    let Some(step) = &fold.event.step else {
        return Err(Error::new(Code::NoStep).with("act", &fold.event.act).into());
    };
    let gone = || Error::new(Code::NothingToRecall).with("step", step);
    let last = fold.case.done.iter().rposition(|done| !done.undone && !done.led_to.is_empty());
    let last = last.and_then(|index| fold.case.done.get(index).map(|done| (index, done.clone())));
    let (index, done) = last.filter(|(_, done)| done.step == *step).ok_or_else(gone)?;
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
    let back = position.and_then(|(step, targets)| workflow.unfire(&marking, step, &targets)).ok_or_else(gone)?;
    for to in &done.led_to {
        close(fold, to);
        // A request for a supplement that was recalled before anybody acted on it does not count.
        if fold.drawn(to).is_some_and(|step| step.supplement) {
            fold.case.supplements = fold.case.supplements.saturating_sub(1);
        }
    }
    if let Some(done) = fold.case.done.get_mut(index) {
        done.undone = true;
    }
    // A case that this step had finished goes on; a result that was handed out remains handed out.
    fold.case.finished = fold.case.finished.filter(|end| *end != done.at).or(fold.case.delivered);
    apply_marking(fold, &back)?;
    hold(fold, step, done.officer.as_ref(), Involvement::Lead);
    Ok(())
}

/// Whether a resumption names the open step for which the clock is suspended.
fn waited(fold: &Fold<'_>) -> bool {
    fold.event.step.as_ref().is_some_and(|step| {
        fold.case.open(step).is_some() && fold.drawn(step).is_some_and(|step| step.clock != StepClock::Run)
    })
}

fn resume(fold: &mut Fold<'_>) -> Outcome<()> {
    let at = fold.event.at;
    let clock = Clock::new(&fold.case.clock.acts, None, None);
    let open = clock.spans.iter().rev().find(|span| span.end.is_none());
    let reason = fold.text("reason");
    let is_suspended =
        open.is_some_and(|span| reason.is_none_or(|reason| span.reasons.iter().any(|known| known == reason)));
    if !is_suspended {
        return Err(Error::new(Code::StillSuspended).with("reason", reason.unwrap_or("–")).into());
    }
    fold.case.clock.acts.push(act(ClockActKind::Resume, at, reason));
    Ok(())
}

fn resume_all(fold: &mut Fold<'_>) {
    let at = fold.event.at;
    if Clock::new(&fold.case.clock.acts, None, None).is_suspended_at(at.at) {
        fold.case.clock.acts.push(act(ClockActKind::Resume, at, None));
    }
}

/// By how much or until when the due moves, as the data of the event give it.
fn moved(fold: &Fold<'_>, kind: ClockActKind, reason: &str) -> Outcome<ClockAct> {
    let by = fold.entry("by").map(read::<Limit>).transpose()?;
    let until = match fold.entry("until") {
        Some(until) => Some(read(until)?),
        None => None,
    };
    if by.is_none() && until.is_none() {
        return Err(Error::new(Code::UntilMissing).with("act", &fold.event.act).into());
    }
    Ok(ClockAct { by, until, event_id: fold.event.event_id.clone(), ..act(kind, fold.event.at, Some(reason)) })
}

fn extend(fold: &mut Fold<'_>) -> Outcome<()> {
    let reason = fold.reason()?;
    let lawful = !matches!(fold.entry("lawful").map(|node| &node.value), Some(Value::Bool(false)));
    if !lawful {
        return apologise(fold);
    }
    let act = moved(fold, ClockActKind::Extend, reason)?;
    fold.case.clock.acts.push(act);
    Ok(())
}

/// Sets a new date beside the first one; lateness is still judged by the first.
fn apologise(fold: &mut Fold<'_>) -> Outcome<()> {
    let reason = fold.reason()?;
    let act = moved(fold, ClockActKind::ReAppoint, reason)?;
    let procedure = fold.case.versions.procedure.as_ref().zip(fold.case.versions.anchored_on);
    let limit = procedure.map(|(procedure, on)| fold.rules.limit(procedure, on)).transpose()?.flatten();
    let times = limit.map_or(1, |limit| limit.reappointments);
    let before = fold.case.clock.acts.iter().filter(|act| act.kind == ClockActKind::ReAppoint).count();
    if u32::try_from(before).is_ok_and(|before| before >= times) {
        return Err(Error::new(Code::ReappointedAgain).with("times", times).into());
    }
    fold.case.clock.acts.push(act);
    Ok(())
}

/// A finished or stopped case goes on at a step; the time in between does not count.
fn reopen(fold: &mut Fold<'_>) -> Outcome<()> {
    let reason = fold.reason()?;
    let at = fold.event.at;
    let case = &mut fold.case;
    let closed = case.stopped.or(case.finished).or(case.delivered);
    case.clock.acts.retain(|act| act.kind != ClockActKind::Stop);
    if let Some(closed) = closed {
        case.clock.acts.push(act(ClockActKind::Suspend, closed, Some(reason)));
        case.clock.acts.push(act(ClockActKind::Resume, at, Some(reason)));
    }
    (case.finished, case.delivered, case.stopped) = (None, None, None);
    let Some(workflow) = fold.workflow else { return Ok(()) };
    let marking = match &fold.event.step {
        None if workflow.enabled(&fold.marking(workflow)?).is_empty() => {
            return Err(Error::new(Code::NoStep).with("act", &fold.event.act).into());
        }
        // A stopped case goes on at the steps where it stopped.
        None => fold.marking(workflow)?,
        Some(step) => {
            let place = workflow.position(step).and_then(|step| workflow.at_step(step));
            place.ok_or_else(|| Error::new(Code::NoWayBack).with("step", "end").with("to", step))?
        }
    };
    fold.case.open_steps.clear();
    fold.case.holders.clear();
    apply_marking(fold, &marking)
}
