//! Reads workflows from BPMN.

use super::diagram::{Context, Diagram};
use super::namespace::{DIAGRAM, MODEL};
use super::steps;
use crate::base::error::{Code, Error, Faults};
use crate::base::ids::WorkflowId;
use crate::base::text::Text;
use crate::base::value::xml::Element;
use crate::workflow::spec::WorkflowSpec;
use indexmap::IndexMap;

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
    let root = root;
    let processes = root.all("process").map(|process| (process.id(), process)).collect();
    let (calls, remarks, faults) = (Vec::new(), Vec::new(), Faults::new());
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
                let name = child.get("name").or_else(|| pools.get(child.id()).copied());
                if let Some((entry, _)) = inside
                    && let Some(workflow) = steps::workflow(diagram, child, name, entry, &mut context)
                {
                    let id = child.get("namro:id").unwrap_or_else(|| child.id());
                    workflows.insert(WorkflowId::from(id), workflow);
                }
            }
            // Elements that only give names. The diagram, of another namespace, is drawn again.
            "documentation" | "import" => {}
            "collaboration" => {
                let unexpected = |part: &&Element| part.name != "participant" && part.name != "documentation";
                child.children.iter().filter(unexpected).for_each(|part| context.leave_out(part, part.id()));
            }
            _ => context.leave_out(child, child.id()),
        }
    }
    context.faults.into_result(Some(Import { workflows, remarks: context.remarks }))
}
