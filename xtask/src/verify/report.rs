//! What ran, how many, how long: gathered while running, printed once as a table.

use super::pulse::Pulse;
use super::tally::Tally;
use crate::shell::{Log, Outcome};
use std::time::{Duration, Instant};

/// The name of the last row.
const TOGETHER: &str = "together";

struct Row {
    name: String,
    tally: Tally,
    took: Duration,
}

/// The table.
pub struct Report {
    rows: Vec<Row>,
    /// The checks that were asked for by name; all if there is none.
    only: Vec<String>,
    /// The names of all checks that could have run.
    known: Vec<String>,
}

impl Report {
    /// An empty table, for all checks or for those that are named.
    pub fn new(only: Vec<String>) -> Self {
        Self { rows: Vec::new(), only, known: Vec::new() }
    }

    /// Runs one check and writes its row.
    pub fn check(&mut self, name: &str, work: impl FnOnce(&Log) -> Outcome<Tally>) {
        self.checks(name, |log| Ok(vec![(name.to_owned(), work(log)?)]));
    }

    /// Runs something that yields several rows, the first of which carries the time.
    pub fn checks(&mut self, name: &str, work: impl FnOnce(&Log) -> Outcome<Vec<(String, Tally)>>) {
        self.known.push(name.to_owned());
        if !self.only.is_empty() && !self.only.iter().any(|only| only == name) {
            return;
        }
        eprintln!("▸ {name}");
        let begin = Instant::now();
        let outcome = Log::file(name).and_then(|log| {
            let _pulse = log.path().map(|path| Pulse::start(name, path.to_owned()));
            work(&log)
        });
        let took = begin.elapsed();
        let rows = outcome.unwrap_or_else(|fault| {
            eprintln!("{fault}");
            vec![(name.to_owned(), Tally::failed(1))]
        });
        let word = if rows.iter().any(|(_, tally)| tally.failed > 0) {
            "FAILED"
        } else if rows.iter().all(|(_, tally)| tally.not_run.is_some()) {
            "not run"
        } else {
            "ok"
        };
        eprintln!("  {name}: {word} ({} s)", seconds(took));
        for (index, (name, tally)) in rows.into_iter().enumerate() {
            self.rows.push(Row { name, tally, took: if index == 0 { took } else { Duration::ZERO } });
        }
    }

    /// The runs of one thing in several runtimes must have counted the same.
    pub fn same(&mut self, start: &str) {
        let rows: Vec<_> = self.rows.iter().filter(|row| row.name.starts_with(start)).collect();
        let counts = rows.iter().map(|row| row.tally.passed + row.tally.failed);
        let (least, most) = (counts.clone().min(), counts.max());
        let equal = least == most && most.is_some_and(|most| most > 0);
        let tally = if equal { Tally::passed(1) } else { Tally::failed(1) };
        let name = format!("same number of {start} in {} runtimes", rows.len());
        self.rows.push(Row { name, tally, took: Duration::ZERO });
    }

    /// Prints the table; answers whether everything passed.
    pub fn print(&self) -> bool {
        println!("{}", self.table());
        let (mut passed, mut failed) = (0, 0);
        for Row { tally, .. } in &self.rows {
            (passed, failed) = (passed + tally.passed, failed + tally.failed);
        }
        let missing = self.missing();
        for complaint in &missing {
            println!("{complaint}");
        }
        failed += missing.len();
        println!("{passed} passed, {failed} failed");
        failed == 0
    }

    /// The table as text.
    pub fn table(&self) -> String {
        let width = self.rows.iter().map(|row| row.name.chars().count()).fold(TOGETHER.len(), usize::max);
        let rule = "─".repeat(width + 25);
        let mut lines = vec![String::new(), format!("{:width$}  passed  failed  seconds", "what ran"), rule.clone()];
        let (mut passed, mut failed, mut took) = (0, 0, Duration::ZERO);
        for Row { name, tally, took: time } in &self.rows {
            (passed, failed, took) = (passed + tally.passed, failed + tally.failed, took + *time);
            let line = match &tally.not_run {
                Some(reason) => format!("{name:width$}  not run: {reason}"),
                None => format!(
                    "{name:width$}  {:6}  {:6}  {:>7}  {}{}",
                    tally.passed,
                    tally.failed,
                    seconds(*time),
                    tally.note,
                    if tally.failed > 0 { "  ← FAILED" } else { "" }
                ),
            };
            lines.push(line.trim_end().to_owned());
        }
        lines.extend([rule, format!("{TOGETHER:width$}  {passed:6}  {failed:6}  {:>7}\n", seconds(took))]);
        lines.join("\n")
    }

    /// Whoever names a check wants its result: one that does not exist or was not run is a failure then.
    pub fn missing(&self) -> Vec<String> {
        let unknown = self.only.iter().filter(|only| !self.known.contains(only)).map(|only| {
            format!(
                "there is no check \"{only}\", or one that it builds on was not named; checks: {}",
                self.known.join(" | ")
            )
        });
        let not_run = self.rows.iter().filter(|row| !self.only.is_empty() && row.tally.not_run.is_some());
        unknown.chain(not_run.map(|row| format!("\"{}\" was asked for and not run", row.name))).collect()
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1}", took.as_secs_f64())
}
