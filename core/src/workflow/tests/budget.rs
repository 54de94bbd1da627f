//! Compares the longest path with every possible path, one by one.

use super::soundness_tests::{Block, Drawing, blocks};
use super::tests::compile;
use super::{Library, Target, WaitsFor, Workflow};
use crate::base::ids::WorkflowId;
use crate::base::time::Seconds;
use crate::deadline::Budget;
use crate::people::Organisation;
use proptest::prelude::*;
use std::collections::BTreeSet;

const HOUR: i64 = 3_600;
const DAY: Seconds = Seconds(8 * HOUR);

fn longest(steps: &str) -> (i64, Vec<String>) {
    let (seconds, path) = compile(steps).unwrap().longest_path(DAY);
    (seconds.0, path.iter().map(ToString::to_string).collect())
}

#[test]
fn halves_of_days_follow_the_nominal_day() {
    let steps = r#"{"a": {"budget": "0,5 ngày làm việc", "next": "b"}, "b": {"budget": "1,5 ngày làm việc", "next": "c"},
        "c": {"budget": "90 phút làm việc", "next": "end"}}"#;
    let workflow = compile(steps).unwrap();
    for (nominal, expected) in [(8 * HOUR, 4 + 12), (7 * HOUR, 14)] {
        assert_eq!(workflow.longest_path(Seconds(nominal)).0, Seconds(expected * HOUR + 5_400));
    }
    assert_eq!(workflow.longest_path(Seconds(7 * HOUR + 1_800)).0, Seconds(15 * HOUR + 5_400));
}

#[test]
fn parallel_branches_count_by_the_longest_of_them() {
    let steps = r#"{"a": {"budget": "1 giờ làm việc", "next": {"all_of": ["b", "c"]}}, "b": {"budget": "3 giờ làm việc", "next": "d"},
        "c": {"budget": "1 giờ làm việc", "next": "e"}, "e": {"budget": "4 giờ làm việc", "next": "d"},
        "d": {"join": "all", "budget": "2 giờ làm việc", "next": "end"}}"#;
    assert_eq!(longest(steps), (8 * HOUR, ["a", "c", "e", "d"].map(str::to_owned).to_vec()));
}

#[test]
fn waiting_for_others_counts_nothing() {
    for whom in ["citizen", "agency", "system"] {
        let steps = format!(
            r#"{{"a": {{"budget": "1 giờ làm việc", "next": {{"one_of": [{{"to": "w", "when": "d.x"}}, {{"to": "b", "else": true}}]}}}},
            "w": {{"waits_for": "{whom}", "budget": "30 ngày làm việc", "next": "a"}}, "b": {{"budget": "2 giờ làm việc", "next": "end"}}}}"#
        );
        assert_eq!(longest(&steps).0, 3 * HOUR, "{whom}");
    }
}

#[test]
fn each_loop_is_gone_round_once() {
    // Two loops, one inside the other: sign → check → sign, and sign → appraise → … → sign.
    let steps = r#"{"appraise": {"budget": "5 giờ làm việc", "next": "sign"},
        "sign": {"budget": "1 giờ làm việc", "next": {"one_of": [{"to": "check", "when": "d.x"}, {"to": "redo", "when": "d.y"}, {"to": "end", "else": true}]}},
        "check": {"budget": "2 giờ làm việc", "next": "sign"}, "redo": {"budget": "3 giờ làm việc", "next": "appraise"}}"#;
    let (seconds, path) = longest(steps);
    assert_eq!(seconds, (5 + 1 + 2 + 3) * HOUR);
    assert_eq!(path.len(), 4, "no step twice: {path:?}");
    // A step that leads back to itself counts its budget once.
    let itself = r#"{"a": {"budget": "4 giờ làm việc", "next": {"one_of": [{"to": "a", "when": "d.x"}, {"to": "end", "else": true}]}}}"#;
    assert_eq!(longest(itself).0, 4 * HOUR);
}

