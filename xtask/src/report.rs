//! What ran, how many, how long: gathered while running, printed once as a table.

use crate::shell::{Log, Outcome};
use std::io::Write;
use std::time::{Duration, Instant};

/// How a check went, in its own unit: tests, cases, crates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// A figure worth a glance, such as a size.
    pub note: String,
}

impl Tally {
    /// So many, and nothing failed.
    pub fn passed(passed: usize) -> Self {
        Self { passed, ..Self::default() }
    }

    /// The same, with a remark.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// Reads the sums that test programs print: `3 passed; 1 failed` or `3 passed, 1 skipped`.
    pub fn read(line: &str) -> Self {
        let words: Vec<_> = line.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
        let before = |what: &str| {
            let pair = words.windows(2).find(|pair| pair[1] == what);
            pair.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
        };
        Self { passed: before("passed"), failed: before("failed") + before("errors"), note: String::new() }
    }
}

struct Row {
    name: String,
    tally: Tally,
    took: Duration,
}

/// The table.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// Runs one check and writes its row.
    pub fn check(&mut self, name: &str, work: impl FnOnce(&Log) -> Outcome<Tally>) {
        self.checks(name, |log| Ok(vec![(name.to_owned(), work(log)?)]));
    }

    /// Runs something that yields several rows, the first of which carries the time.
    pub fn checks(&mut self, name: &str, work: impl FnOnce(&Log) -> Outcome<Vec<(String, Tally)>>) {
        print!("▸ {name} … ");
        let _ = std::io::stdout().flush();
        let begin = Instant::now();
        let outcome = Log::file(name).and_then(|log| work(&log));
        let took = begin.elapsed();
        let rows = outcome.unwrap_or_else(|fault| {
            println!("{fault}");
            vec![(name.to_owned(), Tally { failed: 1, ..Tally::default() })]
        });
        println!(
            "{} ({} s)",
            if rows.iter().all(|(_, tally)| tally.failed == 0) { "ok" } else { "FAILED" },
            seconds(took)
        );
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
        let tally = Tally { passed: usize::from(equal), failed: usize::from(!equal), note: String::new() };
        let name = format!("same number of {start} in {} runtimes", rows.len());
        self.rows.push(Row { name, tally, took: Duration::ZERO });
    }

    /// Prints the table; answers whether everything passed.
    pub fn print(&self) -> bool {
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        let (mut passed, mut failed, mut took) = (0, 0, Duration::ZERO);
        println!("\n{:width$}  passed  failed  seconds", "what ran");
        println!("{}", "─".repeat(width + 25));
        for Row { name, tally, took: time } in &self.rows {
            (passed, failed, took) = (passed + tally.passed, failed + tally.failed, took + *time);
            let mark = if tally.failed > 0 { "  ← FAILED" } else { "" };
            let line = format!(
                "{name:width$}  {:6}  {:6}  {:>7}  {}{mark}",
                tally.passed,
                tally.failed,
                seconds(*time),
                tally.note
            );
            println!("{}", line.trim_end());
        }
        println!("{}", "─".repeat(width + 25));
        println!("{:width$}  {passed:6}  {failed:6}  {:>7}\n", "together", seconds(took));
        println!("{passed} passed, {failed} failed");
        failed == 0
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1}", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        let read = |line| (Tally::read(line).passed, Tally::read(line).failed);
        assert_eq!(read("test result: FAILED. 3 passed; 1 failed; 0 ignored; finished in 0.00s"), (3, 1));
        assert_eq!(read("37 passed, 1 skipped in 0.08s"), (37, 0));
        assert_eq!(read("1 failed, 36 passed in 0.08s"), (36, 1));
        assert_eq!(read("nothing"), (0, 0));
    }

    #[test]
    fn counts_that_differ_fail() {
        let mut report = Report::default();
        report.check("vectors, Rust", |_| Ok(Tally::passed(3)));
        report.check("vectors, Node", |_| Ok(Tally::passed(3)));
        report.same("vectors");
        assert_eq!(report.rows.last().unwrap().tally.failed, 0);
        report.check("vectors, Python", |_| Ok(Tally::passed(2)));
        report.same("vectors");
        assert_eq!(report.rows.last().unwrap().tally.failed, 1);
    }
}
