//! Operations on workflows: soundness, drawings and simulation.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults, Place};
use crate::base::ids::{StepId, WorkflowId};
use crate::base::shape::{Shape, Term};
use crate::base::text::Language;
use crate::base::time::{Date, Seconds};
use crate::case::{self, Case};
use crate::workflow::{
    self, Arrival, FlawKind, Judgement, MAX_STEPS, Overlay, Simulation, Soundness, Workflow, WorkflowSpec, draw,
};
use indexmap::IndexMap;
use serde::Serialize;

/// Request to check whether a workflow is sound: one of the office, or a draft.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct SoundnessRequest {
    /// A workflow of the office.
    pub workflow: Option<WorkflowId>,
    /// A draft of a workflow, as it is written in a rulebook.
    pub drawing: Option<WorkflowSpec>,
    /// The day whose version is meant, of the workflow or of those that the draft calls; without one, the latest
    /// version.
    pub on: Option<Date>,
}

/// Whether a workflow is sound, and how much working time it takes at most.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Judged {
    /// The verdict, with the path to each fault.
    pub soundness: Soundness,
    /// Working seconds of the longest path: each loop is taken once, and waiting for the citizen counts as 0.
    pub longest_working_seconds: Seconds,
    /// The steps of the longest path.
    pub longest_path: Vec<StepId>,
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum PictureFormat {
    /// SVG with a computed layout, ready to be shown.
    #[default]
    #[term("svg")]
    Svg,
    /// The DOT language of Graphviz.
    #[term("dot")]
    Dot,
    /// The Mermaid language.
    #[term("mermaid")]
    Mermaid,
}

/// Request for a picture of a workflow.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DrawRequest {
    /// The workflow.
    pub workflow: WorkflowId,
    /// The day whose version is meant; without one, the latest version.
    pub on: Option<Date>,
    /// The format.
    #[shape(default)]
    pub format: PictureFormat,
    /// The language of the text in it.
    #[shape(default = Language::Vi)]
    pub language: Language,
    /// Cases to show on it: for one case, its open steps and who holds them; for several, how often each step was
    /// carried out.
    pub cases: Vec<Case>,
}

/// A picture.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Picture {
    /// The format.
    pub format: PictureFormat,
    /// The picture, as text.
    pub text: String,
}

/// Request to simulate the same work in several workflows.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct SimulateRequest {
    /// The workflows; each is compared with the first.
    pub workflows: Vec<WorkflowId>,
    /// The day whose versions are meant; without one, the latest versions.
    pub on: Option<Date>,
    /// The incoming work.
    pub arrivals: Vec<Arrival>,
    /// The actual duration of steps, in working seconds; steps without an entry take their budget.
    pub working_seconds: IndexMap<StepId, Seconds>,
}

/// The run of each workflow, and the differences from the first.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Simulated {
    /// The runs, in the order of the request.
    pub runs: Vec<Simulation>,
    /// For each run except the first, its difference from the first.
    pub differences: Vec<Difference>,
}

/// The difference of a run from the first one.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Difference {
    /// The workflow.
    pub workflow: WorkflowId,
    /// Steps carried out.
    pub steps: i64,
    /// Hand-overs.
    pub hand_overs: i64,
    /// Working seconds of all steps.
    pub working_seconds: Seconds,
    /// Working seconds from arrival to end.
    pub through_working_seconds: Seconds,
}

impl Office {
    /// The version of a workflow on a day; without a day, the latest one.
    pub(super) fn workflow(&self, id: &WorkflowId, on: Option<Date>, at: &str) -> Result<&Workflow, Error> {
        let rulebook = self.rulebook();
        let last =
            rulebook.workflows().find(|(known, _)| *known == id).and_then(|(_, versions)| versions.iter().last());
        match (on, last) {
            (None, Some(last)) => Ok(last),
            (on, _) => rulebook.workflow(id, on.unwrap_or(Date::MAX)).map_err(|fault| fault.under(at)),
        }
    }

