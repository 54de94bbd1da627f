//! Tests of `consistency`.

use super::*;
use crate::base::shape::read;
use crate::base::value::parse_json;
use crate::case::Event;
use proptest::prelude::*;

fn journal(acts: &[u8]) -> Journal {
    let event = |case: &u8| -> Event {
        let text = format!(r#"{{"case_id": "c{case}", "at": "2026-01-08T09:00:00Z", "act": "note"}}"#);
        read(&parse_json(text.as_bytes()).unwrap()).unwrap()
    };
    Journal::of_events(&acts.iter().map(event).collect::<Vec<_>>()).unwrap()
}

#[test]
fn a_chain_that_was_rewritten_is_not_continued() {
    let then = journal(&[1, 2, 1]);
    let error = journal(&[1, 2]).prove_since(&then.leaves()).unwrap_err();
    assert_eq!(error.code(), crate::Code::ProofFails);
}

proptest! {
    #[test]
    fn what_grew_is_consistent_and_nothing_else(
        acts in proptest::collection::vec(0u8..5, 0..12), at in any::<prop::sample::Index>(),
        other in proptest::collection::vec(0u8..5, 0..12),
    ) {
        let now = journal(&acts);
        let then = journal(&acts[..at.index(acts.len() + 1)]);
        let (earlier, later) = (then.head().unwrap(), now.head().unwrap());
        let proof = now.prove_since(&then.leaves()).unwrap();
        prop_assert!(proof.verify(&earlier, &later).is_ok());
        let stranger = journal(&other).head().unwrap();
        prop_assert_eq!(proof.verify(&earlier, &stranger).is_ok(), stranger == later);
        prop_assert_eq!(proof.verify(&stranger, &later).is_ok(), stranger == earlier);
        for case in proof.grown.keys() {
            let mut less = proof.clone();
            less.grown.get_mut(case).unwrap().pop();
            prop_assert!(less.verify(&earlier, &later).is_err());
        }
    }
}
