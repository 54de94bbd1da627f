//! Law: expanding calls by hand and by compiling gives the same workflow.

use super::library::Library;
use super::*;
use crate::base::ids::WorkflowId;
use crate::base::text::Text;
use crate::people::Organisation;
use crate::rule::Condition;
use crate::workflow::compile::Workflow;
use crate::workflow::soundness_tests::{Block, Drawing, composed};
use crate::workflow::{Judgement, Marking, Step};
use proptest::prelude::*;

/// Blocks that contain called workflows, which may contain calls themselves.
fn blocks_with_calls() -> impl Strategy<Value = Block> {
    Just(Block::Task).prop_recursive(5, 40, 4, |inner| {
        let called = inner.clone().prop_map(|block| Block::Call(Box::new(block)));
        prop_oneof![5 => composed(inner), 2 => called]
    })
}

/// The workflow as the compiler expands it, and as an author without calls would write it.
fn both(block: &Block) -> (Workflow, Workflow) {
    let organisation = Organisation::default();
    let mut drawing = Drawing::default();
    let spec = drawing.write(block);
    let called: Vec<(WorkflowId, _)> = drawing.called.iter().map(|(id, spec)| (id.as_str().into(), spec)).collect();
    let library = Library::of_drafts(called.iter().map(|(id, spec)| (id, *spec)), &organisation);
    let expanded = library.compile("w".into(), spec, &organisation, None).unwrap_or_else(|faults| panic!("{faults}"));
    let by_hand = Drawing { by_hand: true, ..Drawing::default() }.write(block);
    (expanded, Workflow::compile("w".into(), by_hand, &organisation).unwrap_or_else(|faults| panic!("{faults}")))
}

/// Steps as they run, without the call that they came from and without their titles.
fn running(workflow: &Workflow) -> Vec<Step> {
    let bare = |step: &Step| Step { title: Text::default(), within: None, ..step.clone() };
    workflow.steps().iter().map(bare).collect()
}

proptest! {
    #![proptest_config(crate::testing::cases(200))]

    #[test]
    fn expanding_by_hand_and_by_compiling_is_the_same(
        block in blocks_with_calls(),
        choices in prop::collection::vec((any::<u8>(), any::<u8>()), 60),
    ) {
        let (expanded, by_hand) = both(&block);
        prop_assert_eq!(expanded.soundness().verdict, Judgement::Sound);
        prop_assert_eq!(expanded.soundness(), by_hand.soundness());
        prop_assert_eq!(format!("{:#?}", running(&expanded)), format!("{:#?}", running(&by_hand)));
        // Each step knows which call it came from.
        for (index, id) in expanded.step_ids().enumerate() {
            let way = expanded.calls_around(index);
            let prefix = way.last().map(|call| format!("{}{MARK}", call.step)).unwrap_or_default();
            prop_assert!(id.as_str().starts_with(&prefix) && !id.as_str()[prefix.len()..].contains(MARK), "{id} {prefix}");
        }
        // With the same choices, both take the same path.
        let mut markings: [Marking; 2] = [expanded.initial(), by_hand.initial()];
        for (pick, guards) in choices {
            let open = [expanded.enabled(&markings[0]), by_hand.enabled(&markings[1])];
            prop_assert_eq!(&open[0], &open[1]);
            if open[0].is_empty() {
                prop_assert!(expanded.is_done(&markings[0]) && by_hand.is_done(&markings[1]));
                break;
            }
            let step = open[0][pick as usize % open[0].len()];
            let holds = |branch: usize, _: &Condition| Some(guards >> (branch % 8) & 1 == 1);
            let to = expanded.route(step, &holds).unwrap();
            prop_assert_eq!(&to, &by_hand.route(step, &holds).unwrap());
            markings = [expanded.fire(&markings[0], step, &to).unwrap(), by_hand.fire(&markings[1], step, &to).unwrap()];
            prop_assert_eq!(expanded.tokens(&markings[0]), by_hand.tokens(&markings[1]));
        }
    }

    #[cfg(feature = "bpmn")]
    #[test]
    fn calls_are_written_to_bpmn_and_read_again(block in blocks_with_calls()) {
        use crate::workflow::bpmn;
        let (workflow, _) = both(&block);
        let xml = bpmn::write(&workflow);
        let import = bpmn::read(&xml).unwrap_or_else(|faults| panic!("{faults}\n{xml}"));
        prop_assert!(import.remarks.is_empty(), "{:?}\n{}", import.remarks, xml);
        let library = Library::of_drafts(&import.workflows, &Organisation::default());
        let (id, spec) = import.workflows.iter().next().unwrap();
        let again = library.compile(id.clone(), spec.clone(), &Organisation::default(), None);
        let again = again.unwrap_or_else(|faults| panic!("{faults}\n{xml}"));
        prop_assert_eq!(format!("{:#?}", again.steps()), format!("{:#?}", workflow.steps()), "{}", &xml);
        prop_assert_eq!(bpmn::write(&again), xml);
    }
}
