//! Writes workflows as BPMN.

use super::ids::Ids;
use super::namespace::{BOXES, DIAGRAM, LINES};
use super::plane::Plane;
use super::{MODEL, OWN, PREFIX};
use crate::base::ids::{RoleId, WorkflowId};
use crate::base::text::Text;
use crate::base::time::Seconds;
use crate::deadline::Budget;
use crate::workflow::{Branch, Join, Split, Step, StepClock, Target, WaitsFor, Workflow};
use indexmap::IndexMap;

/// A workflow as BPMN 2.0 with a diagram: its process, and those of the workflows that it calls (call activities).
/// What BPMN cannot express is written as attributes of our own namespace, so that reading the file back gives the same
/// workflows.
pub fn write(workflow: &Workflow) -> String {
    let mut called: IndexMap<&WorkflowId, &Workflow> = IndexMap::new();
    called.insert(workflow.id(), workflow.written());
    for call in workflow.calls() {
        called.entry(&call.workflow).or_insert(&call.written);
    }
    let mut ids = Ids::default();
    let definitions = ids.of("definitions");
    let processes: IndexMap<&WorkflowId, String> = called.keys().map(|id| (*id, ids.of(id.as_str()))).collect();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"{MODEL}\" xmlns:bpmndi=\"{DIAGRAM}\" \
         xmlns:dc=\"{BOXES}\" xmlns:di=\"{LINES}\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns:namro=\"{OWN}\" id=\"{definitions}\" targetNamespace=\"{OWN}\">\n"
    );
    // The schema wants all processes before the first diagram.
    let mut diagrams = String::new();
    for (id, workflow) in called {
        let process = processes.get(id).cloned().unwrap_or_default();
        diagrams.push_str(&write_process(&mut out, workflow, &process, &processes, &mut ids));
    }
    out.push_str(&diagrams);
    out.push_str("</definitions>\n");
    out
}

/// The identifiers of a step and of what belongs to it.
struct Names {
    step: String,
    join: Option<String>,
    split: Option<String>,
    timer: Option<String>,
}

impl Names {
    fn of(step: &Step, ids: &mut Ids, own: String) -> Self {
        let mut part = |word: &str, has: bool| has.then(|| ids.of(&format!("{own}-{word}")));
        let join = part("join", step.join != Join::Any);
        let split = part("split", !matches!(step.split, Split::To(_)));
        let timer = part("budget", step.budget.is_some());
        Self { step: own, join, split, timer }
    }

    /// Where flows to the step lead: to its join, if it has one.
    fn entry(&self) -> &str {
        self.join.as_deref().unwrap_or(&self.step)
    }
}

/// Writes one process; gives its diagram.
fn write_process(
    out: &mut String,
    workflow: &Workflow,
    id: &str,
    processes: &IndexMap<&WorkflowId, String>,
    ids: &mut Ids,
) -> String {
    out.push_str(&format!(
        "  <process id=\"{}\" name=\"{}\" isExecutable=\"false\"{}>\n",
        escape(id),
        escape(&workflow.title().vi),
        of_process(workflow, id),
    ));
    // Steps come first, so that they keep their own names wherever XML allows them.
    let steps: Vec<String> = workflow.steps().iter().map(|step| ids.of(step.id.as_str())).collect();
    let names: Vec<Names> = workflow.steps().iter().zip(steps).map(|(step, own)| Names::of(step, ids, own)).collect();
    lanes(out, workflow, &names, ids);
    let (start, end) = (ids.of("start"), ids.of("end"));
    out.push_str(&format!("    <startEvent id=\"{}\"/>\n    <endEvent id=\"{}\"/>\n", escape(&start), escape(&end)));
    let mut plane = Plane::new(workflow);
    for (index, (step, names)) in workflow.steps().iter().zip(&names).enumerate() {
        write_step(out, step, names, processes);
        plane.step(&names.step, index);
        if let Some(timer) = &names.timer {
            plane.timer(timer, index);
        }
    }
    let mut flows = Flows { out: String::new(), ids, plane, names: &names, end };
    for (index, step) in workflow.steps().iter().enumerate() {
        write_join(out, &mut flows, step, index);
    }
    let first = names.get(workflow.start()).map(Names::entry).unwrap_or_default();
    let (begin, end) = (flows.plane.ends(&start, &flows.end), flows.end.clone());
    let flow = flows.push(&start, first, &Way::default());
    flows.plane.down(&flow, begin);
    for (index, step) in workflow.steps().iter().enumerate() {
        write_split(out, &mut flows, step, index, &end);
    }
    out.push_str(&flows.out);
    out.push_str("  </process>\n");
    flows.plane.write(id, flows.ids)
}

/// The attributes of a workflow as a whole.
fn of_process(workflow: &Workflow, id: &str) -> String {
    let mut own = Own::default();
    own.say("id", if workflow.id().as_str() == id { "" } else { workflow.id().as_str() });
    if workflow.title().en != workflow.title().vi {
        own.say("title-en", &workflow.title().en);
    }
    own.say("from", &workflow.in_force.from.map(|date| date.to_string()).unwrap_or_default());
    own.say("to", &workflow.in_force.to.map(|date| date.to_string()).unwrap_or_default());
    own.say("assume-sound", workflow.assumed_sound().unwrap_or_default());
    own.0
}

