//! Shards of a log, each replayed alone with the profile of the whole, give the answers of the whole.

use super::*;
use crate::base::value::{Node, parse_json};
use crate::log::{Builder, Mapping, RawCase, RawEvent};
use crate::replay::finding::Fact;
use proptest::prelude::*;

/// A case of a generated log: its header and its events.
#[derive(Clone, Debug)]
struct Rows {
    due: Option<i64>,
    accepted: Option<i64>,
    finished: Option<i64>,
    returned: Option<i64>,
    responsible: Option<u8>,
    known: bool,
    events: Vec<(i64, usize, u8, u8, Option<u8>, bool)>,
}

fn rows() -> impl Strategy<Value = Rows> {
    // Hours of a month; every other one a midnight, so that a column may hold dates in one shard and times in another.
    let hour = || prop_oneof![(0_i64..480), (0_i64..20).prop_map(|day| day * 24)];
    let acts = [Effect::Accept, Effect::Assign, Effect::Start, Effect::Complete, Effect::Suspend, Effect::Resume];
    let more = [Effect::HandOver, Effect::Deliver, Effect::Stop, Effect::Return];
    let acts: Vec<usize> =
        acts.iter().chain(&more).map(|act| Effect::ALL.iter().position(|(_, known)| known == act).unwrap()).collect();
    let act = proptest::sample::select(acts);
    let event = (hour(), act, 0_u8..5, 0_u8..4, proptest::option::of(0_u8..4), proptest::bool::weighted(0.1));
    let some = |hour| proptest::option::weighted(0.4, hour);
    let header = (some(hour()), some(hour()), some(hour()), proptest::option::weighted(0.1, hour()));
    let rest = (proptest::option::of(0_u8..4), any::<bool>(), proptest::collection::vec(event, 0..8));
    (header, rest).prop_map(|((due, accepted, finished, returned), (responsible, known, events))| Rows {
        due,
        accepted,
        finished,
        returned,
        responsible,
        known,
        events,
    })
}

fn hour(hours: i64) -> Instant {
    at("01 00:00").plus(Seconds(hours * 3_600))
}

/// The cases of these numbers as a log.
fn log(cases: &[(usize, Rows)]) -> Log {
    const STEPS: [&str; 5] = ["in", "law", "cost", "meet", "sign"];
    let mapping = Mapping::default();
    let mut builder = Builder::new(&mapping);
    let data: Node = parse_json(br#"{"ok": true}"#).unwrap();
    for (number, rows) in cases {
        let (id, responsible) = (format!("c{number}"), rows.responsible.map(|officer| format!("o{officer}")));
        let case = RawCase {
            case_id: Some(&id),
            procedure: rows.known.then_some("p"),
            accepted: rows.accepted.map(hour),
            due_recorded: rows.due.map(hour),
            finished: rows.finished.map(hour),
            returned: rows.returned.map(hour),
            responsible: responsible.as_deref(),
            ..RawCase::default()
        };
        builder.case(&case, *number as u64);
        for (when, act, step, actor, assignee, with_data) in &rows.events {
            let (actor, assignee) = (format!("o{actor}"), assignee.map(|officer| format!("o{officer}")));
            let event: RawEvent<'_> = RawEvent {
                case_id: Some(&id),
                at: Some(hour(*when)),
                act: Some(Effect::ALL[*act].0),
                step: Some(STEPS[usize::from(*step)]),
                actor: Some(&actor),
                assignee: assignee.as_deref(),
                data: with_data.then_some(&data),
                ..RawEvent::default()
            };
            builder.event(&event, *number as u64);
        }
    }
    builder.finish().unwrap().0
}

