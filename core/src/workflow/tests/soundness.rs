//! Soundness compared with known results: blocks are sound, broken blocks are not, and on small nets a naive token game
//! that counts tokens agrees.

use super::net::{Marking, Net};
use super::search::Fault;
use super::soundness::decide;
use super::*;
use crate::base::shape::read;
use crate::base::value::parse_json;
use crate::people::Organisation;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet, VecDeque};

/// A block of a structured workflow.
#[derive(Clone, Debug)]
pub(super) enum Block {
    Task,
    Sequence(Vec<Block>),
    Exclusive(Vec<Block>),
    Parallel(Vec<Block>),
    Inclusive(Vec<Block>),
    Loop(Box<Block>, Box<Block>),
    /// A called workflow.
    Call(Box<Block>),
}

/// How one gateway is broken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Break {
    /// A choice leads into a parallel join.
    JoinsChoice,
    /// Parallel branches lead into a step that does not join them.
    ForgetsJoin,
    /// A parallel branch leads to the end.
    Escapes,
}

/// Writes steps from the end: each block knows what follows it.
#[derive(Default)]
pub(super) struct Drawing {
    pub(super) steps: Vec<String>,
    pub(super) breaks: Option<Break>,
    /// Whether steps of called workflows are written in place of the call, as by an author without calls.
    pub(super) by_hand: bool,
    /// The prefix of the name of each step.
    pub(super) prefix: String,
    /// The called workflows, as they are written.
    pub(super) called: Vec<(String, WorkflowSpec)>,
}

impl Drawing {
    fn step(&mut self, body: &str) -> String {
        let name = format!("{}s{}", self.prefix, self.steps.len());
        self.steps.push(format!("\"{name}\": {{{body}}}"));
        name
    }

    /// Reserves a name for a step that is written later.
    fn reserve(&mut self) -> (usize, String) {
        let name = format!("{}s{}", self.prefix, self.steps.len());
        self.steps.push(String::new());
        (self.steps.len() - 1, name)
    }

