//! One more event: may it happen, and what is the case then?

use super::authority;
use super::clock;
use super::data::{heard, stored};
use super::effect;
use super::event::{Effect, Event};
use super::refusal::Refusal;
use super::rules::Rules;
use super::spec::ActSpec;
use super::state::{Case, CaseClock, CaseState, CaseVersions, SeenEvent};
use super::versions;
use crate::canon::Hash;
use crate::error::{Code, Error};
use crate::ids::{EventId, ProcedureId, StepId, WorkflowId};
use crate::staff::Secrecy;
use crate::time::{Date, Seconds};
use crate::value::{Map, Node, Value};
use crate::workflow::{Marking, Step, Workflow};

pub(super) type Outcome<T> = Result<T, Box<Refusal>>;

/// Entries of an event's data that speak of the act itself and do not become data of the case.
const OWN: [&str; 15] = [
    "reason",
    "to",
    "until",
    "by",
    "lawful",
    "silence",
    "procedure",
    "workflow",
    "channel",
    "secrecy",
    "due",
    "cooperating",
    "informed",
    "prefixes",
    "kind",
];

/// Applies an event to a case (to none, for the first one).
///
/// The same event a second time answers the case unchanged. An event that carries `seq` is refused unless that is the
/// next number: whoever read the case before somebody else wrote it must read again.
///
/// What the data of the event say of the act: `procedure`, `workflow`, `channel`, `secrecy` on `receive`; `reason`;
/// `to` (return); `until`, `by`, `lawful` (extend, apologise); `silence` (complete); `due`, `cooperating`, `informed`
/// (assign), `prefixes`, `kind` (sign). Everything else becomes data of the case, by which the workflow routes.
///
/// # Errors
/// A [`Refusal`]; the case that was handed in is untouched.
pub fn apply(rules: &dyn Rules, case: Option<&Case>, event: &Event) -> Outcome<Case> {
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
    fold.check_time()?;
    fold.check_state()?;
    let acting = authority::check(&fold)?;
    effect::carry_out(&mut fold, &acting)?;
    fold.case.data = stored(&merged(&fold.case.data, event.data.as_ref()));
    fold.case.state = clock::state(&fold.case, event.at.at);
    fold.case.clock.due = clock::due_of(rules, &fold.case)?;
    fold.case.seq = expected;
    fold.case.last_at = event.at;
    fold.case.office_hash = rules.hash().map(|hash| hash.to_string());
    fold.case.events.push(SeenEvent { event_id, digest });
    Ok(fold.case)
}

/// The identifier of an event and the hash of its content; entering it later changes neither.
fn identity(event: &Event) -> Outcome<(EventId, String)> {
    let content = Event { event_id: None, seq: None, recorded_at: None, ..event.clone() };
    let hash = Hash::of_value(&content).map_err(Box::<Refusal>::from)?.to_string();
    let digest = hash.get(..16).unwrap_or(&hash).to_owned();
    Ok((event.event_id.clone().unwrap_or_else(|| EventId::from(digest.as_str())), digest))
}

/// The data of a case with those of an event laid over, as they were heard.
pub(super) fn merged(data: &Node, news: Option<&Node>) -> Node {
    let data = heard(data);
    let entries = |node: &Node| match &node.value {
        Value::Map(map) => map.iter().map(|(key, node)| (key.to_owned(), node.value.clone())).collect(),
        _ => Vec::new(),
    };
    let news = news.map(entries).unwrap_or_default().into_iter().filter(|(key, _)| !OWN.contains(&key.as_str()));
    Node::from(Value::Map(entries(&data).into_iter().chain(news).collect()))
}

/// A case on its way to the next state.
pub(super) struct Fold<'a> {
    pub(super) rules: &'a dyn Rules,
    pub(super) event: &'a Event,
    pub(super) effect: Effect,
    pub(super) act: Option<&'a ActSpec>,
    /// The day of the event, in the office's zone.
    pub(super) on: Date,
    /// Whether the event is the first.
    pub(super) is_new: bool,
    pub(super) case: Case,
    pub(super) workflow: Option<&'a Workflow>,
}

impl<'a> Fold<'a> {
    fn new(rules: &'a dyn Rules, case: Option<&Case>, event: &'a Event) -> Outcome<Self> {
        let act = rules.act(&event.act);
        let effect = match act {
            Some(act) => act.effect,
            None => Effect::from_name(&event.act).ok_or_else(|| {
                let built_in = Effect::ALL.iter().map(|(name, _)| *name);
                let known = built_in.chain(rules.act_names());
                Error::new(Code::NoSuchAct).with("act", &event.act).suggest(&event.act, known)
            })?,
        };
        let on = rules.zone().date_of(event.at.at);
        let is_new = case.is_none();
        let case = case.cloned().unwrap_or_else(|| begun(event, on));
        let mut fold = Self { rules, event, effect, act, on, is_new, case, workflow: None };
        fold.find_workflow()?;
        versions::take_over(&mut fold)?;
        Ok(fold)
    }

    /// The workflow of the day by which the case goes.
    pub(super) fn find_workflow(&mut self) -> Outcome<()> {
        let rules = self.rules;
        let on = self.case.versions.anchored_on.unwrap_or(self.on);
        if self.case.versions.workflow.is_none()
            && let Some(procedure) = &self.case.versions.procedure
        {
            self.case.versions.workflow = rules.workflow_of(procedure, on)?.cloned();
        }
        self.workflow = match &self.case.versions.workflow {
            Some(workflow) => Some(rules.workflow(workflow, on)?),
            None => None,
        };
        Ok(())
    }

