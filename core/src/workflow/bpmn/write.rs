//! From workflows to BPMN.

use super::{MODEL, OWN};
use crate::ids::RoleId;
use crate::workflow::{Join, Split, Step, StepClock, Target, WaitsFor, Workflow};
use indexmap::IndexMap;

/// A workflow as a BPMN 2.0 process without a picture. What BPMN has no word for stands in attributes of a namespace
/// of its own; reading the file back gives the same workflow.
pub fn write(workflow: &Workflow) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"{MODEL}\" xmlns:namro=\"{OWN}\" \
         targetNamespace=\"{OWN}\">\n  <process id=\"{}\" name=\"{}\" isExecutable=\"false\">\n",
        escape(workflow.id().as_str()),
        escape(&workflow.title().vi),
    );
    lanes(&mut out, workflow);
    out.push_str("    <startEvent id=\"#start\"/>\n    <endEvent id=\"#end\"/>\n");
    let mut flows = Flows { out: String::new(), count: 0 };
    let first = workflow.steps().get(workflow.start()).map(entry).unwrap_or_default();
    flows.push("#start", &first, None);
    for step in workflow.steps() {
        write_step(&mut out, step);
        write_gateways(&mut out, &mut flows, workflow, step);
    }
    out.push_str(&flows.out);
    out.push_str("  </process>\n</definitions>\n");
    out
}

/// Where flows to a step lead: to its join, where it has one.
fn entry(step: &Step) -> String {
    if step.join == Join::Any { step.id.to_string() } else { format!("{}#join", step.id) }
}

fn lanes(out: &mut String, workflow: &Workflow) {
    let mut lanes: IndexMap<&RoleId, Vec<&Step>> = IndexMap::new();
    for step in workflow.steps() {
        if let Some(role) = &step.role {
            lanes.entry(role).or_default().push(step);
        }
    }
    if lanes.is_empty() {
        return;
    }
    out.push_str("    <laneSet id=\"#lanes\">\n");
    for (role, steps) in lanes {
        let role = escape(role.as_str());
        out.push_str(&format!("      <lane id=\"#lane-{role}\" name=\"{role}\">"));
        for step in steps {
            out.push_str(&format!("<flowNodeRef>{}</flowNodeRef>", escape(step.id.as_str())));
        }
        out.push_str("</lane>\n");
    }
    out.push_str("    </laneSet>\n");
}

fn write_step(out: &mut String, step: &Step) {
    let kind = match step.waits_for {
        None => "userTask",
        Some(WaitsFor::System) => "serviceTask",
        Some(WaitsFor::Citizen | WaitsFor::Agency) => "receiveTask",
    };
    let id = escape(step.id.as_str());
    let mut attributes = format!("id=\"{id}\" name=\"{}\"", escape(&step.title.vi));
    let mut own = |word: &str, value: &str| {
        if !value.is_empty() {
            attributes.push_str(&format!(" namro:{word}=\"{}\"", escape(value)));
        }
    };
    if step.title.en != step.title.vi {
        own("title-en", &step.title.en);
    }
    if step.waits_for == Some(WaitsFor::Citizen) {
        own("waits-for", WaitsFor::Citizen.as_str());
    }
    own("unit", step.unit.as_ref().map_or("", |unit| unit.as_str()));
    own("not-by", &step.not_by.iter().map(|step| step.as_str()).collect::<Vec<_>>().join(" "));
    own("clock", if step.clock == StepClock::Run { "" } else { step.clock.as_str() });
    own("on-silence", step.on_silence.map_or("", |silence| silence.as_str()));
    own("outcomes", &step.outcomes.join(" "));
    own("product", step.product.as_deref().unwrap_or_default());
    own("supplement", if step.supplement { "true" } else { "false" });
    out.push_str(&format!("    <{kind} {attributes}>"));
    if let Some(note) = &step.note {
        out.push_str(&format!("<documentation>{}</documentation>", escape(note)));
    }
    out.push_str(&format!("</{kind}>\n"));
    if let Some(budget) = &step.budget {
        out.push_str(&format!(
            "    <boundaryEvent id=\"{id}#budget\" attachedToRef=\"{id}\" cancelActivity=\"false\">\
             <timerEventDefinition><timeDuration>{}</timeDuration></timerEventDefinition></boundaryEvent>\n",
            escape(&budget.to_string()),
        ));
    }
}

/// The join before a step, the split after it, and the flows between them all.
fn write_gateways(out: &mut String, flows: &mut Flows, workflow: &Workflow, step: &Step) {
    let id = step.id.as_str();
    let join = match step.join {
        Join::Any => None,
        Join::All => Some("parallelGateway"),
        Join::Some => Some("inclusiveGateway"),
    };
    if let Some(kind) = join {
        out.push_str(&format!("    <{kind} id=\"{}\"/>\n", escape(&entry(step))));
        flows.push(&entry(step), id, None);
    }
    let target = |target: Target| match target {
        Target::Step(index) => workflow.steps().get(index).map(entry).unwrap_or_default(),
        Target::End => "#end".to_owned(),
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
            default = format!(" default=\"flow-{}\"", flows.count);
        }
    }
    out.push_str(&format!("    <{kind} id=\"{}\"{default}/>\n", escape(&gateway)));
}

struct Flows {
    out: String,
    count: usize,
}

impl Flows {
    fn push(&mut self, from: &str, to: &str, when: Option<&str>) {
        self.count += 1;
        let (from, to) = (escape(from), escape(to));
        let head = format!("    <sequenceFlow id=\"flow-{}\" sourceRef=\"{from}\" targetRef=\"{to}\"", self.count);
        let tail = match when {
            Some(when) => format!("><conditionExpression>{}</conditionExpression></sequenceFlow>\n", escape(when)),
            None => "/>\n".to_owned(),
        };
        self.out.push_str(&(head + &tail));
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