    fn draw(&mut self, block: &Block, next: &str) -> String {
        match block {
            Block::Task => self.step(&format!(r#""next": "{next}""#)),
            Block::Sequence(parts) => parts.iter().rev().fold(next.to_owned(), |next, part| self.draw(part, &next)),
            Block::Exclusive(parts) => {
                let join = if self.breaks == Some(Break::JoinsChoice) {
                    self.breaks = None;
                    r#""join": "all", "#
                } else {
                    ""
                };
                let merge = self.step(&format!(r#"{join}"next": "{next}""#));
                let entries: Vec<_> = parts.iter().map(|part| self.draw(part, &merge)).collect();
                self.conditional("one_of", &entries)
            }
            Block::Parallel(parts) => {
                let broken = self.breaks.filter(|breaks| *breaks != Break::JoinsChoice);
                if broken.is_some() {
                    self.breaks = None;
                }
                let join = if broken == Some(Break::ForgetsJoin) { "" } else { r#""join": "all", "# };
                let merge = self.step(&format!(r#"{join}"next": "{next}""#));
                let stay = parts.len() - usize::from(broken == Some(Break::Escapes));
                let mut entries: Vec<_> = parts.iter().take(stay).map(|part| self.draw(part, &merge)).collect();
                if stay < parts.len() {
                    entries.push(self.step(r#""next": "end""#));
                }
                let entries = entries.iter().map(|entry| format!("\"{entry}\"")).collect::<Vec<_>>().join(", ");
                self.step(&format!(r#""next": {{"all_of": [{entries}]}}"#))
            }
            Block::Inclusive(parts) => {
                let merge = self.step(&format!(r#""join": "some", "next": "{next}""#));
                let entries: Vec<_> = parts.iter().map(|part| self.draw(part, &merge)).collect();
                self.conditional("some_of", &entries)
            }
            Block::Loop(body, redo) => {
                let (slot, head) = self.reserve();
                let again = self.draw(redo, &head);
                let decide = self.conditional("one_of", &[again, next.to_owned()]);
                let entry = self.draw(body, &decide);
                self.steps[slot] = format!("\"{head}\": {{\"next\": \"{entry}\"}}");
                head
            }
            Block::Call(block) if self.by_hand => {
                let (slot, name) = self.reserve();
                let mut inner = Drawing { by_hand: true, prefix: format!("{name}#"), ..Drawing::default() };
                let first = inner.draw(block, next);
                self.steps[slot] = inner.steps.join(",\n");
                first
            }
            Block::Call(block) => {
                let mut inner = Drawing { called: std::mem::take(&mut self.called), ..Drawing::default() };
                let spec = inner.write(block);
                self.called = inner.called;
                self.called.push((format!("q{}", self.called.len()), spec));
                self.step(&format!(r#""workflow": "q{}", "next": "{next}""#, self.called.len() - 1))
            }
        }
    }

    pub(super) fn write(&mut self, block: &Block) -> WorkflowSpec {
        let first = self.draw(block, "end");
        let text = format!(r#"{{"start": "{first}", "steps": {{{}}}}}"#, self.steps.join(",\n"));
        read(&parse_json(text.as_bytes()).unwrap()).unwrap()
    }

    fn conditional(&mut self, kind: &str, entries: &[String]) -> String {
        let last = entries.len() - 1;
        let branches: Vec<_> = entries
            .iter()
            .enumerate()
            .map(|(index, to)| match index == last {
                true => format!(r#"{{"to": "{to}", "else": true}}"#),
                false => format!(r#"{{"to": "{to}", "when": "d.x == {index}"}}"#),
            })
            .collect();
        self.step(&format!(r#""next": {{"{kind}": [{}]}}"#, branches.join(", ")))
    }
}

/// Writes a block; gives the workflow, and whether the break found its gateway.
fn drawn(block: &Block, breaks: Option<Break>) -> (Workflow, bool) {
    let (spec, found) = written(block, breaks);
    let workflow = Workflow::draft("w".into(), spec, &Organisation::default()).unwrap_or_else(|f| panic!("{f}"));
    (workflow, found)
}

/// The same, as a rulebook would write it.
pub(super) fn written(block: &Block, breaks: Option<Break>) -> (WorkflowSpec, bool) {
    let mut drawing = Drawing { breaks, ..Drawing::default() };
    let spec = drawing.write(block);
    (spec, drawing.breaks.is_none())
}

pub(super) fn blocks() -> impl Strategy<Value = Block> {
    Just(Block::Task).prop_recursive(4, 40, 4, composed)
}

/// Blocks composed of smaller ones, without calls.
pub(super) fn composed(inner: BoxedStrategy<Block>) -> impl Strategy<Value = Block> {
    let many = prop::collection::vec(inner.clone(), 2..4);
    prop_oneof![
        many.clone().prop_map(Block::Sequence),
        many.clone().prop_map(Block::Exclusive),
        many.clone().prop_map(Block::Parallel),
        many.prop_map(Block::Inclusive),
        (inner.clone(), inner).prop_map(|(body, redo)| Block::Loop(Box::new(body), Box::new(redo))),
    ]
}

/// Fires the transitions of a fault one by one; gives whether the final state shows the fault.
fn replays(net: &Net, fault: &Fault) -> bool {
    let mut marking = net.initial();
    let (last, before) = match fault.kind {
        FlawKind::TwiceAtOnce => (fault.trace.last(), &fault.trace[..fault.trace.len() - 1]),
        FlawKind::DeadStep => return true,
        _ => (None, &fault.trace[..]),
    };
    for index in before {
        let transition = &net.transitions[*index];
        if !net.enabled(&marking, transition) {
            return false;
        }
        let (next, full) = net.fire(&marking, transition);
        if full.is_some() {
            return false;
        }
        marking = next;
    }
    match fault.kind {
        FlawKind::TwiceAtOnce => {
            let transition = &net.transitions[*last.unwrap()];
            net.enabled(&marking, transition) && net.fire(&marking, transition).1.is_some()
        }
        FlawKind::Deadlock => {
            !net.transitions.iter().any(|transition| net.enabled(&marking, transition)) && !marking.has(net.sink)
        }
        FlawKind::ImproperCompletion => marking.has(net.sink) && marking.count() > 1,
        _ => !marking.has(net.sink),
    }
}

/// The classical definition, by counting tokens in a plain search; `false` if a place collects too many tokens.
fn naive(net: &Net) -> bool {
    type Tokens = Vec<u8>;
    let mut first = vec![0; net.places];
    first[net.source] = 1;
    let mut last = vec![0; net.places];
    last[net.sink] = 1;
    let mut open = VecDeque::from([first.clone()]);
    let mut seen = HashSet::from([first]);
    let mut back: HashMap<Tokens, Vec<Tokens>> = HashMap::new();
    let mut fired = HashSet::new();
    while let Some(tokens) = open.pop_front() {
        if tokens[net.sink] > 0 && tokens != last {
            return false;
        }
        for (index, transition) in net.transitions.iter().enumerate() {
            if transition.before.iter().all(|place| tokens[*place] > 0) {
                fired.insert(index);
                let mut next = tokens.clone();
                transition.before.iter().for_each(|place| next[*place] -= 1);
                transition.after.iter().for_each(|place| next[*place] += 1);
                if next.iter().any(|count| *count > 6) {
                    return false;
                }
                back.entry(next.clone()).or_default().push(tokens.clone());
                if seen.insert(next.clone()) {
                    open.push_back(next);
                }
            }
        }
    }
    let mut completes = HashSet::from([last.clone()]);
    let mut open = vec![last];
    while let Some(tokens) = open.pop() {
        for before in back.get(&tokens).into_iter().flatten() {
            if completes.insert(before.clone()) {
                open.push(before.clone());
            }
        }
    }
    seen.iter().all(|tokens| completes.contains(tokens)) && fired.len() == net.transitions.len()
}

/// Small unstructured workflows.
fn tangles() -> impl Strategy<Value = String> {
    let step = (0..4u8, prop::collection::vec(0..7usize, 3), 0..3u8);
    prop::collection::vec(step, 2..7).prop_map(|steps| {
        let count = steps.len();
        let name = |index: usize| if index >= count { "end".to_owned() } else { format!("s{index}") };
        let lines = steps.iter().enumerate().map(|(index, (kind, targets, join))| {
            let mut targets: Vec<_> = targets.iter().map(|target| name(*target % (count + 1))).collect();
            targets.sort();
            targets.dedup();
            let next = match (kind, targets.as_slice()) {
                (0, [one, ..]) | (_, [one]) => format!("\"{one}\""),
                (1, many) => {
                    let last = many.len() - 1;
                    let branches = many.iter().enumerate().map(|(index, to)| match index == last {
                        true => format!(r#"{{"to": "{to}", "else": true}}"#),
                        false => format!(r#"{{"to": "{to}", "when": "d.x == {index}"}}"#),
                    });
                    format!(r#"{{"one_of": [{}]}}"#, branches.collect::<Vec<_>>().join(", "))
                }
                (_, many) => format!(
                    r#"{{"all_of": [{}]}}"#,
                    many.iter().map(|to| format!("\"{to}\"")).collect::<Vec<_>>().join(", ")
                ),
            };
            let join = if *join == 0 && index > 0 { r#""join": "all", "# } else { "" };
            format!(r#""s{index}": {{{join}"next": {next}}}"#)
        });
        format!(r#"{{"steps": {{{}}}}}"#, lines.collect::<Vec<_>>().join(", "))
    })
}

proptest! {
    #![proptest_config(crate::testing::cases(400))]

    #[test]
    fn blocks_are_sound_and_the_reductions_know(block in blocks()) {
        let (workflow, _) = drawn(&block, None);
        prop_assert_eq!(workflow.soundness().verdict, Judgement::Sound, "{:?}", workflow.soundness());
        prop_assert_eq!(workflow.soundness().states, 0);
    }

    #[test]
    fn a_broken_gateway_is_found_and_its_witness_replays(
        block in blocks(),
        breaks in prop::sample::select(vec![Break::JoinsChoice, Break::ForgetsJoin, Break::Escapes]),
    ) {
        let (workflow, broken) = drawn(&block, Some(breaks));
        let (verdict, faults, _) = decide(workflow.net());
        prop_assert_eq!(verdict, if broken { Judgement::Unsound } else { Judgement::Sound });
        prop_assert_eq!(faults.is_empty(), !broken);
        for (fault, _) in &faults {
            prop_assert!(replays(workflow.net(), fault), "{:?}", fault);
        }
    }

    #[test]
    fn tangled_workflows_agree_with_the_naive_token_game(text in tangles()) {
        let spec: WorkflowSpec = read(&parse_json(text.as_bytes()).unwrap()).unwrap();
        if let Ok(workflow) = Workflow::draft("w".into(), spec, &Organisation::default()) {
            let (verdict, faults, _) = decide(workflow.net());
            prop_assert_eq!(verdict == Judgement::Sound, naive(workflow.net()), "{:?} {:?}", verdict, faults);
            prop_assert_eq!(verdict == Judgement::Unsound, !faults.is_empty());
            for (fault, shortest) in &faults {
                prop_assert!(*shortest && replays(workflow.net(), fault), "{:?}", fault);
            }
        }
    }
}

/// Sequence, choice, parallel or mixed, with about this many nodes.
fn sized(kind: &str, size: usize) -> Block {
    let mut blocks = Vec::new();
    let mut number = 0usize;
    while number < size {
        let part = match kind {
            "sequence" => Block::Task,
            "exclusive" => Block::Exclusive(vec![Block::Task; 3]),
            "parallel" => Block::Parallel(vec![Block::Task; 3]),
            "wide" => Block::Parallel(vec![Block::Sequence(vec![Block::Task; 3]); size / 3]),
            _ => match number % 4 {
                0 => Block::Parallel(vec![Block::Exclusive(vec![Block::Task; 2]), Block::Task]),
                1 => Block::Loop(Box::new(Block::Task), Box::new(Block::Task)),
                2 => Block::Inclusive(vec![Block::Task; 2]),
                _ => Block::Task,
            },
        };
        number += match (kind, &part) {
            ("wide", _) => size,
            (_, Block::Task) => 1,
            (_, Block::Loop(..)) => 4,
            _ => 5,
        };
        blocks.push(part);
    }
    Block::Sequence(blocks)
}

#[test]
fn width_does_not_explode() {
    for width in [14, 60] {
        let wide = Block::Parallel(vec![Block::Sequence(vec![Block::Task; 3]); width]);
        let (workflow, _) = drawn(&wide, None);
        assert_eq!(decide(workflow.net()).2, 0);
        for breaks in [Break::ForgetsJoin, Break::Escapes] {
            let (workflow, broken) = drawn(&wide, Some(breaks));
            let (verdict, faults, states) = decide(workflow.net());
            assert!(broken && verdict == Judgement::Unsound && states < 100, "{states}");
            assert!(replays(workflow.net(), &faults[0].0));
        }
    }
}

#[test]
fn nets_of_fifty_to_a_thousand_nodes_have_their_known_verdict() {
    for kind in ["sequence", "exclusive", "parallel", "mixed", "wide"] {
        for size in [50, 100, 200, 500, 1000] {
            let (workflow, _) = drawn(&sized(kind, size), None);
            let (verdict, _, states) = decide(workflow.net());
            assert_eq!((verdict, states), (Judgement::Sound, 0), "{kind} {size}");
            for breaks in [Break::JoinsChoice, Break::ForgetsJoin, Break::Escapes] {
                let (workflow, broken) = drawn(&sized(kind, size), Some(breaks));
                let (verdict, faults, _) = decide(workflow.net());
                assert_eq!(verdict == Judgement::Unsound, broken, "{kind} {size} {breaks:?}");
                assert!(faults.iter().all(|(fault, _)| replays(workflow.net(), fault)), "{kind} {size} {breaks:?}");
            }
        }
    }
}

#[test]
fn markings_are_sets() {
    let mut marking = Marking::empty(130);
    assert!(marking.put(129) && !marking.put(129) && marking.put(0));
    assert_eq!(marking.places().collect::<Vec<_>>(), [0, 129]);
    marking.take(129);
    assert_eq!((marking.has(129), marking.count()), (false, 1));
}
