//! Workflows: are they sound, what do they look like, how long does work take in them.

use super::handle::Office;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{StepId, WorkflowId};
use crate::base::shape::{Shape, Term};
use crate::base::text::Language;
use crate::base::time::{Date, Seconds};
use crate::case::{self, Case};
use crate::workflow::{self, Arrival, Overlay, Simulation, Soundness, Workflow, WorkflowSpec, draw};
use indexmap::IndexMap;
use serde::Serialize;

/// Asks whether a workflow is sound: one of the office, or one that is being drawn.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct SoundnessRequest {
    /// A workflow of the office.
    pub workflow: Option<WorkflowId>,
    /// A workflow as a rulebook writes it.
    pub drawing: Option<WorkflowSpec>,
    /// The day whose version is meant, of the workflow or of those that the drawing calls; without one, the last.
    pub on: Option<Date>,
}

/// Whether a workflow is sound, and how much working time it takes at most.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Judged {
    /// The verdict, and the way to each fault.
    pub soundness: Soundness,
    /// Working seconds of the longest way: each loop once, waits for the citizen at nothing.
    pub longest_working_seconds: Seconds,
    /// The steps of the longest way.
    pub longest_path: Vec<StepId>,
}

/// In which form a picture is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Term)]
pub enum PictureFormat {
    /// Laid out, to be shown as it is.
    #[default]
    #[term("svg")]
    Svg,
    /// For Graphviz.
    #[term("dot")]
    Dot,
    /// For Mermaid.
    #[term("mermaid")]
    Mermaid,
}

/// Asks for the picture of a workflow.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct DrawRequest {
    /// The workflow.
    pub workflow: WorkflowId,
    /// The day whose version is meant; without one, the last.
    pub on: Option<Date>,
    /// In which form.
    #[shape(default)]
    pub format: PictureFormat,
    /// The language of its words.
    #[shape(default = Language::Vi)]
    pub language: Language,
    /// Cases to paint on it: of one, where it stands and with whom; of several, how often each step was done.
    pub cases: Vec<Case>,
}

/// A picture.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Picture {
    /// In which form.
    pub format: PictureFormat,
    /// The picture, as text.
    pub text: String,
}

/// Sends the same work through several workflows.
#[derive(Clone, Debug, Serialize, Shape)]
pub struct SimulateRequest {
    /// The workflows; each is compared with the first.
    pub workflows: Vec<WorkflowId>,
    /// The day whose versions are meant; without one, the last.
    pub on: Option<Date>,
    /// What comes in.
    pub arrivals: Vec<Arrival>,
    /// How long steps really take, in working seconds; without an entry, their budget.
    pub working_seconds: IndexMap<StepId, Seconds>,
}

/// What each workflow made of it, and by how much each differs from the first.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Simulated {
    /// The runs, in the order asked for.
    pub runs: Vec<Simulation>,
    /// For each run but the first: it less the first.
    pub differences: Vec<Difference>,
}

/// One run less the first.
#[derive(Clone, Debug, Serialize, Shape)]
#[shape(answer)]
pub struct Difference {
    /// The workflow.
    pub workflow: WorkflowId,
    /// Steps done.
    pub steps: i64,
    /// Hand-overs.
    pub hand_overs: i64,
    /// Working seconds of all steps.
    pub working_seconds: Seconds,
    /// Working seconds from arrival to end.
    pub through_working_seconds: Seconds,
}

impl Office {
    /// The version of a workflow on a day, or its last one.
    pub(super) fn workflow(&self, id: &WorkflowId, on: Option<Date>, at: &str) -> Result<&Workflow, Error> {
        let rulebook = self.rulebook();
        let last =
            rulebook.workflows().find(|(known, _)| *known == id).and_then(|(_, versions)| versions.iter().last());
        match (on, last) {
            (None, Some(last)) => Ok(last),
            (on, _) => rulebook.workflow(id, on.unwrap_or(Date::MAX)).map_err(|fault| fault.under(at)),
        }
    }

    /// Whether a workflow is sound, and the longest way through it.
    ///
    /// # Errors
    /// [`Code::OneOfTwo`] unless just one of workflow and drawing is given; [`Code::UnknownReference`] or
    /// [`Code::NotInForce`] at `/workflow`; what is wrong with the drawing.
    pub fn soundness(&self, request: &SoundnessRequest) -> Result<Judged, Faults> {
        let judge = |workflow: &Workflow| {
            let day = self.calendar(None).map_or(Seconds(8 * 3600), |calendar| calendar.nominal_day());
            let (longest_seconds, longest_path) = workflow.longest_path(day);
            Judged { soundness: workflow.soundness().clone(), longest_working_seconds: longest_seconds, longest_path }
        };
        match (&request.workflow, &request.drawing) {
            (Some(id), None) => Ok(judge(self.workflow(id, request.on, "/workflow")?)),
            (None, Some(drawing)) => {
                let rulebook = self.rulebook();
                let id = WorkflowId::from("drawing");
                Ok(judge(&rulebook.library().draft(id, drawing.clone(), rulebook.organisation(), request.on)?))
            }
            _ => Err(Error::new(Code::OneOfTwo).with("one", "workflow").with("two", "drawing").into()),
        }
    }

    /// The picture of a workflow, with cases painted on it.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] at `/workflow`.
    pub fn draw(&self, request: &DrawRequest) -> Result<Picture, Faults> {
        let workflow = self.workflow(&request.workflow, request.on, "/workflow")?;
        let overlay: Overlay = case::overlay(&request.cases);
        let DrawRequest { format, language, .. } = *request;
        let text = match format {
            PictureFormat::Svg => draw::svg(workflow, &overlay, language),
            PictureFormat::Dot => draw::dot(workflow, &overlay, language),
            PictureFormat::Mermaid => draw::mermaid(workflow, &overlay, language),
        };
        Ok(Picture { format, text })
    }

    /// The same work sent through several workflows.
    ///
    /// # Errors
    /// [`Code::UnknownReference`] or [`Code::NotInForce`] below `/workflows`; those of the calendar.
    pub fn simulate(&self, request: &SimulateRequest) -> Result<Simulated, Faults> {
        let mut runs = Vec::new();
        for (index, id) in request.workflows.iter().enumerate() {
            let workflow = self.workflow(id, request.on, &format!("/workflows/{index}"))?;
            let calendar = |unit: Option<&_>| self.rulebook().rules().calendar_for(unit);
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
