//! The generated month has the properties that it claims, counted from its rows.

use super::*;
use namro::Instant;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn the_month_is_the_same_each_time_and_of_the_size_it_claims() {
    let (first, second) = (generate(), generate());
    assert_eq!(first.cases.len(), 42_400);
    assert!(first.events == second.events && first.cases == second.cases);
    let ids: BTreeSet<_> = first.events.iter().filter_map(|event| event.event_id.clone()).collect();
    assert_eq!(ids.len(), first.events.len());
    let end = first.as_of.unwrap().at;
    assert!(first.events.iter().all(|event| event.at.at < end));
}

#[test]
fn events_of_a_case_go_forward_in_time() {
    let month = generate();
    let mut last: BTreeMap<&str, Instant> = BTreeMap::new();
    for event in &month.events {
        let before = last.insert(event.case_id.as_str(), event.at.at);
        assert!(before.is_none_or(|before| before <= event.at.at), "{event:?}");
    }
}

#[test]
fn what_is_planted_is_there() {
    let month = generate();
    let hour = |event: &Event| namro::Zone::vietnam().second_of_day(event.at.at) / 3600;
    let approvals = month.events.iter().filter(|event| event.act == "complete" && hour(event) == 2);
    assert_eq!(approvals.count(), OUTGOING.night + DOSSIERS.night);
    let persons = month
        .events
        .iter()
        .filter(|event| event.actor.as_ref().is_some_and(|actor| actor.kind == namro::case::ActorKind::Person));
    let evenings = persons.filter(|event| (18..24).contains(&hour(event)) && event.act == "complete");
    assert_eq!(evenings.count(), INCOMING.out_of_hours + OUTGOING.out_of_hours + DOSSIERS.out_of_hours);
    let backdated = month.events.iter().filter(|event| event.recorded_at.is_some()).count();
    assert_eq!(backdated, INCOMING.backdated + DOSSIERS.backdated);
    let forwards = month.events.iter().filter(|event| event.act == "forward").count();
    assert_eq!(forwards, 4 * (INCOMING.ping_pong + DOSSIERS.ping_pong));
}