    fn check_time(&self) -> Outcome<()> {
        let (at, last) = (self.event.at, self.case.last_at);
        if at.at < last.at {
            return Err(Error::new(Code::OutOfOrder).with("at", at).with("last", last).into());
        }
        Ok(())
    }

    /// Whether the act has a place in the state of the case.
    fn check_state(&self) -> Outcome<()> {
        use CaseState::{Delivered, Finished, Processing, Received, Stopped, Suspended};
        let name = &self.event.act;
        if self.is_new {
            return match self.effect {
                Effect::Receive | Effect::Accept => Ok(()),
                _ => Err(Error::new(Code::NoCase).with("act", name).into()),
            };
        }
        let state = self.case.state;
        let possible = match self.effect {
            Effect::Receive => false,
            Effect::Accept => state == Received,
            // Steps may be left after the result is out: handing it to the citizen, filing.
            Effect::Assign
            | Effect::Claim
            | Effect::Start
            | Effect::Complete
            | Effect::Forward
            | Effect::Return
            | Effect::Recall => state != Stopped,
            Effect::Suspend => matches!(state, Received | Processing | Suspended),
            Effect::Resume => state == Suspended,
            Effect::Restart | Effect::Extend => matches!(state, Processing | Suspended),
            Effect::Apologise => matches!(state, Processing | Suspended | Finished),
            Effect::Sign | Effect::Issue => matches!(state, Received | Processing),
            Effect::HandOver => state == Processing,
            Effect::Deliver => matches!(state, Processing | Finished),
            Effect::Stop => matches!(state, Received | Processing | Suspended),
            Effect::Reopen => matches!(state, Finished | Delivered | Stopped),
            Effect::Rate => matches!(state, Finished | Delivered | Stopped),
            Effect::Inspect | Effect::Dispute | Effect::Decide | Effect::Note => true,
        };
        if possible { Ok(()) } else { Err(Error::new(Code::NotNow).with("act", name).with("state", state).into()) }
    }

    /// The step that the event names, which must be open.
    pub(super) fn open_step(&self) -> Outcome<&'a StepId> {
        let event = self.event;
        let Some(step) = &event.step else {
            return Err(Error::new(Code::NoStep).with("act", &event.act).into());
        };
        if let Some(workflow) = self.workflow
            && workflow.position(step).is_none()
        {
            let known = workflow.step_ids().map(StepId::as_str);
            let fault = Error::new(Code::UnknownReference).with("kind", "step").with("name", step);
            return Err(fault.suggest(step.as_str(), known).into());
        }
        match self.case.open(step) {
            Some(_) => Ok(step),
            None => Err(Error::new(Code::StepNotOpen).with("step", step).into()),
        }
    }

    /// A step as the workflow draws it.
    pub(super) fn drawn(&self, step: &StepId) -> Option<&'a Step> {
        self.workflow.and_then(|workflow| workflow.step(step))
    }

    /// Where the tokens of the case lie.
    pub(super) fn marking(&self, workflow: &Workflow) -> Outcome<Marking> {
        workflow
            .marking(&self.case.tokens)
            .ok_or_else(|| Error::new(Code::OtherVersion).with("workflow", workflow.id()).into())
    }

    /// An entry of the event's data.
    pub(super) fn entry(&self, name: &str) -> Option<&'a Node> {
        self.event.data.as_ref().and_then(|data| data.get(name))
    }

    /// A text among the event's data.
    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.entry(name).and_then(|node| node.value.as_text())
    }

    /// The reason, which must be given.
    pub(super) fn reason(&self) -> Outcome<&'a str> {
        let reason = self.text("reason").filter(|reason| !reason.trim().is_empty());
        reason.ok_or_else(|| Error::new(Code::ReasonMissing).with("act", &self.event.act).into())
    }

    /// When a step that is open since now has used its budget.
    pub(super) fn budget_ends(&self, step: &Step) -> Option<crate::time::Stamp> {
        let calendar = self.rules.calendar(self.case.unit.as_ref()).ok()?;
        let working: Seconds = step.budget.as_ref()?.seconds(calendar.nominal_day());
        Some(calendar.zone().stamp(calendar.add_working(self.event.at.at, working).ok()?))
    }
}

/// A case of which only the first event is known.
fn begun(event: &Event, on: Date) -> Case {
    let text = |name: &str| event.data.as_ref().and_then(|data| data.get(name)?.value.as_text());
    Case {
        case_id: event.case_id.clone(),
        office: event.office.clone(),
        office_hash: None,
        versions: CaseVersions {
            procedure: text("procedure").map(ProcedureId::from),
            workflow: text("workflow").map(WorkflowId::from),
            anchored_on: Some(on),
        },
        seq: 0,
        state: CaseState::Received,
        unit: event.unit.clone(),
        channel: text("channel").map(str::to_owned),
        // An unknown word is taken for the highest: what cannot be read is not let in.
        secrecy: text("secrecy")
            .map_or(Secrecy::Ordinary, |name| Secrecy::from_name(name).unwrap_or(Secrecy::TopSecret)),
        received: None,
        accepted: None,
        finished: None,
        delivered: None,
        stopped: None,
        last_at: event.at,
        clock: CaseClock { acts: Vec::new(), given: None, due: None },
        supplements: 0,
        holders: Vec::new(),
        open_steps: Vec::new(),
        tokens: Vec::new(),
        done: Vec::new(),
        data: Node::from(Value::Map(Map::default())),
        events: Vec::new(),
    }
}
