//! The flows of a workflow, as every kind of drawing shows them.

use crate::base::text::Language;
use crate::workflow::compile::Workflow;
use crate::workflow::step::{Split, Target};

/// A flow, as every kind of drawing shows it.
pub(super) struct FlowLabel {
    pub(super) from: usize,
    pub(super) to: Target,
    pub(super) label: Option<String>,
}

/// The flows of a workflow, each with its condition.
pub(super) fn flows(workflow: &Workflow, language: Language) -> Vec<FlowLabel> {
    let otherwise = match language {
        Language::Vi => "còn lại",
        Language::En => "otherwise",
    };
    let mut flows: Vec<FlowLabel> = Vec::new();
    for (from, step) in workflow.steps().iter().enumerate() {
        match &step.split {
            Split::To(_) | Split::AllOf(_) => {
                flows.extend(step.split.targets().into_iter().map(|to| FlowLabel { from, to, label: None }));
            }
            Split::OneOf(branches) | Split::SomeOf(branches) => {
                for branch in branches {
                    let label = branch.when.as_ref().map_or_else(|| otherwise.to_owned(), ToString::to_string);
                    match flows.iter_mut().find(|flow| flow.from == from && flow.to == branch.to) {
                        Some(FlowLabel { label: Some(known), .. }) => known.push_str(&format!(" | {label}")),
                        _ => flows.push(FlowLabel { from, to: branch.to, label: Some(label) }),
                    }
                }
            }
        }
    }
    flows
}

/// The name of a target as events use it.
pub(super) fn target_id(workflow: &Workflow, target: Target) -> &str {
    match target {
        Target::Step(step) => workflow.steps().get(step).map_or("end", |step| step.id.as_str()),
        Target::End => "end",
    }
}
