//! Alignment and discovery on random blocks of steps, beside slow but obvious oracles.

use super::process::words;
use crate::base::shape::read;
use crate::base::value::parse_json;
use crate::people::Organisation;
use crate::replay::align::{Aligner, Deviation, Move, Search};
use crate::replay::discover::{Tree, mine, text_of};
use crate::workflow::{Judgement, Marking, Workflow};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Blocks of at most about eight steps; the steps are numbered afterwards.
fn blocks() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![5 => Just(Tree::Step(0)), 1 => Just(Tree::Skip)];
    leaf.prop_recursive(3, 9, 3, |inner| {
        let parts = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            parts().prop_map(Tree::Sequence),
            parts().prop_map(Tree::OneOf),
            parts().prop_map(Tree::AllOf),
            (inner.clone(), prop::collection::vec(inner, 1..3))
                .prop_map(|(body, again)| Tree::Loop(Box::new(body), again)),
        ]
    })
    .prop_map(|mut tree| {
        number(&mut tree, &mut 0);
        tree.flat()
    })
    .prop_filter("some step", |tree| *tree != Tree::Skip)
}

fn number(tree: &mut Tree, next: &mut usize) {
    match tree {
        Tree::Skip => {}
        Tree::Step(step) => {
            *step = *next;
            *next += 1;
        }
        Tree::Sequence(parts) | Tree::OneOf(parts) | Tree::AllOf(parts) => {
            parts.iter_mut().for_each(|part| number(part, next));
        }
        Tree::Loop(body, again) => {
            number(body, next);
            again.iter_mut().for_each(|part| number(part, next));
        }
    }
}

/// The workflow of a tree, and which of its steps nobody does.
fn compiled(tree: &Tree) -> (Workflow, Vec<bool>) {
    let text = text_of(tree);
    let spec = read(&parse_json(text.as_bytes()).unwrap()).unwrap_or_else(|faults| panic!("{faults}\n{text}"));
    let workflow = Workflow::compile("w".into(), spec, &Organisation::default());
    let workflow = workflow.unwrap_or_else(|faults| panic!("{tree:?}\n{faults}\n{text}"));
    let unseen = workflow.steps().iter().map(|step| step.waits_for.is_some()).collect();
    (workflow, unseen)
}

/// What a trace costs at least, by looking at every state: Dijkstra's algorithm without any bound or order of steps.
fn cheapest(
    workflow: &Workflow,
    unseen: &[bool],
    (trace, over): (&[usize], bool),
    without: Option<Deviation>,
) -> Option<usize> {
    let net = workflow.net();
    let mut known: BTreeMap<(usize, Marking), usize> = BTreeMap::new();
    let mut open = BTreeSet::from([(0, 0, net.initial())]);
    while let Some((cost, position, marking)) = open.pop_first() {
        if known.contains_key(&(position, marking.clone())) {
            continue;
        }
        known.insert((position, marking.clone()), cost);
        let done = marking.has(net.sink) && marking.count() == 1;
        if position == trace.len() && (done || !over) {
            return Some(cost);
        }
        let next = trace.get(position).copied();
        if next.is_some() && without != Some(Deviation::Extra(position)) {
            open.insert((cost + 1, position + 1, marking.clone()));
        }
        for transition in net.transitions.iter().filter(|one| net.enabled(&marking, one)) {
            let after = net.fire(&marking, transition).0;
            if transition.step.is_some() && transition.step == next {
                open.insert((cost, position + 1, after.clone()));
            }
            let missing = transition.step.filter(|step| !unseen[*step]);
            if missing.is_none_or(|step| without != Some(Deviation::Missing(step))) {
                open.insert((cost + usize::from(missing.is_some()), position, after));
            }
        }
    }
    None
}

