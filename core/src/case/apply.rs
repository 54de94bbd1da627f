//! Applies one more event to a case: checks whether it is allowed and gives the next state.

use super::authority;
use super::clock;
use super::course::{Setting, Trace};
use super::event::Event;
use super::fold::Fold;
use super::live::{self, LiveSetting};
use super::objections;
use super::refusal::{Outcome, Refusal};
use super::rules::CaseRules;
use super::shares::shares_of;
use super::state::{Case, SeenEvent};
use crate::base::canon::Hash;
use crate::base::error::{Code, Error};
use crate::base::ids::EventId;
use crate::base::time::Instant;
use std::borrow::Cow;

/// Applies an event to a case; `case` is `None` for the first event.
///
/// Applying the same event a second time gives the case unchanged. An event that carries `seq` is refused unless that
/// is the next number, so a caller who read the case before somebody else wrote it has to read it again.
///
/// These entries of the event's data describe the act itself: `procedure`, `workflow`, `channel`, `secrecy` (on
/// `receive`); `reason`; `to` (return); `until`, `by`, `lawful` (extend, apologise); `silence` (complete); `due`,
/// `cooperating`, `informed` (assign); `prefixes`, `kind` (sign). All other entries become data of the case, on which
/// the workflow decides its route.
///
/// # Errors
/// A [`Refusal`]; the case passed in is not changed.
pub(crate) fn apply(rules: &dyn CaseRules, case: Option<&Case>, event: &Event) -> Outcome<Case> {
    let (event_id, digest) = identity(event)?;
    if let Some(case) = case {
        if case.case_id != event.case_id {
            let fault = Error::new(Code::OtherCase).with("event", &event.case_id).with("case", &case.case_id);
            return Err(fault.into());
        }
        match case.events.iter().find(|seen| seen.event_id == event_id) {
            Some(seen) if seen.digest == digest => return Ok(case.clone()),
            Some(_) => return Err(Error::new(Code::EventIdTaken).with("event", &event_id).into()),
            None => {}
        }
    }
    let expected = case.map_or(0, |case| case.seq).saturating_add(1);
    if let Some(found) = event.seq.filter(|found| *found != expected) {
        return Err(Error::new(Code::StaleSequence).with("expected", expected).with("found", found).into());
    }
    let mut fold = Fold::new(rules, case, event)?;
    let setting = LiveSetting::new(rules, fold.case.secrecy);
    let mut state = live::restore(&fold.case, &setting);
    let mut trace = Trace::default();
    state.advance_to(event.at.at, &setting, &mut trace);
    if state.anchored_on != fold.case.versions.anchored_on {
        live::store(&state, &mut fold.case, event.at, &setting);
        fold.find_workflow()?;
    }
    fold.check_time()?;
    fold.check_state()?;
    let acting = authority::check(&fold)?;
    objections::check(&fold, &acting)?;
    let act = live::act_of(event, fold.effect, fold.act.is_some(), acting.officer.as_ref(), &setting);
    let done = state.done.len();
    let bound = state.advance(&act, &setting, &mut trace);
    for done in state.done.iter_mut().skip(done) {
        done.principal = acting.principal.as_ref().and_then(|principal| setting.find(principal.as_str()));
    }
    objections::check_supplements(&fold, state.supplements)?;
    live::store(&state, &mut fold.case, event.at, &setting);
    fold.find_workflow()?;
    authority::check_named(&fold, bound)?;
    fold.case.state = clock::state(&fold.case, event.at.at);
    fold.case.clock.due = clock::due_of(rules, &fold.case)?;
    if fold.case.awaits_take_up() {
        fold.case.clock.take_up = clock::take_up_of(rules, &fold.case)?;
    }
    fold.case.seq = expected;
    fold.case.last_at = event.at;
    fold.case.clock.shares = shares_of(rules, &fold.case, (state.unit, &state.visits), &trace, &setting);
    fold.case.office_hash = rules.hash().map(|hash| hash.to_string());
    fold.case.events.push(SeenEvent { event_id, digest });
    Ok(fold.case)
}

/// A case at an instant after its last event: versions that take open cases over have come into force meanwhile.
pub(crate) fn as_of<'c>(rules: &dyn CaseRules, case: &'c Case, now: Instant) -> Cow<'c, Case> {
    let versions = case.versions.procedure.as_ref().zip(case.versions.anchored_on);
    let by = rules.zone().date_of(now);
    if versions.is_none_or(|(procedure, anchored)| rules.take_overs(procedure, anchored, by).is_empty()) {
        return Cow::Borrowed(case);
    }
    let setting = LiveSetting::new(rules, case.secrecy);
    let mut state = live::restore(case, &setting);
    let mut trace = Trace::default();
    state.advance_to(now, &setting, &mut trace);
    let mut later = case.clone();
    live::store(&state, &mut later, case.last_at, &setting);
    match clock::due_of(rules, &later) {
        Ok(due) => {
            later.clock.due = due;
            later.clock.shares = shares_of(rules, &later, (state.unit, &state.visits), &trace, &setting);
            Cow::Owned(later)
        }
        // A due that the new version cannot give is reported with the next event.
        Err(_) => Cow::Borrowed(case),
    }
}

/// The identifier of an event and the hash of its content. Neither depends on `recorded_at`.
fn identity(event: &Event) -> Outcome<(EventId, String)> {
    let content = Event { event_id: None, seq: None, recorded_at: None, ..event.clone() };
    let hash = Hash::of_value(&content).map_err(Box::<Refusal>::from)?.to_string();
    let digest = hash.get(..16).unwrap_or(&hash).to_owned();
    Ok((event.event_id.clone().unwrap_or_else(|| EventId::from(digest.as_str())), digest))
}
