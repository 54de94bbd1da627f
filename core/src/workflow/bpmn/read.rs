//! From BPMN to workflows.

use super::diagram::{Context, Diagram};
use super::steps;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::WorkflowId;
use crate::base::value::xml::Element;
use crate::workflow::spec::WorkflowSpec;
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
/// Broken XML; flows that lead nowhere; a process that begins nowhere; what has no meaning here and cannot be left out
/// without changing that of the rest.
pub fn read(xml: &str) -> Result<Import, Faults> {
    let root = Element::parse(xml)?;
    let processes = root.all("process").map(|process| (process.id(), process)).collect();
    let (calls, remarks, faults) = (Vec::new(), Vec::new(), Faults::new());
    let mut context = Context { processes, calls, laid_flat: 0, remarks, faults };
    if root.name != "definitions" {
        context.faults.push(Error::new(Code::NoBpmn).with("found", &root.name).at(root.place()));
    }
    // A pool without a name of its process names it.
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
                let name = child.get("name").or_else(|| pools.get(child.id()).copied());
                if let Some((entry, _)) = inside
                    && let Some(workflow) = steps::workflow(diagram, child, name, entry, &mut context)
                {
                    workflows.insert(WorkflowId::from(child.id()), workflow);
                }
            }
            // The picture, which is drawn anew, and what only names things.
            "BPMNDiagram" | "documentation" | "import" => {}
            "collaboration" => {
                let told = |part: &&Element| part.name != "participant" && part.name != "documentation";
                child.children.iter().filter(told).for_each(|part| context.leave_out(part, part.id()));
            }
            _ => context.leave_out(child, child.id()),
        }
    }
    context.faults.into_result(Some(Import { workflows, remarks: context.remarks }))
}
