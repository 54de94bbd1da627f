//! Conformance: small workflows, and a slow but obvious oracle.

use super::*;
use crate::base::shape::read;
use crate::base::value::parse_json;
use crate::people::Organisation;
use crate::replay::align::{Aligner, Search};
use crate::workflow::{Marking, Net, Workflow};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Receive; check law and cost in parallel; repeat while it is not in order; sign (not by a checker); hand out.
const DRAWING: &str = r#"{"steps": {
    "in": {"next": {"all_of": ["law", "cost"]}},
    "law": {"next": "meet"},
    "cost": {"next": "meet"},
    "meet": {"join": "all", "waits_for": "system", "next": {"one_of": [{"to": "sign", "when": "d.ok"}, {"to": "again", "else": true}]}},
    "again": {"next": "in"},
    "sign": {"not_by": ["law"], "next": "out"},
    "out": {"next": "end"}}}"#;

pub(super) fn workflow() -> Workflow {
    let spec = read(&parse_json(DRAWING.as_bytes()).unwrap()).unwrap();
    Workflow::compile("w".into(), spec, &Organisation::default()).unwrap()
}

/// Findings of a case whose steps are done in this order, each by `doer/step`, by default by `d`.
fn found(steps: &[&str], over: bool) -> Vec<(String, String, Option<String>)> {
    let mut lines = String::new();
    for (step, hour) in steps.iter().zip(8..) {
        let (doer, step) = step.split_once('/').unwrap_or(("d", step));
        lines.push_str(&format!("c1 | 01 {hour:02}:00 | complete | {step} | {doer} | -\n"));
    }
    let mut log = log_of(&lines);
    log.cases.finished = [over.then(|| at("01 20:00"))].into_iter().collect();
    let rules = Plain { workflow: Some(workflow()), ..Plain::new(None, None) };
    let answer = replay(&rules, &log, at("02 00:00"));
    let process = ["skipped_step", "unexpected_step", "out_of_order", "four_eyes"];
    let findings = answer.findings.into_iter().filter(|finding| process.contains(&finding.kind.as_str()));
    findings
        .map(|finding| {
            let step = finding.step.map(|step| step.to_string()).unwrap_or_default();
            (finding.kind.to_string(), step, finding.officer.map(|officer| officer.to_string()))
        })
        .collect()
}

fn kinds_of(steps: &[&str], over: bool) -> Vec<(String, String)> {
    found(steps, over).into_iter().map(|(kind, step, _)| (kind, step)).collect()
}

fn one(kind: &str, step: &str) -> Vec<(String, String)> {
    vec![(kind.to_owned(), step.to_owned())]
}

#[test]
fn as_drawn() {
    assert_eq!(found(&["in", "cost", "law", "e/sign", "out"], true), []);
    assert_eq!(found(&["in", "law", "cost", "again", "in", "law", "cost", "e/sign", "out"], true), []);
    assert_eq!(found(&["in", "law"], false), [], "what is not finished may still go on");
}

#[test]
fn left_out_or_too_much() {
    assert_eq!(kinds_of(&["in", "law", "e/sign", "out"], true), one("skipped_step", "cost"));
    assert_eq!(kinds_of(&["in", "law"], true).len(), 3, "finished without cost, sign and out");
    let twice = found(&["in", "law", "cost", "e/sign", "e/sign", "out"], true);
    assert_eq!((twice.len(), twice[0].0.as_str()), (1, "unexpected_step"));
    // Either signature may be the superfluous one: nobody is charged.
    assert_eq!(twice[0].2, None);
    let other = found(&["in", "law", "x/tea", "cost", "e/sign", "out"], true);
    assert_eq!(other, [("unexpected_step".to_owned(), "tea".to_owned(), Some("x".to_owned()))]);
}

#[test]
fn out_of_order_is_charged_only_when_certain() {
    // `out` before `law`, `cost` and `sign`: any other reading costs more.
    let moved = found(&["in", "x/out", "law", "cost", "e/sign"], true);
    assert_eq!(moved, [("out_of_order".to_owned(), "out".to_owned(), Some("x".to_owned()))]);
    // `sign` and `out` changed places: either may be the wrong one.
    let swapped = found(&["in", "law", "cost", "x/out", "e/sign"], true);
    assert_eq!((swapped.len(), swapped[0].0.as_str(), swapped[0].2.clone()), (1, "out_of_order", None));
}

#[test]
fn four_eyes() {
    let own = found(&["in", "a/law", "b/cost", "a/sign", "out"], true);
    assert_eq!(own, [("four_eyes".to_owned(), "sign".to_owned(), Some("a".to_owned()))]);
    assert_eq!(found(&["in", "b/law", "a/cost", "a/sign", "out"], true), []);
}

/// All sequences of visible steps, up to a length, that lead from the start to the end of the net.
pub(super) fn words(net: &Net, unseen: &[bool], most: usize) -> BTreeSet<Vec<usize>> {
    let (mut words, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut open: Vec<(Marking, Vec<usize>)> = vec![(net.initial(), Vec::new())];
    while let Some((marking, word)) = open.pop() {
        if !seen.insert((marking.clone(), word.clone())) {
            continue;
        }
        if marking.has(net.sink) && marking.count() == 1 {
            words.insert(word.clone());
        }
        for transition in net.transitions.iter().filter(|one| net.enabled(&marking, one)) {
            let mut word = word.clone();
            word.extend(transition.step.filter(|step| !unseen[*step]));
            if word.len() <= most {
                open.push((net.fire(&marking, transition).0, word));
            }
        }
    }
    words
}

/// The number of insertions and deletions that turn one sequence into the other.
fn distance(a: &[usize], b: &[usize]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            next.push(if x == y { row[j] } else { 1 + row[j + 1].min(next[j]) });
        }
        row = next;
    }
    row[b.len()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_reading_is_the_cheapest(trace in prop::collection::vec(0_usize..7, 0..7)) {
        let workflow = workflow();
        let meet = workflow.position(&"meet".into()).unwrap();
        let trace: Vec<usize> = trace.into_iter().filter(|step| *step != meet).collect();
        let unseen: Vec<bool> = (0..workflow.steps().len()).map(|step| step == meet).collect();
        let words = words(workflow.net(), &unseen, 13);
        let cheapest = words.iter().map(|word| distance(&trace, word)).min().unwrap();
        let aligner = Aligner::new(workflow.net(), &unseen);
        let Search::Found(moves) = aligner.search(&trace, true, None, None) else { panic!("undecided") };
        prop_assert_eq!(Search::deviations(&moves).count(), cheapest);
    }
}
