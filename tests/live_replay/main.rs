//! Two roads over one rule: what is applied event by event is, after every event and in between, what the replay of its
//! log says.
//!
//! `PROPTEST_CASES` says how many courses there are in each style of handing work on.

mod compare;
mod counts;
mod course;
#[path = "../shared/effects.rs"]
mod effects;
mod ends;
mod office;
#[path = "../shared/runner.rs"]
mod runner;
mod table;

use compare::{compare, log_of, table_of};
use counts::Counts;
use course::{Attempt, STYLES, Style, apply, attempts};
use effects::EFFECTS;
use namro::{Case, Event, Seconds, Stamp};
use office::{OFFICE, PROCEDURES};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError};
use runner::{config, runner};
use serde_json::{Value, json};

/// How many courses each style has.
const COURSES: u32 = 16;

/// One course of a case: whatever is accepted goes into the log.
struct Live<'c> {
    case: Case,
    events: Vec<Value>,
    rows: Vec<Event>,
    counts: &'c Counts,
}

impl Live<'_> {
    fn replay_at(&self, rows: &[Event], case: &Case, now: Stamp) -> Result<(), TestCaseError> {
        let replay = OFFICE.replay(&log_of(rows), now.at);
        compare(case, rows, &replay, now.at).map_err(|fault| TestCaseError::fail(self.report(&fault, rows, now)))
    }

    fn report(&self, fault: &str, rows: &[Event], now: Stamp) -> String {
        let lines: Vec<String> = rows.iter().map(|event| serde_json::to_string(event).unwrap()).collect();
        format!("{fault}\nat {now}, after\n{}", lines.join("\n"))
    }

    /// The same question through JSON, as every language asks it.
    fn through_json(&self, now: Stamp) -> Result<(), TestCaseError> {
        let request = json!({"events": self.events, "as_of": now.to_string()});
        let text = OFFICE.call("replay", &request.to_string()).unwrap();
        let typed = serde_json::to_value(OFFICE.replay(&log_of(&self.rows), now.at)).unwrap();
        let answer: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&answer["cases"], &typed["cases"]);
        let folded = OFFICE.call("fold", &json!({"events": self.events}).to_string()).unwrap();
        let folded: Value = serde_json::from_str(&folded).unwrap();
        prop_assert_eq!(&folded["case"], &serde_json::to_value(&self.case).unwrap());
        Ok(())
    }

    /// The same log as a table of texts.
    fn through_table(&self, now: Stamp) -> Result<(), TestCaseError> {
        let procedure = self.case.versions.procedure.as_ref().map_or("", |procedure| procedure.as_str());
        let replay = OFFICE.replay(&table_of(&self.events, procedure), now.at);
        compare(&self.case, &self.rows, &replay, now.at)
            .map_err(|fault| TestCaseError::fail(self.report(&format!("from a table: {fault}"), &self.rows, now)))
    }

    /// Tries every effect in the state that the case is in now, and goes on as if nothing had been tried.
    fn probe(&self, attempt: &Attempt) -> Result<(), TestCaseError> {
        for act in EFFECTS {
            let attempt = attempt.with_act(0);
            let event = attempt.event(act, &self.case);
            let next = apply(Some(&self.case), &event);
            // An event that the case has already is no further act.
            let repeated = next.as_ref().is_some_and(|next| next.seq == self.case.seq);
            if repeated {
                continue;
            }
            self.counts.see(act, self.case.state, next.is_some());
            if let Some(next) = next {
                let mut rows = self.rows.clone();
                rows.push(serde_json::from_value(event).unwrap());
                self.replay_at(&rows, &next, next.last_at)?;
            }
        }
        Ok(())
    }
}

/// Runs one course and compares as it goes.
fn run(style: &Style, first: &(usize, bool), attempts: &[Attempt], counts: &Counts) -> Result<(), TestCaseError> {
    let event = Attempt::first(first.0, first.1);
    let case = apply(None, &event).expect("the first event is allowed");
    let row = serde_json::from_value(event.clone()).unwrap();
    let mut live = Live { case, events: vec![event], rows: vec![row], counts };
    for (number, attempt) in attempts.iter().enumerate() {
        // What is rare is looked at more often.
        let rare = live.case.is_closed() && (!live.case.open_steps.is_empty() || live.case.stopped.is_some());
        if number % 12 == 11 || rare && number % 3 == 0 {
            live.probe(attempt)?;
        }
        let act = attempt.act(style, &live.case);
        let event = attempt.event(act, &live.case);
        // Between two events nothing changes but what time changes.
        let between = Stamp { at: live.case.last_at.at.plus(Seconds(1 + (number as i64 % 7) * 3_000)), offset: 25_200 };
        // A stored case is taken over with its next event; what an agenda says in between is compared elsewhere.
        let day = |stamp: Stamp| stamp.to_string().get(..10).is_some_and(|day| day < "2026-11-16");
        let taken_over = day(live.case.last_at) != day(between);
        if !taken_over
            && between.at.to_string() < event["at"].as_str().map_or(String::new(), str::to_owned)
            && number % 3 == 0
        {
            live.replay_at(&live.rows, &live.case, between)?;
        }
        let next = apply(Some(&live.case), &event);
        if next.as_ref().is_some_and(|next| next.seq == live.case.seq) {
            continue;
        }
        counts.see(act.trim_end_matches('+'), live.case.state, next.is_some());
        let Some(next) = next else { continue };
        live.case = next;
        live.rows.push(serde_json::from_value(event.clone()).unwrap());
        live.events.push(event);
        live.replay_at(&live.rows, &live.case, live.case.last_at)?;
    }
    let now = live.case.last_at;
    if attempts.len().is_multiple_of(4) {
        live.through_json(now)?;
    }
    if attempts.len().is_multiple_of(3) {
        live.through_table(now)?;
    }
    Ok(())
}

#[test]
fn a_live_case_is_what_its_log_says() {
    let counts = Counts::default();
    let failed: Vec<String> = std::thread::scope(|scope| {
        let runs: Vec<_> = STYLES
            .iter()
            .map(|style| {
                let counts = &counts;
                scope.spawn(move || {
                    let config = Config { max_shrink_iters: 400, ..config(COURSES) };
                    let courses = ((0..PROCEDURES.len(), any::<bool>()), attempts(60));
                    let outcome =
                        runner(config).run(&courses, |(first, attempts)| run(style, &first, &attempts, counts));
                    match outcome {
                        Ok(()) => None,
                        Err(TestError::Fail(reason, _)) => Some(format!("{}: {reason}", style.name)),
                        Err(other) => Some(format!("{}: {other}", style.name)),
                    }
                })
            })
            .collect();
        runs.into_iter().filter_map(|run| run.join().unwrap()).collect()
    });
    println!("{counts}");
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
    counts.check(config(COURSES).cases * STYLES.len() as u32);
}
