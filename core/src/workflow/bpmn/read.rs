//! Reads workflows from BPMN.

use super::diagram::{Context, Diagram};
use super::elements::name;
use super::namespace::{DIAGRAM, MODEL};
use super::steps;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::WorkflowId;
use crate::base::text::Text;
use crate::base::value::xml::Element;
use crate::workflow::spec::WorkflowSpec;
use indexmap::IndexMap;
use std::collections::HashSet;

/// The result of reading a BPMN file.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The workflow of each process.
    pub workflows: IndexMap<WorkflowId, WorkflowSpec>,
    /// What is outside the subset, and what was replaced; each with its element and line.
    pub remarks: Vec<Error>,
}

/// Reads the processes of a BPMN 2.0 file.
///
/// # Errors
/// Broken XML; flows that lead nowhere; a process without a start; elements that have no meaning here and cannot be
/// left out without changing the meaning of the rest.
pub fn read(xml: &str) -> Result<Import, Faults> {
    let mut root = Element::parse(xml)?;
    // What belongs to other namespaces extends BPMN (ISO/IEC 19510, Extensibility): it is passed over, whatever its
    // local name. Extensions in `extensionElements` are reported with their element.
    let model = root.namespace.clone();
    let extensions = |element: &Element| element.name.starts_with(super::PREFIX);
    let foreign = root.take_foreign(&|element| element.namespace == model || extensions(element));
    let (mut remarks, mut faults) = (Vec::new(), Faults::new());
    move_flows(&mut root, &mut remarks, &mut faults);
    let root = root;
    let processes = root.all("process").map(|process| (process.id(), process)).collect();
    let calls = Vec::new();
    let mut context = Context { processes, calls, flattened: 0, remarks, faults };
    if root.name != "definitions" {
        context.faults.push(Error::new(Code::NoBpmn).with("found", &root.name).at(root.place()));
    } else if model.as_deref() != Some(MODEL) {
        let found = model.as_deref().map_or_else(|| Text::new("(không có)", "(none)"), Text::same);
        let remark = Error::new(Code::OtherNamespace).with_text("found", found);
        context.remarks.push(remark.with("expected", MODEL).at(root.place()));
    }
    for element in foreign.iter().filter(|element| element.namespace.as_deref() != Some(DIAGRAM)) {
        context.leave_out(element, element.id());
    }
    // A process without a name gets that of its pool.
    let pools: IndexMap<&str, &str> = root
        .all("collaboration")
        .flat_map(|part| part.all("participant"))
        .filter_map(|pool| Some((pool.get("processRef")?, pool.get("name")?)))
        .collect();
    let mut workflows = IndexMap::new();
    for child in &root.children {
        match child.name.as_str() {
            "process" => {
                let mut diagram = Diagram::default();
                diagram.prefix.push_str(child.get("namro:prefix").unwrap_or_default());
                context.calls = vec![child.id()];
                let inside = diagram.read(child, "", &mut context);
                let title = child.get("name").or_else(|| pools.get(child.id()).copied());
                if let Some((entry, _)) = inside
                    && let Some(workflow) = steps::workflow(diagram, child, title, entry, &mut context)
                {
                    let id = child.get("namro:id").unwrap_or_else(|| child.id());
                    workflows.insert(WorkflowId::from(id), workflow);
                }
            }
            // Elements that only give names. The diagram, of another namespace, is drawn again.
            "documentation" | "import" => {}
            "collaboration" => {
                context.leave_out_notes(child);
                for pool in child.all("participant") {
                    context.leave_out_notes(pool);
                    // A pool without a process only sends and receives messages.
                    let process = pool.get("processRef").and_then(|process| context.processes.get(process));
                    let used = process.is_some_and(|process| name(process).is_none_or(|own| Some(own) == name(pool)));
                    if let Some(name) = name(pool).filter(|_| !used) {
                        context.leave_out_name(&pool.name, pool.id(), name, &pool.place());
                    }
                }
                let unexpected = |part: &&Element| part.name != "participant" && part.name != "documentation";
                child.children.iter().filter(unexpected).for_each(|part| context.leave_out(part, part.id()));
            }
            _ => context.leave_out(child, child.id()),
        }
    }
    context.faults.into_result(Some(Import { workflows, remarks: context.remarks }))
}

/// Puts flows that are written outside of the process or sub-process whose elements they connect into it, as some
/// editors write them; reports those whose ends are in different ones.
fn move_flows(root: &mut Element, remarks: &mut Vec<Error>, faults: &mut Faults) {
    let mut homes: IndexMap<String, (usize, String)> = IndexMap::new();
    each_scope(root, &mut 0, &mut |scope, number| {
        for child in scope.children.iter().filter(|child| child.name != "sequenceFlow") {
            homes.entry(child.id().to_owned()).or_insert_with(|| (number, scope.id().to_owned()));
        }
    });
    let mut moved: Vec<(usize, Element)> = Vec::new();
    each_scope(root, &mut 0, &mut |scope, _| {
        let own: HashSet<String> = scope.children.iter().map(|child| child.id().to_owned()).collect();
        let ends = |flow: &Element| ["sourceRef", "targetRef"].map(|end| flow.get(end).unwrap_or_default().to_owned());
        let elsewhere =
            |child: &mut Element| child.name == "sequenceFlow" && ends(child).iter().any(|end| !own.contains(end));
        for flow in scope.children.extract_if(.., elsewhere).collect::<Vec<_>>() {
            let [one, other] = ends(&flow).map(|end| homes.get(&end));
            let fault = |code| Error::new(code).with("flow", flow.id()).at(flow.place());
            match one.zip(other) {
                Some(((number, inside), (same, _))) if number == same => {
                    remarks.push(fault(Code::FlowMoved).with("inside", inside));
                    moved.push((*number, flow));
                }
                Some(((_, one), (_, other))) => {
                    faults.push(fault(Code::FlowCrosses).with("one", one).with("other", other))
                }
                None => faults.push(fault(Code::FlowToNowhere)),
            }
        }
    });
    if !moved.is_empty() {
        each_scope(root, &mut 0, &mut |scope, number| {
            scope.children.extend(moved.extract_if(.., |(home, _)| *home == number).map(|(_, flow)| flow));
        });
    }
}

/// Visits processes and sub-processes, each with its number.
fn each_scope(element: &mut Element, number: &mut usize, visit: &mut impl FnMut(&mut Element, usize)) {
    if matches!(element.name.as_str(), "process" | "subProcess" | "transaction" | "adHocSubProcess") {
        visit(element, *number);
        *number += 1;
    }
    element.children.iter_mut().for_each(|child| each_scope(child, number, visit));
}
