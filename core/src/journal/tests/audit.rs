//! Tests of `audit`.

use super::*;
use crate::base::shape::read;
use crate::base::value::parse_json;
use crate::case::Event;
use crate::journal::{Journal, prove, verify_proof};
use proptest::prelude::*;

fn event(case: u8, act: u8) -> Event {
    let act = ["receive", "complete", "sign"][usize::from(act) % 3];
    let text = format!(r#"{{"case_id": "c{case}", "at": "2026-01-08T09:00:00Z", "act": "{act}", "step": "kỳ"}}"#);
    read(&parse_json(text.as_bytes()).unwrap()).unwrap()
}

fn journal(acts: &[(u8, u8)]) -> Journal {
    let events: Vec<Event> = acts.iter().map(|(case, act)| event(*case, *act)).collect();
    Journal::of_events(&events).unwrap()
}

fn kinds(text: &str, head: Option<&Head>) -> Vec<&'static str> {
    let audit = verify(text.as_bytes(), head).unwrap();
    assert_eq!(audit.sound, audit.findings.is_empty());
    audit.findings.into_iter().map(|finding| finding.kind.as_str()).collect()
}

#[test]
fn what_each_tampering_is_called() {
    let sealed = journal(&[(1, 0), (2, 0), (1, 1), (2, 1)]);
    let (text, head) = (sealed.to_text().unwrap(), sealed.head().unwrap());
    assert!(kinds(&text, Some(&head)).is_empty());
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    assert_eq!(kinds(&lines[..3].concat(), Some(&head)), ["journal_cut"]);
    assert_eq!(kinds(&lines[..3].concat(), None), [""; 0]);
    assert_eq!(kinds(&[lines[0], lines[1], lines[3]].concat(), None), [""; 0], "the end of one case is a cut too");
    assert_eq!(kinds(&lines[1..].concat(), None), ["entry_missing"]);
    assert_eq!(kinds(&text.replacen("complete", "sign", 1), None), ["entry_altered"]);
    let rewritten = journal(&[(1, 0), (2, 0), (1, 2), (2, 1)]).to_text().unwrap();
    assert_eq!(kinds(&rewritten, None), [""; 0]);
    assert_eq!(kinds(&rewritten, Some(&head)), ["journal_rewritten"]);
    assert_eq!(verify(rewritten.as_bytes(), None).unwrap().limits.len(), 1);
}

#[test]
fn a_journal_may_grow_after_its_head_was_deposited() {
    let mut sealed = journal(&[(1, 0), (2, 0)]);
    let head = sealed.head().unwrap();
    sealed.append(&event(1, 1), &[], &mut || [0; 32]).unwrap();
    sealed.append(&event(0, 1), &[], &mut || [0; 32]).unwrap();
    let audit = verify(sealed.to_text().unwrap().as_bytes(), Some(&head)).unwrap();
    assert!(audit.sound);
    assert_eq!((audit.limits.len(), audit.head), (1, sealed.head().unwrap()));
    let empty = Journal::new();
    assert!(verify(b"", Some(&empty.head().unwrap())).unwrap().sound);
    assert!(verify(sealed.to_text().unwrap().as_bytes(), Some(&empty.head().unwrap())).unwrap().sound);
}

proptest! {
    #[test]
    fn any_flipped_byte_is_found(
        acts in proptest::collection::vec((0u8..4, 0u8..3), 1..12), at in any::<prop::sample::Index>(), bit in 0u8..8
    ) {
        let sealed = journal(&acts);
        let mut bytes = sealed.to_text().unwrap().into_bytes();
        let index = at.index(bytes.len());
        bytes[index] ^= 1 << bit;
        prop_assert!(!verify(&bytes, Some(&sealed.head().unwrap())).unwrap().sound);
    }

    #[test]
    fn any_other_history_is_found(
        acts in proptest::collection::vec((0u8..4, 0u8..3), 0..12),
        other in proptest::collection::vec((0u8..4, 0u8..3), 0..12),
    ) {
        let (sealed, other) = (journal(&acts), journal(&other));
        let head = sealed.head().unwrap();
        let by_case = |journal: &Journal, count: usize| {
            let mut entries: Vec<_> = journal.entries()[..count.min(journal.entries().len())].to_vec();
            entries.sort_by(|a, b| (&a.case_id, a.position).cmp(&(&b.case_id, b.position)));
            entries
        };
        // The order between cases is not sealed.
        let same = by_case(&sealed, acts.len()) == by_case(&other, acts.len());
        prop_assert_eq!(verify(other.to_text().unwrap().as_bytes(), Some(&head)).unwrap().sound, same);
    }

    #[test]
    fn every_entry_is_proved_and_no_other(
        acts in proptest::collection::vec((0u8..6, 0u8..3), 1..16), pick in any::<prop::sample::Index>(),
    ) {
        let sealed = journal(&acts);
        let head = sealed.head().unwrap();
        let proof = prove(&sealed, pick.index(acts.len())).unwrap();
        prop_assert!(verify_proof(&proof, &head).is_ok());
        let text = canonical(&proof).unwrap();
        let back: crate::journal::Proof = read(&parse_json(text.as_bytes()).unwrap()).unwrap();
        prop_assert_eq!(&back, &proof);
        for (index, _) in text.char_indices() {
            let mut bytes = text.clone().into_bytes();
            bytes[index] ^= 1;
            let Ok(node) = parse_json(&bytes) else { continue };
            let Ok(changed) = read::<crate::journal::Proof>(&node) else { continue };
            prop_assert!(changed == proof || verify_proof(&changed, &head).is_err(), "{}", index);
        }
    }
}
