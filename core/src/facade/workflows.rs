//! Requests about workflows and the people in them: folding, rights, suggestions, soundness, pictures, simulation.

use crate::base::error::{Code, Error, Faults};
use crate::base::ids::{EventId, OfficerId, RoleId, StepId, UnitId, WorkflowId};
use crate::base::shape::{shape, terms};
use crate::base::text::{Language, Text};
use crate::base::time::{Date, Seconds, Stamp};
use crate::case::{self, Case, Event, Refusal, Suggestion};
use crate::office::Office;
use crate::people::{Denial, Grant, Right, Secrecy};
use crate::workflow::{self, Arrival, Overlay, Simulation, Soundness, Workflow, WorkflowSpec, draw};
use indexmap::IndexMap;
use serde::Serialize;

shape! {
    /// Applies the events of a case one after the other.
    pub struct FoldRequest {
        /// The case so far; none when the first event begins it.
        pub case: Option<Case>,
        /// What happens, in order.
        pub events: Vec<Event>,
    }
}

/// The case after all that was allowed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Folded {
    /// The case; none while nothing was allowed.
    pub case: Option<Case>,
    /// What was refused; each left the case as it was.
    pub refused: Vec<Refused>,
}

/// An event that was refused.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Refused {
    /// Its place among the events, from 0.
    pub index: usize,
    /// Its identifier, where it has one.
    pub event_id: Option<EventId>,
    /// Why it may not happen.
    pub refusal: Refusal,
}

pub(super) fn fold(office: &Office, request: FoldRequest) -> Result<Folded, Faults> {
    let mut folded = Folded { case: request.case, refused: Vec::new() };
    for (index, event) in request.events.iter().enumerate() {
        match office.apply(folded.case.as_ref(), event) {
            Ok(case) => folded.case = Some(case),
            Err(refusal) => {
                folded.refused.push(Refused { index, event_id: event.event_id.clone(), refusal: *refusal });
            }
        }
    }
    Ok(folded)
}

shape! {
    /// Asks whether an officer has a right on a day.
    pub struct MayRequest {
        /// The officer, by id, name or alias.
        pub officer: OfficerId,
        /// The role; without one, whether the officer is employed and cleared.
        pub role: Option<RoleId>,
        /// The unit at which it is needed.
        pub unit: Option<UnitId>,
        /// How secret the matter is.
        pub secrecy: Secrecy = Secrecy::default(),
        /// For whom, where a substitute acts.
        pub on_behalf_of: Option<OfficerId>,
        /// The day.
        pub on: Date,
    }
}

/// Yes or no: one of the two is there.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Permission {
    /// The chain of right.
    pub grant: Option<Grant>,
    /// What is missing, and who has it.
    pub denial: Option<Denial>,
}

pub(super) fn may(office: &Office, request: MayRequest) -> Result<Permission, Faults> {
    let MayRequest { officer, role, unit, secrecy, on_behalf_of, on } = request;
    let staff = office.staff();
    let officer = staff.find(officer.as_str()).unwrap_or(&officer);
    Ok(match staff.may_for(officer, on_behalf_of.as_ref(), &Right { role, unit, secrecy }, on) {
        Ok(grant) => Permission { grant: Some(grant), denial: None },
        Err(denial) => Permission { grant: None, denial: Some(*denial) },
    })
}

shape! {
    /// Asks to whom an open step should go.
    pub struct SuggestRequest {
        /// The case.
        pub case: Case,
        /// The step.
        pub step: StepId,
        /// The cases whose work counts as burden.
        pub cases: Vec<Case>,
        /// As of when.
        pub now: Stamp,
    }
}

pub(super) fn suggest(office: &Office, request: SuggestRequest) -> Result<Vec<Suggestion>, Faults> {
    Ok(case::suggest(office, &request.case, &request.step, &request.cases, request.now.at))
}

shape! {
    /// Asks whether a workflow is sound: one of the office, or one that is being drawn.
    pub struct SoundnessRequest {
        /// A workflow of the office.
        pub workflow: Option<WorkflowId>,
        /// A workflow as a rulebook writes it.
        pub drawing: Option<WorkflowSpec>,
        /// The day whose version is meant, of the workflow or of those that the drawing calls; without one, the last.
        pub on: Option<Date>,
    }
}

/// Whether a workflow is sound, and how much working time it takes at most.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judged {
    /// The verdict, and the way to each fault.
    pub soundness: Soundness,
    /// Working seconds of the longest way: each loop once, waits for the citizen at nothing.
    pub longest_seconds: Seconds,
    /// The steps of the longest way.
    pub longest_path: Vec<StepId>,
}

pub(super) fn soundness(office: &Office, request: SoundnessRequest) -> Result<Judged, Faults> {
    let judge = |workflow: &Workflow| {
        let day = office.calendar(None).map_or(Seconds(8 * 3600), |calendar| calendar.nominal_day());
        let (longest_seconds, longest_path) = workflow.longest_path(day);
        Judged { soundness: workflow.soundness().clone(), longest_seconds, longest_path }
    };
    match (request.workflow, request.drawing) {
        (Some(id), None) => Ok(judge(named(office, &id, request.on)?)),
        (None, Some(drawing)) => {
            let id = WorkflowId::from("drawing");
            Ok(judge(&office.rulebook().library().draft(id, drawing, office.rulebook().organisation(), request.on)?))
        }
        _ => Err(Error::new(Code::OneOfTwo).with("one", "workflow").with("two", "drawing").into()),
    }
}

fn named<'a>(office: &'a Office, id: &WorkflowId, on: Option<Date>) -> Result<&'a Workflow, Error> {
    let last =
        office.rulebook().workflows().find(|(known, _)| *known == id).and_then(|(_, versions)| versions.iter().last());
    match (on, last) {
        (None, Some(last)) => Ok(last),
        (on, _) => office.rulebook().workflow(id, on.unwrap_or(Date::MAX)),
    }
}

