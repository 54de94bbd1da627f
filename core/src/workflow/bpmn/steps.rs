//! Turns the merged diagram into the steps of a workflow.

use super::diagram::{Context, Diagram, Flow, Shape};
use super::gateways::{Edge, GatewayKind, Vertex, fold};
use crate::base::error::{Code, Error, Place};
use crate::base::ids::{OfficerId, RoleId, StepId, UnitId, WorkflowId};
use crate::base::shape::{Key, Located, OneOrMany};
use crate::base::source::InForce;
use crate::base::text::Text;
use crate::base::time::Date;
use crate::base::value::xml::Element;
use crate::base::value::{Node, Value};
use crate::rule::Condition;
use crate::workflow::spec::{
    AssumeSound, BranchSpec, Join, NextSpec, RouteSpec, Silence, StepClock, StepSpec, WaitsFor, WorkflowSpec,
};
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

/// Merges the gateways into steps and builds the workflow.
pub(super) fn workflow(
    mut diagram: Diagram,
    process: &Element,
    name: Option<&str>,
    entry: usize,
    context: &mut Context<'_>,
) -> Option<WorkflowSpec> {
    let mut edges = Vec::new();
    for (number, flow) in diagram.flows.iter().enumerate() {
        if let Some((from, to)) = diagram.resolve(flow, &mut context.faults) {
            edges.push(Edge { from, to, flow: number, gone: false });
        }
    }
    choose(&mut diagram, &edges);
    let flows = &diagram.flows;
    let has_condition = |flow: usize| flows.get(flow).is_some_and(|flow| flow.condition.is_some());
    fold(&mut diagram.vertices, &mut edges, &has_condition);
    let mut merged: Vec<usize> = edges.iter().filter(|edge| edge.gone).map(|edge| edge.flow).collect();
    edges.retain(|edge| !edge.gone);
    part_twins(&mut diagram, &mut edges);
    let mut ways = Ways { ins: vec![0; diagram.vertices.len()], outs: vec![Vec::new(); diagram.vertices.len()] };
    for edge in &edges {
        if let (Some(ins), Some(outs)) = (ways.ins.get_mut(edge.to), ways.outs.get_mut(edge.from)) {
            *ins += 1;
            outs.push((edge.flow, edge.to));
        }
    }
    // A start with several flows becomes a step; otherwise the first step is the one it leads to.
    let first = match ways.outs.get(entry).map(Vec::as_slice) {
        Some([(flow, first)]) => {
            merged.push(*flow);
            *first
        }
        _ => entry,
    };
    let ends = |index: usize| diagram.vertices.get(index).is_none_or(|vertex| vertex.is_end);
    if ends(first) {
        let remark = Error::new(Code::NoStepBetween).with("process", process.id());
        context.remarks.push(remark.at(process.place()));
        return None;
    }
    report_merged(&diagram, &merged, first, context);
    let mut steps = IndexMap::new();
    for (index, (vertex, shape)) in diagram.vertices.iter().zip(&diagram.shapes).enumerate() {
        if vertex.gone || vertex.is_end || (vertex.is_start && first != index) {
            continue;
        }
        let ins = ways.ins.get(index).copied().unwrap_or_default();
        let outs = ways.outs.get(index).map(Vec::as_slice).unwrap_or_default();
        if let Some(next) = next(&diagram, shape, vertex, outs, context) {
            let step = step(shape, vertex, ins, next, context);
            steps.insert(StepId::from(diagram.name(shape)), Located { value: step, place: shape.place.clone() });
        }
    }
    let first = diagram.shapes.get(first)?;
    let date = |word: &str| process.get(word).and_then(|date| Date::parse(date).ok());
    Some(WorkflowSpec {
        title: name.map(|vi| Text::new(vi, process.get("namro:title-en").unwrap_or(vi))),
        in_force: InForce { from: date("namro:from"), to: date("namro:to") },
        start: Some(Located { value: StepId::from(diagram.name(first)), place: first.place.clone() }),
        steps,
        assume_sound: process.get("namro:assume-sound").map(|reason| AssumeSound { reason: reason.to_owned() }),
        source: None,
    })
}

