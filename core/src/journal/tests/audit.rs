//! Tests of `audit`.

use super::*;
use crate::base::shape::read;
use crate::base::value::parse_json;
use crate::case::Event;
use crate::journal::Journal;
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

fn kinds(text: &str, head: Option<&Head>, leaves: &[Leaf]) -> Vec<&'static str> {
    let audit = Audit::of(text.as_bytes(), head, leaves).unwrap();
    assert_eq!(audit.sound, audit.tamperings.is_empty());
    audit.tamperings.into_iter().map(|tampering| tampering.kind.as_str()).collect()
}

#[test]
fn what_each_tampering_is_called() {
    let sealed = journal(&[(1, 0), (2, 0), (1, 1), (2, 1)]);
    let (text, head, leaves) = (sealed.to_text().unwrap(), sealed.head().unwrap(), sealed.leaves());
    assert!(kinds(&text, Some(&head), &[]).is_empty());
    assert!(kinds(&text, Some(&head), &leaves).is_empty());
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    assert_eq!(kinds(&lines[..3].concat(), Some(&head), &[]), ["journal_cut"]);
    assert_eq!(kinds(&lines[..3].concat(), None, &[]), [""; 0]);
    assert_eq!(kinds(&lines[..3].concat(), None, &leaves), ["chain_cut"]);
    let without_third = [lines[0], lines[1], lines[3]].concat();
    assert_eq!(kinds(&without_third, None, &[]), [""; 0], "the end of one case is a cut too");
    assert_eq!(kinds(&without_third, Some(&head), &leaves), ["chain_cut"]);
    assert_eq!(kinds(&lines[1..].concat(), None, &[]), ["entry_misplaced"]);
    assert_eq!(kinds(&text.replacen("complete", "sign", 1), None, &[]), ["entry_altered"]);
    assert_eq!(kinds(text.trim_end(), None, &[]), ["unreadable_line"]);
    let rewritten = journal(&[(1, 0), (2, 0), (1, 2), (2, 1)]).to_text().unwrap();
    assert_eq!(kinds(&rewritten, None, &[]), [""; 0]);
    assert_eq!(kinds(&rewritten, Some(&head), &[]), ["journal_rewritten"]);
    assert_eq!(Audit::of(rewritten.as_bytes(), None, &[]).unwrap().limits.len(), 1);
    let audit = Audit::of(rewritten.as_bytes(), Some(&head), &leaves).unwrap();
    let [found] = &audit.tamperings[..] else { panic!("{audit:?}") };
    assert_eq!((found.kind, found.line), (TamperingKind::ChainRewritten, Some(3)));
    assert_eq!(found.case_id.as_ref().map(CaseId::as_str), Some("c1"));
    let other = journal(&[(1, 0)]).leaves();
    assert_eq!(kinds(&text, Some(&head), &other), ["leaves_differ"], "then the head alone is compared");
}

#[test]
fn lines_of_different_cases_may_change_places() {
    let mut sealed = journal(&[(1, 0), (2, 0)]);
    let (head, leaves) = (sealed.head().unwrap(), sealed.leaves());
    sealed.append(&event(1, 1), &[], &mut || [0; 32]).unwrap();
    let text = sealed.to_text().unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let swapped = [lines[0], lines[2], lines[1]].concat();
    assert!(kinds(&swapped, Some(&head), &leaves).is_empty(), "even where the head was made between them");
    let within = [lines[2], lines[1], lines[0]].concat();
    assert_eq!(kinds(&within, Some(&head), &leaves), ["entry_misplaced", "entry_misplaced"]);
}

#[test]
fn a_position_without_bounds_is_found_and_not_believed() {
    let text = journal(&[(1, 0)]).to_text().unwrap().replace("\"position\":1", "\"position\":4294967295");
    assert_eq!(kinds(&text, None, &[]), ["entry_misplaced"]);
}

#[test]
fn only_lines_that_are_sound_are_continued() {
    let sealed = journal(&[(1, 0), (2, 0), (1, 1)]);
    let text = sealed.to_text().unwrap();
    assert_eq!(Journal::from_text(text.as_bytes()).unwrap(), sealed);
    let error = Journal::from_text(text.replacen("complete", "sign", 1).as_bytes()).unwrap_err();
    assert!(error.text().en.contains("line 3"), "{error}");
}

#[test]
fn a_journal_may_grow_after_its_head_was_deposited() {
    let mut sealed = journal(&[(1, 0), (2, 0)]);
    let (head, leaves) = (sealed.head().unwrap(), sealed.leaves());
    sealed.append(&event(1, 1), &[], &mut || [0; 32]).unwrap();
    sealed.append(&event(0, 1), &[], &mut || [0; 32]).unwrap();
    let text = sealed.to_text().unwrap();
    for leaves in [&leaves[..], &[]] {
        let audit = Audit::of(text.as_bytes(), Some(&head), leaves).unwrap();
        assert!(audit.sound);
        assert!(audit.limits[0].en.starts_with("2 entries are younger"), "{:?}", audit.limits);
        assert_eq!(audit.head, sealed.head().unwrap());
    }
    let empty = Journal::new();
    assert!(Audit::of(b"", Some(&empty.head().unwrap()), &[]).unwrap().sound);
    assert!(Audit::of(text.as_bytes(), Some(&empty.head().unwrap()), &[]).unwrap().sound);
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
        prop_assert!(!Audit::of(&bytes, Some(&sealed.head().unwrap()), &[]).unwrap().sound);
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
        prop_assert_eq!(Audit::of(other.to_text().unwrap().as_bytes(), Some(&head), &[]).unwrap().sound, same);
        let leaves = sealed.leaves();
        let audit = Audit::of(other.to_text().unwrap().as_bytes(), Some(&head), &leaves).unwrap();
        let continued = leaves.iter().all(|leaf| {
            let link = other.entries().iter().find(|e| e.case_id == leaf.case_id && e.position == leaf.entries);
            link.is_some_and(|entry| entry.link == leaf.head)
        });
        prop_assert_eq!(audit.sound, continued);
        prop_assert!(audit.tamperings.iter().all(|tampering| tampering.case_id.is_some()));
    }

    #[test]
    fn every_entry_is_proved_and_no_other(
        acts in proptest::collection::vec((0u8..6, 0u8..3), 1..16), pick in any::<prop::sample::Index>(),
    ) {
        let sealed = journal(&acts);
        let head = sealed.head().unwrap();
        let proof = sealed.prove(pick.index(acts.len())).unwrap();
        prop_assert!(proof.verify(&head).is_ok());
        let text = canonical(&proof).unwrap();
        let back: crate::journal::Proof = read(&parse_json(text.as_bytes()).unwrap()).unwrap();
        prop_assert_eq!(&back, &proof);
        for (index, _) in text.char_indices() {
            let mut bytes = text.clone().into_bytes();
            bytes[index] ^= 1;
            let Ok(node) = parse_json(&bytes) else { continue };
            let Ok(changed) = read::<crate::journal::Proof>(&node) else { continue };
            prop_assert!(changed == proof || changed.verify(&head).is_err(), "{}", index);
        }
    }
}
