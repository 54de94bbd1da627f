//! From BPMN to workflows.

use super::element::Element;
use super::fold::{Edge, Sign, Vertex, fold};
use crate::deadline::Budget;
use crate::error::{Code, Error, Faults, Place};
use crate::ids::{RoleId, StepId, UnitId, WorkflowId, is_identifier};
use crate::rule::Condition;
use crate::shape::{Located, OneOrMany};
use crate::source::InForce;
use crate::text::Text;
use crate::value::{Node, Value};
use crate::workflow::spec::{BranchSpec, Join, NextSpec, Silence, StepClock, StepSpec, WaitsFor, WorkflowSpec};
use indexmap::IndexMap;

/// What a BPMN file holds.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Its processes.
    pub workflows: IndexMap<WorkflowId, WorkflowSpec>,
    /// What lies outside the subset, and what was replaced: each with its element and line.
    pub remarks: Vec<Error>,
}

/// Reads the processes of a BPMN 2.0 file.
///
/// # Errors
/// Broken XML; flows that lead nowhere; a process without exactly one start; what has no meaning here and cannot be
/// left out without changing that of the rest.
pub fn read(xml: &str) -> Result<Import, Faults> {
    let root = Element::parse(xml)?;
    let mut faults = Faults::new();
    let mut import = Import::default();
    if root.name != "definitions" {
        faults.push(Error::new(Code::NoBpmn).with("found", &root.name).at(root.place()));
    }
    for child in &root.children {
        match child.name.as_str() {
            "process" => {
                let mut diagram = Diagram::default();
                diagram.collect(child, &mut import.remarks, &mut faults);
                diagram.lanes(child, &mut import.remarks);
                if let Some(workflow) = diagram.workflow(child, &mut import.remarks, &mut faults) {
                    import.workflows.insert(WorkflowId::from(child.id()), workflow);
                }
            }
            // The picture, which is drawn anew, and what only names things.
            "BPMNDiagram" | "documentation" | "import" => {}
            "collaboration" => {
                let parts =
                    child.children.iter().filter(|part| part.name != "participant" && part.name != "documentation");
                import.remarks.extend(parts.map(outside));
            }
            _ => import.remarks.push(outside(child)),
        }
    }
    faults.into_result(Some(import))
}

fn outside(element: &Element) -> Error {
    Error::new(Code::OutsideBpmn).with("element", &element.name).with("id", element.id()).at(element.place())
}

/// A node of the diagram.
#[derive(Clone, Debug, Default)]
struct Shape {
    id: String,
    title: Option<String>,
    note: Option<String>,
    role: Option<String>,
    waits_for: Option<WaitsFor>,
    budget: Option<Budget>,
    default: Option<String>,
    own: IndexMap<&'static str, String>,
    place: Place,
}

#[derive(Clone, Debug)]
struct Flow {
    id: String,
    from: String,
    to: String,
    condition: Option<String>,
    place: Place,
}

/// A process laid flat.
#[derive(Default)]
struct Diagram {
    shapes: Vec<Shape>,
    vertices: Vec<Vertex>,
    flows: Vec<Flow>,
    /// Where flows to and from an element really lead: for sub-processes, inside.
    entries: IndexMap<String, usize>,
    exits: IndexMap<String, usize>,
    /// Elements that were left out with a remark; flows to and from them go with them.
    dropped: Vec<String>,
}

/// What BPMN has no word for.
const OWN_WORDS: [&str; 8] = ["unit", "not-by", "clock", "on-silence", "outcomes", "product", "supplement", "title-en"];