/// Conditions on flows out of a task make a choice: of exactly one, for one condition and a default; otherwise of some.
fn choose(diagram: &mut Diagram, edges: &[Edge]) {
    let mut outs: BTreeMap<usize, (usize, usize, usize)> = BTreeMap::new();
    for edge in edges {
        let (all, conditional, default) = outs.entry(edge.from).or_default();
        let flow = diagram.flows.get(edge.flow);
        *all += 1;
        *conditional += usize::from(flow.is_some_and(|flow| flow.condition.is_some()));
        *default += usize::from(flow.is_some_and(|flow| diagram.defaults.contains(&flow.id)));
    }
    for (vertex, counts) in outs {
        let Some(vertex) = diagram.vertices.get_mut(vertex) else { continue };
        vertex.split = match (vertex.split, counts) {
            (GatewayKind::One, _) => GatewayKind::One,
            (_, (2, 1, 1)) if !vertex.silent => GatewayKind::One,
            (_, (_, 1.., _)) if !vertex.silent => GatewayKind::Some,
            (split, _) => split,
        };
    }
}

/// What people read in the diagram and a workflow has no place for: names and notes of elements that became part of a
/// step, of the start or of an end, and names of flows between such elements.
fn report_merged(diagram: &Diagram, merged: &[usize], first: usize, context: &mut Context<'_>) {
    for (index, (vertex, shape)) in diagram.vertices.iter().zip(&diagram.shapes).enumerate() {
        let merged = vertex.gone || vertex.is_end || vertex.is_start && index != first;
        if !merged || diagram.dropped.contains(&shape.id) {
            continue;
        }
        if let Some(title) = &shape.title {
            context.leave_out_name(&shape.element, &shape.id, title, &shape.place);
        }
        if shape.note.is_some() {
            let remark = Error::new(Code::OutsideBpmn).with("element", "documentation").with("id", &shape.id);
            context.remarks.push(remark.at(shape.place.clone()));
        }
    }
    merged.iter().filter_map(|flow| diagram.flows.get(*flow)).for_each(|flow| report_flow(flow, context));
}

/// Reports the name and the condition of a flow on which nothing is decided.
fn report_flow(flow: &Flow, context: &mut Context<'_>) {
    report_condition(flow, context);
    if let Some(title) = &flow.title {
        context.leave_out_name("sequenceFlow", &flow.id, &title.vi, &flow.place);
    }
}

/// Reports the condition of a flow that is taken whether or not it holds.
fn report_condition(flow: &Flow, context: &mut Context<'_>) {
    if let Some(written) = &flow.condition {
        let remark = Error::new(Code::ConditionDropped).with("flow", &flow.id).with("written", written);
        context.remarks.push(remark.at(flow.place.clone()));
    }
}

/// The number of flows to each vertex, and the flows out of each vertex with their targets.
struct Ways {
    ins: Vec<usize>,
    outs: Vec<Vec<(usize, usize)>>,
}

/// Two flows of one parallel or inclusive split to the same vertex carry two tokens: an inserted step on the second
/// flow, done by a program, keeps them separate.
fn part_twins(diagram: &mut Diagram, edges: &mut Vec<Edge>) {
    let mut seen = BTreeSet::new();
    let mut apart = Vec::new();
    for edge in edges.iter_mut() {
        let splits = diagram.vertices.get(edge.from).is_some_and(|vertex| vertex.split != GatewayKind::One);
        // All ends are the same place.
        let ends = diagram.vertices.get(edge.to).is_some_and(|vertex| vertex.is_end);
        let new = seen.insert((edge.from, if ends { usize::MAX } else { edge.to }));
        if splits
            && !new
            && let Some(flow) = diagram.flows.get(edge.flow)
        {
            let (id, place) = (flow.id.clone(), flow.place.clone());
            let target = edge.to;
            edge.to = diagram.silent(id, place, (GatewayKind::One, GatewayKind::All));
            apart.push(Edge { from: edge.to, to: target, flow: edge.flow, gone: false });
        }
    }
    edges.extend(apart);
}

