//! The generated month, replayed: exactly the planted faults are found.

use namro::log::Log;
use namro::office::CaseSelection;
use namro::render::{Report, ReportInput};
use namro::replay::{GroupKey, Replay, SharesOf, State, Table, TableName, Values};
use namro::{Office, score};
use namro_cli::demo::{self, DOSSIERS, INCOMING, OUTGOING};
use std::collections::HashSet;

fn replayed() -> (Office, Log, Replay) {
    let office = Office::shipped(demo::RULEBOOK).unwrap().with_staff(&demo::staff().to_string()).unwrap();
    let month = demo::generate();
    let (log, reading) = Log::from_rows(&month.cases, &month.events, office.rulebook().mapping(None).unwrap()).unwrap();
    assert_eq!((reading.repeats, reading.conflicts, reading.set_aside), (0, 0, 0));
    let replay = office.replay(&log, month.as_of.unwrap().at);
    (office, log, replay)
}

#[test]
fn what_was_planted_is_found_and_nothing_else() {
    let (office, log, replay) = replayed();
    let found = |kind: &str| replay.findings.iter().filter(|finding| finding.kind.as_str() == kind).count();
    let late = INCOMING.late + OUTGOING.late + DOSSIERS.late + DOSSIERS.late_by_law;
    let open = INCOMING.stuck + INCOMING.unassigned + OUTGOING.stuck + DOSSIERS.stuck;
    assert_eq!(found("late"), late);
    assert_eq!(found("overdue_open"), open);
    assert_eq!(found("stuck"), open);
    assert_eq!(found("late_committed"), DOSSIERS.late + DOSSIERS.late_by_law + DOSSIERS.stuck);
    assert_eq!(found("late_statutory"), DOSSIERS.late_by_law + DOSSIERS.stuck);
    assert_eq!(found("unassigned"), INCOMING.unassigned);
    assert_eq!(found("ping_pong"), INCOMING.ping_pong + DOSSIERS.ping_pong);
    assert_eq!(found("skipped_step"), OUTGOING.skipped + DOSSIERS.skipped);
    assert_eq!(found("backdated"), INCOMING.backdated + DOSSIERS.backdated);
    assert_eq!(found("at_night"), OUTGOING.night + DOSSIERS.night);
    assert_eq!(found("four_eyes"), DOSSIERS.self_approved);

    // Nobody who is late here can be said to be so by the clock of the generator alone: the answer must say it too.
    let done = replay.cases.iter().filter(|case| matches!(case.state, State::Finished | State::Returned)).count();
    let share = replay.shares.iter().find(|share| share.id.as_str() == "on_time_recomputed").unwrap();
    assert_eq!((share.late, share.denominator), (late as i64, done as i64));

    // A report is the same each time, is self-contained, and is small enough to send.
    let policy = office.rulebook().policy(None, namro::Date::from_ymd(2026, 10, 1).unwrap()).unwrap();
    let period = score::Period::parse("2026-10").unwrap();
    let scores = office.score(&replay, Some(&policy.id), period, &score::Inputs::default()).unwrap();
    let input = ReportInput {
        office: &office,
        log: &log,
        reading: None,
        replay: &replay,
        scores: Some((&scores.cards, policy)),
        notice: None,
    };
    let page = Report::build(&input).html();
    assert_eq!(page, Report::build(&input).html());
    assert!(page.len() < 3 << 20, "{}", page.len());
    assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("src="));
}

fn whole<'t>(table: &'t Table, name: &str) -> impl Iterator<Item = i64> + 't {
    match &table.columns.iter().find(|column| column.name == name).unwrap().values {
        Values::Whole(rows) => rows.iter().map(|row| row.unwrap()),
        other => panic!("{name} is {other:?}"),
    }
}

fn words<'t>(table: &'t Table, name: &str) -> Vec<Option<&'t str>> {
    match &table.columns.iter().find(|column| column.name == name).unwrap().values {
        Values::Word { words, rows } => rows.iter().map(|row| row.map(|row| words[row as usize].as_str())).collect(),
        Values::Text(rows) => rows.iter().map(|row| row.as_deref()).collect(),
        other => panic!("{name} is {other:?}"),
    }
}

