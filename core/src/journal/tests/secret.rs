//! Tests of `secret`.

use super::*;
use crate::base::value::parse_json;
use crate::journal::Journal;

#[test]
fn hidden_values_open_only_with_their_salt() {
    let text = br#"[{"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "sign",
                         "actor": {"id": "o17"}, "data": {"a": 1}}]"#;
    let events: Vec<crate::case::Event> = crate::base::shape::read(&parse_json(text).unwrap()).unwrap();
    let mut journal = Journal::new();
    let mut number = 0;
    let mut salt = || {
        number += 1;
        [number; 32]
    };
    let hidden = [Personal::Actor, Personal::Assignee, Personal::Data];
    let openings = journal.append(&events[0], &hidden, &mut salt).unwrap();
    let event = &journal.entries()[0].event;
    assert_eq!(openings.len(), 2, "a field that the event lacks needs no commitment");
    assert!(!event.contains("o17") && !event.contains("\"a\""));
    for opening in &openings {
        assert!(opening.opens(event).is_ok());
        assert!(Opening { salt: Hash([9; 32]), ..opening.clone() }.opens(event).is_err());
        assert!(Opening { value: r#"{"a":2}"#.to_owned(), ..opening.clone() }.opens(event).is_err());
    }
}
