//! The flows of a workflow, as every kind of drawing shows them.

use crate::base::text::Language;
use crate::rule::{Condition, Sentences, Wording};
use crate::workflow::compile::Workflow;
use crate::workflow::step::{Branch, Split, Target};

/// A flow, as every kind of drawing shows it.
pub(super) struct FlowLabel {
    pub(super) from: usize,
    pub(super) to: Target,
    /// What people read at it: its title, otherwise its condition in words.
    pub(super) label: Option<String>,
    /// Its condition as the rulebook writes it.
    pub(super) when: Option<String>,
}

/// The flows of a workflow, each with its condition.
pub(super) fn flows(workflow: &Workflow, language: Language) -> Vec<FlowLabel> {
    let (otherwise, or) = match language {
        Language::Vi => ("còn lại", "; hoặc "),
        Language::En => ("otherwise", "; or "),
    };
    let mut flows: Vec<FlowLabel> = Vec::new();
    for (from, step) in workflow.steps().iter().enumerate() {
        match &step.split {
            Split::To(_) | Split::AllOf(_) => {
                flows.extend(step.split.targets().into_iter().map(|to| FlowLabel {
                    from,
                    to,
                    label: None,
                    when: None,
                }));
            }
            Split::OneOf(branches) | Split::SomeOf(branches) => {
                for branch in branches {
                    let label = label(branch, language, otherwise);
                    let when = branch.when.as_ref().map(ToString::to_string);
                    match flows.iter_mut().find(|flow| flow.from == from && flow.to == branch.to) {
                        Some(FlowLabel { label: Some(known), .. }) => known.push_str(&format!("{or}{label}")),
                        _ => flows.push(FlowLabel { from, to: branch.to, label: Some(label), when }),
                    }
                }
            }
        }
    }
    flows
}

/// Conditions over the data of a case use the standard functions only.
const SENTENCES: Sentences = Sentences::with(&[]);

/// What people read at a branch.
fn label(branch: &Branch, language: Language, otherwise: &str) -> String {
    if let Some(title) = &branch.title {
        return title.get(language).to_owned();
    }
    let words = |when: &Condition| when.words(Wording { sentences: SENTENCES, names: &|_| None });
    branch.when.as_ref().map_or_else(|| otherwise.to_owned(), |when| words(when).get(language).to_owned())
}

/// The name of a target as events use it.
pub(super) fn target_id(workflow: &Workflow, target: Target) -> &str {
    match target {
        Target::Step(step) => workflow.steps().get(step).map_or("end", |step| step.id.as_str()),
        Target::End => "end",
    }
}