proptest! {
    #[test]
    fn facts_of_shards_are_those_of_the_whole(
        cases in proptest::collection::vec((rows(), 0_usize..3), 0..9), limit in any::<bool>(), turned in any::<bool>(),
    ) {
        let rules = Plain { workflow: Some(super::process::workflow()), ..Plain::new(limit.then_some(9_000), Some(3_600)) };
        let as_of = at("22 00:00");
        let numbered: Vec<(usize, (Rows, usize))> = cases.into_iter().enumerate().collect();
        let part = |shard: usize| -> Log {
            let own = numbered.iter().filter(|(_, (_, of))| *of == shard);
            log(&own.map(|(number, (rows, _))| (*number, rows.clone())).collect::<Vec<_>>())
        };
        let all: Vec<_> = numbered.iter().map(|(number, (rows, _))| (*number, rows.clone())).collect();
        let (whole, mut shards) = (log(&all), (0..3).map(part).collect::<Vec<_>>());
        if turned {
            shards.reverse();
        }

        let profile = Profile::of(&rules, &whole, as_of);
        let of = |shard: &Log| Profile::of(&rules, shard, as_of);
        let [a, b, c] = [of(&shards[0]), of(&shards[1]), of(&shards[2])];
        prop_assert_eq!(&a.clone().merge(b.clone()).merge(c.clone()), &profile);
        prop_assert_eq!(&c.merge(b.merge(a)), &profile);

        let one = replay(&rules, &whole, as_of);
        let wanted = ReplayScope::parts(None).with_profile(Some(profile));
        let parts: Vec<Replay> = shards.iter().map(|shard| replay_parts(&rules, shard, as_of, &wanted)).collect();
        let facts = |part: usize| parts[part].facts.clone();
        let merge = |facts: Vec<Vec<Fact>>| Fact::merge(facts.into_iter().flatten()).unwrap();
        prop_assert_eq!(&merge(vec![facts(0), facts(1), facts(2)]), &one.facts);
        prop_assert_eq!(&merge(vec![facts(2), merge(vec![facts(1), facts(0)])]), &one.facts);

        // Not only the sums: every case has the same state as in the whole.
        let mut apart: Vec<ReplayedCase> = parts.iter().flat_map(|part| part.cases.clone()).collect();
        let mut cases = one.cases.clone();
        apart.sort_by(|a, b| a.case_id.cmp(&b.case_id));
        cases.sort_by(|a, b| a.case_id.cmp(&b.case_id));
        prop_assert_eq!(apart, cases);
        for share in &one.shares {
            let sum = |of: fn(&Share) -> i64| parts.iter().flat_map(|part| &part.shares).filter(|one| one.id == share.id).map(of).sum::<i64>();
            prop_assert_eq!((sum(|one| one.numerator), sum(|one| one.denominator)), (share.numerator, share.denominator));
        }
    }
}

#[test]
fn a_shard_alone_may_be_judged_otherwise() {
    // Only the other shard shows that the log records assignments at all.
    let lines = ["a | 01 08:00 | complete | x | o1 | -", "b | 01 08:00 | assign | x | o1 | o2"];
    let rules = Plain::new(None, None);
    let [alone, other] = lines.map(log_of);
    let profile = Profile::of(&rules, &alone, at("02 00:00")).merge(Profile::of(&rules, &other, at("02 00:00")));
    let grades = |profile| {
        let wanted = ReplayScope::parts(Some(&[Part::Facts])).with_profile(profile);
        let facts = replay_parts(&rules, &alone, at("02 00:00"), &wanted).facts;
        facts.iter().filter(|fact| fact.step.is_some()).map(|fact| fact.grade).collect::<Vec<_>>()
    };
    assert!(grades(None).iter().all(|grade| *grade == Grade::Completions));
    assert!(grades(Some(profile)).iter().all(|grade| *grade == Grade::Full));
}

#[test]
fn what_is_not_asked_for_is_not_made() {
    let log = log_of("a | 01 08:00 | complete | x | o1 | -\nb | 01 08:00 | assign | x | o1 | o2");
    let rules = Plain::new(None, None);
    let whole = replay(&rules, &log, at("20 00:00"));
    for (parts, made) in [(&[][..], [false; 4]), (&[Part::Cases, Part::Findings], [true, false, false, true])] {
        let some = replay_parts(&rules, &log, at("20 00:00"), &ReplayScope::parts(Some(parts)));
        let full = [some.cases.len(), some.items.len(), some.facts.len(), some.findings.len()].map(|count| count > 0);
        assert_eq!((full, some.left_out.len()), (made, 4 - parts.len()));
        assert_eq!((&some.counts, &some.shares), (&whole.counts, &whole.shares));
        assert!(some.findings.is_empty() || some.findings == whole.findings);
    }
}
