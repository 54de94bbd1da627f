//! Tests of `rows`.

use super::*;
use crate::base::error::Code;
use crate::base::shape::read;
use crate::base::time::Stamp;
use crate::base::value::parse_json;
use crate::case::{ActorKind, Effect};
use crate::log::sparse::Sparse;
use proptest::prelude::*;

fn rows<T: crate::base::shape::Shape>(text: &str) -> Vec<T> {
    read(&parse_json(text.as_bytes()).unwrap()).unwrap()
}

fn log(events: &str) -> (Log, Reading) {
    Log::from_rows(&[], &rows(events), &Mapping::default()).unwrap()
}

#[test]
fn exact_repeats_are_dropped_and_counted() {
    let (log, reading) = log(r#"[
            {"case_id": "c", "at": "2026-01-08T09:00:00+07:00", "act": "complete", "step": "a", "unit": "u"},
            {"case_id": "c", "at": "2026-01-08T09:00:00+07:00", "act": "complete", "step": "a", "unit": "v"},
            {"case_id": "c", "at": "2026-01-08T02:00:00Z", "act": "complete", "step": "a", "unit": "u"}
        ]"#);
    assert_eq!((log.events.len(), reading.rows, reading.repeats, reading.conflicts), (2, 3, 1, 0));
    assert_ne!(log.events.id[0], log.events.id[1]);
}

#[test]
fn the_later_of_two_contradicting_rows_counts() {
    let (log, reading) = log(r#"[
            {"event_id": "e", "case_id": "c", "at": "2026-01-08T09:00:00+07:00", "act": "complete", "step": "a"},
            {"event_id": "e", "case_id": "c", "at": "2026-01-08T09:30:00+07:00", "act": "complete", "step": "a"}
        ]"#);
    assert_eq!((log.events.len(), reading.conflicts), (1, 1));
    assert_eq!(log.to_events(&Zone::vietnam())[0].at.to_string(), "2026-01-08T09:30:00+07:00");
    let remark = reading.remarks.iter().next().unwrap();
    assert_eq!((remark.code(), remark.place().to_string()), (Code::EventConflict, "#/events/1".to_owned()));
}

#[test]
fn events_of_one_instant_follow_number_then_the_order_of_the_file() {
    let (log, _) = log(r#"[
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "complete", "step": "b"},
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "start", "step": "b"},
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "note", "seq": 2},
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "stop", "seq": 1}
        ]"#);
    assert_eq!(log.events.effect, [Effect::Complete, Effect::Start, Effect::Stop, Effect::Note]);
}

#[test]
fn an_act_that_nobody_declared() {
    let events = rows(
        r#"[{"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "complet"},
                              {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "xyz"}]"#,
    );
    let faults = Log::from_rows(&[], &events, &Mapping::default()).unwrap_err();
    assert_eq!(faults.count(), 2);
    assert!(faults.iter().next().unwrap().help().unwrap().en.contains("complete"));
}

#[test]
fn who_is_no_person_and_who_is_nobody() {
    let (log, reading) = log(r#"[
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "note", "actor": {"id": "admin1"}},
            {"case_id": "c", "at": "2026-01-08T09:00:01Z", "act": "note", "actor": {"id": "UNKNOWN"}, "unit": "EMPTY"},
            {"case_id": "c", "at": "2026-01-08T09:00:02Z", "act": "note", "actor": {"id": "o17"}},
            {"case_id": "c", "at": "2026-01-08T09:00:03Z", "act": "note", "actor": {"kind": "citizen"}}
        ]"#);
    let kinds = [ActorKind::System, ActorKind::Unknown, ActorKind::Person, ActorKind::Citizen];
    assert_eq!(log.events.actor_kind, kinds);
    assert_eq!((reading.without_actor, log.events.unit[1]), (2, None));
}

#[test]
fn case_rows_add_up_and_the_later_wins() {
    let cases = rows(
        r#"[{"case_id": "c", "status": "open", "accepted": "2026-01-08T09:00:00Z"},
                             {"case_id": "c", "status": "closed"}]"#,
    );
    let (log, reading) = Log::from_rows(&cases, &[], &Mapping::default()).unwrap();
    assert_eq!((log.cases.len(), reading.conflicts, reading.cases_without_events), (1, 1, 1));
    assert_eq!(log.name(log.cases.status.get(0).unwrap()), "closed");
    assert!(log.cases.accepted.get(0).is_some());
}