impl Diagram {
    fn collect(&mut self, parent: &Element, remarks: &mut Vec<Error>, faults: &mut Faults) {
        for element in &parent.children {
            match element.name.as_str() {
                "task" | "userTask" | "manualTask" | "callActivity" => {
                    self.add(element, false, (Sign::One, Sign::All));
                }
                "serviceTask" | "scriptTask" | "businessRuleTask" | "sendTask" => {
                    let index = self.add(element, false, (Sign::One, Sign::All));
                    self.change(index, |shape| shape.waits_for = Some(WaitsFor::System));
                }
                "receiveTask" => {
                    let index = self.add(element, false, (Sign::One, Sign::All));
                    let citizen = element.get("waits-for") == Some("citizen");
                    let whom = if citizen { WaitsFor::Citizen } else { WaitsFor::Agency };
                    self.change(index, |shape| shape.waits_for = Some(whom));
                }
                "exclusiveGateway" | "eventBasedGateway" => {
                    self.add(element, true, (Sign::One, Sign::One));
                }
                "parallelGateway" => {
                    self.add(element, true, (Sign::All, Sign::All));
                }
                "inclusiveGateway" => {
                    self.add(element, true, (Sign::Some, Sign::Some));
                }
                "startEvent" => {
                    let index = self.add(element, true, (Sign::One, Sign::All));
                    if let Some(vertex) = self.vertices.get_mut(index) {
                        vertex.is_start = true;
                    }
                }
                "endEvent" => {
                    let index = self.add(element, true, (Sign::One, Sign::All));
                    if let Some(vertex) = self.vertices.get_mut(index) {
                        vertex.is_end = true;
                    }
                    let kinds = element.children.iter().filter(|child| child.name.ends_with("EventDefinition"));
                    remarks.extend(kinds.map(|kind| {
                        Error::new(Code::OutsideBpmn)
                            .with("element", &kind.name)
                            .with("id", element.id())
                            .at(kind.place())
                    }));
                }
                "intermediateThrowEvent" => {
                    self.add(element, true, (Sign::One, Sign::All));
                }
                "intermediateCatchEvent" => {
                    let index = self.add(element, false, (Sign::One, Sign::All));
                    let timer = element.find("timerEventDefinition").is_some();
                    let whom = if timer { WaitsFor::System } else { WaitsFor::Agency };
                    let budget = duration(element, remarks);
                    self.change(index, |shape| (shape.waits_for, shape.budget) = (Some(whom), budget));
                }
                "subProcess" | "transaction" => self.nest(element, remarks, faults),
                "boundaryEvent" | "sequenceFlow" => {}
                "laneSet" | "documentation" | "incoming" | "outgoing" => {}
                "complexGateway" | "adHocSubProcess" => {
                    let fault = Error::new(Code::NotInBpmnSubset).with("element", &element.name);
                    faults.push(fault.with("id", element.id()).at(element.place()));
                }
                _ => {
                    self.dropped.push(element.id().to_owned());
                    remarks.push(outside(element));
                }
            }
        }
        for element in parent.children.iter().filter(|child| child.name == "sequenceFlow") {
            self.flows.push(Flow {
                id: element.id().to_owned(),
                from: element.get("sourceRef").unwrap_or_default().to_owned(),
                to: element.get("targetRef").unwrap_or_default().to_owned(),
                condition: element.child("conditionExpression").map(|condition| condition.text.trim().to_owned()),
                place: element.place(),
            });
        }
        for element in parent.children.iter().filter(|child| child.name == "boundaryEvent") {
            self.attach(element, remarks);
        }
    }

    fn change(&mut self, index: usize, change: impl FnOnce(&mut Shape)) {
        if let Some(shape) = self.shapes.get_mut(index) {
            change(shape);
        }
    }

