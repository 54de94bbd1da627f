//! The demo month, applied event by event as a portal would, compared with the replay of its log.
//!
//! `apply` and `replay` use the same rules. `replay` must not report a fault in anything that `apply` allows, and the
//! final cases must be equal; `apply` refuses exactly the events that were planted to break a rule.

use namro::base::{Map, Node, Value};
use namro::case::{Case, CaseRow, CaseState, Event, Involvement};
use namro::log::Log;
use namro::replay::{self, State};
use namro::{Code, Office};
use namro_cli::demo::{self, DOSSIERS, Generated, OUTGOING};
use std::collections::{BTreeMap, BTreeSet};

/// Findings that `apply` would have prevented.
const REFUSED: [&str; 4] = ["skipped_step", "unexpected_step", "out_of_order", "four_eyes"];

/// The header of a case reaches `apply` with its first event, where a portal has it too.
fn opening(event: &Event, row: &CaseRow) -> Event {
    let texts = [("procedure", row.procedure.as_ref().map(ToString::to_string)), ("channel", row.channel.clone())];
    let texts = texts.into_iter().filter_map(|(name, text)| Some((name, Value::Text(text?.into()))));
    Event { data: Some(Node::from(Value::Map(Map::from_iter(texts)))), ..event.clone() }
}

/// The final case, and why any of its events was refused.
struct Live {
    case: Case,
    refused: Vec<Code>,
}

/// Applies all events, each to the present state of its case.
fn apply(office: &Office, month: &Generated) -> BTreeMap<String, Live> {
    let rows: BTreeMap<&str, &CaseRow> = month.cases.iter().map(|row| (row.case_id.as_str(), row)).collect();
    let mut lives: BTreeMap<String, Live> = BTreeMap::new();
    for event in &month.events {
        let id = event.case_id.as_str();
        let Some(live) = lives.get_mut(id) else {
            let event = opening(event, rows[id]);
            let case = office.apply(None, &event).unwrap_or_else(|refusal| panic!("{event:?}: {refusal}"));
            lives.insert(id.to_owned(), Live { case, refused: Vec::new() });
            continue;
        };
        // After a refusal the numbers in the log are higher than those of the case.
        let seq = if live.refused.is_empty() { event.seq } else { None };
        match office.apply(Some(&live.case), &Event { seq, ..event.clone() }) {
            Ok(case) => live.case = case,
            Err(refusal) => live.refused.push(refusal.code),
        }
    }
    lives
}

fn state(live: &Case) -> State {
    match live.state {
        CaseState::Received | CaseState::Processing => State::Open,
        CaseState::Suspended => State::Suspended,
        CaseState::Finished => State::Finished,
        CaseState::Delivered => State::Returned,
        CaseState::Stopped => State::Stopped,
    }
}

/// `apply` and `replay` must agree on state, acceptance, end, due and who holds what.
fn agree(live: &Case, replayed: &replay::ReplayedCase) {
    let id = &live.case_id;
    assert_eq!(state(live), replayed.state, "{id}");
    assert_eq!(live.accepted, replayed.accepted, "{id}");
    assert_eq!(live.finished, replayed.finished, "{id}");
    assert_eq!(live.clock.due.as_ref().map(|due| due.due), replayed.due, "{id}");
    assert_eq!(i64::from(live.seq), replayed.events, "{id}");
    let leads: BTreeSet<_> = live
        .holders
        .iter()
        .filter(|holder| holder.involvement == Involvement::Lead)
        .map(|holder| (holder.step.to_string(), holder.officer.to_string()))
        .collect();
    let held: BTreeSet<_> = replayed
        .holds
        .iter()
        .filter(|hold| hold.until.is_none())
        .filter_map(|hold| Some((hold.step.as_ref()?.to_string(), hold.officer.as_ref()?.to_string())))
        .collect();
    assert_eq!(leads, held, "{id}");
}

/// Compares `apply` with `replay`; gives the number of cases in which `apply` refused an event.
fn compare(month: &Generated) -> usize {
    let office = Office::shipped(demo::RULEBOOK).unwrap().with_staff(&demo::staff().to_string()).unwrap();
    let (log, _) = Log::from_rows(&month.cases, &month.events, office.rulebook().mapping(None).unwrap()).unwrap();
    let replayed = office.replay(&log, month.as_of.unwrap().at);
    let broken: BTreeSet<&str> = replayed
        .findings
        .iter()
        .filter(|finding| REFUSED.contains(&finding.kind.as_str()))
        .map(|finding| finding.subject.id.as_str())
        .collect();
    let lives = apply(&office, month);
    let refused: BTreeSet<&str> =
        lives.iter().filter(|(_, live)| !live.refused.is_empty()).map(|(id, _)| id.as_str()).collect();
    assert_eq!(refused, broken, "what is refused live is what replay finds, case by case");
    let first = |live: &Live| live.refused.first().copied();
    assert!(lives.values().filter_map(first).all(|code| [Code::StepNotOpen, Code::FourEyes].contains(&code)));
    assert_eq!(lives.len(), replayed.cases.len());
    for case in &replayed.cases {
        let live = &lives[case.case_id.as_str()];
        if live.refused.is_empty() {
            agree(&live.case, case);
        }
    }
    refused.len()
}

#[test]
fn a_sixteenth_of_the_month_applied_is_the_same_replayed() {
    let mut month = demo::generate();
    let kept = |id: &str| id.bytes().map(u32::from).sum::<u32>() % 16 == 0;
    month.cases.retain(|row| kept(row.case_id.as_str()));
    month.events.retain(|event| kept(event.case_id.as_str()));
    assert!(compare(&month) > 0, "something planted is among it");
}

#[test]
#[cfg_attr(
    debug_assertions,
    ignore = "half a minute without optimisation: cargo test --release -p namro-cli --test live"
)]
fn the_whole_month_applied_is_the_same_replayed() {
    let planted = OUTGOING.skipped + DOSSIERS.skipped + DOSSIERS.self_approved;
    assert_eq!(compare(&demo::generate()), planted);
}