/// Every tenth case of the month: enough for sums, and soon replayed many times.
fn tenth() -> (Office, Log, Replay) {
    let office = Office::shipped(demo::RULEBOOK).unwrap().with_staff(&demo::staff().to_string()).unwrap();
    let mut month = demo::generate();
    let kept: HashSet<_> = month.cases.iter().map(|case| case.case_id.clone()).step_by(10).collect();
    month.cases.retain(|case| kept.contains(&case.case_id));
    month.events.retain(|event| kept.contains(&event.case_id));
    let (log, _) = Log::from_rows(&month.cases, &month.events, office.rulebook().mapping(None).unwrap()).unwrap();
    let replay = office.replay(&log, month.as_of.unwrap().at);
    assert!(replay.findings.len() > 100);
    (office, log, replay)
}

#[test]
fn tables_add_up_to_the_answer() {
    let (office, log, replay) = tenth();
    let (as_of, all) = (replay.as_of.at, CaseSelection::default());
    let table = |name| office.table(&log, as_of, name, &all, None).unwrap();
    let cases = table(TableName::Cases);
    let ids: Vec<_> = replay.cases.iter().map(|case| Some(case.case_id.as_str())).collect();
    assert_eq!(words(&cases, "case_id"), ids);
    assert_eq!(
        words(&cases, "standing"),
        replay.cases.iter().map(|case| Some(case.standing.as_str())).collect::<Vec<_>>()
    );
    let late: Vec<_> = replay.cases.iter().map(|case| case.late_working_seconds.0).collect();
    assert_eq!(whole(&cases, "late_working_seconds").collect::<Vec<_>>(), late);
    let items = table(TableName::Items);
    assert_eq!(
        words(&items, "officer"),
        replay.items.iter().map(|item| item.officer.as_ref().map(|id| id.as_str())).collect::<Vec<_>>()
    );
    let held = replay.items.iter().map(|item| item.held_working_seconds.0);
    assert_eq!(whole(&items, "held_working_seconds").collect::<Vec<_>>(), held.collect::<Vec<_>>());
    let holds = table(TableName::Holds);
    assert_eq!(holds.rows, replay.cases.iter().map(|case| case.holds.len() as i64).sum::<i64>());
    let findings = table(TableName::Findings);
    let known: Vec<_> = replay.findings.iter().map(|finding| Some(finding.id.as_str())).collect();
    assert_eq!(words(&findings, "finding_id"), known);
    assert_eq!(whole(&cases, "findings").sum::<i64>(), words(&findings, "case_id").iter().flatten().count() as i64);
    let charges = table(TableName::Charges);
    let charged =
        replay.findings.iter().flat_map(|finding| &finding.charge).map(|charge| charge.charged_working_seconds.0);
    assert_eq!(whole(&charges, "charged_working_seconds").sum::<i64>(), charged.sum::<i64>());
    let facts = table(TableName::Facts);
    assert_eq!(
        whole(&facts, "count").collect::<Vec<_>>(),
        replay.facts.iter().map(|fact| fact.count).collect::<Vec<_>>()
    );
}

#[test]
fn how_cases_ran_adds_up() {
    let (office, log, replay) = tenth();
    let (as_of, all) = (replay.as_of.at, CaseSelection::default());
    let table = |name| office.table(&log, as_of, name, &all, None).unwrap();
    let (variants, flows) = (table(TableName::Variants), table(TableName::Flows));
    let (steps, spectrum) = (table(TableName::Steps), table(TableName::Spectrum));
    let cases = words(&spectrum, "case_id").into_iter().collect::<HashSet<_>>().len() as i64;
    assert!(cases > 0);
    assert_eq!(whole(&variants, "cases").sum::<i64>(), cases);
    let ids = words(&variants, "case_ids").into_iter().flatten().flat_map(|ids| ids.split(' ')).collect::<HashSet<_>>();
    assert_eq!(ids.len() as i64, cases);
    assert_eq!(whole(&steps, "count").sum::<i64>(), spectrum.rows);
    // Each step that was done follows another one or begins a case.
    let to = words(&flows, "to_step");
    let taken = whole(&flows, "count").zip(&to).filter(|(_, to)| to.is_some()).map(|(count, _)| count).sum::<i64>();
    assert_eq!(taken, spectrum.rows);
    assert!(!replay.not_assessed.iter().any(|one| one.of == "conformance"), "nothing is undecided");
    assert!(!words(&variants, "assessed").contains(&Some("undecided")));
}