#[test]
fn milestones_give_dates() {
    let spec = r#"{"milestones": {"accepted": "a", "finished": ["z"]}}"#;
    let mapping = Mapping::new(read(&parse_json(spec.as_bytes()).unwrap()).unwrap()).unwrap();
    let events = rows(
        r#"[
            {"case_id": "c", "at": "2026-01-08T09:00:00Z", "act": "complete", "step": "a"},
            {"case_id": "c", "at": "2026-01-09T09:00:00Z", "act": "complete", "step": "a"},
            {"case_id": "c", "at": "2026-01-10T09:00:00Z", "act": "start", "step": "z"},
            {"case_id": "d", "at": "2026-01-11T09:00:00Z", "act": "complete", "step": "z"}
        ]"#,
    );
    let (log, _) = Log::from_rows(&[], &events, &mapping).unwrap();
    let shown = |column: &Sparse<Option<Instant>>| [0, 1].map(|case| column.get(case).map(|at| at.to_string()));
    assert_eq!(shown(&log.cases.accepted), [Some("2026-01-08T09:00:00Z".into()), None]);
    assert_eq!(shown(&log.cases.finished), [None, Some("2026-01-11T09:00:00Z".into())]);
}

fn event() -> impl Strategy<Value = Event> {
    let id = prop_oneof![4 => Just(None), 1 => (0..9u8).prop_map(Some)];
    let seq = prop_oneof![Just(None), (1..4u32).prop_map(Some)];
    (id, 0..3u8, seq, 0..4i64, 0..Effect::ALL.len(), 0..3u8, proptest::option::of(0..3u8)).prop_map(
        |(id, case, seq, at, act, step, actor)| Event {
            event_id: id.map(|id| EventId::from(&*format!("e{id}"))),
            office: None,
            case_id: CaseId::from(&*format!("c{case}")),
            seq,
            at: Zone::vietnam().stamp(Instant::from_seconds(at).unwrap()),
            day_only: seq == Some(1),
            recorded_at: None,
            act: Effect::ALL[act].0.to_owned(),
            step: Some(StepId::from(&*format!("s{step}"))),
            actor: Some(Actor { kind: ActorKind::Person, id: actor.map(|o| OfficerId::from(&*format!("o{o}"))) }),
            on_behalf_of: None,
            assignee: None,
            unit: None,
            data: None,
        },
    )
}

proptest! {
    #[test]
    fn what_comes_out_reads_back_the_same(events in proptest::collection::vec(event(), 0..30)) {
        let zone = Zone::vietnam();
        let (log, reading) = Log::from_rows(&[], &events, &Mapping::default()).unwrap();
        prop_assert_eq!(reading.rows, reading.events + reading.repeats + reading.conflicts);
        let (cases, out) = (log.to_cases(&zone), log.to_events(&zone));
        let (again, reading) = Log::from_rows(&cases, &out, &Mapping::default()).unwrap();
        prop_assert_eq!((reading.repeats, reading.conflicts), (0, 0));
        prop_assert_eq!(again.to_events(&zone), out);
        prop_assert_eq!(again.to_cases(&zone), cases);
    }

    #[test]
    fn rows_without_contradiction_may_come_in_any_order_but_within_an_instant_of_a_case(
        events in proptest::collection::vec(event(), 0..30), seed in any::<u64>()
    ) {
        let plain: Vec<Event> = events.into_iter().map(|e| Event { event_id: None, ..e }).collect();
        let mut shuffled = plain.clone();
        shuffled.sort_by_key(|event| draw((&event.case_id, event.at), seed));
        let by_case = |events: &[Event]| {
            let (log, _) = Log::from_rows(&[], events, &Mapping::default()).unwrap();
            let mut out = log.to_events(&Zone::vietnam());
            out.sort_by(|a, b| a.case_id.cmp(&b.case_id));
            out.iter().map(|e| (e.case_id.clone(), e.at, e.act.clone(), e.step.clone())).collect::<Vec<_>>()
        };
        prop_assert_eq!(by_case(&plain), by_case(&shuffled));
    }
}

/// The position of the events of a case at an instant in a shuffle.
fn draw(of: (&CaseId, Stamp), seed: u64) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    (seed, of.0.as_str(), of.1.at).hash(&mut hasher);
    hasher.finish()
}