/// Whether a reading is one: its trace is the trace, and its run is one of the net.
fn holds(workflow: &Workflow, (trace, over): (&[usize], bool), moves: &[Move]) -> bool {
    let net = workflow.net();
    let mut position = 0;
    let mut at = BTreeSet::from([net.initial()]);
    let silent = |at: BTreeSet<Marking>| {
        let (mut all, mut open) = (at.clone(), Vec::from_iter(at));
        while let Some(marking) = open.pop() {
            for transition in net.transitions.iter().filter(|one| one.step.is_none() && net.enabled(&marking, one)) {
                let after = net.fire(&marking, transition).0;
                if all.insert(after.clone()) {
                    open.push(after);
                }
            }
        }
        all
    };
    for part in moves {
        let (of_trace, of_run) = match part {
            Move::Both(step) => (Some(*step), Some(*step)),
            Move::Unseen(step) | Move::Apart(Deviation::Missing(step)) => (None, Some(*step)),
            Move::Apart(Deviation::Extra(place)) => (trace.get(*place).copied(), None),
        };
        if let Some(step) = of_trace {
            assert_eq!(trace.get(position), Some(&step));
            position += 1;
        }
        if let Some(step) = of_run {
            let fire = |marking: Marking| {
                let of_step = net.transitions.iter().filter(|one| one.step == Some(step));
                let able = of_step.filter(|one| net.enabled(&marking, one)).map(|one| net.fire(&marking, one).0);
                able.collect::<Vec<_>>()
            };
            at = silent(at).into_iter().flat_map(fire).collect();
        }
    }
    let ended = silent(at).iter().any(|marking| !over || marking.has(net.sink) && marking.count() == 1);
    position == trace.len() && ended
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_blocks_make_is_sound(tree in blocks()) {
        prop_assert_eq!(compiled(&tree).0.soundness().verdict, Judgement::Sound);
    }

    #[test]
    fn a_reading_is_one_and_the_cheapest(
        tree in blocks(),
        trace in prop::collection::vec(0_usize..16, 0..7),
        over in any::<bool>(),
    ) {
        let (workflow, unseen) = compiled(&tree);
        let seen: Vec<usize> = (0..unseen.len()).filter(|step| !unseen[*step]).collect();
        let trace: Vec<usize> = trace.iter().map(|step| seen[step % seen.len()]).collect();
        let aligner = Aligner::new(workflow.net(), &unseen);
        prop_assert!(aligner.shape.covered, "{:?}", tree);
        let Search::Found(moves) = aligner.search(&trace, over, None, None) else { panic!("undecided") };
        let cost = Search::deviations(&moves).count();
        prop_assert_eq!(Some(cost), cheapest(&workflow, &unseen, (&trace, over), None));
        prop_assert!(holds(&workflow, (&trace, over), &moves), "{:?}", moves);
        for deviation in Search::deviations(&moves) {
            let other = aligner.search(&trace, over, Some(deviation), Some(cost));
            let avoided = cheapest(&workflow, &unseen, (&trace, over), Some(deviation)) == Some(cost);
            prop_assert_eq!(matches!(other, Search::Found(_)), avoided);
            prop_assert_ne!(other, Search::Undecided);
        }
    }

    #[test]
    fn what_is_played_out_is_found_again(tree in blocks()) {
        let (workflow, unseen) = compiled(&tree);
        let step = |at: &usize| workflow.steps()[*at].id.as_str().trim_start_matches('s').parse::<usize>().unwrap();
        let log: Vec<(Vec<usize>, u64)> =
            words(workflow.net(), &unseen, 7).into_iter().take(400).map(|word| (word.iter().map(step).collect(), 1)).collect();
        prop_assume!(log.iter().any(|(trace, _)| !trace.is_empty()));
        let again = mine(&log, 0);
        let (workflow, unseen) = compiled(&again);
        prop_assert_eq!(workflow.soundness().verdict, Judgement::Sound);
        let aligner = Aligner::new(workflow.net(), &unseen);
        for (trace, _) in &log {
            let trace: Vec<usize> =
                trace.iter().map(|step| workflow.position(&format!("s{step}").as_str().into()).unwrap()).collect();
            let Search::Found(moves) = aligner.search(&trace, true, None, None) else { panic!("undecided") };
            prop_assert_eq!(Search::deviations(&moves).count(), 0, "{:?} in {:?}", trace, again);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn without_noise_every_log_fits(
        log in prop::collection::vec((prop::collection::vec(0_usize..5, 1..7), 1_u64..4), 1..7),
    ) {
        let (workflow, unseen) = compiled(&mine(&log, 0));
        let aligner = Aligner::new(workflow.net(), &unseen);
        for (trace, _) in &log {
            let at = |step: &usize| workflow.position(&format!("s{step}").as_str().into()).unwrap();
            let trace: Vec<usize> = trace.iter().map(at).collect();
            let Search::Found(moves) = aligner.search(&trace, true, None, None) else { panic!("undecided") };
            prop_assert_eq!(Search::deviations(&moves).count(), 0, "{:?}", log);
        }
    }

    #[test]
    fn with_noise_what_is_found_is_sound(
        log in prop::collection::vec((prop::collection::vec(0_usize..6, 0..8), 1_u64..40), 1..9),
        noise in 0_u64..=100,
    ) {
        let tree = mine(&log, noise);
        prop_assume!(tree != Tree::Skip);
        prop_assert_eq!(compiled(&tree).0.soundness().verdict, Judgement::Sound);
    }
}

/// Twenty branches side by side, three of them left out: everything is certain, and nothing needs many states.
#[test]
fn wide_branches_stay_certain() {
    let tree = Tree::Sequence(vec![
        Tree::Step(0),
        Tree::AllOf((1..=20).map(|step| Tree::Sequence(vec![Tree::Step(step), Tree::Step(step + 20)])).collect()),
        Tree::Step(41),
    ]);
    let (workflow, unseen) = compiled(&tree);
    let aligner = Aligner::new(workflow.net(), &unseen);
    let at = |step: usize| workflow.position(&format!("s{step}").as_str().into()).unwrap();
    let trace: Vec<usize> = [0].into_iter().chain((1..=17).rev()).chain(21..=37).chain([41]).map(at).collect();
    let Search::Found(moves) = aligner.search(&trace, true, None, None) else { panic!("undecided") };
    let deviations: Vec<Deviation> = Search::deviations(&moves).collect();
    assert_eq!(deviations.len(), 6);
    for deviation in deviations {
        assert_eq!(aligner.search(&trace, true, Some(deviation), Some(6)), Search::Impossible);
    }
}

/// A step that repeats itself leads to itself, and comes before what it leads to all the same.
#[test]
fn a_loop_is_no_reason_to_come_later() {
    let log = [(vec![3, 3, 0], 2), (vec![3, 0], 2), (vec![0], 2)];
    let reminders = Tree::Loop(Box::new(Tree::Step(3)), vec![Tree::Skip]);
    let expected = Tree::Sequence(vec![Tree::OneOf(vec![reminders, Tree::Skip]), Tree::Step(0)]);
    assert_eq!(mine(&log, 0), expected);
}

const INCLUSIVE: &str = r#"{"steps": {
    "in": {"next": {"some_of": [{"to": "law", "when": "d.l"}, {"to": "cost", "when": "d.c"}, {"to": "site", "else": true}]}},
    "law": {"next": "meet"}, "cost": {"next": {"one_of": [{"to": "meet", "when": "d.x"}, {"to": "cost", "else": true}]}},
    "site": {"next": "meet"},
    "meet": {"join": "some", "next": "out"}, "out": {"next": "end"}}}"#;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_reading_of_an_inclusive_split_is_the_cheapest(
        trace in prop::collection::vec(0_usize..6, 0..7),
        over in any::<bool>(),
    ) {
        let spec = read(&parse_json(INCLUSIVE.as_bytes()).unwrap()).unwrap();
        let workflow = Workflow::compile("w".into(), spec, &Organisation::default()).unwrap();
        let unseen = vec![false; 6];
        let aligner = Aligner::new(workflow.net(), &unseen);
        let Search::Found(moves) = aligner.search(&trace, over, None, None) else { panic!("undecided") };
        let cost = Search::deviations(&moves).count();
        prop_assert_eq!(Some(cost), cheapest(&workflow, &unseen, (&trace, over), None));
        for deviation in Search::deviations(&moves) {
            let other = aligner.search(&trace, over, Some(deviation), Some(cost));
            let avoided = cheapest(&workflow, &unseen, (&trace, over), Some(deviation)) == Some(cost);
            prop_assert_eq!(matches!(other, Search::Found(_)), avoided);
        }
    }
}
