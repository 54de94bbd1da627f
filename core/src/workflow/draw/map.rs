//! A map of what a log shows: which step follows which, how often and how fast.

use super::overlay::Overlay;
use super::svg::draw;
use crate::base::ids::StepId;
use crate::base::source::InForce;
use crate::base::text::{Language, Text};
use crate::workflow::soundness::Soundness;
use crate::workflow::spec::{Join, StepClock};
use crate::workflow::step::{Branch, Split, Step, Target};
use crate::workflow::structure::graph;
use crate::workflow::{Workflow, block::Blocks, net::Wiring};

/// A flow of a map, between steps by their position; none stands for the beginning or the end.
#[derive(Clone, Debug)]
pub(crate) struct Traffic {
    pub(crate) from: Option<usize>,
    pub(crate) to: Option<usize>,
    pub(crate) count: u64,
    /// How long it takes, in words.
    pub(crate) time: Option<Text>,
}

/// The map as an SVG drawing, with a remark below it.
pub(crate) fn map(steps: &[(String, u64)], flows: &[Traffic], remark: &Text, language: Language) -> String {
    // The first step stands for the beginning. Names of the log may be anything, so steps have numbers here.
    let id = |position: Option<usize>| StepId::from(&*position.map_or(0, |position| position + 1).to_string());
    let mut overlay = Overlay { traffic: true, ..Overlay::default() };
    let begin = flows.iter().filter(|flow| flow.from.is_none()).map(|flow| flow.count).sum();
    let titles = [(Text::new("Bắt đầu", "Begin"), begin)].into_iter();
    let titles = titles.chain(steps.iter().map(|(name, count)| (Text::same(name), *count)));
    let mut drawn: Vec<Step> = Vec::new();
    for (index, (title, count)) in titles.enumerate() {
        let position = index.checked_sub(1);
        let mut branches: Vec<Branch> = Vec::new();
        for flow in flows.iter().filter(|flow| flow.from == position) {
            let to = flow.to.map_or(Target::End, |to| Target::Step(to + 1));
            let ends = (id(position), flow.to.map_or_else(|| StepId::from("end"), |to| id(Some(to))));
            overlay.times.extend(flow.time.clone().map(|time| (ends.clone(), time)));
            overlay.flows.insert(ends, flow.count);
            branches.push(Branch { to, when: None, otherwise: false, title: None });
        }
        overlay.steps.insert(id(position), count);
        drawn.push(step(id(position), title, Split::OneOf(branches)));
    }
    let workflow = Workflow {
        id: "map".into(),
        title: Text::new("Bản đồ quy trình", "Process map"),
        in_force: InForce::default(),
        positions: drawn.iter().enumerate().map(|(index, step)| (step.id.clone(), index)).collect(),
        start: 0,
        graph: graph(&drawn),
        steps: drawn,
        wiring: Wiring::default(),
        blocks: Blocks::default(),
        soundness: Soundness::unsound(),
        assumed: None,
        calls: Vec::new(),
        outline: None,
    };
    draw(&workflow, &overlay, language, Some(remark.get(language)))
}

fn step(id: StepId, title: Text, split: Split) -> Step {
    Step {
        id,
        title,
        note: None,
        workflow: None,
        within: None,
        role: None,
        cooperating: Vec::new(),
        informed: Vec::new(),
        unit: None,
        route: Vec::new(),
        budget: None,
        join: Join::Any,
        split,
        not_by: Vec::new(),
        waits_for: None,
        ended_by: None,
        clock: StepClock::Run,
        supplement: false,
        on_silence: None,
        product: None,
        outcomes: Vec::new(),
    }
}