fn target(diagram: &Diagram, index: usize, place: &Place) -> Option<Located<String>> {
    let ends = diagram.vertices.get(index)?.is_end;
    let value = if ends { "end" } else { diagram.name(diagram.shapes.get(index)?) };
    Some(Located { value: value.to_owned(), place: place.clone() })
}

fn next(
    diagram: &Diagram,
    shape: &Shape,
    vertex: &Vertex,
    outs: &[(usize, usize)],
    context: &mut Context<'_>,
) -> Option<Located<NextSpec>> {
    let located = |value| Some(Located { value, place: shape.place.clone() });
    let outs: Option<Vec<(&Flow, Located<String>)>> = outs
        .iter()
        .map(|(flow, to)| {
            let flow = diagram.flows.get(*flow)?;
            Some((flow, target(diagram, *to, &flow.place)?))
        })
        .collect();
    let outs = outs?;
    // A split with a single flow, or one that takes all flows, needs no conditions.
    match outs.as_slice() {
        [] => {
            context.faults.push(Error::new(Code::NoWayOut).with("step", &shape.id).at(shape.place.clone()));
            return None;
        }
        [(flow, to)] => {
            report_flow(flow, context);
            return located(NextSpec::Step(to.clone()));
        }
        _ => {}
    }
    let title = |flow: &Flow| flow.title.clone();
    if vertex.split == GatewayKind::All {
        let branch = |(flow, to): (&Flow, Located<String>)| {
            report_condition(flow, context);
            BranchSpec { to, when: None, otherwise: false, title: title(flow) }
        };
        return located(NextSpec::AllOf(outs.into_iter().map(branch).collect()));
    }
    let chosen = outs.iter().position(|(flow, _)| flow.otherwise || diagram.defaults.contains(&flow.id));
    let free = outs.iter().rposition(|(flow, _)| flow.condition.is_none());
    let last = outs.len() - 1;
    if vertex.split == GatewayKind::One {
        let otherwise = chosen.or(free).unwrap_or(last);
        let branch = |(number, (flow, to)): (usize, (&Flow, Located<String>))| {
            let otherwise = number == otherwise;
            if otherwise {
                report_condition(flow, context);
            }
            let when = (!otherwise).then(|| condition(flow, context));
            BranchSpec { to, when, otherwise, title: title(flow) }
        };
        return located(NextSpec::OneOf(outs.into_iter().enumerate().map(branch).collect()));
    }
    // Every flow whose condition holds is taken, and every flow without a condition; a default flow only if no
    // condition holds. A workflow needs to know what follows in that case, so one of the others is that flow as well.
    let default = outs.iter().position(|(flow, _)| diagram.defaults.contains(&flow.id));
    let otherwise = chosen.or(free).unwrap_or(last);
    if chosen.is_none()
        && free.is_none()
        && let Some((flow, _)) = outs.get(last)
    {
        let remark = Error::new(Code::ElseMade).with("id", &shape.id).with("flow", &flow.id);
        context.remarks.push(remark.at(shape.place.clone()));
    }
    let branch = |(number, (flow, to)): (usize, (&Flow, Located<String>))| {
        let when = if Some(number) == default {
            report_condition(flow, context);
            None
        } else if flow.condition.is_some() {
            Some(condition(flow, context))
        } else {
            // Out of a task such a flow is usual; at a gateway it may be an oversight.
            if vertex.gateway {
                let remark = Error::new(Code::ConditionMade).with("flow", &flow.id).with("text", ALWAYS);
                context.remarks.push(remark.at(flow.place.clone()));
            }
            Some(guard(ALWAYS, flow))
        };
        BranchSpec { to, when, otherwise: number == otherwise, title: title(flow) }
    };
    located(NextSpec::SomeOf(outs.into_iter().enumerate().map(branch).collect()))
}

/// The condition of a flow that is always taken.
const ALWAYS: &str = "true";

/// A condition that we write for a flow.
fn guard(text: &str, flow: &Flow) -> (Located<Node>, Option<Condition>) {
    let node = Node::from(Value::Text(text.into()));
    (Located { value: node, place: flow.place.clone() }, Condition::parse(text).ok())
}

