//! Drawings of a workflow: DOT, Mermaid, and SVG with a layout computed here; optionally with counts.

mod spacing;
mod frame;
mod item;
mod layout;
mod svg;
mod text;

pub use svg::svg;
pub(crate) use text::{dot, mermaid};

use super::compile::Workflow;
use super::step::{Split, Target};
use crate::base::ids::StepId;
use crate::base::text::{Language, Text};
use std::collections::BTreeMap;

/// Information added to a drawing: the state of a case, or the traffic of a log.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// How often each step was done.
    pub steps: BTreeMap<StepId, u64>,
    /// How often each flow `(from, to)` was taken; the end is called `end`.
    pub flows: BTreeMap<(StepId, StepId), u64>,
    /// A short note for each step, such as its median time or its holder.
    pub notes: BTreeMap<StepId, Text>,
    /// Steps to highlight: open ones, or those where time is lost.
    pub marked: Vec<StepId>,
}

impl Overlay {
    fn flow(&self, from: &StepId, to: &str) -> Option<u64> {
        self.flows.get(&(from.clone(), StepId::from(to))).copied()
    }
}

/// A flow, as every kind of drawing shows it.
struct FlowLabel {
    from: usize,
    to: Target,
    label: Option<String>,
}

/// The flows of a workflow, each with its condition.
fn flows(workflow: &Workflow, language: Language) -> Vec<FlowLabel> {
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
fn target_id(workflow: &Workflow, target: Target) -> &str {
    match target {
        Target::Step(step) => workflow.steps().get(step).map_or("end", |step| step.id.as_str()),
        Target::End => "end",
    }
}

/// At most this many characters; the last one is an ellipsis if the text was cut.
fn shorten(text: &str, characters: usize) -> String {
    if text.chars().count() <= characters {
        return text.to_owned();
    }
    text.chars().take(characters.saturating_sub(1)).chain(['…']).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
