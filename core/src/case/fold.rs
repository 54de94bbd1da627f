//! The working state while an event is applied to a case.

use super::event::{Effect, Event};
use super::refusal::Outcome;
use super::rules::CaseRules;
use super::spec::ActSpec;
use super::state::{Case, CaseClock, CaseFormat, CaseState, CaseVersions};
use crate::base::error::{Code, Error};
use crate::base::ids::{ProcedureId, StepId, WorkflowId};
use crate::base::time::Date;
use crate::base::value::{Map, Node, Value};
use crate::people::Secrecy;
use crate::workflow::{Marking, Step, Workflow};

/// A case while an event is applied to it.
pub(super) struct Fold<'a> {
    pub(super) rules: &'a dyn CaseRules,
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
    pub(super) fn new(rules: &'a dyn CaseRules, case: Option<&Case>, event: &'a Event) -> Outcome<Self> {
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
        Ok(fold)
    }

    /// Finds the workflow of the case, in the version of its day.
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

    pub(super) fn check_time(&self) -> Outcome<()> {
        let (at, last) = (self.event.at, self.case.last_at);
        if at.at < last.at {
            return Err(Error::new(Code::OutOfOrder).with("at", at).with("last", last).into());
        }
        Ok(())
    }

    /// Checks whether the act is allowed in the state of the case.
    pub(super) fn check_state(&self) -> Outcome<()> {
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
            // Steps may remain after the result is out, such as handing it to the citizen or filing.
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

    /// The step that the event names; an error unless it is open.
    pub(super) fn open_step(&self) -> Outcome<&'a StepId> {
        let event = self.event;
        let Some(step) = &event.step else {
            return Err(Error::new(Code::NoStep).with("act", &event.act).into());
        };
        if let Some(workflow) = self.workflow
            && workflow.position(step).is_none()
        {
            let known = workflow.step_ids().map(StepId::as_str);
            return Err(Error::unknown("step", step.as_str(), known).into());
        }
        match self.case.open(step) {
            Some(_) => Ok(step),
            None => Err(Error::new(Code::StepNotOpen).with("step", step).into()),
        }
    }

    /// A step as the workflow defines it.
    pub(super) fn drawn(&self, step: &StepId) -> Option<&'a Step> {
        self.workflow.and_then(|workflow| workflow.step(step))
    }

    /// The marking of the workflow: where the tokens of the case are.
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

    /// The reason; an error if it is missing.
    pub(super) fn reason(&self) -> Outcome<&'a str> {
        let reason = self.text("reason").filter(|reason| !reason.trim().is_empty());
        reason.ok_or_else(|| Error::new(Code::ReasonMissing).with("act", &self.event.act).into())
    }
}

/// A case that consists of its first event only.
fn begun(event: &Event, on: Date) -> Case {
    let text = |name: &str| event.data.as_ref().and_then(|data| data.get(name)?.value.as_text());
    Case {
        format: CaseFormat,
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
        // An unknown grade counts as the highest, so that an unreadable one is never let in.
        secrecy: text("secrecy")
            .map_or(Secrecy::Ordinary, |name| Secrecy::from_name(name).unwrap_or(Secrecy::TopSecret)),
        received: None,
        accepted: None,
        finished: None,
        delivered: None,
        stopped: None,
        last_at: event.at,
        clock: CaseClock { acts: Vec::new(), given: None, due: None, take_up: None, shares: Vec::new() },
        supplements: 0,
        holders: Vec::new(),
        open_steps: Vec::new(),
        tokens: Vec::new(),
        done: Vec::new(),
        data: Node::from(Value::Map(Map::default())),
        events: Vec::new(),
    }
}