/// Attributes of our own namespace.
#[derive(Default)]
struct Own(String);

impl Own {
    fn say(&mut self, word: &str, value: &str) {
        if !value.is_empty() {
            self.0.push_str(&format!(" {PREFIX}{word}=\"{}\"", escape(value)));
        }
    }
}

/// The properties of a step that may occur several times.
fn extension(step: &Step) -> String {
    let mut out = String::new();
    let mut list = |name: &str, values: &mut dyn Iterator<Item = &str>| {
        for value in values {
            out.push_str(&format!("<{PREFIX}{name}>{}</{PREFIX}{name}>", escape(value)));
        }
    };
    list("cooperating", &mut step.cooperating.iter().map(|role| role.as_str()));
    list("informed", &mut step.informed.iter().map(|role| role.as_str()));
    list("not-by", &mut step.not_by.iter().map(|step| step.as_str()));
    list("outcome", &mut step.outcomes.iter().map(String::as_str));
    for route in &step.route {
        let mut own = String::new();
        for (word, value) in [
            ("unit", route.unit.as_ref().map(|unit| unit.as_str())),
            ("officer", route.officer.as_ref().map(|officer| officer.as_str())),
        ] {
            own.extend(value.map(|value| format!(" {word}=\"{}\"", escape(value))));
        }
        let when = route.when.as_ref().map(|when| escape(&when.to_string())).unwrap_or_default();
        out.push_str(&format!("<{PREFIX}route{own}>{when}</{PREFIX}route>"));
    }
    if out.is_empty() { out } else { format!("<extensionElements>{out}</extensionElements>") }
}

fn lanes(out: &mut String, workflow: &Workflow, names: &[Names], ids: &mut Ids) {
    let mut lanes: IndexMap<&RoleId, Vec<&str>> = IndexMap::new();
    for (step, names) in workflow.steps().iter().zip(names) {
        if let Some(role) = &step.role {
            lanes.entry(role).or_default().push(&names.step);
        }
    }
    if lanes.is_empty() {
        return;
    }
    out.push_str(&format!("    <laneSet id=\"{}\">\n", escape(&ids.of("lanes"))));
    for (role, steps) in lanes {
        let (id, role) = (escape(&ids.of(&format!("lane-{role}"))), escape(role.as_str()));
        out.push_str(&format!("      <lane id=\"{id}\" name=\"{role}\">"));
        for step in steps {
            out.push_str(&format!("<flowNodeRef>{}</flowNodeRef>", escape(step)));
        }
        out.push_str("</lane>\n");
    }
    out.push_str("    </laneSet>\n");
}

fn write_step(out: &mut String, step: &Step, names: &Names, processes: &IndexMap<&WorkflowId, String>) {
    let kind = match (&step.workflow, step.waits_for) {
        (Some(_), _) => "callActivity",
        (None, None) => "userTask",
        (None, Some(WaitsFor::System)) => "serviceTask",
        (None, Some(WaitsFor::Citizen | WaitsFor::Agency)) => "receiveTask",
    };
    let id = escape(&names.step);
    let mut own = Own::default();
    if let Some(called) = &step.workflow {
        let process = processes.get(called).map(String::as_str).unwrap_or_default();
        own.0.push_str(&format!(" calledElement=\"{}\"", escape(process)));
        own.say("workflow", called.as_str());
    }
    own.say("id", if step.id.as_str() == names.step { "" } else { step.id.as_str() });
    if step.title.en != step.title.vi {
        own.say("title-en", &step.title.en);
    }
    if step.waits_for == Some(WaitsFor::Citizen) {
        own.say("waits-for", WaitsFor::Citizen.as_str());
    }
    own.say("unit", step.unit.as_ref().map_or("", |unit| unit.as_str()));
    own.say("ended-by", step.ended_by.as_ref().map_or("", |role| role.as_str()));
    own.say("clock", if step.clock == StepClock::Run { "" } else { step.clock.as_str() });
    own.say("on-silence", step.on_silence.map_or("", |silence| silence.as_str()));
    own.say("product", step.product.as_deref().unwrap_or_default());
    if step.workflow.is_none() {
        own.say("supplement", if step.supplement { "true" } else { "false" });
    }
    out.push_str(&format!("    <{kind} id=\"{id}\" name=\"{}\"{}>", escape(&step.title.vi), own.0));
    if let Some(note) = &step.note {
        out.push_str(&format!("<documentation>{}</documentation>", escape(note)));
    }
    out.push_str(&extension(step));
    out.push_str(&format!("</{kind}>\n"));
    if let (Some(budget), Some(timer)) = (&step.budget, &names.timer) {
        // BPMN wants a duration of ISO 8601; if that says less than the budget, our own attribute says the rest.
        let iso = budget.limit().iso().unwrap_or_else(|| iso_hours(budget));
        let mut own = Own::default();
        if Budget::parse(&iso).ok().as_ref() != Some(budget) {
            own.say("budget", &budget.to_string());
        }
        out.push_str(&format!(
            "    <boundaryEvent id=\"{}\" attachedToRef=\"{id}\" cancelActivity=\"false\"{}>\
             <timerEventDefinition><timeDuration xsi:type=\"tFormalExpression\">{}</timeDuration>\
             </timerEventDefinition></boundaryEvent>\n",
            escape(timer),
            own.0,
            escape(&iso),
        ));
    }
}