fn step(shape: &Shape, vertex: &Vertex, ins: usize, next: Located<NextSpec>, context: &mut Context<'_>) -> StepSpec {
    let nothing = Element::default();
    let own = shape.own.as_ref().unwrap_or(&nothing);
    let word = |word: &str| own.get(word);
    let words = |name: &str| -> Vec<String> {
        let extension = own.child("extensionElements").into_iter();
        let found = extension.flat_map(|extension| extension.children.iter().filter(|child| child.name == name));
        found.map(|child| child.text.trim().to_owned()).collect()
    };
    let place = || shape.place.clone();
    let roles = |name: &str| located::<RoleId>(words(name), &shape.place);
    let routes = own.child("extensionElements").into_iter().flat_map(|extension| extension.all("namro:route"));
    StepSpec {
        title: shape.title.as_ref().map(|vi| Text::new(vi.clone(), word("namro:title-en").unwrap_or(vi))),
        note: shape.note.clone(),
        workflow: word("namro:workflow").map(|called| Located { value: WorkflowId::from(called), place: place() }),
        role: shape
            .role
            .as_deref()
            .filter(|_| !vertex.silent)
            .map(|role| Located { value: RoleId::from(role), place: place() }),
        cooperating: roles("namro:cooperating"),
        informed: roles("namro:informed"),
        unit: word("namro:unit").map(|unit| Located { value: UnitId::from(unit), place: place() }),
        route: routes.map(|route| self::route(route, context)).collect(),
        budget: shape.budget.clone(),
        next,
        join: match vertex.join {
            GatewayKind::All if ins > 1 => Join::All,
            GatewayKind::Some if ins > 1 => Join::Some,
            GatewayKind::All | GatewayKind::Some | GatewayKind::One => Join::Any,
        },
        not_by: OneOrMany(located(words("namro:not-by"), &shape.place)),
        waits_for: shape.waits_for.or(vertex.silent.then_some(WaitsFor::System)),
        ended_by: word("namro:ended-by").map(|role| Located { value: RoleId::from(role), place: place() }),
        clock: word("namro:clock").and_then(StepClock::from_name).unwrap_or_default(),
        supplement: word("namro:supplement").map(|word| word == "true"),
        on_silence: word("namro:on-silence").and_then(Silence::from_name),
        product: word("namro:product").map(str::to_owned),
        outcomes: words("namro:outcome"),
        source: None,
    }
}

fn located<T: Key>(names: Vec<String>, place: &Place) -> Vec<Located<T>> {
    let one = |name: String| Some(Located { value: T::from_key(&name)?, place: place.clone() });
    names.into_iter().filter_map(one).collect()
}

/// A route by content, in our own extension.
fn route(element: &Element, context: &mut Context<'_>) -> RouteSpec {
    let place = element.place();
    let unit = element.get("unit").map(|unit| Located { value: UnitId::from(unit), place: place.clone() });
    let when = element.trimmed().and_then(|written| match Condition::parse(written) {
        Ok(_) => Some(Located { value: Node::from(Value::Text(written.into())), place: place.clone() }),
        Err(fault) => {
            context.faults.push(fault.at(place.clone()));
            None
        }
    });
    RouteSpec { when, unit, officer: element.get("officer").map(OfficerId::from) }
}

/// The condition of a flow, if we can parse it; otherwise a condition that chooses the flow by name, with a remark.
fn condition(flow: &Flow, context: &mut Context<'_>) -> (Located<Node>, Option<Condition>) {
    let written = flow.condition.as_deref().unwrap_or_default();
    let bare = written.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')).unwrap_or(written).trim();
    if !bare.is_empty() && Condition::parse(bare).is_ok() {
        return guard(bare, flow);
    }
    let text = format!("d.next == \"{}\"", flow.id.replace(['"', '\\'], "_"));
    let remark = match written {
        "" => Error::new(Code::ConditionMade),
        _ => Error::new(Code::ConditionReplaced).with("written", written),
    };
    context.remarks.push(remark.with("flow", &flow.id).with("text", &text).at(flow.place.clone()));
    guard(&text, flow)
}
