//! Workflows of any size with known verdicts, shared by the benchmark and the script that times the other tool.

use namro::internals::base::parse_json;
use namro::internals::base::read;
use namro::people::Organisation;
use namro::workflow::{Workflow, WorkflowSpec};

/// Families of workflows that can be made in any size.
pub const KINDS: [&str; 5] = ["sequence", "exclusive", "parallel", "mixed", "wide"];

/// The approximate numbers of steps of each family; 42 steps wide means fourteen branches of three.
pub fn sizes(kind: &str) -> impl Iterator<Item = usize> {
    let fourteen = (kind == "wide").then_some(42);
    fourteen.into_iter().chain([50, 100, 200, 500])
}

/// The fault that is put into one gateway in the middle.
pub const FAULTS: [&str; 3] = ["sound", "deadlock", "unsynchronised"];

/// Builds steps from the end, each with the step that follows it.
struct Drawing {
    steps: Vec<String>,
}

impl Drawing {
    fn step(&mut self, body: &str) -> String {
        let name = format!("s{}", self.steps.len());
        self.steps.push(format!("\"{name}\": {{{body}}}"));
        name
    }

    fn task(&mut self, next: &str) -> String {
        self.step(&format!("\"next\": \"{next}\""))
    }

    /// A split and its join around branches with the given numbers of tasks.
    fn block(&mut self, split: &str, join: &str, branches: &[usize], next: &str) -> String {
        let join = self.step(&format!("\"join\": \"{join}\", \"next\": \"{next}\""));
        let entries: Vec<String> =
            branches.iter().map(|tasks| (0..*tasks).fold(join.clone(), |next, _| self.task(&next))).collect();
        let last = entries.len() - 1;
        let branch = |(index, to): (usize, &String)| match (split, index == last) {
            ("all_of", _) => format!("\"{to}\""),
            (_, true) => format!("{{\"to\": \"{to}\", \"else\": true}}"),
            _ => format!("{{\"to\": \"{to}\", \"when\": \"d.x == {index}\"}}"),
        };
        let entries = entries.iter().enumerate().map(branch).collect::<Vec<_>>().join(", ");
        self.step(&format!("\"next\": {{\"{split}\": [{entries}]}}"))
    }
}

/// A workflow of at least the given number of steps; `fault` breaks one gateway in the middle.
pub fn workflow(kind: &str, size: usize, fault: &str) -> Workflow {
    let mut drawing = Drawing { steps: Vec::new() };
    let mut next = "end".to_owned();
    let mut broken = fault == "sound";
    while drawing.steps.len() < size {
        let half = drawing.steps.len() * 2 >= size;
        next = match (kind, drawing.steps.len() % 3) {
            _ if !broken && (half || kind == "wide") => {
                broken = true;
                let branches: Vec<usize> = if kind == "wide" { vec![3; size / 3] } else { vec![1, 1] };
                let (split, join) = if fault == "deadlock" { ("one_of", "all") } else { ("all_of", "any") };
                drawing.block(split, join, &branches, &next)
            }
            ("exclusive", _) => drawing.block("one_of", "any", &[1, 1, 1], &next),
            ("parallel", _) => drawing.block("all_of", "all", &[1, 1, 1], &next),
            ("wide", _) => drawing.block("all_of", "all", &vec![3; size / 3], &next),
            ("mixed", 0) => drawing.block("all_of", "all", &[2, 1], &next),
            ("mixed", 1) => drawing.block("one_of", "any", &[1, 2], &next),
            ("mixed", _) => drawing.block("some_of", "some", &[1, 1], &next),
            _ => drawing.task(&next),
        };
    }
    let text = format!("{{\"start\": \"{next}\", \"steps\": {{{}}}}}", drawing.steps.join(", "));
    let spec: WorkflowSpec = parse_json(text.as_bytes())
        .map_err(namro::Faults::from)
        .and_then(|node| read(&node))
        .unwrap_or_else(|faults| panic!("{faults}"));
    Workflow::draft("w".into(), spec, &Organisation::default()).unwrap_or_else(|faults| panic!("{faults}"))
}
