//! Describes workflows in sentences.

use super::{Restater, StatementKind, wording};
use crate::base::source::Dated;
use crate::base::text::Text;
use crate::rulebook::words::span;
use crate::workflow::call::Call;
use crate::workflow::{Branch, Split, Step, Target, WaitsFor, Workflow};
use std::collections::BTreeSet;

impl Restater<'_> {
    pub(super) fn workflow(&mut self, id: &str, workflow: &Workflow) {
        self.entry = format!("workflows/{id}");
        let title = workflow.title();
        let span = span(workflow.in_force());
        self.say(
            StatementKind::Workflow,
            format!("Quy trình {}{}.", title.vi, span.vi),
            format!("Workflow {}{}.", title.en, span.en),
            &[],
        );
        let mut described = BTreeSet::new();
        for (index, step) in workflow.steps().iter().enumerate() {
            let mut way = Text::default();
            for call in workflow.calls_around(index) {
                let gap = if way.vi.is_empty() { "" } else { " › " };
                way.vi.push_str(&format!("{gap}{}", call.title.vi));
                way.en.push_str(&format!("{gap}{}", call.title.en));
                if described.insert(&call.step) {
                    self.call(call, &way);
                }
            }
            self.step(workflow, index, step);
        }
    }

    fn call(&mut self, call: &Call, way: &Text) {
        let title = call.written.title();
        self.say(
            StatementKind::Step,
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
        if let Some(role) = &step.ended_by {
            vi.push_str(&format!(", vai trò «{role}» ghi kết quả"));
            en.push_str(&format!(", ended by the role `{role}`"));
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
            let steps = step.not_by.iter().filter_map(|id| workflow.position(id));
            let titles = steps.map(|step| workflow.full_title(step));
            let titles: Vec<Text> =
                titles.map(|title| Text::new(format!("«{}»", title.vi), format!("“{}”", title.en))).collect();
            let others = Text::join(&titles, ", ", ", ");
            vi.push_str(&format!(", không phải người đã làm {}", others.vi));
            en.push_str(&format!(", not by whoever did {}", others.en));
        }
        let next = next(workflow, &step.split);
        self.say(StatementKind::Step, format!("{vi}; {}.", next.vi), format!("{en}; {}.", next.en), &[]);
    }
}

/// The next steps of a step.
fn next(workflow: &Workflow, split: &Split) -> Text {
    let to = |target: &Target| match target {
        Target::Step(index) => workflow.full_title(*index),
        Target::End => Text::new("kết thúc", "the end"),
    };
    let way = |branch: &Branch| {
        let to = to(&branch.to);
        match &branch.when {
            Some(when) if branch.otherwise => {
                let when = when.words(wording(&|_| None));
                let vi = format!("{} nếu {} hoặc không điều kiện nào đúng", to.vi, when.vi);
                Text::new(vi, format!("{} if {} or if no condition holds", to.en, when.en))
            }
            Some(when) => {
                let when = when.words(wording(&|_| None));
                Text::new(format!("{} nếu {}", to.vi, when.vi), format!("{} if {}", to.en, when.en))
            }
            None => Text::new(format!("{} nếu không", to.vi), format!("{} otherwise", to.en)),
        }
    };
    let list = |parts: Vec<Text>, mark: &str| Text::join(&parts, mark, mark);
    let (vi, en, to) = match split {
        Split::To(target) => ("rồi đến", "then", to(target)),
        Split::AllOf(targets) => ("rồi cùng lúc", "then all of", list(targets.iter().map(to).collect(), ", ")),
        Split::OneOf(ways) => ("rồi đến", "then", list(ways.iter().map(way).collect(), "; ")),
        Split::SomeOf(ways) => {
            ("rồi đến một hay nhiều trong", "then one or more of", list(ways.iter().map(way).collect(), "; "))
        }
    };
    Text::new(format!("{vi} {}", to.vi), format!("{en} {}", to.en))
}
