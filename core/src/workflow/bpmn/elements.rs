//! Turns the elements of a process, one after the other, into a diagram.

use super::diagram::{Context, Diagram, Flow, Scope};
use super::gateways::GatewayKind;
use crate::base::error::{Code, Error};
use crate::base::ids::is_identifier;
use crate::base::text::Text;
use crate::base::value::xml::Element;
use crate::deadline::Budget;
use crate::workflow::spec::WaitsFor;
use std::collections::BTreeMap;

/// Beyond this many elements, further calls are read as tasks.
const MAX_FLATTENED: usize = 10_000;

impl Diagram {
    /// Reads a process or sub-process; gives its first vertex and the ends that the surrounding scope has to connect.
    pub(super) fn read<'a>(
        &mut self,
        element: &'a Element,
        prefix: &str,
        context: &mut Context<'a>,
    ) -> Option<(usize, Vec<usize>)> {
        let (first_vertex, first_flow) = (self.shapes.len(), self.flows.len());
        // Links connect only within one scope.
        let around = std::mem::take(&mut self.links);
        let mut scope = Scope { element, prefix, nodes: Vec::new(), first_vertex, first_flow };
        for child in &element.children {
            if self.node(child, prefix, context) {
                scope.nodes.push(format!("{prefix}{}", child.id()));
            }
        }
        context.leave_out_notes(element);
        for child in element.all("sequenceFlow") {
            context.leave_out_notes(child);
            let end = |name: &str| format!("{prefix}{}", child.get(name).unwrap_or_default());
            let condition = child.child("conditionExpression").and_then(Element::trimmed).map(str::to_owned);
            let (id, from, to) = (format!("{prefix}{}", child.id()), end("sourceRef"), end("targetRef"));
            let title = name(child).map(|vi| Text::new(vi, child.get("namro:title-en").unwrap_or(vi)));
            let otherwise = child.get("namro:else") == Some("true");
            self.flows.push(Flow { id, from, to, condition, title, otherwise, place: child.place() });
        }
        let mut ways: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, flow) in self.flows.iter().enumerate().skip(first_flow) {
            ways.entry(flow.from.clone()).or_default().push(number);
        }
        for child in element.all("boundaryEvent") {
            self.attach(child, prefix, &mut ways, context);
        }
        for (from, name) in std::mem::take(&mut self.links.0) {
            if let Some(to) = self.links.1.get(&name) {
                let place = element.place();
                let flow = Flow::plain(format!("{from}-{name}"), place);
                self.flows.push(Flow { from, to: to.clone(), ..flow });
            }
        }
        self.links = around;
        self.lanes(element, prefix, context);
        self.part_terminates(&scope);
        let entry = self.begin(&scope, context)?;
        self.leave_out_side_ways(&scope, entry, context);
        self.add_ends(&scope);
        Some((entry, self.join_ends(&scope, entry, context)))
    }

    /// Reads one element; gives whether it is a node that flows may lead to.
    fn node<'a>(&mut self, element: &'a Element, prefix: &str, context: &mut Context<'a>) -> bool {
        let id = format!("{prefix}{}", element.id());
        if element.get("isForCompensation") == Some("true") || element.get("triggeredByEvent") == Some("true") {
            self.dropped.insert(id);
            context.leave_out(element, "");
            return false;
        }
        if self.exits.contains_key(&id) {
            context.faults.push(Error::new(Code::SameElement).with("id", id).at(element.place()));
            return false;
        }
        let (one, all, some) = (GatewayKind::One, GatewayKind::All, GatewayKind::Some);
        match element.name.as_str() {
            "task" | "userTask" | "manualTask" => {
                self.task(element, &id, None, context);
            }
            "serviceTask" | "scriptTask" | "businessRuleTask" | "sendTask" => {
                self.task(element, &id, Some(WaitsFor::System), context);
            }
            "receiveTask" => {
                let citizen = element.get("namro:waits-for") == Some("citizen");
                let whom = if citizen { WaitsFor::Citizen } else { WaitsFor::Agency };
                self.task(element, &id, Some(whom), context);
            }
            "exclusiveGateway" | "eventBasedGateway" => {
                context.leave_out_unless(element, "eventGatewayType", "Exclusive");
                self.add(element, &id, true, (one, one));
            }
            "parallelGateway" => {
                self.add(element, &id, true, (all, all));
            }
            "inclusiveGateway" => {
                self.add(element, &id, true, (some, some));
            }
            "startEvent" | "endEvent" | "intermediateThrowEvent" => {
                let index = self.add(element, &id, true, (one, all));
                if let Some(vertex) = self.vertices.get_mut(index) {
                    vertex.is_start = element.name == "startEvent";
                    vertex.is_end = element.name == "endEvent";
                }
                for kind in element.children.iter().filter(|child| child.name.ends_with("EventDefinition")) {
                    match link(element, kind) {
                        Some(name) => self.links.0.push((id.clone(), name.to_owned())),
                        None if kind.name == "terminateEventDefinition" => self.terminates.push(index),
                        None => context.leave_out(kind, element.id()),
                    }
                }
            }
            "intermediateCatchEvent" => {
                if let Some(name) = element.children.iter().find_map(|kind| link(element, kind)) {
                    self.add(element, &id, true, (one, all));
                    self.links.1.insert(name.to_owned(), id);
                } else {
                    let timer = element.child("timerEventDefinition").is_some();
                    let whom = if timer { WaitsFor::System } else { WaitsFor::Agency };
                    let budget = duration(element, context);
                    let index = self.add(element, &id, false, (one, all));
                    self.change(index, |shape| (shape.waits_for, shape.budget) = (Some(whom), budget));
                }
            }
            "subProcess" | "transaction" => self.nest(element, &id, prefix, context),
            "callActivity" if element.get("namro:workflow").is_some() => self.task(element, &id, None, context),
            "callActivity" => self.call(element, &id, context),
            "boundaryEvent" | "sequenceFlow" => return false,
            "laneSet" | "documentation" | "incoming" | "outgoing" => return false,
            "extensionElements" if prefix.is_empty() && element.children.iter().all(is_own) => return false,
            "complexGateway" | "adHocSubProcess" => {
                let fault = Error::new(Code::NotInBpmnSubset).with("element", &element.name);
                context.faults.push(fault.with("id", element.id()).at(element.place()));
                return false;
            }
            _ => {
                self.dropped.insert(id);
                context.leave_out(element, element.id());
                return false;
            }
        }
        true
    }

    fn task(&mut self, element: &Element, id: &str, waits_for: Option<WaitsFor>, context: &mut Context<'_>) {
        let index = self.add(element, id, false, (GatewayKind::One, GatewayKind::All));
        self.change(index, |shape| shape.waits_for = waits_for);
        // How many tokens it takes and gives.
        context.leave_out_unless(element, "startQuantity", "1");
        context.leave_out_unless(element, "completionQuantity", "1");
        let known = |child: &Element| match child.name.as_str() {
            "incoming" | "outgoing" | "documentation" => true,
            "extensionElements" => child.children.iter().all(is_own),
            _ => false,
        };
        for child in element.children.iter().filter(|child| !known(child)) {
            context.leave_out(child, element.id());
        }
    }

    /// Flattens a sub-process: flows into it lead to its start, and its ends lead out of it. An empty one is a task.
    fn nest<'a>(&mut self, element: &'a Element, id: &str, prefix: &str, context: &mut Context<'a>) {
        let nodes = |child: &Element| {
            let ending = ["Event", "Task", "task", "Gateway", "Process", "Activity", "transaction"];
            ending.iter().any(|ending| child.name.ends_with(ending))
        };
        if !element.children.iter().any(nodes) {
            self.task(element, id, None, context);
            return;
        }
        for child in element.children.iter().filter(|child| child.name.ends_with("LoopCharacteristics")) {
            context.leave_out(child, element.id());
        }
        let inside = self.read(element, prefix, context);
        self.wrap(element, id, inside, context);
    }

    /// Flattens a called process, if it is in the file; otherwise the call is a task.
    fn call<'a>(&mut self, element: &'a Element, id: &str, context: &mut Context<'a>) {
        let called = element.get("calledElement").and_then(|name| context.processes.get_key_value(name));
        match called.map(|(name, process)| (*name, *process)) {
            Some((name, process)) if !context.calls.contains(&name) && context.flattened < MAX_FLATTENED => {
                context.flattened += process.children.len();
                context.calls.push(name);
                let inside = self.read(process, &format!("{id}/"), context);
                context.calls.pop();
                context.leave_out_notes(element);
                self.wrap(element, id, inside, context);
            }
            // A call of a process in another file, or of itself, is an ordinary task.
            _ => self.task(element, id, None, context),
        }
    }

    fn wrap(&mut self, element: &Element, id: &str, inside: Option<(usize, Vec<usize>)>, context: &mut Context<'_>) {
        // Nothing inside can be read: it is one task.
        let Some((entry, ends)) = inside else { return self.task(element, id, None, context) };
        if let Some(name) = name(element) {
            context.leave_out_name(&element.name, id, name, &element.place());
        }
        let out = self.silent(format!("{id}#out"), element.place(), (GatewayKind::One, GatewayKind::All));
        for end in ends {
            self.lead(format!("{id}#{end}"), end, out, element.place());
            if let Some(vertex) = self.vertices.get_mut(end) {
                vertex.is_end = false;
            }
        }
        if let Some(vertex) = self.vertices.get_mut(entry) {
            vertex.is_start = false;
        }
        self.defaults.extend(element.get("default").map(str::to_owned));
        self.entries.insert(id.to_owned(), entry);
        self.exits.insert(id.to_owned(), out);
    }

    /// A boundary event: a timer without an outgoing flow is the budget of its task; an interrupting event is another
    /// way out of the task. `ways` are the flows out of each element.
    fn attach(
        &mut self,
        element: &Element,
        prefix: &str,
        ways: &mut BTreeMap<String, Vec<usize>>,
        context: &mut Context<'_>,
    ) {
        let id = format!("{prefix}{}", element.id());
        let task = format!("{prefix}{}", element.get("attachedToRef").unwrap_or_default());
        let Some(index) = self.exits.get(&task).copied() else {
            self.dropped.insert(id);
            return context.leave_out(element, "");
        };
        let budget = duration(element, context);
        let interrupts = element.get("cancelActivity") != Some("false");
        if !ways.contains_key(&id) {
            match budget {
                Some(budget) => self.change(index, |shape| shape.budget = Some(budget)),
                None => context.leave_out(element, ""),
            }
        } else if interrupts && ways.get(&task).is_none_or(|flows| flows.len() == 1) {
            self.add(element, &id, true, (GatewayKind::One, GatewayKind::One));
            let moved = ways.remove(&task).unwrap_or_default();
            for flow in &moved {
                if let Some(flow) = self.flows.get_mut(*flow) {
                    flow.from.clone_from(&id);
                }
            }
            ways.entry(id.clone()).or_default().extend(moved);
            ways.insert(task.clone(), vec![self.flows.len()]);
            let place = element.place();
            let flow = Flow::plain(format!("{id}-in"), place);
            self.flows.push(Flow { from: task, to: id, ..flow });
            if budget.is_some() {
                self.change(index, |shape| shape.budget = budget);
            }
        } else {
            self.dropped.insert(id);
            context.leave_out(element, "");
        }
    }

    fn lanes(&mut self, parent: &Element, prefix: &str, context: &mut Context<'_>) {
        for lane in parent.all("laneSet").chain(parent.all("childLaneSet")).flat_map(|set| set.all("lane")) {
            let role = name(lane).filter(|name| is_identifier(name)).unwrap_or_else(|| lane.id());
            context.leave_out_notes(lane);
            for part in &lane.children {
                match part.name.as_str() {
                    "flowNodeRef" => {
                        if let Some(index) = self.exits.get(&format!("{prefix}{}", part.text.trim())).copied() {
                            self.change(index, |shape| shape.role = Some(role.to_owned()));
                        }
                    }
                    "documentation" | "childLaneSet" => {}
                    _ => context.leave_out(part, lane.id()),
                }
            }
            // Inner lanes are more specific, so they overwrite outer ones.
            self.lanes(lane, prefix, context);
            let steps = || self.shapes.iter().zip(&self.vertices).filter(|(_, vertex)| !vertex.silent);
            let used = |name: &&str| steps().any(|(shape, _)| shape.role.as_deref() == Some(*name));
            if let Some(name) = name(lane).filter(|name| !used(name)) {
                context.leave_out_name(&lane.name, lane.id(), name, &lane.place());
            }
        }
    }
}

/// The name that people read.
pub(super) fn name(element: &Element) -> Option<&str> {
    element.get("name").map(str::trim).filter(|name| !name.is_empty())
}

fn is_own(element: &Element) -> bool {
    element.name.starts_with(super::PREFIX)
}

/// The name by which a link event finds its counterpart: that of the definition, otherwise its own.
fn link<'a>(event: &'a Element, definition: &'a Element) -> Option<&'a str> {
    let named = definition.get("name").filter(|name| !name.is_empty());
    if definition.name == "linkEventDefinition" { named.or_else(|| event.get("name")) } else { None }
}

/// The duration of a timer, as a budget.
fn duration(element: &Element, context: &mut Context<'_>) -> Option<Budget> {
    let timer = element.child("timerEventDefinition")?;
    let written = timer.child("timeDuration").map(|duration| duration.text.trim()).unwrap_or_default();
    let text = element.get("namro:budget").unwrap_or(written);
    let budget = Budget::parse(text).ok();
    if budget.is_none() {
        context.leave_out(timer, element.id());
    }
    budget
}
