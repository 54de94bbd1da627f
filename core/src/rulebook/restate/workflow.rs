//! Workflows in words.

use super::{Teller, span};
use crate::source::Dated;
use crate::text::Text;
use crate::workflow::call::Call;
use crate::workflow::{Branch, Split, Step, Target, WaitsFor, Workflow};
use std::collections::BTreeSet;

impl Teller<'_> {
    pub(super) fn workflow(&mut self, id: &str, workflow: &Workflow) {
        self.entry = format!("workflows/{id}");
        let title = workflow.title();
        let span = span(workflow.in_force());
        self.say(
            "workflow",
            format!("Quy trình {}{}.", title.vi, span.vi),
            format!("Workflow {}{}.", title.en, span.en),
            &[],
        );
        let mut told = BTreeSet::new();
        for (index, step) in workflow.steps().iter().enumerate() {
            let mut way = Text::default();
            for call in workflow.calls_around(index) {
                let gap = if way.vi.is_empty() { "" } else { " › " };
                way.vi.push_str(&format!("{gap}{}", call.title.vi));
                way.en.push_str(&format!("{gap}{}", call.title.en));
                if told.insert(&call.step) {
                    self.call(call, &way);
                }
            }
            self.step(workflow, index, step);
        }
    }

    fn call(&mut self, call: &Call, way: &Text) {
        let title = call.written.title();
        self.say(
            "step",
            format!("Bước {} là quy trình con «{}»; các bước của nó như sau.", way.vi, title.vi),
            format!("Step {} is the subprocess `{}`, with the steps that follow.", way.en, title.en),
            &[],
        );
    }

    fn step(&mut self, workflow: &Workflow, index: usize, step: &Step) {
        let title = workflow.full_title(index);
        let (mut vi, mut en) = (format!("Bước {}", title.vi), format!("Step {}", title.en));
        match step.waits_for {
            Some(WaitsFor::Citizen) => {
                vi.push_str(": chờ người dân");
                en.push_str(": waits for the citizen");
            }
            Some(WaitsFor::Agency) => {
                vi.push_str(": chờ cơ quan khác");
                en.push_str(": waits for another agency");
            }
            Some(WaitsFor::System) => {
                vi.push_str(": chờ hệ thống");
                en.push_str(": waits for a system");
            }
            None => {}
        }
        if let Some(role) = &step.role {
            vi.push_str(&format!(", vai trò «{role}» làm"));
            en.push_str(&format!(", done by the role `{role}`"));
        }
        if let Some(budget) = &step.budget {
            let budget = budget.limit().text();
            vi.push_str(&format!(", trong {}", budget.vi));
            en.push_str(&format!(", within {}", budget.en));
        }
        if !step.not_by.is_empty() {
            let titles: Vec<Text> =
                step.not_by.iter().filter_map(|id| Some(workflow.full_title(workflow.position(id)?))).collect();
            let join = |titles: Vec<String>| titles.join(", ");
            vi.push_str(&format!(
                ", không phải người đã làm {}",
                join(titles.iter().map(|title| format!("«{}»", title.vi)).collect())
            ));
            en.push_str(&format!(
                ", not by whoever did {}",
                join(titles.iter().map(|title| format!("“{}”", title.en)).collect())
            ));
        }
        let next = next(workflow, &step.split);
        self.say("step", format!("{vi}; {}.", next.vi), format!("{en}; {}.", next.en), &[]);
    }
}

/// Where a step leads.
fn next(workflow: &Workflow, split: &Split) -> Text {
    let to = |target: &Target| match target {
        Target::Step(index) => workflow.full_title(*index),
        Target::End => Text::new("kết thúc", "the end"),
    };
    let way = |branch: &Branch| {
        let to = to(&branch.to);
        match &branch.when {
            Some(when) => {
                let when = when.words(&|_| None);
                Text::new(format!("{} nếu {}", to.vi, when.vi), format!("{} if {}", to.en, when.en))
            }
            None => Text::new(format!("{} nếu không", to.vi), format!("{} otherwise", to.en)),
        }
    };
    let list = |parts: Vec<Text>, vi: &str, en: &str| {
        let join = |pick: fn(&Text) -> &str, by: &str| parts.iter().map(pick).collect::<Vec<_>>().join(by);
        Text::new(join(|text| &text.vi, vi), join(|text| &text.en, en))
    };
    let (vi, en, to) = match split {
        Split::To(target) => ("rồi đến", "then", to(target)),
        Split::AllOf(targets) => ("rồi cùng lúc", "then all of", list(targets.iter().map(to).collect(), ", ", ", ")),
        Split::OneOf(ways) => ("rồi đến", "then", list(ways.iter().map(way).collect(), "; ", "; ")),
        Split::SomeOf(ways) => {
            ("rồi đến một hay nhiều trong", "then one or more of", list(ways.iter().map(way).collect(), "; ", "; "))
        }
    };
    Text::new(format!("{vi} {}", to.vi), format!("{en} {}", to.en))
}