    fn add(&mut self, element: &Element, silent: bool, (join, split): (Sign, Sign)) -> usize {
        let id = element.id().to_owned();
        let note = element.child("documentation").map(|note| note.text.trim().to_owned());
        let own = OWN_WORDS.iter().filter_map(|word| Some((*word, element.get(word)?.to_owned()))).collect();
        self.shapes.push(Shape {
            id: id.clone(),
            title: element.get("name").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned),
            note: note.filter(|note| !note.is_empty()),
            default: element.get("default").map(str::to_owned),
            own,
            place: element.place(),
            ..Shape::default()
        });
        self.vertices.push(Vertex { silent, is_start: false, is_end: false, join, split, gone: false });
        let index = self.shapes.len() - 1;
        self.entries.insert(id.clone(), index);
        self.exits.insert(id, index);
        index
    }

    /// Lays a sub-process flat: flows into it lead to its start, its ends lead out of it.
    fn nest(&mut self, element: &Element, remarks: &mut Vec<Error>, faults: &mut Faults) {
        let first = self.shapes.len();
        self.collect(element, remarks, faults);
        let inside = first..self.shapes.len();
        let out = self.add(element, true, (Sign::One, Sign::All));
        let mut starts = Vec::new();
        for index in inside {
            let Some(vertex) = self.vertices.get_mut(index) else { continue };
            if std::mem::take(&mut vertex.is_start) {
                starts.push(index);
            }
            if std::mem::take(&mut vertex.is_end) {
                let from = self.shapes.get(index).map(|shape| shape.id.clone()).unwrap_or_default();
                let id = format!("{from}-out");
                let to = format!("{}#out", element.id());
                self.flows.push(Flow { id, from, to, condition: None, place: element.place() });
            }
        }
        self.entries.insert(format!("{}#out", element.id()), out);
        match starts.as_slice() {
            [start] => {
                self.entries.insert(element.id().to_owned(), *start);
            }
            _ => faults.push(Error::new(Code::OneStart).with("process", element.id()).at(element.place())),
        }
    }

    /// A boundary event: a timer without a flow of its own is the budget of its task; one that interrupts is another
    /// way out of it.
    fn attach(&mut self, element: &Element, remarks: &mut Vec<Error>) {
        let task = element.get("attachedToRef").unwrap_or_default().to_owned();
        let Some(index) = self.exits.get(&task).copied() else {
            remarks.push(outside(element));
            return;
        };
        let budget = duration(element, remarks);
        let leads_on = self.flows.iter().any(|flow| flow.from == element.id());
        let interrupts = element.get("cancelActivity") != Some("false");
        if !leads_on {
            match budget {
                Some(budget) => self.change(index, |shape| shape.budget = Some(budget)),
                None => remarks.push(outside(element)),
            }
        } else if interrupts && self.flows.iter().filter(|flow| flow.from == task).count() <= 1 {
            let choice = self.add(element, true, (Sign::One, Sign::One));
            self.change(choice, |shape| shape.title = None);
            let exits = self.flows.iter_mut().filter(|flow| flow.from == task);
            exits.for_each(|flow| flow.from = element.id().to_owned());
            let id = format!("{}-in", element.id());
            self.flows.push(Flow {
                id,
                from: task,
                to: element.id().to_owned(),
                condition: None,
                place: element.place(),
            });
            if budget.is_some() {
                self.change(index, |shape| shape.budget = budget);
            }
        } else {
            self.dropped.push(element.id().to_owned());
            remarks.push(outside(element));
        }
    }

    fn lanes(&mut self, process: &Element, remarks: &mut Vec<Error>) {
        for lane in process.children.iter().filter(|child| child.name == "laneSet").flat_map(|set| &set.children) {
            let role = lane.get("name").map(str::trim).filter(|name| is_identifier(name)).unwrap_or_else(|| lane.id());
            for part in &lane.children {
                match part.name.as_str() {
                    "flowNodeRef" => {
                        if let Some(index) = self.exits.get(part.text.trim()).copied() {
                            self.change(index, |shape| shape.role = Some(role.to_owned()));
                        }
                    }
                    "documentation" => {}
                    _ => remarks.push(outside(part)),
                }
            }
        }
    }

    fn workflow(mut self, process: &Element, remarks: &mut Vec<Error>, faults: &mut Faults) -> Option<WorkflowSpec> {
        let dropped = |flow: &Flow| self.dropped.contains(&flow.from) || self.dropped.contains(&flow.to);
        let mut edges = Vec::new();
        for (number, flow) in self.flows.iter().enumerate().filter(|(_, flow)| !dropped(flow)) {
            match (self.exits.get(&flow.from), self.entries.get(&flow.to)) {
                (Some(from), Some(to)) => edges.push(Edge { from: *from, to: *to, flow: number, gone: false }),
                _ => faults.push(Error::new(Code::FlowToNowhere).with("flow", &flow.id).at(flow.place.clone())),
            }
        }
        // Several conditional flows out of a task are an inclusive choice.
        for (index, vertex) in self.vertices.iter_mut().enumerate().filter(|(_, vertex)| !vertex.silent) {
            let conditional = |edge: &Edge| {
                edge.from == index && self.flows.get(edge.flow).is_some_and(|flow| flow.condition.is_some())
            };
            if edges.iter().any(conditional) {
                vertex.split = Sign::Some;
            }
        }
        let flows = std::mem::take(&mut self.flows);
        fold(&mut self.vertices, &mut edges, &|flow| flows.get(flow).is_some_and(|flow| flow.condition.is_some()));
        edges.retain(|edge| !edge.gone);
        let starts: Vec<usize> =
            self.vertices.iter().enumerate().filter(|(_, vertex)| vertex.is_start).map(|(index, _)| index).collect();
        let [start] = starts.as_slice() else {
            faults.push(Error::new(Code::OneStart).with("process", process.id()).at(process.place()));
            return None;
        };
        let firsts: Vec<usize> = edges.iter().filter(|edge| edge.from == *start).map(|edge| edge.to).collect();
        // A start with several flows is a step of its own; else the first step is what it leads to.
        let first = if let [first] = firsts.as_slice() { *first } else { *start };
        let mut steps = IndexMap::new();
        for (index, vertex) in self.vertices.iter().enumerate() {
            if vertex.gone || vertex.is_end || (vertex.is_start && first != index) {
                continue;
            }
            let Some(shape) = self.shapes.get(index) else { continue };
            let outs: Vec<(&Flow, usize)> = edges
                .iter()
                .filter(|edge| edge.from == index)
                .filter_map(|edge| Some((flows.get(edge.flow)?, edge.to)))
                .collect();
            let next = self.next(shape, vertex, &outs, remarks, faults);
            let ins = edges.iter().filter(|edge| edge.to == index).count();
            if let Some(next) = next {
                let step = self.step(shape, vertex, ins, next);
                steps.insert(StepId::from(shape.id.as_str()), Located { value: step, place: shape.place.clone() });
            }
        }
        let first = self.shapes.get(first)?;
        Some(WorkflowSpec {
            title: process.get("name").map(Text::same),
            in_force: InForce::default(),
            start: Some(Located { value: StepId::from(first.id.as_str()), place: first.place.clone() }),
            steps,
            assume_sound: None,
            source: None,
        })
    }

    fn target(&self, index: usize, place: &Place) -> Option<Located<String>> {
        let shape = self.shapes.get(index)?;
        let ends = self.vertices.get(index)?.is_end;
        let value = if ends { "end".to_owned() } else { shape.id.clone() };
        Some(Located { value, place: place.clone() })
    }

    fn next(
        &self,
        shape: &Shape,
        vertex: &Vertex,
        outs: &[(&Flow, usize)],
        remarks: &mut Vec<Error>,
        faults: &mut Faults,
    ) -> Option<Located<NextSpec>> {
        let located = |value| Some(Located { value, place: shape.place.clone() });
        if let [(flow, to)] = outs {
            return located(NextSpec::Step(self.target(*to, &flow.place)?));
        }
        if outs.is_empty() {
            faults.push(Error::new(Code::NoWayOut).with("step", &shape.id).at(shape.place.clone()));
            return None;
        }
        if vertex.split == Sign::All {
            let mut branches: Vec<BranchSpec> = Vec::new();
            for (flow, to) in outs {
                let to = self.target(*to, &flow.place)?;
                // Two flows of one split that meet at one join at once are one.
                if !branches.iter().any(|branch| branch.to.value == to.value) {
                    branches.push(BranchSpec { to, when: None, otherwise: false });
                }
            }
            return match branches.as_slice() {
                [one] => located(NextSpec::Step(one.to.clone())),
                _ => located(NextSpec::AllOf(branches)),
            };
        }
        let is_default = |flow: &Flow| shape.default.as_deref() == Some(flow.id.as_str());
        let chosen = outs.iter().position(|(flow, _)| is_default(flow));
        let free = || outs.iter().rposition(|(flow, _)| flow.condition.is_none());
        let otherwise = chosen.or_else(free).unwrap_or(outs.len() - 1);
        let branches: Option<Vec<_>> = outs
            .iter()
            .enumerate()
            .map(|(number, (flow, to))| {
                let to = self.target(*to, &flow.place)?;
                let otherwise = number == otherwise;
                let when = (!otherwise).then(|| condition(flow, remarks));
                Some(BranchSpec { to, when, otherwise })
            })
            .collect();
        located(if vertex.split == Sign::One { NextSpec::OneOf(branches?) } else { NextSpec::SomeOf(branches?) })
    }

    fn step(&self, shape: &Shape, vertex: &Vertex, ins: usize, next: Located<NextSpec>) -> StepSpec {
        let place = || shape.place.clone();
        let own = |word: &str| shape.own.get(word).map(String::as_str);
        let list = |word: &str| -> Vec<String> {
            own(word).map(|words| words.split_whitespace().map(str::to_owned).collect()).unwrap_or_default()
        };
        let title = shape.title.as_ref().map(|vi| Text::new(vi.clone(), own("title-en").unwrap_or(vi)));
        let not_by =
            list("not-by").into_iter().map(|step| Located { value: StepId::from(step.as_str()), place: place() });
        let silent = vertex.silent.then_some(WaitsFor::System);
        StepSpec {
            title,
            note: shape.note.clone(),
            role: shape
                .role
                .as_deref()
                .filter(|_| !vertex.silent)
                .map(|role| Located { value: RoleId::from(role), place: place() }),
            cooperating: Vec::new(),
            informed: Vec::new(),
            unit: own("unit").map(|unit| Located { value: UnitId::from(unit), place: place() }),
            route: Vec::new(),
            budget: shape.budget.clone(),
            next,
            join: match vertex.join {
                Sign::All if ins > 1 => Join::All,
                Sign::Some if ins > 1 => Join::Some,
                _ => Join::Any,
            },
            not_by: OneOrMany(not_by.collect()),
            waits_for: shape.waits_for.or(silent),
            clock: own("clock").and_then(StepClock::from_name).unwrap_or_default(),
            supplement: own("supplement").map(|word| word == "true"),
            on_silence: own("on-silence").and_then(Silence::from_name),
            product: own("product").map(str::to_owned),
            outcomes: list("outcomes"),
            source: None,
        }
    }
}