#[test]
fn a_proposal_from_the_month_is_a_rulebook() {
    let (office, log, _) = tenth();
    let proposal = office.discover(&log, None).unwrap();
    assert!(Office::load(&[("proposal.yaml", &proposal.text)]).is_ok(), "{}", proposal.text);
    for workflow in &proposal.workflows {
        assert!(workflow.fitness.num() * 20 >= workflow.fitness.den() * 19 && workflow.undecided == 0, "{workflow:?}");
    }
}

#[test]
fn shares_of_groups_add_up_to_the_whole() {
    let (office, log, replay) = tenth();
    let (as_of, all) = (replay.as_of.at, CaseSelection::default());
    const COUNTS: [&str; 8] =
        ["count", "numerator", "denominator", "late", "undetermined", "not_assessed", "not_finished", "open_overdue"];
    for of in [SharesOf::Cases, SharesOf::Items] {
        let whole_log = office.shares(&log, as_of, (of, &[]), &all, None).unwrap();
        let definitions = words(&whole_log, "definition");
        for by in
            [&[GroupKey::Unit][..], &[GroupKey::Officer, GroupKey::Period], &[GroupKey::Procedure, GroupKey::Channel]]
        {
            let groups = office.shares(&log, as_of, (of, by), &all, None).unwrap();
            let of_groups = words(&groups, "definition");
            for name in COUNTS {
                let total: Vec<i64> = whole(&whole_log, name).collect();
                for (definition, total) in definitions.iter().zip(&total) {
                    let sum: i64 =
                        whole(&groups, name).zip(&of_groups).filter(|(_, of)| *of == definition).map(|(n, _)| n).sum();
                    assert_eq!(sum, *total, "{name} of {definition:?} by {by:?}");
                }
            }
        }
        if of == SharesOf::Cases {
            let numerators: Vec<i64> = replay.shares.iter().map(|share| share.numerator).collect();
            assert_eq!(whole(&whole_log, "numerator").collect::<Vec<_>>(), numerators);
        } else {
            let facts = |kind: &str| -> i64 {
                let of_steps = replay.facts.iter().filter(|fact| fact.step.is_some() && fact.kind.as_str() == kind);
                of_steps.map(|fact| fact.count).sum()
            };
            let judged = definitions.iter().position(|name| *name == Some("on_time_with_overdue")).unwrap();
            let count = |name: &str| whole(&whole_log, name).nth(judged).unwrap();
            assert_eq!((count("numerator"), count("late")), (facts("on_time"), facts("late")));
        }
        // A selection is judged as it is in the whole.
        let first = words(&office.shares(&log, as_of, (of, &[GroupKey::Unit]), &all, None).unwrap(), "unit")
            .into_iter()
            .flatten()
            .next()
            .unwrap()
            .to_owned();
        let only = CaseSelection { unit: Some(first.as_str().into()), ..all.clone() };
        let (part, groups) = (
            office.shares(&log, as_of, (SharesOf::Cases, &[]), &only, None).unwrap(),
            office.shares(&log, as_of, (SharesOf::Cases, &[GroupKey::Unit]), &all, None).unwrap(),
        );
        let of_unit: Vec<i64> = whole(&groups, "numerator")
            .zip(words(&groups, "unit"))
            .filter(|(_, unit)| *unit == Some(&first))
            .map(|(n, _)| n)
            .collect();
        assert_eq!(whole(&part, "numerator").collect::<Vec<_>>(), of_unit);
    }
}