/// A budget that ISO 8601 has no unit for, in hours and minutes of a working day of eight hours.
fn iso_hours(budget: &Budget) -> String {
    let seconds = budget.seconds(Seconds(8 * 3600)).0.max(0);
    format!("PT{}H{}M", seconds / 3600, seconds / 60 % 60)
}

/// The gateway before a step, and the flow between them.
fn write_join(out: &mut String, flows: &mut Flows<'_>, step: &Step, index: usize) {
    let Some(names) = flows.names.get(index) else { return };
    let kind = match step.join {
        Join::Any => return,
        Join::All => "parallelGateway",
        Join::Some => "inclusiveGateway",
    };
    if let Some(join) = &names.join {
        out.push_str(&format!("    <{kind} id=\"{}\"/>\n", escape(join)));
        let line = flows.plane.join(join, index);
        let flow = flows.push(join, &names.step, &Way::default());
        flows.plane.down(&flow, line);
    }
}

/// The gateway after a step, and the flows out of it.
fn write_split(out: &mut String, flows: &mut Flows<'_>, step: &Step, index: usize, end: &str) {
    let Some(names) = flows.names.get(index) else { return };
    let all = flows.names;
    let target = |target: Target| match target {
        Target::Step(index) => all.get(index).map(Names::entry).unwrap_or_default(),
        Target::End => end,
    };
    let plain = |to: &Target| (*to, Way::default());
    let (kind, ways): (&str, Vec<(Target, Way)>) = match &step.split {
        Split::To(to) => {
            let flow = flows.push(&names.step, target(*to), &Way::default());
            return flows.plane.flow(&flow, index, *to);
        }
        Split::AllOf(targets) => ("parallelGateway", targets.iter().map(plain).collect()),
        Split::OneOf(branches) => ("exclusiveGateway", branches.iter().map(Way::of).collect()),
        Split::SomeOf(branches) => ("inclusiveGateway", branches.iter().map(Way::of).collect()),
    };
    let Some(split) = &names.split else { return };
    let line = flows.plane.split(split, index, kind == "exclusiveGateway");
    let flow = flows.push(&names.step, split, &Way::default());
    flows.plane.down(&flow, line);
    let mut default = String::new();
    for (to, way) in ways {
        let flow = flows.push(split, target(to), &way);
        flows.plane.flow(&flow, index, to);
        if way.otherwise && way.when.is_none() {
            default = format!(" default=\"{}\"", escape(&flow));
        }
    }
    out.push_str(&format!("    <{kind} id=\"{}\"{default}/>\n", escape(split)));
}

/// What a flow says beside its ends.
#[derive(Default)]
struct Way {
    when: Option<String>,
    otherwise: bool,
    title: Option<Text>,
}

impl Way {
    fn of(branch: &Branch) -> (Target, Self) {
        let when = branch.when.as_ref().map(ToString::to_string);
        (branch.to, Self { when, otherwise: branch.otherwise, title: branch.title.clone() })
    }
}

struct Flows<'a> {
    out: String,
    ids: &'a mut Ids,
    plane: Plane,
    names: &'a [Names],
    end: String,
}

impl Flows<'_> {
    /// Writes a flow; gives its identifier.
    fn push(&mut self, from: &str, to: &str, way: &Way) -> String {
        let id = self.ids.of("flow");
        let mut own = Own::default();
        if let Some(title) = &way.title {
            own.0.push_str(&format!(" name=\"{}\"", escape(&title.vi)));
            own.say("title-en", if title.en == title.vi { "" } else { &title.en });
        }
        own.say("else", if way.otherwise && way.when.is_some() { "true" } else { "" });
        let head = format!(
            "    <sequenceFlow id=\"{}\" sourceRef=\"{}\" targetRef=\"{}\"{}",
            escape(&id),
            escape(from),
            escape(to),
            own.0
        );
        let tail = match &way.when {
            Some(when) => format!(
                "><conditionExpression xsi:type=\"tFormalExpression\">{}</conditionExpression></sequenceFlow>\n",
                escape(when)
            ),
            None => "/>\n".to_owned(),
        };
        self.out.push_str(&(head + &tail));
        id
    }
}

pub(super) fn escape(text: &str) -> String {
    // XML has no way to write other control characters.
    let allowed = |c: &char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{7f}'..='\u{9f}');
    let text: String = text.chars().filter(allowed).filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    let quoted = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    // A literal line end in an attribute would be read as a space.
    quoted.replace('\n', "&#10;").replace('\r', "&#13;").replace('\t', "&#9;")
}