/// The condition of a flow, if it is one of ours; else the choice of that flow by name.
fn condition(flow: &Flow, remarks: &mut Vec<Error>) -> (Located<Node>, Option<Condition>) {
    let written = flow.condition.as_deref().unwrap_or_default();
    let bare = written.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')).unwrap_or(written).trim();
    let (text, condition) = match Condition::parse(bare) {
        Ok(condition) if !bare.is_empty() => (bare.to_owned(), Some(condition)),
        _ => {
            let text = format!("d.next == \"{}\"", flow.id.replace(['"', '\\'], "_"));
            if !written.is_empty() {
                let remark = Error::new(Code::ConditionReplaced).with("flow", &flow.id).with("written", written);
                remarks.push(remark.with("text", &text).at(flow.place.clone()));
            }
            let condition = Condition::parse(&text).ok();
            (text, condition)
        }
    };
    let node = Node::from(Value::Text(text.into()));
    (Located { value: node, place: flow.place.clone() }, condition)
}

/// The duration of a timer, as a budget.
fn duration(element: &Element, remarks: &mut Vec<Error>) -> Option<Budget> {
    let timer = element.find("timerEventDefinition")?;
    let text = timer.child("timeDuration").map(|duration| duration.text.trim()).unwrap_or_default();
    let budget = Budget::parse(text).ok();
    if budget.is_none() {
        remarks.push(
            Error::new(Code::OutsideBpmn)
                .with("element", "timerEventDefinition")
                .with("id", element.id())
                .at(timer.place()),
        );
    }
    budget
}