/// Every path from one step to another (to the end if `to` is `None`) that visits no step twice.
fn ways(workflow: &Workflow, from: usize, to: Option<usize>) -> Vec<Vec<usize>> {
    fn go(workflow: &Workflow, way: &mut Vec<usize>, to: Option<usize>, found: &mut Vec<Vec<usize>>) {
        let here = way[way.len() - 1];
        if to == Some(here) {
            return found.push(way.clone());
        }
        for target in workflow.successors(here) {
            match target {
                Target::End if to.is_none() => found.push(way.clone()),
                Target::Step(next) if !way.contains(&next) => {
                    way.push(next);
                    go(workflow, way, to, found);
                    way.pop();
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    go(workflow, &mut vec![from], to, &mut found);
    found
}

/// Back flows: those to a step without which the step they leave cannot be reached.
fn flows_back(workflow: &Workflow) -> Vec<(usize, usize)> {
    let without = |gone: usize| {
        let mut reached = BTreeSet::new();
        let mut open = vec![workflow.start()];
        while let Some(step) = open.pop() {
            if step != gone && reached.insert(step) {
                let steps = workflow.successors(step).into_iter();
                open.extend(steps.filter_map(|to| if let Target::Step(to) = to { Some(to) } else { None }));
            }
        }
        reached
    };
    let mut flows = Vec::new();
    for head in 0..workflow.steps().len() {
        let reached = without(head);
        let tails = (0..workflow.steps().len()).filter(|tail| !reached.contains(tail));
        flows.extend(tails.filter(|tail| workflow.successors(*tail).contains(&Target::Step(head))).map(|t| (t, head)));
    }
    flows.sort_unstable();
    flows
}

/// The definition, by trying everything: the costliest path, then each reachable loop once, by its costliest round of
/// steps not counted yet. `None` if two paths cost the same, since the reachable loops then depend on which path is
/// chosen.
fn slowly(workflow: &Workflow) -> Option<i64> {
    let cost = |step: usize| {
        let step = &workflow.steps()[step];
        let waits = step.waits_for.is_some();
        step.budget.as_ref().filter(|_| !waits).map_or(0, |budget| budget.seconds(DAY).0)
    };
    let costliest = |ways: Vec<Vec<usize>>, counted: &BTreeSet<usize>| -> Option<Vec<usize>> {
        let sum = |way: &Vec<usize>| way.iter().filter(|step| !counted.contains(*step)).map(|step| cost(*step)).sum();
        let best: i64 = ways.iter().map(sum).max()?;
        let mut best = ways.into_iter().filter(|way| sum(way) == best);
        best.next().filter(|_| best.next().is_none())
    };
    let mut counted = BTreeSet::new();
    counted.extend(costliest(ways(workflow, workflow.start(), None), &counted)?);
    let mut open = flows_back(workflow);
    while let Some(index) = open.iter().position(|(_, head)| counted.contains(head)) {
        let (tail, head) = open.remove(index);
        counted.extend(costliest(ways(workflow, head, Some(tail)), &counted)?);
    }
    Some(counted.into_iter().map(cost).sum())
}

/// A block with budgets for its steps; some steps have none, some wait.
fn budgeted(block: &Block, minutes: &[u32]) -> Workflow {
    let mut drawing = Drawing::default();
    let mut spec = drawing.write(block);
    let mut minutes = minutes.iter().cycle();
    let called = drawing.called.iter_mut().map(|(_, spec)| spec);
    for step in called.chain([&mut spec]).flat_map(|spec| spec.steps.values_mut()) {
        let amount = *minutes.next().unwrap();
        if step.workflow.is_some() {
            continue;
        }
        step.value.budget =
            (!amount.is_multiple_of(5)).then(|| Budget::parse(&format!("{amount} phút làm việc")).unwrap());
        step.value.waits_for = amount.is_multiple_of(7).then_some(WaitsFor::Citizen);
    }
    let named: Vec<(WorkflowId, _)> = drawing.called.iter().map(|(id, spec)| (id.as_str().into(), spec)).collect();
    let organisation = Organisation::default();
    let library = Library::of_drafts(named.iter().map(|(id, spec)| (id, *spec)), &organisation);
    library.compile("w".into(), spec, &organisation, None).unwrap_or_else(|faults| panic!("{faults}"))
}

fn judge(block: &Block, minutes: &[u32]) -> Result<(), TestCaseError> {
    let workflow = budgeted(block, minutes);
    if workflow.steps().len() > 40 {
        return Err(TestCaseError::reject("too many ways"));
    }
    let (seconds, path) = workflow.longest_path(DAY);
    let Some(expected) = slowly(&workflow) else { return Err(TestCaseError::reject("two ways cost the same")) };
    prop_assert_eq!(seconds.0, expected);
    let once: BTreeSet<_> = path.iter().collect();
    prop_assert_eq!(once.len(), path.len(), "no step twice: {:?}", path);
    Ok(())
}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    #[test]
    fn the_longest_way_is_the_longest_of_all(
        block in blocks(),
        minutes in prop::collection::vec(1..20_000u32, 61),
    ) {
        judge(&block, &minutes)?;
    }

    #[test]
    fn subprocesses_count_through(
        inner in blocks(),
        outer in blocks(),
        minutes in prop::collection::vec(1..20_000u32, 61),
    ) {
        let called = || Block::Call(Box::new(Block::Sequence(vec![inner.clone(), Block::Task])));
        judge(&Block::Sequence(vec![called(), outer, called()]), &minutes)?;
    }

    #[test]
    fn more_time_for_a_step_never_makes_the_way_shorter(
        block in blocks(),
        minutes in prop::collection::vec(1..20_000u32, 61),
        step in any::<prop::sample::Index>(),
    ) {
        let acyclic = budgeted(&block, &minutes);
        prop_assume!(flows_back(&acyclic).is_empty());
        let mut more = minutes.clone();
        let index = step.index(more.len());
        // Adding thirty-five keeps which steps have no budget and which wait.
        more[index] += 35;
        prop_assert!(budgeted(&block, &more).longest_path(DAY).0 >= acyclic.longest_path(DAY).0);
    }
}