    /// Whether a workflow is sound, and its longest path.
    ///
    /// # Errors
    /// [`Code::OneOfTwo`] unless exactly one of workflow and draft is given; [`Code::UnknownReference`] or
    /// [`Code::NotInForce`] at `/workflow`; faults of the draft.
    pub fn soundness(&self, request: &SoundnessRequest) -> Result<Judged, Faults> {
        let judge = |workflow: &Workflow| {
            let day = self.calendar(None).map_or(Seconds(8 * 3600), |calendar| calendar.nominal_day());
            let (longest_seconds, longest_path) = workflow.longest_path(day);
            Judged { soundness: workflow.soundness().clone(), longest_working_seconds: longest_seconds, longest_path }
        };
        match (&request.workflow, &request.drawing) {
            (Some(id), None) => Ok(judge(self.workflow(id, request.on, "/workflow")?)),
            (None, Some(drawing)) => {
                if drawing.steps.len() > MAX_STEPS {
                    let fault = Error::new(Code::TooLarge).with("what", "steps").with("limit", MAX_STEPS);
                    return Err(fault.at(Place::pointer("/drawing/steps")).into());
                }
                let rulebook = self.rulebook();
                let draft = |drawing: WorkflowSpec| {
                    let id = WorkflowId::from("drawing");
                    rulebook.library().draft(id, drawing, rulebook.organisation(), request.on)
                };
                let faults = match draft(drawing.clone()) {
                    Ok(workflow) => return Ok(judge(&workflow)),
                    Err(faults) => faults,
                };
                // Steps that nothing leads to, or that lead nowhere, are what a drawing tool asks about. The rest is
                // judged without the former.
                let Some(flaws) = workflow::flaws_of(&faults) else { return Err(faults) };
                let dead =
                    |step: &StepId| flaws.iter().any(|it| it.kind == FlawKind::DeadStep && it.steps.contains(step));
                let rest = draft(drawing.without(&dead)).map(|workflow| judge(&workflow)).ok();
                let (seconds, path) = rest
                    .as_ref()
                    .map_or((Seconds(0), Vec::new()), |rest| (rest.longest_working_seconds, rest.longest_path.clone()));
                let mut soundness = rest.map(|rest| rest.soundness).unwrap_or_else(Soundness::unsound);
                soundness.verdict = Judgement::Unsound;
                soundness.flaws.splice(0..0, flaws);
                Ok(Judged { soundness, longest_working_seconds: seconds, longest_path: path })
            }
            _ => Err(Error::new(Code::OneOfTwo).with("one", "workflow").with("two", "drawing").into()),
        }
    }

    /// A picture of a workflow, with cases shown on it.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] at `/workflow`.
    pub fn draw(&self, request: &DrawRequest) -> Result<Picture, Faults> {
        let workflow = self.workflow(&request.workflow, request.on, "/workflow")?;
        let overlay: Overlay = case::overlay(&request.cases).with_roles_of(self.rulebook().organisation(), request.on);
        let DrawRequest { format, language, .. } = *request;
        let text = match format {
            PictureFormat::Svg => draw::svg(workflow, &overlay, language),
            PictureFormat::Dot => draw::dot(workflow, &overlay, language),
            PictureFormat::Mermaid => draw::mermaid(workflow, &overlay, language),
        };
        Ok(Picture { format, text })
    }

    /// Simulates the same work in several workflows.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] below `/workflows`; errors of the calendar.
    pub fn simulate(&self, request: &SimulateRequest) -> Result<Simulated, Faults> {
        let mut runs = Vec::new();
        for (index, id) in request.workflows.iter().enumerate() {
            let workflow = self.workflow(id, request.on, &format!("/workflows/{index}"))?;
            let calendar = |unit: Option<&_>| self.rulebook().rules().calendar_for(unit, request.on);
            runs.push(workflow::simulate(workflow, &request.arrivals, &request.working_seconds, calendar)?);
        }
        let differences = runs.first().map(|first| {
            let less = |run: &Simulation| Difference {
                workflow: run.workflow.clone(),
                steps: run.steps - first.steps,
                hand_overs: run.hand_overs - first.hand_overs,
                working_seconds: Seconds(run.working_seconds.0 - first.working_seconds.0),
                through_working_seconds: Seconds(run.through_working_seconds.0 - first.through_working_seconds.0),
            };
            runs.iter().skip(1).map(less).collect()
        });
        Ok(Simulated { differences: differences.unwrap_or_default(), runs })
    }
}
