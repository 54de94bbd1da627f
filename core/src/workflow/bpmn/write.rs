//! Writes workflows as BPMN.

use super::{MODEL, OWN, PREFIX};
use crate::base::ids::{RoleId, WorkflowId};
use crate::workflow::{Join, Split, Step, StepClock, Target, WaitsFor, Workflow};
use indexmap::IndexMap;

/// A workflow as BPMN 2.0 without a diagram: its process, and those of the workflows that it calls (call activities).
/// What BPMN cannot express is written as attributes of our own namespace, so that reading the file back gives the same
/// workflows.
pub fn write(workflow: &Workflow) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"{MODEL}\" xmlns:namro=\"{OWN}\" \
         targetNamespace=\"{OWN}\">\n"
    );
    write_process(&mut out, workflow.written(), "");
    let mut called: IndexMap<&WorkflowId, &Workflow> = IndexMap::new();
    for call in workflow.calls() {
        called.entry(&call.workflow).or_insert(&call.written);
    }
    for (id, workflow) in called {
        write_process(&mut out, workflow, &format!("{id}/"));
    }
    out.push_str("</definitions>\n");
    out
}

/// One process; `prefix` separates its elements from those of the others in the file.
fn write_process(out: &mut String, workflow: &Workflow, prefix: &str) {
    out.push_str(&format!(
        "  <process id=\"{}\" name=\"{}\" isExecutable=\"false\"{}>\n",
        escape(workflow.id().as_str()),
        escape(&workflow.title().vi),
        of_process(workflow, prefix),
    ));
    let names = Names { prefix };
    lanes(out, workflow, names);
    let (start, end) = (names.of("#start"), names.of("#end"));
    out.push_str(&format!("    <startEvent id=\"{}\"/>\n    <endEvent id=\"{}\"/>\n", escape(&start), escape(&end)));
    let mut flows = Flows { out: String::new(), count: 0, names };
    let first = workflow.steps().get(workflow.start()).map(|step| names.entry(step)).unwrap_or_default();
    flows.push(&start, &first, None);
    for step in workflow.steps() {
        write_step(out, step, names);
        write_gateways(out, &mut flows, workflow, step);
    }
    out.push_str(&flows.out);
    out.push_str("  </process>\n");
}

/// The identifiers of the elements of one process.
#[derive(Clone, Copy)]
struct Names<'a> {
    prefix: &'a str,
}

impl Names<'_> {
    fn of(self, id: &str) -> String {
        format!("{}{id}", self.prefix)
    }

    /// Where flows to a step lead: to its join, if it has one.
    fn entry(self, step: &Step) -> String {
        if step.join == Join::Any { self.of(step.id.as_str()) } else { self.of(&format!("{}#join", step.id)) }
    }
}

