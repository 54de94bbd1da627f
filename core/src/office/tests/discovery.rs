//! A proposal is a rulebook, and the log that it is from runs as it says.

use crate::log::{Log, Mapping};
use crate::office::{CaseSelection, Office};
use crate::replay::{TableName, Values};

/// Receive; check law and cost in any order, or cost alone; sign; some go back to the checks. One in forty signs first.
fn log() -> Log {
    let ways =
        ["in law cost sign out", "in cost law sign out", "in cost sign out", "in law cost sign in cost law sign out"];
    let mut rows = String::from("case_id;at;act;step;actor\n");
    for case in 0..40 {
        let way = if case == 39 { "sign in law cost out" } else { ways[case % ways.len()] };
        for (step, hour) in way.split(' ').zip(8..) {
            let day = 1 + case % 28;
            rows.push_str(&format!(
                "{case};2026-01-{day:02}T{hour:02}:00:00+07:00;complete;{step};{step}-{}\n",
                case % 2
            ));
        }
    }
    crate::log::read("log.csv", rows.as_bytes(), &Mapping::default()).unwrap().0
}

fn whole(values: &Values) -> Vec<i64> {
    match values {
        Values::Whole(rows) => rows.iter().map(|row| row.unwrap()).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_proposal_is_a_rulebook_of_its_log() {
    let office = Office::shipped("vn.calendar").unwrap();
    for noise in [None, Some(0), Some(20), Some(100)] {
        let proposal = office.discover(&log(), noise).unwrap();
        let [workflow] = proposal.workflows.as_slice() else { panic!("{proposal:?}") };
        assert_eq!((workflow.cases, workflow.variants, workflow.open, workflow.undecided), (40, 5, 0, 0));
        let proposed = Office::load(&[("proposal.yaml", &proposal.text)]).unwrap_or_else(|faults| panic!("{faults}"));
        let as_of = "2026-02-01T00:00:00+07:00".parse().unwrap();
        let table = proposed.table(&log(), as_of, TableName::Variants, &CaseSelection::default(), None).unwrap();
        let column = |name: &str| &table.columns.iter().find(|column| column.name == name).unwrap().values;
        // The sum over the rows is what the proposal says of itself.
        let worst: i64 = whole(column("cases")).iter().sum();
        assert_eq!(worst, 40);
        if noise == Some(0) {
            assert_eq!(workflow.fitness, crate::base::exact::Rational::ONE);
            assert_eq!(whole(column("cost")), vec![0; usize::try_from(table.rows).unwrap()]);
        }
        if noise.is_none() {
            assert!(workflow.fitness >= crate::base::exact::Rational::new(95, 100).unwrap(), "{}", workflow.fitness);
        }
    }
}

#[test]
fn a_map_says_what_it_hides() {
    let office = Office::shipped("vn.calendar").unwrap();
    let as_of = "2026-02-01T00:00:00+07:00".parse().unwrap();
    let map = |least| office.map(&log(), as_of, &CaseSelection::default(), Some(least), crate::Language::En).unwrap();
    let (all, some) = (map(1), map(5));
    assert_eq!((all.hidden_flows, all.hidden_times), (0, 0));
    assert_eq!(all.flows, some.flows + some.hidden_flows);
    assert!(some.hidden_flows > 0 && some.text.contains(&format!("Not drawn: {} flows", some.hidden_flows)));
}