terms! {
    /// In which form a picture is wanted.
    #[derive(Default)]
    pub enum PictureFormat {
        /// Laid out, to be shown as it is.
        #[default]
        Svg = "svg",
        /// For Graphviz.
        Dot = "dot",
        /// For Mermaid.
        Mermaid = "mermaid",
    }
}

shape! {
    /// Asks for the picture of a workflow.
    pub struct DrawRequest {
        /// The workflow.
        pub workflow: WorkflowId,
        /// The day whose version is meant; without one, the last.
        pub on: Option<Date>,
        /// In which form.
        pub format: PictureFormat = PictureFormat::default(),
        /// The language of its words.
        pub language: Language = Language::Vi,
        /// Cases to paint on it: of one, where it stands and with whom; of several, how often each step was done.
        pub cases: Vec<Case>,
    }
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Picture {
    /// In which form.
    pub format: PictureFormat,
    /// The picture, as text.
    pub text: String,
}

pub(super) fn draw(office: &Office, request: DrawRequest) -> Result<Picture, Faults> {
    let workflow = named(office, &request.workflow, request.on)?;
    let overlay: Overlay = case::overlay(&request.cases);
    let DrawRequest { format, language, .. } = request;
    let text = match format {
        PictureFormat::Svg => draw::svg(workflow, &overlay, language),
        PictureFormat::Dot => draw::dot(workflow, &overlay, language),
        PictureFormat::Mermaid => draw::mermaid(workflow, &overlay, language),
    };
    Ok(Picture { format, text })
}

shape! {
    /// Sends the same work through several workflows.
    pub struct SimulateRequest {
        /// The workflows; each is compared with the first.
        pub workflows: Vec<WorkflowId>,
        /// The day whose versions are meant; without one, the last.
        pub on: Option<Date>,
        /// What comes in.
        pub arrivals: Vec<Arrival>,
        /// How long steps really take, in working seconds; without an entry, their budget.
        pub seconds: IndexMap<StepId, Seconds>,
    }
}

/// What each workflow made of it, and by how much each differs from the first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Simulated {
    /// The runs, in the order asked for.
    pub runs: Vec<Simulation>,
    /// For each run but the first: it less the first.
    pub differences: Vec<Difference>,
}

/// One run less the first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    pub through_seconds: Seconds,
}

pub(super) fn simulate(office: &Office, request: SimulateRequest) -> Result<Simulated, Faults> {
    let mut runs = Vec::new();
    for id in &request.workflows {
        let workflow = named(office, id, request.on)?;
        runs.push(workflow::simulate(workflow, &request.arrivals, &request.seconds, |unit| office.calendar_of(unit))?);
    }
    let differences = runs.first().map(|first| {
        let less = |run: &Simulation| Difference {
            workflow: run.workflow.clone(),
            steps: run.steps - first.steps,
            hand_overs: run.hand_overs - first.hand_overs,
            working_seconds: Seconds(run.working_seconds.0 - first.working_seconds.0),
            through_seconds: Seconds(run.through_seconds.0 - first.through_seconds.0),
        };
        runs.iter().skip(1).map(less).collect()
    });
    Ok(Simulated { differences: differences.unwrap_or_default(), runs })
}

shape! {
    /// Asks for a workflow as BPMN 2.0.
    pub struct WriteBpmnRequest {
        /// The workflow.
        pub workflow: WorkflowId,
        /// The day whose version is meant; without one, the last.
        pub on: Option<Date>,
    }
}

shape! {
    /// Asks for the workflows of a BPMN 2.0 file.
    pub struct ReadBpmnRequest {
        /// The file.
        pub xml: String,
    }
}

/// A file as text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BpmnFile {
    /// The file.
    pub xml: String,
}

/// What a BPMN file holds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BpmnImport {
    /// Its processes, as a rulebook would write them.
    pub workflows: IndexMap<WorkflowId, WorkflowSpec>,
    /// What was left out or replaced, each with its element and line.
    pub remarks: Vec<BpmnRemark>,
}

/// Something of a BPMN file that a workflow cannot mean.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BpmnRemark {
    /// What became of it.
    pub code: Code,
    /// The same in words, naming the element.
    pub text: Text,
    /// The line of the file.
    pub line: Option<u64>,
}

#[cfg(feature = "bpmn")]
pub(super) fn write_bpmn(office: &Office, request: WriteBpmnRequest) -> Result<BpmnFile, Faults> {
    Ok(BpmnFile { xml: workflow::bpmn::write(named(office, &request.workflow, request.on)?) })
}

#[cfg(feature = "bpmn")]
pub(super) fn read_bpmn(_: &Office, request: ReadBpmnRequest) -> Result<BpmnImport, Faults> {
    let import = workflow::bpmn::read(&request.xml)?;
    let told = |fault: &Error| BpmnRemark { code: fault.code(), text: fault.text(), line: fault.place().line };
    Ok(BpmnImport { remarks: import.remarks.iter().map(told).collect(), workflows: import.workflows })
}

#[cfg(not(feature = "bpmn"))]
pub(super) fn write_bpmn(_: &Office, _: WriteBpmnRequest) -> Result<BpmnFile, Faults> {
    Err(Error::new(Code::NotBuilt).with("feature", "bpmn").into())
}

#[cfg(not(feature = "bpmn"))]
pub(super) fn read_bpmn(_: &Office, _: ReadBpmnRequest) -> Result<BpmnImport, Faults> {
    Err(Error::new(Code::NotBuilt).with("feature", "bpmn").into())
}