/// The attributes of a workflow as a whole.
fn of_process(workflow: &Workflow, prefix: &str) -> String {
    let mut own = Own::default();
    own.say("prefix", prefix);
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

fn lanes(out: &mut String, workflow: &Workflow, names: Names<'_>) {
    let mut lanes: IndexMap<&RoleId, Vec<&Step>> = IndexMap::new();
    for step in workflow.steps() {
        if let Some(role) = &step.role {
            lanes.entry(role).or_default().push(step);
        }
    }
    if lanes.is_empty() {
        return;
    }
    out.push_str(&format!("    <laneSet id=\"{}\">\n", escape(&names.of("#lanes"))));
    for (role, steps) in lanes {
        let (id, role) = (escape(&names.of(&format!("#lane-{role}"))), escape(role.as_str()));
        out.push_str(&format!("      <lane id=\"{id}\" name=\"{role}\">"));
        for step in steps {
            out.push_str(&format!("<flowNodeRef>{}</flowNodeRef>", escape(&names.of(step.id.as_str()))));
        }
        out.push_str("</lane>\n");
    }
    out.push_str("    </laneSet>\n");
}

fn write_step(out: &mut String, step: &Step, names: Names<'_>) {
    let kind = match (&step.workflow, step.waits_for) {
        (Some(_), _) => "callActivity",
        (None, None) => "userTask",
        (None, Some(WaitsFor::System)) => "serviceTask",
        (None, Some(WaitsFor::Citizen | WaitsFor::Agency)) => "receiveTask",
    };
    let id = escape(&names.of(step.id.as_str()));
    let mut own = Own::default();
    if let Some(called) = &step.workflow {
        own.0.push_str(&format!(" calledElement=\"{}\"", escape(called.as_str())));
        own.say("workflow", called.as_str());
    }
    if step.title.en != step.title.vi {
        own.say("title-en", &step.title.en);
    }
    if step.waits_for == Some(WaitsFor::Citizen) {
        own.say("waits-for", WaitsFor::Citizen.as_str());
    }
    own.say("unit", step.unit.as_ref().map_or("", |unit| unit.as_str()));
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
    if let Some(budget) = &step.budget {
        out.push_str(&format!(
            "    <boundaryEvent id=\"{id}#budget\" attachedToRef=\"{id}\" cancelActivity=\"false\">\
             <timerEventDefinition><timeDuration>{}</timeDuration></timerEventDefinition></boundaryEvent>\n",
            escape(&budget.to_string()),
        ));
    }
}

/// The join before a step, the split after it, and the flows between them.
fn write_gateways(out: &mut String, flows: &mut Flows<'_>, workflow: &Workflow, step: &Step) {
    let names = flows.names;
    let id = &names.of(step.id.as_str());
    let join = match step.join {
        Join::Any => None,
        Join::All => Some("parallelGateway"),
        Join::Some => Some("inclusiveGateway"),
    };
    if let Some(kind) = join {
        out.push_str(&format!("    <{kind} id=\"{}\"/>\n", escape(&names.entry(step))));
        flows.push(&names.entry(step), id, None);
    }
    let target = |target: Target| match target {
        Target::Step(index) => workflow.steps().get(index).map(|step| names.entry(step)).unwrap_or_default(),
        Target::End => names.of("#end"),
    };
    let (kind, branches) = match &step.split {
        Split::To(to) => return flows.push(id, &target(*to), None),
        Split::AllOf(targets) => ("parallelGateway", targets.iter().map(|to| (target(*to), None, false)).collect()),
        Split::OneOf(branches) | Split::SomeOf(branches) => {
            let kind = if matches!(step.split, Split::OneOf(_)) { "exclusiveGateway" } else { "inclusiveGateway" };
            let branch = |branch: &crate::workflow::Branch| {
                (target(branch.to), branch.when.as_ref().map(ToString::to_string), branch.when.is_none())
            };
            (kind, branches.iter().map(branch).collect::<Vec<_>>())
        }
    };
    let gateway = format!("{id}#split");
    flows.push(id, &gateway, None);
    let mut default = String::new();
    for (to, when, otherwise) in branches {
        flows.push(&gateway, &to, when.as_deref());
        if otherwise {
            default = format!(" default=\"{}\"", escape(&flows.last()));
        }
    }
    out.push_str(&format!("    <{kind} id=\"{}\"{default}/>\n", escape(&gateway)));
}

struct Flows<'a> {
    out: String,
    count: usize,
    names: Names<'a>,
}

impl Flows<'_> {
    /// The identifier of the flow that was written last.
    fn last(&self) -> String {
        self.names.of(&format!("flow-{}", self.count))
    }

    fn push(&mut self, from: &str, to: &str, when: Option<&str>) {
        self.count += 1;
        let (from, to) = (escape(from), escape(to));
        let head = format!("    <sequenceFlow id=\"{}\" sourceRef=\"{from}\" targetRef=\"{to}\"", escape(&self.last()));
        let tail = match when {
            Some(when) => format!("><conditionExpression>{}</conditionExpression></sequenceFlow>\n", escape(when)),
            None => "/>\n".to_owned(),
        };
        self.out.push_str(&(head + &tail));
    }
}

fn escape(text: &str) -> String {
    let quoted = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    // A literal line end in an attribute would be read as a space.
    quoted.replace('\n', "&#10;").replace('\r', "&#13;").replace('\t', "&#9;")
}
